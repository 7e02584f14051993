"""The statement below the navigation."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.model.document import Note
from iom_content.model.kinds import BlockKind, Mark
from iom_content.model.origins import Captured
from iom_content.reading.titles import MAX_TITLE, is_title

NAVIGATION = "-\nWho we are\nWHO WE AREWe lend lanterns.\n- 2030 Agenda\n"
PROSE = "The lantern is on the pier, and the pier is long enough for all of us who come to it at night."


def read(body: str, url: str | None = None) -> tuple[iom.Document, iom.Statement]:
    """Read a page with a text below the navigation."""
    document = iom.ingest(NAVIGATION + body, url=url)
    assert document.statement is not None
    return document, document.statement


def blocks(body: str) -> list[tuple[str, str, int | None, tuple[Mark, ...]]]:
    """Return kind, text, depth and marks of the blocks below a title."""
    return [(block.kind.value, block.text, block.depth, block.marks) for block in read(f"A title\n{body}")[1].blocks]


def codes(document: iom.Document) -> list[tuple[str, str]]:
    """Return codes and pointers of the notes on the statement."""
    return [(note.code, note.pointer) for note in document.notes if note.pointer.startswith("/statement")]


@pytest.mark.parametrize(
    "title",
    [
        "Remarks at the Lantern Fair",
        "Who lights the pier?",
        "Light the pier!",
        "Mr. Lamp and Dr. Wick at the pier of St. Ives",
        "A visit to the U.S.",
        "Generation X",
        "A lamp. and no other",
        "\u201cA lamp for all\u201d",
        "\u0639\u0646\u0648\u0627\u0646",
        "x" * MAX_TITLE,
    ],
)
def test_titles(title: str) -> None:
    """The first line is the title unless it is a paragraph or a sentence."""
    assert is_title(title, PROSE)
    assert is_title(title, "")
    _, statement = read(f"{title}\n{PROSE}")
    assert statement.title == title


@pytest.mark.parametrize(
    "line",
    [
        "The lantern is on the pier.",
        "\u201cA lamp for all.\u201d",
        "The lantern burns. The pier is cold and so am",
        "Plan B.",
        "Excellencies,",
        "(Check against delivery)",
        "Photo: the pier",
        "For more information, please contact us",
        "Lamps,",
        "Lamps;",
        "Lamps:",
        "171",
        "***",
        "x" * (MAX_TITLE + 1),
    ],
)
def test_no_titles(line: str) -> None:
    """Sentences, paragraphs, addresses, labels and numbers are no titles."""
    assert not is_title(line, PROSE)
    document, statement = read(f"{line}\n{PROSE}")
    assert statement.title is None
    assert "title" not in statement.origins
    assert statement.blocks[0].text == line
    assert statement.id == f"untitled-{document.id}"
    assert codes(document)[0] == ("no-title", "/statement/title")


def test_a_wrapped_line_is_no_title() -> None:
    """A line that goes on below in lower case is the first of a paragraph."""
    assert not is_title("The lantern that hangs above the pier", "was lit by the keeper.")
    assert is_title("The lantern that hangs above the pier", "3rd lamp from the left.")
    assert read("The lantern that hangs above the pier\nwas lit by the keeper.")[1].title is None


def test_title_and_its_place() -> None:
    """A title in list form loses its marker; its place keeps all."""
    document, statement = read(f"\u200b- A title \n{PROSE}")
    assert statement.title == "A title"
    origin = statement.origins["title"]
    assert isinstance(origin, Captured)
    assert [document.capture.text[span.start : span.end] for span in origin.spans] == ["\u200b- A title"]
    assert read("1. A title")[1].title == "1. A title"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://example.org/speeches/a-lamp", "a-lamp"),
        ("https://example.org/speeches/a-lamp/", "a-lamp"),
        ("https://example.org/speeches/A_Lamp.html", "a-lamp"),
        ("https://example.org/agent-X", "agent-x"),
        ("https://example.org/lamp.php?page=2#top/x", "lamp"),
        ("https://example.org/lamp-no.5", "lamp-no-5"),
        ("https://example.org/l%C3%A1mpara", "lampara"),
        ("https://example.org/%D1%81%D0%B2%D0%B5%D1%82", "\u0441\u0432\u0435\u0442"),
        ("http://example.org/a[b", "a-b"),
    ],
)
def test_id_from_the_address(url: str, key: str) -> None:
    """The last part of the address is the id, and nothing need be said."""
    document, statement = read("A title", url)
    assert (statement.id, statement.url) == (key, url)
    assert codes(document) == [("no-language", "/statement/language"), ("undated", "/statement/published")]


@pytest.mark.parametrize(
    "url", [None, "https://example.org", "https://example.org/", "https://example.org?x=/a", "https://example.org/***"]
)
def test_id_from_the_title(url: str | None) -> None:
    """Without a telling address the id is made from the title, and that is noted."""
    document, statement = read("A title: \u201cLamps\u201d", url)
    assert statement.id == "a-title-lamps"
    assert codes(document)[0] == ("id-from-title", "/statement/id")


def test_notes_in_full() -> None:
    """Notes say in words what is unknown and where."""
    document, _ = read("171\nSome lamps are")
    assert document.notes[-4:] == (
        Note(code="no-title", message="the first line below the navigation is no title", pointer="/statement/title"),
        Note(code="no-language", message="the words do not tell the language", pointer="/statement/language"),
        Note(code="undated", message="this form of page carries no date", pointer="/statement/published"),
        Note(code="truncated", message="the capture ends inside this block", pointer="/statement/blocks/1"),
    )
    assert read("A title")[0].notes[-3] == Note(
        code="id-from-title", message="the address of the page is not known; the id is made from the title", pointer="/statement/id"
    )


def test_language_of_title_and_text() -> None:
    """The statement's language is told from its own words, whatever the navigation's."""
    assert read(f"A title\n{PROSE}")[1].language == "en"
    assert read("Les lampes et les rues dans une nuit")[1].language == "fr"
    assert read("A title\nNo.")[1].language is None
    assert read("The\nand\nof\nto\nthat")[1].language == "en"


def test_what_is_never_guessed() -> None:
    """Date, speaker, category, place and event are left to those who know."""
    _, statement = read(f"Remarks of the Director in Lindhavn, 8 July 2023\n{PROSE}")
    assert (statement.organization, statement.published, statement.delivered) == ("iom", None, None)
    assert (statement.category, statement.speaker, statement.place, statement.event, statement.translations) == (None, None, None, None, ())
    assert list(statement.origins) == ["title"]


def test_kinds_of_blocks() -> None:
    """Each line is a block of its kind; markers stay in the place and leave the text."""
    body = f"Excellencies,\nIntroduction\n{PROSE}\n- oil\n12. a wick.\n\u201cA lamp.\u201d\nCheck against delivery\n***\n- Press desk"
    assert blocks(body) == [
        ("salutation", "Excellencies,", None, ()),
        ("heading", "Introduction", None, ()),
        ("paragraph", PROSE, None, ()),
        ("list_item", "oil", 1, ()),
        ("list_item", "a wick.", 1, ()),
        ("quotation", "\u201cA lamp.\u201d", None, ()),
        ("delivery_note", "Check against delivery", None, ()),
        ("footer", "***", None, ()),
        ("footer", "- Press desk", None, ()),
    ]
    document, statement = read(f"A title\n{body}")
    assert [document.capture.text[span.start : span.end] for block in statement.blocks for span in block.spans] == body.split("\n")


def test_neighbours_decide_between_heading_and_list() -> None:
    """What stands above and below tells numbered headings, which keep their number, from items, which do not."""
    assert [block[:2] for block in blocks(f"Introduction\n{PROSE}\n1. The pier\n{PROSE}")] == [
        ("heading", "Introduction"),
        ("paragraph", PROSE),
        ("heading", "1. The pier"),
        ("paragraph", PROSE),
    ]
    assert [block[:2] for block in blocks(f"1. The pier\n2. The quay\n{PROSE}\nOil")] == [
        ("list_item", "The pier"),
        ("list_item", "The quay"),
        ("paragraph", PROSE),
        ("paragraph", "Oil"),
    ]


def test_depth_of_list_items() -> None:
    """Items indented further are a level below; what is no item ends the list."""
    body = "- a.\n  - b.\n     - c.\n  - d.\n   - e.\n- f.\nNo item.\n  - g."
    assert [depth for _, _, depth, _ in blocks(body)] == [1, 2, 3, 2, 3, 1, None, 1]


def test_duplicates_are_marked() -> None:
    """A text seen before, the title's included, is marked and stays."""
    assert [marks for _, _, _, marks in blocks("Lamps.\nA title\nLamps.\n- Lamps.\nOil.\n***\nLamps.\n***")] == [
        (),
        (Mark.DUPLICATE,),
        (Mark.DUPLICATE,),
        (Mark.DUPLICATE,),
        (),
        (),
        (Mark.DUPLICATE,),
        (Mark.DUPLICATE,),
    ]


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        ("Lamps. Some of them are", True),
        ("Lamps. Some of them are lit.", False),
        ("Lamps. Some of them are lit.\u201d", False),
        ("Some lamps.\nThank you", False),
        ("Some lamps.\nThank you all!", False),
        ("Some lamps.\nExcellencies,", False),
        ("Some lamps.\nCheck against delivery", False),
        ("Some lamps.\nPhoto: the pier", False),
        ("Some lamps are\n***", False),
        ("- oil", True),
        ("- oil.\n- a wi", True),
        ("- oil\n- a wick", False),
        ("- oil\n- a wick.", False),
        ("- oil.\n- wax\n- a wick", False),
        ("- oil\n- wax.\n- a wick", True),
        ("- oil;\n- a wi", True),
        ("- oil,\n- a wick.", False),
        ("<p style='x'>Some lamps.</p></div>", False),
        ("<p>Some lamps</p>", True),
        ("Some lamps.\n[video:https://a.example/1 autoplay:0]", False),
        ("- oil\nSome lamps are", True),
        ("\u201cSome lamps\u201d", True),
    ],
)
def test_a_cut_end_is_marked(body: str, cut: bool) -> None:  # noqa: FBT001 - a table's column
    """The last block lacks its end if nothing closes it; a list may do without stops if the item before does."""
    found = blocks(body)
    assert [Mark.TRUNCATED in marks for _, _, _, marks in found] == [False] * (len(found) - 1) + [cut]
    document, _ = read(f"A title\n{body}")
    assert (("truncated", f"/statement/blocks/{len(found) - 1}") in codes(document)) is cut


