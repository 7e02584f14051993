"""Mends: official words put back into the source, only where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from iom_content.checks.prose.clauses import Speaker
from iom_content.checks.prose.registry import Edit
from iom_content.model.quote_check import PERMITTED, Difference, QuoteKind

if TYPE_CHECKING:
    from iom_content.checks.prose.article import Article, Outcome

__all__ = ["applied", "number_edits", "plain_edits", "quotation_edits"]

_MENDABLE: Final = frozenset(
    (QuoteKind.WORD, QuoteKind.NUMBER, QuoteKind.NEGATION, QuoteKind.MODAL, QuoteKind.SPELLING, QuoteKind.INNER_PUNCTUATION)
)
# What would mean something else in Markdown or HTML.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&#|~\"]")


def quotation_edits(article: Article, outcome: Outcome) -> tuple[Edit, ...]:
    """Return the edits that make an altered quotation true again.

    Each difference is replaced by itself, so that all else stays as it is. The result is checked: only what then is
    true to the official text, at the same passage, is offered.

    Args:
        article: The article.
        outcome: One of its claims.
    """
    claim, check = outcome.claim, outcome.check
    if outcome.speaker is Speaker.OTHER:
        # Official words must not be put into somebody else's mouth.
        return ()
    wrong = [difference for difference in check.differences if difference.kind not in PERMITTED]
    if not wrong or any(difference.kind not in _MENDABLE for difference in wrong):
        return ()
    edits: list[Edit] = []
    mended = claim.text
    for difference in reversed(wrong):
        start, end, words = _replacement(claim.text, difference)
        mended = mended[:start] + words + mended[end:]
        (run, first), (other, last) = claim.place(start), claim.place(end - 1 if end > start else start)
        last += end > start
        edit = plain_edits(article, run, first, last, words) if run == other else ()
        if not edit:
            return ()
        edits += edit
    again = article.check_quote(mended)
    if (
        again is None
        or not again.ok
        or {passage.value_id for passage in again.passages} != {passage.value_id for passage in check.passages}
    ):
        return ()
    return tuple(reversed(edits))


def plain_edits(article: Article, number: int, start: int, end: int, words: str) -> tuple[Edit, ...]:
    """Return the edit that puts words in place of visible characters, if these stand in the source as they are.

    Args:
        article: The article.
        number: Number of the run.
        start: First visible character.
        end: The one after the last; the same, if words are only put in.
        words: The words.
    """
    run = article.prose.runs[number]
    if _MARKUP.search(words):
        return ()
    if end == start:
        # Only between two characters that stand side by side it is plain where words go.
        beside = 0 < start < len(run.text) and run.is_plain(start - 1, start + 1)
        return (Edit(run.offset(start), run.offset(start), words),) if beside else ()
    if not run.is_plain(start, end) or _is_label(article, run.text[start:end]):
        return ()
    return (Edit(*run.source_range(start, end), words),)


def _is_label(article: Article, words: str) -> bool:
    """Tell whether words may be the label by which a link of Markdown finds its address."""
    folded = " ".join(words.casefold().split())
    return any(folded in label for label in article.labels)


def number_edits(article: Article, number: int, start: int, end: int, value: int) -> tuple[Edit, ...]:
    """Return the edit that puts a number in place of another one in plain digits.

    Args:
        article: The article.
        number: Number of the run.
        start: First visible digit.
        end: The one after the last.
        value: The right number.
    """
    text = article.prose.runs[number].text[start:end]
    return plain_edits(article, number, start, end, str(value)) if text.isascii() and text.isdigit() else ()


def applied(text: str, mends: Iterable[Sequence[Edit]]) -> tuple[str, int]:
    """Return a text with mends made, and how many of them: each whole, and none that meets one made before.

    Args:
        text: The source.
        mends: The edits of each mend.

    Example:
        >>> applied("one two", [[Edit(0, 3, "1")], [Edit(0, 7, "2")], [Edit(4, 7, "2")]])
        ('1 2', 2)
    """
    taken: list[Edit] = []
    count = 0
    for mend in mends:
        if mend and not any(_meet(edit, other) for edit in mend for other in taken):
            taken += mend
            count += 1
    parts: list[str] = []
    at = 0
    # Words that are put in at one place keep their order.
    for edit in sorted(taken, key=lambda each: (each.start, each.end)):
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, text[at:])), count


def _meet(one: Edit, other: Edit) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _replacement(text: str, difference: Difference) -> tuple[int, int, str]:
    """Return the range of a quotation and the words in its place, with the blanks that go with words put in or taken out."""
    start, end, words = difference.quoted_start, difference.quoted_end, difference.official
    if start == end and words:
        if not any(map(str.isalnum, words)):
            return start, end, words
        starts_word = start < len(text) and not text[start].isspace() and (start == 0 or text[start - 1].isspace())
        return start, end, f"{words} " if starts_word else f" {words}"
    if not words and start < end:
        # With a word the blank before it goes, or at the start the one behind.
        if start and text[start - 1].isspace():
            return start - 1, end, ""
        return start, end + (end < len(text) and text[end].isspace()), ""
    return start, end, words
