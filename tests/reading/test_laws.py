"""Laws of the reader that hold on any text whatever."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import iom_content as iom

Growth = Callable[[Callable[[int], object], int], float]
NAVIGATION = """-
Who we are
WHO WE AREThe International Organization for Migration (IOM) lends lanterns, promoting since 1931 a presence in 9 countries.
-
Our Work
Our WorkOver 12 member states lend what they have.
What We Do
What We Do
- Where we work
-
Take Action
Take Action
Work with us
Work with us
- Data and Research
- 2030 Agenda
"""
BODY = """Remarks at the Lantern Fair
Excellencies, dear colleagues,
The night is long and the road is longer; we have brought a light for each of you.
I. What we saw
- one lantern for the ferry,
- two lanterns for the pier.
We thank the town, and we will be here when the fair is over and the lamps are out.
***
For more information, please contact:
Press desk, lamp@example.org
"""
PAGE = NAVIGATION + BODY
WRAPPED = """Wer wir sind
Wer wir sindWir leihen Laternen.
- 2030 Agenda
A lamp above the pier
The lantern that hangs above the long pier was lit for the
first time by the keeper whom nobody on the island had ever
seen there before that night,
- as the old books say - and in the year it was burnt down, in
1951. The keeper was not to be found.
- oil for the lamp that hangs above the ferry and for those
of the town
"""
DATED = """Statements and Speeches
28 Nov 2018

Remarks at the Lantern Fair

Lindhavn, 27 November 2018

Excellencies, dear friends,

The night is long, and the road is longer; we have brought a light for each of you.

  \u2022  One for the ferry.

    \u2022  One for its cook.

Published Date:

Mar 06, 2020
"""

_ODD = [
    "\ufeff",
    "\u200b",
    "\u00ad",
    "\u200f",
    "\x00",
    "\u2028",
    "\r\n",
    "\r",
    "\x85",
    "\xa0",
    "\u0301",
    "\x1f",
    "\U0001f600",
    "\u0130",
    "\u00df",
]
_WORDS = [
    "-",
    "- ",
    "\n",
    "\n-\n",
    "A",
    "Ab",
    "aB",
    "Who we are",
    "2030 Agenda",
    "***",
    "\u2022 x",
    "1. y",
    "Dear colleagues,",
    "x.",
    "Displaying 1 - 2 of 9",
    "Skip to main content",
]

alphabets = st.sampled_from([*_ODD, *_WORDS, " ", "\n", "."])
patchworks = st.lists(alphabets, max_size=60).map("".join)
"""Text made of what the grammar looks for and of characters that break readers."""


@st.composite
def labelled_pages(draw: st.DrawFn) -> str:
    """Text of the navigation's shape with labels of any kind."""
    labels = draw(st.lists(st.text(max_size=12), min_size=1, max_size=6))
    end = draw(st.sampled_from(["\n", "\r\n", "\u2028", "\n\n", "\v"]))
    lines: list[str] = []
    for label in labels:
        form = draw(st.integers(0, 4))
        glued = label + draw(st.text(max_size=20))
        lines += [["-", label, glued], [label, label], [f"- {label}"], [label, glued], [glued]][form]
    return end.join(lines) + draw(patchworks)


_HEADS = [
    "News",
    "News - ",
    "DG's Statements and Speeches",
    "Comunicado",
    "Global",
    "Local",
    "Date Publish",
    "Published Date: ",
    "Published Date: 6 March 2020",
    "Friday, March 6, 2020",
    "28 Nov 2018",
    "28 Nov",
    "05/04/2021",
    "8-10 July 2023",
    "\u0661\u0662 \u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u0623\u0648\u0644 \u0662\u0660\u0662\u0662",
    "Lindhavn, 28 January 2022",
    "Lindhavn \u2013",
    "You are here",
    "Remarks at the Lantern Fair",
    "Remarks at the Lantern\u2026",
    "Remarks at the Lantern Fair and the Ball",
    "The pier is open.",
    "Lindhavn, 8 July \u2013 The pier is open.",
    "Excellencies, dear friends,",
    "Displaying 1 - 2 of 9",
    "Read more",
    "  \u2022  oil",
    "    \u2022  wax",
    "The lantern that hangs above the long pier was lit for the",
    "first time by the keeper whom nobody on the island had ever",
    "\xa0",
    "",
    "***",
    "Tags: lamps",
]


