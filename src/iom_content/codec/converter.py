"""A strict cattrs converter, for projects that put our values into classes of their own.

cattrs coerces: `5` becomes `"5"`, `"ab"` two elements, `[]` an object without keys. The converter made here refuses all
that. Our own values go through the generated decoder, so that they are read as everywhere else.
"""

from __future__ import annotations

import dataclasses
import inspect
import threading
import typing
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs
from cattrs import Converter

from iom_content.codec import _generated, _generated_results
from iom_content.codec.decode import decode, encode
from iom_content.codec.findings import excerpt_of
from iom_content.codec.plain import decode_date, decode_origin, decode_origins, encode_origins
from iom_content.errors import InvalidValue
from iom_content.model.origins import Captured, Curated, Origins

__all__ = ["make_converter"]

_SCALARS: Final = (str, int, float, bytes)
_ORIGIN: Final = {Captured, Curated}


def make_converter() -> Converter:
    """Return a new strict cattrs converter that knows the values of this library.

    Texts, numbers, booleans, enums and literals must have their exact type; a sequence must be a list or a tuple, a
    mapping or class an object; unknown keys are refused. Dates are ISO texts. Hooks that you register go before ours.

    Returns:
        A converter of your own to change.

    Example:
        >>> import attrs, iom_content as iom
        >>> Page = attrs.make_class("Page", {"path": attrs.field(type=str), "section": attrs.field(type=iom.Section)})
        >>> converter = make_converter()
        >>> page = converter.structure({"path": "/a", "section": {"id": "a", "title": "A"}}, Page)
        >>> page.section, converter.unstructure(page)["section"]["title"]
        (<Section 'a' 0 children>, 'A')
    """
    converter = Converter(forbid_extra_keys=True)
    _guard_containers(converter)
    for scalar in _SCALARS:
        # cattrs asks for hooks of classes before hooks of predicates; those of a class serve its subclasses too.
        converter.register_structure_hook(scalar, _structure_scalar)
    converter.register_structure_hook_func(_is_none, _structure_scalar)
    converter.register_structure_hook_func(_is_enum, _structure_enum)
    converter.register_structure_hook_func(_is_literal, _structure_literal)
    converter.register_structure_hook_func(_is_date, _structure_date)
    converter.register_structure_hook_func(_is_origins, _structure_origins)
    converter.register_structure_hook_func(_is_origin, _structure_origin)
    converter.register_structure_hook_func(_is_ours, decode)
    converter.register_unstructure_hook_func(_is_date, date.isoformat)
    converter.register_unstructure_hook_func(_is_origins, _unstructure_origins)
    converter.register_unstructure_hook_func(_is_ours, encode)
    return converter


class _Building(threading.local):
    """The kinds whose hooks a thread is building; another thread that meets them must not find them set aside."""

    def __init__(self) -> None:
        self.kinds: list[Any] = []


def _guard_containers(converter: Converter) -> None:
    """Let every container, attrs class and dataclass be structured as cattrs does, but only from the right sort of data."""
    building = _Building()

    def is_guarded(kind: Any) -> bool:
        return _shape_of(kind) is not None and not any(kind is each for each in building.kinds)

    def guarded(kind: Any) -> Any:
        building.kinds.append(kind)
        try:
            # With the kind set aside, this is the hook that cattrs would have used.
            structure = converter.get_structure_hook(kind, cache_result=False)
        finally:
            building.kinds.pop()
        types, expected = _shape_of(kind) or ((), "")

        def structure_guarded(data: Any, _: Any) -> Any:
            if not isinstance(data, types):
                raise _refused(kind, expected, data)
            return structure(data, kind)

        return structure_guarded

    converter.register_structure_hook_factory(is_guarded, guarded)


def _shape_of(kind: Any) -> tuple[tuple[type, ...], str] | None:
    """Return what the data of a container must be, or None if it is no container."""
    origin: Any = typing.get_origin(kind) or kind
    if not inspect.isclass(origin) or issubclass(origin, str | bytes | Enum):
        return None
    if attrs.has(origin) or dataclasses.is_dataclass(origin) or issubclass(origin, Mapping):
        return (Mapping,), "an object"
    if issubclass(origin, AbstractSet):
        return (list, tuple, AbstractSet), "an array or a set"
    return ((list, tuple), "an array") if issubclass(origin, Collection) else None


def _is_none(kind: Any) -> bool:
    return kind is None or kind is type(None)


def _structure_scalar(data: Any, kind: Any) -> Any:
    if _is_enum(kind):
        return _structure_enum(data, kind)
    if type(data) is not (type(None) if kind is None else kind):
        raise _refused(kind, f"a value of type {_name(kind)}", data)
    return data


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _structure_enum(data: Any, kind: Any) -> Any:
    return _same(data, tuple(kind), kind)


def _is_literal(kind: Any) -> bool:
    return typing.get_origin(kind) is typing.Literal


def _structure_literal(data: Any, kind: Any) -> Any:
    return _same(data, typing.get_args(kind), kind)


def _same(data: Any, members: tuple[Any, ...], kind: Any) -> Any:
    """Return the member that data stands for; `True` stands for no `1`."""
    plain = [member.value if isinstance(member, Enum) else member for member in members]
    for member, value in zip(members, plain, strict=True):
        if type(value) is type(data) and value == data:
            return member
    raise _refused(kind, f"one of {', '.join(map(repr, plain))}", data)


def _is_date(kind: Any) -> bool:
    return kind is date


def _structure_date(data: Any, kind: Any) -> date:
    try:
        return decode_date(data)
    except ValueError:
        raise _refused(kind, "a date such as '2023-09-18'", data) from None


def _is_ours(kind: Any) -> bool:
    return isinstance(kind, type) and (kind in _generated.DECODERS or kind in _generated_results.DECODERS)


def _is_origins(kind: Any) -> bool:
    return kind is Origins


def _is_origin(kind: Any) -> bool:
    return set(typing.get_args(kind)) - {type(None)} == _ORIGIN if _is_union(kind) else False


def _is_union(kind: Any) -> bool:
    return type(kind) is type(int | None) or typing.get_origin(kind) is typing.Union


def _structure_origin(data: Any, kind: Any) -> Captured | Curated | None:
    if data is None and type(None) in typing.get_args(kind):
        return None
    return decode_origin(data, _captured, _curated)


def _structure_origins(data: Any, _: Any) -> Origins:
    if type(data) is not dict:
        raise _refused(Origins, "an object of origins by field name", data)
    return decode_origins(data, _captured, _curated)


def _captured(data: Any) -> Captured:
    return decode(data, Captured)


def _curated(data: Any) -> Curated:
    return decode(data, Curated)


def _unstructure_origins(origins: Origins) -> dict[str, Any]:
    return encode_origins(origins, _generated.ENCODERS)


def _refused(kind: Any, expected: str, data: Any) -> InvalidValue:
    return InvalidValue(_name(kind), "", expected, excerpt_of(data))


def _name(kind: Any) -> str:
    return kind.__name__ if isinstance(kind, type) and not typing.get_args(kind) else str(kind).replace("typing.", "")
