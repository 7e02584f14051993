"""JSON-LD in the words of schema.org, one way: what search engines and graphs of knowledge read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR
from functools import singledispatch
from typing import Any, Final, TypeAlias

from iom_content.codec.json_text import render
from iom_content.errors import UnsupportedValue
from iom_content.model.catalog import Catalog, Rights, Term
from iom_content.model.document import Document
from iom_content.model.kinds import BlockKind, Qualifier
from iom_content.model.organization import Figure, Organization, Section
from iom_content.model.statement import Block, Event, Statement
from iom_content.serializers.format import Format
from iom_content.serializers.wording import as_tuple, credit_of, figure_words, spelled

__all__ = ["CONTEXT", "FORMAT", "dumps", "loads"]

loads: Final = None

_Node: TypeAlias = dict[str, Any]

# The vocabulary alone, so that nothing is fetched to read it; addresses are addresses and days are days.
CONTEXT: Final[_Node] = {
    "@vocab": "http://schema.org/",
    "schema": "http://schema.org/",
    **{name: {"@id": f"schema:{name}", "@type": "@id"} for name in ("isBasedOn", "sameAs", "url")},
    **{name: {"@id": f"schema:{name}", "@type": "schema:Date"} for name in ("dateCreated", "datePublished", "endDate", "startDate")},
}
"""The context that every text states: terms are those of schema.org."""

_ESCAPED: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a value, a tuple of values or a whole dataset as JSON-LD.

    Every node is in one graph. Nodes have no identifiers: none is published for them.

    Args:
        value: An organization, section, figure, statement, block, document, term or catalog, or a tuple of them.
        catalog: The dataset whose attribution and rights each work bears; none does if it is None.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> import json
        >>> json.loads(dumps(iom.Event(name="Open day")))["@graph"]
        [{'@type': 'Event', 'name': 'Open day'}]
    """
    nodes = [node for each in as_tuple(value) for node in _nodes(each)]
    if credit_of(value, catalog) is not None and catalog is not None and catalog.rights is not None:
        for node in nodes:
            node.update(_credited(node, catalog.rights))
    # The usual place of JSON-LD is an element of a page: nothing in it may end that element or begin another.
    return render({"@context": CONTEXT, "@graph": nodes}).translate(_ESCAPED)


def _node(kind: str, **said: object) -> _Node:
    """Return a node with what is known of it."""
    return {"@type": kind} | {name: _plain(each) for name, each in said.items() if each is not None and each != []}


def _plain(value: object) -> object:
    return spelled(value) if isinstance(value, str) else value


def _credited(node: _Node, rights: Rights) -> _Node:
    credit = _node(
        "CreativeWork",
        creditText=rights.attribution,
        copyrightNotice=rights.statement,
        copyrightHolder=_node("Organization", name=rights.holder),
        url=rights.url,
    )
    if node["@type"] in {"Organization", "DefinedTerm", "Observation", "Event"}:
        return {"subjectOf": credit}
    return {name: said for name, said in credit.items() if name not in {"@type", "url"}}


@singledispatch
def _nodes(value: object) -> Iterable[_Node]:
    raise UnsupportedValue("jsonld", f"cannot carry a value of {type(value).__name__}: schema.org has no word for it")


@_nodes.register
def _(value: Organization) -> Iterator[_Node]:
    yield _node(
        "Organization",
        name=value.name,
        alternateName=list(dict.fromkeys(spelled(each) for each in _other_names(value))),
        description=value.summary,
        url=value.website,
        foundingDate=_year(value.founded),
        identifier=[_node("PropertyValue", propertyID=each.scheme, value=each.value) for each in value.identifiers],
    )
    yield from (node for figure in value.figures for node in _figure(figure, value.name))
    yield from (_section(section, place) for place, section in enumerate(value.sections, 1))


def _year(founded: Figure | None) -> str | None:
    """Return a year as a date; what is no exact year, or none that a date can have, stands in the figure alone."""
    if founded is None or founded.qualifier is not Qualifier.EXACTLY or not MINYEAR <= founded.value <= MAXYEAR:
        return None
    return f"{founded.value:04d}"


def _other_names(value: Organization) -> Iterator[str]:
    for text, acronym in ((value.name, value.acronym), *((each.text, each.acronym) for each in value.names)):
        if text != value.name:
            yield text
        if acronym:
            yield acronym


@_nodes.register
def _(value: Figure) -> Iterable[_Node]:
    return _figure(value, None)


