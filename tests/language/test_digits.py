"""Numbers in digits."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from iom_content.language.digits import MAX_DIGITS, Digits, digits_in

GROUPING = ",.'\u2019\u066c \xa0\u2007\u2008\u2009\u202f"
SCRIPTS = {"ASCII": "0123456789", "Arabic": "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669", "wide": "０１２３４５６７８９"}


def read(text: str) -> list[tuple[str, str | None, str, bool]]:
    """Return the words, whole part, decimals and certainty of each number."""
    return [(text[each.start : each.end], each.whole, each.decimals, each.sure) for each in digits_in(text)]


@pytest.mark.parametrize(
    ("text", "whole", "decimals", "sure"),
    [
        ("7", "7", "", True),
        ("0", "0", "", True),
        ("175", "175", "", True),
        ("1951", "1951", "", True),
        ("1,175", "1175", "", False),
        ("1.175", "1175", "", False),
        ("1'175", "1175", "", True),
        ("1\u2019175", "1175", "", True),
        ("1 175", "1175", "", False),
        ("1\xa0175", "1175", "", True),
        ("12\u202f175\u202f198", "12175198", "", True),
        ("1,175,198", "1175198", "", True),
        ("1.175.198", "1175198", "", True),
        ("1 175 198", "1175198", "", False),
        ("1.5", "1", "5", True),
        ("1,75", "1", "75", True),
        ("1\u066b5", "1", "5", True),
        ("0.175", "0", "175", True),
        ("1175.175", "1175", "175", True),
        ("1,1750", "1", "1750", True),
        ("1,175.5", "1175", "5", True),
        ("1.175,5", "1175", "5", True),
        ("1 175,5", "1175", "5", False),
        ("1\xa0175,500", "1175", "500", True),
        ("1\u2019175.5", "1175", "5", True),
        ("\u0661\u0667\u0665", "175", "", True),
        ("\u0661\u066c\u0661\u0667\u0665", "1175", "", True),
        ("１７５", "175", "", True),
        ("9" * MAX_DIGITS, "9" * MAX_DIGITS, "", True),
    ],
)
def test_a_number_is_read_whole(text: str, whole: str, decimals: str, sure: bool) -> None:  # noqa: FBT001 - a table's column
    """Groups of three behind one to three digits are joined, whatever parts them; what comes behind another mark are decimals."""
    assert read(text) == [(text, whole, decimals, sure)]


@pytest.mark.parametrize(
    "text",
    [
        "1,75,000",
        "1.2.3",
        "1,175.198.5",
        "1,175,5",
        "1175,175.5",
        "1,175'198",
        "1:175",
        "1/175",
        "1\u2044175",
        "12:30",
        "18.09.2023",
        "2023-09-18",
        "170-175",
        "170\u2013175",
        "1-175",
        "007",
        "0175",
        "00",
        "0,175,198",
        "1\u066b175\u066b198",
        "1'5",
        "1\u066c5",
        "9" * (MAX_DIGITS + 1),
        "\u0661" * 5000,
        "1\u0667\u0665",
        "1\u0661\u066c175",
    ],
)
def test_what_is_no_plain_number_has_no_value(text: str) -> None:
    """Dates, ranges, ratios, unlawful groups, leading noughts, mixed scripts and what is too long are found and not read."""
    assert read(text) == [(text, None, "", True)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("175th", "175"),
        ("175b", "175"),
        ("G20", "20"),
        ("G-20", "20"),
        ("-175", "175"),
        ("\u2212175", "175"),
        ("\u2013175", "175"),
        ("+175", "175"),
        ("\xb1175", "175"),
        (".5", "5"),
        (",5", "5"),
        ("175\xb2", "175"),
        ("\xb2175", "175"),
        ("175\xbd", "175"),
        ("175_", "175"),
        ("_175", "175"),
        ("1\xba", "1"),
        ("1\xaa", "1"),
        ("175\u20e3", "175"),
        ("175\u0301", "175"),
        ("175\u0903", "175"),
        ("175\u0438", "175"),
    ],
)
def test_what_sticks_to_digits_takes_their_value(text: str, number: str) -> None:
    """A sign, a letter with case, a superscript, a fraction, a mark upon the digit: no whole number stands there."""
    assert read(text) == [(number, None, "", True)]


@pytest.mark.parametrize(
    "text", ["$175", "175%", "(175)", "175+", "175-member", "175.", "175,", "n\xb0175", "\u6709175\u4e2a", "\u0648175", "#175", "'175'"]
)
def test_what_only_stands_beside_digits_does_not_matter(text: str) -> None:
    """Currency, brackets, final marks, the hyphen of a compound, letters of scripts without case."""
    assert read(text) == [("175", "175", "", True)]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("in 2016 165 states", ["2016", "165"]),
        ("in 2016, 165 states", ["2016", "165"]),
        ("1,175 198", ["1175", "198"]),
        ("1 175 1980", ["1175", "1980"]),
        ("1 175\xa0198", ["1175", "198"]),
        ("12:30 165", [None, "165"]),
        ("1  175", ["1", "175"]),
        ("1\n175", ["1", "175"]),
        ("1234 567", ["1234", "567"]),
        ("18.09.2023 175", [None, "175"]),
        ("", []),
        ("none", []),
    ],
)
def test_a_blank_only_parts_groups(text: str, wholes: list[str | None]) -> None:
    """Numbers side by side are one number only where all are lawful groups, parted by the same blank."""
    assert [each.whole for each in digits_in(text)] == wholes


@given(number=st.integers(0, 10**MAX_DIGITS - 1), mark=st.sampled_from(GROUPING), script=st.sampled_from([*SCRIPTS]))
def test_every_grouped_number_is_read(number: int, mark: str, script: str) -> None:
    """Whatever parts its groups and whatever script it is in, a number is the one that was written."""
    written = f"{number:,}".replace(",", mark).translate(str.maketrans(SCRIPTS["ASCII"], SCRIPTS[script]))
    assert [(each.start, each.end, each.whole) for each in digits_in(written)] == [(0, len(written), str(number))]


@given(number=st.integers(1000, 10**9), place=st.integers(1, 3), mark=st.sampled_from(GROUPING))
@example(number=1234, place=1, mark=" ")
def test_no_other_grouping_is_one_number(number: int, place: int, mark: str) -> None:
    """A group of another size is never joined: the digits together are not what is read."""
    written = str(number)
    moved = written[:-place] + mark + written[-place:]
    assume(len(moved[: -place - 1]) > 3 or place != 3)
    assert str(number) not in {each.whole for each in digits_in(moved)}


@given(st.text(alphabet="0123456789.,'\u2019 \xa0-/:+\n\u0661\xb2a\u0301", max_size=40))
def test_places_are_those_of_the_digits(text: str) -> None:
    """Each number begins and ends with a digit, none is left out and none is found twice; what is read stands there."""
    covered: set[int] = set()
    for each in digits_in(text):
        assert text[each.start].isdecimal()
        assert text[each.end - 1].isdecimal()
        assert not covered & {*range(each.start, each.end)}
        covered |= {*range(each.start, each.end)}
        if each.whole is not None:
            digits = "".join(character for character in text[each.start : each.end] if character.isdecimal())
            assert int(each.whole + each.decimals) == int(digits)
    assert all(place in covered for place, character in enumerate(text) if character.isdecimal())


def test_a_number_is_a_value_with_names() -> None:
    """Each is a named tuple."""
    assert [*digits_in(" 1.5")] == [Digits(start=1, end=4, whole="1", decimals="5", sure=True)]
