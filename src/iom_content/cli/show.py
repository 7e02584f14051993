"""show: one value, to read or to process."""

from __future__ import annotations

import argparse

from iom_content.cli.layout import wrapped
from iom_content.cli.options import add_dataset, add_format, catalog_of
from iom_content.cli.terminal import Terminal
from iom_content.query.find import find
from iom_content.serializers.registry import dumps


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", help="id of a statement, organization, section, document or term; `kind:id` where two share one")
    add_format(parser, "text", "json", "markdown")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the value; text in lines of the terminal's width."""
    catalog = catalog_of(arguments)
    value, *others = find(catalog, arguments.id)
    for other in others:
        kind = type(other).__name__.lower()
        terminal.message(f"iom-content: also a {kind}: iom-content show {kind}:{arguments.id}")
    text = dumps(value, arguments.format, catalog=catalog)
    if arguments.format != "text":
        terminal.write(text, arguments.format)
        return 0
    for line in text.splitlines():
        words = line.lstrip(" ")
        indent = " " * (len(line) - len(words))
        for part in wrapped(words, terminal.width, indent, f"{indent}  " if words.startswith("- ") else indent):
            terminal.line(part)
    return 0
