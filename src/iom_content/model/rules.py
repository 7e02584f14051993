"""Demands that bind several fields of one value: each is stated once, here.

A rule takes a value and gives what is broken, most often nothing: as every value that is built goes through its rules,
only what loops is a generator. A rule reads attributes alone and passes over what is None, so that it judges finished
values and the fault collector's salvage of raw data alike. JSON Schema cannot say these; docs/compatibility.md lists
them by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Final

from iom_content.model.day import date
from iom_content.model.digest import sha256_hex
from iom_content.model.kinds import BlockKind
from iom_content.model.partition import Place, accounts, escaped, walk_sections

__all__ = ["Broken"]


class Broken:
    """What a rule found broken."""

    __slots__ = ("expected", "found", "pointer", "rule")
    rule: str
    pointer: str
    expected: str
    found: object

    def __init__(self, rule: str, pointer: str, expected: str, found: object) -> None:
        """Keep the fault's stable name, its pointer relative to the value, what would hold and what stands there."""
        self.rule = rule
        self.pointer = pointer
        self.expected = expected
        self.found = found


def span_is_ordered(span: Any) -> Iterable[Broken]:
    """A span ends after it starts."""
    if span.start is not None and span.end is not None and span.end <= span.start:
        return (Broken("span-order", "/end", f"an end after the start ({span.start})", span.end),)
    return ()


def spans_are_in_order(owner: Any) -> Iterable[Broken]:
    """Spans of one value stand in reading order and do not overlap."""
    return _disordered(owner.spans) if len(owner.spans) > 1 else ()


def _disordered(spans: Any) -> Iterator[Broken]:
    last = 0
    for index, span in enumerate(spans):
        if span is None or span.start is None or span.end is None:
            continue
        if span.start < last:
            yield Broken("span-overlap", f"/spans/{index}", f"a span that starts at {last} or later", span.start)
        last = max(last, span.end)


def curated_has_a_source(origin: Any) -> Iterable[Broken]:
    """A curated value names its source."""
    if origin.url is None and origin.note is None:
        return (Broken("source-missing", "", "a url or a note that names the source", None),)
    return ()


def as_of_exists(figure: Any) -> Iterable[Broken]:
    """A figure's day exists in the calendar."""
    return day_exists(figure, "as_of")


def day_exists(owner: Any, name: str) -> Iterable[Broken]:
    """A day that is written out whole exists in the calendar."""
    day = getattr(owner, name)
    if day is not None and len(day) == len("2023-09-18"):
        try:
            date.fromisoformat(day)
        except ValueError:
            return (Broken("date-missing", f"/{name}", "a date that exists", day),)
    return ()


def depth_is_for_list_items(block: Any) -> Iterable[Broken]:
    """Only list items have a depth."""
    if block.depth is not None and block.kind is not None and block.kind is not BlockKind.LIST_ITEM:
        return (Broken("depth-without-list", "/depth", "no depth for a block that is no list item", block.depth),)
    return ()


def event_ends_after_it_starts(event: Any) -> Iterable[Broken]:
    """An event does not end before it starts."""
    if event.start is not None and event.end is not None and event.end < event.start:
        return (Broken("date-order", "/end", f"a day not before {event.start}", event.end),)
    return ()


def section_origins_name_fields(section: Any) -> Iterable[Broken]:
    """Origins of a section name its fields that have a text, or `marker`."""
    return _origins_name(section, _OF_SECTIONS)


def organization_origins_name_fields(organization: Any) -> Iterable[Broken]:
    """Origins of an organization name its fields that are single values."""
    return _origins_name(organization, _OF_ORGANIZATIONS)


def statement_origins_name_fields(statement: Any) -> Iterable[Broken]:
    """Origins of a statement name its fields other than the blocks, whose places are their own."""
    return _origins_name(statement, _OF_STATEMENTS)


def term_origins_name_fields(term: Any) -> Iterable[Broken]:
    """Origins of a term name its fields."""
    return _origins_name(term, _OF_TERMS)


# Dicts, because a name is found in one at once, and they keep their order for the message.
_OF_SECTIONS: Final = dict.fromkeys(("heading", "marker", "summary", "title"))
_OF_ORGANIZATIONS: Final = dict.fromkeys(("acronym", "name", "summary", "website"))
_OF_STATEMENTS: Final = {
    **dict.fromkeys(("category", "delivered", "event", "id", "language", "organization", "place", "published")),
    **dict.fromkeys(("speaker", "speaker_role", "title", "translations", "url")),
}
_OF_TERMS: Final = dict.fromkeys(("acronym", "language", "name", "short_forms", "wrong_forms"))


def _origins_name(owner: Any, names: Mapping[Any, None]) -> Iterator[Broken]:
    for name in owner.origins or ():
        if name not in names:
            yield Broken("origin-unknown", f"/origins/{escaped(name)}", f"one of {', '.join(names)}", name)
        elif name != "marker" and not getattr(owner, name):
            yield Broken("origin-dangling", f"/origins/{escaped(name)}", f"no origin for {name}, which is empty", name)


