"""validate: records judged, every fault with its place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import attrs

from iom_content.checks.records import validate
from iom_content.cli.options import add_format
from iom_content.cli.terminal import Terminal
from iom_content.codec.json_text import MAX_INPUT
from iom_content.codec.kinds import KINDS
from iom_content.model.report import Report, Severity
from iom_content.serializers.registry import dumps

# Rules of input that could not be read at all: not a judgement of a record.
_UNREADABLE = frozenset({"unreadable"})


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
        terminal.write(dumps(report))
    else:
        for finding in findings:
            terminal.write(_coloured(dumps(finding, "text"), finding.severity, terminal))
        count = len(arguments.files)
        terminal.message(f"{count} file{'' if count == 1 else 's'}, {len(findings)} finding{'' if len(findings) == 1 else 's'}")
    if any(finding.rule in _UNREADABLE for finding in findings):
        return 2
    return 0 if report.ok else 1


def _judged(name: str, kind: str) -> Report:
    if name != "-":
        return validate(Path(name), kind)
    report = validate(sys.stdin.buffer.read(MAX_INPUT + 1), kind)
    return Report(findings=tuple(attrs.evolve(finding, file="standard input") for finding in report.findings))


def _coloured(text: str, severity: Severity, terminal: Terminal) -> str:
    return text.replace(severity.value, terminal.styled(severity.value, "bad"), 1)
