"""Strategies for every value class, made from the declarations.

A field's strategy follows from its annotation and its constraint; only what rules bind together is built by hand. Each
strategy covers the widest range that the constructor accepts.
"""

from iom_content.testing.pages import captures, catalogs, documents, extractions, notes, residues
from iom_content.testing.results import changes, differences, edits, figure_checks, findings, hits, lines, passages, quote_checks, reports
from iom_content.testing.values import (
    blocks,
    captured,
    curated,
    events,
    figures,
    identifiers,
    names,
    organizations,
    origins,
    rights,
    sections,
    spans,
    statements,
    terms,
    translations,
)

__all__ = [
    "blocks",
    "captured",
    "captures",
    "catalogs",
    "changes",
    "curated",
    "differences",
    "documents",
    "edits",
    "events",
    "extractions",
    "figure_checks",
    "figures",
    "findings",
    "hits",
    "identifiers",
    "lines",
    "names",
    "notes",
    "organizations",
    "origins",
    "passages",
    "quote_checks",
    "reports",
    "residues",
    "rights",
    "sections",
    "spans",
    "statements",
    "terms",
    "translations",
]
