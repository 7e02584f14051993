"""Catalogs united: readings may differ, what people decided may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from iom_content.codec.decode import encode
from iom_content.codec.json_text import render
from iom_content.dataset.assemble import assemble
from iom_content.dataset.collect import collect
from iom_content.errors import DatasetError, shown
from iom_content.model.catalog import Catalog, Rights, Term
from iom_content.model.document import Document
from iom_content.model.organization import Organization
from iom_content.model.origins import Curated, Origins
from iom_content.model.statement import Statement

__all__ = ["combine"]

Decided = TypeVar("Decided", Organization, Statement, Term)


def combine(*catalogs: Catalog) -> Catalog:
    """Unite catalogs in one.

    Documents of the same capture count once, organizations are reconciled from all documents, what people decided is kept. Several
    readings of one page are no conflict; two decisions on one field are. The order of the catalogs changes nothing.

    Args:
        *catalogs: What to unite; none makes an empty catalog.

    Returns:
        A catalog with the version and the rights that all have that have any; without a version if they differ.

    Raises:
        DatasetError: Equal ids have different curated values, or the rights differ; the message names both.
        TypeError: One of them is no catalog.

    Example:
        >>> import iom_content as iom
        >>> iom.combine(iom.load(), iom.collect([iom.ingest("Another page")]))
        <Catalog 2026.11.0: 2 documents, 1 organization, 11 sections, 1 statement, 8 terms>
    """
    for catalog in catalogs:
        if type(catalog) is not Catalog:
            raise TypeError(f"combine takes catalogs, not {type(catalog).__name__}; collect makes one of documents")
    ordered = _in_order(catalogs)
    _agreeing([each for catalog in ordered for each in catalog.statements.values()], "statements")
    _agreeing([each for catalog in ordered for each in catalog.organizations.values()], "organizations")
    documents: dict[str, Document] = {}
    for document in (each for catalog in ordered for each in catalog.documents.values()):
        known = documents.get(document.id)
        if known is None or _decisions(document) > _decisions(known):
            documents[document.id] = document
    reconciled = collect(documents.values()).organizations
    described: dict[str, list[Organization]] = {}
    for organization in (each for catalog in ordered for each in catalog.organizations.values()):
        described.setdefault(organization.id, []).append(organization)
    return assemble(
        version=_common([catalog.version for catalog in ordered]),
        documents=documents.values(),
        organizations=[_united([*([reconciled[key]] if key in reconciled else []), *same]) for key, same in described.items()],
        terms=_agreeing([each for catalog in ordered for each in catalog.terms.values()], "terms"),
        rights=_one_right(ordered),
    )


def _in_order(catalogs: Sequence[Catalog]) -> list[Catalog]:
    """Return distinct catalogs in an order that is their own, whatever the order they were given in."""
    if len(set(catalogs)) <= 1:
        return [*catalogs[:1]]
    return sorted(dict.fromkeys(catalogs), key=lambda catalog: (catalog.version is None, catalog.version or "", _written(catalog)))


def _written(catalog: Catalog) -> str:
    values = (*catalog.documents.values(), *catalog.organizations.values(), *catalog.terms.values())
    return render([encode(value) for value in values])


def _agreeing(values: Iterable[Decided], room: str) -> list[Decided]:
    """Return the values of all catalogs, each id once, and refuse curated values that contradict one another."""
    found: dict[str, Decided] = {}
    for value in values:
        known = found.setdefault(value.id, value)
        for field, mine, other in _contradictions(known, value):
            raise DatasetError(f"{room}/{value.id}", f"{field} was decided twice: {shown(str(mine), 60)} and {shown(str(other), 60)}")
    return list(found.values())


def _contradictions(one: Decided, other: Decided) -> Iterator[tuple[str, object, object]]:
    if _address(one) != _address(other):
        return
    for field, origin in one.origins.items():
        if type(origin) is Curated and type(other.origins.get(field)) is Curated and getattr(one, field) != getattr(other, field):
            yield field, getattr(one, field), getattr(other, field)
    mine, others = _decided_figures(one), _decided_figures(other)
    for name, when in sorted(mine.keys() & others.keys(), key=str):
        if mine[name, when] != others[name, when]:
            yield f"{name} as of {when}", mine[name, when], others[name, when]


def _decided_figures(value: Organization | Statement | Term) -> dict[tuple[str, str | None], str]:
    figures = value.figures if isinstance(value, Organization) else ()
    return {(figure.name, figure.as_of): f"{figure.qualifier} {figure.value}" for figure in figures if type(figure.origin) is Curated}


def _address(value: Organization | Statement | Term) -> str | None:
    return value.url if isinstance(value, Statement) else None


def _decisions(document: Document) -> tuple[int, bool, bool]:
    """Rank readings of one capture: the one that more was decided about, or said of, goes before."""
    statement = document.statement
    count = 0 if statement is None else sum(type(origin) is Curated for origin in statement.origins.values())
    return count, document.capture.url is not None, document.capture.captured is not None


def _united(readings: Sequence[Organization]) -> Organization:
    """Return one organization with all that was decided on it; the first reading stands for the rest."""
    first = readings[0]
    fields = {
        name: (getattr(each, name), origin)
        for each in reversed(readings)
        for name, origin in each.origins.items()
        if type(origin) is Curated and name not in first.origins
    }
    return attrs.evolve(
        first,
        names=tuple(dict.fromkeys(name for each in readings for name in each.names)),
        identifiers=tuple(dict.fromkeys(identifier for each in readings for identifier in each.identifiers)),
        figures=tuple(dict.fromkeys(figure for each in readings for figure in each.figures)),
        **{name: value for name, (value, _) in fields.items()},
        origins=Origins({**first.origins, **{name: origin for name, (_, origin) in fields.items()}}),
    )


def _common(versions: Sequence[str | None]) -> str | None:
    known = {version for version in versions if version is not None}
    return known.pop() if len(known) == 1 else None


def _one_right(catalogs: Sequence[Catalog]) -> Rights | None:
    rights = [*dict.fromkeys(catalog.rights for catalog in catalogs if catalog.rights is not None)]
    if len(rights) > 1:
        raise DatasetError("rights", f"two holders or terms: {shown(rights[0].attribution, 60)} and {shown(rights[1].attribution, 60)}")
    return rights[0] if rights else None
