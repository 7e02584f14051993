"""Hits and lines of a concordance, as people and spreadsheets read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.serializers.occurrences import columns, hit_lines, line_lines
from iom_content.testing import strategies


def statement(text: str) -> iom.Statement:
    """Return a statement of one paragraph."""
    return iom.Statement(id="a", organization="harbour", blocks=(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text),))


def test_lines_are_aligned_whatever_the_script() -> None:
    """Wide characters count two columns, combining ones none; letters from right to left are isolated."""
    lines = iom.concordance("x", catalog=[statement("移民 x y"), statement("e\u0301e x"), statement("مرفأ x ب")])
    shown = list(line_lines(lines))
    marks = str.maketrans("", "", "\u2068\u2069")
    assert {columns(line.translate(marks).partition("x")[0]) for line in shown} == {7}
    assert [line.translate(marks) for line in shown] == ["  e\u0301e   x      a p1", "مرفأ   x   ب  a p1", "移民   x   y  a p1"]
    assert ["\u2068" in line for line in shown] == [False, True, False]
    assert list(line_lines(())) == []


def test_places_stand_above_lines_that_fill_the_terminal() -> None:
    """Once for neighbours of one place; the words stay one under the other."""
    lines = iom.concordance("x", catalog=[statement("a x b x"), statement("移民 x")], width=4)
    assert list(line_lines(lines, width=19)) == ["a p1", "   a   x   b x", " x b   x  ", "移民   x  "]
    wide = list(line_lines(lines, width=20))
    assert wide == list(line_lines(lines)) == ["   a   x   b x  a p1", " x b   x        a p1", "移民   x        a p1"]


@given(strategies.hits(), st.integers(3, 60))
def test_a_snippet_fits_the_terminal(hit: iom.Hit, width: int) -> None:
    """Law: no line is too long that could be parted at a blank, and no word is lost or parted."""
    _, whole = hit_lines(hit)
    _, *lines = hit_lines(hit, width=width)
    assert [word for line in lines for word in line.split(" ") if word] == [word for word in whole.split(" ") if word]
    assert all(columns(line) <= width or " " not in line.strip(" ") for line in lines)


def test_a_hit_shows_its_words() -> None:
    """Words that were found stand in brackets, dots where the text goes on."""
    text = f"{'lorem ' * 40}Target{' ipsum' * 40}"
    where, snippet = hit_lines(iom.search("target", catalog=[statement(text)])[0])
    assert where == "a p1"
    assert snippet.startswith("  … lorem ")
    assert " [Target] ipsum" in snippet
    assert snippet.endswith(" …")
    assert list(hit_lines(iom.search("a b", catalog=[statement("a, b\x1b")])[0]))[1] == "  [a], [b]\\x1b"


def test_words_outside_the_snippet_are_not_shown() -> None:
    """A snippet surrounds the first word."""
    lines = list(hit_lines(iom.search("first last", catalog=[statement(f"first {'x ' * 200}last")])[0]))
    assert "[first]" in lines[1]
    assert "last" not in lines[1]


@given(strategies.hits(), strategies.lines())
def test_values_survive_json_and_have_a_text(hit: iom.Hit, line: iom.Line) -> None:
    """JSON gives back the same value; the text form is never empty."""
    assert iom.loads(iom.dumps(hit), iom.Hit) == hit
    assert iom.loads(iom.dumps(line), iom.Line) == line
    assert iom.dumps((hit, line), "text").strip()
    assert repr(hit).startswith("<Hit ")
    assert repr(line).startswith("<Line ")


HIT = {"value_id": "a", "label": "p1", "block_text": "one two", "snippet": "one", "snippet_start": 0}
ONE, TWO = iom.Span(start=0, end=3), iom.Span(start=4, end=7)


@pytest.mark.parametrize(
    "change",
    [{"spans": ()}, {"spans": (TWO, ONE)}, {"spans": (iom.Span(start=4, end=8),)}, {"snippet": "two"}, {"snippet_start": 1}],
)
def test_a_hit_that_points_elsewhere_is_refused(change: dict[str, object]) -> None:
    """Words lie in the text in order, and so does the snippet."""
    assert iom.Hit(**{**HIT, "spans": (ONE, TWO)}).spans == (ONE, TWO)  # type: ignore[arg-type]
    with pytest.raises(iom.InvalidValue):
        iom.Hit(**{**HIT, "spans": (ONE, TWO), **change})  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"left": "ones "}, {"left": "xone "}, {"end": 6}, {"start": 3, "end": 6}, {"right": "x"}])
def test_a_line_that_joins_to_another_text_is_refused(change: dict[str, object]) -> None:
    """The three parts stand one after the other where the line says."""
    line = {"value_id": "a", "label": "p1", "block_text": "one two", "left": "one ", "match": "two", "right": "", "start": 4, "end": 7}
    assert iom.Line(**line).match == "two"  # type: ignore[arg-type]
    with pytest.raises(iom.InvalidValue):
        iom.Line(**{**line, **change})  # type: ignore[arg-type]
