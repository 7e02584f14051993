"""The grammar of the navigation block."""

from __future__ import annotations

import pytest

from iom_content.reading.lines import lines_of
from iom_content.reading.navigation import CHILD, ENTRY, TOP, Navigation, is_leaf, is_marker, read_navigation

HEAD = "-\nWho we are\nWHO WE AREWe lend lanterns.\n"
KNOWN = "- Data and Research\n- 2030 Agenda\n"


def read(page: str) -> Navigation:
    """Return the block at the start of a page."""
    navigation = read_navigation(page, lines_of(page))
    assert navigation is not None
    return navigation


def shape(page: str) -> list[tuple[int, str, str | None, str | None, str]]:
    """Return level, title, heading, summary and doubt of each section."""
    return [
        (step.level, step.title.text, step.heading and step.heading.text, step.summary and step.summary.text, step.doubt)
        for step in read(page).steps
    ]


def levels(page: str) -> list[tuple[int, str, str]]:
    """Return level, title and doubt of each section."""
    return [(step.level, step.title.text, step.doubt) for step in read(page).steps]


def test_the_whole_grammar(navigation: str) -> None:
    """Sections, children and leaves are read with what the page prints, and the block ends where it ends."""
    summary = (
        "The International Organization for Migration (IOM), promoting since 1931 lamps, has 12 member states and presence in 9 countries."
    )
    work = "Promoting since 1931 what lanterns can do, it lends them to those who walk at night."
    assert shape(navigation + "A title\nA text.") == [
        (TOP, "Who we are", "WHO WE ARE", summary, ""),
        (TOP, "Our Work", "Our Work", work, ""),
        (CHILD, "What We Do", "What We Do", None, ""),
        (CHILD, "Partnerships", "PARTNERSHIPS", None, ""),
        (TOP, "Where we work", None, None, ""),
        (TOP, "Take Action", "Take Action", None, ""),
        (CHILD, "Work with us", "Work with us", None, ""),
        (TOP, "Data and Research", None, None, ""),
        (TOP, "2030 Agenda", None, None, ""),
    ]
    found = read(navigation + "A title\nA text.")
    assert (found.size, found.closed) == (len(lines_of(navigation)), True)


def test_places_of_the_parts() -> None:
    """Marker, title, heading and summary each have their own place, edge marks included."""
    page = "\ufeff-\n \u200bWho we are \nWHO WE ARE\u00ad \u200fWe lend.\u00ad\n\u200f-\xa0\u200b 2030 Agenda\u200f"
    section, leaf = read(page).steps
    parts = [section.marker, section.title, section.heading, section.summary]
    assert [part and (page[part.start : part.end], part.text) for part in parts] == [
        ("\ufeff-", "-"),
        ("\u200bWho we are", "Who we are"),
        ("WHO WE ARE\u00ad", "WHO WE ARE"),
        ("\u200fWe lend.\u00ad", "We lend."),
    ]
    assert [part and (page[part.start : part.end], part.text) for part in (leaf.marker, leaf.title)] == [
        ("\u200f-", "-"),
        ("\u200b 2030 Agenda\u200f", "2030 Agenda"),
    ]


@pytest.mark.parametrize(
    ("label", "line", "heading", "summary"),
    [
        ("Agir", "AGIRNous", "AGIR", "Nous"),
        ("Agir", "Agir3 lanternes", "Agir", "3 lanternes"),
        ("Agir", "Agir Nous", "Agir", "Nous"),
        ("Agir", "Agir3x", "Agir", "3x"),
        ("Agir", "agir\u00abNous\u00bb", "agir", "\u00abNous\u00bb"),
        ("O\u00f9", "OU\u0300Nous", "OU\u0300", "Nous"),
        ("Stra\u00dfe", "STRASSEWir", "STRASSE", "Wir"),
        ("\u0645\u0646", "\u0645\u0646\u0646\u062d\u0646", "\u0645\u0646", "\u0646\u062d\u0646"),
        ("Agir", "Agir", "Agir", None),
    ],
)
def test_heading_and_summary(label: str, line: str, heading: str, summary: str | None) -> None:
    """The heading is the label again, cased as it may be; what follows is the summary, exactly."""
    step = read(f"-\n{label}\n{line}\n{KNOWN}").steps[0]
    assert (step.heading and step.heading.text, step.summary and step.summary.text) == (heading, summary)


