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
from iom_content.codec.places import Steps, pointer_of
from iom_content.codec.plain import ABSENT, decode_date, is_array, is_object
from iom_content.codec.reading_order import in_reading_order
from iom_content.errors import near_names
from iom_content.model.constraints import MAX_SECTION_DEPTH, Constraint, has_lone_surrogate
from iom_content.model.partition import escaped
from iom_content.model.report import Finding
from iom_content.model.rules import Broken

__all__ = ["Walk", "collect_faults"]

_DATE: Final = "a date such as '2023-09-18'"
_LONGEST_NAME: Final = 100
_MISSING: Final = "missing key "
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
            _collector(cls)(data, (), walk)
        elif is_array(data):
            collect = _collector(element)
            for index, each in enumerate(data):
                walk.lost_places = False
                collect(each, ((), index, None), walk)
        else:
            walk.strange(data, (), "an array")
    except TooManyFindings:
        walk.findings.append(too_many())
    return in_reading_order(data, walk.findings)


def _collector(cls: Any) -> Callable[..., Any]:
    found = COLLECTORS.get(cls.__name__)
    if found is None:
        # Imported here because records are judged every day, results hardly ever.
        from iom_content.codec import _generated_result_faults

        found = _generated_result_faults.COLLECTORS[cls.__name__]
    return found


