"""Two versions of a dataset or of one value compared by content: what was added, removed, changed and moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

import attrs

from iom_content.dataset.diff_plain import Place
from iom_content.dataset.diff_values import compared_wholes
from iom_content.errors import InvalidValue, shown, with_article
from iom_content.model.catalog import Catalog, Term
from iom_content.model.change import Change
from iom_content.model.document import Document
from iom_content.model.organization import Organization, Section
from iom_content.model.statement import Statement

__all__ = ["diff"]

Comparable = TypeVar("Comparable", Catalog, Document, Organization, Section, Statement, Term)

_CLASSES: Final = (Catalog, Document, Organization, Section, Statement, Term)


def diff(old: Comparable, new: Comparable) -> tuple[Change, ...]:
    """Return every difference in content between two catalogs, or two values of the same class.

    Values are paired by id, the blocks of a statement as a sequence, the rest by what it is: a figure by name and date, a
    translation by language. Texts are compared word by word, and differ if a single character does. Where a value stands in
    a capture, and in which one, is no content: spans and captured origins make no change, curated origins do. A change that
    a catalog has in a value and again in the document it was read from is told once.

    Args:
        old: What was.
        new: What is, of the same class.

    Returns:
        The changes: the catalog's own first, then organizations with their sections, statements, terms and documents, each
        in the order of ids, and within a value in the order of fields and places. None if the content is the same.

    Raises:
        InvalidValue: One of them is no such value, or they are not of the same class.

    Example:
        >>> import iom_content as iom
        >>> old = iom.Section(id="boats", title="Boats", summary="We have no boat in June.")
        >>> new = iom.Section(id="boats", title="Boats", summary="We have a boat in June.")
        >>> iom.diff(old, new)
        (<Change changed section 'boats' /summary>,)
        >>> print(iom.dumps(iom.diff(old, new), "text"), end="")
        changed section boats /summary
        - We have [-no-] boat in June.
        + We have {+a+} boat in June.
        >>> iom.diff(old, old)
        ()
    """
    if type(old) not in _CLASSES:
        raise InvalidValue("diff", "/old", ", ".join(with_article(cls.__name__) for cls in _CLASSES), shown(old))
    if type(new) is not type(old):
        raise InvalidValue("diff", "/new", f"{with_article(type(old).__name__)}, as the old one is", shown(new))
    if isinstance(new, Catalog):
        return tuple(_compared_catalogs(old, new))
    return tuple(compared_wholes(old, new, Place(_subject(new), new.id)))


def _subject(value: object) -> str:
    return type(value).__name__.lower()


def _compared_catalogs(old: Any, new: Any) -> Iterator[Change]:
    here = Place("catalog")
    for name in ("version", "rights", "notes"):
        yield from compared_wholes(getattr(old, name), getattr(new, name), here.at(name))
    told: set[Change] = set()
    for name in ("organizations", "sections", "statements", "terms", "documents"):
        again = name in ("sections", "documents")
        for found in _compared_lookups(getattr(old, name), getattr(new, name)):
            # Sections stand in their organization's tree and in a collection of their own, most values also in a document.
            if not (again and attrs.evolve(found, document=None) in told):
                told.add(found)
                yield found


def _compared_lookups(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key), new.get(key)
        subject = _subject(before if after is None else after)
        yield from compared_wholes(before, after, Place(subject, key, key if subject == "document" else None))
