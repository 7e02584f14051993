"""Saved HTML pages: navigation, title, day and blocks from the elements themselves.

What the elements do not say, such as which line is a category or a salutation, is told from the words as in plain text.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from iom_content.language.dates import whole_date
from iom_content.language.invisible import bare
from iom_content.model.constraints import LANGUAGE
from iom_content.model.digest import sha256_hex
from iom_content.model.document import Capture, Document, Extraction, Note
from iom_content.model.kinds import BlockKind, ResidueKind
from iom_content.reading.blocks import ends_sentence, kind_of
from iom_content.reading.footer import footer_start
from iom_content.reading.furniture import furniture_of, residue_of
from iom_content.reading.head import read_head
from iom_content.reading.head_parts import Day, Setting
from iom_content.reading.labels import labelled_dates, labelled_flaws
from iom_content.reading.lines import Line
from iom_content.reading.listing import NOTE, is_listing
from iom_content.reading.markup import EXTRACTION, HEADINGS, Piece, language_of_page, pieces_of
from iom_content.reading.menus import menu_of
from iom_content.reading.organization import Described, organization_of
from iom_content.reading.statement import Parts, Told, address_of, dated_by_label, told
from iom_content.reading.wrapping import Passage, joined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_ASIDES: Final = ("aside", "button", "dialog", "form", "nav")
_SITE: Final = ("footer", "header")
_LISTED: Final = 3
"""So many articles with a heading each make a page that lists others."""
# What has no element of its own has a class where a page was written by the serializer.
_CLASSES: Final = {kind.replace("_", "-"): kind for kind in (BlockKind.SALUTATION, BlockKind.MEDIA, BlockKind.DELIVERY_NOTE)}


class Marked(NamedTuple):
    """A line of the extracted text with what the page's elements say of it."""

    line: Line
    piece: Piece


def read(html: str, *, url: str | None, captured: date | None) -> Document:
    """Read a saved HTML page.

    Args:
        html: The page.
        url: Its address, if it is known.
        captured: The day of capture, if it is known.

    Returns:
        The document; its spans count in the extracted text.

    Raises:
        MissingExtra: selectolax is not installed.
        UnreadableInput: The elements are nested too deep.

    Example:
        >>> document = read("<html lang='en'><h1>A title</h1><p>Some text.</p></html>", url=None, captured=None)
        >>> document.statement.title, document.capture.text, document.capture.extraction.rule
        ('A title', 'A title\\nSome text.', 'html-1')
    """
    pieces = pieces_of(html)
    text = "\n".join(piece.line for piece in pieces)
    extraction = Extraction(rule=EXTRACTION, sha256=sha256_hex(html.encode()))
    capture = Capture(text=text, sha256=sha256_hex(text.encode()), url=url, captured=captured, extraction=extraction)
    if not pieces:
        return Document(capture=capture, notes=(Note(code="empty", message="the page holds no text"),))
    marked = _marked(pieces)
    menu, left = menu_of(marked, text)
    described = None if menu is None else organization_of(text, menu, captured)
    content, site = _content(left)
    if is_listing([found.line for found in content]) or _lists_articles(content):
        listed = tuple((ResidueKind.LISTING, found.line) for found in content)
        return _document(capture, described, Told(None, _in_order((*site, *listed)), (NOTE,)), pieces)
    return _document(capture, described, _told(content, site, capture, described), pieces)


def _marked(pieces: Sequence[Piece]) -> tuple[Marked, ...]:
    """Return a line for each piece, with its place in the text that they make."""
    marked: list[Marked] = []
    start = 0
    for piece in pieces:
        raw = piece.line
        indent = len(raw) - len(raw.lstrip())
        stripped = raw.strip()
        words = bare(stripped)
        # Elements stand apart; above a title only the lines themselves tell what belongs together.
        line = Line(start + indent, start + indent + len(stripped), start + indent + stripped.index(words), words, indent, apart=True)
        marked.append(Marked(line, piece))
        start += len(raw) + 1
    return tuple(marked)


