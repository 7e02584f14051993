"""Everything that makes a text no strict JSON, each fault with its pointer, line and column."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from iom_content.codec.findings import MAX_FINDINGS, carried, excerpt_of, fault, too_many
from iom_content.codec.places import Lines
from iom_content.codec.scanner import BREAK, CLOSE, CONSTANT, KEY, NUMBER, OPEN, STRING, Token, scan, string_at
from iom_content.model.constraints import MAX_INTEGER, has_lone_surrogate
from iom_content.model.partition import escaped
from iom_content.model.report import Finding

__all__ = ["MAX_DEPTH", "integer_fits", "text_faults"]

MAX_DEPTH: Final = 100
"""How deep arrays and objects may be nested; our deepest record has 70."""

_MOST_DIGITS: Final = len(str(MAX_INTEGER))
_HINTS: Final = {
    "'": "JSON puts keys and texts in double quotes",
    "/": "JSON has no comments",
    "#": "JSON has no comments",
    "T": "JSON writes true, false and null",
    "F": "JSON writes true, false and null",
    "N": "JSON writes true, false and null",
    "]": "remove the comma before it",
    "}": "remove the comma before it",
}

# What would be right where the scanner has not said it.
_EXPECTED: Final = {
    "depth": f"at most {MAX_DEPTH} levels",
    "duplicate-key": "each key once",
    "integer-range": f"an integer within ±{MAX_INTEGER}",
    "lone-surrogate": "whole characters",
    "not-json-number": "a finite number, or null",
}


def text_faults(text: str) -> tuple[Finding, ...]:
    """Return every fault of a JSON text in reading order; nothing is read beyond the first break.

    Args:
        text: JSON, or what was meant to be.

    Returns:
        One finding a fault, with pointer, line and column; none if the text is strict JSON.

    Example:
        >>> [str(found) for found in text_faults('{"a": 1, "a": NaN}')]
        ["line 1, column 10 (/a): key 'a' stands here for the second time; keep one of them", 'line 1, column 15 (/a): NaN is no JSON']
    """
    lines = Lines(text)
    found: list[Finding] = []
    for token, pointer, rule, message, hint in _Reader(text).faults():
        if len(found) == MAX_FINDINGS:
            return (*found, too_many())
        excerpt = excerpt_of(text[token.start : token.end]) if token.end > token.start else None
        expected = token.expected or _EXPECTED.get(rule)
        found.append(fault(rule, message, pointer=pointer, place=lines.place(token.start), expected=expected, excerpt=excerpt, hint=hint))
    return tuple(found)


def integer_fits(digits: str) -> bool:
    """Tell whether an integer, written out, is one that every JSON reader keeps exact.

    Example:
        >>> integer_fits("9007199254740991"), integer_fits("-9007199254740992")
        (True, False)
    """
    # The length goes first: Python refuses to read integers of more than a few thousand digits.
    return len(digits) <= _MOST_DIGITS + 1 and abs(int(digits)) <= MAX_INTEGER


class _Frame:
    """An array or object that is open: where in it the reader is, and the keys met so far."""

    __slots__ = ("at", "keys")

    def __init__(self, *, is_array: bool) -> None:
        self.at: int | str = -1
        self.keys: dict[str, int] | None = None if is_array else {}


class _Reader:
    """Walks the tokens of one text, keeping the pointer in step."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._frames: list[_Frame] = []
        self._beyond = 0

    def faults(self) -> Iterator[tuple[Token, str, str, str, str | None]]:
        """Yield token, pointer, rule, message and hint of each fault."""
        for token in scan(self._text):
            if token.sort == BREAK:
                yield self._broken(token)
            elif token.sort == CLOSE:
                if self._beyond:
                    self._beyond -= 1
                else:
                    self._frames.pop()
            elif self._beyond:
                self._beyond += token.sort == OPEN
            elif token.sort == KEY:
                yield from self._key(token)
            else:
                yield from self._value(token)

    def _value(self, token: Token) -> Iterator[tuple[Token, str, str, str, str | None]]:
        if self._frames and (frame := self._frames[-1]).keys is None:
            frame.at = int(frame.at) + 1
        if token.sort == OPEN:
            if len(self._frames) < MAX_DEPTH:
                self._frames.append(_Frame(is_array=self._text[token.start] == "["))
            else:
                self._beyond = 1
                yield token, self._pointer(), "depth", f"nested deeper than {MAX_DEPTH} levels", None
        elif token.sort == STRING:
            if has_lone_surrogate(string_at(self._text, token)):
                yield (
                    token,
                    self._pointer(),
                    "lone-surrogate",
                    "half of a surrogate pair, which no encoding can carry",
                    "write the whole character",
                )
        elif token.sort == CONSTANT:
            yield token, self._pointer(), "not-json-number", f"{self._text[token.start : token.end]} is no JSON", None
        elif token.sort == NUMBER:
            yield from self._number(token)

    def _number(self, token: Token) -> Iterator[tuple[Token, str, str, str, str | None]]:
        digits = self._text[token.start : token.end]
        if digits.lstrip("-").isdigit():
            if not integer_fits(digits):
                message = f"integer of {len(digits.lstrip('-'))} digits beyond ±{MAX_INTEGER}"
                yield token, self._pointer(), "integer-range", message, "write it as text"
        elif math.isinf(float(digits)):
            yield token, self._pointer(), "not-json-number", f"number {excerpt_of(digits)} is beyond what a float can hold", None

    def _key(self, token: Token) -> Iterator[tuple[Token, str, str, str, str | None]]:
        frame, key = self._frames[-1], string_at(self._text, token)
        keys = frame.keys if frame.keys is not None else {}
        frame.at = key
        keys[key] = count = keys.get(key, 0) + 1
        if count > 1:
            nth = "second" if count == 2 else f"{count}."
            yield token, self._pointer(), "duplicate-key", f"key {excerpt_of(key)} stands here for the {nth} time", "keep one of them"
        if has_lone_surrogate(key):
            yield (
                token,
                self._pointer(),
                "lone-surrogate",
                "key with half of a surrogate pair, which no encoding can carry",
                "write the whole character",
            )

    def _broken(self, token: Token) -> tuple[Token, str, str, str, str | None]:
        pointer = "" if self._beyond else self._pointer()
        if token.start == len(self._text):
            return token, pointer, "truncated", f"the text ends where {token.expected} should stand", "is the file complete?"
        found = self._text[token.start : token.end]
        if token.expected == "the end":
            return token, pointer, "trailing-data", f"more text after the end of the value: {excerpt_of(found)}", "one value makes a text"
        hint = _HINTS.get(found) if found not in "]}" or token.expected in ("a value", "a key in double quotes") else None
        return token, pointer, "syntax", f"expected {token.expected}, found {excerpt_of(found)}", hint

    def _pointer(self) -> str:
        return carried("".join(f"/{escaped(frame.at)}" for frame in self._frames if frame.at != -1))
