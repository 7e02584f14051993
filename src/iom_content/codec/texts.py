"""The records that a text holds, in each syntax they may be written in, with the faults of the text itself."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import attrs

from iom_content.codec.broken_text import Before, closed
from iom_content.codec.findings import fault
from iom_content.codec.json_text import encoding_of, parse, text_of
from iom_content.codec.places import Places, locate
from iom_content.codec.text_faults import integer_fits
from iom_content.codec.yaml_text import MAX_YAML, read_yaml
from iom_content.errors import InvalidData
from iom_content.model.catalog import Lookup
from iom_content.model.report import Finding, Severity

__all__ = ["SUFFIXES", "SYNTAXES", "Reading", "readings", "syntax_of"]

_BOM: Final = "\ufeff"
_BLANKS: Final = re.compile(r"[ \t\n\r]*")
# A text with no other faults than these still says which data it means, so that the data can be judged too.
_RECOVERABLE: Final = frozenset(("duplicate-key", "integer-range", "lone-surrogate", "not-json-number", "trailing-data"))
_ONE_LINE: Final = "in JSON Lines each record is one line"


class Reading(NamedTuple):
    """One record that a text holds."""

    data: Any
    """Plain data; None where the text is broken."""
    faults: tuple[Finding, ...]
    """What is wrong with the text, with lines and columns of the whole input."""
    places: Callable[[], Places] | None
    """Gives the places of values and keys in the record's own text; None where the text is broken."""
    above: int = 0
    """How many lines of the input stand above the record's text."""
    before: Before | None = None
    """Where the text breaks, the data that stands before the break."""


def readings(source: str | bytes, syntax: str) -> Iterator[Reading]:
    """Yield each record that a text holds: one of JSON, one a line of JSON Lines, one a document of YAML.

    Args:
        source: The text, or its bytes in UTF-8.
        syntax: `json`, `jsonl` or `yaml`.

    Yields:
        Each record, in order; also where the text is broken, so that its faults are told.

    Raises:
        NotFound: There is no such syntax.
        MissingExtra: The syntax is YAML and PyYAML is not installed.

    Example:
        >>> [reading.data for reading in readings('{"id": "a"}\\n\\n{"id": "b"}\\n', "jsonl")]
        [{'id': 'a'}, {'id': 'b'}]
    """
    return SYNTAXES[syntax](source)


def syntax_of(path: str) -> str:
    """Return the syntax that a file's name tells; JSON where it tells none.

    Example:
        >>> syntax_of("records.ndjson"), syntax_of("record.YML"), syntax_of("record")
        ('jsonl', 'yaml', 'json')
    """
    return SUFFIXES.get(PurePath(path).suffix.lower(), "json")


def _json(source: str | bytes) -> Iterator[Reading]:
    text, faults = _unmarked(source, Severity.ERROR)
    if text is None:
        yield Reading(None, faults, None)
    else:
        reading = _json_record(text)
        yield reading._replace(faults=faults + reading.faults)


def _json_record(text: str) -> Reading:
    try:
        return Reading(parse(text), (), lambda: locate(text))
    except InvalidData as error:
        if all(each.rule in _RECOVERABLE for each in error.findings):
            return Reading(_meant(text), error.findings, lambda: locate(text))
        return Reading(None, error.findings, None, before=_before(text, error.findings))


def _before(text: str, faults: tuple[Finding, ...]) -> Before | None:
    """Return the data before the break of a text, which its last fault tells; None where there is none to judge."""
    *others, broken = faults
    whole, depth = closed(text)
    if not depth or not all(each.rule in _RECOVERABLE for each in others):
        return None
    tokens = broken.pointer.split("/")
    return Before(_meant(whole), lambda: locate(text), tuple("/".join(tokens[: level + 1]) for level in range(depth)))


def _meant(text: str) -> Any:
    """Return the data of a text whose faults do not hide it: of a repeated key the last value, null for a number beyond all bounds."""
    start = _BLANKS.match(text)
    decoder = json.JSONDecoder(parse_int=_integer, parse_float=_float, parse_constant=_nothing)
    return decoder.raw_decode(text, start.end() if start else 0)[0]


def _integer(digits: str) -> int | None:
    return int(digits) if integer_fits(digits) else None


def _float(digits: str) -> float | None:
    number = float(digits)
    return None if math.isinf(number) else number


def _nothing(_: str) -> None:
    return None


def _json_lines(source: str | bytes) -> Iterator[Reading]:
    text, faults = _unmarked(source, Severity.ERROR)
    lines: list[str | None]
    if text is not None:
        lines = [*text.split("\n")]
    elif isinstance(source, bytes) and faults[-1].rule == "encoding" and (decoded := _decoded_lines(source)):
        # Lines are independent of each other: one that is not UTF-8 keeps none of the others from being judged.
        lines = decoded
        more = decoded.count(None) - 1
        if more:
            faults = (*faults[:-1], attrs.evolve(faults[-1], message=f"{faults[-1].message}, and so in {more} more line{'s' * (more > 1)}"))
    else:
        lines = []
    if faults:
        yield Reading(None, faults, None)
    last = len(lines) - 1
    for above, line in enumerate(lines):
        if line is not None and line.strip():
            reading = _json_record(line)
            moved = tuple(
                _moved(each, above, hint=_ONE_LINE if each.rule == "truncated" and above < last else each.hint) for each in reading.faults
            )
            yield reading._replace(faults=moved, above=above)


def _decoded_lines(source: bytes) -> list[str | None]:
    if encoding_of(source) is not None:
        # No line of it is what it seems.
        return []
    lines: list[str | None] = []
    for line in source.removeprefix(_BOM.encode()).split(b"\n"):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            lines.append(None)
    return lines


def _moved(finding: Finding, above: int, hint: str | None) -> Finding:
    return attrs.evolve(finding, line=finding.line and finding.line + above, hint=hint)


def _yaml(source: str | bytes) -> Iterator[Reading]:
    # YAML allows a byte order mark, yet many readers stumble over it.
    text, faults = _unmarked(source, Severity.WARNING)
    if text is not None and len(source) > MAX_YAML:
        unit = "bytes" if isinstance(source, bytes) else "code points"
        text, faults = None, (fault("too-large", f"longer than {MAX_YAML} {unit}", hint="split it, or write it as JSON"),)
    if text is None:
        yield Reading(None, faults, None)
        return
    if faults:
        yield Reading(None, faults, None)
    empty = True
    for document in read_yaml(text):
        empty = False
        yield Reading(document.data, document.faults, document.locate if document.whole else None, before=document.before)
    if empty:
        yield Reading(None, (fault("empty", "nothing but comments", place=(1, 1), expected="a record"),), None)


def _unmarked(source: str | bytes, severity: Severity) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text of an input without a byte order mark, None where it cannot be read, and what is wrong with it."""
    mark: str | bytes = _BOM if isinstance(source, str) else _BOM.encode()
    faults: tuple[Finding, ...] = ()
    if source[: len(mark)] == mark:
        source = source[len(mark) :]
        hint = "save the file as UTF-8 without a byte order mark"
        faults = (fault("byte-order-mark", "starts with a byte order mark", place=(1, 1), hint=hint, severity=severity),)
    try:
        return text_of(source), faults
    except InvalidData as error:
        return None, faults + error.findings


SYNTAXES: Final[Lookup[Callable[[str | bytes], Iterator[Reading]]]] = Lookup("syntax", {"json": _json, "jsonl": _json_lines, "yaml": _yaml})
"""By name, what reads each syntax."""

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".yaml": "yaml", ".yml": "yaml"}
)
"""The syntax that each suffix of a file tells."""
