"""Pages that list other pages: a counter line comes first, and no statement is invented from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iom_content.language.patterns import is_stated
from iom_content.model.document import Capture, Document, Note
from iom_content.model.kinds import ResidueKind
from iom_content.reading.furniture import residue_of, without_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.lines import Line

NOTE = Note(code="listing-page", message="the page lists other pages and is no statement")


def read(capture: Capture, lines: Sequence[Line]) -> Document | None:
    r"""Read a page whose first line counts what it lists.

    Args:
        capture: The page.
        lines: Its lines.

    Returns:
        The document, all residue; None if there is no counter line.

    Example:
        >>> import iom_content as iom
        >>> iom.ingest("Showing 1 to 10 of 99\nA page").residue
        (<Residue listing 2 spans>,)
    """
    content, furniture = without_furniture(lines)
    if not content or not is_stated(content[0].text, "counters"):
        return None
    above = tuple(found for found in furniture if found[1].start < content[0].start)
    listed = tuple((ResidueKind.LISTING, line) for line in lines[len(above) :])
    return Document(capture=capture, residue=residue_of(above + listed), notes=(NOTE,))
