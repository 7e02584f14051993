"""What a reader sees of an article: runs of prose, each with the place of every visible character in the source."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import Final, NamedTuple

__all__ = ["UNSEEN", "Cell", "Comment", "Piece", "Prose", "Run"]

UNSEEN: Final = "\ufffc"
"""Stands in a run for what is never looked at: code, an address."""


class Piece(NamedTuple):
    """A stretch of visible text and the stretch of the source it comes from.

    Where both are of one length, they are the same characters; otherwise the source spells it in another way, as an
    entity does.
    """

    text: str
    start: int
    """First code point in the source."""
    end: int
    """The code point after its last."""


class Comment(NamedTuple):
    """A comment in the source; in plain text any line may be one."""

    text: str
    start: int
    end: int


class Cell(NamedTuple):
    """Where a run stands in a table."""

    table: int
    row: int
    column: int


class Run:
    """The visible prose of one block.

    Example:
        >>> run = Run("p", [Piece("R", 3, 4), Piece("&", 4, 9), Piece("D", 9, 10)])
        >>> run.text, [run.offset(at) for at in range(3)], run.source_range(0, 2), run.is_plain(0, 2)
        ('R&D', [3, 4, 9], (3, 9), False)
    """

    __slots__ = ("_at", "_pieces", "aside", "cell", "kind", "quotation", "quoted", "text")
    kind: str
    """The element that holds it, by the name it has in HTML: `p`, `li`, `h2`, `td`, `figcaption`."""
    text: str
    """What a reader sees; line breaks and blanks as in the source."""
    quotation: int | None
    """Number of the block quotation it stands in; None outside of those."""
    quoted: tuple[tuple[int, int], ...]
    """Ranges that the markup itself declares to be quotations."""
    cell: Cell | None
    """Where it stands in a table; None outside of those."""
    aside: tuple[tuple[int, int], ...]
    """Ranges that are marks of footnotes, and no part of a sentence."""

    def __init__(
        self,
        kind: str,
        pieces: list[Piece],
        quotation: int | None = None,
        quoted: tuple[tuple[int, int], ...] = (),
        aside: tuple[tuple[int, int], ...] = (),
        cell: Cell | None = None,
    ) -> None:
        """Join pieces of one block."""
        self.kind = kind
        self.text = "".join(piece.text for piece in pieces)
        self.quotation = quotation
        self.quoted = quoted
        self.aside = aside
        self.cell = cell
        self._pieces = pieces
        self._at: list[int] = []
        at = 0
        for piece in pieces:
            self._at.append(at)
            at += len(piece.text)

    def __repr__(self) -> str:
        return f"<Run {self.kind} {self.text[:40]!r}>"

    def offset(self, at: int) -> int:
        """Return the offset in the source where a visible character stands.

        Args:
            at: Its place in `text`.
        """
        piece, inside = self._found(at)
        return piece.start + (inside if _is_same(piece) else 0)

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the source from which visible characters come, markup between them included.

        Args:
            start: The first of them in `text`.
            end: The one after the last; more than `start`.
        """
        piece, inside = self._found(end - 1)
        return self.offset(start), piece.start + inside + 1 if _is_same(piece) else piece.end

    def is_plain(self, start: int, end: int) -> bool:
        """Tell whether visible characters stand in the source as they are, with nothing between them.

        Args:
            start: The first of them in `text`.
            end: The one after the last; more than `start`.
        """
        first = bisect_right(self._at, start) - 1
        last = bisect_right(self._at, end - 1) - 1
        held = self._pieces[first : last + 1]
        joined = all(before.end == after.start for before, after in itertools.pairwise(held))
        return joined and all(_is_same(piece) for piece in held)

    def _found(self, at: int) -> tuple[Piece, int]:
        number = bisect_right(self._at, at) - 1
        return self._pieces[number], at - self._at[number]


class Prose(NamedTuple):
    """All that is looked at of one article."""

    runs: tuple[Run, ...]
    """Its blocks in reading order; none is blank."""
    comments: tuple[Comment, ...]
    """Its comments, in order."""
    language: str | None
    """Its language, where the source itself declares one."""


def _is_same(piece: Piece) -> bool:
    return piece.end - piece.start == len(piece.text)
