"""Who spoke last: whom a pronoun means, and who goes on in a quotation that stands alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from iom_content.checks.prose.clauses import Clauses, Speaker
from iom_content.checks.prose.mentions import HEAD, TITLE
from iom_content.checks.prose.named import Named
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.sentences import COVER

__all__ = ["FAR", "NEAR", "LastSpeaker"]

NEAR: Final = 160
"""How many characters from the start of a sentence, or the end of a quotation, who speaks is looked for."""
FAR: Final = 600
"""How many characters of a sentence are looked through for its verbs."""

_NAMED: Final = re.compile(
    r"\s*((?:Ms|Mrs|Mr|Dr|Prof|Mme|Mlle|M|Sra|Sr|Dra|Madame|Monsieur|Se\xf1ora?)\.?\s+)?([A-Z\xc0-\xde][^\W\d_]+(?:-[^\W\d_]+)*)"
)
_EMPTY: Final = re.compile(rf"[\s{COVER}.,;:!?\u2026\u2014\u2013\"'\u2018\u2019\u201c\u201d\xab\xbb-]*")
_APOSTROPHES: Final = ("'", "\u2019")
_PRONOUNS: Final = (Speaker.SAME, Speaker.ITSELF)


class LastSpeaker:
    """Reads an article from its start and remembers who spoke last."""

    def __init__(self, reads: Sequence[Read], named: Named, clauses: Clauses) -> None:
        """Take the runs of an article."""
        self._reads = reads
        self._named = named
        self._clauses = clauses
        self._speaker: Speaker | None = None
        self._spoke_in = -2
        # Whether the last speaker is nobody who could be `she`.
        self._is_body = False
        # Whether the sentence read last is of the organization.
        self._is_of_us = False
        # Up to where the article was read.
        self._seen = (0, 0)
        # The run where the sentence read last tells that somebody of ours did something, or asks what he said.
        self._acts_in = -1
        self._asked = (-1, 0, 0)
        self._empty = False

    def read_on(self, number: int, until: int) -> None:
        """Read the sentences up to a place for those who say something in them.

        Args:
            number: Number of the run; places are asked for in their order.
            until: The place in it.
        """
        run, at = self._seen
        while run < number or (run == number and at < len(self._reads[run].sentences) and self._reads[run].sentences[at][1] <= until):
            sentences = self._reads[run].sentences
            if at < len(sentences):
                self._read_sentence(run, *sentences[at])
                at += 1
            else:
                run, at = run + 1, 0
        self._seen = (run, at)

    def remembered(self, found: Speaker | None, number: int) -> Speaker | None:
        """Return who is meant, and remember him; None if nobody is, or a body that the article does not name.

        Args:
            found: Who is said to speak, by a pronoun perhaps.
            number: Number of the run.
        """
        if found is Speaker.ITSELF and self._is_of_us:
            found = Speaker.ORGANIZATION
        if found is Speaker.ITS_HEAD:
            found = Speaker.ORGANIZATION if self._is_of_us else Speaker.OTHER
        if found is Speaker.SAME and self._is_body:
            found = Speaker.OTHER
        if found in _PRONOUNS:
            found = self._speaker
        elif found is not None:
            self._is_body = False
        if found is Speaker.ORGANIZATION and not self._named.is_ours:
            # `The agency` is whoever the article is about.
            return None
        if found is not None:
            self._speaker, self._spoke_in = found, number
        return found

    def continued(self, number: int, start: int, end: int) -> Speaker | None:
        """Return who goes on to speak in a quotation that stands alone.

        Args:
            number: Number of the run.
            start: Where the sentence of the quotation starts.
            end: Where it ends.
        """
        text = self._reads[number].text
        if number not in (self._spoke_in, self._spoke_in + 1, self._acts_in) or not self._is_empty(number, start, end):
            return None
        if number == self._acts_in:
            return Speaker.ORGANIZATION
        return Speaker.SAME if self._spoke_in == number or not text[:start].strip() else None

    def _is_empty(self, number: int, start: int, end: int) -> bool:
        """Tell whether a sentence holds nothing but quotations; asked for each of them, it is read once."""
        if self._asked != (number, start, end):
            self._asked = (number, start, end)
            self._empty = _EMPTY.fullmatch(self._reads[number].text, start, end) is not None
        return self._empty

    def _read_sentence(self, number: int, start: int, end: int) -> None:
        text, mentions = self._reads[number].text, self._named.mentions(number)
        self._acts_in = -1
        self._is_of_us = COVER not in text[start:end] and self._clauses.is_ours(text, mentions, start, end)
        if COVER in text[start:end]:
            return
        if self._is_of_somebody(number, start):
            self._speaker, self._is_body = Speaker.OTHER, False
            return
        for verb in self._named.verbs(number, start, min(end, start + FAR))[:1]:
            if not verb.leads and "," in text[verb.end : end] and not text[start : verb.start].strip():
                # `Asked for a word, the head of IOM came.`
                break
            found = (
                self._clauses.after(text, mentions, verb.end, end)
                if verb.leads
                else self._clauses.before(text, mentions, start, verb.start)
            )
            if self._clauses.asks(text, verb):
                # `A colleague asked Vitorino.`: he who is asked answers.
                asked = self._clauses.after(text, mentions, verb.end, end)
                found = asked if asked is Speaker.ORGANIZATION else found
            if found not in _PRONOUNS:
                self._speaker = found
                if found is Speaker.ORGANIZATION and text[start:end].endswith("?"):
                    self._acts_in = number
                self._is_body = found is Speaker.ORGANIZATION and self._clauses.is_body(text, mentions, start, min(end, start + FAR))
            return
        person = self._clauses.subject(text, mentions, start, min(end, start + NEAR))
        if person is not None:
            self._speaker, self._is_body = person, False
            if person is Speaker.ORGANIZATION and not self._is_of_kin(number, start, end):
                self._acts_in = number

    def _is_of_kin(self, number: int, start: int, end: int) -> bool:
        """Tell whether a sentence tells of somebody else, who is named as the head's: `Ann Lee's brother`."""
        text = self._reads[number].text
        mentions = self._named.mentions(number)
        named = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        return any(mention.kind in (HEAD, TITLE) and text[mention.end : mention.end + 1] in _APOSTROPHES for mention in named)

    def _is_of_somebody(self, number: int, start: int) -> bool:
        """Tell whether a sentence starts with somebody else's name: with an honorific, or a surname that was told before."""
        match = _NAMED.match(self._reads[number].text, start)
        if match is None:
            return False
        mentions = self._named.mentions(number)
        place = bisect_left(mentions, (match.start(2),))
        if place < len(mentions) and mentions[place].start == match.start(2):
            return False
        return match[1] is not None or match[2] in self._named.surnames
