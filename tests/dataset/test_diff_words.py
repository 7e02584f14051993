"""Word by word: the edits spell both texts to the last character."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.dataset.diff_words import edits_of

Growth = Callable[[Callable[[int], object], int], float]
PARTS = ["no", "boat", " ", "  ", ".", "\n", "’s", "well-known", "\u00ad", "船", "10,000"]
TEXTS = st.text() | st.lists(st.sampled_from(PARTS)).map("".join)


def told(old: str, new: str) -> list[str]:
    """Return the edits with a sign each."""
    signs = {"equal": "=", "removed": "-", "added": "+"}
    return [f"{signs[edit.kind]}{edit.text}" for edit in edits_of(old, new)]


@given(TEXTS, TEXTS)
def test_edits_spell_both_texts(old: str, new: str) -> None:
    """Each edit stands where it says in the texts that have it, and together they are the texts."""
    ours = theirs = ""
    for edit in edits_of(old, new):
        assert (edit.old_start, edit.new_start) == (len(ours), len(theirs))
        ours += "" if edit.kind is iom.EditKind.ADDED else edit.text
        theirs += "" if edit.kind is iom.EditKind.REMOVED else edit.text
        assert (edit.old_end, edit.new_end) == (len(ours), len(theirs))
        assert edit.text
    assert (ours, theirs) == (old, new)


@given(TEXTS, TEXTS)
def test_the_sides_are_alike(old: str, new: str) -> None:
    """The other way round, what was removed is added."""
    other = {"equal": "equal", "removed": "added", "added": "removed"}
    one, two = edits_of(old, new), edits_of(new, old)
    assert {(edit.kind.value, edit.text, *own(edit)) for edit in one} == {(other[edit.kind], edit.text, *own(edit)[::-1]) for edit in two}


def own(edit: iom.Edit) -> tuple[int | None, int | None]:
    """Return where an edit starts in the texts that have it."""
    ours = None if edit.kind is iom.EditKind.ADDED else edit.old_start
    return ours, None if edit.kind is iom.EditKind.REMOVED else edit.new_start


@given(TEXTS, TEXTS)
def test_runs_are_joined(old: str, new: str) -> None:
    """No two neighbours are of one kind, and a removal goes before the addition in its place."""
    kinds = [edit.kind.value for edit in edits_of(old, new)]
    pairs = set(pairwise(kinds))
    assert pairs <= {("equal", "removed"), ("equal", "added"), ("removed", "added"), ("removed", "equal"), ("added", "equal")}


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("", "", []),
        ("", "Boats", ["+Boats"]),
        ("Boats", "", ["-Boats"]),
        ("Boats return.", "Boats return.", ["=Boats return."]),
        ("All boats return.", "All ships return.", ["=All ", "-boats", "+ships", "= return."]),
        ("All boats return.", "boats return.", ["-All ", "=boats return."]),
        ("All boats return.", "All boats.", ["=All boats", "- return", "=."]),
        ("All boats return.", "All small boats return.", ["=All ", "+small ", "=boats return."]),
        ("one two three", "one 2 3 three", ["=one ", "-two", "+2 3", "= three"]),
        ("one  two", "one two", ["=one ", "- ", "=two"]),
        ("one\ntwo", "one two", ["=one", "-\n", "+ ", "=two"]),
        ("the harbour's", "the harbour’s", ["=the ", "-harbour's", "+harbour’s"]),
        ("Boats", "boats", ["-Boats", "+boats"]),
        ("co\u00adop", "coop", ["-co\u00adop", "+coop"]),
        ("一只船", "一条船", ["=一", "-只", "+条", "=船"]),
        ("over 100 boats", "over 120 boats", ["=over ", "-100", "+120", "= boats"]),
        ("a well-known boat", "a well-built boat", ["=a well-", "-known", "+built", "= boat"]),
    ],
)
def test_words_are_whole(old: str, new: str, edits: list[str]) -> None:
    """A word or mark is shared as it is written or not at all; blanks go with what they set apart."""
    assert told(old, new) == edits


def test_the_cost_of_long_texts_is_linear(growth: Growth) -> None:
    """A long text with changes all over it costs what its length says."""

    def edits_between(length: int) -> tuple[iom.Edit, ...]:
        words = [f"w{number * 7919 % 1009}" for number in range(length)]
        edited = [f"{word}x" if number % 17 == 0 else word for number, word in enumerate(words)]
        return edits_of(" ".join(words), " ".join(edited))

    assert growth(edits_between, 1_000) < 6
    edits = edits_between(10_000)
    assert sum(edit.kind is iom.EditKind.REMOVED for edit in edits) == len(range(0, 10_000, 17))
