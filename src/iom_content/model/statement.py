"""A dated text and the blocks it is made of."""

from __future__ import annotations

from typing import Any, ClassVar

import attr

from iom_content.errors import amount, shown
from iom_content.model import _checks
from iom_content.model.constraints import DISTINCT, LANGUAGE, NONBLANK, POSITIVE, SLUG, URL, checked
from iom_content.model.day import date
from iom_content.model.kinds import BlockKind, Mark
from iom_content.model.origins import NO_ORIGINS, Origins, Span
from iom_content.model.rules import depth_is_for_list_items, event_ends_after_it_starts, spans_are_in_order, statement_origins_name_fields
from iom_content.model.value import Value

__all__ = ["Block", "Event", "Statement", "Translation"]


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Block(Value):
    """One block of a statement.

    Raises:
        InvalidValue: The text is blank, the spans are out of order, or a depth is given to what is no list item.

    Example:
        >>> import iom_content as iom
        >>> block = iom.load().statements["sdg-summit-statement-iom-director-general"].blocks[-1]
        >>> block.text, block.spans
        ('Let’s act now, with migrants, for the benefit of all.', (Span(start=3203, end=3256),))
        >>> iom.loads('{"kind": "list_item", "text": "Boats leave at nine.", "depth": 1, "language": "en"}', iom.Block)
        <Block list_item 20 characters>
    """

    RULES: ClassVar[tuple[Any, ...]] = (spans_are_in_order, depth_is_for_list_items)

    kind: BlockKind = checked()
    """What it is."""
    text: str = checked(NONBLANK)
    """Its text: wrapped lines joined, outer blanks and list marker left off."""
    spans: tuple[Span, ...] = checked(default=())
    """Its lines in the capture, list marker included, in reading order; none if it was made by hand."""
    depth: int | None = checked(POSITIVE, default=None)
    """Level of a list item, 1 at the top; None for other kinds."""
    language: str | None = checked(LANGUAGE, default=None)
    """Its language, where it is known to differ from the statement's or none is known of that."""
    marks: tuple[Mark, ...] = checked(DISTINCT, default=())
    """Peculiarities: a duplicate, cut off."""

    def __attrs_post_init__(self) -> None:
        _checks.check_block(self, BlockKind, Span, Mark)

    def __repr__(self) -> str:
        return f"<Block {self.kind} {amount(len(self.text), 'character')}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Event(Value):
    """The occasion of a statement.

    Raises:
        InvalidValue: It ends before it starts.

    Example:
        >>> import iom_content as iom
        >>> iom.load().statements["sdg-summit-statement-iom-director-general"].event
        <Event 'SDG Summit' 2023-09-18>
        >>> iom.loads('{"name": "Open day", "place": "Oslo", "start": "2024-05-04"}', iom.Event)
        <Event 'Open day' 2024-05-04>
    """

    RULES: ClassVar[tuple[Any, ...]] = (event_ends_after_it_starts,)

    name: str = checked(NONBLANK)
    """Its name."""
    start: date | None = checked(default=None)
    """Its first day."""
    end: date | None = checked(default=None)
    """Its last day."""
    place: str | None = checked(NONBLANK, default=None)
    """Where it was held."""

    def __attrs_post_init__(self) -> None:
        _checks.check_event(self, date)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Event {shown(self.name, 40)}{f' {self.start}' if self.start else ''}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Translation(Value):
    """A reference to the same statement in another language; its text is not held.

    Example:
        >>> import iom_content as iom
        >>> [translation.language for translation in iom.load().statements["sdg-summit-statement-iom-director-general"].translations]
        ['fr', 'es']
        >>> iom.loads('{"language": "fr", "title": "Jour du port", "url": "https://example.org/fr"}', iom.Translation)
        <Translation fr 'Jour du port'>
    """

    language: str = checked(LANGUAGE)
    """Its language."""
    title: str = checked(NONBLANK)
    """Its title."""
    url: str = checked(URL)
    """Its address."""

    def __attrs_post_init__(self) -> None:
        _checks.check_translation(self)

    def __repr__(self) -> str:
        return f"<Translation {self.language[:12]} {shown(self.title, 40)}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Statement(Value):
    """A dated text issued by an organization or its head.

    Example:
        >>> import iom_content as iom
        >>> statement = iom.load().statements["sdg-summit-statement-iom-director-general"]
        >>> statement.title, statement.published, len(statement.paragraphs)
        ('SDG Summit: Statement of the IOM Director General', datetime.date(2023, 9, 18), 7)
        >>> iom.loads('{"id": "open-day", "organization": "harbour", "title": "Open day", "published": "2024-05-04"}', iom.Statement)
        <Statement 'open-day' 0 blocks>
    """

    RULES: ClassVar[tuple[Any, ...]] = (statement_origins_name_fields,)

    id: str = checked(SLUG)
    """Its key: a decision, else the last part of its address, else its title's slug."""
    organization: str = checked(SLUG)
    """Id of the organization that issued it."""
    title: str | None = checked(NONBLANK, default=None)
    """Its title; None if the page has none."""
    language: str | None = checked(LANGUAGE, default=None)
    """Its language as a BCP 47 tag."""
    category: str | None = checked(NONBLANK, default=None)
    """The site's label for this sort of text."""
    url: str | None = checked(URL, default=None)
    """Its address."""
    published: date | None = checked(default=None)
    """The day it was published."""
    delivered: date | None = checked(default=None)
    """The day it was spoken, where the page says so."""
    place: str | None = checked(NONBLANK, default=None)
    """Where it was spoken or is dated from."""
    speaker: str | None = checked(NONBLANK, default=None)
    """Name of who speaks."""
    speaker_role: str | None = checked(NONBLANK, default=None)
    """The office in which they speak."""
    event: Event | None = checked(default=None)
    """The occasion."""
    translations: tuple[Translation, ...] = checked(default=())
    """The same text in other languages."""
    blocks: tuple[Block, ...] = checked(default=())
    """The text, block by block, in reading order."""
    origins: Origins = checked(default=NO_ORIGINS)
    """Where each field comes from; a block's place is in `Block.spans`."""

    def __attrs_post_init__(self) -> None:
        _checks.check_statement(self, date, Event, Translation, Block, Origins)

    @property
    def text(self) -> str:
        """The blocks' texts but footers, parted by blank lines."""
        return "\n\n".join(block.text for block in self.blocks if block.kind is not BlockKind.FOOTER)

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that are paragraphs, in reading order."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)

    def __repr__(self) -> str:
        return f"<Statement {shown(self.id, 40)} {amount(len(self.blocks), 'block')}>"
