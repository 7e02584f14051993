"""The source line with its caret, measured as a terminal measures it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.serializers.excerpts import MAX_EXCERPT, Sources, Texts, excerpt_lines


def shown(line: str, column: int | None, excerpt: str | None = None) -> list[str]:
    """Return the excerpt of a text of one line."""
    return list(excerpt_lines(iom.Finding(rule="odd", message="strange", line=1, column=column, excerpt=excerpt), Texts(line)))


def test_the_caret_stands_under_the_column() -> None:
    """From the first column to the end of the line."""
    assert shown("abc", 1) == ["  1 | abc", "    | ^"]
    assert shown("abc", 3) == ["  1 | abc", "    |   ^"]
    assert shown("abc", 4) == ["  1 | abc", "    |    ^"]
    assert shown("abc", 99) == ["  1 | abc", "    |    ^"]
    assert shown("", 1) == ["  1 |", "    | ^"]
    assert shown("abc", None) == ["  1 | abc"]


def test_what_the_excerpt_says_is_underlined_where_it_stands_there() -> None:
    """All of it, up to the end of the line; an excerpt in other words gets a caret alone."""
    assert shown("a faithful word", 3, "faithful") == ["  1 | a faithful word", "    |   ^~~~~~~~"]
    assert shown("a faithful word", 3, "'faithful'") == ["  1 | a faithful word", "    |   ^"]
    assert shown("a faithful", 3, "faithful\nword") == ["  1 | a faithful", "    |   ^~~~~~~~"]
    assert shown("abc", 2, "") == ["  1 | abc", "    |  ^"]
    assert shown("abc", 4, "\nd") == ["  1 | abc", "    |    ^"]
    assert shown("字字 b", 1, "字字") == ["  1 | 字字 b", "    | ^~~~"]


@pytest.mark.parametrize(
    ("line", "column", "picture", "caret"),
    [
        ("字字x", 3, "字字x", "    ^"),
        ("ｗx", 2, "ｗx", "  ^"),
        ("e\u0301x", 3, "e\u0301x", " ^"),
        ("e\u0301x", 2, "e\u0301x", "^"),
        ("\u0301x", 1, "\u0301x", "^"),
        ("ab\u20ddx", 4, "ab\u20ddx", "  ^"),
        ("\u1100\u1161\u11a8x", 4, "\u1100\u1161\u11a8x", "  ^"),
        ("\tx", 2, "    x", "    ^"),
        ("ab\tx", 4, "ab  x", "    ^"),
        ("abcd\tx", 6, "abcd    x", "        ^"),
        ("a\x1bx", 3, "a\\x1bx", "     ^"),
        ("a\x1bx", 2, "a\\x1bx", " ^~~~"),
        ("\u202ex", 2, "\\u202ex", "      ^"),
        ("a\u200bx", 3, "a\\u200bx", "       ^"),
        ("a\u2028x", 3, "a\\u2028x", "       ^"),
        ("a\u00adx", 3, "a\\xadx", "     ^"),
        ("\U000e0041x", 2, "\\U000e0041x", "          ^"),
        ("\ufeffx", 2, "\\ufeffx", "      ^"),
        ("a\rx", 3, "a\\rx", "   ^"),
    ],
)
def test_the_caret_counts_columns_of_a_terminal(line: str, column: int, picture: str, caret: str) -> None:
    """Wide characters take two, combining ones none, tabs go to the next stop, and what shows nothing is spelled out."""
    assert shown(line, column) == [f"  1 | {picture}", f"    | {caret}"]


def test_a_line_is_found_by_its_number_and_file() -> None:
    """Line feeds end lines, with or without a carriage return; what the sources lack is not shown."""
    finding = iom.Finding(rule="odd", message="strange", file="a.json", line=12, column=1)
    sources: Sources = {"a.json": "\n" * 11 + "twelfth\r\n"}
    assert list(excerpt_lines(finding, Texts(sources))) == ["  12 | twelfth", "     | ^"]
    for missing in (None, {}, {"b.json": "x"}, {"a.json": "x"}, "x\n" * 20):
        assert list(excerpt_lines(finding, Texts(missing))) == []
    assert list(excerpt_lines(iom.Finding(rule="odd", message="strange", line=2, column=2), Texts("a\nbc"))) == ["  2 | bc", "    |  ^"]
    assert list(excerpt_lines(iom.Finding(rule="odd", message="strange"), Texts("a\nbc"))) == []
    texts = Texts("a\nb")
    assert [texts.line(iom.Finding(rule="odd", message="strange", line=line)) for line in (1, 2, 3)] == ["a", "b", None]


def test_a_long_line_is_cut_around_the_place() -> None:
    """The signs of a cut stand where something is left out, and what is shown has the width that is allowed."""
    line = "".join(chr(ord("a") + index % 26) for index in range(1000))
    first, middle, last = (shown(line, column) for column in (1, 500, 1000))
    assert first[0] == f"  1 | {line[: MAX_EXCERPT - 2]}…"
    assert first[1] == "    | ^"
    assert middle[0] == f"  1 | …{line[469 : 469 + MAX_EXCERPT - 2]}…"
    assert middle[1] == "    | " + " " * 31 + "^"
    assert last[0] == f"  1 | …{line[-(MAX_EXCERPT - 2) :]}"
    assert last[1] == "    | " + " " * (MAX_EXCERPT - 2) + "^"
    assert shown(line[: MAX_EXCERPT - 2], 1)[0] == f"  1 | {line[: MAX_EXCERPT - 2]}"
    assert shown(line, 1, line)[1] == "    | ^" + "~" * (MAX_EXCERPT - 3)


def test_a_flood_of_combining_marks_is_cut_too() -> None:
    """They take no columns, but a line of them is no longer than one of letters."""
    (line, _) = shown("a" + "\u0301" * 10_000 + "b", 5000)
    assert len(line) < 500
    (line, caret) = shown("\u0301" * 500 + "x" * 500, 600)
    assert line.startswith("  1 | …x")
    assert line[6:][caret[6:].index("^")] == "x"


def test_a_cut_leaves_no_mark_without_its_letter() -> None:
    """A combining mark at the cut goes with what it stands over."""
    line, caret = shown("a\u0301" * 200, 121)
    assert line.startswith("  1 | …a\u0301")
    assert caret == "    | " + " " * 31 + "^"


@given(st.text(max_size=300), st.integers(1, 310), st.text(max_size=3) | st.none())
def test_nothing_hostile_is_shown(line: str, column: int, excerpt: str | None) -> None:
    """Law: no control character, no override, no line end; and the caret lies within what is allowed."""
    found = shown(line.replace("\n", " "), column, excerpt)
    assert len(found) == 2
    assert all(picture.isprintable() or not set(picture) & set("\x1b\x9b\r\n\t\u202e\u2028\u2066") for picture in found)
    assert len(found[1]) <= len("  1 | ") + MAX_EXCERPT
    assert found[1].count("^") == 1


@given(st.text(alphabet="ab字é\u0301\t\x1b\u202e", max_size=300), st.data())
def test_the_caret_points_at_its_character(line: str, data: st.DataObject) -> None:
    """Law: cutting the shown line at the caret's column leaves the picture of the character at that place."""
    column = data.draw(st.integers(1, max(len(line), 1)))
    marked = "X"
    line = line[: column - 1] + marked + line[column:]
    picture, caret = shown(line, column)
    wide = "".join("字字" if character == "字" else "" if character == "\u0301" else character for character in picture)
    assert wide[caret.index("^")] == marked
