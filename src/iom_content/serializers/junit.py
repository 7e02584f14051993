"""JUnit XML: one failed test a finding, one suite a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from iom_content.model.report import Finding, Severity
from iom_content.serializers.complaints import findings_of, headed, sentence
from iom_content.serializers.format import Format
from iom_content.serializers.wording import visible

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "loads"]

loads: Final = None

_NAME: Final = "iom-content"
_MARKUP: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# Controls are spelled out before; these two are all that XML forbids beside them.
_FORBIDDEN: Final = re.compile("[\ufffe\uffff]")


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a report as JUnit XML, as CI systems read it.

    A finding is a test that failed, or, of severity info, one that passed with a remark. A report without findings is one
    test that passed, because some readers take a file without tests for a fault.

    Args:
        value: A report, a finding, or a tuple of them.
        catalog: Not used: a report quotes too little to need a line of rights.

    Returns:
        An XML document in which every character that XML forbids is spelled out.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.Finding(rule="missing", message="missing key 'title'", file="a.json", line=2, column=1)), end="")
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="iom-content" tests="1" failures="1" errors="0">
          <testsuite name="a.json" tests="1" failures="1" errors="0" skipped="0" time="0">
            <testcase name="missing, line 2, column 1" classname="a.json" file="a.json" line="2" time="0">
              <failure type="error" message="missing key 'title'">a.json:2:1: error missing: missing key 'title'</failure>
            </testcase>
          </testsuite>
        </testsuites>
    """
    del catalog
    findings = findings_of(value, "junit")
    suites: dict[str | None, list[Finding]] = {}
    for finding in findings:
        suites.setdefault(finding.file, []).append(finding)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *_elements(findings, suites)]
    return "\n".join(lines) + "\n"


def _elements(findings: tuple[Finding, ...], suites: dict[str | None, list[Finding]]) -> Iterator[str]:
    yield f'<testsuites name="{_NAME}" {_counts(findings)}>'
    for file, found in suites.items():
        yield f'  <testsuite name="{_escaped(file or _NAME)}" {_counts(found)} skipped="0" time="0">'
        for finding in found:
            yield from _case(finding)
        yield "  </testsuite>"
    if not findings:
        yield f'  <testsuite name="{_NAME}" tests="1" failures="0" errors="0" skipped="0" time="0">'
        yield f'    <testcase name="no findings" classname="{_NAME}" time="0"/>'
        yield "  </testsuite>"
    yield "</testsuites>"


def _counts(findings: Iterable[Finding]) -> str:
    severities = [finding.severity for finding in findings]
    failures = len(severities) - severities.count(Severity.INFO)
    return f'tests="{max(len(severities), 1)}" failures="{failures}" errors="0"'


def _case(finding: Finding) -> Iterator[str]:
    place = [f"{name} {number}" for name, number in (("line", finding.line), ("column", finding.column)) if number]
    name = ", ".join([finding.rule, *place, *([finding.pointer] if finding.pointer else [])])
    attributes = {"name": name, "classname": finding.file or _NAME, "file": finding.file or None, "line": finding.line, "time": 0}
    told = " ".join(f'{key}="{_escaped(str(each))}"' for key, each in attributes.items() if each is not None)
    yield f"    <testcase {told}>"
    if finding.severity is Severity.INFO:
        yield f"      <system-out>{_escaped(headed(finding))}</system-out>"
    else:
        yield f'      <failure type="{finding.severity}" message="{_escaped(sentence(finding))}">{_escaped(headed(finding))}</failure>'
    yield "    </testcase>"


def _escaped(text: str) -> str:
    told = _FORBIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), visible(text))
    return "".join(_MARKUP.get(character, character) for character in told)


FORMAT: Final = Format(
    name="junit",
    media_type="application/x-junit+xml",
    suffix=".junit.xml",
    dumps=dumps,
    loads=loads,
    escapes="reference",
    reports_only=True,
)
