"""verify: digests of a dataset's files recomputed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from iom_content.cli.options import add_dataset, add_format
from iom_content.cli.terminal import Terminal
from iom_content.dataset.load import data_files
from iom_content.dataset.verify import verify_dataset
from iom_content.errors import amount
from iom_content.model.report import Report
from iom_content.release import DATA_VERSION
from iom_content.serializers.registry import dumps
from iom_content.serializers.wording import visible

if TYPE_CHECKING:
    from importlib_resources.abc import Traversable


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_format(parser, "text", "json")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print each damaged, missing or extra file; 1 if there is one."""
    report = verify_dataset(arguments.dataset, path=arguments.path)
    own = arguments.path is not None
    name = visible(arguments.path) if own else f"dataset {arguments.dataset or DATA_VERSION}"
    if arguments.format == "json":
        terminal.write(dumps(report), "json")
    elif report.ok:
        files = amount(files_of(arguments.dataset, arguments.path), "file")
        # Nothing proves the manifest of somebody else's folder.
        terminal.line(f"{name}: {terminal.styled('ok', 'good')}, {files}, as {'its manifest says' if own else 'released'}")
    else:
        complain(report, name, terminal)
    return 0 if report.ok else 1


def complain(report: Report, name: str, terminal: Terminal) -> None:
    """Print each file of a dataset that is not what it should be, and a message that says what to do.

    Args:
        report: What verifying it found; not ok.
        name: What to call the dataset.
        terminal: Where it goes.
    """
    for finding in report.findings:
        terminal.line(terminal.styled(visible(finding.message), "bad"))
    terminal.message(f"iom-content: {name} is damaged: {amount(len(report.findings), 'finding')} (hint: {report.findings[0].hint})")


def files_of(version: str | None, path: str | None) -> int:
    """Count the files of a dataset, the manifest included.

    Args:
        version: A bundled version, the current one if it is None.
        path: A folder, which then is counted instead.
    """
    return _count(data_files(version) if path is None else Path(path))


def _count(folder: Path | Traversable) -> int:
    return sum(_count(entry) if entry.is_dir() else 1 for entry in folder.iterdir())
