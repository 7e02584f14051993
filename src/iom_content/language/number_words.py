"""How number words of a language make a number: the words are data, the grammar is the same for all.

A number is a chain of parts that grow smaller: what is below a hundred, hundreds, and multiples of larger and larger
words. Each word says below what the next one must be, so that no two readings of a chain exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from iom_content.language.folding import fold
from iom_content.language.lexicon import Lexicon, lexicon, lexicons

__all__ = ["NumberWords", "languages_with_numbers", "number_words_of", "split_words"]

_HUNDRED: Final = 100
_THOUSAND: Final = 1000


class _Base(NamedTuple):
    """A word with a value below a thousand."""

    words: tuple[str, ...]
    value: int
    below: int


class _Multiplier(NamedTuple):
    """A word that multiplies."""

    value: int
    alone: bool


class _Joiner(NamedTuple):
    """A word between two parts."""

    least: int
    most: int
    followers: frozenset[int]


class NumberWords:
    """The number words of one language, ready to read."""

    def __init__(self, words: Lexicon) -> None:
        """Read the lists of a lexicon."""
        self.ones: frozenset[str] = _singles(words.number_ones)
        self.ordinals: frozenset[str] = _singles(words.number_ordinals)
        self.pronouns: frozenset[str] = _singles(words.number_pronouns)
        self.marks: frozenset[str] = frozenset(words.number_marks)
        self.centuries: frozenset[int] = frozenset(words.number_centuries)
        self.multipliers: dict[str, _Multiplier] = {
            fold(word): _Multiplier(value, alone) for word, value, alone in words.number_multipliers
        }
        self.joiners: dict[str, _Joiner] = {
            fold(word): _Joiner(least, most, frozenset(values)) for word, least, most, values in words.number_joiners
        }
        self._bases: dict[str, list[_Base]] = {}
        for word, value, below in sorted(words.numbers, key=_length):
            parts = split_words(word)
            self._bases.setdefault(parts[0], []).append(_Base(parts, value, below))
        exact = {part for bases in self._bases.values() for base in bases for part in base.words} | {*self.multipliers}
        listed = {part for word in words.number_words for part in split_words(word)}
        self.vague: frozenset[str] = frozenset(listed - exact) | {word for word, each in self.multipliers.items() if not each.alone}
        """Words that by themselves have no exact value."""
        self.all: frozenset[str] = frozenset((exact | listed) - {part for word in words.number_articles for part in split_words(word)})
        """Every number word that is nothing else besides."""
        self.known: frozenset[str] = self.all | exact | self.ones
        """Every word with which a number may begin."""

    def base_at(self, words: Sequence[str], at: int) -> _Base | None:
        """Return the longest word with a value of its own that begins at a place."""
        for base in self._bases.get(words[at], ()) if at < len(words) else ():
            if tuple(words[at : at + len(base.words)]) == base.words:
                return base
        return None

    def multiplier_at(self, words: Sequence[str], at: int) -> _Multiplier | None:
        """Return the multiplying word at a place."""
        return self.multipliers.get(words[at]) if at < len(words) else None

    def read(self, words: Sequence[str], at: int) -> tuple[int, int] | None:
        """Return the value of the longest number that begins at a place, and how many words it has.

        Args:
            words: Folded words that stand side by side.
            at: The place of the first one.

        Example:
            >>> number_words_of("en").read("one hundred and seventy five states".split(), 0)
            (175, 5)
        """
        if at >= len(words) or words[at] not in self.known:
            return None
        chain = _Chain(self, words, at)
        while chain.take():
            pass
        return (chain.value, chain.at - at) if chain.at > at else None

    def is_vague(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a word without an exact value, or an ordinal, stands at a place, perhaps behind an article."""
        if at + 1 < len(words) and words[at] in self.ones:
            at += 1
        return at < len(words) and (words[at] in self.vague or words[at] in self.ordinals)


