"""Two sequences side by side: pairs that are equal, in order, as many as can be, and the same from either side."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language import sequences
from iom_content.language.sequences import matched, rising

Growth = Callable[[Callable[[int], object], int], float]
WORDS = st.lists(st.sampled_from("abcde"), max_size=9)


def longest(old: list[str], new: list[str]) -> int:
    """Return the length of a longest common subsequence, by trying all of them."""
    ours = {size: set(combinations(old, size)) for size in range(len(old) + 1)}
    return max(size for size in range(min(len(old), len(new)) + 1) if ours[size] & set(combinations(new, size)))


def is_alignment(old: list[str], new: list[str], pairs: list[tuple[int, int]]) -> bool:
    """Tell whether pairs are equal elements, in order on both sides."""
    rises = all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(pairs))
    return rises and all(old[here] == new[there] for here, there in pairs)


@given(WORDS, WORDS)
def test_short_sequences_share_as_much_as_they_can(old: list[str], new: list[str]) -> None:
    """The pairs are a longest common subsequence."""
    pairs = matched(old, new)
    assert is_alignment(old, new, pairs)
    assert len(pairs) == longest(old, new)


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40), st.sampled_from([0, 4, 60]))
def test_it_is_an_alignment_however_little_is_compared_exactly(old: list[str], new: list[str], exact: int) -> None:
    """Also between anchors the pairs are equal and in order, the ends are matched, and the sides are alike."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequences, "_EXACT", exact)
        pairs = matched(old, new)
        assert matched(new, old) == [(there, here) for here, there in pairs]
    assert is_alignment(old, new, pairs)
    if old and new:
        assert (old[0] == new[0]) <= ((0, 0) in pairs)
        # The end may have been matched from the start where one side is the beginning of the other.
        assert (old[-1] == new[-1]) <= bool(pairs)


def test_anchors_hold_where_nothing_is_compared_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands once on each side is found, single or as a run; else what is as often there, one after the other."""
    monkeypatch.setattr(sequences, "_EXACT", 0)
    assert matched(list("xxaxx"), list("yyayy")) == [(2, 2)]
    assert matched(list("1abba1"), list("2ababba2")) == [(1, 3), (2, 4), (3, 5), (4, 6)]
    assert matched(list("1aaaa1"), list("2aaa2")) == [(1, 1), (2, 2), (3, 3)]
    assert matched(list("1234"), list("5678")) == []


def test_a_sequence_made_to_be_slow_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where anchors lead to anchors too often, the rest counts as rewritten."""
    monkeypatch.setattr(sequences, "_EXACT", 0)
    monkeypatch.setattr(sequences, "_DEEPEST", 0)
    assert matched(list("xay"), list("zaw")) == []


@pytest.mark.parametrize(
    "sides",
    [
        lambda size: (["a"] * 2 * size, ["a"] * size),
        lambda size: ([f"w{number}" for number in range(size)], [f"w{number}" for number in reversed(range(size))]),
        lambda size: ([str(number * number % 97) for number in range(size)], [str(number * number % 89) for number in range(size)]),
        lambda size: (["a", "b"] * size, ["b", "a", "c"] * size),
    ],
    ids=["one-word", "reversed", "few-words", "periods"],
)
def test_the_cost_does_not_explode(sides: Callable[[int], tuple[list[str], list[str]]], growth: Growth) -> None:
    """Ten thousand words that are hard to lay side by side cost about ten times as much as a thousand."""
    pairs = matched(*sides(10_000))
    assert is_alignment(*sides(10_000), pairs)
    assert pairs
    assert growth(lambda size: matched(*sides(size)), 2_000) < 6


@given(st.lists(st.integers(0, 30), unique=True, max_size=9))
def test_rising_is_longest(numbers: list[int]) -> None:
    """The run rises, and no longer one does."""
    indexes = rising(numbers)
    found = [numbers[index] for index in indexes]
    assert indexes == sorted(set(indexes))
    assert found == sorted(found)
    assert len(found) == max(
        (size for size in range(len(numbers) + 1) for run in combinations(numbers, size) if list(run) == sorted(run)), default=0
    )
