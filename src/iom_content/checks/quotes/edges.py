"""The marks at the edges of a quotation: official ones belong to the passage, others are the quotation's own."""

from __future__ import annotations

from typing import Final, NamedTuple

from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part, Reading
from iom_content.model.quote_check import QuoteKind

__all__ = ["Edges", "edges"]

_QUOTATION_MARKS: Final = frozenset("'\"\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f")
_UNDIRECTED: Final = frozenset("'\"")
_STOPS: Final = frozenset(".,")
_LEFT_OVER: Final = frozenset("()]")


class Edges(NamedTuple):
    """What the marks around the words of a quotation are."""

    first: int
    """The first official token, marks that are official included."""
    last: int
    """The token after the last."""
    taken: tuple[tuple[Element, int], ...]
    """The marks that are official, each with its first official token."""
    other: tuple[tuple[tuple[int, int], QuoteKind, int], ...]
    """The place of each other one in the quotation, its kind, and the official token at which it stands."""


def edges(reading: Reading, official: Official, first: int, last: int) -> Edges:
    """Tell the official marks around a range of official tokens from the quotation's own.

    Args:
        reading: The quotation.
        official: The text it is laid on.
        first: The first official token of its words.
        last: The token after the last.
    """
    taken: list[tuple[Element, int]] = []
    other: list[tuple[tuple[int, int], QuoteKind, int]] = []
    start, end = first, last
    for element in reversed(reading.leading):
        place = start - len(element.tokens)
        if _stands_at(element, reading, official, place, start):
            start = place
            taken.append((element, place))
            other = [_inner(each, reading) for each in other]
        else:
            other.append(((element.start, element.end), _kind(element, reading, stop=False), start))
    before, other = other, []
    stop = True
    for element in reading.trailing:
        if _stands_at(element, reading, official, end, end - 1):
            taken.append((element, end))
            end += len(element.tokens)
            other = [_inner(each, reading) for each in other]
            continue
        other.append(((element.start, element.end), _kind(element, reading, stop=stop), end))
        stop = stop and element.keys[0] not in _STOPS
    other += before
    other += [(span, QuoteKind.TYPOGRAPHY, start if span[0] < reading.elements[0].start else end) for span in _unseen(reading)]
    return Edges(start, end, tuple(taken), tuple(other))


def _stands_at(element: Element, reading: Reading, official: Official, place: int, beside: int) -> bool:
    """Tell whether a mark is official at a place, in the block of the token beside it."""
    if place < 0 or tuple(official.keys[place : place + len(element.tokens)]) != element.keys:
        return False
    number = official.block_of(place)
    if number != official.block_of(beside):
        return False
    # Opening and closing marks may have one key: in `“Stay,” she said` the one before *she* opens nothing.
    token, text = official.tokens[place], official.texts[number]
    quoted, usual = (element.end, token.end) if place < beside else (element.start - 1, token.start - 1)
    return element.keys[0] not in _UNDIRECTED or _is_blank(reading.quote, quoted) == _is_blank(text, usual)


def _is_blank(text: str, place: int) -> bool:
    return not 0 <= place < len(text) or text[place].isspace()


def _kind(element: Element, reading: Reading, *, stop: bool) -> QuoteKind:
    key = element.keys[0]
    if element.part in (Part.GAP, Part.STOP):
        # A full stop that is not official is the first of four dots.
        return QuoteKind.ELISION
    left_over = key in _LEFT_OVER and element.start not in reading.paired
    if key in _QUOTATION_MARKS or left_over or (stop and key in _STOPS):
        return QuoteKind.PUNCTUATION
    return QuoteKind.INNER_PUNCTUATION


def _inner(found: tuple[tuple[int, int], QuoteKind, int], reading: Reading) -> tuple[tuple[int, int], QuoteKind, int]:
    """A comma or bracket that an official mark parts from the edge stands inside; a quotation mark changes nothing there."""
    span, kind, place = found
    return span, QuoteKind.INNER_PUNCTUATION if reading.quote[slice(*span)] in _STOPS | _LEFT_OVER else kind, place


def _unseen(reading: Reading) -> list[tuple[int, int]]:
    """Return the places of what shows nothing, or is a footnote mark, before the first word and after the last."""
    bounds = [0, *(bound for element in reading.leading for bound in (element.start, element.end)), reading.elements[0].start]
    bounds += [
        reading.elements[-1].end,
        *(bound for element in reading.trailing for bound in (element.start, element.end)),
        len(reading.quote),
    ]
    spans = zip(bounds[::2], bounds[1::2], strict=True)
    return [span for span in spans if reading.quote[slice(*span)].strip()]
