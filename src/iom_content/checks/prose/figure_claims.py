"""Numbers that an article says of the organization, with the date for which it says them.

The organization must be what the number is said of: named before it in the sentence, or the subject of the sentence
before in the same paragraph, with no other body's name in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from iom_content.checks.prose.figure_owners import OURS, REACH, FigureOwners, Sentence
from iom_content.checks.prose.figure_phrases import FIRST_YEAR, LAST_YEAR, FigurePhrases
from iom_content.checks.prose.mentions import ORGANIZATION, Mention
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.speakers import Speakers
from iom_content.language.lexicon import Lexicon
from iom_content.language.quantities import Quantity, find_quantities

__all__ = ["FigureClaim", "FigureClaims"]

# A name of a place or a body behind the thing counted: `member states of the African Union`, `countries in Asia`.
_PLACE_AFTER: Final = re.compile(
    r"\s+(?:of|in|from|across|throughout|within|along|around|on|d'|d\u2019|de|du|des|en|au|aux|del|dans|\xe0)\s*(?:the\s+|la\s+|las\s+|los\s+|el\s+|l['\u2019]|les\s+)?(?:[^\W\d_a-z]|region|continent|r\xe9gion|regi\xf3n|sub-?region)",
)
# What leads from the thing counted to whose it is: `member states of the IOM`.
_OF_AFTER: Final = re.compile(r"\s+(?:of|in|de|del|en|\xe0)\s+(?:the\s+|la\s+|l['\u2019]\s*)?|\s+d['\u2019]\s*")
# What parts a number from the date of another one.
_OTHER_NUMBER: Final = re.compile(r"[,;\d]")
_ASIDE: Final = re.compile(r"\A,[^,]*,")
_POSSESSIVE: Final = re.compile(r"['\u2019](?:s\s+|\s+)")
_CLOSED: Final = re.compile(r"\s*(?:[,;.)]|\Z)")
_WORD: Final = re.compile(r"\w")
_LAST_CLAUSE: Final = re.compile(r"[:;]\s")


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

    def __init__(self, reads: Sequence[Read], words: Lexicon, speakers: Speakers) -> None:
        """Take the runs of an article, and read the lists of a lexicon."""
        self._reads = reads
        self._words = words
        self._phrases = FigurePhrases(words)
        self._speakers = speakers
        self._owners = FigureOwners(reads, self._phrases, speakers)

    def of_run(self, number: int) -> Iterator[FigureClaim]:
        """Yield the numbers of one run that are said of the organization.

        Args:
            number: Number of the run.
        """
        read = self._reads[number]
        text = read.run.text
        if not self._phrases.counted.search(text):
            return
        mentions = self._speakers.named.mentions(number)
        for quantity in find_quantities(text, dict.fromkeys((self._words.language, "en"))):
            if quantity.value is None or quantity.qualifier is None or not quantity.number.sure or _is_aside(read, quantity):
                continue
            start, end = read.sentence(quantity.number.start)
            sentence = Sentence(text, start, end, mentions)
            name = self._name(sentence, quantity)
            if name is None or self._is_partial(sentence, quantity, name) or not self._is_ours(number, sentence, quantity, name):
                continue
            part = self._may_be_part(sentence, quantity, name)
            heading = self._phrases.date_label.match(text)
            undated = name == "founded" or (heading is None and self._is_present(sentence, quantity))
            on = None if undated else self._date(sentence, quantity) or (self._iso(heading) if heading else None)
            if on is not None or undated or not self._is_past(sentence, quantity):
                yield FigureClaim(number, name, quantity, on, part)

    def _name(self, sentence: Sentence, quantity: Quantity) -> str | None:
        """Return what a number counts, told from the words beside it."""
        text = sentence.text
        before = text[max(sentence.start, quantity.start - REACH) : quantity.start]
        value = quantity.value or 0
        if FIRST_YEAR <= value <= LAST_YEAR and text[quantity.number.start : quantity.number.end].isdigit():
            founded = self._phrases.founded.search(before) or (
                _CLOSED.match(text, quantity.end) and self._phrases.founded_bare.search(before)
            )
            return "founded" if founded else None
        if self._counted_members(sentence, quantity) or self._phrases.members_before.search(before):
            return "member_states"
        if self._phrases.countries.match(text, quantity.end) and self._phrases.presence.search(before):
            return "presence_countries"
        return "member_states" if self._is_counted_again(sentence, quantity) else None

    def _is_counted_again(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether a number leaves off what was counted before: `165 then, and 175 now`, `166 in 2016`."""
        owner = sentence.last(quantity.start, (ORGANIZATION,))
        beside = owner is not None and sentence.text[owner.end : quantity.start].isspace()
        dated = self._dated_right_behind(sentence, quantity)
        told = beside or self._is_present(sentence, quantity) or dated is not None
        if not told or self._phrases.closed.match(sentence.text, dated.end() if dated else quantity.end) is None:
            return False
        first = max(sentence.start, quantity.start - 2 * REACH)
        counted = [match.end() for match in self._phrases.membership.finditer(sentence.text, first, quantity.start)]
        end = owner.start if beside and owner is not None else quantity.start
        between = re.findall(r"[^\W\d_]+", sentence.text[counted[-1] : end].lower()) if counted else []
        return bool(counted) and all(word in self._phrases.again for word in between)

    def _is_present(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether a number is said of today, whatever else its sentence tells of the past."""
        before = sentence.text[max(sentence.start, quantity.start - REACH) : quantity.start]
        return self._phrases.present.match(sentence.text, quantity.end) is not None or self._phrases.presently.search(before) is not None

    def _counted_members(self, sentence: Sentence, quantity: Quantity) -> re.Match[str] | None:
        """Return the word for members behind a number; the organization may stand in between: `175 IOM member states`."""
        text = sentence.text
        owner = next(iter(sentence.mentions(quantity.end, quantity.end + 3, (ORGANIZATION,))), None)
        named = owner is not None and text[quantity.end : owner.start].isspace()
        return self._phrases.members.match(text, owner.end if owner is not None and named else quantity.end)

    def _named_behind(self, sentence: Sentence, end: int) -> Mention | None:
        """Return the organization, if what is counted is said to be its own: `member states of IOM`."""
        match = _OF_AFTER.match(sentence.text, end)
        named = () if match is None else sentence.mentions(match.end(), match.end() + 1, (ORGANIZATION,))
        return next(iter(named), None)

    def _is_whole(self, sentence: Sentence, quantity: Quantity, *, behind: bool) -> bool:
        """Tell whether the words before a number say that it counts all there are."""
        before = sentence.text[max(sentence.start, quantity.start - REACH) : quantity.start]
        owner = sentence.last(quantity.start, (ORGANIZATION,))
        if owner is not None and _POSSESSIVE.fullmatch(sentence.text, owner.end, quantity.start):
            return True
        return self._phrases.whole.search(before) is not None or (behind and self._phrases.the.search(before) is not None)

    def _is_total(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether the words around a number of member states say that it is that of all there are."""
        before = sentence.text[max(sentence.start, quantity.start - REACH) : quantity.start]
        listed = self._phrases.total.search(before) or self._phrases.members_before.search(before)
        return listed is not None or self._is_present(sentence, quantity)

    def _may_be_part(self, sentence: Sentence, quantity: Quantity, name: str) -> bool:
        """Tell whether nothing says that a number counts all there are."""
        before = sentence.text[max(sentence.start, quantity.start - REACH) : quantity.start]
        if name == "member_states":
            return not (self._is_total(sentence, quantity) or self._is_whole(sentence, quantity, behind=False))
        match = self._phrases.presence.search(before) if name == "presence_countries" else None
        return (
            match is not None
            and self._phrases.parts.match(match[0]) is not None
            and self._phrases.total.search(before[: match.start()]) is None
        )

    def _is_partial(self, sentence: Sentence, quantity: Quantity, name: str) -> bool:
        """Tell whether a number is that of a part only, or of something else."""
        text = sentence.text
        if name == "founded":
            return False
        before = text[max(sentence.start, quantity.start - REACH) : quantity.start]
        members = name == "member_states"
        counted = self._counted_members(sentence, quantity) if members else self._phrases.countries.match(text, quantity.end)
        if members and counted and self._phrases.refused_before.search(before) and not self._is_total(sentence, quantity):
            return True
        end = counted.end() if counted else quantity.end
        behind = self._named_behind(sentence, end) if members else None
        if behind is not None:
            end = behind.end
        is_placed = _PLACE_AFTER.match(text, end) is not None and self._phrases.date_behind.match(text, end) is None
        if is_placed or self._phrases.refused_after.match(text, end) is not None:
            return True
        return self._phrases.acts_after.match(text, end) is not None and not self._is_whole(sentence, quantity, behind=behind is not None)

    def _is_ours(self, number: int, sentence: Sentence, quantity: Quantity, name: str) -> bool:
        """Tell whether a number is said of the organization."""
        counted = self._counted_members(sentence, quantity) if name == "member_states" else None
        if counted is not None and (
            sentence.mentions(quantity.end, counted.start(), (ORGANIZATION,)) or self._named_behind(sentence, counted.end())
        ):
            return True
        return self._owners.is_ours(number, sentence, quantity, name)

    def _is_past(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether a number without a date is set in the past."""
        own = sentence.last(quantity.start, OURS)
        start = max(sentence.start, quantity.start - REACH) if own is None else max(own.start, quantity.start - 2 * REACH)
        for match in self._phrases.past.finditer(sentence.text, start, min(sentence.end, quantity.end + REACH)):
            if match.end() <= quantity.start:
                return True
            if self._phrases.next_clause.search(sentence.text, quantity.end, match.start()):
                # `It has 175 member states, and it wants more.`
                continue
            # `up from` tells the past of what follows it, and `, if one trusts the paper` doubts the number without another.
            doubted = match[0].lower() in self._words.conditions and sentence.text[quantity.end : match.start()].rstrip().endswith(",")
            if not doubted and match[0].lower().split()[-1] not in self._words.phrase_prepositions:
                return True
        return False

    def _date(self, sentence: Sentence, quantity: Quantity) -> str | None:
        """Return the date for which a number is said, where one stands at the start of its sentence or beside it."""
        text = sentence.text
        beside = self._dated_right_behind(sentence, quantity)
        if beside is not None:
            return self._iso(beside)
        first, last = max(sentence.start, quantity.start - 2 * REACH), min(sentence.end, quantity.end + 2 * REACH)
        for match in self._phrases.dates.finditer(text, first, last):
            before = match.end() <= quantity.start
            between = text[match.end() : quantity.start] if before else text[quantity.end : match.start()]
            if quantity.start <= match.start("year") < quantity.end or self._phrases.founded.search(
                text[max(0, match.start("year") - REACH) : match.start("year")]
            ):
                continue
            if before:
                leads = _WORD.search(_LAST_CLAUSE.split(text[sentence.start : match.start()])[-1]) is None
                if between.startswith(",") and text[first : match.start()].rstrip().endswith(","):
                    # `When she left, in 2016, it had`: the date is an aside.
                    between = between[1:]
                elif leads:
                    # `In 1998, the paper says, it had`: who tells it is one.
                    between = _ASIDE.sub(" ", between, count=1)
                between = self._phrases.date_link.sub(" ", between)
                # A verb of saying between them dates what is said, not the number.
                if (leads or "," not in between) and len(between) <= REACH and not self._speakers.says(between):
                    return self._iso(match)
            elif len(between.split()) <= 6 and _OTHER_NUMBER.search(between) is None:
                return self._iso(match)
        return None

    def _dated_right_behind(self, sentence: Sentence, quantity: Quantity) -> re.Match[str] | None:
        """Return the date right behind a number and what it counts: `165 member states in 2015`, `166 in 2016`."""
        counted = self._counted_members(sentence, quantity)
        return self._phrases.date_behind.match(sentence.text, counted.end() if counted else quantity.end, sentence.end)

    def _iso(self, match: re.Match[str]) -> str:
        year, month, day = match["year"], match["month"], match["day"] or match["day2"]
        if month is None:
            return year
        number = next(index for index, names in enumerate(self._words.months, 1) if month.lower() in [name.lower() for name in names])
        return f"{year}-{number:02}" if day is None or not 1 <= int(day) <= 28 else f"{year}-{number:02}-{int(day):02}"


def _is_aside(read: Read, quantity: Quantity) -> bool:
    return any(start < quantity.end and quantity.start < end for start, end in read.run.aside)
