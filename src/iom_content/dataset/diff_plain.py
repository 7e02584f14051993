"""What a change shows of a value: its content as text, without the places it was read from."""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple, cast

import attrs

from iom_content.dataset.diff_words import edits_of
from iom_content.model.change import Change, ChangeKind
from iom_content.model.document import Document
from iom_content.model.kinds import ResidueKind
from iom_content.model.origins import Captured
from iom_content.model.partition import escaped
from iom_content.model.statement import Statement
from iom_content.model.value import Value

__all__ = ["PLACES", "Place", "Remnant", "change", "class_of", "text_of"]

PLACES: Final = frozenset(("spans", "marker"))
"""Fields that say where something stands: they move with every capture, and are no content."""

# What a value is told by, where one field of it tells people which it is.
_TOLD: Final = {"Block": "text", "Section": "title", "Organization": "name", "Term": "name", "Remnant": "words"}


class Place(NamedTuple):
    """Where a comparison stands: in which value, and at which pointers of its two sides."""

    subject: str
    id: str | None = None
    document: str | None = None
    old: str = ""
    new: str = ""

    def at(self, name: str) -> Place:
        """Return the place of a field."""
        return self.below(f"/{escaped(name)}", f"/{escaped(name)}")

    def below(self, old: str, new: str) -> Place:
        """Return the place below this one, told for each side."""
        return self._replace(old=f"{self.old}{old}", new=f"{self.new}{new}")


class Remnant(NamedTuple):
    """What a part of a residue says, which in the document is told by places."""

    kind: ResidueKind
    reason: str
    words: str


def change(kind: ChangeKind, place: Place, old: object, new: object, *, words: bool = False) -> Change:
    """Make the change that a comparison found at a place; a side that is None is not there.

    Args:
        kind: What happened.
        place: Where.
        old: What stood there.
        new: What stands there.
        words: Whether both are texts, whose edits are to be told.

    Example:
        >>> change(ChangeKind.CHANGED, Place("section", "boats", None, "/title", "/title"), "Small boats", "Boats")
        <Change changed section 'boats' /title>
    """
    before, after = (None if value is None else text_of(value) for value in (old, new))
    return Change(
        kind=kind,
        subject=place.subject,
        id=place.id,
        document=place.document,
        old_pointer=None if old is None else place.old,
        new_pointer=None if new is None else place.new,
        old=before,
        new=after,
        edits=edits_of(before, after) if words and before is not None and after is not None else (),
    )


def text_of(value: object) -> str:
    """Return a value as text: what people call it, if it has a name or a text, else its content as JSON.

    Args:
        value: A value, an element of one, or a list of texts.

    Example:
        >>> import iom_content as iom
        >>> print(text_of(iom.Event(name="Open day", place="Oslo")))
        {"name": "Open day", "place": "Oslo"}
        >>> text_of(iom.Section(id="boats", title="Boats"))
        'Boats'
    """
    if isinstance(value, Statement):
        return value.title or value.id
    if isinstance(value, Document):
        return value.capture.url or value.id
    told = _TOLD.get(type(value).__name__)
    plain = _plain(value) if told is None else getattr(value, told)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def class_of(value: Any) -> type[Any]:
    """Return the class of a value."""
    return cast("type[Any]", value.__class__)


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Captured):
        # Which page, and where on it, is a matter of captures.
        return "captured"
    if isinstance(value, list | tuple):
        return [_plain(each) for each in cast("tuple[Any, ...]", value)]
    if not isinstance(value, Value):
        return value
    fields = {field.name: getattr(value, field.name) for field in attrs.fields(class_of(value)) if field.name not in PLACES}
    return {name: _plain(each) for name, each in fields.items() if each not in (None, ())}
