"""Which texts are addresses that may become links: those of the web that every browser reads alike."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

__all__ = ["address_of"]

# Addresses that browsers and people read alike: a name or number of a host, and no character that needs guessing.
_ADDRESS: Final = re.compile(
    # The last part of a name starts with a letter: numbers are read in several ways, and none of them is meant.
    r"https?://(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)*[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?::[0-9]{1,4})?"
    r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
)
_HOST: Final = re.compile(r"https?://[^/?#]*")


def address_of(text: str) -> str | None:
    """Return the address of the web that a text is, with what is not ASCII percent-encoded; None if it is none, or no plain one.

    Example:
        >>> address_of("https://example.org/é"), address_of("https://example.org/a b"), address_of("javascript:alert(1)")
        ('https://example.org/%C3%A9', None, None)
    """
    host = _HOST.match(text)
    if host is None or not text.isprintable() or " " in text:
        return None
    address = host[0] + "".join(each if each.isascii() else quote(each) for each in text[host.end() :])
    return address if _ADDRESS.fullmatch(address) else None
