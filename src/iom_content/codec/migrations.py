"""Records of older schema versions, brought up to date one version at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from iom_content.codec.findings import excerpt_of, fault
from iom_content.codec.plain import is_object
from iom_content.errors import InvalidData
from iom_content.model.report import Finding
from iom_content.release import SCHEMA_VERSION

__all__ = ["STEPS", "migrate", "version_fault"]

STEPS: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = MappingProxyType({})
"""By schema version, the function that takes a record of that version to the next one.

A step gets the record as plain data, leaves it as it is and returns a new one; `schema_version` is not its concern.
"""


def migrate(
    data: Any,
    *,
    steps: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = STEPS,
    current: int = SCHEMA_VERSION,
    kind: str = "record",
) -> Any:
    """Return a record of any known schema version as one of the current version.

    A record without `schema_version` is one of the current version. What is no record, or carries something there that
    is no version at all, is returned as it is: decoding refuses it, with all its other faults.

    Args:
        data: Plain data.
        steps: What leads from each older version to the next.
        current: The version to arrive at.
        kind: What the data should be, for the error's message.

    Returns:
        The record, or what was given where there was nothing to do.

    Raises:
        InvalidData: The record follows a newer schema than this version of the library knows, or one too old for it.

    Example:
        >>> migrate({"id": "a", "title": "A", "schema_version": 1})
        {'id': 'a', 'title': 'A', 'schema_version': 1}
    """
    version = data.get("schema_version", current) if is_object(data) else current
    if type(version) is not int or version < 1 or version == current:
        return data
    for step in range(version, current):
        if step not in steps:
            message = f"schema version {version} is too old: nothing leads from {step} to {step + 1}"
            raise InvalidData(kind, (fault("schema-version", message, pointer="/schema_version"),))
        data = {**steps[step](data), "schema_version": step + 1}
    if version > current:
        raise InvalidData(kind, (_newer(version, current),))
    return data


def version_fault(version: Any, pointer: str, *, current: int = SCHEMA_VERSION) -> Finding | None:
    """Return what is wrong with the `schema_version` of a record that should be current, or None.

    Args:
        version: What stands there.
        pointer: Where it stands.
        current: The version it should be.

    Returns:
        A finding, or None.

    Example:
        >>> version_fault(1, "/schema_version") is None, version_fault("1", "/schema_version").message
        (True, "expected the integer 1, found '1'")
    """
    if type(version) is int and version == current:
        return None
    if type(version) is int and version > current:
        return _newer(version, current, pointer)
    excerpt = excerpt_of(version)
    expected = f"the integer {current}"
    return fault("schema-version", f"expected {expected}, found {excerpt}", pointer=pointer, expected=expected, excerpt=excerpt)


def _newer(version: int, current: int, pointer: str = "/schema_version") -> Finding:
    return fault(
        "schema-version",
        f"schema version {excerpt_of(version)} is newer than {current}, the newest that this version of iom-content knows",
        pointer=pointer,
        expected=f"at most {current}",
        excerpt=excerpt_of(version),
        hint="python3 -m pip install --upgrade iom-content",
    )
