"""cite: how to name the source of a text."""

from __future__ import annotations

import argparse

from iom_content.cli.layout import wrapped
from iom_content.cli.options import add_dataset, add_format, catalog_of
from iom_content.cli.terminal import Terminal
from iom_content.errors import InvalidValue, shown
from iom_content.model.catalog import Term
from iom_content.query import cite as citations
from iom_content.query.find import find


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", help="id of a statement, organization, section or document; `kind:id` where two share one")
    parser.add_argument("place", nargs="?", help="label of a place in it, such as p4 or title; the whole if it is left out")
    add_format(parser, *citations.CITATION_FORMATS)
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the citation, wrapped on a terminal; those for programs are the same bytes on a pipe as in a file."""
    catalog = catalog_of(arguments)
    value = find(catalog, arguments.id)[0]
    if isinstance(value, Term):
        raise InvalidValue("cite", "/id", "that of a statement, organization, section or document", f"the term {shown(arguments.id)}")
    text = citations.cite(value, arguments.place, format=arguments.format, catalog=catalog)
    if arguments.format == "text":
        for line in (text,) if terminal.fitting is None else wrapped(text, terminal.fitting):
            terminal.line(line)
    else:
        terminal.content(text, "json" if arguments.format == "csl-json" else "text")
    return 0
