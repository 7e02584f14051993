"""One page in, one document out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

import iom_content as iom
from iom_content.model.document import Note
from iom_content.model.kinds import ResidueKind
from iom_content.reading.ingest import RENDERINGS

LISTING = Note(code="listing-page", message="the page lists other pages and is no statement")


def residue(document: iom.Document) -> list[tuple[str, list[str]]]:
    """Return the kinds of residue with their lines."""
    text = document.capture.text
    return [(part.kind.value, [text[span.start : span.end] for span in part.spans]) for part in document.residue]


def test_a_page_of_the_known_form(navigation: str) -> None:
    """The page becomes organization and statement; nothing is left over, and only what is unknown is noted."""
    body = "Remarks at the Lantern Fair\nThe night is long, and the road is longer; we have brought a light for each of you.\n"
    document = iom.ingest(navigation + body, url="https://example.org/remarks", captured=date(2024, 2, 9))
    assert document.organization is not None
    assert document.statement is not None
    assert (document.language, document.statement.language) == ("en", "en")
    assert [section.id for section in document.organization.sections] == [
        "who-we-are",
        "our-work",
        "where-we-work",
        "take-action",
        "data-and-research",
        "2030-agenda",
    ]
    assert (document.statement.id, document.statement.title, len(document.statement.blocks)) == (
        "remarks",
        "Remarks at the Lantern Fair",
        1,
    )
    assert document.residue == ()
    assert document.notes == (Note(code="undated", message="this form of page carries no date", pointer="/statement/published"),)
    assert (document.capture.url, document.capture.captured) == ("https://example.org/remarks", date(2024, 2, 9))


def test_owning_spans_in_reading_order(covering: Callable[[iom.Document], list[tuple[str, iom.Span]]]) -> None:
    """Markers, labels, headings, summaries, title and blocks own their characters."""
    page = "-\nOur Work\nOUR WORKWe lend.\nOil\nOil\n- 2030 Agenda\nA title\n- One lamp."
    owners = [(pointer, page[span.start : span.end]) for pointer, span in covering(iom.ingest(page))]
    assert owners == [
        ("/organization/sections/0/origins/marker", "-"),
        ("/organization/sections/0/title", "Our Work"),
        ("/organization/sections/0/heading", "OUR WORK"),
        ("/organization/sections/0/summary", "We lend."),
        ("/organization/sections/0/children/0/title", "Oil"),
        ("/organization/sections/0/children/0/heading", "Oil"),
        ("/organization/sections/1/origins/marker", "-"),
        ("/organization/sections/1/title", "2030 Agenda"),
        ("/statement/title", "A title"),
        ("/statement/blocks/0", "- One lamp."),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\u2028", b"", b"\n"])
def test_blank_pages(text: str | bytes) -> None:
    """A page without text is a document with a note and nothing else."""
    document = iom.ingest(text)
    assert document == iom.Document(capture=document.capture, notes=(Note(code="empty", message="the page holds no text"),))


def test_pages_of_unknown_form() -> None:
    """What no reader knows is residue, furniture told apart, and a note says so."""
    document = iom.ingest("Skip to main content\nA title\n\nA text\n\u200b\nPublished Date:")
    assert (document.organization, document.statement, document.language) == (None, None, None)
    assert residue(document) == [
        ("chrome", ["Skip to main content"]),
        ("unrecognized", ["A title", "A text"]),
        ("invisible", ["\u200b"]),
        ("placeholder", ["Published Date:"]),
    ]
    assert [part.reason for part in document.residue] == [
        "furniture of the site",
        "text of a page whose form no reader knows",
        "characters that show nothing",
        "a label or date whose value is missing or not whole",
    ]
    assert document.notes == (Note(code="unknown-rendering", message="no reader knows the form of this page"),)


def test_furniture_around_the_known_form(navigation: str) -> None:
    """Furniture above the navigation and between the blocks is residue; in the footer it is footer."""
    page = f"\ufeff\nSkip to main content\n{navigation}A title\nA text.\nREAD MORE\n\u200b\nMore text.\n***\nShare this page\n\u200b"
    document = iom.ingest(page)
    assert document.statement is not None
    assert [block.text for block in document.statement.blocks] == ["A text.", "More text.", "***", "Share this page"]
    assert residue(document) == [
        ("invisible", ["\ufeff"]),
        ("chrome", ["Skip to main content", "READ MORE"]),
        ("invisible", ["\u200b", "\u200b"]),
    ]


def test_residue_of_one_kind_keeps_reading_order(navigation: str) -> None:
    """Spans of residue never go back, whatever stands between them."""
    document = iom.ingest(f"Skip to main content\n{navigation}Print\nA title\nSearch\nA text.")
    assert residue(document) == [("chrome", ["Skip to main content", "Print", "Search"])]


def test_listing_pages() -> None:
    """A page whose first line counts what it lists is no statement."""
    document = iom.ingest("Skip to main content\nDisplaying 1 - 2 of 9\nSearch\nA page\nAnother page")
    assert (document.organization, document.statement) == (None, None)
    assert residue(document) == [
        ("chrome", ["Skip to main content"]),
        ("listing", ["Displaying 1 - 2 of 9", "Search", "A page", "Another page"]),
    ]
    assert document.residue[1].reason == "text of a page that lists other pages"
    assert document.notes == (LISTING,)


def test_listing_pages_below_a_navigation(navigation: str) -> None:
    """The navigation of a listing page is read all the same."""
    document = iom.ingest(f"Skip to main content\n{navigation}Search\nDisplaying 1 - 2 of 9\nA page\n***\nAnother page")
    assert document.organization is not None
    assert document.language == "en"
    assert document.statement is None
    assert residue(document) == [
        ("chrome", ["Skip to main content", "Search"]),
        ("listing", ["Displaying 1 - 2 of 9", "A page", "***", "Another page"]),
    ]
    assert document.notes == (LISTING,)


def test_a_counter_further_down_lists_nothing() -> None:
    """Only at the head does a line count a page's entries."""
    document = iom.ingest(f"A page\n{'Some text. ' * 15}\nDisplaying 1 - 2 of 9")
    assert [note.code for note in document.notes] == ["id-from-title", "no-language", "undated", "truncated"]


