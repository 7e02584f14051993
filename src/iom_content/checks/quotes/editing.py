"""The least change that leads from official words to quoted ones, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from iom_content.checks.quotes.brackets import Brackets
from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part
from iom_content.language.words import Token

__all__ = ["Edit", "edits"]

MOST_CELLS: Final = 300_000
"""How large a table may be that finds the least change; beyond it common runs are matched first."""

_WORD: Final = 4
_PART: Final = 2
_MARK: Final = 1
_RELATED: Final = 3
_UNRELATED: Final = 5
_NEVER: Final = 1000
_FAR: Final = 1 << 30
_BOUNDS: Final = (16, 96, _FAR)
"""Bounds of a change, tried in turn: most quotations differ in a few words."""
_EDGE: Final = 4
"""What it costs besides that a content word at an edge has no counterpart: rather two words are left out next to it."""


class Edit(NamedTuple):
    """One element of the quotation, one official token, or one laid on the other."""

    element: Element | None
    """None where official words were left out."""
    first: int
    """The first official token."""
    last: int
    """The token after the last; the same as the first where something was added."""
    same: bool
    """Whether the two agree, spelling and blanks apart."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The quoted tokens, none where official words were left out."""
        return () if self.element is None else self.element.tokens


def edits(elements: Sequence[Element], official: Official, first: int, last: int) -> list[Edit]:
    """Lay a quotation on a range of official tokens with the least change.

    Args:
        elements: The elements of the quotation.
        official: The text.
        first: The first official token that may be used.
        last: The token after the last.

    Returns:
        The edits in order; official tokens before the first and after the last that agree are left out.
    """
    if len(elements) * (last - first) > MOST_CELLS:
        found = _by_common_runs(elements, official, first, last)
    else:
        found = _Table(elements, official, first, last).edits()
    while found and found[0].element is None:
        found.pop(0)
    while found and found[-1].element is None:
        found.pop()
    return _with_moved_words(found, official, first, last)


def _with_moved_words(found: list[Edit], official: Official, first: int, last: int) -> list[Edit]:
    """Take official words right before or after into the range if just those were added: they were moved."""
    places = [place for place, edit in enumerate(found) if _adds_word(edit)]
    if not places:
        return found
    added = Counter(token.key for place in places for token in found[place].tokens if token.word)
    count = sum(added.values())
    if count == 1 and official.guards.of(next(iter(added))):
        # A guarded word by itself is added, wherever its like stands.
        return found
    # Content words are not met again by chance; function words are, and count as moved only near the edge.
    certain = all(map(official.guards.is_content, added))
    before = _words_from(official, range(found[0].first - 1, first - 1, -1), count)
    if (certain or places[0] <= count) and Counter(official.keys[index] for index in before) == added:
        return [*(Edit(None, index, index + 1, False) for index in range(before[-1], found[0].first)), *found]
    after = _words_from(official, range(found[-1].last, last), count)
    if (certain or len(found) - 1 - places[-1] <= count) and Counter(official.keys[index] for index in after) == added:
        return [*found, *(Edit(None, index, index + 1, False) for index in range(found[-1].last, after[-1] + 1))]
    return found


def _adds_word(edit: Edit) -> bool:
    added = edit.element is not None and edit.element.part is not Part.BRACKET and edit.first == edit.last and not edit.same
    return added and any(token.word for token in edit.tokens)


def _words_from(official: Official, places: range, count: int) -> list[int]:
    """Return the first so many words of a range."""
    return [index for index in places if official.tokens[index].word][:count]


class _Row(NamedTuple):
    """The costs of laying some first elements, at neighbouring places."""

    first: int
    """The place of the first cost."""
    costs: list[int]
    moves: list[int]
    """For each place how many official tokens the last element takes; -1 if an official token is left out before it."""


