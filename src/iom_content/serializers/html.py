"""HTML, one way: a page whose elements say what each text is, with an anchor and a permalink for every place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from iom_content.errors import amount
from iom_content.model.catalog import Term
from iom_content.model.document import Document
from iom_content.model.organization import Organization, Section
from iom_content.model.report import Finding, Report
from iom_content.model.statement import Block, Statement
from iom_content.serializers.complaints import counted, details_of, headed
from iom_content.serializers.format import Format
from iom_content.serializers.html_page import Page, class_of, direction_of, element, fragment, framed, link_of, shown
from iom_content.serializers.html_text import block_parts, text_parts
from iom_content.serializers.wording import (
    as_tuple,
    credit_of,
    named,
    organization_facts,
    statement_facts,
    term_facts,
    unworded,
)

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "loads"]

loads: Final = None

_DAY: Final = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_LABEL: Final = 40


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a value, a tuple of values or a report as a page of HTML.

    Args:
        value: An organization, section, statement, block, document, term, finding or report, or a tuple of them.
        catalog: The dataset whose attribution stands in the footer; none stands there if it is None.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.Block(kind=iom.BlockKind.PARAGRAPH, text="We open.")).partition("<main>")[2].partition("</main>")[0])
        <BLANKLINE>
        <article>
        <h1 class="visually-hidden">Block</h1>
        <p id="p1">We open.<a class="permalink" href="#p1" aria-label="Link to p1"></a></p>
        </article>
        <BLANKLINE>
    """
    values = as_tuple(value)
    page = Page(1 if len(values) == 1 else 2)
    parts = [part for each in values for part in _article(each, page)]
    title = page.title if len(values) == 1 else amount(len(values), "value")
    if len(values) != 1:
        parts.insert(0, _hidden(title, 1))
    return framed(title, _language_of(values), parts, credit_of(value, catalog))


def _language_of(values: tuple[object, ...]) -> str | None:
    """Return the language that all of some values have."""
    said = {each.language if isinstance(each, Document | Statement | Block | Term) else None for each in values}
    return said.pop() if len(said) == 1 else None


def _article(value: object, page: Page) -> Iterator[str]:
    """Yield an article with its heading, which only programs see where the value has none of its own."""
    parts = [*_parts(value, page)]
    title = _title_of(value)
    page.title = title or _unnamed(value)
    yield "<article>"
    yield element(f"h{page.level}", shown(title), class_=class_of(title)) if title else _hidden(page.title, page.level)
    yield from parts
    yield "</article>"


def _hidden(title: str, level: int) -> str:
    return element(f"h{level}", shown(title), class_="visually-hidden")


def _title_of(value: object) -> str | None:
    if isinstance(value, Organization | Term):
        return named(value.name, value.acronym)
    if isinstance(value, Document):
        return None if value.statement is None else value.statement.title
    return value.title if isinstance(value, Statement) else None


def _unnamed(value: object) -> str:
    if isinstance(value, Section):
        return value.title
    return f"Document {value.id}" if isinstance(value, Document) else counted(value) if isinstance(value, Report) else type(value).__name__


@singledispatch
def _parts(value: object, page: Page) -> Iterable[str]:
    del page
    raise unworded("html", value)


@_parts.register
def _(value: Section, page: Page) -> Iterator[str]:
    yield from _navigation((value,), page)


@_parts.register
def _(value: Organization, page: Page) -> Iterator[str]:
    if value.summary:
        yield element("p", shown(value.summary))
    yield from _aside(organization_facts(value))
    yield from _navigation(value.sections, page)


def _aside(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield facts beside the text, those of one label together."""
    groups: dict[str, list[str]] = {}
    for label, words in facts:
        groups.setdefault(label, []).append(element("dd", _fact(words)))
    if groups:
        rows = (element("div", element("dt", shown(label)) + "".join(said)) for label, said in groups.items())
        yield from ("<aside>", "<dl>", *rows, "</dl>", "</aside>")


def _fact(words: str) -> str:
    return element("time", shown(words), datetime=words) if _is_day(words) else link_of(words)


def _is_day(words: str) -> bool:
    # Validators take days of other centuries for slips of the pen.
    if not _DAY.fullmatch(words):
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _navigation(sections: tuple[Section, ...], page: Page) -> Iterator[str]:
    if sections:
        yield f'<nav aria-label="{page.unique("Sections", " ")}">'
        yield from _tree(sections, page)
        yield "</nav>"


def _tree(sections: tuple[Section, ...], page: Page) -> Iterator[str]:
    yield "<ul>"
    for section in sections:
        anchor = page.unique(section.id)
        yield f'<li id="{shown(anchor)}">{element("a", shown(section.title), class_=class_of(section.title), href=fragment(anchor))}'
        yield from (element("p", words, class_=class_of(words)) for words in _below_label(section))
        if section.children:
            yield from _tree(section.children, page)
        yield "</li>"
    yield "</ul>"


def _below_label(section: Section) -> tuple[str, ...]:
    heading, summary = section.heading and shown(section.heading), section.summary and shown(section.summary)
    # A short summary that is no sentence is known by the heading in its own line, as on the pages themselves.
    if heading and summary and len(section.summary or "") < _LABEL and (section.summary or "")[0].isupper():
        return (f"{element('b', heading)}{summary}",)
    return tuple(words for words in (heading, summary) if words)


@_parts.register
def _(value: Statement, page: Page) -> Iterator[str]:
    if value.language:
        yield f'<div lang="{shown(value.language)}" dir="{direction_of(value.language)}">'
    yield from text_parts(value.blocks, page)
    if value.language:
        yield "</div>"
    yield from _aside(statement_facts(value))


@_parts.register
def _(value: Block, page: Page) -> Iterator[str]:
    yield from block_parts(value, page)


@_parts.register
def _(value: Document, page: Page) -> Iterator[str]:
    if value.organization is not None:
        yield from _navigation(value.organization.sections, page)
    if value.statement is not None:
        yield from _parts(value.statement, page)
    yield from _aside(_document_facts(value))


def _document_facts(value: Document) -> Iterator[tuple[str, str]]:
    yield "document", value.id
    if value.capture.url:
        yield "address", value.capture.url
    yield "captured", str(value.capture.captured or "unknown")
    if value.organization is not None:
        yield "organization", named(value.organization.name, value.organization.acronym)
        if value.organization.summary:
            yield "summary", value.organization.summary
        yield from organization_facts(value.organization)
    for residue in value.residue:
        yield from ((f"residue, {residue.kind}", value.capture.text[span.start : span.end]) for span in residue.spans)
    yield from ((f"note, {note.code}", note.message) for note in value.notes)


@_parts.register
def _(value: Term, page: Page) -> Iterator[str]:
    del page
    yield from _aside(term_facts(value))


@_parts.register
def _(value: Finding, page: Page) -> Iterator[str]:
    del page
    yield from ("<ul>", _complaint(value), "</ul>")


@_parts.register
def _(value: Report, page: Page) -> Iterator[str]:
    del page
    yield element("p", shown(counted(value)))
    if value.findings:
        yield from ("<ul>", *map(_complaint, value.findings), "</ul>")


def _complaint(finding: Finding) -> str:
    rows = "".join(element("li", f"{shown(label)}: {link_of(words)}") for label, words in details_of(finding))
    return element("li", shown(headed(finding)) + (element("ul", rows) if rows else ""))


FORMAT: Final = Format(name="html", media_type="text/html", suffix=".html", dumps=dumps, loads=loads, escapes="reference")
