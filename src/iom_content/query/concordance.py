"""Key words in context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iom_content.errors import InvalidValue, shown
from iom_content.model.line import Line
from iom_content.query.index import Index
from iom_content.query.search import searched
from iom_content.query.search_words import Word, patterns_in, words_in
from iom_content.query.spots import Searched, Spot

__all__ = ["MAX_PATTERN_WORDS", "concordance"]

MAX_PATTERN_WORDS: Final = 1_000
"""A longer phrase is refused."""

_UNITS: Final = ("characters", "words")
_SORTS: Final = ("left", "right")


def concordance(
    phrase: str,
    *,
    catalog: Searched | None = None,
    width: int = 40,
    unit: str = "characters",
    sort: str | None = None,
    index: Index | None = None,
) -> tuple[Line, ...]:
    """Return every occurrence of words with what stands around it, none left out.

    Case and accents do not matter, nor what stands between the words. An asterisk stands for any letters of a word, one by
    itself for any word.

    Args:
        phrase: One word or several in a row: `migrant`, `migra*`, `*tion`, `safe * migration`.
        catalog: Where to look: a dataset, or any statements, sections, organizations and documents; the bundled dataset if
            it is None.
        width: How much of the same place is shown on each side.
        unit: What the width counts: `characters`, which are code points, or `words`.
        sort: `left` sorts by the words before, nearest first; `right` by the words behind; None keeps the order of kinds,
            ids and places.
        index: An index to look in, in place of a catalog.

    Returns:
        The lines; `left`, `match` and `right` of each stand so in its place. A text without words has none.

    Raises:
        InvalidValue: An argument is none of those, or the phrase has more than `MAX_PATTERN_WORDS` words.

    Example:
        >>> import iom_content as iom
        >>> for line in iom.concordance("no * task", width=8):
        ...     print(f"{line.left}[{line.match}]{line.right}")
        This is [no easy task]. Human
    """
    _refuse_odd(phrase, width, unit, sort)
    keys = patterns_in(phrase)
    if len(keys) > MAX_PATTERN_WORDS:
        raise InvalidValue("concordance", "/phrase", f"at most {MAX_PATTERN_WORDS} words", f"{len(keys)}")
    found: list[tuple[tuple[str, ...], Line]] = []
    for spot in searched("concordance", catalog, index).spots() if keys else ():
        words = words_in(spot.text)
        for first in _occurrences(keys, words):
            last = first + len(keys)
            beside = words[last:] if sort == "right" else words[:first][::-1] if sort == "left" else []
            found.append((tuple(word.key for word in beside[:_SORTED_BY]), _line(spot, words, first, last, width, unit)))
    # Sorting is stable: lines of equal neighbours stay in the order of their places.
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


_SORTED_BY: Final = 8


def _refuse_odd(phrase: object, width: object, unit: object, sort: object) -> None:
    if not isinstance(phrase, str):
        raise InvalidValue("concordance", "/phrase", "text", shown(phrase))
    if type(width) is not int or width < 0:
        raise InvalidValue("concordance", "/width", "a number from 0 on", shown(width))
    if unit not in _UNITS:
        raise InvalidValue("concordance", "/unit", f"one of {', '.join(_UNITS)}", shown(unit))
    if sort is not None and sort not in _SORTS:
        raise InvalidValue("concordance", "/sort", f"one of {', '.join(_SORTS)}, or None", shown(sort))


def _occurrences(keys: list[tuple[str, ...]], words: list[Word]) -> Iterator[int]:
    """Yield the number of the first word of each occurrence, also of those that overlap."""
    for first in range(len(words) - len(keys) + 1):
        if all(_fits(key, words[first + offset].key) for offset, key in enumerate(keys)):
            yield first


def _fits(pattern: tuple[str, ...], key: str) -> bool:
    """Tell whether a key is what a pattern says, in time that grows with their lengths alone."""
    start, *parts = pattern
    if not parts:
        return start == key
    *middle, end = parts
    if not (key.startswith(start) and key.endswith(end) and len(key) >= len(start) + len(end)):
        return False
    at, last = len(start), len(key) - len(end)
    for part in middle:
        found = key.find(part, at, last)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _line(spot: Spot, words: list[Word], first: int, last: int, width: int, unit: str) -> Line:
    start, end = words[first].start, words[last - 1].end
    if unit == "words":
        from_ = words[max(0, first - width)].start if width else start
        to = words[min(len(words), last + width) - 1].end if width else end
    else:
        from_, to = max(0, start - width), end + width
    return Line(
        value_id=spot.value_id,
        label=spot.label,
        block_text=spot.text,
        left=spot.text[from_:start],
        match=spot.text[start:end],
        right=spot.text[end:to],
        start=start,
        end=end,
        url=spot.url or None,
    )
