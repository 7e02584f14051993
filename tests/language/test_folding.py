"""Folding of labels and the places of folded characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language.folding import fold, fold_with_places, prefix_length


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Who we are", "WHO WE ARE"),
        ("O\u00f9 allons-nous", "OU\u0300 ALLONS\u2011NOUS"),
        ("Stra\u00dfe", "STRASSE"),
        ("\u0130stanbul", "istanbul"),
        ("Hakk\u0131m\u0131zda", "HAKKIMIZDA"),
        ("L\u2019eau", "l'EAU"),
        ("L\u2018eau", "L`eau"),
        ("a \u2013 b", "a - b"),
        ("a\u2014b", "a-b"),
        ("a\u2212b", "a\u2010b"),
        ("a\u2012b", "a-b"),
        ("d\u02bcor", "d\u00b4or"),
        ("  a \xa0\n b ", "a b"),
        ("so\u00adft\u200b", "soft"),
        ("\ufb01n", "FIN"),
        ("\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2", "\u03c3\u03b9\u03c3\u03c5\u03c6\u03bf\u03c3"),
        ("\u0645\u0640\u0646", "\u0645\u0646"),
        ("\u0645\u064e\u0646", "\u0645\u0646"),
        ("\uff21", "a"),
    ],
)
def test_labels_that_fold_alike(first: str, second: str) -> None:
    """Case, accents, blanks and typographic variants do not tell labels apart."""
    assert fold(first) == fold(second)


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("ab", "a b"), ("a-b", "ab"), ("\u00f8", "o"), ("\u0915\u093f", "\u0915\u0940")])
def test_labels_that_fold_apart(first: str, second: str) -> None:
    """Letters that differ in more than accent or case stay apart, vowel signs of Indic scripts included."""
    assert fold(first) != fold(second)


def test_fold_is_exact() -> None:
    """The folded form is lower case with single blanks and plain punctuation."""
    assert fold(" \u00c0 \u201cB\u201d\t\u2013 c\u2019\u00e9 ") == "a \u201cb\u201d - c'e"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folding is a fixed point."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_places_are_ordered_and_within_the_text(text: str) -> None:
    """Each folded character has a place; places never go back and the last is the text's length."""
    folded = fold_with_places(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.starts[-1] == len(text)
    assert all(start < len(text) for start in folded.starts[:-1])
    assert " ".join(folded.text.split()) == fold(text)
    assert "  " not in folded.text


def test_places_of_blanks_and_marks() -> None:
    """A run of blanks is one blank at its first place; dropped marks have no place of their own."""
    folded = fold_with_places(" e\u0301 \n\u200b \u00df.")
    assert folded.text == " e ss."
    assert list(folded.starts) == [0, 1, 3, 7, 7, 8, 9]


@pytest.mark.parametrize(
    ("text", "prefix", "length"),
    [
        ("WHO WE AREThe", "Who we are", 10),
        ("WHO  WE\xa0ARE The", "Who we are", 11),
        ("O\u00d9The", "Ou\u0300", 2),
        ("OU\u0300The", "O\u00f9", 3),
        ("STRASSEN", "Stra\u00dfe", 7),
        ("Stra\u00dfeN", "STRASSE", 6),
        ("Wh\u00ado\u00adThe", "Who", 5),
        ("Who", "Who", 3),
        ("Who", "Whom", None),
        ("A Who", "Who", None),
        ("\u00dfe", "s", None),
        ("Who", "", None),
        ("Who", " \u200b", None),
        ("", "Who", None),
        ("\ufb01x", "f", None),
    ],
)
def test_length_of_a_prefix(text: str, prefix: str, length: int | None) -> None:
    """The length counts raw code points, marks after the last letter included; half a letter is no end."""
    assert prefix_length(text, prefix) == length


def test_a_prefix_is_looked_for_near_the_start() -> None:
    """A label drawn out by more marks than any writer uses is not recognised, so that long lines stay cheap."""
    assert prefix_length("a" + "\u0301" * 8 + "b", "ab") == 10
    assert prefix_length("a" + "\u0301" * 100 + "b", "ab") is None
