"""Judges records against the models: every fault, with its place."""

from __future__ import annotations

import os
from typing import cast

import attrs

from iom_content.codec.decode import decode, decode_text, migrated
from iom_content.codec.findings import carried, fault
from iom_content.codec.json_text import MAX_INPUT
from iom_content.codec.kinds import KINDS
from iom_content.errors import InvalidData
from iom_content.model.report import Finding, Report

__all__ = ["validate"]

_LONGEST_PATH = 1000


def validate(data: object, kind: str) -> Report:
    """Return every fault that keeps data from being a record of a kind; never raise on what the data holds.

    Args:
        data: Text or bytes are JSON; a path, wrapped in `pathlib.Path`, is a file of JSON; all else is plain data.
        kind: `organization`, `section`, `statement` or `document`.

    Returns:
        Every fault in reading order, with line and column where there was a text.

    Raises:
        NotFound: There is no such kind.

    Example:
        >>> import iom_content as iom
        >>> for finding in iom.validate('{"id": "About us",\\n "titel": "About us"}', "section").findings:
        ...     print(finding)
        line 1, column 1: missing key 'title'
        line 1, column 8 (/id): expected a path of slugs joined by '/', at most 32 of them, found 'About us'
        line 2, column 2 (/titel): unknown key 'titel'; did you mean 'title'?
    """
    cls = KINDS[kind]
    try:
        if isinstance(data, os.PathLike):
            return Report(findings=_file_findings(cast("os.PathLike[str]", data), cls))
        if isinstance(data, str | bytes):
            decode_text(data, cls)
        else:
            decode(migrated(data, cls), cls)
    except InvalidData as error:
        if isinstance(data, str) and _names_a_file(data):
            return Report(
                findings=tuple(attrs.evolve(each, hint="this is a file's name: wrap it in pathlib.Path") for each in error.findings)
            )
        return Report(findings=error.findings)
    return Report()


def _file_findings(path: os.PathLike[str], cls: type) -> tuple[Finding, ...]:
    name = carried(os.fsdecode(path))
    try:
        content = _content(path)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
        findings: tuple[Finding, ...] = (fault("unreadable", f"cannot be read: {reason}"),)
    else:
        try:
            decode_text(content, cls)
        except InvalidData as error:
            findings = error.findings
        else:
            findings = ()
    return tuple(attrs.evolve(finding, file=name) for finding in findings)


def _content(path: os.PathLike[str]) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - a PathLike need not be a pathlib.Path
        # One byte more than allowed is enough for the parser to refuse it, however large the file is or grows.
        return file.read(MAX_INPUT + 1)


def _names_a_file(text: str) -> bool:
    return len(text) <= _LONGEST_PATH and os.path.isfile(text)  # noqa: PTH113 - unlike pathlib's it takes any text, also what names nothing
