"""Hits and concordance lines as people read them: words marked, columns aligned whatever the script."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from iom_content.language.visible import visible
from iom_content.model.hit import Hit, Line

__all__ = ["columns", "hit_lines", "line_lines"]

Style = Callable[[str, str], str]

_FIRST_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def hit_lines(hit: Hit, style: Style = lambda text, _: text) -> Iterator[str]:
    """Yield the lines that show a hit: where it is, and its snippet with the words in brackets.

    Args:
        hit: The hit.
        style: Gives a text one of the styles `good`, `label`.

    Example:
        >>> import iom_content as iom
        >>> list(hit_lines(iom.search('"act now"')[0]))
        ['sdg-summit-statement-iom-director-general p7', '  Let’s [act] [now], with migrants, for the benefit of all.']
    """
    yield style(visible(f"{hit.value_id} {hit.label}"), "label")
    parts: list[str] = []
    at, end = hit.snippet_start, hit.snippet_start + len(hit.snippet)
    for span in hit.spans:
        if span.start >= at and span.end <= end:
            parts += [visible(hit.block_text[at : span.start]), style(f"[{visible(hit.block_text[span.start : span.end])}]", "good")]
            at = span.end
    before = "\u2026 " if hit.snippet_start else ""
    after = " \u2026" if end < len(hit.block_text) else ""
    yield f"  {before}{''.join(parts)}{visible(hit.block_text[at:end])}{after}"


def line_lines(lines: Sequence[Line], style: Style = lambda text, _: text) -> Iterator[str]:
    """Yield one line for each occurrence, the words one under the other.

    Wide characters count two columns and combining ones none. Where letters run from right to left each part is isolated, so
    that a terminal that reorders text leaves the parts in their columns.

    Args:
        lines: The occurrences.
        style: Gives a text one of the styles `good`, `dim`.

    Example:
        >>> import iom_content as iom
        >>> list(line_lines(iom.concordance("benefit of all", width=8)))[-1]
        'for the   benefit of all  .         sdg-summit-statement-iom-director-general p7'
    """
    shown = [(visible(line.left), visible(line.match), visible(line.right)) for line in lines]
    widths = [max((columns(row[part]) for row in shown), default=0) for part in range(3)]
    for line, (left, match, right) in zip(lines, shown, strict=True):
        isolated = any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in left + match + right)
        parts = [f"{_FIRST_ISOLATE}{part}{_POP_ISOLATE}" if isolated else part for part in (left, match, right)]
        gaps = [" " * (width - columns(part)) for width, part in zip(widths, (left, match, right), strict=True)]
        where = style(visible(f"{line.value_id} {line.label}"), "dim")
        yield f"{gaps[0]}{parts[0]}  {style(parts[1], 'good')}{gaps[1]}  {parts[2]}{gaps[2]}  {where}"


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