def _document(capture: Capture, described: Described | None, statement: Told, pieces: tuple[Piece, ...]) -> Document:
    notes = (() if described is None else described.notes) + statement.notes
    if statement.statement is None and NOTE not in notes:
        notes += (Note(code="no-statement", message="nothing but furniture of the site stands on the page"),)
    declared = language_of_page(pieces)
    language = None if described is None else described.language
    if language is None and statement.statement is not None:
        language = statement.statement.language
    if language is None and declared is not None and LANGUAGE.accepts_text(declared):
        language = declared
    return Document(
        capture=capture,
        language=language,
        organization=None if described is None else described.organization,
        statement=statement.statement,
        residue=residue_of(statement.residue),
        notes=notes,
    )


def _content(marked: Sequence[Marked]) -> tuple[list[Marked], list[tuple[ResidueKind, Line]]]:
    """Part the lines of the page's own text from those of the site around it."""
    content: list[Marked] = []
    site: list[tuple[ResidueKind, Line]] = []
    root = _root(marked)
    for found in marked:
        # Elements are told apart by identity: comparing them would compare all that they hold.
        place = next((index for index, element in enumerate(found.piece.path) if element is root), None)
        inside = place is not None
        names = {element.tag for element in found.piece.path[place:]} if inside else set[str]()
        is_site = not inside or not names.isdisjoint(_ASIDES) or (root.tag == "body" and not names.isdisjoint(_SITE))
        if is_site and not (inside and "h1" in names and names.isdisjoint(_ASIDES)):
            site.append((furniture_of(found.line) or ResidueKind.CHROME, found.line))
        else:
            content.append(found)
    return content, site


def _root(marked: Sequence[Marked]) -> Any:
    """Return the element that holds the page's text: the main one if it holds the title too, else the body."""
    mains = [element for found in marked for element in found.piece.path if _is_main(element)]
    titles = [found for found in marked if found.piece.within("h1")]
    body = next((element for found in marked for element in found.piece.path if element.tag == "body"), None)
    main = mains[0] if mains else None
    if main is not None and (not titles or any(element is main for found in titles for element in found.piece.path)):
        return main
    return body if body is not None else next((found.piece.path[0] for found in marked), None)


def _is_main(element: Any) -> bool:
    return bool(element.tag == "main" or element.attributes.get("role") == "main")


def _lists_articles(content: Sequence[Marked]) -> bool:
    articles: dict[int, bool] = {}
    for found in content:
        inner = next((element for element in reversed(found.piece.path) if element.tag == "article"), None)
        if inner is not None:
            articles[id(inner)] = articles.get(id(inner), False) or found.piece.within(*HEADINGS)
    return sum(articles.values()) >= _LISTED


def _told(content: Sequence[Marked], site: Sequence[tuple[ResidueKind, Line]], capture: Capture, described: Described | None) -> Told:
    language = None if described is None else described.language
    labelled = labelled_dates([found.line for found in content])
    published = next((found for found in labelled if found.dated.day is not None), None)
    taken: list[Line] = []
    if published is not None:
        beside = slice(published.at, published.at + published.size)
        taken = [found.line for found in content[beside]]
        content = [*content[: beside.start], *content[beside.stop :]]
    title = _title(content)
    first = min(title, default=0)
    # Above the title a line and the one below it may be a category and its day, however the elements part them.
    lines = [found.line._replace(apart=found.line.start >= first) for found in content]
    below = max((index + 1 for index, line in enumerate(lines) if line.start in title), default=0)
    marked_footer = next((index for index, found in enumerate(content) if index >= below and found.piece.within("footer")), len(content))
    end = min(below + footer_start(lines[below:]), marked_footer)
    times = frozenset(found.line.start for found in content if found.piece.dated)
    head = read_head(lines[:end], Setting(bannered=False, text=capture.text, address=address_of(capture.url), title=title, times=times))
    left = [*site, *head.residue]
    head.flaws += labelled_flaws(labelled, published)
    if published is not None and published.dated.day is not None:
        left += dated_by_label(head, published.dated.day, taken)
    day = _time_above_text(content[head.size : end]) if head.published is None else None
    if day is not None:
        head.published = day
    body: list[Marked] = []
    for found in content[head.size : end]:
        if day is not None and found.line in day.lines:
            continue
        kind = furniture_of(found.line)
        if kind is None:
            body.append(found)
        else:
            left.append((kind, found.line))
    footer = tuple(line for line in lines[end:] if line.text)
    left += [(ResidueKind.INVISIBLE, line) for line in lines[end:] if not line.text]
    return told(Parts(head, tuple(_passages(body, capture.text)), footer, tuple(left)), capture, bannered=False, language=language)


