"""Every rule that a finding about records can name is described."""

from __future__ import annotations

import ast
from pathlib import Path

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