class _Table:
    """Costs of laying the first so many elements on the official tokens up to a place.

    On the way costs only grow. So a change that costs no more than a bound is found without the places that cost more:
    nearly all of them, where a quotation is nearly true.
    """

    def __init__(self, elements: Sequence[Element], official: Official, first: int, last: int) -> None:
        self._elements = elements
        self._official = official
        self._first = first
        self._size = last - first
        self._brackets = Brackets(official, any_bracket=False)
        # At each place the token before it; none before the first, where nothing can be laid or left out.
        self._keys = [("", False), *((official.keys[index], official.tokens[index].word) for index in range(first, last))]
        self._left_out = [0, *(_cost_left_out(official, index) for index in range(first, last))]

    def edits(self) -> list[Edit]:
        return next(found for bound in _BOUNDS if (found := self._within(bound)))

    def _within(self, bound: int) -> list[Edit]:
        """Return the edits of the least change; none if it costs more than a bound."""
        rows = [_Row(0, [0] * (self._size + 1), [0] * (self._size + 1))]
        for number, element in enumerate(self._elements):
            edge = number in (0, len(self._elements) - 1) and self._is_content(element)
            row = self._gap_row(rows[-1]) if element.part is Part.GAP else self._row(element, rows[-1], _EDGE if edge else 0, bound)
            cheap = [place for place, cost in enumerate(row.costs) if cost <= bound]
            if not cheap:
                return []
            kept = slice(cheap[0], cheap[-1] + 1)
            rows.append(_Row(row.first + kept.start, row.costs[kept], row.moves[kept]))
        # Of places that cost the same the last: there more of the quotation lies on official words.
        last = rows[-1]
        place = min(range(len(last.costs) - 1, -1, -1), key=last.costs.__getitem__)
        return self._traced(rows, last.first + place)

    def _is_content(self, element: Element) -> bool:
        return element.part is Part.PLAIN and element.tokens[0].word and self._official.guards.is_content(element.tokens[0].key)

    def _row(self, element: Element, above: _Row, alone: int, bound: int) -> _Row:
        """Return the costs of one more element; `alone` is what it costs besides to match none."""
        added = self._added(element) + alone
        costs: list[int] = []
        moves: list[int] = []
        bracket = element.part is Part.BRACKET
        last = _FAR
        start, stop = above.first, above.first + len(above.costs) + 1
        layings, leavings = self._costs_of_laying(element, start, stop), self._left_out[start:stop]
        for up, before, laying, leaving in zip([*above.costs, _FAR], [_FAR, *above.costs], layings, leavings, strict=False):
            best, move = up + added, 0
            laid = before + laying + (alone if laying else 0)
            if laid < best or (laid == best and not bracket):
                best, move = laid, 1
            if last + leaving < best:
                best, move = last + leaving, -1
            last = best
            costs.append(best)
            moves.append(move)
        for leaving in self._left_out[stop:]:
            # Further on one can but leave out.
            last += leaving
            if last > bound:
                break
            costs.append(last)
            moves.append(-1)
        return _Row(start, costs, moves)

    def _gap_row(self, above: _Row) -> _Row:
        """An ellipsis leaves out any number of official tokens at no cost."""
        costs: list[int] = []
        moves: list[int] = []
        last = _FAR
        for cost in [*above.costs, *[_FAR] * (self._size + 1 - above.first - len(above.costs))]:
            moves.append(-1 if last < cost else 0)
            last = min(last, cost)
            costs.append(last)
        return _Row(above.first, costs, moves)

    def _added(self, element: Element) -> int:
        if element.part is Part.BRACKET:
            return 0 if not self._brackets.faults(element, self._first, self._first) else _WORD * len(element.words)
        if element.part is Part.STOP:
            return 0
        # A word more is a little worse than a word less: of two places the one with more official words is the nearer.
        return _WORD + 1 if element.part in (Part.IN_WORD, Part.BROKEN) else _cost_alone(element.tokens[0]) + element.tokens[0].word

    def _costs_of_laying(self, element: Element, start: int, stop: int) -> list[int]:
        """Return for each of some places what it costs to lay an element on the token before it."""
        if element.part is Part.BRACKET:
            places = range(self._first + start - 1, self._first + min(stop, self._size + 1) - 1)
            return [0 if place + 1 in self._brackets.replaced(element, place) else _UNRELATED for place in places]
        keys = self._keys[start:stop]
        key = element.words[0] if element.words else element.tokens[0].key
        if element.part in (Part.PLAIN, Part.STOP) and not element.tokens[0].word:
            return [0 if official == key else _NEVER if word else _MARK for official, word in keys]
        close = self._official.guards.are_close
        costs = {official: _RELATED if close(key, official) else _UNRELATED for official, word in keys if word}
        costs[key] = 0
        if element.part is Part.IN_WORD:
            costs |= {official: 0 for official, cost in costs.items() if cost == _RELATED and self._brackets.is_form(element, official)}
        return [costs[official] if word else _NEVER for official, word in keys]

    def _traced(self, rows: Sequence[_Row], place: int) -> list[Edit]:
        found: list[Edit] = []
        number = len(self._elements)
        while number > 0:
            row, above = rows[number], rows[number - 1]
            move = row.moves[place - row.first]
            at = self._first + place
            element = self._elements[number - 1]
            if move == -1 and element.part is not Part.GAP:
                found.append(Edit(None, at - 1, at, False))
                place -= 1
                continue
            if move == -1:
                # What an ellipsis leaves out is one edit.
                while row.moves[place - row.first] == -1:
                    place -= 1
                found.append(Edit(element, self._first + place, at, True))
            else:
                same = row.costs[place - row.first] == above.costs[place - move - above.first]
                found.append(Edit(element, at - move, at, same))
                place -= move
            number -= 1
        found.reverse()
        return found


def _cost_alone(token: Token) -> int:
    """Return what it costs that a token has no counterpart; further parts of a compound are little by themselves."""
    return _MARK if not token.word else _PART if token.joined else _WORD


def _cost_left_out(official: Official, index: int) -> int:
    return min(_cost_alone(official.tokens[index]), _WORD if official.starts_word(index + 1) else _PART)


def _by_common_runs(elements: Sequence[Element], official: Official, first: int, last: int) -> list[Edit]:
    """Match common runs first: for long texts, where a table would cost too much."""
    keys = [element.words[0] if element.words else element.tokens[0].key for element in elements]
    matcher = SequenceMatcher(None, keys, official.keys[first:last])
    found: list[Edit] = []
    for name, start, end, low, high in matcher.get_opcodes():
        pairs = min(end - start, high - low) if name in ("equal", "replace") else 0
        found += [Edit(elements[start + step], first + low + step, first + low + step + 1, name == "equal") for step in range(pairs)]
        found += [Edit(elements[place], first + low + pairs, first + low + pairs, False) for place in range(start + pairs, end)]
        found += [Edit(None, place, place + 1, False) for place in range(first + low + pairs, first + high)]
    return found
