"""check: articles held to the official text, every fault with its place; what is beyond doubt is mended if asked."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import attrs

from iom_content.checks.prose.check import Judged, judge_prose
from iom_content.checks.prose.extract import SUFFIXES, SYNTAXES
from iom_content.checks.prose.fixing import mended
from iom_content.checks.prose.rules import PROSE_RULES, rules_of
from iom_content.checks.prose.settings import Settings, joined, settings_of
from iom_content.cli.options import add_dataset, catalog_of
from iom_content.cli.progress import Progress
from iom_content.cli.replacing import put
from iom_content.cli.reports import add_report_format, code_of, complain, write_report
from iom_content.cli.sources import Source, content_of, sources_of, unread
from iom_content.cli.terminal import Terminal
from iom_content.errors import UnreadableInput, amount
from iom_content.model.report import Finding

_BOM: Final = "\ufeff"
_PROJECT: Final = "pyproject.toml"


class _Checked(NamedTuple):
    """What became of one input."""

    findings: tuple[Finding, ...]
    text: str = ""
    """The text that the findings are about."""
    mends: int = 0
    diff: str = ""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    suffixes = ", ".join(SUFFIXES)
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"a file; a folder, of which all {suffixes} are read; - is standard input")
    parser.add_argument(
        "--syntax", choices=tuple(SYNTAXES), help="how they are written; a file's suffix tells if it is left out, else text"
    )
    parser.add_argument(
        "--rule", action="append", metavar="RULE", help=f"apply this rule and no others but those named so: {', '.join(PROSE_RULES)}"
    )
    parser.add_argument("--ignore", action="append", default=[], metavar="RULE", help="do not apply this rule")
    parser.add_argument("--config", metavar="FILE", help=f"where [tool.iom-content] stands; the nearest {_PROJECT} if it is left out")
    parser.add_argument(
        "--fix", action="store_true", help="put official words back where nothing else can be meant, then list what is left"
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add_report_format(output)
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print every fault of every article; 1 if there is one, 2 if an input could not be read."""
    if arguments.fix and not arguments.diff and "-" in arguments.files:
        raise UnreadableInput("standard input", "it cannot be mended in place", "--diff shows the mends")
    settings, findings, project = _settings(arguments.config)
    settings = joined(settings, arguments.rule, arguments.ignore)
    # Wrong names are told before the first file is read.
    rules_of(settings.rules, settings.ignore)
    catalog = catalog_of(arguments)

    def judge(content: str | bytes, syntax: str) -> tuple[Judged, ...]:
        return judge_prose(
            content, catalog=catalog, syntax=syntax, rules=settings.rules, ignore=settings.ignore, severity=settings.severity
        )

    shows = arguments.format == "text" and not arguments.diff
    for finding in findings if shows else ():
        complain(finding, project, terminal)
    sources = [*sources_of(arguments.files, SUFFIXES)]
    progress = Progress(terminal, len(sources))
    mends = 0
    for done, source in enumerate(sources):
        progress.tell(done)
        syntax = arguments.syntax or SUFFIXES.get(Path(source.name).suffix.lower(), "text")
        checked = _checked(source, partial(judge, syntax=syntax), arguments)
        findings += checked.findings
        mends += checked.mends
        if (shows and checked.findings) or checked.diff:
            progress.clear()
            terminal.content(checked.diff, "text")
            for finding in checked.findings if shows else ():
                complain(finding, checked.text, terminal)
    progress.clear()
    if arguments.format == "text":
        told = f", {amount(mends, 'mend')}" if arguments.fix or arguments.diff else ""
        terminal.message(f"{amount(len(sources), 'file')}, {amount(len(findings), 'finding')}{told}")
    else:
        write_report(findings, arguments.format, terminal)
    return code_of(findings)


def _settings(given: str | None) -> tuple[Settings, list[Finding], str]:
    """Return what the project asks for, what is wrong with that, and the text that says so."""
    path = Path(given) if given is not None else _nearest()
    if path is None:
        return Settings(), [], ""
    source = Source(str(path), path)
    content = content_of(source)
    if isinstance(content, Finding):
        return Settings(), [content], ""
    text = content.decode(errors="replace").removeprefix(_BOM)
    settings, findings = settings_of(text, source.name)
    return settings, [*findings], text


def _nearest() -> Path | None:
    """Return the pyproject.toml of the working folder or the nearest one above, as users would name it."""
    here = Path.cwd()
    found = next((folder / _PROJECT for folder in (here, *here.parents) if (folder / _PROJECT).is_file()), None)
    return found if found is None or found.parent != here else Path(_PROJECT)


def _checked(source: Source, judge: Callable[[str | bytes], tuple[Judged, ...]], arguments: argparse.Namespace) -> _Checked:
    content = content_of(source)
    if isinstance(content, Finding):
        return _Checked((content,))
    judged = judge(content)
    if not judged:
        return _Checked(())
    text = content.decode("utf-8", errors="replace")
    mends, diff = 0, ""
    if (arguments.fix or arguments.diff) and any(each.edits for each in judged):
        mark = _BOM if text.startswith(_BOM) else ""
        after, mends = mended(text.removeprefix(_BOM), judge)
        after = mark + after
        if arguments.diff:
            diff = "".join(_diff(text, after, source.name))
        else:
            problem = _written(source, after)
            if problem is not None:
                return _Checked((problem,))
            text, judged = after, judge(after)
    return _Checked(tuple(attrs.evolve(each.finding, file=source.name) for each in judged), text.removeprefix(_BOM), mends, diff)


def _written(source: Source, text: str) -> Finding | None:
    """Put a mended article in place of the file; return what kept it from that."""
    assert source.path is not None
    try:
        # A link stays: what it leads to is written.
        target = Path(os.path.realpath(source.path))
        put(target, text.encode(), target.stat().st_mode & 0o7777)
    except OSError as error:
        return unread(source, f"it cannot be written: {error.strerror}")
    return None


def _diff(before: str, after: str, name: str) -> Iterator[str]:
    for line in unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]
