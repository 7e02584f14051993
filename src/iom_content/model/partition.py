"""The law of owning spans: which value owns which characters of a capture.

Sections, blocks and residue always own their spans. A field of a statement owns its span unless that lies within another
owner: then it is evidence, as a place is inside a dateline. Figures and names of an organization are evidence always.

The walk reads attributes alone, so that it serves values and the fault collector's salvage of raw data alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Place: TypeAlias = tuple[str, int, int, str]
"""Pointer of the value that owns or states it, the first code point, the code point after the last, the span's own pointer."""


class Accounts:
    """Every span of a document, sorted by what it does."""

    __slots__ = ("beyond", "clashes", "elsewhere", "owners", "stray")
    owners: list[Place]
    """Disjoint and in reading order."""
    clashes: list[tuple[Place, Place]]
    """What overlaps an owner, with that."""
    stray: list[Place]
    """Evidence that lies in no owner."""
    beyond: list[Place]
    """What ends beyond the text."""
    elsewhere: list[tuple[str, str]]
    """Pointers of origins that name a document, with its id."""

    def __init__(
        self,
        owners: list[Place],
        clashes: list[tuple[Place, Place]],
        stray: list[Place],
        beyond: list[Place],
        elsewhere: list[tuple[str, str]],
    ) -> None:
        """Keep what was sorted."""
        self.owners = owners
        self.clashes = clashes
        self.stray = stray
        self.beyond = beyond
        self.elsewhere = elsewhere


def owning_spans(document: Any) -> list[Place]:
    """Return the owning spans of a document in reading order."""
    return accounts(document).owners


def accounts(document: Any) -> Accounts:
    """Tell owners from evidence, from what clashes and from what ends beyond the text, for a document or a salvage of one.

    What ends beyond the text owns nothing: nobody knows where it should end, so it clashes with nothing that it runs over.
    """
    length = len(document.capture.text)
    elsewhere: list[tuple[str, str]] = []
    firm = [*_places(_section_origins(document), elsewhere), *_block_places(document), *_residue_places(document)]
    evidence = [*_places(_evidence_origins(document), elsewhere)]
    weak = [*_places(_statement_origins(document), elsewhere)]
    beyond = [place for place in (*firm, *weak, *evidence) if place[2] > length]
    ranked = [
        (start, -end, rank, pointer, at) for rank, places in ((0, firm), (1, weak)) for pointer, start, end, at in places if end <= length
    ]
    ranked.sort()
    owners: list[Place] = []
    clashes: list[tuple[Place, Place]] = []
    for start, minus_end, rank, pointer, at in ranked:
        place = (pointer, start, -minus_end, at)
        if not owners or start >= owners[-1][2]:
            owners.append(place)
        elif rank == 0 or -minus_end > owners[-1][2]:
            clashes.append((place, owners[-1]))
    return Accounts(owners, clashes, _stray([place for place in evidence if place[2] <= length], owners), beyond, elsewhere)


def _stray(evidence: list[Place], owners: list[Place]) -> list[Place]:
    """Return the evidence that lies in no owner, in reading order."""
    stray: list[Place] = []
    index = 0
    for place in sorted(evidence, key=_start):
        while index < len(owners) and owners[index][2] <= place[1]:
            index += 1
        if index == len(owners) or place[1] < owners[index][1] or place[2] > owners[index][2]:
            stray.append(place)
    return stray


def _start(place: Place) -> int:
    return place[1]


def escaped(name: str | int) -> str:
    """Return a name, or an index, as one reference token of an RFC 6901 pointer.

    Example:
        >>> escaped("a/b~c")
        'a~1b~0c'
    """
    return str(name).replace("~", "~0").replace("/", "~1")


def walk_sections(sections: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Yield each section below with its pointer, in reading order."""
    for index, section in enumerate(sections):
        here = f"{pointer}/{index}"
        if section is not None:
            yield here, section
            yield from walk_sections(section.children, f"{here}/children")


def _block_places(document: Any) -> Iterator[Place]:
    if document.statement is not None:
        for index, block in enumerate(document.statement.blocks):
            if block is not None:
                yield from _span_places(f"/statement/blocks/{index}", f"/statement/blocks/{index}", block.spans)


def _residue_places(document: Any) -> Iterator[Place]:
    for index, residue in enumerate(document.residue):
        if residue is not None:
            yield from _span_places(f"/residue/{index}", f"/residue/{index}", residue.spans)


def _section_origins(document: Any) -> Iterator[tuple[str, str, Any]]:
    if document.organization is not None:
        for pointer, section in walk_sections(document.organization.sections, "/organization/sections"):
            yield from _field_origins(pointer, section)


def _evidence_origins(document: Any) -> Iterator[tuple[str, str, Any]]:
    organization = document.organization
    if organization is None:
        return
    yield from _field_origins("/organization", organization)
    for part in ("names", "identifiers", "figures"):
        for index, value in enumerate(getattr(organization, part)):
            if value is not None:
                pointer = f"/organization/{part}/{index}"
                yield pointer, f"{pointer}/origin", value.origin


def _statement_origins(document: Any) -> Iterator[tuple[str, str, Any]]:
    if document.statement is not None:
        yield from _field_origins("/statement", document.statement)


def _field_origins(pointer: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield the origins of a value's fields; a list marker has no field, only an origin."""
    origins: Mapping[str, Any] = value.origins or {}
    for name, origin in origins.items():
        token = name if name.isidentifier() else escaped(name)
        here = f"{pointer}/origins/{token}"
        yield here if name == "marker" else f"{pointer}/{token}", here, origin


def _places(origins: Iterator[tuple[str, str, Any]], elsewhere: list[tuple[str, str]]) -> Iterator[Place]:
    """Yield the places of origins; note those that say in which document."""
    for pointer, here, origin in origins:
        spans = getattr(origin, "spans", None)
        if spans:
            if origin.document is not None:
                elsewhere.append((here, origin.document))
            yield from _span_places(pointer, here, spans)


def _span_places(pointer: str, holder: str, spans: Any) -> Iterator[Place]:
    for index, span in enumerate(spans):
        if span is not None and span.start is not None and span.end is not None:
            yield pointer, span.start, span.end, f"{holder}/spans/{index}"
