"""schema: the JSON Schema of a kind of record."""

from __future__ import annotations

import argparse

from iom_content.cli.options import json_text
from iom_content.cli.terminal import Terminal
from iom_content.codec.kinds import KINDS
from iom_content.codec.schema import json_schema


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("kind", help=f"one of {', '.join(KINDS)}")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the schema."""
    terminal.write(json_text(json_schema(arguments.kind)), "json")
    return 0
