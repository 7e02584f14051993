"""The index of a dataset folder in a file: built beside it, put in its place when whole, built anew when the folder changes."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path

from iom_content.dataset.load import load
from iom_content.errors import UnreadableInput
from iom_content.query.in_sqlite import LAYOUT, InSqlite, fill, stamp_of
from iom_content.query.spots import spots_of

__all__ = ["index_in_file"]


def index_in_file(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> InSqlite:
    """Return the index that a file keeps, built if the file has none that fits.

    Args:
        source: A dataset folder.
        target: The file.

    Raises:
        UnreadableInput: The folder cannot be read, the file cannot be written or lies in the folder.
    """
    folder, file = Path(source), Path(target)
    if not folder.is_dir():
        raise UnreadableInput(str(folder), "no such folder")
    if file.resolve().is_relative_to(folder.resolve()):
        raise UnreadableInput(str(file), "lies in the dataset folder, whose files the manifest lists", "keep the index beside it")
    digest = _digest(folder)
    try:
        if file.exists():
            connection = _opened(file)
            if stamp_of(connection) == (LAYOUT, digest):
                return InSqlite(connection)
            connection.close()
        _build(folder, file, digest)
        return InSqlite(_opened(file))
    except (OSError, sqlite3.Error) as error:
        raise UnreadableInput(str(file), f"cannot be written or read: {error}") from None


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _build(folder: Path, file: Path, digest: str) -> None:
    """Build the index beside the file and put it in its place when it is whole."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".part", dir=file.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(name)
        try:
            fill(connection, spots_of(load(path=folder)), digest)
        finally:
            connection.close()
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _digest(folder: Path) -> str:
    """Return a digest of the names and the content of all files of a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            whole.update(hashlib.sha256(name).digest())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
