"""The statement below the navigation: its title and its blocks, one a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from iom_content.language.guess import language_of_text
from iom_content.language.slugs import UNTITLED, slug
from iom_content.model.document import Capture, Note
from iom_content.model.kinds import BlockKind, Mark
from iom_content.model.origins import Origins
from iom_content.model.statement import Block, Statement
from iom_content.reading.blocks import ends_sentence, is_bulleted, is_phrase, is_salutation, kind_of, marker_length, starts_as
from iom_content.reading.organization import ID
from iom_content.reading.wrapping import Passage, passages_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iom_content.reading.lines import Line

MAX_TITLE: Final = 250
"""Most code points a title may have."""
_NEXT_SENTENCE: Final = re.compile(r"[^\W\d_]{4}[.\u3002\u06d4]\s+([^\W\d_])")
_ABBREVIATION: Final = re.compile(r"[A-Z]\.[A-Z]\.\Z")
_SITE: Final = re.compile(r"\A[a-z]+://[^/?#]*")
_SUFFIX: Final = re.compile(r"\.(?:html?|php|aspx?)\Z")


class Told(NamedTuple):
    """A statement as read, and what is unknown of it."""

    statement: Statement | None
    notes: tuple[Note, ...]


def statement_of(lines: Sequence[Line], footer: Sequence[Line], capture: Capture) -> Told:
    r"""Read the statement from the lines below a navigation.

    Args:
        lines: What is left of the page above its footer, furniture taken out.
        footer: The lines of the footer.
        capture: The page, for its address and its digest.

    Returns:
        The statement, None if there are no lines; and its notes.

    Example:
        >>> import iom_content as iom
        >>> from iom_content.reading.lines import lines_of
        >>> page = "A lantern for all\nWe lend them, and the town is lit."
        >>> capture = iom.ingest(page).capture
        >>> statement_of(lines_of(page), (), capture).statement
        <Statement 'a-lantern-for-all' 1 blocks>
    """
    if not lines:
        # A footer needs text above it, so that nothing is lost here.
        return Told(None, ())
    title = lines[0] if is_title(lines[0].text, lines[1].text if len(lines) > 1 else "") else None
    words = None if title is None else title.text[marker_length(title.text) if is_bulleted(title.text) else 0 :]
    blocks = tuple(_blocks(passages_of(capture.text, lines if title is None else lines[1:]), footer, words))
    key, derived = _key(capture, words)
    language = language_of_text(" ".join(part for part in (words, *(block.text for block in blocks)) if part))
    statement = Statement(
        id=key,
        organization=ID,
        title=words,
        language=language,
        url=capture.url,
        blocks=blocks,
        origins=Origins({} if title is None else {"title": title.origin}),
    )
    return Told(statement, tuple(_notes(statement, derived=derived)))


def is_title(text: str, below: str) -> bool:
    """Tell whether the first line after a navigation is a title: no paragraph, no sentence, no part of one.

    Args:
        text: The line.
        below: The line after it, empty if there is none.

    Returns:
        True if it may stand as title.

    Example:
        >>> is_title("Remarks at the Harbour Cities Forum", "It is a pleasure to be here."), is_title("It is a pleasure to be here.", "")
        (True, False)
    """
    if len(text) > MAX_TITLE or not any(character.isalpha() for character in text) or is_salutation(text):
        return False
    if is_phrase(text, "delivery_notes") or starts_as(text, "captions") or starts_as(text, "footers") or text[-1] in ",;:":
        return False
    if ends_sentence(text):
        return text[-1] in "?!\u061f" or _ABBREVIATION.search(text) is not None
    # A line that goes on in lower case below is the first of a wrapped paragraph.
    return not below[:1].islower() and not any(not match[1].islower() for match in _NEXT_SENTENCE.finditer(text))


def _key(capture: Capture, title: str | None) -> tuple[str, bool]:
    """Return the id of the statement, and whether it is made from the title."""
    path = "" if capture.url is None else re.split(r"[?#]", capture.url)[0]
    last = unquote(_SITE.sub("", path)).rstrip("/").rpartition("/")[2]
    found = slug(_SUFFIX.sub("", last))
    if found != UNTITLED:
        return found, False
    if title is not None and (named := slug(title)) != UNTITLED:
        return named, True
    return f"{UNTITLED}-{capture.sha256[:12]}", False


def _blocks(body: Sequence[Passage], footer: Sequence[Line], title: str | None) -> Iterator[Block]:
    texts = [passage.text for passage in body]
    kinds = [kind_of(text, below, above) for above, text, below in zip(["", *texts], texts, [*texts[1:], ""], strict=False)]
    depths = _depths(body, kinds)
    cut = bool(texts) and not footer and _is_cut(texts, kinds)
    seen: set[str] = set() if title is None else {title}
    for index, (passage, kind) in enumerate(zip(body, kinds, strict=True)):
        text = passage.text[marker_length(passage.text) :] if kind is BlockKind.LIST_ITEM else passage.text
        marks = _duplicate(text, seen) + ((Mark.TRUNCATED,) if cut and index == len(body) - 1 else ())
        yield Block(kind=kind, text=text, spans=passage.spans, depth=depths[index], marks=marks)
    for line in footer:
        yield Block(kind=BlockKind.FOOTER, text=line.text, spans=(line.span,), marks=_duplicate(line.text, seen))


def _duplicate(text: str, seen: set[str]) -> tuple[Mark, ...]:
    """Return the mark of a text that was seen, and remember the text."""
    marks = (Mark.DUPLICATE,) if text in seen else ()
    seen.add(text)
    return marks


def _is_cut(texts: Sequence[str], kinds: Sequence[BlockKind]) -> bool:
    """Tell whether the last block lacks its end; a list may do without stops if its other items do."""
    last = texts[-1]
    if (
        ends_sentence(last)
        or kinds[-1] in {BlockKind.SALUTATION, BlockKind.DELIVERY_NOTE, BlockKind.CAPTION}
        or is_phrase(last, "closings")
    ):
        return False
    items = [text for text, kind in zip(texts[:-1], kinds, strict=False) if kind is BlockKind.LIST_ITEM]
    return kinds[-1] is not BlockKind.LIST_ITEM or not items or ends_sentence(items[-1])


def _depths(passages: Sequence[Passage], kinds: Sequence[BlockKind]) -> list[int | None]:
    """Return the level of each list item by its indent against the items above it in the same list."""
    depths: list[int | None] = []
    indents: list[int] = []
    for passage, kind in zip(passages, kinds, strict=True):
        if kind is not BlockKind.LIST_ITEM:
            indents = []
        else:
            while indents and indents[-1] > passage.indent:
                indents.pop()
            if not indents or indents[-1] < passage.indent:
                indents.append(passage.indent)
        depths.append(len(indents) or None)
    return depths


def _notes(statement: Statement, *, derived: bool) -> Iterator[Note]:
    if statement.title is None:
        yield Note(code="no-title", message="the first line below the navigation is no title", pointer="/statement/title")
    if derived:
        yield Note(
            code="id-from-title", message="the address of the page is not known; the id is made from the title", pointer="/statement/id"
        )
    if statement.language is None:
        yield Note(code="no-language", message="the words do not tell the language", pointer="/statement/language")
    yield Note(code="undated", message="this form of page carries no date", pointer="/statement/published")
    for index, block in enumerate(statement.blocks):
        if Mark.TRUNCATED in block.marks:
            yield Note(code="truncated", message="the capture ends inside this block", pointer=f"/statement/blocks/{index}")
