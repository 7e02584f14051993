"""The official words that quotations are compared with, taken apart once for each catalog."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from typing import Final

from iom_content.checks.quotes.reading import Reading, is_group
from iom_content.checks.quotes.units import units_of
from iom_content.dataset.given import Held
from iom_content.errors import NotFound
from iom_content.language.guards import NEGATION, NUMBER, Guards, guards_of_language
from iom_content.language.guess import language_of_text
from iom_content.language.words import Token, tokens_of
from iom_content.model.catalog import Catalog
from iom_content.model.organization import Section
from iom_content.model.quote_check import Passage
from iom_content.model.statement import Statement
from iom_content.query.labels import labelled, page_of

__all__ = ["Official", "official_texts", "texts_within"]


class Official:
    """One text that may be quoted as a whole: a statement's title and blocks, or a section's title or summary alone.

    The tokens of its blocks stand in one row; a quotation may run on from one block into the next.
    """

    def __init__(
        self, value: Statement | Section, blocks: tuple[tuple[str, str], ...], languages: tuple[str, ...], catalog: Catalog
    ) -> None:
        """Keep the blocks; taking them apart waits until a quotation asks for them."""
        self.value = value
        self.catalog = catalog
        if isinstance(value, Statement):
            url = value.url
        else:
            page = page_of(value, catalog)
            url = page.capture.url if page is not None else None
        self.url = url
        self.languages = languages
        self.labels: tuple[str, ...] = tuple(label for label, _ in blocks)
        self.texts: tuple[str, ...] = tuple(text for _, text in blocks)

    @cached_property
    def guards(self) -> Guards:
        """The guards of its languages; where none is known, of the one that its words tell."""
        return guards_of_language(*(self.languages or (language_of_text(" ".join(self.texts)),)))

    @cached_property
    def _parted(self) -> tuple[tuple[Token, ...], tuple[int, ...]]:
        tokens: list[Token] = []
        firsts: list[int] = []
        for text in self.texts:
            firsts.append(len(tokens))
            tokens += tokens_of(text, self.guards.words)
        return tuple(tokens), tuple(firsts)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of all blocks; their places are those in the block's own text."""
        return self._parted[0]

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """For each block the index of its first token."""
        return self._parted[1]

    @cached_property
    def keys(self) -> list[str]:
        """The keys of the tokens."""
        return [token.key for token in self.tokens]

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """For each key the indexes of its tokens."""
        postings: dict[str, list[int]] = {}
        for index, key in enumerate(self.keys):
            postings.setdefault(key, []).append(index)
        return postings

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs."""
        return Counter(token.key for token in self.tokens if token.word)

    @cached_property
    def words(self) -> list[int]:
        """The indexes of the words; further groups of the digits of a number are none by themselves."""
        return [index for index, token in enumerate(self.tokens) if token.word and not is_group(token)]

    @cached_property
    def heads(self) -> dict[str, list[str]]:
        """The words by their first two letters."""
        heads: dict[str, list[str]] = {}
        for word in self.counts:
            heads.setdefault(word[:2], []).append(word)
        return heads

    @cached_property
    def units(self) -> tuple[int, ...]:
        """For each token the number of its unit: a sentence, or an aside within one."""
        return units_of(self.tokens, self.firsts, self.texts, self.guards.words)

    def raw(self, index: int) -> str:
        """Return a token as it is written."""
        token = self.tokens[index]
        return self.texts[self.block_of(index)][token.start : token.end]

    def is_number(self, index: int) -> bool:
        """Tell whether a token is a number; an article is one within a number or where a share follows: `un sur huit`."""
        guards = self.guards
        if self.keys[index] not in guards.articles:
            return guards.is_number(self.keys[index])
        before = [self.keys[at] for at in islice(self._words(index - 1, -1), 2)]
        after = [self.keys[at] for at in islice(self._words(index + 1, 1), _SHARE)]
        within = any(map(guards.is_number, after[:1])) or (len(before) > 1 and before[0] in guards.joiners and guards.is_number(before[1]))
        return within or any(link in guards.words.share_links and guards.is_number(number) for link, number in pairwise(after))

    def kinds_at(self, index: int) -> set[str]:
        """Return as what a token is guarded where it stands.

        Args:
            index: The token.
        """
        return {NUMBER} if self.is_number(index) else self.kinds_beside(self.keys[index], index)

    def kinds_beside(self, key: str, place: int) -> set[str]:
        """Return as what a word is guarded among the words of a place.

        Args:
            key: The word's key.
            place: The token that it stands for or before.
        """
        partners = self.guards.half_negations.get(key)
        if partners is None:
            return self.guards.kinds_of(key)
        units = self.units[max(0, place - 1) : place + 1]
        around = (key for key, unit in zip(self.keys, self.units, strict=True) if unit in units)
        return set() if partners.isdisjoint(around) else {NEGATION}

    def _words(self, index: int, step: int) -> Iterator[int]:
        """Yield the words from a token on, one way or the other, to the end of its unit."""
        unit = self.units[index - step]
        while 0 <= index < len(self.tokens) and self.units[index] == unit:
            if self.tokens[index].word:
                yield index
            index += step

    def block_of(self, index: int) -> int:
        """Return the number of the block in which a token stands."""
        return bisect_right(self.firsts, index) - 1

    def starts_word(self, index: int) -> bool:
        """Tell whether a token does not go on with the word before it."""
        return index >= len(self.tokens) or not self.tokens[index].joined

    def ends_word(self, index: int) -> bool:
        """Tell whether a word ends before a token; a possessive ending may be left off."""
        if index >= len(self.tokens) or not self.tokens[index].joined:
            return True
        return self.keys[index] in self.guards.words.possessive_endings

    def widened(self, first: int, last: int) -> tuple[int, int]:
        """Return a range of tokens widened to whole words."""
        while first > 0 and self.tokens[first].joined:
            first -= 1
        while not self.ends_word(last):
            last += 1
        return first, last

    def covering(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return the range of tokens that a range of code points of one block touches."""
        low = self.firsts[number]
        high = self.firsts[number + 1] if number + 1 < len(self.firsts) else len(self.tokens)
        first = bisect_right(self.tokens, start, low, high, key=_end_of)
        return first, bisect_left(self.tokens, end, first, high, key=_start_of)

    def may_hold(self, reading: Reading) -> bool:
        """Tell whether every quoted word occurs often enough for the quotation to stand here, brackets and broken words aside."""
        return all(count <= self.counts.get(key, 0) for key, count in reading.plain.items())

    def passages(self, first: int, last: int) -> tuple[Passage, ...]:
        """Return the passages of a range of tokens, one for each block."""
        found: list[Passage] = []
        while first < last:
            number = self.block_of(first)
            end = min(last, self.firsts[number + 1] if number + 1 < len(self.firsts) else last)
            found.append(self.passage(number, self.tokens[first].start, self.tokens[end - 1].end))
            first = end
        return tuple(found)

    def passage(self, number: int, start: int, end: int) -> Passage:
        """Return the passage of a range of code points in one block."""
        text = self.texts[number]
        return Passage(
            value_id=self.value.id, label=self.labels[number], text=text[start:end], start=start, end=end, block_text=text, url=self.url
        )


