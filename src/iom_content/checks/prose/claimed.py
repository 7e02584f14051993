"""What of the quoted is a claim: not the name of a work, nor words that merely share some with an official text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from iom_content.checks.prose.claims import Claim
from iom_content.checks.prose.clauses import Speaker
from iom_content.language.guards import Guards, guards_of_language
from iom_content.language.lexicon import Lexicon, lexicon
from iom_content.language.words import tokens_of
from iom_content.model.quote_check import Difference, QuoteCheck, QuoteKind

__all__ = ["count_words", "is_near", "is_title"]

# A word, or an article that is elided before it.
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+['\u2019]?")
_LEAST_SHARED: Final = 4
_LEAST_CONTENT: Final = 2
_MOST_LOST: Final = 1
_TURNING: Final = frozenset((QuoteKind.NUMBER, QuoteKind.NEGATION, QuoteKind.MODAL))
_OTHER_WORDS: Final = frozenset((QuoteKind.WORD, *_TURNING))


def count_words(text: str) -> int:
    """Return how many words a text has; the parts of a compound are one.

    Example:
        >>> count_words("the low-cost ferry")
        3
    """
    return sum(token.word and not token.joined for token in tokens_of(text))


def is_near(claim: Claim, check: QuoteCheck, speaker: Speaker | None) -> bool:
    """Tell whether words that the organization is not said to speak are the official ones for the most part."""
    if speaker is Speaker.ORGANIZATION:
        return True
    guards = guards_of_language("en")
    others = [difference for difference in check.differences if difference.kind in _OTHER_WORDS]
    # A word of the same stem counts as the official one.
    others = [other for other in others if not guards.of_one_stem(other.quoted.lower(), other.official.lower())]
    count = count_words(claim.text)
    shared = count - sum(count_words(other.quoted) for other in others)
    if 3 * shared >= 2 * count and (
        speaker is None or (3 * shared > 2 * count and (shared >= _LEAST_SHARED or _is_one_place(claim, others, guards)))
    ):
        return True
    # A sense turned by small words alone: each word that carries content is the official one, or denies it, and at most one is lost.
    others = [other for other in others if not guards.denies(other.quoted.lower(), other.official.lower())]
    foreign = sum(_count_content(other.quoted, guards) for other in others)
    lost = sum(_count_content(other.official, guards) for other in others)
    return (
        not foreign
        and lost <= _MOST_LOST
        and any(difference.kind in _TURNING for difference in check.differences)
        and 2 * shared >= count
        and _count_content(claim.text, guards) >= _LEAST_CONTENT
    )


def _is_one_place(claim: Claim, others: Sequence[Difference], guards: Guards) -> bool:
    """Tell whether a short quotation differs in one place alone, and its other words carry content enough to know it by."""
    return len(others) == 1 and _count_content(claim.text, guards) - _count_content(others[0].quoted, guards) >= _LEAST_CONTENT


def _count_content(text: str, guards: Guards) -> int:
    return sum(token.word and guards.is_content(token.key) and not guards.of(token.key) for token in tokens_of(text, guards.words))


def is_title(text: str, words: Lexicon) -> bool:
    """Tell whether a quotation is the name of a work or a body: it starts as one, and every word that carries content is capitalized."""
    small, determiners = _small_words(words.language)
    first = _FIRST_WORD.search(text)
    if text.rstrip()[-1:] in ".!?\u2026,;" or (first and first[0].islower() and first[0].replace("\u2019", "'") not in determiners):
        return False
    content = [
        word for word in text.split() if any(map(str.isalpha, word)) and word.strip("()[],:;\u2019'\"\u201c\u201d").lower() not in small
    ]
    return bool(content) and all(next(filter(str.isalpha, word)).isupper() for word in content)


@cache
def _small_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that carry no content, and of these the determiners: of a language, and English ones, for names stay English."""
    held = (lexicon(language), lexicon("en"))
    determiners = frozenset(word for words in held for word in words.determiners)
    small = {
        word
        for words in held
        for group in (words.connectives, words.pronouns, words.function_words, words.phrase_prepositions, words.belonging)
        for word in group
    }
    return determiners | small, determiners
