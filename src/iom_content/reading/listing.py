"""Pages that list other pages: no statement is invented from them.

Signs, each enough: a counter line above any running text; a first line that names such a page; the name of a periodical
at the head and several lines that name items below; two heads of a page, one after the other; three link lines or three
dated lines, with little text before the first.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from iom_content.language.dates import first_date, is_dateless
from iom_content.language.patterns import is_stated, mentions
from iom_content.model.document import Capture, Document, Note
from iom_content.model.kinds import ResidueKind
from iom_content.reading.blocks import is_phrase, marker_length
from iom_content.reading.furniture import furniture_of, residue_of
from iom_content.reading.head import is_meta
from iom_content.reading.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.lines import Line

NOTE = Note(code="listing-page", message="the page lists other pages and is no statement")

_TOP: Final = 15
"""Among so many lines at the head a counter is looked for."""
_NAMED: Final = 3
"""Among so many lines at the head the name of a periodical is looked for."""
_ITEMS: Final = 4
"""So many lines that name items make an issue."""
_EACH: Final = 2
"""So many paragraphs an item of an issue has at most, on the average."""
_PROSE: Final = 150
"""A line of this length is running text."""
_LOOKED: Final = 600
"""How many lines of a page are looked at."""
_REPEATED: Final = 3
"""How many links or dates make a list."""
_HEADS: Final = 2
_LEAD: Final = 1000
"""A list does not start with a text so long."""
_DATED: Final = 60
_WHOLE: Final = ("", "order", "weekday")


def is_listing(lines: Sequence[Line]) -> bool:
    r"""Tell whether lines are those of a page that lists other pages.

    Args:
        lines: Lines of a page, below its navigation.

    Returns:
        True if one of the signs is met.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> is_listing(lines_of("Showing 1 to 10 of 99\nA page")), is_listing(lines_of("A page\nSome text."))
        (True, False)
    """
    looked = lines[:_LOOKED]
    content = [line for line in looked if furniture_of(line) is None]
    above = list(takewhile(_is_short, content[:_TOP]))
    if any(is_stated(line.text, "counters") for line in above):
        return True
    if content and is_phrase(content[0].text, "listings"):
        return True
    named = any(
        mentions(line.text, "issues") and not _goes_on(line, below) for line, below in pairwise(content[: min(len(above), _NAMED) + 1])
    )
    if named and _is_made_of_items(content):
        return True
    if sum(_starts_head(line, below) for line, below in pairwise(looked)) >= _HEADS:
        return True
    links = [index for index, line in enumerate(looked) if _is_link(line)]
    # Days one below the other are a chronology, or a programme.
    days = [index for index, (line, below) in enumerate(pairwise(looked)) if _is_date(line) and not _is_date(below)]
    return _are_repeated(looked, links) or _are_repeated(looked, days)


def read(capture: Capture, lines: Sequence[Line]) -> Document | None:
    r"""Read a page without navigation that lists other pages.

    Args:
        capture: The page.
        lines: Its lines.

    Returns:
        The document, all residue; None if it is no such page.

    Example:
        >>> import iom_content as iom
        >>> iom.ingest("Showing 1 to 10 of 99\nA page").residue
        (<Residue listing 2 spans>,)
    """
    if not is_listing(lines):
        return None
    return Document(capture=capture, residue=residue_of(listed(lines)), notes=(NOTE,))


def listed(lines: Sequence[Line]) -> tuple[tuple[ResidueKind, Line], ...]:
    r"""Return the lines of a list with their kinds: furniture above its first line, then the list.

    Args:
        lines: Lines of a page.

    Returns:
        Each line with its kind.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [kind.value for kind, _ in listed(lines_of("Skip to main content\nDisplaying 1 - 2 of 9\nSearch"))]
        ['chrome', 'listing', 'listing']
    """
    first = next((index for index, line in enumerate(lines) if furniture_of(line) is None), 0)
    above = tuple((kind, line) for line in lines[:first] if (kind := furniture_of(line)))
    return above + tuple((ResidueKind.LISTING, line) for line in lines[first:])


def _starts_head(line: Line, below: Line) -> bool:
    """Tell whether two lines are a category and what stands directly below it."""
    return not below.apart and is_phrase(line.text.rstrip(" \xa0-\u2013\u2014:|"), "categories") and is_meta(below)


def _is_short(line: Line) -> bool:
    return len(line.text) < _PROSE


def _is_made_of_items(content: Sequence[Line]) -> bool:
    """Tell whether lines that name something, each with text below, part the whole of a page."""
    items = sum(_names_item(line) and not _goes_on(line, below) and not _names_item(below) for line, below in pairwise(content))
    return items >= _ITEMS and sum(not _names_item(line) for line in content) <= _EACH * items


def _names_item(line: Line) -> bool:
    return _is_short(line) and is_title(line.text, "") and not marker_length(line.text)


def _goes_on(line: Line, below: Line) -> bool:
    """Tell whether a line is a part of a sentence that was wrapped, and names nothing."""
    return line.text[0].islower() or below.text[0].islower()


def _is_link(line: Line) -> bool:
    return is_phrase(line.text, "links")


def _is_date(line: Line) -> bool:
    if len(line.text) > _DATED:
        return False
    dated = first_date(line.text)
    return dated is not None and dated.flaw in _WHOLE and is_dateless(line.text[: dated.start])


def _are_repeated(lines: Sequence[Line], places: Sequence[int]) -> bool:
    return len(places) >= _REPEATED and sum(len(line.text) for line in lines[: places[0]]) < _LEAD
