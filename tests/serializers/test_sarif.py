"""SARIF: what stands where; whether it is valid, its own schema and validator judge in tests/conformance."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.serializers import sarif
from iom_content.testing.strategies import reports


def run_of(*findings: iom.Finding) -> dict[str, Any]:
    """Return the only run of the log of findings."""
    log = json.loads(sarif.dumps(iom.Report(findings=findings)))
    assert list(log) == ["$schema", "version", "runs"]
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


FULL = iom.Finding(
    rule="missing", message="wrong", pointer="/a/0", file="a.json", line=2, column=3, excerpt="5", expected="text", hint="mend it", link="x"
)


def test_a_full_finding_says_all_it_knows() -> None:
    """Rule, level, message with its mend, place, pointer; the rest as properties."""
    run = run_of(FULL)
    assert run["results"] == [
        {
            "ruleId": "missing",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "wrong; mend it"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "a.json", "index": 0},
                        "region": {"startLine": 2, "startColumn": 3},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "/a/0"}],
                }
            ],
            "properties": {"excerpt": "5", "expected": "text", "hint": "mend it", "link": "x"},
        }
    ]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["artifacts"] == [{"location": {"uri": "a.json"}, "roles": ["analysisTarget"]}]


def test_the_driver_names_itself_and_the_rules_once_each() -> None:
    """Rules come in order of first use; one that belongs to no record has its id alone."""
    strange, info = iom.Finding(rule="x-odd", message="strange"), iom.Finding(rule="missing", message="m", severity=iom.Severity.INFO)
    run = run_of(strange, FULL, info)
    assert run["tool"] == {
        "driver": {
            "name": "iom-content",
            "semanticVersion": iom.__version__,
            "rules": [{"id": "x-odd"}, {"id": "missing", "shortDescription": {"text": "A required key is there."}}],
        }
    }
    assert [(each["ruleId"], each["ruleIndex"], each["level"]) for each in run["results"]] == [
        ("x-odd", 0, "error"),
        ("missing", 1, "error"),
        ("missing", 1, "note"),
    ]


def test_what_is_not_known_is_left_out() -> None:
    """A finding without a place has no location, one without extras no properties."""
    run = run_of(iom.Finding(rule="odd", message="strange", severity=iom.Severity.WARNING))
    assert run["results"] == [{"ruleId": "odd", "ruleIndex": 0, "level": "warning", "message": {"text": "strange"}}]
    assert run["artifacts"] == []
    assert run_of()["results"] == []
    (result,) = run_of(iom.Finding(rule="odd", message="strange", file="a.json", column=2))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a.json", "index": 0}}}]


def test_a_text_without_a_file_has_a_region_all_the_same() -> None:
    """Its artifact says that it has no name; an empty name is none."""
    run = run_of(FULL, iom.Finding(rule="odd", message="strange", file="", line=7), iom.Finding(rule="odd", message="strange", line=8))
    assert run["artifacts"][1] == {"description": {"text": "The text that was judged; it has no file name."}, "roles": ["analysisTarget"]}
    assert len(run["artifacts"]) == 2
    for result, line in zip(run["results"][1:], (7, 8), strict=True):
        assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"index": 1}, "region": {"startLine": line}}}]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("./a b/ü.json", "a%20b/%C3%BC.json"),
        ("../a.json", "../a.json"),
        ("/a b/%.json", "file:///a%20b/%25.json"),
        ("mailto:a", "mailto%3Aa"),
        ("a?b#c.json", "a%3Fb%23c.json"),
        ("a\nb\x1b.json", "a%0Ab%1B.json"),
        ("standard input", "standard%20input"),
    ],
)
def test_files_are_uris(file: str, uri: str) -> None:
    """Relative as they were named, or absolute with a scheme; everything else is percent-encoded."""
    assert run_of(iom.Finding(rule="odd", message="strange", file=file))["artifacts"][0]["location"]["uri"] == uri


@given(st.text(min_size=1).filter(lambda text: not text.startswith("/")))
def test_the_uri_of_a_relative_file_is_relative_and_names_it(file: str) -> None:
    """Law: no name makes a scheme, a host, a query or a fragment, and decoding gives it back, up to needless dots and slashes."""
    parts = urlsplit(run_of(iom.Finding(rule="odd", message="strange", file=file))["artifacts"][0]["location"]["uri"])
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert [part for part in unquote(parts.path).split("/") if part != "."] == [part for part in file.split("/") if part not in ("", ".")]


@given(reports())
def test_nothing_beyond_printable_ascii_is_written(report: iom.Report) -> None:
    """Law: all else is a JSON escape, and what a viewer is shown cannot control it."""
    text = sarif.dumps(report)
    assert all(character == "\n" or " " <= character <= "~" for character in text)
    messages = [result["message"]["text"] for result in json.loads(text)["runs"][0]["results"]]
    assert len(messages) == len(report.findings)
    assert not set("".join(messages)) & set("\x1b\n\r\u202e\u2066\x9b")


def test_it_is_one_way() -> None:
    """Nothing is read back from SARIF."""
    assert sarif.loads is None
    assert (sarif.FORMAT.name, sarif.FORMAT.media_type, sarif.FORMAT.suffix) == ("sarif", "application/sarif+json", ".sarif")
    assert sarif.FORMAT.reports_only
