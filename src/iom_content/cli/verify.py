"""verify: digests of a dataset's files recomputed."""

from __future__ import annotations

import argparse

from iom_content.cli.options import add_format
from iom_content.cli.terminal import Terminal
from iom_content.dataset.verify import verify_dataset
from iom_content.release import DATA_VERSION
from iom_content.serializers.registry import dumps
from iom_content.serializers.wording import visible


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--dataset", metavar="VERSION", help="a bundled version; the current one if it is left out")
    which.add_argument("--path", metavar="FOLDER", help="a dataset folder of your own")
    add_format(parser, "text", "json")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print each damaged, missing or extra file; 1 if there is one."""
    report = verify_dataset(arguments.dataset, path=arguments.path)
    name = visible(arguments.path) if arguments.path else f"dataset {arguments.dataset or DATA_VERSION}"
    if arguments.format == "json":
        terminal.write(dumps(report))
    elif report.ok:
        terminal.line(f"{name}: {terminal.styled('ok', 'good')}, every file is the one its digest names")
    else:
        for finding in report.findings:
            terminal.line(terminal.styled(visible(finding.message), "bad"))
        terminal.message(f"iom-content: {name}: {len(report.findings)} of its files differ (hint: {report.findings[0].hint})")
    return 0 if report.ok else 1
