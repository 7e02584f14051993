"""The arguments of a check of a figure, read strictly."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple

from iom_content.errors import InvalidValue, shown
from iom_content.language.quantities import parse_quantity
from iom_content.model.constraints import MAX_INTEGER, PARTIAL_DATE
from iom_content.model.kinds import Qualifier

__all__ = ["MAX_FIGURE_TEXT", "Claim", "claim_of", "day_of"]

MAX_FIGURE_TEXT: Final = 200
"""The longest text that is read as a number, in code points."""

_NUMBER: Final = "a whole number in digits or words, with or without words such as 'more than' beside it"


class Claim(NamedTuple):
    """A number and how it is said to relate to the true one."""

    value: int
    qualifier: Qualifier


def claim_of(value: object, qualifier: object) -> Claim:
    """Return what is claimed by a number or its text, and a qualifier.

    Args:
        value: A whole number, or a text that is one, with or without qualifying words.
        qualifier: A qualifier or its name.

    Raises:
        InvalidValue: One of them is none, or the text has another qualifier.

    Example:
        >>> claim_of("près de 180", "exactly")
        Claim(value=180, qualifier=<Qualifier.NEARLY: 'nearly'>)
    """
    given = _qualifier(qualifier)
    if isinstance(value, str):
        number, written = _written(value)
        if written is not None and given not in {Qualifier.EXACTLY, written}:
            raise _refused("/qualifier", f"the qualifier of the text, '{written}'", f"'{given}'")
        return Claim(_within(number, value), written or given)
    if type(value) is not int:
        raise _refused("/value", _NUMBER, f"{shown(value)} of type {type(value).__name__}")
    return Claim(_within(value, value), given)


def day_of(on: object) -> str | None:
    """Return a date as an ISO year, month or day.

    Args:
        on: A date, an ISO text, or None.

    Raises:
        InvalidValue: It is no date.

    Example:
        >>> day_of(date(2018, 11, 30)), day_of("2018-11"), day_of(None)
        ('2018-11-30', '2018-11', None)
    """
    if on is None:
        return None
    if isinstance(on, date) and not isinstance(on, datetime):
        return on.isoformat()
    if isinstance(on, str) and PARTIAL_DATE.accepts_text(on) and _exists(on):
        return on
    raise _refused("/on", f"a date or {PARTIAL_DATE.expected}", shown(on))


def _written(text: str) -> tuple[int, Qualifier | None]:
    """Return the number of a text with its qualifier, which is None if no word says one."""
    if len(text) > MAX_FIGURE_TEXT:
        raise _refused("/value", f"a text of at most {MAX_FIGURE_TEXT} code points", f"one of {len(text)}")
    found = parse_quantity(text)
    if found is None or found.value is None:
        raise _refused("/value", _NUMBER, shown(text))
    if found.qualifier is None:
        raise _refused("/value", f"words that say {', '.join(Qualifier)}", shown(text))
    alone = (found.start, found.end) == (found.number.start, found.number.end)
    return found.value, None if alone else Qualifier(found.qualifier)


def _within(number: int, given: object) -> int:
    if not 0 <= number <= MAX_INTEGER:
        raise _refused("/value", f"a number from 0 to {MAX_INTEGER}", shown(given))
    return number


def _qualifier(qualifier: object) -> Qualifier:
    if isinstance(qualifier, str) and qualifier in set(Qualifier):
        return Qualifier(qualifier)
    raise _refused("/qualifier", f"one of {', '.join(Qualifier)}", shown(qualifier))


def _exists(day: str) -> bool:
    try:
        return len(day) < len("2023-09-18") or bool(date.fromisoformat(day))
    except ValueError:
        return False


def _refused(pointer: str, expected: str, found: str) -> InvalidValue:
    return InvalidValue("check_figure", pointer, expected, found)