@pytest.mark.parametrize("line", ["Workers of the world", "Some other line", "Wor"])
def test_a_longer_word_is_no_heading(line: str) -> None:
    """A line that merely starts with the letters of the label does not repeat it."""
    page = f"-\nWork\n{line}\n{KNOWN}"
    assert read_navigation(page, lines_of(page)) is None


def test_a_label_without_heading() -> None:
    """A section may lack its heading where more navigation follows at once."""
    assert shape(f"{HEAD}-\nLamps\n- 2030 Agenda\n")[1] == (TOP, "Lamps", None, None, "")
    assert shape(f"{HEAD}-\nLamps\nOil\nOil\n- 2030 Agenda\n")[1:3] == [(TOP, "Lamps", None, None, ""), (CHILD, "Oil", "Oil", None, "")]
    assert shape(f"{HEAD}-\nLamps\n-\nOil\nOil\n{KNOWN}")[1:3] == [(TOP, "Lamps", None, None, ""), (TOP, "Oil", "Oil", None, "")]


@pytest.mark.parametrize("rest", ["-", "-\nA title", "-\nA title\nA text.", "-\n-\nA", "-\n- x\nA", f"-\n{'x' * 101}\n{'x' * 101}"])
def test_a_dash_without_section_ends_the_block(rest: str) -> None:
    """A bare dash that starts no section is none of the navigation."""
    assert read(f"{HEAD}- Our Work\n{rest}").size == 4


def test_a_block_may_end_with_a_bare_section() -> None:
    """Structure goes on after the usual last label only where a whole section stands."""
    page = f"{HEAD}{KNOWN}-\nOur Work\nOur Work\nOil\nOil\nA title"
    assert levels(page)[-2:] == [(TOP, "Our Work", ""), (CHILD, "Oil", "")]
    assert read(page).closed is False
    assert read(f"{HEAD}{KNOWN}-\nOur Work\n- x\nA title").size == 5


def test_what_follows_the_last_label_is_no_leaf() -> None:
    """A title in list form and a doubled title are left to the page; a known label is not."""
    assert read(f"{HEAD}{KNOWN}- A title\n- An item").size == 5
    assert read(f"{HEAD}{KNOWN}A title\nA title\nA text.").size == 5
    assert read(f"{HEAD}{KNOWN}A title\nA titleGlued.").size == 5
    assert levels(f"{HEAD}- 2030 Agenda\n- Our Work\n- A title")[1:] == [(TOP, "2030 Agenda", ""), (TOP, "Our Work", "")]


def test_long_dashed_lines_are_no_leaves() -> None:
    """A list item of the text is longer than a label."""
    assert read(f"{HEAD}- Our Work\n- {'x' * 99}").size == 4
    assert read(f"{HEAD}- Our Work\n- {'x' * 98}").size == 5


def test_entries_below_a_child() -> None:
    """Dashed labels between two children are entries of the first: structure tells."""
    page = f"{HEAD}Oil\nOil\n- Olive\n- Palm\nWicks\nWicks\n- Cotton\nWax\nWax\n{KNOWN}"
    assert levels(page)[1:] == [
        (CHILD, "Oil", ""),
        (ENTRY, "Olive", ""),
        (ENTRY, "Palm", ""),
        (CHILD, "Wicks", ""),
        (ENTRY, "Cotton", ""),
        (CHILD, "Wax", ""),
        (TOP, "Data and Research", ""),
        (TOP, "2030 Agenda", ""),
    ]


