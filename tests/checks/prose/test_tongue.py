"""Which language a short text is likely to be in."""

from __future__ import annotations

import pytest

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
