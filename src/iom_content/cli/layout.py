"""How lines are laid out: wrapped words, labelled facts, branches of a tree; the same with and without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from iom_content.cli.terminal import Terminal
from iom_content.model.organization import Section
from iom_content.serializers.wording import visible

__all__ = ["branches", "fact", "wrapped"]

_LABEL: Final = 10


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield text in lines of a width; a word too long for it stands whole on a line of its own.

    Args:
        text: One line of text.
        width: How many characters a line has.
        first: What the first line begins with.
        rest: What the others begin with; the same if it is None.

    Example:
        >>> list(wrapped("one two three", 8, "- ", "  "))
        ['- one', '  two', '  three']
    """
    after = first if rest is None else rest
    lines = textwrap.wrap(text, width, initial_indent=first, subsequent_indent=after, break_on_hyphens=False, break_long_words=False)
    yield from lines or [first.rstrip()]


def fact(label: str, words: str, terminal: Terminal, column: int = _LABEL) -> Iterator[str]:
    """Yield a labelled fact, the label in a column of its own.

    Args:
        label: A word shorter than the column; empty where the fact goes on with the one before.
        words: The fact, from anywhere: hostile characters are spelled out.
        terminal: Where it goes.
        column: How wide the column of the label is.
    """
    first, *others = wrapped(visible(words), terminal.width - column)
    yield f"{terminal.styled(label.ljust(column), 'label')}{first}"
    yield from (f"{' ' * column}{line}" for line in others)


def branches(sections: tuple[Section, ...], indent: str = "") -> Iterator[tuple[str, str, Section]]:
    """Yield each section of a tree with the branch that leads to it and what stands below the branch in further lines.

    Args:
        sections: The top of the tree.
        indent: What every line begins with.

    Example:
        >>> import iom_content as iom
        >>> [f"{branch}{section.title}" for branch, _, section in branches(iom.load().sections["take-action"].children)]
        ['├─ Work with us', '└─ Get involved']
    """
    for index, section in enumerate(sections):
        last = index == len(sections) - 1
        below = f"{indent}{'   ' if last else '│  '}"
        yield f"{indent}{'└─ ' if last else '├─ '}", below, section
        yield from branches(section.children, below)
