"""Folding for comparison: case, accents, blanks and typographic variants are evened out, and each place is known.

Folded text is never shown; it only decides whether two labels are the same and where in a raw line a label ends.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.invisible import INVISIBLE

if TYPE_CHECKING:
    from array import array

_EVENED: Final = {
    "\u0131": "i",  # The dotless i: capitals do not tell it from the dotted one.
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "`": "'",
    "\u00b4": "'",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u0640": "",  # The tatweel only stretches an Arabic word.
}


class Folded(NamedTuple):
    """Folded text with the place of each of its characters in the raw text."""

    text: str
    """The folded text."""
    starts: array[int]
    """For each folded character the offset of the raw character it comes from, then the length of the raw text."""


def fold(text: str) -> str:
    r"""Return `text` as it is compared: case-folded, without accents, outer blanks or invisible characters.

    Runs of blanks become one space; apostrophes and dashes become the plain ones.

    Args:
        text: Any text.

    Returns:
        Text that is equal for labels which differ only in the ways named.

    Example:
        >>> fold("O\u00d9  TRAVAILLONS\u2011NOUS") == fold("O\u00f9 travaillons-nous")
        True
    """
    return " ".join("".join(map(_folded, text)).split())


def fold_with_places(text: str) -> Folded:
    r"""Fold `text` and keep where each folded character comes from; outer blanks stay, as one space each.

    Args:
        text: Any text.

    Returns:
        The folded text and the offsets in `text`, counted in code points.

    Example:
        >>> fold_with_places("Stra\u00dfe").text, list(fold_with_places("\u00df!").starts)
        ('strasse', [0, 0, 1, 2])
    """
    # Imported here, because a first search only folds and has ten milliseconds.
    from array import array

    parts: list[str] = []
    starts = array("L")
    last = ""
    for offset, character in enumerate(text):
        for piece in _folded(character):
            if piece != " " or last != " ":
                parts.append(piece)
                starts.append(offset)
            last = piece
    starts.append(len(text))
    return Folded("".join(parts), starts)


def prefix_length(text: str, prefix: str) -> int | None:
    r"""Return how many code points at the start of `text` spell `prefix` when both are folded.

    Marks and invisible characters that follow the last letter of the prefix belong to it.

    Args:
        text: The raw text, without outer blanks.
        prefix: What it may start with.

    Returns:
        The length in `text`, exact in code points; None if it starts otherwise, or if the prefix is blank.

    Example:
        >>> prefix_length("STRASSENumber one", "Stra\u00dfe"), prefix_length("Workers", "Work")
        (7, 4)
    """
    wanted = fold(prefix)
    # Folding the whole of a long line would cost more than the question is worth: a label is repeated at nearly its length.
    head = fold_with_places(text[: 4 * len(prefix) + 16])
    size = len(wanted)
    if not wanted or not head.text.startswith(wanted) or head.starts[size] == head.starts[size - 1]:
        return None
    return head.starts[size]


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character.isspace():
        return " "
    if character in INVISIBLE:
        return ""
    if character in _EVENED:
        return _EVENED[character]
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(_EVENED.get(piece, piece) for piece in spelled if not unicodedata.combining(piece) and piece not in INVISIBLE)
