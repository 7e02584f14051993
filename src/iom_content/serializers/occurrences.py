"""Hits and concordance lines as people read them: words marked, columns aligned whatever the script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from iom_content.language.visible import visible
from iom_content.model.hit import Hit
from iom_content.model.line import Line

__all__ = ["columns", "hit_lines", "line_lines"]

Style = Callable[[str, str], str]
_Part: TypeAlias = tuple[str, str]
"""A text with the name of its style, which is empty if it has none."""

_PIECE: Final = re.compile(" +|[^ ]+")
_GAPS: Final = 6
"""So many blanks part the four columns of a line."""
_FIRST_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def hit_lines(hit: Hit, style: Style = lambda text, _: text, width: int | None = None) -> Iterator[str]:
    """Yield the lines that show a hit: where it is, and its snippet with the words in brackets.

    Args:
        hit: The hit.
        style: Gives a text one of the styles `good`, `label`.
        width: How many columns a line of the snippet has; all of it is one line if it is None.

    Example:
        >>> import iom_content as iom
        >>> list(hit_lines(iom.search('"act now"')[0]))
        ['sdg-summit-statement-iom-director-general p7', '  Let’s [act] [now], with migrants, for the benefit of all.']
    """
    yield style(visible(f"{hit.value_id} {hit.label}"), "label")
    at, end = hit.snippet_start, hit.snippet_start + len(hit.snippet)
    parts = [("\u2026 " if at else "", "")]
    for span in hit.spans:
        if span.start >= at and span.end <= end:
            parts += [(visible(hit.block_text[at : span.start]), ""), (f"[{visible(hit.block_text[span.start : span.end])}]", "good")]
            at = span.end
    parts += [(visible(hit.block_text[at:end]), ""), (" \u2026" if end < len(hit.block_text) else "", "")]
    for line in (parts,) if width is None else _wrapped(parts, width - 2):
        yield "  " + "".join(style(text, name) if name else text for text, name in line)


def _wrapped(parts: Iterable[_Part], width: int) -> Iterator[list[_Part]]:
    """Yield parts in lines of a width, parted at blanks; a word too long for it has a line of its own."""
    line: list[_Part] = []
    word: list[_Part] = []
    for piece, name in (*((piece, name) for text, name in parts for piece in _PIECE.findall(text)), (" ", "")):
        if piece[0] != " ":
            word.append((piece, name))
            continue
        if line and sum(columns(text) for text, _ in (*line, *word)) > width:
            yield line[:-1]
            line = []
        line += [*word, (piece, "")]
        word = []
    yield line[:-1]


def line_lines(lines: Sequence[Line], style: Style = lambda text, _: text, width: int | None = None) -> Iterator[str]:
    """Yield one line for each occurrence, the words one under the other.

    Wide characters count two columns and combining ones none. Where letters run from right to left each part is isolated, so
    that a terminal that reorders text leaves the parts in their columns.

    Args:
        lines: The occurrences.
        style: Gives a text one of the styles `good`, `dim`.
        width: How many columns there are; where a line would need more, its place stands above it. Behind it if this is None.

    Example:
        >>> import iom_content as iom
        >>> list(line_lines(iom.concordance("benefit of all", width=8)))[-1]
        'for the   benefit of all  .         sdg-summit-statement-iom-director-general p7'
    """
    shown = [(visible(line.left), visible(line.match), visible(line.right)) for line in lines]
    widths = [max((columns(row[part]) for row in shown), default=0) for part in range(3)]
    places = [visible(f"{line.value_id} {line.label}") for line in lines]
    above = width is not None and sum(widths) + _GAPS + max(map(columns, places), default=0) > width
    for (left, match, right), place, before in zip(shown, places, ["", *places], strict=False):
        isolated = any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in left + match + right)
        parts = [f"{_FIRST_ISOLATE}{part}{_POP_ISOLATE}" if isolated else part for part in (left, match, right)]
        gaps = [" " * (width - columns(part)) for width, part in zip(widths, (left, match, right), strict=True)]
        if above and place != before:
            yield style(place, "dim")
        row = f"{gaps[0]}{parts[0]}  {style(parts[1], 'good')}{gaps[1]}  {parts[2]}"
        yield row if above else f"{row}{gaps[2]}  {style(place, 'dim')}"


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    Args:
        text: A text without control characters.

    Example:
        >>> columns("abc"), columns("\u79fb\u6c11"), columns("e\u0301")
        (3, 4, 1)
    """
    return sum(map(_width, text))


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"F", "W"} else 1
