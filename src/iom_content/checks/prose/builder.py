"""Puts runs together from what a reader of a syntax meets: elements that open and close, text between them, comments.

Every syntax tells its blocks by the names they have in HTML, so that what bounds a paragraph, what is never looked at
and what is a quotation is decided here alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from iom_content.checks.prose.runs import UNSEEN, Cell, Comment, Piece, Prose, Run

__all__ = ["Builder"]


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS: Final = _tags(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th "
    "thead title tr ul"
)
# Code: a sign stands for it, so that the words around it do not run together.
_CODE: Final = _tags("code kbd math samp svg tt var")
# What is inside these is no prose either; struck-out words are withdrawn.
_UNSEEN: Final = _CODE | _tags(
    "datalist del iframe listing noembed noframes plaintext pre s script select strike style template textarea xmp"
)
_VOID: Final = _tags("area base br col embed hr img input link meta param source track wbr")
# What ends where the next one of its kind starts, unless one of the others was opened in between.
_SIBLINGS: Final[Mapping[str, tuple[str, str]]] = {
    "li": ("li", "ul ol menu"),
    "dt": ("dt dd", "dl"),
    "dd": ("dt dd", "dl"),
    "td": ("td th", "table"),
    "th": ("td th", "table"),
    "tr": ("tr", "table"),
}
_TABLES: Final = _tags("table dl")
_ROWS: Final = _tags("tr dt")
_CELLS: Final = _tags("tr td th dt dd")
_CONTAINERS: Final = _tags("article body center details div dl fieldset figure form html main menu ol section table tbody thead tr ul")
_INVISIBLE_STYLE: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.)[^\s<>\"\u201c\u201d\u201e\u2018\u2019\xab\xbb\ufffc]+", re.IGNORECASE
)
_AFTER_ADDRESS: Final = ".,;:!?')]}*_"
_FOOTNOTE: Final = re.compile(r"(?<=[^\s\[(])\[\d{1,3}\]|\[\^[^\[\]\s]{1,40}\]")
# What a raised mark of a footnote consists of: anything but words.
_RAISED: Final = re.compile(r"[\W\d_]*[a-z]?[\W\d_]*", re.IGNORECASE)
_LONGEST_MARK: Final = 12


class _Open(NamedTuple):
    tag: str
    run: int
    """Number of the run in which it was opened."""
    start: int
    """Length of that run's text then."""
    unseen: bool


