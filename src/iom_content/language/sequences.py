"""Two sequences of words or blocks laid side by side: which element of one is which of the other.

It shows differences and judges none: what stands on both sides in the same order is found exactly where the sequences are
short, else between anchors such as the elements that stand once on each side: the cost stays near linear however long they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Final, TypeAlias

__all__ = ["matched", "rising"]

Pair: TypeAlias = tuple[int, int]

# Up to so many pairs of elements are compared each with each; beyond, only between anchors.
_EXACT: Final = 40_000
# So many elements in a row are looked at as one where no single element stands once on each side.
_WIDTHS: Final = (1, 2, 4)
# What is cut at anchors more often than this is a sequence made to be slow.
_DEEPEST: Final = 40


def matched(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the index pairs of equal elements that stand in the same order on both sides.

    What stands before the first and after the last difference is always matched. The sides are alike: swapped, they give
    the swapped pairs.

    Args:
        old: A sequence.
        new: Another one.

    Example:
        >>> matched("this is no easy task".split(), "this is an easy task".split())
        [(0, 0), (1, 1), (3, 3), (4, 4)]
    """
    # Where several answers are as good, which one is found depends on the side that comes first.
    if (len(new), [*new]) < (len(old), [*old]):
        return [(here, there) for there, here in _matched(new, old)]
    return _matched(old, new)


def _matched(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    pairs: list[Pair] = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        low, high, start, stop, depth = waiting.pop()
        while low < high and start < stop and old[low] == new[start]:
            pairs.append((low, start))
            low, start = low + 1, start + 1
        while low < high and start < stop and old[high - 1] == new[stop - 1]:
            high, stop = high - 1, stop - 1
            pairs.append((high, stop))
        if (high - low) * (stop - start) <= _EXACT:
            pairs += ((low + here, start + there) for here, there in _longest(old[low:high], new[start:stop]))
        elif depth < _DEEPEST:
            anchors = _anchors(old[low:high], new[start:stop])
            here, there = low, start
            for left, right in anchors:
                waiting.append((here, low + left, there, start + right, depth + 1))
                here, there = low + left, start + right
            # Without an anchor nothing is common, and to look again would find that again.
            if anchors:
                waiting.append((here, high, there, stop, depth + 1))
    return sorted(pairs)


def _longest(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of a longest common subsequence."""
    # How many elements match from a pair of places to the ends.
    rows = [[0] * (len(new) + 1)]
    for word in reversed(old):
        below, row = rows[-1], [0] * (len(new) + 1)
        for place in range(len(new) - 1, -1, -1):
            row[place] = below[place + 1] + 1 if word == new[place] else max(below[place], row[place + 1])
        rows.append(row)
    rows.reverse()
    here = there = 0
    while here < len(old) and there < len(new):
        if old[here] == new[there]:
            yield here, there
            here, there = here + 1, there + 1
        elif rows[here + 1][there] >= rows[here][there + 1]:
            here += 1
        else:
            there += 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return pairs of places, in order on both sides: of what stands once on each side, else of each first, second … of a kind."""
    for width in _WIDTHS:
        common = _common(_single(old, width), _single(new, width))
        if common:
            return common
    return _common(_counted(old), _counted(new))


def _common(ours: dict[Hashable, int], theirs: dict[Hashable, int]) -> list[Pair]:
    pairs = sorted((place, theirs[key]) for key, place in ours.items() if key in theirs)
    return [pairs[index] for index in rising([place for _, place in pairs])]


def _single(words: Sequence[str], width: int) -> dict[Hashable, int]:
    """Return the place of each run of so many elements that stands there once."""
    places: dict[Hashable, int] = {}
    repeated: set[Hashable] = set()
    for place in range(len(words) - width + 1):
        key = tuple(words[place : place + width])
        if key in places:
            repeated.add(key)
        places[key] = place
    return {key: place for key, place in places.items() if key not in repeated}


def _counted(words: Sequence[str]) -> dict[Hashable, int]:
    """Return the place of each element by what it is and how often that stood there before."""
    places: dict[Hashable, int] = {}
    before: Counter[str] = Counter()
    for place, word in enumerate(words):
        places[word, before[word]] = place
        before[word] += 1
    return places


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of a longest run of rising numbers, the numbers between them left out.

    Args:
        numbers: Integers that all differ.

    Example:
        >>> rising([3, 0, 1, 4, 2])
        [1, 2, 4]
    """
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(lasts, number)
        before.append(ends[length - 1] if length else -1)
        lasts[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    found: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]
