"""Hypothesis's entry point: `st.from_type` builds every value class without anything being imported by hand."""

from __future__ import annotations

import sys
from importlib import import_module

__all__ = ["register"]

# Where each value class lives, and the strategy that makes its values.
STRATEGIES = {
    "model.origins": {"Span": "spans", "Captured": "captured", "Curated": "curated", "Origins": "origins"},
    "model.organization": {
        "Figure": "figures",
        "Identifier": "identifiers",
        "Name": "names",
        "Organization": "organizations",
        "Section": "sections",
    },
    "model.statement": {"Block": "blocks", "Event": "events", "Statement": "statements", "Translation": "translations"},
    "model.document": {"Capture": "captures", "Document": "documents", "Extraction": "extractions", "Note": "notes", "Residue": "residues"},
    "model.catalog": {"Catalog": "catalogs", "Rights": "rights", "Term": "terms"},
    "model.quote_check": {"Difference": "differences", "Passage": "passages", "QuoteCheck": "quote_checks"},
    "model.change": {"Change": "changes", "Edit": "edits"},
    "model.figure_check": {"FigureCheck": "figure_checks"},
    "model.hit": {"Hit": "hits"},
    "model.line": {"Line": "lines"},
    "model.report": {"Finding": "findings", "Report": "reports"},
}


def register() -> None:
    """Register a strategy for every value class; Hypothesis calls this when it is imported.

    Example:
        >>> from hypothesis import strategies as st
        >>> import iom_content as iom
        >>> st.from_type(iom.Span).validate()
    """
    # Hypothesis is being imported right now: its strategies are in place, ours are built when first asked for.
    register_type_strategy = sys.modules["hypothesis.strategies"].register_type_strategy
    for home, classes in STRATEGIES.items():
        module = import_module(f"iom_content.{home}")
        for name, strategy in classes.items():
            register_type_strategy(getattr(module, name), _deferred(strategy))


def _deferred(name: str) -> object:
    def build(_: object) -> object:
        return getattr(import_module("iom_content.testing.strategies"), name)()

    return build
