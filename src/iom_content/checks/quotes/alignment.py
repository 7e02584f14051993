"""Alignments of a quotation with an official text, word for word.

An alignment lays each run of quoted words on the same words of the text, in order. Between runs stand ellipses and
brackets; what each of them did to the official words is a step. Whether the steps are lawful is decided elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from iom_content.checks.quotes.brackets import Brackets
from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part, Reading

__all__ = ["Alignment", "How", "Step", "alignments"]

MOST_ALIGNMENTS: Final = 200
"""How many alignments with one text are looked at."""
MOST_MARKS: Final = 60
"""How many ellipses and brackets of a quotation are given a meaning."""


class How(Enum):
    """What an element did to the official words."""

    SAME = "same"
    OMITTED = "omitted"
    ADDED = "added"
    REPLACED = "replaced"
    CASED = "cased"
    JOINED = "joined"
    SQUARED = "squared"
    ABSORBED = "absorbed"


_WORDED: Final = (Part.PLAIN, Part.IN_WORD, Part.BROKEN)
_QUOTED: Final = (How.SAME, How.CASED, How.JOINED)
"""Of these, what leaves an official word in the quotation."""


class Step(NamedTuple):
    """One element laid on a range of official tokens, which may be empty."""

    element: Element
    how: How
    first: int
    last: int


class Alignment(NamedTuple):
    """A quotation laid on one official text."""

    official: Official
    steps: tuple[Step, ...]

    @property
    def first(self) -> int:
        """Index of the first official token."""
        return self.steps[0].first

    @property
    def last(self) -> int:
        """Index after the last official token."""
        return self.steps[-1].last

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The ranges of official tokens that are quoted without omission, in order."""
        runs: list[tuple[int, int]] = []
        start = self.first
        for step in self.steps:
            if step.how is How.OMITTED and step.last > step.first:
                runs.append((start, step.first))
                start = step.last
        runs.append((start, self.last))
        return tuple(run for run in runs if run[1] > run[0])

    @property
    def order(self) -> tuple[int, int]:
        """The key by which the shortest comes first, then the earliest."""
        return (self.last - self.first, self.first)


def alignments(reading: Reading, official: Official, *, any_bracket: bool = False) -> Iterator[Alignment]:
    """Lay a quotation on a text in every way, up to a limit.

    Args:
        reading: The quotation.
        official: The text.
        any_bracket: Whether a bracket may replace any words, not only those that it lawfully replaces.

    Yields:
        The alignments; those of one start with the nearest continuation first.
    """
    elements = reading.elements
    if sum(element.part is not Part.PLAIN for element in elements) > MOST_MARKS:
        return
    if not any(element.part in _WORDED or official.postings.keys() >= set(element.keys) for element in elements):
        # Nothing here can be quoted: whatever the brackets and ellipses mean, no alignment comes of it.
        return
    search = _Search(elements, official, Brackets(official, any_bracket=any_bracket))
    # Every mark at the edges is looked at anew for each alignment; of heaps of them one tells enough.
    most = MOST_ALIGNMENTS if len(reading.leading) + len(reading.trailing) <= MOST_MARKS else 1
    found = 0
    for start in search.starts():
        for steps in search.laid(0, start):
            yield Alignment(official, tuple(steps))
            found += 1
            if found == most:
                return


