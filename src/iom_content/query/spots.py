"""The places of values as they are searched: sorted, so that no answer depends on the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, cast

from iom_content.errors import InvalidValue, shown
from iom_content.model.catalog import Catalog
from iom_content.model.document import Document
from iom_content.model.organization import Organization, Section
from iom_content.model.statement import Statement
from iom_content.query.labels import labelled, page_of
from iom_content.query.walk import walk

__all__ = ["Searchable", "Searched", "Spot", "spots_of"]

Searchable: TypeAlias = Statement | Section | Organization | Document
Searched: TypeAlias = Catalog | Mapping[str, Searchable] | Iterable[Searchable]


class Spot(NamedTuple):
    """A place with its text; its fields in their order are what places are sorted by."""

    kind: str
    value_id: str
    number: int
    label: str
    text: str
    url: str


def spots_of(values: Searched, argument: tuple[str, str] = ("search", "/catalog")) -> list[Spot]:
    """Return the places of values, sections before statements, by their ids, each in reading order.

    Args:
        values: A catalog, whose statements and sections are meant, or any statements, sections, organizations and documents; of
            a mapping the values are taken.
        argument: The function and its argument that are given them, for the message.

    Raises:
        InvalidValue: One of the values is of another class, or there are none to go through.

    Example:
        >>> import iom_content as iom
        >>> [(spot.value_id, spot.label) for spot in spots_of([iom.load().sections["our-work"]])][:2]
        [('our-work', 'title'), ('our-work', 'summary')]
    """
    if isinstance(values, Catalog):
        sections = values.sections.values()
        found = [spot for section in sections for spot in _section(section, _address(section, values))]
        found += [spot for statement in values.statements.values() for spot in _statement(statement)]
    elif isinstance(values, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance] - callers need not run a type checker
        found = [spot for value in _each(values) for spot in _spots(value, argument)]
    else:
        raise _no_places(values, argument)
    return sorted(found)


def _each(values: Mapping[str, Searchable] | Iterable[Searchable]) -> Iterable[Searchable]:
    return cast("Iterable[Searchable]", values.values() if isinstance(values, Mapping) else values)


def _no_places(found: object, argument: tuple[str, str]) -> InvalidValue:
    return InvalidValue(*argument, "a Catalog or statements, sections, organizations and documents", shown(found))


def _spots(value: object, argument: tuple[str, str]) -> Iterator[Spot]:
    if isinstance(value, Statement):
        yield from _statement(value)
    elif isinstance(value, Section | Organization):
        for section, _ in walk(value):
            yield from _section(section, "")
    elif isinstance(value, Document):
        for part in (value.organization, value.statement):
            if part is not None:
                yield from (spot._replace(url=spot.url or value.capture.url or "") for spot in _spots(part, argument))
    else:
        raise _no_places(value, argument)


def _statement(value: Statement) -> Iterator[Spot]:
    for number, (label, text) in enumerate(labelled(value)):
        yield Spot("statement", value.id, number, label, text, value.url or "")


def _section(value: Section, url: str) -> Iterator[Spot]:
    for number, (label, text) in enumerate(labelled(value)):
        yield Spot("section", value.id, number, label, text, url)


def _address(section: Section, catalog: Catalog) -> str:
    page = page_of(section, catalog)
    return "" if page is None else page.capture.url or ""
