"""What a serialization format is: its names, its writer and, if it can be read back, its reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import attrs

__all__ = ["Format"]


@attrs.frozen(kw_only=True)
class Format:
    """One serialization format.

    Example:
        >>> import iom_content as iom
        >>> iom.FORMATS["json"].media_type, iom.FORMATS["json"].lossless
        ('application/json', True)
    """

    name: str
    """What `dumps` and `loads` call it."""
    media_type: str
    """Its registered media type."""
    suffix: str
    """The suffix of its files, dot included."""
    dumps: Callable[..., str] = attrs.field(repr=False)
    """Writes a value, a tuple of values or a Report; takes the keyword `catalog`, and `sources` if `shows_sources`."""
    loads: Callable[..., Any] | None = attrs.field(repr=False, default=None)
    """Reads a text or bytes into a value of a class; None for a one-way format."""
    reports_only: bool = attrs.field(repr=False, default=False)
    """Whether it carries reports and findings alone."""
    values_only: bool = attrs.field(repr=False, default=False)
    """Whether it carries neither reports nor findings."""
    shows_sources: bool = attrs.field(repr=False, default=False)
    """Whether it shows the lines of the source that the findings of a report are about."""
    escapes: Literal["backslash", "json", "reference"] = attrs.field(repr=False, default="backslash")
    """How a character that an encoding lacks is written: `\\xe9`, which is other text, or `\\u00e9` or `&#233;`, which mean the same."""

    @property
    def lossless(self) -> bool:
        """Whether what it writes can be read back unchanged."""
        return self.loads is not None
