"""Sentences of a run; what stands in quotation marks ends none but at its own end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from iom_content.checks.prose.marks import Quotation
from iom_content.language.lexicon import Lexicon

__all__ = ["COVER", "covered", "sentences_of"]

COVER: Final = "\ufffb"
"""Stands for each character of a quotation, its marks included."""

_END: Final = re.compile(r"[.!?\u2026][.!?\u2026]*[)\]]*(?=\s+[^\s]|\s*\Z)")
_LAST_WORD: Final = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\Z")
_LONGEST_ABBREVIATION: Final = 12
_STOPS: Final = ".!?\u2026"


def covered(text: str, quotations: Iterable[Quotation], aside: Iterable[tuple[int, int]] = ()) -> str:
    """Return a text of the same length in which quotations are covered and marks of footnotes are blanks.

    The last character of a quotation that ends a sentence is a full stop.

    Args:
        text: The text of a run.
        quotations: Its outermost quotations.
        aside: Ranges of marks that are no part of a sentence.
    """
    parts: list[str] = []
    at = 0
    for first, last, cover in sorted(
        [
            *((found.first, found.last, _cover(text, found)) for found in quotations if found.last > found.first),
            *((start, end, " " * (end - start)) for start, end in aside),
        ]
    ):
        if first >= at:
            parts += (text[at:first], cover)
            at = last
    return "".join((*parts, text[at:]))


def _cover(text: str, found: Quotation) -> str:
    size = found.last - found.first
    ends = text[found.start : found.end].rstrip()[-1:] in _STOPS and found.end > found.start
    return COVER * (size - 1) + ("." if ends else COVER)


def sentences_of(text: str, words: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the sentences of a text, in order; together they are the whole text.

    Args:
        text: A text, its quotations covered.
        words: The lexicon of its language, for abbreviations.

    Example:
        >>> from iom_content.language.lexicon import lexicon
        >>> text = "Dr. May left at 5 p.m. on Monday. Nobody saw her."
        >>> [text[start:end] for start, end in sentences_of(text, lexicon("en"))]
        ['Dr. May left at 5 p.m. on Monday.', ' Nobody saw her.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        following = text[match.end() :][:1].strip() or text[match.end() : match.end() + 40].lstrip()[:1]
        if following.islower() or (following and match[0] == "." and _is_abbreviation(text, match.start(), words.abbreviations)):
            continue
        found.append((start, match.end()))
        start = match.end()
    return (*found, (start, len(text))) if start < len(text) else tuple(found)


def _is_abbreviation(text: str, stop: int, abbreviations: Sequence[str]) -> bool:
    match = _LAST_WORD.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop)
    if match is None:
        return False
    word = match[1]
    return (
        (len(word) == 1 and word.isupper()) or word.lower() in abbreviations or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word) is not None
    )
