"""YAML for people to read and write: lossless, every text in quotation marks, so that no reader takes it for something else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, TypeVar

from iom_content.codec.decode import decode, migrated, placed, versioned
from iom_content.codec.findings import fault
from iom_content.codec.kinds import name_of
from iom_content.codec.plain import is_array, is_object
from iom_content.codec.texts import readings
from iom_content.codec.yaml_text import MAX_YAML
from iom_content.errors import InvalidData, UnsupportedValue
from iom_content.model.report import Finding, Severity
from iom_content.serializers.format import Format

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "loads"]

T = TypeVar("T")

# What YAML lets nowhere stand as it is, and what a reader would not see or see out of order.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
# Keys in quotation marks are read alike everywhere; the names of fields need none, but for those that some take for booleans.
_PLAIN_KEY: Final = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z_]*")


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a value or a tuple of values as YAML, which versions 1.1 and 1.2 read alike.

    Args:
        value: What to write.
        catalog: Not used: records carry no rights line, which would be no part of the value.

    Returns:
        One document, with a final line feed.

    Raises:
        UnsupportedValue: It is no value of this library that can be written, or one too large to be read again.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.Event(name="no")), end="")
        end: null
        name: "no"
        place: null
        start: null
    """
    del catalog
    text = "".join(f"{line}\n" for line in _lines(versioned(value, "yaml"), ""))
    if len(text) > MAX_YAML // 4 and len(text.encode()) > MAX_YAML:
        raise UnsupportedValue("yaml", f"cannot carry more than {MAX_YAML} bytes (use 'json' or 'jsonl')")
    return text


def loads(data: str | bytes, cls: type[T]) -> T:
    """Return the value that a YAML text stands for; tags are never followed.

    Args:
        data: The text, or its bytes in UTF-8: one document.
        cls: A value class, or `tuple[C, ...]` for a sequence.

    Returns:
        A value of that class, or a tuple of them.

    Raises:
        InvalidData: The text or what it holds is at fault; every fault is a finding with line and column.
        MissingExtra: PyYAML is not installed.
        UnsupportedValue: `cls` is no class that can be read.

    Example:
        >>> import iom_content as iom
        >>> loads("name: Open day\\nstart: 2024-05-04\\n", iom.Event)
        <Event 'Open day' 2024-05-04>
    """
    name = name_of(cls)
    documents = [reading for reading in readings(data, "yaml") if reading.places is not None or _errors(reading.faults)]
    faults = tuple(each for reading in documents for each in _errors(reading.faults))
    if not faults and len(documents) != 1:
        faults = (fault("count", f"expected one document, found {len(documents)}", hint="write an array as a sequence"),)
    if faults:
        raise InvalidData(name, faults)
    (reading,) = documents
    try:
        return decode(migrated(reading.data, cls), cls)
    except InvalidData as error:
        assert reading.places is not None
        raise InvalidData(name, placed(error.findings, reading.places())) from None


def _errors(faults: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(each for each in faults if each.severity is Severity.ERROR)


def _lines(plain: Any, indent: str) -> Iterator[str]:
    if is_object(plain) and plain:
        for key in sorted(plain):
            yield from _member(f"{indent}{key if _PLAIN_KEY.fullmatch(key) else _scalar(key)}:", plain[key], f"{indent}  ")
    elif is_array(plain) and plain:
        for each in plain:
            first, *rest = _lines(each, f"{indent}  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
    else:
        yield f"{indent}{_scalar(plain)}"


def _member(head: str, plain: Any, indent: str) -> Iterator[str]:
    if (is_object(plain) or is_array(plain)) and plain:
        yield head
        yield from _lines(plain, indent)
    else:
        yield f"{head} {_scalar(plain)}"


def _scalar(plain: Any) -> str:
    """Return what JSON, which is YAML but for some characters, makes of a text, a number, an empty collection or null."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(plain, ensure_ascii=False))


FORMAT: Final = Format(name="yaml", media_type="application/yaml", suffix=".yaml", dumps=dumps, loads=loads, escapes="json")
