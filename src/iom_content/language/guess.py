"""The language of running text, told from its small words, and only where they leave no doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from iom_content.language.lexicon import lexicons

SAMPLE: Final = 20_000
"""How many code points of a text are looked at."""
_LEAST: Final = 5
_ALONE: Final = 4
_MARGIN: Final = 2
_SHARE: Final = 12


def language_of_text(text: str) -> str | None:
    """Return the language of `text`, if its function words tell it.

    Args:
        text: Running text.

    Returns:
        The BCP 47 tag of the one lexicon whose words stand out: one word in twelve, and at least five of them, twice as
        many as of any other language, or four beside none of any other; else None.

    Example:
        >>> language_of_text("the ferry that carries the pickers of the islands to the port is late"), language_of_text("ferry 7")
        ('en', None)
    """
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE].casefold())
    counts = sorted((sum(map(own.__contains__, words)), language) for language, own in _vocabularies())
    (second, _), (best, language) = counts[-2:]
    least = max(_LEAST, _MARGIN * second) if second else _ALONE
    return language if best >= least and best * _SHARE >= len(words) else None


@cache
def _vocabularies() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((words.language, frozenset(word.casefold() for word in words.function_words)) for words in lexicons())
