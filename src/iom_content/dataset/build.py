"""From captured bytes and decisions to a dataset's files: one function, same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

import attrs

from iom_content.codec.json_text import render
from iom_content.dataset.assemble import assemble
from iom_content.dataset.collect import collect
from iom_content.dataset.decisions import FILE, Decisions, curated, read_decisions
from iom_content.dataset.manifest import manifest_of, sources_of
from iom_content.dataset.pages import pages_of
from iom_content.dataset.releases import MANIFEST
from iom_content.dataset.save import files_of_values
from iom_content.errors import ContentError, DatasetError
from iom_content.model.catalog import Term
from iom_content.model.digest import sha256_hex
from iom_content.model.document import Document
from iom_content.model.kinds import Qualifier
from iom_content.model.organization import Figure, Identifier, Name, Organization
from iom_content.model.origins import Captured, Origin, Origins, Span
from iom_content.model.statement import Event, Statement, Translation

__all__ = ["build"]

CHANGES: Final = "CHANGES.md"
_RAW: Final = (FILE, CHANGES)


def build(raw: Mapping[str, bytes], *, jobs: int = 1) -> dict[str, bytes]:
    """Derive all files of a dataset from what was captured and decided.

    Args:
        raw: `decisions.toml`, `CHANGES.md` and the captures, by path relative to the dataset's folder.
        jobs: How many processes read captures; the result is the same.

    Returns:
        Every file of the dataset, those given included, by path.

    Raises:
        DatasetError: A decision is malformed or fits nothing; a capture is missing, has another digest or cannot be read.
        InvalidValue: A decided value breaks its constraint.
    """
    decisions = read_decisions(_raw(raw, FILE))
    captures = [*decisions.table("captures")]
    pages = pages_of([(_proved(capture, raw), capture.get("url"), capture.get("captured")) for capture in captures], jobs)
    documents = tuple(_decided(page, capture, decisions) for page, capture in zip(pages, captures, strict=True))
    organizations = [_organization(organization, decisions) for organization in collect(documents).organizations.values()]
    _refuse_idle(decisions, documents, organizations)
    files = {path: _raw(raw, path) for path in (*_RAW, *(capture["file"] for capture in captures))}
    terms = [_term(term, documents) for term in decisions.table("terms")]
    files |= files_of_values(assemble(version=None, documents=documents, organizations=organizations, terms=terms))
    manifest = manifest_of(
        files,
        version=decisions.version,
        title=decisions.title,
        description=decisions.description,
        rights=decisions.rights,
        sources=sources_of(documents),
    )
    return files | {MANIFEST: render(manifest).encode()}


def _raw(raw: Mapping[str, bytes], path: str) -> bytes:
    try:
        return raw[path]
    except KeyError:
        raise DatasetError(path, "missing") from None


def _proved(capture: dict[str, Any], raw: Mapping[str, bytes]) -> bytes:
    content = _raw(raw, capture["file"])
    digest = sha256_hex(content)
    if digest != capture["sha256"]:
        raise DatasetError(capture["file"], f"its SHA-256 is {digest}, decided was {capture['sha256']}")
    return content


def _decided(page: Document | ContentError, capture: dict[str, Any], decisions: Decisions) -> Document:
    if isinstance(page, ContentError):
        raise DatasetError(capture["file"], str(page))
    document = page
    if document.statement is None:
        return document
    statement = attrs.evolve(document.statement, id=capture.get("statement", document.statement.id))
    for decision in decisions.table("statement_fields", statement=statement.id):
        statement = _decided_statement(statement, decision, document)
    # What a decision settles is no longer open.
    settled = {f"/statement/{name}" for name in statement.origins} | {"/statement/id"}
    notes = tuple(note for note in document.notes if note.pointer not in settled)
    return attrs.evolve(document, statement=statement, notes=notes)


def _decided_statement(statement: Statement, decision: dict[str, Any], document: Document) -> Statement:
    field, value = decision["field"], decision["value"]
    if field not in {"url", "published", "delivered", "category", "place", "speaker", "speaker_role", "event", "language", "translations"}:
        raise DatasetError(FILE, f"statement_fields: {field} is no field that a decision may set")
    if field == "event":
        value = Event(**value)
    elif field == "translations":
        value = tuple(Translation(**translation) for translation in value)
    origin: Origin = _evidence(document, decision["captured"]) if "captured" in decision else curated(decision)
    return attrs.evolve(statement, **{field: value}, origins=Origins({**statement.origins, field: origin}))


def _evidence(document: Document, words: str, *, placed: bool = False) -> Captured:
    start = document.capture.text.find(words)
    if start < 0:
        raise DatasetError(FILE, f"{words!r} does not stand in document {document.id}")
    return Captured(spans=(Span(start=start, end=start + len(words)),), document=document.id if placed else None)


def _organization(organization: Organization, decisions: Decisions) -> Organization:
    key = organization.id
    names = [
        Name(language=each["language"], text=each["text"], acronym=each.get("acronym"), origin=curated(each))
        for each in decisions.table("names", organization=key)
    ]
    identifiers = [
        Identifier(scheme=each["scheme"], value=each["value"], origin=curated(each))
        for each in decisions.table("identifiers", organization=key)
    ]
    figures = [
        Figure(
            name=each["name"],
            value=each["value"],
            unit=each["unit"],
            qualifier=Qualifier(each.get("qualifier", "exactly")),
            as_of=each.get("as_of"),
            origin=curated(each),
        )
        for each in decisions.table("figures", organization=key)
    ]
    organization = attrs.evolve(
        organization,
        names=(*organization.names, *names),
        identifiers=(*organization.identifiers, *identifiers),
        figures=(*organization.figures, *figures),
    )
    for each in decisions.table("organization_fields", organization=key):
        if each["field"] != "website":
            raise DatasetError(FILE, f"organization_fields: {each['field']} is no field that a decision may set")
        organization = attrs.evolve(
            organization, website=each["value"], origins=Origins({**organization.origins, each["field"]: curated(each)})
        )
    return organization


def _term(decision: dict[str, Any], documents: tuple[Document, ...]) -> Term:
    captured = decision.get("captured", [])
    fields: dict[str, Any] = {name: decision[name] for name in ("name", "acronym", "short_forms", "wrong_forms") if name in decision}
    origins: dict[str, Origin] = {
        name: _first_evidence(documents, decision[name]) if name in captured else curated(decision) for name in fields
    }
    values: dict[str, Any] = {name: tuple(cast("list[str]", value)) if isinstance(value, list) else value for name, value in fields.items()}
    return Term(id=decision["id"], language=decision.get("language", "en"), origins=Origins(origins), **values)


def _first_evidence(documents: tuple[Document, ...], words: str) -> Captured:
    holder = next((document for document in documents if words in document.capture.text), documents[0])
    return _evidence(holder, words, placed=True)


def _refuse_idle(decisions: Decisions, documents: tuple[Document, ...], organizations: list[Organization]) -> None:
    """Refuse decisions about what no capture holds: each would be silently lost."""
    statements = {document.statement.id for document in documents if document.statement is not None}
    known = {organization.id for organization in organizations}
    for table, key, there in (
        ("statement_fields", "statement", statements),
        *((table, "organization", known) for table in ("organization_fields", "names", "identifiers", "figures")),
    ):
        for decision in decisions.table(table):
            if decision[key] not in there:
                raise DatasetError(FILE, f"{table}: no capture holds {key} {decision[key]!r}")
