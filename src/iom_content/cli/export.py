"""export: values written in any format, to a file or to standard output."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

from iom_content.cli.options import add_dataset, catalog_of
from iom_content.cli.replacing import put
from iom_content.cli.terminal import Terminal
from iom_content.errors import UnreadableInput, amount
from iom_content.model.catalog import Lookup
from iom_content.query.find import find
from iom_content.serializers.registry import FORMATS, dumps

# Those for reports alone are known too: asking for one of them has an answer of its own.
_WRITTEN: Final = Lookup("format", {name: each for name, each in FORMATS.items() if not each.reports_only})


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", nargs="*", help="ids as for show; every document if none is given")
    parser.add_argument("--format", default="json", help=f"one of {', '.join(_WRITTEN)} (default: json)")
    parser.add_argument("--output", default="-", metavar="PATH", help="where to write; - is standard output (default)")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Write the values, in UTF-8 on every system; a file is there whole or not at all."""
    form = arguments.format if arguments.format in FORMATS else _WRITTEN[arguments.format].name
    catalog = catalog_of(arguments)
    values = tuple(find(catalog, name)[0] for name in arguments.id) or tuple(catalog.documents.values())
    text = dumps(values[0] if len(values) == 1 else values, form, catalog=catalog)
    if arguments.output == "-":
        terminal.content(text, form)
        return 0
    written = _write(Path(arguments.output), text, force=arguments.force)
    terminal.message(f"iom-content: wrote {amount(written, 'byte')} to {arguments.output}")
    return 0


def _write(path: Path, text: str, *, force: bool) -> int:
    content = text.encode()
    try:
        # A link stays: what it leads to is written.
        target = Path(os.path.realpath(path))
        old = _replaceable(path, target, force=force)
        put(target, content, old, replaces=force)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be written: {error.strerror}") from None
    return len(content)


def _replaceable(path: Path, target: Path, *, force: bool) -> int | None:
    """Return the permissions of the file that is to be replaced, or None if there is none."""
    if not target.exists():
        return None
    if target.is_dir():
        raise UnreadableInput(str(path), "a folder, not a file")
    if not target.is_file():
        # A device or a pipe must never be replaced by a file.
        raise UnreadableInput(str(path), "not a regular file", "--output - writes to standard output")
    if not force:
        raise _exists(path)
    return target.stat().st_mode & 0o777


def _exists(path: Path) -> UnreadableInput:
    return UnreadableInput(str(path), "exists already", "--force replaces it")
