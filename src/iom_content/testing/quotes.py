"""Quotations for Hypothesis, true ones and altered ones, each with the kinds of differences that were planted in it.

They are made from any official text, so that a project can prove how its own checks treat them.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from iom_content.language.words import tokens_of
from iom_content.model.quote_check import PERMITTED, QuoteKind
from iom_content.testing.quote_changes import ALTERED, FAITHFUL, Change, Draft

# After the changes, which say in one line what to install where Hypothesis is missing.
from hypothesis import assume  # isort: skip
from hypothesis import strategies as st  # isort: skip
from hypothesis.strategies import DrawFn  # isort: skip

__all__ = ["PlantedQuote", "altered_quotes", "exact_quotes", "faithful_quotes"]

LEAST_WORDS: Final = 8
"""How many words a quotation has at least before something is planted in it."""

_MARKS: Final = (
    ("\u201c", "\u201d"),
    ('"', '"'),
    ("\u00ab", "\u00bb"),
    ("\u2018", "\u2019"),
    ("\u201e", "\u201c"),
    ("", "\u201d"),
    ("\u201c", ""),
)


@attrs.frozen(kw_only=True)
class PlantedQuote:
    """A quotation made from official words.

    Example:
        >>> exact_quotes("The ferry leaves at dawn.").validate()
    """

    quote: str
    """The quotation."""
    official: str
    """The official words that it was made from."""
    kinds: tuple[QuoteKind, ...]
    """The kinds of what was changed, sorted; none if it is exact."""

    @property
    def ok(self) -> bool:
        """Whether every change is permitted."""
        return PERMITTED.issuperset(self.kinds)


@st.composite
def exact_quotes(draw: DrawFn, text: str, least: int = 1) -> PlantedQuote:
    """Return runs of whole words of a text.

    Args:
        draw: Given by Hypothesis.
        text: One official block.
        least: How many words there are at least, as far as blanks part them.

    Example:
        >>> exact_quotes("The ferry leaves at dawn.").validate()
    """
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    least = min(least, len(starts))
    first = draw(st.integers(0, len(starts) - least))
    last = draw(st.integers(first + least - 1, min(len(starts) - 1, first + 60)))
    official = text[starts[first] : ends[last]]
    assume(any(token.word for token in tokens_of(official)))
    return PlantedQuote(quote=official, official=official, kinds=())


@st.composite
def faithful_quotes(draw: DrawFn, text: str, language: str = "en") -> PlantedQuote:
    """Return quotations with one to three permitted changes, of different kinds.

    Args:
        draw: Given by Hypothesis.
        text: One official block of at least `LEAST_WORDS` words.
        language: Its language.

    Example:
        >>> faithful_quotes("The old ferry leaves the small harbour at dawn.").validate()
    """
    return _planted(draw, text, language, FAITHFUL, draw(st.integers(1, 3)))


@st.composite
def altered_quotes(draw: DrawFn, text: str, language: str = "en") -> PlantedQuote:
    """Return quotations with one change that is never permitted, and up to two that are.

    Args:
        draw: Given by Hypothesis.
        text: One official block of at least `LEAST_WORDS` words.
        language: Its language.

    Example:
        >>> altered_quotes("The old ferry leaves the small harbour at dawn.").validate()
    """
    return _planted(draw, text, language, FAITHFUL, draw(st.integers(0, 2)), ALTERED)


def _planted(
    draw: DrawFn, text: str, language: str, permitted: dict[QuoteKind, Change], count: int, forbidden: dict[QuoteKind, Change] | None = None
) -> PlantedQuote:
    official = draw(exact_quotes(text, LEAST_WORDS)).official
    chunks = official.split(" ")
    assume(len(chunks) >= LEAST_WORDS)
    draft = Draft(chunks, [" "] * (len(chunks) - 1), set(range(1, len(chunks) - 1)))
    kinds: set[QuoteKind] = set()
    if forbidden is not None:
        kind = draw(st.sampled_from(list(forbidden)))
        assume(forbidden[kind](draw, draft, language))
        kinds.add(kind)
    for kind in draw(st.permutations(list(permitted)))[:count]:
        if kind is not QuoteKind.PUNCTUATION and permitted[kind](draw, draft, language):
            kinds.add(kind)
    if count and draw(st.booleans()):
        opening, closing = draw(st.sampled_from(_MARKS))
        quote = f"{opening}{draft.text}{closing}"
        kinds.add(QuoteKind.PUNCTUATION)
    else:
        quote = draft.text
    assume(kinds)
    return PlantedQuote(quote=quote, official=official, kinds=tuple(sorted(kinds)))
