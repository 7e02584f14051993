"""Indexes of places: built once, kept for a catalog, or held in a file beside a dataset folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from iom_content.dataset.load import load
from iom_content.errors import UnreadableInput
from iom_content.model.catalog import Catalog
from iom_content.query.in_memory import InMemory
from iom_content.query.spots import Searchable, Spot, spots_of

if TYPE_CHECKING:
    from iom_content.query.question import Node

__all__ = ["Index", "index_of", "open_index"]

_SMALL: Final = 2_000
_KEPT: Final = 8


class _Way(Protocol):
    """A way of searching places."""

    def spots(self) -> list[Spot]: ...
    def best(self, tree: Node, limit: int | None) -> list[Spot]: ...


class Index:
    """Places made ready to be searched; `open_index` makes one, `search` and `concordance` take it.

    Example:
        >>> import iom_content as iom
        >>> iom.open_index(iom.load())
        <Index of 21 places>
    """

    __slots__ = ("_way",)

    def __init__(self, way: _Way) -> None:
        """Take a filled index over; `open_index` makes one from values."""
        self._way = way

    def __repr__(self) -> str:
        return f"<Index of {len(self._way.spots())} places>"

    def spots(self) -> list[Spot]:
        """Return every place that has words, in order."""
        return self._way.spots()

    def best(self, tree: Node, limit: int | None) -> list[Spot]:
        """Return the places that satisfy a query, the best first, at most so many."""
        return self._way.best(tree, limit)


def open_index(source: Catalog | Iterable[Searchable] | str | os.PathLike[str], file: str | os.PathLike[str] | None = None) -> Index:
    """Return an index of a dataset, or of any values.

    A file keeps the index of a dataset folder: it is built when it is missing, unfinished, of another form or made from
    other content than the folder now holds, which a digest of all its files tells; a build that is cut short leaves the
    old file. Without sqlite3 no file is written, and the answers are the same.

    Args:
        source: A catalog; statements, sections, organizations and documents; or a dataset folder.
        file: Where the index of a folder is kept, outside the folder; in memory if it is None.

    Returns:
        The index.

    Raises:
        UnreadableInput: The folder cannot be read, the file cannot be written, or a file is named for what is no folder.

    Example:
        >>> import iom_content as iom
        >>> index = iom.open_index(iom.load().statements.values())
        >>> [hit.label for hit in iom.search("NEAR(easy task)", index=index)]
        ['p2']
    """
    if isinstance(source, str | os.PathLike):
        return _of_folder(Path(source), None if file is None else Path(file))
    if file is not None:
        raise UnreadableInput(os.fspath(file), "keeps the index of a dataset folder alone", "save the catalog, then index its folder")
    return _of_spots(spots_of(source))


def index_of(catalog: Catalog) -> Index:
    """Return the index of a catalog, made when it is first asked for."""
    return _kept(_Held(catalog))


class _Held:
    """A catalog as the key of a cache: by identity, since comparing whole datasets would cost more than indexing them."""

    __slots__ = ("catalog",)

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __hash__(self) -> int:
        return id(self.catalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.catalog is self.catalog


@lru_cache(maxsize=_KEPT)
def _kept(held: _Held) -> Index:
    return _of_spots(spots_of(held.catalog))


def _of_spots(spots: list[Spot]) -> Index:
    # A database takes longer to import than a small dataset to search.
    if len(spots) > _SMALL and has_fts5():
        import sqlite3

        from iom_content.query.in_sqlite import InSqlite, fill

        connection = sqlite3.connect(":memory:", check_same_thread=False)
        fill(connection, spots)
        return Index(InSqlite(connection))
    return Index(InMemory(spots))


def has_fts5() -> bool:
    """Tell whether this Python has SQLite with its full-text search."""
    try:
        import sqlite3
    except ImportError:
        return False
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return True


def _of_folder(folder: Path, file: Path | None) -> Index:
    if file is None or not has_fts5():
        return _of_spots(spots_of(load(path=folder)))
    import sqlite3

    from iom_content.query.in_sqlite import LAYOUT, InSqlite, stamp_of

    if not folder.is_dir():
        raise UnreadableInput(str(folder), "no such folder")
    if file.resolve().is_relative_to(folder.resolve()):
        raise UnreadableInput(str(file), "lies in the dataset folder, whose files the manifest lists", "keep the index beside it")
    digest = _digest(folder)
    try:
        if file.exists():
            connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            if stamp_of(connection) == (LAYOUT, digest):
                return Index(InSqlite(connection))
            connection.close()
        _build(folder, file, digest)
        return Index(InSqlite(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)))
    except (OSError, sqlite3.Error) as error:
        raise UnreadableInput(str(file), f"cannot be written or read: {error}") from None


def _build(folder: Path, file: Path, digest: str) -> None:
    """Build the index beside the file and put it in its place when it is whole."""
    import sqlite3

    from iom_content.query.in_sqlite import fill

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
    import hashlib

    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            whole.update(hashlib.sha256(name).digest())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
