"""Where in a JSON text each value and each key stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, Final, TypeAlias

from iom_content.codec.findings import carried
from iom_content.codec.scanner import BREAK, CLOSE, KEY, OPEN, scan, string_at

__all__ = ["NOWHERE", "Array", "Lines", "Object", "Places", "Spot", "Steps", "locate", "pointer_of", "tokens_of"]

Array: TypeAlias = "list[Spot]"
Object: TypeAlias = "dict[str, tuple[int, Spot]]"
Spot: TypeAlias = "tuple[int, Array | Object | None]"
"""Offset of a value, and what it holds: elements in order, or members with the offset of the key."""

Steps: TypeAlias = tuple[Any, ...]
"""The way to a value: that to what holds it, a reference token and, in an array, an index; empty at the root. Few are ever written out."""

NOWHERE: Final[Spot] = (-1, None)


class Lines:
    """Turns an offset in a text into line and column, both from 1, the column in code points.

    Example:
        >>> Lines("ab\\ncd").place(4)
        (2, 2)
    """

    __slots__ = ("_ends",)

    def __init__(self, text: str) -> None:
        """Note where each line of the text ends."""
        self._ends = [end.start() for end in re.finditer("\n", text)]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the code point at an offset, or of the end of the text."""
        before = bisect_left(self._ends, offset)
        return before + 1, offset - (self._ends[before - 1] if before else -1)


class Places:
    """Places of the values and keys of one JSON text, asked for by RFC 6901 pointer.

    Of members with the same key the last one counts, as it does for the parser.

    Example:
        >>> places = locate('{\\n  "titel": ["A"]\\n}')
        >>> places.key("/titel"), places.value("/titel/0"), places.value("/title")
        ((2, 3), (2, 13), None)
    """

    __slots__ = ("_lines", "_root")

    def __init__(self, lines: Lines, root: Spot) -> None:
        """Keep the lines of the text and the tree of its offsets."""
        self._lines = lines
        self._root = root

    def value(self, pointer: str) -> tuple[int, int] | None:
        """Return line and column of the value at a pointer, or None if there is no such value."""
        return self._place(self._find(tokens_of(pointer))[0])

    def key(self, pointer: str) -> tuple[int, int] | None:
        """Return line and column of the key that a pointer ends with, or None if there is no such key."""
        *parents, name = tokens_of(pointer) or ("",)
        held = self._find(parents)[1]
        return self._place(held[name][0]) if pointer and isinstance(held, dict) and name in held else None

    def _place(self, offset: int) -> tuple[int, int] | None:
        return None if offset < 0 else self._lines.place(offset)

    def _find(self, tokens: list[str]) -> Spot:
        spot = self._root
        for token in tokens:
            held = spot[1]
            if isinstance(held, dict):
                spot = held.get(token, (0, NOWHERE))[1]
            elif (
                isinstance(held, list) and token.isascii() and token.isdigit() and str(int(token[:20])) == token and int(token) < len(held)
            ):
                spot = held[int(token)]
            else:
                return NOWHERE
        return spot


def locate(text: str) -> Places:
    """Return the places of a JSON text's values and keys; of a broken text, those before the break.

    Args:
        text: JSON, or what was meant to be.

    Returns:
        The places; asking for one costs the length of its pointer.

    Example:
        >>> locate('[1, 2, oops').value("/1")
        (1, 5)
    """
    top: Array = []
    holders: list[Array | Object] = [top]
    key, key_at = "", 0
    for token in scan(text):
        if token.sort == KEY:
            # Under the name that pointers carry, which no half of a surrogate pair can be part of.
            key, key_at = carried(string_at(text, token)), token.start
        elif token.sort == CLOSE:
            holders.pop()
        elif token.sort != BREAK:
            held: Array | Object | None = None
            if token.sort == OPEN:
                held = [] if text[token.start] == "[" else {}
            spot: Spot = (token.start, held)
            holder = holders[-1]
            if isinstance(holder, list):
                holder.append(spot)
            else:
                holder[key] = (key_at, spot)
            if held is not None:
                holders.append(held)
    return Places(Lines(text), top[0] if top else NOWHERE)


def pointer_of(at: Steps) -> str:
    """Return the RFC 6901 pointer that takes some steps.

    Example:
        >>> pointer_of((((), "blocks", 1), "text", None))
        '/blocks/1/text'
    """
    pointer = ""
    while at:
        at, step, index = at
        pointer = f"/{step}{pointer}" if index is None else f"/{step}/{index}{pointer}"
    return pointer


def tokens_of(pointer: str) -> list[str]:
    """Return the names and indexes that an RFC 6901 pointer goes through.

    Example:
        >>> tokens_of("/blocks/0/a~1b")
        ['blocks', '0', 'a/b']
    """
    tokens = pointer.split("/")[1:]
    return [token.replace("~1", "/").replace("~0", "~") for token in tokens] if "~" in pointer else tokens
