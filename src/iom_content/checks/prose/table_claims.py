"""Numbers that a table says of the organization: a cell alone is no sentence, its row and the head of its column tell the rest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from iom_content.checks.prose.figure_claims import FigureClaim
from iom_content.checks.prose.figure_phrases import FIRST_YEAR, LAST_YEAR, FigurePhrases
from iom_content.checks.prose.mentions import BODY, GENERIC, ORGANIZATION, UMBRELLA
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.speakers import Speakers
from iom_content.language.lexicon import Lexicon
from iom_content.language.quantities import Quantity, find_quantities

__all__ = ["TableClaims"]

_YEAR: Final = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")
# What a label may end with, and what may follow a number without being counted.
_NOTE: Final = re.compile(r"\s*\([^()]*\)\s*\Z")
_MARKS: Final = " \t\n*:.,\u2020\u2013\u2014\xa0-"
_POSSESSIVE: Final = re.compile(r"\A['\u2019]s?(?!\w)")
_LONGEST_DATE: Final = 3
_LONGEST_LABEL: Final = 120
_MOST_BEHIND: Final = 2
# How far from a cell the others of its row are read.
_MOST_CELLS: Final = 12


class TableClaims:
    """Finds the numbers that the tables of an article say of the organization."""

    def __init__(self, reads: Sequence[Read], words: Lexicon, speakers: Speakers) -> None:
        """Take the runs of an article, and read the lists of a lexicon."""
        self._reads = reads
        self._words = words
        self._phrases = FigurePhrases(words)
        self._speakers = speakers
        self._labels = (
            ("member_states", frozenset(words.table_members)),
            ("presence_countries", frozenset(words.table_presence)),
            ("founded", frozenset(words.table_founded)),
        )
        # The runs of each row, and for each column of a table those of its first row.
        self._rows: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._heads: dict[tuple[int, int], int] = {}
        self._places: dict[int, int] = {}
        for number, read in enumerate(reads):
            cell = read.run.cell
            if cell is not None:
                self._places[number] = len(self._rows[cell.table, cell.row])
                self._rows[cell.table, cell.row].append(number)
                if cell.row == 0:
                    self._heads.setdefault((cell.table, cell.column), number)

    def of_run(self, number: int) -> Iterator[FigureClaim]:
        """Yield the number that one cell says of the organization.

        Args:
            number: Number of its run.
        """
        cell, text = self._reads[number].run.cell, self._reads[number].run.text
        if cell is None or cell.row == 0 or self._names(number):
            return
        head = self._heads.get((cell.table, cell.column))
        place = self._places[number]
        before = self._rows[cell.table, cell.row][max(0, place - _MOST_CELLS) : place]
        beside = [*([] if head is None else [head]), *before]
        named = {kind for each in beside for kind in self._names(each)}
        if not named & {ORGANIZATION, GENERIC} or named & {BODY, UMBRELLA} or not all(map(self._is_plain, beside)):
            return
        quantities = list(find_quantities(text, dict.fromkeys((self._words.language, "en"))))
        if len(quantities) != 1 or quantities[0].value is None or quantities[0].qualifier is None:
            return
        name = self._name(text, quantities[0], beside)
        if name is not None:
            yield FigureClaim(number, name, quantities[0], None if name == "founded" else self._date(number, beside))

    def _names(self, number: int) -> set[str]:
        return {mention.kind for mention in self._speakers.named.mentions(number)}

    def _name(self, text: str, quantity: Quantity, beside: Sequence[int]) -> str | None:
        """Return what a number counts: told in its cell, or by a cell beside it or the head of its column."""
        before, after = text[: quantity.start].strip(_MARKS), _NOTE.sub("", text[quantity.end :]).strip(_MARKS)
        is_year = FIRST_YEAR <= (quantity.value or 0) <= LAST_YEAR
        if self._phrases.members.fullmatch(f" {after}") and not before:
            return "member_states"
        if self._phrases.presence.search(text[: quantity.start]) and self._phrases.countries.fullmatch(f" {after}"):
            return "presence_countries"
        labels = {self._label(each) for each in beside}
        for name, listed in self._labels:
            counted = name == "presence_countries" and self._phrases.countries.fullmatch(f" {after}")
            if (
                any(self._tells(label, listed) for label in labels)
                and is_year == (name == "founded")
                and not before
                and (not after or counted)
            ):
                return name
        return None

    def _is_plain(self, number: int) -> bool:
        """Tell whether a cell that names the organization tells no more than what is counted: `IOM today`, but not `fans of IOM`."""
        label = self._label(number)
        return not self._names(number) or len(label.split()) <= 1 or any(self._tells(label, listed) for _, listed in self._labels)

    def _tells(self, label: str, listed: frozenset[str]) -> bool:
        """Tell whether a label is one of some, perhaps with a word or two behind: `members today`, but not `members of staff`."""
        words = label.split()
        ends = [number for number in range(len(words) + 1) if " ".join(words[:number]) in listed]
        behind = words[ends[-1] :] if ends else []
        return bool(ends) and len(behind) <= _MOST_BEHIND and not {*behind[:1]} & {*self._words.belonging, *self._words.pronouns}

    def _label(self, number: int) -> str:
        """Return what a cell tells, the name of the organization left out."""
        text = self._reads[number].run.text
        if len(text) > _LONGEST_LABEL:
            return text
        for mention in reversed(self._speakers.named.mentions(number)):
            if mention.kind == ORGANIZATION:
                text = text[: mention.start] + _POSSESSIVE.sub("", text[mention.end :])
        words = _NOTE.sub("", text).strip(_MARKS).lower().split()
        # `Member states of IOM`.
        return " ".join(words[:-1] if words and words[-1] in self._words.belonging else words)

    def _date(self, number: int, beside: Sequence[int]) -> str | None:
        """Return the year that a cell of the row, or the head of the column, tells; that of founding dates nothing."""
        cell = self._reads[number].run.cell
        assert cell is not None
        place = self._places[number]
        for each in dict.fromkeys((*beside, *self._rows[cell.table, cell.row][max(0, place - _MOST_CELLS) : place + _MOST_CELLS])):
            other = self._reads[each].run.cell
            head = None if other is None else self._heads.get((other.table, other.column))
            text = self._reads[each].run.text
            years = _YEAR.findall(text)
            is_date = len(years) == 1 and (each == head or len(text.split()) <= _LONGEST_DATE)
            if each != number and is_date and (head is None or self._label(head) not in self._words.table_founded):
                return str(years[0])
        return None
