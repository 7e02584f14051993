"""The year of the organization's founding, told from the years in which it came to a country."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from iom_content.language.folding import fold
from iom_content.language.lexicon import folded_words, lexicons
from iom_content.language.patterns import Stated, mentions, stated_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iom_content.language.folding import Folded

_SENTENCE: Final = re.compile(r"[.!?\u061f\u06d4\u2026][\"'\u201d\u00bb)]*(?=\s|\Z)|[^\W\d_]{2}[.!?](?=[^\W\d_a-z])")
_REACH: Final = 60
"""So many code points from a year its verb and its place may stand."""
_LONGEST: Final = 600
"""So many code points on either side of a phrase its sentence is looked at."""
_BESIDE: Final = 12
"""So many code points from a phrase an acronym is its subject."""
_OPENED: Final = 2
"""So many parts of a sentence a phrase that opens it is about: its own, and the next."""
_CLAUSE: Final = re.compile(r"[.,;:()\u060c\u061b\u2013\u2014]")


def founding_years(text: str, folded: Folded | None = None) -> tuple[Stated, ...]:
    """Find the years of founding that a summary states.

    A phrase that only the organization's description uses counts unless a place stands beside it or opens the sentence; any
    other `since 1951` counts only in a sentence that speaks of the organization as a whole, in a clause that speaks of no
    country. A phrase alone between marks belongs to the clause before it, or opens the sentence and belongs to all of it.

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
    members = stated_numbers(text, "member_states", folded)
    # A count speaks of no country, though its words may: `a presence in 171 countries`.
    rest = _without(text, (*members, *stated_numbers(text, "presence_countries", folded)))
    own = [stated for stated in stated_numbers(text, "founded", folded) if not _is_elsewhere(_Sentence(text, rest, stated, members))]
    taken = [(stated.start, stated.end) for stated in own]
    general = [
        stated
        for stated in stated_numbers(text, "since", folded)
        if not any(start < stated.end and stated.start < end for start, end in taken)
        and _is_of_the_whole(_Sentence(text, rest, stated, members))
    ]
    return tuple(sorted((*own, *general)))


def _without(text: str, found: Iterable[Stated]) -> str:
    """Return a text with phrases blanked, so that its places stay."""
    for stated in found:
        text = text[: stated.start] + " " * (stated.end - stated.start) + text[stated.end :]
    return text


class _Sentence:
    """The sentence that holds a phrase: what stands before and behind it, without counts and the names of the organization."""

    def __init__(self, text: str, rest: str, stated: Stated, members: Sequence[Stated]) -> None:
        first, last = max(0, stated.start - _LONGEST), min(len(text), stated.end + _LONGEST)
        first = max((match.end() for match in _SENTENCE.finditer(text, first, stated.start)), default=first)
        stop = _SENTENCE.search(text, stated.end, last)
        last = stop.start() if stop else last
        self.text = rest[first:last]
        self.phrase = text[stated.start : stated.end]
        self.counts = any(first <= count.start < last for count in members)
        self.beside = rest[first : stated.start], rest[stated.end : last]
        self.before, self.after = (_CLAUSE.split(_names().sub(" ", side)) for side in self.beside)
        self.clause = f"{self.before[-1][-_REACH:]} {self.phrase} {self.after[0][:_REACH]}"

    @property
    def is_apart(self) -> bool:
        """Whether nothing but marks and names stands beside the phrase."""
        return not any(character.isalpha() for character in self.before[-1] + self.after[0])


def _is_elsewhere(sentence: _Sentence) -> bool:
    return _names_a_place(sentence.clause) or _names_a_place(sentence.before[0][:_REACH])


def _is_of_the_whole(sentence: _Sentence) -> bool:
    if not _speaks_of_the_whole(sentence) or any(_places_after_names(sentence.text)) or _is_elsewhere(sentence):
        return False
    if not sentence.is_apart:
        return not mentions(sentence.clause, "local")
    if len(sentence.before) > 1:
        subject = sentence.before[-2]
        return not _names_a_place(subject) and not mentions(subject, "local")
    return not _names_a_place(sentence.text) and not any(
        mentions(part[:_REACH], "local") or _is_name(part) for part in sentence.after[:_OPENED]
    )


def _speaks_of_the_whole(sentence: _Sentence) -> bool:
    """Tell whether a sentence describes the organization, or counts its members right beside its acronym and the phrase."""
    if mentions(sentence.text, "names") or mentions(sentence.text, "own_words"):
        return True
    before, after = sentence.beside
    named = _names().search(before[-_BESIDE:]) or _names().search(after[:_BESIDE])
    return named is not None and sentence.counts


def _is_name(part: str) -> bool:
    return part.lstrip()[:1].isupper()


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
    # The acronym in brackets behind a name is a part of it.
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)(?:\s*\(\w+\))?", re.IGNORECASE)
