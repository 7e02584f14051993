"""Edges of words; tests/browser holds them against a browser's segmenter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language.word_edges import BLANKS, is_attached, is_blank, is_hidden, is_shown, is_word_edge


def cut(text: str) -> str:
    """Return a text with a bar at each edge inside it."""
    return "".join(f"|{each}" if place and is_word_edge(text, place) else each for place, each in enumerate(text))


@pytest.mark.parametrize(
    "edges",
    [
        "one| |two",
        "one|-|two",
        "one|–|two",
        "(|one|)",
        "one|.",
        "one|.|.|.| |two",
        "one|.|)",
        "e.g|.| |this",
        "don't",
        "don’t| |say| |‘|so|’",
        "Harbour|-|Master’s| |plan",
        "'|tis| |'|one|'",
        "1,000.5",
        "one|,|two",
        "1|,|a|;|2",
        "one:two/three",
        "one_two",
        "€5| |+| |$6",
        "50|%",
        "a|&|b",
        "one\u202ftwo",
        "one|\xa0|two",
        "one|  |two",
        "cafe\u0301| |x",
        "a.\u0301b",
        "a\u0301.b",
        "a\u200d🚢",
        "🇫🇷🇪🇸",
        "👍🏽| |a",
        "港口|。|人人",
        "港口|，|人人",
        "1，2",
        "ท่าเรือ",
        "א'",
        "א'| |ב",
        "a|'",
        "٣٫٥",
        "٣،٥",
        "ا|،|ب",
        "\u0301a",
        "one\u200f| |two",
    ],
)
def test_edges_lie_where_the_rules_put_them_by_category_alone(edges: str) -> None:
    """What stands between two bars is never cut; between letters there is no certain edge."""
    assert cut(edges.replace("|", "")) == edges


def test_both_ends_of_a_text_are_edges() -> None:
    """Even of one that begins with a mark, and of none."""
    assert is_word_edge("", 0)
    assert is_word_edge("\u0301", 0)
    assert is_word_edge("\u0301", 1)


@pytest.mark.parametrize(
    ("character", "kinds"),
    [
        ("a", "shown"),
        ("-", "shown"),
        ("\u202f", "shown"),
        (" ", "blank"),
        ("\t", "blank"),
        ("\x85", "blank"),
        ("\u2003", "blank"),
        ("\u0301", "attached"),
        ("\u093e", "attached"),
        ("\u20dd", "attached"),
        ("\U0001f3fd", "attached"),
        ("\u200d", "attached"),
        ("\u200c", "attached"),
        ("\u200f", "attached hidden"),
        ("\xad", "attached hidden"),
        ("\x00", "attached hidden"),
        ("\x1f", "attached hidden"),
    ],
)
def test_characters_are_shown_blank_attached_or_hidden(character: str, kinds: str) -> None:
    """Exactly one of the first three; what is hidden is attached."""
    tests = {"shown": is_shown, "blank": is_blank, "attached": is_attached, "hidden": is_hidden}
    assert " ".join(name for name, test in tests.items() if test(character)) == kinds


@given(st.characters(codec="utf-8"))
def test_every_character_is_of_one_kind(character: str) -> None:
    """Law: shown, blank or attached; hidden ones are attached; blanks are what Python splits at, but for four."""
    assert [is_shown(character), is_blank(character), is_attached(character)].count(True) == 1
    assert is_attached(character) or not is_hidden(character)
    assert is_blank(character) == (character in BLANKS) == (character.isspace() and character not in "\u202f\x1c\x1d\x1e\x1f")
