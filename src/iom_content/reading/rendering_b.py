"""Pages without navigation: category, day and title, then blocks parted by empty lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iom_content.model.document import Capture, Document
from iom_content.reading.blocks import ends_sentence
from iom_content.reading.furniture import residue_of
from iom_content.reading.statement import statement_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.model.statement import Statement
    from iom_content.reading.lines import Line

_PROSE: Final = 200
"""A line of this length is running text whatever its end."""


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
    told = statement_of(lines, capture, bannered=False)
    if told.statement is None or not _holds_text(told.statement):
        return None
    return Document(
        capture=capture,
        language=told.statement.language,
        statement=told.statement,
        residue=residue_of(told.residue),
        notes=told.notes,
    )


def _holds_text(statement: Statement) -> bool:
    if statement.category is not None or statement.published is not None:
        return True
    return any(len(block.text) >= _PROSE or (ends_sentence(block.text) and len(block.text.split()) > 1) for block in statement.blocks)
