"""Judges records against the models: every fault, with its place."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import Any, Final, cast

import attrs

from iom_content.checks.characters import character_warnings, may_warn
from iom_content.checks.kinds import kind_of, untold
from iom_content.codec.broken_text import Before
from iom_content.codec.decode import OF_KEYS, decode, migrated, placed
from iom_content.codec.findings import MAX_FINDINGS, carried, fault, too_many
from iom_content.codec.json_text import MAX_INPUT
from iom_content.codec.kinds import KINDS
from iom_content.codec.places import tokens_of
from iom_content.codec.plain import is_array, is_object
from iom_content.codec.reading_order import in_reading_order
from iom_content.codec.texts import SUFFIXES, SYNTAXES, Reading, readings, syntax_of
from iom_content.errors import InvalidData
from iom_content.model.report import Finding, Report

__all__ = ["judge", "validate"]

_LONGEST_PATH: Final = 1000
# Faults of a text after which its data is what it says all the same.
_HARMLESS: Final = frozenset(("byte-order-mark", "duplicate-key", "syntax", "trailing-data", "truncated", "yaml-ambiguous"))
# Rules that conclude from what is not there, be it the whole of a text or the owner of a span.
_OF_ABSENCE: Final = frozenset(("origin-dangling", "span-gap", "span-stray", "text-differs"))
_OF_YAML_KEYS: Final = frozenset(("yaml-key", "yaml-merge"))
_LIKE_YAML: Final = re.compile(r"(?:---|#|-|['\"]?\w+['\"]?:)(?:\s|\Z)")
_HEAD: Final = 200
# What records start with, and names of files hardly.
_STARTS: Final = frozenset('{["')


def validate(data: object, kind: str, *, syntax: str | None = None) -> Report:
    """Return every fault that keeps data from being a record of a kind; never raise on what the data holds.

    Faults of the text itself, such as a key that stands there twice, hide no others; where a text breaks, what stands before the
    break is judged. Text that is not in Unicode normal form C and control characters are warnings, as is what versions of YAML
    read differently; `loads` accepts these. In JSON Lines and YAML each line or document is a record of its own: pointers start
    at the record, lines count in the whole text.

    Args:
        data: Text or bytes are content; a path, wrapped in `pathlib.Path`, is a file; all else is plain data.
        kind: `organization`, `section`, `statement` or `document`.
        syntax: `json`, `jsonl` or `yaml` (which needs the extra `yaml`). If it is None, a file's suffix tells it: `.jsonl` and
            `.ndjson`, `.yaml` and `.yml`; every other file, and all content, is JSON.

    Returns:
        Every fault in reading order, with line and column where there was a text.

    Raises:
        NotFound: There is no such kind or syntax.
        MissingExtra: The syntax is YAML and PyYAML is not installed.

    Example:
        >>> import iom_content as iom
        >>> for finding in iom.validate('{"id": "About us",\\n "titel": "About us"}', "section").findings:
        ...     print(finding)
        line 1, column 1: missing key 'title'
        line 1, column 8 (/id): expected a path of slugs joined by '/', at most 32 of them, found 'About us'
        line 2, column 2 (/titel): unknown key 'titel'; did you mean 'title'?
        >>> for finding in iom.validate("id: about\\ntitel: About us\\n", "section", syntax="yaml").findings:
        ...     print(finding)
        line 1, column 1: missing key 'title'
        line 2, column 1 (/titel): unknown key 'titel'; did you mean 'title'?
    """
    return Report(findings=judge(data, KINDS[kind], syntax=syntax))


def judge(data: object, cls: type | None, *, syntax: str | None = None) -> tuple[Finding, ...]:
    """Return the findings of `validate`; where no class is given, each record's keys tell its kind, also within one array.

    Args:
        data: As for `validate`.
        cls: The class of one of the kinds, or None.
        syntax: As for `validate`.

    Returns:
        Every fault in reading order.

    Raises:
        NotFound: There is no such syntax.
        MissingExtra: The syntax is YAML and PyYAML is not installed.

    Example:
        >>> import iom_content as iom
        >>> judge([{"id": "a", "title": "A"}, {"id": "o", "name": "O"}], None)
        ()
    """
    if syntax is not None:
        SYNTAXES[syntax]
    if isinstance(data, os.PathLike):
        return _file_findings(cast("os.PathLike[str]", data), cls, syntax)
    if not isinstance(data, str | bytes):
        return _data_findings(data, cls, warn=True)
    findings = _text_findings(data, cls, syntax or "json")
    if findings and isinstance(data, str) and _names_a_file(data):
        return tuple(attrs.evolve(each, hint="this is a file's name: wrap it in pathlib.Path") for each in findings)
    return findings if syntax is not None else tuple(_with_syntax_hint(data, finding) for finding in findings)


def _file_findings(path: os.PathLike[str], cls: type | None, syntax: str | None) -> tuple[Finding, ...]:
    name = os.fsdecode(path)
    try:
        content = _content(path)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
        findings: tuple[Finding, ...] = (fault("unreadable", f"cannot be read: {reason}"),)
    else:
        findings = _text_findings(content, cls, syntax or syntax_of(name))
    return tuple(attrs.evolve(finding, file=carried(name)) for finding in findings)


def _content(path: os.PathLike[str]) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - a PathLike need not be a pathlib.Path
        # One byte more than allowed is enough for the parser to refuse it, however large the file is or grows.
        return file.read(MAX_INPUT + 1)


def _text_findings(source: str | bytes, cls: type | None, syntax: str) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    # Most texts hold no character to warn of, and to see that at once is cheaper than to look at each value.
    warn = may_warn(source)
    for reading in readings(source, syntax):
        findings += _reading_findings(reading, cls, warn=warn)
        if len(findings) > MAX_FINDINGS:
            return (*findings[:MAX_FINDINGS], too_many())
    return tuple(findings)


def _reading_findings(reading: Reading, cls: type | None, *, warn: bool) -> tuple[Finding, ...]:
    if reading.places is not None:
        data, places, left_open = Before(reading.data, reading.places, ())
    elif reading.before is not None and cls is not None:
        data, places, left_open = reading.before
    else:
        return reading.faults
    findings = _data_findings(data, cls, warn=warn)
    if not findings:
        return reading.faults
    known = {(each.pointer, each.rule in _OF_YAML_KEYS) for each in reading.faults if each.rule not in _HARMLESS}
    kept = [each for each in findings if not (known and _follows(each, known, data)) and not _may_stand_behind(each, left_open)]
    findings = placed(tuple(kept), places())
    if reading.above:
        findings = tuple(attrs.evolve(each, line=each.line and each.line + reading.above) for each in findings)
    return tuple(sorted((*reading.faults, *findings), key=_place)) if reading.faults else findings


def _data_findings(data: Any, cls: type | None, *, warn: bool) -> tuple[Finding, ...]:
    if cls is None and is_array(data) and data:
        each_ones = [_record_findings(each, None, warn=warn) for each in data]
        return tuple(attrs.evolve(found, pointer=f"/{index}{found.pointer}") for index, ones in enumerate(each_ones) for found in ones)
    return _record_findings(data, cls, warn=warn)


def _record_findings(data: Any, cls: type | None, *, warn: bool) -> tuple[Finding, ...]:
    if cls is None:
        kind = kind_of(data)
        cls = None if kind is None else KINDS[kind]
    findings = (untold(),) if cls is None else _model_findings(data, cls)
    warnings = character_warnings(data) if warn else ()
    return in_reading_order(data, [*findings, *warnings]) if warnings else findings


def _model_findings(data: Any, cls: type) -> tuple[Finding, ...]:
    try:
        decode(migrated(data, cls), cls)
    except InvalidData as error:
        return error.findings
    return ()


def _follows(finding: Finding, known: set[tuple[str, bool]], data: Any) -> bool:
    """Tell whether a finding about a key or a single value only follows from a fault of the text at that very place."""
    of_key = finding.rule in OF_KEYS
    return (finding.pointer, of_key) in known and (of_key or not _holds_others(data, finding.pointer))


def _may_stand_behind(finding: Finding, left_open: tuple[str, ...]) -> bool:
    """Tell whether what a finding misses may stand behind the break of the text, which left these objects and arrays open."""
    if not left_open:
        return False
    # Of an origin that is left open nobody knows which sort it is, and so which keys it may have.
    of_open_key = finding.rule == "unknown-key" and finding.pointer.rpartition("/")[0] in left_open[1:]
    return of_open_key or finding.rule in _OF_ABSENCE or finding.pointer in left_open


def _holds_others(data: Any, pointer: str) -> bool:
    """Tell whether an object or array stands at a pointer."""
    for token in tokens_of(pointer):
        data = data.get(token) if is_object(data) else data[int(token)] if is_array(data) else None
    return is_object(data) or is_array(data)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.line or 0, finding.column or 0


def _names_a_file(text: str) -> bool:
    """Tell whether content that is at fault is the name of a file instead, be it there or only look so."""
    if len(text) > _LONGEST_PATH:
        return False
    looks_so = text[:1] not in _STARTS and "\n" not in text and PurePath(text).suffix.lower() in SUFFIXES
    return looks_so or os.path.isfile(text)  # noqa: PTH113 - unlike pathlib's it takes any text, also what names nothing


def _with_syntax_hint(source: str | bytes, finding: Finding) -> Finding:
    """Say so in the hint where what is no JSON looks like text of another syntax."""
    if finding.rule == "trailing-data" and finding.column == 1:
        return attrs.evolve(finding, hint="to have it read as JSON Lines, name the syntax jsonl")
    head = source[:_HEAD] if isinstance(source, str) else source[:_HEAD].decode(errors="replace")
    if finding.rule == "syntax" and _LIKE_YAML.match(head):
        return attrs.evolve(finding, hint="to have it read as YAML, name the syntax yaml")
    return finding
