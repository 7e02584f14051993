"""The tree of sections and its notes."""

from __future__ import annotations

import iom_content as iom
from iom_content.model.document import Note
from iom_content.model.origins import Captured, Span
from iom_content.reading.lines import lines_of
from iom_content.reading.navigation import Navigation, read_navigation
from iom_content.reading.sections import language_of, navigation_notes, sections_of

PAGE = """-
Who we are
WHO WE AREWe lend.
Oil
Oil
- Highlights
- Highlights
Oil
OIL
- Data & Research
- 2030 Agenda
"""


def read(page: str) -> Navigation:
    """Return the block at the start of a page."""
    navigation = read_navigation(page, lines_of(page))
    assert navigation is not None
    return navigation


def ids(sections: tuple[iom.Section, ...]) -> list[str]:
    """Return the ids of all sections in reading order."""
    return [here for section in sections for here in (section.id, *ids(section.children))]


def test_ids_are_paths() -> None:
    """An id is the path of slugs; siblings of one name are numbered."""
    assert ids(sections_of(read(PAGE).steps, "en")) == [
        "who-we-are",
        "who-we-are/oil",
        "who-we-are/oil/highlights",
        "who-we-are/oil/highlights-2",
        "who-we-are/oil-2",
        "data-research",
        "2030-agenda",
    ]


def test_numbers_of_siblings_do_not_clash() -> None:
    """A number that another sibling's name bears already is passed over."""
    page = "-\nOur Work\nOur Work\nOil 2\nOil 2\nOil\nOil\nOil\nOil\nOil\nOil\nOil 2\nOil 2\n- 2030 Agenda"
    assert [here.rpartition("/")[2] for here in ids(sections_of(read(page).steps, None))[1:-1]] == [
        "oil-2",
        "oil",
        "oil-3",
        "oil-4",
        "oil-2-2",
    ]


def test_other_languages_are_named() -> None:
    """Ids of other languages than English start with the language; an unknown one names nothing."""
    steps = read(PAGE).steps
    assert ids(sections_of(steps, "fr"))[:2] == ["fr/who-we-are", "fr/who-we-are/oil"]
    assert ids(sections_of(steps, None)) == ids(sections_of(steps, "en"))


def test_values_and_origins() -> None:
    """A section holds what the page prints, each with its place."""
    first, *_, last = sections_of(read(PAGE).steps, "en")
    assert (first.title, first.heading, first.summary) == ("Who we are", "WHO WE ARE", "We lend.")
    assert dict(first.origins) == {
        "marker": Captured(spans=(Span(start=0, end=1),)),
        "title": Captured(spans=(Span(start=2, end=12),)),
        "heading": Captured(spans=(Span(start=13, end=23),)),
        "summary": Captured(spans=(Span(start=23, end=31),)),
    }
    assert (last.title, last.heading, last.summary, last.children, list(last.origins)) == (
        "2030 Agenda",
        None,
        None,
        (),
        ["marker", "title"],
    )
    assert list(first.children[0].origins) == ["heading", "title"]


def test_language_of_labels() -> None:
    """The language is that which knows most labels; a tie tells nothing."""
    assert language_of(read(PAGE).steps) == "en"
    assert language_of(read("-\nChi siamo\nChi siamo\nOIM Global\nOIM Global\n-\nX\nX").steps) == "it"
    assert language_of(read("-\nX\nX\nIOM Global\nIOM Global\n- 2030 Agenda").steps) is None
    assert language_of(read("-\nX\nX\n- 2030 Agenda").steps) is None
    assert language_of(read("-\nChi siamo\nChi siamo\n-\nUnsere Arbeit\nUnsere Arbeit").steps) is None


def test_doubts_are_said_with_their_place() -> None:
    """Each doubt is a note that points to the first section concerned."""
    page = "-\nOur Work\nOur Work\nOil\nOil\n- Olive\n- Palm\n-\nTake Action\nTake Action\n- X\nWax\nWax\n- 2030 Agenda"
    assert navigation_notes(read(page).steps, closed=True) == (
        Note(
            code="ambiguous-nesting",
            message="dashed labels after a child may be its entries or sections at the top; nothing on the page decides it",
            pointer="/organization/sections/0/children/0/children/0",
        ),
        Note(
            code="orphan-section",
            message="a section below another stands where none is open; it is read as one at the top",
            pointer="/organization/sections/3",
        ),
    )


def test_an_open_end_is_said() -> None:
    """Where the usual last label is missing, the last section bears the note."""
    page = "-\nOur Work\nOur Work\nOil\nOil\nWax\nWax"
    assert navigation_notes(read(page).steps, closed=False) == (
        Note(
            code="open-navigation",
            message="nothing marks the end of the navigation; it is read as far as its structure goes",
            pointer="/organization/sections/0/children/1",
        ),
    )
    assert navigation_notes(read(page).steps, closed=True) == ()
