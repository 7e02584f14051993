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

Words: TypeAlias = "str | int | bool | list[Words]"
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
    """Words before a day or dash that show that it names an occasion, a part of the text or an act of the site, not a place."""
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
    exactly: tuple[str, ...] = ()
    """Words beside a number that stands for itself."""
    other_bounds: tuple[str, ...] = ()
    """Words beside a number that is bounded in a way that no qualifier says: `fewer than`."""
    after_numbers: tuple[str, ...] = ()
    """Of all these, what may also stand behind the number."""
    negations: tuple[str, ...] = ()
    """Words that deny; a quotation may neither add, drop, change nor hide one."""
    half_negations: tuple[tuple[str, ...], ...] = ()
    """A word, then the words of a unit beside which it denies."""
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
    name_links: tuple[str, ...] = ()
    """Words over which one name runs on: `Bank of Light`."""
    name_lists: tuple[str, ...] = ()
    """Words that join names, or words of one."""
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
    share_links: tuple[str, ...] = ()
    """Words between such an article and the number that it is a share of: `un sur huit`."""
    number_words: tuple[str, ...] = ()
    """Numbers in words, those included that have no exact value."""
    number_pronouns: tuple[str, ...] = ()
    """Numbers that are also articles or pronouns."""
    numbers: tuple[tuple[str, int, int], ...] = ()
    """A word or words, their value, and below what a number must be that is added to them; 0 if none may be."""
    number_multipliers: tuple[tuple[str, int, bool], ...] = ()
    """A word, by what it multiplies the number before it, and whether it may stand alone for one of it."""
    number_ones: tuple[str, ...] = ()
    """Words that stand for one before a multiplier, and only there."""
    number_joiners: tuple[tuple[str, int, int, tuple[int, ...]], ...] = ()
    """A word between two parts of a number, the least and the greatest place after which it joins, and the numbers that may follow; any if
    there are none. The place is 10 after tens, 100 after hundreds, and so on."""
    number_marks: tuple[str, ...] = ()
    """Marks that may part the thousands of a number in words."""
    number_centuries: tuple[int, ...] = ()
    """Numbers that make a year with a number of two digits right behind them."""
    number_ordinals: tuple[str, ...] = ()
    """Words that right behind a number make it an ordinal or a fraction."""
    reporting: tuple[str, ...] = ()
    """Further verbs by which articles attribute what is quoted."""
    attributions: tuple[str, ...] = ()
    """Phrases before the name of who is quoted: `according to`."""
    head_titles: tuple[str, ...] = ()
    """Titles of the organization's head."""
    head_words: tuple[str, ...] = ()
    """Words for the head that need the organization's name beside them: `chief`."""
    other_roles: tuple[str, ...] = ()
    """Roles of people who speak for the organization or belong to it and are not its head."""
    voices: tuple[str, ...] = ()
    """What the organization speaks by: `statement`, `speech`."""
    own_voices: tuple[str, ...] = ()
    """Further words for that, which need its owner beside them: `line`, `view`."""
    the_organization: tuple[str, ...] = ()
    """Phrases for the organization, once it has been named."""
    own_field: tuple[str, ...] = ()
    """Words for what it is there for: a phrase that has one of them means no body without it."""
    owned_bodies: tuple[str, ...] = ()
    """Phrases for it right behind the name or the title of its head: `whose agency`."""
    possessed_bodies: tuple[str, ...] = ()
    """Endings of the head's name that make it one for the organization: `'s agency`."""
    brand_names: tuple[str, ...] = ()
    """Other names by which the organization is known, without being official ones."""
    light_words: tuple[str, ...] = ()
    """Words that may stand between who speaks and the verb: articles, auxiliaries, adverbs, days."""
    phrase_prepositions: tuple[str, ...] = ()
    """Words that start a phrase of place, time or occasion."""
    belonging: tuple[str, ...] = ()
    """Prepositions that join a role to the organization: `of`."""
    coordinators: tuple[str, ...] = ()
    """Words that join two verbs of one subject."""
    speaker_pronouns: tuple[str, ...] = ()
    """Pronouns that stand for who spoke before."""
    passive_auxiliaries: tuple[str, ...] = ()
    """Words right before a verb of reporting in the passive voice."""
    neuter_pronouns: tuple[str, ...] = ()
    """Of these, what stands for a body alone."""
    neuter_possessives: tuple[str, ...] = ()
    """What says of a head that it is a body's: `its`."""
    causatives: tuple[str, ...] = ()
    """Verbs by which somebody lets another one speak: `has` in `the leaflet has him say`."""
    infinitives: tuple[str, ...] = ()
    """What that other one then does: `say`."""
    quoted_as: tuple[str, ...] = ()
    """Of these, what follows whom others quote: `as saying`."""
    viewpoints: tuple[str, ...] = ()
    """Prepositions that lead to whose words or view follow: `for` in `for IOM, …`."""
    sources: tuple[str, ...] = ()
    """Phrases behind a quotation that lead to whose words it is: `is how`, `comes from`."""
    source_references: tuple[str, ...] = ()
    """Pronouns that stand for a quotation as the subject of the next sentence."""
    asking: tuple[str, ...] = ()
    """Verbs of reporting that lead to who is asked: `asked`."""
    clause_links: tuple[str, ...] = ()
    """What leads to a clause with a subject of its own within a sentence: `in which`."""
    relatives: tuple[str, ...] = ()
    """Pronouns that lead to a clause on what stands before them: `which`."""
    subordinators: tuple[str, ...] = ()
    """Words that behind a verb of reporting start what is reported: `that`."""
    body_words: tuple[str, ...] = ()
    """Words, capitalized as given, that name another body wherever they stand."""
    umbrella_bodies: tuple[str, ...] = ()
    """Names of the body that the organization is a part of."""
    generic_bodies: tuple[str, ...] = ()
    """Common nouns for other bodies."""
    institutions: tuple[str, ...] = ()
    """Other bodies that nobody calls an organization or agency, in lower case."""
    not_bodies: tuple[str, ...] = ()
    """Capitalized words and phrases that look like the name of a body and are none."""
    claim_members: tuple[str, ...] = ()
    """What directly follows a number of member states."""
    claim_members_before: tuple[str, ...] = ()
    """What directly stands before a number of states that are members."""
    claim_presence_links: tuple[str, ...] = ()
    """What directly stands before a number of countries of presence."""
    claim_presence_fillers: tuple[str, ...] = ()
    """What may stand between that and the number, and says nothing of it."""
    claim_presence_before: tuple[str, ...] = ()
    """Words that announce a number of countries of presence."""
    claim_presence_direct: tuple[str, ...] = ()
    """Verbs that tell of presence only where they stand right before that number: `is in`."""
    claim_presence_after: tuple[str, ...] = ()
    """What directly follows that number."""
    claim_founded_bare: tuple[str, ...] = ()
    """Words right before a year of founding that ends its phrase."""
    claim_founded_before: tuple[str, ...] = ()
    """What directly stands before the year of founding."""
    claim_founded_link: tuple[str, ...] = ()
    """What may stand between the organization and that."""
    claim_refusals_before: tuple[str, ...] = ()
    """What directly before a number makes it a part or a change of the whole."""
    claim_refusals_after: tuple[str, ...] = ()
    """What directly after the thing counted makes it a part of the whole."""
    claim_acts_after: tuple[str, ...] = ()
    """What parts of the whole are said to do, directly after the thing counted."""
    claim_whole_before: tuple[str, ...] = ()
    """What directly before a number says that it counts all there are, whatever these do."""
    claim_the: tuple[str, ...] = ()
    """Articles that say so where the organization is named behind the thing counted."""
    claim_total_before: tuple[str, ...] = ()
    """What directly before a number says that it is a total, however small."""
    claim_presence_parts: tuple[str, ...] = ()
    """Words for presence that may be that in a part of the countries, unless it is had."""
    claim_asides: tuple[str, ...] = ()
    """What leads behind a comma to a name that the sentence does not tell of: `unlike`."""
    claim_present: tuple[str, ...] = ()
    """Words that say of a number that it is that of today."""
    claim_memberships: tuple[str, ...] = ()
    """Further words for what numbers of member states count, where a number leaves off those."""
    claim_again: tuple[str, ...] = ()
    """What may stand between these and such a number."""
    table_members: tuple[str, ...] = ()
    """Labels of a row or column of a table that tells numbers of member states, in lower case."""
    table_presence: tuple[str, ...] = ()
    """The same for countries of presence."""
    table_founded: tuple[str, ...] = ()
    """The same for years of founding."""
    past_cues: tuple[str, ...] = ()
    """Words that set a sentence in an undated past."""
    conditions: tuple[str, ...] = ()
    """Of these, the words that start a condition."""
    date_links: tuple[str, ...] = ()
    """What leads behind a comma from a date to what was true then."""
    date_words: tuple[str, ...] = ()
    """What stands before the date at which a number is said to hold."""


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
