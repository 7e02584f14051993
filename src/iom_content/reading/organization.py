"""The organization as the navigation of one page describes it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.folding import Folded, fold
from iom_content.language.guess import language_of_text
from iom_content.language.lexicon import Lexicon, lexicon, lexicons
from iom_content.model.document import Note
from iom_content.model.kinds import Basis
from iom_content.model.organization import Name, Organization
from iom_content.model.origins import Captured, Curated, Origin, Origins, Span
from iom_content.reading.figures import MAX_SUMMARY, figure_notes, figures_of, folded_summaries
from iom_content.reading.sections import language_of, navigation_notes, sections_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from iom_content.reading.lines import Line
    from iom_content.reading.navigation import Navigation

ID: Final = "iom"
"""Id of the organization whose pages are read."""


_FIRST: Final = 8
"""How many summaries are looked at for the language."""


class Described(NamedTuple):
    """What a navigation says."""

    organization: Organization
    language: str | None
    """Language of the navigation, where its labels are known."""
    notes: tuple[Note, ...]


class _Found(NamedTuple):
    language: str
    name: str
    span: Span
    acronym: str | None
    acronym_span: Span | None


def organization_of(text: str, navigation: Navigation, captured: date | None) -> Described:
    r"""Read the organization from a navigation.

    Args:
        text: The capture's text.
        navigation: The block as read.
        captured: The day of capture, if it is known.

    Returns:
        The organization, the language of the block, and what is unknown or contradictory.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> from iom_content.reading.navigation import read_navigation
        >>> page = "-\nWho we are\nWHO WE AREWe lend lanterns since 1931.\n- 2030 Agenda"
        >>> organization_of(page, read_navigation(page, lines_of(page)), None).language
        'en'
    """
    steps = navigation.steps
    summaries = [step.summary for step in steps if step.summary is not None]
    language = language_of(steps) or language_of_text(" ".join(summary.text[:MAX_SUMMARY] for summary in summaries[:_FIRST]))
    folded = folded_summaries(summaries)
    found = _named(text, summaries, folded)
    figures = figures_of(summaries, captured, folded)
    first = steps[0].summary
    organization = Organization(
        id=ID,
        name=found.name if found else lexicon(language or "en").names[0],
        acronym=found.acronym if found else None,
        names=(Name(language=found.language, text=found.name, acronym=found.acronym, origin=Captured(spans=(found.span,))),)
        if found
        else (),
        summary=None if first is None else first.text,
        sections=sections_of(steps, language),
        figures=figures,
        origins=Origins(_origins(found, first)),
    )
    notes = navigation_notes(steps, closed=navigation.closed) + figure_notes(figures)
    if language is None:
        notes += (
            Note(
                code="unknown-language",
                message="neither labels nor words tell the language; ids of sections do not name it",
                pointer="/language",
            ),
        )
    if found is None:
        notes += (
            Note(
                code="no-name",
                message="no summary names the organization; its name is that of the reader's word list",
                pointer="/organization/name",
            ),
        )
    return Described(organization, language, notes)


def _origins(found: _Found | None, summary: Line | None) -> dict[str, Origin]:
    origins: dict[str, Origin] = {}
    if summary is not None:
        origins["summary"] = summary.origin
    if found is None:
        origins["name"] = Curated(basis=Basis.INFERRED, note="The page does not name it; pages of this form are the organization's.")
        return origins
    origins["name"] = Captured(spans=(found.span,))
    if found.acronym_span is not None:
        origins["acronym"] = Captured(spans=(found.acronym_span,))
    return origins


def _named(text: str, summaries: Sequence[Line], searched: Sequence[Folded]) -> _Found | None:
    """Find the first official name in the summaries, with the acronym in brackets after it."""
    for summary, folded in zip(summaries, searched, strict=True):
        places = [(match.start(), -match.end(), words) for name, words in _names() if (match := name.search(folded.text))]
        if places:
            start, minus_end, words = min(places, key=_place)
            span = Span(start=summary.at + folded.starts[start], end=summary.at + folded.starts[-minus_end])
            return _with_acronym(text, span, summary.end, words)
    return None


@cache
def _names() -> tuple[tuple[re.Pattern[str], Lexicon], ...]:
    return tuple((re.compile(rf"(?<!\w){re.escape(fold(name))}(?!\w)"), words) for words in lexicons() for name in words.names)


def _with_acronym(text: str, span: Span, end: int, words: Lexicon) -> _Found:
    name = " ".join(text[span.start : span.end].split())
    match = re.compile(r"\s*\((\w{2,12})\)").match(text, span.end, end)
    if match is None:
        return _Found(words.language, name, span, None, None)
    return _Found(words.language, name, span, match[1], Span(start=match.start(1), end=match.end(1)))


def _place(found: tuple[int, int, Lexicon]) -> tuple[int, int]:
    return found[:2]