def test_a_navigation_alone(navigation: str) -> None:
    """A page that holds nothing but its navigation has no statement, and says so."""
    document = iom.ingest(f"{navigation}Print")
    assert document.statement is None
    assert residue(document) == [("chrome", ["Print"])]
    assert document.notes == (Note(code="no-statement", message="nothing but the navigation stands on the page"),)


def test_furniture_is_no_text_above_a_footer(navigation: str) -> None:
    """A rule with nothing but furniture above it starts no footer and is not lost."""
    document = iom.ingest(f"{navigation}Skip to main content\n***")
    assert document.statement is not None
    assert [(block.kind.value, block.text) for block in document.statement.blocks] == [("paragraph", "***")]


def test_stray_markers(navigation: str) -> None:
    """A bare dash in the text is a sign that the navigation is broken."""
    document = iom.ingest(f"{navigation}A title\n-\nA text.")
    assert document.notes[0] == Note(code="stray-marker", message="a bare dash stands below the navigation, which may be broken")
    broken = iom.ingest("-\nOur Work\nOUR WORKWe lend.\nA title\n-\nA text.")
    assert [note.code for note in broken.notes][:2] == ["open-navigation", "no-figure"]
    assert document.statement is not None
    assert [block.text for block in document.statement.blocks] == ["-", "A text."]


def test_notes_follow_the_page() -> None:
    """Notes of the organization go before those of the statement."""
    document = iom.ingest("-\nOur Work\nOur WorkWe lend.\nOil\nOil\nA title\nA text.")
    assert [note.code for note in document.notes] == [
        "open-navigation",
        "no-figure",
        "no-figure",
        "no-figure",
        "no-name",
        "id-from-title",
        "no-language",
        "undated",
    ]


def test_a_byte_order_mark_is_owned(navigation: str) -> None:
    """A byte order mark changes nothing in what is read and belongs to what it stands at."""
    marked, plain = iom.ingest(b"\xef\xbb\xbf" + navigation.encode()), iom.ingest(navigation)
    assert marked.organization is not None
    assert plain.organization is not None
    assert next(marked.iter_spans())[1] == iom.Span(start=0, end=2)
    assert [section.title for section in marked.organization.sections] == [section.title for section in plain.organization.sections]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\n\n", " \n\t"])
