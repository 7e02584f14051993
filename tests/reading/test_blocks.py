"""What a block is, by its words and its neighbour."""

from __future__ import annotations

import pytest

from iom_content.model.kinds import BlockKind
from iom_content.reading.blocks import (
    MAX_HEADING,
    MAX_SALUTATION,
    ends_sentence,
    is_bulleted,
    is_heading,
    is_phrase,
    is_quotation,
    is_rule,
    is_salutation,
    kind_of,
    marker_length,
    starts_as,
)

PROSE = "The lantern is on the pier, and the pier is long enough for all who come to it at night."


@pytest.mark.parametrize(
    ("text", "length", "bulleted"),
    [
        ("- x", 2, True),
        ("-  x", 3, True),
        ("\u2022\xa0x", 2, True),
        ("* x", 2, True),
        ("\u2013 x", 2, True),
        ("o x", 2, True),
        ("\u25aa x", 2, True),
        ("1. x", 3, False),
        ("12) x", 4, False),
        ("(3) x", 4, False),
        ("a) x", 3, False),
        ("b. x", 3, False),
        ("iv) x", 4, False),
        ("(ii) x", 5, False),
        ("-x", 0, False),
        ("-", 0, False),
        ("- ", 0, False),
        ("1.", 0, False),
        ("1.5 x", 0, False),
        ("2023 was", 0, False),
        ("1234. x", 0, False),
        ("on x", 0, False),
        ("I. x", 0, False),
        ("A. x", 0, False),
    ],
)
def test_list_markers(text: str, length: int, bulleted: bool) -> None:  # noqa: FBT001 - a table's column
    """A marker is a bullet or a number with a blank and something after it."""
    assert (marker_length(text), is_bulleted(text)) == (length, bulleted)


