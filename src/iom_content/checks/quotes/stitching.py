"""Quotations whose parts are all official and yet do not stand together: run together, or out of order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part, Reading
from iom_content.checks.quotes.units import is_stop
from iom_content.model.quote_check import QuoteKind

__all__ = ["Run", "joints", "runs_of"]

LEAST_RUN: Final = 3
"""How many words a part has at least, unless it is all that stands between two ellipses."""


class Run(NamedTuple):
    """A part of a quotation that stands in a text word for word."""

    official: Official
    first: int
    last: int
    elements: tuple[Element, ...]
    after_gap: bool
    """Whether an ellipsis stands before it."""


def runs_of(reading: Reading, texts: Sequence[Official]) -> list[Run]:
    """Cover a quotation by the longest parts that are official, from its start on.

    Args:
        reading: The quotation.
        texts: The official texts.

    Returns:
        The parts in the order of the quotation; empty if they do not cover it.
    """
    runs: list[Run] = []
    start = 0
    elements = reading.elements
    # None where no run goes on: no official token has such a key.
    keys = [element.tokens[0].key if element.part in (Part.PLAIN, Part.STOP) else None for element in elements]
    after_gap = False
    while start < len(elements):
        element = elements[start]
        if element.part in (Part.GAP, Part.STOP):
            # Such a full stop stands before an ellipsis.
            after_gap = True
            start += 1
            continue
        if element.keys == (".",):
            # The quotation's own: it ends a sentence early.
            start += 1
            continue
        run = _longest(reading, keys, start, texts, runs[-1] if runs else None, after_gap=after_gap)
        if run is None:
            return []
        runs.append(run)
        start += len(run.elements)
        after_gap = False
    # Single words prove nothing by themselves.
    return runs if any(_count(run) >= LEAST_RUN for run in runs) else []


def joints(runs: Sequence[Run]) -> list[tuple[Run, QuoteKind]]:
    """Name what is wrong where two parts meet.

    Args:
        runs: The parts that cover a quotation.

    Returns:
        For each joint the part after it and the kind; empty if a joint is no such fault.
    """
    found: list[tuple[Run, QuoteKind]] = []
    quoted = {(id(run.official), index) for run in runs for index in range(run.first, run.last)}
    count = sum(map(_count, runs))
    for before, after in pairwise(runs):
        official = after.official
        if before.official is not official:
            found.append((after, QuoteKind.STITCHED))
        elif after.first < before.last:
            found.append((after, QuoteKind.ORDER))
        elif after.after_gap:
            continue
        elif _ends_sentence(official, before.last) and _ends_sentence(official, after.first):
            found.append((after, QuoteKind.STITCHED))
        else:
            places = range(before.last, after.first)
            left_out = sum(official.tokens[index].word and (id(official), index) not in quoted for index in places)
            if left_out * 2 > count and _are_parted(official, before.last, after.first):
                # Parts of two sentences that no near window holds together.
                found.append((after, QuoteKind.STITCHED))
            elif left_out:
                return []
    return found


def _are_parted(official: Official, first: int, last: int) -> bool:
    """Tell whether a sentence, or a block, ends between two places."""
    return any(_stops(official, index) or index in official.firsts for index in range(first, last + 1))


def _ends_sentence(official: Official, place: int) -> bool:
    """Tell whether a sentence, or a block, ends before a token that is none of the first and has words after it."""
    while not official.tokens[place].word and not _stops(official, place):
        place += 1
    return place in official.firsts or _stops(official, place) or _stops(official, place - 1)


def _stops(official: Official, index: int) -> bool:
    number = official.block_of(index)
    return is_stop(official.tokens, index, official.texts[number], official.guards.words)


def _longest(
    reading: Reading, keys: Sequence[str | None], start: int, texts: Sequence[Official], before: Run | None, *, after_gap: bool
) -> Run | None:
    """Return the longest official part at a place of the quotation; of equals one that goes on in the same text."""
    elements, quote = reading.elements, reading.quote
    best: tuple[int, bool, bool, bool] = (0, False, False, False)
    run: Run | None = None
    head = keys[start]
    for official in texts:
        for place in () if head is None else official.postings.get(head, ()):
            size = _agreeing(keys, start, official.keys, place)
            if size < best[0]:
                continue
            same = before is not None and before.official is official
            alike = quote[slice(elements[start].start, elements[start].end)] == official.raw(place)
            rank = (size, alike, same, same and before is not None and place >= before.last)
            if rank > best:
                best = rank
                run = Run(official, place, place + size, tuple(elements[start : start + size]), after_gap)
    if run is None:
        return None
    words = _count(run)
    end = start + len(run.elements)
    whole = (start == 0 or after_gap) and (end == len(keys) or keys[end] is None)
    return run if words >= LEAST_RUN or whole or _is_block(run) else None


def _is_block(run: Run) -> bool:
    """Tell whether a part is a whole block, such as a title."""
    official = run.official
    return run.first in official.firsts and (run.last in official.firsts or run.last == len(official.tokens))


def _count(run: Run) -> int:
    return sum(element.tokens[0].word for element in run.elements)


def _agreeing(keys: Sequence[str | None], start: int, official: Sequence[str], place: int) -> int:
    size = 0
    while start + size < len(keys) and place + size < len(official) and keys[start + size] == official[place + size]:
        size += 1
    return size