def children_extend_the_path(section: Any) -> Iterator[Broken]:
    """The id of a child is its parent's, a slash and one slug; no two children share it."""
    seen: set[str] = set()
    for index, child in enumerate(section.children):
        if child is None or child.id is None:
            continue
        if section.id is not None and child.id.rpartition("/")[0] != section.id:
            yield Broken("path", f"/children/{index}/id", f"'{section.id}/' and one slug", child.id)
        if child.id in seen:
            yield Broken("duplicate-id", f"/children/{index}/id", "an id of its own", child.id)
        seen.add(child.id)


def section_ids_are_unique(organization: Any) -> Iterator[Broken]:
    """No two sections at the top share an id."""
    seen: set[str] = set()
    for index, section in enumerate(organization.sections):
        if section is not None and section.id is not None:
            if section.id in seen:
                yield Broken("duplicate-id", f"/sections/{index}/id", "an id of its own", section.id)
            seen.add(section.id)


def digest_is_the_texts(capture: Any) -> Iterator[Broken]:
    """A capture's digest is that of its text."""
    if capture.text is not None and capture.sha256 is not None:
        digest = sha256_hex(capture.text.encode())
        if digest != capture.sha256:
            yield Broken("digest", "/sha256", f"the SHA-256 of the text, {digest}", capture.sha256)


def statement_names_the_organization(document: Any) -> Iterator[Broken]:
    """Where a document holds an organization, its statement is issued by that one."""
    if document.statement is not None and document.organization is not None:
        issuer, known = document.statement.organization, document.organization.id
        if issuer is not None and known is not None and issuer != known:
            yield Broken("dangling-reference", "/statement/organization", f"the document's organization, '{known}'", issuer)


def spans_partition_the_capture(document: Any) -> Iterator[Broken]:
    """Owning spans and blanks cover the capture exactly once, and captured texts stand where they say, in no other document."""
    if document.capture is None or document.capture.text is None:
        return
    text = document.capture.text
    books = accounts(document)
    own = document.capture.sha256
    for pointer, named in books.elsewhere:
        if own is not None and named != own[:12]:
            yield Broken("dangling-reference", f"{pointer}/document", f"no other document than this one, '{own[:12]}'", named)
    for *_, end, at in books.beyond:
        yield Broken("span-range", f"{at}/end", f"an end within the capture's {len(text)} code points", end)
    for (owner, start, end, at), (other, *_) in books.clashes:
        # Spans of one value that overlap break the rule of that value.
        if owner != other:
            yield Broken("span-overlap", at, f"characters that {other} does not own", f"{start}-{end}")
    for _, start, end, at in books.stray:
        yield Broken("span-stray", at, "evidence within one owning span", f"{start}-{end}")
    if not books.beyond:
        # What clashes covers its characters all the same.
        yield from _uncovered(text, sorted((*books.owners, *(clash for clash, _ in books.clashes)), key=itemgetter(1)))
    yield from _texts_stand_there(document, text)


def _uncovered(text: str, covered: list[Place]) -> Iterator[Broken]:
    last = 0
    for _, start, end, _ in (*covered, ("", len(text), len(text), "")):
        gap = text[last:start]
        if gap and not gap.isspace():
            at = last + len(gap) - len(gap.lstrip())
            yield Broken("span-gap", "/capture/text", "an owner for each character that is not blank", f"none for {at}-{start}")
        last = max(last, end)


def _texts_stand_there(document: Any, text: str) -> Iterator[Broken]:
    for pointer, said, spans in _claims(document):
        if said is None or not all(_lies_in(text, span) for span in spans):
            continue
        there = "".join(text[span.start : span.end] for span in spans)
        if _squeezed(said) not in _squeezed(there):
            yield Broken("text-differs", pointer, f"the words of its spans, {there!r}", said)


def _lies_in(text: str, span: Any) -> bool:
    return span is not None and span.start is not None and span.end is not None and span.end <= len(text)


def _claims(document: Any) -> Iterator[tuple[str, str | None, Any]]:
    """Yield each captured text with its pointer and its spans."""
    if document.organization is not None:
        for pointer, section in walk_sections(document.organization.sections, "/organization/sections"):
            yield from _field_claims(pointer, section, ("title", "heading", "summary"))
        yield from _field_claims("/organization", document.organization, ("name", "acronym", "summary"))
    statement = document.statement
    if statement is not None:
        yield from _field_claims("/statement", statement, ("title", "category", "place", "speaker"))
        for index, block in enumerate(statement.blocks):
            if block is not None:
                yield f"/statement/blocks/{index}/text", block.text, block.spans


def _field_claims(pointer: str, value: Any, names: tuple[str, ...]) -> Iterator[tuple[str, str | None, Any]]:
    for name in names:
        origins: Mapping[str, Any] = value.origins or {}
        spans = getattr(origins.get(name), "spans", None)
        if spans is not None:
            yield f"{pointer}/{name}", getattr(value, name), spans


def _squeezed(text: str) -> str:
    return "".join(text.split())