def _title(content: Sequence[Marked]) -> frozenset[int]:
    """Return the starts of the lines of the first `h1`; what it swallowed because nobody closed it is no part of the title."""
    heading = next((element for found in content for element in found.piece.path if element.tag == "h1"), None)
    within = [found for found in content if found.line.text and any(element is heading for element in found.piece.path)]
    return frozenset(found.line.start for index, found in enumerate(within) if not index or found.piece.heading is heading)


def _time_above_text(below: Sequence[Marked]) -> Day | None:
    """Return the first day that is marked up as a time between the head and the first sentence, links to share aside."""
    for found in takewhile(_is_no_sentence, below):
        dated = whole_date(found.line.text) if found.piece.dated else None
        if dated is not None and dated.day is not None:
            return Day(dated.day, (found.line,))
    return None


def _is_no_sentence(found: Marked) -> bool:
    return not ends_sentence(found.line.text)


def _passages(body: Sequence[Marked], text: str) -> list[Passage]:
    """Make a passage of each line, and one of the lines of a list item."""
    runs = [(key, list(run)) for key, run in groupby(body, key=_item_of)]
    groups = [group for key, run in runs for group in ([run] if key else [[found] for found in run])]
    texts = [joined(text, [found.line for found in group]) for group in groups]
    passages: list[Passage] = []
    for index, (group, words) in enumerate(zip(groups, texts, strict=True)):
        piece = group[0].piece
        below = texts[index + 1] if index + 1 < len(texts) else ""
        kind = _kind(piece, words, below, texts[index - 1] if index else "")
        depth = piece.depth if kind is BlockKind.LIST_ITEM and piece.depth else None
        passages.append(Passage(words, tuple(found.line.span for found in group), group[0].line.indent, kind=kind, depth=depth))
    return passages


def _item(piece: Piece) -> int:
    """Return what the lines of one list item share; 0 outside lists."""
    inner = next((element for element in reversed(piece.path) if element.tag == "li"), None)
    return 0 if inner is None else id(inner)


def _item_of(found: Marked) -> int:
    return _item(found.piece)


def _kind(piece: Piece, text: str, below: str, above: str) -> BlockKind:
    if piece.heading is not None:
        return BlockKind.HEADING
    if piece.within("figcaption", "caption"):
        return BlockKind.CAPTION
    if _item(piece):
        return BlockKind.LIST_ITEM
    if piece.within("blockquote"):
        return BlockKind.QUOTATION
    named = _CLASSES.get(_class_of(piece.path[-1]))
    if named is not None:
        return named
    kind = kind_of(text, below, above)
    # A paragraph that the page does not mark as a heading is none, unless all of it is bold.
    return BlockKind.PARAGRAPH if kind is BlockKind.HEADING and not piece.bold else kind


def _class_of(element: Any) -> str:
    """Return the first class of a paragraph; nothing of another element, whose class may be that of much else."""
    return next(iter((element.attributes.get("class") or "").split()), "") if element.tag == "p" else ""


def _in_order(left: Sequence[tuple[ResidueKind, Line]]) -> tuple[tuple[ResidueKind, Line], ...]:
    return tuple(sorted(left, key=_start))


def _start(found: tuple[ResidueKind, Line]) -> int:
    return found[1].start