def test_line_ends_change_nothing(navigation: str, end: str) -> None:
    """Whatever ends the lines, the same values are read."""
    page = f"{navigation}A title\nA text.\n- oil.\n- a wick."
    plain, other = iom.ingest(page), iom.ingest(page.replace("\n", end))
    assert plain.statement is not None
    assert other.statement is not None
    assert other.organization is not None
    assert [(block.kind, block.text) for block in other.statement.blocks] == [(block.kind, block.text) for block in plain.statement.blocks]
    assert repr(other.organization) == repr(plain.organization)


@pytest.mark.parametrize("url", ["", "example.org/a", "//example.org/a", "ftp://example.org/a", "https://", "https://a b"])
def test_the_address_must_be_absolute(url: str) -> None:
    """An address that names no page is refused by the capture, even for a blank page."""
    with pytest.raises(iom.InvalidValue) as caught:
        iom.ingest("", url=url)
    assert caught.value.pointer == "/url"


@pytest.mark.parametrize("captured", ["2024-02-09", datetime(2024, 2, 9), 5])  # noqa: DTZ001 - a moment is no day, with a zone or without
def test_the_day_must_be_a_date(captured: object) -> None:
    """A day of another kind is refused."""
    with pytest.raises(iom.InvalidValue) as caught:
        iom.ingest("x", captured=captured)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.pointer == "/captured"


def test_every_form_is_a_function() -> None:
    """Forms of pages are tried in order, and none of them knows a page that is plain text."""
    capture = iom.ingest("x").capture
    assert [read(capture, ()) for read in RENDERINGS] == [None] * len(RENDERINGS)


def test_kinds_of_residue_have_reasons() -> None:
    """Each kind of residue can be met."""
    found = iom.ingest("Print\n\u200b\nA title\nDate Publish").residue + iom.ingest("Displaying 1 - 2 of 9").residue
    assert {part.kind for part in found} == set(ResidueKind)


@pytest.mark.parametrize(
    "page",
    ["A title\n\nThe ferries met and spoke.\n", "-\nWho we are\nWHO WE AREWe row.\n- 2030 Agenda\nA title\nThe ferries met.\n", "odd", ""],
)
def test_a_signature_is_no_part_of_the_text(page: str) -> None:
    """What stands below the last line of two hyphens and a blank is residue; everything above is read as without it."""
    signature = "-- \npublished: 2021-05-03\n\n  A name\n"
    above, whole = iom.ingest(page), iom.ingest(f"{page}\n{signature}")
    assert whole.capture.text == f"{page}\n{signature}"
    assert iom.ingest(f"{page}\n{signature}".replace("\n", "\r\n")).residue[-1].reason == whole.residue[-1].reason
    assert (whole.organization, whole.statement, whole.notes) == (above.organization, above.statement, above.notes)
    assert whole.residue[:-1] == above.residue
    assert (whole.residue[-1].kind, whole.residue[-1].reason) == (iom.ResidueKind.CHROME, "furniture of the site")
    assert [whole.capture.text[span.start : span.end] for span in whole.residue[-1].spans] == ["--", "published: 2021-05-03", "A name"]


def test_a_page_may_be_nothing_but_a_signature() -> None:
    """Then there is no text above it."""
    for page in ("-- \nA name\n", "-- \r\nA name"):
        assert residue(iom.ingest(page)) == [("chrome", ["--", "A name"])]
        assert [note.code for note in iom.ingest(page).notes] == ["empty"]


@pytest.mark.parametrize("line", ["--", "--  ", " -- ", "--- ", "-- a"])
def test_no_other_line_is_a_signature(line: str) -> None:
    """Two hyphens and one blank, and nothing else."""
    page = f"A title\n\nThe ferries met and spoke.\n\n{line}\nand went on, as ferries do.\n"
    assert all(each.kind is not iom.ResidueKind.CHROME for each in iom.ingest(page).residue)
