"""Where the text of a page ends and what stands below it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iom_content.reading.blocks import ends_sentence, is_rule, starts_as
from iom_content.reading.furniture import furniture_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.lines import Line

_PROSE: Final = 200
"""A finished line of this length is running text."""


def footer_start(lines: Sequence[Line]) -> int:
    r"""Return the index of the first line of the footer.

    A drawn rule or a label such as that of the contacts starts it. With running text and most of the page below it, it
    parts the text and does not end it; and without text above there is nothing to stand below; furniture of the site is no text.

    Args:
        lines: The lines of the page below its navigation.

    Returns:
        The index; the number of lines if there is no footer.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> footer_start(lines_of("Some text.\n***\nPress desk"))
        1
    """
    sizes = [len(line.text) if furniture_of(line) is None else 0 for line in lines]
    total = sum(sizes)
    last_prose = max((index for index, line in enumerate(lines) if len(line.text) >= _PROSE and ends_sentence(line.text)), default=-1)
    above = 0
    for index, line in enumerate(lines):
        if above and (is_rule(line.text) or _is_label(line.text)) and (index >= last_prose or 2 * above >= total):
            return index
        above += sizes[index]
    return len(lines)


def _is_label(text: str) -> bool:
    """Tell whether a line starts with a label of footers; in lower case it goes on with a sentence that was wrapped."""
    return not text[:1].islower() and starts_as(text, "footers")
