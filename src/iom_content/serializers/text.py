"""Plain text for people: one way, nothing lost that a reader needs, nothing that could control a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from iom_content.model.catalog import Term
from iom_content.model.change import Change
from iom_content.model.document import Document
from iom_content.model.figure_check import FigureCheck
from iom_content.model.hit import Hit
from iom_content.model.kinds import BlockKind
from iom_content.model.line import Line
from iom_content.model.organization import Organization, Section
from iom_content.model.origins import Captured
from iom_content.model.quote_check import QuoteCheck
from iom_content.model.report import Finding, Report
from iom_content.model.statement import Block, Statement
from iom_content.serializers.changes import change_lines
from iom_content.serializers.complaints import counted, details_of, headed
from iom_content.serializers.excerpts import Sources, Texts, excerpt_lines
from iom_content.serializers.figures import figure_lines
from iom_content.serializers.format import Format
from iom_content.serializers.occurrences import hit_lines, line_lines
from iom_content.serializers.verdicts import quote_lines
from iom_content.serializers.wording import (
    as_tuple,
    credit_of,
    named,
    organization_facts,
    statement_facts,
    term_facts,
    unworded,
    visible,
)

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "SIGNATURE", "dumps", "loads"]

loads: Final = None

SIGNATURE: Final = "-- "
"""The line below which nothing belongs to the text any more, as in mail (RFC 3676)."""

_DEEPEST: Final = 8


def dumps(value: object, *, catalog: Catalog | None = None, sources: Sources = None) -> str:
    """Return a value, a tuple of values or a report as plain text.

    Every text of the value is one line, however long; control characters and direction overrides are spelled out. A
    finding shows the line it is about with a caret under its column, where the source is given; else what was found, if
    the message does not say it. What would be right and the hint follow.

    Args:
        value: An organization, section, statement, block, document, term, finding or report, or a tuple of them.
        catalog: The dataset whose attribution stands in the last line; none stands there if it is None.
        sources: The texts that findings are about: by the file that they name, or one text for findings that name none.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.load().sections["take-action"]), end="")
        Take Action
          Work with us
          Get involved
    """
    texts = Texts(sources)
    parts = ["\n".join(map(visible, _report(each, texts) or _lines(each))) for each in as_tuple(value)]
    credit = credit_of(value, catalog)
    if credit is not None:
        # What stands about the text below its own signature is part of that; a second one would leave the first in the text.
        signed = bool(parts) and SIGNATURE in parts[-1].split("\n")
        parts.append(visible(credit) if signed else f"{SIGNATURE}\n{visible(credit)}")
    return "".join(f"{part}\n\n" for part in parts)[:-1]


@singledispatch
def _lines(value: object) -> Iterable[str]:
    raise unworded("text", value)


@_lines.register
def _(value: Section) -> Iterator[str]:
    yield from _tree((value,), "")


@_lines.register
def _(value: Organization) -> Iterator[str]:
    yield named(value.name, value.acronym)
    if value.summary:
        yield from ("", value.summary)
    yield from _below(f"{label}: {words}" for label, words in organization_facts(value))
    yield from _below(_tree(value.sections, ""))


def _below(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with a blank one before them, or nothing if there are none."""
    for index, line in enumerate(lines):
        if index == 0:
            yield ""
        yield line


def _tree(sections: tuple[Section, ...], indent: str) -> Iterator[str]:
    for section in sections:
        yield f"{indent}{section.title}"
        if section.summary:
            yield f"{indent}  {section.summary}"
        yield from _tree(section.children, f"{indent}  ")


@_lines.register
def _(value: Statement) -> Iterator[str]:
    yield from _head(value)
    yield from _text(value)
    yield from _signed(_facts(statement_facts(value)))


def _head(value: Statement) -> tuple[str, ...]:
    """Return category and day as they stand above a title, if they were captured; a title may be told by them alone."""
    captured = [name for name in ("category", "published") if isinstance(value.origins.get(name), Captured)]
    return (*(str(getattr(value, name)) for name in captured), "") if captured else ()


