"""Questions to a catalog."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given

import iom_content as iom
from iom_content.query.find import collections, find
from iom_content.testing import strategies

CATALOG = iom.load()


def section(key: str, *children: iom.Section) -> iom.Section:
    """Make a section by hand."""
    return iom.Section(id=key, title=key, children=children)


def test_walk_gives_sections_in_reading_order_with_ancestors() -> None:
    """Depth first, each with those above it, topmost first; a section comes first itself."""
    leaf = section("a/b/c")
    middle = section("a/b", leaf)
    top = section("a", middle, section("a/d"))
    organization = iom.Organization(id="x", name="X", sections=(top, section("e")))
    assert [(here.id, [each.id for each in above]) for here, above in iom.walk(organization)] == [
        ("a", []), ("a/b", ["a"]), ("a/b/c", ["a", "a/b"]), ("a/d", ["a"]), ("e", []),
    ]  # fmt: skip
    assert [(here.id, len(above)) for here, above in iom.walk(middle)] == [("a/b", 0), ("a/b/c", 1)]


@given(strategies.organizations())
def test_walk_visits_every_section_once(organization: iom.Organization) -> None:
    """Each section is the last ancestor's child, and ids do not repeat."""
    ids = []
    for here, above in iom.walk(organization):
        assert here in (above[-1].children if above else organization.sections)
        ids.append(here.id)
    assert len(ids) == len(set(ids))


def statement(key: str, **fields: object) -> iom.Statement:
    """Make a statement by hand."""
    return iom.Statement(id=key, organization="iom", **fields)  # type: ignore[arg-type]


STATEMENTS = (
    statement("a", language="en", published=date(2023, 9, 18), category="News", speaker="Ann"),
    statement("b", language="en-GB", published=date(2024, 1, 1), category="Speeches"),
    statement("c", language="fr", speaker="Ann"),
    statement("d"),
)


def ids(values: tuple[iom.Statement, ...]) -> str:
    """Return the ids in one word."""
    return "".join(value.id for value in values)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, "abcd"),
        ({"language": "en"}, "ab"),
        ({"language": "EN-gb"}, "b"),
        ({"language": "e"}, ""),
        ({"published_from": "2023-09-18"}, "ab"),
        ({"published_from": date(2023, 9, 19)}, "b"),
        ({"published_to": date(2023, 9, 18)}, "a"),
        ({"published_from": "2023-09-18", "published_to": "2023-09-18"}, "a"),
        ({"category": "News"}, "a"),
        ({"category": "news"}, ""),
        ({"speaker": "Ann"}, "ac"),
        ({"speaker": "Ann", "language": "fr"}, "c"),
        ({"organization": "iom"}, "abcd"),
        ({"organization": "other"}, ""),
        ({"where": lambda value: value.id in "bd"}, "bd"),
    ],
)
def test_select_keeps_what_satisfies_every_condition(conditions: dict[str, object], expected: str) -> None:
    """Conditions compose, unknown properties never match, order stays; a mapping gives its values."""
    assert ids(iom.select(STATEMENTS, **conditions)) == expected  # type: ignore[call-overload, arg-type]
    assert ids(iom.select({value.id: value for value in STATEMENTS}, **conditions)) == expected  # type: ignore[call-overload, arg-type]
    assert ids(iom.select(iter(STATEMENTS), **conditions)) == expected  # type: ignore[call-overload, arg-type]


@pytest.mark.parametrize("day", ["2023-9-18", "20230918", "2023-02-30", "yesterday", "", "2023-09-18T00:00", datetime(2023, 9, 18), 5])  # noqa: DTZ001
def test_select_refuses_what_is_no_day(day: object) -> None:
    """A bound that is no date is an error that names the parameter."""
    with pytest.raises(iom.InvalidValue, match="select/published_to: expected a date"):
        iom.select(STATEMENTS, published_to=day)  # type: ignore[arg-type]


def test_select_refuses_bounds_in_the_wrong_order() -> None:
    """A last day before the first is an error, not an empty answer."""
    with pytest.raises(iom.InvalidValue, match="a day not before 2024-01-02"):
        iom.select(STATEMENTS, published_from="2024-01-02", published_to="2024-01-01")


def test_select_takes_values_without_the_property() -> None:
    """Values that have no such property do not match, and are no error."""
    assert iom.select(CATALOG.terms, category="News") == ()
    assert len(iom.select(CATALOG.terms, language="en")) == 8


def test_find_looks_through_every_collection() -> None:
    """An id of several values gives all, statements first; a kind in front chooses."""
    assert [type(value).__name__ for value in find(CATALOG, "2030-agenda")] == ["Section", "Term"]
    assert find(CATALOG, "section:2030-agenda") == (CATALOG.sections["2030-agenda"],)
    assert find(CATALOG, "iom") == (CATALOG.organizations["iom"],)
    assert list(collections(CATALOG)) == ["statement", "organization", "section", "document", "term"]
    with pytest.raises(iom.NotFound, match="no id 'our-wrok'; did you mean 'our-work'"):
        find(CATALOG, "our-wrok")
    with pytest.raises(iom.NotFound, match="no term 'our-work'"):
        find(CATALOG, "term:our-work")
    with pytest.raises(iom.NotFound, match="no id 'what:ever'"):
        find(CATALOG, "what:ever")
