"""Tokens of JSON text with their offsets, and the one place where it breaks."""

from __future__ import annotations

import pytest

from iom_content.codec.scanner import BREAK, KEY, STRING, Token, scan, string_at


def test_tokens_cover_what_they_are() -> None:
    """Every token but commas and colons is told with where it starts and ends."""
    text = ' {"a": [1, -2.5e3, "b\\n"], "c": {}, "d": null, "e": NaN}'
    assert [(token.sort, text[token.start : token.end]) for token in scan(text)] == [
        ("open", "{"),
        ("key", '"a"'),
        ("open", "["),
        ("number", "1"),
        ("number", "-2.5e3"),
        ("string", '"b\\n"'),
        ("close", "]"),
        ("key", '"c"'),
        ("open", "{"),
        ("close", "}"),
        ("key", '"d"'),
        ("word", "null"),
        ("key", '"e"'),
        ("constant", "NaN"),
        ("close", "}"),
    ]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("", Token(BREAK, 0, 0, "a value")),
        ("[1 x", Token(BREAK, 3, 4, "',' or ']'")),
        ('[1 "ab', Token(BREAK, 3, 4, "',' or ']'")),
        ('{"a" "b"}', Token(BREAK, 5, 6, "':'")),
        ('["a\\x"]', Token(BREAK, 3, 5, "an escape that JSON knows")),
        ('["a\\', Token(BREAK, 3, 4, "an escape that JSON knows")),
        ('["a\nb"]', Token(BREAK, 3, 4, "no control character inside a string")),
        ('{"a', Token(BREAK, 3, 3, "a closing '\"'")),
        ("1 2", Token(BREAK, 2, 3, "the end")),
    ],
)
def test_a_break_is_where_the_text_goes_wrong(text: str, token: Token) -> None:
    """The last token says where, over what, and what should have stood there."""
    assert list(scan(text))[-1] == token


def test_strings_are_what_they_stand_for() -> None:
    """Quotes are taken off, escapes resolved."""
    text = '{"a\\u00e9": "b\\\\"}'
    assert [string_at(text, token) for token in scan(text) if token.sort in (KEY, STRING)] == ["aé", "b\\"]
