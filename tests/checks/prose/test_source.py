"""Text put together from stretches of a source."""

from __future__ import annotations

from iom_content.checks.prose.source import Fragment


def test_a_fragment_is_parted_where_the_source_is() -> None:
    """At each seam, and nowhere else."""
    fragment = Fragment([("ab", 2), ("", 5), ("cd", 9), ("e", 20), ("fgh", 30)])
    assert list(fragment.stretches(0, 8)) == [(0, 2), (2, 4), (4, 5), (5, 8)]
    assert list(fragment.stretches(1, 5)) == [(1, 2), (2, 4), (4, 5)]
    assert list(fragment.stretches(2, 3)) == [(2, 3)]
    assert list(fragment.stretches(6, 6)) == []
