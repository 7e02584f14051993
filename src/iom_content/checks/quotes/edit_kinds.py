"""Changed words and marks, each with the kind of its change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from iom_content.checks.quotes.brackets import Brackets
from iom_content.checks.quotes.editing import Edit
from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Part
from iom_content.language.guards import NUMBER
from iom_content.language.words import DASH, Token
from iom_content.model.quote_check import QuoteKind

__all__ = ["kinds_of_edits"]


def kinds_of_edits(found: Sequence[Edit], official: Official) -> list[tuple[Edit, QuoteKind]]:
    """Name the kind of each edit that is no agreement.

    Args:
        found: The edits in order.
        official: The text.
    """
    named: list[tuple[Edit, QuoteKind]] = []
    moved = _moved(found, official)
    chunk: list[Edit] = []
    for edit in [*found, None]:
        if edit is not None and not edit.same:
            chunk.append(edit)
            continue
        if chunk:
            named += _kinds_of_chunk(chunk, official, moved)
            chunk = []
    return named


def _kinds_of_chunk(chunk: list[Edit], official: Official, moved: Counter[str]) -> list[tuple[Edit, QuoteKind]]:
    guards = official.guards
    quoted = [token.key for edit in chunk for token in edit.tokens if token.word]
    places = [index for edit in chunk for index in range(edit.first, edit.last) if official.tokens[index].word]
    usual = [official.keys[index] for index in places]
    guarded = [[guard for key in keys for guard in guards.of(key)] for keys in (quoted, usual)]
    respelled = bool(quoted and usual) and guarded[0] == guarded[1] and guards.is_respelled("".join(quoted), "".join(usual))
    joints = [token.key for edit in chunk for token in edit.tokens]
    joints += [official.keys[index] for edit in chunk for index in range(edit.first, edit.last)]
    # A hyphen more or less respells a compound; a blank more or less makes other words.
    if respelled and len(quoted) != len(usual) and any(key == DASH or "'" in key for key in joints):
        return [(edit, QuoteKind.SPELLING) for edit in chunk]
    numbers = ([guards.is_number(word) for word in quoted], [official.is_number(index) for index in places])
    if all(_counts(words, each, lambda word: not guards.is_content(word)) for words, each in zip((quoted, usual), numbers, strict=True)):
        # `23` for `twenty-three`, `one hundred and five` for `105`: one number for another.
        return [(edit, QuoteKind.NUMBER) for edit in chunk]
    if not (quoted and usual) and _counts(quoted or usual, numbers[0] or numbers[1], guards.joiners.__contains__):
        # `one hundred` for `one hundred and five`: the rest of a number, and what joins it.
        return [(edit, QuoteKind.NUMBER) for edit in chunk if not _is_joint(edit, official)]
    if bool(quoted) != bool(usual):
        # The hyphen of a compound goes with the part that is dropped or added.
        chunk = [edit for edit in chunk if not _is_joint(edit, official)]
    return [(edit, kind) for edit in chunk for kind in _kinds_of_edit(edit, official, moved, alone=len(chunk) == 1)]


def _is_joint(edit: Edit, official: Official) -> bool:
    tokens = (*edit.tokens, *official.tokens[edit.first : edit.last])
    return all(token.key == DASH and token.joined for token in tokens)


def _counts(words: list[str], numbers: list[bool], joins: Callable[[str], bool]) -> bool:
    """Tell whether words make a number: number words and what joins them."""
    return any(numbers) and all(number or joins(word) for number, word in zip(numbers, words, strict=True))


def _kinds_of_edit(edit: Edit, official: Official, moved: Counter[str], *, alone: bool) -> list[QuoteKind]:
    guards = official.guards
    tokens = edit.tokens
    quoted = next((token for token in tokens if token.word), None)
    usual = next((index for index in range(edit.first, edit.last) if official.tokens[index].word), None)
    if quoted is None and usual is None:
        return [_kind_of_mark(tokens, edit, official, alone=alone)]
    if edit.element is not None and edit.element.part is Part.BRACKET:
        faults = Brackets(official, any_bracket=False).faults(edit.element, edit.first, edit.last)
        return [QuoteKind(kind) for kind in dict.fromkeys(faults)]
    word = "" if quoted is None else (edit.element.words[0] if edit.element is not None and edit.element.words else quoted.key)
    key = "" if usual is None else official.keys[usual]
    if _is_moved(word, key, official, moved):
        return [QuoteKind.ORDER]
    if word and key and _differs_in_letters_alone(word, key) and guards.is_respelled(word, key):
        return [QuoteKind.SPELLING]
    inside, outside = guards.of(word) if word else (), guards.of(key) if key else ()
    if inside or outside:
        kinds = {guard.kind for guard in inside if guard not in outside} | {guard.kind for guard in outside if guard not in inside}
        if not (word and key):
            kinds = guards.kinds_of(word or key)
        return [QuoteKind(kind) for kind in sorted(kinds)] or [QuoteKind.SPELLING]
    halves = {kind for each in (word, key) if each in guards.half_negations for kind in official.kinds_beside(each, edit.first)}
    denied = halves or (word and key and guards.denies(word, key))
    return [QuoteKind.NEGATION if denied else QuoteKind.WORD]


def _differs_in_letters_alone(word: str, key: str) -> bool:
    return not any(character.isnumeric() for character in word + key)


def _kind_of_mark(tokens: tuple[Token, ...], edit: Edit, official: Official, *, alone: bool) -> QuoteKind:
    """A dropped hyphen or apostrophe respells a word; any other mark structures the sentence."""
    quoted = tokens[0] if tokens else None
    usual = official.tokens[edit.first] if edit.last > edit.first else None
    counting = [token is not None and bool(official.guards.of(token.key)) for token in (quoted, usual)]
    if counting[1] or (counting[0] and alone):
        # A currency or percent sign is part of a number; put for words (`%` for `per cent`) it is the words that change.
        return QuoteKind.NUMBER
    if quoted is not None and usual is not None:
        return QuoteKind.INNER_PUNCTUATION
    mark = quoted or usual
    assert mark is not None, "an edit has a side"
    possessive = usual is not None and usual.key == "'" and edit.first > 0 and official.tokens[edit.first - 1].end == usual.start
    joint = (mark.key == DASH and mark.joined) or (possessive and alone)
    return QuoteKind.SPELLING if joint else QuoteKind.INNER_PUNCTUATION


def _moved(found: Sequence[Edit], official: Official) -> Counter[str]:
    """Count the words that are missing in one place and stand in another."""
    quoted: Counter[str] = Counter()
    usual: Counter[str] = Counter()
    for edit in found:
        if edit.same:
            continue
        if edit.element is not None and edit.element.part is not Part.BRACKET:
            quoted.update(token.key for token in edit.element.tokens if token.word)
        usual.update(official.keys[index] for index in range(edit.first, edit.last) if official.tokens[index].word)
    moved = quoted & usual
    alone = sum(moved.values()) == 1 and official.guards.of(next(iter(moved)))
    return Counter() if alone else moved


def _is_moved(word: str, key: str, official: Official, moved: Counter[str]) -> bool:
    guards = official.guards
    if word and key:
        numbers = all(any(guard.kind == NUMBER for guard in guards.of(each)) for each in (word, key))
        return not numbers and moved[word] > 0 and moved[key] > 0
    return moved[word or key] > 0
