"""What differs between two versions of a text or of a dataset: one change, and the words it touches."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

import attr

from iom_content.errors import shown
from iom_content.model import _result_checks
from iom_content.model.constraints import CODE, DOCUMENT_ID, INTEGER, NONBLANK, POINTER, TEXT, checked
from iom_content.model.result_rules import change_has_the_sides_of_its_kind, edits_spell_both_sides
from iom_content.model.value import Value

__all__ = ["Change", "ChangeKind", "Edit", "EditKind"]


class ChangeKind(StrEnum):
    """What happened to a field or a value.

    Example:
        >>> import iom_content as iom
        >>> catalog = iom.load()
        >>> iom.diff(iom.collect(()), catalog)[0].kind
        <ChangeKind.ADDED: 'added'>
    """

    ADDED = "added"
    """Only the new side has it."""
    REMOVED = "removed"
    """Only the old side has it."""
    CHANGED = "changed"
    """Both have it, and it differs."""
    MOVED = "moved"
    """The same, at another place of its sequence: a block elsewhere in its statement, or the order of a collection."""


class EditKind(StrEnum):
    """What happened to a run of words.

    Example:
        >>> import iom_content as iom
        >>> list(iom.EditKind)
        [<EditKind.EQUAL: 'equal'>, <EditKind.REMOVED: 'removed'>, <EditKind.ADDED: 'added'>]
    """

    EQUAL = "equal"
    """It stands on both sides, character for character."""
    REMOVED = "removed"
    """It stands in the old text alone."""
    ADDED = "added"
    """It stands in the new text alone."""


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Edit(Value):
    """A run of words of two texts that stands in both or in one; the runs of a change in order spell both texts.

    Example:
        >>> import iom_content as iom
        >>> old, new = (iom.Section(id="boats", title=title) for title in ("Small boats", "Small ships"))
        >>> iom.diff(old, new)[0].edits
        (<Edit equal 'Small '>, <Edit removed 'boats'>, <Edit added 'ships'>)
    """

    kind: EditKind = checked()
    """What happened to it."""
    text: str = checked(TEXT)
    """The words, with the blanks between them."""
    old_start: int = checked(INTEGER)
    """Its first code point in the old text; where an addition goes in."""
    old_end: int = checked(INTEGER)
    """The code point after its last in the old text; the same as the start for an addition."""
    new_start: int = checked(INTEGER)
    """Its first code point in the new text; where a removal was."""
    new_end: int = checked(INTEGER)
    """The code point after its last in the new text; the same as the start for a removal."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_edit(self, EditKind)

    def __repr__(self) -> str:
        return f"<Edit {self.kind} {shown(self.text, 40)}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Change(Value):
    """One difference in content between an old and a new value.

    Raises:
        InvalidValue: A side is missing that its kind has, or the edits do not spell both texts.

    Example:
        >>> import iom_content as iom
        >>> old, new = (iom.Section(id="boats", title=title) for title in ("Small boats", "Small ships"))
        >>> change = iom.diff(old, new)[0]
        >>> change
        <Change changed section 'boats' /title>
        >>> change.old, change.new
        ('Small boats', 'Small ships')
    """

    RULES: ClassVar[tuple[Any, ...]] = (change_has_the_sides_of_its_kind, edits_spell_both_sides)

    kind: ChangeKind = checked()
    """What happened."""
    subject: str = checked(CODE)
    """The class of the value that it happened to: `statement`, `section`, `organization`, `document`, `term` or `catalog`."""
    id: str | None = checked(NONBLANK, default=None)
    """Id of that value, the new one if it changed; None for a catalog, which has none."""
    document: str | None = checked(DOCUMENT_ID, default=None)
    """Id of the document of a catalog in whose reading it happened; None for the dataset's own values."""
    old_pointer: str | None = checked(POINTER, default=None)
    """RFC 6901 pointer into the old value, empty for the whole; None for what was added."""
    new_pointer: str | None = checked(POINTER, default=None)
    """RFC 6901 pointer into the new value, empty for the whole; None for what was removed."""
    old: str | None = checked(TEXT, default=None)
    """What stood there: a text or number as it is, a whole value by its title, text or JSON; None for what was added."""
    new: str | None = checked(TEXT, default=None)
    """What stands there now; None for what was removed."""
    edits: tuple[Edit, ...] = checked(default=())
    """For a changed text its words: in order, equal, removed and added ones; none for what is no text."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_change(self, ChangeKind, Edit)

    @property
    def pointer(self) -> str:
        """Where it stands in the new value, or where it stood in the old one if it was removed."""
        return (self.old_pointer if self.new_pointer is None else self.new_pointer) or ""

    def __repr__(self) -> str:
        parts = (
            str(self.kind),
            self.subject[:40],
            shown(self.id, 40) if self.id is not None else "",
            shown(self.pointer, 60)[1:-1] if self.pointer else "",
        )
        return f"<Change {' '.join(part for part in parts if part)}>"
