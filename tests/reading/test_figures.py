"""Figures of the navigation's summaries."""

from __future__ import annotations

from datetime import date

from iom_content.model.document import Note
from iom_content.model.kinds import Qualifier
from iom_content.model.organization import Figure
from iom_content.model.origins import Captured, Span
from iom_content.reading.figures import MAX_SUMMARY, figure_notes, figures_of
from iom_content.reading.lines import Line, lines_of

FIRST = "It is promoting since 1931, with 12 member states and a presence in over 9 countries."
SECOND = "  \u200bPromoting since 1931, present since 1952, with 14 member states."


def summaries() -> tuple[Line, ...]:
    """Return two summaries as lines of one text."""
    return lines_of(f"{FIRST}\n{SECOND}")


def span(words: str, *, after: int = 0) -> Span:
    """Return the place of words in the text of both summaries."""
    start = f"{FIRST}\n{SECOND}".index(words, after)
    return Span(start=start, end=start + len(words))


def test_figures_with_their_places() -> None:
    """Each value is one figure, equal mentions are its places, and conflicting values are all kept."""
    assert figures_of(summaries(), None) == (
        Figure(
            name="founded",
            value=1931,
            unit="year",
            origin=Captured(spans=(span("promoting since 1931"), span("Promoting since 1931"))),
        ),
        Figure(name="member_states", value=12, unit="state", origin=Captured(spans=(span("12 member states"),))),
        Figure(name="member_states", value=14, unit="state", origin=Captured(spans=(span("14 member states"),))),
        Figure(
            name="presence_countries",
            value=9,
            unit="country",
            qualifier=Qualifier.MORE_THAN,
            origin=Captured(spans=(span("presence in over 9 countries"),)),
        ),
    )


def test_counts_hold_on_the_day_of_capture() -> None:
    """A banner's counts are true as of the capture; a year of founding is true for ever."""
    assert [(figure.name, figure.as_of) for figure in figures_of(summaries(), date(2024, 2, 9))] == [
        ("founded", None),
        ("member_states", "2024-02-09"),
        ("member_states", "2024-02-09"),
        ("presence_countries", "2024-02-09"),
    ]


def test_qualifiers_tell_figures_apart() -> None:
    """The same number, once exact and once as a bound, is two figures."""
    found = figures_of(lines_of("12 member states\nover 12 member states"), None)
    assert [(figure.value, figure.qualifier) for figure in found] == [(12, Qualifier.EXACTLY), (12, Qualifier.MORE_THAN)]


def test_notes() -> None:
    """A missing figure and a conflict are each said once."""
    (_, twelve, fourteen, nine) = figures_of(summaries(), None)
    assert figure_notes((twelve, fourteen, nine)) == (
        Note(code="no-figure", message="no summary states founded", pointer="/organization/figures"),
        Note(
            code="conflicting-figures",
            message="the summaries state different member_states: exactly 12, exactly 14",
            pointer="/organization/figures",
        ),
    )


def test_only_the_start_of_a_summary_is_searched() -> None:
    """A figure beyond the limit is no boilerplate."""
    assert figures_of(lines_of("x" * (MAX_SUMMARY - 17) + " 12 member states"), None)
    assert figures_of(lines_of("x" * (MAX_SUMMARY - 16) + " 12 member states"), None) == ()
