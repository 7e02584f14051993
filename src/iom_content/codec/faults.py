"""Every fault of raw plain data in one pass, read from the declarations.

The constructors stop at the first fault; this goes on. While it checks the fields it builds a *salvage*: the same tree
of names as the value would be, in which what is faulty is None. The classes' rules, which bind several fields, run on
the salvage, so that an overlap of spans is found beside a misspelt key. What follows only from another fault, such as
an origin of a field whose text was refused, is left out.

The walk itself, one function a class, is generated; here stands what it does where it meets a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final

from iom_content.codec._generated_faults import COLLECTORS
from iom_content.codec.findings import MAX_FINDINGS, TooManyFindings, excerpt_of, fault, too_many
from iom_content.codec.kinds import element_of
from iom_content.codec.migrations import version_fault
from iom_content.codec.places import escaped
from iom_content.codec.plain import ABSENT, decode_date, is_array, is_object
from iom_content.codec.reading_order import in_reading_order
from iom_content.errors import near_names
from iom_content.model.constraints import MAX_SECTION_DEPTH, Constraint, has_lone_surrogate
from iom_content.model.report import Finding
from iom_content.model.rules import Broken

__all__ = ["Walk", "collect_faults"]

_DATE: Final = "a date such as '2023-09-18'"
_LONGEST_NAME: Final = 100
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
    walk = Walk()
    element = element_of(cls)
    try:
        if element is None:
            COLLECTORS[cls.__name__](data, "", walk)
        elif is_array(data):
            for index, each in enumerate(data):
                walk.lost_places = False
                COLLECTORS[element.__name__](each, f"/{index}", walk)
        else:
            walk.strange(data, "", "an array")
    except TooManyFindings:
        walk.findings.append(too_many())
    return in_reading_order(data, walk.findings)


class Walk:
    """One pass over plain data: collects findings. Unless told otherwise its methods return None, the salvage of what is faulty."""

    __slots__ = ("_open", "findings", "lost_places")

    def __init__(self) -> None:
        """Start without findings."""
        self.findings: list[Finding] = []
        self._open: set[int] = set()
        self.lost_places = False

    def enters(self, data: Any, pointer: str, level: int) -> bool:
        """Tell whether an object may be walked that its own class may hold; `leaves` ends what this begins."""
        if level > MAX_SECTION_DEPTH:
            self._add("depth", pointer, f"at most {MAX_SECTION_DEPTH} levels", None)
        elif not is_object(data):
            self.strange(data, pointer, "an object")
        elif id(data) in self._open:
            self._add("cycle", pointer, "no object that holds itself", None)
        else:
            self._open.add(id(data))
            return True
        return False

    def leaves(self, data: Any) -> None:
        """Note that an object is walked."""
        self._open.discard(id(data))

    def unknown(self, data: Mapping[Any, Any], pointer: str, fields: Mapping[str, bool], *, root: bool = False) -> None:
        """Note each key that is no field; `fields` tells which of them may own characters, a root may say which schema it follows."""
        for key, value in data.items():
            if type(key) is not str:
                self._add("type", pointer, "keys that are text", excerpt_of(key))
            elif key == "schema_version" and root:
                found = version_fault(value, f"{pointer}/schema_version")
                if found is not None:
                    self._note(found)
            elif key not in fields:
                near = _near(key[:_LONGEST_NAME], tuple(fields))
                self.lost_places |= near is not None and fields[near]
                excerpt = excerpt_of(key)
                # Who is far from all of them needs the list.
                expected = f"one of {', '.join(fields)}" if near is None else None
                self._note(
                    fault(
                        "unknown-key",
                        f"unknown key {excerpt}",
                        pointer=f"{pointer}/{escaped(key)}",
                        excerpt=excerpt,
                        expected=expected,
                        hint=_meant(near),
                    )
                )

    def text(self, name: str, data: Any, constraint: Constraint, pointer: str, faulty: set[str], *, null: bool = False) -> Any:
        """Note why a field is not the text that it should be."""
        faulty.add(name)
        if data is ABSENT:
            self.missing(name, constraint.expected, pointer)
        else:
            self.text_at(constraint, data, f"{pointer}/{name}", null=null)

    def text_at(self, constraint: Constraint, data: Any, pointer: str, *, null: bool = False) -> Any:
        """Note why a value is not the text that it should be."""
        if type(data) is not str:
            self.strange(data, pointer, _or_null(constraint.expected, null))
        elif has_lone_surrogate(data):
            self._add("lone-surrogate", pointer, "text without lone surrogates", excerpt_of(data))
        else:
            self.refused(constraint, data, pointer)

    def integer(self, name: str, data: Any, constraint: Constraint, pointer: str, faulty: set[str], *, null: bool = False) -> Any:
        """Note why a field is not the integer that it should be."""
        faulty.add(name)
        if data is ABSENT:
            self.missing(name, constraint.expected, pointer)
        elif type(data) is not int:
            self.strange(data, f"{pointer}/{name}", _or_null(constraint.expected, null))
        else:
            self._add("range", f"{pointer}/{name}", constraint.expected, excerpt_of(data))

    def date(self, name: str, data: Any, pointer: str, faulty: set[str], *, null: bool) -> Any:
        """Return the day that a text names; note why it names none."""
        try:
            return decode_date(data)
        except ValueError:
            faulty.add(name)
            if type(data) is str:
                self._add("date", f"{pointer}/{name}", _DATE, excerpt_of(data))
            else:
                self.strange(data, f"{pointer}/{name}", _or_null(_DATE, null))
            return None

    def member(self, name: str, data: Any, choices: type[StrEnum], pointer: str, faulty: set[str]) -> Any:
        """Return the member of a closed set that a field names; note why it names none."""
        if data is ABSENT:
            self.missing(name, _one_of(choices), pointer)
        else:
            found = self.member_at(choices, data, f"{pointer}/{name}")
            if found is not None:
                return found
        faulty.add(name)
        return None

    def member_at(self, choices: type[StrEnum], data: Any, pointer: str) -> Any:
        """Return the member of a closed set that a value names; note why it names none."""
        # Also what is a member already; `in` of an enumeration refuses in the slowest way there is.
        if isinstance(data, str):
            for each in choices:
                if each == data:
                    return each
        near = _near(data[:_LONGEST_NAME], tuple(each.value for each in choices)) if isinstance(data, str) else None
        self._add("not-one-of", pointer, _one_of(choices), excerpt_of(data), _meant(near))
        return None

    def origins(self, data: Any, pointer: str, captured: Callable[..., Any], curated: Callable[..., Any]) -> Any:
        """Return the salvage of a mapping from field names to origins."""
        if not is_object(data):
            return self.strange(data, pointer, "an object of origins by field name")
        salvage: dict[str, Any] = {}
        for name, origin in data.items():
            if type(name) is str:
                salvage[name] = self.origin(origin, f"{pointer}/{escaped(name)}", captured, curated)
                self.lost_places |= salvage[name] is None
            else:
                self._add("type", pointer, "keys that are text", excerpt_of(name))
        return salvage

    def origin(self, data: Any, pointer: str, captured: Callable[..., Any], curated: Callable[..., Any]) -> Any:
        """Return the salvage of an origin: what has spans was captured, all else curated."""
        if not is_object(data):
            return self.strange(data, pointer, _ORIGIN)
        if "spans" in data:
            return captured(data, pointer, self)
        # What says neither where nor why may have been meant to own characters.
        self.lost_places |= "basis" not in data
        return curated(data, pointer, self)

    def no_array(self, name: str, data: Any, pointer: str) -> Any:
        """Note that a field is no array."""
        if data is ABSENT:
            self.missing(name, "an array", pointer)
        else:
            self.strange(data, f"{pointer}/{name}", "an array")

    def unsound(self, name: str, value: Any, faulty: set[str]) -> None:
        """Note that a field that may own characters has faults."""
        faulty.add(name)
        self.lost_places |= value is None

    def unsound_array(self, name: str, values: tuple[Any, ...] | None, faulty: set[str], *, places: bool) -> tuple[Any, ...]:
        """Note that an array has faults, and return its salvage."""
        faulty.add(name)
        # One unknown element, not none at all: no rule may conclude from an absence that is itself a fault.
        values = values or (None,)
        self.lost_places |= places and None in values
        return values

    def broken(self, broken: Broken, faulty: set[str], pointer: str) -> None:
        """Note what a rule found, unless it follows from a fault of a field."""
        if not self._follows(broken, faulty):
            excerpt = None if broken.found is None else excerpt_of(broken.found)
            self._add(broken.rule, pointer + broken.pointer, broken.expected, excerpt)

    def missing(self, name: str, expected: str, pointer: str) -> Any:
        """Note that a required key is not there."""
        self._note(fault("missing", f"missing key {name!r}", pointer=pointer, expected=f"the key {name!r}: {expected}"))

    def strange(self, data: Any, pointer: str, expected: str) -> Any:
        """Note that a value has another type than it should."""
        self._add("type", pointer, expected, excerpt_of(data))

    def refused(self, constraint: Constraint, data: Any, pointer: str) -> Any:
        """Note that a value does not satisfy its constraint."""
        self._add(constraint.name, pointer, constraint.expected, excerpt_of(data))

    def _follows(self, broken: Broken, faulty: set[str]) -> bool:
        """Tell whether a rule misses what is not absent but faulty."""
        if broken.rule == "source-missing":
            return not faulty.isdisjoint(("note", "url"))
        if broken.rule == "origin-dangling":
            return broken.found in faulty
        if broken.rule in ("figure-missing", "past-figure", "past-undated"):
            return not faulty.isdisjoint(("figure", "past"))
        return broken.rule in ("span-gap", "span-stray") and self.lost_places

    def _add(self, rule: str, pointer: str, expected: str, excerpt: str | None, hint: str | None = None) -> None:
        message = f"expected {expected}" + ("" if excerpt is None else f", found {excerpt}")
        self._note(fault(rule, message, pointer=pointer, expected=expected, excerpt=excerpt, hint=hint))

    def _note(self, finding: Finding) -> None:
        if len(self.findings) == MAX_FINDINGS:
            raise TooManyFindings
        self.findings.append(finding)


def _or_null(expected: str, null: bool) -> str:  # noqa: FBT001 - what the callers were told
    return f"{expected}, or null" if null else expected


@cache
def _one_of(choices: type[StrEnum]) -> str:
    return f"one of {', '.join(member.value for member in choices)}"


def _meant(near: str | None) -> str | None:
    return None if near is None else f"did you mean {near!r}?"


@lru_cache(maxsize=1024)
def _near(key: str, names: tuple[str, ...]) -> str | None:
    # Kept, because the records of a batch are misspelt alike.
    return next(iter(near_names(key, names, 1)), None)
