"""Who and what is named in a text: the organization, its head, other bodies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from iom_content.checks.prose.phrases import alternatives
from iom_content.language.lexicon import Lexicon
from iom_content.model.catalog import Catalog
from iom_content.model.organization import Organization

__all__ = ["BODY", "GENERIC", "HEAD", "ORGANIZATION", "OWNED", "ROLE", "TITLE", "UMBRELLA", "Mention", "Namer"]

ORGANIZATION: Final = "O"
"""Kind of a mention of the organization by a name or its acronym."""
GENERIC: Final = "G"
"""The organization, or another, without its name: `the agency`."""
OWNED: Final = "o"
"""A body that belongs to who is named before it: `whose agency`."""
HEAD: Final = "H"
"""The head by name."""
TITLE: Final = "T"
"""The head's title."""
BODY: Final = "B"
"""Another body."""
ROLE: Final = "R"
"""`The agency` or the title of a head, where another body's is meant."""
UMBRELLA: Final = "U"
"""The body that the organization is a part of."""

_CAPITALS: Final = r"(?<![\w.])[A-Z](?:[A-Z&]|\.[A-Z]\.?){1,9}(?![\w])"
# A place, and perhaps a date and an agency, before the dash that starts a report.
_DATELINE: Final = re.compile(
    r"\A\s*[A-Z]{3,}(?:[ -][A-Z]{3,})*(?:,[^\n,(\u2014\u2013.-]{0,30}|\s*\([^()\n]{0,30}\)){0,3}\s+(?:\u2014|\u2013|--?)\s"
)
# Two words or more in capitals at the start of a line are a heading, not the acronym of a body.
_CAPITAL_WORDS: Final = re.compile(r"^[ \t]*[A-Z]{2,}(?:[ \t'\u2019&-]+[A-Z]{2,})+(?!\w)", re.MULTILINE)
_LEAST_SURNAME: Final = 4


class Mention(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    kind: str


class Namer:
    """Finds mentions in texts of one language, by the names of one catalog."""

    def __init__(self, catalog: Catalog, organization: Organization | None, words: Lexicon, all_words: Iterable[Lexicon]) -> None:
        """Read the names.

        Args:
            catalog: The dataset; speakers of statements, names and terms count.
            organization: The one that articles are checked for.
            words: The lexicon of the article's language.
            all_words: All lexicons, for names and acronyms.
        """
        names, acronyms = _names(catalog, organization)
        for each in all_words:
            names += [*each.names, *each.brand_names]
            acronyms += each.acronyms
        heads = _heads(catalog)
        names += [f"{head}{body}" for head in heads for body in words.possessed_bodies]
        self._field = words.own_field
        self._institutions = frozenset(words.institutions)
        self._patterns = [
            (ORGANIZATION, _pattern(names, re.IGNORECASE, [re.escape(acronym) for acronym in dict.fromkeys(acronyms)])),
            (GENERIC, _pattern(words.the_organization, re.IGNORECASE)),
            (OWNED, _pattern(words.owned_bodies, re.IGNORECASE)),
            (HEAD, _pattern(heads, re.IGNORECASE)),
            (TITLE, _pattern(words.head_titles, re.IGNORECASE)),
            ("", _DATELINE),
            ("", _CAPITAL_WORDS),
            ("", _pattern((*words.not_bodies, *_term_names(catalog)), 0)),
            (UMBRELLA, _pattern(words.umbrella_bodies, 0)),
            (BODY, _pattern(words.body_words, 0, [_CAPITALS])),
            (BODY, _pattern(words.generic_bodies, 0)),
        ]

    def is_institution(self, mention: Mention, text: str) -> bool:
        """Tell whether a body is of a sort that nobody calls `the organization`: a ministry, a school.

        Args:
            mention: A body in a text.
            text: The text.
        """
        return text[mention.start : mention.end].lower() in self._institutions

    def may_be(self, phrase: str, body: str) -> bool:
        """Tell whether a phrase such as `the agency` may mean a body: what `the migration agency` tells, the body's name tells too.

        Args:
            phrase: The phrase.
            body: The name of a body, with the words before it.
        """
        return all(word in body.lower() for word in self._field if word in phrase.lower())

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return what a text names, in order; where two names overlap, the kind that is listed first.

        Args:
            text: Any text.
        """
        taken = bytearray(len(text))
        found: list[Mention] = []
        for kind, pattern in self._patterns:
            for match in pattern.finditer(text):
                start, end = match.span()
                if not any(taken[start:end]):
                    taken[start:end] = b"\x01" * (end - start)
                    if kind:
                        found.append(Mention(start, end, kind))
        return tuple(sorted(found))


def _names(catalog: Catalog, organization: Organization | None) -> tuple[list[str], list[str]]:
    names: list[str] = []
    acronyms: list[str] = []
    if organization is not None:
        names += [organization.name, *(name.text for name in organization.names)]
        acronyms += [each for each in (organization.acronym, *(name.acronym for name in organization.names)) if each]
        for term in catalog.terms.values():
            if term.name == organization.name:
                # Who writes the name wrongly still means the organization.
                names += [*term.short_forms, *term.wrong_forms]
    return names, acronyms


def _heads(catalog: Catalog) -> list[str]:
    speakers = dict.fromkeys(statement.speaker for statement in catalog.statements.values() if statement.speaker)
    heads: list[str] = []
    for speaker in speakers:
        for spelled in dict.fromkeys((speaker, _unaccented(speaker))):
            surname = spelled.split()[-1]
            heads += [spelled] if len(surname) < _LEAST_SURNAME else [spelled, surname]
    return heads


def _term_names(catalog: Catalog) -> list[str]:
    return [name for term in catalog.terms.values() for name in (term.name, term.acronym, *term.short_forms, *term.wrong_forms) if name]


def _unaccented(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))


def _pattern(names: Iterable[str], flags: int, others: Iterable[str] = ()) -> re.Pattern[str]:
    """Return an expression for names, the longest first, with blanks, apostrophes and hyphens of any form."""
    listed = list(dict.fromkeys(names))
    # Names may be of any case where acronyms may not.
    insensitive = f"(?{'i' if flags else ''}:{alternatives(listed)})" if listed else ""
    plain = [other for other in others if not other.startswith("(?<!")]
    bounded = [other for other in others if other.startswith("(?<!")]
    # The bounds stand outside of the names: inside of words not one of them is tried.
    whole = "|".join(part for part in (insensitive, *plain) if part)
    return re.compile("|".join(part for part in (rf"(?<!\w)(?:{whole})(?!\w)" if whole else "", *bounded) if part) or r"(?!)")
