"""One capture read into values, with every character accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import attr

from iom_content.errors import amount, shown
from iom_content.model import _checks
from iom_content.model.constraints import AT_LEAST_ONE, CODE, LANGUAGE, NONBLANK, POINTER, SHA256, TEXT, URL, checked
from iom_content.model.day import date
from iom_content.model.kinds import ResidueKind
from iom_content.model.organization import Organization
from iom_content.model.origins import Span
from iom_content.model.partition import owning_spans
from iom_content.model.rules import (
    digest_is_the_texts,
    spans_are_in_order,
    spans_partition_the_capture,
    statement_names_the_organization,
)
from iom_content.model.statement import Statement
from iom_content.model.value import Value

__all__ = ["Capture", "Document", "Extraction", "Note", "Residue"]


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Extraction(Value):
    """How the text of a capture was taken from the HTML of a page.

    Example:
        >>> import iom_content as iom
        >>> iom.Extraction(rule="html-1", sha256="0" * 64)
        <Extraction html-1 of 000000000000>
        >>> iom.loads('{"rule": "html-1", "sha256": "5940fbd7b60e2df1851a9ba46bf4022ccf5f5d9bcc91c940ce6aa01cba0926fd"}', iom.Extraction)
        <Extraction html-1 of 5940fbd7b60e>
    """

    rule: str = checked(CODE)
    """Name of the rule; another text for the same HTML would bear another name."""
    sha256: str = checked(SHA256)
    """SHA-256 of the HTML's bytes."""

    def __attrs_post_init__(self) -> None:
        _checks.check_extraction(self)

    def __repr__(self) -> str:
        return f"<Extraction {self.rule[:40]} of {self.sha256[:12]}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Capture(Value):
    """The text of one page exactly as it was captured.

    Raises:
        InvalidValue: The digest is not that of the text.

    Example:
        >>> import iom_content as iom
        >>> iom.ingest("One line").capture
        <Capture 0689589bfa4d 8 characters>
        >>> iom.loads(
        ...     '{"text": "Boats", "sha256": "5940fbd7b60e2df1851a9ba46bf4022ccf5f5d9bcc91c940ce6aa01cba0926fd"}', iom.Capture
        ... )
        <Capture 5940fbd7b60e 5 characters>
    """

    RULES: ClassVar[tuple[Any, ...]] = (digest_is_the_texts,)

    text: str = checked(TEXT)
    """Every code point, line ends and marks included."""
    sha256: str = checked(SHA256)
    """SHA-256 of the text as UTF-8, which for captured bytes is that of the bytes."""
    url: str | None = checked(URL, default=None)
    """Address of the page."""
    captured: date | None = checked(default=None)
    """The day it was captured; None if that is unknown."""
    extraction: Extraction | None = checked(default=None, sparse=True)
    """How the text was taken from HTML; None if it was captured as text."""

    def __attrs_post_init__(self) -> None:
        _checks.check_capture(self, date, Extraction)

    def __repr__(self) -> str:
        return f"<Capture {self.sha256[:12]} {amount(len(self.text), 'character')}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Note(Value):
    """Something a reader of a document must know: what is unknown, ambiguous or contradictory.

    Example:
        >>> import iom_content as iom
        >>> iom.ingest("One line").notes
        (<Note unknown-rendering>,)
        >>> iom.loads('{"code": "date-unknown", "message": "The page has no date.", "pointer": "/statement"}', iom.Note)
        <Note date-unknown /statement>
    """

    code: str = checked(CODE)
    """Stable name of what is noted."""
    message: str = checked(NONBLANK)
    """The same in words."""
    pointer: str = checked(POINTER, default="")
    """RFC 6901 pointer into the document; empty for the whole."""

    def __attrs_post_init__(self) -> None:
        _checks.check_note(self)

    def __repr__(self) -> str:
        return f"<Note {self.code[:40]}{f' {shown(self.pointer, 40)[1:-1]}' if self.pointer else ''}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Residue(Value):
    """A part of a capture that fits no field.

    Example:
        >>> import iom_content as iom
        >>> iom.ingest("One line").residue
        (<Residue unrecognized 1 span>,)
        >>> iom.loads('{"kind": "chrome", "reason": "furniture of the site", "spans": [{"start": 0, "end": 8}]}', iom.Residue)
        <Residue chrome 1 span>
    """

    RULES: ClassVar[tuple[Any, ...]] = (spans_are_in_order,)

    kind: ResidueKind = checked()
    """Why it fits nowhere."""
    reason: str = checked(NONBLANK)
    """The same in words."""
    spans: tuple[Span, ...] = checked(AT_LEAST_ONE)
    """Its lines in the capture, at least one."""

    def __attrs_post_init__(self) -> None:
        _checks.check_residue(self, ResidueKind, Span)

    def __repr__(self) -> str:
        return f"<Residue {self.kind} {amount(len(self.spans), 'span')}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Document(Value):
    """One capture read into values.

    The spans of its values and of its residue cover each character of the capture that is not blank exactly once;
    evidence spans lie within one of them.

    Raises:
        InvalidValue: A span lies outside the text, two owners overlap, or a character has no owner.

    Example:
        >>> import iom_content as iom
        >>> document = iom.load().documents["4e89fe63437d"]
        >>> next(document.iter_spans())
        ('/organization/sections/0/origins/marker', Span(start=0, end=1))
        >>> iom.loads(
        ...     '{"capture": {"text": "Boats", "sha256": "5940fbd7b60e2df1851a9ba46bf4022ccf5f5d9bcc91c940ce6aa01cba0926fd"}, '
        ...     '"residue": [{"kind": "unrecognized", "reason": "no form", "spans": [{"start": 0, "end": 5}]}]}',
        ...     iom.Document,
        ... )
        <Document 5940fbd7b60e None None>
    """

    RULES: ClassVar[tuple[Any, ...]] = (spans_partition_the_capture, statement_names_the_organization)

    capture: Capture = checked()
    """The page as captured."""
    language: str | None = checked(LANGUAGE, default=None)
    """Language of the page, where it can be known."""
    organization: Organization | None = checked(default=None)
    """The organization as this page describes it; None if it does not."""
    statement: Statement | None = checked(default=None)
    """The statement on the page, if there is one."""
    residue: tuple[Residue, ...] = checked(default=())
    """What fitted nowhere, in reading order."""
    notes: tuple[Note, ...] = checked(default=())
    """What is unknown, ambiguous or contradictory."""

    def __attrs_post_init__(self) -> None:
        _checks.check_document(self, Capture, Organization, Statement, Residue, Note)

    @property
    def id(self) -> str:
        """The first 12 hexadecimal digits of the capture's SHA-256."""
        return self.capture.sha256[:12]

    def iter_spans(self) -> Iterator[tuple[str, Span]]:
        """Yield each owning span with the RFC 6901 pointer of the value that it holds, in reading order.

        With the spans of the residue and blanks they cover the capture's text exactly once; evidence spans are not among them.

        Yields:
            A pointer into the document and a span of the capture's text.

        Example:
            >>> import iom_content as iom
            >>> document = iom.load().documents["4e89fe63437d"]
            >>> [pointer for pointer, _ in document.iter_spans()][-1]
            '/statement/blocks/6'
        """
        for pointer, start, end, _ in owning_spans(self):
            if not pointer.startswith("/residue/"):
                yield pointer, Span(start=start, end=end)

    def __repr__(self) -> str:
        return f"<Document {self.id} {self.organization!r} {self.statement!r}>"
