"""tree: published section trees."""

from __future__ import annotations

import argparse

from iom_content.cli.options import add_dataset, catalog_of
from iom_content.cli.terminal import Terminal
from iom_content.model.catalog import Lookup
from iom_content.model.organization import Organization, Section
from iom_content.serializers.wording import visible


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", nargs="?", help="an organization or a section; all organizations if it is left out")
    parser.add_argument("--ids", action="store_true", help="show ids beside titles")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the trees."""
    catalog = catalog_of(arguments)
    every: dict[str, Organization | Section] = {**catalog.sections, **catalog.organizations}
    tops = Lookup("organization or section", every)
    for top in catalog.organizations.values() if arguments.id is None else (tops[arguments.id],):
        title, below = (top.name, top.sections) if isinstance(top, Organization) else (top.title, top.children)
        terminal.line(terminal.styled(_named(title, top.id, arguments), "title"))
        for branch, section in terminal.tree(below):
            terminal.line(f"{branch}{_named(section.title, section.id, arguments)}")
    return 0


def _named(title: str, key: str, arguments: argparse.Namespace) -> str:
    return f"{visible(title)}  ({key})" if arguments.ids else visible(title)