def test_known_labels_after_a_child() -> None:
    """A label known from the top ends the entries; one known from below starts them."""
    below = f"{HEAD}Oil\nOil\n- Highlights\n- Olive\n"
    assert levels(f"{below}- Our Work\n- Palm\n- 2030 Agenda\n")[2:] == [
        (ENTRY, "Highlights", ""),
        (ENTRY, "Olive", ""),
        (TOP, "Our Work", ""),
        (TOP, "Palm", ""),
        (TOP, "2030 Agenda", ""),
    ]
    assert levels(f"{below}-\nOur Work\nOur Work\n{KNOWN}")[2:4] == [(ENTRY, "Highlights", ""), (ENTRY, "Olive", "")]


def test_unknown_labels_after_a_child_are_doubtful() -> None:
    """Where neither structure nor words tell, several labels before a section are entries, others leaves, and it is said."""
    several = f"{HEAD}Oil\nOil\n- Olive\n- Palm\n-\nOur Work\nOur Work\n{KNOWN}"
    assert levels(several)[2:4] == [(ENTRY, "Olive", "ambiguous-nesting"), (ENTRY, "Palm", "")]
    single = f"{HEAD}Oil\nOil\n- Olive\n-\nOur Work\nOur Work\n{KNOWN}"
    assert levels(single)[2] == (TOP, "Olive", "ambiguous-nesting")
    last = f"{HEAD}Oil\nOil\n- Olive\n- Palm\n- 2030 Agenda\n"
    assert levels(last)[2:] == [(TOP, "Olive", "ambiguous-nesting"), (TOP, "Palm", ""), (TOP, "2030 Agenda", "")]
    end = f"{HEAD}Oil\nOil\n- Olive\n- Palm\nA title"
    assert levels(end)[2:] == [(TOP, "Olive", "ambiguous-nesting"), (TOP, "Palm", "")]


def test_a_known_label_among_entries() -> None:
    """Between two children of one section a label is an entry though it is known from the top; without dashes words decide."""
    inner = "Oil\nOil\n- Olive\n- Our Work\n- Palm\nWicks\nWicks\n"
    assert [level for level, _, _ in levels(f"{HEAD}{inner}{KNOWN}")[1:6]] == [CHILD, ENTRY, ENTRY, ENTRY, CHILD]
    assert [level for level, _, _ in levels(f"{HEAD.removeprefix('-' + chr(10))}{inner}{KNOWN}")[1:6]] == [CHILD, ENTRY, TOP, TOP, TOP]
    titled = levels(f"{HEAD}Oil\nOil\n- Olive\n- 2030 Agenda\nA title\nA title\nA text.")
    assert titled[2:] == [(TOP, "Olive", "ambiguous-nesting"), (TOP, "2030 Agenda", "")]


def test_many_labels_before_a_known_leaf() -> None:
    """More labels than sites have leaves are entries of the child above, and it is said; fewer may be leaves."""
    few = f"{HEAD}Oil\nOil\n- Olive\n- Palm\n{KNOWN}"
    assert levels(few)[2:4] == [(TOP, "Olive", "ambiguous-nesting"), (TOP, "Palm", "")]
    many = f"{HEAD}Oil\nOil\n- Olive\n- Palm\n- Flax\n{KNOWN}"
    assert levels(many)[2:6] == [
        (ENTRY, "Olive", "ambiguous-nesting"),
        (ENTRY, "Palm", ""),
        (ENTRY, "Flax", ""),
        (TOP, "Data and Research", ""),
    ]


def test_a_section_after_entries() -> None:
    """After entries the tree goes on: a leaf known at the top, a section, another child."""
    page = f"{HEAD}Oil\nOil\n- Highlights\n-\nOur Work\nOur Work\nWicks\nWicks\n{KNOWN}"
    assert [level for level, _, _ in levels(page)] == [TOP, CHILD, ENTRY, TOP, CHILD, TOP, TOP]