@st.composite
def headed_pages(draw: st.DrawFn) -> str:
    """Text made of the lines that stand at the head of a page without navigation, or below one."""
    lines = draw(st.lists(st.sampled_from(_HEADS) | patchworks, max_size=14))
    end = draw(st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]))
    text = (NAVIGATION if draw(st.booleans()) else "") + end.join(lines)
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


@st.composite
def bent_pages(draw: st.DrawFn, page: str = PAGE) -> str:
    """A page of the known form with lines lost, doubled or moved, odd characters put in, cut anywhere."""
    lines = page.splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 6))):
        index = draw(st.integers(0, len(lines) - 1))
        deed = draw(st.sampled_from(["drop", "double", "swap", "insert", "mark"]))
        if deed == "drop" and len(lines) > 1:
            del lines[index]
        elif deed == "double":
            lines.insert(index, lines[index])
        elif deed == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[index], lines[other] = lines[other], lines[index]
        elif deed == "insert":
            lines.insert(index, draw(patchworks))
        else:
            at = draw(st.integers(0, len(lines[index])))
            lines[index] = lines[index][:at] + draw(st.sampled_from(_ODD)) + lines[index][at:]
    text = "".join(lines)
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


def owners(document: iom.Document) -> list[int]:
    """Return how many owning spans, those of residue included, each code point of the capture has, blanks left out."""
    text = document.capture.text
    counts = [0] * len(text)
    spans = [span for _, span in document.iter_spans()]
    for span in (*spans, *(span for each in document.residue for span in each.spans)):
        for index in range(span.start, span.end):
            counts[index] += 1
    return [count for count, character in zip(counts, text, strict=True) if not character.isspace()]


@given(st.text() | patchworks | labelled_pages() | headed_pages() | bent_pages() | bent_pages(WRAPPED) | bent_pages(DATED))
@settings(max_examples=3 * settings().max_examples)
def test_each_visible_character_is_owned_once(text: str) -> None:
    """Whatever the text, it is read, and each character that is no blank has exactly one owner."""
    document = iom.ingest(text)
    assert document.capture.text == text
    assert set(owners(document)) <= {1}


@given(st.text() | patchworks | labelled_pages() | headed_pages() | bent_pages() | bent_pages(WRAPPED) | bent_pages(DATED))
def test_bytes_and_text_read_alike(text: str) -> None:
    """The bytes of a page are read as the page, unless they look like no text at all."""
    try:
        document = iom.ingest(text.encode())
    except iom.UnreadableInput:
        assert "\0" in text or text.startswith("\ufeff")
    else:
        assert document == iom.ingest(text)


@given(bent_pages())
def test_reading_twice_gives_the_same(text: str) -> None:
    """Reading has no memory."""
    assert iom.ingest(text) == iom.ingest(text)


@pytest.mark.parametrize(
    ("head", "unit", "times", "tail"),
    [
        ("", "x", 5_000_000, ""),
        (NAVIGATION, "a b. ", 1_000_000, ""),
        (NAVIGATION, "\u0301(", 300_000, ""),
        ("-\nWho we are\nWHO WE ARE", "175 member states ", 150_000, ""),
        ("-\nWho we are\nWHO WE ARE", "over ", 300_000, ""),
        ("", " ", 5_000_000, "x"),
        ("", "x\n", 30_000, ""),
        ("", "-\n", 30_000, ""),
        ("", "- x\n", 30_000, ""),
        ("", "\u200b\n", 30_000, ""),
        ("", "-\nA\nAB\n", 10_000, ""),
        ("", "-\nA\nA\nB\nB\n- C\n", 5_000, ""),
        ("", "A\nA\n", 15_000, ""),
        (NAVIGATION, "- x\n", 15_000, ""),
        (NAVIGATION, "***\n", 15_000, ""),
        (NAVIGATION, "a" * 50 + "\n", 15_000, ""),
        (NAVIGATION.partition("Who we are")[0] + "e", "\u0301", 1_000_000, NAVIGATION.partition("Who we are")[2]),
    ],
    ids=range(17),
)
def test_reading_takes_linear_time(head: str, unit: str, times: int, tail: str, growth: Growth) -> None:
    """The cost of pages of any shape grows as they do, and large ones are read; where C took the square, this would not end."""
    assert iom.ingest(head + unit * times + tail).capture.text.endswith(unit + tail)
    assert growth(lambda times: iom.ingest(head + unit * times + tail), min(times // 100, 1_000)) < 5
