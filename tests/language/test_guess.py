"""The language of running text."""

from __future__ import annotations

import pytest

from iom_content.language.guess import SAMPLE, language_of_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lantern is on the pier, and we have oil for it.", "en"),
        ("Les lanternes sont sur le quai, et nous avons de l'huile pour la nuit.", "fr"),
        ("Las linternas y los faroles son para el muelle, y hay aceite para una noche.", "es"),
        ("Die Laternen sind auf dem Kai, und wir haben das \u00d6l f\u00fcr eine Nacht.", "de"),
        ("As lanternas da ilha s\u00e3o para os meninos do cais, e n\u00e3o para uma festa.", "pt"),
        ("Le lanterne della festa sono per gli amici, ed \u00e8 il momento di partire.", "it"),
        ("the and of", None),
        ("the and of to", "en"),
        ("the and of to les", None),
        ("the and of to that", "en"),
        ("the and of to that les des est", None),
        ("the and of to that les des", "en"),
        ("", None),
        ("\u0645\u0646 \u0646\u062d\u0646", None),
        ("x " * 55 + "the and of to that", "en"),
        ("x " * 56 + "the and of to that", None),
    ],
)
def test_language_of_text(text: str, language: str | None) -> None:
    """A language is known when its small words are many, stand out, and are no rarity in the text."""
    assert language_of_text(text) == language


def test_only_the_start_is_looked_at() -> None:
    """Words beyond the sample change nothing."""
    assert language_of_text("the and of to that ".ljust(SAMPLE) + "les des est dans nous pour") == "en"
