"""Characters that a terminal's encoding lacks, or that a format lets through though they control a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from typing import Final, TextIO

from iom_content.serializers.registry import FORMATS

__all__ = ["encoding_of", "fitted"]

# What stands in for a character that is only dress; every other one is spelled out.
_DRESS: Final[Mapping[str, str]] = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "—": "-",
    "…": "...",
    "├": "|",
    "└": "`",
    "─": "-",
    "│": "|",
    "\xa0": " ",
}
# JSON lets these stand in a string as they are.
_CONTROLS: Final = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def encoding_of(stream: TextIO) -> str:
    """Return the encoding that a stream's reader expects.

    Python writes UTF-8 under the locale C, because many systems never set another one. Who sets `LC_ALL=C` asks for ASCII,
    unless they ask for UTF-8 elsewhere.

    Args:
        stream: A standard stream.
    """
    encoding = stream.encoding or "utf-8"
    if stream in (sys.__stdout__, sys.__stderr__) and sys.flags.utf8_mode and os.environ.get("LC_ALL") in ("C", "POSIX"):
        told = "utf8" in sys._xoptions or {"PYTHONUTF8", "PYTHONIOENCODING"} & os.environ.keys()  # noqa: SLF001 - its documented name
        return encoding if told else "ascii"
    return encoding


def fitted(text: str, encoding: str, form: str) -> str:
    """Return text of a format in characters that an encoding has, so that the format still says the same.

    JSON gets its own escapes and Markdown gets character references, both of which lose nothing; text gets plain signs for
    typographic ones and backslash escapes for all others.

    Args:
        text: Text of that format.
        encoding: Name of a codec of Python's.
        form: Name of the format.

    Example:
        >>> fitted("– é", "ascii", "text"), fitted("– é", "ascii", "json"), fitted("– é", "ascii", "markdown")
        ('- \\\\xe9', '\\\\u2013 \\\\u00e9', '&#8211; &#233;')
    """
    escapes = FORMATS[form].escapes
    if escapes == "json":
        text = _CONTROLS.sub(lambda found: _as_json(found[0]), text)
    if _has(encoding, text):
        return text
    stand_in = _STAND_INS[escapes]
    spelled = {character: character if _has(encoding, character) else stand_in(character) for character in set(text)}
    return "".join(spelled[character] for character in text)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _as_text(character: str) -> str:
    return _DRESS.get(character) or character.encode("ascii", "backslashreplace").decode()


def _as_json(character: str) -> str:
    # json.dumps leaves DEL as it is.
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"


def _as_reference(character: str) -> str:
    return f"&#{ord(character)};"


_STAND_INS: Final[Mapping[str, Callable[[str], str]]] = {"backslash": _as_text, "json": _as_json, "reference": _as_reference}
