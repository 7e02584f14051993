"""Whether official words are near enough to a quotation for it to count as altered, and where they stand.

Near means: half of the quotation's words and half of its content words stand, in order, inside one window of the text of
at most one and a half times its length. A count decides, never a score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from iom_content.checks.quotes.official import Official
from iom_content.language.guards import Guards

__all__ = ["Window", "nearest_window"]

LEAST_WORDS: Final = 3
"""How many words a quotation has at least that can be altered without a number."""
_STRETCH: Final = 1.5


class Window(NamedTuple):
    """A range of official tokens that is near a quotation."""

    aligned: int
    """How many of its words align."""
    content: int
    """How many of these are content words."""
    first: int
    last: int


def nearest_window(keys: Sequence[str], official: Official, *, alone: bool = True) -> Window | None:
    """Return the window of a text in which most words of a quotation align, the earliest of those; None if none is near.

    Args:
        keys: The words of the quotation.
        official: The text.
        alone: Whether these are all words of the quotation; of a part between ellipses no content words are asked, they may
            stand in another part.
    """
    if len(keys) < LEAST_WORDS:
        return _pair(keys, official) if len(keys) == LEAST_WORDS - 1 else None
    # Most texts are too short, or lack too many of the words: that is told without looking where these stand.
    if len(official.words) * 2 < len(keys):
        return None
    vocabulary = _matches(keys, official)
    if sum(map(vocabulary.__contains__, keys)) * 2 < len(keys):
        return None
    return _Windows(keys, official, vocabulary, alone=alone).best()


class _Windows:
    """The windows of one text, of one length, judged one after the other."""

    def __init__(self, keys: Sequence[str], official: Official, vocabulary: dict[str, str], *, alone: bool) -> None:
        self._words = official.words
        self._hits = [vocabulary.get(official.keys[index]) for index in official.words]
        content = [place for place, key in enumerate(keys) if official.guards.is_content(key)]
        # For each form a number whose bits are its places in the quotation.
        self._places = _bits([vocabulary.get(key) for key in keys])
        self._content = sum(1 << place for place in content)
        self._size = max(LEAST_WORDS, int(len(keys) * _STRETCH))
        self._least = -(-len(keys) // 2)
        # Function words alone are near to everything and tell nothing.
        self._least_content = max(1, -(-len(content) // 2)) if alone else 0
        self._all = (1 << len(keys)) - 1

    def best(self) -> Window | None:
        found: Window | None = None
        wanted = self._least
        following = 0
        for start, (hit, common) in enumerate(zip(self._hits, self._common(), strict=True)):
            if hit is None or common < wanted or start < following:
                continue
            aligned, content = self._aligned(start)
            if aligned >= wanted and content >= self._least_content:
                last = min(len(self._words), start + self._size) - 1
                found = Window(aligned, content, self._words[start], self._words[last] + 1)
                wanted = aligned + 1
            # A window one word further aligns at most one word more.
            following = start + wanted - aligned
        return found

    def _common(self) -> Iterator[int]:
        """Yield for each window how many of its words the quotation has too, whatever their order."""
        left = {form: places.bit_count() for form, places in self._places.items()}
        common = 0
        before = self._size - 1
        for place, (come, gone) in enumerate(zip([*self._hits, *[None] * before], [*[None] * self._size, *self._hits], strict=False)):
            if gone is not None:
                left[gone] += 1
                common -= left[gone] > 0
            if come is not None:
                common += left[come] > 0
                left[come] -= 1
            if place >= before:
                yield common

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


def _zeros(row: int, mask: int) -> int:
    return (~row & mask).bit_count()


def _bits(forms: Sequence[str | None]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, form in enumerate(forms):
        if form is not None:
            places[form] = places.get(form, 0) | 1 << place
    return places


def _matches(keys: Sequence[str], official: Official) -> dict[str, str]:
    """Map words of the quotation and of the text to a common form: the same word, the same stem, another spelling."""
    guards = official.guards
    forms = {key: key for key in keys if key in official.counts}
    for key in dict.fromkeys(keys):
        if key in forms:
            continue
        related = next((word for word in official.heads.get(key[:2], ()) if _is_related(guards, key, word)), None)
        if related is not None:
            # Both words, and all that are already one with them, share the form.
            forms[key] = forms[related] = forms.get(related, related)
    return forms


def _is_related(guards: Guards, first: str, second: str) -> bool:
    return guards.of_one_stem(first, second) or guards.is_respelled(first, second)


def _pair(keys: Sequence[str], official: Official) -> Window | None:
    """Judge two words: near only if one is a changed number beside the other."""
    guards = official.guards
    for number, other in ((0, 1), (1, 0)):
        if not guards.is_number(keys[number]):
            continue
        for left, right in pairwise(official.words):
            pair = (left, right)
            if official.keys[pair[other]] == keys[other] and guards.is_number(official.keys[pair[number]]):
                return Window(1, int(guards.is_content(keys[other])), left, right + 1)
    return None
