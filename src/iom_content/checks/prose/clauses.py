"""Whether the subject of a clause of reporting is the organization, told by the form of the clause.

Each word becomes one letter for what it is; a few expressions over these letters say which clauses attribute words to
the organization, to its head or to a statement of theirs. What fits none of them attributes to somebody else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice
from typing import Final, NamedTuple

from iom_content.checks.prose.mentions import BODY, UMBRELLA, Mention
from iom_content.language.lexicon import Lexicon

__all__ = ["Clauses", "Speaker", "Verb"]


class Speaker(Enum):
    """Who says something."""

    ORGANIZATION = "organization"
    """The organization, its head or a statement of theirs."""
    OTHER = "other"
    """Somebody else."""
    SAME = "same"
    """Whom a pronoun stands for."""
    ITSELF = "itself"
    """What `it` stands for."""


class Verb(NamedTuple):
    """A verb of reporting, or a phrase such as `according to`."""

    start: int
    end: int
    leads: bool
    """Whether it is a phrase that can only stand before who speaks."""


_WORD: Final = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*\.?|\d[\d.,]*|['\u2019]s?(?!\w)|\ufffb+|[^\w\s]")
_ELIDED: Final = re.compile(r"(?:[ldjmtsnc]|qu|lorsqu|puisqu)['\u2019](?=\w)", re.IGNORECASE)

_ROLE, _VOICE, _HEAD_WORD, _LIGHT, _BELONGING, _PREPOSITION, _COORDINATOR = "RVhLDPC"
_NEUTER, _PRONOUN, _NAME, _OTHER, _COMMA, _REPORTING, _DIGITS = "IYNW,X9"

# Who speaks: `IOM`, `IOM's Director General Ann Lee`, `the head of IOM`, `a statement by IOM`, `Lee`, `the Director General`.
_CORE: Final = (
    "(?:"
    "[OG]L*[Th]N*H?(?!L*[BU])"
    "|[Th]D+L*[OG]N*H?"
    "|VD+L*(?:[OG]L*(?:[Th]N*H?)?|TN*H?|N*H)"
    "|[OG]L*V"
    "|T?N*H"
    "|T(?!D+L*[BUNWR])N*"
    "|V(?!D+L*[BUNWRT])"
    "|[OG]"
    ")"
)
_LEAD: Final = "(?:[PD][LPDNWOVTHC9]{0,8}?,?)?[LC]*"
# Behind it `is said to have`; or in front of it another clause: `the mayor claims that IOM`.
_BEFORE: Final = re.compile(f"{_LEAD}{_CORE}(?:L*(?:[PD].*|XP?L*)?|.*C)|.*X[LX]*{_CORE}L*")
# The subject right before its words: `IOM “regrets the delay”`.
_ALONE: Final = re.compile(f"{_LEAD}{_CORE}")
# Somebody with the title behind the name: `Ann Lee, Director General of IOM`.
_HELD: Final = "N+,[LC]*(?:[OG]L*[Th]|[Th]D+L*[OG])"
_AFTER: Final = re.compile(f"[LC]*(?:{_CORE}|{_HELD})(?:[LPDC,X].*)?")
_PRONOUN_BEFORE: Final = re.compile("[LC]*([YI])[LC]*(?:[PD].*)?")
_ANYWHERE: Final = re.compile(f"(?:[PD][LPDNWOVTHC9]{{0,8}}?,?)?[LCX]*(?:{_CORE}|{_HELD})[^BUR]*")
_HEADS: Final = re.compile("[ThH]")
_ROLE_FIRST: Final = re.compile("[LC]*[OG]?L*[RW]*R")
_NAMED: Final = re.compile(f"{_LEAD}N+")
_TITLED: Final = re.compile("[LC]*(?:[OG]L*[Th]|[Th]D+L*[OG]|T)N*")
# Somebody who speaks nothing yet, but whom a pronoun may mean: `The mayor disagreed.`, `Ann Lee came.`
_PERSON: Final = re.compile(f"{_LEAD}(?:N*H|[OG]L*[Th]|[Th]D+L*[OG]|T)")
_SOMEBODY: Final = re.compile("[LC]*(?:[NW]{0,2}R|NN)")
_ABOUT: Final = re.compile(f"{_LEAD}{_CORE}[^BUR]*")
_FOREIGN: Final = re.compile("[BUR]")
# What heads a line and belongs to no clause: `Q:`, `09:40`, `4/`, `(b)`.
_HEADING: Final = re.compile(r"\s*(?:[(\[]?\d{1,4}(?:[:.]\d\d)?[.:/)\]]*|[(\[]?[^\W\d_][)\]]|[^\W\d_]+(?:\s[^\W\d_]+){0,2}:)\s+(?=\S)")
# `and called it`, `she said, and added`: more words of hers follow, but not the same ones.
_FURTHER: Final = re.compile(",?C|.*X.*[,C].*X")
_LAST_WORD: Final = re.compile(r"(?<!\w)(\w+)\s\Z")
_LONGEST_AUXILIARY: Final = 8
# A clause of more words is not read to its end.
_MOST_TOKENS: Final = 40


class Clauses:
    """Reads clauses of one language."""

    def __init__(self, words: Lexicon) -> None:
        """Read the lists of a lexicon."""
        groups = (
            (_ROLE, words.other_roles),
            (_VOICE, words.voices),
            (_HEAD_WORD, words.head_words),
            (_BELONGING, words.belonging),
            (_PREPOSITION, words.phrase_prepositions),
            (_COORDINATOR, words.coordinators),
            (_NEUTER, words.neuter_pronouns),
            (_PRONOUN, words.speaker_pronouns),
            (_LIGHT, words.light_words),
        )
        # Where a language has a pronoun for bodies alone, the others stand for persons.
        self._tells_bodies = bool(words.neuter_pronouns)
        self._passive = frozenset(words.passive_auxiliaries)
        self._pronouns = frozenset(words.speaker_pronouns)
        self._letters: dict[str, str] = {}
        for letter, group in groups:
            for word in group:
                self._letters.setdefault(word.lower(), letter)
        self._leading = frozenset(words.attributions)
        verbs = sorted({*words.reporting_words, *words.reporting, *words.attributions}, key=len, reverse=True)
        self._verbs = re.compile(rf"(?<!member[\s-])(?<![\w\u2019'-])(?:{_alternatives(verbs)})(?![\w\u2019'])", re.IGNORECASE)

    def verbs(self, text: str) -> list[Verb]:
        """Return the verbs of reporting of a text, in order."""
        found = (match for match in self._verbs.finditer(text) if not self._is_passive(text, match))
        return [Verb(*match.span(), " ".join(match[0].lower().split()) in self._leading) for match in found]

    def _is_passive(self, text: str, verb: re.Match[str]) -> bool:
        """Tell whether a verb tells what others say of its subject: `has been called`, but not `was quoted as` or `is saying`."""
        before = _LAST_WORD.search(text, max(0, verb.start() - _LONGEST_AUXILIARY), verb.start())
        return before is not None and before[1].lower() in self._passive and verb[0].isalpha() and not verb[0].lower().endswith("ing")

    def before(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker:
        """Tell who speaks, if the clause in front of a verb is the subject.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where the verb starts.
        """
        parts = self.letters(text, mentions, _headed(text, mentions, start, end), end).split(",")
        if not parts[-1].strip("LC") and len(parts) > 1:
            # `Ann Lee, the head of IOM, said`: what the commas enclose explains what stands before them.
            subject, aside = parts[-3:-1] if len(parts) > 2 else (parts[0], "")
            # A head may be a former minister; whoever else of IOM is one speaks for himself.
            ours = _BEFORE.fullmatch(subject) and (_HEADS.search(subject) or not _ROLE_FIRST.match(aside))
            return Speaker.ORGANIZATION if ours or (_NAMED.fullmatch(subject) and _TITLED.fullmatch(aside)) else Speaker.OTHER
        return self._judged(parts[-1], _BEFORE)

    def after(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker:
        """Tell who speaks, if what follows a verb is the subject.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the verb ends.
            end: Where the sentence ends.
        """
        return self._judged(self.letters(text, mentions, start, end), _AFTER)

    def alone(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether the organization is a subject whose verb can only be in the words quoted: `IOM “regrets the delay”`.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where the quotation starts.
        """
        return _ALONE.fullmatch(self.letters(text, mentions, _headed(text, mentions, start, end), end)) is not None

    def subject(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker | None:
        """Tell whom a pronoun in the next sentence may mean, where nobody speaks in this one.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where it ends.
        """
        letters = self.letters(text, mentions, start, end).replace(",", "")
        if _SOMEBODY.match(letters):
            return Speaker.OTHER
        return Speaker.ORGANIZATION if _PERSON.match(letters) else None

    def is_body(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether `she` in the next sentence cannot be who speaks in this one: no head is named in it.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where it ends.
        """
        return self._tells_bodies and _HEADS.search(self.letters(text, mentions, start, end)) is None

    def is_ours(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether `it` in the next sentence can mean the organization: its subject, and the only body in this one.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where it ends.
        """
        return _ABOUT.fullmatch(self.letters(text, mentions, start, end)) is not None

    def announced(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker:
        """Tell who speaks, if a phrase without a verb announces words: `From the statement:`.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the phrase starts.
            end: Where it ends.
        """
        letters = self.letters(text, mentions, _headed(text, mentions, start, end), end)
        return Speaker.ORGANIZATION if _ANYWHERE.fullmatch(letters) and not _FOREIGN.search(letters) else Speaker.OTHER

    def is_one(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether a clause between two quotations only says who speaks, and does not lead to further words.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the one quotation ends.
            end: Where the other starts.
        """
        return _FURTHER.match(self.letters(text, mentions, start, end)) is None

    def letters(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> str:
        """Return a letter for each word of a range; what stands in brackets is left out."""
        return "".join(islice(self._letters_of(text, mentions, start, end), _MOST_TOKENS))

    def _judged(self, letters: str, pattern: re.Pattern[str]) -> Speaker:
        pronoun = _PRONOUN_BEFORE.match(letters)
        if pronoun:
            return Speaker.ITSELF if pronoun[1] == _NEUTER else Speaker.SAME
        return Speaker.ORGANIZATION if pattern.fullmatch(letters) else Speaker.OTHER

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
        if known is None and self._verbs.fullmatch(lower):
            known = _REPORTING
        if known is None and lower.rpartition("-")[2] in self._pronouns:
            # The French verb goes before: `a-t-elle`.
            known = _PRONOUN
        yield known or (_NAME if word[0].isupper() else _OTHER)


def _headed(text: str, mentions: Sequence[Mention], start: int, end: int) -> int:
    """Return where a clause starts behind a number, a time or a label at its head, if that does not name the organization."""
    match = _HEADING.match(text, start, end)
    if match is None:
        return start
    named = bisect_left(mentions, (start,))
    labelled = named < len(mentions) and mentions[named].start < match.end() and mentions[named].kind not in (BODY, UMBRELLA)
    return start if labelled else match.end()


def _alternatives(phrases: Sequence[str]) -> str:
    return "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in phrases) or r"(?!)"
