"""CommonMark, one way: read by any processor, the words come out as they are here, whatever they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from iom_content.errors import UnsupportedValue
from iom_content.model.catalog import Term
from iom_content.model.document import Document
from iom_content.model.kinds import BlockKind
from iom_content.model.organization import Organization, Section
from iom_content.model.report import Finding, Report
from iom_content.model.statement import Block, Statement
from iom_content.serializers.format import Format
from iom_content.serializers.wording import as_tuple, figure_words, name_words, origin_words, visible

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "loads"]

loads: Final = None

# What begins markup anywhere in a line, and what does so only where a line begins; a block is always one line here.
_ANYWHERE: Final = re.compile(r"([\\`*_\[\]<#&~|])")
_AT_START: Final = re.compile(r"^([-+>=]|[0-9]+(?=[.)]))")


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
    if catalog is not None and catalog.rights is not None and not isinstance(value, Report):
        parts += ["---", escaped(catalog.rights.attribution)]
    return "".join(f"{part}\n\n" for part in parts)[:-1]


def escaped(text: str) -> str:
    """Return text so that CommonMark reads every character of it as itself.

    Outer blanks and repeated ones, which no paragraph keeps, are one blank or none.

    Example:
        >>> print(escaped("1. <b> & *stars*"))
        1\\. \\<b> \\& \\*stars\\*
    """
    words = _ANYWHERE.sub(r"\\\1", " ".join(visible(text).split()))
    return _AT_START.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", words)


def _heading(text: str, level: int) -> str:
    return f"{'#' * min(level, 6)} {escaped(text)}"


@singledispatch
def _parts(value: object) -> Iterable[str]:
    raise UnsupportedValue("markdown", f"cannot carry a value of {type(value).__name__}")


@_parts.register
def _(value: Section) -> Iterator[str]:
    yield from _sections((value,), 1)


@_parts.register
def _(value: Organization) -> Iterator[str]:
    yield _heading(value.name + (f" ({value.acronym})" if value.acronym else ""), 1)
    if value.summary:
        yield escaped(value.summary)
    if value.website:
        yield escaped(value.website)
    if value.figures:
        yield "\n".join(_figure_rows(value))
    yield from _sections(value.sections, 2)


def _figure_rows(organization: Organization) -> Iterator[str]:
    for figure in organization.figures:
        words = [f"as of {figure.as_of}" if figure.as_of else "", origin_words(figure.origin)]
        said = ", ".join(word for word in words if word)
        yield f"- {escaped(f'{name_words(figure.name)}: {figure_words(figure)}' + (f' ({said})' if said else ''))}"


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
    facts = (value.published, value.place, value.category, value.speaker, value.url)
    said = [escaped(str(fact)) for fact in facts if fact is not None]
    if said:
        yield "\\\n".join(said)
    yield from _blocks(value.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield blocks, neighbouring list items as one list."""
    items: list[str] = []
    for block in blocks:
        if block.kind is BlockKind.LIST_ITEM:
            items.append(f"{_indent(block, len(items))}- {escaped(block.text)}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield from _parts(block)
    if items:
        yield "\n".join(items)


def _indent(block: Block, before: int) -> str:
    # A list cannot begin below its first level: CommonMark would read the indent as code.
    return "  " * ((block.depth or 1) - 1 if before else 0)


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
    for part in (value.organization, value.statement):
        if part is not None:
            yield from _parts(part)
    lines = [value.capture.text[span.start : span.end] for residue in value.residue for span in residue.spans]
    if lines:
        yield _heading("Residue", 2)
        yield "\n".join(f"- {escaped(line)}" for line in lines)
    if value.notes:
        yield _heading("Notes", 2)
        yield "\n".join(f"- {escaped(f'{note.code}: {note.message}')}" for note in value.notes)


@_parts.register
def _(value: Term) -> Iterator[str]:
    yield _heading(value.name + (f" ({value.acronym})" if value.acronym else ""), 2)
    rows = [f"- also: {escaped(form)}" for form in value.short_forms] + [f"- wrong: {escaped(form)}" for form in value.wrong_forms]
    if rows:
        yield "\n".join(rows)


@_parts.register
def _(value: Finding) -> Iterator[str]:
    place = ":".join(str(part) for part in (value.file or "", value.line or "", value.column or "") if part)
    words = " ".join(part for part in (place, value.severity.value, value.rule, value.pointer) if part)
    yield f"- {escaped(f'{words}: {value.message}' + (f' ({value.hint})' if value.hint else ''))}"


@_parts.register
def _(value: Report) -> Iterator[str]:
    count = len(value.findings)
    yield f"{'ok' if value.ok else 'not ok'}: {count} finding{'' if count == 1 else 's'}"
    if value.findings:
        yield "\n".join(part for finding in value.findings for part in _parts(finding))


FORMAT: Final = Format(name="markdown", media_type="text/markdown", suffix=".md", dumps=dumps, loads=loads)
