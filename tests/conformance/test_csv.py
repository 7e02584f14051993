"""Tables, judged by a validator of tabular data against a schema of their columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import iom_content as iom
from iom_content.serializers.csv import COLUMNS

INTEGERS = frozenset(("position", "depth", "value"))
RECORDS = ["organization", "figure", "section", "statement", "block", "document", "term", "rights"]
SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": name, "type": "integer" if name in INTEGERS else "string", "constraints": {"minimum": 0} if name in INTEGERS else {}}
        for name in COLUMNS
    ]
}
SCHEMA["fields"][0]["constraints"] = {"required": True, "enum": RECORDS}


def problems(path: Path, schema: Any) -> list[str]:
    """Return what is wrong with a table."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    with frictionless.system.use_context(trusted=True):
        resource = frictionless.Resource(path=str(path), schema=frictionless.Schema.from_descriptor(schema), format="csv", encoding="utf-8")
        return [str(each[0]) for each in resource.validate(limit_errors=5).flatten(["message"])]


def test_every_table_is_valid(tmp_path: Path, generated: tuple[iom.Document, ...]) -> None:
    """The bundled dataset's, and those of generated documents; and the validator would say if one were not."""
    catalog = iom.load()
    parts = (catalog.documents, catalog.organizations, catalog.statements, catalog.sections, catalog.terms)
    path = tmp_path / "table.csv"
    for value in (tuple(value for part in parts for value in part.values()), *generated[:10], generated):
        path.write_bytes(iom.dumps(value, "csv", catalog=catalog).encode())
        assert problems(path, SCHEMA) == []
    path.write_bytes(iom.dumps(catalog.sections["our-work"], "csv").replace('"section"', '"sektion"').encode())
    assert problems(path, SCHEMA) != []