def _figure(figure: Figure, about: str | None) -> Iterator[_Node]:
    words = figure.name.replace("_", " ")
    said = _node("QuantitativeValue", unitText=figure.unit, **{_BOUNDS.get(figure.qualifier, "value"): figure.value})
    yield _node(
        "Observation",
        name=words,
        description=f"{words}: {figure_words(figure)}",
        observationAbout=None if about is None else _node("Organization", name=about),
        measuredProperty=_node("Property", name=words),
        observationDate=figure.as_of,
        value=said,
    )


# Numbers that only bound the true one must not be read as it.
_BOUNDS: Final = {Qualifier.MORE_THAN: "minValue", Qualifier.AT_LEAST: "minValue", Qualifier.NEARLY: "maxValue"}


@_nodes.register
def _(value: Section) -> Iterable[_Node]:
    return (_section(value, None),)


def _section(section: Section, position: int | None) -> _Node:
    return _node(
        "SiteNavigationElement",
        identifier=section.id,
        name=section.title,
        text=section.summary,
        position=position,
        hasPart=[_section(child, place) for place, child in enumerate(section.children, 1)],
    )


@_nodes.register
def _(value: Statement) -> Iterable[_Node]:
    return (_statement(value, None),)


def _statement(value: Statement, publisher: str | None) -> _Node:
    text = tuple(block for block in value.blocks if block.kind is not BlockKind.FOOTER)
    return _node(
        "Article",
        identifier=value.id,
        headline=value.title,
        name=value.title,
        inLanguage=value.language,
        articleSection=value.category,
        url=value.url,
        datePublished=None if value.published is None else value.published.isoformat(),
        dateCreated=None if value.delivered is None else value.delivered.isoformat(),
        locationCreated=None if value.place is None else _node("Place", name=value.place),
        author=None if value.speaker is None else _node("Person", name=value.speaker, jobTitle=value.speaker_role),
        publisher=None if publisher is None else _node("Organization", name=publisher),
        about=None if value.event is None else _event(value.event),
        workTranslation=[
            _node("Article", inLanguage=each.language, headline=each.title, name=each.title, url=each.url) for each in value.translations
        ],
        articleBody=value.text or None,
        hasPart=[_block(block, place) for place, block in enumerate(text, 1)],
    )


@_nodes.register
def _(value: Event) -> Iterable[_Node]:
    return (_event(value),)


def _event(event: Event) -> _Node:
    return _node(
        "Event",
        name=event.name,
        startDate=None if event.start is None else event.start.isoformat(),
        endDate=None if event.end is None else event.end.isoformat(),
        location=None if event.place is None else _node("Place", name=event.place),
    )


@_nodes.register
def _(value: Block) -> Iterable[_Node]:
    return (_block(value, None),)


def _block(block: Block, position: int | None) -> _Node:
    kind = "Quotation" if block.kind is BlockKind.QUOTATION else "WebPageElement"
    return _node(kind, position=position, inLanguage=block.language, text=block.text)


@_nodes.register
def _(value: Document) -> Iterator[_Node]:
    publisher = None
    if value.organization is not None:
        yield from _nodes(value.organization)
        if value.statement is not None and value.statement.organization == value.organization.id:
            publisher = value.organization.name
    if value.statement is not None:
        yield _statement(value.statement, publisher)
    if value.organization is None and value.statement is None:
        yield _node("WebPage", identifier=value.id, url=value.capture.url, inLanguage=value.language)


@_nodes.register
def _(value: Term) -> Iterable[_Node]:
    return (
        _node(
            "DefinedTerm",
            identifier=value.id,
            termCode=value.acronym,
            name=value.name,
            alternateName=[spelled(each) for each in value.short_forms],
        ),
    )


@_nodes.register
def _(value: Catalog) -> Iterable[_Node]:
    languages = sorted({each.language for each in value.documents.values() if each.language is not None})
    rights = value.rights
    # The holder of the texts has made no dataset of them, nor is its page the dataset's.
    work = _node(
        "Dataset",
        name="Official texts" if rights is None else f"Official texts of {rights.holder}",
        description="The organization, its published sections, its statements and its official names.",
        version=value.version,
        inLanguage=languages,
        about=None if rights is None else _node("Organization", name=rights.holder),
        isBasedOn=None if rights is None else rights.url,
        hasPart=[node for each in value.statements.values() for node in _nodes(each) if node.pop("hasPart", True)],
        distribution=[
            _node("DataDownload", name=f"documents/{each.id}.json", encodingFormat="application/json") for each in value.documents.values()
        ],
    )
    return (work | ({} if rights is None else _credited(work, rights)),)


FORMAT: Final = Format(
    name="jsonld", media_type="application/ld+json", suffix=".jsonld", dumps=dumps, loads=loads, escapes="json", values_only=True
)
