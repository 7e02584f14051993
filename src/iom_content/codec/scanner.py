"""JSON text cut into tokens with their offsets, without recursion.

The parser of the standard library tells neither where a value stands nor how often a key occurs. This one reads the same
language and tells both; it is slower by far, so it runs only where a fault has to be placed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["BREAK", "CLOSE", "CONSTANT", "KEY", "NUMBER", "OPEN", "STRING", "WORD", "Token", "scan", "string_at"]

OPEN: Final = "open"
"""`[` or `{`."""
CLOSE: Final = "close"
"""`]` or `}`."""
KEY: Final = "key"
"""The key of a member, quotes included."""
STRING: Final = "string"
"""A text, quotes included."""
NUMBER: Final = "number"
"""An integer or a fraction."""
WORD: Final = "word"
"""`true`, `false` or `null`."""
CONSTANT: Final = "constant"
"""`NaN`, `Infinity` or `-Infinity`, which Python reads and JSON does not know."""
BREAK: Final = "break"
"""The first place where the text is no JSON, and the last token."""

_ESCAPE: Final = r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})'
_STRING_START: Final = re.compile(rf'"(?:[^"\\\x00-\x1f]++|{_ESCAPE})*+')
_TOKEN: Final = re.compile(
    r"[ \t\n\r]*+(?:"
    rf'(?P<string>"(?:[^"\\\x00-\x1f]++|{_ESCAPE})*+")'
    r"|(?P<mark>[\[\]{},:])"
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?)"
    r"|(?P<word>true|false|null)"
    r"|(?P<constant>NaN|-?Infinity)"
    r"|(?P<other>))"
)
_VALUE: Final = "a value"
_VALUE_OR_END: Final = "a value or ']'"
_KEY: Final = "a key in double quotes"
_KEY_OR_END: Final = "a key in double quotes or '}'"
_COLON: Final = "':'"
_END: Final = "the end"
_VALUES: Final = frozenset((_VALUE, _VALUE_OR_END))
_KEYS: Final = frozenset((_KEY, _KEY_OR_END))
_AFTER: Final = {"]": "',' or ']'", "}": "',' or '}'"}
_CLOSER: Final = {"[": "]", "{": "}"}


class Token(NamedTuple):
    """One token: its sort and the code points it covers."""

    sort: str
    start: int
    end: int
    expected: str = ""
    """For a `BREAK`, what should have stood there."""


def scan(text: str) -> Iterator[Token]:
    """Yield the tokens of a JSON text; commas and colons are passed over, and a fault ends the text.

    Example:
        >>> [token.sort for token in scan('{"a": [1, true]}')]
        ['open', 'key', 'open', 'number', 'word', 'close', 'close']
    """
    open_ends: list[str] = []
    wanted = _VALUE
    at = 0
    while True:
        match = _TOKEN.match(text, at)
        assert match is not None, "the last alternative matches anything"
        sort = match.lastgroup or ""
        start, at = match.span(sort)
        mark = text[start] if sort == "mark" else ""
        if wanted in _VALUES and mark in _CLOSER:
            yield Token(OPEN, start, at)
            open_ends.append(_CLOSER[mark])
            wanted = _VALUE_OR_END if mark == "[" else _KEY_OR_END
        elif wanted in _VALUES and sort in (STRING, NUMBER, WORD, CONSTANT):
            yield Token(sort, start, at)
            wanted = _wanted_after(open_ends)
        elif wanted in _KEYS and sort == STRING:
            yield Token(KEY, start, at)
            wanted = _COLON
        elif mark == ":" and wanted == _COLON:
            wanted = _VALUE
        elif mark == "," and wanted in _AFTER.values():
            wanted = _VALUE if open_ends[-1] == "]" else _KEY
        elif open_ends and mark == open_ends[-1] and wanted in (_VALUE_OR_END, _KEY_OR_END, _AFTER[mark]):
            yield Token(CLOSE, start, at)
            open_ends.pop()
            wanted = _wanted_after(open_ends)
        elif wanted == _END and start == len(text):
            return
        else:
            yield _break(text, start, wanted)
            return


def string_at(text: str, token: Token) -> str:
    """Return the text that a `STRING` or `KEY` token stands for."""
    inner = text[token.start + 1 : token.end - 1]
    return str(json.loads(f'"{inner}"')) if "\\" in inner else inner


def _wanted_after(open_ends: list[str]) -> str:
    return _AFTER[open_ends[-1]] if open_ends else _END


def _break(text: str, start: int, wanted: str) -> Token:
    """Say what breaks the text; a string that goes wrong is broken where it does, not where it starts."""
    if (wanted in _VALUES or wanted in _KEYS) and (string := _STRING_START.match(text, start)):
        end = string.end()
        if end < len(text):
            expected = "an escape that JSON knows" if text[end] == "\\" else "no control character inside a string"
            return Token(BREAK, end, min(end + 2, len(text)) if text[end] == "\\" else end + 1, expected)
        return Token(BREAK, len(text), len(text), "a closing '\"'")
    return Token(BREAK, start, min(start + 1, len(text)), wanted)