class _Chain:
    """A number as far as it has been read."""

    def __init__(self, language: NumberWords, words: Sequence[str], at: int) -> None:
        self.language = language
        self.words = words
        self.start = self.at = at
        self.parts: list[tuple[int, int]] = []
        """Multiples of large words: by what each was multiplied, and the product; they grow smaller."""
        self.group = 0
        """What is below a thousand and not yet multiplied."""
        self.below = _THOUSAND
        """Below what the next word must be."""
        self.joined = False
        """Whether a joiner behind a hundred or more was used in this group."""
        self.closed = False
        """Whether nothing may follow."""

    @property
    def value(self) -> int:
        return self.group + sum(product for _, product in self.parts)

    def take(self) -> bool:
        """Read one more part; return False where the number ends."""
        return not self.closed and (self._take_multiplier() or self._take_base(self.at) or self._take_joined() or self._take_one())

    def _take_base(self, at: int) -> bool:
        base = self.language.base_at(self.words, at)
        if base is None:
            return False
        if not (base.value or self.at == self.start) or base.value >= self.below:
            return self._take_year(base)
        self.group += base.value
        self.below = base.below
        self.closed = base.value == 0
        self.at = at + len(base.words)
        return True

    def _take_year(self, base: _Base) -> bool:
        """Read `nineteen fifty-one`: a century and the year in it."""
        if self.parts or self.group not in self.language.centuries or not 10 <= base.value < _HUNDRED:
            return False
        self.group = self.group * _HUNDRED + base.value
        self.below = base.below
        self.at += len(base.words)
        if self.language.base_at(self.words, self.at) is not None:
            self._take_base(self.at)
        self.closed = True
        return True

    def _take_multiplier(self) -> bool:
        found = self.language.multiplier_at(self.words, self.at)
        if found is None or not (self._hundred(found) if found.value < _THOUSAND else self._large(found)):
            return False
        self.at += 1
        return True

    def _hundred(self, found: _Multiplier) -> bool:
        if not self.group and found.alone:
            self.group = found.value
        elif (1 if found.alone else 0) < self.group < _HUNDRED and not self.joined:
            self.group *= found.value
        else:
            return False
        self.below = found.value
        return True

    def _large(self, found: _Multiplier) -> bool:
        smaller = [part for part in self.parts if part[0] < found.value]
        factor = self.group + sum(product for _, product in smaller)
        kept = self.parts[: len(self.parts) - len(smaller)]
        if (kept and kept[-1][0] == found.value) or (factor == 0 and not found.alone) or (factor == 1 and found.alone):
            return False
        self.parts = [*kept, (found.value, max(1, factor) * found.value)]
        self.group = 0
        self.below = _THOUSAND
        self.joined = False
        return True

    def _take_joined(self) -> bool:
        joiner = self.language.joiners.get(self.words[self.at]) if self.start < self.at < len(self.words) else None
        base = self.language.base_at(self.words, self.at + 1)
        if joiner is None or base is None or not joiner.least <= self._place() <= joiner.most:
            return False
        if not 0 < base.value < self.below or (joiner.followers and base.value not in joiner.followers):
            return False
        self.joined = self.joined or self._place() >= _HUNDRED
        return self._take_base(self.at + 1)

    def _place(self) -> int:
        """Return the decimal place at which the number ends so far: 10 after tens, 100 after hundreds.

        After ones nothing is added, so that their place does not matter.
        """
        if not self.group:
            return self.parts[-1][0]
        return _HUNDRED if self.group % _HUNDRED == 0 else 10

    def _take_one(self) -> bool:
        """Read the article of `a hundred`."""
        here = self.at == self.start and self.words[self.at] in self.language.ones
        if not here or self.language.multiplier_at(self.words, self.at + 1) is None:
            return False
        self.group = 1
        self.at += 1
        if not self._take_multiplier():
            # The multiplier stands alone in this language: the article before it is one.
            self.group = 0
            self.at = self.start
            return False
        return True


def split_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a number as a lexicon writes it.

    Example:
        >>> split_words("Quatre-vingts")
        ('quatre', 'vingts')
    """
    return tuple(fold(text).replace("-", " ").split())


@cache
def number_words_of(language: str) -> NumberWords:
    """Return the number words of a language that has a lexicon.

    Args:
        language: One of `lexicon.languages()`.

    Example:
        >>> number_words_of("fr").read(["quatre", "vingt", "onze"], 0)
        (91, 3)
    """
    return NumberWords(lexicon(language))


@cache
def languages_with_numbers() -> tuple[str, ...]:
    """Return the languages whose lexicon knows number words, English first.

    Example:
        >>> languages_with_numbers()
        ('en', 'fr', 'es')
    """
    return tuple(words.language for words in lexicons() if words.numbers)


def _singles(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _length(row: tuple[str, int, int]) -> int:
    return -len(split_words(row[0]))
