"""list: ids and titles of what a dataset holds."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from iom_content.cli.options import add_dataset, add_format, catalog_of, csv_text, json_text
from iom_content.cli.terminal import Terminal
from iom_content.query.find import collections
from iom_content.serializers.wording import visible


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    kinds = ("statements", "organizations", "sections", "documents", "terms")
    parser.add_argument("what", nargs="?", choices=kinds, help="only these; everything if it is left out")
    add_format(parser, "text", "json", "csv")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print kind, id and title of each value."""
    found = {kind: each for kind, each in collections(catalog_of(arguments)).items() if arguments.what in (None, f"{kind}s")}
    if arguments.format == "json":
        rows = [{"kind": kind, "id": key, "title": _title(value)} for kind, each in found.items() for key, value in each.items()]
        terminal.write(json_text(rows), "json")
        return 0
    if arguments.format == "csv":
        cells = [(kind, key, _title(value)) for kind, each in found.items() for key, value in each.items()]
        terminal.content(csv_text(("kind", "id", "title"), cells), "text")
        return 0
    for index, (kind, each) in enumerate(found.items()):
        titles = {visible(key): visible(_title(value) or "") for key, value in each.items()}
        if arguments.what is None:
            terminal.write("\n" if index else "")
            terminal.line(terminal.styled(f"{kind}s", "title"))
        for line in _lines(titles, "  " if arguments.what is None else "", terminal.width):
            terminal.line(line)
    return 0


def _lines(titles: Mapping[str, str], indent: str, width: int) -> Iterator[str]:
    """Yield ids and titles in two columns where all fit side by side, else each title below its id."""
    column = max(map(len, titles), default=0)
    aligned = all(len(indent) + column + 2 + len(title) <= width for title in titles.values())
    for key, title in titles.items():
        if aligned or not title:
            yield f"{indent}{key.ljust(column)}  {title}".rstrip()
        else:
            yield from (f"{indent}{key}", f"{indent}  {title}")


def _title(value: object) -> str | None:
    for name in ("title", "name"):
        title = getattr(value, name, None)
        if isinstance(title, str):
            return title
    parts = (getattr(value, "statement", None), getattr(value, "organization", None))
    return next((title for part in parts if part is not None and not isinstance(part, str) and (title := _title(part))), None)
