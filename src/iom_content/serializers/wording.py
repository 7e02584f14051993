"""What the one-way formats share: hostile characters shown, words for origins and figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final, cast

from iom_content.model.organization import Figure
from iom_content.model.origins import Captured, Curated, Origin

# Characters that reorder what a reader sees; the marks 200E, 200F and 061C only hint and are part of ordinary text.
_OVERRIDES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_QUALIFIERS: Final[Mapping[str, str]] = {
    "exactly": "",
    "more_than": "more than ",
    "at_least": "at least ",
    "around": "around ",
    "nearly": "nearly ",
}


def as_tuple(value: object) -> tuple[object, ...]:
    """Return a tuple of values as it is, and one value as a tuple.

    Example:
        >>> as_tuple("a"), as_tuple(("a", "b"))
        (('a',), ('a', 'b'))
    """
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def visible(text: str) -> str:
    """Return text with control characters and direction overrides spelled out, line feeds and tabs as blanks.

    Example:
        >>> visible("a\\x1b[31mb\\nc")
        'a\\\\x1b[31mb c'
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return " "
    if unicodedata.category(character) == "Cc" or character in _OVERRIDES:
        return character.encode("unicode_escape").decode()
    return character


def figure_words(figure: Figure) -> str:
    """Return a figure's number with its qualifier in words.

    Example:
        >>> import iom_content as iom
        >>> figure_words(iom.Figure(name="boats", value=12, unit="boat", qualifier=iom.Qualifier.MORE_THAN))
        'more than 12'
    """
    return f"{_QUALIFIERS[figure.qualifier.value]}{figure.value}"


def origin_words(origin: Origin | None) -> str:
    """Return where a value comes from, in a few words; empty if that is not said.

    Example:
        >>> import iom_content as iom
        >>> origin_words(iom.Curated(basis=iom.Basis.SECONDARY, note="A newspaper."))
        'secondary'
    """
    if isinstance(origin, Captured):
        return "captured"
    return origin.basis.value if isinstance(origin, Curated) else ""


def name_words(name: str) -> str:
    """Return a figure's name as words.

    Example:
        >>> name_words("member_states")
        'member states'
    """
    return name.replace("_", " ")
