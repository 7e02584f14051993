"""CommonMark, one way: read by any processor, the words come out as they are here, whatever they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import groupby
from typing import TYPE_CHECKING, Final

from iom_content.model.catalog import Term
from iom_content.model.change import Change
from iom_content.model.document import Document
from iom_content.model.kinds import BlockKind
from iom_content.model.organization import Organization, Section
from iom_content.model.report import Finding, Report
from iom_content.model.statement import Block, Statement
from iom_content.serializers.addresses import address_of
from iom_content.serializers.changes import headed_change, sides_of
from iom_content.serializers.complaints import counted, details_of, headed
from iom_content.serializers.format import Format
from iom_content.serializers.wording import (
    as_tuple,
    credit_of,
    named,
    organization_facts,
    spelled,
    statement_facts,
    term_facts,
    unworded,
)

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "escaped", "loads"]

loads: Final = None

# What begins markup anywhere in a line, and what does so only where a line begins; a text is always one line here.
_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<#&~|]")
_AT_START: Final = re.compile(r"[-+>=]|[0-9]+(?=[.)])")
# A reference to a character: all that a processor decodes in an address between angle brackets.
_REFERENCE: Final = re.compile(r"(&#?[0-9A-Za-z]+);")
_LEVELS: Final = 6
_SIDES: Final = {"-": "old", "+": "new"}


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a value, a tuple of values or a report as CommonMark.

    Args:
        value: An organization, section, statement, block, document, term, finding or report, or a tuple of them.
        catalog: The dataset whose attribution stands in the last line; none stands there if it is None.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.load().sections["take-action"]), end="")
        # Take Action
        <BLANKLINE>
        ## Work with us
        <BLANKLINE>
        ## Get involved
    """
    parts = [part for each in as_tuple(value) for part in _parts(each)]
    credit = credit_of(value, catalog)
    if credit is not None:
        parts += ["---", escaped(credit)]
    return "".join(f"{part}\n\n" for part in parts)[:-1]


def escaped(text: str) -> str:
    """Return text in one line, so that CommonMark reads every character of it as itself.

    Line feeds, tabs and outer blanks, which no paragraph keeps, are character references; control characters and
    direction overrides are spelled out.

    Args:
        text: Any text that is not blank.

    Example:
        >>> print(escaped("1. <b> & *stars*"))
        1\\. \\<b> \\& \\*stars\\*
    """
    shown = spelled(text)
    words = shown.strip()
    start = len(shown) - len(shown.lstrip())
    before, after = shown[:start], shown[start + len(words) :]
    words = _ANYWHERE.sub(r"\\\g<0>", words)
    marked = _AT_START.match(words)
    if marked is not None:
        words = f"{marked[0]}\\{words[marked.end() :]}" if marked[0].isdigit() else f"\\{words}"
    inner = "".join(_reference(character) if character in "\n\t" else character for character in words)
    return "".join(map(_reference, before)) + inner + "".join(map(_reference, after))


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def linked(text: str) -> str:
    """Return the link of a value of this library: a link if it is a plain address of the web, else text.

    Every processor makes the same link of an address in angle brackets, where a bare one would need escapes that break it.

    Args:
        text: The link; never an address that stands in other words.

    Example:
        >>> print(linked("https://example.org/a_b#:~:text=Ein%20Café"))
        <https://example.org/a_b#:~:text=Ein%20Caf%C3%A9>
        >>> print(linked("javascript:alert(1)"))
        javascript:alert(1)
    """
    address = address_of(text)
    if address is None:
        return escaped(text)
    inert = _REFERENCE.sub(r"\1%3B", address)
    return f"<{inert}>"


def _heading(text: str, level: int) -> str:
    return f"{'#' * min(level, _LEVELS)} {escaped(text)}"


