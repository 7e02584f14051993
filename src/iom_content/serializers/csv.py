"""One table for spreadsheets, one way: a row for each organization, figure, section, statement and block, and none that computes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from typing import TYPE_CHECKING, Final, TypeAlias

from iom_content.errors import UnsupportedValue
from iom_content.model.catalog import Term
from iom_content.model.document import Document
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

_Row: TypeAlias = Mapping[str, object]


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
    rows: list[_Row] = [row for place, each in enumerate(as_tuple(value), 1) for row in _rows(each, None, place)]
    credit = credit_of(value, catalog)
    if credit is not None and catalog is not None and catalog.rights is not None:
        rows.append({"record": "rights", "title": catalog.rights.holder, "text": credit, "url": catalog.rights.url})
    head = {column: column for column in COLUMNS}
    return "".join(",".join(_cell(row.get(column)) for column in COLUMNS) + "\n" for row in (head, *rows))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    doubled = inert_cell(str(value)).replace('"', '""')
    return f'"{doubled}"'


def _row(record: str, parent: str | None, position: int, **said: object) -> _Row:
    return {"record": record, "parent": parent, "position": position} | said


@singledispatch
def _rows(value: object, parent: str | None, position: int) -> Iterable[_Row]:
    del parent, position
    raise UnsupportedValue("csv", f"cannot carry a value of {type(value).__name__}: it is no row of the table")


@_rows.register
def _(value: Organization, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"title": value.name, "kind": value.acronym, "text": value.summary, "url": value.website}
    yield _row("organization", parent, position, id=value.id, **said)
    for place, figure in enumerate(value.figures, 1):
        yield from _rows(figure, value.id, place)
    for place, section in enumerate(value.sections, 1):
        yield from _rows(section, value.id, place)


@_rows.register
def _(value: Figure, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"unit": value.unit, "qualifier": value.qualifier.value, "date": value.as_of, "basis": _basis(value.origin)}
    yield _row("figure", parent, position, id=value.name, value=value.value, **said)


def _basis(origin: Origin | None) -> str | None:
    if origin is None:
        return None
    return "captured" if isinstance(origin, Captured) else origin.basis.value


@_rows.register
def _(value: Section, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"id": value.id, "title": value.title, "text": value.summary, "basis": _basis(value.origins.get("title"))}
    yield _row("section", parent, position, depth=value.id.count("/") + 1, **said)
    for place, child in enumerate(value.children, 1):
        yield from _rows(child, value.id, place)


@_rows.register
def _(value: Statement, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"id": value.id, "kind": value.category, "language": value.language, "title": value.title, "url": value.url}
    yield _row("statement", parent or value.organization, position, date=value.published, **said)
    for place, block in enumerate(value.blocks, 1):
        yield _block(block, value.id, place, value.language)


@_rows.register
def _(value: Block, parent: str | None, position: int) -> Iterator[_Row]:
    yield _block(value, parent, position, None)


def _block(block: Block, parent: str | None, position: int, language: str | None) -> _Row:
    said = {"kind": block.kind.value, "language": block.language or language, "text": block.text}
    return _row("block", parent, position, depth=block.depth, **said)


@_rows.register
def _(value: Document, parent: str | None, position: int) -> Iterator[_Row]:
    said = {"language": value.language, "date": value.capture.captured, "url": value.capture.url}
    yield _row("document", parent, position, id=value.id, **said)
    for part in (value.organization, value.statement):
        if part is not None:
            yield from _rows(part, None, position)


@_rows.register
def _(value: Term, parent: str | None, position: int) -> Iterator[_Row]:
    yield _row("term", parent, position, id=value.id, kind=value.acronym, language=value.language, title=value.name)


FORMAT: Final = Format(name="csv", media_type="text/csv", suffix=".csv", dumps=dumps, loads=loads, values_only=True)
