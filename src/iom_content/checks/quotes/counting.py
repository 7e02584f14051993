"""Numbers that a quotation gives in several words where the official text has none of them: each is one changed number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part, Reading
from iom_content.language.number_words import languages_with_numbers, number_words_of

__all__ = ["Spelled", "counted", "spelled_numbers"]


class Spelled(NamedTuple):
    """A number that a quotation spells in several plain words."""

    value: int
    keys: tuple[str, ...]
    first: int
    """Its first element."""
    last: int
    """Its last element."""


def spelled_numbers(reading: Reading) -> list[Spelled]:
    """Find the numbers in several words.

    Args:
        reading: The quotation.
    """
    language = reading.guards.words.language
    if language not in languages_with_numbers():
        return []
    words = [place for place, element in enumerate(reading.elements) if element.part is Part.PLAIN and element.tokens[0].word]
    keys = [reading.elements[place].tokens[0].key for place in words]
    numbers = number_words_of(language)
    found: list[Spelled] = []
    at = 0
    while at < len(words):
        value, size = numbers.read(keys, at) or (0, 1)
        first, last = words[at], words[at + size - 1]
        if size > 1 and all(element.part is Part.PLAIN for element in reading.elements[first:last]):
            found.append(Spelled(value, tuple(keys[at : at + size]), first, last))
        at += size
    return found


def counted(reading: Reading, official: Official, numbers: Sequence[Spelled]) -> Reading:
    """Return a quotation in which each number whose words the text lacks is one element, as it would be in digits.

    It stays a changed number: `one hundred and two` for `102` is none of the official words.

    Args:
        reading: The quotation.
        official: The text that it is compared with.
        numbers: The numbers that the quotation spells.
    """
    elements: list[Element] = []
    done = 0
    for number in numbers:
        if not any(official.guards.of(key) and key in official.counts for key in number.keys):
            tokens = tuple(token for element in reading.elements[number.first : number.last + 1] for token in element.tokens)
            elements += [*reading.elements[done : number.first], Element(Part.PLAIN, tokens, (f"#{number.value}",))]
            done = number.last + 1
    return attrs.evolve(reading, elements=(*elements, *reading.elements[done:])) if done else reading
