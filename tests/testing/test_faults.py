"""Records with a planted fault: `validate` reports it, under its rule and at its place."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.checks.record_rules import RECORD_RULES
from iom_content.codec.kinds import KINDS
from iom_content.testing.faults import invalid_records

RULES = {
    "section": "control-character duplicate-id missing nonblank not-nfc origin-unknown path section-id source-missing type unknown-key",
    "organization": "date-missing name-key not-one-of partial-date url",
    "statement": "date date-order depth-without-list distinct language range slug span-overlap",
    "document": "dangling-reference digest sha256 span-order span-range",
}
relaxed = settings(suppress_health_check=list(HealthCheck), max_examples=max(10, settings().max_examples // 4))


@pytest.mark.parametrize("kind", list(KINDS))
@relaxed
@given(data=st.data())
def test_a_planted_fault_is_found_at_its_place(kind: str, data: st.DataObject) -> None:
    """Whatever is planted."""
    planted = data.draw(invalid_records(kind))
    assert (planted.rule, planted.pointer) in {(finding.rule, finding.pointer) for finding in iom.validate(planted.data, kind).findings}
    assert planted.rule in RECORD_RULES


@pytest.mark.parametrize(("kind", "rule"), [(kind, rule) for kind, rules in RULES.items() for rule in rules.split()])
@settings(relaxed, max_examples=3)
@given(data=st.data())
def test_each_rule_can_be_planted(kind: str, rule: str, data: st.DataObject) -> None:
    """And is found, at its place."""
    planted = data.draw(invalid_records(kind, rule))
    assert planted.rule == rule
    assert (rule, planted.pointer) in {(finding.rule, finding.pointer) for finding in iom.validate(planted.data, kind).findings}


def test_an_unknown_kind_is_named() -> None:
    """With what there is."""
    with pytest.raises(iom.NotFound, match="no kind 'sentence'"):
        find(invalid_records("sentence"), lambda _: True)
