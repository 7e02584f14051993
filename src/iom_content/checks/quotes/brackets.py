"""What square brackets may lawfully do: add words, or stand for a pronoun, a determiner, a name or another form of a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, count_words
from iom_content.checks.quotes.units import is_stop
from iom_content.language.guards import MODAL, NEGATION, Guard
from iom_content.language.words import DASH, ELLIPSIS

__all__ = ["MOST_ADDED", "Brackets"]

MOST_ADDED: Final = 5
"""How many words one bracket may add."""
_LONGEST_NAME: Final = 20
_LONGEST_REPLACED: Final = 8


class Brackets:
    """The brackets of a quotation, laid on one official text."""

    def __init__(self, official: Official, *, any_bracket: bool) -> None:
        """Keep the text; `any_bracket` lets brackets replace whatever stands there."""
        self._official = official
        self._guards = official.guards
        self._any = any_bracket

    def completes(self, word: str, place: int) -> bool:
        """Tell whether a word with a bracket in it may stand for the official word at a place."""
        key = self._official.keys[place]
        if self._any:
            return self._official.tokens[place].word
        return key == word or (self._guards.of_one_stem(word, key) and not self._guards.denies(word, key))

    def is_squared(self, element: Element, place: int) -> bool:
        """Tell whether the bracket holds what official round ones hold at a place."""
        keys = element.keys
        official = self._official.keys[place : place + len(keys)]
        return official[:1] == ["("] and official[-1:] == [")"] and list(keys[1:-1]) == official[1:-1]

    def replaced(self, element: Element, place: int) -> Iterator[int]:
        """Yield the ends of the official words, starting at a place, that the bracket may stand for."""
        keys = self._official.keys
        if place >= len(keys) or not self._official.tokens[place].word:
            return
        if self._any:
            yield from (end for end in range(place + 1, min(len(keys), place + _LONGEST_REPLACED) + 1) if self._official.ends_word(end))
            return
        if self._is_guarded(element, place):
            return
        key = keys[place]
        alone = self._official.starts_word(place) and self._official.ends_word(place + 1)
        stands_for = key in self._guards.pronouns or key in self._guards.determiners
        same = len(element.words) == 1 and self._guards.of_one_stem(element.words[0], key)
        if (alone and stands_for) or same:
            yield place + 1
        after = place + len(element.words)
        if after > place + 1 and keys[place:after] == list(element.words) and self._official.ends_word(after):
            # Brackets around the official words themselves mark them and change nothing.
            yield after
        if self._guards.known:
            # In other languages more than names may have capitals.
            yield from self._names(place)

    def faults(self, element: Element, first: int, last: int) -> list[str]:
        """Return the kinds of what a bracket does unlawfully when it stands for a range of official tokens, empty if it adds.

        Args:
            element: The bracket.
            first: The first official token it replaces.
            last: The token after the last; the same as the first if it only adds.
        """
        if self._guards.is_editorial(list(element.words)) and first == last:
            return []
        inside = [guard for word in element.words for guard in self._guards.in_bracket(word)]
        outside = [guard for key in self._official.keys[first:last] for guard in self._guards.of(key)]
        if first == last:
            faults = [guard.kind for guard in inside if guard.kind in (NEGATION, MODAL)]
        else:
            faults = [guard.kind for guard in _differing(inside, outside)]
        wordy = (
            (first == last and not self._guards.known)
            or count_words(element.tokens) > MOST_ADDED
            or any(word in self._guards.reporting for word in element.words)
            or any(token.key == ELLIPSIS or token.key in "[]" for token in element.tokens[1:-1])
        )
        replaced = first == last or last in Brackets(self._official, any_bracket=False).replaced(element, first)
        if not faults and (wordy or not replaced):
            faults.append(self._denial(element, first, last) or "word")
        return faults

    def _denial(self, element: Element, first: int, last: int) -> str | None:
        alone = len(element.words) == 1 and last - first == 1
        return NEGATION if alone and self._guards.denies(element.words[0], self._official.keys[first]) else None

    def _is_guarded(self, element: Element, place: int) -> bool:
        return any(self._guards.in_bracket(word) for word in element.words) or bool(self._guards.of(self._official.keys[place]))

    def _names(self, place: int) -> Iterator[int]:
        """Yield the ends of names that start at a place, a determiner before them included."""
        official = self._official
        if not official.starts_word(place):
            return
        start = place + 1 if official.keys[place] in self._guards.determiners else place
        proven = False
        for index in range(start, min(len(official.keys), start + _LONGEST_NAME)):
            token = official.tokens[index]
            key = token.key
            if self._guards.of(key) or official.block_of(index) != official.block_of(place):
                return
            if key in self._guards.words.possessive_endings:
                if proven:
                    yield index + 1
                return
            if token.word and self._is_capital(index):
                # A capital at the start of a sentence proves nothing by itself.
                proven = proven or index > start or not self._starts_sentence(index) or self._is_acronym(index)
                if proven and official.ends_word(index + 1):
                    yield index + 1
            elif index == start or not (key in ",&" or key == DASH or self._is_function_word(key)):
                return

    def _is_function_word(self, key: str) -> bool:
        return not self._guards.is_content(key)

    def _is_capital(self, index: int) -> bool:
        return self._official.raw(index)[:1].isupper()

    def _is_acronym(self, index: int) -> bool:
        raw = self._official.raw(index)
        return len(raw) > 1 and raw.isupper()

    def _starts_sentence(self, index: int) -> bool:
        official = self._official
        number = official.block_of(index)
        before = index - 1
        while before >= official.firsts[number] and not official.tokens[before].word:
            if is_stop(official.tokens, before, official.texts[number], self._guards.words) or official.keys[before] == ":":
                return True
            before -= 1
        return before < official.firsts[number]


def _differing(inside: list[Guard], outside: list[Guard]) -> list[Guard]:
    return [guard for guard in inside if guard not in outside] + [guard for guard in outside if guard not in inside]
