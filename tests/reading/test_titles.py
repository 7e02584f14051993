"""Titles against paragraphs."""

from __future__ import annotations

import pytest

from iom_content.reading.titles import MAX_TITLE, is_cut_form, is_headline, is_title, may_be_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier is open.", True),
        ("We came late. It rained.", False),
        ("We came late. it rained.", True),
        ("No Roof. No Road. No Lamps: Life on the Pier", True),
        ("x" * MAX_TITLE, True),
        ("x" * (MAX_TITLE + 1), False),
        ("171", False),
        ("Excellencies,", False),
        ("Check against delivery", False),
        ("Photo: the pier", False),
        ("Tags: lamps", False),
    ],
)
def test_what_can_be_a_title_at_all(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A whole sentence can be one where the page shows it; several sentences, addresses and labels cannot."""
    assert may_be_title(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every Harbour Needs a Second Door.", True),
        ("\u201cNobody Leaves a Warm House for Fun.\u201d", True),
        ("Towns with Piers Plan from Within", True),
        ("EVERY PIER IS OPEN.", False),
        ("EVERY HARBOUR PIER IS OPEN.", True),
        ("Every Harbour needs a Second Door.", False),
        ("\u0643\u0644 \u0645\u064a\u0646\u0627\u0621 \u064a\u062d\u062a\u0627\u062c \u0628\u0627\u0628\u0627\u064b.", False),
    ],
)
def test_the_case_of_headlines(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """Capitals tell where several words that are not small ones bear them, and no word lacks its own."""
    assert is_headline(text) is expected


@pytest.mark.parametrize("text", ["The pier is\u2026", "The pier is...", "The pier", "Is it?", "U.S."])
def test_open_ends_are_titles(text: str) -> None:
    """A title may be cut, a question or an abbreviation."""
    assert is_title(text, "It is.")


@pytest.mark.parametrize("text", ["The pier.", "The pier,", "The pier;", "The pier:"])
def test_closed_ends_are_none(text: str) -> None:
    """A sentence or the start of one is no title by itself."""
    assert not is_title(text, "It is.")


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("Harbour towns plan for\u2026", "Harbour towns plan for the winter", True),
        ("Harbour towns plan for ...", "HARBOUR TOWNS plan for the winter", True),
        ("Harbour towns", "Harbour towns plan for the winter", True),
        ("Harbour towns pl\u2026", "Harbour towns plan for the winter", True),
        ("Harbour towns pl", "Harbour towns plan for the winter", False),
        ("Harbour " * 12 + "pl", "Harbour " * 12 + "plank", True),
        ("Harbour towns", "Harbour towns", False),
        ("Harbour towns", "Harbour towns a", False),
        ("Harbour towns", "Harbour towns plan for the winter.", False),
        ("Harbour towns", "Harbour villages plan", False),
        ("\u2026", "Harbour towns", False),
    ],
)
def test_the_full_form_of_a_cut_title(text: str, below: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A title is cut if the line below starts with it, goes on and is a title itself."""
    assert is_cut_form(text, below) is expected
