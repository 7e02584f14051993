"""validate: records judged, every fault with its place."""

from __future__ import annotations

import argparse

import attrs

from iom_content.checks.records import judge
from iom_content.cli.progress import Progress
from iom_content.cli.reports import add_report_format, code_of, complain, write_report
from iom_content.cli.sources import Source, content_of, sources_of
from iom_content.cli.terminal import Terminal
from iom_content.codec.kinds import KINDS
from iom_content.codec.texts import SUFFIXES, SYNTAXES, syntax_of
from iom_content.errors import amount
from iom_content.model.report import Finding


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    suffixes = ", ".join(SUFFIXES)
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"a file; a folder, of which all {suffixes} are read; - is standard input")
    parser.add_argument("--kind", help=f"what the records are: {', '.join(KINDS)}; their keys tell if it is left out")
    parser.add_argument(
        "--syntax", choices=tuple(SYNTAXES), help="how they are written; a file's suffix tells if it is left out, else json"
    )
    add_report_format(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print every fault of every file; 1 if there is one, 2 if a file could not be read."""
    cls = None if arguments.kind is None else KINDS[arguments.kind]
    sources = [*sources_of(arguments.files, SUFFIXES)]
    progress = Progress(terminal, len(sources))
    findings: list[Finding] = []
    for done, source in enumerate(sources):
        progress.tell(done)
        found, text = _judged(source, cls, arguments.syntax)
        findings += found
        if found and arguments.format == "text":
            progress.clear()
            for finding in found:
                complain(finding, text, terminal)
    progress.clear()
    if arguments.format != "text":
        write_report(findings, arguments.format, terminal)
    else:
        terminal.message(f"{amount(len(sources), 'file')}, {amount(len(findings), 'finding')}")
    return code_of(findings)


def _judged(source: Source, cls: type | None, syntax: str | None) -> tuple[tuple[Finding, ...], str]:
    """Return the findings of an input, and its text for showing lines of it."""
    content = content_of(source)
    if isinstance(content, Finding):
        return (content,), ""
    findings = judge(content, cls, syntax=syntax or syntax_of(source.name))
    text = content.decode("utf-8-sig", errors="replace") if findings else ""
    return tuple(attrs.evolve(finding, file=source.name) for finding in findings), text
