"""What stands above a text, and what the page around it is known to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from iom_content.model.kinds import ResidueKind
    from iom_content.model.origins import Span
    from iom_content.reading.lines import Line
    from iom_content.reading.noting import Flaw


class Part(NamedTuple):
    """A value of the head with the places that it owns."""

    text: str
    spans: tuple[Span, ...]


class Day(NamedTuple):
    """A day of the head with its place."""

    day: date
    lines: tuple[Line, ...]
    """The lines that it owns."""
    evidence: tuple[Span, ...] = ()
    """Its place, where another value owns the line."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its places."""
        return self.evidence or tuple(line.span for line in self.lines)


class Head:
    """What was read above a text, and how many lines it took."""

    __slots__ = ("category", "delivered", "flaws", "place", "published", "residue", "size", "title")

    def __init__(self) -> None:
        self.category: Part | None = None
        self.published: Day | None = None
        self.title: Part | None = None
        self.place: Part | None = None
        self.delivered: Day | None = None
        self.residue: list[tuple[ResidueKind, Line]] = []
        self.flaws: list[Flaw] = []
        """What is wrong with dates and title."""
        self.size: int = 0
        """How many lines it takes."""


class Setting(NamedTuple):
    """What the page around a head is known to be."""

    bannered: bool
    """Whether a navigation stands above, so that category and date were dropped."""
    text: str = ""
    """The capture's text, in which a title of several lines is looked up."""
    labelled: frozenset[int] = frozenset()
    """Ends of the lines above a labelled date."""
    address: str = ""
    """Slug of the last part of the page's address."""
    title: frozenset[int] = frozenset()
    """Starts of the lines that are the title, where the page's markup says so."""
    times: frozenset[int] = frozenset()
    """Starts of the lines that the page's markup calls a time."""
