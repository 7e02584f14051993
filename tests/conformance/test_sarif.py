"""SARIF, judged by its schema and by the validator of those who wrote the format."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.testing.strategies import reports

FULL = iom.Finding(
    rule="missing",
    message="missing key 'title'\x1b[31m \u202e",
    pointer="/a/0",
    file="a folder/ü:?#.json",
    line=2,
    column=3,
    excerpt="5",
    expected="text",
    hint="mend it",
    link="https://example.org/rule",
)
REPORTS = {
    "empty": iom.Report(),
    "one": iom.Report(findings=(FULL,)),
    "absolute": iom.Report(findings=(iom.Finding(rule="odd", message="strange", file="/a folder/b.json", line=1),)),
    "file": iom.Report(findings=(iom.Finding(rule="odd", message="strange", file="b.json", severity=iom.Severity.INFO),)),
    "no place": iom.Report(findings=(iom.Finding(rule="odd", message="strange", severity=iom.Severity.WARNING), FULL, FULL)),
    "no file": iom.Report(findings=(iom.Finding(rule="odd", message="strange", line=1, column=1),)),
    "record": iom.validate('{"id": "About us",\n "titel": "About us"}', "section"),
}


@pytest.fixture(scope="session")
def schema(node: Any) -> Any:
    """Return a validator for the schema that comes with the multitool."""
    text = (node.folder / "node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema_rs.validator_for(json.loads(text), validate_formats=True)


@pytest.mark.parametrize("name", REPORTS)
def test_every_sort_of_report_is_valid(schema: Any, name: str) -> None:
    """With and without files, places, pointers and findings."""
    log = json.loads(iom.dumps(REPORTS[name], "sarif"))
    assert [error.message for error in schema.iter_errors(log)] == []
    log["runs"][0]["columnKind"] = "bytes"
    assert not schema.is_valid(log)


def test_any_report_is_valid(schema: Any) -> None:
    """Law: whatever a report holds, the schema accepts what is written of it."""

    @given(reports() | st.builds(iom.Report, findings=st.tuples(st.from_type(iom.Finding))))
    def law(report: iom.Report) -> None:
        assert [error.message for error in schema.iter_errors(json.loads(iom.dumps(report, "sarif")))] == []

    law()


def test_the_validator_of_the_format_has_no_error(node: Any) -> None:
    """It follows references within the log, which the schema cannot: indexes of rules and artifacts, URIs."""
    report = iom.Report(findings=tuple(finding for each in REPORTS.values() for finding in each.findings))
    (node.folder / "report.sarif").write_text(iom.dumps(report, "sarif"), encoding="utf-8")
    program = node.folder / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
    program.chmod(0o755)
    command = [str(program), "validate", "report.sarif", "-o", "judged.sarif", "--log", "ForceOverwrite"]
    node.run("env", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", *command, check=False)
    judged = json.loads((node.folder / "judged.sarif").read_text(encoding="utf-8-sig"))
    found = [(each["ruleId"], each.get("level", "warning"), each["message"]) for run in judged["runs"] for each in run["results"]]
    assert [each for each in found if each[1] == "error"] == []
