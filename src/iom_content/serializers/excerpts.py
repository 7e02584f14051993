"""A line of the source with a caret under the place that a finding names, aligned on every terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from iom_content.language.invisible import INVISIBLE
from iom_content.model.report import Finding

__all__ = ["MAX_EXCERPT", "Sources", "Texts", "excerpt_lines"]

MAX_EXCERPT: Final = 72
"""How many columns of a source line are shown; a longer line is cut around the place."""

Sources: TypeAlias = Mapping[str, str] | str | None
"""The texts that findings are about: by the file that they name, or one text for findings that name none."""

_TAB: Final = 4
_BEFORE: Final = 30
# So many code points on either side are looked at: marks that take no room must not make a line long.
_REACH: Final = 200
_CUT: Final = "…"


class Texts:
    """Source texts cut into lines, each once however many findings it has.

    A line ends where JSON and editors end it: with a line feed, before which a carriage return may stand.

    Example:
        >>> import iom_content as iom
        >>> Texts("one\\ntwo").line(iom.Finding(rule="odd", message="strange", line=2))
        'two'
    """

    __slots__ = ("_cut", "_sources")

    def __init__(self, sources: Sources) -> None:
        """Keep the texts by file; a single text is that of findings without a file."""
        self._sources: Mapping[str, str] = {"": sources} if isinstance(sources, str) else sources or {}
        self._cut: dict[str, list[str]] = {}

    def line(self, finding: Finding) -> str | None:
        """Return the line that a finding names, without its end, or None where the text or the line is not there."""
        file = finding.file or ""
        if finding.line is None or file not in self._sources:
            return None
        if file not in self._cut:
            self._cut[file] = self._sources[file].split("\n")
        lines = self._cut[file]
        return lines[finding.line - 1].removesuffix("\r") if finding.line <= len(lines) else None


def excerpt_lines(finding: Finding, texts: Texts) -> Iterator[str]:
    """Yield the source line of a finding and a line with a caret under its column; nothing where there is no source.

    Characters that show nothing or control a terminal are spelled out, tabs are blanks, and a long line is cut around the
    place. If the excerpt of the finding stands at that place, all of it is underlined.

    Args:
        finding: The complaint.
        texts: The sources.

    Example:
        >>> import iom_content as iom
        >>> finding = iom.Finding(rule="odd", message="strange", line=1, column=7, excerpt="day")
        >>> print("\\n".join(excerpt_lines(finding, Texts("Sunny day"))))
          1 | Sunny day
            |       ^~~
    """
    line = texts.line(finding)
    if line is None:
        return
    gutter = str(finding.line)
    # A place beyond the line is that of its end: the text ended there, or is not quite the one that was judged.
    at = min((finding.column or 1) - 1, len(line))
    quoted = (finding.excerpt or "").partition("\n")[0]
    shown, caret = _window(line, at, max(len(quoted), 1) if line.startswith(quoted, at) else 1)
    yield f"  {gutter} | {shown}".rstrip()
    if finding.column is not None:
        yield f"  {' ' * len(gutter)} | {caret}"


def _window(line: str, at: int, marked: int) -> tuple[str, str]:
    """Return what is shown of a line around an offset, and the blanks and the caret that go under it."""
    low = max(at - _REACH, 0)
    cells = _cells(line[low : at + _REACH])
    widths = [width for _, width in cells]
    here = at - low
    start, stop = _bounds(widths, here)
    left, right = _CUT * (low + start > 0), _CUT * (low + stop < len(line))
    blanks = len(left) + sum(widths[start:here])
    if 0 < here < len(widths) and not widths[here]:
        # A combining mark stands over the character before it.
        blanks -= 1
    length = sum(widths[here : min(here + marked, stop)])
    return f"{left}{''.join(picture for picture, _ in cells[start:stop])}{right}", f"{' ' * blanks}^{'~' * (length - 1)}"


def _bounds(widths: list[int], here: int) -> tuple[int, int]:
    """Return which characters are shown: all, if there is room for them, else some before the place and more behind it."""
    if sum(widths) <= MAX_EXCERPT - 2 * len(_CUT):
        return 0, len(widths)
    start, room = here, _BEFORE
    while start and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    stop, room = start, MAX_EXCERPT - 2 * len(_CUT)
    while stop < len(widths) and widths[stop] <= room:
        room -= widths[stop]
        stop += 1
    while start and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    while start < here and not widths[start]:
        # A combining mark would stand over the sign that something is cut.
        start += 1
    return start, stop


def _cells(text: str) -> list[tuple[str, int]]:
    cells: list[tuple[str, int]] = []
    column = 0
    for character in text:
        cells.append(_cell(character, column))
        column += cells[-1][1]
    return cells


def _cell(character: str, column: int) -> tuple[str, int]:
    """Return how a character is shown at a column, and how many columns that takes."""
    if character == "\t":
        width = _TAB - column % _TAB
        return " " * width, width
    category = unicodedata.category(character)
    if character in INVISIBLE or category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        spelled = character.encode("unicode_escape").decode()
        return spelled, len(spelled)
    if category in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in ("F", "W") else 1
