"""Records for Hypothesis with one fault planted in each, and the rule and pointer under which `validate` must report it.

What can be planted follows from the declarations: a new field, constraint or kind is covered without a line here.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from iom_content.codec.decode import encode
from iom_content.codec.kinds import KINDS
from iom_content.model.constraints import DISTINCT, TEXT, Constraint
from iom_content.model.declaration import Field, fields_of
from iom_content.model.document import Document
from iom_content.model.origins import Captured, Curated, Origins
from iom_content.model.partition import escaped
from iom_content.testing import strategies

# After our own strategies, which say in one line what to install where Hypothesis is missing.
from hypothesis import assume  # isort: skip
from hypothesis import strategies as st  # isort: skip
from hypothesis.strategies import DrawFn, SearchStrategy  # isort: skip

__all__ = ["PlantedFault", "invalid_records"]

_VALUES: Final[Mapping[str, Callable[[], SearchStrategy[Any]]]] = {
    "organization": strategies.organizations,
    "section": strategies.sections,
    "statement": strategies.statements,
    "document": strategies.documents,
}
# What constraints of texts refuse; which of these fits follows from the constraint.
_ODD_TEXTS: Final = ("", " ", "A b", "-", "english", "en_GB", "/about", "javascript:alert(1)", "2023-13", "175", "x" * 64)
_NOWHERE: Final = 2**50


@attrs.frozen(kw_only=True)
class PlantedFault:
    """A record with a fault.

    Example:
        >>> PlantedFault(data={"title": "About us"}, rule="missing", pointer="").rule
        'missing'
    """

    data: Any
    """The record as plain data."""
    rule: str
    """The rule that it breaks."""
    pointer: str
    """Where `validate` reports it."""


class _Plant:
    """One way to break a record: what to do with it, and what follows."""

    __slots__ = ("act", "pointer", "rule")

    def __init__(self, rule: str, pointer: str, act: Callable[[], None]) -> None:
        self.rule = rule
        self.pointer = pointer
        self.act = act


@st.composite
def invalid_records(draw: DrawFn, kind: str, rule: str | None = None) -> PlantedFault:
    """Return records of a kind that break one rule in one place.

    Args:
        draw: Given by Hypothesis.
        kind: One of `organization`, `section`, `statement`, `document`.
        rule: The rule to break; any if it is None.

    Raises:
        NotFound: There is no such kind.

    Example:
        >>> invalid_records("statement").validate()
        >>> invalid_records("section", "missing").validate()
    """
    cls = KINDS[kind]
    value: Any = draw(_VALUES[kind]())
    data = copy.deepcopy(encode(value))
    plants: dict[str, list[_Plant]] = {}
    for each in _plants(data, cls):
        plants.setdefault(each.rule, []).append(each)
    # The rule first: else the commonest faults would be nearly all.
    assume(plants if rule is None else rule in plants)
    plant = draw(st.sampled_from(plants[draw(st.sampled_from(sorted(plants))) if rule is None else rule]))
    plant.act()
    return PlantedFault(data=data, rule=plant.rule, pointer=plant.pointer)


def _plants(data: Any, cls: type) -> Iterator[_Plant]:
    # In a document every text is that of the capture: a change of one would break the law on spans as well.
    captured = cls is Document
    for plain, owner, pointer in _objects(data, cls, ""):
        yield from _of_keys(plain, owner, pointer)
        for field in fields_of(owner):
            if field.name in plain:
                yield from _of_field(plain, field, f"{pointer}/{field.name}", captured=captured)
        yield from _of_several_fields(plain, owner, pointer)


def _objects(plain: Any, cls: type, pointer: str) -> Iterator[tuple[dict[str, Any], type, str]]:
    """Yield every object within a record with its class and pointer."""
    yield plain, cls, pointer
    for field in fields_of(cls):
        value = plain.get(field.name)
        if value is None or not (attrs.has(field.type) or field.type is Origins):
            continue
        here = f"{pointer}/{field.name}"
        if field.type is Origins:
            for name, origin in value.items():
                yield from _objects(origin, _origin_class(origin), f"{here}/{escaped(name)}")
        elif field.many:
            for index, each in enumerate(value):
                yield from _objects(each, field.type, f"{here}/{index}")
        else:
            yield from _objects(value, _origin_class(value) if Curated in field.types else field.type, here)


def _origin_class(origin: Mapping[str, Any]) -> type:
    return Captured if "spans" in origin else Curated


def _of_keys(plain: dict[str, Any], cls: type, pointer: str) -> Iterator[_Plant]:
    for field in fields_of(cls):
        if field.required and not _decides(cls, field):
            yield _Plant("missing", pointer, _dropping(plain, field.name))
        misspelt = field.name + field.name[-1]
        yield _Plant("unknown-key", f"{pointer}/{misspelt}", _setting(plain, **{misspelt: None}))


def _decides(cls: type, field: Field) -> bool:
    """Tell whether a key tells of which class an origin is."""
    return (cls, field.name) in ((Captured, "spans"), (Curated, "basis"))


def _of_field(plain: dict[str, Any], field: Field, pointer: str, *, captured: bool) -> Iterator[_Plant]:
    value = plain[field.name]
    if field.many or field.type is Origins or attrs.has(field.type):
        yield _Plant("type", pointer, _setting(plain, **{field.name: 5}))
        if field.constraint is DISTINCT and value:
            yield _Plant("distinct", pointer, _setting(plain, **{field.name: [value[0], value[0]]}))
    elif field.is_enum:
        yield _Plant("not-one-of", pointer, _setting(plain, **{field.name: "of no such kind"}))
    elif field.type is int:
        yield _Plant("type", pointer, _setting(plain, **{field.name: "5"}))
        yield _Plant("range", pointer, _setting(plain, **{field.name: -1}))
    elif field.type is date:
        yield _Plant("type", pointer, _setting(plain, **{field.name: 5}))
        yield _Plant("date", pointer, _setting(plain, **{field.name: "2023-02-30"}))
    else:
        yield _Plant("type", pointer, _setting(plain, **{field.name: 5}))
        constraint = field.constraint or TEXT
        yield from _of_text(plain, field.name, constraint, pointer)
        if value and constraint.accepts_text(f"{value}e\u0301\x01") and not captured:
            yield _Plant("not-nfc", pointer, _setting(plain, **{field.name: f"{value}e\u0301"}))
            yield _Plant("control-character", pointer, _setting(plain, **{field.name: f"{value}\x01"}))


def _of_text(plain: dict[str, Any], name: str, constraint: Constraint, pointer: str) -> Iterator[_Plant]:
    for odd in _ODD_TEXTS:
        if not constraint.accepts_text(odd):
            yield _Plant(constraint.name, pointer, _setting(plain, **{name: odd}))


def _of_several_fields(plain: dict[str, Any], cls: type, pointer: str) -> Iterator[_Plant]:
    """Yield what breaks the rules that bind fields to one another."""
    for names, plants in _RULES.items():
        if cls.__name__ in names:
            yield from plants(plain, pointer)


def _of_span(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    yield _Plant("span-order", f"{pointer}/end", _setting(plain, start=plain["end"]))


def _of_spans(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    if plain["spans"]:
        yield _Plant("span-overlap", f"{pointer}/spans/{len(plain['spans'])}", _appending(plain["spans"], plain["spans"][-1]))


def _of_block(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    if plain["kind"] != "list_item":
        yield _Plant("depth-without-list", f"{pointer}/depth", _setting(plain, depth=1))


def _of_event(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    yield _Plant("date-order", f"{pointer}/end", _setting(plain, start="2024-01-02", end="2024-01-01"))


def _of_figure(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    yield _Plant("date-missing", f"{pointer}/as_of", _setting(plain, as_of="2023-02-30"))


def _of_curated(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    yield _Plant("source-missing", pointer, _setting(plain, url=None, note=None))


def _of_capture(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    yield _Plant("digest", f"{pointer}/sha256", _setting(plain, sha256=_turned(plain["sha256"])))


def _of_tree(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    for key in ("sections", "children"):
        if plain.get(key):
            yield _Plant("duplicate-id", f"{pointer}/{key}/{len(plain[key])}/id", _appending(plain[key], plain[key][-1]))
    if plain.get("children"):
        yield _Plant("path", f"{pointer}/children/0/id", _setting(plain["children"][0], id="elsewhere/and-away"))


def _of_origins(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    curated = {"basis": "inferred", "url": None, "note": "an example"}
    yield _Plant("origin-unknown", f"{pointer}/origins/colour", _setting(plain["origins"], colour=curated))


def _of_document(plain: dict[str, Any], pointer: str) -> Iterator[_Plant]:
    if plain["organization"] and plain["statement"]:
        yield _Plant("dangling-reference", f"{pointer}/statement/organization", _setting(plain["statement"], organization="nobody-known"))
    for index, residue in enumerate(plain["residue"]):
        beyond = {"start": _NOWHERE, "end": _NOWHERE + 1}
        yield _Plant("span-range", f"{pointer}/residue/{index}/spans/{len(residue['spans'])}/end", _appending(residue["spans"], beyond))


# Which classes these rules are about.
_RULES: Final[Mapping[tuple[str, ...], Callable[[dict[str, Any], str], Iterator[_Plant]]]] = {
    ("Span",): _of_span,
    ("Block", "Captured", "Residue"): _of_spans,
    ("Block",): _of_block,
    ("Event",): _of_event,
    ("Figure",): _of_figure,
    ("Curated",): _of_curated,
    ("Capture",): _of_capture,
    ("Organization", "Section"): _of_tree,
    ("Organization", "Section", "Statement", "Term"): _of_origins,
    ("Document",): _of_document,
}


def _turned(digest: str) -> str:
    return digest[1:] + digest[0] if len(set(digest)) > 1 else "0f" * 32


def _setting(plain: dict[str, Any], **values: Any) -> Callable[[], None]:
    return lambda: plain.update(values)


def _appending(values: list[Any], value: Any) -> Callable[[], None]:
    return lambda: values.append(copy.deepcopy(value))


def _dropping(plain: dict[str, Any], key: str) -> Callable[[], None]:
    return lambda: plain.__delitem__(key)
