"""The law of owning spans: which value owns which characters of a capture.

Sections, blocks and residue always own their spans. A field of a statement owns its span unless that lies within another
owner: then it is evidence, as a place is inside a dateline. Figures and names of an organization are evidence always.

The walk reads attributes alone, so that it serves values and the fault collector's salvage of raw data alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Place: TypeAlias = tuple[str, int, int]
"""A JSON Pointer, the first code point and the code point after the last."""


class Accounts:
    """Every span of a document, sorted by what it does."""

    __slots__ = ("clashes", "owners", "stray")
    owners: list[Place]
    clashes: list[tuple[Place, Place]]
    stray: list[Place]

    def __init__(self, owners: list[Place], clashes: list[tuple[Place, Place]], stray: list[Place]) -> None:
        """Keep the owners, disjoint and in reading order; what overlaps an owner, with it; evidence that lies in none."""
        self.owners = owners
        self.clashes = clashes
        self.stray = stray


def owning_spans(document: Any) -> list[Place]:
    """Return the owning spans of a document in reading order."""
    return accounts(document).owners


def accounts(document: Any) -> Accounts:
    """Tell owners from evidence and from what clashes, for a document or a salvage of one."""
    firm = list(_section_places(document)) + list(_block_places(document)) + list(_residue_places(document))
    weak = list(_field_places("/statement", document.statement))
    ranked = [(start, -end, rank, pointer) for rank, places in ((0, firm), (1, weak)) for pointer, start, end in places]
    ranked.sort()
    owners: list[Place] = []
    clashes: list[tuple[Place, Place]] = []
    for start, minus_end, rank, pointer in ranked:
        place = (pointer, start, -minus_end)
        if not owners or start >= owners[-1][2]:
            owners.append(place)
        elif rank == 0 or -minus_end > owners[-1][2]:
            clashes.append((place, owners[-1]))
    return Accounts(owners, clashes, _stray(list(_evidence_places(document)), owners))


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


def walk_sections(sections: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Yield each section below with its pointer, in reading order."""
    for index, section in enumerate(sections):
        here = f"{pointer}/{index}"
        if section is not None:
            yield here, section
            yield from walk_sections(section.children, f"{here}/children")


def _section_places(document: Any) -> Iterator[Place]:
    if document.organization is not None:
        for pointer, section in walk_sections(document.organization.sections, "/organization/sections"):
            yield from _field_places(pointer, section)


def _block_places(document: Any) -> Iterator[Place]:
    if document.statement is not None:
        for index, block in enumerate(document.statement.blocks):
            if block is not None:
                yield from _span_places(f"/statement/blocks/{index}", block.spans)


def _residue_places(document: Any) -> Iterator[Place]:
    for index, residue in enumerate(document.residue):
        if residue is not None:
            yield from _span_places(f"/residue/{index}", residue.spans)


def _evidence_places(document: Any) -> Iterator[Place]:
    organization = document.organization
    if organization is None:
        return
    yield from _field_places("/organization", organization)
    for part in ("names", "identifiers", "figures"):
        for index, value in enumerate(getattr(organization, part)):
            if value is not None and value.origin is not None:
                yield from _span_places(f"/organization/{part}/{index}", getattr(value.origin, "spans", ()))


def _field_places(pointer: str, value: Any) -> Iterator[Place]:
    """Yield the captured places of a value's fields; a list marker has no field, only an origin."""
    if value is None:
        return
    origins: Mapping[str, Any] = value.origins or {}
    for name, origin in origins.items():
        field = f"{pointer}/origins/marker" if name == "marker" else f"{pointer}/{name}"
        yield from _span_places(field, getattr(origin, "spans", ()))


def _span_places(pointer: str, spans: Any) -> Iterator[Place]:
    for span in spans:
        if span is not None and span.start is not None and span.end is not None:
            yield pointer, span.start, span.end
