"""What square brackets may lawfully do: add words, or stand for a pronoun, a determiner, a name or another form of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iom_content.checks.quotes.names import Names
from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, count_words
from iom_content.language.guards import MODAL, NEGATION, Guard
from iom_content.language.words import ELLIPSIS

__all__ = ["MOST_ADDED", "Brackets"]

MOST_ADDED: Final = 5
"""How many words one bracket may add."""
_LONGEST_REPLACED: Final = 8


class Brackets:
    """The brackets of a quotation, laid on one official text."""

    def __init__(self, official: Official, *, any_bracket: bool) -> None:
        """Keep the text; `any_bracket` lets brackets replace whatever stands there."""
        self._official = official
        self._guards = official.guards
        self._any = any_bracket
        self._names = Names(official)

    def completes(self, element: Element, place: int) -> bool:
        """Tell whether a word with a bracket in it may stand for the official word at a place."""
        if self._any:
            return self._official.tokens[place].word
        return self.is_form(element, self._official.keys[place])

    def is_form(self, element: Element, key: str) -> bool:
        """Tell whether a word with a bracket in it is a form of an official word, of which it keeps the letters outside the bracket."""
        word = element.words[0]
        if key == word:
            return True
        pairs = zip((None, *element.tokens), element.tokens, strict=False)
        parts = [".*" if before and before.key == "[" else re.escape(token.key) for before, token in pairs if token.word]
        kept = re.fullmatch("".join(parts), key) is not None
        return kept and self._guards.of_one_stem(word, key) and not self._guards.denies(word, key)

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
        # An editor's remark stands beside words, never for them.
        if self._is_guarded(element, place) or self._guards.is_editorial(list(element.words)):
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
            yield from self._names.ends(place)

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
            kinds = (self._guards.kinds_in_bracket(word) for word in element.words)
            faults = [kind for each in kinds for kind in each if kind in (NEGATION, MODAL)]
        else:
            faults = [guard.kind for guard in _differing(inside, outside)]
        # Another form of the official word reports nothing: `[continued]` for `continue`.
        alone = len(element.words) == 1 and last - first == 1
        form = alone and self._guards.of_one_stem(element.words[0], self._official.keys[first])
        wordy = (
            (first == last and not self._guards.known)
            or count_words(element.tokens) > MOST_ADDED
            or (not form and any(word in self._guards.reporting for word in element.words))
            or any(token.key == ELLIPSIS or token.key in "[]" for token in element.tokens[1:-1])
        )
        replaced = first == last or last in Brackets(self._official, any_bracket=False).replaced(element, first)
        if not faults and (wordy or not replaced):
            denies = alone and self._guards.denies(element.words[0], self._official.keys[first])
            faults.append(NEGATION if denies else "word")
        return faults

    def _is_guarded(self, element: Element, place: int) -> bool:
        return any(self._guards.in_bracket(word) for word in element.words) or bool(self._guards.of(self._official.keys[place]))


def _differing(inside: list[Guard], outside: list[Guard]) -> list[Guard]:
    return [guard for guard in inside if guard not in outside] + [guard for guard in outside if guard not in inside]
