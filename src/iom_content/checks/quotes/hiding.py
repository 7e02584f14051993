"""Guarded words that the ellipses of a quotation hide: those cut out of units of which other words are quoted."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from iom_content.checks.quotes.official import Official
from iom_content.language.guards import NUMBER

__all__ = ["hidden_guards"]

BESIDE: Final = 2
"""How many words may stand between two numbers that are beside one another."""


def hidden_guards(official: Official, runs: tuple[tuple[int, int], ...], edges: tuple[bool, bool]) -> list[tuple[str, int]]:
    """Return the guarded words that ellipses cut out of units of which other words are quoted.

    Args:
        official: The text.
        runs: The quoted ranges of tokens, in order.
        edges: Whether an ellipsis stands before the first run, and after the last.

    Returns:
        Kind and token of each; in a language without guarded words, any first one with the kind `word`. At an edge only a
        number beside a quoted one counts: there an ellipsis does no more than a crop does.
    """
    if len(runs) == 1 and not any(edges):
        return []
    hidden: list[tuple[str, int]] = []
    quoted_units = {official.units[index] for first, last in runs for index in range(first, last) if official.tokens[index].word}
    gaps = [(end, after, False) for (_, end), (after, _) in pairwise(runs)]
    reach = 2 * BESIDE + 2
    if edges[0]:
        gaps.append((max(0, runs[0][0] - reach), runs[0][0], True))
    if edges[1]:
        gaps.append((runs[-1][1], min(len(official.tokens), runs[-1][1] + reach), True))
    for first, last, edge in gaps:
        for index in range(first, last):
            if not official.tokens[index].word or official.units[index] not in quoted_units:
                continue
            if not official.guards.known and not edge:
                # Nobody can tell whether it ought to be guarded.
                hidden.append(("word", index))
                break
            if not edge:
                hidden += [(kind, index) for kind in official.kinds_beside(official.keys[index], index) if kind != NUMBER]
            if official.is_number(index) and _beside_a_quoted_number(official, runs, index, edge=edge):
                hidden.append((NUMBER, index))
    return hidden


def _beside_a_quoted_number(official: Official, runs: tuple[tuple[int, int], ...], index: int, *, edge: bool) -> bool:
    """Tell whether a number that is left out stands at most so many words from a quoted one of its unit.

    At an edge no mark may stand between: *In 2019, 300 boats* are two numbers, of which a crop may show one.
    """
    for direction in (-1, 1):
        words = 0
        at = index + direction
        while 0 <= at < len(official.tokens) and words <= BESIDE and official.units[at] == official.units[index]:
            if official.tokens[at].word:
                if official.is_number(at) and any(first <= at < last for first, last in runs):
                    return True
                words += 1
            elif edge and not official.tokens[at].joined:
                break
            at += direction
    return False