class Walk:
    """One pass over plain data: collects findings. Unless told otherwise its methods return None, the salvage of what is faulty."""

    __slots__ = ("_known", "_names", "_open", "findings", "lost_places")

    def __init__(self) -> None:
        """Start without findings."""
        self.findings: list[Finding] = []
        self._open: set[int] = set()
        # Rules ask for them time and again: of which findings and which object the faulty fields are known, and their names.
        self._known: tuple[int, int, Steps] = (0, 0, ())
        self._names: set[str] = set()
        self.lost_places: bool = False
        """Whether a fault hides which characters something owns."""

    def enters(self, data: Any, at: Steps, level: int) -> bool:
        """Tell whether an object may be walked that its own class may hold; `leaves` ends what this begins."""
        if level > MAX_SECTION_DEPTH:
            self._add("depth", pointer_of(at), f"at most {MAX_SECTION_DEPTH} levels", None)
        elif not is_object(data):
            self.strange(data, at, "an object")
        elif id(data) in self._open:
            self._add("cycle", pointer_of(at), "no object that holds itself", None)
        else:
            self._open.add(id(data))
            return True
        self.nowhere()
        return False

    def leaves(self, data: Any) -> None:
        """Note that an object is walked."""
        self._open.discard(id(data))

    def unknown(self, data: Mapping[Any, Any], at: Steps, fields: Mapping[str, bool], *, root: bool = False) -> None:
        """Note each key that is no field; `fields` tells which of them may own characters, a root may say which schema it follows."""
        for key in data:
            if type(key) is str and key in fields:
                continue
            if type(key) is not str:
                self._add("type", pointer_of(at), "keys that are text", excerpt_of(key))
            elif key == "schema_version" and root:
                found = version_fault(data[key], pointer_of((at, escaped(key), None)))
                if found is not None:
                    self._note(found)
            else:
                near = _near(key[:_LONGEST_NAME], tuple(fields))
                self.lost_places |= near is not None and fields[near]
                excerpt = excerpt_of(key)
                # Who is far from all of them needs the list.
                expected = f"one of {', '.join(fields)}" if near is None else None
                message = f"unknown key {excerpt}"
                pointer = pointer_of((at, escaped(key), None))
                self._note(fault("unknown-key", message, pointer=pointer, excerpt=excerpt, expected=expected, hint=_meant(near)))

    def text(self, name: str, data: Any, constraint: Constraint, at: Steps, *, null: bool = False) -> Any:
        """Note why a field is not the text that it should be."""
        if data is ABSENT:
            self.missing(name, constraint.expected, at)
        else:
            self.text_at(constraint, data, (at, name, None), null=null)

    def text_at(self, constraint: Constraint, data: Any, at: Steps, *, null: bool = False) -> Any:
        """Note why a value is not the text that it should be."""
        if type(data) is not str:
            self.strange(data, at, _or_null(constraint.expected, null))
        elif not data.isascii() and has_lone_surrogate(data):
            self._add("lone-surrogate", pointer_of(at), "text without lone surrogates", excerpt_of(data))
        else:
            self._add(constraint.name, pointer_of(at), constraint.expected, excerpt_of(data))

    def integer(self, name: str, data: Any, constraint: Constraint, at: Steps, *, null: bool = False) -> Any:
        """Note why a field is not the integer that it should be."""
        if data is ABSENT:
            self.missing(name, constraint.expected, at)
        elif type(data) is not int:
            self.strange(data, (at, name, None), _or_null(constraint.expected, null))
        else:
            self._add("range", pointer_of((at, name, None)), constraint.expected, excerpt_of(data))

    def date(self, name: str, data: Any, at: Steps, *, null: bool) -> Any:
        """Return the day that a text names; note why it names none."""
        try:
            return decode_date(data)
        except ValueError:
            if type(data) is str:
                self._add("date", pointer_of((at, name, None)), _DATE, excerpt_of(data))
            else:
                self.strange(data, (at, name, None), _or_null(_DATE, null))
            return None

    def member(self, name: str, data: Any, known: Mapping[str, StrEnum], at: Steps) -> Any:
        """Return the member of a closed set that a field names; note why it names none."""
        return self.missing(name, _one_of(tuple(known)), at) if data is ABSENT else self.member_at(known, data, (at, name, None))

    def member_at(self, known: Mapping[str, StrEnum], data: Any, at: Steps) -> Any:
        """Return the member of a closed set that a value names; note why it names none."""
        names = tuple(known)
        near = None
        if isinstance(data, str):
            # Also what is a member already.
            found = known.get(data)
            if found is not None:
                return found
            near = _near(data[:_LONGEST_NAME], names)
        self._add("not-one-of", pointer_of(at), _one_of(names), excerpt_of(data), _meant(near))
        return None

    def origins(self, data: Any, at: Steps, captured: Callable[..., Any], curated: Callable[..., Any]) -> Any:
        """Return the salvage of a mapping from field names to origins."""
        if not is_object(data):
            self.strange(data, at, "an object of origins by field name")
            return self.nowhere()
        salvage: dict[str, Any] = {}
        for name, origin in data.items():
            if type(name) is str:
                salvage[name] = self.origin(origin, (at, name if name.isidentifier() else escaped(name), None), captured, curated)
            else:
                self._add("type", pointer_of(at), "keys that are text", excerpt_of(name))
        return salvage

    def origin(self, data: Any, at: Steps, captured: Callable[..., Any], curated: Callable[..., Any]) -> Any:
        """Return the salvage of an origin: what has spans was captured, all else curated."""
        if type(data) is not dict:
            self.strange(data, at, _ORIGIN)
            return self.nowhere()
        if "spans" in data:
            return captured(data, at, self)
        if "basis" not in data:
            # What says neither where nor why may have been meant to own characters.
            self.nowhere()
        return curated(data, at, self)

    def no_array(self, name: str, data: Any, at: Steps, *, places: bool = False) -> Any:
        """Note that a field is no array, and return the salvage of an array that is faulty as a whole."""
        if data is ABSENT:
            self.missing(name, "an array", at)
        else:
            self.strange(data, (at, name, None), "an array")
        return self._some(places=places)

    def refused_array(self, constraint: Constraint, data: Any, at: Steps, *, places: bool = False) -> Any:
        """Note that an array does not satisfy its constraint, and return the salvage of an array that is faulty as a whole."""
        self._add(constraint.name, pointer_of(at), constraint.expected, excerpt_of(data))
        return self._some(places=places)

    def _some(self, *, places: bool) -> tuple[None]:
        self.lost_places |= places
        # One unknown element, not none at all: no rule may conclude from an absence that is itself a fault.
        return (None,)

    def broken(self, broken: Broken, at: Steps, start: int) -> None:
        """Note what a rule found, unless it follows from a fault of a field, which is among the findings since a start."""
        if not self._follows(broken, at, start):
            excerpt = None if broken.found is None else excerpt_of(broken.found)
            self._add(broken.rule, pointer_of(at) + broken.pointer, broken.expected, excerpt)

    def missing(self, name: str, expected: str, at: Steps) -> Any:
        """Note that a required key is not there."""
        self._note(fault("missing", _missing(name), pointer=pointer_of(at), expected=f"the key {name!r}: {expected}"))

    def strange(self, data: Any, at: Steps, expected: str) -> Any:
        """Note that a value has another type than it should."""
        self._add("type", pointer_of(at), expected, excerpt_of(data))

    def no_object(self, data: Any, at: Steps) -> Any:
        """Note that what may own characters is no object."""
        self.strange(data, at, "an object")
        return self.nowhere()

    def nowhere(self) -> Any:
        """Note that nobody knows which characters something owns."""
        self.lost_places = True

    def _follows(self, broken: Broken, at: Steps, start: int) -> bool:
        """Tell whether a rule misses what is not absent but faulty."""
        if broken.rule == "origin-dangling":
            return broken.found in self._faulty(at, start)
        if broken.rule == "source-missing":
            return not self._faulty(at, start).isdisjoint(("note", "url"))
        if broken.rule in ("figure-missing", "past-figure", "past-undated"):
            return not self._faulty(at, start).isdisjoint(("figure", "past"))
        return broken.rule in ("span-gap", "span-stray") and self.lost_places

    def _faulty(self, at: Steps, start: int) -> set[str]:
        """Return the names of the fields of an object that the findings since a start are about."""
        if self._known != (start, len(self.findings), at):
            pointer = pointer_of(at)
            below = len(pointer) + 1
            self._known = (start, len(self.findings), at)
            self._names = {
                found.pointer[below:].partition("/")[0] if found.pointer != pointer else found.message.removeprefix(_MISSING)[1:-1]
                for found in self.findings[start:]
            }
        return self._names

    def _add(self, rule: str, pointer: str, expected: str, excerpt: str | None, hint: str | None = None) -> None:
        message = f"expected {expected}" if excerpt is None else f"expected {expected}, found {excerpt}"
        self._note(fault(rule, message, pointer=pointer, expected=expected, excerpt=excerpt, hint=hint))

    def _note(self, finding: Finding) -> None:
        if len(self.findings) == MAX_FINDINGS:
            raise TooManyFindings
        self.findings.append(finding)


def _missing(name: str) -> str:
    return f"{_MISSING}{name!r}"


def _or_null(expected: str, null: bool) -> str:  # noqa: FBT001 - what the callers were told
    return f"{expected}, or null" if null else expected


@cache
def _one_of(names: tuple[str, ...]) -> str:
    return f"one of {', '.join(names)}"


def _meant(near: str | None) -> str | None:
    return None if near is None else f"did you mean {near!r}?"


@lru_cache(maxsize=1024)
def _near(key: str, names: tuple[str, ...]) -> str | None:
    # Kept, because the records of a batch are misspelt alike.
    return next(iter(near_names(key, names, 1)), None)
