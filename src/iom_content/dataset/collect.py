"""Documents brought together: one organization reconciled from all that describe it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import attrs

from iom_content.dataset.assemble import assemble
from iom_content.model.catalog import Catalog
from iom_content.model.document import Document
from iom_content.model.organization import Figure, Identifier, Name, Organization, Section
from iom_content.model.origins import Captured, Curated, Origin, Origins

__all__ = ["collect", "reconcile"]

Sourced = TypeVar("Sourced", Name, Identifier, Figure)


def collect(documents: Iterable[Document]) -> Catalog:
    """Bring documents together in a catalog, in memory.

    The same capture given twice counts once. Each organization is reconciled from all pages that describe it; the order
    of the documents changes nothing.

    Args:
        documents: What `ingest` returned, in any order.

    Returns:
        A catalog without version, terms and rights.

    Raises:
        TypeError: One of them is no document, or there are none to go through.

    Example:
        >>> import iom_content as iom
        >>> pages = [iom.ingest("One page"), iom.ingest("Another page")]
        >>> iom.collect(pages)
        <Catalog in memory: 2 documents, 0 organizations, 0 sections, 0 statements, 0 terms>
    """
    if not isinstance(documents, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance] - callers need not run a type checker
        raise TypeError(f"collect takes an iterable of documents, not {type(documents).__name__}")
    pages: dict[str, Document] = {}
    for document in documents:
        if type(document) is not Document:
            raise TypeError(f"collect takes documents, not {type(document).__name__}; read captured text with ingest first")
        # Two readings of one capture differ at most in what the caller said of it: keep the one that says more.
        known = pages.get(document.id)
        if known is None or _said(document) > _said(known):
            pages[document.id] = document
    ordered = [pages[key] for key in sorted(pages)]
    described: dict[str, list[Document]] = {}
    for document in ordered:
        if document.organization is not None:
            described.setdefault(document.organization.id, []).append(document)
    return assemble(version=None, documents=ordered, organizations=[reconcile(pages) for pages in described.values()])


def reconcile(documents: Sequence[Document]) -> Organization:
    """Make one organization of what several documents say of it.

    Name, acronym and summary are those of the first English page, else of the first page. Sections are the union of all
    trees: the first reading of a section stands, children are joined in order of first appearance. Figures, names and
    identifiers are all kept, equal ones once; their origins, like all others, name the document they were read from.
    """
    first = next((document for document in documents if document.language == "en"), documents[0])
    base = _placed(first)
    others = [_placed(document) for document in documents if document is not first]
    everyone = [base, *others]
    return attrs.evolve(
        base,
        names=_distinct(name for organization in everyone for name in organization.names),
        identifiers=_distinct(identifier for organization in everyone for identifier in organization.identifiers),
        figures=_distinct(figure for organization in everyone for figure in organization.figures),
        sections=_joined([organization.sections for organization in everyone]),
    )


def _said(document: Document) -> tuple[bool, bool, str]:
    capture = document.capture
    return capture.captured is not None, capture.url is not None, f"{capture.url} {capture.captured}"


def _placed(document: Document) -> Organization:
    """Return the document's organization with every captured origin naming the document."""
    organization = document.organization
    assert organization is not None
    return attrs.evolve(
        organization,
        names=tuple(_sourced(name, document.id) for name in organization.names),
        identifiers=tuple(_sourced(identifier, document.id) for identifier in organization.identifiers),
        figures=tuple(_sourced(figure, document.id) for figure in organization.figures),
        sections=tuple(_placed_section(section, document.id) for section in organization.sections),
        origins=_placed_origins(organization.origins, document.id),
    )


def _sourced(value: Sourced, document: str) -> Sourced:
    return value if value.origin is None else attrs.evolve(value, origin=_placed_origin(value.origin, document))


def _placed_section(section: Section, document: str) -> Section:
    return attrs.evolve(
        section,
        children=tuple(_placed_section(child, document) for child in section.children),
        origins=_placed_origins(section.origins, document),
    )


def _placed_origins(origins: Origins, document: str) -> Origins:
    return Origins({name: _placed_origin(origin, document) for name, origin in origins.items()})


def _placed_origin(origin: Origin, document: str) -> Captured | Curated:
    return attrs.evolve(origin, document=document) if type(origin) is Captured else origin


def _joined(trees: Sequence[tuple[Section, ...]]) -> tuple[Section, ...]:
    """Unite lists of sections by id; the first reading of each stands."""
    readings: dict[str, list[Section]] = {}
    for tree in trees:
        for section in tree:
            readings.setdefault(section.id, []).append(section)
    return tuple(
        attrs.evolve(same[0], children=_joined([section.children for section in same])) if len(same) > 1 else same[0]
        for same in readings.values()
    )


def _distinct(values: Iterable[Sourced]) -> tuple[Sourced, ...]:
    return tuple(dict.fromkeys(values))
