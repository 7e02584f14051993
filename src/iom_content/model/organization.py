"""The institution: what it says of itself, its numbers and its published section tree."""

from __future__ import annotations

from typing import Any, ClassVar

import attr

from iom_content.errors import amount, shown
from iom_content.model import _checks
from iom_content.model.constraints import INTEGER, LANGUAGE, NAME_KEY, NONBLANK, PARTIAL_DATE, SECTION_ID, SLUG, URL, checked
from iom_content.model.kinds import Qualifier
from iom_content.model.origins import NO_ORIGINS, Captured, Curated, Origins
from iom_content.model.rules import (
    as_of_exists,
    children_extend_the_path,
    organization_origins_name_fields,
    section_ids_are_unique,
    section_origins_name_fields,
)
from iom_content.model.value import Value

__all__ = ["Figure", "Identifier", "Name", "Organization", "Section"]


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Name(Value):
    """An official name in one language.

    Example:
        >>> import iom_content as iom
        >>> [name.acronym for name in iom.load().organizations["iom"].names if name.language == "fr"]
        ['OIM']
        >>> iom.loads('{"language": "en", "text": "Harbour Office", "acronym": "HO"}', iom.Name)
        <Name en 'Harbour Office'>
    """

    language: str = checked(LANGUAGE)
    """Language of the name."""
    text: str = checked(NONBLANK)
    """The name in full."""
    acronym: str | None = checked(NONBLANK, default=None)
    """Its short form in that language."""
    origin: Captured | Curated | None = checked(default=None)
    """Where the name comes from."""

    def __attrs_post_init__(self) -> None:
        _checks.check_name(self, Captured, Curated)

    def __repr__(self) -> str:
        return f"<Name {self.language[:12]} {shown(self.text, 40)}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Identifier(Value):
    """The key of an organization in a public register.

    Example:
        >>> import iom_content as iom
        >>> iom.load().organizations["iom"].identifiers
        (<Identifier iati 'XM-DAC-47066'>,)
        >>> iom.loads('{"scheme": "ror", "value": "00abc"}', iom.Identifier)
        <Identifier ror '00abc'>
    """

    scheme: str = checked(SLUG)
    """The register."""
    value: str = checked(NONBLANK)
    """The key there."""
    origin: Captured | Curated | None = checked(default=None)
    """Where the key comes from."""

    def __attrs_post_init__(self) -> None:
        _checks.check_identifier(self, Captured, Curated)

    def __repr__(self) -> str:
        return f"<Identifier {self.scheme[:40]} {shown(self.value, 40)}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Figure(Value):
    """A number stated in an official text; never an image.

    Raises:
        InvalidValue: `as_of` is a day that does not exist.

    Example:
        >>> import iom_content as iom
        >>> iom.load().organizations["iom"].member_states
        <Figure member_states exactly 175>
        >>> iom.loads('{"name": "boats", "value": 12, "unit": "boat", "qualifier": "at_least", "as_of": "2024-05"}', iom.Figure)
        <Figure boats at_least 12 as of 2024-05>
    """

    RULES: ClassVar[tuple[Any, ...]] = (as_of_exists,)

    name: str = checked(NAME_KEY)
    """What is counted: `member_states`, `presence_countries`, `founded` …"""
    value: int = checked(INTEGER)
    """The number."""
    unit: str = checked(NONBLANK)
    """What one of it is: `state`, `country`, `year` …"""
    qualifier: Qualifier = checked(default=Qualifier.EXACTLY)
    """How the number relates to the true one."""
    as_of: str | None = checked(PARTIAL_DATE, default=None)
    """The year, month or day for which it is stated; None if that is unknown."""
    origin: Captured | Curated | None = checked(default=None)
    """Where it is stated."""

    def __attrs_post_init__(self) -> None:
        _checks.check_figure(self, Qualifier, Captured, Curated)

    def __repr__(self) -> str:
        return f"<Figure {self.name[:40]} {self.qualifier} {self.value}{f' as of {self.as_of}' if self.as_of else ''}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Section(Value):
    """One entry of the published section tree.

    Raises:
        InvalidValue: The id of a child is not this id, `/` and one more slug, or two children share an id.

    Example:
        >>> import iom_content as iom
        >>> section = iom.load().sections["our-work"]
        >>> section.title, [child.id for child in section.children]
        ('Our Work', ['our-work/what-we-do', 'our-work/partnerships', 'our-work/highlights'])
        >>> iom.loads('{"id": "boats", "title": "Boats", "children": [{"id": "boats/sails", "title": "Sails"}]}', iom.Section)
        <Section 'boats' 1 child>
    """

    RULES: ClassVar[tuple[Any, ...]] = (children_extend_the_path, section_origins_name_fields)

    id: str = checked(SECTION_ID)
    """The path of slugs that leads to it."""
    title: str = checked(NONBLANK)
    """Its label."""
    heading: str | None = checked(NONBLANK, default=None)
    """The label as the page repeats it; None only if the page does not."""
    summary: str | None = checked(NONBLANK, default=None)
    """What the page says below the heading."""
    children: tuple[Section, ...] = checked(default=())
    """The sections below it, in the page's order."""
    origins: Origins = checked(default=NO_ORIGINS)
    """Where title, heading and summary come from; `marker` is the place of the list marker."""

    def __attrs_post_init__(self) -> None:
        _checks.check_section(self, Section, Origins)

    def __repr__(self) -> str:
        count = len(self.children)
        return f"<Section {shown(self.id, 40)} {amount(count, 'child', 'children')}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Organization(Value):
    """An institution, as one page describes it or as a catalog reconciles it.

    Raises:
        InvalidValue: Two top-level sections share an id.

    Example:
        >>> import iom_content as iom
        >>> organization = iom.load().organizations["iom"]
        >>> organization.acronym, organization.founded.value, organization.member_states.value
        ('IOM', 1951, 175)
        >>> iom.loads('{"id": "harbour", "name": "Harbour Office", "sections": [{"id": "boats", "title": "Boats"}]}', iom.Organization)
        <Organization 'harbour' 1 section, 0 figures>
    """

    RULES: ClassVar[tuple[Any, ...]] = (section_ids_are_unique, organization_origins_name_fields)

    id: str = checked(SLUG)
    """Its key: `iom`."""
    name: str = checked(NONBLANK)
    """Its official name."""
    acronym: str | None = checked(NONBLANK, default=None)
    """Its short form."""
    names: tuple[Name, ...] = checked(default=())
    """Official names by language."""
    summary: str | None = checked(NONBLANK, default=None)
    """What it says of itself."""
    website: str | None = checked(URL, default=None)
    """Address of its site."""
    identifiers: tuple[Identifier, ...] = checked(default=())
    """Its keys in public registers."""
    sections: tuple[Section, ...] = checked(default=())
    """The top of its published section tree, in the page's order."""
    figures: tuple[Figure, ...] = checked(default=())
    """Every number stated of it: current ones, conflicting ones and history."""
    origins: Origins = checked(default=NO_ORIGINS)
    """Where name, acronym, summary and website come from."""

    def __attrs_post_init__(self) -> None:
        _checks.check_organization(self, Name, Identifier, Section, Figure, Origins)

    @property
    def founded(self) -> Figure | None:
        """The year of its founding."""
        return self.current_figure("founded")

    @property
    def member_states(self) -> Figure | None:
        """How many states are members."""
        return self.current_figure("member_states")

    @property
    def presence_countries(self) -> Figure | None:
        """In how many countries it is present."""
        return self.current_figure("presence_countries")

    def current_figure(self, name: str) -> Figure | None:
        """Return the figure of that name that holds now, or None.

        A captured figure goes before a curated one, whatever their dates; among captured ones the newest dated wins,
        else the first in reading order. Curated history is never current.

        Args:
            name: What is counted, such as `member_states`.

        Returns:
            The figure, or None if none holds now.

        Example:
            >>> import iom_content as iom
            >>> iom.load().organizations["iom"].current_figure("member_states").value
            175
        """
        captured = [figure for figure in self.figures if figure.name == name and type(figure.origin) is Captured]
        dated = [figure for figure in captured if figure.as_of]
        if dated:
            return max(dated, key=_as_of)
        if captured:
            return captured[0]
        undated = (figure for figure in self.figures if figure.name == name and figure.as_of is None)
        return next(undated, None)

    def __repr__(self) -> str:
        return f"<Organization {shown(self.id, 40)} {amount(len(self.sections), 'section')}, {amount(len(self.figures), 'figure')}>"


def _as_of(figure: Figure) -> str:
    return figure.as_of or ""
