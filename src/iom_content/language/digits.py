r"""Numbers written in digits: of any script, in groups of three, and nothing beyond doubt taken for a whole number.

Digits that touch each other through a mark are one number or none: `1,175` is one, `18.09.2023` is none. Groups are
lawful whatever the language: one to three digits, then groups of exactly three, all parted by the same character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["MAX_DIGITS", "Digits", "digits_in"]

MAX_DIGITS: Final = 15
"""How many digits a number may have whose value is told; every integer of so many is exact in any JSON reader."""

_RUN: Final = re.compile(r"\d+")
# What may stand between two digits of one number or date without a blank.
_MARKS: Final = ".,'\u2019\u066b\u066c:/\u2044"
_GROUPING_MARKS: Final = ".,'\u2019\u066c"
_DECIMAL_MARKS: Final = ".,\u066b"
_BLANKS: Final = " \xa0\u2007\u2008\u2009\u202f"
_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"
_SIGNS: Final = f"{_DASHES}+\xb1"


class Digits(NamedTuple):
    """A number in digits, with its place."""

    start: int
    """First code point."""
    end: int
    """The code point after the last digit."""
    whole: str | None
    """The digits before a decimal mark, groups joined, in ASCII; None if this is no plain number."""
    decimals: str
    """The digits behind the decimal mark."""
    sure: bool
    """False if a plain blank parts its groups, which might be two numbers, or a mark that might be a decimal one."""


def digits_in(text: str) -> Iterator[Digits]:
    """Yield every number in digits, in reading order.

    Args:
        text: Any text.

    Example:
        >>> [(each.whole, each.decimals) for each in digits_in("1,175 of 3.5 on 18.09.2023, 175th")]
        [('1175', ''), ('3', '5'), (None, ''), (None, '')]
    """
    chain: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        run = match.span()
        if chain and not _continues(text, chain, run):
            yield _read(text, chain)
            chain = []
        chain.append(run)
    if chain:
        yield _read(text, chain)


def _continues(text: str, chain: list[tuple[int, int]], run: tuple[int, int]) -> bool:
    """Tell whether a run of digits belongs to the number before it."""
    last = chain[-1]
    if run[0] - last[1] != 1:
        return False
    mark = text[last[1]]
    if mark in _MARKS or mark in _DASHES:
        return True
    # A blank only parts groups: those before must be lawful, and parted by the same blank.
    lawful = run[1] - run[0] == 3 and last[1] - last[0] <= 3
    return mark in _BLANKS and lawful and (len(chain) == 1 or text[chain[-2][1]] == mark)


def _read(text: str, chain: list[tuple[int, int]]) -> Digits:
    start, end = chain[0][0], chain[-1][1]
    runs = [_ascii(text[first:last]) for first, last in chain]
    marks = [text[last] for _, last in chain[:-1]]
    whole, decimals = _parts(runs, marks)
    if whole is None or not _is_one_script(text[start:end]) or _is_attached(text, start, end):
        return Digits(start, end, None, "", sure=True)
    # One group of three behind a mark may also be decimals.
    doubtful = " " in marks or (len(marks) == 1 and not decimals and marks[0] in _DECIMAL_MARKS)
    return Digits(start, end, whole, decimals, sure=not doubtful)


def _parts(runs: list[str], marks: list[str]) -> tuple[str | None, str]:
    """Return the whole part and the decimals, or None where the runs make no number."""
    if not marks:
        return _whole(runs)
    if _are_groups(runs, marks):
        return _whole(runs)
    *inner, last = marks
    *front, decimals = runs
    if last not in _DECIMAL_MARKS or last in inner or not (len(front) == 1 or _are_groups(front, inner)):
        return None, ""
    return _whole(front)[0], decimals


def _are_groups(runs: list[str], marks: list[str]) -> bool:
    lawful = len(runs[0]) <= 3 and runs[0] != "0" and all(len(run) == 3 for run in runs[1:])
    return lawful and len(set(marks)) == 1 and marks[0] in _GROUPING_MARKS + _BLANKS


def _whole(runs: list[str]) -> tuple[str | None, str]:
    joined = "".join(runs)
    # A leading nought makes it a code, a day or an hour.
    return (None if len(joined) > MAX_DIGITS or (joined[0] == "0" and joined != "0") else joined), ""


def _ascii(run: str) -> str:
    # What is longer is refused anyway.
    return run if run.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in run[: MAX_DIGITS + 1])


def _is_one_script(text: str) -> bool:
    return len({ord(character) - unicodedata.decimal(character) for character in text if character.isdecimal()}) == 1


def _is_attached(text: str, start: int, end: int) -> bool:
    """Tell whether a sign, a letter or another digit sticks to a number and makes it something else."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before and (before in _SIGNS or before in _DECIMAL_MARKS or _sticks(before)):
        return True
    # A range, the end of which some other sign cut off: `170-` is none, `175-member` neither.
    return bool(after) and _sticks(after)


def _sticks(character: str) -> bool:
    """Tell whether a character beside digits belongs to them; letters of scripts without case do not, they stick to everything."""
    if character in "_\xaa\xba" or unicodedata.category(character) in ("Mn", "Mc", "Me"):
        return True
    return character.isnumeric() or character.lower() != character.upper()
