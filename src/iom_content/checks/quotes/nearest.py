"""The official words that an altered quotation is nearest to, and how it differs from them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from iom_content.checks.quotes.alignment import alignments
from iom_content.checks.quotes.answers import Answer
from iom_content.checks.quotes.comparing import kinds_of_blanks, kinds_of_spellings
from iom_content.checks.quotes.counting import counted, spelled_numbers
from iom_content.checks.quotes.differences import difference, own_marks
from iom_content.checks.quotes.edges import edges
from iom_content.checks.quotes.edit_kinds import kinds_of_edits
from iom_content.checks.quotes.editing import Edit, edits
from iom_content.checks.quotes.hiding import hidden_guards
from iom_content.checks.quotes.lawful import Examined, examined
from iom_content.checks.quotes.nearness import LEAST_WORDS, Window, nearest_window
from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part, Reading
from iom_content.checks.quotes.stitching import joints, runs_of
from iom_content.language.guards import NUMBER, Guards
from iom_content.model.quote_check import PERMITTED, Difference, QuoteKind

__all__ = ["nearest"]


def nearest(readings: dict[Guards, Reading], texts: Sequence[Official]) -> Answer | None:
    """Return the official words that a quotation was made from, with the changes; None if none are near enough.

    Args:
        readings: The quotation, taken apart for each language.
        texts: The official texts.
    """
    misaligned = _misaligned(readings, texts)
    if misaligned is not None:
        return misaligned
    found = [answer for answer in (_edited(readings, texts), _stitched(readings, texts)) if answer is not None]
    # The one that needs fewer changes; of equals official words in another order, which need no other words.
    return min(found, key=lambda answer: (_faults(answer.differences), not _is_reordered(answer)), default=None)


def _is_reordered(answer: Answer) -> bool:
    return any(difference.kind is QuoteKind.ORDER for difference in answer.differences)


def _misaligned(readings: dict[Guards, Reading], texts: Sequence[Official]) -> Answer | None:
    """Find the quotation word for word, with something unlawful between the words."""
    found: list[Examined] = []
    for official in texts:
        reading = readings[official.guards]
        if (reading.length >= LEAST_WORDS or _holds_number(reading)) and official.may_hold(reading):
            found += [examined(reading, alignment) for alignment in alignments(reading, official, any_bracket=True)]
    if not found:
        return None
    best = min(found, key=lambda each: (_faults(each.differences), each.alignment.order[0]))
    return Answer(best.alignment.official, best.runs, best.differences)


def _holds_number(reading: Reading) -> bool:
    return any(guard.kind == NUMBER for token in reading.quoted for guard in reading.guards.of(token.key))


def _faults(differences: Sequence[Difference]) -> int:
    return sum(difference.kind not in PERMITTED for difference in differences)


def _stitched(readings: dict[Guards, Reading], texts: Sequence[Official]) -> Answer | None:
    """Find the quotation in parts that do not stand together."""
    for reading in readings.values():
        if reading.length < LEAST_WORDS:
            continue
        runs = runs_of(reading, [text for text in texts if text.guards == reading.guards])
        wrong = joints(runs)
        if wrong:
            longest = max(runs, key=lambda run: sum(element.tokens[0].word for element in run.elements))
            found = [
                difference(run.official, kind, reading.quote, (run.elements[0].start, run.elements[-1].end), (run.first, run.last))
                for run, kind in wrong
            ]
            found += [
                difference(longest.official, QuoteKind.ELISION, reading.quote, (gap.start, gap.end), (longest.first, longest.first))
                for gap in _gaps(reading.elements)
            ]
            # Each edge is that of the part that stands there.
            before = edges(reading, runs[0].official, runs[0].first, runs[0].last)
            after = edges(reading, runs[-1].official, runs[-1].first, runs[-1].last)
            middle = reading.elements[0].start
            found += [each for each in own_marks(before, runs[0].official, reading) if each.quoted_start < middle]
            found += [each for each in own_marks(after, runs[-1].official, reading) if each.quoted_start >= middle]
            ranges = tuple(sorted({(run.first, run.last) for run in runs if run.official is longest.official}))
            return Answer(longest.official, ranges, _ordered(found))
    return None


def _gaps(elements: Sequence[Element]) -> list[Element]:
    return [element for element in elements if element.part is Part.GAP]


def _edited(readings: dict[Guards, Reading], texts: Sequence[Official]) -> Answer | None:
    """Find the window of official words that takes the least change."""
    best: tuple[tuple[int, int, int], Answer] | None = None
    numbers = {guards: spelled_numbers(reading) for guards, reading in readings.items()}
    for official in texts:
        guards = official.guards
        reading = counted(readings[guards], official, numbers[guards])
        found = _windows(reading, official)
        if not found:
            continue
        answer = _answer(reading, official, found)
        rank = (_faults(answer.differences), len(answer.differences), -sum(window.aligned for window in found))
        if best is None or rank < best[0]:
            best = (rank, answer)
    return None if best is None else best[1]


def _windows(reading: Reading, official: Official) -> list[Window]:
    """Return the windows of the segments between ellipses; none unless half of all words align."""
    segments = reading.segments
    if len(segments) == 1:
        window = nearest_window(segments[0].keys, official)
        return [] if window is None else [window]
    looked = [nearest_window(segment.keys, official) or nearest_window(segment.keys, official, alone=False) for segment in segments]
    found = [window for window in looked if window is not None]
    half = sum(window.aligned for window in found) * 2 >= len(reading.quoted)
    content = sum(segment.content for segment in segments)
    return found if half and sum(window.content for window in found) * 2 >= max(1, content) else []


def _answer(reading: Reading, official: Official, windows: Sequence[Window]) -> Answer:
    # A segment of one or two words has no window of its own and may stand some way off.
    room = max(_LEAST_ROOM, 2 * len(reading.elements)) if _gaps(reading.elements) else max(3, len(reading.elements) // 2)
    first = max(0, min(window.first for window in windows) - room)
    last = min(len(official.tokens), max(window.last for window in windows) + room)
    found = edits(reading.elements, official, first, last)
    start, end = official.widened(found[0].first, max(found[-1].last, found[0].first + 1))
    differences = [
        difference(official, kind, reading.quote, _quoted(edit, found), (edit.first, edit.last), opens=edit.first == found[0].first)
        for edit, kind in kinds_of_edits(found, official)
    ]
    differences += _permitted(found, reading, official)
    runs = _runs(found, start, end)
    gaps = [edit for edit in found if edit.element is not None and edit.element.part is Part.GAP and edit.last > edit.first]
    for kind, index in hidden_guards(official, runs, (False, False)) if gaps else ():
        gap = next((edit for edit in gaps if edit.first <= index < edit.last), gaps[0])
        differences.append(difference(official, QuoteKind(kind), reading.quote, _quoted(gap, found), (index, index + 1)))
    around = edges(reading, official, start, end)
    runs = ((around.first, runs[0][1]), *runs[1:])
    runs = (*runs[:-1], (runs[-1][0], around.last))
    return Answer(official, runs, _ordered([*differences, *own_marks(around, official, reading)]))


_LEAST_ROOM: Final = 40


def _runs(found: Sequence[Edit], start: int, end: int) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for edit in found:
        if edit.element is not None and edit.element.part is Part.GAP and start < edit.first < edit.last < end:
            runs.append((start, edit.first))
            start = edit.last
    return (*runs, (start, end))


def _quoted(edit: Edit, found: Sequence[Edit]) -> tuple[int, int]:
    """Return the place of an edit in the quotation; where words were left out, right after those before."""
    if edit.element is not None:
        return edit.element.start, edit.element.end
    before = [other.element.end for other in takewhile(lambda other: other is not edit, found) if other.element is not None]
    return (before[-1], before[-1]) if before else (0, 0)


def _permitted(found: Sequence[Edit], reading: Reading, official: Official) -> list[Difference]:
    """Return the permitted differences beside the altered words."""
    differences: list[Difference] = []
    before: Edit | None = None
    for edit in found:
        element = edit.element
        if element is None or not edit.same:
            before = None
            continue
        tokens = (edit.first, edit.last)
        if element.part in (Part.GAP, Part.BRACKET, Part.IN_WORD, Part.BROKEN):
            kind = {Part.GAP: QuoteKind.ELISION, Part.BROKEN: QuoteKind.WHITESPACE}.get(element.part, QuoteKind.INTERPOLATION)
            if element.part is Part.IN_WORD and official.keys[edit.first] == element.words[0]:
                kind = QuoteKind.CASE
            opens = edit.first == found[0].first
            differences.append(difference(official, kind, reading.quote, (element.start, element.end), tokens, opens=opens))
            before = None
            continue
        if edit.last > edit.first:
            token, raw = element.tokens[0], official.raw(edit.first)
            differences += [
                difference(official, kind, reading.quote, (token.start, token.end), tokens)
                for kind in kinds_of_spellings(reading.quote[token.start : token.end], raw)
            ]
            if before is not None and before.element is not None and before.last == edit.first:
                differences += _blanks(before, edit, reading, official)
            before = edit
    return differences


def _blanks(before: Edit, after: Edit, reading: Reading, official: Official) -> list[Difference]:
    assert before.element is not None
    assert after.element is not None
    one, other = official.tokens[before.first], official.tokens[after.first]
    number = official.block_of(before.first)
    between = official.texts[number][one.end : other.start] if official.block_of(after.first) == number else None
    span = (before.element.end, after.element.start)
    kind = kinds_of_blanks(reading.quote[slice(*span)], between, one, other)
    return [] if kind is None else [difference(official, kind, reading.quote, span, (after.first, after.first))]


def _ordered(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(differences, key=lambda each: (each.quoted_start, each.quoted_end)))
