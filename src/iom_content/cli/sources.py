"""What a verb is to judge: files, folders and the standard input; what cannot be read is a finding, and stops nothing."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from iom_content.codec.findings import carried, fault
from iom_content.codec.json_text import MAX_INPUT, encoding_of
from iom_content.model.report import Finding

__all__ = ["STANDARD_INPUT", "UNREADABLE", "Source", "content_of", "sources_of", "unread"]

STANDARD_INPUT: Final = "standard input"
"""What findings call the standard input."""

# UTF-16 with a mark is text, though full of zeros; who reads it tells its name.
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")

UNREADABLE: Final = frozenset(("encoding", "too-large", "unreadable"))
"""Rules of input that could not be read: they judge nothing, and the exit status says so."""


@attrs.frozen
class Source:
    """One input of a verb."""

    name: str
    """What findings call it: the path as it was given, or found below a folder that was."""
    path: Path | None
    """The file; None for the standard input."""
    problem: str = ""
    """Why it cannot be read, where that is known already."""


def sources_of(names: Sequence[str], suffixes: Collection[str]) -> Iterator[Source]:
    """Yield each input that arguments name: a file whatever its suffix, a folder's files of some suffixes, `-` the standard input.

    Folders are read to their depth, in order of names, without what begins with a dot. A link is followed; one that leads back
    to a folder above it is an input that cannot be read, and so is a folder that holds nothing to read.

    Args:
        names: The arguments.
        suffixes: What the names of files in folders must end in, dots included, in lower case.

    Example:
        >>> [source.name for source in sources_of(["-", "a.json"], (".json",))]
        ['standard input', 'a.json']
    """
    for name in names:
        if name == "-":
            yield Source(STANDARD_INPUT, None)
        elif os.path.isdir(name):  # noqa: PTH112 - unlike pathlib's it takes any text, also what names nothing
            found = False
            for source in _below(Path(name), suffixes, ()):
                found = True
                yield source
            if not found:
                yield Source(_told(Path(name)), Path(name), f"no file in it ends in {', '.join(sorted(suffixes))}")
        else:
            yield Source(_told(Path(name)), Path(name))


def _below(folder: Path, suffixes: Collection[str], above: tuple[tuple[int, int], ...]) -> Iterator[Source]:
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Source(_told(folder), folder, "a link that leads back to a folder above it")
            return
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Source(_told(folder), folder, _reason(error))
        return
    for entry in entries:
        if entry.is_dir():
            yield from _below(entry, suffixes, (*above, here))
        elif entry.suffix.lower() in suffixes:
            yield Source(_told(entry), entry, _unsuited(entry))


def _unsuited(path: Path) -> str:
    # A pipe among the files of a folder would wait for somebody to write into it.
    try:
        return "" if stat.S_ISREG(path.stat().st_mode) else "no regular file"
    except OSError as error:
        return _reason(error)


def content_of(source: Source) -> bytes | Finding:
    """Return the bytes of an input, or the finding that says why they cannot be had.

    Args:
        source: The input; of one that is too large no more is read than tells so.

    Example:
        >>> str(content_of(Source("none.json", Path("none.json"))))
        'none.json: cannot be read: No such file or directory'
    """
    if source.problem:
        return unread(source, source.problem)
    try:
        if source.path is not None:
            with source.path.open("rb") as file:
                content = file.read(MAX_INPUT + 1)
        else:
            # A closed standard input is None.
            content = sys.stdin.buffer.read(MAX_INPUT + 1)
    except AttributeError:
        return unread(source, "it is closed")
    except (OSError, ValueError) as error:
        return unread(source, _reason(error))
    if len(content) > MAX_INPUT:
        return attrs.evolve(fault("too-large", f"longer than {MAX_INPUT} bytes", hint="split it"), file=source.name)
    zero = content.find(b"\0")
    if zero < 0 or content.startswith(_WIDE):
        return content
    above = content.count(b"\n", 0, zero)
    place = (above + 1, len(content[content.rfind(b"\n", 0, zero) + 1 : zero].decode(errors="replace")) + 1)
    other = encoding_of(content)
    hint = None if other is None else f"it looks like {other}; save it as UTF-8"
    return attrs.evolve(fault("encoding", f"no text: byte 0x00 at offset {zero}", place=place, hint=hint), file=source.name)


def unread(source: Source, problem: str, hint: str | None = None) -> Finding:
    """Return the finding for an input that cannot be read.

    Args:
        source: The input.
        problem: Why.
        hint: What to do about it.
    """
    return attrs.evolve(fault("unreadable", f"cannot be read: {problem}", hint=hint), file=source.name)


def _told(path: Path) -> str:
    # A name may hold bytes that no encoding carries.
    return carried(str(path))


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
