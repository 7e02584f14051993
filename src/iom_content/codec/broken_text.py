"""What a broken text still says: the data before the break."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from iom_content.codec.places import Places
from iom_content.codec.scanner import BREAK, CLOSE, KEY, NUMBER, OPEN, scan

__all__ = ["Before", "closed"]


class Before(NamedTuple):
    """The data that stands before a break."""

    data: Any
    places: Callable[[], Places]
    """Gives the places of its values and keys."""
    open: tuple[str, ...]
    """Pointers of the arrays and objects that the break leaves open, the outermost first: what they lack may stand behind it."""


def closed(text: str) -> tuple[str, int]:
    """Return a broken JSON text up to its last whole value, with all brackets closed, and how many that are.

    A number that touches the break is not taken for whole: its last digits may be what broke.

    Example:
        >>> closed('{"a": [1, 2], "b": [3, {"c": 4, "d": oops')
        ('{"a": [1, 2], "b": [3, {"c": 4}]}', 3)
        >>> closed('[12, 3')
        ('[12]', 1)
    """
    closers: list[str] = []
    before = end = 0
    number = -1
    for token in scan(text):
        if token.sort == BREAK:
            end = before if number == token.start else end
        elif token.sort != KEY:
            before, end = end, token.end
            number = token.end if token.sort == NUMBER else -1
        if token.sort == OPEN:
            closers.append("]" if text[token.start] == "[" else "}")
        elif token.sort == CLOSE:
            closers.pop()
    return text[:end] + "".join(reversed(closers)), len(closers)
