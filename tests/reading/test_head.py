"""The lines above a text."""

from __future__ import annotations

from datetime import date

import pytest

import iom_content as iom
from iom_content.model.origins import Captured

PROSE = "The lantern is on the pier, and the pier is long enough for all who come to it at night."
NAVIGATION = "-\nWho we are\nWHO WE AREWe lend lanterns.\n- 2030 Agenda\n"


def read(page: str, url: str | None = None) -> tuple[iom.Document, iom.Statement]:
    """Read a page that holds a statement."""
    document = iom.ingest(page, url=url)
    assert document.statement is not None
    return document, document.statement


def head(page: str, url: str | None = None) -> tuple[str | None, date | None, str | None, str | None, date | None]:
    """Return category, publishing day, title, place and day of delivery."""
    _, statement = read(page, url)
    return statement.category, statement.published, statement.title, statement.place, statement.delivered


def words(document: iom.Document, value: str) -> list[str]:
    """Return the words at the origin of a field of the statement."""
    assert document.statement is not None
    origin = document.statement.origins[value]
    assert isinstance(origin, Captured)
    return [document.capture.text[span.start : span.end] for span in origin.spans]


def codes(document: iom.Document) -> set[str]:
    """Return the codes of the notes but the usual ones."""
    return {note.code for note in document.notes} - {"id-from-title", "no-language", "truncated"}


def test_category_day_and_title() -> None:
    """The form of most pages: each has its field and its place."""
    document, _ = read(f"News\n28 Nov 2018\n\nLamps for all\n\n{PROSE}")
    assert head(document.capture.text) == ("News", date(2018, 11, 28), "Lamps for all", None, None)
    assert [words(document, name) for name in ("category", "published", "title")] == [["News"], ["28 Nov 2018"], ["Lamps for all"]]
    assert codes(document) == set()


@pytest.mark.parametrize("scope", ["Global", "Local", "GLOBAL", "Local\nGlobal"])
def test_scope_lines_are_no_places(scope: str) -> None:
    """What stands below a category for whom it is belongs to it."""
    document, _ = read(f"News - \n{scope}\n\nLamps for all\n\n{PROSE}")
    assert head(document.capture.text) == ("News", None, "Lamps for all", None, None)
    assert words(document, "category") == ["News -", *scope.split("\n")]
    assert codes(document) == {"undated"}


def test_a_label_without_its_day() -> None:
    """A label whose day is missing is residue, and the category above it is one."""
    document, _ = read(f"Songs\nDate Publish\n\nLamps for all\n\n{PROSE}")
    assert head(document.capture.text) == ("Songs", None, "Lamps for all", None, None)
    assert [part.kind.value for part in document.residue] == ["placeholder"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"Songs of the Coast\n4 March 2021\n\nLamps for all\n\n{PROSE}", "Songs of the Coast"),
        (f"{'x' * 59}\n4 March 2021\n\nLamps for all\n\n{PROSE}", "x" * 59),
        (f"{'x' * 61}\n4 March 2021\n\nLamps for all\n\n{PROSE}", None),
        (f"A b c d e f g h\n4 March 2021\n\nLamps for all\n\n{PROSE}", "A b c d e f g h"),
        (f"A b c d e f g h i\n4 March 2021\n\nLamps for all\n\n{PROSE}", None),
        (f"Songs of the Coast\n4 March 2021\n\n{PROSE}", None),
        (f"Songs of the Coast\n4 March 2021\nLamps for all\n\n{PROSE}", None),
        (f"Songs of the Coast\n\n4 March 2021\n\nLamps for all\n\n{PROSE}", None),
        (f"Songs of the Coast.\n4 March 2021\n\nLamps for all\n\n{PROSE}", None),
        (f"Songs of the Coast\n\nLamps for all\n\n{PROSE}", None),
        (f"News\n\nLamps for all\n\n{PROSE}", "News"),
        (f"News\n\n4 March 2021\n\nLamps for all\n\n{PROSE}", "News"),
        (
            "Statements and Speeches of the Keepers of the Lamps of the Northern and Southern Piers\n28 Nov 2018\n\nA title\n\nIt is.",
            "Statements and Speeches of the Keepers of the Lamps of the Northern and Southern Piers",
        ),
        ("Statement by the Keepers of the Lamps of the Northern and Southern Piers\n28 Nov 2018\n\nA title\n\nIt is.", None),
    ],
)
def test_which_first_line_is_a_category(page: str, expected: str | None) -> None:
    """A label that no list knows is one only with its day directly below and a title apart."""
    assert head(page)[0] == expected


