"""export: values written in any format, to a file or to standard output."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from iom_content.cli.options import add_dataset, catalog_of
from iom_content.cli.terminal import Terminal
from iom_content.errors import UnreadableInput
from iom_content.query.find import find
from iom_content.serializers.registry import FORMATS, dumps


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", nargs="*", help="ids as for show; every document if none is given")
    parser.add_argument("--format", default="json", help=f"one of {', '.join(FORMATS)} (default: json)")
    parser.add_argument("--output", default="-", metavar="PATH", help="where to write; - is standard output (default)")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Write the values; a file is there whole or not at all."""
    catalog = catalog_of(arguments)
    values = tuple(find(catalog, name)[0] for name in arguments.id) or tuple(catalog.documents.values())
    text = dumps(values[0] if len(values) == 1 else values, arguments.format, catalog=catalog)
    if arguments.output == "-":
        terminal.write(text)
        return 0
    written = _write(Path(arguments.output), text, force=arguments.force)
    terminal.message(f"iom-content: wrote {written} bytes to {arguments.output}")
    return 0


def _write(target: Path, text: str, *, force: bool) -> int:
    content = text.encode()
    try:
        if target.is_dir():
            raise UnreadableInput(str(target), "a folder, not a file")
        if target.exists() and not force:
            raise UnreadableInput(str(target), "exists already", "--force replaces it")
        # Written beside the target, so that taking its place is one step that cannot be half done.
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            # A temporary file is its owner's alone; the result gets the permissions that any new file would have.
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnreadableInput(str(target), f"cannot be written: {error.strerror}") from None
    return len(content)
