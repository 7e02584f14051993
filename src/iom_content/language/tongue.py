"""The language that a text is likely to be in, told from more of its words and its script, though they leave a doubt."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from iom_content.language.guess import SAMPLE, language_of_text
from iom_content.language.lexicon import Lexicon, lexicons

__all__ = ["likely_language", "may_be_in"]

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


def may_be_in(text: str, languages: Sequence[str]) -> bool:
    """Tell whether a text may be in one of some languages: by its words or, where they tell nothing, by its script.

    Args:
        text: Running text, however short.
        languages: First parts of BCP 47 tags; a language without a lexicon may be written in any script.

    Example:
        >>> may_be_in("Le bac est parti.", ["en"]), may_be_in("\u6e2f\u53e3", ["en"]), may_be_in("ferry 7", ["fr"])
        (False, False, True)
    """
    language = language_of_text(text) or likely_language(text)
    if language is not None:
        return language in languages
    own, named = _scripts(text), {words.language: words.names[0] for words in lexicons()}
    return not own or any(each not in named or own & _scripts(named[each]) for each in languages)


def _scripts(text: str) -> frozenset[str]:
    """Return the scripts of the letters of a text, by the first word of their names."""
    return frozenset(unicodedata.name(character, "?").partition(" ")[0] for character in text[:SAMPLE] if character.isalpha())


@cache
def _weights() -> tuple[tuple[str, dict[str, int]], ...]:
    shared = Counter(word for words in lexicons() for word in {*_vocabulary(words), *_small_words(words)})
    return tuple(
        (
            words.language,
            dict.fromkeys(_vocabulary(words), 1)
            | {word: _OWN if shared[word] == 1 else 1 for word in _small_words(words)}
            | dict.fromkeys(_split(words.function_words), _OWN),
        )
        for words in lexicons()
    )


def _vocabulary(words: Lexicon) -> Sequence[str]:
    return _split(
        (
            *words.elided,
            *words.phrase_prepositions,
            *words.claim_members,
            *words.claim_presence_before,
            *words.claim_presence_after,
            *words.claim_founded_before,
        )
    )


def _small_words(words: Lexicon) -> Sequence[str]:
    small = (*words.determiners, *words.pronouns, *words.connectives, *words.negations, *words.modals)
    # The letter of an elided word tells little: there are such in English too.
    return _split([word for word in small if not word.endswith("'")])


def _split(phrases: Sequence[str]) -> list[str]:
    return [word for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase.casefold())]
