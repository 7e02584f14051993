"""The facts of a citation, before any format."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import attrs

from iom_content.dataset.given import catalog_or_bundled
from iom_content.errors import InvalidValue, shown
from iom_content.language.visible import visible
from iom_content.model.catalog import Lookup
from iom_content.model.document import Document
from iom_content.model.organization import Organization, Section
from iom_content.model.statement import Statement
from iom_content.query.labels import labelled, page_of
from iom_content.query.walk import walk

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["Citation", "citation_of"]

_BLANKS: Final = re.compile(" {2,}")
_NUMBERED: Final = re.compile(r"p([0-9]+)")


def _line(text: str | None) -> str | None:
    """Return text as one line without outer blanks, hostile characters spelled out; None if nothing is left."""
    return _BLANKS.sub(" ", visible(text)).strip() or None if text is not None else None


def _address(url: str | None) -> str | None:
    """Return an address in which every character that shows nothing is percent-encoded; it leads to the same place."""
    return url if url is None or url.isprintable() else "".join(each if each.isprintable() else quote(each) for each in url)


@attrs.frozen(kw_only=True)
class Citation:
    """What is known of a cited work; what is not known is None, and no format makes it up.

    Every text is one line without control characters or direction overrides, so that no format has to care.
    """

    key: str = attrs.field(converter=visible)
    """The id of the cited value."""
    speech: bool
    """Whether it is a statement; else it is a part of a web page."""
    title: str | None = attrs.field(default=None, converter=_line)
    """Its title."""
    author: str | None = attrs.field(default=None, converter=_line)
    """Name of who speaks, else of the organization; never split into parts, which nobody has stated."""
    role: str | None = attrs.field(default=None, converter=_line)
    """The office in which the author speaks."""
    publisher: str | None = attrs.field(default=None, converter=_line)
    """Name of the organization that issued it."""
    category: str | None = attrs.field(default=None, converter=_line)
    """The site's label for this sort of text."""
    issued: date | None = None
    """The day it was published, else the day it was delivered."""
    delivered: date | None = None
    """The day it was delivered, where that is another one."""
    event: str | None = attrs.field(default=None, converter=_line)
    """The occasion."""
    event_days: tuple[date, ...] = ()
    """Its first and its last day, as far as known, once if they are the same."""
    event_place: str | None = attrs.field(default=None, converter=_line)
    """Where it was held, else where the text was delivered or is dated from."""
    language: str | None = None
    """Its language as a BCP 47 tag."""
    url: str | None = attrs.field(default=None, converter=_address)
    """Its address."""
    accessed: date | None = None
    """The day on which the page at the address was captured."""
    locator: str | None = None
    """The cited place, in words: `paragraph 4`, `title`, `summary`."""


def citation_of(value: object, place: str | None, catalog: Catalog | None) -> Citation:
    """Return the facts with which a value is cited.

    Args:
        value: A statement, section, organization or document.
        place: Label of a place in it; the whole if it is None.
        catalog: Where the organization's name is looked up; the bundled dataset if it is None.

    Raises:
        InvalidValue: The value is of another class.
        NotFound: The value has no such place.

    Example:
        >>> import iom_content as iom
        >>> citation_of(iom.load().statements["sdg-summit-statement-iom-director-general"], "p4", None).locator
        'paragraph 4'
    """
    if isinstance(value, Document):
        return _of_document(value, place, catalog)
    if isinstance(value, Statement):
        return _of_statement(value, place, _organization(value.organization, catalog))
    if isinstance(value, Section):
        return _of_section(value, place, _bearer(value, catalog), catalog)
    if isinstance(value, Organization):
        return _of_organization(value, place, catalog)
    raise InvalidValue("cite", "/value", "a Statement, Section, Organization or Document", shown(value))


def _of_document(document: Document, place: str | None, catalog: Catalog | None) -> Citation:
    capture, organization = document.capture, document.organization
    if document.statement is not None:
        cited = _of_statement(document.statement, place, organization or _organization(document.statement.organization, catalog))
        return attrs.evolve(cited, url=cited.url or capture.url, accessed=capture.captured)
    _checked_place((), place)
    name = organization.name if organization is not None else None
    return Citation(
        key=document.id,
        speech=False,
        author=name,
        publisher=name,
        language=document.language,
        url=capture.url,
        accessed=capture.captured,
    )


def _of_statement(statement: Statement, place: str | None, organization: Organization | None) -> Citation:
    event, name = statement.event, organization.name if organization is not None else None
    issued = statement.published or statement.delivered
    days = (event.start, event.end) if event is not None else ()
    return Citation(
        key=statement.id,
        speech=True,
        title=statement.title,
        author=statement.speaker or name,
        role=statement.speaker_role if statement.speaker else None,
        publisher=name,
        category=statement.category,
        issued=issued,
        delivered=statement.delivered if statement.delivered != issued else None,
        event=event.name if event is not None else None,
        event_days=tuple(dict.fromkeys(day for day in days if day is not None)),
        event_place=(event.place if event is not None else None) or statement.place,
        language=statement.language,
        url=statement.url,
        locator=_locator(_checked_place(labelled(statement), place)),
    )


def _of_organization(organization: Organization, place: str | None, catalog: Catalog | None) -> Citation:
    if place is not None:
        label = str(_checked_place(labelled(organization), place))
        within, _, rest = label.rpartition(".")
        section = next(section for section, _ in walk(organization) if section.id == within)
        return _of_section(section, rest, organization, catalog)
    return Citation(key=organization.id, speech=False, title=organization.name, author=organization.name, url=organization.website)


def _of_section(section: Section, place: str | None, bearer: Organization | None, catalog: Catalog | None) -> Citation:
    """Return how to cite a section: on the page it was read from, if the catalog holds that."""
    name = bearer.name if bearer is not None else None
    page = page_of(section, catalog_or_bundled("cite", catalog))
    return Citation(
        key=section.id,
        speech=False,
        title=section.title,
        author=name,
        publisher=name,
        language=page.language if page is not None else None,
        url=page.capture.url if page is not None else None,
        accessed=page.capture.captured if page is not None else None,
        locator=_locator(_checked_place(labelled(section), place)),
    )


def _checked_place(places: tuple[tuple[str, str], ...], place: str | None) -> str | None:
    if place is not None:
        # Raises NotFound, which names what is near.
        Lookup("place", places)[place]
    return place


def _locator(place: str | None) -> str | None:
    numbered = _NUMBERED.fullmatch(place) if place is not None else None
    return f"paragraph {numbered[1]}" if numbered is not None else place


def _organization(name: str, catalog: Catalog | None) -> Organization | None:
    return catalog_or_bundled("cite", catalog).organizations.get(name)


def _bearer(section: Section, catalog: Catalog | None) -> Organization | None:
    """Return the organization in whose tree the section stands, or None if none of the catalog bears it."""
    organizations = catalog_or_bundled("cite", catalog).organizations.values()
    return next((each for each in organizations if any(section == found for found, _ in walk(each))), None)
