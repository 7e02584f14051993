"""Cells that stay text when a spreadsheet opens them."""

from __future__ import annotations

from typing import Final

__all__ = ["inert_cell"]

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def inert_cell(value: object) -> str:
    """Return a value as the text of a cell that no spreadsheet takes for a formula.

    Args:
        value: What to write; None is an empty cell.

    Returns:
        Its text, behind an apostrophe if it begins like a formula.

    Example:
        >>> inert_cell("=1+2"), inert_cell("plain"), inert_cell(None)
        ("'=1+2", 'plain', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
