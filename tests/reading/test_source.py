"""What may be given to the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

import iom_content as iom
from iom_content.reading import source
from iom_content.reading.source import text_of


class Text(str):
    """A kind of text."""

    __slots__ = ()


class Data(bytes):
    """A kind of bytes."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("a\r\n\ufeffb", "a\r\n\ufeffb"),
        (b"a\r\n\xef\xbb\xbfb", "a\r\n\ufeffb"),
        (b"\xef\xbb\xbfa", "\ufeffa"),
        (b"a\0b", "a\0b"),
        (b"a\0\tb\n\r\f\v\x1b", "a\0\tb\n\r\f\v\x1b"),
        (b"\x01\x02", "\x01\x02"),
        (b"\0", "\0"),
        (b"ab\0c", "ab\0c"),
        (b"a\0\0", "a\0\0"),
        (b"a\0bc\0", "a\0bc\0"),
        (b"", ""),
        (Text("a"), "a"),
        (Data(b"a"), "a"),
    ],
)
def test_text_is_taken_as_it_is(given: object, text: str) -> None:
    """Nothing is normalised, marks and line ends stay, and kinds of text become plain text."""
    found = text_of(given)
    assert found == text
    assert type(found) is str


@pytest.mark.parametrize(
    ("given", "problem", "hint"),
    [
        (b"caf\xe9", "not UTF-8: byte 0xe9 at offset 3", "save the text as UTF-8"),
        (b"ab\xe2\x82", "not UTF-8: byte 0xe2 at offset 2", "save the text as UTF-8"),
        (b"\x0fx\x80", "not UTF-8: byte 0x80 at offset 2", "save the text as UTF-8"),
        ("a".encode("utf-16"), "not UTF-8: it starts with the byte order mark of UTF-16", "convert it from UTF-16 to UTF-8"),
        (b"\xfe\xff\0a", "not UTF-8: it starts with the byte order mark of UTF-16", "convert it from UTF-16 to UTF-8"),
        ("a".encode("utf-32"), "not UTF-8: it starts with the byte order mark of UTF-32", "convert it from UTF-32 to UTF-8"),
        (b"\0\0\xfe\xff\0\0\0a", "not UTF-8: it starts with the byte order mark of UTF-32", "convert it from UTF-32 to UTF-8"),
        ("abcd".encode("utf-16-le"), "not UTF-8: every other byte is zero", "convert it from UTF-16 to UTF-8"),
        (b"\x01a\0bc\0", "looks binary: byte 0x00 at offset 2", "pass a page's text, not a file of another kind"),
        (b"a\0b\0", "not UTF-8: every other byte is zero", "convert it from UTF-16 to UTF-8"),
        (b"text \x01 and \0 more", "looks binary: byte 0x00 at offset 11", "pass a page's text, not a file of another kind"),
        (b"text \x7f and \0 more", "looks binary: byte 0x00 at offset 11", "pass a page's text, not a file of another kind"),
        ("ab\ud800c", "lone surrogate U+D800 at offset 2", "decode the page strictly, as UTF-8"),
        (5, "expected text or bytes, found int", "pass the page's text, or its bytes as captured"),
        (None, "expected text or bytes, found NoneType", "pass the page's text, or its bytes as captured"),
        (bytearray(b"a"), "expected text or bytes, found bytearray", "pass the page's text, or its bytes as captured"),
    ],
)
def test_the_rest_is_refused(given: object, problem: str, hint: str) -> None:
    """A refusal says what is wrong, where, and what to do."""
    with pytest.raises(iom.UnreadableInput) as caught:
        text_of(given)
    assert caught.value == iom.UnreadableInput("input", problem, hint)


def test_a_path_is_no_page() -> None:
    """Whoever passes a path is told to read it."""
    with pytest.raises(iom.UnreadableInput) as caught:
        text_of(Path("page.txt"))
    assert caught.value.hint == "read it first: path.read_bytes()"


def test_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page may have so many characters and not one more, however many bytes they take."""
    monkeypatch.setattr(source, "MAX_PAGE", 3)
    assert text_of("abc") == "abc"
    assert text_of("\U0001f600" * 3) == text_of(("\U0001f600" * 3).encode())
    for large in ("abcd", b"abcd", "\u00e9" * 4, ("\u00e9" * 4).encode()):
        with pytest.raises(iom.UnreadableInput) as caught:
            text_of(large)
        assert caught.value == iom.UnreadableInput("input", "too large: 4 characters, at most 3 are read", "pass one page at a time")


def test_large_bytes_are_refused_before_they_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are too many in any encoding are not looked at."""
    monkeypatch.setattr(source, "MAX_PAGE", 3)
    with pytest.raises(iom.UnreadableInput) as caught:
        text_of(b"\xff" * 13)
    assert caught.value.problem == "too large: 4 characters, at most 3 are read"
    with pytest.raises(iom.UnreadableInput) as caught:
        text_of(b"\x80" * 12)
    assert caught.value.problem == "not UTF-8: byte 0x80 at offset 0"


def test_the_limit_is_documented() -> None:
    """The limit is fifty million characters."""
    assert source.MAX_PAGE == 50_000_000
