"""What a quotation laid on the official words differs in, and which of it the practice of quoting does not permit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from iom_content.checks.quotes.alignment import Alignment, How, Step
from iom_content.checks.quotes.brackets import Brackets
from iom_content.checks.quotes.comparing import kinds_of_blanks, kinds_of_spellings
from iom_content.checks.quotes.differences import difference, own_marks
from iom_content.checks.quotes.edges import edges
from iom_content.checks.quotes.hiding import hidden_guards
from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part, Reading, count_words
from iom_content.language.words import Token, typographic
from iom_content.model.quote_check import PERMITTED, Difference, QuoteKind

__all__ = ["Examined", "examined"]

MOST_SKIPPED: Final = 1
"""How many whole paragraphs the ellipses of a quotation may leave out."""


class Examined(NamedTuple):
    """An alignment with its differences."""

    alignment: Alignment
    differences: tuple[Difference, ...]
    first: int
    """The first official token, marks at the edge that are official included."""
    last: int
    """The token after the last."""

    @property
    def lawful(self) -> bool:
        """Whether every difference is permitted."""
        return all(difference.kind in PERMITTED for difference in self.differences)

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The quoted ranges of official tokens, official marks at the edges included."""
        runs = list(self.alignment.runs)
        runs[0] = (self.first, runs[0][1])
        runs[-1] = (runs[-1][0], self.last)
        return tuple(runs)


def examined(reading: Reading, alignment: Alignment) -> Examined:
    """Find every difference between a quotation and the words it is laid on.

    Args:
        reading: The quotation.
        alignment: One way to lay it on a text.
    """
    examination = _Examination(reading, alignment)
    examination.steps()
    examination.edges()
    examination.omissions()
    examination.bracketed_words()
    differences = sorted(examination.differences, key=lambda difference: (difference.quoted_start, difference.quoted_end))
    return Examined(alignment, tuple(differences), examination.first, examination.last)


