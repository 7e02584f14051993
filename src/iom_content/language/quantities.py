"""Numbers with the words beside them that say how they relate to the true one: `more than 170`, `175+`, `près de 180`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from iom_content.language.folding import fold, fold_with_places
from iom_content.language.invisible import bare
from iom_content.language.lexicon import lexicons
from iom_content.language.numbers import Number, find_numbers

__all__ = ["EXACTLY", "Quantity", "find_quantities", "parse_quantity", "qualifying_words"]

EXACTLY: Final = "exactly"
"""The qualifier of a number beside which no other one stands."""

_LISTS: Final = (EXACTLY, "more_than", "at_least", "around", "nearly")
# A phrase with its blanks is never longer than this.
_REACH: Final = 60


class Quantity(NamedTuple):
    """A number with its qualifier."""

    start: int
    """First code point, qualifying words included."""
    end: int
    """The code point after its last."""
    value: int | None
    """Its value; None if it is not whole, too large, or not beyond doubt."""
    qualifier: str | None
    """`exactly`, `more_than`, `at_least`, `around`, `nearly`; None if it is bounded in another way, as by `fewer than`."""
    number: Number
    """The number alone."""


def find_quantities(text: str, languages: Iterable[str] | None = None) -> tuple[Quantity, ...]:
    """Find the numbers of a text with the qualifying words directly beside them.

    Args:
        text: Any text.
        languages: BCP 47 tags of the languages whose number words count; all that have some if it is None. Qualifying
            words count in every language.

    Returns:
        The numbers in reading order.

    Example:
        >>> [(found.value, found.qualifier) for found in find_quantities("more than 170 of 175, no more than 180, 30+")]
        [(170, 'more_than'), (175, 'exactly'), (180, None), (30, 'more_than')]
    """
    found: list[Quantity] = []
    last = 0
    for number in find_numbers(text, languages):
        if found and number.start < found[-1].end:
            # What looks like a number is the ending of the one before: `170'ten fazla`.
            continue
        start, before = _before(text, last, number.start)
        if found and start < found[-1].end:
            # What looked like a number is an article of the phrase: `un peu plus de`.
            found.pop()
        end, after = _after(text, number.end)
        said = {name for name in (before, after) if name is not None}
        # Two qualifiers that differ say nothing that one could hold the number to.
        qualifier = EXACTLY if not said else said.pop() if len(said) == 1 else None
        found.append(Quantity(start, end, number.value, qualifier or None, number))
        last = end if number.sure else last
    return tuple(found)


def parse_quantity(text: str, languages: Iterable[str] | None = None) -> Quantity | None:
    """Return the one number, with its qualifier, that a text is from its first character to its last.

    Args:
        text: A number in digits or words with or without qualifying words; blanks around it do not count.
        languages: BCP 47 tags of the languages whose number words count; all that have some if it is None.

    Returns:
        The number; None if the text is anything else.

    Example:
        >>> quantity = parse_quantity("plus de cent soixante-dix")
        >>> quantity.value, quantity.qualifier
        (170, 'more_than')
    """
    whole = bare(text)
    found = find_quantities(whole, languages)
    return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (0, len(whole)) else None


@cache
def qualifying_words() -> Mapping[str, str]:
    """Return every phrase beside numbers, folded, with its qualifier; the empty one for other bounds. The longest come first.

    Example:
        >>> qualifying_words()["more than"], qualifying_words()["fewer than"]
        ('more_than', '')
    """
    found = {fold(phrase): name for words in lexicons() for name in _LISTS for phrase in getattr(words, name)}
    found |= {fold(phrase): "" for words in lexicons() for phrase in words.other_bounds}
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))


@cache
def _before_words() -> Mapping[str, str]:
    # A sign that stands behind numbers stands nowhere else: `170+`.
    return {phrase: name for phrase, name in qualifying_words().items() if _is_letter(phrase[0]) or phrase not in _after_words()}


@cache
def _after_words() -> Mapping[str, str]:
    after = {fold(phrase) for words in lexicons() for phrase in words.after_numbers}
    return {phrase: name for phrase, name in qualifying_words().items() if phrase in after}


@cache
def _denials() -> frozenset[str]:
    return frozenset(fold(word) for words in lexicons() for word in words.negations)


def _before(text: str, last: int, start: int) -> tuple[int, str | None]:
    """Return where the words before a number begin that qualify it, and their qualifier; empty if a negation turns it."""
    first = max(last, start - _REACH)
    near = text[first:start]
    if not _ends(near.rstrip()[-1:], -1):
        return start, None
    folded = fold_with_places(near)
    line = folded.text.rstrip()
    if len(line) == len(folded.text) and _is_letter(line[-1:]):
        # A word and a number are parted by a blank, a sign and a number need none.
        return start, None
    for phrase, name in _before_words().items():
        place = len(line) - len(phrase)
        if line.endswith(phrase) and not (_is_letter(phrase[0]) and place and _is_letter(line[place - 1])):
            words = line[:place].split()
            denied = bool(words) and words[-1] in _denials()
            return first + folded.starts[place], "" if denied else name
    return start, None


def _after(text: str, end: int) -> tuple[int, str | None]:
    """Return where the words after a number end that qualify it, and their qualifier."""
    near = text[end : end + _REACH]
    if not _ends(near.lstrip()[:1], 0):
        return end, None
    folded = fold_with_places(near)
    skipped = len(folded.text) - len(folded.text.lstrip())
    line = folded.text[skipped:]
    for phrase, name in _after_words().items():
        # A sign touches its number, a word does not.
        if line.startswith(phrase) and bool(skipped) is _is_letter(phrase[0]) and not _is_letter(line[len(phrase) : len(phrase) + 1]):
            return end + folded.starts[skipped + len(phrase)], name
    return end, None


def _ends(character: str, side: int) -> bool:
    """Tell whether a phrase may begin or end with a character: most numbers are told from it alone to have no phrase beside them."""
    folded = fold(character)
    return bool(character) and (not folded or folded[side] in _edges(side))


@cache
def _edges(side: int) -> frozenset[str]:
    return frozenset(phrase[side] for phrase in (_before_words() if side else _after_words()))


def _is_letter(character: str) -> bool:
    return character.isalnum()
