"""The places of a value that can be pointed at, by their labels."""

from __future__ import annotations

from collections.abc import Iterator

from iom_content.model.catalog import Catalog
from iom_content.model.document import Document
from iom_content.model.kinds import BlockKind
from iom_content.model.organization import Organization, Section
from iom_content.model.origins import Captured
from iom_content.model.statement import Statement
from iom_content.query.walk import walk

__all__ = ["labelled", "page_of"]


def labelled(value: Statement | Section | Organization) -> tuple[tuple[str, str], ...]:
    """Return the label and the text of each place, in reading order.

    Args:
        value: A statement, whose places are `title` and `p1` … `pN`, all blocks but footers; a section, whose places are
            `title` and `summary`; or an organization, whose places are those of its sections, as `<section id>.summary`.

    Example:
        >>> import iom_content as iom
        >>> [label for label, _ in labelled(iom.load().statements["sdg-summit-statement-iom-director-general"])]
        ['title', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']
    """
    if isinstance(value, Statement):
        return tuple(_of_statement(value))
    if isinstance(value, Section):
        return tuple(_of_section(value, ""))
    return tuple(pair for section, _ in walk(value) for pair in _of_section(section, f"{section.id}."))


def page_of(section: Section, catalog: Catalog) -> Document | None:
    """Return the document from which a section was read, if the catalog holds it.

    Args:
        section: A section of the catalog.
        catalog: The dataset.

    Example:
        >>> import iom_content as iom
        >>> catalog = iom.load()
        >>> page_of(catalog.sections["our-work"], catalog) is catalog.documents["4e89fe63437d"]
        True
    """
    origin = section.origins.get("title")
    if not isinstance(origin, Captured) or origin.document is None:
        return None
    return catalog.documents.get(origin.document)


def _of_statement(statement: Statement) -> Iterator[tuple[str, str]]:
    if statement.title is not None:
        yield "title", statement.title
    text = (block for block in statement.blocks if block.kind is not BlockKind.FOOTER)
    yield from ((f"p{number}", block.text) for number, block in enumerate(text, 1))


def _of_section(section: Section, prefix: str) -> Iterator[tuple[str, str]]:
    yield f"{prefix}title", section.title
    if section.summary is not None:
        yield f"{prefix}summary", section.summary
