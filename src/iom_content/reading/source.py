"""What a reader may be given: text or UTF-8 bytes of bounded size; everything else is refused in one line."""

from __future__ import annotations

from os import PathLike
from typing import Final

from iom_content.errors import UnreadableInput

MAX_PAGE: Final = 50_000_000
"""Most code points a page may have."""

_SOURCE: Final = "input"
_UTF8_HINT: Final = "save the text as UTF-8"
_FOREIGN_MARKS: Final = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_SAMPLE: Final = 4096
_CONTROLS: Final = frozenset(range(0x20)) - frozenset(b"\0\t\n\v\f\r\x1b") | {0x7F}


def text_of(given: object) -> str:
    r"""Return the text that was given, unchanged in every code point.

    Args:
        given: Text, or bytes in UTF-8; a byte order mark stays.

    Returns:
        The text.

    Raises:
        UnreadableInput: It is neither text nor bytes, is not UTF-8, looks binary, holds a lone surrogate or is too large.

    Example:
        >>> text_of("Qu\u00e9 hacemos".encode())
        'Qué hacemos'
    """
    if isinstance(given, str):
        text = str.__str__(given)
        _refuse_surrogates(text)
    elif isinstance(given, bytes):
        text = _decoded(bytes(given))
    else:
        kind = type(given).__name__
        hint = "read it first: path.read_bytes()" if isinstance(given, PathLike) else "pass the page's text, or its bytes as captured"
        raise UnreadableInput(_SOURCE, f"expected text or bytes, found {kind}", hint)
    _refuse_large(len(text))
    return text


def _decoded(data: bytes) -> str:
    # A character takes at most four bytes: there are at least so many, however they are encoded.
    _refuse_large(-(-len(data) // 4))
    for mark, encoding in _FOREIGN_MARKS:
        if data.startswith(mark):
            raise UnreadableInput(
                _SOURCE, f"not UTF-8: it starts with the byte order mark of {encoding}", f"convert it from {encoding} to UTF-8"
            )
    _refuse_binary(data[:_SAMPLE])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise UnreadableInput(_SOURCE, f"not UTF-8: byte 0x{byte:02x} at offset {error.start}", _UTF8_HINT) from None


def _refuse_binary(sample: bytes) -> None:
    nulls = sample.count(0)
    if nulls * 2 >= len(sample) > 3:
        raise UnreadableInput(_SOURCE, "not UTF-8: every other byte is zero", "convert it from UTF-16 to UTF-8")
    if nulls and any(byte in _CONTROLS for byte in sample):
        raise UnreadableInput(
            _SOURCE, f"looks binary: byte 0x00 at offset {sample.index(0)}", "pass a page's text, not a file of another kind"
        )


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise UnreadableInput(
            _SOURCE, f"lone surrogate U+{code:04X} at offset {error.start}", "decode the page strictly, as UTF-8"
        ) from None


def _refuse_large(size: int) -> None:
    if size > MAX_PAGE:
        raise UnreadableInput(_SOURCE, f"too large: {size} characters, at most {MAX_PAGE} are read", "pass one page at a time")
