"""Cells that a spreadsheet shows and never computes."""

from __future__ import annotations

import re
from typing import Final

from iom_content.language.visible import spelled

__all__ = ["inert_cell"]

# A formula begins where a cell begins. Programs that part cells at semicolons or tabs, whatever the file says, find further
# beginnings behind these and behind the ends of lines, quotation marks and blanks passed over.
_BEGINNING: Final = re.compile(r"(?:^|(?<=[;\n\u2028\u2029]))(?=[\"\s]*[=+\-@＝＋－＠\t])")


def inert_cell(text: str) -> str:
    r"""Return text for a cell of a table so that no spreadsheet takes it, or any part of it, for a formula.

    An apostrophe, which says that text follows, stands before what could begin a formula: `=`, `+`, `-`, `@` and their wide
    forms, and a tab. Control characters and direction overrides are spelled out, a tab inside is a blank.

    Args:
        text: Any text.

    Returns:
        The text; unchanged where it was harmless.

    Example:
        >>> inert_cell("=1+1"), inert_cell("a-b"), inert_cell("a;=b")
        ("'=1+1", 'a-b', "a;'=b")
    """
    return _BEGINNING.sub("'", spelled(text)).replace("\t", " ")
