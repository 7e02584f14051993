"""info: versions, places, counts and limits."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterator
from typing import cast

from iom_content.checks.prose.check import MAX_PROSE
from iom_content.cli.layout import fact
from iom_content.cli.options import add_dataset, add_format, catalog_of, json_text
from iom_content.cli.terminal import Terminal
from iom_content.codec.findings import MAX_FINDINGS
from iom_content.codec.json_text import MAX_DEPTH, MAX_INPUT
from iom_content.codec.kinds import KINDS
from iom_content.codec.yaml_text import MAX_ALIASED, MAX_YAML
from iom_content.dataset.load import data_files, versions
from iom_content.model.constraints import MAX_INTEGER, MAX_SECTION_DEPTH
from iom_content.query.find import collections
from iom_content.release import SCHEMA_VERSION, __version__
from iom_content.serializers.registry import FORMATS
from iom_content.serializers.wording import visible


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_format(parser, "text", "json")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the facts of this installation and the counts of a dataset."""
    catalog = catalog_of(arguments)
    facts: dict[str, object] = {
        "package": __version__,
        "dataset": catalog.version,
        "datasets": list(versions()),
        "schema": SCHEMA_VERSION,
        "kinds": list(KINDS),
        "formats": list(FORMATS),
        "data": arguments.path or str(data_files(arguments.dataset)),
        "python": platform.python_version(),
        "counts": {f"{kind}s": len(each) for kind, each in collections(catalog).items()},
        "limits": {
            "bytes of an input": MAX_INPUT,
            "bytes of YAML": MAX_YAML,
            "values of aliases": MAX_ALIASED,
            "levels of nesting": MAX_DEPTH,
            "levels of sections": MAX_SECTION_DEPTH,
            "largest integer": MAX_INTEGER,
            "length of articles": MAX_PROSE,
            "findings listed": MAX_FINDINGS,
        },
    }
    if arguments.format == "json":
        terminal.write(json_text(facts), "json")
        return 0
    rows = [*_rows(facts)]
    column = max(len(label) for label, _ in rows) + 2
    for label, words in rows:
        # Names wrap between them; a path stands whole in its line, to be copied.
        if isinstance(words, str):
            terminal.line(f"{terminal.styled(label.ljust(column), 'label')}{visible(words)}")
            continue
        for line in fact(label, ", ".join(words), terminal, column):
            terminal.line(line)
    return 0


def _rows(facts: dict[str, object]) -> Iterator[tuple[str, str | list[str]]]:
    for label, found in facts.items():
        if isinstance(found, dict):
            yield from _rows(cast("dict[str, object]", found))
        else:
            yield label, cast("list[str]", found) if isinstance(found, list) else str(found)
