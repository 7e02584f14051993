"""Which language a short text is likely to be in."""

from __future__ import annotations

import pytest

from iom_content.checks.prose.source import Fragment
from iom_content.checks.prose.tongue import likely_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry has twelve member states.", "en"),
        ("El barco tiene doce países miembros.", "es"),
        ("Das Boot ist im Hafen, und der Kapitän ist nicht da.", "de"),
        ("IOM a 171 États membres", "fr"),
        ("THE BOAT IS IN THE BAY", "en"),
        ("ferry 7", None),
        ("", None),
        # Two words of its own are enough; as many of another language leave it open.
        ("the of", "en"),
        ("the of les des", None),
    ],
)
def test_small_words_tell(text: str, language: str | None) -> None:
    """And where two languages are as likely, none is told."""
    assert likely_language(text) == language


def test_a_fragment_is_parted_where_the_source_is() -> None:
    """At each seam, and nowhere else."""
    fragment = Fragment([("ab", 2), ("", 5), ("cd", 9), ("e", 20), ("fgh", 30)])
    assert list(fragment.stretches(0, 8)) == [(0, 2), (2, 4), (4, 5), (5, 8)]
    assert list(fragment.stretches(1, 5)) == [(1, 2), (2, 4), (4, 5)]
    assert list(fragment.stretches(2, 3)) == [(2, 3)]
    assert list(fragment.stretches(6, 6)) == []
