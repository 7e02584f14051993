"""SHA-256 without the cost of hashlib, whose OpenSSL takes a sixth of the time that loading the dataset may take."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def sha256_of(fetch: Callable[[str], Any] = import_module) -> Any:
    """Return the first implementation there is, by the names that it has had."""
    # CPython's own, under the name it has up to 3.11 and since 3.12; hashlib falls back to it too.
    for name in ("_sha256", "_sha2", "hashlib"):
        try:
            return fetch(name).sha256
        except ImportError:
            continue
    raise ImportError("this Python has no SHA-256")


_sha256 = sha256_of()


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 lower-case hexadecimal digits.

    Example:
        >>> sha256_hex(b"")[:12]
        'e3b0c44298fc'
    """
    return str(_sha256(data).hexdigest())