def test_a_day_below_the_title_is_that_of_delivery() -> None:
    """Without a category above it the first line is the title, and the day on a line of its own is the spoken word's."""
    assert head(f"Songs of the Coast\n4 March 2021\n\n{PROSE}") == (None, None, "Songs of the Coast", None, date(2021, 3, 4))


def test_days_above_a_title() -> None:
    """A day above a title says when the page was published; below a navigation, when the text was spoken."""
    assert head(f"4 March 2021\n\nLamps for all\n\n{PROSE}")[1:3] == (date(2021, 3, 4), "Lamps for all")
    assert head(f"{NAVIGATION}4 March 2021\nLamps for all\n{PROSE}")[1:] == (None, "Lamps for all", None, date(2021, 3, 4))
    assert head(f"{NAVIGATION}News\n4 March 2021\nLamps for all\n{PROSE}")[:3] == ("News", date(2021, 3, 4), "Lamps for all")
    assert head(f"{NAVIGATION}News\n\n4 March 2021\n\nLamps for all\n\n{PROSE}")[:3] == ("News", date(2021, 3, 4), "Lamps for all")
    assert head(f"{NAVIGATION}News\nLamps for all\n{PROSE}")[0] is None


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Published Date: \n\nFriday, March 6, 2020", ["Published Date:", "Friday, March 6, 2020"]),
        ("Published Date: Friday, March 6, 2020", ["Published Date: Friday, March 6, 2020"]),
        ("Ver\u00f6ffentlicht am 6. M\u00e4rz 2020", ["Ver\u00f6ffentlicht am 6. M\u00e4rz 2020"]),
        ("Date of publication:\nMar 06, 2020", ["Date of publication:", "Mar 06, 2020"]),
    ],
)
@pytest.mark.parametrize("foot", [False, True])
def test_labelled_days(label: str, lines: list[str], foot: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A label before or above a day makes it that of publication, at the head and at the foot."""
    page = f"Lamps for all\n\n{PROSE}\n\n{label}" if foot else f"Lamps for all\n\n{label}\n\n{PROSE}"
    document, statement = read(page)
    assert (statement.title, statement.published) == ("Lamps for all", date(2020, 3, 6))
    assert words(document, "published") == lines
    assert [block.text for block in statement.blocks] == [PROSE]
    assert codes(document) == set()


def test_a_second_labelled_day_is_noted() -> None:
    """The first labelled day counts; another one stays on the page and is noted."""
    document, statement = read(f"Lamps for all\n\nPublished Date:\n6 March 2020\n\n{PROSE}\n\nPosted on 7 March 2020")
    assert statement.published == date(2020, 3, 6)
    assert codes(document) == {"further-date"}
    document, statement = read(f"News\n5 March 2020\n\nLamps for all\n\n{PROSE}\n\nPosted on\n7 March 2020")
    assert statement.published == date(2020, 3, 5)
    assert codes(document) == {"further-date"}
    assert [part.kind.value for part in document.residue] == ["placeholder"]


def test_a_labelled_day_that_is_not_whole() -> None:
    """A labelled day without a year is no day."""
    document, statement = read(f"Lamps for all\n\nPublished Date:\n6 March\n\n{PROSE}")
    assert (statement.published, statement.delivered) == (None, None)
    assert codes(document) == {"undated", "date-without-year"}


def test_place_and_day_on_a_line() -> None:
    """The place owns the line, the day is evidence in it; further days are noted and stay as residue."""
    document, _ = read(f"News\n5 March 2020\n\nLamps for all\n\nLindhavn, 4 March 2020\n\n{PROSE}")
    assert head(document.capture.text)[1:] == (date(2020, 3, 5), "Lamps for all", "Lindhavn", date(2020, 3, 4))
    assert [words(document, name) for name in ("place", "delivered")] == [["Lindhavn, 4 March 2020"], ["4 March 2020"]]
    document, statement = read(f"Lamps for all\n\n4 March 2020\n5 March 2020\n\n{PROSE}")
    assert (statement.delivered, codes(document)) == (date(2020, 3, 4), {"further-date", "undated"})
    assert [document.capture.text[span.start : span.end] for part in document.residue for span in part.spans] == ["5 March 2020"]
    document, statement = read(f"Lamps for all\n\nLindhavn, 4 March\n\n{PROSE}")
    assert (statement.place, statement.delivered, codes(document)) == ("Lindhavn", None, {"date-without-year", "undated"})
    document, statement = read(f"Lamps for all\n\nLindhavn, 4 March 2020\nHolm, 5 March 2020\n\n{PROSE}")
    assert (statement.place, statement.delivered, statement.blocks[0].text) == ("Lindhavn", date(2020, 3, 4), "Holm, 5 March 2020")


def test_a_place_on_a_line_of_its_own() -> None:
    """A dash after a place on its own line stands for a day that is not there."""
    document, statement = read(f"Lamps for all\n\nLindhavn \u2013\n\n{PROSE}")
    assert (statement.place, statement.delivered, words(document, "place")) == ("Lindhavn", None, ["Lindhavn \u2013"])


def test_a_place_above_its_day() -> None:
    """A place alone on its line is known by the day on the next; without one, or without a name before it, it is text."""
    document, statement = read(f"{NAVIGATION}Lamps for all\nLindhavn\n4 March 2020\n{PROSE}")
    assert (statement.place, statement.delivered) == ("Lindhavn", date(2020, 3, 4))
    assert [words(document, name) for name in ("place", "delivered")] == [["Lindhavn"], ["4 March 2020"]]
    assert len(statement.blocks) == 1
    assert head(f"{NAVIGATION}Lamps for all\nLindhavn\n{PROSE}")[3] is None
    assert head(f"{NAVIGATION}Lamps for all\nthe pier\n4 March 2020\n{PROSE}")[3] is None
    assert head(f"{NAVIGATION}Lamps for all\nLindhavn")[3] is None


def test_the_same_day_twice_is_no_contradiction() -> None:
    """A day stated again is not a further one."""
    document, _ = read(
        f"News\n5 March 2020\n\nLamps for all\n\n4 March 2020\n\nLindhavn, 4 March 2020 \u2013 {PROSE}\n\nPosted on 5 March 2020"
    )
    assert codes(document) == set()


def test_only_few_lines_below_a_title_are_its_head() -> None:
    """Days further down are text."""
    _, statement = read("Lamps for all\n\n" + "4 March\n" * 5 + PROSE)
    assert [block.text for block in statement.blocks] == ["4 March", PROSE]


def test_the_line_before_wins_over_the_dateline() -> None:
    """Where a line of its own states place or day the dateline adds what is missing and contradicts nothing silently."""
    document, statement = read(f"Lamps for all\n\nHolm, 3 March 2020\n\nLindhavn, 4 March 2020 \u2013 {PROSE}")
    assert (statement.place, statement.delivered, codes(document)) == ("Holm", date(2020, 3, 3), {"further-date", "undated"})
    document, statement = read(f"Lamps for all\n\n3 March 2020\n\nLindhavn \u2013 {PROSE}")
    assert (statement.place, statement.delivered, words(document, "place")) == ("Lindhavn", date(2020, 3, 3), ["Lindhavn"])
    document, statement = read(f"Lamps for all\n\nLindhavn, Thursday, 6 March 2020 \u2013 {PROSE}")
    assert (statement.delivered, statement.origins["delivered"].spans[0].start) == (date(2020, 3, 6), 35)  # type: ignore[union-attr]


def test_the_dateline_of_the_first_paragraph() -> None:
    """A dateline is looked for in the first paragraph among the first three blocks, and only there."""
    line = f"Lindhavn \u2013 {PROSE}"
    assert head(f"Lamps for all\n\nDear friends,\n\nPhoto: a lamp\n\n{line}")[3] == "Lindhavn"
    assert head(f"Lamps for all\n\n- a lamp.\n\n- a lamp.\n\n- a lamp.\n\n{line}")[3] is None
    assert head(f"Lamps for all\n\n{PROSE}\n\n{line}")[3] is None
    assert head("Lamps for all\n\n***\n\nLindhavn \u2013 The end is near.")[3] is None


@pytest.mark.parametrize(
    ("page", "url", "title"),
    [
        (f"News\n5 March 2020\n\nThe pier is open.\n\n{PROSE}", None, "The pier is open."),
        (f"The pier is open.\n\nPublished Date:\n5 March 2020\n\n{PROSE}", None, "The pier is open."),
        (f"The pier is open.\n\nDear friends,\n\n{PROSE}", None, "The pier is open."),
        (f"The pier is open.\n\nLindhavn \u2013 {PROSE}", None, "The pier is open."),
        (f"The pier is open.\n\nThe pier is open.\n\n{PROSE}", None, "The pier is open."),
        (f"The long pier of the town is open.\n\n{PROSE}", "https://a.example/long-pier-town-open", None),
        (
            f"The long pier of the town is open.\n\n{PROSE}",
            "https://a.example/the-long-pier-of-the-town",
            "The long pier of the town is open.",
        ),
        (f"The pier is open.\n\n{PROSE}", "https://a.example/the-pier-is-open", "The pier is open."),
        (f"The pier is open.\n\n{PROSE}", "https://a.example/the-pier", None),
        (f"The pier is open.\n\n{PROSE}", None, None),
        (f"The Long Pier Stays Open.\n\n{PROSE}", None, "The Long Pier Stays Open."),
        ("The Long Pier Stays Open.\n\nIt does.", None, None),
        (f"News\n5 March 2020\n\nThe pier was shut. The pier is open.\n\n{PROSE}", None, None),
        ("News\n5 March 2020\n\nThe pier is open.", None, None),
    ],
)
def test_sentences_that_are_titles(page: str, url: str | None, title: str | None) -> None:
    """A whole sentence is the title only where head, label, address, salutation, dateline or repetition show it."""
    assert head(page, url)[2] == title


def test_titles_of_several_lines() -> None:
    """A title that was wrapped is joined where an empty line ends it; without one it is a paragraph."""
    document, statement = read(f"News\n\nLamps for all who\nwalk at night\n\n{PROSE}")
    assert statement.title == "Lamps for all who walk at night"
    assert words(document, "title") == ["Lamps for all who", "walk at night"]
    assert head(f"News\n\nLamps for all who\nwalk at night.\n\n{PROSE}")[2] is None
    assert head(f"News\n\nLamps for all\nWalk at night\n\n{PROSE}")[2] == "Lamps for all"
    assert head(f"News\n\nLamps\nfor\nall\nwho walk\n\n{PROSE}")[2] is None
    assert head("News\n\nLamps for all who\nwalk at night")[2] is None


WRAPPED = """The lantern that hangs above the long pier was lit for the
first time by the keeper whom nobody on the island had ever
seen there before that night, and it was seen from the sea.
The keeper was gone.
"""


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (f"- Lamps for all\n{PROSE}", "Lamps for all"),
        (f"- Lamps for all\n- Oil for some\n{PROSE}", None),
        (f"- LAMPS FOR ALL\n- Oil for some\n{PROSE}", "LAMPS FOR ALL"),
        (f"- Call for Lamps and Wicks\n- Oil for some\n{PROSE}", "Call for Lamps and Wicks"),
        ("- Lamps for all", "Lamps for all"),
    ],
)
def test_titles_in_list_form(page: str, title: str | None) -> None:
    """A line with a marker is the title unless it is the first item of a list; capitals tell it from the items."""
    assert head(NAVIGATION + page)[2] == title


def test_a_title_wrapped_like_its_text() -> None:
    """Where lines show that they were wrapped the title may take several; one that fills its line takes just that."""
    page = f"{NAVIGATION}Harbour towns of the eastern shore plan together for the\nlong winter\n{WRAPPED}"
    document, statement = read(page)
    assert statement.title == "Harbour towns of the eastern shore plan together for the long winter"
    assert words(document, "title") == ["Harbour towns of the eastern shore plan together for the", "long winter"]
    assert len(statement.blocks) == 1
    full = "Harbour towns of the eastern shore plan for the long winter"
    _, statement = read(f"{NAVIGATION}{full}\n{WRAPPED}")
    assert statement.title == full
    assert len(statement.blocks) == 1
    assert read(f"{NAVIGATION}{WRAPPED}")[1].title is None


def test_a_cut_title_and_its_full_form() -> None:
    """Where the next line is the full form both lines are the title's."""
    document, statement = read(f"Lamps for\u2026\nLamps for all\n{PROSE}")
    assert statement.title == "Lamps for all"
    assert words(document, "title") == ["Lamps for\u2026", "Lamps for all"]
    assert codes(document) == {"title-cut", "undated"}
    assert head("Lamps for\u2026\n\nLamps for all. We")[2] == "Lamps for\u2026"


def test_dates_that_date_nothing() -> None:
    """Days without a text are no statement, and nothing of them is lost."""
    document = iom.ingest(f"{NAVIGATION}4 March 2020\nPublished Date:\n5 March 2020")
    assert document.statement is None
    assert [(part.kind.value, len(part.spans)) for part in document.residue] == [("placeholder", 3)]
    assert "no-statement" in {note.code for note in document.notes}
    document = iom.ingest("4 March 2020 10:30 a.m.")
    assert document.statement is None
    assert [part.kind.value for part in document.residue] == ["unrecognized"]
    document = iom.ingest("Lindhavn, 4 March 2020.\n6 March 2020 at 10:30 p.m.")
    assert document.statement is not None
    assert [block.text for block in document.statement.blocks] == ["Lindhavn, 4 March 2020.", "6 March 2020 at 10:30 p.m."]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("8-10 July 2023", "date-range"),
        ("July 2023", "date-without-day"),
        ("05/04/2021", "ambiguous-date"),
        ("31 June 2021", "impossible-date"),
        ("8 July", "date-without-year"),
    ],
)
@pytest.mark.parametrize("page", ["News\n{0}\n\nLamps for all\n\n" + PROSE, "News\n\nLamps for all\n\n{0}\n\n" + PROSE])
def test_days_that_are_not_whole_are_noted(page: str, line: str, code: str) -> None:
    """A day that is not whole is residue with a note, above the title and below it."""
    document, statement = read(page.format(line))
    assert (statement.published, statement.delivered, statement.title) == (None, None, "Lamps for all")
    assert codes(document) == {"undated", code}
    assert [document.capture.text[span.start : span.end] for part in document.residue for span in part.spans] == [line]
    note = next(note for note in document.notes if note.code == code)
    assert note.pointer == ("/statement/published" if page.startswith("News\n{0}") else "/statement/delivered")


def test_a_weekday_that_differs_is_noted() -> None:
    """The day stands as written, and the contradiction is said."""
    document, statement = read(f"News\nThursday, March 6, 2020\n\nLamps for all\n\n{PROSE}")
    assert (statement.published, codes(document)) == (date(2020, 3, 6), {"weekday-differs"})
