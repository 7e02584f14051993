"""The blocks of two versions of a statement: which is which, and which are new, gone or elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from iom_content.dataset.diff_plain import Place, change
from iom_content.language.sequences import matched
from iom_content.language.words import tokens_of
from iom_content.model.change import Change, ChangeKind
from iom_content.model.statement import Block

__all__ = ["compared_blocks"]

Compare = Callable[[Block, Block, Place], Iterator[Change]]

# Up to so many pairs of blocks are looked at for words they share; longer rewritten stretches are paired by place alone.
_MOST_PAIRS: Final = 2_500


class _Pair(NamedTuple):
    old: int
    new: int
    moved: bool


def compared_blocks(old: Sequence[Block], new: Sequence[Block], place: Place, compare: Compare) -> Iterator[Change]:
    """Yield what differs between two sequences of blocks.

    Blocks of the same text in the same order are the same block; one of the same text elsewhere was moved. Of those between
    two that stayed, a pair that shares most of its words was changed, and so was what stands in the place of as many others;
    the rest is removed or added.

    Args:
        old: The blocks as they were.
        new: The blocks as they are.
        place: Where they stand.
        compare: Yields what differs between two blocks that are one.
    """
    pairs = _pairs([block.text for block in old], [block.text for block in new])
    lost, found = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    rows: list[tuple[int, int, list[Change]]] = []
    for index, block in enumerate(old):
        if index not in lost:
            rows.append((index, 0, [change(ChangeKind.REMOVED, place.below(f"/{index}", ""), block, None)]))
    for pair in pairs:
        here = place.below(f"/{pair.old}", f"/{pair.new}")
        ours, theirs = old[pair.old], new[pair.new]
        moved = [change(ChangeKind.MOVED, here, ours, theirs)] if pair.moved else []
        rows.append((pair.new, 1, [*moved, *compare(ours, theirs, here)]))
    for index, block in enumerate(new):
        if index not in found:
            rows.append((index, 1, [change(ChangeKind.ADDED, place.below("", f"/{index}"), None, block)]))
    for _, _, changes in sorted(rows, key=_position):
        yield from changes


def _position(row: tuple[int, int, list[Change]]) -> tuple[int, int]:
    return row[0], row[1]


def _pairs(old: list[str], new: list[str]) -> list[_Pair]:
    stayed = matched(old, new)
    moved = _elsewhere(old, new, stayed)
    gone, come = {here for here, _ in (*stayed, *moved)}, {there for _, there in (*stayed, *moved)}
    changed: list[tuple[int, int]] = []
    here = there = 0
    for left, right in (*stayed, (len(old), len(new))):
        ours = [index for index in range(here, left) if index not in gone]
        theirs = [index for index in range(there, right) if index not in come]
        rewritten = _rewritten([old[index] for index in ours], [new[index] for index in theirs])
        changed += [(ours[before], theirs[after]) for before, after in rewritten]
        here, there = left + 1, right + 1
    return [_Pair(*pair, moved=False) for pair in (*stayed, *changed)] + [_Pair(*pair, moved=True) for pair in moved]


def _elsewhere(old: list[str], new: list[str], stayed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair the texts that did not stay in order but are on both sides."""
    gone, come = {here for here, _ in stayed}, {there for _, there in stayed}
    waiting: dict[str, list[int]] = {}
    for index in reversed(range(len(new))):
        if index not in come:
            waiting.setdefault(new[index], []).append(index)
    return [(index, same.pop()) for index, text in enumerate(old) if index not in gone and (same := waiting.get(text))]


def _rewritten(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Pair the texts of a stretch that was rewritten: those that share most words, then those that stand place for place."""
    # As in `matched`, the sides must not matter.
    if (len(new), new) < (len(old), old):
        return [(here, there) for there, here in _rewritten(new, old)]
    alike = _alike(old, new) if len(old) * len(new) <= _MOST_PAIRS else []
    pairs = list(alike)
    here = there = 0
    for left, right in (*alike, (len(old), len(new))):
        if left - here == right - there:
            pairs += zip(range(here, left), range(there, right), strict=True)
        here, there = left + 1, right + 1
    return pairs


def _alike(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the pairs, in order on both sides, that together share the most words."""
    ours, theirs = [_words(text) for text in old], [_words(text) for text in new]
    shared = [[_shared(one, other) for other in theirs] for one in ours]
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for here in range(len(old) - 1, -1, -1):
        for there in range(len(new) - 1, -1, -1):
            together = shared[here][there] and shared[here][there] + best[here + 1][there + 1]
            best[here][there] = max(together, best[here + 1][there], best[here][there + 1])
    pairs: list[tuple[int, int]] = []
    here = there = 0
    while here < len(old) and there < len(new):
        if shared[here][there] and best[here][there] == shared[here][there] + best[here + 1][there + 1]:
            pairs.append((here, there))
            here, there = here + 1, there + 1
        elif best[here][there] == best[here + 1][there]:
            here += 1
        else:
            there += 1
    return pairs


def _words(text: str) -> Counter[str]:
    return Counter(text[token.start : token.end] for token in tokens_of(text))


def _shared(one: Counter[str], other: Counter[str]) -> int:
    """Count the words that two texts share, or 0 if they are not most of both."""
    common = (one & other).total()
    return common if 2 * common > max(one.total(), other.total()) else 0
