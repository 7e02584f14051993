"""Places in the source of an article: code points to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

__all__ = ["Fragment", "Lines"]

_BREAK: Final = re.compile(r"\r\n?|\n")


class Lines:
    r"""Turns an offset into line and column, both from 1, the column in code points; LF, CR LF and CR end a line.

    Example:
        >>> Lines("ab\r\ncd").place(5)
        (2, 2)
    """

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        """Note where each line of the text starts."""
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the code point at an offset, or of the end of the text.

        Args:
            offset: From 0 to the text's length.
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Fragment:
    """A text put together from stretches of the source, as a parser wants it, with the place of each of its characters.

    Example:
        >>> fragment = Fragment([("ab", 2), ("cd", 9)])
        >>> fragment.text, [fragment.offset(at) for at in range(5)]
        ('abcd', [2, 3, 9, 10, 11])
    """

    __slots__ = ("_at", "_offsets", "text")
    text: str
    """The stretches, one after the other."""

    def __init__(self, stretches: list[tuple[str, int]]) -> None:
        """Keep stretches of the source, each with the offset of its first character."""
        self.text = "".join(stretch for stretch, _ in stretches)
        self._at: list[int] = []
        self._offsets: list[int] = []
        at = 0
        for stretch, offset in stretches:
            if stretch:
                self._at.append(at)
                self._offsets.append(offset)
                at += len(stretch)

    def offset(self, at: int) -> int:
        """Return the offset in the source of a character of the text; of the end, the one after the last.

        Args:
            at: From 0 to the text's length.
        """
        number = bisect_right(self._at, at) - 1
        return self._offsets[number] + at - self._at[number] if number >= 0 else 0

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a range of the text that stand together in the source.

        Args:
            start: The first character in the text.
            end: The one after the last.
        """
        number = bisect_right(self._at, start) - 1
        while start < end:
            number += 1
            last = min(end, self._at[number]) if number < len(self._at) else end
            yield start, last
            start = last
