"""Numbers in running text, in digits and in words, each with its place and its value where that is beyond doubt.

Number words and how they go together are data of the lexicons. What stands side by side and makes no lawful number has
no value: `one seven five`, `half a million`, `two thirds`. Nothing here is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from iom_content.language.digits import MAX_DIGITS, Digits, digits_in
from iom_content.language.folding import fold
from iom_content.language.invisible import bare
from iom_content.language.number_words import NumberWords, languages_with_numbers, number_words_of

__all__ = ["Number", "doubtful_number_words", "find_numbers", "number_words", "parse_number"]

# Letters with their marks and what is invisible among them.
_WORD: Final = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\xad\u200b-\u200f\u2060\ufeff](?=[\w\u0300-\u036f\xad\u200b-\u200f\u2060\ufeff]))*"
)
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\uff0d"
_WIDEST_GAP: Final = 100
_LEAST_MULTIPLIER: Final = 1000


class Number(NamedTuple):
    """A number in a text."""

    start: int
    """First code point."""
    end: int
    """The code point after its last."""
    value: int | None
    """Its value; None if it is not whole, too large, or not beyond doubt."""
    sure: bool
    """False if the words may be something else: a pronoun or article, two numbers side by side, decimals."""


class _Token(NamedTuple):
    start: int
    end: int
    word: str


def find_numbers(text: str, languages: Iterable[str] | None = None) -> tuple[Number, ...]:
    """Find the numbers of a text.

    Args:
        text: Any text.
        languages: BCP 47 tags of the languages whose number words count; all that have some if it is None.

    Returns:
        The numbers in reading order; none overlaps another. Where languages differ on a word, it has no value.

    Example:
        >>> [(found.value, found.sure) for found in find_numbers("one of 175 states, or a hundred and seventy-five; 1.5 %")]
        [(1, False), (175, True), (175, True), (None, True)]
    """
    held = _held(languages)
    known = frozenset[str]().union(*(each.known for each in held))
    tokens = [token for token in _tokens(text) if token.word in known or _may_follow(token.word, held)]
    found = [_number(each, text, tokens_after, held) for each, tokens_after in _with_following(digits_in(text), tokens)]
    used = {number.end for number in found}
    tokens = [token for token in tokens if token.end not in used]
    for each in held:
        for cluster in _clusters(text, tokens, each):
            found += _in_words(text, cluster, each)
    return _merged(found)


def parse_number(text: str, languages: Iterable[str] | None = None) -> int | None:
    """Return the value of a text that is one whole number from its first character to its last.

    Args:
        text: A number in digits or words; blanks around it do not count.
        languages: BCP 47 tags of the languages whose number words count; all that have some if it is None.

    Returns:
        The value; None if the text is no whole number, or not beyond doubt.

    Example:
        >>> parse_number("cent soixante-quinze"), parse_number("ciento setenta y cinco"), parse_number("1 951"), parse_number("many")
        (175, 175, 1951, None)
    """
    whole = bare(text)
    found = find_numbers(whole, languages)
    return found[0].value if len(found) == 1 and (found[0].start, found[0].end) == (0, len(whole)) else None


def number_words(language: str) -> frozenset[str]:
    """Return every number word of a language, folded and one by one: `quatre` and `vingt`.

    Articles that are also numbers are not among them; `doubtful_number_words` has those.

    Args:
        language: A BCP 47 tag; only its first part counts.

    Returns:
        The words, those included that have no exact value; none if the language has no list of them.

    Example:
        >>> "dozen" in number_words("en"), "un" in number_words("fr"), "quatre" in number_words("fr-CH")
        (True, False, True)
    """
    held = _held((language,))
    return held[0].all if held else frozenset()


def doubtful_number_words(language: str) -> frozenset[str]:
    """Return the number words of a language that are also articles or pronouns, folded.

    Args:
        language: A BCP 47 tag; only its first part counts.

    Example:
        >>> sorted(doubtful_number_words("en")), sorted(doubtful_number_words("es"))
        (['one'], ['un', 'una', 'uno'])
    """
    held = _held((language,))
    return held[0].pronouns if held else frozenset()


def _held(languages: Iterable[str] | None) -> tuple[NumberWords, ...]:
    known = languages_with_numbers()
    wanted = known if languages is None else {tag.partition("-")[0].lower() for tag in languages}
    return tuple(number_words_of(language) for language in known if language in wanted)


def _may_follow(word: str, held: Sequence[NumberWords]) -> bool:
    return any(word in each.joiners or word in each.ordinals for each in held)


def _tokens(text: str) -> Iterator[_Token]:
    folded: dict[str, str] = {}
    for match in _WORD.finditer(text):
        raw = match[0]
        word = folded.get(raw)
        if word is None:
            word = folded[raw] = fold(raw)
        start, end = match.span()
        # A word that digits touch is part of a name.
        if not (start and (text[start - 1].isalnum() or text[start - 1] == "_")) and not text[end : end + 1].isalnum():
            yield _Token(start, end, word)


def _with_following(digits: Iterable[Digits], tokens: Sequence[_Token]) -> Iterator[tuple[Digits, Sequence[_Token]]]:
    """Yield each number in digits with up to two words that come after it."""
    place = 0
    for each in digits:
        while place < len(tokens) and tokens[place].start < each.end:
            place += 1
        yield each, tokens[place : place + 2]


def _number(digits: Digits, text: str, after: Sequence[_Token], held: Sequence[NumberWords]) -> Number:
    """Return the value of a number in digits, multiplied by the word behind it."""
    if after and _are_glued(text, digits.end, after[0].start):
        word = after[0].word
        values = {each.multipliers[word].value for each in held if word in each.multipliers} if digits.whole else set[int]()
        if values and min(values) >= _LEAST_MULTIPLIER:
            goes_on = (
                len(after) > 1 and _are_glued(text, after[0].end, after[1].start) and any(after[1].word in each.known for each in held)
            )
            value = None if goes_on or not digits.sure or len(values) > 1 else _multiplied(digits, values.pop())
            return Number(digits.start, after[0].end, value, sure=True)
    value = None if digits.whole is None or digits.decimals else int(digits.whole)
    return Number(digits.start, digits.end, value, digits.sure)


def _multiplied(digits: Digits, by: int) -> int | None:
    if len(digits.decimals) > MAX_DIGITS:
        return None
    value = Fraction(int(f"{digits.whole}{digits.decimals}") * by, 10 ** len(digits.decimals))
    return value.numerator if value.denominator == 1 else None


def _clusters(text: str, tokens: Sequence[_Token], language: NumberWords) -> Iterator[list[_Token]]:
    """Yield the rows of words that stand side by side."""
    cluster: list[_Token] = []
    for place, token in enumerate(tokens):
        if cluster and not (_are_glued(text, cluster[-1].end, token.start) or _go_on_after_mark(text, tokens, place, language)):
            yield cluster
            cluster = []
        cluster.append(token)
    if cluster:
        yield cluster


def _go_on_after_mark(text: str, tokens: Sequence[_Token], place: int, language: NumberWords) -> bool:
    """Tell whether a mark only parts the thousands of a number: `two thousand, one hundred`."""
    before, token = tokens[place - 1], tokens[place]
    multiplier = language.multipliers.get(before.word)
    if (
        multiplier is None
        or multiplier.value < _LEAST_MULTIPLIER
        or text[before.end : token.start] not in {f"{mark} " for mark in language.marks}
    ):
        return False
    return any(following.word in language.multipliers for following in tokens[place + 1 : place + 3])


def _are_glued(text: str, end: int, start: int) -> bool:
    """Tell whether only a blank, a line break or a hyphen parts two words."""
    # What lies further away is not looked at: a text of blanks would otherwise be read time and again.
    if not 0 < start - end <= _WIDEST_GAP:
        return False
    gap = text[end:start]
    return gap in _HYPHENS or (gap.isspace() and gap.count("\n") <= 1)


def _in_words(text: str, cluster: Sequence[_Token], language: NumberWords) -> Iterator[Number]:
    words = [token.word for token in cluster]
    at = 0
    while at < len(words):
        start = at
        values: list[int | None] = []
        while step := _step(words, at, language, started=at > start):
            value, count = step
            values.append(value)
            at += count
        if at == start:
            at += 1
        else:
            first, end = cluster[start].start, cluster[at - 1].end
            sure = (at - start > 1 or words[start] not in language.pronouns) and not any(mark in text[first:end] for mark in language.marks)
            yield Number(first, end, values[0] if len(values) == 1 else None, sure)


def _step(words: Sequence[str], at: int, language: NumberWords, *, started: bool) -> tuple[int | None, int] | None:
    """Return the value of the number or vague word at a place with its count of words, or None where there is neither."""
    if at >= len(words):
        return None
    found = language.read(words, at)
    if found is not None:
        return found
    if words[at] in language.vague:
        return None, 1
    if started:
        # `two and a half`, `twenty-first`
        if words[at] in language.ordinals or (words[at] in language.ones and language.is_vague(words, at + 1)):
            return None, 1
        if words[at] in language.joiners and language.is_vague(words, at + 1):
            return None, 1
    return None


def _merged(found: list[Number]) -> tuple[Number, ...]:
    """Return the numbers that begin first, and of those the longest; where two readings of a span differ, it has no value."""
    kept: list[Number] = []
    for number in sorted(found, key=lambda each: (each.start, -each.end)):
        last = kept[-1] if kept else None
        if last is None or number.start >= last.end:
            kept.append(number)
        elif (number.start, number.end) == (last.start, last.end):
            value = last.value if last.value == number.value else None
            kept[-1] = last._replace(value=value, sure=last.sure and number.sure)
    return tuple(kept)
