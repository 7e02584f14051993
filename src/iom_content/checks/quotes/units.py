"""Units of sense: what an elision may leave out whole, and may not cut a guarded word out of.

A unit is a sentence or what a semicolon parts from it. An aside between two dashes, between a dash and the sentence's end
or between two brackets is a unit of its own. Commas and colons bound nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from iom_content.language.lexicon import Lexicon
from iom_content.language.words import DASH, Token

__all__ = ["is_stop", "units_of"]

_STOPS: Final = frozenset(".;?!\u061f\u061b\u06d4\u0964\u3002")
_OPENING: Final = {"(": ")", "[": "]"}


def units_of(tokens: Sequence[Token], firsts: Sequence[int], texts: Sequence[str], words: Lexicon) -> tuple[int, ...]:
    """Number the units of a text.

    Args:
        tokens: The tokens of all blocks.
        firsts: For each block the index of its first token.
        texts: The blocks' texts.
        words: The lexicon of their language.

    Returns:
        For each token the number of its unit. Marks that end a unit belong to it.
    """
    units = [0] * len(tokens)
    last = 0
    for number, first in enumerate(firsts):
        end = firsts[number + 1] if number + 1 < len(firsts) else len(tokens)
        start = first
        for index in range(first, end):
            if index + 1 == end or is_stop(tokens, index, texts[number], words):
                last = _number(tokens, units, start, index + 1, texts[number], last)
                start = index + 1
    return tuple(units)


def is_stop(tokens: Sequence[Token], index: int, text: str, words: Lexicon) -> bool:
    """Tell whether a token ends a sentence, or a part of one as weighty: a full stop within a name or number does not.

    Args:
        tokens: The tokens of a text.
        index: One of them.
        text: The block's text.
        words: The lexicon of its language.
    """
    token = tokens[index]
    if token.key not in _STOPS:
        return False
    if token.key != "." or index == 0:
        return True
    before = tokens[index - 1]
    rest = text[token.end : token.end + 2]
    if before.end == token.start and (before.key in words.abbreviations or (len(before.key) == 1 and before.key.isalpha())):
        return False
    return not rest or not rest[0].isalnum()


def _number(tokens: Sequence[Token], units: list[int], start: int, end: int, text: str, last: int) -> int:
    """Number a sentence and the asides in it; return the last number given."""
    last += 1
    main = last
    closing: str | None = None
    aside: int | None = None
    dashed: int | None = None
    for index in range(start, end):
        token = tokens[index]
        current = aside or dashed or main
        if aside is None and token.key in _OPENING:
            closing = _OPENING[token.key]
            # A bracket that is never closed bounds nothing.
            if any(tokens[later].key == closing for later in range(index + 1, end)):
                last += 1
                aside = current = last
        elif aside is not None and token.key == closing:
            aside = None
        elif aside is None and _is_structural(tokens, index, text):
            if dashed is None:
                last += 1
                dashed = current = last
            else:
                dashed = None
        units[index] = current
    return last


def _is_structural(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Tell whether a dash bounds an aside: set off by a blank, or long."""
    token = tokens[index]
    if token.key != DASH or token.joined:
        return False
    around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
    set_off = len(around) < _BOTH or any(character.isspace() for character in around)
    return set_off or text[token.start : token.end] in ("\u2014", "\u2015", "--")


_BOTH: Final = 2
