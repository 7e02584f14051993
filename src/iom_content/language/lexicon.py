"""The words a reader needs, one TOML file a language; a new language is a new file and its tag in `languages.toml`.

Files are read when a word of theirs is first asked for, through the package's own loader, so that they are found inside
a zip too.
"""

from __future__ import annotations

import os
import tomllib
from functools import cache
from typing import Any, Final, TypeAlias

import attrs

from iom_content.language.folding import fold

Words: TypeAlias = "str | list[Words]"
"""What a lexicon's file holds under a key."""

_FOLDER: Final = os.path.join(os.path.dirname(__file__), "lexicons")  # noqa: PTH118, PTH120 - a path inside a zip is no file path


@attrs.frozen(kw_only=True)
class Lexicon:
    r"""The words of one language; every list may be empty.

    Words are as written, not folded. A phrase may hold the places of `patterns`: `{n}` for a number, `{year}` for a year,
    `*` for any letters of the same word, `\u2026` for up to four words in between.
    """

    language: str
    """BCP 47 tag of the language."""
    names: tuple[str, ...] = ()
    """Official names of the organization, the current one first; the one list that no language may lack."""
    acronyms: tuple[str, ...] = ()
    """Its acronyms, the current one first."""
    top_labels: tuple[str, ...] = ()
    """Labels of sections at the top of the navigation."""
    child_labels: tuple[str, ...] = ()
    """Labels of sections below those."""
    function_words: tuple[str, ...] = ()
    """Frequent small words that no other language of the lexicons shares."""
    salutations: tuple[str, ...] = ()
    """How an address to the audience starts."""
    closings: tuple[str, ...] = ()
    """Whole last lines that need no full stop."""
    delivery_notes: tuple[str, ...] = ()
    """Whole lines that say how the text relates to the spoken word."""
    captions: tuple[str, ...] = ()
    """How the line under a picture starts."""
    footers: tuple[str, ...] = ()
    """How the first line below a text starts."""
    chrome: tuple[str, ...] = ()
    """Whole lines that are furniture of the site."""
    links: tuple[str, ...] = ()
    """Whole lines that lead to another page."""
    placeholders: tuple[str, ...] = ()
    """Whole lines that announce the day of publication, which may be missing below them."""
    counters: tuple[str, ...] = ()
    """Whole lines at the head of a list of pages."""
    listings: tuple[str, ...] = ()
    """Whole first lines of pages that list other pages."""
    issues: tuple[str, ...] = ()
    """Words at the head of pages that are issues of a periodical, made of many items."""
    categories: tuple[str, ...] = ()
    """Whole lines above a title that name the sort of text."""
    scopes: tuple[str, ...] = ()
    """Whole lines below a category that say for whom it is."""
    occasions: tuple[str, ...] = ()
    """Words of a dated line that show that it names an occasion, not a place."""
    persons: tuple[str, ...] = ()
    """Words before the name of a person."""
    months: tuple[tuple[str, ...], ...] = ()
    """For each month its names and abbreviations."""
    weekdays: tuple[tuple[str, ...], ...] = ()
    """For each day of the week, Monday first, its names and abbreviations."""
    day_words: tuple[str, ...] = ()
    """Small words that stand before or between the parts of a date."""
    founded: tuple[str, ...] = ()
    """Phrases that none but the organization's own description uses of the year of its founding."""
    since: tuple[str, ...] = ()
    """Phrases that state the year of its founding where the sentence speaks of the organization as a whole."""
    own_words: tuple[str, ...] = ()
    """Words that speak of the organization as a whole, beside its names."""
    local: tuple[str, ...] = ()
    """Words of sentences on a single country."""
    prepositions: tuple[str, ...] = ()
    """Words before the name of a place."""
    member_states: tuple[str, ...] = ()
    """Phrases that state the number of member states."""
    presence_countries: tuple[str, ...] = ()
    """Phrases that state the number of countries with a presence."""
    not_figures: tuple[str, ...] = ()
    """Longer phrases that hold one of those and yet speak of something else."""
    more_than: tuple[str, ...] = ()
    """Words beside a number that is exceeded."""
    at_least: tuple[str, ...] = ()
    """Words beside a number that is a lower bound."""
    around: tuple[str, ...] = ()
    """Words beside a rounded number."""
    nearly: tuple[str, ...] = ()
    """Words beside a number that is almost met."""


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a lexicon, English first.

    Example:
        >>> languages()[0]
        'en'
    """
    return tuple(_table("languages")["languages"])


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language; each file is read once.

    Args:
        language: One of `languages()`.

    Returns:
        The words of that language.

    Raises:
        FileNotFoundError: There is no such file.

    Example:
        >>> lexicon("en").acronyms
        ('IOM',)
    """
    return Lexicon(language=language, **{key: _frozen(value) for key, value in _table(language).items()})


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Return the lexicons of all languages, English first.

    Example:
        >>> lexicons()[0] is lexicon("en")
        True
    """
    return tuple(lexicon(language) for language in languages())


@cache
def folded_words(field: str) -> frozenset[str]:
    """Return the words of one list in all languages, folded.

    Args:
        field: The list's name: `chrome`, `top_labels` …

    Returns:
        Each phrase as `fold` spells it.

    Example:
        >>> "skip to main content" in folded_words("chrome")
        True
    """
    return frozenset(fold(word) for words in lexicons() for word in getattr(words, field))


@cache
def last_labels() -> tuple[str, ...]:
    """Return how the label that ends a navigation starts, in whatever language, folded.

    Example:
        >>> last_labels()
        ('2030',)
    """
    return tuple(fold(label) for label in _table("languages")["last_labels"])


def _table(name: str) -> dict[str, Any]:
    loader: Any = __spec__.loader
    return tomllib.loads(loader.get_data(os.path.join(_FOLDER, f"{name}.toml")).decode())  # noqa: PTH118


def _frozen(value: Words) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
