"""Two texts laid side by side word by word: the edits that lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from iom_content.language.sequences import matched
from iom_content.language.words import tokens_of
from iom_content.model.change import Edit, EditKind

__all__ = ["edits_of"]


class _Word(NamedTuple):
    """A word or mark as it is written, with what stands before it; the end of a text is one without letters."""

    before: str
    written: str


def edits_of(old: str, new: str) -> tuple[Edit, ...]:
    """Return the runs of words that both texts share and those that only one has, in order.

    The runs that are equal or removed spell the old text, those that are equal or added the new one, to the last character:
    also where only a blank or the form of a mark differs. A removal goes before the addition in its place.

    Args:
        old: A text.
        new: Another one.

    Example:
        >>> for edit in edits_of("This is no easy task.", "This is an easy task."):
        ...     print(edit.kind, repr(edit.text))
        equal 'This is '
        removed 'no'
        added 'an'
        equal ' easy task.'
    """
    edits: list[Edit] = []
    here = there = 0
    for kind, text in _joined(_runs(_words(old), _words(new))):
        left = 0 if kind is EditKind.ADDED else len(text)
        right = 0 if kind is EditKind.REMOVED else len(text)
        edits.append(Edit(kind=kind, text=text, old_start=here, old_end=here + left, new_start=there, new_end=there + right))
        here, there = here + left, there + right
    return tuple(edits)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    end = 0
    for token in tokens_of(text):
        words.append(_Word(text[end : token.start], text[token.start : token.end]))
        end = token.end
    return [*words, _Word(text[end:], "")]


def _runs(old: list[_Word], new: list[_Word]) -> Iterator[tuple[str, str, str]]:
    """Yield what is removed, what is added in its place and what follows on both sides, until both texts are told."""
    here = there = 0
    for left, right in matched([word.written for word in old], [word.written for word in new]):
        removed = _spelled(old[here:left]) + old[left].before
        added = _spelled(new[there:right]) + new[right].before
        yield removed, added, old[left].written
        here, there = left + 1, right + 1


def _spelled(words: list[_Word]) -> str:
    return "".join(f"{word.before}{word.written}" for word in words)


def _joined(runs: Iterator[tuple[str, str, str]]) -> Iterator[tuple[EditKind, str]]:
    """Yield the runs with a kind; blanks around removed and added words that are the same on both sides are equal."""
    equal = ""
    for removed, added, same in runs:
        first = _blanks(removed, added)
        last = _blanks(removed[first:][::-1], added[first:][::-1])
        gone, come = (text[first : len(text) - last] for text in (removed, added))
        equal += removed[:first]
        if gone or come:
            yield from ((kind, text) for kind, text in zip(EditKind, (equal, gone, come), strict=True) if text)
            equal = ""
        equal += removed[len(removed) - last :] + same
    if equal:
        yield EditKind.EQUAL, equal


def _blanks(one: str, other: str) -> int:
    """Count the blanks at the start that two texts share."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right or not left.isspace():
            break
        count += 1
    return count
