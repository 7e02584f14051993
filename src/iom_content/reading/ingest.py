"""The front door of this room: one captured page in, one document out, whatever the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from iom_content.errors import shown
from iom_content.model.digest import sha256_hex
from iom_content.model.document import Capture, Document, Note
from iom_content.model.kinds import ResidueKind
from iom_content.reading import listing, rendering_a, rendering_b, rendering_html
from iom_content.reading.furniture import furniture_of, residue_of
from iom_content.reading.lines import Line, lines_of, signature_start
from iom_content.reading.markup import is_html
from iom_content.reading.source import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

__all__ = ["ingest"]

RENDERINGS: Final[tuple[Callable[[Capture, Sequence[Line]], Document | None], ...]] = (
    rendering_a.read,
    listing.read,
    rendering_b.read,
)
"""The forms of pages, tried in order; the first that knows the page reads it. A new form is a module and a line here."""


SYNTAXES: Final = (None, "text", "html")
"""What `syntax` may be."""


def ingest(text: str | bytes, *, url: str | None = None, captured: date | None = None, syntax: str | None = None) -> Document:
    r"""Read one captured page into values, every character accounted for.

    Any text is read: what fits no field is residue, what cannot be known is None, and notes say so. Nothing is guessed
    and nothing is fetched.

    Args:
        text: The page as plain text, exactly as captured; bytes must be UTF-8. At most `reading.source.MAX_PAGE` characters.
        url: The page's absolute http or https address, if it is known.
        captured: The day of capture, if it is known.
        syntax: `text` or `html`. Without it a page is HTML if a document type of HTML or an `html` tag comes first, blanks
            and comments aside, and text otherwise.

    Returns:
        The document; its spans count Unicode code points of the text as given, or of the text taken from HTML, which is
        then the capture's.

    Raises:
        UnreadableInput: The bytes are not UTF-8 or look binary, the text holds a lone surrogate or is too large, or the
            elements of HTML are nested too deep.
        InvalidValue: The address is not absolute, or the day is no date.
        MissingExtra: The page is HTML, and the extra `html` is not installed.
        ValueError: The syntax is unknown.

    Example:
        >>> import iom_content as iom
        >>> document = iom.ingest("Displaying 1 - 2 of 9\nA page\nAnother page")
        >>> document.statement, document.residue, document.notes
        (None, (<Residue listing 3 spans>,), (<Note listing-page>,))
    """
    page = text_of(text)
    if syntax not in SYNTAXES:
        raise ValueError(f"unknown syntax {shown(syntax)}; one of text, html")
    if syntax == "html" or (syntax is None and is_html(page)):
        return rendering_html.read(page, url=url, captured=captured)
    capture = Capture(text=page, sha256=sha256_hex(page.encode()), url=url, captured=captured)
    start = signature_start(page)
    if start is not None:
        return _signed(_read(_above(capture, start)), capture, lines_of(page[start:]), start)
    return _read(capture)


def _above(capture: Capture, end: int) -> Capture:
    text = capture.text[:end]
    return attrs.evolve(capture, text=text, sha256=sha256_hex(text.encode()))


def _signed(document: Document, capture: Capture, signature: Sequence[Line], start: int) -> Document:
    """Return a document with the lines of the signature below it."""
    moved = (line._replace(start=line.start + start, end=line.end + start, at=line.at + start) for line in signature)
    below = residue_of((ResidueKind.CHROME, line) for line in moved)
    return attrs.evolve(document, capture=capture, residue=(*document.residue, *below))


def _read(capture: Capture) -> Document:
    lines = lines_of(capture.text)
    if not lines:
        return Document(capture=capture, notes=(Note(code="empty", message="the page holds no text"),))
    for read in RENDERINGS:
        document = read(capture, lines)
        if document is not None:
            return document
    return _unknown(capture, lines)


def _unknown(capture: Capture, lines: Sequence[Line]) -> Document:
    residue = residue_of((furniture_of(line) or ResidueKind.UNRECOGNIZED, line) for line in lines)
    return Document(
        capture=capture, residue=residue, notes=(Note(code="unknown-rendering", message="no reader knows the form of this page"),)
    )
