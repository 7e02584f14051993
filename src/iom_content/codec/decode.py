"""Plain data and JSON text to values and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import attrs

from iom_content.codec import _generated, _generated_results
from iom_content.codec.faults import collect_faults
from iom_content.codec.findings import fault
from iom_content.codec.json_text import parse, text_of, written
from iom_content.codec.kinds import RECORDS, element_of, name_of
from iom_content.codec.migrations import migrate
from iom_content.codec.places import Places, locate
from iom_content.codec.plain import is_array, sequence
from iom_content.errors import InvalidData, UnsupportedValue
from iom_content.model.report import Finding
from iom_content.release import SCHEMA_VERSION

__all__ = ["OF_KEYS", "decode", "decode_text", "encode", "encode_text", "placed", "versioned"]

T = TypeVar("T")

# Rules that complain of a key, not of what stands behind it.
OF_KEYS = frozenset(("origin-unknown", "unknown-key"))

_NO_RECORD = ": it is no record of this library"


def decode(data: Any, cls: type[T]) -> T:
    """Return the value that plain data stands for, strictly: nothing is coerced, unknown keys are refused.

    Args:
        data: Dicts, lists, texts, integers, booleans and None, as a JSON parser returns them.
        cls: A value class, or `tuple[C, ...]` for an array.

    Returns:
        The value, or a tuple of values.

    Raises:
        InvalidData: The data is at fault; every fault is a finding.
        UnsupportedValue: `cls` is no class that can be decoded.

    Example:
        >>> import iom_content as iom
        >>> decode({"start": 0, "end": 4}, iom.Span)
        Span(start=0, end=4)
    """
    element = element_of(cls)
    decoder = _decoder(cls if element is None else element)
    try:
        value: Any = decoder(data) if element is None else tuple([decoder(each) for each in sequence(data)])
    except Exception:  # noqa: BLE001 - whatever a decoder raises means that the data is at fault
        value = None
    if value is None:
        name = name_of(cls)
        # The collector knows all that a decoder can refuse; should it miss something, the refusal still stands.
        raise InvalidData(name, collect_faults(data, cls) or (fault("refused", f"this makes no {name}"),))
    return value  # type: ignore[no-any-return]


def decode_text(source: str | bytes, cls: type[T]) -> T:
    """Return the value that a JSON text stands for, migrated from older schema versions where needed.

    Args:
        source: The text, or its bytes in UTF-8.
        cls: A value class, or `tuple[C, ...]` for an array.

    Returns:
        The value, or a tuple of values.

    Raises:
        InvalidData: The text or what it holds is at fault; every fault is a finding with line and column.
        UnsupportedValue: `cls` is no class that can be decoded.

    Example:
        >>> import iom_content as iom
        >>> decode_text('{"start": 0, "end": 4}', iom.Span)
        Span(start=0, end=4)
    """
    element = element_of(cls)
    _decoder(cls if element is None else element)
    name = name_of(cls)
    data = parse(source, kind=name)
    try:
        return decode(migrated(data, cls), cls)
    except InvalidData as error:
        raise InvalidData(name, placed(error.findings, locate(text_of(source)))) from None


def encode(value: object) -> Any:
    """Return a value, or a tuple of values, as plain data, every field written out.

    Args:
        value: The value or tuple.

    Returns:
        Dicts, lists, texts, integers and None.

    Raises:
        UnsupportedValue: It is no value of this library that can be written.

    Example:
        >>> import iom_content as iom
        >>> encode(iom.Span(start=0, end=4))
        {'start': 0, 'end': 4}
    """
    if type(value) is tuple:
        return [encode(each) for each in cast("tuple[object, ...]", value)]
    encoder = _generated.ENCODERS.get(type(value)) or _generated_results.ENCODERS.get(type(value))
    if encoder is None:
        raise UnsupportedValue("json", f"cannot carry a value of type {type(value).__name__}{_NO_RECORD}")
    return encoder(value)


def encode_text(value: object, *, schema_version: bool = True) -> str:
    """Return the canonical JSON text of a value or a tuple of values.

    Args:
        value: The value or tuple.
        schema_version: Whether each record of the four kinds says which version of the schema it follows.

    Returns:
        The text, with a final line feed.

    Raises:
        UnsupportedValue: It is no value of this library that can be written.

    Example:
        >>> import iom_content as iom
        >>> print(encode_text(iom.Span(start=0, end=4)), end="")
        {
          "end": 4,
          "start": 0
        }
    """
    return written(versioned(value) if schema_version else encode(value))


def migrated(data: Any, cls: Any) -> Any:
    """Return plain data with each record of the four kinds at its root, or in its root array, brought up to date."""
    element = element_of(cls)
    if (cls if element is None else element) not in RECORDS:
        return data
    if element is None:
        return migrate(data)
    return [_migrated_element(each, index) for index, each in enumerate(data)] if is_array(data) else data


def placed(findings: tuple[Finding, ...], places: Places) -> tuple[Finding, ...]:
    """Return findings with line and column, in the order of the text."""
    found = [_placed(finding, places) for finding in findings]
    return tuple(sorted(found, key=_place))


def _placed(finding: Finding, places: Places) -> Finding:
    pointer = finding.pointer
    place = places.key(pointer) if finding.rule in OF_KEYS else places.value(pointer)
    while place is None and pointer:
        # A rule may complain of a field that the text leaves out: its place is that of the object.
        pointer = pointer.rpartition("/")[0]
        place = places.value(pointer)
    line, column = place or (None, None)
    return attrs.evolve(finding, line=line, column=column)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.line or 0, finding.column or 0


def _decoder(cls: Any) -> Callable[[Any], Any]:
    found = (_generated.DECODERS.get(cls) or _generated_results.DECODERS.get(cls)) if isinstance(cls, type) else None
    if found is None:
        raise UnsupportedValue("json", f"cannot carry a value of type {getattr(cls, '__name__', repr(cls))}{_NO_RECORD}")
    return found


def _migrated_element(data: Any, index: int) -> Any:
    try:
        return migrate(data)
    except InvalidData as error:
        raise InvalidData(error.kind, tuple(attrs.evolve(each, pointer=f"/{index}{each.pointer}") for each in error.findings)) from None


def versioned(value: object, form: str = "json") -> Any:
    """Return a value, or a tuple of values, as plain data; each record of the four kinds says which version of the schema it follows.

    Args:
        value: The value or tuple.
        form: Name of the format that asks, for the error.

    Returns:
        Dicts, lists, texts, integers and None.

    Raises:
        UnsupportedValue: It is no value of this library that can be written.

    Example:
        >>> import iom_content as iom
        >>> versioned(iom.Section(id="a", title="A"))["schema_version"] == iom.SCHEMA_VERSION
        True
    """
    if type(value) is tuple:
        return [versioned(each, form) for each in cast("tuple[object, ...]", value)]
    try:
        plain = encode(value)
    except UnsupportedValue as error:
        raise UnsupportedValue(form, error.args[1]) from None
    if type(value) in RECORDS:
        plain["schema_version"] = SCHEMA_VERSION
    return plain
