"""Numbers that a quotation gives in several words where the official text has none of them: each is one changed number."""

from __future__ import annotations

from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Element, Part, Reading
from iom_content.language.number_words import languages_with_numbers, number_words_of

__all__ = ["counted"]


def counted(reading: Reading, official: Official) -> Reading:
    """Return a quotation in which each such number is one element, as it would be in digits.

    It stays a changed number: `one hundred and two` for `102` is none of the official words.

    Args:
        reading: The quotation.
        official: The text that it is compared with.
    """
    language = official.guards.words.language
    if language not in languages_with_numbers():
        return reading
    words = [place for place, element in enumerate(reading.elements) if element.part is Part.PLAIN and element.tokens[0].word]
    keys = [reading.elements[place].tokens[0].key for place in words]
    numbers = number_words_of(language)
    elements: list[Element] = []
    done = at = 0
    while at < len(words):
        value, size = numbers.read(keys, at) or (0, 1)
        first, last = words[at], words[at + size - 1]
        strange = not any(official.guards.of(key) and key in official.counts for key in keys[at : at + size])
        if size > 1 and strange and all(element.part is Part.PLAIN for element in reading.elements[first:last]):
            tokens = tuple(token for element in reading.elements[first : last + 1] for token in element.tokens)
            elements += [*reading.elements[done:first], Element(Part.PLAIN, tokens, (f"#{value}",))]
            done = last + 1
        at += size
    return reading._replace(elements=(*elements, *reading.elements[done:]))
