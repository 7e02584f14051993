"""A letter for each word of a clause, for what it is to who speaks in it; and the verbs of reporting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from iom_content.checks.prose.mentions import BODY, UMBRELLA, Mention
from iom_content.checks.prose.phrases import alternatives
from iom_content.language.lexicon import Lexicon

__all__ = ["BELONGING", "NEGATED", "NEUTER", "PREPOSITION", "Lettering", "Verb", "headed"]


class Verb(NamedTuple):
    """A verb of reporting, or a phrase such as `according to`."""

    start: int
    end: int
    leads: bool
    """Whether it is a phrase that can only stand before who speaks."""


_WORD: Final = re.compile(r"[^\W\d_]+n['\u2019]t(?!\w)|[^\W\d_]+(?:[-.][^\W\d_]+)*\.?|\d[\d.,]*|['\u2019]s?(?!\w)|\ufffb+|[^\w\s]")
_ELIDED: Final = re.compile(r"(?:[ldjmtsnc]|qu|lorsqu|puisqu)['\u2019](?=\w)", re.IGNORECASE)

# What heads a line and belongs to no clause: `Q:`, `09:40`, `4/`, `(b)`.
_HEADING: Final = re.compile(r"\s*(?:[(\[]?\d{1,4}(?:[:.]\d\d)?[.:/)\]]*|[(\[]?[^\W\d_][)\]]|[^\W\d_]+(?:\s[^\W\d_]+){0,2}:)\s+(?=\S)")
_ROLE, _VOICE, _OWN_VOICE, _HEAD_WORD, _LIGHT, BELONGING, PREPOSITION, _COORDINATOR = "RVvhLDPC"
NEUTER, NEGATED, _PRONOUN, _NAME, _OTHER, _COMMA, _REPORTING, _DIGITS = "InYNW,X9"

_LAST_WORD: Final = re.compile(r"(?<!\w)(\w+)\s\Z")
_LONGEST_AUXILIARY: Final = 8
# A clause of more words is not read to its end.
_MOST_TOKENS: Final = 40


class Lettering:
    """Reads the words of one language."""

    def __init__(self, words: Lexicon) -> None:
        """Read the lists of a lexicon."""
        groups = (
            (_ROLE, words.other_roles),
            (_VOICE, words.voices),
            (_OWN_VOICE, words.own_voices),
            (_HEAD_WORD, words.head_words),
            (BELONGING, words.belonging),
            (PREPOSITION, words.phrase_prepositions),
            (_COORDINATOR, words.coordinators),
            (NEUTER, words.neuter_pronouns),
            (_PRONOUN, words.speaker_pronouns),
            (NEGATED, words.negations),
            (_LIGHT, (*words.light_words, *words.number_ordinals)),
            (_DIGITS, words.number_words),
        )
        # Where a language has a pronoun for bodies alone, the others stand for persons.
        self._tells_bodies = bool(words.neuter_pronouns)
        self._passive = frozenset(words.passive_auxiliaries)
        self._pronouns = frozenset(words.speaker_pronouns)
        self._negated_endings = tuple(ending for ending, part in words.contraction_endings if part in words.negations)
        self._letters: dict[str, str] = {}
        for letter, group in groups:
            for word in group:
                self._letters.setdefault(word.lower(), letter)
        self._leading = frozenset(words.attributions)
        verbs = {*words.reporting_words, *words.reporting, *words.attributions}
        self._verbs = re.compile(rf"(?<![\w\u2019'-])(?=\w)(?<!member[\s-])(?:{alternatives(verbs)})(?![\w\u2019'])", re.IGNORECASE)

    def verbs(self, text: str) -> list[Verb]:
        """Return the verbs of reporting of a text, in order."""
        found = (match for match in self._verbs.finditer(text) if not self._is_passive(text, match))
        return [Verb(*match.span(), " ".join(match[0].lower().split()) in self._leading) for match in found]

    def _is_passive(self, text: str, verb: re.Match[str]) -> bool:
        """Tell whether a verb tells what others say of its subject: `has been called`, but not `was quoted as` or `is saying`."""
        before = _LAST_WORD.search(text, max(0, verb.start() - _LONGEST_AUXILIARY), verb.start())
        return before is not None and before[1].lower() in self._passive and verb[0].isalpha() and not verb[0].lower().endswith("ing")

    def letters(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> str:
        """Return a letter for each word of a range; what stands in brackets is left out."""
        return "".join(islice(self._letters_of(text, mentions, start, end), _MOST_TOKENS))

    def _letters_of(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Iterator[str]:
        number = bisect_left(mentions, (start,))
        depth = 0
        at = start
        while at < end:
            if number < len(mentions) and mentions[number].start <= at:
                if mentions[number].start == at and not depth:
                    yield mentions[number].kind
                at = max(at, mentions[number].end)
                number += 1
                continue
            match = _ELIDED.match(text, at, end) or _WORD.match(text, at, end)
            if match is None:
                at += 1
                continue
            if number < len(mentions) and match.end() > mentions[number].start:
                # A name starts inside what looks like one word.
                at = mentions[number].start
                continue
            at = match.end()
            depth = max(0, depth + (match[0] == "(") - (match[0] == ")"))
            if not depth and match[0] != ")":
                yield from self._letter(match[0])

    def _letter(self, word: str) -> Iterator[str]:
        if not word[0].isalnum():
            if word[0] in ",;\u2014\u2013":
                yield _COMMA
            return
        if word[0].isdigit():
            yield _DIGITS
            return
        lower = word.lower()
        known = self._letters.get(lower) or self._letters.get(lower.rstrip("."))
        if known is None and lower.replace("\u2019", "'").endswith(self._negated_endings):
            known = NEGATED
        if known is None and self._verbs.fullmatch(lower.rstrip(".")):
            known = _REPORTING
        if known is None and lower.rpartition("-")[2] in self._pronouns:
            # The French verb goes before: `a-t-elle`.
            known = _PRONOUN
        yield known or (_NAME if word[0].isupper() else _OTHER)


def headed(text: str, mentions: Sequence[Mention], start: int, end: int) -> int:
    """Return where a clause starts behind a number, a time or a label at its head, if that does not name the organization.

    Args:
        text: A text.
        mentions: What it names.
        start: Where the line of the clause starts.
        end: Where it ends.
    """
    match = _HEADING.match(text, start, end)
    if match is None:
        return start
    named = bisect_left(mentions, (start,))
    labelled = named < len(mentions) and mentions[named].start < match.end() and mentions[named].kind not in (BODY, UMBRELLA)
    return start if labelled else match.end()
