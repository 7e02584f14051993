"""Hostile characters made visible: what ends a line, controls a terminal or reorders what a reader sees."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["spelled", "visible"]

# Characters that reorder what a reader sees; the marks 200E, 200F and 061C only hint and are part of ordinary text.
_OVERRIDES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANKS: Final = frozenset("\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")


def visible(text: str) -> str:
    """Return text in one line, with control characters and direction overrides spelled out.

    Line feeds, tabs and the other characters that end a line are blanks.

    Example:
        >>> visible("a\\x1b[31mb\\nc")
        'a\\\\x1b[31mb c'
    """
    return spelled("".join(" " if character in _BLANKS else character for character in text)) if not text.isprintable() else text


def spelled(text: str) -> str:
    """Return text with control characters and direction overrides spelled out, but line feeds and tabs as they are.

    Example:
        >>> spelled("a\\x1bb\\nc")
        'a\\\\x1bb\\nc'
    """
    return "".join(map(_spelled, text.replace("\r\n", "\n"))) if not text.isprintable() else text


def _spelled(character: str) -> str:
    if character in _OVERRIDES or (unicodedata.category(character) == "Cc" and character not in "\n\t"):
        return character.encode("unicode_escape").decode()
    return character
