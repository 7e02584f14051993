"""All serialization formats, and the two verbs that choose among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from iom_content.dataset.given import refuse_other_than_catalog
from iom_content.errors import UnsupportedValue
from iom_content.model.catalog import Lookup
from iom_content.serializers import csv, github, html, json, jsonl, jsonld, junit, markdown, sarif, text, yaml
from iom_content.serializers.complaints import REPORTS_ONLY, is_complaint
from iom_content.serializers.format import Format
from iom_content.serializers.wording import as_tuple

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMATS", "dumps", "loads"]

T = TypeVar("T")

FORMATS: Final[Lookup[Format]] = Lookup(
    "format", {module.FORMAT.name: module.FORMAT for module in (csv, github, html, json, jsonl, jsonld, junit, markdown, sarif, text, yaml)}
)
"""Every format by its name.

Example:
    >>> import iom_content as iom
    >>> list(iom.FORMATS)
    ['csv', 'github', 'html', 'json', 'jsonl', 'jsonld', 'junit', 'markdown', 'sarif', 'text', 'yaml']
"""


def dumps(
    value: object,
    format: str = "json",  # noqa: A002 - the word readers know
    *,
    catalog: Catalog | None = None,
    sources: Mapping[str, str] | str | None = None,
) -> str:
    """Return a value, a tuple of values or a Report as text of a format.

    Args:
        value: What to write.
        format: Name of the format.
        catalog: The dataset whose attribution ends a text made for reading; none does if it is None.
        sources: The texts that a report is about, for formats that show lines of them: by the file that its findings
            name, or one text for findings that name none.

    Returns:
        The text, with a final line feed.

    Raises:
        NotFound: There is no such format.
        UnsupportedValue: The format cannot carry such a value.
        InvalidValue: `catalog` is no catalog.

    Example:
        >>> import iom_content as iom
        >>> print(iom.dumps(iom.Event(name="Open day")), end="")
        {
          "end": null,
          "name": "Open day",
          "place": null,
          "start": null
        }
        >>> record = '{"id": "a", "titel": "A"}'
        >>> print(iom.dumps(iom.validate(record, "section"), "text", sources=record), end="")
        1:1: error missing: missing key 'title'
          1 | {"id": "a", "titel": "A"}
            | ^
          expected: the key 'title': text that is not blank
        1:13: error unknown-key /titel: unknown key 'titel'
          1 | {"id": "a", "titel": "A"}
            |             ^
          hint: did you mean 'title'?
        not ok: 2 findings (2 errors)
    """
    found = FORMATS[format]
    if catalog is not None:
        refuse_other_than_catalog("dumps", catalog)
    if found.reports_only and not is_complaint(value):
        strangers = dict.fromkeys(type(each).__name__ for each in as_tuple(value) if not is_complaint(each))
        carriers = ", ".join(repr(each.name) for each in FORMATS.values() if not each.reports_only)
        raise UnsupportedValue(format, f"{REPORTS_ONLY} {' or '.join(strangers)} (for values: {carriers})")
    given = {"sources": sources} if found.shows_sources else {}
    return found.dumps(value, catalog=catalog, **given)


def loads(data: str | bytes, type: type[T], format: str = "json") -> T:  # noqa: A002 - the words readers know
    """Return the value that a text stands for, strictly.

    Args:
        data: The text, or its bytes in UTF-8.
        type: The value's class, or `tuple[C, ...]` for an array of values.
        format: Name of the format, which must be one that can be read back.

    Returns:
        A value of that class, or a tuple of them.

    Raises:
        NotFound: There is no such format.
        InvalidData: The data is at fault; every fault is a finding with line and column.
        UnsupportedValue: The format is one-way, or cannot carry values of that class.

    Example:
        >>> import iom_content as iom
        >>> iom.loads('{"name": "Open day", "start": "2024-05-04"}', iom.Event)
        <Event 'Open day' 2024-05-04>
    """
    found = FORMATS[format]
    if found.loads is None:
        lossless = ", ".join(repr(each.name) for each in FORMATS.values() if each.lossless)
        raise UnsupportedValue(found.name, f"is one-way: it cannot be read back (use {lossless})")
    value: T = found.loads(data, type)
    return value