def test_orphans() -> None:
    """Doubled lines without a section above are read at the top while navigation goes on, else left to the page."""
    page = f"{HEAD}- Our Work\nOil\nOil\nWicks\nWicks\n{KNOWN}"
    assert levels(page)[2:4] == [(TOP, "Oil", "orphan-section"), (TOP, "Wicks", "")]
    assert read(f"{HEAD}- Our Work\nOil\nOil\nA text.").size == 4
    assert read(f"{HEAD}- Our Work\nOil\nOil\nA text.").closed is False
    assert levels(f"Oil\nOil\n{HEAD}{KNOWN}")[0] == (TOP, "Oil", "orphan-section")
    assert levels(f"{HEAD}Wax\nWax\n- Our Work\nOil\nOil\n{KNOWN}")[3] == (TOP, "Oil", "orphan-section")
    assert levels(f"{HEAD}- Our Work\nOil\nOil\n- Take Action\nWax\nWax\n{KNOWN}")[2:5] == [
        (TOP, "Oil", "orphan-section"),
        (TOP, "Take Action", ""),
        (TOP, "Wax", "orphan-section"),
    ]


def test_the_form_without_dashes() -> None:
    """Without bare dashes a section is known by its label with the summary glued to it."""
    german = "Wer wir sind\nWer wir sindWir leihen Laternen.\n\u00dcber uns\n\u00dcber uns\nUnsere Arbeit\nUNSERE ARBEITWir leihen.\n"
    page = f"{german}{KNOWN}Ein Titel"
    assert shape(page) == [
        (TOP, "Wer wir sind", "Wer wir sind", "Wir leihen Laternen.", ""),
        (CHILD, "\u00dcber uns", "\u00dcber uns", None, ""),
        (TOP, "Unsere Arbeit", "UNSERE ARBEIT", "Wir leihen.", ""),
        (TOP, "Data and Research", None, None, ""),
        (TOP, "2030 Agenda", None, None, ""),
    ]
    assert read(page).steps[0].marker is None


def test_a_blank_parts_label_and_text_without_dashes() -> None:
    """Without a dash a line that starts with the words of the one above is no heading."""
    assert read(f"{HEAD}Our Work\nOur Work is light.").size == 3


@pytest.mark.parametrize(
    "page",
    [
        "",
        "-",
        "-\nA",
        "-\nA\nA",
        "-\nA\nAB\nText.",
        "A\nAB\nText.",
        "- one\n- two\n- three\nText.",
        "- 2030 Agenda\nText.",
        "A\nA\nText.",
        "A title\n" + HEAD + KNOWN,
    ],
)
def test_other_text_is_no_navigation(page: str) -> None:
    """One sign is too few: lists, doubled lines and dashes occur in any text."""
    assert read_navigation(page, lines_of(page)) is None


@pytest.mark.parametrize(
    "page",
    [
        "-\nWho we are\nWho we are",
        "-\nA\nAB\n-\nB\nBC",
        "- Our Work\n- Take Action",
        "-\nA\nA\n- 2030 Agenda",
        "Our Work\nOur WorkLight.\n- 2030 Agenda",
    ],
)
def test_two_signs_make_a_navigation(page: str) -> None:
    """Sections with headings, known labels and the usual last label are signs; two suffice."""
    assert read(page).size == len(lines_of(page))


@pytest.mark.parametrize(
    ("line", "marker", "leaf"),
    [
        ("-", True, False),
        ("- x", False, True),
        ("-x", False, False),
        ("-\xa0x", False, True),
        ("x - y", False, False),
        ("\u2013 x", False, False),
    ],
)
def test_dashes(line: str, marker: bool, leaf: bool) -> None:  # noqa: FBT001 - a table's columns
    """A marker is a dash alone, a leaf a dash with a blank and a label."""
    (found,) = lines_of(line)
    assert (is_marker(found), is_leaf(found)) == (marker, leaf)
