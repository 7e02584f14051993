"""Answers of checks over many places: one complaint, and all of them together."""

from __future__ import annotations

from enum import StrEnum

import attr

from iom_content.errors import amount, shown
from iom_content.model import _result_checks
from iom_content.model.constraints import CODE, NONBLANK, POINTER, POSITIVE, TEXT, checked
from iom_content.model.value import Value

__all__ = ["Finding", "Report", "Severity"]


class Severity(StrEnum):
    """How much a finding weighs; a report with an error or a warning is not ok.

    Example:
        >>> import iom_content as iom
        >>> iom.Severity.ERROR
        <Severity.ERROR: 'error'>
    """

    ERROR = "error"
    """Wrong."""
    WARNING = "warning"
    """Very likely wrong."""
    INFO = "info"
    """Worth knowing."""


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Finding(Value):
    """One complaint, with its place and its mend.

    Example:
        >>> import iom_content as iom
        >>> iom.validate('{"id": "a", "title": 5}', "section").findings[0]
        <Finding error type /title line 1>
    """

    rule: str = checked(CODE)
    """Stable name of the rule."""
    severity: Severity = checked(default=Severity.ERROR)
    """How much it weighs."""
    message: str = checked(NONBLANK)
    """The complaint in one line."""
    pointer: str = checked(POINTER, default="")
    """RFC 6901 pointer: of an unknown key the key's own, of a missing key the object's, else the value's."""
    file: str | None = checked(TEXT, default=None)
    """The file it was found in, as named by the caller."""
    line: int | None = checked(POSITIVE, default=None)
    """Line in the source, from 1; None where there is no source text."""
    column: int | None = checked(POSITIVE, default=None)
    """Column in that line in code points, from 1."""
    excerpt: str | None = checked(TEXT, default=None)
    """What was found, shortened."""
    expected: str | None = checked(TEXT, default=None)
    """What would be right."""
    hint: str | None = checked(TEXT, default=None)
    """How to mend it."""
    link: str | None = checked(TEXT, default=None)
    """Address of the official text or of the rule's page."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_finding(self, Severity)

    def __str__(self) -> str:
        """Return place, complaint and hint in one line."""
        place = ", ".join(
            part
            for part in (self.file, f"line {self.line}" if self.line else None, f"column {self.column}" if self.column else None)
            if part
        )
        pointer = self.pointer if not place else f" ({self.pointer})" if self.pointer else ""
        return f"{place}{pointer}{': ' if place or pointer else ''}{self.message}" + (f"; {self.hint}" if self.hint else "")

    def __repr__(self) -> str:
        line = f" line {self.line}" if self.line else ""
        pointer = shown(self.pointer, 40)[1:-1] if self.pointer else "(whole)"
        return f"<Finding {self.severity} {self.rule[:40]} {pointer}{line}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Report(Value):
    """All complaints of one check, in reading order.

    Example:
        >>> import iom_content as iom
        >>> iom.verify_dataset()
        <Report ok, 0 findings>
    """

    findings: tuple[Finding, ...] = checked(default=())
    """Every complaint."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_report(self, Finding)

    @property
    def ok(self) -> bool:
        """Whether no finding is an error or a warning."""
        return all(finding.severity is Severity.INFO for finding in self.findings)

    def __repr__(self) -> str:
        count = len(self.findings)
        return f"<Report {'ok' if self.ok else 'not ok'}, {amount(count, 'finding')}>"
