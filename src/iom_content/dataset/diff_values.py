"""Two versions of one value, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import attrs

from iom_content.dataset.diff_blocks import compared_blocks
from iom_content.dataset.diff_plain import PLACES, Place, Remnant, change, class_of
from iom_content.dataset.diff_rows import compared_rows
from iom_content.model.change import Change, ChangeKind
from iom_content.model.constraints import NONBLANK
from iom_content.model.document import Capture, Document
from iom_content.model.organization import Organization
from iom_content.model.origins import Captured, Origin, Origins
from iom_content.model.statement import Statement
from iom_content.model.value import Value

__all__ = ["compared_values", "compared_wholes"]


def compared_values(old: Any, new: Any, place: Place) -> Iterator[Change]:
    """Yield what differs between two values of one class.

    Args:
        old: The value as it was.
        new: The value as it is.
        place: Where it stands.
    """
    for field in attrs.fields(class_of(new)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        # What a capture says is told by its digest, and by what was read from it.
        if before == after or field.name in PLACES or (field.name == "text" and type(new) is Capture):
            continue
        here = place.at(field.name)
        if type(new) is Document and field.name == "residue":
            yield from compared_rows(_remnants(old), _remnants(new), here, _compared_remnants, (tuple, _kind))
        elif field.name == "blocks":
            yield from compared_blocks(before, after, here, compared_values)
        else:
            yield from _compared(before, after, here, words=field.metadata.get("constraint") is NONBLANK)


def compared_wholes(old: Any, new: Any, place: Place) -> Iterator[Change]:
    """Yield what differs between two sides of which each may be missing.

    Args:
        old: The side as it was, or None.
        new: The side as it is, or None.
        place: Where it stands.
    """
    if old != new:
        yield from _compared(old, new, place, words=False)


def _compared(old: Any, new: Any, place: Place, *, words: bool) -> Iterator[Change]:
    """Yield what differs between two things that are not equal."""
    if old is None or new is None:
        yield change(ChangeKind.ADDED if old is None else ChangeKind.REMOVED, place, old, new)
    elif isinstance(new, tuple):
        yield from compared_rows(old, cast("Sequence[Any]", new), place, _compared_element)
    elif isinstance(new, Origins):
        yield from _compared_origins(old, new, place)
    elif isinstance(new, Organization | Statement):
        yield from compared_values(old, new, Place(type(new).__name__.lower(), new.id, place.document))
    elif isinstance(new, Value) and type(old) is type(new):
        if not isinstance(new, Captured):
            yield from compared_values(old, new, place)
    else:
        yield change(ChangeKind.CHANGED, place, old, new, words=words)


def _compared_element(old: Any, new: Any, place: Place) -> Iterator[Change]:
    # Elements that are texts are paired only if they are equal.
    return compared_values(old, new, place) if isinstance(new, Value) else iter(())


def _compared_origins(old: Mapping[str, Origin], new: Mapping[str, Origin], place: Place) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        if name not in PLACES and old.get(name) != new.get(name):
            yield from _compared(old.get(name), new.get(name), place.at(name), words=False)


def _remnants(document: Document) -> list[Remnant]:
    text = document.capture.text
    return [Remnant(each.kind, each.reason, "\n".join(text[span.start : span.end] for span in each.spans)) for each in document.residue]


def _compared_remnants(old: Remnant, new: Remnant, place: Place) -> Iterator[Change]:
    for name, before, after in (("reason", old.reason, new.reason), ("spans", old.words, new.words)):
        if before != after:
            yield change(ChangeKind.CHANGED, place.at(name), before, after, words=True)


def _kind(remnant: Remnant) -> str:
    return remnant.kind