@pytest.mark.parametrize(
    "text",
    ["x.", "x!", "x?", "x\u2026", "x:", "x.\u201d", 'x."', "x.)", "x. \u00bb", "x.\xa0\u00bb", "\u8bf7\u3002", "\u0646\u061f", "x.**"],
)
def test_ends_of_sentences(text: str) -> None:
    """A stop ends a sentence, closing quotes and brackets aside."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["x", "x,", "x;", "x\u201d", "x)", ")", "", "x -"])
def test_open_ends(text: str) -> None:
    """Without a stop nothing ends."""
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("***", True),
        ("* * *", True),
        ("---", True),
        ("\u2014\u2014\u2014", True),
        ("___", True),
        ("**", False),
        ("-", False),
        ("*** x", False),
        ("", False),
    ],
)
def test_rules(text: str, rule: bool) -> None:  # noqa: FBT001 - a table's column
    """Three strokes make a rule."""
    assert is_rule(text) is rule


@pytest.mark.parametrize(
    "text",
    [
        "Excellencies,",
        "EXCELLENCIES,",
        "Madam Chair, Excellencies, dear colleagues,",
        "Mesdames et Messieurs les maires, chers amis,",
        "Ladies and gentlemen:",
        "Ladies and Gentlemen!",
        "Ladies and gentlemen",
        "Excellencies, Ladies and gentlemen, dear colleagues.",
        "Ladies and gentlemen all!",
        "Dear colleagues;",
        "Distinguished delegates from Lindhavn,",
        "Se\u00f1oras y se\u00f1ores:",
        "Madame la Ministre, Monsieur le Maire,",
        "Frau Vorsitzende,",
        "Dear colleagues" + " x" * 117 + ",",
    ],
)
def test_salutations(text: str) -> None:
    """An address and nothing else is a salutation, in any language and with any end."""
    assert is_salutation(text)
    assert kind_of(text, PROSE) is BlockKind.SALUTATION


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleagues, we meet at a time of change.",
        "Dear colleagues, I have five points to make tonight:",
        "Distinguished Lamps of the North",
        "Friendship,",
        "Hello,",
        "Dear colleagues of the lampX",
        "Friends of the Old Pier Lamp Society",
        "Dear colleagues" + " x" * 118 + ",",
    ],
)
def test_no_salutations(text: str) -> None:
    """Whatever says more than an address is none."""
    assert len("Dear colleagues" + " x" * 117 + ",") == MAX_SALUTATION
    assert not is_salutation(text)


@pytest.mark.parametrize(
    ("text", "below", "above", "kind"),
    [
        ("Keepers of the lamp, rowers of the night,", "It is late.", "", BlockKind.SALUTATION),
        ("Keepers of the lamp,", "It is late.", "Check against delivery", BlockKind.SALUTATION),
        ("Keepers of the lamp,", "It is late.", "It rained.", BlockKind.PARAGRAPH),
        ("Keepers of the lamp,", "it is late.", "", BlockKind.PARAGRAPH),
        ("Keepers of the lamp,", "- oil", "", BlockKind.PARAGRAPH),
        ("Keepers of the lamp,", "", "", BlockKind.PARAGRAPH),
        ("- Keepers of the lamp,", "It is late.", "", BlockKind.LIST_ITEM),
        ("K" * MAX_HEADING + ",", "It is late.", "", BlockKind.PARAGRAPH),
    ],
)
def test_a_text_may_open_with_an_address_that_no_list_knows(text: str, below: str, above: str, kind: BlockKind) -> None:
    """The first block is an address if a comma ends it and a sentence starts below."""
    assert kind_of(text, below, above) is kind


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("Photo: the pier", "captions", True),
        ("PHOTO: the pier", "captions", True),
        ("Photo the pier", "captions", False),
        ("\u00a9 2023", "captions", True),
        ("Share this page", "footers", True),
        ("Share this pagelet", "footers", True),
        ("Share thisness", "footers", False),
        ("We share this", "footers", False),
        ("Tags:x", "footers", True),
    ],
)
def test_starts(text: str, field: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A phrase opens a line as whole words."""
    assert starts_as(text, field) is expected


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("Check against delivery", "delivery_notes", True),
        ("[CHECK AGAINST DELIVERY]", "delivery_notes", True),
        ("*Check against delivery.*", "delivery_notes", True),
        ("Seul le prononc\u00e9 fait foi", "delivery_notes", True),
        ("Check against delivery now", "delivery_notes", False),
        ("Published Date: ", "placeholders", True),
        ("Skip to main content", "chrome", True),
        ("Skip to main contentX", "chrome", False),
        ("Skip to main content" + "." * 80, "chrome", True),
        ("Skip to main content" + "." * 81, "chrome", False),
    ],
)
def test_phrases(text: str, field: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A phrase is a whole line, brackets and stops aside."""
    assert is_phrase(text, field) is expected


@pytest.mark.parametrize(
    "text",
    [
        "\u201cA berth.\u201d",
        "\u201cA berth\u201d.",
        '"A berth."',
        "\u00abA berth\u00bb",
        "\u201eA berth\u201c",
        "\u201cA \u2018berth\u2019, no?\u201d",
        "\u201cA\u201d",
    ],
)
def test_quotations(text: str) -> None:
    """A text quoted from first to last is a quotation."""
    assert is_quotation(text)
    assert kind_of(text, PROSE) is BlockKind.QUOTATION


@pytest.mark.parametrize(
    "text",
    [
        "\u201cYes,\u201d she said, \u201cgo.\u201d",
        '"Yes," she said.',
        "\u201cYes",
        "A \u201cberth\u201d",
        "\u201c\u201d",
        "\u201cA berth\u201dX",
        "\u201cA berth\u201d\u201d",
        '"',
        "\u2018It\u2019s",
    ],
)
def test_no_quotations(text: str) -> None:
    """A text that is quoted in part is none."""
    assert not is_quotation(text)


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("Introduction", PROSE),
        ("Introduction", "Excellencies,"),
        ("Three requests for the pier of Lindhavn", "- oil"),
        ("Three requests for the pier of Lindhavn", "1. oil"),
        ("I. What we saw", "No."),
        ("XIV. What we saw", PROSE),
        ("1. What we saw", "We saw all of it."),
        ("1. What we saw", "- oil"),
        ("\u0627\u0644\u0645\u0642\u062f\u0645\u0629", PROSE),
        ("What 2023 taught", PROSE),
        ("x".upper() * MAX_HEADING, PROSE * 2),
    ],
)
def test_headings(text: str, below: str) -> None:
    """A short line without end above something longer, a list or an address names it."""
    assert is_heading(text, below)
    assert kind_of(text, below) is BlockKind.HEADING


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("Introduction", ""),
        ("Introduction", "Short one"),
        ("Introduction", "Twelve chars"),
        ("It is night.", PROSE),
        ("Why now?", PROSE),
        ("Our lamps,", PROSE),
        ("Our lamps;", PROSE),
        ("Our lamps \u2013", PROSE),
        ("our lamps", PROSE),
        ("171", PROSE),
        ("8 July 2023", PROSE),
        ("Lindhavn, juillet 2023", PROSE),
        ("I. What we saw", "II. What we did"),
        ("1. What we saw", "2. What we did."),
        ("1. What we saw", "What we did"),
        ("x".upper() * (MAX_HEADING + 1), PROSE * 2),
    ],
)
def test_no_headings(text: str, below: str) -> None:
    """Sentences, dates, numbers, parts of lists and last lines name nothing."""
    assert not is_heading(text, below)
    assert kind_of(text, below) is not BlockKind.HEADING


@pytest.mark.parametrize(
    ("text", "above", "heading"),
    [
        ("2. The quay", "1. The pier", False),
        ("2. The quay", "- The pier", True),
        ("2. The quay", PROSE, True),
        ("II. The quay", "I. The pier", False),
        ("II. The quay", "1. The pier", True),
        ("The quay", "The pier", True),
    ],
)
def test_the_last_of_a_list_is_no_heading(text: str, above: str, heading: bool) -> None:  # noqa: FBT001 - a table's column
    """A numbered line below another one belongs to its list, whatever follows."""
    assert is_heading(text, PROSE, above) is heading
    assert (kind_of(text, PROSE, above) is BlockKind.HEADING) is heading


@pytest.mark.parametrize(
    ("text", "below", "kind"),
    [
        ("(Check against delivery)", PROSE, BlockKind.DELIVERY_NOTE),
        ("Photo: the pier", PROSE, BlockKind.CAPTION),
        ("- The pier", PROSE, BlockKind.LIST_ITEM),
        ("1. The pier", "2. The quay", BlockKind.LIST_ITEM),
        ("- Excellencies,", PROSE, BlockKind.LIST_ITEM),
        (PROSE, PROSE, BlockKind.PARAGRAPH),
        ("***", PROSE, BlockKind.PARAGRAPH),
    ],
)
def test_other_kinds(text: str, below: str, kind: BlockKind) -> None:
    """The first kind whose signs a text bears is its kind; what bears none is a paragraph."""
    assert kind_of(text, below) is kind
