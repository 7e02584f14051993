"""What the formats of reports share: which findings a value has, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from iom_content.errors import UnsupportedValue, amount
from iom_content.model.report import Finding, Report, Severity
from iom_content.serializers.wording import as_tuple, visible

__all__ = ["REPORTS_ONLY", "counted", "details_of", "findings_of", "headed", "is_complaint", "place_of", "sentence"]

REPORTS_ONLY: Final = "carries reports alone, not a value of"
"""How every format of reports refuses another value; its class follows."""


def is_complaint(value: object) -> bool:
    """Tell whether a value is a report, a finding, or a tuple of them.

    Example:
        >>> import iom_content as iom
        >>> is_complaint(iom.Report()), is_complaint((iom.Report(), 5))
        (True, False)
    """
    return all(isinstance(each, Report | Finding) for each in as_tuple(value))


def findings_of(value: object, format_name: str) -> tuple[Finding, ...]:
    """Return the findings of a report, a finding, or a tuple of them, in order.

    Args:
        value: What is to be written.
        format_name: The format that asks, for the error.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> findings_of(iom.Report(), "sarif")
        ()
    """
    found: list[Finding] = []
    for each in as_tuple(value):
        if isinstance(each, Report):
            found += each.findings
        elif isinstance(each, Finding):
            found.append(each)
        else:
            raise UnsupportedValue(format_name, f"{REPORTS_ONLY} {type(each).__name__}")
    return tuple(found)


def sentence(finding: Finding) -> str:
    """Return the complaint and its mend in one line, with hostile characters spelled out.

    Example:
        >>> import iom_content as iom
        >>> sentence(iom.Finding(rule="odd", message="strange", hint="look again"))
        'strange; look again'
    """
    return visible(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)


def place_of(finding: Finding) -> str:
    """Return file, line and column as compilers write them; empty where none is known.

    Example:
        >>> import iom_content as iom
        >>> place_of(iom.Finding(rule="odd", message="strange", file="a.json", line=2))
        'a.json:2'
    """
    return ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)


def headed(finding: Finding) -> str:
    """Return a finding without its mend, as compilers write it: place, severity, rule, pointer and message.

    Example:
        >>> import iom_content as iom
        >>> headed(iom.Finding(rule="odd", message="strange", pointer="/a", file="a.json", line=2))
        'a.json:2: error odd /a: strange'
    """
    place = place_of(finding)
    head = " ".join(part for part in (f"{place}:" if place else "", finding.severity.value, finding.rule, finding.pointer) if part)
    return f"{head}: {finding.message}"


def details_of(finding: Finding, *, shown: bool = False) -> Iterator[tuple[str, str]]:
    """Yield what a finding knows beside its message, as label and words; what the message says already is left out.

    Args:
        finding: The complaint.
        shown: Whether the reader sees the source itself, so that it need not be quoted.

    Example:
        >>> import iom_content as iom
        >>> list(details_of(iom.Finding(rule="odd", message="found 'a'", excerpt="'a'", expected="'b'", hint="look again")))
        [('expected', "'b'"), ('hint', 'look again')]
    """
    for label, words in (("found", None if shown else finding.excerpt), ("expected", finding.expected)):
        if words and words not in finding.message:
            yield label, words
    for label, words in (("hint", finding.hint), ("see", finding.link)):
        if words:
            yield label, words


def counted(report: Report) -> str:
    """Return whether a report is ok, and how many findings of which severity it has.

    Example:
        >>> import iom_content as iom
        >>> finding = iom.Finding(rule="odd", message="strange")
        >>> counted(iom.Report()), counted(iom.Report(findings=(finding, finding)))
        ('ok: 0 findings', 'not ok: 2 findings (2 errors)')
    """
    counts = Counter(finding.severity for finding in report.findings)
    parts = [f"{counts[each]} info" if each is Severity.INFO else amount(counts[each], each) for each in Severity if counts[each]]
    words = amount(len(report.findings), "finding") + (f" ({', '.join(parts)})" if parts else "")
    return f"{'ok' if report.ok else 'not ok'}: {words}"
