"""Where a word certainly begins or ends by the default rules of Unicode (UAX #29), without its tables.

Only places that the rules settle by general category are told; between two letters there is none, though a dictionary
may find one there in scripts that are written without blanks.
"""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["BLANKS", "is_attached", "is_blank", "is_hidden", "is_shown", "is_word_edge"]

BLANKS: Final = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
"""The blanks that part words; the narrow no-break space, which joins them by the rules, is none."""

# Punctuation that joins the letters or digits on both its sides (MidLetter, MidNumLet and the plain quotes), and marks that
# single implementations treat likewise.
_JOINERS: Final = frozenset(
    "'\".:@/\\\u00b7\u0387\u055f\u05f3\u05f4\u2018\u2019\u2024\u2027\u30fb\ufe13\ufe52\ufe55\uff07\uff0e\uff1a\uff65"
)
# The same for digits alone (MidNum).
_DIGIT_JOINERS: Final = frozenset(",;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b")

# What belongs to the character before, though it is of a category of hidden ones, and the blanks among those.
_JOINED: Final = frozenset("\u200c\u200d\t\n\v\f\r\x85")
_MARKS: Final = ("Pd", "Pe", "Pf", "Pi", "Po", "Ps")
_ATTACHED: Final = ("Cc", "Cf", "Mc", "Me", "Mn")
# Colours of skin belong to the picture before; the Arabic decimal separator counts as a digit.
_SKIN: Final = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_DIGIT: Final = "\u066b"


def is_attached(character: str) -> bool:
    """Tell whether a character belongs to the one before it, or is passed over.

    Example:
        >>> is_attached("\\u0301"), is_attached("a")
        (True, False)
    """
    return (unicodedata.category(character) in _ATTACHED or character in _SKIN) and not is_blank(character)


def is_blank(character: str) -> bool:
    """Tell whether a character is a blank that parts words.

    Example:
        >>> is_blank(" "), is_blank("a")
        (True, False)
    """
    return character in BLANKS


def is_hidden(character: str) -> bool:
    """Tell whether a character shows nothing and joins nothing, so that searches disagree on what it belongs to.

    Example:
        >>> is_hidden("\\u200f"), is_hidden("\\u0301")
        (True, False)
    """
    return unicodedata.category(character) in ("Cf", "Cc") and character not in _JOINED


def is_shown(character: str) -> bool:
    """Tell whether a character is more than a blank, a mark upon another one or one that shows nothing.

    Example:
        >>> is_shown("-"), is_shown("\\u00ad")
        (True, False)
    """
    return not is_blank(character) and not is_attached(character)


def is_word_edge(text: str, offset: int) -> bool:
    """Tell whether a word, a mark or a blank certainly begins at `offset`, so that nothing reaches across.

    Args:
        text: The text of one block.
        offset: From 0 to the text's length, both of which are edges.

    Example:
        >>> [offset for offset in range(13) if is_word_edge("low-cost 1,0", offset)]
        [0, 3, 4, 8, 9, 12]
        >>> is_word_edge("don't", 3), is_word_edge("word.", 4)
        (False, True)
    """
    if offset in (0, len(text)):
        return True
    # The joiner of zero width binds pictures to what stands before.
    if is_attached(text[offset]) or text[offset - 1] == "\u200d":
        return False
    before = _before(text, offset)
    if before < 0:
        return False
    left, right = _kind(text[before]), _kind(text[offset])
    if right == "joiner" and left == "word":
        # The plain quote stands for a geresh, which is part of a Hebrew word even at its end.
        geresh = text[offset] == "'" and unicodedata.name(text[before], "").startswith("HEBREW ")
        return not geresh and not _joins(text, before, offset, _after(text, offset + 1))
    if left == "joiner" and right == "word":
        return not _joins(text, _before(text, before), before, offset)
    return left != right or left in ("joiner", "mark")


def _joins(text: str, left: int, joiner: int, right: int) -> bool:
    """Tell whether a joiner may join what stands at two places; there may be nothing."""
    if not (left >= 0 and right < len(text) and _kind(text[left]) == _kind(text[right]) == "word"):
        return False
    return text[joiner] in _JOINERS or (_is_numeric(text[left]) and _is_numeric(text[right]))


def _is_numeric(character: str) -> bool:
    return character == _DIGIT or unicodedata.category(character)[0] == "N"


def _kind(character: str) -> str:
    if is_blank(character):
        return "blank"
    if character in _JOINERS or character in _DIGIT_JOINERS:
        return "joiner"
    # Symbols count as words: some of them make one sign of several characters.
    return "mark" if unicodedata.category(character) in _MARKS and character != _DIGIT else "word"


def _before(text: str, offset: int) -> int:
    """Return the place of the last character before `offset` that stands on its own; -1 if there is none."""
    offset -= 1
    while offset >= 0 and is_attached(text[offset]):
        offset -= 1
    return offset


def _after(text: str, offset: int) -> int:
    while offset < len(text) and is_attached(text[offset]):
        offset += 1
    return offset
