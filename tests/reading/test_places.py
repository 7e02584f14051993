"""Places and days at the head of a text."""

from __future__ import annotations

from datetime import date

import pytest

from iom_content.reading.places import MAX_PLACE, dateline_of, is_place, place_line


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Saint-Aubrac, 28 janvier 2022", "Saint-Aubrac", date(2022, 1, 28)),
        ("New York, 20 September 2023", "New York", date(2023, 9, 20)),
        ("20 September 2023, New York", "New York", date(2023, 9, 20)),
        ("20 September 2023 (New York)", "New York", date(2023, 9, 20)),
        ("Lindhavn, Monday, 8 July 2023", "Lindhavn", date(2023, 7, 8)),
        ("Lindhavn, den 29. November 2019", "Lindhavn", date(2019, 11, 29)),
        ("Lindhavn (Nordmark), 8 July 2023", "Lindhavn (Nordmark)", date(2023, 7, 8)),
        ("Washington, D.C., 8 July 2023", "Washington, D.C.", date(2023, 7, 8)),
        ("St. Ives, 8 July 2023", "St. Ives", date(2023, 7, 8)),
        (
            "\u0639\u0645\u0651\u0627\u0646\u060c 8 \u064a\u0648\u0644\u064a\u0648 2023 \u2013",
            "\u0639\u0645\u0651\u0627\u0646",
            date(2023, 7, 8),
        ),
        ("Lindhavn, 8 July", "Lindhavn", None),
        ("Lindhavn \u2013", "Lindhavn", None),
        ("Lindhavn (Nordmark) \u2013", "Lindhavn (Nordmark)", None),
        ("8 July 2023, Lindhavn (Nordmark)", "Lindhavn (Nordmark)", date(2023, 7, 8)),
        ("Lindhavn -", "Lindhavn", None),
    ],
)
def test_lines_of_place_and_day(text: str, place: str, day: date | None) -> None:
    """A line that says where and when, in either order, or ends in a dash."""
    found = place_line(text)
    assert found is not None
    assert found.place == place
    assert text[found.start : found.start + len(place)] == place
    assert (found.dated and found.dated.day) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lindhavn",
        "8 July 2023",
        "World Lantern Day, 20 June 2023",
        "Remarks of the Director in Lindhavn, 8 July 2023",
        "In Lindhavn on 8 July 2023 we met",
        "8 July 2023, World Lantern Day",
        "IOM, 8 July 2023",
        "Mr. Lamp, 8 July 2023",
        "lindhavn, 8 July 2023",
        "Lindhavn: 8 July 2023",
        "Last updated: 8 July 2023",
        "Posted 8 July 2023",
        "Lindhavn: 8 July 2023 \u2013 all",
        "Lindhavn, 8 July 2023" + " " * 100 + "\u2013",
    ],
)
def test_lines_that_are_none(text: str) -> None:
    """Occasions, persons, sentences and names alone are no such lines."""
    assert place_line(text) is None


@pytest.mark.parametrize(
    ("text", "place", "day", "flaw"),
    [
        ("Lindhavn \u2013 The ferry will run.", "Lindhavn", None, ""),
        ("Lindhavn - The ferry will run.", "Lindhavn", None, ""),
        ("Lindhavn\u2014 The ferry will run.", "Lindhavn", None, ""),
        ("Lindhavn \u2014The ferry will run.", "Lindhavn", None, ""),
        ("LINDHAVN \u2014 \u201cThe ferry\u201d", "LINDHAVN", None, ""),
        ("Lindhavn \u2013 48 people", "Lindhavn", None, ""),
        ("Cox\u2019s Bazar/Lindhavn - The ferry", "Cox\u2019s Bazar/Lindhavn", None, ""),
        ("Port-au-Prince \u2013 With", "Port-au-Prince", None, ""),
        ("Lindhavn, 8 July \u2013 the ferry", "Lindhavn", None, "year"),
        ("Lindhavn, Nordmark, 3 May 2022 \u2014 The", "Lindhavn, Nordmark", date(2022, 5, 3), ""),
        ("Lindhavn, 8-10 July 2023 \u2013 The", "Lindhavn", None, "range"),
        ("8 July 2023 \u2013 The ferry", None, date(2023, 7, 8), ""),
        ("\u062c\u0646\u064a\u0641 \u2013 \u0642\u0627\u0644\u062a", "\u062c\u0646\u064a\u0641", None, ""),
    ],
)
def test_datelines(text: str, place: str | None, day: date | None, flaw: str) -> None:
    """The words before a dash at the start of a paragraph are place and day."""
    found = dateline_of(text)
    assert found is not None
    assert found.place == place
    if place is not None:
        assert text[found.start : found.start + len(place)] == place
    assert (found.dated and found.dated.day, found.dated.flaw if found.dated else "") == (day, flaw)


@pytest.mark.parametrize(
    "text",
    [
        "Migration \u2013 a long story.",
        "IOM \u2013 The UN Migration Agency",
        "Ms Solveig Aune \u2013 We thank",
        "The ferry \u2013 which runs \u2013 is late",
        "Lindhavn \u2013",
        "Lindhavn: the ferry",
        "The Harbour Forum \u2013 The ferry",
        "x" * 130 + " \u2013 The",
        "One. Two \u2013 The ferry",
        "Lindhavn well-known",
    ],
)
def test_dashes_that_end_no_dateline(text: str) -> None:
    """Asides, names of persons and of the organization, and long openings are no datelines."""
    assert dateline_of(text) is None


def test_a_word_of_the_text_is_no_place() -> None:
    """A name whose every word the text uses in lower case elsewhere is none; one such word among others proves nothing."""
    text = "Lanterns \u2013 The word says it all: lanterns."
    assert dateline_of(text, text) is None
    assert dateline_of(text, "") is not None
    assert dateline_of("Lanterns, 8 July \u2013 The lanterns", "lanterns") is not None
    assert dateline_of("New York \u2013 The lantern", "a new lantern") is not None
    assert dateline_of("Port of Rust \u2013 The lantern", "the port has rust") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lindhavn", True),
        ("Port of Spain", True),
        ("Rio de Janeiro", True),
        ("A, B, C", True),
        ("A, B, C, D", False),
        ("A, B/C, D", True),
        ("A/B/C/D", False),
        ("Background", False),
        ("Updated", False),
        ("Aa Bb Cc Dd", True),
        ("Aa Bb Cc Dd Ee", False),
        ("Lindhavn and Around", True),
        ("Lindhavn with love", False),
        ("L", False),
        ("", False),
        (",/", False),
        ("(Lindhavn)", True),
        ("8 Lindhavn", False),
        ("Lind8havn", False),
        ("\u201cLindhavn\u201d", False),
        ("Lindhavn?", False),
        ("A" + "a" * (MAX_PLACE - 1), True),
        ("A" + "a" * MAX_PLACE, False),
        ("International Organization for Migration", False),
        ("IOM Lindhavn", False),
        ("The Lantern Summit", False),
        ("-Lindhavn", False),
    ],
)
def test_names_of_places(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A place is a short name in up to three parts, in capitals where letters have case."""
    assert is_place(text) is expected
