"""search: places of official texts that hold what a query asks for."""

from __future__ import annotations

import argparse

from iom_content.cli.options import add_dataset, add_format, add_limit, catalog_of, csv_text
from iom_content.cli.terminal import Terminal
from iom_content.query.question import parse_query
from iom_content.query.search import search
from iom_content.serializers.occurrences import hit_lines
from iom_content.serializers.registry import dumps

_HEADER = ("value_id", "label", "snippet", "words", "url")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("query", metavar="QUERY", help='words, "phrases", begin*, AND, OR, NOT, NEAR(a b, 5), brackets')
    add_limit(parser, 10)
    add_format(parser, "text", "json", "csv")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the hits, the best first; 1 if there are none."""
    notes = parse_query(arguments.query).notes
    if notes:
        terminal.message(f"iom-content: the query was read leniently: {', '.join(notes)}")
    hits = search(arguments.query, catalog=catalog_of(arguments), limit=arguments.limit)
    if arguments.format == "json":
        terminal.write(dumps(hits), "json")
    elif arguments.format == "csv":
        rows = [
            (hit.value_id, hit.label, hit.snippet, " ".join(hit.block_text[span.start : span.end] for span in hit.spans), hit.url)
            for hit in hits
        ]
        terminal.content(csv_text(_HEADER, rows), "text")
    else:
        for hit in hits:
            for line in hit_lines(hit, terminal.styled, terminal.fitting):
                terminal.line(line)
    return 0 if hits else 1
