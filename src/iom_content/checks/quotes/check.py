"""The verdict on a quotation: verbatim, faithful, altered or absent, by rules that a reader can check by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from iom_content.checks.quotes.alignment import alignments
from iom_content.checks.quotes.answers import Answer, absent, answered
from iom_content.checks.quotes.lawful import Examined, difference, examined
from iom_content.checks.quotes.nearest import nearest
from iom_content.checks.quotes.official import Official, texts_within
from iom_content.checks.quotes.reading import Reading, read
from iom_content.dataset.load import load
from iom_content.errors import InvalidValue, shown
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
    texts = texts_within(load() if catalog is None else catalog, within)
    start = len(quote) - len(quote.lstrip())
    bare = quote.strip()
    whole, cut = _found_raw(bare, texts)
    if whole:
        return answered(quote, [_verbatim(place) for place in whole], QuoteVerdict.VERBATIM)
    readings: dict[int, Reading] = {}
    for official in texts:
        if id(official.guards) not in readings:
            readings[id(official.guards)] = read(quote, official.guards)
    lawful = _shortest(_lawful(readings, texts))
    if lawful:
        return answered(quote, [Answer(found.alignment.official, found.runs, found.differences) for found in lawful], QuoteVerdict.FAITHFUL)
    if cut:
        official, number, at = cut[0]
        return answered(quote, [_cut(official, number, at, quote, start, bare)], QuoteVerdict.ALTERED)
    altered = nearest(readings, texts)
    return absent(quote, texts) if altered is None else answered(quote, [altered], QuoteVerdict.ALTERED)


def _refuse_unverifiable(quote: object) -> None:
    if not isinstance(quote, str):
        raise InvalidValue("check_quote", "/quote", "text", shown(repr(type(quote).__name__), 60))
    if has_lone_surrogate(quote):
        raise InvalidValue("check_quote", "/quote", "text without lone surrogates", shown(quote, 60))
    if len(quote) > MAX_QUOTE_LENGTH:
        raise InvalidValue("check_quote", "/quote", f"a quotation of at most {MAX_QUOTE_LENGTH} code points", f"one of {len(quote)}")
    if not is_word(quote):
        raise InvalidValue("check_quote", "/quote", "a quotation with at least one word", shown(quote, 60))


Place = tuple[Official, int, int, int]


def _found_raw(bare: str, texts: Sequence[Official]) -> tuple[list[Place], list[tuple[Official, int, int]]]:
    """Return where the characters stand as whole words, and where they are cut inside one."""
    whole: list[Place] = []
    cut: list[tuple[Official, int, int]] = []
    for official in texts:
        for number, text in enumerate(official.texts):
            at = text.find(bare)
            while at != -1:
                if _is_whole(official, number, at, at + len(bare)):
                    whole.append((official, number, at, at + len(bare)))
                else:
                    cut.append((official, number, at))
                at = text.find(bare, at + 1)
    return whole, cut


def _is_whole(official: Official, number: int, start: int, end: int) -> bool:
    first, last = official.covering(number, start, end)
    tokens = official.tokens
    return tokens[first].start >= start and tokens[last - 1].end <= end and official.starts_word(first) and official.ends_word(last)


def _verbatim(place: Place) -> Answer:
    official, number, start, end = place
    return Answer(official, (official.covering(number, start, end),), (), (number, start, end))


def _cut(official: Official, number: int, at: int, quote: str, start: int, bare: str) -> Answer:
    tokens = official.widened(*official.covering(number, at, at + len(bare)))
    return Answer(official, (tokens,), (difference(official, QuoteKind.CUT_WORD, quote, (start, start + len(bare)), tokens),))


def _lawful(readings: dict[int, Reading], texts: Sequence[Official]) -> Iterator[Examined]:
    for official in texts:
        reading = readings[id(official.guards)]
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
