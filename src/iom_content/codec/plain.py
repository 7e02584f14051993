"""The few steps that the generated decoder and encoder share, and what counts as an object or array of plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeGuard

from iom_content.model.day import date
from iom_content.model.origins import Captured, Curated, Origins
from iom_content.release import SCHEMA_VERSION

ABSENT: Final[Any] = object()
"""Stands for a key that is not there."""


def is_object(data: Any) -> TypeGuard[dict[str, Any]]:
    """Tell whether plain data is an object; of a dict made by hand the keys may be anything."""
    return type(data) is dict


def is_array(data: Any) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Tell whether plain data is an array."""
    return type(data) is list or type(data) is tuple


def known(data: Any, keys: frozenset[str], *, root: bool = False) -> None:
    """Refuse what is no object with these keys alone, unless it is a root that says which version of the schema it follows."""
    if not is_object(data):
        raise TypeError("not an object")
    version = data.get("schema_version")
    if not root or data.keys() - keys != {"schema_version"} or type(version) is not int or version != SCHEMA_VERSION:
        raise ValueError("unknown keys")


def sequence(data: Any) -> Iterable[Any]:
    """Refuse what is no array; a bare text would otherwise pass as an array of characters."""
    if not is_array(data):
        raise TypeError("not an array")
    return data


def decode_date(data: Any) -> date:
    """Read `YYYY-MM-DD` and nothing else of what ISO 8601 allows."""
    if type(data) is not str or len(data) != len("2023-09-18") or data[4] != "-" or data[7] != "-":
        raise ValueError("not a date")
    return date.fromisoformat(data)


def decode_origin(data: Any, captured: Callable[[Any], Captured], curated: Callable[[Any], Curated]) -> Captured | Curated:
    """Read an origin: what has spans was captured, all else curated."""
    return captured(data) if is_object(data) and "spans" in data else curated(data)


def decode_origins(data: Any, captured: Callable[[Any], Captured], curated: Callable[[Any], Curated]) -> Origins:
    """Read a mapping from field names to origins."""
    if not is_object(data):
        raise TypeError("not an object")
    return Origins({name: decode_origin(origin, captured, curated) for name, origin in data.items()})


def encode_origins(origins: Origins, encoders: dict[type, Callable[[Any], dict[str, Any]]]) -> dict[str, Any]:
    """Write a mapping from field names to origins."""
    return {name: encoders[type(origin)](origin) for name, origin in origins.items()}
