"""The year of the organization's founding, told from the years in which it came to a country."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from iom_content.language.folding import fold
from iom_content.language.lexicon import folded_words, lexicons
from iom_content.language.patterns import Stated, mentions, stated_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iom_content.language.folding import Folded

_SENTENCE: Final = re.compile(r"[.!?\u061f\u06d4\u2026][\"'\u201d\u00bb)]*(?=\s|\Z)|[^\W\d_]{2}[.!?](?=[^\W\d_a-z])")
_REACH: Final = 60
"""So many code points from a year its verb and its place may stand."""
_CLAUSE: Final = re.compile(r"[.,;:()\u060c\u061b\u2013\u2014]")


def founding_years(text: str, folded: Folded | None = None) -> tuple[Stated, ...]:
    """Find the years of founding that a summary states.

    A phrase that only the organization's description uses counts unless a place stands beside it; any other `since 1951`
    counts only in a sentence that speaks of the organization as a whole, in a clause that speaks of no country.

    Args:
        text: A summary.
        folded: The same text folded with places, where it is at hand.

    Returns:
        The years, in reading order.

    Example:
        >>> [stated.value for stated in founding_years("Promoting since 1951 humane migration. IOM joined Nordmark in 1961.")]
        [1951]
        >>> founding_years("IOM has been present in Nordmark since 1961.")
        ()
    """
    own = [stated for stated in stated_numbers(text, "founded", folded) if not _names_a_place(_clause(text, stated))]
    taken = [(stated.start, stated.end) for stated in own]
    general = [
        stated
        for stated in stated_numbers(text, "since", folded)
        if not any(start < stated.end and stated.start < end for start, end in taken) and _is_of_the_whole(text, stated)
    ]
    return tuple(sorted((*own, *general)))


def _is_of_the_whole(text: str, stated: Stated) -> bool:
    first, last = _bounds(_SENTENCE, text, stated)
    sentence = text[first:last]
    if not (mentions(sentence, "names") or mentions(sentence, "own_words")) or any(_places_after_names(sentence)):
        return False
    clause = _clause(text, stated)
    return not _names_a_place(clause) and not mentions(clause, "local")


def _clause(text: str, stated: Stated) -> str:
    """Return the words around a phrase up to the next marks, but no further than its verb may stand, without the phrase."""
    first, last = _bounds(_CLAUSE, text, stated)
    first, last = max(first, stated.start - _REACH), min(last, stated.end + _REACH)
    return f"{text[first : stated.start]} {text[stated.end : last]}"


def _bounds(marks: re.Pattern[str], text: str, stated: Stated) -> tuple[int, int]:
    before = [match.end() for match in marks.finditer(text, 0, stated.start)]
    after = marks.search(text, stated.end)
    return before[-1] if before else 0, after.start() if after else len(text)


def _names_a_place(clause: str) -> bool:
    """Tell whether a capital letter follows a word that stands before places."""
    return any(match[1][0].isupper() and fold(match[1]) not in folded_words("acronyms") for match in _before_place().finditer(clause))


def _places_after_names(sentence: str) -> Iterator[bool]:
    """Yield whether a place follows each name of the organization: `IOM Nordmark`, `IOM in Nordmark`."""
    for match in _names().finditer(sentence):
        rest = sentence[match.end() :].lstrip(") ")
        found = _before_place().match(rest)
        yield bool(found and not found[1][0].islower() and fold(found[1]) not in folded_words("day_words")) or rest[:1].isupper()


@cache
def _before_place() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for words in lexicons() for word in words.prepositions), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:(?:the|la|le|les|el|l'|il|die|der|den)\s+)?([^\W\d_]+)", re.IGNORECASE)


@cache
def _names() -> re.Pattern[str]:
    names = sorted({name for words in lexicons() for name in (*words.names, *words.acronyms)}, key=len, reverse=True)
    return re.compile("(?<!\\w)(?:" + "|".join(map(re.escape, names)) + ")(?!\\w)", re.IGNORECASE)
