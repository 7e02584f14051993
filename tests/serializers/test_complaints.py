"""What all formats of reports say of a finding."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.serializers.complaints import counted, details_of, findings_of, headed, is_complaint, place_of, sentence

FINDING = iom.Finding(rule="odd", message="found 5", excerpt="5", expected="6", hint="look", link="https://example.org")


def test_findings_come_in_order() -> None:
    """Of reports, findings and tuples of both."""
    other = iom.Finding(rule="even", message="even")
    assert findings_of((iom.Report(findings=(FINDING, other)), other, iom.Report()), "x") == (FINDING, other, other)
    assert findings_of((), "x") == ()
    with pytest.raises(iom.UnsupportedValue) as caught:
        findings_of((FINDING, None), "x")
    assert caught.value == iom.UnsupportedValue("x", "carries reports alone, not a value of NoneType")
    assert is_complaint((FINDING, iom.Report()))
    assert not is_complaint(None)


def test_details_are_what_the_message_does_not_say() -> None:
    """What was found is left out where the source itself is seen."""
    assert list(details_of(FINDING)) == [("expected", "6"), ("hint", "look"), ("see", "https://example.org")]
    apart = iom.Finding(rule="odd", message="strange", excerpt="5", expected="6")
    assert list(details_of(apart)) == [("found", "5"), ("expected", "6")]
    assert list(details_of(apart, shown=True)) == [("expected", "6")]
    assert list(details_of(iom.Finding(rule="odd", message="strange", excerpt="", expected="", hint="", link=""))) == []


def test_places_are_written_as_compilers_do() -> None:
    """As far as they are known."""
    place = iom.Finding(rule="odd", message="m", pointer="/a", file="f", line=2, column=3)
    assert (place_of(place), headed(place)) == ("f:2:3", "f:2:3: error odd /a: m")
    assert (place_of(FINDING), headed(FINDING)) == ("", "error odd: found 5")
    assert sentence(iom.Finding(rule="odd", message="a\x1b", hint="b\nc")) == "a\\x1b; b c"


def test_findings_are_counted_by_severity() -> None:
    """The gravest first; a severity that does not occur is not named."""
    kinds = [iom.Severity.INFO, iom.Severity.WARNING, iom.Severity.ERROR, iom.Severity.WARNING]
    report = iom.Report(findings=tuple(iom.Finding(rule="odd", message="m", severity=kind) for kind in kinds))
    assert counted(report) == "not ok: 4 findings (1 error, 2 warnings, 1 info)"
    assert counted(iom.Report(findings=report.findings[:1])) == "ok: 1 finding (1 info)"
