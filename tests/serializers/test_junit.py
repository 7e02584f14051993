"""JUnit XML, judged by an XML parser and by a reader that others wrote for it."""

from __future__ import annotations

import junitparser
import pytest
from hypothesis import given
from lxml import etree

import iom_content as iom
from iom_content.serializers import junit
from iom_content.testing.strategies import reports

INFO = iom.Finding(rule="known", message="worth knowing", severity=iom.Severity.INFO, file="b.json")
FULL = iom.Finding(rule="missing", message="wrong", pointer="/a/0", file="a.json", line=2, column=3, hint="mend it")


def test_a_finding_is_a_failed_test() -> None:
    """One suite a file; severity, message with its mend, and the line as compilers write it."""
    assert junit.dumps(iom.Report(findings=(FULL, INFO, FULL))) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="iom-content" tests="3" failures="2" errors="0">\n'
        '  <testsuite name="a.json" tests="2" failures="2" errors="0" skipped="0" time="0">\n'
        + 2
        * (
            '    <testcase name="missing, line 2, column 3, /a/0" classname="a.json" file="a.json" line="2" time="0">\n'
            '      <failure type="error" message="wrong; mend it">a.json:2:3: error missing /a/0: wrong</failure>\n'
            "    </testcase>\n"
        )
        + "  </testsuite>\n"
        '  <testsuite name="b.json" tests="1" failures="0" errors="0" skipped="0" time="0">\n'
        '    <testcase name="known" classname="b.json" file="b.json" time="0">\n'
        "      <system-out>b.json: info known: worth knowing</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


@pytest.mark.parametrize("file", [None, ""])
def test_what_has_no_file_is_a_suite_of_its_own(file: str | None) -> None:
    """It bears the name of the program."""
    text = junit.dumps(iom.Finding(rule="odd", message="strange", severity=iom.Severity.WARNING, file=file))
    (suite,) = junitparser.JUnitXml.fromstring(text.encode())
    (case,) = suite
    assert (suite.name, case.name, case.classname) == ("iom-content", "odd", "iom-content")
    assert (case.result[0].type, case.result[0].message) == ("warning", "strange")
    assert "file=" not in text


def test_a_report_without_findings_is_a_test_that_passed() -> None:
    """Some readers take no tests at all for a fault."""
    found = junitparser.JUnitXml.fromstring(junit.dumps(iom.Report(), catalog=iom.load()).encode())
    assert (found.tests, found.failures, found.errors) == (1, 0, 0)
    (suite,) = found
    (case,) = suite
    assert (case.name, case.classname, case.is_passed) == ("no findings", "iom-content", True)


def test_hostile_text_is_text() -> None:
    """Markup is escaped, and what XML cannot hold at all is spelled out."""
    hostile = "]]><b a=\"1\" c='2'>&amp;\x00\x1b\x9b\ufffe\uffff\u202e\r\n"
    text = junit.dumps(iom.Finding(rule="odd", message=hostile, file=hostile))
    words = "]]><b a=\"1\" c='2'>&amp;\\x00\\x1b\\x9b\\ufffe\\uffff\\u202e  "
    (case,) = etree.fromstring(text.encode()).iter("testcase")
    assert case.get("classname") == case.get("file") == words
    assert case[0].get("message") == words
    assert case[0].text == f"{words}: error odd: {words}"


@given(reports())
def test_any_report_is_read_back(report: iom.Report) -> None:
    """Law: the parsers agree on the number of tests and failures, whatever the findings hold."""
    text = junit.dumps(report)
    tree = etree.fromstring(text.encode())
    found = junitparser.JUnitXml.fromstring(text.encode())
    failures = sum(finding.severity is not iom.Severity.INFO for finding in report.findings)
    assert (found.tests, found.failures) == (max(len(report.findings), 1), failures)
    assert (len(list(tree.iter("testcase"))), len(list(tree.iter("failure")))) == (max(len(report.findings), 1), failures)
    assert sum(int(suite.get("tests") or 0) for suite in tree) == max(len(report.findings), 1)
    assert sum(int(suite.get("failures") or 0) for suite in tree) == failures
    assert all(suite.get("tests") == str(len(suite)) for suite in tree)


def test_it_is_one_way() -> None:
    """Nothing is read back."""
    assert junit.loads is None
    assert (junit.FORMAT.media_type, junit.FORMAT.suffix) == ("application/x-junit+xml", ".junit.xml")
