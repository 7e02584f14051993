"""tree: published section trees."""

from __future__ import annotations

import argparse

from iom_content.cli.layout import branches, wrapped
from iom_content.cli.options import add_dataset, add_format, catalog_of, json_text
from iom_content.cli.terminal import Terminal
from iom_content.model.catalog import Lookup
from iom_content.model.organization import Organization, Section
from iom_content.query.walk import walk
from iom_content.serializers.wording import visible


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", nargs="?", help="an organization or a section; all organizations if it is left out")
    parser.add_argument("--ids", action="store_true", help="show ids beside titles")
    add_format(parser, "text", "json")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the trees; as JSON, one flat list in reading order."""
    catalog = catalog_of(arguments)
    every: dict[str, Organization | Section] = {**catalog.sections, **catalog.organizations}
    tops = Lookup("organization or section", every)
    roots = (*catalog.organizations.values(),) if arguments.id is None else (tops[arguments.id],)
    if arguments.format == "json":
        rows = [
            {"id": section.id, "title": section.title, "parent": above[-1].id if above else None, "level": len(above) + 1}
            for root in roots
            for section, above in walk(root)
        ]
        terminal.write(json_text(rows), "json")
        return 0
    for root in roots:
        title, below = (root.name, root.sections) if isinstance(root, Organization) else (root.title, root.children)
        for line in wrapped(_named(title, root.id, arguments), terminal.width):
            terminal.line(terminal.styled(line, "title"))
        for first, rest, section in branches(below):
            for line in wrapped(_named(section.title, section.id, arguments), terminal.width, first, rest):
                terminal.line(line)
    return 0


def _named(title: str, key: str, arguments: argparse.Namespace) -> str:
    return visible(f"{title} ({key})" if arguments.ids else title)
