"""Characters that a text can hold and a reader should hear of: not composed as NFC says, or controlling what shows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from iom_content.codec.findings import MAX_FINDINGS, excerpt_of, fault
from iom_content.codec.plain import is_array, is_object
from iom_content.model.partition import escaped
from iom_content.model.report import Finding, Severity

__all__ = ["character_warnings", "may_warn"]

# Line feeds, tabs and carriage returns lay text out; all others of the category Cc control a device.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Escapes of JSON and YAML that can stand for any character; the others stand for what lays text out.
_ESCAPE: Final = re.compile(rb"(?<!\\)(?:\\\\)*+\\[^nrt\"\\/]")
_CONTROL_BYTES: Final = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\r")
# The upper half of the controls, in UTF-8.
_C1: Final = re.compile(b"\xc2[\x80-\x9f]")


def character_warnings(data: Any) -> tuple[Finding, ...]:
    """Return a warning for each text of a record that is not in Unicode normal form C or holds a control character.

    The constructors accept such text, since a capture may hold anything. What stands so in the capture of the record
    itself is therefore right as it is.

    Args:
        data: Plain data, of whatever shape.

    Returns:
        The warnings in reading order.

    Example:
        >>> [str(found) for found in character_warnings({"title": "Cafe\\u0301", "summary": "a\\x07"})]  # doctest: +NORMALIZE_WHITESPACE
        ['/title: text that is not in Unicode normal form C from its character 4 on; save it as NFC',
         '/summary: control character U+0007 in a text; leave it out']
    """
    if not _holds_odd(data):
        return ()
    found: list[Finding] = []
    captured: str | None = None
    for pointer, text in _texts(data):
        for finding in _complaints(pointer, text):
            if captured is None:
                captured = _squeezed(_captured(data))
            if len(found) == MAX_FINDINGS:
                return tuple(found)
            if not (captured and _squeezed(text) in captured):
                found.append(finding)
    return tuple(found)


def may_warn(source: str | bytes) -> bool:
    """Tell whether the source of a record may hold such characters, as they are or behind an escape; most do not.

    Args:
        source: The text of a record, in any syntax, or its bytes in UTF-8.

    Returns:
        False only if no text of the record can hold one.

    Example:
        >>> may_warn('{"title": "Caf\\\\u00e9"}'), may_warn('{"title": "Café"}')
        (True, False)
    """
    raw = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    # To delete bytes and compare lengths is far faster than to search for one of a set.
    if len(raw.translate(None, _CONTROL_BYTES)) != len(raw) or (b"\\" in raw and _ESCAPE.search(raw) is not None):
        return True
    if raw.isascii():
        return False
    text = source if isinstance(source, str) else source.decode(errors="replace")
    return _C1.search(raw) is not None or not unicodedata.is_normalized("NFC", text)


def _is_odd(text: str) -> bool:
    return not (text.isascii() and text.isprintable()) and (_CONTROL.search(text) is not None or not unicodedata.is_normalized("NFC", text))


def _holds_odd(data: Any) -> bool:
    """Tell whether any text within data is to be warned of: without pointers this is soon said."""
    waiting: list[Iterable[Any]] = [(data,)]
    seen: set[int] = set()
    while waiting:
        for each in waiting.pop():
            if type(each) is str:
                if _is_odd(each):
                    return True
            elif (is_object(each) or is_array(each)) and id(each) not in seen:
                seen.add(id(each))
                waiting.append(each.values() if is_object(each) else each)
    return False


def _texts(data: Any) -> Iterator[tuple[str, str]]:
    """Yield every text with its pointer, in reading order; what is held twice is read once."""
    waiting: list[tuple[str, Any]] = [("", data)]
    seen: set[int] = set()
    while waiting:
        pointer, here = waiting.pop()
        if type(here) is str:
            if _is_odd(here):
                yield pointer, here
        elif id(here) not in seen:
            seen.add(id(here))
            if is_object(here):
                waiting += [(f"{pointer}/{escaped(key)}", value) for key, value in reversed(here.items()) if type(key) is str]
            elif is_array(here):
                waiting += [(f"{pointer}/{index}", here[index]) for index in reversed(range(len(here)))]


def _complaints(pointer: str, text: str) -> Iterator[Finding]:
    control = _CONTROL.search(text)
    if control is not None:
        message = f"control character U+{ord(control[0]):04X} in a text"
        yield _warning("control-character", pointer, message, "leave it out", excerpt_of(text))
    if not unicodedata.is_normalized("NFC", text):
        message = f"text that is not in Unicode normal form C from its character {_first_difference(text) + 1} on"
        yield _warning("not-nfc", pointer, message, "save it as NFC", excerpt_of(text))


def _first_difference(text: str) -> int:
    composed = unicodedata.normalize("NFC", text)
    return next((index for index, (old, new) in enumerate(zip(text, composed, strict=False)) if old != new), len(composed))


def _captured(data: Any) -> str:
    capture = data.get("capture") if is_object(data) else None
    text = capture.get("text") if is_object(capture) else None
    return text if type(text) is str else ""


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _warning(rule: str, pointer: str, message: str, hint: str, excerpt: str) -> Finding:
    return fault(rule, message, pointer=pointer, excerpt=excerpt, hint=hint, severity=Severity.WARNING)
