"""The answer to a number as lines that people read: the verdict, the official figure with its source, and notes in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from iom_content.model.figure_check import FigureCheck
from iom_content.model.kinds import Basis
from iom_content.model.organization import Figure
from iom_content.model.origins import Captured, Curated
from iom_content.serializers.labelled import Style, labelled
from iom_content.serializers.wording import figure_date, figure_words, source_words

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["NOTES", "figure_lines"]

NOTES: Final[Mapping[str, str]] = {
    "conflicting-figures": "Official texts of the same or an unknown date state different numbers.",
    "date-imprecise": "The figure is dated less precisely than was asked: whether it held on that very day is not stated.",
    "date-within": "The figure is of a date within the time that was asked about.",
    "inferred": "The figure follows from official texts; none states it in so many words.",
    "loose": "The bound is far below the official number: true, but it says little.",
    "met": "The official number is this one, not just nearly.",
    "no-current-figure": "Nothing states the number of today; only dated ones are known.",
    "no-figure": "Nothing in the dataset states this number.",
    "no-organization": "The dataset does not hold the organization.",
    "no-origin": "The figure has no source.",
    "other-date": "No figure is of that date.",
    "secondary": "Only sources that are not official state the figure.",
    "several-figures": "Several figures are of that date, and they differ.",
    "undated": "The figure has no date, so it is not known whether it held then.",
    "undecided": "The official figure is not exact and leaves this open.",
}
"""Every note of a check of a figure, in words."""


def figure_lines(check: FigureCheck, width: int = 80, style: Style = lambda text, _: text, catalog: Catalog | None = None) -> Iterator[str]:
    """Yield the lines that show the answer to a number.

    Args:
        check: The answer.
        width: How many characters a line has.
        style: Gives a text one of the styles `good`, `bad`, `label`.
        catalog: The dataset that was asked, which knows the lines of documents.

    Example:
        >>> import iom_content as iom
        >>> for line in figure_lines(iom.check_figure("presence_countries", "more than 100"), catalog=iom.load()):
        ...     print(line)
        compatible: loose
        <BLANKLINE>
        asked       presence countries: more than 100
        official    171 (date of capture unknown)
                    stated in document 4e89fe63437d, line 3
        note        The bound is far below the official number: true, but it says little.
    """
    notes = ", ".join(check.notes)
    yield style(f"{check.verdict}{f': {notes}' if notes else ''}", "good" if check.ok else "bad")
    yield ""
    words = f"{check.name.replace('_', ' ')}: {figure_words(check)}{f' on {check.on}' if check.on else ''}"
    yield from labelled("asked", words, width, style)
    yield from _figure("official" if _is_official(check.figure) else "known", check.figure, width, style, catalog)
    if check.past is not None:
        yield from _figure("past", check.past, width, style, catalog)
    for note in check.notes:
        yield from labelled("note", NOTES.get(note, note), width, style)


def _is_official(figure: Figure | None) -> bool:
    origin = None if figure is None else figure.origin
    return isinstance(origin, Captured) or (isinstance(origin, Curated) and origin.basis is Basis.OFFICIAL)


def _figure(label: str, figure: Figure | None, width: int, style: Style, catalog: Catalog | None) -> Iterator[str]:
    if figure is None:
        yield from labelled(label, "unknown", width, style)
        return
    when = figure_date(figure)
    yield from labelled(label, f"{figure_words(figure)}{f' ({when})' if when else ''}", width, style)
    yield from labelled("", source_words(figure.origin, catalog), width, style)
