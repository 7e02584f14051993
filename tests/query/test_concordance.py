"""Key words in context."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.errors import InvalidValue
from iom_content.query.concordance import MAX_PATTERN_WORDS
from iom_content.query.search_words import words_in


def statement(*texts: str) -> iom.Statement:
    """Return a statement of paragraphs."""
    blocks = tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text) for text in texts)
    return iom.Statement(id="a", organization="harbour", blocks=blocks)


def rows(phrase: str, *texts: str, **options: Any) -> list[str]:
    """Return the occurrences, parts parted by bars."""
    return [f"{line.left}|{line.match}|{line.right}" for line in iom.concordance(phrase, catalog=[statement(*texts)], **options)]


@given(
    st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4),
    st.data(),
    st.integers(0, 20),
    st.sampled_from(["characters", "words"]),
)
def test_lines_join_back_to_the_text(texts: list[str], data: st.DataObject, width: int, unit: str) -> None:
    """Every word of every block has its lines, each of which stands so in its block; a width of characters is kept."""
    texts = [text for text in texts if words_in(text)]
    if not texts:
        return
    block = data.draw(st.sampled_from(texts))
    word = data.draw(st.sampled_from(words_in(block)))
    lines = iom.concordance(block[word.start : word.end], catalog=[statement(*texts)], width=width, unit=unit)
    assert (block, word.start) in {(line.block_text, line.start) for line in lines}
    for line in lines:
        whole = line.left + line.match + line.right
        assert line.block_text[line.start - len(line.left) : line.end + len(line.right)] == whole
        assert line.block_text[line.start : line.end] == line.match
        if unit == "characters":
            assert len(line.left) == min(width, line.start)
            assert len(line.right) == min(width, len(line.block_text) - line.end)


@given(st.text(max_size=30))
def test_every_text_is_a_phrase(phrase: str) -> None:
    """No phrase raises."""
    assert isinstance(iom.concordance(phrase), tuple)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("gaze", ["the |gaze|, a ga"]),
        ("GÂZE", ["the |gaze|, a ga"]),
        ("ga*", ["the |gaze|, a ga", "ze, a |gap|"]),
        ("*ze", ["the |gaze|, a ga"]),
        ("*a*", ["the |gaze|, a ga", "gaze, |a| gap", "ze, a |gap|"]),
        ("g*z*e", ["the |gaze|, a ga"]),
        ("g*e*z", []),
        ("ga*aze", []),
        ("gaze a", ["the |gaze, a| gap"]),
        ("the * a", ["|the gaze, a| gap"]),
        ("**", ["|the| gaze,", "the |gaze|, a ga", "gaze, |a| gap", "ze, a |gap|"]),
        ("", []),
        ("...", []),
        ("\ue02a", []),
    ],
)
def test_phrases_and_asterisks(phrase: str, found: list[str]) -> None:
    """An asterisk is any letters of a word or, alone, any word."""
    assert rows(phrase, "the gaze, a gap", width=6) == found


def test_sorting_by_neighbours() -> None:
    """To the left the nearest word counts first; without an order lines stay in reading order; none is left out."""
    texts = ("b a x d", "a b x c", "x")
    assert rows("x", *texts, width=1, unit="words") == ["a |x| d", "b |x| c", "|x|"]
    assert rows("x", *texts, width=0, sort="left") == ["|x|"] * 3
    assert rows("x", *texts, width=1, unit="words", sort="left") == ["|x|", "a |x| d", "b |x| c"]
    assert rows("x", *texts, width=1, unit="words", sort="right") == ["|x|", "b |x| c", "a |x| d"]
    assert len(rows("x", "x " * 5_000)) == 5_000


def test_occurrences_may_overlap() -> None:
    """A phrase that begins inside itself is counted each time."""
    assert rows("a a", "a a a", width=2) == ["|a a| a", "a |a a|"]


@pytest.mark.parametrize(
    "options",
    [{"phrase": 5}, {"width": -1}, {"width": True}, {"unit": "lines"}, {"sort": "up"}, {"phrase": "a " * (MAX_PATTERN_WORDS + 1)}],
)
def test_odd_arguments_are_refused(options: dict[str, Any]) -> None:
    """Each argument has its closed set of values."""
    with pytest.raises(InvalidValue):
        iom.concordance(**{"phrase": "a", **options})


def test_the_longest_phrase() -> None:
    """A phrase of as many words as are allowed is looked for."""
    assert len(rows("a " * MAX_PATTERN_WORDS, "a " * MAX_PATTERN_WORDS)) == 1
