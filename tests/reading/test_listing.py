"""Pages that list other pages."""

from __future__ import annotations

import pytest

import iom_content as iom

PROSE = "The lantern is on the pier, and the pier is long enough for all who come to it at night. " * 3
WRAPPED = """Lamps
They were lit, as the joint bulletin of the
towns said.
A map of the
fog was drawn.
The oil of the
pier was dear.
A keeper of
lamps came.
The night of the
fair went.
"""


def is_listing(page: str) -> bool:
    """Tell whether a page is read as a list of pages."""
    document = iom.ingest(page)
    listed = "listing-page" in {note.code for note in document.notes}
    assert listed is (document.statement is None)
    assert listed is any(part.kind.value == "listing" for part in document.residue)
    return listed


@pytest.mark.parametrize(
    "page",
    [
        "Displaying 1 - 2 of 9\nA page.\nAnother page.",
        "News\nSearch\nFilter\nDisplaying 1 - 2 of 9\nA page.",
        "Latest news\nLamps for all.\nIt is lit.",
        "Newsletter\nLamps for all.\nIt is lit.",
        "Harbour Bulletin\nNo. 12\nThe lamps.\nLamps\nThe lamps are lit.\nA Map of Fog\nIt is blank.\nOil\nIt is dear.",
        "Harbour Bulletin\nHello.\nLamps\nThey are lit.\nSo.\nFog\nIt came.\nSo.\nOil\nIt is dear.\nSo.",
        "News\n28 Nov 2022\n\nLamps\nThey are lit.\n\nNews\n21 Nov 2022\n\nFog\nIt came.",
        "Songs and talks\n\nNews\nGlobal\n\nLamps\nThey are lit.\n\nNews\nDate Publish\n\nFog\nIt came.",
        "Lamps\nThey are lit.\nRead more\nFog\nIt came.\nRead more\nOil\nIt is dear.\nRead more",
        "Lamps\n28 Nov 2022\nThey are lit.\nFog\n21 Nov 2022\nIt came.\nOil\n14 Nov 2022\nIt is dear.",
        "Lamps\n28 Nov 2022 | Lindhavn\nThey are lit.\nFog\n21/11/2022\nIt came.\nOil\nMon, 14 Nov 2022\nIt is dear.",
    ],
)
def test_lists(page: str) -> None:
    """Counters, names of lists and periodicals, several heads, links and dates each show a list."""
    assert is_listing(page)


@pytest.mark.parametrize(
    "page",
    [
        f"Lamps for all\n{PROSE}\nDisplaying 1 - 2 of 9",
        f"Lamps for all\nLatest news\n{PROSE}",
        f"Harbour Bulletin Wins Prize\n\n{PROSE}\n\nWhy\n\n{PROSE}",
        "Harbour Bulletin\nHello.\nLamps\nThey are lit.\nSo.\nFog\nIt came.\nSo.\nOil\nIt is dear.\nSo.\nSo.\nSo.",
        "Harbour Bulletin\nHello.\nLamps\nThey are lit.\nFog\nIt came.",
        f"News\n28 Nov 2022\n\nLamps\n\n{PROSE}\n\nNews\n\n21 Nov 2022",
        f"Lamps\n{PROSE}\nRead more\n{PROSE}\nRead more",
        f"Lamps\n{PROSE * 4}\nRead more\nRead more\nRead more",
        f"Lamps\n{PROSE}\n28 Nov 2022\n{PROSE}\n21 Nov 2022\n{PROSE}",
        f"Lamps\n{PROSE}\n28 Nov 2022: oil\n29 Nov 2022: wicks\n30 Nov 2022: light\n{PROSE}",
        WRAPPED,
        f"Lamps\n{PROSE}\n28 November\n{PROSE}\n21 November\n{PROSE}\n20 November\n{PROSE}",
        f"Lamps\n{PROSE}\nOn 28 Nov 2022\n{PROSE}\nthe pier of 21 Nov 2022\n{PROSE}\nand of 20 Nov 2022, and of 19 November 2022\n{PROSE}",
    ],
)
def test_texts_that_are_none(page: str) -> None:
    """A text with a link, a date or the name of a periodical in it is a text."""
    assert not is_listing(page)


def test_a_list_starts_early() -> None:
    """Links after a text of a thousand characters end it; before, they part items."""
    links = "\nRead more" * 3
    assert is_listing("x" * 999 + links)
    assert not is_listing("x" * 1000 + links)


def test_furniture_above_a_list_is_none_of_it() -> None:
    """What stands above the first line that is listed keeps its kind; a list of links alone is a list."""
    document = iom.ingest("Menu\nDisplaying 1 - 2 of 9\nMenu")
    assert [(part.kind.value, len(part.spans)) for part in document.residue] == [("chrome", 1), ("listing", 2)]
    assert [part.kind.value for part in iom.ingest("Read more\nRead more\nRead more").residue] == ["listing"]


def test_only_the_first_lines_are_looked_at() -> None:
    """What stands far down decides nothing."""
    page = "Lamps for all\n" + "They are lit.\n" * 700 + "Read more\n" * 3
    assert not is_listing(page)