def test_a_block_may_bear_both_marks() -> None:
    """A repeated text may be cut too; marks stand in a fixed order."""
    assert blocks("Some lamps are\nSome lamps are")[1][3] == (Mark.DUPLICATE, Mark.TRUNCATED)


def test_a_title_alone_is_a_statement() -> None:
    """A page may hold a title and nothing else."""
    document, statement = read("A title")
    assert (statement.title, statement.blocks) == ("A title", ())
    assert ("truncated", "/statement/blocks/0") not in codes(document)


def test_an_open_end_of_a_paragraph_is_noted() -> None:
    """Where a sentence ends at a full line nothing tells whether its paragraph does; the first such block is named."""
    lines = [
        "The lantern that hangs above the long pier was lit for the",
        "first time by the keeper whom nobody on the island had ever",
        "seen there before that night, and it was seen from the sea.",
        "The keeper was not to be found in the town hall or at sea, or",
        "anywhere else.",
    ]
    document, statement = read("A title\n" + "\n".join(lines))
    assert [block.text for block in statement.blocks] == [" ".join(lines)]
    assert [(note.code, note.pointer) for note in document.notes if "paragraph" in note.code] == [
        ("ambiguous-paragraphs", "/statement/blocks/0")
    ]


def test_wrapped_lines_are_one_block() -> None:
    """Joined lines keep a span each; an item among them loses its marker only in the text."""
    lines = [
        "The lantern that hangs above the long pier was lit for the",
        "first time by the keeper whom nobody on the island had ever",
        "seen there.",
        "- oil for the lamp that hangs above the ferry and for those",
        "of the town.",
    ]
    document, statement = read("A title\n" + "\n".join(lines))
    assert [(block.kind, len(block.spans)) for block in statement.blocks] == [(BlockKind.PARAGRAPH, 3), (BlockKind.LIST_ITEM, 2)]
    assert statement.blocks[1].text == " ".join(lines[3:])[2:]
    assert [document.capture.text[span.start : span.end] for block in statement.blocks for span in block.spans] == lines


def test_a_wrapped_word_is_no_furniture() -> None:
    """The last word of a sentence on a line of its own is text, whatever link it would be the label of."""
    sentence = (
        "The keeper lit the lamp above the long pier and waited for\nthe ferry that was to take the people of the other island\nhome."
    )
    document, statement = read(f"Lamps for all\n{sentence}\n{sentence}")
    assert [block.text for block in statement.blocks] == [sentence.replace("\n", " ")] * 2
    assert document.residue == ()
    document, statement = read(f"Lamps for all\n{PROSE}\nHome")
    assert [part.kind.value for part in document.residue] == ["chrome"]
