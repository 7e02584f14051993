"""The skeleton of a text: its letters and digits alone, evened out at least as far as any search in a browser does.

Browsers find a text whatever its case and its accents; each differs in what else it overlooks. What two skeletons tell
apart, every browser tells apart. The reverse does not hold, and need not: a skeleton serves to rule places out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["skeleton"]

_STROKED: Final = re.compile("LATIN (?:SMALL |CAPITAL )?LETTER ([A-Z]) WITH .*")
# Letters that collation holds equal to others, though they do not decompose into them.
_EVENED: Final = {
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00f0": "d",
    "\u0131": "i",
    "\u0138": "q",
    "\u03c2": "\u03c3",
    "\u0491": "\u0433",
    "\u05da": "\u05db",
    "\u05dd": "\u05de",
    "\u05df": "\u05e0",
    "\u05e3": "\u05e4",
    "\u05e5": "\u05e6",
    "\u0674": "\u0621",
    "\u0640": "",
    "\u0629": "\u0647",
    "\u0649": "\u064a",
}


def skeleton(text: str) -> str:
    """Return the letters and digits of `text`, without case, accents, ligatures, and forms of one letter or digit.

    Each character has the same skeleton wherever it stands, so that the skeleton of two texts joined is that of each, joined.

    Args:
        text: Any text.

    Example:
        >>> skeleton("Œuvres d’été, ½ Straße: ٣"), skeleton("— …")
        ('oeuvresdete12strasse3', '')
    """
    return text.translate({ord(character): _bone(character) for character in set(text)})


@lru_cache(maxsize=4096)
def _bone(character: str) -> str:
    # Marks go before the case does: one of Greek would become a letter.
    plain = "".join(filter(_is_bone, unicodedata.normalize("NFKD", character)))
    return "".join(_evened(each) for each in unicodedata.normalize("NFKD", plain.casefold()) if _is_bone(each))


def _is_bone(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _evened(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    if "\u30a1" <= character <= "\u30f6":
        # Katakana lies one block of 96 characters above hiragana.
        character = chr(ord(character) - 0x60)
    name = unicodedata.name(character, "")
    if name.startswith("HIRAGANA LETTER SMALL "):
        return unicodedata.lookup(name.replace("SMALL ", ""))
    stroked = _STROKED.fullmatch(name)
    return stroked[1].lower() if stroked is not None else _EVENED.get(character, character)
