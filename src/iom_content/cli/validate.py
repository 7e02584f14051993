"""validate: records judged, every fault with its place."""

from __future__ import annotations

import argparse
from typing import Final

import attrs

from iom_content.checks.records import judge
from iom_content.cli.progress import Progress
from iom_content.cli.sources import UNREADABLE, Source, content_of, sources_of
from iom_content.cli.terminal import Terminal
from iom_content.codec.kinds import KINDS
from iom_content.codec.texts import SUFFIXES, SYNTAXES, syntax_of
from iom_content.model.report import Finding, Report
from iom_content.serializers.registry import dumps
from iom_content.serializers.wording import count_words

_FORMATS: Final = ("text", "json", "sarif", "github", "junit", "markdown")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    suffixes = ", ".join(SUFFIXES)
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"a file; a folder, of which all {suffixes} are read; - is standard input")
    parser.add_argument("--kind", help=f"what the records are: {', '.join(KINDS)}; their keys tell if it is left out")
    parser.add_argument(
        "--syntax", choices=tuple(SYNTAXES), help="how they are written; a file's suffix tells if it is left out, else json"
    )
    parser.add_argument("--format", choices=_FORMATS, default="text", help="form of the output (default: text)")


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
                _complain(finding, text, terminal)
    progress.clear()
    report = Report(findings=tuple(findings))
    if arguments.format == "json":
        terminal.write(dumps(report), "json")
    elif arguments.format != "text":
        terminal.content(dumps(report, arguments.format), arguments.format)
    else:
        terminal.message(f"{count_words(len(sources), 'file')}, {count_words(len(findings), 'finding')}")
    if any(finding.rule in UNREADABLE for finding in findings):
        return 2
    return 0 if report.ok else 1


def _judged(source: Source, cls: type | None, syntax: str | None) -> tuple[tuple[Finding, ...], str]:
    """Return the findings of an input, and its text for showing lines of it."""
    content = content_of(source)
    if isinstance(content, Finding):
        return (content,), ""
    findings = judge(content, cls, syntax=syntax or syntax_of(source.name))
    text = content.decode("utf-8-sig", errors="replace") if findings else ""
    return tuple(attrs.evolve(finding, file=source.name) for finding in findings), text


def _complain(finding: Finding, text: str, terminal: Terminal) -> None:
    # Of what could not be read as text there is no line to show.
    sources = None if finding.rule in UNREADABLE else {finding.file or "": text}
    line, *rest = dumps(finding, "text", sources=sources).splitlines()
    terminal.line(terminal.styled(line, "bad"))
    for words in rest:
        terminal.line(terminal.styled(words, "dim"))
