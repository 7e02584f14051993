"""Whether a place satisfies a query, where, and how well: the one rule that every index answers by.

Places are ranked by BM25 as SQLite's FTS5 computes it, with k1 = 1.2 and b = 0.75, in the same order of operations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Final

from iom_content.query.question import Either, Near, Node, Phrase
from iom_content.query.search_words import Word

__all__ = ["Counts", "Placed", "idf_of", "leaves_of", "score_of"]

_K1: Final = 1.2
_B: Final = 0.75
_COMMON: Final = 1e-6


class Counts:
    """The words of one place by their keys."""

    __slots__ = ("at", "length")

    def __init__(self, keys: Iterable[str]) -> None:
        """Keep at which numbers each key stands."""
        self.at: dict[str, list[int]] = {}
        self.length: int = 0
        for number, key in enumerate(keys):
            self.at.setdefault(key, []).append(number)
            self.length = number + 1

    def starts(self, phrase: Phrase) -> list[int]:
        """Return the numbers of the words at which a phrase begins."""
        *whole, last = phrase.keys
        if not whole:
            return self._last(last, prefix=phrase.prefix)
        rows = [self.at.get(key, []) for key in whole]
        if not all(rows):
            return []
        others = [set(row) for row in rows[1:]]
        ends = set(self._last(last, prefix=phrase.prefix))
        length = len(whole)
        return [start for start in rows[0] if start + length in ends and all(start + offset in row for offset, row in enumerate(others, 1))]

    def satisfies(self, node: Node) -> bool:
        """Tell whether a query holds."""
        if isinstance(node, Phrase):
            return bool(self.starts(node))
        if isinstance(node, Near):
            return bool(self.near(node))
        if isinstance(node, Either):
            return any(map(self.satisfies, node.parts))
        return all(map(self.satisfies, node.parts)) and not any(map(self.satisfies, node.without))

    def near(self, node: Near) -> list[tuple[Phrase, int]]:
        """Return the phrases that stand near each other, each with the number of its first word."""
        starts = [(phrase, self.starts(phrase)) for phrase in node.phrases]
        if not all(found for _, found in starts):
            return []
        near: dict[tuple[Phrase, int], None] = {}
        for first, numbers in starts:
            for number in numbers:
                reach = number + len(first.keys) + node.distance
                rows = [(phrase, [at for at in found if number <= at <= reach]) for phrase, found in starts]
                if all(found for _, found in rows):
                    near.update(dict.fromkeys((phrase, at) for phrase, found in rows for at in found))
        return list(near)

    def words_of(self, node: Node) -> Iterator[int]:
        """Yield the numbers of the words that a query names and that count: those of what is satisfied."""
        if isinstance(node, Phrase):
            for start in self.starts(node):
                yield from range(start, start + len(node.keys))
        elif isinstance(node, Near):
            for phrase, start in self.near(node):
                yield from range(start, start + len(phrase.keys))
        elif self.satisfies(node):
            for part in node.parts:
                yield from self.words_of(part)

    def _last(self, key: str, *, prefix: bool) -> list[int]:
        if not prefix:
            return self.at.get(key, [])
        return sorted(number for each, numbers in self.at.items() if each.startswith(key) for number in numbers)


class Placed:
    """The words of a place with where they stand."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Keep the words."""
        self.words = words
        self.counts: Counts = Counts(word.key for word in words)

    def spans(self, node: Node) -> list[tuple[int, int]]:
        """Return where the words stand that a query names, in reading order."""
        return [(self.words[number].start, self.words[number].end) for number in sorted(set(self.counts.words_of(node)))]


def leaves_of(node: Node) -> tuple[Phrase, ...]:
    """Return the phrases that are sought, in order; those that are excluded are not."""
    if isinstance(node, Phrase):
        return (node,)
    if isinstance(node, Near):
        return node.phrases
    return tuple(leaf for part in node.parts for leaf in leaves_of(part))


def idf_of(rows: int, having: int) -> float:
    """Return the weight of a phrase that so many of the rows have."""
    weight = log((rows - having + 0.5) / (having + 0.5))
    return weight if weight > 0.0 else _COMMON


def score_of(weights: Sequence[float], frequencies: Sequence[int], length: int, average: float) -> float:
    """Return how well a place fits: the less, the better."""
    score = 0.0
    for weight, frequency in zip(weights, frequencies, strict=True):
        count = float(frequency)
        score += weight * ((count * (_K1 + 1.0)) / (count + _K1 * (1 - _B + _B * length / average)))
    return -1.0 * score
