"""Places and days at the head of a text: a line of its own, or the dateline that opens the first paragraph.

    Lindhavn, 8 July 2023
    Lindhavn, 8 July \u2013 The ferry will run for a fourth summer.

No list of places decides. A name is taken for a place where it stands in such a form, is written as names are, and is
no occasion, no person and no word that the text uses otherwise.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from iom_content.language.dates import Dated, first_date, is_dateless, trimmed
from iom_content.language.folding import fold
from iom_content.language.lexicon import folded_words, lexicons

MAX_PLACE: Final = 60
"""Most code points the name of a place may have."""
_WORDS: Final = 4
_PARTS: Final = 3
"""So many places a slash may part, and so many names, from the smallest to the country, a comma."""
_SMALL: Final = 3
_REACH: Final = 120
_DASH: Final = re.compile(r"\s+[-\u2013\u2014\u2015]+\s+|\s*[\u2013\u2014\u2015]+\s+|\s+[\u2013\u2014\u2015]+(?=\w)")
_NO_PLACE: Final = re.compile(r"[.!?\u061f:;\"\u201c\u201d\u00ab\u00bb\u201e*\[\]{}<>@#=|]")
_STOPPED: Final = re.compile(r"\b(?:St|Ste|Sta|Sto)\.|\bD\.C\.?")
_DASH_END: Final = re.compile(r"\s*[-\u2013\u2014\u2015]+\Z")


class Dateline(NamedTuple):
    """A place, a day or both, with the places of their words in the raw text."""

    place: str | None
    """The place as written; None if there is none."""
    start: int
    """First code point of the place."""
    dated: Dated | None
    """The date beside it."""


def place_line(text: str) -> Dateline | None:
    """Read a line of its own that says where and when; a dash at its end may stand for the day.

    Args:
        text: A line's text.

    Returns:
        The place, and the date if there is one; None if the line says anything else.

    Example:
        >>> place_line("Lindhavn, 8 July 2023").place, place_line("Harbour Cities Forum, 8 July 2023")
        ('Lindhavn', None)
    """
    if len(text) > _REACH:
        return None
    found = _dated_place(text)
    if found is not None and found.place is not None and (found.dated is not None or _DASH_END.search(text)):
        return found
    return None


def dateline_of(text: str, body: str = "") -> Dateline | None:
    r"""Read the dateline that opens a paragraph.

    Args:
        text: The paragraph.
        body: The text in which the paragraph stands; a word it writes in lower case elsewhere names no place.

    Returns:
        The place, the date or both; None if there is no dateline.

    Example:
        >>> dateline_of("Lindhavn \u2013 The ferry will run.").place, dateline_of("Migration \u2013 a long story.")
        ('Lindhavn', None)
    """
    for dash in _DASH.finditer(text[:_REACH]):
        after = text[dash.end() : dash.end() + 1]
        head = text[: dash.start()]
        found = _dated_place(head)
        if found is None or not after:
            continue
        if found.dated is None and (after.islower() or _is_word_of(found.place or "", body)):
            continue
        return found
    return None


def is_place(text: str) -> bool:
    """Tell whether a text is written as the names of places are.

    Example:
        >>> [is_place(text) for text in ("Port of Spain", "Cox\u2019s Bazar/Geneva", "Harbour Forum", "the port", "IOM")]
        [True, True, False, False, False]
    """
    if not 1 < len(text) <= MAX_PLACE or _NO_PLACE.search(_STOPPED.sub("", text)) or any(character.isdigit() for character in text):
        return False
    sides = [[part.split() for part in re.split(r"[,\u060c()]", side) if part.strip()] for side in text.split("/")]
    parts = [words for side in sides for words in side]
    if not parts or max(len(sides), *map(len, sides)) > _PARTS or not all(_is_name(words) for words in parts):
        return False
    words = {fold(word) for part in parts for word in part}
    return words.isdisjoint(_other_words()) and fold(text) not in folded_words("names") and not folded_words("acronyms") & words


def _is_name(words: list[str]) -> bool:
    if len(words) > _WORDS or words[0][0].islower() or not words[0][0].isalpha():
        return False
    return all(not word[0].islower() or len(word) <= _SMALL for word in words)


def _dated_place(text: str) -> Dateline | None:
    dated = first_date(text)
    if dated is None:
        place = _name_in(text)
        return Dateline(place, text.index(place), None) if is_place(place) else None
    before, after = text[: dated.start], text[dated.end :]
    if before.rstrip().endswith(":") and not is_dateless(before):
        # A label says what the day is of; it names no place.
        return None
    if is_dateless(before):
        if is_dateless(after):
            return Dateline(None, dated.start, dated)
        place = _name_in(after)
        return Dateline(place, dated.end + after.index(place), dated) if is_place(place) else None
    place = _name_in(_without_weekday(before))
    return Dateline(place, text.index(place), dated) if is_dateless(after) and is_place(place) else None


def _name_in(text: str) -> str:
    """Return a name without the marks around it; a bracket that the name opens stays closed."""
    name = trimmed(text)
    closed = name + ")"
    return closed if name.count("(") > name.count(")") and closed in text else name


def _without_weekday(text: str) -> str:
    """Return what stands before a date without the weekday and the small words next to the date."""
    while (match := re.search(r"[\s,\u060c(]+([^\s,\u060c(]+)[\s,\u060c.(]*\Z", text)) and is_dateless(match[1]):
        text = text[: match.start()]
    return text


def _is_word_of(place: str, body: str) -> bool:
    """Tell whether a text uses every word of a supposed place as a common word: `New York` stays one though something is new."""
    words = [word for word in re.findall(r"[^\W\d_]+", place) if word[0].isupper()]
    return bool(words) and all(re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", body) for word in words)


@cache
def _other_words() -> frozenset[str]:
    """Return the words that show that a name is that of an occasion or a person."""
    return frozenset(fold(word).strip(".") for words in lexicons() for word in (*words.occasions, *words.persons))
