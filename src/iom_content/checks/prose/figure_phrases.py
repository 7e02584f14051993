"""The phrases beside numbers that are said of the organization, as expressions, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from iom_content.checks.prose.phrases import alternatives, spelled
from iom_content.language.lexicon import Lexicon

__all__ = ["FIRST_YEAR", "LAST_YEAR", "FigurePhrases"]

FIRST_YEAR: Final = 1900
"""The first number that may be a year of founding."""
LAST_YEAR: Final = 2100
"""The last one."""
_YEAR: Final = r"(?:19|20)\d\d"


class FigurePhrases:
    """Expressions made of the lists of a lexicon, each when it is first asked for."""

    def __init__(self, words: Lexicon) -> None:
        """Keep the lists."""
        self._words = words

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """Anything that may be counted, or lead to a year."""
        words = self._words
        return re.compile(
            _either(
                (
                    *words.claim_members,
                    *words.claim_members_before,
                    *words.claim_memberships,
                    *words.claim_presence_after,
                    # Other words may part what a phrase starts with from its end.
                    *(phrase.rpartition(" ")[0] for phrase in words.claim_founded_before),
                    *words.claim_founded_bare,
                )
            ),
            re.IGNORECASE,
        )

    @cached_property
    def counted_and(self) -> re.Pattern[str]:
        """What is counted, with a word or a semicolon that leads to a second predicate."""
        words = self._words
        return re.compile(
            rf"{_either((*words.claim_members, *words.claim_presence_after))}(?:\s*,?\s+{_either(words.coordinators)}|\s*;)", re.IGNORECASE
        )

    @cached_property
    def members(self) -> re.Pattern[str]:
        """Members, behind a number."""
        return re.compile(rf"(?:\s*-\s*|\s+){_either(self._words.claim_members)}", re.IGNORECASE)

    @cached_property
    def members_before(self) -> re.Pattern[str]:
        """Membership, before a number."""
        return re.compile(rf"{_either(self._words.claim_members_before)}\s*\Z", re.IGNORECASE)

    @cached_property
    def countries(self) -> re.Pattern[str]:
        """Countries, behind a number."""
        return re.compile(rf"(?:\s*-\s*|\s+){_either(self._words.claim_presence_after)}", re.IGNORECASE)

    @cached_property
    def presence(self) -> re.Pattern[str]:
        """Presence in countries, before a number."""
        words = self._words
        return re.compile(
            rf"{_either(words.claim_presence_before)}(?:\s+[\w'\u2019-]+){{0,6}}?\s+{_either(words.claim_presence_links)}\s+(?:{_either(words.claim_presence_fillers)}\s+)?\Z"
            rf"|{_either(words.claim_presence_before)}\s+{_either(words.claim_presence_links)}\s*\Z|(?<!\w)spans\s+\Z"
            rf"|{_either(words.claim_presence_direct)}\s+\Z",
            re.IGNORECASE,
        )

    @cached_property
    def founded(self) -> re.Pattern[str]:
        """Founding, before a year."""
        phrases = sorted(self._words.claim_founded_before, key=len, reverse=True)
        parted = [phrase.rpartition(" ") for phrase in phrases]
        heads = "|".join(
            rf"{spelled(head)}(?:\s+(?:in|at|en|\xe0)\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?,?)?\s+{spelled(last)}" for head, _, last in parted
        )
        return re.compile(rf"(?<!\w)(?P<phrase>{heads})\s+\Z", re.IGNORECASE)

    @cached_property
    def founded_bare(self) -> re.Pattern[str]:
        """Founding, right before a year that ends its phrase: `IOM (founded 1951)`."""
        return re.compile(rf"{_either(self._words.claim_founded_bare)}\.?\s+\Z", re.IGNORECASE)

    @cached_property
    def founded_link(self) -> frozenset[str]:
        """The words that may stand between the organization and that."""
        return frozenset(word.lower() for word in self._words.claim_founded_link)

    @cached_property
    def refused_before(self) -> re.Pattern[str]:
        """What makes a number that of a part, before it."""
        return re.compile(rf"{_either(self._words.claim_refusals_before)}\s*\Z", re.IGNORECASE)

    @cached_property
    def refused_after(self) -> re.Pattern[str]:
        """What makes a number that of a part, behind what is counted."""
        return re.compile(rf"\s+{_either(self._words.claim_refusals_after)}", re.IGNORECASE)

    @cached_property
    def acts_after(self) -> re.Pattern[str]:
        """What members do, behind them."""
        return re.compile(rf"\s+{_either(self._words.claim_acts_after)}", re.IGNORECASE)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """What says that all are counted, before a number."""
        return re.compile(rf"{_either(self._words.claim_whole_before)}\s*\Z", re.IGNORECASE)

    @cached_property
    def the(self) -> re.Pattern[str]:
        """Articles that say so where the organization is named behind."""
        return re.compile(rf"{_either(self._words.claim_the)}\s*\Z", re.IGNORECASE)

    @cached_property
    def total(self) -> re.Pattern[str]:
        """What says that a number is a total, before it."""
        return re.compile(rf"{_either(self._words.claim_total_before)}\s*\Z", re.IGNORECASE)

    @cached_property
    def parts(self) -> re.Pattern[str]:
        """Words for presence that may be that in a part of the countries."""
        return re.compile(_either(self._words.claim_presence_parts), re.IGNORECASE)

    @cached_property
    def aside(self) -> re.Pattern[str]:
        """What leads to a name that the sentence does not tell of, before it."""
        return re.compile(rf",\s+{_either(self._words.claim_asides)}\s+(?:{_either(self._words.claim_the)}\s+)?\Z", re.IGNORECASE)

    @cached_property
    def pronoun(self) -> re.Pattern[str]:
        """A pronoun that stands for a body, as the subject of a sentence: `It has`, `In 2016, it had`, `Today its members`."""
        words = self._words
        lead = rf"{_either(words.phrase_prepositions)}\s[^,;:]{{0,60}}?,?\s+|{_either((*words.claim_present, *words.coordinators))}\s*,?\s+"
        label = r"[^\W\d_]{1,12}[.:)]\s+"
        return re.compile(rf"\s*(?:{label})?(?:{lead})?{self._it}", re.IGNORECASE)

    @cached_property
    def pronoun_before(self) -> re.Pattern[str]:
        """The same before a number: `the leaflet says that it has`."""
        return re.compile(rf"{self._it}(?:['\u2019]s)?(?:\s+[^\W\d_]+){{0,3}}\s*\Z", re.IGNORECASE)

    @property
    def _it(self) -> str:
        return _either((*(self._words.neuter_pronouns or self._words.speaker_pronouns), *self._words.neuter_possessives))

    @cached_property
    def present(self) -> re.Pattern[str]:
        """What says that a number is that of today, behind it and what is counted."""
        return re.compile(rf"(?:\s+{_either(self._words.claim_members)})?\s*,?\s+{_either(self._words.claim_present)}", re.IGNORECASE)

    @cached_property
    def presently(self) -> re.Pattern[str]:
        """The same, before it."""
        return re.compile(rf"{_either(self._words.claim_present)}(?:\s+[\w'\u2019]+){{0,3}}\s+\Z", re.IGNORECASE)

    @cached_property
    def membership(self) -> re.Pattern[str]:
        """What a later number in the sentence may leave off."""
        return re.compile(_either((*self._words.claim_members, *self._words.claim_memberships)), re.IGNORECASE)

    @cached_property
    def again(self) -> frozenset[str]:
        """The words that may stand between that and the number."""
        words = self._words
        listed = (*words.claim_again, *words.light_words, *words.phrase_prepositions, *words.neuter_pronouns)
        return frozenset(word.lower() for word in (*listed, *(name for names in words.months for name in names)))

    @cached_property
    def closed(self) -> re.Pattern[str]:
        """The end of a phrase behind a number, perhaps after a word that says it is that of today."""
        return re.compile(
            rf"(?:\s+{_either(self._words.claim_present)})?\s*(?:[,;.)]|\Z|{_either(self._words.coordinators)})", re.IGNORECASE
        )

    @cached_property
    def reported(self) -> re.Pattern[str]:
        """What leads from a verb of reporting to a clause on a body: `that it`."""
        words = self._words
        return re.compile(rf"{_either(words.subordinators)}\s+{_either(words.neuter_pronouns)}", re.IGNORECASE)

    @cached_property
    def past(self) -> re.Pattern[str]:
        """The undated past."""
        return re.compile(_either(self._words.past_cues), re.IGNORECASE)

    @cached_property
    def next_clause(self) -> re.Pattern[str]:
        """What leads to another clause on the same body."""
        words = self._words
        return re.compile(rf",\s+{_either(words.coordinators)}\s+{self._it}", re.IGNORECASE)

    @cached_property
    def date_link(self) -> re.Pattern[str]:
        """What leads from a date to what was true then: `2016, when it had`."""
        return re.compile(rf"\A,\s+{_either(self._words.date_links)}", re.IGNORECASE)

    @cached_property
    def date_label(self) -> re.Pattern[str]:
        """A date that heads what was true then, at the start of a paragraph or an item: `2016 – IOM has`."""
        return re.compile(rf"\W*{self._date}\s*(?:[:\u2013\u2014]|--?\s)", re.IGNORECASE)

    @cached_property
    def dates(self) -> re.Pattern[str]:
        """A date for which a number is said."""
        before = _either(self._words.date_words)
        parts = r"(?:the\s+end\s+of\s+|late\s+|early\s+|mid-?|the\s+year\s+)?"
        return re.compile(rf"{before}\s+{parts}{self._date}", re.IGNORECASE)

    @property
    def _date(self) -> str:
        months = "|".join(re.escape(name) for names in self._words.months for name in names)
        day = r"(?:(?P<day>\d{1,2})(?:er|\xba)?\s+(?:de\s+)?)?"
        month = rf"(?:(?P<month>{months})\.?\s+(?:de\s+|del\s+)?(?:(?P<day2>\d{{1,2}}),?\s+)?)?"
        return rf"{day}{month}(?P<year>{_YEAR})(?![\w-])"

    @cached_property
    def date_behind(self) -> re.Pattern[str]:
        """The same, right behind what is dated."""
        return re.compile(rf"\s+{self.dates.pattern}", re.IGNORECASE)


def _either(phrases: Iterable[str]) -> str:
    return rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)"
