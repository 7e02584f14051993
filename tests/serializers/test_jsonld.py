"""JSON-LD: what is known in words of schema.org, and nothing that is not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

import iom_content as iom
from iom_content.serializers import jsonld


def graph(value: object, catalog: iom.Catalog | None = None) -> list[dict[str, Any]]:
    """Return the nodes of a graph."""
    text = json.loads(jsonld.dumps(value, catalog=catalog))
    assert set(text) == {"@context", "@graph"}
    assert text["@context"] == jsonld.CONTEXT
    nodes: list[dict[str, Any]] = text["@graph"]
    return nodes


def test_an_organization_says_what_is_known() -> None:
    """Names, founding, keys, numbers and sections."""
    organization = iom.Organization(
        id="o",
        name="Office",
        acronym="O",
        names=(iom.Name(language="en", text="Office", acronym="O"), iom.Name(language="fr", text="Bureau")),
        identifiers=(iom.Identifier(scheme="x", value="1"),),
        figures=(iom.Figure(name="founded", value=987, unit="year"),),
        sections=(iom.Section(id="a", title="A", summary="Of A.", children=(iom.Section(id="a/b", title="B"),)),),
    )
    office, founded, section = graph(organization)
    assert office == {
        "@type": "Organization",
        "name": "Office",
        "alternateName": ["O", "Bureau"],
        "foundingDate": "0987",
        "identifier": [{"@type": "PropertyValue", "propertyID": "x", "value": "1"}],
    }
    assert founded["observationAbout"] == {"@type": "Organization", "name": "Office"}
    child = {"@type": "SiteNavigationElement", "identifier": "a/b", "name": "B", "position": 1}
    assert section == {"@type": "SiteNavigationElement", "identifier": "a", "name": "A", "text": "Of A.", "position": 1, "hasPart": [child]}
    assert graph(iom.Organization(id="o", name="Office")) == [{"@type": "Organization", "name": "Office"}]


@pytest.mark.parametrize(
    ("value", "qualifier", "day"),
    [(1951, "exactly", "1951"), (1951, "around", None), (1951, "at_least", None), (0, "exactly", None), (10_000, "exactly", None)],
)
def test_only_an_exact_year_is_a_day_of_founding(value: int, qualifier: str, day: str | None) -> None:
    """Another number stands in the figure with what is known of it."""
    founded = iom.Figure(name="founded", value=value, unit="year", qualifier=iom.Qualifier(qualifier))
    office, figure = graph(iom.Organization(id="o", name="Office", figures=(founded,)))
    assert office.get("foundingDate") == day
    assert figure["measuredProperty"]["name"] == "founded"


@pytest.mark.parametrize(
    ("qualifier", "key"),
    [("exactly", "value"), ("around", "value"), ("more_than", "minValue"), ("at_least", "minValue"), ("nearly", "maxValue")],
)
def test_a_bound_is_no_value(qualifier: str, key: str) -> None:
    """The qualifier stands in the words too."""
    (node,) = graph(iom.Figure(name="big_boats", value=12, unit="boat", qualifier=iom.Qualifier(qualifier), as_of="2024"))
    assert node["value"] == {"@type": "QuantitativeValue", "unitText": "boat", key: 12}
    assert node["observationDate"] == "2024"
    assert node["description"].startswith("big boats: ")
    assert node["measuredProperty"] == {"@type": "Property", "name": "big boats"}
    assert "observationAbout" not in node


def test_a_statement_is_an_article() -> None:
    """With its people, places, days, translations and blocks; what is unknown is left out."""
    statement = iom.Statement(
        id="s",
        organization="o",
        title="T",
        language="en",
        category="News",
        url="https://example.org/s",
        published=date(2024, 5, 4),
        delivered=date(2024, 5, 3),
        place="Oslo",
        speaker="Ada Example",
        speaker_role="Keeper",
        event=iom.Event(name="Open day", start=date(2024, 5, 3), end=date(2024, 5, 4), place="Quay"),
        translations=(iom.Translation(language="fr", title="Jour", url="https://example.org/fr"),),
        blocks=(
            iom.Block(kind=iom.BlockKind.PARAGRAPH, text="A"),
            iom.Block(kind=iom.BlockKind.QUOTATION, text="B", language="fr"),
            iom.Block(kind=iom.BlockKind.FOOTER, text="C"),
        ),
    )
    assert graph(statement) == [
        {
            "@type": "Article",
            "identifier": "s",
            "headline": "T",
            "name": "T",
            "inLanguage": "en",
            "articleSection": "News",
            "url": "https://example.org/s",
            "datePublished": "2024-05-04",
            "dateCreated": "2024-05-03",
            "locationCreated": {"@type": "Place", "name": "Oslo"},
            "author": {"@type": "Person", "name": "Ada Example", "jobTitle": "Keeper"},
            "about": {
                "@type": "Event",
                "name": "Open day",
                "startDate": "2024-05-03",
                "endDate": "2024-05-04",
                "location": {"@type": "Place", "name": "Quay"},
            },
            "workTranslation": [
                {"@type": "Article", "inLanguage": "fr", "headline": "Jour", "name": "Jour", "url": "https://example.org/fr"}
            ],
            "articleBody": "A\n\nB",
            "hasPart": [
                {"@type": "WebPageElement", "position": 1, "text": "A"},
                {"@type": "Quotation", "position": 2, "inLanguage": "fr", "text": "B"},
            ],
        }
    ]
    assert graph(iom.Statement(id="s", organization="o")) == [{"@type": "Article", "identifier": "s"}]
    assert graph(statement.blocks[0]) == [{"@type": "WebPageElement", "text": "A"}]


def test_a_document_is_its_parts() -> None:
    """The organization publishes its statement; a page without either is a page."""
    nodes = graph(iom.load().documents["4e89fe63437d"])
    assert [node["@type"] for node in nodes] == ["Organization", *["Observation"] * 3, *["SiteNavigationElement"] * 6, "Article"]
    assert nodes[-1]["publisher"] == {"@type": "Organization", "name": "International Organization for Migration"}
    document = iom.ingest("A line", url="https://example.org/a")
    assert graph(document) == [{"@type": "WebPage", "identifier": document.id, "url": "https://example.org/a"}]
    read = iom.ingest("News\n3 May 2021\n\nHarbours plan for winter\n\nThe harbours met and spoke of ropes.")
    assert [node["@type"] for node in graph(read)] == ["Article"]
    assert "publisher" not in graph(read)[0]
    described = iom.ingest("-\nWho we are\nWHO WE AREWe lend lanterns.\n- 2030 Agenda\n")
    assert "Article" not in [node["@type"] for node in graph(described)]


def test_a_term_is_a_defined_one() -> None:
    """Wrong forms are no names of it."""
    term = iom.Term(id="t", name="Open Day", language="en", acronym="OD", short_forms=("Day",), wrong_forms=("Opened Day",))
    assert graph(term) == [{"@type": "DefinedTerm", "identifier": "t", "termCode": "OD", "name": "Open Day", "alternateName": ["Day"]}]


def test_every_work_bears_its_rights() -> None:
    """On the work itself, or on a work about what is none."""
    catalog = iom.load()
    assert catalog.rights is not None
    credit = {
        "creditText": catalog.rights.attribution,
        "copyrightNotice": catalog.rights.statement,
        "copyrightHolder": {"@type": "Organization", "name": catalog.rights.holder},
    }
    section, term = graph((catalog.sections["our-work"], catalog.terms["sdg-summit"]), catalog)
    assert {name: section[name] for name in credit} == credit
    assert "url" not in section
    assert term["subjectOf"] == {"@type": "CreativeWork", "url": catalog.rights.url} | credit


def test_a_dataset_is_one() -> None:
    """Its version, holder, languages, statements and files; one without rights says less."""
    (node,) = graph(iom.load())
    assert (node["@type"], node["version"], node["inLanguage"]) == ("Dataset", "2026.11.0", ["en"])
    assert node["name"] == "Official texts of International Organization for Migration (IOM)"
    assert [part["headline"] for part in node["hasPart"]] == ["SDG Summit: Statement of the IOM Director General"]
    assert "hasPart" not in node["hasPart"][0]
    assert node["distribution"] == [{"@type": "DataDownload", "name": "documents/4e89fe63437d.json", "encodingFormat": "application/json"}]
    rights = iom.load().rights
    assert rights is not None
    assert (node["about"], node["isBasedOn"]) == ({"@type": "Organization", "name": rights.holder}, rights.url)
    assert {"creator", "url"}.isdisjoint(node)
    (unaddressed,) = graph(iom.Catalog(rights=iom.Rights(holder="Office", attribution="Text: Office", statement="Unknown.")))
    assert set(unaddressed) == set(node) - {"isBasedOn", "version", "inLanguage", "hasPart", "distribution"}
    (empty,) = graph(iom.Catalog())
    assert set(empty) == {"@type", "name", "description"}


@pytest.mark.parametrize("value", [iom.Report(), iom.Span(start=0, end=1), None], ids=repr)
def test_another_value_is_refused(value: object) -> None:
    """The error names its class and says why."""
    with pytest.raises(
        iom.UnsupportedValue, match=f"^format 'jsonld' cannot carry a value of {type(value).__name__}: schema.org has no word"
    ):
        jsonld.dumps(value)
