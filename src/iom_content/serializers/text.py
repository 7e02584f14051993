"""Plain text for people: one way, nothing lost that a reader needs, nothing that could control a terminal."""

from __future__ import annotations

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


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a value, a tuple of values or a report as plain text.

    Args:
        value: An organization, section, statement, block, document, term, finding or report, or a tuple of them.
        catalog: The dataset whose attribution stands in the last line; none stands there if it is None.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.load().sections["take-action"]), end="")
        Take Action
          Work with us
          Get involved
    """
    parts = ["\n".join(_lines(each)) for each in as_tuple(value)]
    if catalog is not None and catalog.rights is not None and not isinstance(value, Report):
        parts.append(f"--\n{visible(catalog.rights.attribution)}")
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


@singledispatch
def _lines(value: object) -> Iterable[str]:
    raise UnsupportedValue("text", f"cannot carry a value of {type(value).__name__}")


@_lines.register
def _(value: Section) -> Iterator[str]:
    yield from _tree((value,), "")


@_lines.register
def _(value: Organization) -> Iterator[str]:
    acronym = f" ({visible(value.acronym)})" if value.acronym else ""
    yield f"{visible(value.name)}{acronym}"
    if value.summary:
        yield from ("", visible(value.summary))
    if value.website:
        yield from ("", visible(value.website))
    if value.figures:
        yield ""
        for figure in value.figures:
            words = [f"as of {figure.as_of}" if figure.as_of else "", origin_words(figure.origin)]
            said = ", ".join(word for word in words if word)
            yield f"{name_words(figure.name)}: {figure_words(figure)}" + (f" ({said})" if said else "")
    if value.names:
        yield ""
        for name in value.names:
            yield f"{name.language}: {visible(name.text)}" + (f" ({visible(name.acronym)})" if name.acronym else "")
    if value.sections:
        yield ""
        yield from _tree(value.sections, "")


def _tree(sections: tuple[Section, ...], indent: str) -> Iterator[str]:
    for section in sections:
        yield f"{indent}{visible(section.title)}"
        if section.summary:
            yield f"{indent}  {visible(section.summary)}"
        yield from _tree(section.children, f"{indent}  ")


@_lines.register
def _(value: Statement) -> Iterator[str]:
    if value.title:
        yield visible(value.title)
    facts = [
        str(value.published) if value.published else "",
        f"delivered {value.delivered}" if value.delivered else "",
        visible(value.place or ""),
        visible(value.category or ""),
        visible(value.speaker or ""),
        visible(value.url or ""),
    ]
    yield from (fact for fact in facts if fact)
    for block in value.blocks:
        yield ""
        yield from _lines(block)


@_lines.register
def _(value: Block) -> Iterator[str]:
    marker = f"{'  ' * ((value.depth or 1) - 1)}- " if value.kind is BlockKind.LIST_ITEM else ""
    yield f"{marker}{visible(value.text)}"


@_lines.register
def _(value: Document) -> Iterator[str]:
    yield f"Document {value.id}"
    if value.capture.url:
        yield visible(value.capture.url)
    for part in (value.organization, value.statement):
        if part is not None:
            yield ""
            yield from _lines(part)
    for residue in value.residue:
        yield ""
        yield f"[{residue.kind}] {visible(residue.reason)}"
        for span in residue.spans:
            yield f"  {visible(value.capture.text[span.start : span.end])}"
    if value.notes:
        yield ""
        yield from (f"note {note.code}: {visible(note.message)}" for note in value.notes)


@_lines.register
def _(value: Term) -> Iterator[str]:
    yield visible(value.name) + (f" ({visible(value.acronym)})" if value.acronym else "")
    yield from (f"  also: {visible(form)}" for form in value.short_forms)
    yield from (f"  wrong: {visible(form)}" for form in value.wrong_forms)


@_lines.register
def _(value: Finding) -> Iterator[str]:
    place = ":".join(str(part) for part in (visible(value.file or ""), value.line or "", value.column or "") if part)
    pointer = visible(value.pointer)
    head = " ".join(part for part in (f"{place}:" if place else "", f"{value.severity} {value.rule}", pointer) if part)
    yield f"{head}: {visible(value.message)}"
    if value.hint:
        yield f"  hint: {visible(value.hint)}"


@_lines.register
def _(value: Report) -> Iterator[str]:
    for finding in value.findings:
        yield from _lines(finding)
    count = len(value.findings)
    yield f"{'ok' if value.ok else 'not ok'}: {count} finding{'' if count == 1 else 's'}"


FORMAT: Final = Format(name="text", media_type="text/plain", suffix=".txt", dumps=dumps, loads=loads)
