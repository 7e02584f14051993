"""The verdict on a quotation: verbatim, faithful, altered or absent, by rules that a reader can check by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from iom_content.checks.quotes.alignment import alignments
from iom_content.checks.quotes.answers import Answer, absent, answered
from iom_content.checks.quotes.differences import difference, own_marks
from iom_content.checks.quotes.edges import edges
from iom_content.checks.quotes.lawful import Examined, examined
from iom_content.checks.quotes.nearest import nearest
from iom_content.checks.quotes.official import Official, texts_within
from iom_content.checks.quotes.reading import Reading, read
from iom_content.dataset.given import catalog_or_bundled
from iom_content.errors import InvalidValue, shown
from iom_content.language.guards import Guards
from iom_content.language.words import is_word
from iom_content.model.catalog import Catalog
from iom_content.model.constraints import has_lone_surrogate
from iom_content.model.quote_check import QuoteCheck, QuoteKind, QuoteVerdict

__all__ = ["MAX_QUOTE_LENGTH", "check_quote"]

MAX_QUOTE_LENGTH: Final = 50_000
"""The longest quotation that is checked, in code points."""


def check_quote(quote: str, *, catalog: Catalog | None = None, within: str | None = None) -> QuoteCheck:
    """Tell whether a quotation is true to the official text.

    Args:
        quote: The quotation, with or without its quotation marks; at most `MAX_QUOTE_LENGTH` code points.
        catalog: The dataset to check against; the bundled one if it is None.
        within: Id of a statement or section, if only its words count.

    Returns:
        The verdict with every difference, every place, a citation and a link.

    Raises:
        InvalidValue: There is nothing to verify: no text, no word in it, or too much of it. It is a `ValueError`.
        NotFound: There is neither statement nor section `within`.

    Example:
        >>> import iom_content as iom
        >>> check = iom.check_quote("This is an easy task.")
        >>> check.verdict.value, check.differences
        ('altered', (<Difference negation 'an' for 'no'>,))
    """
    _refuse_unverifiable(quote)
    quote = str(quote)  # Text of a class of its own, as template engines have it, is text.
    texts = texts_within(catalog_or_bundled("check_quote", catalog), within)
    whole = [place for place in _found_raw(quote.strip(), texts) if place.whole]
    if whole:
        return answered(quote, [_verbatim(place) for place in whole], QuoteVerdict.VERBATIM)
    readings: dict[Guards, Reading] = {}
    for official in texts:
        if official.guards not in readings:
            readings[official.guards] = read(quote, official.guards)
    lawful = _shortest(_lawful(readings, texts))
    if lawful:
        return answered(quote, [Answer(found.alignment.official, found.runs, found.differences) for found in lawful], QuoteVerdict.FAITHFUL)
    altered = _cut(readings, texts) or nearest(readings, texts)
    return absent(quote, texts) if altered is None else answered(quote, [altered], QuoteVerdict.ALTERED)


def _refuse_unverifiable(quote: object) -> None:
    if not isinstance(quote, str):
        raise InvalidValue("check_quote", "/quote", "text", shown(type(quote).__name__, 60))
    if has_lone_surrogate(quote):
        raise InvalidValue("check_quote", "/quote", "text without lone surrogates", shown(quote, 60))
    if len(quote) > MAX_QUOTE_LENGTH:
        raise InvalidValue("check_quote", "/quote", f"a quotation of at most {MAX_QUOTE_LENGTH} code points", f"one of {len(quote)}")
    if not is_word(quote):
        raise InvalidValue("check_quote", "/quote", "a quotation with at least one word", shown(quote, 60))


class Place(NamedTuple):
    """Where characters stand in a text."""

    official: Official
    block: int
    start: int
    end: int

    @property
    def tokens(self) -> tuple[int, int]:
        """The range of tokens that they touch."""
        return self.official.covering(self.block, self.start, self.end)

    @property
    def whole(self) -> bool:
        """Whether they start and end with words."""
        official, (first, last) = self.official, self.tokens
        inside = official.tokens[first].start >= self.start and official.tokens[last - 1].end <= self.end
        return inside and official.starts_word(first) and official.ends_word(last)


def _found_raw(characters: str, texts: Sequence[Official]) -> Iterator[Place]:
    """Yield the places of characters, in the order of the texts."""
    for official in texts:
        for number, text in enumerate(official.texts):
            at = text.find(characters)
            while at != -1:
                yield Place(official, number, at, at + len(characters))
                at = text.find(characters, at + 1)


def _verbatim(place: Place) -> Answer:
    return Answer(place.official, (place.tokens,), (), (place.block, place.start, place.end))


def _cut(readings: dict[Guards, Reading], texts: Sequence[Official]) -> Answer | None:
    """Find the characters between the marks at the edges, if they stand nowhere but cut inside a word."""
    cut: Answer | None = None
    for official in texts:
        reading = readings[official.guards]
        span = (reading.elements[0].start, reading.elements[-1].end)
        for place in _found_raw(reading.quote[slice(*span)], (official,)):
            if place.whole:
                return None
            if cut is None:
                tokens = official.widened(*place.tokens)
                marks = own_marks(edges(reading, official, *tokens), official, reading)
                found = [difference(official, QuoteKind.CUT_WORD, reading.quote, span, tokens), *marks]
                cut = Answer(official, (tokens,), tuple(sorted(found, key=lambda each: (each.quoted_start, each.quoted_end))))
    return cut


def _lawful(readings: dict[Guards, Reading], texts: Sequence[Official]) -> Iterator[Examined]:
    for official in texts:
        reading = readings[official.guards]
        if not official.may_hold(reading):
            continue
        for alignment in alignments(reading, official):
            found = examined(reading, alignment)
            if found.lawful:
                yield found


def _shortest(found: Iterator[Examined]) -> list[Examined]:
    """Return the occurrences, the shortest first, then the least changed, then the earliest; none overlaps a better one."""
    ordered = sorted(found, key=lambda each: (each.alignment.order[0], len(each.differences)))
    kept: list[Examined] = []
    for each in ordered:
        if not any(
            other.alignment.official is each.alignment.official and each.first < other.last and other.first < each.last for other in kept
        ):
            kept.append(each)
    return kept
