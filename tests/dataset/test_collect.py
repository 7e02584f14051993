"""Documents brought together in memory."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import attrs
import pytest

import iom_content as iom

PAGE = """-
Who we are
WHO WE AREThe International Organization for Migration (IOM) has {states} member states, a presence in {countries} countries.
About
About
- Where we work
- 2030 Agenda
{title}
Boats return to the harbour in spring.
Each of them carries a letter."""


def page(states: int = 175, countries: str = "171", title: str = "A letter from the harbour", captured: date | None = None) -> iom.Document:
    """Read an invented page."""
    return iom.ingest(PAGE.format(states=states, countries=countries, title=title), captured=captured)


def test_one_page_keeps_its_organization_with_placed_origins() -> None:
    """Every captured origin of a reconciled organization names the document it was read from."""
    document = page()
    catalog = iom.collect([document])
    organization = catalog.organizations["iom"]
    places = [figure.origin for figure in organization.figures]
    places += [origin for section, _ in iom.walk(organization) for origin in section.origins.values()]
    places += list(organization.origins.values())
    assert {origin.document for origin in places if isinstance(origin, iom.Captured)} == {document.id}
    assert organization.member_states is not None
    assert organization.member_states.value == 175
    assert document.organization is not None
    assert {origin.document for origin in document.organization.origins.values() if isinstance(origin, iom.Captured)} == {None}


def test_the_same_capture_counts_once() -> None:
    """A page given twice is one document; the reading that says when it was captured stands."""
    undated, dated = page(), page(captured=date(2024, 2, 29))
    for pair in ([undated, dated], [dated, undated]):
        catalog = iom.collect(pair)
        assert list(catalog.documents.values()) == [dated]


def test_order_of_documents_changes_nothing() -> None:
    """Any order of the same documents gives an equal catalog."""
    documents = [page(), page(174, "over 100"), page(173, title="Another letter"), iom.ingest("No page at all")]
    first, *others = [iom.collect(order) for order in permutations(documents)]
    assert all(other == first for other in others)


def test_newest_dated_captured_figure_is_current() -> None:
    """Among captured figures the newest dated one holds; all stay, and the conflict is noted."""
    old = page(173, captured=date(2019, 5, 1))
    new = page(175, captured=date(2023, 5, 1), title="Another letter")
    catalog = iom.collect([old, new])
    organization = catalog.organizations["iom"]
    assert organization.member_states is not None
    assert (organization.member_states.value, organization.member_states.as_of) == (175, "2023-05-01")
    assert {figure.value for figure in organization.figures if figure.name == "member_states"} == {173, 175}
    assert [(note.code, note.pointer) for note in catalog.notes] == [("conflicting-figures", "/organizations/iom/figures")]
    assert "exactly 173, exactly 175" in catalog.notes[0].message


def test_agreeing_pages_are_not_in_conflict() -> None:
    """Two pages with the same numbers give no note."""
    assert iom.collect([page(), page(title="Another letter")]).notes == ()


def test_section_trees_are_united() -> None:
    """Sections of several pages are one tree; the first reading of a section stands and children are joined."""
    other = PAGE.replace("About\nAbout\n", "About\nAbout\nPartners\nPartners\n").format(states=175, countries="171", title="Another letter")
    catalog = iom.collect([page(), iom.ingest(other)])
    titles = [section.title for section in catalog.organizations["iom"].sections]
    assert titles == ["Who we are", "Where we work", "2030 Agenda"]
    assert {child.title for child in catalog.sections["who-we-are"].children} == {"About", "Partners"}
    assert list(catalog.sections) == [section.id for section, _ in iom.walk(catalog.organizations["iom"])]


def test_fullest_dated_reading_of_a_statement_stands() -> None:
    """Of two readings of one statement the dated one stands, else the one with more blocks."""
    short, full = page(), iom.ingest(PAGE.format(states=175, countries="171", title="A letter from the harbour") + "\nIt is read aloud.")
    assert short.statement is not None
    assert full.statement is not None
    catalog = iom.collect([short, full])
    assert list(catalog.statements) == ["a-letter-from-the-harbour"]
    assert catalog.statements["a-letter-from-the-harbour"] == full.statement
    dated = attrs.evolve(short, statement=attrs.evolve(short.statement, published=date(2023, 9, 18)))
    assert iom.collect([dated, full]).statements["a-letter-from-the-harbour"] == dated.statement


def test_collect_takes_documents_only() -> None:
    """Anything but a document is refused with what to do."""
    with pytest.raises(TypeError, match="ingest first"):
        iom.collect(["text"])  # type: ignore[list-item]


def test_nothing_collected_is_an_empty_catalog() -> None:
    """No documents give a catalog with nothing in it."""
    assert iom.collect([]) == iom.Catalog()


def letter(day: int | None, address: str | None = None, words: str = "Boats return.") -> iom.Document:
    """Read an invented letter, one of several of its title."""
    head = "News" if day is None else f"News\n{day} May 2030"
    return iom.ingest(f"{head}\n\nA letter\n\n{words}", url=None if address is None else f"https://a.example/{address}/a-letter")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (letter(1), letter(2)),
        (letter(1, "a"), letter(1, "b", "Boats leave.")),
        (letter(None, "a"), letter(None, "b", "Boats leave.")),
    ],
)
def test_different_statements_of_one_id_are_told(one: iom.Document, other: iom.Document) -> None:
    """Address or day shows that they are not readings of one; both stay, and a note names their documents."""
    catalog = iom.collect([one, other])
    held = ", ".join(sorted((one.id, other.id)))
    assert (len(catalog.documents), [*catalog.statements]) == (2, ["a-letter"])
    assert [(note.code, note.pointer) for note in catalog.notes] == [("shared-id", "/statements/a-letter")]
    assert f"of documents {held}, bear this id" in catalog.notes[0].message
    assert iom.collect([other, one]) == catalog


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (letter(1), letter(1, words="Boats leave.")),
        (letter(1, "a"), letter(None, "a")),
        (letter(1), letter(None, "a")),
        (letter(1), iom.ingest("Displaying 1 - 2 of 9")),
    ],
)
def test_readings_of_one_statement_are_not(one: iom.Document, other: iom.Document) -> None:
    """Nothing shows that they are different statements."""
    assert iom.collect([one, other]).notes == ()
