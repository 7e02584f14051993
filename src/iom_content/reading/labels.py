"""Dates that a label announces: `Published Date:` and the day behind it or on the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.dates import Dated, whole_date
from iom_content.language.folding import prefix_length
from iom_content.language.lexicon import lexicons
from iom_content.model.kinds import ResidueKind
from iom_content.reading.blocks import starts_as
from iom_content.reading.furniture import furniture_of
from iom_content.reading.noting import Flaw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.lines import Line

_LONGEST: Final = 120


class Labelled(NamedTuple):
    """A labelled date."""

    at: int
    """Index of the label's line."""
    size: int
    """How many lines label and date take."""
    dated: Dated
    """The date, with places in its own line."""


def labelled_dates(lines: Sequence[Line]) -> tuple[Labelled, ...]:
    r"""Find the dates of publication that a label announces.

    Args:
        lines: Lines of the page.

    Returns:
        The dates, whole or not, in reading order.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [(found.at, found.size) for found in labelled_dates(lines_of("A title\nPublished Date:\nFriday, March 6, 2020"))]
        [(1, 2)]
    """
    found: list[Labelled] = []
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST or not starts_as(line.text, "placeholders"):
            continue
        if furniture_of(line) is ResidueKind.PLACEHOLDER:
            dated = whole_date(lines[index + 1].text) if index + 1 < len(lines) else None
            size = 2
        else:
            dated = whole_date(_behind_label(line.text))
            size = 1
        if dated is not None:
            found.append(Labelled(index, size, dated))
    return tuple(found)


def labelled_flaws(labelled: Sequence[Labelled], published: Labelled | None) -> list[Flaw]:
    """Return what is wrong with the labelled dates beside the one that is taken.

    Args:
        labelled: All that a page has.
        published: The one taken for the day of publication; None if none is whole.

    Returns:
        A flaw for each that says something else.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> labelled_flaws(labelled_dates(lines_of("Published: 6 March")), None)
        [Flaw(field='published', flaw='year')]
    """
    day = None if published is None else published.dated.day
    return [
        Flaw("published", "further" if found.dated.day else found.dated.flaw) for found in labelled if found.dated.day != day or day is None
    ]


def _behind_label(text: str) -> str:
    lengths = [length for words in lexicons() for label in words.placeholders if (length := prefix_length(text, label))]
    return text[max(lengths, default=0) :].lstrip(" \xa0:-\u2013")
