"""The closed sets: every kind, basis, qualifier and mark a value may name."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Basis", "BlockKind", "Mark", "Qualifier", "ResidueKind"]


class Basis(StrEnum):
    """What a curated value rests on.

    Example:
        >>> import iom_content as iom
        >>> iom.load().statements["sdg-summit-statement-iom-director-general"].origins["speaker"].basis
        <Basis.INFERRED: 'inferred'>
    """

    OFFICIAL = "official"
    """An official text states it."""
    INFERRED = "inferred"
    """It follows from official texts; none states it in so many words."""
    SECONDARY = "secondary"
    """Only sources that are not official state it."""


class Qualifier(StrEnum):
    """How a stated number relates to the true one.

    Example:
        >>> import iom_content as iom
        >>> iom.load().organizations["iom"].member_states.qualifier
        <Qualifier.EXACTLY: 'exactly'>
    """

    EXACTLY = "exactly"
    """The number itself."""
    MORE_THAN = "more_than"
    """A lower bound that is exceeded: `over 100`."""
    AT_LEAST = "at_least"
    """A lower bound that may be met."""
    AROUND = "around"
    """A rounded number."""
    NEARLY = "nearly"
    """An upper bound that is almost met."""


class BlockKind(StrEnum):
    """What a block of a statement is.

    Example:
        >>> import iom_content as iom
        >>> [kind.value for kind in iom.BlockKind][:3]
        ['heading', 'salutation', 'paragraph']
    """

    HEADING = "heading"
    """A line that names what follows."""
    SALUTATION = "salutation"
    """An address to the audience, at the start or midway."""
    PARAGRAPH = "paragraph"
    """Running text."""
    LIST_ITEM = "list_item"
    """One entry of a list; its marker lies in the span, not in the text."""
    QUOTATION = "quotation"
    """A paragraph that is wholly quoted speech."""
    CAPTION = "caption"
    """The line under a picture."""
    MEDIA = "media"
    """What a player or picture left behind in the text."""
    DELIVERY_NOTE = "delivery_note"
    """`Check against delivery` and its like."""
    FOOTER = "footer"
    """What stands below the text: contacts, share lines, tags."""


class Mark(StrEnum):
    """A peculiarity of a block that a reader must know of.

    Example:
        >>> import iom_content as iom
        >>> iom.Mark("truncated")
        <Mark.TRUNCATED: 'truncated'>
    """

    DUPLICATE = "duplicate"
    """The same text stands earlier in the statement."""
    TRUNCATED = "truncated"
    """The capture ends inside this block."""


class ResidueKind(StrEnum):
    """Why a part of a capture fitted no field.

    Example:
        >>> import iom_content as iom
        >>> iom.ingest("Displaying 1 - 2 of 9\\nA\\nB").residue[0].kind
        <ResidueKind.LISTING: 'listing'>
    """

    CHROME = "chrome"
    """Furniture of the site: `Skip to main content`."""
    INVISIBLE = "invisible"
    """A line of characters that show nothing, such as a byte order mark."""
    LISTING = "listing"
    """Text of a page that lists other pages."""
    PLACEHOLDER = "placeholder"
    """A label whose value is missing."""
    UNRECOGNIZED = "unrecognized"
    """Text of a page whose form no reader knows."""
