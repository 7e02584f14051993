r"""Text taken apart into words and marks, each with its place and the key under which it is compared.

Two tokens have the same key if they differ only in typography and case: `\u2019` and `'`, an en dash and a hyphen, a wide
letter and a narrow one. Everything else that meets the eye makes another key: digits of another script, fractions,
letters with a stroke through them, lookalikes, a long s, two letters for a sharp s.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from iom_content.language.lexicon import Lexicon

__all__ = ["DASH", "ELLIPSIS", "Token", "is_word", "tokens_of", "typographic"]

DASH: Final = "\u2013"
"""The key of every dash and hyphen."""
ELLIPSIS: Final = "\u2026"
"""The key of an ellipsis, however it is written."""

# Invisible, and harmless wherever they stand; the two joiners only between letters that do not join.
_IGNORABLE: Final = "\xad\u200b\u2060\ufeff\u200e\u200f\u061c"
_JOINERS: Final = "\u200c\u200d"
_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_HYPHENS: Final = "-\u2010\u2011\ufe63\uff0d"
_APOSTROPHES: Final = "'\u2018\u2019\u201a\u201b\u0060\u00b4\u2032\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\uff07"
_QUOTES: Final = '"\u201c\u201d\u201e\u201f\u2033\u02ba\u02ee\u301d\u301e\u301f\uff02'
_SUPERSCRIPTS: Final = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_MARKS: Final = (
    r"!-/:-@\[-`{-~\xa1-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7"
    r"\u02b9-\u02bd\u02c8\u02ca\u02cb\u02ba\u02ee\u060c\u061b\u061f\u066a\u06d4\u0964\u0965"
    r"\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u20a0-\u20cf\u2122\u2116\u2212\u2200-\u22ff\u25a0-\u27bf\u3001-\u3004\u3008-\u3020\u3030"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufe58\ufe63"
)
# Scripts that write no blanks between words: there each character is a word.
_UNSPACED: Final = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_LETTER: Final = rf"[^\s{_MARKS}{_UNSPACED}]"
_TOKEN: Final = re.compile(
    rf"""
    (?P<word>
        (?:{_LETTER}+|(?<=\d)[.,](?=\d))+
        (?:[{_APOSTROPHES}](?:{_LETTER}+|(?<=\d)[.,](?=\d))+)*
    )
    |(?P<unspaced>[{_UNSPACED}])
    |(?P<ellipsis>\u2026|(?<!\.\.)\.{{3}}(?!\.)|(?<!\.[^\S\n]\.[^\S\n])\.[^\S\n]\.[^\S\n]\.(?!\.|[^\S\n]\.))
    |(?P<dashes>(?<!-)--(?!-))
    |(?P<mark>\S)
    """,
    re.VERBOSE,
)
_KEYS: Final = {
    **dict.fromkeys(_DASHES, DASH),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
}
_PLAIN: Final = {ord(mark): "'" for mark in _APOSTROPHES} | dict.fromkeys(map(ord, _IGNORABLE))
_COMPATIBLE: Final = ("<wide>", "<narrow>", "<font>", "<noBreak>", "<initial>", "<medial>", "<final>", "<isolated>")
_FOOTNOTE: Final = re.compile(rf"[{_SUPERSCRIPTS}]+")
_LIGATURES: Final = re.compile("[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\ufb13-\ufb17]")


class Token(NamedTuple):
    """A word or a mark."""

    key: str
    """What it is compared by."""
    start: int
    """Its first code point."""
    end: int
    """The code point after its last."""
    word: bool
    """Whether it is a word; else it is a mark."""
    joined: bool
    """Whether it belongs to one word with the token before it, as the parts of a hyphenated compound do."""


def tokens_of(text: str, words: Lexicon | None = None) -> list[Token]:
    r"""Take a text apart.

    Args:
        text: Any text.
        words: The lexicon of its language, which tells possessive endings and elided words from parts of words.

    Returns:
        Its words and marks in order; blanks, ignorable characters and footnote marks lie between them.

    Example:
        >>> [token.key for token in tokens_of("Climate\u2011induced \u2026 CHANGE.")]
        ['climate', '–', 'induced', '…', 'change', '.']
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "word":
            _add_word(tokens, text, start, end, words)
        elif kind == "mark":
            tokens.append(Token(_mark(match[0]), start, end, False, _is_joint(text, start, end)))
        elif kind == "unspaced":
            tokens.append(Token(typographic(match[0]).lower(), start, end, True, False))
        else:
            tokens.append(Token(DASH if kind == "dashes" else ELLIPSIS, start, end, False, False))
    return tokens


