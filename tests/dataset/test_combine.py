"""Catalogs united: documents once, decisions kept, contradictions refused."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import attrs
import pytest

import iom_content as iom

CURATED = iom.Curated(basis=iom.Basis.OFFICIAL, url=None, note="the register of the harbour")


def page(text: str) -> iom.Catalog:
    """Read an invented page into a catalog of its own."""
    return iom.collect([iom.ingest(text)])


def of(organization: iom.Organization | None = None, statement: iom.Statement | None = None, **fields: Any) -> iom.Catalog:
    """Make a catalog by hand."""
    return iom.Catalog(
        organizations=iom.Lookup("organization", [] if organization is None else [(organization.id, organization)]),
        statements=iom.Lookup("statement", [] if statement is None else [(statement.id, statement)]),
        **fields,
    )


def lighthouse(**fields: Any) -> iom.Organization:
    """Make an organization by hand."""
    return iom.Organization(id="lighthouse", name="Lighthouse", **fields)


def test_nothing_makes_an_empty_catalog() -> None:
    """And one catalog makes itself."""
    assert iom.combine() == iom.Catalog()
    assert iom.combine(iom.load()) == iom.load()
    assert iom.combine(iom.load(), iom.load()) == iom.load()


def test_order_changes_nothing_and_once_is_enough() -> None:
    """Whatever the order, and however often."""
    parts = (iom.load(), page("One page"), page("Another page"))
    united = iom.combine(*parts)
    assert len(united.documents) == 3
    assert united.version == iom.DATA_VERSION
    assert united.rights == iom.load().rights
    assert {iom.combine(*order) for order in permutations(parts)} == {united}
    assert iom.combine(united, *parts) == united


def test_one_organization_keeps_what_was_decided_on_it() -> None:
    """Names, identifiers and figures of all, and fields that only one decided."""
    website = lighthouse(website="https://lighthouse.example", origins=iom.Origins({"website": CURATED}))
    figure = iom.Figure(name="boats", value=12, unit="boat", as_of="2020", origin=CURATED)
    united = iom.combine(of(website), of(lighthouse(figures=(figure,))), of(lighthouse(names=(iom.Name(language="fr", text="Phare"),))))
    organization = united.organizations["lighthouse"]
    assert organization.website == "https://lighthouse.example"
    assert organization.origins["website"] == CURATED
    assert organization.figures == (figure,)
    assert [name.text for name in organization.names] == ["Phare"]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            of(lighthouse(website="https://a.example", origins=iom.Origins({"website": CURATED}))),
            of(lighthouse(website="https://b.example", origins=iom.Origins({"website": CURATED}))),
            "organizations/lighthouse: website was decided twice: 'https://a.example' and 'https://b.example'",
        ),
        (
            of(lighthouse(figures=(iom.Figure(name="boats", value=12, unit="boat", as_of="2020", origin=CURATED),))),
            of(lighthouse(figures=(iom.Figure(name="boats", value=13, unit="boat", as_of="2020", origin=CURATED),))),
            "organizations/lighthouse: boats as of 2020 was decided twice: 'exactly 12' and 'exactly 13'",
        ),
        (
            of(statement=iom.Statement(id="a", organization="x", place="Port", origins=iom.Origins({"place": CURATED}))),
            of(statement=iom.Statement(id="a", organization="x", place="Bay", origins=iom.Origins({"place": CURATED}))),
            "statements/a: place was decided twice: 'Bay' and 'Port'",
        ),
        (
            of(rights=iom.Rights(holder="A", attribution="Text: A", statement="unknown")),
            of(rights=iom.Rights(holder="B", attribution="Text: B", statement="unknown")),
            "rights: two holders or terms: 'Text: A' and 'Text: B'",
        ),
    ],
)
def test_contradictions_are_refused_naming_both(one: iom.Catalog, other: iom.Catalog, words: str) -> None:
    """Whichever comes first."""
    for pair in ((one, other), (other, one)):
        with pytest.raises(iom.DatasetError) as caught:
            iom.combine(*pair)
        assert sorted(str(caught.value)) == sorted(words)


def test_other_addresses_and_readings_are_no_contradiction() -> None:
    """A captured value may differ, and equal ids of other pages are not the same statement."""
    statement = iom.Statement(id="a", organization="x", place="Port", url="https://a.example", origins=iom.Origins({"place": CURATED}))
    other = attrs.evolve(statement, place="Bay", url="https://b.example")
    read = iom.Statement(id="a", organization="x", place="Quay", url="https://a.example")
    assert iom.combine(of(statement=statement), of(statement=other), of(statement=read)) is not None


def test_the_reading_that_more_was_decided_about_stands() -> None:
    """Of two readings of one capture."""
    bundled = next(iter(iom.load().documents.values()))
    again = iom.collect([iom.ingest(bundled.capture.text)])
    assert next(iter(again.documents)) == bundled.id
    united = iom.combine(again, iom.load())
    assert united.documents[bundled.id] == bundled


def test_what_is_no_catalog_is_refused() -> None:
    """With the way to make one."""
    with pytest.raises(TypeError, match="combine takes catalogs, not Document; collect makes one"):
        iom.combine(iom.ingest("A page"))  # type: ignore[arg-type]
