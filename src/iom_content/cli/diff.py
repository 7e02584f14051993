"""diff: two versions of a dataset or of one record compared."""

from __future__ import annotations

import argparse
import os
from typing import Any, Final

import attrs

from iom_content.checks.kinds import kind_of
from iom_content.checks.records import judge
from iom_content.cli.options import add_format
from iom_content.cli.sources import content_of, sources_of
from iom_content.cli.terminal import Terminal
from iom_content.codec.decode import decode, migrated
from iom_content.codec.kinds import KINDS
from iom_content.codec.texts import SUFFIXES, readings, syntax_of
from iom_content.dataset.diff import diff
from iom_content.dataset.load import load, versions
from iom_content.errors import InvalidData, UnreadableInput
from iom_content.model.report import Finding, Severity
from iom_content.serializers.registry import dumps

_STYLES: Final = {"- ": "bad", "+ ": "good"}


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    words = "a bundled version, a dataset folder, or a file with one record; - is standard input"
    parser.add_argument("old", metavar="OLD", help=f"what was: {words}")
    parser.add_argument("new", metavar="NEW", help=f"what is: {words}")
    add_format(parser, "text", "json", "markdown")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print every change; 1 if there is one."""
    changes = diff(_read(arguments.old), _read(arguments.new))
    text = dumps(changes, arguments.format)
    if arguments.format != "text":
        terminal.write(text, arguments.format)
        return 1 if changes else 0
    for line in text.splitlines():
        style = _STYLES.get(line[:2])
        terminal.line(line if style is None else terminal.styled(line, style))
    return 1 if changes else 0


def _read(name: str) -> Any:
    if name in versions():
        return load(name)
    if os.path.isdir(name):  # noqa: PTH112 - unlike pathlib's it takes any text, also what names nothing
        return load(path=name)
    (source,) = sources_of([name], SUFFIXES)
    content = content_of(source)
    if isinstance(content, Finding):
        lost = source.path is not None and not os.path.lexists(name)
        hint = f"bundled versions: {', '.join(versions())}" if lost else content.hint or ""
        raise UnreadableInput(source.name, "no such version, folder or file" if lost else content.message, hint)
    return _record(content, source.name)


def _record(content: bytes, name: str) -> Any:
    """Return the one record that a file holds, whatever kind it is."""
    syntax = syntax_of(name)
    found = [each for each in judge(content, None, syntax=syntax) if each.severity is Severity.ERROR]
    # Here the kind cannot be named.
    faults = tuple(attrs.evolve(each, file=name, hint=None if each.rule == "kind-unknown" else each.hint) for each in found)
    if faults:
        raise InvalidData("record", faults)
    data, *others = [reading.data for reading in readings(content, syntax)]
    kind = kind_of(data)
    if others or kind is None:
        raise UnreadableInput(name, "holds no single record", "compare one record with one")
    return decode(migrated(data, KINDS[kind]), KINDS[kind])
