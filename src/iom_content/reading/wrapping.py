"""Lines that a page broke at a fixed width, joined to the paragraphs they were; on evidence only."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.invisible import bare
from iom_content.reading.blocks import ends_sentence, marker_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iom_content.model.origins import Span
    from iom_content.reading.lines import Line

_WIDEST: Final = 80
"""Longest line of a wrapped text."""
_FULL: Final = 45
"""A line shorter than this may be the last of its paragraph."""
_EVIDENCE: Final = 2
"""How many lines must break off within a sentence and go on in lower case before lines are joined."""


class Passage(NamedTuple):
    """Text that may take several lines."""

    text: str
    """Its lines joined by single blanks."""
    spans: tuple[Span, ...]
    """Their places."""
    indent: int
    """Blanks before the first."""


def passages_of(text: str, lines: Sequence[Line]) -> tuple[Passage, ...]:
    r"""Join wrapped lines; where nothing shows that lines were wrapped each stays alone.

    Args:
        text: The capture's text.
        lines: Lines below the title.

    Returns:
        Passages in reading order.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> page = "One line.\nAnother."
        >>> [passage.text for passage in passages_of(page, lines_of(page))]
        ['One line.', 'Another.']
    """
    groups = _paragraphs(lines) if _is_wrapped(lines) else ([line] for line in lines)
    return tuple(Passage(_joined(text, group), tuple(line.span for line in group), group[0].indent) for group in groups)


def _joined(text: str, group: Sequence[Line]) -> str:
    """Return lines joined by single blanks; invisible characters stay but at the edges of the whole."""
    return bare(" ".join(text[line.start : line.end] for line in group))


def _is_wrapped(lines: Sequence[Line]) -> bool:
    if any(len(line.text) > _WIDEST for line in lines):
        return False
    return sum(_breaks_off(line) and below.text[0].islower() for line, below in pairwise(lines)) >= _EVIDENCE


def _breaks_off(line: Line) -> bool:
    return len(line.text) >= _FULL and not ends_sentence(line.text)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    group: list[Line] = []
    for line in lines:
        if group and (line.apart or _ends(group[-1]) or _starts_item(line, group)):
            yield group
            group = []
        group.append(line)
    # Lines that show they were wrapped are several, so that the last group is never empty.
    yield group


def _ends(line: Line) -> bool:
    return len(line.text) < _FULL


def _starts_item(line: Line, group: Sequence[Line]) -> bool:
    """Tell whether a line is the next item of a list; within a sentence a dash or number is but the first on its line."""
    return bool(marker_length(line.text)) and (bool(marker_length(group[0].text)) or ends_sentence(group[-1].text))
