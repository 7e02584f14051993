"""A quotation taken apart: runs of words, ellipses, brackets, and the marks at its edges."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

from iom_content.language.guards import Guards
from iom_content.language.words import DASH, ELLIPSIS, Token, tokens_of

__all__ = ["Element", "Part", "Reading", "Segment", "count_words", "is_group", "read"]

_MOST_PARTS: Final = 9


class Part(Enum):
    """What an element of a quotation may mean beyond its characters."""

    PLAIN = "plain"
    GAP = "gap"
    BRACKET = "bracket"
    IN_WORD = "in-word"
    BROKEN = "broken"
    STOP = "stop"


class Element(NamedTuple):
    """One element: a token, or several that together may mean something."""

    part: Part
    tokens: tuple[Token, ...]
    """The tokens as they stand."""
    words: tuple[str, ...] = ()
    """The keys inside a bracket, or the one word that a broken or bracketed word makes."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the tokens as they stand."""
        return tuple(token.key for token in self.tokens)

    @property
    def start(self) -> int:
        """The first code point in the quotation."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """The code point after the last."""
        return self.tokens[-1].end


class Segment(NamedTuple):
    """What stands between two ellipses, or between one and an edge."""

    keys: tuple[str, ...]
    """Its words; neither possessive endings nor further groups of digits are words by themselves."""
    content: int
    """How many of its words, all groups of digits included, carry content."""


@attrs.frozen(eq=False, slots=False)
class Reading:
    """A quotation taken apart; what each text asks of it is told once."""

    quote: str
    guards: Guards
    elements: tuple[Element, ...]
    """What stands between the edges."""
    leading: tuple[Element, ...]
    """Marks and ellipses before it, in order."""
    trailing: tuple[Element, ...]
    """Marks and ellipses after it, in order."""
    paired: frozenset[int]
    """The places of round and square brackets that have their counterpart."""

    @cached_property
    def quoted(self) -> list[Token]:
        """The words outside brackets."""
        return [token for element in self.elements if element.part is not Part.BRACKET for token in element.tokens if token.word]

    @cached_property
    def length(self) -> int:
        """How many words are quoted; the parts of a compound are one."""
        return sum(not token.joined for token in self.quoted)

    @cached_property
    def plain(self) -> Counter[str]:
        """How often each word is quoted, brackets and broken words aside."""
        return Counter(element.tokens[0].key for element in self.elements if element.part is Part.PLAIN and element.tokens[0].word)

    @cached_property
    def segments(self) -> list[Segment]:
        """What stands between ellipses, brackets aside."""
        segments: list[list[Token]] = [[]]
        for element in self.elements:
            if element.part is Part.GAP:
                segments.append([])
            elif element.part is not Part.BRACKET:
                segments[-1] += _words(element)
        return [self._segment(words) for words in segments if words]

    def _segment(self, words: list[Token]) -> Segment:
        endings = self.guards.words.possessive_endings
        keys = tuple(token.key for token in words if token.key not in endings and not is_group(token))
        return Segment(keys, sum(self.guards.is_content(token.key) for token in words))


def is_group(token: Token) -> bool:
    """Tell whether a token is three digits more of a number: `750` of `1 750`, which is one word."""
    return token.joined and len(token.key) == _GROUP and token.key.isdecimal()


_GROUP: Final = 3


def _words(element: Element) -> list[Token]:
    words = [token for token in element.tokens if token.word]
    # A word with a bracket in it, or broken at the end of a line, is one word.
    return [words[0]._replace(key=element.words[0])] if element.words else words


def count_words(tokens: tuple[Token, ...]) -> int:
    """Count words; the parts of a compound are one."""
    return sum(token.word and not token.joined for token in tokens)


def read(quote: str, guards: Guards) -> Reading:
    """Take a quotation apart.

    Args:
        quote: The quotation as given.
        guards: The guards of the language it is compared in.

    Returns:
        Its elements; those at the edges that carry no words are apart.
    """
    tokens = tokens_of(quote, guards.words)
    closings = _closings(tokens)
    elements = _marked_stops(_elements(quote, tokens, closings))
    first, last = 0, len(elements)
    while first < last and _is_edge(elements[first], guards):
        first += 1
    while last > first and _is_edge(elements[last - 1], guards):
        last -= 1
    paired = frozenset(tokens[index].start for pair in closings.items() for index in pair)
    return Reading(quote, guards, tuple(elements[first:last]), tuple(elements[:first]), tuple(elements[last:]), paired)


def _is_edge(element: Element, guards: Guards) -> bool:
    """Tell whether an element at an edge carries no words; a percent sign is as good as a word."""
    if element.part is Part.GAP:
        return True
    return element.part in (Part.PLAIN, Part.STOP) and not element.tokens[0].word and not guards.of(element.tokens[0].key)


def _elements(quote: str, tokens: list[Token], closings: dict[int, int]) -> list[Element]:
    elements: list[Element] = []
    index = 0
    while index < len(tokens):
        bracketed = (_in_word(tokens, index, closings) or _bracket(tokens, index, closings)) if closings else None
        taken = _gap(tokens, index, closings) or bracketed or _broken(quote, tokens, index) or Element(Part.PLAIN, (tokens[index],))
        elements.append(taken)
        index += len(taken.tokens)
    return elements


def _closings(tokens: list[Token]) -> dict[int, int]:
    """Return for each bracket that is closed, with no other of its kind between, the index of the closing one."""
    closings: dict[int, int] = {}
    opened: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.key in "([":
            opened[token.key] = index
        elif token.key in ")]":
            start = opened.pop("(" if token.key == ")" else "[", None)
            if start is not None:
                closings[start] = index
    return closings


def _gap(tokens: list[Token], index: int, closings: dict[int, int]) -> Element | None:
    if tokens[index].key == ELLIPSIS:
        return Element(Part.GAP, (tokens[index],))
    if index not in closings:
        return None
    inner = [token.key for token in tokens[index + 1 : closings[index]]]
    if inner in ([ELLIPSIS], [".", ELLIPSIS]):
        return Element(Part.GAP, tuple(tokens[index : index + len(inner) + 2]))
    return None


def _bracket(tokens: list[Token], index: int, closings: dict[int, int]) -> Element | None:
    if tokens[index].key != "[" or index not in closings:
        return None
    inner = tokens[index + 1 : closings[index]]
    words = tuple(token.key for token in inner if token.word)
    return Element(Part.BRACKET, tuple(tokens[index : closings[index] + 1]), words) if words else None


def _in_word(tokens: list[Token], index: int, closings: dict[int, int]) -> Element | None:
    """Take a word of which a part stands in brackets: `support[ing]`, `[h]uman`."""
    taken: list[Token] = []
    letters: list[str] = []
    outside = inside = False
    while index < len(tokens) and len(letters) < _MOST_PARTS and (not taken or tokens[index].start == taken[-1].end):
        if tokens[index].key == "[" and closings.get(index) == index + 2 and _is_closed_up(tokens[index : index + 3]):
            part = tokens[index : index + 3]
            if not part[1].key.isalpha():
                break
            inside = True
            letters.append(part[1].key)
        elif tokens[index].word and not tokens[index].joined and tokens[index].key[0].isalpha():
            part = tokens[index : index + 1]
            outside = True
            letters.append(part[0].key)
        else:
            break
        taken += part
        index += len(part)
    if not (inside and outside):
        return None
    return Element(Part.IN_WORD, tuple(taken), ("".join(letters),))


def _is_closed_up(tokens: list[Token]) -> bool:
    return all(before.end == after.start for before, after in pairwise(tokens))


def _broken(quote: str, tokens: list[Token], index: int) -> Element | None:
    """Take a word that a hyphen breaks at the end of a line."""
    three = tokens[index : index + 3]
    if len(three) < 3 or three[1].key != DASH or not (three[0].word and three[2].word):
        return None
    between = quote[three[1].end : three[2].start]
    if three[0].end != three[1].start or not between.isspace() or not ("\n" in between or "\r" in between):
        return None
    return Element(Part.BROKEN, tuple(three), (three[0].key + three[2].key,))


def _marked_stops(elements: list[Element]) -> list[Element]:
    """Mark each full stop before an ellipsis: it may be the official one or the first of four dots."""
    return [
        Element(Part.STOP, element.tokens)
        if element.part is Part.PLAIN and element.tokens[0].key == "." and after is not None and after.part is Part.GAP
        else element
        for element, after in zip(elements, [*elements[1:], None], strict=True)
    ]
