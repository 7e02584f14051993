"""Strict JSON text to plain data and back.

`json` of the standard library does the reading. Only a text that it, or one of the hooks, refuses is read a second time,
to find each fault and its place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from iom_content.codec.findings import excerpt_of, fault
from iom_content.codec.places import Lines
from iom_content.codec.text_faults import MAX_DEPTH, integer_fits, text_faults
from iom_content.errors import InvalidData, UnsupportedValue
from iom_content.model.constraints import has_lone_surrogate
from iom_content.model.report import Finding

__all__ = ["MAX_DEPTH", "MAX_INPUT", "encoding_of", "parse", "render", "text_of", "written"]

MAX_INPUT: Final = 50_000_000
"""How long a JSON input may be, in bytes or, if it is text already, in code points."""

_BOM: Final = "\ufeff"
_BOMS: Final = ((b"\xff\xfe\0\0", "UTF-32"), (b"\0\0\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
# Which of the first four bytes are zero where a text that starts with two characters of ASCII is in another encoding.
_ZEROS: Final[Mapping[tuple[bool, ...], str]] = {
    (True, False, True, False): "UTF-16",
    (False, True, False, True): "UTF-16",
    (True, True, True, False): "UTF-32",
    (False, True, True, True): "UTF-32",
}
_UNSTRUCTURED: Final = bytes(sorted(set(range(256)) - set(b'[]{}"')))
_BRACES: Final = bytes.maketrans(b"{}", b"[]")


class _Refused(Exception):
    """Says that a hook met what strict JSON does not allow."""


def parse(source: str | bytes, *, kind: str = "record") -> Any:
    """Return the plain data that a JSON text stands for.

    Refused are, beside what is no JSON at all: a byte order mark, duplicate keys, NaN and infinities, integers that
    other readers round, lone surrogates, nesting deeper than `MAX_DEPTH` and inputs longer than `MAX_INPUT`.

    Args:
        source: The text, or its bytes in UTF-8.
        kind: What the text should be, for the error's message.

    Returns:
        Dicts, lists, texts, numbers, booleans and None.

    Raises:
        InvalidData: The text is refused; each finding has its place.

    Example:
        >>> parse(b'{"id": "our-work"}')
        {'id': 'our-work'}
    """
    text = text_of(source, kind=kind)
    faults: tuple[Finding, ...] = ()
    if not _may_be_too_deep(text):
        try:
            data = json.loads(text, object_pairs_hook=_members, parse_int=_integer, parse_float=_float, parse_constant=_constant)
        except (ValueError, _Refused):
            pass
        else:
            if not _may_hold_lone_surrogates(source, text):
                return data
            faults = text_faults(text)
            if not faults:
                return data
    raise InvalidData(kind, faults or text_faults(text))


def text_of(source: object, *, kind: str = "record") -> str:
    """Return the text of an input, checked for length, encoding and emptiness.

    Args:
        source: The text, or its bytes in UTF-8; all else is refused.
        kind: What the text should be, for the error's message.

    Returns:
        The text, unread.

    Raises:
        InvalidData: It is too long, not UTF-8, starts with a byte order mark, or holds nothing.

    Example:
        >>> text_of("ü".encode())
        'ü'
    """
    if not isinstance(source, str | bytes):
        raise InvalidData(kind, (fault("type", f"expected text or bytes, found {excerpt_of(source)}", expected="text or bytes"),))
    if len(source) > MAX_INPUT:
        unit = "bytes" if isinstance(source, bytes) else "code points"
        raise InvalidData(kind, (fault("too-large", f"longer than {MAX_INPUT} {unit}", hint="split it"),))
    text = source if isinstance(source, str) else _decoded(source, kind)
    if text.startswith(_BOM):
        message = "starts with a byte order mark, which JSON does not allow"
        raise InvalidData(kind, (fault("byte-order-mark", message, place=(1, 1), hint="save the file as UTF-8 without a byte order mark"),))
    if not text or text.isspace():
        raise InvalidData(
            kind, (fault("empty", "empty input" if not text else "nothing but blanks", place=(1, 1), expected="a JSON value"),)
        )
    return text


def render(plain: Any) -> str:
    """Return the canonical JSON text of plain data: sorted keys, indented by two, nothing escaped needlessly, a final line feed.

    Args:
        plain: Dicts with texts for keys, lists, texts, numbers, booleans and None.

    Returns:
        The text; the same data gives the same bytes each time.

    Raises:
        UnsupportedValue: The data holds what JSON cannot carry, such as NaN, or holds itself.

    Example:
        >>> print(render({"title": "Ü", "id": "a"}), end="")
        {
          "id": "a",
          "title": "Ü"
        }
    """
    try:
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False) + "\n"
    except (TypeError, ValueError, RecursionError) as error:
        raise UnsupportedValue("json", f"cannot carry this: {error}") from None


def written(encoded: Any, *, compact: bool = False) -> str:
    """Return the JSON text of what an encoder of ours wrote, byte for byte as `render` would, or on a line of its own.

    Where orjson is installed (the `fast` extra) it does the writing, in a twentieth of the time. It may, because encoders write
    nothing but objects, arrays, texts, integers and null, of which both write the same; of all else it has ideas of its own.

    Args:
        encoded: What an encoder returned.
        compact: Whether to write one line without blanks.

    Returns:
        The text, with a final line feed.

    Example:
        >>> written({"title": "Ü", "id": "a"}, compact=True)
        '{"id":"a","title":"Ü"}\\n'
    """
    fast = _orjson()
    if fast is not None:
        layout = 0 if compact else fast.OPT_INDENT_2
        text: bytes = fast.dumps(encoded, option=fast.OPT_SORT_KEYS | fast.OPT_APPEND_NEWLINE | layout)
        return text.decode()
    if not compact:
        return render(encoded)
    return json.dumps(encoded, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


@cache
def _orjson() -> Any:
    try:
        import orjson
    except ModuleNotFoundError:
        return None
    return orjson


def encoding_of(source: bytes) -> str | None:
    """Return the encoding other than UTF-8 that the first bytes of a text tell, or None.

    Example:
        >>> encoding_of("{}".encode("utf-16-le")), encoding_of(b"{}")
        ('UTF-16', None)
    """
    return next((name for mark, name in _BOMS if source.startswith(mark)), None) or _ZEROS.get(tuple(byte == 0 for byte in source[:4]))


def _decoded(source: bytes, kind: str) -> str:
    other = encoding_of(source)
    if other is None:
        try:
            return source.decode()
        except UnicodeDecodeError as error:
            at = error.start
    else:
        at = source.index(0) if source[0] < 0x80 else 0
    before = source[:at].decode()
    message = f"not UTF-8: byte {source[at]:#04x} at offset {at}"
    hint = f"it looks like {other}; save it as UTF-8" if other else "save it as UTF-8"
    raise InvalidData(kind, (fault("encoding", message, place=Lines(before).place(len(before)), expected="UTF-8", hint=hint),))


def _may_be_too_deep(text: str) -> bool:
    """Tell whether nesting may exceed the limit, before any recursive parser sees the text.

    All but quotes and brackets is deleted, then the strings, then innermost pairs of brackets until none are left: each
    round takes one level. Up to the first fault of the text the strings are told apart as a parser does; behind it,
    where they may not be, no parser will look.
    """
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    raw = text.encode("utf-8", "surrogatepass")
    if b"\\" in raw:
        # Escaped backslashes go first: a quote behind an even number of them does end its string.
        raw = raw.replace(b"\\\\", b"").replace(b'\\"', b"")
    outside_strings = raw.translate(None, _UNSTRUCTURED).split(b'"')[::2]
    brackets = b"".join(outside_strings).translate(_BRACES)
    for _ in range(MAX_DEPTH):
        fewer = brackets.replace(b"[]", b"")
        if len(fewer) == len(brackets):
            break
        brackets = fewer
    return len(brackets) > MAX_DEPTH or b"[]" in brackets


def _may_hold_lone_surrogates(source: str | bytes, text: str) -> bool:
    # What was decoded from UTF-8 holds none, unless an escape says so.
    return "\\ud" in text or "\\uD" in text or (isinstance(source, str) and not text.isascii() and has_lone_surrogate(text))


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Refused
    return members


def _integer(digits: str) -> int:
    if not integer_fits(digits):
        raise _Refused
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _Refused
    return number


def _constant(_: str) -> Any:
    raise _Refused
