"""Canonical JSON: lossless, strict, the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from iom_content.codec.decode import decode_text, encode_text
from iom_content.serializers.format import Format

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "loads"]

T = TypeVar("T")


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return the canonical JSON text of a value, a tuple of values or a Report.

    Args:
        value: What to write.
        catalog: Not used: records carry no rights line, which would be no part of the value.

    Returns:
        The text, with a final line feed.

    Raises:
        UnsupportedValue: It is no value of this library that can be written.

    Example:
        >>> import iom_content as iom
        >>> dumps(iom.Report())
        '{\\n  "findings": []\\n}\\n'
    """
    del catalog
    return encode_text(value)


def loads(data: str | bytes, cls: type[T]) -> T:
    """Return the value that a JSON text stands for.

    Args:
        data: The text, or its bytes in UTF-8.
        cls: A value class, or `tuple[C, ...]` for an array.

    Returns:
        A value of that class, or a tuple of them.

    Raises:
        InvalidData: The text or what it holds is at fault; every fault is a finding with line and column.
        UnsupportedValue: `cls` is no class that can be read.

    Example:
        >>> import iom_content as iom
        >>> loads('{"findings": []}', iom.Report)
        <Report ok, 0 findings>
    """
    return decode_text(data, cls)


FORMAT: Final = Format(name="json", media_type="application/json", suffix=".json", dumps=dumps, loads=loads, escapes="json")
