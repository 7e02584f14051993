"""dataset: a dataset of one's own begun, or derived anew from what was captured and decided."""

from __future__ import annotations

import argparse
from pathlib import Path

from iom_content.cli.options import whole_number
from iom_content.cli.terminal import Terminal
from iom_content.dataset.build import build
from iom_content.dataset.growing import begun, raw_of
from iom_content.dataset.writing import write_folder
from iom_content.errors import UnreadableInput, amount


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("action", choices=("init", "build"), help="init begins a dataset; build derives its files anew")
    parser.add_argument("folder", help="its folder")
    parser.add_argument("--title", help="its title, for init (default: the folder's name)")
    parser.add_argument("--version", default="1", help="its version, for init (default: 1)")
    parser.add_argument("--jobs", metavar="N", type=whole_number, default=1, help="how many processes read (default: 1)")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Write the dataset's files; nothing if they are as they should be."""
    folder = Path(arguments.folder)
    if arguments.action == "init":
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UnreadableInput(str(folder), "exists already", "name a new folder")
        raw, read = begun(arguments.version, arguments.title or folder.absolute().name), None
    else:
        raw = read = raw_of(folder)
    count = write_folder(folder, build(raw, jobs=arguments.jobs), read=read)
    terminal.message(f"iom-content: {arguments.folder}: {amount(count, 'file')} written")
    return 0
