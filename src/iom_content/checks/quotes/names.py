"""Names in an official text, as a bracket may stand for them: whole ones, never a part of one.

`[the country]` may stand for *North Macedonia*, but `[South]` not for *North*, nor `[Illegal]` for *Safe* in a name that
runs on over *for*, commas and *and*. Where capitals alone do not tell one name from two, it is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.units import is_stop
from iom_content.language.words import DASH

__all__ = ["Names"]

_LONGEST: Final = 20


class _Chain(NamedTuple):
    """Capitalized words that stand together, or are linked as the words of a name or a list of names are."""

    first: int
    last: int
    """The token after the last."""
    one: bool
    """Whether it is one name: a link like *of* stands in it."""


class Names:
    """The names of one official text."""

    def __init__(self, official: Official) -> None:
        """Keep the text."""
        self._official = official
        self._guards = official.guards
        self._links = frozenset(self._guards.words.name_links)
        self._listing = frozenset((",", "&", *self._guards.words.name_lists))

    def ends(self, place: int) -> Iterator[int]:
        """Yield the ends of the names that start at a place, a determiner before them included.

        Args:
            place: Index of a token.
        """
        official = self._official
        if not official.starts_word(place):
            return
        start = place + 1 if official.keys[place] in self._guards.determiners else place
        proven = False
        for index in range(start, min(len(official.keys), start + _LONGEST)):
            token = official.tokens[index]
            key = token.key
            if self._guards.of(key) or official.block_of(index) != official.block_of(place):
                return
            if key in self._guards.words.possessive_endings:
                if proven and self._is_bounded(start, index):
                    yield index + 1
                return
            if token.word and self._is_capital(index):
                # A capital at the start of a sentence proves nothing by itself.
                proven = proven or index > start or not self._starts_sentence(index) or self._is_acronym(index)
                if proven and official.ends_word(index + 1) and self._is_bounded(start, index + 1):
                    yield index + 1
            elif index == start or not (key in ",&" or key == DASH or not self._guards.is_content(key)):
                return

    def _is_bounded(self, first: int, last: int) -> bool:
        """Tell whether a range of tokens, with capitals at both ends, cuts no name; an acronym is one by itself."""
        if last == first + 1 and self._is_acronym(first):
            return True
        before, after = self._chain(first), self._chain(last - 1)
        starts = first == before.first or not (before.one or self._is_name_word(first - 1))
        return starts and (last == after.last or not (after.one or self._is_name_word(last)))

    def _chain(self, index: int) -> _Chain:
        """Return the chain of capitalized words around one of them."""
        first, last, one = index, index + 1, False
        while (before := self._linked(first - 1, -1)) is not None:
            one = one or self._is_one(before + 1, first)
            first = before
        while (after := self._linked(last, 1)) is not None:
            one = one or self._is_one(last, after)
            last = after + 1
        return _Chain(first, last, one)

    def _linked(self, index: int, step: int) -> int | None:
        """Return the next capitalized word in a direction, if no more than links lie between."""
        comma = False
        while 0 <= index < len(self._official.keys) and self._is_link(index):
            comma = comma or self._official.keys[index] == ","
            index += step
        if not self._is_name_word(index):
            return None
        # What a sentence starts with is set off by a comma, not listed.
        return None if comma and step < 0 and self._starts_sentence(index) else index

    def _is_link(self, index: int) -> bool:
        key = self._official.keys[index]
        return key in self._links or key in self._listing or (key == DASH and self._official.tokens[index].joined)

    def _is_one(self, first: int, last: int) -> bool:
        return any(key in self._links for key in self._official.keys[first:last])

    def _is_name_word(self, index: int) -> bool:
        """Tell whether a token is a capitalized word that may be part of a name."""
        if not 0 <= index < len(self._official.tokens) or not self._official.tokens[index].word:
            return False
        key = self._official.keys[index]
        return self._is_capital(index) and self._guards.is_content(key) and not self._guards.of(key)

    def _is_capital(self, index: int) -> bool:
        return self._official.raw(index)[:1].isupper()

    def _is_acronym(self, index: int) -> bool:
        raw = self._official.raw(index)
        return len(raw) > 1 and raw.isupper()

    def _starts_sentence(self, index: int) -> bool:
        official = self._official
        number = official.block_of(index)
        before = index - 1
        while before >= official.firsts[number] and not official.tokens[before].word:
            if is_stop(official.tokens, before, official.texts[number], self._guards.words) or official.keys[before] == ":":
                return True
            before -= 1
        return before < official.firsts[number]
