"""The statement on a page: head, blocks, dateline, and what is unknown of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from iom_content.language.guess import language_of_text
from iom_content.language.slugs import UNTITLED, slug
from iom_content.model.kinds import BlockKind, ResidueKind
from iom_content.model.origins import Captured, Origin, Origins, Span
from iom_content.model.statement import Block, Statement
from iom_content.reading.body import blocks_of
from iom_content.reading.footer import footer_start
from iom_content.reading.furniture import without_furniture
from iom_content.reading.head import read_head
from iom_content.reading.head_parts import Day, Head, Part, Setting
from iom_content.reading.labels import Labelled, labelled_dates, labelled_flaws
from iom_content.reading.noting import Flaw, statement_notes
from iom_content.reading.organization import ID
from iom_content.reading.places import dateline_of
from iom_content.reading.wrapping import Passage, passages_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from iom_content.model.document import Capture, Note
    from iom_content.reading.lines import Line

_SITE: Final = re.compile(r"\A[a-z]+://[^/?#]*")
_SUFFIX: Final = re.compile(r"\.(?:html?|php|aspx?)\Z")
_FIRST: Final = 3
"""Among so many blocks the first paragraph is looked for."""
_LOOKED: Final = 20_000
"""How many code points of a text are searched for a word."""

Left = tuple[tuple[ResidueKind, "Line"], ...]
"""Lines that fit no field, each with its kind."""


class Told(NamedTuple):
    """A statement as read, what of the page is none of it, and what is unknown."""

    statement: Statement | None
    residue: Left
    notes: tuple[Note, ...]


class Parts(NamedTuple):
    """A page below its navigation, taken apart."""

    head: Head
    body: tuple[Passage, ...]
    footer: tuple[Line, ...]
    residue: Left


def statement_of(lines: Sequence[Line], capture: Capture, *, bannered: bool, language: str | None = None) -> Told:
    r"""Read the statement from the lines of a page below its navigation.

    Args:
        lines: What is left of the page.
        capture: The page, for its text, its address and its digest.
        bannered: Whether a navigation stands above.
        language: Language of the navigation, where it is known.

    Returns:
        The statement, None if there is no text; the lines that are none of it; and notes.

    Example:
        >>> import iom_content as iom
        >>> from iom_content.reading.lines import lines_of
        >>> page = "A lantern for all\nWe lend them, and the town is lit."
        >>> capture = iom.ingest(page).capture
        >>> statement_of(lines_of(page), capture, bannered=True).statement
        <Statement 'a-lantern-for-all' 1 block>
    """
    labelled = labelled_dates(lines)
    published = next((found for found in labelled if found.dated.day is not None), None)
    parts = _taken_apart(lines, capture, published, bannered=bannered)
    parts.head.flaws += labelled_flaws(labelled, published)
    open_ended = next((index for index, passage in enumerate(parts.body) if passage.doubt), None)
    if open_ended is not None:
        parts.head.flaws.append(Flaw(f"blocks/{open_ended}", "paragraph"))
    return told(parts, capture, bannered=bannered, language=language)


def told(parts: Parts, capture: Capture, *, bannered: bool, language: str | None) -> Told:
    """Make a statement of the parts of a page.

    Args:
        parts: The page below its navigation, taken apart.
        capture: The page.
        bannered: Whether it has the form that drops dates.
        language: Language of the navigation, where it is known.

    Returns:
        The statement, None if there is no text; the lines that are none of it; and notes.
    """
    head = parts.head
    if not (parts.body or parts.footer or head.title or head.category):
        # A date that dates nothing.
        days = {line.start: line for day in (head.published, head.delivered) if day for line in day.lines}
        return Told(None, _in_order((*parts.residue, *((ResidueKind.PLACEHOLDER, line) for line in days.values()))), ())
    statement, derived = _statement(parts, capture)
    notes = statement_notes(statement, head.flaws, derived=derived, bannered=bannered, language=language)
    return Told(statement, _in_order(parts.residue), notes)


def _taken_apart(lines: Sequence[Line], capture: Capture, published: Labelled | None, *, bannered: bool) -> Parts:
    rest = list(lines)
    above: frozenset[int] = frozenset()
    taken: list[Line] = []
    if published is not None:
        taken = rest[published.at : published.at + published.size]
        del rest[published.at : published.at + published.size]
        above = frozenset(line.end for line in rest[: published.at][-1:])
    end = footer_start(rest)
    head = read_head(rest[:end], Setting(bannered, capture.text, above, address_of(capture.url)))
    left = list(head.residue)
    if published is not None and published.dated.day is not None:
        left += dated_by_label(head, published.dated.day, taken)
    content, furniture = without_furniture(rest[head.size : end])
    footer = tuple(line for line in rest[end:] if line.text)
    left += [*furniture, *((ResidueKind.INVISIBLE, line) for line in rest[end:] if not line.text)]
    return Parts(head, passages_of(capture.text, content), footer, tuple(left))


def dated_by_label(head: Head, day: date, lines: Sequence[Line]) -> Left:
    """Let a labelled day say when a page was published, unless its head does.

    Args:
        head: The head as read.
        day: The labelled day.
        lines: The label and the day.

    Returns:
        What of the lines is left without a field.
    """
    if head.published is None:
        head.published = Day(day, tuple(lines))
        return ()
    if head.published.day != day:
        head.flaws.append(Flaw("published", "further"))
    return tuple((ResidueKind.PLACEHOLDER, line) for line in lines)


def _in_order(left: Left) -> Left:
    return tuple(sorted(left, key=_start))


def _start(found: tuple[ResidueKind, Line]) -> int:
    return found[1].start


def _statement(parts: Parts, capture: Capture) -> tuple[Statement, bool]:
    """Return the statement, and whether its id is made from the title."""
    head = parts.head
    title = None if head.title is None else head.title.text
    texts = [part for part in (title, *(passage.text for passage in parts.body), *(line.text for line in parts.footer)) if part]
    language = language_of_text(" ".join(texts))
    blocks = tuple(blocks_of(parts.body, parts.footer, title, language))
    _read_dateline(head, blocks, parts, capture.text)
    key, derived = _key(capture, title)
    statement = Statement(
        id=key,
        organization=ID,
        title=title,
        language=language,
        category=None if head.category is None else head.category.text,
        url=capture.url,
        published=None if head.published is None else head.published.day,
        delivered=None if head.delivered is None else head.delivered.day,
        place=None if head.place is None else head.place.text,
        blocks=blocks,
        origins=_origins(head),
    )
    return statement, derived


def _origins(head: Head) -> Origins:
    found: dict[str, Part | Day | None] = {
        "category": head.category,
        "delivered": head.delivered,
        "place": head.place,
        "published": head.published,
        "title": head.title,
    }
    origins: dict[str, Origin] = {name: Captured(spans=part.spans) for name, part in found.items() if part is not None}
    return Origins(origins)


def _read_dateline(head: Head, blocks: Sequence[Block], parts: Parts, text: str) -> None:
    """Take place and day from the dateline of the first paragraph, where no line above states them."""
    index = next((index for index, block in enumerate(blocks[:_FIRST]) if block.kind is BlockKind.PARAGRAPH), None)
    if index is None or index >= len(parts.body):
        return
    span = parts.body[index].spans[0]
    found = dateline_of(text[span.start : span.end][:_LOOKED], text[span.start : span.start + _LOOKED])
    if found is None:
        return
    if found.place is not None and head.place is None:
        start = span.start + found.start
        head.place = Part(found.place, (Span(start=start, end=start + len(found.place)),))
    if found.dated is None:
        return
    if found.dated.day is None:
        head.flaws.append(Flaw("delivered", found.dated.flaw))
    elif head.delivered is None:
        head.delivered = Day(found.dated.day, (), (Span(start=span.start + found.dated.start, end=span.start + found.dated.end),))
    elif head.delivered.day != found.dated.day:
        head.flaws.append(Flaw("delivered", "further"))


def address_of(url: str | None) -> str:
    """Return the slug of the last part of an address, without what a server adds to it; empty if it says nothing."""
    path = "" if url is None else re.split(r"[?#]", url)[0]
    last = unquote(_SITE.sub("", path)).rstrip("/").rpartition("/")[2]
    found = slug(_SUFFIX.sub("", last))
    return "" if found == UNTITLED else found


def _key(capture: Capture, title: str | None) -> tuple[str, bool]:
    """Return the id of the statement, and whether it is made from the title."""
    if found := address_of(capture.url):
        return found, False
    if title is not None and (named := slug(title)) != UNTITLED:
        return named, True
    return f"{UNTITLED}-{capture.sha256[:12]}", False
