"""Quotations in running text, found by their marks: which mark opens, which closes, and which is no quotation mark at all.

What stands around a mark decides: an opening one follows a blank or an opening bracket, a closing one follows what it
closes. An apostrophe stands inside a word, after a plural or before a clipped word; inches and feet follow a digit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final, NamedTuple

from iom_content.checks.prose.runs import Run

__all__ = ["Quotation", "quotations_of"]

_MARK: Final = re.compile("[\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\xab\xbb\u2039\u203a\u300c\u300d\u300e\u300f\uff02]")
_CLOSERS: Final[Mapping[str, str]] = {
    '"': '"\u201d',
    "\uff02": "\uff02",
    "\u201c": '\u201d"',
    "\u201e": '\u201c\u201d\u201f"',
    "\u201f": "\u201d",
    "\u201d": "\u201d",
    "\xab": "\xbb",
    "\xbb": "\xab\xbb",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
    "'": "'\u2019",
    "\u2018": "\u2019'",
    "\u201b": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
}
_SINGLES: Final = "'\u2018\u2019\u201a\u201b"
_APOSTROPHES: Final = "'\u2018\u2019"
# These close what is open, or else open: by what stands around them.
_EITHER: Final = "\"'\u201d\xbb\u203a\uff02"
_BEFORE_OPENING: Final = "([{<\u2014\u2013\u2212-/:;=|\xbf\xa1\u2026"
_CLIPPED: Final = re.compile(r"(?:tis|twas|em|til|till|cause|n|round|bout|cos|cuz|\d\ds?)\b(?!\w)", re.IGNORECASE)
_DEEPEST: Final = 8


class Quotation(NamedTuple):
    """A quotation in the text of a run."""

    first: int
    """Place of its opening mark, or where its markup opens."""
    start: int
    """First character that is quoted."""
    end: int
    """The one after the last."""
    last: int
    """What comes after its closing mark."""
    mark: str
    """Its opening mark; empty where markup declares it."""
    closed: bool
    inner: tuple[Quotation, ...]
    """The quotations in it."""


class _Opened:
    """A quotation that is not closed yet."""

    def __init__(self, first: int, start: int, mark: str) -> None:
        self.first = first
        self.start = start
        self.mark = mark
        self.inner: list[Quotation] = []

    def ended(self, end: int, last: int, *, closed: bool) -> Quotation:
        return Quotation(self.first, self.start, end, last, self.mark, closed, tuple(self.inner))


def quotations_of(run: Run) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a run, in order; of those that are not closed too.

    A quotation that is never closed reaches to the next one, or to the end of the run.

    Args:
        run: The visible text of a block.

    Example:
        >>> from iom_content.checks.prose.runs import Piece
        >>> text = "He said \u201cthe tides\u2019 \u2018pull\u2019\u201d at 6' 2\\"."
        >>> [text[found.start : found.end] for found in quotations_of(Run("p", [Piece(text, 0, len(text))]))]
        ['the tides\u2019 \u2018pull\u2019']
    """
    reader = _Reader(run.text)
    events = [(match.start(), 1, match.start()) for match in _MARK.finditer(run.text)]
    for number, (start, end) in enumerate(run.quoted):
        events += [(start, 2, number), (end, 0, number)]
    for at, kind, _ in sorted(events):
        if kind == 1:
            reader.mark(at)
        elif kind == 2:
            reader.open(at, at, "")
        else:
            reader.close_declared(at)
    return reader.finished()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Quotation] = []
        self._open: list[_Opened] = []
        self._singles = [
            match.start() for match in _MARK.finditer(text) if match[0] in _SINGLES and not self._is_inside_word(match.start())
        ]
        self._doubles = [match.start() for match in re.finditer('"', text)]

    def mark(self, at: int) -> None:
        """Take the next mark."""
        mark = self._text[at]
        if mark in _APOSTROPHES and self._is_inside_word(at):
            return
        for place in range(len(self._open) - 1, -1, -1):
            if mark in _CLOSERS.get(self._open[place].mark, "") and self._closes(at, self._open[place].mark):
                self._end(place, at, at + 1)
                return
        if self._opens(at):
            self.open(at, at + 1, mark)

    def open(self, first: int, start: int, mark: str) -> None:
        """Open a quotation."""
        if len(self._open) == _DEEPEST:
            del self._open[0]
        self._open.append(_Opened(first, start, mark))

    def close_declared(self, at: int) -> None:
        """Close the quotation that markup declares."""
        for place in range(len(self._open) - 1, -1, -1):
            if not self._open[place].mark:
                self._end(place, at, at)
                return

    def finished(self) -> tuple[Quotation, ...]:
        """Return what was found, when the run is at its end."""
        self._drop_above(-1)
        return tuple(sorted(self._found))

    def _end(self, place: int, end: int, last: int) -> None:
        self._drop_above(place)
        done = self._open.pop().ended(end, last, closed=True)
        (self._open[-1].inner if self._open else self._found).append(done)

    def _drop_above(self, place: int) -> None:
        """Give up the innermost quotations; what they hold belongs to the one around them."""
        while len(self._open) > place + 1:
            given_up = self._open.pop()
            around = self._open[-1].inner if self._open else self._found
            around += given_up.inner
            if given_up.mark not in _SINGLES and not self._open:
                end = given_up.inner[0].first if given_up.inner else len(self._text)
                self._found.append(given_up.ended(end, end, closed=False)._replace(inner=()))

    def _before(self, at: int) -> str:
        return self._text[at - 1] if at else " "

    def _after(self, at: int) -> str:
        return self._text[at + 1] if at + 1 < len(self._text) else " "

    def _is_inside_word(self, at: int) -> bool:
        return self._before(at).isalnum() and self._after(at).isalnum()

    def _opens(self, at: int) -> bool:
        """Tell whether a mark that closes nothing opens a quotation."""
        mark, before, after = self._text[at], self._before(at), self._after(at)
        if mark not in _CLOSERS:
            return False
        follows = before.isspace() or before in _BEFORE_OPENING or _MARK.match(before) is not None
        if mark in "'\u2018":
            return follows and (after.isalnum() or after in '[(\u2026."\u201c\xa1\xbf') and not _CLIPPED.match(self._text, at + 1)
        if mark == '"' and before.isspace() and after.isspace():
            # Marks set apart from what they hold come in pairs.
            return at < self._doubles[-1]
        if mark in _EITHER:
            return follows and not after.isspace()
        return True

    def _closes(self, at: int, opener: str) -> bool:
        """Tell whether a mark closes an open quotation that it could close by its form."""
        mark, before, after = self._text[at], self._before(at), self._after(at)
        if mark == "\u201c":
            return not before.isspace()
        if mark in "\u201d\xbb\xab\u203a\u2039\u300d\u300f\u201f\uff02":
            return mark != opener or not before.isspace() or after.isspace()
        if after.isalnum() or (before.isspace() and not after.isspace() and after not in ".,;:!?)"):
            return False
        marks = self._doubles if mark == '"' else self._singles
        if before.isdigit() or (mark in _APOSTROPHES and before in "sSxXzZ" and after.isspace()):
            # It may be inches or the apostrophe of a plural; then another mark closes.
            return not self._next_closes(at, marks)
        return True

    def _next_closes(self, at: int, marks: list[int]) -> bool:
        number = bisect_right(marks, at)
        if number == len(marks):
            return False
        following = marks[number]
        if self._text[following] in "\u2018\u201a\u201b":
            return False
        before, after = self._before(following), self._after(following)
        return not before.isspace() and not after.isalnum() and before not in _BEFORE_OPENING
