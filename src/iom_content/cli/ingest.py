"""ingest: captured pages read, and printed or put into a dataset."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from iom_content.cli.options import whole_number
from iom_content.cli.progress import Progress
from iom_content.cli.reports import code_of
from iom_content.cli.sources import Source, content_of, sources_of, unread
from iom_content.cli.terminal import Terminal
from iom_content.dataset.build import build
from iom_content.dataset.growing import captured_facts, grown, raw_of
from iom_content.dataset.pages import Page, pages_of
from iom_content.dataset.writing import write_folder
from iom_content.errors import ContentError, InvalidValue, UnreadableInput, amount
from iom_content.model.digest import sha256_hex
from iom_content.model.document import Capture, Document
from iom_content.model.report import Finding
from iom_content.serializers.registry import dumps

SUFFIXES: Final = (".htm", ".html", ".txt")
Facts: TypeAlias = tuple[str | None, date | None]


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    suffixes = ", ".join(SUFFIXES)
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"a page; a folder, of which all {suffixes} are read; - is standard input")
    parser.add_argument("--url", help="the address of the page, of one page only")
    parser.add_argument("--captured", metavar="DAY", type=_day, help="the day of capture, YYYY-MM-DD")
    parser.add_argument("--into", metavar="DATASET", help="a dataset folder to put the pages into; without it documents are printed")
    parser.add_argument("--jobs", metavar="N", type=whole_number, default=1, help="how many processes read (default: 1)")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Read every page; what cannot be read is told at the end and stops nothing."""
    sources = [*sources_of(arguments.files, SUFFIXES)]
    if arguments.url is not None:
        _refuse_address(arguments.url, len(sources))
    folder = None if arguments.into is None else Path(arguments.into)
    raw = None if folder is None else raw_of(folder)
    known = {} if raw is None else captured_facts(raw)
    pages, findings, unchanged = _gathered(sources, known, arguments, terminal)
    progress = Progress(terminal, len(pages))
    documents = pages_of([page for _, page in pages], arguments.jobs, progress.tell)
    progress.clear()
    read = [page for (_, page), document in zip(pages, documents, strict=True) if isinstance(document, Document)]
    findings += [_refused(source, found) for (source, _), found in zip(pages, documents, strict=True) if not isinstance(found, Document)]
    if raw is None or folder is None:
        _print([document for document in documents if isinstance(document, Document)], terminal)
    elif read:
        write_folder(folder, build(grown(raw, read), jobs=arguments.jobs), read=raw)
    for finding in findings:
        # Standard output is for the documents alone.
        for line in dumps(finding, "text").splitlines():
            terminal.message(line)
    if folder is not None:
        added = len({sha256_hex(content) for content, _, _ in read})
        words = f"{amount(added, 'page')} added, {unchanged + len(read) - added} unchanged, {len(findings)} failed"
        terminal.message(f"iom-content: {arguments.into}: {words}")
    return code_of(findings)


def _gathered(
    sources: Sequence[Source], known: Mapping[str, Facts], arguments: argparse.Namespace, terminal: Terminal
) -> tuple[list[tuple[Source, Page]], list[Finding], int]:
    """Return the pages to read, what cannot be read, and how many pages the dataset has already."""
    pages: list[tuple[Source, Page]] = []
    findings: list[Finding] = []
    unchanged = 0
    for source in sources:
        content = content_of(source)
        if isinstance(content, Finding):
            findings.append(content)
        elif (digest := sha256_hex(content)) in known:
            unchanged += 1
            url, captured = known[digest]
            if arguments.url not in (None, url) or arguments.captured not in (None, captured):
                words = "is there already with another address or day, or none (hint: state them in decisions.toml)"
                terminal.message(f"iom-content: {source.name}: {words}")
        else:
            pages.append((source, (content, arguments.url, arguments.captured)))
    return pages, findings, unchanged


def _print(documents: list[Document], terminal: Terminal) -> None:
    # One document for people to look at, many for programs that take a line at a time.
    form = "json" if len(documents) == 1 else "jsonl"
    for document in documents:
        terminal.content(dumps(document, form), form)


def _refused(source: Source, error: ContentError) -> Finding:
    # The reader knows no name of a file.
    if isinstance(error, UnreadableInput):
        return unread(source, error.problem, error.hint or None)
    return unread(source, str(error))


def _refuse_address(url: str, count: int) -> None:
    """Say before anything is read that an address is none, or that one address cannot be that of several pages."""
    Capture(text="", sha256=sha256_hex(b""), url=url)
    if count > 1:
        raise InvalidValue("ingest", "/url", "one page of that address", f"{count} files")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a day like 2026-11-23, not {text!r}") from None
