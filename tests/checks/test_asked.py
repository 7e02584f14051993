"""The arguments of a check of a figure."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest

import iom_content as iom
from iom_content.checks.asked import MAX_FIGURE_TEXT, Claim, claim_of, day_of
from iom_content.errors import shown
from iom_content.model.constraints import MAX_INTEGER

NUMBER = "a whole number in digits or words, with or without words such as 'more than' beside it"


class Odd(IntEnum):
    """An integer that is something else."""

    ONE = 1


@pytest.mark.parametrize(
    ("value", "qualifier", "expected"),
    [
        (175, "exactly", (175, "exactly")),
        (0, "around", (0, "around")),
        (MAX_INTEGER, iom.Qualifier.NEARLY, (MAX_INTEGER, "nearly")),
        ("175", "exactly", (175, "exactly")),
        ("175", "around", (175, "around")),
        ("more than 170", "exactly", (170, "more_than")),
        ("more than 170", "more_than", (170, "more_than")),
        ("exactly 170", "exactly", (170, "exactly")),
        ("un million", iom.Qualifier.AT_LEAST, (10**6, "at_least")),
        (" 175+ ", "exactly", (175, "more_than")),
    ],
)
def test_a_claim_is_read(value: object, qualifier: object, expected: tuple[int, str]) -> None:
    """A number or its text; what the text says of itself holds, else the qualifier given."""
    claim = claim_of(value, qualifier)
    assert claim == Claim(*expected)  # type: ignore[arg-type]
    assert type(claim.qualifier) is iom.Qualifier


@pytest.mark.parametrize(
    ("value", "qualifier", "pointer", "expected", "found"),
    [
        (True, "exactly", "/value", NUMBER, "True of type bool"),
        (1.0, "exactly", "/value", NUMBER, "1.0 of type float"),
        (float("nan"), "exactly", "/value", NUMBER, "nan of type float"),
        (b"175", "exactly", "/value", NUMBER, "b'175' of type bytes"),
        (None, "exactly", "/value", NUMBER, "None of type NoneType"),
        (Decimal(175), "exactly", "/value", NUMBER, "Decimal('175') of type Decimal"),
        (Fraction(175), "exactly", "/value", NUMBER, "Fraction(175, 1) of type Fraction"),
        ([175], "exactly", "/value", NUMBER, "[175] of type list"),
        (Odd.ONE, "exactly", "/value", NUMBER, "<Odd.ONE: 1> of type Odd"),
        (-1, "exactly", "/value", f"a number from 0 to {MAX_INTEGER}", "-1"),
        (MAX_INTEGER + 1, "exactly", "/value", f"a number from 0 to {MAX_INTEGER}", str(MAX_INTEGER + 1)),
        pytest.param(10**5000, "exactly", "/value", f"a number from 0 to {MAX_INTEGER}", "a int too large to show", id="huge"),
        ("ten thousand billion billions", "exactly", "/value", NUMBER, "'ten thousand billion billions'"),
        ("nine thousand billones", "exactly", "/value", NUMBER, "'nine thousand billones'"),
        ("10000 billones", "exactly", "/value", f"a number from 0 to {MAX_INTEGER}", "'10000 billones'"),
        ("", "exactly", "/value", NUMBER, "''"),
        ("many", "exactly", "/value", NUMBER, "'many'"),
        ("1.5", "exactly", "/value", NUMBER, "'1.5'"),
        ("-175", "exactly", "/value", NUMBER, "'-175'"),
        ("175 states", "exactly", "/value", NUMBER, "'175 states'"),
        ("half a million", "exactly", "/value", NUMBER, "'half a million'"),
        ("ten\udc00", "exactly", "/value", NUMBER, "'ten\\udc00'"),
        ("fewer than 180", "exactly", "/value", "words that say exactly, more_than, at_least, around, nearly", "'fewer than 180'"),
        ("around 170 or more", "exactly", "/value", "words that say exactly, more_than, at_least, around, nearly", "'around 170 or more'"),
        ("1" * (MAX_FIGURE_TEXT + 1), "exactly", "/value", "a text of at most 200 code points", "one of 201"),
        (175, "about", "/qualifier", "one of exactly, more_than, at_least, around, nearly", "'about'"),
        (175, None, "/qualifier", "one of exactly, more_than, at_least, around, nearly", "None"),
        (175, ["exactly"], "/qualifier", "one of exactly, more_than, at_least, around, nearly", "['exactly']"),
        ("more than 170", "around", "/qualifier", "the qualifier of the text, 'more_than'", "'around'"),
        ("exactly 170", "around", "/qualifier", "the qualifier of the text, 'exactly'", "'around'"),
    ],
)
def test_what_is_no_claim_is_refused(value: Any, qualifier: Any, pointer: str, expected: str, found: str) -> None:
    """One clear error that names the place, what is expected and what was found."""
    with pytest.raises(iom.InvalidValue) as caught:
        iom.check_figure("member_states", value, qualifier=qualifier)
    assert caught.value == iom.InvalidValue("check_figure", pointer, expected, found)
    assert isinstance(caught.value, ValueError)


def test_the_longest_text_is_read() -> None:
    """Blanks count."""
    assert claim_of("1".rjust(MAX_FIGURE_TEXT), "exactly").value == 1


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (None, None),
        ("2018", "2018"),
        ("2018-11", "2018-11"),
        ("2018-11-30", "2018-11-30"),
        ("2020-02-29", "2020-02-29"),
        (date(2018, 11, 3), "2018-11-03"),
    ],
)
def test_a_date_is_read(on: object, expected: str | None) -> None:
    """A year, a month or a day."""
    assert day_of(on) == expected


@pytest.mark.parametrize(
    "on",
    [
        "",
        "18",
        "2018-13",
        "2018-00",
        "2018-11-31",
        "2023-02-29",
        "2018-11-30T00:00",
        "11/2018",
        "2018\n",
        "0000",
        "\u0662\u0660\u0661\u0668",
        2018,
        True,
        b"2018",
        datetime(2018, 11, 30, tzinfo=UTC),
    ],
)
def test_what_is_no_date_is_refused(on: Any) -> None:
    """Other forms, days that do not exist, moments."""
    with pytest.raises(iom.InvalidValue, match=r"check_figure/on: expected a date or an ISO year, month or day") as caught:
        iom.check_figure("member_states", 175, on=on)
    assert (caught.value.pointer, caught.value.found) == ("/on", shown(on))
