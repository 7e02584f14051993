"""The bounds on the work of a check, each at its edge, and what they must not change."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import iom_content as iom
from iom_content.checks.quotes import editing
from iom_content.checks.quotes.alignment import MOST_ALIGNMENTS, MOST_MARKS, alignments
from iom_content.checks.quotes.official import official_texts
from iom_content.checks.quotes.reading import read


def catalog_of(*statements: tuple[str, ...]) -> iom.Catalog:
    """Return a catalog of statements, each given by its blocks."""
    found = {
        f"notes-{number}": iom.Statement(
            id=f"notes-{number}",
            organization="iom",
            language="en",
            blocks=tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text) for text in texts),
        )
        for number, texts in enumerate(statements)
    }
    return iom.Catalog(statements=iom.Lookup("statement", found))


SHIFTS = catalog_of(("The crew rests. " * 30,))


def count(quote: str) -> int:
    """Count the alignments of a quotation with one text."""
    official = official_texts(SHIFTS)[0]
    return len([*alignments(read(quote, official.guards), official)])


@pytest.mark.parametrize(
    ("quote", "most"),
    [
        ("crew … rests", MOST_ALIGNMENTS),
        ("crew … rests" + " )" * MOST_MARKS, MOST_ALIGNMENTS),
        ("crew … rests" + " )" * (MOST_MARKS + 1), 1),
        ("( " * (MOST_MARKS + 1) + "crew … rests", 1),
        ("( " * 40 + "crew … rests" + " )" * (MOST_MARKS - 39), 1),
        ("crew " + "[sic] " * MOST_MARKS + "rests", 30),
        ("crew " + "[sic] " * (MOST_MARKS + 1) + "rests", 0),
        ("[sic] … [sic]", 0),
    ],
)
def test_alignments_are_bounded(quote: str, most: int) -> None:
    """So many are looked at, one if heaps of marks stand around the words, and none if they stand among them."""
    assert count(quote) == most


def test_the_first_bound_of_a_change_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the least change is within a bound, the whole table has the same."""
    table = tomllib.loads(Path(__file__).with_name("adversarial.toml").read_text(encoding="utf-8"))
    quotes = [case["quote"] for case in table["case"] if case["text"] == "bundled" and case["verdict"] == "altered"]
    answers = [iom.check_quote(quote) for quote in quotes]
    monkeypatch.setattr(editing, "_BOUNDS", (1 << 30,))
    assert [iom.check_quote(quote) for quote in quotes] == answers


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("boats wait beyond breakwaters", "altered"),
        ("boats wait beyond tall breakwaters", "absent"),
        ("tin boats beyond breakwaters", "absent"),
    ],
)
def test_half_of_the_words_are_near(quote: str, verdict: str) -> None:
    """Half of them is enough, even if the text has no more; less is not."""
    assert iom.check_quote(quote, catalog=catalog_of(("Boats wait",))).verdict == verdict


def test_a_part_goes_on_where_the_one_before_stands() -> None:
    """Of two places of a part, the one in the same text counts, and there the one further on."""
    two = catalog_of(
        ("Ropes dry in the sun. The keepers wait for dawn.",),
        ("The ferry is old. Nets lie on deck. Gulls cry. The keepers wait for dawn.",),
    )
    check = iom.check_quote("Nets lie on deck. The ferry is old. The keepers wait for dawn", catalog=two)
    assert check.kinds == ("order", "stitched")
    assert [(passage.value_id, passage.text) for passage in check.passages] == [
        ("notes-1", "The ferry is old."),
        ("notes-1", "Nets lie on deck."),
        ("notes-1", "The keepers wait for dawn"),
    ]
    one = catalog_of(("The keepers wait. Nets lie on deck. Gulls cry. The keepers wait. The crew sleeps soundly.",))
    check = iom.check_quote("The crew sleeps soundly. Nets lie on deck. The keepers wait", catalog=one)
    assert check.kinds == ("order", "stitched")


@pytest.mark.parametrize(
    ("quote", "kinds"),
    [
        ("The crews rest at noon Dry land", ("order",)),
        ("The crews rest at noon Dry", ("word",)),
        ("The crews rest at noon land", ("word",)),
        ("Wait here The crews rest at noon", ("order",)),
        ("here The crews rest at noon", ("word",)),
    ],
)
def test_a_short_part_is_a_whole_block(quote: str, kinds: tuple[str, ...]) -> None:
    """A title of two words may be out of place; one word of it is another word."""
    catalog = catalog_of(("Dry land", "Gulls cry.", "The crews rest at noon.", "Wait here"))
    assert iom.check_quote(quote, catalog=catalog).kinds == kinds
