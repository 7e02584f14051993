"""The four kinds of records, and how a class is named in messages."""

from __future__ import annotations

import re
import typing
from enum import StrEnum
from typing import Any, Final, TypeAlias, cast

from iom_content.model.catalog import Lookup
from iom_content.model.declaration import Field
from iom_content.model.document import Document
from iom_content.model.organization import Organization, Section
from iom_content.model.statement import Statement

__all__ = ["KINDS", "RECORDS", "Record", "choices_of", "element_of", "name_of"]

Record: TypeAlias = Organization | Section | Statement | Document
"""A value that can be a file of its own and say which version of the schema it follows."""

KINDS: Final[Lookup[type[Record]]] = Lookup(
    "kind", {"organization": Organization, "section": Section, "statement": Statement, "document": Document}
)
"""The kinds of records by name; a miss raises `NotFound` with near names.

Example:
    >>> KINDS["section"].__name__
    'Section'
"""

RECORDS: Final = frozenset(KINDS.values())
"""The classes of the four kinds."""


def choices_of(field: Field) -> tuple[str, ...]:
    """Return what a field of a closed set may name.

    Example:
        >>> from iom_content.model.declaration import fields_of
        >>> from iom_content.model.origins import Curated
        >>> choices_of(fields_of(Curated)[0])
        ('official', 'inferred', 'secondary')
    """
    return tuple(member.value for member in cast("type[StrEnum]", field.type))


def element_of(cls: Any) -> Any:
    """Return `C` of `tuple[C, ...]`, or None for what is no such tuple.

    Example:
        >>> element_of(tuple[Section, ...]).__name__, element_of(Section)
        ('Section', None)
    """
    if type(cls) is type:
        # Nearly always; to ask `typing` takes as long as to find a fault.
        return None
    arguments = typing.get_args(cls)
    return arguments[0] if typing.get_origin(cls) is tuple and len(arguments) == 2 and arguments[1] is ... else None


def name_of(cls: Any) -> str:
    """Return what messages call a class: lower-case words.

    Example:
        >>> name_of(Section), name_of(tuple[Section, ...])
        ('section', 'array of sections')
    """
    element = element_of(cls)
    if element is not None:
        return f"array of {name_of(element)}s"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", getattr(cls, "__name__", repr(cls))).lower()
