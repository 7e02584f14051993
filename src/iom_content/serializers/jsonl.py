"""JSON Lines: lossless, a record a line, read and written one at a time whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from iom_content.codec.decode import decode_text, versioned
from iom_content.codec.findings import MAX_FINDINGS, fault, too_many
from iom_content.codec.json_text import text_of, written
from iom_content.codec.kinds import element_of, name_of
from iom_content.errors import InvalidData, UnsupportedValue
from iom_content.serializers.format import Format
from iom_content.serializers.wording import as_tuple

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog
    from iom_content.model.report import Finding

__all__ = ["FORMAT", "dump", "dumps", "load", "loads"]

T = TypeVar("T")


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a value as one line of JSON, or a tuple of values as a line each.

    Args:
        value: What to write.
        catalog: Not used: records carry no rights line, which would be no part of the value.

    Returns:
        The lines, each with its line feed; no line at all for an empty tuple.

    Raises:
        UnsupportedValue: It is no value of this library that can be written.

    Example:
        >>> import iom_content as iom
        >>> dumps((iom.Span(start=0, end=4), iom.Span(start=4, end=5)))
        '{"end":4,"start":0}\\n{"end":5,"start":4}\\n'
    """
    del catalog
    return "".join(map(_line, as_tuple(value)))


def loads(data: str | bytes, cls: type[T]) -> T:
    """Return the values that lines of JSON stand for, or the one value of a single line.

    Args:
        data: The text, or its bytes in UTF-8; blank lines hold nothing.
        cls: `tuple[C, ...]`, or a value class if there is one line.

    Returns:
        A tuple of values, or one value.

    Raises:
        InvalidData: A line is at fault; every fault of every line is a finding with line and column. Or there is not one
            line where one value is asked for.
        UnsupportedValue: `cls` is no class that can be read.

    Example:
        >>> import iom_content as iom
        >>> loads('{"start": 0, "end": 4}', tuple[iom.Span, ...])
        (Span(start=0, end=4),)
    """
    element = element_of(cls)
    name = name_of(cls)
    found: list[Any] = []
    faults: list[Finding] = []
    # Nothing at all is an empty array: `text_of` would call it a fault.
    text = text_of(data, kind=name) if data.strip() else ""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(_decoded(line, number, cls if element is None else element))
            except InvalidData as error:
                faults += error.findings
                if len(faults) > MAX_FINDINGS:
                    faults[MAX_FINDINGS:] = [too_many()]
                    break
    if faults:
        raise InvalidData(name, tuple(faults))
    if element is not None:
        return cast("T", tuple(found))
    if len(found) != 1:
        raise InvalidData(name, (fault("count", f"expected one line, found {len(found)}", hint="ask for an array of values"),))
    return cast("T", found[0])


def dump(values: Iterable[object], file: IO[str]) -> int:
    """Write values to an open file, a line each, as they come: no more than one is held at a time.

    Args:
        values: The values, such as those that a generator yields.
        file: A file open for text; UTF-8 is what readers expect.

    Returns:
        How many values were written.

    Raises:
        UnsupportedValue: One of them is no value of this library that can be written; those before it are in the file.

    Example:
        >>> import io, iom_content as iom
        >>> file = io.StringIO()
        >>> dump((iom.Span(start=place, end=place + 1) for place in range(2)), file)
        2
        >>> file.getvalue()
        '{"end":1,"start":0}\\n{"end":2,"start":1}\\n'
    """
    count = 0
    for value in values:
        file.write(_line(value))
        count += 1
    return count


def load(lines: Iterable[str | bytes], cls: type[T]) -> Iterator[T]:
    """Yield the value of each line of JSON, reading no further than is asked for.

    Args:
        lines: An open file, or any lines; as text or as bytes in UTF-8. Blank ones hold nothing.
        cls: The class of the values.

    Yields:
        A value a line.

    Raises:
        InvalidData: The line that was reached is at fault; every fault of it is a finding with line and column.
        UnsupportedValue: `cls` is no class that can be read.

    Example:
        >>> import io, iom_content as iom
        >>> next(load(io.StringIO('{"end": 1, "start": 0}\\n{broken'), iom.Span))
        Span(start=0, end=1)
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _decoded(line, number, cls)


def _line(value: object) -> str:
    if type(value) is tuple:
        raise UnsupportedValue("jsonl", "cannot carry a tuple within a tuple")
    return written(versioned(value, "jsonl"), compact=True)


def _decoded(line: str | bytes, number: int, cls: type[T]) -> T:
    try:
        return decode_text(line, cls)
    except InvalidData as error:
        raise InvalidData(error.kind, tuple(_moved(each, number - 1) for each in error.findings)) from None


def _moved(finding: Finding, above: int) -> Finding:
    return attrs.evolve(finding, line=(finding.line or 1) + above)


FORMAT: Final = Format(name="jsonl", media_type="application/jsonl", suffix=".jsonl", dumps=dumps, loads=loads, escapes="json")
