"""Every fault of raw plain data in one pass, read from the declarations.

The constructors stop at the first fault; this goes on. While it checks the fields it builds a *salvage*: the same tree
of names as the value would be, in which what is faulty is None. The classes' rules, which bind several fields, run on
the salvage, so that an overlap of spans is found beside a misspelt key. What follows only from another fault, such as
an origin of a field whose text was refused, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any, Final

from iom_content.codec._generated import DECODERS
from iom_content.codec.findings import MAX_FINDINGS, TooManyFindings, excerpt_of, fault, too_many
from iom_content.codec.kinds import KINDS, choices_of, element_of
from iom_content.codec.migrations import version_fault
from iom_content.codec.places import escaped
from iom_content.codec.plain import decode_date
from iom_content.codec.reading_order import in_reading_order
from iom_content.model.constraints import MAX_SECTION_DEPTH, Constraint, has_lone_surrogate
from iom_content.model.declaration import Field, fields_of
from iom_content.model.origins import Captured, Curated, Origins, Span
from iom_content.model.report import Finding
from iom_content.model.rules import Broken

__all__ = ["collect_faults"]

_DATE: Final = "a date such as '2023-09-18'"
_ORIGIN: Final = "an object with 'spans' or 'basis'"


def collect_faults(data: Any, cls: Any) -> tuple[Finding, ...]:
    """Return every independent fault that keeps plain data from being a value, in reading order; none if it is one.

    Args:
        data: Anything; plain data is what JSON can say.
        cls: A value class, or `tuple[C, ...]` for an array.

    Returns:
        One finding a fault, each with its pointer; lines and columns are unknown here.

    Example:
        >>> import iom_content as iom
        >>> [str(found) for found in collect_faults({"start": -1, "ende": 4}, iom.Span)]  # doctest: +NORMALIZE_WHITESPACE
        ["missing key 'end'", '/start: expected an integer from 0 to 9007199254740991, found -1',
         "/ende: unknown key 'ende'; did you mean 'end'?"]
    """
    walk = _Walk()
    element = element_of(cls)
    try:
        if element is None:
            walk.record(data, cls, "", 1)
        elif walk.is_of(data, (list, tuple), "", "an array"):
            for index, each in enumerate(data):
                walk.record(each, element, f"/{index}", 1)
    except TooManyFindings:
        walk.findings.append(too_many())
    return in_reading_order(data, walk.findings)


class _Walk:
    """One pass over plain data: collects findings, returns salvage."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._open: set[int] = set()
        self._lost_places = False

    def record(self, data: Any, cls: type, pointer: str, level: int) -> Any:
        """Return the salvage of an object that should be a value of a class, or None."""
        if level > MAX_SECTION_DEPTH:
            self._add("depth", pointer, f"at most {MAX_SECTION_DEPTH} levels", None)
            return None
        if not self.is_of(data, (dict,), pointer, "an object"):
            return None
        # Most parts of a faulty record are sound, which the compiled decoder tells in a fraction of the time; the value it makes
        # is its own salvage. It knows nothing of the levels above, nor of the key that only records of their own have.
        if level == 1 and cls not in KINDS.values():
            # Whatever a decoder raises means that the data is at fault.
            with suppress(Exception):
                return DECODERS[cls](data)
        if id(data) in self._open:
            self._add("cycle", pointer, "no object that holds itself", None)
            return None
        self._open.add(id(data))
        before = len(self.findings)
        salvage = SimpleNamespace()
        self._unknown_keys(data, cls, pointer)
        faulty = {field.name for field in fields_of(cls) if not self._field(field, cls, data, salvage, pointer, level)}
        for rule in getattr(cls, "RULES", ()):
            self._rule(rule, salvage, faulty, pointer)
        self._open.discard(id(data))
        # A span that is wrong in any way says nothing about the characters it owns.
        return None if cls is Span and len(self.findings) > before else salvage

    def is_of(self, data: Any, types: tuple[type, ...], pointer: str, expected: str) -> bool:
        """Tell whether data has exactly one of the types, and note it if not."""
        if type(data) in types:
            return True
        self._add("type", pointer, expected, excerpt_of(data))
        return False

    def _unknown_keys(self, data: dict[Any, Any], cls: type, pointer: str) -> None:
        fields = _by_name(cls)
        if data.keys() <= fields.keys():
            return
        for key, value in data.items():
            if type(key) is not str:
                self._add("type", pointer, "keys that are text", excerpt_of(key))
            elif key == "schema_version" and cls in KINDS.values():
                found = version_fault(value, f"{pointer}/schema_version")
                if found is not None:
                    self._note(found)
            elif key not in fields:
                near = _near(key, list(fields))
                self._lost_places |= near is not None and _holds_places(fields[near])
                hint = None if near is None else f"did you mean {near!r}?"
                self._note(
                    fault(
                        "unknown-key",
                        f"unknown key {excerpt_of(key)}",
                        pointer=f"{pointer}/{escaped(key)}",
                        excerpt=excerpt_of(key),
                        hint=hint,
                    )
                )

    def _field(self, field: Field, owner: type, data: dict[Any, Any], salvage: SimpleNamespace, pointer: str, level: int) -> bool:
        """Put a field into the salvage and tell whether it is sound."""
        before = len(self.findings)
        value: Any = None
        if field.name in data:
            below = level + 1 if field.type is owner else 1
            check = self._values if field.many else self._optional
            value = check(data[field.name], field, f"{pointer}/{escaped(field.name)}", below)
        elif field.required:
            expected = f"the key {field.name!r}: {_expected(field)}"
            self._note(fault("missing", f"missing key {field.name!r}", pointer=pointer, expected=expected))
        else:
            value = field.default
        sound = len(self.findings) == before
        if value is None and field.many:
            # One unknown element, not none at all: no rule may conclude from an absence that is itself a fault.
            value = (None,)
        setattr(salvage, field.name, value)
        if not sound and _holds_places(field) and (value is None or (field.many and None in value)):
            self._lost_places = True
        return sound

    def _values(self, data: Any, field: Field, pointer: str, level: int) -> Any:
        if not self.is_of(data, (list, tuple), pointer, "an array"):
            return None
        before = len(self.findings)
        one = self._inner if field.nested else self._value
        values = tuple([one(each, field, f"{pointer}/{index}", level) for index, each in enumerate(data)])
        constraint = field.constraint
        if constraint is not None:
            repeats = constraint.distinct and len(self.findings) == before and len(set(values)) < len(values)
            if repeats or len(values) < constraint.least:
                self._add(constraint.name, pointer, constraint.expected, excerpt_of(data))
                return None
        return values

    def _inner(self, data: Any, field: Field, pointer: str, level: int) -> Any:
        if not self.is_of(data, (list, tuple), pointer, "an array"):
            return None
        return tuple([self._value(each, field, f"{pointer}/{index}", level) for index, each in enumerate(data)])

    def _optional(self, data: Any, field: Field, pointer: str, level: int) -> Any:
        return None if data is None and field.optional else self._value(data, field, pointer, level)

    def _value(self, data: Any, field: Field, pointer: str, level: int) -> Any:
        if field.type is str:
            return self._text(data, field, pointer)
        if field.type is int:
            return self._integer(data, field, pointer)
        if field.type is date:
            known = type(data) is str or self.is_of(data, (str,), pointer, _expected(field))
            return self._converted(data, decode_date, "date", lambda: _DATE, pointer) if known else None
        if field.is_enum:
            return self._converted(data, field.type, "not-one-of", lambda: _expected(field), pointer)
        if field.type is Origins:
            return self._origins(data, pointer)
        if field.types == (Captured, Curated):
            return self._origin(data, pointer)
        return self.record(data, field.type, pointer, level)

    def _text(self, data: Any, field: Field, pointer: str) -> str | None:
        constraint = _constraint_of(field)
        if type(data) is str and constraint.accepts_text(data):
            return data
        if not self.is_of(data, (str,), pointer, _expected(field)):
            return None
        if has_lone_surrogate(data):
            self._add("lone-surrogate", pointer, "text without lone surrogates", excerpt_of(data))
        else:
            self._add(constraint.name, pointer, constraint.expected, excerpt_of(data))
        return None

    def _integer(self, data: Any, field: Field, pointer: str) -> int | None:
        constraint = _constraint_of(field)
        if type(data) is int and constraint.accepts_integer(data):
            return data
        if not self.is_of(data, (int,), pointer, _expected(field)):
            return None
        self._add("range", pointer, constraint.expected, excerpt_of(data))
        return None

    def _converted(self, data: Any, convert: Callable[[Any], Any], rule: str, expected: Callable[[], str], pointer: str) -> Any:
        try:
            return convert(data)
        except (TypeError, ValueError):
            self._add(rule, pointer, expected(), excerpt_of(data))
            return None

    def _origins(self, data: Any, pointer: str) -> dict[str, Any] | None:
        if not self.is_of(data, (dict,), pointer, "an object of origins by field name"):
            return None
        salvage: dict[str, Any] = {}
        for name, origin in data.items():
            if type(name) is str:
                salvage[name] = self._origin(origin, f"{pointer}/{escaped(name)}")
                self._lost_places |= salvage[name] is None
            else:
                self._add("type", pointer, "keys that are text", excerpt_of(name))
        return salvage

    def _origin(self, data: Any, pointer: str) -> Any:
        if not self.is_of(data, (dict,), pointer, _ORIGIN):
            return None
        # What says neither where nor why may have been meant to own characters.
        self._lost_places |= data.keys().isdisjoint(("basis", "spans"))
        return self.record(data, Captured if "spans" in data else Curated, pointer, 1)

    def _rule(self, rule: Callable[[Any], Iterator[Broken]], salvage: SimpleNamespace, faulty: set[str], pointer: str) -> None:
        for broken in rule(salvage):
            if not self._follows(broken, faulty):
                excerpt = None if broken.found is None else excerpt_of(broken.found)
                self._add(broken.rule, pointer + broken.pointer, broken.expected, excerpt)

    def _follows(self, broken: Broken, faulty: set[str]) -> bool:
        """Tell whether a rule misses what is not absent but faulty."""
        if broken.rule == "source-missing":
            return not faulty.isdisjoint(("note", "url"))
        if broken.rule == "origin-dangling":
            return broken.found in faulty
        if broken.rule in ("figure-missing", "past-figure", "past-undated"):
            return not faulty.isdisjoint(("figure", "past"))
        return broken.rule in ("span-gap", "span-stray") and self._lost_places

    def _add(self, rule: str, pointer: str, expected: str, excerpt: str | None) -> None:
        message = f"expected {expected}" + ("" if excerpt is None else f", found {excerpt}")
        self._note(fault(rule, message, pointer=pointer, expected=expected, excerpt=excerpt))

    def _note(self, finding: Finding) -> None:
        if len(self.findings) == MAX_FINDINGS:
            raise TooManyFindings
        self.findings.append(finding)


@cache
def _by_name(cls: type) -> dict[str, Field]:
    return {field.name: field for field in fields_of(cls)}


def _constraint_of(field: Field) -> Constraint:
    assert field.constraint is not None, "every text and integer declares a constraint"
    return field.constraint


def _expected(field: Field) -> str:
    """Return the words for what a field may hold."""
    if field.many:
        return "an array"
    if field.is_enum:
        return f"one of {', '.join(choices_of(field))}"
    if field.type is date:
        words = _DATE
    elif field.type in (str, int):
        words = _constraint_of(field).expected
    else:
        words = "an object"
    return f"{words} or null" if field.optional else words


def _holds_places(field: Field) -> bool:
    return field.is_record or field.type is Origins


def _near(key: str, names: list[str]) -> str | None:
    # Imported here because only a misspelt key needs it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(key[:100], names, n=1)), None)
