"""What a number with a qualifier says: between which whole numbers the true one lies, both included."""

from __future__ import annotations

from typing import Final, NamedTuple

from iom_content.model.kinds import Qualifier

__all__ = ["Bounds", "bounds_of", "is_loose"]

_YEAR: Final = "year"


class Bounds(NamedTuple):
    """A range of whole numbers."""

    low: int
    """The least."""
    high: int | None
    """The greatest; None if there is none."""

    def lies_within(self, other: Bounds) -> bool:
        """Tell whether every number of this range is one of another."""
        return other.low <= self.low and (other.high is None or (self.high is not None and self.high <= other.high))

    def meets(self, other: Bounds) -> bool:
        """Tell whether two ranges share a number."""
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)


def bounds_of(qualifier: Qualifier, value: int, unit: str) -> Bounds:
    """Return the numbers of which a statement is true.

    Shares are shares of the stated number. A year is no amount, and a share of it would mean nothing: there they are
    shares of a century.

    Args:
        qualifier: How the stated number relates to the true one.
        value: The stated number.
        unit: What one of it is; `year` is treated apart.

    Example:
        >>> bounds_of(Qualifier.AROUND, 170, "state"), bounds_of(Qualifier.NEARLY, 180, "state")
        (Bounds(low=162, high=178), Bounds(low=162, high=180))
        >>> bounds_of(Qualifier.MORE_THAN, 170, "state"), bounds_of(Qualifier.AROUND, 1950, "year")
        (Bounds(low=171, high=None), Bounds(low=1945, high=1955))
    """
    base = 100 if unit == _YEAR else value
    if qualifier is Qualifier.MORE_THAN:
        return Bounds(value + 1, None)
    if qualifier is Qualifier.AT_LEAST:
        return Bounds(value, None)
    if qualifier is Qualifier.AROUND:
        return Bounds(value - base * 5 // 100, value + base * 5 // 100)
    if qualifier is Qualifier.NEARLY:
        return Bounds(value - base * 10 // 100, value)
    return Bounds(value, value)


def is_loose(qualifier: Qualifier, value: int, official: int, unit: str) -> bool:
    """Tell whether a lower bound is so far below the official number that it says little.

    Args:
        qualifier: How the stated number relates to the true one.
        value: The stated number.
        official: The official number.
        unit: What one of it is; `year` is treated apart.

    Example:
        >>> is_loose(Qualifier.MORE_THAN, 100, 171, "country"), is_loose(Qualifier.MORE_THAN, 170, 171, "country")
        (True, False)
    """
    base = 100 if unit == _YEAR else official
    return qualifier in {Qualifier.MORE_THAN, Qualifier.AT_LEAST} and 10 * (official - value) > base
