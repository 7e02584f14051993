"""Phrases with places for numbers, found in text however it is cased, accented or spaced.

A phrase is written as people read it: `presence in {n} countries`. `{n}` is a whole number with the qualifying words that
may stand beside it, `{year}` a year of four digits, a blank any run of blanks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.folding import fold, fold_with_places
from iom_content.language.lexicon import Lexicon, lexicons

if TYPE_CHECKING:
    from collections.abc import Mapping

QUALIFIERS: Final = ("more_than", "at_least", "around", "nearly")
"""Names of the lexicon's lists of qualifying words, which are also the names of the qualifiers."""

_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = r"(?<![\d.,])(\d{1,3}(?:[.,' ]\d{3}){1,2}|\d{1,9})(?!\d|[.,]\d)"
_YEAR: Final = r"(?<!\d)([12]\d{3})(?!\d)"


class Stated(NamedTuple):
    """A number that a phrase states, with its place in the raw text."""

    start: int
    """First code point of the phrase, qualifying words included."""
    end: int
    """The code point after its last."""
    value: int
    """The number."""
    qualifier: str
    """One of `QUALIFIERS`, or `exactly`."""


def stated_numbers(text: str, field: str) -> tuple[Stated, ...]:
    """Find the phrases of one kind in `text`, in whatever language.

    Args:
        text: Raw text, as captured.
        field: Name of the lexicon's list of phrases: `member_states` …

    Returns:
        The numbers stated, in reading order; of phrases that overlap the one that starts first, else the longest.

    Example:
        >>> stated_numbers("with over 100 offices and 175 Member States", "member_states")
        (Stated(start=26, end=43, value=175, qualifier='exactly'),)
    """
    if _DIGIT.search(text) is None:
        return ()
    folded = fold_with_places(text)
    refused = [match.span() for pattern in _compiled("not_figures") for match in pattern.expression.finditer(folded.text)]
    found = sorted(
        (
            (match.start(), -match.end(), match, pattern)
            for pattern in _compiled(field)
            for match in pattern.expression.finditer(folded.text)
        ),
        key=_place,
    )
    stated: list[Stated] = []
    last = 0
    for start, minus_end, match, pattern in found:
        if start < last or any(first <= start and -minus_end <= end for first, end in refused):
            continue
        last = -minus_end
        value = int(re.sub(r"\D", "", match[2]))
        stated.append(Stated(folded.starts[start], folded.starts[last], value, pattern.qualifier(match)))
    return tuple(stated)


def is_stated(text: str, field: str) -> bool:
    r"""Tell whether the whole of `text` is a phrase of one kind, in whatever language.

    Args:
        text: One line.
        field: Name of the lexicon's list of phrases.

    Returns:
        True if a phrase matches from the first word to the last.

    Example:
        >>> is_stated("DISPLAYING 1 \u2013 2 of 9", "counters")
        True
    """
    folded = fold(text) if len(text) <= _LONGEST_LINE else ""
    return any(pattern.expression.fullmatch(folded) for pattern in _compiled(field))


_LONGEST_LINE: Final = 200


class _Pattern(NamedTuple):
    expression: re.Pattern[str]
    """Its groups are the word before the number, the number and the word after it."""
    words: Mapping[str, str]
    """For each qualifying word the qualifier."""

    def qualifier(self, match: re.Match[str]) -> str:
        word = match[1] or match[3]
        return self.words[word] if word else "exactly"


@cache
def _compiled(field: str) -> tuple[_Pattern, ...]:
    return tuple(_pattern(phrase, words) for words in lexicons() for phrase in getattr(words, field))


def _pattern(phrase: str, words: Lexicon) -> _Pattern:
    qualifying = {fold(word): name for name in QUALIFIERS for word in getattr(words, name)}
    alternatives = "|".join(re.escape(word) for word in sorted(qualifying, key=len, reverse=True)) or r"(?!)"
    places = {"{n}": rf"(?:({alternatives}) ?)?{_NUMBER}(?: ?({alternatives}))?", "{year}": rf"(){_YEAR}()"}
    start = "" if phrase.startswith("{") else r"(?<!\w)"
    end = "" if phrase.endswith("}") else r"(?!\w)"
    return _Pattern(re.compile(start + " ".join(_expression(word, places) for word in phrase.split()) + end), qualifying)


def _expression(word: str, places: Mapping[str, str]) -> str:
    return "".join(places.get(part) or re.escape(fold(part)) for part in re.split(r"(\{n\}|\{year\})", word))


def _place(found: tuple[int, int, re.Match[str], _Pattern]) -> tuple[int, int]:
    return found[:2]
