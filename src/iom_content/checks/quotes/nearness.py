"""Whether official words are near enough to a quotation for it to count as altered, and where they stand.

Near means: half of the quotation's words and half of its content words stand, in order, inside one window of the text of
at most one and a half times its length. A count decides, never a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from iom_content.checks.quotes.official import Official
from iom_content.language.guards import NUMBER, Guards
from iom_content.language.words import Token

__all__ = ["Window", "nearest_window"]

LEAST_WORDS: Final = 3
"""How many words a quotation has at least that can be altered without a number."""
_STRETCH: Final = 1.5
_GROUP: Final = 3


class Window(NamedTuple):
    """A range of official tokens that is near a quotation."""

    aligned: int
    """How many of its words align."""
    content: int
    """How many of these are content words."""
    first: int
    last: int


def nearest_window(words: Sequence[Token], official: Official, *, alone: bool = True) -> Window | None:
    """Return the window of a text in which most words of a quotation align, the earliest of those; None if none is near.

    Args:
        words: The words of the quotation.
        official: The text.
        alone: Whether these are all words of the quotation; of a part between ellipses no content words are asked, they may
            stand in another part.
    """
    whole = [token for token in words if token.key not in official.guards.words.possessive_endings and not _is_group(token)]
    indexes = [index for index, token in enumerate(official.tokens) if token.word and not _is_group(token)]
    if len(whole) < LEAST_WORDS:
        return _pair(whole, indexes, official) if len(whole) == LEAST_WORDS - 1 else None
    vocabulary = _matches([token.key for token in whole], official)
    hits = [vocabulary.get(official.keys[index]) for index in indexes]
    if sum((Counter(hit for hit in hits if hit is not None) & Counter(_forms(whole, vocabulary))).values()) * 2 < len(whole):
        return None
    return _Windows(whole, indexes, hits, official, vocabulary, alone=alone).best()


class _Windows:
    """The windows of one text, of one length, judged one after the other."""

    def __init__(
        self,
        words: Sequence[Token],
        indexes: list[int],
        hits: list[str | None],
        official: Official,
        vocabulary: dict[str, str],
        *,
        alone: bool,
    ) -> None:
        self._indexes = indexes
        self._hits = hits
        forms = _forms(words, vocabulary)
        guards = official.guards
        content = [place for place, token in enumerate(words) if guards.is_content(token.key)]
        # For each form a number whose bits are its places in the quotation.
        self._places = _bits(forms)
        self._content = sum(1 << place for place in content)
        self._counts = Counter(forms)
        self._size = max(LEAST_WORDS, int(len(words) * _STRETCH))
        self._least = -(-len(words) // 2)
        # Function words alone are near to everything and tell nothing.
        self._least_content = max(1, -(-len(content) // 2)) if alone else 0
        self._all = (1 << len(words)) - 1

    def best(self) -> Window | None:
        found: Window | None = None
        wanted = self._least
        start = 0
        common = self._common(0)
        while start < len(self._hits):
            if common < wanted or self._hits[start] is None:
                start, common = self._next(start, common, 1)
                continue
            aligned, content = self._aligned(start)
            if aligned >= wanted and content >= self._least_content:
                found = Window(aligned, content, self._indexes[start], self._indexes[min(len(self._indexes), start + self._size) - 1] + 1)
                wanted = aligned + 1
            # A window one word further aligns at most one word more.
            start, common = self._next(start, common, max(1, wanted - aligned))
        return found

    def _next(self, start: int, common: int, steps: int) -> tuple[int, int]:
        for _ in range(steps):
            common += self._moved(start)
            start += 1
        return start, common

    def _common(self, start: int) -> int:
        """Count the words of a window that the quotation has too, whatever their order."""
        self._window = Counter(hit for hit in self._hits[start : start + self._size] if hit is not None)
        return sum((self._window & self._counts).values())

    def _moved(self, start: int) -> int:
        """Move the window one word on and return by how much the count of common words changes."""
        change = 0
        gone = self._hits[start] if start < len(self._hits) else None
        come = self._hits[start + self._size] if start + self._size < len(self._hits) else None
        if gone is not None:
            change -= self._window[gone] <= self._counts[gone]
            self._window[gone] -= 1
        if come is not None:
            self._window[come] += 1
            change += self._window[come] <= self._counts[come]
        return change

    def _aligned(self, start: int) -> tuple[int, int]:
        """Return how many words, and how many content words, align in order: longest common subsequences, bit by bit."""
        row = content = self._all
        for hit in self._hits[start : start + self._size]:
            if hit is None:
                continue
            places = self._places[hit]
            step = row & places
            row = (row + step) | (row - step)
            kept = places & self._content
            if kept:
                step = content & kept
                content = (content + step) | (content - step)
        return _zeros(row, self._all), _zeros(content, self._all)


def _is_group(token: Token) -> bool:
    """Tell whether a token is three digits more of a number: `750` of `1 750`, which is one word."""
    return token.joined and len(token.key) == _GROUP and token.key.isdecimal()


def _zeros(row: int, mask: int) -> int:
    return (~row & mask).bit_count()


def _bits(forms: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, form in enumerate(forms):
        places[form] = places.get(form, 0) | 1 << place
    return places


def _forms(words: Sequence[Token], vocabulary: dict[str, str]) -> list[str]:
    return [vocabulary.get(token.key, token.key) for token in words]


def _matches(keys: Sequence[str], official: Official) -> dict[str, str]:
    """Map words of the quotation and of the text to a common form: the same word, the same stem, another spelling."""
    guards = official.guards
    forms = {key: key for key in keys if key in official.counts}
    heads: dict[str, list[str]] = {}
    missing = [key for key in dict.fromkeys(keys) if key not in forms]
    if missing:
        for word in official.counts:
            heads.setdefault(word[:2], []).append(word)
        for key in missing:
            related = next((word for word in heads.get(key[:2], ()) if _is_related(guards, key, word)), None)
            if related is not None:
                # Both words, and all that are already one with them, share the form.
                forms[key] = forms[related] = forms.get(related, related)
    return forms


def _is_related(guards: Guards, first: str, second: str) -> bool:
    return guards.of_one_stem(first, second) or guards.is_respelled(first, second)


def _pair(words: Sequence[Token], indexes: list[int], official: Official) -> Window | None:
    """Judge two words: near only if one is a changed number beside the other."""
    guards = official.guards
    for number, other in ((0, 1), (1, 0)):
        if not any(guard.kind == NUMBER for guard in guards.of(words[number].key)):
            continue
        for left, right in pairwise(indexes):
            pair = (left, right)
            if official.keys[pair[other]] == words[other].key and any(
                guard.kind == NUMBER for guard in guards.of(official.keys[pair[number]])
            ):
                return Window(1, int(guards.is_content(words[other].key)), left, right + 1)
    return None
