"""Whose a number is: the organization is named before it in its sentence, or is the subject of the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from iom_content.checks.prose.figure_phrases import FigurePhrases
from iom_content.checks.prose.mentions import BODY, GENERIC, ORGANIZATION, ROLE, UMBRELLA, Mention
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.speakers import Speakers
from iom_content.language.quantities import Quantity

__all__ = ["OURS", "REACH", "FigureOwners", "Sentence"]

OURS: Final = (ORGANIZATION, GENERIC)
"""Kinds of mentions that mean the organization."""
REACH: Final = 90
"""How many characters around a number are looked at."""
_BODIES: Final = (BODY, UMBRELLA, ROLE)
# `IOM's partner organization has …` tells of another one.
_PARTNER: Final = re.compile(r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+)?(?:partners?|donors?|supporters?|suppliers?)(?!\w)", re.IGNORECASE)
_ENCLOSED: Final = re.compile(r"\s*,[^;:]*,(?=\s+\w)")
# Over how many sentences `it` may stand for what was named in the first.
_MOST_BEFORE: Final = 8


class Sentence(NamedTuple):
    """A sentence of a run, with what the run names."""

    text: str
    """The text of the run."""
    start: int
    end: int
    named: Sequence[Mention]

    def mentions(self, start: int, end: int, kinds: Sequence[str]) -> list[Mention]:
        """Return what is named in a range, of some kinds.

        Args:
            start: Where the range starts in the run.
            end: Where it ends.
            kinds: Kinds of mentions.
        """
        first, last = bisect_left(self.named, (start,)), bisect_left(self.named, (end,))
        return [mention for mention in self.named[first:last] if mention.kind in kinds]

    def last(self, end: int, kinds: Sequence[str]) -> Mention | None:
        """Return the last that is named before a place, of some kinds.

        Args:
            end: The place in the run.
            kinds: Kinds of mentions.
        """
        for number in range(bisect_left(self.named, (end,)) - 1, -1, -1):
            mention = self.named[number]
            if mention.start < self.start:
                return None
            if mention.kind in kinds:
                return mention
        return None


class FigureOwners:
    """Tells of numbers in texts of one language whether they are said of the organization."""

    def __init__(self, reads: Sequence[Read], phrases: FigurePhrases, speakers: Speakers) -> None:
        """Take the runs of an article, the phrases beside numbers, and who is named."""
        self._reads = reads
        self._phrases = phrases
        self._speakers = speakers
        # For each run that was looked at whether a question on the organization stands before it.
        self._asked_for: dict[int, bool] = {}

    def is_ours(self, number: int, sentence: Sentence, quantity: Quantity, name: str) -> bool:
        """Tell whether a number is said of the organization by what stands before it, or as `With 175 member states, IOM is …`.

        Args:
            number: Number of the run.
            sentence: The sentence of the number.
            quantity: The number.
            name: What it counts.
        """
        owner = sentence.last(quantity.number.start, (*OURS, *_BODIES))
        if owner is not None and owner.kind in OURS and self._is_aside(sentence, owner, quantity):
            # `The club, unlike IOM, has …` tells of the club.
            return False
        if owner is not None and (owner.kind in _BODIES or _PARTNER.match(sentence.text, owner.end)):
            return False
        if name == "founded":
            return self._founds(number, sentence, quantity, owner)
        if owner is not None:
            return True
        return self._is_fronted(sentence, quantity) or self._is_subject_before(number, sentence, quantity)

    def _is_aside(self, sentence: Sentence, owner: Mention, quantity: Quantity) -> bool:
        """Tell whether a name is told between two commas only to set another thing beside it."""
        before = sentence.text[max(sentence.start, owner.start - REACH) : owner.start]
        return "," in sentence.text[owner.end : quantity.start] and self._phrases.aside.search(before) is not None

    def _founds(self, number: int, sentence: Sentence, quantity: Quantity, owner: Mention | None) -> bool:
        """Tell whether a year of founding is the organization's: nothing else stands between them that could be founded."""
        text = sentence.text
        before = text[: quantity.start][-REACH:]
        match = self._phrases.founded.search(before) or self._phrases.founded_bare.search(before)
        assert match is not None
        phrase = quantity.start - len(match[0])
        start = owner.end if owner is not None else sentence.start
        # `IOM, which has 175 member states, was founded`: what commas enclose tells of it, and is passed over.
        gap = _ENCLOSED.sub(" ", text[start:phrase], count=1) if owner is not None else text[start:phrase]
        # `IOM has 175 member states and was founded`: so is another thing that is said of it.
        gap = gap[max((match.end() for match in self._phrases.counted_and.finditer(gap)), default=0) :]
        # `The leaflet of IOM says that it was founded`: what is said of it is said of the organization.
        said = self._phrases.reported.search(gap)
        gap = gap[said.end() :] if said and self._speakers.says(gap[: said.start()]) else gap
        between = re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", " ", gap).lower().replace("\u2019s", "").replace("'s", ""))
        if not all(word in self._phrases.founded_link for word in between):
            return False
        if owner is not None or self._is_fronted(sentence, quantity):
            return True
        # `IOM. Founded in 1951.`
        alone = not text[quantity.end : sentence.end].strip(" .;)")
        return (bool(between) or alone) and self._is_subject_before(number, sentence, quantity)

    def _is_fronted(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether the organization follows as the subject: `With 175 member states, IOM is …`."""
        text = sentence.text
        after = sentence.mentions(quantity.end, min(sentence.end, quantity.end + 2 * REACH), (*OURS, *_BODIES))
        if not after or after[0].kind not in OURS:
            return False
        gap = text[quantity.end : after[0].start]
        return re.search(r",\s*(?:the\s+|la\s+|l['\u2019])?\Z", gap) is not None and "," not in text[sentence.start : quantity.start]

    def _is_subject_before(self, number: int, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether the organization is the subject of the sentence before, in the same paragraph, by its name or as `it`."""
        read, pronoun = self._reads[number], self._phrases.pronoun
        text = sentence.text
        told = pronoun.match(text, sentence.start) or self._phrases.pronoun_before.search(
            text, max(sentence.start, quantity.start - REACH), quantity.start
        )
        place = bisect_left(read.sentences, (sentence.start, sentence.end))
        for start, end in reversed(read.sentences[max(0, place - _MOST_BEFORE) : place]):
            found = sentence.mentions(start, min(end, start + REACH), (*OURS, *_BODIES))
            if found:
                return found[0].kind in OURS
            if not told or not pronoun.match(text, start):
                return False
        if told is None or place >= _MOST_BEFORE:
            return False
        if number not in self._asked_for:
            self._asked_for[number] = self._is_asked_for(number)
        return self._asked_for[number]

    def _is_asked_for(self, number: int) -> bool:
        """Tell whether a question stands before a run and names the organization, and no other body: `What is IOM?`."""
        if not number or not self._reads[number - 1].text.rstrip().endswith("?"):
            return False
        kinds = {mention.kind for mention in self._speakers.named.mentions(number - 1)}
        return not kinds.isdisjoint(OURS) and kinds.isdisjoint(_BODIES)