class _Search:
    """A search by depth first that forgets no dead end."""

    def __init__(self, elements: tuple[Element, ...], official: Official, brackets: Brackets) -> None:
        self._official = official
        self._keys = official.keys
        self._brackets = brackets
        self._items = _items(elements)
        self._runs = [[element.tokens[0].key for element in item] for item in self._items]
        # Dead ends: an item that cannot be laid at a place, and for ellipses the first place after which nothing can follow.
        self._dead: set[tuple[int, int, bool]] = set()
        self._exhausted: dict[int, int] = {}

    def starts(self) -> Iterator[int]:
        """Yield the places at which the first item may lie."""
        if self._items[0][0].part is Part.PLAIN:
            yield from self._occurrences(0, 0)
        else:
            yield from range(len(self._keys))

    def laid(self, number: int, place: int, *, quoted: bool = False) -> Iterator[list[Step]]:
        """Yield the ways to lay the items from one on at a place; `quoted` tells whether those before quote a word."""
        if number == len(self._items):
            if quoted:
                yield []
            return
        alive = False
        for steps, after in self._ways(number, place, quoted=quoted):
            so_far = quoted or steps[0].how in _QUOTED
            if (number + 1, after, so_far) in self._dead:
                continue
            for rest in self.laid(number + 1, after, quoted=so_far):
                alive = True
                yield [*steps, *rest]
        if not alive:
            self._dead.add((number, place, quoted))

    def _ways(self, number: int, place: int, *, quoted: bool) -> Iterator[tuple[list[Step], int]]:
        """Yield the steps of an item laid at a place, and the place after it."""
        item = self._items[number]
        if item[0].part is Part.PLAIN:
            if self._keys[place : place + len(item)] == self._runs[number]:
                places = range(place, place + len(item))
                yield [Step(element, How.SAME, at, at + 1) for element, at in zip(item, places, strict=True)], places.stop
            return
        element = item[0]
        size = len(element.tokens)
        if tuple(self._keys[place : place + size]) == element.keys:
            yield [Step(element, How.SAME, place, place + size)], place + size
        for how, after in self._meanings(element, number, place, quoted=quoted):
            yield [Step(element, how, place, after)], after

    def _meanings(self, element: Element, number: int, place: int, *, quoted: bool) -> Iterator[tuple[How, int]]:
        """Yield what a mark may do at a place, and the place after it."""
        if element.part is Part.STOP:
            yield How.ABSORBED, place
        elif element.part is Part.GAP:
            yield from ((How.OMITTED, after) for after in self._after_gap(number, place, quoted=quoted))
        elif element.part is Part.BRACKET:
            size = len(element.tokens)
            if self._brackets.is_squared(element, place):
                yield How.SQUARED, place + size
            elif place < size or not self._brackets.is_squared(element, place - size):
                # Beside round brackets around the same words it is those and adds nothing.
                yield How.ADDED, place
            yield from ((How.REPLACED, after) for after in self._brackets.replaced(element, place))
        elif place < len(self._keys):
            same = self._keys[place] == element.words[0]
            if element.part is Part.BROKEN and same:
                yield How.JOINED, place + 1
            elif element.part is Part.IN_WORD and self._brackets.completes(element, place):
                yield How.CASED if same else How.REPLACED, place + 1

    def _after_gap(self, number: int, place: int, *, quoted: bool) -> Iterator[int]:
        """Yield the places at which the item after an ellipsis may lie, the nearest first."""
        if self._exhausted.get(number, len(self._keys) + 1) <= place:
            return
        alive = False
        if number + 1 < len(self._items) and self._items[number + 1][0].part is Part.PLAIN:
            for after in self._occurrences(number + 1, place):
                alive = True
                yield after
        else:
            alive = True
            places = range(place, min(len(self._keys), place + _NEAR_GAP))
            yield from (after for after in places if (number + 1, after, quoted) not in self._dead)
        if not alive:
            self._exhausted[number] = place

    def _occurrences(self, number: int, place: int) -> Iterator[int]:
        """Yield the places from one on at which a run of words stands."""
        keys = self._runs[number]
        postings = self._official.postings.get(keys[0], [])
        size = len(keys)
        for index in range(bisect_left(postings, place), len(postings)):
            at = postings[index]
            if self._keys[at : at + size] == keys:
                yield at


_NEAR_GAP: Final = 400


def _items(elements: tuple[Element, ...]) -> list[list[Element]]:
    """Group plain tokens into runs; every other element is an item of its own."""
    items: list[list[Element]] = []
    for element in elements:
        if element.part is Part.PLAIN and items and items[-1][0].part is Part.PLAIN:
            items[-1].append(element)
        else:
            items.append([element])
    return items
