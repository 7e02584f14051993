"""One value by its id, whatever it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from iom_content.errors import NotFound
from iom_content.model.catalog import Catalog, Lookup, Term
from iom_content.model.document import Document
from iom_content.model.organization import Organization, Section
from iom_content.model.statement import Statement

__all__ = ["collections", "find"]

Value: TypeAlias = Statement | Organization | Section | Document | Term


def collections(
    catalog: Catalog,
) -> Mapping[str, Lookup[Statement] | Lookup[Organization] | Lookup[Section] | Lookup[Document] | Lookup[Term]]:
    """Return a catalog's collections by the word for one of their values, in the order in which ids are looked up.

    Example:
        >>> import iom_content as iom
        >>> list(collections(iom.load()))
        ['statement', 'organization', 'section', 'document', 'term']
    """
    found = (catalog.statements, catalog.organizations, catalog.sections, catalog.documents, catalog.terms)
    return {each.kind: each for each in found}


def find(catalog: Catalog, name: str) -> tuple[Value, ...]:
    """Return every value with an id: the first is meant unless `kind:id` says otherwise.

    Args:
        catalog: Where to look.
        name: An id such as `our-work`, or one with its kind in front such as `term:2030-agenda`.

    Raises:
        NotFound: Nothing has that id; ids of any kind that are near are named.

    Example:
        >>> import iom_content as iom
        >>> find(iom.load(), "2030-agenda")
        (<Section '2030-agenda' 0 children>, <Term '2030-agenda'>)
        >>> find(iom.load(), "term:2030-agenda")
        (<Term '2030-agenda'>,)
    """
    kinds = collections(catalog)
    kind, colon, plain = name.partition(":")
    if colon and kind in kinds:
        return (kinds[kind][plain],)
    found = tuple(each[name] for each in kinds.values() if name in each)
    if not found:
        everything = Lookup("id", {key: key for each in kinds.values() for key in each})
        raise NotFound(everything.kind, name, everything.near(name))
    return found
