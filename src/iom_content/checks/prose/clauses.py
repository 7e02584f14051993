"""Whether the subject of a clause of reporting is the organization, told by the form of the clause.

Each word becomes one letter for what it is; a few expressions over these letters say which clauses attribute words to
the organization, to its head or to a statement of theirs. What fits none of them attributes to somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from iom_content.checks.prose import forms
from iom_content.checks.prose.lettering import BELONGING, NEUTER, PREPOSITION, Lettering, Verb, headed
from iom_content.checks.prose.mentions import Mention
from iom_content.checks.prose.phrases import alternatives
from iom_content.language.lexicon import Lexicon

__all__ = ["Clauses", "Speaker"]


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
    ITS_HEAD = "its head"
    """The head of what `it` stands for."""


# How many characters a word that starts a clause has at most, with a comma.
_NEAR: Final = 8


class Clauses(Lettering):
    """Reads clauses of one language."""

    def __init__(self, words: Lexicon) -> None:
        """Read the lists of a lexicon."""
        super().__init__(words)
        self._determiner = re.compile(rf"(?<!\w)(?:{alternatives(words.determiners)})\s*\Z", re.IGNORECASE)
        self._possessive = re.compile(rf"\s*(?:{alternatives(words.neuter_possessives)})(?!\w)", re.IGNORECASE)
        self._causative = re.compile(rf"(?<!\w)(?:{alternatives(words.causatives)})(?!\w)", re.IGNORECASE)
        self._infinitive = re.compile(rf"(?:{alternatives(words.infinitives)})(?!\w)", re.IGNORECASE)
        self._quoted_as = re.compile(rf"(?:{alternatives(words.quoted_as)})(?!\w)", re.IGNORECASE)
        self._inner = re.compile(rf"(?<!\w)(?:{alternatives(words.clause_links)})(?!\w)", re.IGNORECASE)
        self._asking = frozenset(words.asking)
        self._relative = re.compile(rf"(?:{alternatives(words.relatives)})(?!\w)", re.IGNORECASE)
        self._viewpoint = re.compile(rf"[\s,]*(?:{alternatives(words.viewpoints)})(?!\w)", re.IGNORECASE)
        self._source = re.compile(
            rf"[\s,.]*(?:(?:{alternatives(words.source_references)})\s+)?(?:{alternatives(words.sources)})(?!\w)", re.IGNORECASE
        )
        self._subordinator = re.compile(rf"(?<!\w)(?:{alternatives(words.subordinators)})(?!\w)", re.IGNORECASE)

    def is_noun(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether what looks like a verb is a noun, by the word before it: `in reports`, `the claim`.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where the verb starts.
        """
        letter = self.letters(text, mentions, start, end)[-1:]
        return letter in (BELONGING, PREPOSITION) or self._determiner.search(text, start, end) is not None

    def is_aside(self, text: str, start: int, verb: Verb, end: int) -> bool:
        """Tell whether two commas enclose who told of the words, and not who spoke them: `he said, according to the radio, that`.

        Args:
            text: A text.
            start: Where the sentence starts.
            verb: A phrase such as `according to`.
            end: Where the quotation starts.
        """
        before = text[start : verb.start].rstrip()
        reported = self._subordinator.search(before, max(0, len(before) - _NEAR))
        return before.endswith(",") and "," in text[verb.end : end] and reported is None

    def before(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker:
        """Tell who speaks, if the clause in front of a verb is the subject.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where the verb starts.
        """
        found = self._subject_of(text, mentions, start, end)
        inner = max((match.end() for match in self._inner.finditer(text, start, end)), default=None)
        # `an interview in which IOM says`: the clause behind has a subject of its own.
        return self._subject_of(text, mentions, inner, end) if found is Speaker.OTHER and inner is not None else found

    def _subject_of(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker:
        start = self._reported(text, headed(text, mentions, start, end), end)
        if self._infinitive.match(text, end):
            caused = max((match.end() for match in self._causative.finditer(text, start, end)), default=None)
            if caused is not None:
                # `The leaflet has the head of IOM say`.
                found = self._judged(self.letters(text, mentions, caused, end), forms.CAUSED)
                if found is not Speaker.OTHER:
                    return found
        letters = self.letters(text, mentions, start, end)
        if self._quoted_as.match(text, end) and forms.QUOTED.fullmatch(forms.ASIDE.sub("", letters)):
            return Speaker.ORGANIZATION
        if self._possessive.match(text, start) and forms.ITS_HEAD.fullmatch(letters):
            return Speaker.ITS_HEAD
        parts = letters.split(",")
        if not parts[-1].strip("LC") and len(parts) > 1:
            # `Ann Lee, the head of IOM, said`: what the commas enclose explains what stands before them.
            subject, aside = parts[-3:-1] if len(parts) > 2 else (parts[0], "")
            # A head may be a former minister; whoever else of IOM is one speaks for himself.
            ours = forms.BEFORE.fullmatch(subject) and (forms.HEADS.search(subject) or not forms.ROLE_FIRST.match(aside))
            return Speaker.ORGANIZATION if ours or (forms.NAMED.fullmatch(subject) and forms.TITLED.fullmatch(aside)) else Speaker.OTHER
        return self._judged(parts[-1], forms.BEFORE)

    def after(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker:
        """Tell who speaks, if what follows a verb is the subject.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the verb ends.
            end: Where the sentence ends.
        """
        letters = self.letters(text, mentions, start, end)
        if self._possessive.match(text, start) and forms.ITS_HEAD.match(letters):
            return Speaker.ITS_HEAD
        return self._judged(letters, forms.AFTER)

    def alone(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether the organization is a subject whose verb can only be in the words quoted: `IOM “regrets the delay”`.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where the quotation starts.
        """
        start = self._reported(text, headed(text, mentions, start, end), end)
        # `The paper makes IOM “regret the delay”`.
        start = max((match.end() for match in self._causative.finditer(text, start, end)), default=start)
        return forms.ALONE.fullmatch(self.letters(text, mentions, start, end)) is not None

    def own_words(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether a phrase without a verb says whose words stand right beside it: `for IOM,`, `IOM's position that`.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the phrase starts.
            end: Where it ends.
        """
        letters = self.letters(text, mentions, start, end)
        if self._viewpoint.match(text, start, end) and forms.VIEW.fullmatch(letters.lstrip(",")):
            return True
        told = any(match.end() == start + len(text[start:end].rstrip()) for match in self._subordinator.finditer(text, start, end))
        announced = forms.OWN_ANNOUNCED if text[start:end].rstrip().endswith(":") else forms.OWN_WORDS
        return (forms.OWN_CLAIM if told else announced).fullmatch(letters) is not None

    def asks(self, text: str, verb: Verb) -> bool:
        """Tell whether a verb of reporting leads to who is asked, and answers then.

        Args:
            text: A text.
            verb: The verb.
        """
        return text[verb.start : verb.end].lower() in self._asking

    def is_relative(self, text: str, start: int) -> bool:
        """Tell whether a clause behind a quotation tells of it: `which`.

        Args:
            text: A text.
            start: Where the clause starts.
        """
        return self._relative.match(text, start) is not None

    def source(self, text: str, start: int) -> int | None:
        """Return where a phrase ends that leads from a quotation to whose words it is, in its sentence or the next: `is how`.

        Args:
            text: A text.
            start: Where the quotation ends.
        """
        match = self._source.match(text, start)
        return match.end() if match else None

    def subject(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker | None:
        """Tell whom a pronoun in the next sentence may mean, where nobody speaks in this one.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where it ends.
        """
        letters = forms.OPENING.sub("", self.letters(text, mentions, start, end)).replace(",", "")
        if forms.SOMEBODY.match(letters):
            return Speaker.OTHER
        return Speaker.ORGANIZATION if forms.PERSON.match(letters) else None

    def is_body(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether `she` in the next sentence cannot be who speaks in this one: no head is named in it.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where it ends.
        """
        return self._tells_bodies and forms.HEADS.search(self.letters(text, mentions, start, end)) is None

    def is_ours(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether `it` in the next sentence can mean the organization: its subject, and the only body in this one.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the sentence starts.
            end: Where it ends.
        """
        return forms.ABOUT.fullmatch(self.letters(text, mentions, start, end)) is not None

    def announced(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> Speaker:
        """Tell who speaks, if a phrase without a verb announces words: `From the statement:`.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the phrase starts.
            end: Where it ends.
        """
        letters = self.letters(text, mentions, headed(text, mentions, start, end), end)
        return Speaker.ORGANIZATION if forms.ANYWHERE.fullmatch(letters) and not forms.FOREIGN.search(letters) else Speaker.OTHER

    def is_joint(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether a part of a sentence names no subject of its own: `and for`.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the part starts.
            end: Where it ends.
        """
        return forms.JOINT.fullmatch(self.letters(text, mentions, start, end)) is not None

    def is_one(self, text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
        """Tell whether a clause between two quotations only says who speaks, and does not lead to further words.

        Args:
            text: A text.
            mentions: What it names.
            start: Where the one quotation ends.
            end: Where the other starts.
        """
        return forms.FURTHER.match(self.letters(text, mentions, start, end)) is None

    def _reported(self, text: str, start: int, end: int) -> int:
        """Return where the last clause starts that is reported in a sentence: `he was told by a friend that`."""
        found = (match.end() for match in self._verbs.finditer(text, start, end) if not self._determiner.search(text, start, match.start()))
        verb = next(found, None)
        return start if verb is None else max((match.end() for match in self._subordinator.finditer(text, verb, end)), default=start)

    def _judged(self, letters: str, pattern: re.Pattern[str]) -> Speaker:
        pronoun = forms.PRONOUN_BEFORE.fullmatch(letters)
        if pronoun:
            return Speaker.ITSELF if pronoun[1] == NEUTER else Speaker.SAME
        return Speaker.ORGANIZATION if pattern.fullmatch(letters) else Speaker.OTHER
