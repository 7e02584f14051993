"""Strategies for pages that were read, each character of which has its owner, and for catalogs of them."""

from __future__ import annotations

from typing import Final

import attrs

from iom_content.dataset.assemble import assemble
from iom_content.model.catalog import Catalog
from iom_content.model.constraints import LANGUAGE, NONBLANK
from iom_content.model.digest import sha256_hex
from iom_content.model.document import Capture, Document, Extraction, Note, Residue
from iom_content.model.kinds import Basis, ResidueKind
from iom_content.model.organization import Organization, Section
from iom_content.model.origins import Captured, Curated, Origin, Origins, Span
from iom_content.model.statement import Statement
from iom_content.testing.elements import by_declaration, texts
from iom_content.testing.values import filled, id_of, organizations, rights, span_rows, statements, terms

# After the elements, which say in one line what to install where Hypothesis is missing.
from hypothesis import strategies as st  # isort: skip
from hypothesis.strategies import DrawFn, SearchStrategy  # isort: skip

__all__ = ["captures", "catalogs", "documents", "extractions", "notes", "residues"]

_BLANK: Final = st.sampled_from(["\n", "\r\n", " \n", "\n\n", "\u2028", "\xa0\n", "\x85"])


def captures(text: SearchStrategy[str] | None = None) -> SearchStrategy[Capture]:
    """Return captures of any text, or of the given ones.

    Example:
        >>> captures().validate()
    """
    return (texts() if text is None else text).flatmap(
        lambda words: by_declaration(Capture, text=st.just(words), sha256=st.just(sha256_hex(words.encode())))
    )


def extractions() -> SearchStrategy[Extraction]:
    """Return how texts were taken from HTML.

    Example:
        >>> extractions().validate()
    """
    return by_declaration(Extraction)


def notes() -> SearchStrategy[Note]:
    """Return notes.

    Example:
        >>> notes().validate()
    """
    return by_declaration(Note)


def residues() -> SearchStrategy[Residue]:
    """Return residue.

    Example:
        >>> residues().validate()
    """
    return by_declaration(Residue, spans=span_rows(least=1))


@st.composite
def documents(draw: DrawFn) -> Document:
    """Return documents whose spans account for each character of their capture.

    Example:
        >>> documents().validate()
    """
    page = _Page(draw)
    organization = draw(st.none() | organizations())
    statement = draw(st.none() | statements())
    if organization is not None:
        organization = page.organization(organization)
    if statement is not None:
        issuer = statement.organization if organization is None else organization.id
        statement = page.statement(attrs.evolve(statement, organization=issuer))
    residue = tuple(
        Residue(kind=kind, reason=reason, spans=(page.placed(text),))
        for kind, reason, text in draw(
            st.lists(st.tuples(st.sampled_from(list(ResidueKind)), texts(NONBLANK), texts(NONBLANK)), max_size=2)
        )
    )
    return Document(
        capture=draw(captures(st.just(page.text))),
        language=draw(st.none() | texts(LANGUAGE)),
        organization=organization,
        statement=statement,
        residue=residue,
        notes=tuple(draw(st.lists(notes(), max_size=2))),
    )


@st.composite
def catalogs(draw: DrawFn) -> Catalog:
    """Return catalogs of a few documents, put together as a dataset's folder is.

    Example:
        >>> catalogs().validate()
    """
    return assemble(
        version=draw(st.none() | texts(NONBLANK)),
        documents=draw(st.lists(documents(), max_size=1)),
        organizations=draw(st.lists(organizations(), max_size=1)),
        terms=draw(st.lists(terms(), max_size=2, unique_by=id_of)),
        rights=draw(st.none() | rights()),
    )


class _Page:
    """Writes a page's text and remembers what stands where."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.text = draw(_BLANK)

    def placed(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + self.draw(_BLANK)
        return Span(start=start, end=start + len(words))

    def section(self, section: Section) -> Section:
        found: dict[str, Origin] = {"marker": Captured(spans=(self.placed("-"),))} if self.draw(st.booleans()) else {}
        for name in filled(section, "title", "heading", "summary"):
            found[name] = Captured(spans=(self.placed(getattr(section, name)),))
        return attrs.evolve(section, origins=Origins(found), children=tuple(self.section(child) for child in section.children))

    def organization(self, organization: Organization) -> Organization:
        """Place the sections; what else the organization has is curated, or evidence in the last section's last words."""
        sections = tuple(self.section(section) for section in organization.sections)
        evidence: list[Captured | Curated] = [
            *(origin for section in sections for origin in section.origins.values() if isinstance(origin, Captured)),
            Curated(basis=Basis.OFFICIAL, note="an invented source"),
        ]
        sourced = st.sampled_from(evidence)
        return attrs.evolve(
            organization,
            sections=sections,
            names=tuple(attrs.evolve(name, origin=self.draw(sourced)) for name in organization.names),
            identifiers=tuple(attrs.evolve(key, origin=self.draw(sourced)) for key in organization.identifiers),
            figures=tuple(attrs.evolve(figure, origin=self.draw(sourced)) for figure in organization.figures),
            origins=_curated_only(organization.origins),
        )

    def statement(self, statement: Statement) -> Statement:
        found: dict[str, Origin] = dict(_curated_only(statement.origins))
        if statement.title is not None:
            found["title"] = Captured(spans=(self.placed(statement.title),))
        blocks = tuple(attrs.evolve(block, spans=(self.placed(block.text),)) for block in statement.blocks)
        return attrs.evolve(statement, origins=Origins(found), blocks=blocks)


def _curated_only(found: Origins) -> Origins:
    return Origins({name: origin for name, origin in found.items() if isinstance(origin, Curated)})
