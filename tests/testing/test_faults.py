"""Records with a planted fault: `validate` finds it where it was planted, and every rule can be had."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec.kinds import KINDS
from iom_content.testing import faults
from iom_content.testing.faults import PlantedFault, invalid_records

quick = settings(max_examples=2000, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
FIELDS = ["missing", "not-nfc", "type", "unknown-key"]
SPANS = ["range", "span-order", "span-overlap"]
RULES = {
    "organization": [*FIELDS, *SPANS, "duplicate-id", "slug", "url", "nonblank", "control-character"],
    "section": [*FIELDS, *SPANS, "duplicate-id", "section-id", "nonblank", "control-character"],
    "statement": [*FIELDS, *SPANS, "date", "language", "slug", "url", "nonblank", "control-character"],
    "document": ["dangling-reference", "digest", "language", "missing", "span-range", "type", "unknown-key"],
}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_validate_finds_each_fault_that_can_be_planted(kind: str, data: st.DataObject) -> None:
    """The planted rule is reported at the planted pointer, of data and of text alike; the promised rules are all there."""
    planted = faults._faults(kind, data.draw(faults._BASES[kind]()))
    for fault in planted:
        for given_as in (fault.data, json.dumps(fault.data)):
            report = iom.validate(given_as, kind)
            assert not report.ok
            assert (fault.rule, fault.pointer) in {(found.rule, found.pointer) for found in report.findings}
    assert {fault.rule for fault in planted} == set(RULES[kind])


@pytest.mark.parametrize("rule", ["missing", "duplicate-id"])
def test_each_rule_can_be_asked_for(rule: str) -> None:
    """A named rule is the only one planted."""
    planted = find(invalid_records("section", rule), lambda _: True, settings=quick)
    assert isinstance(planted, PlantedFault)
    assert planted.rule == rule


def test_any_rule_may_be_planted() -> None:
    """Where no rule is named, faults against any come."""
    planted = find(invalid_records("section"), lambda found: found.rule not in {"missing", "type"}, settings=quick)
    assert not iom.validate(planted.data, "section").ok


def test_unknown_rules_and_kinds_are_refused() -> None:
    """A rule that nothing is planted for is named together with those there are; so is a kind."""
    with pytest.raises(ValueError, match=r"no fault 'digest' is planted in a record of kind section \(known: control-character, dup"):
        find(invalid_records("section", "digest"), lambda _: True, settings=quick)
    with pytest.raises(iom.NotFound, match="no kind 'page'"):
        find(invalid_records("page"), lambda _: True, settings=quick)
