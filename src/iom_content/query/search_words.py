"""The words by which texts are searched, each with its place in the official text.

A word is a run of letters, digits and what belongs to them, parted at every mark, apostrophes and hyphens among them; a
point or comma between digits stays. Of scripts that write no blanks each character is a word, and so is an emoji. Case,
accents and typographic variants are evened out. Queries and texts are taken apart by this one rule, so what is found does
not depend on what a database takes for a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from iom_content.language.folding import fold
from iom_content.language.invisible import INVISIBLE

__all__ = ["Word", "patterns_in", "words_in"]

_SUPERSCRIPTS: Final = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
# Thai to Lao, Burmese, Khmer, kana, Han, the further planes of Han.
_UNSPACED: Final = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_EMOJI: Final = 0x1F000
# Letters with strokes and joined letters, which Unicode takes apart no further; who searches seldom has them on a keyboard.
_PLAIN: Final = str.maketrans({"đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ø": "o", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"})
# Over the kinds of characters: letter, digit, mark that belongs to what it follows, invisible, point, unspaced.
_WORD: Final = re.compile("(?:[ld]|(?<=d)p(?=d))(?:[ldm]|i+(?=[ldm])|(?<=d)p(?=d))*|um*")


class Word(NamedTuple):
    """A word of a text."""

    key: str
    """What it is compared by."""
    start: int
    """Its first code point."""
    end: int
    """The code point after its last."""


class _Kinds:
    """Tells the kind of each character, as `str.translate` asks for it."""

    def __getitem__(self, code: int) -> str:
        return _kind(code)


@lru_cache(maxsize=8192)
def _kind(code: int) -> str:
    character = chr(code)
    if any(first <= code <= last for first, last in _UNSPACED):
        return "m" if unicodedata.category(character)[0] == "M" else "u" if character.isalnum() else " "
    if character in ".,":
        return "p"
    if character.isdecimal():
        return "d"
    if character in INVISIBLE:
        return "i"
    if unicodedata.category(character)[0] == "M":
        return "m"
    if character.isalnum() and character not in _SUPERSCRIPTS:
        return "l"
    return "u" if code >= _EMOJI and unicodedata.category(character) == "So" else " "


_KINDS: Final = _Kinds()


def words_in(text: str) -> list[Word]:
    """Return the words of a text in reading order.

    Args:
        text: Any text.

    Example:
        >>> [word.key for word in words_in("L\u2019\u00c9cole d\u2019\u00e9t\u00e9: 1,500 \u2026 \u79fb\u6c11")]
        ['l', 'ecole', 'd', 'ete', '1,500', '移', '民']
    """
    words: list[Word] = []
    for found in _WORD.finditer(text.translate(_KINDS)):
        start, end = found.span()
        key = _key(text[start:end])
        if key:
            words.append(Word(key, start, end))
    return words


def patterns_in(text: str) -> list[tuple[str, ...]]:
    """Return the words of a text in which asterisks stand for any letters, each parted at them.

    Args:
        text: Any text.

    Example:
        >>> patterns_in("Safe * migra*")
        [('safe',), ('', ''), ('migra', '')]
    """
    found = (text[slice(*each.span())] for each in _WORD.finditer(text.replace("*", "a").translate(_KINDS)))
    patterns = (tuple(map(_key, raw.split("*"))) for raw in found)
    return [pattern for pattern in patterns if any(pattern) or len(pattern) > 1]


@lru_cache(maxsize=8192)
def _key(raw: str) -> str:
    # Composition comes first, so that compatible forms and combined accents fold alike; blanks can come out of odd signs.
    return fold(unicodedata.normalize("NFKC", raw)).translate(_PLAIN).replace(" ", "")
