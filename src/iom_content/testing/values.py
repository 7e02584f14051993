"""Strategies for what records hold: origins, organizations with their sections, statements with their blocks, terms."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from iom_content.model.catalog import Rights, Term
from iom_content.model.constraints import MAX_INTEGER, MAX_SECTION_DEPTH, NONBLANK, SLUG, URL
from iom_content.model.kinds import BlockKind
from iom_content.model.organization import Figure, Identifier, Name, Organization, Section
from iom_content.model.origins import Captured, Curated, Origins, Span
from iom_content.model.statement import Block, Event, Statement, Translation
from iom_content.testing.elements import by_declaration, texts

# After the elements, which say in one line what to install where Hypothesis is missing.
from hypothesis import strategies as st  # isort: skip
from hypothesis.strategies import DrawFn, SearchStrategy  # isort: skip

__all__ = [
    "blocks",
    "captured",
    "curated",
    "events",
    "figures",
    "filled",
    "id_of",
    "identifiers",
    "names",
    "organizations",
    "origins",
    "rights",
    "sections",
    "span_rows",
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
def span_rows(draw: DrawFn, *, least: int) -> tuple[Span, ...]:
    """Return spans in reading order."""
    bounds = sorted(draw(st.sets(st.integers(0, MAX_INTEGER), min_size=2 * least, max_size=6)))
    return tuple(Span(start=start, end=end) for start, end in zip(bounds[::2], bounds[1::2], strict=False))


def captured() -> SearchStrategy[Captured]:
    """Return origins in captured pages.

    Example:
        >>> captured().validate()
    """
    return by_declaration(Captured, spans=span_rows(least=1))


def curated() -> SearchStrategy[Curated]:
    """Return origins that people decided, each with an address, a note or both.

    Example:
        >>> curated().validate()
    """
    sourced = (by_declaration(Curated, note=texts(NONBLANK)), by_declaration(Curated, url=texts(URL)))
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
    return by_declaration(Name)


def identifiers() -> SearchStrategy[Identifier]:
    """Return keys in registers.

    Example:
        >>> identifiers().validate()
    """
    return by_declaration(Identifier)


def figures() -> SearchStrategy[Figure]:
    """Return figures, dated by year, month or day or not at all.

    Example:
        >>> figures().validate()
    """
    day = st.dates().map(str)
    return by_declaration(Figure, as_of=st.none() | day | day.map(lambda text: text[:7]) | day.map(lambda text: text[:4]))


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
        children = draw(st.lists(below, min_size=min_children, max_size=max(2, min_children), unique_by=id_of))
    plain = draw(by_declaration(Section, id=st.just(here), children=st.just(tuple(children)), origins=st.just(Origins())))
    return attrs.evolve(plain, origins=draw(origins(["marker", *filled(plain, "title", "heading", "summary")])))


@st.composite
def organizations(draw: DrawFn, *, max_depth: int = 2) -> Organization:
    """Return organizations with section trees of at most so many levels.

    Example:
        >>> organizations().validate()
    """
    tops = st.lists(sections(max_depth=max_depth), max_size=2, unique_by=id_of).map(tuple)
    plain = draw(by_declaration(Organization, sections=tops, origins=st.just(Origins())))
    return attrs.evolve(plain, origins=draw(origins(filled(plain, "name", "acronym", "summary", "website"))))


@st.composite
def blocks(draw: DrawFn) -> Block:
    """Return blocks of every kind.

    Example:
        >>> blocks().validate()
    """
    plain = draw(by_declaration(Block, spans=span_rows(least=0), depth=st.none()))
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
    return days.flatmap(lambda pair: by_declaration(Event, start=st.just(pair[0]), end=st.just(pair[1])))


def translations() -> SearchStrategy[Translation]:
    """Return references to translations.

    Example:
        >>> translations().validate()
    """
    return by_declaration(Translation)


@st.composite
def statements(draw: DrawFn, *, min_blocks: int = 0) -> Statement:
    """Return statements with at least so many blocks.

    Example:
        >>> statements(min_blocks=1).validate()
    """
    text = st.lists(blocks(), min_size=min_blocks, max_size=max(3, min_blocks)).map(tuple)
    plain = draw(by_declaration(Statement, blocks=text, origins=st.just(Origins())))
    fields = ("category", "event", "id", "language", "place", "published", "speaker", "speaker_role", "title", "translations", "url")
    return attrs.evolve(plain, origins=draw(origins(filled(plain, *fields))))


def terms() -> SearchStrategy[Term]:
    """Return official names with their forms.

    Example:
        >>> terms().validate()
    """
    plain = by_declaration(Term, origins=st.just(Origins()))
    fields = ("acronym", "language", "name", "short_forms", "wrong_forms")
    return plain.flatmap(lambda term: origins(filled(term, *fields)).map(lambda found: attrs.evolve(term, origins=found)))


def rights() -> SearchStrategy[Rights]:
    """Return rights.

    Example:
        >>> rights().validate()
    """
    return by_declaration(Rights)


def id_of(value: Section | Organization | Term) -> str:
    """Return the id of a value, by which the values beside it differ."""
    return value.id


def filled(value: object, *fields: str) -> list[str]:
    """Return those of some fields that hold anything, for only such a field has an origin."""
    return [name for name in fields if getattr(value, name) not in (None, ())]