def _rows(texts: Iterable[str]) -> Iterator[str]:
    """Yield one list of texts, or nothing if there is none."""
    rows = [f"- {escaped(text)}" for text in texts]
    if rows:
        yield "\n".join(rows)


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield one paragraph of facts, a line each: a list would run into a list that follows."""
    lines = [escaped(f"{label}: {words}") for label, words in facts]
    if lines:
        yield "\\\n".join(lines)


@singledispatch
def _parts(value: object) -> Iterable[str]:
    raise unworded("markdown", value)


@_parts.register
def _(value: Section) -> Iterator[str]:
    yield from _sections((value,), 1)


@_parts.register
def _(value: Organization) -> Iterator[str]:
    yield _heading(named(value.name, value.acronym), 1)
    if value.summary:
        yield escaped(value.summary)
    yield from _facts(organization_facts(value))
    yield from _sections(value.sections, 2)


def _sections(sections: tuple[Section, ...], level: int) -> Iterator[str]:
    for section in sections:
        yield _heading(section.title, level)
        if section.summary:
            yield escaped(section.summary)
        yield from _sections(section.children, level + 1)


@_parts.register
def _(value: Statement) -> Iterator[str]:
    if value.title:
        yield _heading(value.title, 1)
    yield from _facts(statement_facts(value))
    for listed, blocks in groupby(value.blocks, _is_listed):
        if listed:
            yield _list(blocks)
        else:
            yield from (part for block in blocks for part in _parts(block))


def _is_listed(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


def _list(blocks: Iterable[Block]) -> str:
    """Return neighbouring list items as one list, each below the nearest item before it that is less deep."""
    rows: list[str] = []
    # A level that no item leads to would be an indent that CommonMark reads as code or as the text before, going on.
    above: list[int] = []
    for block in blocks:
        depth = block.depth or 1
        while above and above[-1] >= depth:
            above.pop()
        rows.append(f"{'  ' * min(len(above), _LEVELS)}- {escaped(block.text)}")
        above.append(depth)
    return "\n".join(rows)


@_parts.register
def _(value: Block) -> Iterator[str]:
    if value.kind is BlockKind.HEADING:
        yield _heading(value.text, 2)
    elif value.kind is BlockKind.QUOTATION:
        yield f"> {escaped(value.text)}"
    elif value.kind is BlockKind.LIST_ITEM:
        yield f"- {escaped(value.text)}"
    else:
        yield escaped(value.text)


@_parts.register
def _(value: Document) -> Iterator[str]:
    yield _heading(f"Document {value.id}", 1)
    known = {"address": value.capture.url, "captured": str(value.capture.captured or "unknown")}
    yield from _facts((label, words) for label, words in known.items() if words)
    for part in (value.organization, value.statement):
        if part is not None:
            yield from _parts(part)
    if value.residue:
        yield _heading("Residue", 2)
        yield from _rows(f"{each.kind}: {value.capture.text[span.start : span.end]}" for each in value.residue for span in each.spans)
    if value.notes:
        yield _heading("Notes", 2)
        yield from _rows(f"{note.code}: {note.message}" for note in value.notes)


@_parts.register
def _(value: Term) -> Iterator[str]:
    yield _heading(named(value.name, value.acronym), 2)
    yield from _rows(f"{label}: {form}" for label, form in term_facts(value))


@_parts.register
def _(value: Finding) -> Iterator[str]:
    yield _complaint(value)


@_parts.register
def _(value: Report) -> Iterator[str]:
    yield counted(value)
    if value.findings:
        yield "\n".join(map(_complaint, value.findings))


@_parts.register
def _(value: Change) -> Iterator[str]:
    sides = [f"  - {escaped(f'{_SIDES[sign]}: {text}')}" for sign, text in sides_of(value)]
    yield "\n".join([f"- {escaped(headed_change(value))}", *sides])


def _complaint(finding: Finding) -> str:
    """Return a finding as an entry of a list, with what is known beside its message below it."""
    details = [f"  - {_detail(label, words)}" for label, words in details_of(finding)]
    return "\n".join([f"- {escaped(headed(finding))}", *details])


def _detail(label: str, words: str) -> str:
    return f"{label}: {linked(words)}" if label == "see" else escaped(f"{label}: {words}")


FORMAT: Final = Format(name="markdown", media_type="text/markdown", suffix=".md", dumps=dumps, loads=loads, escapes="reference")
