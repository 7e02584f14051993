"""A catalog from its parts or its files, in stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from iom_content.dataset.releases import MANIFEST
from iom_content.model.catalog import Catalog, Lookup, Rights, Term
from iom_content.model.document import Document, Note
from iom_content.model.organization import Figure, Organization, Section
from iom_content.model.origins import Captured
from iom_content.model.statement import Statement


def read_catalog(read: Callable[[str], Any], decode: dict[type, Callable[[Any], Any]]) -> Catalog:
    """Build a catalog from a dataset's files.

    Args:
        read: Returns the plain data of a file, named relative to the dataset's folder.
        decode: The decoder of each value class.
    """
    manifest = read(MANIFEST)
    paths = [resource["path"] for resource in manifest["resources"]]
    return assemble(
        version=manifest.get("version"),
        documents=[decode[Document](read(path)) for path in paths if path.startswith("documents/")],
        organizations=[decode[Organization](read(path)) for path in paths if path.startswith("organizations/")],
        terms=[decode[Term](term) for term in read("terms.json")["terms"]],
        rights=None if manifest.get("rights") is None else decode[Rights](manifest["rights"]),
    )


def assemble(
    *,
    version: str | None,
    documents: Iterable[Document],
    organizations: Iterable[Organization],
    terms: Iterable[Term] = (),
    rights: Rights | None = None,
) -> Catalog:
    """Build a catalog: documents, organizations and statements by id, sections in reading order, terms as given.

    Of several readings of one statement the fullest one that is dated stands for it; all stay in their documents. Whether statements
    of one id are readings of one cannot be seen from their texts; where address or day show that they are not, a note says so.
    """
    by_id = {document.id: document for document in sorted(documents, key=_document_id)}
    organizations = sorted(organizations, key=_organization_id)
    statements: dict[str, Statement] = {}
    for document in by_id.values():
        statement = document.statement
        if statement is not None:
            known = statements.get(statement.id)
            if known is None or _fullness(statement) > _fullness(known):
                statements[statement.id] = statement
    return Catalog(
        version=version,
        documents=Lookup("document", by_id),
        organizations=Lookup("organization", [(organization.id, organization) for organization in organizations]),
        sections=Lookup("section", [(section.id, section) for organization in organizations for section in _all(organization.sections)]),
        statements=Lookup("statement", sorted(statements.items())),
        terms=Lookup("term", [(term.id, term) for term in terms]),
        rights=rights,
        notes=(*(note for organization in organizations for note in _conflicts(organization)), *_shared_ids(by_id.values())),
    )


def _conflicts(organization: Organization) -> Iterator[Note]:
    """Note each name under which captured pages state different numbers."""
    stated: dict[str, dict[tuple[str, int], Figure]] = {}
    for figure in organization.figures:
        if type(figure.origin) is Captured:
            stated.setdefault(figure.name, {})[figure.qualifier, figure.value] = figure
    for name, figures in stated.items():
        if len(figures) > 1:
            numbers = ", ".join(f"{qualifier} {value}" for qualifier, value in sorted(figures))
            yield Note(
                code="conflicting-figures",
                message=f"captured pages state different {name}: {numbers}",
                pointer=f"/organizations/{organization.id}/figures",
            )


def _shared_ids(documents: Iterable[Document]) -> Iterator[Note]:
    """Note each id that several statements bear: their addresses differ, or the days on which they were published."""
    bearers: dict[str, list[tuple[str, Statement]]] = {}
    for document in documents:
        if document.statement is not None:
            bearers.setdefault(document.statement.id, []).append((document.id, document.statement))
    for key, found in sorted(bearers.items()):
        addresses = {statement.url for _, statement in found} - {None}
        days = {statement.published for _, statement in found} - {None}
        if len(addresses) > 1 or len(days) > 1:
            held = ", ".join(document for document, _ in found)
            message = f"different statements, of documents {held}, bear this id; the fullest one stands for it until another id is decided"
            yield Note(code="shared-id", message=message, pointer=f"/statements/{key}")


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)


def _document_id(document: Document) -> str:
    return document.id


def _organization_id(organization: Organization) -> str:
    return organization.id


def _fullness(statement: Statement) -> tuple[bool, int]:
    return statement.published is not None, len(statement.blocks)