class Builder:
    """Collects the runs of one article."""

    def __init__(self) -> None:
        """Start outside of every element."""
        self._language: str | None = None
        self._stack: list[_Open] = []
        # For each tag the places of its open elements in the stack.
        self._places: dict[str, list[int]] = {}
        self._unseen = 0
        self._runs: list[Run] = []
        self._comments: list[Comment] = []
        self._quotations: list[int] = []
        self._quotation_count = 0
        # The place in each open table, the outermost first.
        self._cells: list[Cell] = []
        self._table_count = 0
        self._run = 0
        self._pieces: list[Piece] = []
        self._length = 0
        self._quoted: list[tuple[int, int]] = []
        self._aside: list[tuple[int, int]] = []
        # How many pieces there were after the last line break.
        self._break = -1

    def open(self, tag: str, at: int, attributes: Mapping[str, str | None] | None = None) -> None:
        """Open an element.

        Args:
            tag: Its name in HTML, in small letters.
            at: Where it stands in the source.
            attributes: Its attributes.
        """
        held = attributes or {}
        if tag in _BLOCKS or self._is_signature(tag):
            self._flush()
        if tag in _BLOCKS:
            self._end_siblings(tag)
        self._language = self._language or held.get("lang")
        if tag in _VOID:
            return
        unseen = tag in _UNSEEN or _is_hidden(held)
        if tag in _CODE:
            self.unseen(at, at)
        self._places.setdefault(tag, []).append(len(self._stack))
        self._stack.append(_Open(tag, self._run, self._length, unseen))
        self._unseen += unseen
        if tag in _TABLES:
            self._table_count += 1
            # A list of terms has rows, but no heads of columns.
            self._cells.append(Cell(self._table_count, -1 if tag == "table" else 0, -1))
        elif self._cells and tag in _CELLS:
            table, row, column = self._cells[-1]
            row, column = (row + 1, -1) if tag in _ROWS else (row, column)
            self._cells[-1] = Cell(table, row, column if tag == "tr" else column + 1)
        if tag == "blockquote":
            self._quotation_count += 1
            self._quotations.append(self._quotation_count)

    def close(self, tag: str) -> None:
        """Close the innermost open element of a name, and all that are open in it; nothing happens if none is.

        Args:
            tag: Its name in HTML, in small letters.
        """
        if tag in _BLOCKS or self._is_signature(tag):
            self._flush()
        if self._places.get(tag):
            self._pop_to(self._places[tag][-1])

    def text(self, text: str, start: int, end: int) -> None:
        """Add visible text.

        Args:
            text: What a reader sees.
            start: First code point of the source it comes from.
            end: The code point after its last.
        """
        if text and not self._unseen:
            self._pieces.append(Piece(text, start, end))
            self._length += len(text)

    def unseen(self, start: int, end: int) -> None:
        """Add a sign for what stands in the line but is never looked at.

        Args:
            start: Its first code point in the source.
            end: The code point after its last.
        """
        self.text(UNSEEN, start, end)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break that the markup demands; two in a row end the block.

        Args:
            start: First code point of what demands it.
            end: The code point after its last.
        """
        if self._break >= 0 and not "".join(piece.text for piece in self._pieces[self._break :]).strip():
            self._flush()
        else:
            self.text("\n", start, end)
            self._break = len(self._pieces)

    def comment(self, text: str, start: int, end: int) -> None:
        """Note a comment.

        Args:
            text: What it says.
            start: Its first code point in the source.
            end: The code point after its last.
        """
        self._comments.append(Comment(text, start, end))

    def finished(self) -> Prose:
        """Return all runs."""
        self._flush()
        return Prose(tuple(self._runs), tuple(self._comments), self._language)

    def _is_signature(self, tag: str) -> bool:
        """Tell whether an element names who is quoted, below a block quotation: no title of a work within a line of it."""
        if tag != "cite" or not self._quotations:
            return False
        if self._places.get("cite"):
            element = self._stack[self._places["cite"][-1]]
            return element.run == self._run and not element.start
        text = "".join(piece.text[-_LONGEST_MARK:] for piece in self._pieces[-_MOST_PIECES:]).rstrip(" \t")
        return not text or text[-1] in _LINE_ENDS

    def _end_siblings(self, tag: str) -> None:
        self._end_last("p", "")
        if tag in _SIBLINGS:
            self._end_last(*_SIBLINGS[tag])

    def _end_last(self, tags: str, bounds: str) -> None:
        """End the last open element of some names, unless one of the bounds was opened after it."""
        last, bound = (max((self._places[tag][-1] for tag in each.split() if self._places.get(tag)), default=-1) for each in (tags, bounds))
        if last > bound:
            self._pop_to(last)

    def _pop_to(self, place: int) -> None:
        while len(self._stack) > place:
            element = self._stack.pop()
            self._places[element.tag].pop()
            self._unseen -= element.unseen
            start = element.start if element.run == self._run else 0
            if element.tag == "q" and start < self._length:
                self._quoted.append((start, self._length))
            elif element.tag == "sup" and start < self._length and self._is_mark(start):
                self._aside.append((start, self._length))
            elif element.tag == "blockquote":
                self._quotations.pop()
            elif element.tag in _TABLES:
                self._cells.pop()

    def _is_mark(self, start: int) -> bool:
        """Tell whether the text from a place on is the mark of a footnote; only so much is read as a mark can be long."""
        if self._length - start > _LONGEST_MARK:
            return False
        count = next(
            number
            for number in range(1, len(self._pieces) + 1)
            if sum(len(piece.text) for piece in self._pieces[-number:]) >= self._length - start
        )
        tail = "".join(piece.text for piece in self._pieces[-count:])
        return _RAISED.fullmatch(tail[len(tail) - (self._length - start) :]) is not None

    def _flush(self) -> None:
        """End the run."""
        if self._pieces:
            text = "".join(piece.text for piece in self._pieces)
            if self._places.get("q"):
                # What is quoted goes on in the next run; the outermost mark is enough.
                first = self._stack[self._places["q"][0]]
                start = first.start if first.run == self._run else 0
                self._quoted += [(start, self._length)] if start < self._length else []
            if text.replace(UNSEEN, " ").strip():
                self._aside += [match.span() for match in _FOOTNOTE.finditer(text)]
                self._runs.append(
                    Run(
                        self._kind(),
                        _without_addresses(self._pieces, text),
                        self._quotations[-1] if self._quotations else None,
                        tuple(sorted(self._quoted)),
                        tuple(sorted(self._aside)),
                        self._cells[-1] if self._cells and self._cells[-1].column >= 0 else None,
                    )
                )
        self._run += 1
        self._pieces, self._quoted, self._aside = [], [], []
        self._length, self._break = 0, -1

    def _kind(self) -> str:
        for element in reversed(self._stack[-_DEEPEST:]):
            if (element.tag in _BLOCKS or (element.tag == "cite" and self._quotations)) and element.tag not in _CONTAINERS:
                return element.tag
        return "p"


_LINE_ENDS: Final = '\n.!?\u2026"\u201d\xbb'
# In how many of the last pieces the end of a line is looked for.
_MOST_PIECES: Final = 3
_DEEPEST: Final = 20


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    return "hidden" in attributes or _INVISIBLE_STYLE.search(attributes.get("style") or "") is not None


def _without_addresses(pieces: list[Piece], text: str) -> list[Piece]:
    """Return pieces in which signs stand for each character of an address."""
    if "://" not in text and "www." not in text.lower():
        return pieces
    masked = _ADDRESS.sub(_masked, text)
    kept: list[Piece] = []
    at = 0
    for piece in pieces:
        kept.append(piece._replace(text=masked[at : at + len(piece.text)]))
        at += len(piece.text)
    return kept


def _masked(match: re.Match[str]) -> str:
    address = match[0].rstrip(_AFTER_ADDRESS)
    return UNSEEN * len(address) + match[0][len(address) :]
