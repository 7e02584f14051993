"""Every rule that a finding about records can name is described."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import iom_content as iom
from iom_content.checks.record_rules import RECORD_RULES

SOURCE = Path(iom.__file__).parent
ROOMS = ("model", "codec", "dataset", "checks/records.py")


def named() -> set[str]:
    """Return each text that the code gives as a rule: first argument of a call that makes a finding, or third of a tuple of faults."""
    found: set[str] = set()
    for room in ROOMS:
        place = SOURCE / room
        for path in place.rglob("*.py") if place.is_dir() else (place,):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in {"fault", "_finding", "_add", "Broken"}:
                    first = node.args[0]
                elif isinstance(node, ast.Tuple) and len(node.elts) == 5 and ast.unparse(node.elts[0]) == "token":
                    first = node.elts[2]
                else:
                    continue
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_every_rule_of_the_code_is_described() -> None:
    """By a sentence."""
    assert {"type", "missing", "duplicate-key", "span-overlap", "file-extra", "slug"} <= named() | {"slug"}
    assert sorted(named() - RECORD_RULES.keys()) == []
    assert [rule for rule, words in RECORD_RULES.items() if not words.endswith(".") or not words[0].isupper()] == []


def test_findings_of_constraints_are_described() -> None:
    """The rule of a refused text is the name of its constraint."""
    report = iom.validate({"id": "A", "title": " ", "children": 5}, "section")
    assert {finding.rule for finding in report.findings} == {"section-id", "nonblank", "type"}
    assert {finding.rule for finding in report.findings} <= RECORD_RULES.keys()


EXAMPLES = re.compile(r"\n- of: (\w+)\n- bad: `(.+)`\n- good: `(.+)`\n")
# What no record can break: rules of answers, of datasets, and of what every value satisfies whose type is right.
OTHERS = {
    *(
        "change-side",
        "edit-place",
        "edits-differ",
        "figure-missing",
        "figure-name",
        "kinds",
        "line-elsewhere",
        "past-figure",
        "past-undated",
    ),
    *("file-changed", "file-extra", "file-missing", "file-unreadable", "manifest-unreadable", "snippet-elsewhere", "words-outside"),
    *("integer", "positive", "refused", "text"),
}
# What no line of a page can show.
UNSHOWN = {"byte-order-mark", "depth", "encoding", "kind-unknown", "too-large", "too-many", "unreadable"}


def sections(root: Path) -> dict[str, str]:
    """Return what the page of rules says, by rule."""
    page = (root / "docs" / "records.md").read_text(encoding="utf-8")
    return dict(re.findall(r"\n\(record-rule-([\w-]+)\)=\n### \1\n\n(.*?)(?=\n\(record-rule-|\n## |\Z)", page, re.DOTALL))


def test_every_rule_of_records_is_documented(root: Path) -> None:
    """With its sentence, and with examples where there can be any."""
    said = sections(root)
    assert said.keys() == RECORD_RULES.keys() - OTHERS
    for rule, words in said.items():
        assert words.startswith(f"{RECORD_RULES[rule]}\n")
        assert bool(EXAMPLES.search(words)) is (rule not in UNSHOWN)


@pytest.mark.parametrize("rule", sorted(RECORD_RULES.keys() - OTHERS - UNSHOWN))
def test_examples_of_rules_are_true(root: Path, rule: str) -> None:
    """The bad one breaks the rule, the good one breaks none."""
    found = EXAMPLES.search(sections(root)[rule])
    assert found is not None
    kind, bad, good = found.groups()
    syntax = "yaml" if rule == "cycle" or rule.startswith("yaml-") else "json"
    assert rule in {each.rule for each in iom.validate(bad, kind, syntax=syntax).findings}
    assert iom.validate(good, kind, syntax=syntax).findings == ()
