"""Characters that show nothing and yet are no blanks: marks of direction, zero-width joints, control codes.

They belong to the text and are owned like every other character; only where a line is compared or cleaned are those at
its edges passed over.
"""

from __future__ import annotations

from typing import Final

_RANGES: Final = (
    (0x00, 0x08),
    (0x0E, 0x1B),
    (0x7F, 0x84),
    (0x86, 0x9F),
    (0xAD, 0xAD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0001, 0xE0001),
    (0xE0020, 0xE007F),
)
INVISIBLE: Final = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""Every character that counts as invisible; variation selectors do not, for they change the character before them."""

_BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_EDGES: Final = "".join(sorted(INVISIBLE)) + _BLANKS


def bare(text: str) -> str:
    r"""Return `text` without the blanks and invisible characters at its edges.

    Args:
        text: Any text.

    Returns:
        The text between its first and its last visible character; empty if it has none.

    Example:
        >>> bare("\ufeff\u200b Who we are\u00ad ")
        'Who we are'
    """
    return text.strip(_EDGES)
