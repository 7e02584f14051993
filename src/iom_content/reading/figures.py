"""The organization's numbers, read from the summaries of the navigation and from nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iom_content.language.folding import fold_with_places
from iom_content.language.patterns import stated_numbers
from iom_content.model.document import Note
from iom_content.model.kinds import Qualifier
from iom_content.model.organization import Figure
from iom_content.model.origins import Captured, Span
from iom_content.reading.founding import founding_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from iom_content.language.folding import Folded
    from iom_content.language.patterns import Stated
    from iom_content.reading.lines import Line

_UNITS: Final = {"founded": "year", "member_states": "state", "presence_countries": "country"}
"""The figures that are read, which are also names of the lexicons' phrases, with what one of each is."""

_TIMELESS: Final = "founded"

MAX_SUMMARY: Final = 20_000
"""How many code points of a summary are searched for figures."""


def figures_of(summaries: Sequence[Line], captured: date | None, folded: Sequence[Folded] | None = None) -> tuple[Figure, ...]:
    """Read the figures that summaries state; each value is kept once, with every place that states it.

    Args:
        summaries: The navigation's summaries in reading order.
        captured: The day for which the page states its counts, if it is known.
        folded: What `folded_summaries` returned, where it is at hand.

    Returns:
        Figures by name, then in reading order.

    Example:
        >>> from datetime import date
        >>> from iom_content.reading.lines import lines_of
        >>> figures_of(lines_of("It has over 30 member states."), date(2020, 2, 29))
        (<Figure member_states more_than 30 as of 2020-02-29>,)
    """
    searched = list(zip(summaries, folded or folded_summaries(summaries), strict=True))
    return tuple(figure for name in _UNITS for figure in _named(name, searched, captured))


def folded_summaries(summaries: Sequence[Line]) -> tuple[Folded, ...]:
    r"""Fold the searched part of each summary with its places.

    Args:
        summaries: The navigation's summaries.

    Returns:
        One folded text each.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [folded.text for folded in folded_summaries(lines_of("One\nTwo"))]
        ['one', 'two']
    """
    return tuple(fold_with_places(summary.text[:MAX_SUMMARY]) for summary in summaries)


def figure_notes(figures: Sequence[Figure]) -> tuple[Note, ...]:
    """Return a note for each figure that is missing, and for each that is stated in two ways.

    Args:
        figures: What `figures_of` returned.

    Returns:
        Notes in the order of the figures' names.

    Example:
        >>> [note.message for note in figure_notes(())]
        ['no summary states founded', 'no summary states member_states', 'no summary states presence_countries']
    """
    return tuple(note for name in _UNITS for note in _noted(name, [figure for figure in figures if figure.name == name]))


def _stated(name: str, text: str, folded: Folded) -> tuple[Stated, ...]:
    return founding_years(text, folded) if name == _TIMELESS else stated_numbers(text, name, folded)


def _named(name: str, summaries: Sequence[tuple[Line, Folded]], captured: date | None) -> Iterator[Figure]:
    places: dict[tuple[int, str], list[Span]] = {}
    for summary, folded in summaries:
        for stated in _stated(name, summary.text[:MAX_SUMMARY], folded):
            span = Span(start=summary.at + stated.start, end=summary.at + stated.end)
            places.setdefault((stated.value, stated.qualifier), []).append(span)
    for (value, qualifier), spans in places.items():
        yield Figure(
            name=name,
            value=value,
            unit=_UNITS[name],
            qualifier=Qualifier(qualifier),
            as_of=None if captured is None or name == _TIMELESS else captured.isoformat(),
            origin=Captured(spans=tuple(spans)),
        )


def _noted(name: str, figures: Sequence[Figure]) -> Iterator[Note]:
    if not figures:
        yield Note(code="no-figure", message=f"no summary states {name}", pointer="/organization/figures")
    if len(figures) > 1:
        stated = ", ".join(f"{figure.qualifier} {figure.value}" for figure in figures)
        yield Note(code="conflicting-figures", message=f"the summaries state different {name}: {stated}", pointer="/organization/figures")
