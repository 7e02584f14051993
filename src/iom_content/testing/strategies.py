"""Strategies for every value class, made from the declarations.

A field's strategy follows from its annotation and its constraint; only what rules bind together is built by hand. Each
strategy covers the widest range that the constructor accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs

from iom_content.model.catalog import Catalog, Rights, Term
from iom_content.model.change import Change, ChangeKind, Edit, EditKind
from iom_content.model.constraints import LANGUAGE, MAX_INTEGER, MAX_SECTION_DEPTH, NAME_KEY, NONBLANK, POINTER, SLUG, TEXT, URL
from iom_content.model.document import Capture, Document, Extraction, Note, Residue
from iom_content.model.figure_check import FigureCheck, FigureVerdict
from iom_content.model.hit import Hit, Line
from iom_content.model.kinds import Basis, BlockKind, ResidueKind
from iom_content.model.organization import Figure, Identifier, Name, Organization, Section
from iom_content.model.origins import Captured, Curated, Origin, Origins, Span
from iom_content.model.quote_check import Difference, Passage, QuoteCheck
from iom_content.model.report import Finding, Report
from iom_content.model.statement import Block, Event, Statement, Translation
from iom_content.testing.elements import by_declaration, texts

# After the elements, which say in one line what to install where Hypothesis is missing.
from hypothesis import strategies as st  # isort: skip
from hypothesis.strategies import DrawFn, SearchStrategy  # isort: skip

__all__ = [
    "blocks",
    "captured",
    "captures",
    "catalogs",
    "changes",
    "curated",
    "differences",
    "documents",
    "edits",
    "events",
    "extractions",
    "figure_checks",
    "figures",
    "findings",
    "hits",
    "identifiers",
    "lines",
    "names",
    "notes",
    "organizations",
    "origins",
    "passages",
    "quote_checks",
    "reports",
    "residues",
    "rights",
    "sections",
    "spans",
    "statements",
    "terms",
    "translations",
]


@st.composite
def spans(draw: DrawFn, *, end: int = MAX_INTEGER) -> Span:
    """Return spans within the first `end` code points.

    Example:
        >>> spans(end=9).validate()
    """
    if end < 1:
        raise ValueError(f"end must be at least 1, not {end!r}")
    start = draw(st.integers(0, end - 1))
    return Span(start=start, end=draw(st.integers(start + 1, end)))


@st.composite
def _span_rows(draw: DrawFn, *, least: int) -> tuple[Span, ...]:
    """Return spans in reading order."""
    bounds = sorted(draw(st.sets(st.integers(0, MAX_INTEGER), min_size=2 * least, max_size=6)))
    return tuple(Span(start=start, end=end) for start, end in zip(bounds[::2], bounds[1::2], strict=False))


def captured() -> SearchStrategy[Captured]:
    """Return origins in captured pages.

    Example:
        >>> captured().validate()
    """
    return by_declaration(Captured, _RECORDS, spans=_span_rows(least=1))


def curated() -> SearchStrategy[Curated]:
    """Return origins that people decided, each with an address, a note or both.

    Example:
        >>> curated().validate()
    """
    sourced = (by_declaration(Curated, _RECORDS, note=texts(NONBLANK)), by_declaration(Curated, _RECORDS, url=texts(URL)))
    return st.one_of(*sourced)


def origins(names: Sequence[str] = ("title", "name", "url")) -> SearchStrategy[Origins]:
    """Return mappings from some of the given field names to origins.

    Example:
        >>> origins(["title"]).validate()
    """
    if not names:
        return st.just(Origins())
    return st.dictionaries(st.sampled_from(list(names)), captured() | curated(), max_size=3).map(Origins)


def names() -> SearchStrategy[Name]:
    """Return official names.

    Example:
        >>> names().validate()
    """
    return by_declaration(Name, _RECORDS)


def identifiers() -> SearchStrategy[Identifier]:
    """Return keys in registers.

    Example:
        >>> identifiers().validate()
    """
    return by_declaration(Identifier, _RECORDS)


def figures() -> SearchStrategy[Figure]:
    """Return figures, dated by year, month or day or not at all.

    Example:
        >>> figures().validate()
    """
    day = st.dates().map(str)
    return by_declaration(Figure, _RECORDS, as_of=st.none() | day | day.map(lambda text: text[:7]) | day.map(lambda text: text[:4]))


@st.composite
def sections(draw: DrawFn, *, parent: str = "", max_depth: int = 3, min_children: int = 0) -> Section:
    """Return sections with their children.

    Args:
        draw: Given by Hypothesis.
        parent: Id of the section above, empty at the top.
        max_depth: How many levels there may be.
        min_children: How many children each section but the lowest has at least.

    Example:
        >>> sections(max_depth=1).validate()
    """
    if not 1 <= max_depth <= MAX_SECTION_DEPTH:
        raise ValueError(f"max_depth must lie between 1 and {MAX_SECTION_DEPTH}, not {max_depth!r}")
    slug = draw(texts(SLUG))
    here = f"{parent}/{slug}" if parent else slug
    children: list[Section] = []
    if max_depth > 1:
        below = sections(parent=here, max_depth=max_depth - 1, min_children=min_children)
        children = draw(st.lists(below, min_size=min_children, max_size=max(2, min_children), unique_by=_id))
    plain = draw(by_declaration(Section, _RECORDS, id=st.just(here), children=st.just(tuple(children)), origins=st.just(Origins())))
    return attrs.evolve(plain, origins=draw(origins(["marker", *_filled(plain, "title", "heading", "summary")])))


@st.composite
def organizations(draw: DrawFn, *, max_depth: int = 2) -> Organization:
    """Return organizations with section trees of at most so many levels.

    Example:
        >>> organizations().validate()
    """
    tops = st.lists(sections(max_depth=max_depth), max_size=2, unique_by=_id).map(tuple)
    plain = draw(by_declaration(Organization, _RECORDS, sections=tops, origins=st.just(Origins())))
    return attrs.evolve(plain, origins=draw(origins(_filled(plain, "name", "acronym", "summary", "website"))))


@st.composite
def blocks(draw: DrawFn) -> Block:
    """Return blocks of every kind.

    Example:
        >>> blocks().validate()
    """
    plain = draw(by_declaration(Block, _RECORDS, spans=_span_rows(least=0), depth=st.none()))
    if plain.kind is not BlockKind.LIST_ITEM:
        return plain
    return attrs.evolve(plain, depth=draw(st.none() | st.integers(1, MAX_INTEGER)))


def events() -> SearchStrategy[Event]:
    """Return occasions, with days in order.

    Example:
        >>> events().validate()
    """
    one, two, none = st.dates(), st.lists(st.dates(), min_size=2, max_size=2).map(sorted), st.none()
    days = st.tuples(none | one, none) | st.tuples(none, one) | two.map(tuple)
    return days.flatmap(lambda pair: by_declaration(Event, _RECORDS, start=st.just(pair[0]), end=st.just(pair[1])))


def translations() -> SearchStrategy[Translation]:
    """Return references to translations.

    Example:
        >>> translations().validate()
    """
    return by_declaration(Translation, _RECORDS)


@st.composite
def statements(draw: DrawFn, *, min_blocks: int = 0) -> Statement:
    """Return statements with at least so many blocks.

    Example:
        >>> statements(min_blocks=1).validate()
    """
    text = st.lists(blocks(), min_size=min_blocks, max_size=max(3, min_blocks)).map(tuple)
    plain = draw(by_declaration(Statement, _RECORDS, blocks=text, origins=st.just(Origins())))
    fields = ("category", "event", "id", "language", "place", "published", "speaker", "speaker_role", "title", "translations", "url")
    return attrs.evolve(plain, origins=draw(origins(_filled(plain, *fields))))


def captures(text: SearchStrategy[str] | None = None) -> SearchStrategy[Capture]:
    """Return captures of any text, or of the given ones.

    Example:
        >>> captures().validate()
    """
    return (texts() if text is None else text).flatmap(
        lambda words: by_declaration(Capture, _RECORDS, text=st.just(words), sha256=st.just(_digest(words)))
    )


def extractions() -> SearchStrategy[Extraction]:
    """Return how texts were taken from HTML.

    Example:
        >>> extractions().validate()
    """
    return by_declaration(Extraction, _RECORDS)


def notes() -> SearchStrategy[Note]:
    """Return notes.

    Example:
        >>> notes().validate()
    """
    return by_declaration(Note, _RECORDS)


def residues() -> SearchStrategy[Residue]:
    """Return residue.

    Example:
        >>> residues().validate()
    """
    return by_declaration(Residue, _RECORDS, spans=_span_rows(least=1))


@st.composite
def documents(draw: DrawFn) -> Document:
    """Return documents whose spans account for each character of their capture.

    Example:
        >>> documents().validate()
    """
    page = _Page(draw)
    organization = draw(st.none() | organizations())
    statement = draw(st.none() | statements())
    if organization is not None:
        organization = page.organization(organization)
    if statement is not None:
        issuer = statement.organization if organization is None else organization.id
        statement = page.statement(attrs.evolve(statement, organization=issuer))
    residue = tuple(
        Residue(kind=kind, reason=reason, spans=(page.placed(text),))
        for kind, reason, text in draw(
            st.lists(st.tuples(st.sampled_from(list(ResidueKind)), texts(NONBLANK), texts(NONBLANK)), max_size=2)
        )
    )
    return Document(
        capture=draw(captures(st.just(page.text))),
        language=draw(st.none() | texts(LANGUAGE)),
        organization=organization,
        statement=statement,
        residue=residue,
        notes=tuple(draw(st.lists(notes(), max_size=2))),
    )


class _Page:
    """Writes a page's text and remembers what stands where."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.text = draw(_BLANK)

    def placed(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + self.draw(_BLANK)
        return Span(start=start, end=start + len(words))

    def section(self, section: Section) -> Section:
        found: dict[str, Origin] = {"marker": Captured(spans=(self.placed("-"),))} if self.draw(st.booleans()) else {}
        for name in _filled(section, "title", "heading", "summary"):
            found[name] = Captured(spans=(self.placed(getattr(section, name)),))
        return attrs.evolve(section, origins=Origins(found), children=tuple(self.section(child) for child in section.children))

    def organization(self, organization: Organization) -> Organization:
        """Place the sections; what else the organization has is curated, or evidence in the last section's last words."""
        sections = tuple(self.section(section) for section in organization.sections)
        evidence: list[Captured | Curated] = [
            *(origin for section in sections for origin in section.origins.values() if isinstance(origin, Captured)),
            Curated(basis=Basis.OFFICIAL, note="an invented source"),
        ]
        sourced = st.sampled_from(evidence)
        return attrs.evolve(
            organization,
            sections=sections,
            names=tuple(attrs.evolve(name, origin=self.draw(sourced)) for name in organization.names),
            identifiers=tuple(attrs.evolve(key, origin=self.draw(sourced)) for key in organization.identifiers),
            figures=tuple(attrs.evolve(figure, origin=self.draw(sourced)) for figure in organization.figures),
            origins=_curated_only(organization.origins),
        )

    def statement(self, statement: Statement) -> Statement:
        found: dict[str, Origin] = dict(_curated_only(statement.origins))
        if statement.title is not None:
            found["title"] = Captured(spans=(self.placed(statement.title),))
        blocks = tuple(attrs.evolve(block, spans=(self.placed(block.text),)) for block in statement.blocks)
        return attrs.evolve(statement, origins=Origins(found), blocks=blocks)


def terms() -> SearchStrategy[Term]:
    """Return official names with their forms.

    Example:
        >>> terms().validate()
    """
    plain = by_declaration(Term, _RECORDS, origins=st.just(Origins()))
    fields = ("acronym", "language", "name", "short_forms", "wrong_forms")
    return plain.flatmap(lambda term: origins(_filled(term, *fields)).map(lambda found: attrs.evolve(term, origins=found)))


def rights() -> SearchStrategy[Rights]:
    """Return rights.

    Example:
        >>> rights().validate()
    """
    return by_declaration(Rights, _RECORDS)


@st.composite
def catalogs(draw: DrawFn) -> Catalog:
    """Return catalogs of a few documents, put together as a dataset's folder is.

    Example:
        >>> catalogs().validate()
    """
    from iom_content.dataset.assemble import assemble

    return assemble(
        version=draw(st.none() | texts(NONBLANK)),
        documents=draw(st.lists(documents(), max_size=1)),
        organizations=draw(st.lists(organizations(), max_size=1)),
        terms=draw(st.lists(terms(), max_size=2, unique_by=_id)),
        rights=draw(st.none() | rights()),
    )


def findings() -> SearchStrategy[Finding]:
    """Return findings.

    Example:
        >>> findings().validate()
    """
    return by_declaration(Finding, _RECORDS)


def reports() -> SearchStrategy[Report]:
    """Return reports.

    Example:
        >>> reports().validate()
    """
    return by_declaration(Report, _RECORDS)


def passages() -> SearchStrategy[Passage]:
    """Return passages.

    Example:
        >>> passages().validate()
    """
    return by_declaration(Passage, _RECORDS)


def differences() -> SearchStrategy[Difference]:
    """Return differences between a quotation and the official text.

    Example:
        >>> differences().validate()
    """
    return by_declaration(Difference, _RECORDS)


@st.composite
def quote_checks(draw: DrawFn) -> QuoteCheck:
    """Return answers to quotations; their kinds are those of their differences.

    Example:
        >>> quote_checks().validate()
    """
    drawn = tuple(draw(st.lists(differences(), max_size=3)))
    kinds = tuple(sorted({difference.kind for difference in drawn}))
    return draw(by_declaration(QuoteCheck, _RECORDS, differences=st.just(drawn), kinds=st.just(kinds)))


@st.composite
def figure_checks(draw: DrawFn) -> FigureCheck:
    """Return answers to numbers, each with the figures that its verdict needs.

    Example:
        >>> figure_checks().validate()
    """
    verdict = draw(st.sampled_from(list(FigureVerdict)))
    name = draw(texts(NAME_KEY))
    named = figures().map(lambda figure: attrs.evolve(figure, name=name))
    needed = verdict in {FigureVerdict.CONFIRMED, FigureVerdict.COMPATIBLE, FigureVerdict.CONTRADICTED}
    day = st.dates().map(str)
    return draw(
        by_declaration(
            FigureCheck,
            _RECORDS,
            name=st.just(name),
            verdict=st.just(verdict),
            on=st.none() | day | day.map(lambda text: text[:7]) | day.map(lambda text: text[:4]),
            figure=named if needed else st.none() | named,
            past=named.filter(lambda figure: figure.as_of is not None) if verdict is FigureVerdict.STALE else st.none(),
        )
    )


def edits() -> SearchStrategy[Edit]:
    """Return runs of words.

    Example:
        >>> edits().validate()
    """
    return by_declaration(Edit, _RECORDS)


@st.composite
def changes(draw: DrawFn) -> Change:
    """Return differences between two versions, each with the sides of its kind; edits spell both.

    Example:
        >>> changes().validate()
    """
    kind = draw(st.sampled_from(list(ChangeKind)))
    runs = draw(st.lists(st.tuples(st.sampled_from(list(EditKind)), texts()), max_size=3)) if kind is ChangeKind.CHANGED else []
    found: list[Edit] = []
    old = new = ""
    for each, text in runs:
        before, after = len(old), len(new)
        old += text if each is not EditKind.ADDED else ""
        new += text if each is not EditKind.REMOVED else ""
        found.append(Edit(kind=each, text=text, old_start=before, old_end=len(old), new_start=after, new_end=len(new)))
    sides = {
        "old": st.just(old) if found else texts(),
        "new": st.just(new) if found else texts(),
        "old_pointer": texts(POINTER),
        "new_pointer": texts(POINTER),
    }
    gone = {ChangeKind.ADDED: "old", ChangeKind.REMOVED: "new"}.get(kind)
    given = {name: st.none() if gone and name.startswith(gone) else side for name, side in sides.items()}
    return draw(by_declaration(Change, _RECORDS, kind=st.just(kind), edits=st.just(tuple(found)), **given))


@st.composite
def _places(draw: DrawFn) -> tuple[str, int, int]:
    """Return a text and two places in it, with something that is not blank between them."""
    before, match, after = draw(texts(TEXT)), draw(texts(NONBLANK)), draw(texts(TEXT))
    return f"{before}{match}{after}", len(before), len(before) + len(match)


@st.composite
def hits(draw: DrawFn) -> Hit:
    """Return hits of a search; what they point at stands there.

    Example:
        >>> hits().validate()
    """
    text, start, end = draw(_places())
    return draw(
        by_declaration(
            Hit,
            _RECORDS,
            block_text=st.just(text),
            spans=st.just((Span(start=start, end=end),)),
            snippet=st.just(text[start:]),
            snippet_start=st.just(start),
        )
    )


@st.composite
def lines(draw: DrawFn) -> Line:
    """Return lines of a concordance; they join back to their texts.

    Example:
        >>> lines().validate()
    """
    text, start, end = draw(_places())
    return draw(
        by_declaration(
            Line,
            _RECORDS,
            block_text=st.just(text),
            left=st.just(text[:start]),
            match=st.just(text[start:end]),
            right=st.just(text[end:]),
            start=st.just(start),
            end=st.just(end),
        )
    )


def _id(value: Section | Organization | Term) -> str:
    return value.id


def _filled(value: object, *fields: str) -> list[str]:
    return [name for name in fields if getattr(value, name) not in (None, ())]


def _curated_only(found: Origins) -> Origins:
    return Origins({name: origin for name, origin in found.items() if isinstance(origin, Curated)})


def _digest(text: str) -> str:
    from iom_content.model.digest import sha256_hex

    return sha256_hex(text.encode())


_BLANK: Final = st.sampled_from(["\n", "\r\n", " \n", "\n\n", "\u2028", "\xa0\n", "\x85"])

_RECORDS: Final[dict[type, Callable[[], SearchStrategy[Any]]]] = {
    Block: blocks,
    Capture: captures,
    Captured: captured,
    Catalog: catalogs,
    Change: changes,
    Curated: curated,
    Document: documents,
    Edit: edits,
    Event: events,
    Extraction: extractions,
    Figure: figures,
    FigureCheck: figure_checks,
    Finding: findings,
    Hit: hits,
    Identifier: identifiers,
    Line: lines,
    Name: names,
    Note: notes,
    Organization: organizations,
    Origins: origins,
    Passage: passages,
    Difference: differences,
    QuoteCheck: quote_checks,
    Report: reports,
    Residue: residues,
    Rights: rights,
    Section: sections,
    Span: spans,
    Statement: statements,
    Term: terms,
    Translation: translations,
}
"""The strategy of each value class."""
