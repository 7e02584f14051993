"""The words by which texts are searched, each with its place in the official text.

A word is a run of letters and digits, parted at apostrophes and hyphens; of scripts that write no blanks each character is
one. Case, accents and typographic variants are evened out. Queries and texts are taken apart by this one rule, so what is
found does not depend on what a database takes for a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from iom_content.language.folding import fold
from iom_content.language.words import tokens_of, typographic

__all__ = ["Word", "words_in"]

_PARTS: Final = re.compile("[^'\u2018\u2019\u201a\u201b\u0060\u00b4\u2032\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\uff07]+")


class Word(NamedTuple):
    """A word of a text."""

    key: str
    """What it is compared by."""
    start: int
    """Its first code point."""
    end: int
    """The code point after its last."""


def words_in(text: str) -> list[Word]:
    """Return the words of a text in reading order.

    Args:
        text: Any text.

    Example:
        >>> [word.key for word in words_in("L\u2019\u00c9cole d\u2019\u00e9t\u00e9 \u2026 \u79fb\u6c11")]
        ['l', 'ecole', 'd', 'ete', '移', '民']
    """
    words: list[Word] = []
    for token in tokens_of(text):
        if not token.word:
            continue
        for part in _PARTS.finditer(text, token.start, token.end):
            key = _key(part[0])
            if key:
                words.append(Word(key, *part.span()))
    return words


@lru_cache(maxsize=8192)
def _key(raw: str) -> str:
    return fold(typographic(raw)).replace(" ", "")
