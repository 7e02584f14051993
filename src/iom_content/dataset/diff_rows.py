"""Collections whose elements have a key: figures by name and date, translations by language, notes by code."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Final

from iom_content.dataset.diff_plain import Place, change, class_of, text_of
from iom_content.language.sequences import rising
from iom_content.model.change import Change, ChangeKind
from iom_content.model.document import Note
from iom_content.model.organization import Figure, Identifier, Name, Section
from iom_content.model.statement import Translation

__all__ = ["compared_rows"]

Key = Callable[[Any], Hashable]
Compare = Callable[[Any, Any, Place], Iterator[Change]]


def _id(value: Section) -> Hashable:
    return value.id


def _figure(value: Figure) -> Hashable:
    return value.name, value.as_of


def _figure_of_document(value: Figure) -> Hashable:
    return value.name, value.as_of, getattr(value.origin, "document", None)


def _language(value: Name | Translation) -> Hashable:
    return value.language


def _scheme(value: Identifier) -> Hashable:
    return value.scheme


def _noted(value: Note) -> Hashable:
    return value.code, value.pointer


# Where several elements share a key, those that agree in more are matched first.
_KEYS: Final[dict[type, tuple[Key, ...]]] = {
    Figure: (text_of, _figure_of_document, _figure),
    Identifier: (text_of, _scheme),
    Name: (text_of, _language),
    Note: (text_of, _noted),
    Section: (_id,),
    Translation: (text_of, _language),
}


def compared_rows(old: Sequence[Any], new: Sequence[Any], place: Place, compare: Compare, keys: Sequence[Key] = ()) -> Iterator[Change]:
    """Yield what differs between two collections: elements that only one has, pairs that differ, and another order.

    Elements are paired by their keys; those of the same key one after the other.

    Args:
        old: The collection as it was.
        new: The collection as it is, of elements of the same class; not both are empty.
        place: Where it stands.
        compare: Yields what differs between two elements that are paired.
        keys: What pairs elements, the closest agreement first; that of their class if it is left out.
    """
    keys = keys or _KEYS.get(class_of([*old, *new][0]), (text_of,))
    pairs = _paired(old, new, keys)
    partners = dict(pairs)
    rows: list[tuple[int, int, list[Change]]] = []
    for index, value in enumerate(old):
        if index not in partners:
            rows.append((index, 0, list(_alone(ChangeKind.REMOVED, value, index, place))))
    for here, there in pairs:
        rows.append((there, 1, list(compare(old[here], new[there], _below(place, here, there, new[there])))))
    taken = set(partners.values())
    for index, value in enumerate(new):
        if index not in taken:
            rows.append((index, 1, list(_alone(ChangeKind.ADDED, value, index, place))))
    if len(rising([there for _, there in pairs])) != len(pairs):
        before = [_told(old[here]) for here, _ in pairs]
        after = [_told(new[there]) for there in sorted(taken)]
        yield change(ChangeKind.MOVED, place, before, after)
    for _, _, changes in sorted(rows, key=_position):
        yield from changes


def _position(row: tuple[int, int, list[Change]]) -> tuple[int, int]:
    return row[0], row[1]


def _told(value: object) -> str:
    return value.id if isinstance(value, Section) else text_of(value)


def _below(place: Place, old: int, new: int, value: object) -> Place:
    # A section has an id of its own, by which it is told wherever in the tree it stands.
    if isinstance(value, Section):
        return Place("section", value.id, place.document)
    return place.below(f"/{old}", f"/{new}")


def _alone(kind: ChangeKind, value: object, index: int, place: Place) -> Iterator[Change]:
    """Yield that a value is new or gone; of a section, also each section below it."""
    sides = (value, None) if kind is ChangeKind.REMOVED else (None, value)
    yield change(kind, _below(place, index, index, value), *sides)
    if isinstance(value, Section):
        for child in value.children:
            yield from _alone(kind, child, 0, place)


def _paired(old: Sequence[Any], new: Sequence[Any], keys: Sequence[Key]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    ours, theirs = list(range(len(old))), list(range(len(new)))
    for key in keys:
        waiting: dict[Hashable, list[int]] = {}
        for index in reversed(theirs):
            waiting.setdefault(key(new[index]), []).append(index)
        found = [(index, same.pop()) for index in ours if (same := waiting.get(key(old[index])))]
        pairs += found
        lost, taken = {here for here, _ in found}, {there for _, there in found}
        ours = [index for index in ours if index not in lost]
        theirs = [index for index in theirs if index not in taken]
    return sorted(pairs)
