"""Pages that start with the navigation block, one block a line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iom_content.model.document import Capture, Document, Note
from iom_content.reading.furniture import furniture_of, residue_of, without_furniture
from iom_content.reading.listing import NOTE, is_listing, listed
from iom_content.reading.navigation import is_marker, read_navigation
from iom_content.reading.organization import organization_of
from iom_content.reading.statement import statement_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.lines import Line


def read(capture: Capture, lines: Sequence[Line]) -> Document | None:
    r"""Read a page that starts with a navigation block.

    Args:
        capture: The page.
        lines: Its lines.

    Returns:
        The document; None if the page does not start with such a block.

    Example:
        >>> import iom_content as iom
        >>> page = "-\nWho we are\nWHO WE AREWe lend lanterns.\n- 2030 Agenda\nA title\nSome text."
        >>> document = iom.ingest(page)
        >>> document.organization.sections, document.statement.title
        ((<Section 'who-we-are' 0 children>, <Section '2030-agenda' 0 children>), 'A title')
    """
    head = next((index for index, line in enumerate(lines) if furniture_of(line) is None), len(lines))
    navigation = read_navigation(capture.text, lines[head:])
    if navigation is None:
        return None
    described = organization_of(capture.text, navigation, capture.captured)
    _, above = without_furniture(lines[:head])
    below = lines[head + navigation.size :]
    notes = described.notes
    if is_listing(below):
        # Furniture above a list is no part of it, but here nothing tells where the list starts.
        return Document(
            capture=capture,
            language=described.language,
            organization=described.organization,
            residue=residue_of(above + listed(below)),
            notes=(*notes, NOTE),
        )
    told = statement_of(below, capture, bannered=True, language=described.language)
    if any(is_marker(line) for line in below):
        notes += (Note(code="stray-marker", message="a bare dash stands below the navigation, which may be broken"),)
    if told.statement is None:
        notes += (Note(code="no-statement", message="nothing but the navigation stands on the page"),)
    return Document(
        capture=capture,
        language=described.language,
        organization=described.organization,
        statement=told.statement,
        residue=residue_of(above + told.residue),
        notes=notes + told.notes,
    )
