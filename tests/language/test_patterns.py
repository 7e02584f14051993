"""Numbers that phrases state."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language.patterns import QUALIFIERS, Stated, is_stated, stated_numbers
from iom_content.model.kinds import Qualifier


def found(text: str, field: str) -> list[tuple[str, int, str]]:
    """Return the words, value and qualifier of each number stated."""
    return [(text[stated.start : stated.end], stated.value, stated.qualifier) for stated in stated_numbers(text, field)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with 175 member states and", [("175 member states", 175, "exactly")]),
        ("175\xa0 Member\nStates", [("175\xa0 Member\nStates", 175, "exactly")]),
        ("composed of 12 Etats membres", [("12 Etats membres", 12, "exactly")]),
        ("12 \u00c9TATS MEMBRES", [("12 \u00c9TATS MEMBRES", 12, "exactly")]),
        ("12 E\u0301tats membres\u00ad.", [("12 E\u0301tats membres\u00ad", 12, "exactly")]),
        ("over 170 member states", [("over 170 member states", 170, "more_than")]),
        ("170+ member states", [("170+ member states", 170, "more_than")]),
        ("more than 170 member states", [("more than 170 member states", 170, "more_than")]),
        ("at least 170 member states", [("at least 170 member states", 170, "at_least")]),
        ("170 or more member states", [("170 or more member states", 170, "at_least")]),
        ("around 170 member states", [("around 170 member states", 170, "around")]),
        ("nearly 170 member states", [("nearly 170 member states", 170, "nearly")]),
        ("exactly 170 member states", [("exactly 170 member states", 170, "exactly")]),
        ("no more than 170 member states", []),
        ("fewer than 170 member states, 4 member states", [("4 member states", 4, "exactly")]),
        ("1,175 member states", [("1,175 member states", 1175, "exactly")]),
        ("1 175 198 member states", [("1 175 198 member states", 1175198, "exactly")]),
        ("4 member states, then 5 member states", [("4 member states", 4, "exactly"), ("5 member states", 5, "exactly")]),
        ("\u0661\u0667\u0665 member states", [("\u0661\u0667\u0665 member states", 175, "exactly")]),
        ("3.175 member states.", [("3.175 member states", 3175, "exactly")]),
        ("3.17 member states", []),
        ("12345678901 member states", []),
        ("175 member statesmen", []),
        ("175 members states", []),
        ("member states", []),
        ("54 member states of the African Union", []),
        ("54 member states of the African Union and 175 member states", [("175 member states", 175, "exactly")]),
        ("4 member states and over 54 member states of the region", [("4 member states", 4, "exactly")]),
        ("", []),
    ],
)
def test_member_states(text: str, expected: list[tuple[str, int, str]]) -> None:
    """A phrase is found in any case, spacing and spelling; numbers of other unions are not the organization's."""
    assert found(text, "member_states") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a presence in 171 countries", [("presence in 171 countries", 171, "exactly")]),
        ("offices in over 100 countries", [("offices in over 100 countries", 100, "more_than")]),
        ("pr\u00e9sente dans plus de 100 pays", [("pr\u00e9sente dans plus de 100 pays", 100, "more_than")]),
        ("presencia en m\u00e1s de 100 pa\u00edses", [("presencia en m\u00e1s de 100 pa\u00edses", 100, "more_than")]),
        ("ist in mehr als 100 L\u00e4ndern vertreten", [("in mehr als 100 L\u00e4ndern vertreten", 100, "more_than")]),
        ("ed \u00e8 presente in oltre 100 paesi", [("presente in oltre 100 paesi", 100, "more_than")]),
        ("offices in less than 100 countries", []),
        ("offices for all in exactly 12 countries", [("offices for all in exactly 12 countries", 12, "exactly")]),
        ("omnipresence in 5 countries", []),
        ("work in 171 countries", []),
        ("presence in 17 countries of the region", []),
    ],
)
def test_presence(text: str, expected: list[tuple[str, int, str]]) -> None:
    """Only phrases of presence count countries."""
    assert found(text, "presence_countries") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("promoting since 1951 humane", [("promoting since 1951", 1951, "exactly")]),
        ("present since 1992", []),
        ("joined in 1961", []),
        ("promoting since 951", []),
        ("promoting since 3951", []),
        ("promoting since 19510", []),
        ("qui promeut depuis 1951 une", [("promeut depuis 1951", 1951, "exactly")]),
        ("que desde 1951 promueve", [("desde 1951 promueve", 1951, "exactly")]),
    ],
)
def test_founding(text: str, expected: list[tuple[str, int, str]]) -> None:
    """The founding year is that of the organization's own description, never that of a country sentence."""
    assert found(text, "founded") == expected


def test_value_is_named() -> None:
    """A number comes as a value with names."""
    assert stated_numbers("x 7 member states", "member_states") == (Stated(start=2, end=17, value=7, qualifier="exactly"),)


def test_qualifiers_are_the_models() -> None:
    """The lexicons' lists of qualifying words bear the names of the qualifiers."""
    assert {*QUALIFIERS, "exactly"} == {qualifier.value for qualifier in Qualifier}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Displaying 1 - 10 of 99", True),
        ("DISPLAYING 1 \u2013 10  OF 99", True),
        ("Affichage de 1 - 10 sur 99", True),
        ("Mostrando 1 - 10 de 99", True),
        ("Displaying 1 - 10 of 99 things", False),
        ("Now displaying 1 - 10 of 99", False),
        ("Displaying a - b of c", False),
        ("Displaying 1 - 10 of 99" + " " * 300 + "x", False),
    ],
)
def test_counter_lines(line: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A counter is a whole line."""
    assert is_stated(line, "counters") is expected


@given(st.text(alphabet="0123456789 .,'+over member states\u00e9\u0301", max_size=60))
def test_places_are_those_of_the_words(text: str) -> None:
    """Each number found stands within its place, and places follow one another."""
    last = 0
    for stated in stated_numbers(text, "member_states"):
        assert last <= stated.start < stated.end <= len(text)
        assert str(stated.value) in "".join(filter(str.isdigit, text[stated.start : stated.end]))
        last = stated.end
