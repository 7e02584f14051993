"""The words a reader and a check need, one TOML file a language; a new language is a new file and its tag in `languages.toml`.

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
    """The words of one language; every list may be empty.

    Words are as written, not folded. A phrase may hold the places of `patterns`: `{n}` for a number, `{year}` for a year.
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
    placeholders: tuple[str, ...] = ()
    """Whole lines that are labels without their value."""
    counters: tuple[str, ...] = ()
    """Whole lines at the head of a list of pages."""
    months: tuple[tuple[str, ...], ...] = ()
    """For each month its names and abbreviations."""
    founded: tuple[str, ...] = ()
    """Phrases of the organization's own description that state the year of its founding."""
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
    negations: tuple[str, ...] = ()
    """Words that deny; a quotation may neither add, drop, change nor hide one."""
    negative_prefixes: tuple[str, ...] = ()
    """How a word that denies another may start."""
    negative_suffixes: tuple[str, ...] = ()
    """How a word that denies another may end."""
    modals: tuple[str, ...] = ()
    """Words of duty, leave, ability and future; guarded like negations."""
    contractions: tuple[tuple[str, ...], ...] = ()
    """A word written together, then the words it stands for."""
    contraction_endings: tuple[tuple[str, str], ...] = ()
    """The end of a word that stands for another word, then that word."""
    possessive_endings: tuple[str, ...] = ()
    """Ends of words that a quotation may leave off."""
    not_possessive: tuple[str, ...] = ()
    """Words that only seem to have such an end."""
    elided: tuple[str, ...] = ()
    """Words that join the next one with an apostrophe and yet are words of their own."""
    pronouns: tuple[str, ...] = ()
    """Words that a bracket may replace by what they stand for."""
    determiners: tuple[str, ...] = ()
    """Words before a noun that a bracket may replace."""
    connectives: tuple[str, ...] = ()
    """Further function words; what is in none of these lists carries content."""
    reporting_words: tuple[str, ...] = ()
    """Words of reporting, which no bracket may add."""
    editorial: tuple[str, ...] = ()
    """What an editor may put into a bracket of its own."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Two ways to write the end of a stem, or a whole word."""
    inflections: tuple[tuple[str, ...], ...] = ()
    """Rows of ends: two words of one stem differ in two ends of one row, of which one may be empty."""
    abbreviations: tuple[str, ...] = ()
    """Words before a full stop that ends no sentence."""
    number_articles: tuple[str, ...] = ()
    """Articles that are also numbers."""
    number_words: tuple[str, ...] = ()
    """Numbers in words."""


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
