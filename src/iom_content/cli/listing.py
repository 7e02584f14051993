"""list: ids and titles of what a dataset holds."""

from __future__ import annotations

import argparse

from iom_content.cli.options import add_dataset, add_format, catalog_of, json_line
from iom_content.cli.terminal import Terminal
from iom_content.query.find import collections
from iom_content.serializers.wording import visible


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    kinds = ("statements", "organizations", "sections", "documents", "terms")
    parser.add_argument("what", nargs="?", choices=kinds, help="only these; everything if it is left out")
    add_format(parser, "text", "json")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print kind, id and title of each value."""
    found = {kind: each for kind, each in collections(catalog_of(arguments)).items() if arguments.what in (None, f"{kind}s")}
    rows = [(kind, key, _title(value)) for kind, each in found.items() for key, value in each.items()]
    if arguments.format == "json":
        terminal.write(json_line([{"kind": kind, "id": key, "title": title} for kind, key, title in rows]))
        return 0
    for kind, key, title in rows:
        terminal.line(
            f"{kind if arguments.what is None else ''}{'  ' if arguments.what is None else ''}{key}  {visible(title or '')}".rstrip()
        )
    return 0


def _title(value: object) -> str | None:
    for name in ("title", "name"):
        title = getattr(value, name, None)
        if isinstance(title, str):
            return title
    statement = getattr(value, "statement", None)
    return None if statement is None else _title(statement)
