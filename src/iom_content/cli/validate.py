"""validate: records judged, every fault with its place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

import attrs

from iom_content.checks.records import validate
from iom_content.cli.options import add_format
from iom_content.cli.terminal import Terminal
from iom_content.codec.findings import fault
from iom_content.codec.json_text import MAX_INPUT
from iom_content.codec.kinds import KINDS
from iom_content.model.report import Report
from iom_content.serializers.registry import dumps
from iom_content.serializers.wording import count_words

# Rules of input that could not be read: they judge no record.
_UNREADABLE: Final = frozenset({"unreadable", "encoding", "too-large"})
_STANDARD_INPUT: Final = "standard input"


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of JSON; - is standard input")
    parser.add_argument("--kind", required=True, help=f"what the records are: {', '.join(KINDS)}")
    add_format(parser, "text", "json")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print every fault of every file; 1 if there is one, 2 if a file could not be read."""
    findings = tuple(finding for name in arguments.files for finding in _judged(name, arguments.kind).findings)
    report = Report(findings=findings)
    if arguments.format == "json":
        terminal.write(dumps(report), "json")
    else:
        for finding in findings:
            line, *hint = dumps(finding, "text").splitlines()
            terminal.line(terminal.styled(line, "bad"))
            for words in hint:
                terminal.line(terminal.styled(words, "dim"))
        terminal.message(f"{count_words(len(arguments.files), 'file')}, {count_words(len(findings), 'finding')}")
    if any(finding.rule in _UNREADABLE for finding in findings):
        return 2
    return 0 if report.ok else 1


def _judged(name: str, kind: str) -> Report:
    if name != "-":
        return validate(Path(name), kind)
    try:
        # A closed standard input is None.
        content = sys.stdin.buffer.read(MAX_INPUT + 1)
    except (AttributeError, OSError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "it is closed"
        return Report(findings=(attrs.evolve(fault("unreadable", f"cannot be read: {reason}"), file=_STANDARD_INPUT),))
    return Report(findings=tuple(attrs.evolve(finding, file=_STANDARD_INPUT) for finding in validate(content, kind).findings))
