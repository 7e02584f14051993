"""What the one-way formats share."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.serializers import wording

HOSTILE = "\x1b[31m \x00 \x9b \u202e \u2066 \x7f"


def test_nothing_that_controls_a_terminal_is_left() -> None:
    """Escapes, C1 controls and direction overrides are spelled out; marks that only hint stay."""
    assert wording.visible(HOSTILE) == r"\x1b[31m \x00 \x9b \u202e \u2066 \x7f"
    assert wording.visible("a\u200eb\u00adc\ufeff") == "a\u200eb\u00adc\ufeff"
    assert wording.visible("a\r\nb\tc\u2028d\x85e") == "a  b c d e"


def test_spelled_text_keeps_its_lines() -> None:
    """Line feeds and tabs stay, line ends of other systems are line feeds, a lone carriage return is spelled out."""
    assert wording.spelled("a\r\nb\tc\rd\x0be") == "a\nb\tc\\rd\\x0be"
    assert wording.spelled("plain") == "plain"


@given(st.text())
def test_spelling_out_twice_changes_nothing(text: str) -> None:
    """Both are fixed points, and what is visible is one line."""
    assert wording.spelled(wording.spelled(text)) == wording.spelled(text)
    shown = wording.visible(text)
    assert wording.visible(shown) == shown
    assert len(shown.splitlines()) <= 1


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [("exactly", "12"), ("more_than", "more than 12"), ("at_least", "at least 12"), ("around", "around 12"), ("nearly", "nearly 12")],
)
def test_a_figure_bears_its_qualifier(qualifier: str, words: str) -> None:
    """No qualifier is lost; an exact number needs none."""
    assert wording.figure_words(iom.Figure(name="boats", value=12, unit="boat", qualifier=iom.Qualifier(qualifier))) == words
    assert len(iom.Qualifier) == 5


def test_a_figure_says_when_it_holds() -> None:
    """A known date is said, an unknown one is admitted where the page states the figure, a year of founding needs none."""
    captured = iom.Captured(spans=(iom.Span(start=0, end=1),))
    assert wording.figure_date(iom.Figure(name="boats", value=1, unit="boat", as_of="2020", origin=captured)) == "as of 2020"
    assert wording.figure_date(iom.Figure(name="boats", value=1, unit="boat", origin=captured)) == "date of capture unknown"
    assert wording.figure_date(iom.Figure(name="founded", value=1951, unit="year", origin=captured)) == ""
    assert wording.figure_date(iom.Figure(name="boats", value=1, unit="boat")) == ""


def test_a_basis_is_named_unless_it_is_official() -> None:
    """Inferred and secondary values say so."""
    assert wording.noted("a", iom.Curated(basis=iom.Basis.INFERRED, note="n")) == "a (inferred)"
    assert wording.noted("a", iom.Curated(basis=iom.Basis.SECONDARY, note="n")) == "a (secondary)"
    assert wording.noted("a", iom.Curated(basis=iom.Basis.OFFICIAL, note="n")) == "a"
    assert wording.noted("a", iom.Captured(spans=(iom.Span(start=0, end=1),))) == "a"
    assert wording.noted("a", None) == "a"


def test_a_statement_says_all_that_is_known() -> None:
    """Every field beside title, id and blocks has its words, in a stable order."""
    inferred = iom.Curated(basis=iom.Basis.INFERRED, note="It follows.")
    statement = iom.Statement(
        id="s",
        organization="o",
        language="en",
        category="News",
        url="https://example.org/s",
        published=date(2024, 1, 2),
        delivered=date(2024, 1, 1),
        place="Paris",
        speaker="Ada Example",
        speaker_role="Director",
        event=iom.Event(name="Open day", start=date(2024, 1, 1)),
        translations=(iom.Translation(language="fr", title="Ouvert", url="https://example.org/fr"),),
        origins=iom.Origins({"speaker": inferred, "event": inferred, "url": inferred}),
    )
    assert list(wording.statement_facts(statement)) == [
        ("published", "2024-01-02"),
        ("delivered", "2024-01-01"),
        ("place", "Paris"),
        ("speaker", "Ada Example (inferred)"),
        ("role", "Director"),
        ("event", "Open day (inferred)"),
        ("category", "News"),
        ("language", "en"),
        ("address", "https://example.org/s (inferred)"),
        ("translation (fr)", "Ouvert https://example.org/fr"),
    ]
    assert list(wording.statement_facts(iom.Statement(id="s", organization="o"))) == []


def test_an_organization_says_all_that_is_known() -> None:
    """Address, figures with date and basis, names and identifiers."""
    organization = iom.Organization(
        id="o",
        name="Office",
        website="https://example.org",
        figures=(
            iom.Figure(name="founded", value=1951, unit="year"),
            iom.Figure(
                name="member_states",
                value=5,
                unit="state",
                as_of="2001",
                origin=iom.Curated(basis=iom.Basis.SECONDARY, note="A newspaper."),
            ),
        ),
        names=(iom.Name(language="fr", text="Bureau", acronym="B"), iom.Name(language="es", text="Oficina")),
        identifiers=(iom.Identifier(scheme="iati", value="XM-1"),),
    )
    assert list(wording.organization_facts(organization)) == [
        ("website", "https://example.org"),
        ("founded", "1951"),
        ("member states", "5 (as of 2001; secondary)"),
        ("name (fr)", "Bureau (B)"),
        ("name (es)", "Oficina"),
        ("identifier (iati)", "XM-1"),
    ]
    assert list(wording.organization_facts(iom.Organization(id="o", name="Office"))) == []


def test_a_credit_stands_under_what_is_of_the_dataset() -> None:
    """Values of a catalog with rights are credited; reports and findings are ours."""
    catalog = iom.load()
    assert catalog.rights is not None
    assert wording.credit_of(catalog.terms, catalog) == catalog.rights.attribution
    assert wording.credit_of(iom.Finding(rule="x", message="wrong"), catalog) is None
    assert wording.credit_of(catalog.terms, iom.Catalog()) is None
    assert wording.credit_of(catalog.terms, None) is None
