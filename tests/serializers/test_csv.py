"""CSV: one table, a row a record."""

from __future__ import annotations

import csv as reader
import io
from datetime import date

import pytest

import iom_content as iom
from iom_content.serializers import csv


def rows(value: object, *, credited: bool = False) -> list[dict[str, str]]:
    """Return the rows that a reader of tables finds, without their empty cells."""
    text = csv.dumps(value, catalog=iom.load() if credited else None)
    table = reader.DictReader(io.StringIO(text, newline=""))
    found = [{name: cell for name, cell in row.items() if cell} for row in table]
    assert tuple(table.fieldnames or ()) == csv.COLUMNS
    return found


def test_an_organization_is_rows_of_figures_and_sections() -> None:
    """Each with what it belongs to and its place there."""
    curated = iom.Curated(basis=iom.Basis.SECONDARY, note="A book.")
    captured = iom.Captured(spans=(iom.Span(start=0, end=1),))
    child = iom.Section(id="a/b", title="B", origins=iom.Origins({"title": captured}))
    organization = iom.Organization(
        id="o",
        name="Office",
        acronym="O",
        summary="We open.",
        website="https://example.org",
        figures=(iom.Figure(name="boats", value=12, unit="boat", qualifier=iom.Qualifier.NEARLY, as_of="2024-05", origin=curated),),
        sections=(iom.Section(id="a", title="A", summary="Of A.", children=(child,)), iom.Section(id="c", title="C")),
    )
    assert rows(organization) == [
        {
            "record": "organization",
            "id": "o",
            "position": "1",
            "title": "Office",
            "kind": "O",
            "text": "We open.",
            "url": "https://example.org",
        },
        {
            "record": "figure",
            "id": "boats",
            "parent": "o",
            "position": "1",
            "value": "12",
            "unit": "boat",
            "qualifier": "nearly",
            "date": "2024-05",
            "basis": "secondary",
        },
        {"record": "section", "id": "a", "parent": "o", "position": "1", "depth": "1", "title": "A", "text": "Of A."},
        {"record": "section", "id": "a/b", "parent": "a", "position": "1", "depth": "2", "title": "B", "basis": "captured"},
        {"record": "section", "id": "c", "parent": "o", "position": "2", "depth": "1", "title": "C"},
    ]


def test_a_statement_is_rows_of_blocks() -> None:
    """Each with its language, or the statement's."""
    statement = iom.Statement(
        id="s",
        organization="o",
        title="T",
        language="en",
        category="News",
        url="https://example.org/s",
        published=date(2024, 5, 4),
        blocks=(
            iom.Block(kind=iom.BlockKind.LIST_ITEM, text='say "a, b"', depth=2),
            iom.Block(kind=iom.BlockKind.PARAGRAPH, text="B\nC", language="fr"),
        ),
    )
    assert rows(statement) == [
        {
            "record": "statement",
            "id": "s",
            "parent": "o",
            "position": "1",
            "kind": "News",
            "language": "en",
            "title": "T",
            "date": "2024-05-04",
            "url": "https://example.org/s",
        },
        {"record": "block", "parent": "s", "position": "1", "kind": "list_item", "depth": "2", "language": "en", "text": 'say "a, b"'},
        {"record": "block", "parent": "s", "position": "2", "kind": "paragraph", "language": "fr", "text": "B\nC"},
    ]
    assert rows(statement.blocks[1]) == [{"record": "block", "position": "1", "kind": "paragraph", "language": "fr", "text": "B\nC"}]


def test_a_document_is_rows_of_its_parts() -> None:
    """With its own before them."""
    document = iom.load().documents["4e89fe63437d"]
    found = rows(document)
    assert found[0] == {"record": "document", "id": "4e89fe63437d", "position": "1", "language": "en", "url": str(document.capture.url)}
    assert [row["record"] for row in found] == ["document", "organization", *["figure"] * 3, *["section"] * 11, "statement", *["block"] * 7]
    assert [row["record"] for row in rows(iom.ingest("A line"))] == ["document"]


def test_values_of_a_tuple_are_counted_and_rights_come_last() -> None:
    """Once, as a row of their own, so that the table stays one."""
    catalog = iom.load()
    assert catalog.rights is not None
    found = rows((catalog.terms["global-compact-for-migration"], catalog.terms["sdg-summit"]), credited=True)
    assert [row.get("position") for row in found] == ["1", "2", None]
    assert found[0]["kind"] == "GCM"
    assert found[2] == {
        "record": "rights",
        "title": catalog.rights.holder,
        "text": catalog.rights.attribution,
        "url": str(catalog.rights.url),
    }
    assert rows(()) == []


def test_texts_are_quoted_and_numbers_are_not() -> None:
    """So that no program takes a text for a number; an unknown thing is an empty cell."""
    assert csv.dumps(iom.Figure(name="boats", value=0, unit="=x")).splitlines()[1] == '"figure","boats",,1,,,,,,0,"\'=x","exactly",,,'


@pytest.mark.parametrize("value", [iom.Catalog(), iom.Event(name="Open day"), iom.Report(), None], ids=repr)
def test_another_value_is_refused(value: object) -> None:
    """The error names its class."""
    with pytest.raises(iom.UnsupportedValue, match=f"^format 'csv' cannot carry a value of {type(value).__name__}: it is no row"):
        csv.dumps(value)
