"""What the verbs that judge inputs print: findings as they come, or one report at the end."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from iom_content.cli.sources import UNREADABLE
from iom_content.cli.terminal import Terminal
from iom_content.model.report import Finding, Report
from iom_content.serializers.registry import dumps

__all__ = ["REPORT_FORMATS", "add_report_format", "code_of", "complain", "write_report"]

REPORT_FORMATS: Final = ("text", "json", "sarif", "github", "junit", "markdown")
"""Formats of a report."""


def add_report_format(parser: argparse.ArgumentParser | argparse._MutuallyExclusiveGroup) -> None:
    """Declare the form of the output.

    Args:
        parser: Where it is declared.
    """
    parser.add_argument("--format", choices=REPORT_FORMATS, default="text", help="form of the output (default: text)")


def complain(finding: Finding, text: str, terminal: Terminal) -> None:
    """Print a finding with the line that it is about.

    Args:
        finding: The finding.
        text: The input.
        terminal: Where it goes.
    """
    # Of what could not be read as text there is no line to show.
    sources = None if finding.rule in UNREADABLE else {finding.file or "": text}
    line, *rest = dumps(finding, "text", sources=sources).splitlines()
    terminal.line(terminal.styled(line, "bad"))
    for words in rest:
        terminal.line(terminal.styled(words, "dim"))


def write_report(findings: Sequence[Finding], form: str, terminal: Terminal) -> None:
    """Write all findings as one report in a format for programs.

    Args:
        findings: The findings of all inputs.
        form: One of `REPORT_FORMATS` but `text`.
        terminal: Where it goes.
    """
    report = Report(findings=tuple(findings))
    if form == "json":
        terminal.write(dumps(report), "json")
    else:
        terminal.content(dumps(report, form), form)


def code_of(findings: Sequence[Finding]) -> int:
    """Return the exit code: 2 if an input could not be read, 1 if one has a fault.

    Args:
        findings: The findings of all inputs.

    Example:
        >>> code_of([])
        0
    """
    if any(finding.rule in UNREADABLE for finding in findings):
        return 2
    return 0 if Report(findings=tuple(findings)).ok else 1
