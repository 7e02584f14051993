"""Numbers that an article says of the organization, with the date for which it says them.

The organization must be what the number is said of: named before it in the sentence, or the subject of the sentence
before in the same paragraph, with no other body's name in between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from iom_content.checks.prose.figure_phrases import FigurePhrases
from iom_content.checks.prose.mentions import BODY, GENERIC, ORGANIZATION, ROLE, UMBRELLA, Mention
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.speakers import Speakers
from iom_content.language.lexicon import Lexicon
from iom_content.language.quantities import Quantity, find_quantities

__all__ = ["FigureClaim", "FigureClaims"]

_BODIES: Final = (BODY, UMBRELLA, ROLE)
_OURS: Final = (ORGANIZATION, GENERIC)
_REACH: Final = 90
# A name of a place or a body behind the thing counted: `member states of the African Union`, `countries in Asia`.
_PLACE_AFTER: Final = re.compile(
    r"\s+(?:of|in|from|across|throughout|within|along|around|on|d'|d\u2019|de|du|des|en|au|aux|del|dans|\xe0)\s*(?:the\s+|la\s+|las\s+|los\s+|el\s+|l['\u2019]|les\s+)?(?:[^\W\d_a-z]|region|continent|r\xe9gion|regi\xf3n|sub-?region)",
)
# What leads from the thing counted to whose it is: `member states of the IOM`.
_OF_AFTER: Final = re.compile(r"\s+(?:of|in|de|del|en|\xe0)\s+(?:the\s+|la\s+|l['\u2019]\s*)?|\s+d['\u2019]\s*")
_POSSESSIVE: Final = re.compile(r"['\u2019](?:s\s+|\s+)")
# `IOM's partner organization has …` tells of another one.
_PARTNER: Final = re.compile(r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+)?(?:partners?|donors?|supporters?|suppliers?)(?!\w)", re.IGNORECASE)
_ENCLOSED: Final = re.compile(r"\s*,[^;:]*,(?=\s+\w)")
_CLOSED: Final = re.compile(r"\s*(?:[,;.)]|\Z)")
_WORD: Final = re.compile(r"\w")
_LAST_CLAUSE: Final = re.compile(r"[:;]\s")
# Over how many sentences `it` may stand for what was named in the first.
_MOST_BEFORE: Final = 8
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100


class FigureClaim(NamedTuple):
    """A number that is said of the organization."""

    run: int
    name: str
    """What is counted: `member_states`, `presence_countries`, `founded`."""
    quantity: Quantity
    on: str | None
    """The ISO year, month or day for which it is said; None for now."""
    part: bool = False
    """Whether nothing says that it counts all there are: a number far too small then counts a part."""


class FigureClaims:
    """Finds the numbers that are said of the organization in texts of one language."""

    def __init__(self, words: Lexicon, speakers: Speakers) -> None:
        """Read the lists of a lexicon."""
        self._words = words
        self._phrases = FigurePhrases(words)
        self._speakers = speakers

    def of_run(self, number: int, read: Read) -> Iterator[FigureClaim]:
        """Yield the numbers of one run that are said of the organization.

        Args:
            number: Number of the run.
            read: The run.
        """
        text = read.run.text
        if not self._phrases.counted.search(text):
            return
        mentions = self._speakers.named.mentions(number)
        for quantity in find_quantities(text, dict.fromkeys((self._words.language, "en"))):
            if quantity.value is None or quantity.qualifier is None or not quantity.number.sure or _is_aside(read, quantity):
                continue
            start, end = read.sentence(quantity.number.start)
            sentence = _Sentence(text, start, end, mentions)
            name = self._name(sentence, quantity)
            if name is None or self._is_partial(sentence, quantity, name) or not self._is_ours(read, sentence, quantity, name):
                continue
            part = self._may_be_part(sentence, quantity, name)
            on = None if name == "founded" else self._date(sentence, quantity)
            if on is not None or name == "founded" or not self._is_past(sentence, quantity):
                yield FigureClaim(number, name, quantity, on, part)

    def _name(self, sentence: _Sentence, quantity: Quantity) -> str | None:
        """Return what a number counts, told from the words beside it."""
        text = sentence.text
        before = text[max(sentence.start, quantity.start - _REACH) : quantity.start]
        value = quantity.value or 0
        if _FIRST_YEAR <= value <= _LAST_YEAR and text[quantity.number.start : quantity.number.end].isdigit():
            founded = self._phrases.founded.search(before) or (
                _CLOSED.match(text, quantity.end) and self._phrases.founded_bare.search(before)
            )
            return "founded" if founded else None
        if self._counted_members(sentence, quantity) or self._phrases.members_before.search(before):
            return "member_states"
        if self._phrases.countries.match(text, quantity.end) and self._phrases.presence.search(before):
            return "presence_countries"
        return None

    def _counted_members(self, sentence: _Sentence, quantity: Quantity) -> re.Match[str] | None:
        """Return the word for members behind a number; the organization may stand in between: `175 IOM member states`."""
        text = sentence.text
        owner = next(iter(sentence.mentions(quantity.end, quantity.end + 3, (ORGANIZATION,))), None)
        named = owner is not None and text[quantity.end : owner.start].isspace()
        return self._phrases.members.match(text, owner.end if owner is not None and named else quantity.end)

    def _named_behind(self, sentence: _Sentence, end: int) -> Mention | None:
        """Return the organization, if what is counted is said to be its own: `member states of IOM`."""
        match = _OF_AFTER.match(sentence.text, end)
        named = () if match is None else sentence.mentions(match.end(), match.end() + 1, (ORGANIZATION,))
        return next(iter(named), None)

    def _is_whole(self, sentence: _Sentence, quantity: Quantity, *, behind: bool) -> bool:
        """Tell whether the words before a number say that it counts all there are."""
        before = sentence.text[max(sentence.start, quantity.start - _REACH) : quantity.start]
        owner = sentence.last(quantity.start, (ORGANIZATION,))
        if owner is not None and _POSSESSIVE.fullmatch(sentence.text, owner.end, quantity.start):
            return True
        return self._phrases.whole.search(before) is not None or (behind and self._phrases.the.search(before) is not None)

    def _may_be_part(self, sentence: _Sentence, quantity: Quantity, name: str) -> bool:
        """Tell whether nothing says that a number counts all there are."""
        before = sentence.text[max(sentence.start, quantity.start - _REACH) : quantity.start]
        if name == "member_states":
            return not (
                self._phrases.total.search(before)
                or self._phrases.members_before.search(before)
                or self._is_whole(sentence, quantity, behind=False)
            )
        match = self._phrases.presence.search(before) if name == "presence_countries" else None
        return (
            match is not None
            and self._phrases.parts.match(match[0]) is not None
            and self._phrases.total.search(before[: match.start()]) is None
        )

    def _is_partial(self, sentence: _Sentence, quantity: Quantity, name: str) -> bool:
        """Tell whether a number is that of a part only, or of something else."""
        text = sentence.text
        if name == "founded":
            return False
        before = text[max(sentence.start, quantity.start - _REACH) : quantity.start]
        members = name == "member_states"
        if (
            members
            and self._phrases.refused_before.search(before)
            and not (self._phrases.members_before.search(before) or self._phrases.total.search(before))
        ):
            return True
        counted = self._counted_members(sentence, quantity) if members else self._phrases.countries.match(text, quantity.end)
        end = counted.end() if counted else quantity.end
        behind = self._named_behind(sentence, end) if members else None
        if behind is not None:
            end = behind.end
        if self._phrases.refused_after.match(text, end) is not None or _PLACE_AFTER.match(text, end) is not None:
            return True
        return self._phrases.acts_after.match(text, end) is not None and not self._is_whole(sentence, quantity, behind=behind is not None)

    def _is_ours(self, read: Read, sentence: _Sentence, quantity: Quantity, name: str) -> bool:
        """Tell whether a number is said of the organization."""
        if name == "member_states":
            counted = self._counted_members(sentence, quantity)
            if counted is not None and (
                sentence.mentions(quantity.end, counted.start(), (ORGANIZATION,)) or self._named_behind(sentence, counted.end())
            ):
                return True
        owner = sentence.last(quantity.number.start, (*_OURS, *_BODIES))
        if owner is not None and owner.kind in _OURS and self._is_aside(sentence, owner, quantity):
            # `The club, unlike IOM, has …` tells of the club.
            return False
        if owner is not None and (owner.kind in _BODIES or _PARTNER.match(sentence.text, owner.end)):
            return False
        if name == "founded":
            return self._founds(read, sentence, quantity, owner)
        if owner is not None:
            return True
        return self._is_fronted(sentence, quantity) or self._is_subject_before(read, sentence)

    def _is_aside(self, sentence: _Sentence, owner: Mention, quantity: Quantity) -> bool:
        """Tell whether a name is told between two commas only to set another thing beside it."""
        before = sentence.text[max(sentence.start, owner.start - _REACH) : owner.start]
        return "," in sentence.text[owner.end : quantity.start] and self._phrases.aside.search(before) is not None

    def _founds(self, read: Read, sentence: _Sentence, quantity: Quantity, owner: Mention | None) -> bool:
        """Tell whether a year of founding is the organization's: nothing else stands between them that could be founded."""
        text = sentence.text
        before = text[: quantity.start][-_REACH:]
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
        return owner is not None or self._is_fronted(sentence, quantity) or (bool(between) and self._is_subject_before(read, sentence))

    def _is_fronted(self, sentence: _Sentence, quantity: Quantity) -> bool:
        """Tell whether the organization follows as the subject: `With 175 member states, IOM is …`."""
        text = sentence.text
        after = sentence.mentions(quantity.end, min(sentence.end, quantity.end + 2 * _REACH), (*_OURS, *_BODIES))
        if not after or after[0].kind not in _OURS:
            return False
        gap = text[quantity.end : after[0].start]
        return re.search(r",\s*(?:the\s+|la\s+|l['\u2019])?\Z", gap) is not None and "," not in text[sentence.start : quantity.start]

    def _is_subject_before(self, read: Read, sentence: _Sentence) -> bool:
        """Tell whether the organization is the subject of the sentence before, in the same paragraph, by its name or as `it`."""
        place = bisect_left(read.sentences, (sentence.start, sentence.end))
        for start, end in reversed(read.sentences[max(0, place - _MOST_BEFORE) : place]):
            found = sentence.mentions(start, min(end, start + _REACH), (*_OURS, *_BODIES))
            if found:
                return found[0].kind in _OURS
            if not (self._phrases.pronoun.match(sentence.text, sentence.start) and self._phrases.pronoun.match(sentence.text, start)):
                break
        return False

    def _is_past(self, sentence: _Sentence, quantity: Quantity) -> bool:
        """Tell whether a number without a date is set in the past."""
        own = sentence.last(quantity.start, _OURS)
        start = max(sentence.start, quantity.start - _REACH) if own is None else max(own.start, quantity.start - 2 * _REACH)
        for match in self._phrases.past.finditer(sentence.text, start, min(sentence.end, quantity.end + _REACH)):
            if match.end() <= quantity.start:
                return True
            # `up from` tells the past of what follows it, and `, if one trusts the paper` doubts the number without another.
            doubted = match[0].lower() in self._words.conditions and sentence.text[quantity.end : match.start()].rstrip().endswith(",")
            if not doubted and match[0].lower().split()[-1] not in self._words.phrase_prepositions:
                return True
        return False

    def _date(self, sentence: _Sentence, quantity: Quantity) -> str | None:
        """Return the date for which a number is said, where one stands at the start of its sentence or beside it."""
        text = sentence.text
        first, last = max(sentence.start, quantity.start - 2 * _REACH), min(sentence.end, quantity.end + 2 * _REACH)
        for match in self._phrases.dates.finditer(text, first, last):
            before = match.end() <= quantity.start
            between = text[match.end() : quantity.start] if before else text[quantity.end : match.start()]
            if quantity.start <= match.start("year") < quantity.end or self._phrases.founded.search(
                text[max(0, match.start("year") - _REACH) : match.start("year")]
            ):
                continue
            if before:
                leads = _WORD.search(_LAST_CLAUSE.split(text[sentence.start : match.start()])[-1]) is None
                between = self._phrases.date_link.sub(" ", between)
                # A verb of saying between them dates what is said, not the number.
                if (leads or "," not in between) and len(between) <= _REACH and not self._speakers.says(between):
                    return self._iso(match)
            elif len(between.split()) <= 6 and not {",", ";"} & {*between}:
                return self._iso(match)
        return None

    def _iso(self, match: re.Match[str]) -> str:
        year, month, day = match["year"], match["month"], match["day"] or match["day2"]
        if month is None:
            return year
        number = next(index for index, names in enumerate(self._words.months, 1) if month.lower() in [name.lower() for name in names])
        return f"{year}-{number:02}" if day is None or not 1 <= int(day) <= 28 else f"{year}-{number:02}-{int(day):02}"


class _Sentence(NamedTuple):
    text: str
    start: int
    end: int
    named: Sequence[Mention]

    def mentions(self, start: int, end: int, kinds: Sequence[str]) -> list[Mention]:
        """Return what is named in a range, of some kinds."""
        first, last = bisect_left(self.named, (start,)), bisect_left(self.named, (end,))
        return [mention for mention in self.named[first:last] if mention.kind in kinds]

    def last(self, end: int, kinds: Sequence[str]) -> Mention | None:
        """Return the last that is named before a place, of some kinds."""
        for number in range(bisect_left(self.named, (end,)) - 1, -1, -1):
            mention = self.named[number]
            if mention.start < self.start:
                return None
            if mention.kind in kinds:
                return mention
        return None


def _is_aside(read: Read, quantity: Quantity) -> bool:
    return any(start < quantity.end and quantity.start < end for start, end in read.run.aside)
