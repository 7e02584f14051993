"""Workflow commands, read back as the runner of GitHub Actions reads them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

import iom_content as iom
from iom_content.serializers import github
from iom_content.serializers.wording import visible
from iom_content.testing.strategies import reports

COMMAND = re.compile(r"::(\w+) ([^\r\n]*?)::([^\r\n]*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Return command, properties and message, unescaped in the order in which the runner does it."""
    found = COMMAND.fullmatch(line)
    assert found is not None, line
    properties = dict(each.split("=", 1) for each in found[2].split(","))
    for key, value in properties.items():
        properties[key] = value.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    return found[1], properties, found[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_the_severity_is_the_command(severity: str, command: str) -> None:
    """The runner knows three; what is worth knowing is a notice."""
    assert github.dumps(iom.Finding(rule="odd", message="strange", severity=iom.Severity(severity))) == f"::{command} title=odd::strange\n"


def test_a_full_finding_says_file_line_column_and_title() -> None:
    """The pointer stands in the title, the mend behind the message."""
    finding = iom.Finding(rule="missing", message="wrong", pointer="/a/0", file="a.json", line=2, column=3, hint="mend it")
    assert github.dumps(finding) == "::error file=a.json,line=2,col=3,title=missing /a/0::wrong; mend it\n"
    assert github.dumps((finding, iom.Report(findings=(finding,)))) == 2 * github.dumps(finding)
    assert github.dumps(iom.Report(), catalog=iom.load()) == ""


def test_hostile_text_is_escaped() -> None:
    """Neither properties nor messages end early or begin another command."""
    hostile = "100 %\r\n::stop-commands::x,line=9::\x1b[31m\u202e"
    finding = iom.Finding(rule="odd", message=hostile, pointer="/a:b,c", file=hostile, hint="%0A")
    assert github.dumps(finding) == (
        "::error file=100 %25  %3A%3Astop-commands%3A%3Ax%2Cline=9%3A%3A\\x1b[31m\\u202e,title=odd /a%3Ab%2Cc"
        "::100 %25  ::stop-commands::x,line=9::\\x1b[31m\\u202e; %250A\n"
    )


@given(reports())
def test_each_finding_is_one_command_that_says_what_it_says(report: iom.Report) -> None:
    """Law: read back, every line has the file, the place and the message of its finding."""
    lines = github.dumps(report).split("\n")
    assert lines.pop() == ""
    for line, finding in zip(lines, report.findings, strict=True):
        command, properties, message = read(line)
        assert command == {"info": "notice"}.get(finding.severity, finding.severity.value)
        wanted = {"file": finding.file, "line": finding.line, "col": finding.column}
        assert {key: value for key, value in properties.items() if key != "title"} == {
            key: visible(str(value)) for key, value in wanted.items() if value
        }
        assert message == visible(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)


def test_it_is_one_way() -> None:
    """Nothing is read back."""
    assert github.loads is None
    assert (github.FORMAT.media_type, github.FORMAT.suffix) == ("text/x-github-workflow-commands", ".github.txt")
