"""Every rule of prose has an example of both kinds, and they are right."""

from __future__ import annotations

from pathlib import Path

import pytest

import iom_content as iom
from iom_content.checks.prose.registry import Rule
from iom_content.checks.prose.rules import PROSE_RULES, rules_of
from iom_content.checks.record_rules import RECORD_RULES

RULES = [*PROSE_RULES.values()]


@pytest.mark.parametrize("rule", RULES, ids=[*PROSE_RULES])
def test_a_rule_complains_of_its_bad_example_alone(rule: Rule) -> None:
    """Once, with the severity it says, in words that help."""
    (finding,) = iom.check_prose(rule.bad, rules=[rule.id]).findings
    assert (finding.rule, finding.severity, finding.line) == (rule.id, rule.severity, 1)
    assert finding.column is not None
    assert finding.excerpt
    assert rule.bad[finding.column - 1 :].startswith(finding.excerpt)
    assert finding.hint or rule.severity is iom.Severity.INFO
    assert iom.check_prose(rule.good, rules=[rule.id]).findings == ()


@pytest.mark.parametrize("rule", RULES, ids=[*PROSE_RULES])
def test_examples_break_no_other_rule(rule: Rule) -> None:
    """The good example but for the faithful one's, which is somebody's unknown quotation; the bad one only its own."""
    assert {finding.rule for finding in iom.check_prose(rule.bad).findings} <= {rule.id}
    assert iom.check_prose(rule.good, ignore=["quote-unknown"]).findings == ()


def test_rules_are_described() -> None:
    """In whole sentences, under names that no rule of records has."""
    assert [*PROSE_RULES] == [rule.id for rule in RULES]
    assert not PROSE_RULES.keys() & RECORD_RULES.keys()
    for rule in RULES:
        for words in (rule.summary, rule.explanation):
            assert words[0].isupper()
            assert words.endswith(".")


def test_the_page_lists_every_rule(root: Path) -> None:
    """The table and the sections of the documentation are those of the registry."""
    page = (root / "docs" / "prose.md").read_text(encoding="utf-8")
    table = [f"| [`{rule.id}`](#{rule.id}) | {rule.severity}{'' if rule.on else ', off'} | {rule.summary} |" for rule in RULES]
    assert "\n".join(table) in page
    for rule in RULES:
        section = f"(#{rule.id})"
        assert section in page
        assert f"({rule.id})=\n### {rule.id}\n\n{rule.explanation}\n\n- bad: `{rule.bad}`\n- good: `{rule.good}`\n" in page


def test_rules_are_chosen_by_name() -> None:
    """In the registry's order; those that are off only by name."""
    assert "quote-faithful" not in {rule.id for rule in rules_of(None, ())}
    assert [rule.id for rule in rules_of(["name-variant", "quote-altered"], ())] == ["quote-altered", "name-variant"]
    assert rules_of(["name-variant"], ["name-variant"]) == ()
    for rules, ignore in ((["name-varient"], []), (None, ["name-varient"])):
        with pytest.raises(iom.NotFound) as caught:
            rules_of(rules, ignore)
        assert str(caught.value).startswith("no rule 'name-varient'; did you mean 'name-variant'")
