"""Lines and their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iom_content.model.origins import Captured, Span
from iom_content.reading.lines import MAX_LABEL, Line, lines_of, part_of


@given(st.text())
def test_lines_are_those_of_splitlines(text: str) -> None:
    """Lines are cut where Python cuts them; each stands where it says, without outer blanks."""
    lines = lines_of(text)
    assert [text[line.start : line.end] for line in lines] == [raw.strip() for raw in text.splitlines() if raw.strip()]
    for line in lines:
        assert text[line.at : line.at + len(line.text)] == line.text
        assert line.start <= line.at <= line.at + len(line.text) <= line.end


def test_fields_of_a_line() -> None:
    """Edge marks belong to the line and not to its text; indent and gaps are kept."""
    assert lines_of("a\n\u200b\n \n\t \ufeff b\u00ad \r\n\r\n  c") == (
        Line(start=0, end=1, at=0, text="a", indent=0, apart=False),
        Line(start=2, end=3, at=2, text="", indent=0, apart=False),
        Line(start=8, end=12, at=10, text="b", indent=2, apart=True),
        Line(start=19, end=20, at=19, text="c", indent=2, apart=True),
    )


def test_no_lines() -> None:
    """Blank text has no lines, and its first line stands apart from nothing."""
    assert lines_of("") == lines_of(" \n\u2028 ") == ()
    assert lines_of("x")[0].apart is False


def test_a_part_of_a_line() -> None:
    """A stretch is cut to what is not blank; blank stretches are none."""
    assert part_of("-  \u200bAbout ", 1, 10) == Line(start=3, end=9, at=4, text="About", indent=2, apart=False)
    assert part_of("-  x", 1, 3) is None


def test_place_and_label() -> None:
    """A line gives its place as span and origin, and its folded text while it is short enough for a label."""
    line = lines_of("  \u00dcber UNS ")[0]
    assert line.span == Span(start=2, end=10)
    assert line.origin == Captured(spans=(Span(start=2, end=10),))
    assert line.label == "uber uns"
    assert lines_of("x" * MAX_LABEL)[0].label == "x" * MAX_LABEL
    assert lines_of("x" * (MAX_LABEL + 1))[0].label == ""
