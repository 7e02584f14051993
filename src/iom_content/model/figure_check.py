"""The answer of a check of a figure, with the official figure that it was held to."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

import attr

from iom_content.errors import shown
from iom_content.model import _result_checks
from iom_content.model.constraints import CODE, INTEGER, NAME_KEY, PARTIAL_DATE, SLUG, checked
from iom_content.model.kinds import Qualifier
from iom_content.model.organization import Figure
from iom_content.model.result_rules import asked_day_exists, verdict_has_its_figure
from iom_content.model.value import Value

__all__ = ["FigureCheck", "FigureVerdict"]


class FigureVerdict(StrEnum):
    """How a number relates to the official figure.

    Example:
        >>> import iom_content as iom
        >>> iom.check_figure("member_states", 175).verdict
        <FigureVerdict.CONFIRMED: 'confirmed'>
    """

    CONFIRMED = "confirmed"
    """An official text states exactly this."""
    COMPATIBLE = "compatible"
    """It is true of every number that the figure allows."""
    CONTRADICTED = "contradicted"
    """It is true of no number that the figure allows."""
    STALE = "stale"
    """It is not true of the figure, but of the one of another known date."""
    UNKNOWN = "unknown"
    """No figure decides it."""


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class FigureCheck(Value):
    """What `check_figure` answers.

    Example:
        >>> import iom_content as iom
        >>> check = iom.check_figure("member_states", 165)
        >>> check, check.figure, check.past
        (<FigureCheck stale, member_states exactly 165>, <Figure member_states exactly 175>, <Figure member_states exactly 165 as of 2015>)
    """

    RULES: ClassVar[tuple[Any, ...]] = (asked_day_exists, verdict_has_its_figure)

    name: str = checked(NAME_KEY)
    """What is counted."""
    value: int = checked(INTEGER)
    """The number that was asked about."""
    qualifier: Qualifier = checked(default=Qualifier.EXACTLY)
    """How it was said to relate to the true one."""
    on: str | None = checked(PARTIAL_DATE, default=None)
    """The year, month or day for which it was said to hold; None for now."""
    organization: str | None = checked(SLUG, default=None)
    """Id of the organization whose figures were asked; None if the catalog has none."""
    verdict: FigureVerdict = checked()
    """The answer."""
    figure: Figure | None = checked(default=None)
    """The figure that the number was held to, with its origin and date; without a date asked for, the current one."""
    past: Figure | None = checked(default=None)
    """The figure of another known date of which a stale number is true."""
    notes: tuple[str, ...] = checked(CODE, default=())
    """Codes of what a reader should know besides."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_figure_check(self, Qualifier, FigureVerdict, Figure)

    @property
    def ok(self) -> bool:
        """Whether the number is confirmed or compatible."""
        return self.verdict in {FigureVerdict.CONFIRMED, FigureVerdict.COMPATIBLE}

    def __repr__(self) -> str:
        on = f" on {self.on}" if self.on else ""
        return f"<FigureCheck {self.verdict}, {shown(self.name, 40)[1:-1]} {self.qualifier} {self.value}{on}>"