def is_word(text: str) -> bool:
    """Tell whether a text holds a word at all.

    Args:
        text: Any text.

    Example:
        >>> is_word("one"), is_word("... [!]")
        (True, False)
    """
    # Words end at blanks: mostly the first that stands between two tells.
    chunks = (match[0] for match in re.finditer(r"\S+", text))
    return any(token.word and any(map(str.isalnum, token.key)) for chunk in chunks for token in tokens_of(chunk))


@lru_cache(maxsize=8192)
def typographic(word: str) -> str:
    r"""Return a word in plain typography: apostrophes straight, ligatures and wide letters resolved, accents composed.

    Args:
        word: A word as written.

    Returns:
        The word without ignorable characters and footnote marks; its case stays.

    Example:
        >>> typographic("O\ufb03ce\u2019s\u00b2")
        "Office's"
    """
    if word.isascii():
        return word.replace("`", "'")
    # A run of them is tried from its first on only, so that thousands take no time.
    plain = re.sub(rf"(?<=[^\W\d_])(?<![{_SUPERSCRIPTS}])[{_SUPERSCRIPTS}]+$", "", word.translate(_PLAIN))
    plain = re.sub(rf"(?<=[A-Za-z\u00c0-\u024f])[{_JOINERS}](?=[A-Za-z\u00c0-\u024f])", "", plain)
    return unicodedata.normalize("NFC", "".join(map(_compatible, plain)))


def _compatible(character: str) -> str:
    if character < "\u0132":
        return character
    if unicodedata.decomposition(character).startswith(_COMPATIBLE) or _LIGATURES.match(character):
        return unicodedata.normalize("NFKC", character)
    return character


def _add_word(tokens: list[Token], text: str, start: int, end: int, words: Lexicon | None) -> None:
    """Add a word, an elided word before it and a possessive ending after it as tokens of their own."""
    raw = text[start:end]
    plain = typographic(raw)
    if not plain or (not plain[0].isascii() and _FOOTNOTE.fullmatch(plain)):
        # Nothing but ignorable characters, or a footnote mark after a mark.
        return
    joined = bool(tokens) and ((tokens[-1].joined and tokens[-1].end == start) or _is_group(text, tokens[-1], start, end))
    if words is not None and "'" in plain:
        quoted = next(place for place, character in enumerate(raw) if character in _APOSTROPHES) + 1
        if typographic(raw[:quoted]).lower() in words.elided:
            tokens.append(Token(typographic(raw[:quoted]).lower(), start, start + quoted, True, joined))
            _add_word(tokens, text, start + quoted, end, words)
            return
        lower = plain.lower()
        if lower.endswith(words.possessive_endings) and lower not in words.not_possessive:
            last = max(place for place, character in enumerate(raw) if character in _APOSTROPHES)
            tokens.append(Token(typographic(raw[:last]).lower(), start, start + last, True, joined))
            tokens.append(Token(typographic(raw[last:]).lower(), start + last, end, True, True))
            return
    tokens.append(Token(plain.lower(), start, end, True, joined))


def _is_group(text: str, before: Token, start: int, end: int) -> bool:
    """Tell whether three digits go on with a number whose groups are set apart by one blank."""
    if end - start != _GROUP or start - before.end != 1 or not text[start:end].isdecimal() or not text[before.end].isspace():
        return False
    return text[before.start : before.end].isdecimal() and before.end - before.start <= _GROUP


_GROUP: Final = 3


def _mark(mark: str) -> str:
    known = _KEYS.get(mark)
    return typographic(mark) if known is None else known


def _is_joint(text: str, start: int, end: int) -> bool:
    """Tell whether a mark is the hyphen of a compound, or the dash of a range of numbers."""
    mark = text[start]
    if mark not in _DASHES or start == 0 or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    if mark in _HYPHENS:
        return re.match(_LETTER, before) is not None and re.match(_LETTER, after) is not None
    return mark in "\u2012\u2013" and before.isdigit() and after.isdigit()
