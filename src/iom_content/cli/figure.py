"""figure: whether a number is what official texts state."""

from __future__ import annotations

import argparse

from iom_content.checks.figures import FIGURE_NAMES, check_figure
from iom_content.cli.options import add_dataset, add_format, catalog_of
from iom_content.cli.terminal import Terminal
from iom_content.model.kinds import Qualifier
from iom_content.serializers.figures import figure_lines
from iom_content.serializers.registry import dumps


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", metavar="NAME", help=f"what is counted: {', '.join(FIGURE_NAMES)}")
    parser.add_argument("value", metavar="VALUE", help="the number, in digits or words, also with words such as 'more than' beside it")
    parser.add_argument(
        "--on", metavar="DATE", help="the year, month or day for which it is said to hold, such as 2018-11; now if it is left out"
    )
    parser.add_argument(
        "--qualifier", metavar="Q", default=Qualifier.EXACTLY.value, help=f"{', '.join(Qualifier)}, if VALUE does not say it"
    )
    parser.add_argument("--organization", metavar="ID", help="id of the organization, if it is another one than iom")
    add_format(parser, "text", "json")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the answer; 1 if the number is neither confirmed nor compatible."""
    catalog = catalog_of(arguments)
    check = check_figure(
        arguments.name,
        arguments.value,
        catalog=catalog,
        on=arguments.on,
        qualifier=arguments.qualifier,
        organization=arguments.organization,
    )
    if arguments.format == "json":
        terminal.write(dumps(check), "json")
    else:
        for line in figure_lines(check, terminal.width, terminal.styled, catalog):
            terminal.line(line)
    return 0 if check.ok else 1
