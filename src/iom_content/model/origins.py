"""Places in a capture, and where each value comes from."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from typing import Any, ClassVar, Final, TypeAlias

import attr

from iom_content.errors import amount, shown
from iom_content.model import _checks
from iom_content.model.constraints import AT_LEAST_ONE, DOCUMENT_ID, INTEGER, NONBLANK, POSITIVE, URL, checked, refuse
from iom_content.model.kinds import Basis
from iom_content.model.rules import curated_has_a_source, span_is_ordered, spans_are_in_order
from iom_content.model.value import Value

__all__ = ["Captured", "Curated", "Origin", "Origins", "Span"]


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Span(Value):
    """A half-open range of Unicode code points in a capture's text; the start is before the end.

    Raises:
        InvalidValue: A bound is no integer, is negative, or the end is not after the start.

    Example:
        >>> import iom_content as iom
        >>> span = iom.Span(start=2, end=12)
        >>> len(span)
        10
        >>> iom.loads('{"start": 2, "end": 12}', iom.Span)
        Span(start=2, end=12)
    """

    RULES: ClassVar[tuple[Any, ...]] = (span_is_ordered,)

    start: int = checked(INTEGER)
    """First code point."""
    end: int = checked(POSITIVE)
    """The code point after the last."""

    def __attrs_post_init__(self) -> None:
        _checks.check_span(self)

    def __len__(self) -> int:
        """Count the code points."""
        return self.end - self.start

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Captured(Value):
    """The origin of a value that stands in a captured page.

    Example:
        >>> import iom_content as iom
        >>> iom.load().organizations["iom"].founded.origin
        <Captured 2 spans of 4e89fe63437d>
        >>> iom.loads('{"spans": [{"start": 2, "end": 12}]}', iom.Captured)
        <Captured 1 span>
    """

    RULES: ClassVar[tuple[Any, ...]] = (spans_are_in_order,)

    spans: tuple[Span, ...] = checked(AT_LEAST_ONE)
    """Where it stands, in reading order, at least one place."""
    document: str | None = checked(DOCUMENT_ID, default=None)
    """Id of the document whose capture the spans count in; None inside a document, where it is that document's own."""

    def __attrs_post_init__(self) -> None:
        _checks.check_captured(self, Span)

    def __repr__(self) -> str:
        count = len(self.spans)
        return f"<Captured {amount(count, 'span')}{f' of {self.document}' if self.document else ''}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Curated(Value):
    """The origin of a value that people added: on what basis, and from which source.

    Raises:
        InvalidValue: Neither an address nor a note names the source.

    Example:
        >>> import iom_content as iom
        >>> iom.load().statements["sdg-summit-statement-iom-director-general"].origins["published"]
        <Curated official>
        >>> iom.loads('{"basis": "inferred", "note": "The page names no other speaker."}', iom.Curated)
        <Curated inferred>
    """

    RULES: ClassVar[tuple[Any, ...]] = (curated_has_a_source,)

    basis: Basis = checked()
    """What it rests on."""
    url: str | None = checked(URL, default=None)
    """Address of the source, where there is one."""
    note: str | None = checked(NONBLANK, default=None)
    """The source in words, or how the value follows from it."""

    def __attrs_post_init__(self) -> None:
        _checks.check_curated(self, Basis)

    def __repr__(self) -> str:
        return f"<Curated {self.basis}>"


Origin: TypeAlias = Captured | Curated
"""Where a value comes from: a captured page, or a decision with its basis and source."""


class Origins(Mapping[str, Origin]):
    """An immutable mapping from the names of a value's fields to their origins, in alphabetical order.

    A value made by hand has none. In a section the name `marker` holds the place of a list marker.

    Args:
        origins: The origins by field name; none if it is left out.

    Raises:
        InvalidValue: A name is not text or an origin is not `Captured` or `Curated`.

    Example:
        >>> import iom_content as iom
        >>> section = iom.load().sections["our-work"]
        >>> list(section.origins)
        ['heading', 'marker', 'summary', 'title']
    """

    __slots__ = ("_pairs",)
    _pairs: tuple[tuple[str, Origin], ...]

    def __init__(self, origins: Mapping[str, Origin] | None = None) -> None:
        pairs = tuple((origins or {}).items())
        for name, origin in pairs:
            if type(name) is not str or not NONBLANK.accepts_text(name):
                raise refuse(self, "", "names of fields", name)
            if type(origin) is not Captured and type(origin) is not Curated:
                raise refuse(self, f"/{name}", "Captured or Curated", origin)
        object.__setattr__(self, "_pairs", tuple(sorted(pairs)))

    def __setattr__(self, name: str, _: object) -> None:
        raise attr.exceptions.FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        raise attr.exceptions.FrozenInstanceError

    def __getitem__(self, name: str) -> Origin:
        for key, origin in self._pairs:
            if key == name:
                return origin
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def items(self) -> ItemsView[str, Origin]:
        """Return the names with their origins, without the look-up of each that `Mapping` does."""
        return dict(self._pairs).items()

    def __eq__(self, other: object) -> bool:
        return self._pairs == other._pairs if type(other) is Origins else NotImplemented

    def __hash__(self) -> int:
        return hash(self._pairs)

    def __reduce__(self) -> tuple[type[Origins], tuple[dict[str, Origin]]]:
        return Origins, (dict(self._pairs),)

    def __repr__(self) -> str:
        names = ", ".join(shown(name, 20)[1:-1] for name in list(self)[:14])
        return f"<Origins {names or 'none'}{' …' if len(self) > 14 else ''}>"


NO_ORIGINS: Final = Origins()
"""What a value made by hand has."""
