"""Which marks open and close quotations, and which are none."""

from __future__ import annotations

import pytest

from iom_content.checks.prose.extract import prose_of
from iom_content.checks.prose.marks import Quotation, quotations_of


def quoted(text: str, syntax: str = "text") -> list[str]:
    """Return what is quoted in a text, a star before what is never closed."""
    (run,) = prose_of(text, syntax).runs
    return [("" if found.closed else "*") + run.text[found.start : found.end] for found in quotations_of(run)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “a b”, ‘c d’ and \"e f\" or 'g h'.", ["a b", "c d", "e f", "g h"]),
        ("„a b“ „c d” «e f» »g h« ‹i j› ›k l‹ 「m n」 『o p』", ["a b", "c d", "e f", "g h", "i j", "k l", "m n", "o p"]),
        ("” a b ” and ”c d”", ["c d"]),
        ("don't, the pilots' boats, rock 'n' roll, '90s, 'tis, O’Hara’s", []),
        ("a board of 6' by 2\" and 5'10\"", []),
        ('he is 6\'2" and said "a b"', ["a b"]),
        ('" a b " and " c', ["a b".center(5)]),
        ('“a "b" ‘c’ d”', ['a "b" ‘c’ d']),
        ("“a b “c d”", ["*a b ", "c d"]),
        ("“a b", ["*a b"]),
        ("‘a b", []),
        ("(“a b”)—“c d”", ["a b", "c d"]),
        ("'the pilots' boats sail' he said", ["the pilots' boats sail"]),
        ('"it measures 12" he said', ["it measures 12"]),
        ('"it measures 12" across" he said', ['it measures 12" across']),
        ("“a ‘b” c’", ["a ‘b"]),
        ("\u201fa b\u201d \uff02c d\uff02 \u201ba b\u2019 \u201ac d\u2018", ["a b", "c d", "a b", "c d"]),
        ("« a b » : « c d »", [" a b ", " c d "]),
        ("“" * 9 + "a b" + "”" * 9, ["“" * 7 + "a b" + "”" * 7]),
        ("say 'the class' ‘so’", ["the class", "so"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    """By what stands around them."""
    assert quoted(text) == expected


def test_markup_declares_quotations() -> None:
    """In HTML, nested too; a mark in it that is not closed is given up."""
    assert quoted("<p>x <q>a “b</q> c” <q>d <q>e</q></q></p>", "html") == ["a “b", "d e"]


def test_inner_quotations_belong_to_the_outer_one() -> None:
    """As deep as marks are read."""
    (run,) = prose_of("“a ‘b «c» d’ e”", "text").runs
    (outer,) = quotations_of(run)
    (inner,) = outer.inner
    assert isinstance(inner, Quotation)
    assert [run.text[found.start : found.end] for found in (outer, inner, *inner.inner)] == ["a ‘b «c» d’ e", "b «c» d", "c"]
