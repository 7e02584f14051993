"""Which language a short text is likely to be in."""

from __future__ import annotations

import pytest

from iom_content.language.tongue import likely_language, may_be_in


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


@pytest.mark.parametrize(
    ("text", "languages", "may"),
    [
        ("Aucune ville ne peut le faire seule.", ["en"], False),
        ("Aucune ville ne peut le faire seule.", ["en", "fr"], True),
        ("IOM's ferries", ["fr"], True),
        # Where no word tells, the script may.
        ("港口", ["en", "fr"], False),
        ("港口 ferry", ["en"], True),
        ("港口", ["ja"], True),
        ("Порт", ["en"], False),
        ("Порт", ["en", "ru"], True),
        ("1951", ["en"], True),
    ],
)
def test_a_text_may_be_in_a_language(text: str, languages: list[str], *, may: bool) -> None:
    """By its words or else by its script; a language without a lexicon may be written in any."""
    assert may_be_in(text, languages) is may
