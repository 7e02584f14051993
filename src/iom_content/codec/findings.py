"""How the codec words a fault: one line, shortened, free of what no encoding can carry."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

from iom_content.codec.plain import is_array, is_object
from iom_content.errors import amount, shown
from iom_content.model.report import Finding, Severity
from iom_content.model.value import Value

__all__ = ["MAX_FINDINGS", "TooManyFindings", "carried", "excerpt_of", "fault", "too_many"]

MAX_FINDINGS: Final = 10_000
"""How many faults of one input are listed; a further one says that there are more."""

_LONGEST: Final = 300
_MANY_BITS: Final = 200


class TooManyFindings(Exception):
    """Ends a search for faults at the limit."""


def fault(
    rule: str,
    message: str,
    *,
    pointer: str = "",
    place: tuple[int, int] | None = None,
    expected: str | None = None,
    excerpt: str | None = None,
    hint: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Build a finding whose texts are short enough to print and safe to encode.

    Args:
        rule: Stable name of the rule.
        message: The complaint in one line.
        pointer: RFC 6901 pointer; it is never shortened.
        place: Line and column, where there is a text.
        expected: What would be right.
        excerpt: What was found.
        hint: How to mend it.
        severity: How much it weighs.
    """
    draft: Any = _Draft()
    draft.rule = rule
    draft.severity = severity
    draft.message = _short(message)
    draft.pointer = carried(pointer)
    draft.file = None
    draft.line, draft.column = place or (None, None)
    draft.excerpt = None if excerpt is None else _short(excerpt)
    draft.expected = None if expected is None else _short(expected)
    draft.hint = None if hint is None else _short(hint)
    draft.link = None
    draft.__class__ = Finding
    return cast("Finding", draft)


class _Draft(Value):
    """A finding that is being filled: `fault` and its callers give nothing that the constructor would refuse, so it is not asked."""

    __slots__ = Finding.__slots__


def too_many() -> Finding:
    """Return the finding that stands for all beyond the limit."""
    return fault("too-many", f"more than {MAX_FINDINGS} faults; the others are not listed")


def excerpt_of(found: Any) -> str:
    """Return a one-line picture of plain data, in the words of JSON; what holds others is counted, not shown.

    Example:
        >>> excerpt_of(None), excerpt_of("a"), excerpt_of([1, 2]), excerpt_of(10**5000)
        ('null', "'a'", 'an array of 2 elements', 'an integer of about 5001 digits')
    """
    if isinstance(found, str):
        return shown(str.__str__(found)[:_LONGEST])
    if found is None or isinstance(found, bool):
        return {None: "null", True: "true", False: "false"}[found]
    if isinstance(found, int):
        many = int.bit_length(found) > _MANY_BITS
        return f"an integer of about {int(int.bit_length(found) * 0.30103) + 1} digits" if many else int.__repr__(found)
    if isinstance(found, float):
        return float.__repr__(found)
    if isinstance(found, date):
        return date.isoformat(found)
    if is_object(found):
        return f"an object with {amount(len(found), 'key')}"
    if is_array(found):
        return f"an array of {amount(len(found), 'element')}"
    return f"a Python {type(found).__name__}"


def carried(text: str) -> str:
    """Return text with lone surrogates written as escapes, which every encoding can carry."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _short(text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return short if short.isascii() else carried(short)
