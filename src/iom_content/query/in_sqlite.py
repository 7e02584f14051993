"""Places searched by SQLite's FTS5, in memory or in a file.

The database gets no text of anybody's to read: the words of texts and queries alike are taken apart and folded here, spelled
in ASCII letters and digits, and handed over as bound parameters.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from functools import lru_cache

from iom_content.query.matching import Counts, idf_of, leaves_of, score_of
from iom_content.query.question import All, Either, Near, Node, Phrase
from iom_content.query.search_words import words_in
from iom_content.query.spots import Spot

__all__ = ["LAYOUT", "InSqlite", "fill", "stamp_of"]

LAYOUT = "2"
"""The form of the database and of the words in it; one of another form is built anew."""

_TABLES = """
CREATE TABLE place (id INTEGER PRIMARY KEY, kind TEXT, value_id TEXT, number INTEGER, label TEXT, text BLOB, url TEXT, length INTEGER);
CREATE TABLE stamp (layout TEXT, digest TEXT);
CREATE VIRTUAL TABLE words USING fts5(keys, content='', tokenize='ascii');
"""
_PLACE = "kind, value_id, number, label, text, url"


def fill(connection: sqlite3.Connection, spots: list[Spot], digest: str = "") -> None:
    """Write places and their words into an empty database, all or nothing.

    Args:
        connection: The database.
        spots: The places, sorted.
        digest: What they were made from.
    """
    connection.executescript(_TABLES)
    with connection:
        number = 0
        for spot in spots:
            keys = [word.key for word in words_in(spot.text)]
            if keys:
                number += 1
                row = (*spot[:4], _stored(spot.text), spot.url, len(keys))
                connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, *row))
                connection.execute("INSERT INTO words (rowid, keys) VALUES (?, ?)", (number, " ".join(map(_spelled, keys))))
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.execute("INSERT INTO stamp VALUES (?, ?)", (LAYOUT, digest))


def stamp_of(connection: sqlite3.Connection) -> tuple[str, str] | None:
    """Return layout and digest of a database; None if it is no finished index."""
    with suppress(sqlite3.Error):
        found: tuple[str, str] | None = connection.execute("SELECT layout, digest FROM stamp").fetchone()
        return found
    return None


class InSqlite:
    """A filled database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a database over."""
        self._connection = connection
        self._count, words = connection.execute("SELECT count(*), total(length) FROM place").fetchone()
        self._average = words / (self._count or 1)

    def spots(self) -> list[Spot]:
        """Return every place that has words, in order."""
        return [_spot(row) for row in self._connection.execute(f"SELECT {_PLACE} FROM place ORDER BY id")]  # noqa: S608 - a constant

    def best(self, tree: Node, limit: int | None) -> list[Spot]:
        """Return the places that satisfy a query, the best first, at most so many."""
        if not _is_flat(tree):
            return self._judged(tree, limit)
        rows = self._connection.execute(
            f"SELECT {_PLACE} FROM (SELECT rowid AS found, rank AS score FROM words WHERE words MATCH ? ORDER BY rank, rowid LIMIT ?) "  # noqa: S608 - a constant
            "JOIN place ON place.id = found ORDER BY score, found",
            (_expression(tree), -1 if limit is None else limit),
        )
        return [_spot(row) for row in rows]

    def _judged(self, tree: Node, limit: int | None) -> list[Spot]:
        """Let the database find what may fit, and judge and rank it by the rule of all indexes."""
        leaves = leaves_of(tree)
        weights = [idf_of(self._count, self._having(leaf)) for leaf in leaves]
        found: list[tuple[float, int, Spot]] = []
        rows = self._connection.execute(
            f"SELECT id, {_PLACE} FROM place WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)",  # noqa: S608 - a constant
            (_expression(tree),),
        )
        for number, *row in rows:
            spot = _spot(row)
            counts = Counts(word.key for word in words_in(spot.text))
            if counts.satisfies(tree):
                frequencies = [len(counts.starts(leaf)) for leaf in leaves]
                found.append((score_of(weights, frequencies, counts.length, self._average), number, spot))
        return [spot for _, _, spot in sorted(found)[:limit]]

    def _having(self, leaf: Phrase) -> int:
        found: int = self._connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (_expression(leaf),)).fetchone()[0]
        return found


def _is_flat(node: Node) -> bool:
    """Tell whether FTS5 ranks what a query finds by all of its phrases; in nested queries it may pass some over."""
    if isinstance(node, Phrase):
        return True
    if isinstance(node, Near) or (isinstance(node, All) and node.without):
        return False
    return all(isinstance(part, Phrase) for part in node.parts)


def _expression(node: Node) -> str:
    """Return a query in the language of FTS5 that finds all that a tree can find, and of a flat one nothing else."""
    if isinstance(node, Phrase):
        return f'"{" ".join(map(_spelled, node.keys))}"{"*" if node.prefix else ""}'
    if isinstance(node, Either):
        return " OR ".join(f"({_expression(part)})" for part in node.parts)
    return " AND ".join(f"({_expression(part)})" for part in (node.phrases if isinstance(node, Near) else node.parts))


@lru_cache(maxsize=8192)
def _spelled(key: str) -> str:
    """Return a key in ASCII letters and digits: other characters and the z that leads them by number, so none is another's beginning."""
    if key.isascii() and key.isalnum() and "z" not in key:
        return key
    return "".join(each if each.isascii() and each.isalnum() and each != "z" else f"z{ord(each):06x}" for each in key)


def _stored(text: str) -> bytes:
    # As bytes, since SQLite ends a text at the first NUL for some of its functions.
    return text.encode("utf-8", "surrogatepass")


def _spot(row: list[object] | tuple[object, ...]) -> Spot:
    kind, value_id, number, label, text, url = row
    assert isinstance(text, bytes)
    assert isinstance(number, int)
    return Spot(str(kind), str(value_id), number, str(label), text.decode("utf-8", "surrogatepass"), str(url))
