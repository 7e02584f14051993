"""Official texts of the International Organization for Migration as typed, versioned, provable data.

Everything a reader of the README meets is a name of this module; names load their room when they are first used, so
that importing the package costs next to nothing.

Example:
    >>> import iom_content as iom
    >>> catalog = iom.load()
    >>> catalog.organizations["iom"].member_states.value
    175
"""

from __future__ import annotations

from iom_content.release import DATA_VERSION, SCHEMA_VERSION, __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iom_content.checks.figures import check_figure
    from iom_content.checks.prose.check import check_prose
    from iom_content.checks.quotes.check import check_quote
    from iom_content.checks.records import validate
    from iom_content.codec.schema import json_schema
    from iom_content.dataset.collect import collect
    from iom_content.dataset.combine import combine
    from iom_content.dataset.diff import diff
    from iom_content.dataset.documents import read_documents
    from iom_content.dataset.load import data_files, load, versions
    from iom_content.dataset.save import save
    from iom_content.dataset.verify import verify_dataset
    from iom_content.errors import (
        ContentError,
        DatasetError,
        InvalidData,
        InvalidValue,
        MissingExtra,
        NotFound,
        UnreadableInput,
        UnsupportedValue,
    )
    from iom_content.model.catalog import Catalog, Lookup, Rights, Term
    from iom_content.model.change import Change, ChangeKind, Edit, EditKind
    from iom_content.model.document import Capture, Document, Extraction, Note, Residue
    from iom_content.model.figure_check import FigureCheck, FigureVerdict
    from iom_content.model.hit import Hit
    from iom_content.model.kinds import Basis, BlockKind, Mark, Qualifier, ResidueKind
    from iom_content.model.line import Line
    from iom_content.model.organization import Figure, Identifier, Name, Organization, Section
    from iom_content.model.origins import Captured, Curated, Origin, Origins, Span
    from iom_content.model.quote_check import Difference, Passage, QuoteCheck, QuoteKind, QuoteVerdict
    from iom_content.model.report import Finding, Report, Severity
    from iom_content.model.statement import Block, Event, Statement, Translation
    from iom_content.query.cite import cite
    from iom_content.query.concordance import concordance
    from iom_content.query.index import Index, open_index
    from iom_content.query.search import search
    from iom_content.query.select import select
    from iom_content.query.walk import walk
    from iom_content.reading.ingest import ingest
    from iom_content.serializers.format import Format
    from iom_content.serializers.registry import FORMATS, dumps, loads

_HOMES = {
    "checks.figures": ("check_figure",),
    "checks.prose.check": ("check_prose",),
    "checks.quotes.check": ("check_quote",),
    "checks.records": ("validate",),
    "codec.schema": ("json_schema",),
    "dataset.collect": ("collect",),
    "dataset.combine": ("combine",),
    "dataset.diff": ("diff",),
    "dataset.documents": ("read_documents",),
    "dataset.load": ("data_files", "load", "versions"),
    "dataset.save": ("save",),
    "dataset.verify": ("verify_dataset",),
    "errors": (
        "ContentError",
        "DatasetError",
        "InvalidData",
        "InvalidValue",
        "MissingExtra",
        "NotFound",
        "UnreadableInput",
        "UnsupportedValue",
    ),
    "model.catalog": ("Catalog", "Lookup", "Rights", "Term"),
    "model.change": ("Change", "ChangeKind", "Edit", "EditKind"),
    "model.document": ("Capture", "Document", "Extraction", "Note", "Residue"),
    "model.figure_check": ("FigureCheck", "FigureVerdict"),
    "model.hit": ("Hit",),
    "model.kinds": ("Basis", "BlockKind", "Mark", "Qualifier", "ResidueKind"),
    "model.line": ("Line",),
    "model.organization": ("Figure", "Identifier", "Name", "Organization", "Section"),
    "model.origins": ("Captured", "Curated", "Origin", "Origins", "Span"),
    "model.quote_check": ("Difference", "Passage", "QuoteCheck", "QuoteKind", "QuoteVerdict"),
    "model.report": ("Finding", "Report", "Severity"),
    "model.statement": ("Block", "Event", "Statement", "Translation"),
    "query.cite": ("cite",),
    "query.concordance": ("concordance",),
    "query.index": ("Index", "open_index"),
    "query.search": ("search",),
    "query.select": ("select",),
    "query.walk": ("walk",),
    "reading.ingest": ("ingest",),
    "serializers.format": ("Format",),
    "serializers.registry": ("FORMATS", "dumps", "loads"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "DATA_VERSION",
    "FORMATS",
    "SCHEMA_VERSION",
    "Basis",
    "Block",
    "BlockKind",
    "Capture",
    "Captured",
    "Catalog",
    "Change",
    "ChangeKind",
    "ContentError",
    "Curated",
    "DatasetError",
    "Difference",
    "Document",
    "Edit",
    "EditKind",
    "Event",
    "Extraction",
    "Figure",
    "FigureCheck",
    "FigureVerdict",
    "Finding",
    "Format",
    "Hit",
    "Identifier",
    "Index",
    "InvalidData",
    "InvalidValue",
    "Line",
    "Lookup",
    "Mark",
    "MissingExtra",
    "Name",
    "NotFound",
    "Note",
    "Organization",
    "Origin",
    "Origins",
    "Passage",
    "Qualifier",
    "QuoteCheck",
    "QuoteKind",
    "QuoteVerdict",
    "Report",
    "Residue",
    "ResidueKind",
    "Rights",
    "Section",
    "Severity",
    "Span",
    "Statement",
    "Term",
    "Translation",
    "UnreadableInput",
    "UnsupportedValue",
    "__version__",
    "check_figure",
    "check_prose",
    "check_quote",
    "cite",
    "collect",
    "combine",
    "concordance",
    "data_files",
    "diff",
    "dumps",
    "ingest",
    "json_schema",
    "load",
    "loads",
    "open_index",
    "read_documents",
    "save",
    "search",
    "select",
    "validate",
    "verify_dataset",
    "versions",
    "walk",
]


def __getattr__(name: str) -> object:
    """Import the room that holds a public name when the name is first used."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
