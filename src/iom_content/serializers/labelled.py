"""Words beside labels, in lines of a given width: the form of all answers that people read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Final

from iom_content.serializers.wording import visible

__all__ = ["Style", "labelled"]

Style = Callable[[str, str], str]
"""Gives a text a style, by the style's name."""

_LABEL: Final = 12


def labelled(label: str, words: str, width: int, style: Style, part: str = "") -> Iterator[str]:
    """Yield words in lines beside a label.

    Args:
        label: What the words are; it stands before the first line.
        words: The words, of any source; characters that do not print are spelled.
        width: How many characters a line has.
        style: Gives a text one of the styles `good`, `bad`, `dim`, `label`.
        part: The style of what stands in braces, if it has one.

    Example:
        >>> list(labelled("official", "no easy task", 80, lambda text, _: text))
        ['official    no easy task']
    """
    lines = textwrap.wrap(visible(words), max(20, width - _LABEL), break_on_hyphens=False, break_long_words=False) or [""]
    for number, line in enumerate(lines):
        head = label if number == 0 else ""
        yield f"{style(head.ljust(_LABEL), 'label')}{_styled(line, style, part) if part else line}"


def _styled(line: str, style: Style, part: str) -> str:
    """Style what stands in braces; the braces stay, for those who see no colours."""
    pieces = line.replace("{", "\0{").replace("}", "}\0").split("\0")
    return "".join(style(piece, part) if piece.startswith("{") or piece.endswith("}") else piece for piece in pieces)
