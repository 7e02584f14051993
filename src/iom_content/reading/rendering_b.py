"""Pages without navigation: category, day and title, then blocks parted by empty lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iom_content.model.document import Capture, Document
from iom_content.reading.blocks import ends_sentence
from iom_content.reading.furniture import furniture_of, residue_of
from iom_content.reading.head import read_head
from iom_content.reading.head_parts import Setting
from iom_content.reading.labels import labelled_dates
from iom_content.reading.statement import statement_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.lines import Line

_PROSE: Final = 200
"""A line of this length is running text whatever its end."""
_TOP: Final = 40
"""Among so many lines the head is looked for."""
_LEAST: Final = 2
"""So many lines are no mere label."""


def read(capture: Capture, lines: Sequence[Line]) -> Document | None:
    r"""Read a page that starts with its text.

    Args:
        capture: The page.
        lines: Its lines.

    Returns:
        The document; None if neither a category, a day nor running text shows that it holds one.

    Example:
        >>> import iom_content as iom
        >>> document = iom.ingest("News\n3 May 2021\n\nHarbours plan for winter\n\nThe harbours met.")
        >>> document.statement.category, document.statement.published, document.statement.title
        ('News', datetime.date(2021, 5, 3), 'Harbours plan for winter')
    """
    if not any(map(_is_prose, lines)) and not _is_headed(lines):
        return None
    told = statement_of(lines, capture, bannered=False)
    if told.statement is None:
        return None
    return Document(
        capture=capture,
        language=told.statement.language,
        statement=told.statement,
        residue=residue_of(told.residue),
        notes=told.notes,
    )


def _is_prose(line: Line) -> bool:
    """Tell whether a line is running text: long, or a sentence of several words."""
    return len(line.text) >= _PROSE or (ends_sentence(line.text) and " " in line.text and furniture_of(line) is None)


def _is_headed(lines: Sequence[Line]) -> bool:
    """Tell whether a category or a day of publication stands with something that it can belong to."""
    if sum(furniture_of(line) is None for line in lines[:_TOP]) < _LEAST:
        return False
    head = read_head(lines[:_TOP], Setting(bannered=False))
    return head.category is not None or head.published is not None or any(found.dated.day for found in labelled_dates(lines))
