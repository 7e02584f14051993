"""concordance: every occurrence of words with what stands around it."""

from __future__ import annotations

import argparse

from iom_content.cli.options import add_dataset, add_format, catalog_of, csv_text, whole_number
from iom_content.cli.terminal import Terminal
from iom_content.query.concordance import concordance
from iom_content.serializers.occurrences import line_lines
from iom_content.serializers.registry import dumps

_HEADER = ("value_id", "label", "left", "match", "right", "start", "end", "url")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("phrase", metavar="WORDS", help="one word or several in a row; * stands for any letters, or for any word")
    parser.add_argument("--width", metavar="N", type=whole_number, default=30, help="how much is shown on each side (default: 30)")
    parser.add_argument("--unit", choices=("characters", "words"), default="characters", help="what the width counts (default: characters)")
    parser.add_argument("--sort", choices=("left", "right"), help="sort by the words before or behind; else in reading order")
    add_format(parser, "text", "json", "csv")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the occurrences, all of them; 1 if there are none."""
    lines = concordance(arguments.phrase, catalog=catalog_of(arguments), width=arguments.width, unit=arguments.unit, sort=arguments.sort)
    if arguments.format == "json":
        terminal.write(dumps(lines), "json")
    elif arguments.format == "csv":
        terminal.content(csv_text(_HEADER, [[getattr(line, name) for name in _HEADER] for line in lines]), "text")
    else:
        for line in line_lines(lines, terminal.styled, terminal.fitting):
            terminal.line(line)
    return 0 if lines else 1
