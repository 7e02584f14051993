"""Keys made from words: lower case, joined by single hyphens, in the script they were written in."""

from __future__ import annotations

import unicodedata
from typing import Final

from iom_content.language.invisible import INVISIBLE

UNTITLED: Final = "untitled"
"""The slug of a text without any letter or digit."""

_SILENT: Final = INVISIBLE | frozenset("'\u2019\u2018\u02bc")


def slug(text: str) -> str:
    r"""Return the slug of `text`.

    Letters lose their case; those on a Latin base lose their accents, those of other scripts stay as they are.
    Apostrophes and invisible characters vanish; all else that is no letter, digit or mark of a letter parts words.

    Args:
        text: Any text.

    Returns:
        Words joined by single hyphens; `untitled` if the text has neither letter nor digit.

    Example:
        >>> slug("What We Do"), slug("D\u00f3nde operamos"), slug("The Director\u2019s office"), slug("***")
        ('what-we-do', 'donde-operamos', 'the-directors-office', 'untitled')
    """
    words = "".join(_kept(_spelled(text))).split()
    return "-".join(words) or UNTITLED


def _spelled(text: str) -> str:
    return unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())


def _kept(spelled: str) -> list[str]:
    """Return each character as it stands in a slug: itself, nothing, or a blank that parts words."""
    kept: list[str] = []
    base = " "
    for character in spelled:
        if unicodedata.category(character)[0] == "M":
            # A mark belongs to its base: it goes with the accents of Latin letters and stays in scripts that spell with it.
            kept.append(character if base != " " and not base.isascii() and not _is_latin(base) else "")
            continue
        base = character if unicodedata.category(character)[0] in "LN" else " "
        kept.append("" if character in _SILENT else base)
    return list(unicodedata.normalize("NFC", "".join(kept)))


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN")
