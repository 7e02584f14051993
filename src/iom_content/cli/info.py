"""info: versions, places and limits."""

from __future__ import annotations

import argparse
import platform

from iom_content.cli.options import add_format, json_line
from iom_content.cli.terminal import Terminal
from iom_content.codec.json_text import MAX_DEPTH, MAX_INPUT
from iom_content.dataset.load import data_files, versions
from iom_content.model.constraints import MAX_INTEGER, MAX_SECTION_DEPTH
from iom_content.release import DATA_VERSION, SCHEMA_VERSION, __version__
from iom_content.serializers.registry import FORMATS


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_format(parser, "text", "json")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the facts of this installation."""
    facts = {
        "package": __version__,
        "dataset": DATA_VERSION,
        "datasets": ", ".join(versions()),
        "schema": SCHEMA_VERSION,
        "formats": ", ".join(FORMATS),
        "data": str(data_files()),
        "python": platform.python_version(),
        "largest input": MAX_INPUT,
        "deepest JSON": MAX_DEPTH,
        "deepest section tree": MAX_SECTION_DEPTH,
        "largest integer": MAX_INTEGER,
    }
    if arguments.format == "json":
        terminal.write(json_line(facts))
        return 0
    for label, fact in facts.items():
        terminal.line(f"{terminal.styled(label.ljust(21), 'label')} {fact}")
    return 0
