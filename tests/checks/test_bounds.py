"""What a number with a qualifier says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.checks.bounds import Bounds, bounds_of, is_loose
from iom_content.model.kinds import Qualifier

EXACTLY, MORE_THAN, AT_LEAST, AROUND, NEARLY = Qualifier
RANGES = st.builds(lambda low, size: Bounds(low, None if size is None else low + size), st.integers(0, 30), st.none() | st.integers(0, 30))


@pytest.mark.parametrize(
    ("qualifier", "value", "unit", "expected"),
    [
        (EXACTLY, 171, "country", (171, 171)),
        (MORE_THAN, 171, "country", (172, None)),
        (AT_LEAST, 171, "country", (171, None)),
        (AROUND, 180, "country", (171, 189)),
        (AROUND, 179, "country", (171, 187)),
        (AROUND, 163, "country", (155, 171)),
        (AROUND, 19, "country", (19, 19)),
        (AROUND, 20, "country", (19, 21)),
        (AROUND, 0, "country", (0, 0)),
        (NEARLY, 190, "country", (171, 190)),
        (NEARLY, 189, "country", (171, 189)),
        (NEARLY, 9, "country", (9, 9)),
        (NEARLY, 10, "country", (9, 10)),
        (AROUND, 19_999, "year", (19_994, 20_004)),
        (EXACTLY, 1951, "year", (1951, 1951)),
        (MORE_THAN, 1951, "year", (1952, None)),
        (AT_LEAST, 1951, "year", (1951, None)),
        (AROUND, 1950, "year", (1945, 1955)),
        (NEARLY, 1960, "year", (1950, 1960)),
    ],
)
def test_each_qualifier_has_its_numbers(qualifier: Qualifier, value: int, unit: str, expected: tuple[int, int | None]) -> None:
    """Five per cent around, ten below; of a year, which is no amount, as many years."""
    assert bounds_of(qualifier, value, unit) == expected


@given(qualifier=st.sampled_from(Qualifier), value=st.integers(0, 10**6), true=st.integers(0, 2 * 10**6))
def test_bounds_are_the_rules_of_the_contract(qualifier: Qualifier, value: int, true: int) -> None:
    """Stated as fractions, without rounding."""
    low, high = bounds_of(qualifier, value, "state")
    holds = {
        EXACTLY: true == value,
        MORE_THAN: true > value,
        AT_LEAST: true >= value,
        AROUND: 100 * abs(true - value) <= 5 * value,
        NEARLY: 10 * true >= 9 * value and true <= value,
    }[qualifier]
    assert holds is (low <= true and (high is None or true <= high))


@given(one=RANGES, other=RANGES)
def test_ranges_are_compared_as_sets(one: Bounds, other: Bounds) -> None:
    """Containing and meeting are what they are of the numbers themselves."""
    ours, theirs = (set(range(each.low, 200 if each.high is None else each.high + 1)) for each in (one, other))
    assert one.lies_within(other) is (ours <= theirs)
    assert one.meets(other) is bool(ours & theirs)
    assert one.meets(other) is other.meets(one)


@pytest.mark.parametrize(
    ("qualifier", "value", "official", "unit", "expected"),
    [
        (MORE_THAN, 153, 171, "country", True),
        (MORE_THAN, 154, 171, "country", False),
        (AT_LEAST, 153, 171, "country", True),
        (AT_LEAST, 154, 171, "country", False),
        (MORE_THAN, 90, 100, "country", False),
        (MORE_THAN, 89, 100, "country", True),
        (AROUND, 1, 171, "country", False),
        (NEARLY, 1, 171, "country", False),
        (EXACTLY, 1, 171, "country", False),
        (MORE_THAN, 1940, 1951, "year", True),
        (MORE_THAN, 1941, 1951, "year", False),
    ],
)
def test_a_bound_far_below_is_loose(qualifier: Qualifier, value: int, official: int, unit: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """Below nine tenths of the official number, or ten years before the official year."""
    assert is_loose(qualifier, value, official, unit) is expected
