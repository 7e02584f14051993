"""Characters that show nothing."""

from __future__ import annotations

import sys

import pytest

from iom_content.language.invisible import INVISIBLE, bare


def test_no_blank_is_invisible() -> None:
    """A character is a blank or invisible, never both: blanks have no owner, invisible characters have one."""
    assert not [character for character in INVISIBLE if character.isspace()]


def test_all_blanks_are_cut() -> None:
    """Every blank of `str.isspace` is cut off at both edges."""
    for character in map(chr, range(sys.maxunicode + 1)):
        if character.isspace():
            assert bare(f"{character}x{character}") == "x"


@pytest.mark.parametrize(
    "mark",
    [
        "\x00",
        "\x08",
        "\x0e",
        "\x1b",
        "\x7f",
        "\x84",
        "\x86",
        "\x9f",
        "\u00ad",
        "\u200b",
        "\u200f",
        "\u202a",
        "\u2060",
        "\u206f",
        "\ufeff",
        "\U000e0001",
        "\U000e0020",
        "\U000e007f",
    ],
)
def test_invisible_edges_are_cut(mark: str) -> None:
    """Invisible characters go at the edges, mixed with blanks or not, and stay inside."""
    assert mark in INVISIBLE
    assert bare(f" {mark} a{mark}b {mark}\n") == f"a{mark}b"
    assert bare(mark) == ""


@pytest.mark.parametrize("shown", ["a", "-", "\u0301", "\ufe0f", "\u0600", "\x85"])
def test_visible_characters_are_not_invisible(shown: str) -> None:
    """Letters, accents and selectors show something or change what shows."""
    assert shown not in INVISIBLE