class _Examination:
    def __init__(self, reading: Reading, alignment: Alignment) -> None:
        self._reading = reading
        self._alignment = alignment
        self._official = alignment.official
        self.differences: list[Difference] = []
        self.first = alignment.first
        self.last = alignment.last

    def steps(self) -> None:
        brackets = Brackets(self._official, any_bracket=False)
        for how, steps in groupby(self._alignment.steps, key=attrgetter("how")):
            if how is How.SAME:
                self._compare([(token, index) for step in steps for index, token in enumerate(step.element.tokens, step.first)])
        for number, step in enumerate(self._alignment.steps):
            if step.how is How.ADDED or (step.how is How.REPLACED and step.element.part is Part.BRACKET):
                kinds = [QuoteKind(kind) for kind in brackets.faults(step.element, step.first, step.last)]
                beside = None if kinds else self._beside(number)
                if beside is not None and self._official.guards.of(self._official.keys[beside]):
                    kinds = [QuoteKind(kind) for kind in brackets.faults(step.element, beside, beside + 1)]
                elif beside is not None or (not kinds and self._is_closed_up(step.element)):
                    kinds = [QuoteKind.WORD]
                elif self._goes_on_counting(number):
                    kinds = [QuoteKind.NUMBER]
                self._step(step, *(dict.fromkeys(kinds) or (QuoteKind.INTERPOLATION,)))
            elif step.how is How.REPLACED:
                self._step(step, self._in_word(step, brackets))
            elif step.how is How.CASED:
                self._step(step, self._cased(step))
            else:
                self._step(step, *_MEANT.get(step.how, ()))

    def edges(self) -> None:
        """Take official marks at the edges into the passage; what else stands at the edges is the quotation's own."""
        found = edges(self._reading, self._official, self.first, self.last)
        self.first, self.last = found.first, found.last
        for element, place in found.taken:
            for index, token in enumerate(element.tokens, place):
                self._spelling(token, index)
        self._edge_blanks(found.taken)
        self.differences += own_marks(found, self._official, self._reading)

    def _edge_blanks(self, taken: Sequence[tuple[Element, int]]) -> None:
        """Compare what stands between the words and the official marks at the edges."""
        head, tail = self._alignment.steps[0], self._alignment.steps[-1]
        placed = sorted(((place, element) for element, place in taken), key=itemgetter(0))
        leading = [*(each for each in placed if each[0] < head.first), (head.first, head.element)]
        trailing = [(tail.last - 1, tail.element), *(each for each in placed if each[0] >= tail.last)]
        for (_, left), (other, right) in (*pairwise(leading), *pairwise(trailing)):
            if not self._reading.quote[left.end : right.start].strip():
                self._between(left.tokens[-1], other - 1, right.tokens[0], other)

    def omissions(self) -> None:
        """Judge the segments between ellipses and what the ellipses leave out."""
        official = self._official
        runs = self._alignment.runs
        for first, last in runs:
            if not official.starts_word(first) or not official.ends_word(last):
                self._note(QuoteKind.CUT_WORD, None, *official.widened(first, last))
        words = [_words(official, first, last) for first, last in runs]
        single = [number for number, count in enumerate(words) if count <= 1]
        if len(runs) > 1 and (len(single) > 1 or any(0 < number < len(runs) - 1 for number in single)):
            self._note(QuoteKind.STITCHED, None, self._alignment.first, self._alignment.last)
        skipped = sum(max(0, official.block_of(after) - official.block_of(end - 1) - 1) for (_, end), (after, _) in pairwise(runs))
        if skipped > MOST_SKIPPED:
            self._note(QuoteKind.STITCHED, None, self._alignment.first, self._alignment.last)
        marked = (bool(self._marks(self._reading.leading)), bool(self._marks(self._reading.trailing)))
        for kind, index in hidden_guards(official, runs, marked):
            self._note(QuoteKind(kind), None, index, index + 1)

    def bracketed_words(self) -> None:
        """Hold bracketed words to fewer than quoted ones."""
        editorial = self._reading.guards.is_editorial
        brackets = [
            step
            for step in self._alignment.steps
            if step.element.part is Part.BRACKET and step.how is not How.SQUARED and not editorial(list(step.element.words))
        ]
        if brackets and sum(count_words(step.element.tokens) for step in brackets) >= self._reading.length:
            self._note(QuoteKind.WORD, brackets[0].element, brackets[0].first, brackets[0].last)

    def _marks(self, elements: tuple[Element, ...]) -> list[Element]:
        return [element for element in elements if element.part is Part.GAP]

    def _is_closed_up(self, element: Element) -> bool:
        """Tell whether a bracket of several words touches a word, whose letters it may change; a footnote number may."""
        if not any(map(str.isalpha, "".join(element.words))):
            return False
        around = self._reading.quote[max(0, element.start - 1) : element.start] + self._reading.quote[element.end : element.end + 1]
        return any(map(str.isalnum, around))

    def _goes_on_counting(self, number: int) -> bool:
        """Tell whether an added bracket of nothing but a number touches a quoted number and so makes another of it: `171 [000]`."""
        steps, guards = self._alignment.steps, self._official.guards
        step = steps[number]
        if step.how is not How.ADDED or not all(guards.is_number(word) or word in guards.joiners for word in step.element.words):
            return False
        around = (step.first - 1, step.first)
        return any(self._official.is_number(index) for index in around if self._is_quoted(index))

    def _is_quoted(self, index: int) -> bool:
        return any(first <= index < last for first, last in self._alignment.runs)

    def _beside(self, number: int) -> int | None:
        """Return the official word that an added bracket may as well stand for: at an edge, the one beside it."""
        steps, official = self._alignment.steps, self._official
        step = steps[number]
        if step.how is not How.ADDED or self._reading.guards.is_editorial(list(step.element.words)):
            return None
        before = [other for other in steps[:number] if other.how is not How.ADDED][-1:]
        after = [other for other in steps[number + 1 :] if other.how is not How.ADDED][:1]
        at = step.first
        opens = not before or (before[0].how is How.OMITTED and before[0].first < before[0].last)
        closes = not after or (after[0].how is How.OMITTED and after[0].first < after[0].last)
        if opens and at > 0 and at not in official.firsts and self._holds_words(at - 1):
            return at - 1
        return at if closes and at < len(official.tokens) and at not in official.firsts and self._holds_words(at) else None

    def _holds_words(self, index: int) -> bool:
        """Tell whether a token is a word, or bounds words in square brackets that are official."""
        token = self._official.tokens[index]
        return token.word or token.key in "[]"

    def _cased(self, step: Step) -> QuoteKind:
        """A bracket around letters of a word changes their case, or else only marks them."""
        raw = self._official.raw(step.first)
        quoted = self._reading.quote[step.element.start : step.element.end].replace("[", "").replace("]", "")
        initial = self._reading.quote[step.element.start] == "[" and step.element.tokens[1].end == step.element.tokens[1].start + 1
        return QuoteKind.CASE if initial or typographic(quoted) != typographic(raw) else QuoteKind.INTERPOLATION

    def _in_word(self, step: Step, brackets: Brackets) -> QuoteKind:
        word, key = step.element.words[0], self._official.keys[step.first]
        if brackets.completes(step.element, step.first):
            return QuoteKind.INTERPOLATION
        guards = self._official.guards
        if guards.denies(word, key):
            return QuoteKind.NEGATION
        differing = [guard.kind for guard in (*guards.of(word), *guards.of(key))]
        return QuoteKind(differing[0]) if differing else QuoteKind.SPELLING if guards.is_respelled(word, key) else QuoteKind.WORD

    def _compare(self, pairs: Sequence[tuple[Token, int]]) -> None:
        """Compare tokens with official ones of the same keys: all at once, and one by one only where they differ."""
        (left, first), (right, last) = pairs[0], pairs[-1]
        official = self._official
        number = official.block_of(first)
        if number == official.block_of(last):
            start, end = official.tokens[first].start, official.tokens[last].end
            if self._reading.quote[left.start : right.end] == official.texts[number][start:end]:
                return
        if len(pairs) == 1:
            self._spelling(left, first)
            return
        middle = len(pairs) // 2
        self._compare(pairs[:middle])
        self._between(*pairs[middle - 1], *pairs[middle])
        self._compare(pairs[middle:])

    def _spelling(self, token: Token, index: int) -> None:
        raw = self._official.raw(index)
        for kind in kinds_of_spellings(self._reading.quote[token.start : token.end], raw):
            self._add(kind, token.start, token.end, index, index + 1)

    def _between(self, left: Token, first: int, right: Token, second: int) -> None:
        """Compare what stands between two tokens."""
        official = self._official
        number = official.block_of(first)
        one, other = official.tokens[first], official.tokens[second]
        between = official.texts[number][one.end : other.start] if official.block_of(second) == number else None
        kind = kinds_of_blanks(self._reading.quote[left.end : right.start], between, one, other)
        if kind is not None:
            self.differences.append(
                Difference(
                    kind=kind,
                    quoted=self._reading.quote[left.end : right.start],
                    quoted_start=left.end,
                    quoted_end=right.start,
                    official="\n\n" if between is None else between,
                    label=official.labels[number],
                    start=one.end,
                    end=other.start if between is not None else one.end,
                )
            )

    def _step(self, step: Step, *kinds: QuoteKind) -> None:
        for kind in kinds:
            self._add(kind, step.element.start, step.element.end, step.first, step.last)

    def _note(self, kind: QuoteKind, element: Element | None, first: int, last: int) -> None:
        """Add a difference that no quoted words show: its place is the ellipsis that hides it, else the whole."""
        if element is None:
            hiding = (step.element for step in self._alignment.steps if step.how is How.OMITTED and step.first <= first < step.last)
            element = next(hiding, None)
        start, end = (element.start, element.end) if element is not None else (0, len(self._reading.quote))
        self._add(kind, start, end, first, last)

    def _add(self, kind: QuoteKind, start: int, end: int, first: int, last: int) -> None:
        opens = first == self._alignment.first
        self.differences.append(difference(self._official, kind, self._reading.quote, (start, end), (first, last), opens=opens))


_MEANT: Final = {
    How.OMITTED: (QuoteKind.ELISION,),
    How.JOINED: (QuoteKind.WHITESPACE,),
    How.SQUARED: (QuoteKind.INTERPOLATION,),
}


def _words(official: Official, first: int, last: int) -> int:
    return sum(token.word and not (token.joined and index > first) for index, token in enumerate(official.tokens[first:last], first))
