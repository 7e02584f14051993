"""Expressions for phrases of the lexicons, with blanks and apostrophes of any form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["alternatives", "spelled"]

_APOSTROPHE: Final = re.compile("['\u2019]")


def spelled(phrase: str) -> str:
    """Return an expression for a phrase.

    Example:
        >>> spelled("up from")
        'up\\\\s+from'
    """
    return r"\s+".join(_APOSTROPHE.sub("['\\\\u2019]", re.escape(word)) for word in phrase.split())


def alternatives(phrases: Iterable[str]) -> str:
    """Return an expression for any of some phrases, the longest first.

    Example:
        >>> alternatives(["says", "according to"])
        'according\\\\s+to|says'
    """
    return "|".join(spelled(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or r"(?!)"
