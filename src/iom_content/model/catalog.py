"""A dataset in memory: what every query and check runs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar, cast, overload

import attr

from iom_content.errors import NotFound, amount, near_names, shown
from iom_content.model import _checks
from iom_content.model.constraints import LANGUAGE, NONBLANK, SLUG, URL, checked
from iom_content.model.document import Document, Note
from iom_content.model.organization import Organization, Section
from iom_content.model.origins import NO_ORIGINS, Origins
from iom_content.model.rules import term_origins_name_fields
from iom_content.model.statement import Statement
from iom_content.model.value import Value

__all__ = ["Catalog", "Lookup", "Rights", "Term"]

V = TypeVar("V")
T = TypeVar("T")


class Lookup(Mapping[str, V], Generic[V]):
    """An immutable mapping from names to values in stable order; a miss names what is near.

    Args:
        kind: What the values are, in one word, for the message of a miss.
        values: The values by name, in the order they are to keep; a mapping or pairs.

    Raises:
        NotFound: From `lookup[name]`, if there is no such name; it is also a `KeyError`.

    Example:
        >>> import iom_content as iom
        >>> iom.load().sections["our-wrok"]
        Traceback (most recent call last):
        ...
        iom_content.errors.NotFound: no section 'our-wrok'; did you mean 'our-work'?
    """

    __slots__ = ("_values", "kind")
    kind: str
    """What the values are, in one word: `section`."""
    _values: dict[str, V]

    def __init__(self, kind: str, values: Mapping[str, V] | Iterable[tuple[str, V]] = ()) -> None:
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "_values", dict(values))

    def __setattr__(self, name: str, _: object) -> None:
        raise attr.exceptions.FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        raise attr.exceptions.FrozenInstanceError

    def __getitem__(self, name: str) -> V:
        try:
            return self._values[name]
        except (KeyError, TypeError):
            raise self._missing(name) from None

    def __contains__(self, name: object) -> bool:
        try:
            return name in self._values
        except TypeError:
            return False

    @overload
    def get(self, name: str, /) -> V | None: ...
    @overload
    def get(self, name: str, /, default: V | T) -> V | T: ...
    def get(self, name: str, /, default: T | None = None) -> V | T | None:
        """Return the value of a name, or `default`, without the search for near names that an error costs."""
        return self._values[name] if name in self else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Lookup:
            return NotImplemented
        others = cast("Lookup[object]", other)
        return self.kind == others.kind and tuple(self.items()) == tuple(others.items())

    def __hash__(self) -> int:
        return hash((self.kind, tuple(self._values.items())))

    def __reduce__(self) -> tuple[Any, ...]:
        return Lookup, (self.kind, self._values)

    def __repr__(self) -> str:
        return f"<Lookup {amount(len(self), self.kind)}>"

    def near(self, name: object) -> tuple[str, ...]:
        """Return up to three names that look like `name`, best first."""
        return near_names(name, self) if isinstance(name, str) else ()

    def _missing(self, name: object) -> NotFound:
        near = self.near(name)
        return NotFound(self.kind, name if isinstance(name, str) else repr(name), near, tuple(self) if len(self) <= 12 and not near else ())


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Term(Value):
    """An official name with the forms in which it may and may not be used.

    Example:
        >>> import iom_content as iom
        >>> iom.load().terms["global-compact-for-migration"].acronym
        'GCM'
    """

    RULES: ClassVar[tuple[Any, ...]] = (term_origins_name_fields,)

    id: str = checked(SLUG)
    """Its key."""
    name: str = checked(NONBLANK)
    """The official name."""
    language: str = checked(LANGUAGE)
    """Language of the name and its forms."""
    acronym: str | None = checked(NONBLANK, default=None)
    """Its official acronym."""
    short_forms: tuple[str, ...] = checked(NONBLANK, default=())
    """Official shorter forms."""
    wrong_forms: tuple[str, ...] = checked(NONBLANK, default=())
    """Forms that are known to be wrong."""
    origins: Origins = checked(default=NO_ORIGINS)
    """Where name, acronym and forms come from."""

    def __attrs_post_init__(self) -> None:
        _checks.check_term(self, Origins)

    def __repr__(self) -> str:
        return f"<Term {shown(self.id, 40)}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Rights(Value):
    """Whose the texts are and how to name their source.

    Example:
        >>> import iom_content as iom
        >>> iom.load().rights.holder
        'International Organization for Migration (IOM)'
    """

    holder: str = checked(NONBLANK)
    """Who holds the rights."""
    attribution: str = checked(NONBLANK)
    """The line that every copy carries."""
    statement: str = checked(NONBLANK)
    """What is known of the terms of use."""
    url: str | None = checked(URL, default=None)
    """Address of the source."""

    def __attrs_post_init__(self) -> None:
        _checks.check_rights(self)

    def __repr__(self) -> str:
        return f"<Rights {shown(self.holder, 40)}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Catalog(Value):
    """A dataset in memory; immutable, safe to share, hashable and picklable.

    Example:
        >>> import iom_content as iom
        >>> iom.load("2026.11.0")
        <Catalog 2026.11.0: 1 document, 1 organization, 11 sections, 1 statement, 8 terms>
    """

    version: str | None = checked(NONBLANK, default=None)
    """Version of the dataset; None for one that was collected in memory."""
    documents: Lookup[Document] = checked(default=Lookup("document"))
    """Every document by its id."""
    organizations: Lookup[Organization] = checked(default=Lookup("organization"))
    """The reconciled organizations by their id."""
    sections: Lookup[Section] = checked(default=Lookup("section"))
    """Every section of the reconciled trees, at all levels, by its id."""
    statements: Lookup[Statement] = checked(default=Lookup("statement"))
    """Every statement by its id."""
    terms: Lookup[Term] = checked(default=Lookup("term"))
    """Official names by their id."""
    rights: Rights | None = checked(default=None)
    """Whose the texts are."""
    notes: tuple[Note, ...] = checked(default=())
    """What reconciling met, such as figures that differ."""

    def __attrs_post_init__(self) -> None:
        _checks.check_catalog(self, Lookup, Rights, Note)

    def __repr__(self) -> str:
        parts = (self.documents, self.organizations, self.sections, self.statements, self.terms)
        counts = ", ".join(amount(len(part), part.kind) for part in parts)
        return f"<Catalog {shown(self.version, 40)[1:-1] if self.version else 'in memory'}: {counts}>"
