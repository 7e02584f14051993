"""Walking section trees."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

import iom_content as iom
from iom_content.testing.strategies import organizations, sections

TREE = iom.Section(
    id="a",
    title="A",
    children=(iom.Section(id="a/b", title="B", children=(iom.Section(id="a/b/c", title="C"),)), iom.Section(id="a/d", title="D")),
)


def ids(root: iom.Organization | iom.Section) -> list[tuple[str, list[str]]]:
    """Return the id of each section with those above it."""
    return [(section.id, [each.id for each in above]) for section, above in iom.walk(root)]


def test_a_section_comes_before_what_is_below_it() -> None:
    """The root itself comes first, then each child with all that is below it."""
    assert ids(TREE) == [("a", []), ("a/b", ["a"]), ("a/b/c", ["a", "a/b"]), ("a/d", ["a"])]


def test_an_organization_is_no_section() -> None:
    """Its top-level sections have nobody above them."""
    found = ids(iom.Organization(id="o", name="Office", sections=(TREE, iom.Section(id="e", title="E"))))
    assert found == [*ids(TREE), ("e", [])]
    assert ids(iom.Organization(id="o", name="Office")) == []


@given(organizations())
def test_every_section_comes_once_with_its_ancestors(organization: iom.Organization) -> None:
    """Each section is a child of the last one above it, and no section is left out."""
    found = list(iom.walk(organization))
    for section, above in found:
        assert section in (above[-1].children if above else organization.sections)
        assert [each.id for each in above] == ["/".join(section.id.split("/")[:level]) for level in range(1, len(above) + 1)]
    assert sum(len(section.children) for section, _ in found) + len(organization.sections) == len(found)


@given(sections())
def test_walking_below_is_walking_from_above(section: iom.Section) -> None:
    """What a walk yields of a child, a walk of its parent yields too, one ancestor longer."""
    from_above = list(iom.walk(section))[1:]
    assert from_above == [(each, (section, *above)) for child in section.children for each, above in iom.walk(child)]


@pytest.mark.parametrize("root", [None, "iom", iom.Catalog(), (TREE,)], ids=repr)
def test_another_root_is_refused_at_once(root: Any) -> None:
    """The call itself raises, not the first step of the iteration."""
    with pytest.raises(iom.InvalidValue, match=r"^walk/root: expected an Organization or a Section, found "):
        iom.walk(root)
