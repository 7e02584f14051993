"""Phrases with places for numbers, found in text however it is cased, accented or spaced.

A phrase is written as people read it: `presence in {n} countries`. `{n}` is a whole number with the qualifying words that
may stand beside it, `{year}` a year of four digits, a blank any run of blanks, `*` any letters, and an ellipsis up to
four words of the same clause, none of them a number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.folding import Folded, fold, fold_with_places
from iom_content.language.lexicon import Lexicon, lexicons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

QUALIFIERS: Final = ("more_than", "at_least", "around", "nearly")
"""Names of the lexicon's lists of qualifying words, which are also the names of the qualifiers."""

_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = r"(?<![\d.,])(?P<number>\d{1,3}(?:[.,' ]\d{3}){1,2}|\d{1,9})(?!\d|[.,]\d)"
_YEAR: Final = r"(?<!\d)(?P<number>[12]\d{3})(?!\d)"
_PLACE: Final = re.compile(r"(\{n\}|\{year\}|\*)")
_GAP: Final = "\u2026"


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


def stated_numbers(text: str, field: str, folded: Folded | None = None) -> tuple[Stated, ...]:
    """Find the phrases of one kind in `text`, in whatever language.

    Args:
        text: Raw text, as captured.
        field: Name of the lexicon's list of phrases: `member_states` …
        folded: The same text folded with places, where it is at hand.

    Returns:
        The numbers stated, in reading order; of phrases that overlap the one that starts first, else the longest.

    Example:
        >>> stated_numbers("with over 100 offices and 175 Member States", "member_states")
        (Stated(start=26, end=43, value=175, qualifier='exactly'),)
    """
    if _DIGIT.search(text) is None:
        return ()
    folded = folded or fold_with_places(text)
    found = sorted(_matches(field, folded.text), key=_place)
    # What refuses a phrase is looked for only where there is one to refuse.
    refused = [(start, -minus_end) for start, minus_end, _, _ in _matches("not_figures", folded.text)] if found else []
    stated: list[Stated] = []
    last = 0
    for start, minus_end, match, pattern in found:
        if start < last or any(first <= start and -minus_end <= end for first, end in refused):
            continue
        last = -minus_end
        qualifier = pattern.qualifier(match)
        if not qualifier:
            # `No more than 175` states no number that anything could be held to.
            continue
        value = int(re.sub(r"\D", "", match["number"]))
        stated.append(Stated(folded.starts[start], folded.starts[last], value, qualifier))
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
    return any(pattern.literal in folded and pattern.expression.fullmatch(folded) for pattern in _compiled(field))


def mentions(text: str, field: str) -> bool:
    """Tell whether a phrase of one kind stands in `text`, in whatever language.

    Args:
        text: Raw text.
        field: Name of the lexicon's list of phrases.

    Returns:
        True if one of them does, as whole words.

    Example:
        >>> mentions("IOM joined the fair in 1961", "local"), mentions("rejoined", "local")
        (True, False)
    """
    return any(True for _ in _matches(field, fold(text)))


_LONGEST_LINE: Final = 200


class _Pattern(NamedTuple):
    expression: re.Pattern[str]
    """Its group `number` is the number, `before` and `after` the qualifying words."""
    literal: str
    """Letters without which it cannot match; looking for them first costs next to nothing."""
    words: Mapping[str, str]
    """For each qualifying word the qualifier; the empty one for other bounds."""

    def qualifier(self, match: re.Match[str]) -> str:
        groups = match.groupdict()
        word = groups.get("before") or groups.get("after")
        return self.words[word] if word else "exactly"


_Found = tuple[int, int, re.Match[str], _Pattern]


def _matches(field: str, folded: str) -> Iterator[_Found]:
    for pattern in _compiled(field):
        if pattern.literal in folded:
            for match in pattern.expression.finditer(folded):
                yield match.start(), -match.end(), match, pattern


@cache
def _compiled(field: str) -> tuple[_Pattern, ...]:
    return tuple(_pattern(phrase, words) for words in lexicons() for phrase in getattr(words, field))


def _pattern(phrase: str, words: Lexicon) -> _Pattern:
    qualifying = {fold(word): name for name in ("exactly", *QUALIFIERS) for word in getattr(words, name)}
    qualifying |= dict.fromkeys(map(fold, words.other_bounds), "")
    alternatives = "|".join(re.escape(word) for word in sorted(qualifying, key=len, reverse=True)) or r"(?!)"
    places = {
        "{n}": rf"(?:(?P<before>{alternatives}) ?)?{_NUMBER}(?: ?(?P<after>{alternatives}))?",
        "{year}": _YEAR,
        "*": r"\w*",
    }
    parts = [fold(part) for word in phrase.split() for part in _PLACE.split(word) if not _PLACE.fullmatch(part) and part != _GAP]
    start = r"(?<!\w)" if phrase[0] not in "{'" else ""
    end = "" if phrase.endswith("}") else r"(?!\w)"
    # A qualifying word in a gap would be lost, and `over 100` become 100.
    gap = rf"(?: (?!(?:{alternatives})(?!\w))[^\s\d.,;:!?()]{{1,40}}){{0,4}}?"
    expression = "".join(
        gap if word == _GAP else f"{' ' if index else ''}{_expression(word, places)}" for index, word in enumerate(phrase.split())
    )
    return _Pattern(re.compile(start + _named_once(expression) + end), max(parts, key=len), qualifying)


def _named_once(expression: str) -> str:
    """Return an expression in which the groups of the first number alone bear names."""
    first, number, rest = expression.partition("(?P<number>")
    return first + number + re.sub(r"\?P<\w+>", "?:", rest) if number and "(?P<number>" in rest else expression


def _expression(word: str, places: Mapping[str, str]) -> str:
    return "".join(places.get(part) or re.escape(fold(part)) for part in _PLACE.split(word))


def _place(found: _Found) -> tuple[int, int]:
    return found[:2]
