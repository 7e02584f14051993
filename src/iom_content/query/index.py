"""Indexes of places: built once, kept for a catalog, or held in a file beside a dataset folder."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from iom_content.dataset.given import Held
from iom_content.dataset.load import load
from iom_content.errors import UnreadableInput, amount
from iom_content.model.catalog import Catalog
from iom_content.query.in_memory import InMemory
from iom_content.query.spots import Searched, Spot, spots_of

if TYPE_CHECKING:
    from iom_content.query.question import Node

__all__ = ["Index", "index_of", "index_of_spots", "open_index"]

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
        return f"<Index of {amount(len(self._way.spots()), 'place')}>"

    def spots(self) -> list[Spot]:
        """Return every place that has words, in order."""
        return self._way.spots()

    def best(self, tree: Node, limit: int | None) -> list[Spot]:
        """Return the places that satisfy a query, the best first, at most so many."""
        return self._way.best(tree, limit)


def open_index(source: Searched | str | os.PathLike[str], file: str | os.PathLike[str] | None = None) -> Index:
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
        InvalidValue: The source is none of those.

    Example:
        >>> import iom_content as iom
        >>> index = iom.open_index(iom.load().statements.values())
        >>> [hit.label for hit in iom.search("NEAR(easy task)", index=index)]
        ['p2']
    """
    if isinstance(source, str | os.PathLike):
        if file is None or not has_fts5():
            return index_of_spots(spots_of(load(path=source)))
        from iom_content.query.index_file import index_in_file

        return Index(index_in_file(source, file))
    if file is not None:
        raise UnreadableInput(os.fspath(file), "keeps the index of a dataset folder alone", "save the catalog, then index its folder")
    return index_of_spots(spots_of(source, ("open_index", "/source")))


def index_of(catalog: Catalog) -> Index:
    """Return the index of a catalog, made when it is first asked for."""
    return _kept(Held(catalog))


@lru_cache(maxsize=_KEPT)
def _kept(held: Held) -> Index:
    return index_of_spots(spots_of(held.catalog))


def index_of_spots(spots: list[Spot]) -> Index:
    """Return the index of places, in memory."""
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
