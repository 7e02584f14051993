"""Lines that are no text of the page: furniture of the site, labels without value, lines that show nothing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from iom_content.model.document import Residue
from iom_content.model.kinds import ResidueKind
from iom_content.reading.blocks import is_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iom_content.reading.lines import Line

_REASONS: Final = {
    ResidueKind.CHROME: "furniture of the site",
    ResidueKind.INVISIBLE: "characters that show nothing",
    ResidueKind.LISTING: "text of a page that lists other pages",
    ResidueKind.PLACEHOLDER: "a label or date whose value is missing or not whole",
    ResidueKind.UNRECOGNIZED: "text of a page whose form no reader knows",
}


def furniture_of(line: Line) -> ResidueKind | None:
    r"""Return why a line is no text of the page; None if it is.

    Args:
        line: Any line.

    Returns:
        Chrome, placeholder or invisible, or None.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [furniture_of(line) for line in lines_of("Skip to main content\nA title")]
        [<ResidueKind.CHROME: 'chrome'>, None]
    """
    if not line.text:
        return ResidueKind.INVISIBLE
    if line.text[0].islower() or line.text.endswith("."):
        # The last line of a wrapped sentence: `home.` is no link to the front page.
        return None
    if is_phrase(line.text, "chrome") or is_phrase(line.text, "links"):
        return ResidueKind.CHROME
    return ResidueKind.PLACEHOLDER if is_phrase(line.text, "placeholders") else None


def residue_of(found: Iterable[tuple[ResidueKind, Line]]) -> tuple[Residue, ...]:
    r"""Gather lines that fit no field, those of one kind in a row together.

    Args:
        found: Lines in reading order, each with its kind.

    Returns:
        The residue.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> residue_of((ResidueKind.LISTING, line) for line in lines_of("One\nTwo"))
        (<Residue listing 2 spans>,)
    """
    return tuple(
        Residue(kind=kind, reason=_REASONS[kind], spans=tuple(line.span for _, line in group)) for kind, group in groupby(found, key=_kind)
    )


def without_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[tuple[ResidueKind, Line], ...]]:
    r"""Part the lines of a page's text from its furniture.

    Args:
        lines: Lines in reading order.

    Returns:
        The lines that are text, and those that are not, with their kinds.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> content, furniture = without_furniture(lines_of("Skip to main content\nA title"))
        >>> len(content), len(furniture)
        (1, 1)
    """
    kinds = [(furniture_of(line), line) for line in lines]
    return tuple(line for kind, line in kinds if kind is None), tuple((kind, line) for kind, line in kinds if kind is not None)


def _kind(found: tuple[ResidueKind, Line]) -> ResidueKind:
    return found[0]
