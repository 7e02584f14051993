"""Places searched without a database: for small datasets, and where Python comes without sqlite3."""

from __future__ import annotations

from functools import cached_property

from iom_content.query.matching import Counts, idf_of, leaves_of, score_of
from iom_content.query.question import Either, Near, Node, Phrase
from iom_content.query.search_words import words_in
from iom_content.query.spots import Spot

__all__ = ["InMemory"]


class InMemory:
    """Places by their words."""

    def __init__(self, spots: list[Spot]) -> None:
        """Take the words of every place; places without words are never found."""
        counted = [(spot, Counts(word.key for word in words_in(spot.text))) for spot in spots]
        self._spots = [spot for spot, counts in counted if counts.length]
        self._counts = [counts for _, counts in counted if counts.length]
        self._rows: dict[str, set[int]] = {}
        for number, counts in enumerate(self._counts):
            for key in counts.at:
                self._rows.setdefault(key, set()).add(number)
        self._average = sum(counts.length for counts in self._counts) / (len(self._counts) or 1)

    @cached_property
    def _keys(self) -> list[str]:
        return sorted(self._rows)

    def spots(self) -> list[Spot]:
        """Return every place that has words, in order."""
        return self._spots

    def best(self, tree: Node, limit: int | None) -> list[Spot]:
        """Return the places that satisfy a query, the best first, at most so many."""
        leaves = leaves_of(tree)
        weights = [idf_of(len(self._spots), self._having(leaf)) for leaf in leaves]
        found: list[tuple[float, int]] = []
        for number in self._candidates(tree):
            counts = self._counts[number]
            if counts.satisfies(tree):
                frequencies = [len(counts.starts(leaf)) for leaf in leaves]
                found.append((score_of(weights, frequencies, counts.length, self._average), number))
        return [self._spots[number] for _, number in sorted(found)[:limit]]

    def _having(self, leaf: Phrase) -> int:
        return sum(1 for number in self._candidates(leaf) if self._counts[number].starts(leaf))

    def _candidates(self, node: Node) -> set[int]:
        """Return the places that have all words that a query cannot do without."""
        if isinstance(node, Phrase):
            *whole, last = node.keys
            found = set(self._beginning(last)) if node.prefix else set(self._rows.get(last, ()))
            for key in whole:
                found &= self._rows.get(key, set[int]())
            return found
        first, *others = [self._candidates(part) for part in (node.phrases if isinstance(node, Near) else node.parts)]
        return first.union(*others) if isinstance(node, Either) else first.intersection(*others)

    def _beginning(self, key: str) -> set[int]:
        # Imported here, because most queries ask for no beginnings and a first search has ten milliseconds.
        from bisect import bisect_left

        found: set[int] = set()
        for at in range(bisect_left(self._keys, key), len(self._keys)):
            if not self._keys[at].startswith(key):
                break
            found |= self._rows[self._keys[at]]
        return found
