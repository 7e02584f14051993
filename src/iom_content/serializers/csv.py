"""One table for spreadsheets, one way: a row for each organization, figure, section, statement and block, and none that computes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import TYPE_CHECKING, Final, TypeAlias

from iom_content.errors import UnsupportedValue
from iom_content.model.catalog import Term
from iom_content.model.document import Document
from iom_content.model.kinds import BlockKind
from iom_content.model.organization import Figure, Organization, Section
from iom_content.model.origins import Captured, Origin
from iom_content.model.statement import Block, Statement
from iom_content.serializers.format import Format
from iom_content.serializers.spreadsheet import inert_cell
from iom_content.serializers.wording import as_tuple, credit_of

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["COLUMNS", "FORMAT", "dumps", "loads"]

loads: Final = None

COLUMNS: Final = (
    *("record", "id", "parent", "position", "kind", "depth", "language", "title", "text"),
    *("value", "unit", "qualifier", "date", "url", "basis"),
)
"""The columns of every table, in order; a cell is empty where a row has no such thing or it is not known."""

_Row: TypeAlias = dict[str, object]


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a value or a tuple of values as comma-separated values, in UTF-8 with line feeds.

    Every text stands in quotation marks, numbers do not. What a spreadsheet could take for a formula has an apostrophe before it.

    Args:
        value: An organization, section, figure, statement, block, document or term, or a tuple of them.
        catalog: The dataset whose attribution is the last row; there is none if it is None.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.Figure(name="boats", value=12, unit="boat")), end="")
        "record","id","parent","position","kind","depth","language","title","text","value","unit","qualifier","date","url","basis"
        "figure","boats",,1,,,,,,12,"boat","exactly",,,
    """
    rows = [row for place, each in enumerate(as_tuple(value), 1) for row in _rows(each, None, place)]
    credit = credit_of(value, catalog)
    if credit is not None and catalog is not None and catalog.rights is not None:
        rows.append({"record": "rights", "title": catalog.rights.holder, "text": credit, "url": catalog.rights.url})
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        file.write(",".join(_cell(row.get(column)) for column in COLUMNS) + "\n")
    return file.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    doubled = inert_cell(str(value)).replace('"', '""')
    return f'"{doubled}"'


@singledispatch
def _rows(value: object, parent: str | None, position: int) -> Iterable[_Row]:
    del parent, position
    raise UnsupportedValue("csv", f"cannot carry a value of {type(value).__name__}: it is no row of the table")


@_rows.register
def _(value: Organization, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"title": value.name, "kind": value.acronym, "text": value.summary, "url": value.website}
    yield {"record": "organization", "id": value.id, "parent": parent, "position": position} | said
    for place, figure in enumerate(value.figures, 1):
        yield from _rows(figure, value.id, place)
    for place, section in enumerate(value.sections, 1):
        yield from _rows(section, value.id, place)


@_rows.register
def _(value: Figure, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"value": value.value, "unit": value.unit, "qualifier": value.qualifier.value, "date": value.as_of}
    yield {"record": "figure", "id": value.name, "parent": parent, "position": position, "basis": _basis(value.origin)} | said


def _basis(origin: Origin | None) -> str | None:
    return None if origin is None else "captured" if isinstance(origin, Captured) else origin.basis.value


@_rows.register
def _(value: Section, parent: str | None, position: int) -> Iterator[_Row]:
    depth = value.id.count("/") + 1
    said = {"depth": depth, "title": value.title, "text": value.summary, "basis": _basis(value.origins.get("title"))}
    yield {"record": "section", "id": value.id, "parent": parent, "position": position} | said
    for place, child in enumerate(value.children, 1):
        yield from _rows(child, value.id, place)


@_rows.register
def _(value: Statement, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"kind": value.category, "language": value.language, "title": value.title, "date": value.published, "url": value.url}
    yield {"record": "statement", "id": value.id, "parent": parent or value.organization, "position": position} | said
    for place, block in enumerate(value.blocks, 1):
        for row in _rows(block, value.id, place):
            yield row | {"language": row["language"] or value.language}


@_rows.register
def _(value: Block, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"kind": value.kind.value, "depth": value.depth, "language": value.language, "text": value.text}
    yield {"record": "block", "parent": parent, "position": position} | said


@_rows.register
def _(value: Document, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"language": value.language, "date": value.capture.captured, "url": value.capture.url}
    yield {"record": "document", "id": value.id, "parent": parent, "position": position} | said
    for part in (value.organization, value.statement):
        if part is not None:
            yield from _rows(part, None, position)


@_rows.register
def _(value: Term, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"kind": value.acronym, "language": value.language, "title": value.name}
    yield {"record": "term", "id": value.id, "parent": parent, "position": position} | said


FORMAT: Final = Format(name="csv", media_type="text/csv", suffix=".csv", dumps=dumps, loads=loads, values_only=True)
