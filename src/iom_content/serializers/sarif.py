"""SARIF 2.1.0, the exchange format of static analysis: what code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import quote

from iom_content.checks.rules import sentence_of
from iom_content.model.report import Finding, Severity
from iom_content.release import __version__
from iom_content.serializers.complaints import findings_of, sentence
from iom_content.serializers.format import Format
from iom_content.serializers.wording import visible

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "loads"]

T = TypeVar("T")

loads: Final = None

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_UNNAMED: Final = "The text that was judged; it has no file name."


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a report as a SARIF log of one run.

    Columns count code points, which the log says. Files are URIs: relative as they were named, or absolute with the
    scheme `file`. Pointers are logical locations; excerpt, expected words, hint and link are properties of the result.
    All beyond ASCII is written as JSON escapes.

    Args:
        value: A report, a finding, or a tuple of them.
        catalog: Not used: a report quotes too little to need a line of rights.

    Returns:
        A JSON document.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> import json
        >>> log = json.loads(dumps(iom.Finding(rule="missing", message="missing key 'title'", file="a b.json", line=2, column=1)))
        >>> log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        {'artifactLocation': {'uri': 'a%20b.json', 'index': 0}, 'region': {'startLine': 2, 'startColumn': 1}}
    """
    del catalog
    findings = findings_of(value, "sarif")
    rules = _numbered(finding.rule for finding in findings)
    files = _numbered(finding.file or None for finding in findings if finding.file or finding.line)
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "iom-content", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(file) for file in files],
        "results": [_result(finding, rules, files) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _numbered(names: Iterable[T]) -> dict[T, int]:
    return {name: index for index, name in enumerate(dict.fromkeys(names))}


def _rule(rule: str) -> dict[str, Any]:
    words = sentence_of(rule)
    return {"id": rule} if words is None else {"id": rule, "shortDescription": {"text": words}}


def _artifact(file: str | None) -> dict[str, Any]:
    told = {"description": {"text": _UNNAMED}} if file is None else {"location": {"uri": _uri(file)}}
    return {**told, "roles": ["analysisTarget"]}


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _result(finding: Finding, rules: dict[str, int], files: dict[str | None, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": sentence(finding)},
    }
    location = _location(finding, files)
    if location:
        result["locations"] = [location]
    properties = {name: getattr(finding, name) for name in ("excerpt", "expected", "hint", "link")}
    told = {name: visible(words) for name, words in properties.items() if words is not None}
    if told:
        result["properties"] = told
    return result


def _location(finding: Finding, files: dict[str | None, int]) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.file or finding.line:
        file = finding.file or None
        artifact = {"index": files[file]} if file is None else {"uri": _uri(file), "index": files[file]}
        location["physicalLocation"] = {"artifactLocation": artifact}
        if finding.line:
            column = {"startColumn": finding.column} if finding.column else {}
            location["physicalLocation"]["region"] = {"startLine": finding.line, **column}
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(finding.pointer)}]
    return location


FORMAT: Final = Format(
    name="sarif", media_type="application/sarif+json", suffix=".sarif", dumps=dumps, loads=loads, escapes="json", reports_only=True
)