def _text(value: Statement) -> Iterator[str]:
    """Yield title and blocks, each apart, but the entries of one list."""
    if value.title or not value.blocks:
        yield value.title or "Statement without a title"
    before = None
    for index, block in enumerate(value.blocks):
        if (index or value.title) and not (before is block.kind is BlockKind.LIST_ITEM):
            yield ""
        yield from _lines(block)
        before = block.kind


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{label}: {words}" for label, words in facts)


def _signed(lines: Iterable[str]) -> Iterator[str]:
    """Yield what is known about a text below it, or nothing if nothing is."""
    for index, line in enumerate(lines):
        if index == 0:
            yield from ("", SIGNATURE)
        yield line


@_lines.register
def _(value: Block) -> Iterator[str]:
    marker = f"{'  ' * (min(value.depth or 1, _DEEPEST) - 1)}- " if value.kind is BlockKind.LIST_ITEM else ""
    yield f"{marker}{value.text}"


@_lines.register
def _(value: Document) -> Iterator[str]:
    if value.organization is None and value.statement is None:
        yield f"Document {value.id}"
    if value.organization is not None:
        yield from _navigation(value.organization.sections, 0)
    if value.statement is not None:
        # Below a navigation no category and no day stands: there they would be read as the text's own.
        yield from ("",) if value.organization is not None and value.organization.sections else _head(value.statement)
        yield from _text(value.statement)
    yield from _signed(_about(value))


def _navigation(sections: tuple[Section, ...], level: int) -> Iterator[str]:
    """Yield a section tree as pages state it, so that it is read again: the label, and the heading with the summary glued to it."""
    for section in sections:
        repeated = f"{section.heading or ''}{section.summary or ''}"
        if level == 0 and (section.heading or (section.children and not repeated)):
            yield "-"
        if section.heading or (level == 0 and section.children and not repeated):
            yield section.title
        elif section.summary:
            repeated = f"{section.title}{section.summary}"
        else:
            repeated = f"- {section.title}"
        if repeated:
            yield repeated
        yield from _navigation(section.children, level + 1)


def _about(value: Document) -> Iterator[str]:
    yield f"document: {value.id}"
    if value.capture.url:
        yield f"address: {value.capture.url}"
    yield f"captured: {value.capture.captured or 'unknown'}"
    if value.organization is not None:
        yield f"organization: {named(value.organization.name, value.organization.acronym)}"
        if value.organization.summary not in (None, *(section.summary for section in value.organization.sections)):
            yield f"summary: {value.organization.summary}"
        yield from _facts(organization_facts(value.organization))
    if value.statement is not None:
        yield from _facts(each for each in statement_facts(value.statement) if each != ("address", value.capture.url))
    for residue in value.residue:
        yield from ("", f"residue, {residue.kind}: {residue.reason}")
        yield from (f"  {value.capture.text[span.start : span.end]}" for span in residue.spans)
    yield from _below(f"note, {note.code}: {note.message}" for note in value.notes)


@_lines.register
def _(value: Term) -> Iterator[str]:
    yield named(value.name, value.acronym)
    yield from (f"  {label}: {form}" for label, form in term_facts(value))


def _report(value: object, texts: Texts) -> Iterable[str] | None:
    """Return the lines of a report or a finding, or None for another value."""
    if isinstance(value, Report):
        lines = [line for finding in value.findings for line in _complaint(finding, texts)]
        return [*lines, counted(value)]
    return _complaint(value, texts) if isinstance(value, Finding) else None


def _complaint(finding: Finding, texts: Texts) -> Iterator[str]:
    yield _no_command(headed(finding))
    source = list(excerpt_lines(finding, texts))
    yield from source
    yield from (f"  {label}: {words}" for label, words in details_of(finding, shown=bool(source)))


def _no_command(line: str) -> str:
    # A file's name that begins like a workflow command would be one in the log of a CI system.
    return line.replace(":", "\\x3a", 1) if line.lstrip().startswith("::") else line


_lines.register(QuoteCheck, quote_lines)
_lines.register(FigureCheck, figure_lines)
_lines.register(Change, change_lines)
_lines.register(Hit, hit_lines)


@_lines.register
def _(value: Line) -> Iterator[str]:
    yield from line_lines((value,))


FORMAT: Final = Format(name="text", media_type="text/plain", suffix=".txt", dumps=dumps, loads=loads, shows_sources=True)
