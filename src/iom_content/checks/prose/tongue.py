"""The language that an article is read with, told from more of its words than a text that must leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from iom_content.language.guess import SAMPLE
from iom_content.language.lexicon import Lexicon, lexicons

__all__ = ["likely_language"]

_LEAST: Final = 3
# A word that no other language has weighs more than one that several share.
_OWN: Final = 3


def likely_language(text: str) -> str | None:
    """Return the language whose small words, and words for members and countries, are most of those in a text.

    Args:
        text: Running text, however short.

    Returns:
        The tag of one lexicon, or None where two are as likely, or none is.

    Example:
        >>> likely_language("Le bac compte douze pays membres."), likely_language("ferry 7")
        ('fr', None)
    """
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE].casefold())
    counts = sorted((sum(weights.get(word, 0) for word in words), language) for language, weights in _weights())
    (second, _), (best, language) = counts[-2:]
    return language if best >= _LEAST and 2 * best >= 3 * second else None


@cache
def _weights() -> tuple[tuple[str, dict[str, int]], ...]:
    return tuple(
        (words.language, dict.fromkeys(_vocabulary(words), 1) | dict.fromkeys(_split(words.function_words), _OWN)) for words in lexicons()
    )


def _vocabulary(words: Lexicon) -> Sequence[str]:
    return _split(
        (
            *words.phrase_prepositions,
            *words.determiners,
            *words.pronouns,
            *words.connectives,
            *words.claim_members,
            *words.claim_presence_before,
            *words.claim_presence_after,
            *words.claim_founded_before,
        )
    )


def _split(phrases: Sequence[str]) -> list[str]:
    return [word for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase.casefold())]