def _start_of(token: Token) -> int:
    return token.start


def _end_of(token: Token) -> int:
    return token.end


def official_texts(catalog: Catalog) -> tuple[Official, ...]:
    """Return every text of a catalog that may be quoted: statements first, then sections, each in its order.

    Args:
        catalog: The dataset.
    """
    return _texts_of(Held(catalog))


def texts_within(catalog: Catalog, within: str | None) -> tuple[Official, ...]:
    """Return the texts of one statement or section, or all.

    Args:
        catalog: The dataset.
        within: Id of a statement or section; all texts if it is None.

    Raises:
        NotFound: There is neither statement nor section of that id.
    """
    texts = official_texts(catalog)
    if within is None:
        return texts
    found = tuple(text for text in texts if text.value.id == within)
    if not found:
        near = (*catalog.statements.near(within), *catalog.sections.near(within))
        raise NotFound("statement or section", str(within), near, () if near else (*catalog.statements, *catalog.sections)[:_NAMED])
    return found


# How many words after an article are looked at for the number that it is a share of.
_SHARE: Final = 3
_NAMED: Final = 12
_KEPT: Final = 8


@lru_cache(maxsize=_KEPT)
def _texts_of(held: Held) -> tuple[Official, ...]:
    catalog = held.catalog
    statements = [Official(value, labelled(value), _languages_of(value), catalog) for value in catalog.statements.values()]
    sections = [
        Official(value, ((f"{value.id}.{label}", text),), (_language_of(value),), catalog)
        for value in catalog.sections.values()
        for label, text in labelled(value)
    ]
    return (*statements, *sections)


def _languages_of(statement: Statement) -> tuple[str, ...]:
    """Return the languages of a statement, its own first."""
    tags = (statement.language, *(block.language for block in statement.blocks))
    return tuple(dict.fromkeys(tag for tag in tags if tag is not None))


def _language_of(section: Section) -> str:
    """Return the language of a section: ids of other languages than English start with its tag."""
    start, slash, _ = section.id.partition("/")
    return start if slash and len(start) == _TAG else "en"


_TAG: Final = 2
