"""Records with one planted fault, for Hypothesis, each with the rule that it breaks and the place.

What can be wrong with a field follows from its declaration; faults that bind several values are built by hand.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

import attrs

from iom_content.codec.kinds import KINDS
from iom_content.model.constraints import TEXT
from iom_content.model.declaration import Field, fields_of
from iom_content.serializers.registry import dumps
from iom_content.testing import strategies

# After the strategies, which say in one line what to install where Hypothesis is missing.
from hypothesis import strategies as st  # isort: skip
from hypothesis.strategies import DrawFn, SearchStrategy  # isort: skip

__all__ = ["PlantedFault", "invalid_records"]

# Text that no constraint but the freest accepts, the plainest first.
_MISFITS: Final = (" ", "no such thing!", "\u2003")


@attrs.frozen(kw_only=True)
class PlantedFault:
    """Plain data with one planted fault; other faults may follow from it.

    Example:
        >>> invalid_records("section").validate()
    """

    data: dict[str, Any]
    """The record, as JSON has it."""
    rule: str
    """Name of the rule that it breaks."""
    pointer: str
    """Where `iom_content.validate` finds that."""


@st.composite
def invalid_records(draw: DrawFn, kind: str, rule: str | None = None) -> PlantedFault:
    """Return records of a kind with one planted fault each.

    Args:
        draw: Given by Hypothesis.
        kind: `organization`, `section`, `statement` or `document`.
        rule: Name of the only rule to break; any of them if it is None.

    Raises:
        NotFound: There is no such kind.
        ValueError: No fault against this rule is planted in records of this kind.

    Example:
        >>> invalid_records("document", "digest").validate()
    """
    KINDS[kind]
    faults = _faults(kind, draw(_BASES[kind]()))
    fitting = [fault for fault in faults if rule in {None, fault.rule}]
    if not fitting:
        known = ", ".join(sorted({fault.rule for fault in faults}))
        raise ValueError(f"no fault {rule!r} is planted in a record of kind {kind} (known: {known})")
    return draw(st.sampled_from(fitting))


def _faults(kind: str, record: object) -> list[PlantedFault]:
    """Return every fault that can be planted in a valid record."""
    plain = json.loads(dumps(record, "json"))
    return [*_of_fields(KINDS[kind], plain), *_of_tree(kind, plain)]


def _of_fields(cls: type[Any], plain: dict[str, Any]) -> Iterator[PlantedFault]:
    """Break each field of the record itself in every way that its declaration tells of."""
    for field in fields_of(cls):
        if field.required:
            yield _without(plain, field.name)
        yield _unknown(plain, field.name, {each.name for each in fields_of(cls)})
        yield _with(plain, True, "type", field.name)
        if field.many or field.is_enum:
            continue
        if field.type is date:
            for words in ("2023-02-30", "2023-9-18"):
                yield _with(plain, words, "date", field.name)
        elif field.type is str:
            yield from _of_text(plain, field)


def _of_text(plain: dict[str, Any], field: Field) -> Iterator[PlantedFault]:
    constraint = field.constraint or TEXT
    yield from (_with(plain, words, constraint.name, field.name) for words in _MISFITS if not constraint.accepts_text(words))
    for words, rule in (("Cafe\u0301", "not-nfc"), ("a\x07b", "control-character")):
        if constraint.accepts_text(words):
            yield _with(plain, words, rule, field.name)


def _of_tree(kind: str, plain: dict[str, Any]) -> Iterator[PlantedFault]:
    """Break what binds several values; each kind has something of it."""
    if kind == "document":
        yield _with(plain, "0" * 64, "digest", "capture", "sha256")
        yield _with(plain, "no-such-id-here", "dangling-reference", "statement", "organization")
        end = len(plain["capture"]["text"]) + 1
        stray = {"kind": "chrome", "reason": "Planted.", "spans": [{"start": end - 1, "end": end}]}
        count = len(plain["residue"])
        yield PlantedFault(data={**plain, "residue": [*plain["residue"], stray]}, rule="span-range", pointer=f"/residue/{count}")
        return
    title = "name" if kind == "organization" else "title"
    for rule, pairs, pointer in _SPANS:
        found = {**plain["origins"], title: {"spans": [{"start": start, "end": end} for start, end in pairs]}}
        filled = {**plain, title: "A", "origins": found}
        yield PlantedFault(data=filled, rule=rule, pointer=f"/origins/{title}/spans{pointer}")
    collection = _COLLECTIONS[kind]
    if collection is not None:
        twice = [*plain[collection], plain[collection][0]]
        yield PlantedFault(data={**plain, collection: twice}, rule="duplicate-id", pointer=f"/{collection}/{len(twice) - 1}/id")


_SPANS: Final = (
    ("span-order", ((4, 4),), "/0/end"),
    ("span-overlap", ((0, 4), (2, 6)), "/1"),
    ("range", ((-1, 4),), "/0/start"),
)


def _without(plain: dict[str, Any], name: str) -> PlantedFault:
    return PlantedFault(data={key: value for key, value in plain.items() if key != name}, rule="missing", pointer="")


def _unknown(plain: dict[str, Any], name: str, known: set[str]) -> PlantedFault:
    """Add a key that is nearly one of the record's."""
    near = name[:-2] + name[-1] + name[-2] if name[-1] != name[-2] else name + "x"
    near = near if near not in known else f"{name}x"
    return PlantedFault(data={**plain, near: None}, rule="unknown-key", pointer=f"/{near}")


def _with(plain: dict[str, Any], value: Any, rule: str, *path: str) -> PlantedFault:
    """Put a value in the place of another."""
    data = copy.deepcopy(plain)
    here = data
    for name in path[:-1]:
        here = here[name]
    here[path[-1]] = value
    return PlantedFault(data=data, rule=rule, pointer="".join(f"/{name}" for name in path))


# Records in which there is something to break: a section with children, a document with a statement of an organization.
_BASES: Final[dict[str, Callable[[], SearchStrategy[Any]]]] = {
    "organization": lambda: strategies.organizations(max_depth=1).filter(lambda found: bool(found.sections)),
    "section": lambda: strategies.sections(max_depth=2, min_children=1),
    "statement": strategies.statements,
    "document": lambda: strategies.documents().filter(lambda found: None not in (found.statement, found.organization)),
}
_COLLECTIONS: Final[dict[str, str | None]] = {"organization": "sections", "section": "children", "statement": None}
