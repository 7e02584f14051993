"""What a plain scalar of YAML stands for, where its two living versions agree.

YAML 1.1, which PyYAML reads, takes `no` for false and `1_000` for a number; YAML 1.2, which others read, takes both for
text, but `1e3` for a number. What they read alike is read so here; what they read differently is text, and said to be so.
"""

from __future__ import annotations

import re
from typing import Final

from iom_content.codec.text_faults import integer_fits

__all__ = ["TooLarge", "is_ambiguous", "plain_value"]

_NULL: Final = r"(?P<null>~|null|Null|NULL|)"
_INFINITY: Final = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
# YAML 1.2, core schema.
_NEW: Final = re.compile(
    rf"{_NULL}|(?P<bool>true|True|TRUE|false|False|FALSE)|(?P<int>[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)"
    rf"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|{_INFINITY})"
)
# YAML 1.1, as PyYAML reads it; sexagesimal numbers and dates are left to the rule for what is not read alike.
_OLD: Final = re.compile(
    rf"{_NULL}|(?P<bool>(?i:yes|no|true|false|on|off))"
    r"|(?P<int>[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+))"
    r"|(?P<float>[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
    rf"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|{_INFINITY})"
)
_DECIMAL: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_HEXADECIMAL: Final = "0x"
# So many characters of a hexadecimal number are read: enough to see that it is too large.
_LONGEST: Final = 40


class TooLarge(ValueError):
    """Says that an integer is one that other readers round."""


def plain_value(text: str) -> str | int | float | bool | None:
    """Return what a plain scalar stands for: what both versions of YAML read, or the text itself where they differ.

    Args:
        text: The scalar, as it stands there.

    Raises:
        TooLarge: It is an integer that other readers round.

    Example:
        >>> plain_value("12"), plain_value("true"), plain_value(""), plain_value("no"), plain_value("2023-09-18")
        (12, True, None, 'no', '2023-09-18')
    """
    sort = _sort(_NEW, text)
    if sort is None or is_ambiguous(text):
        return text
    if sort == "int":
        return _integer(text)
    if sort == "float":
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return None if sort == "null" else text.lower() == "true"


def is_ambiguous(text: str) -> bool:
    """Tell whether the versions of YAML read a plain scalar differently.

    Example:
        >>> [text for text in ("no", "1_000", "1e3", "010", "12", "true", "text") if is_ambiguous(text)]
        ['no', '1_000', '1e3', '010']
    """
    new, old = _sort(_NEW, text), _sort(_OLD, text)
    if new == old == "int":
        # Both see a number, but an octal one and a decimal one.
        return not (_DECIMAL.fullmatch(text) or text.startswith(_HEXADECIMAL))
    return new != old


def _sort(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.fullmatch(text)
    return found.lastgroup if found else None


def _integer(text: str) -> int:
    if text.startswith(_HEXADECIMAL):
        number = int(text[:_LONGEST], 16)
    elif integer_fits(text.removeprefix("+")):
        return int(text)
    else:
        raise TooLarge
    if not integer_fits(str(number)):
        raise TooLarge
    return number
