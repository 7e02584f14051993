"""The organization as one page describes it."""

from __future__ import annotations

from datetime import date

import iom_content as iom
from iom_content.model.document import Note
from iom_content.model.kinds import Basis
from iom_content.model.origins import Captured, Curated, Span

LEAVES = "- Data and Research\n- 2030 Agenda\n"


def read(first: str, *, work: str = "", leaves: str = LEAVES) -> tuple[iom.Document, iom.Organization]:
    """Read a page with the given summaries."""
    document = iom.ingest(f"-\nWho we are\nWHO WE ARE{first}\n-\nOur Work\nOUR WORK{work}\n{leaves}A title")
    assert document.organization is not None
    return document, document.organization


def words(document: iom.Document, origin: object) -> list[str]:
    """Return the words at a captured origin."""
    assert isinstance(origin, Captured)
    return [document.capture.text[span.start : span.end] for span in origin.spans]


def test_a_page_that_says_all(navigation: str) -> None:
    """Name, acronym, summary, figures and sections come from the navigation, each with its place."""
    document = iom.ingest(navigation, captured=date(2024, 2, 9))
    organization = document.organization
    assert organization is not None
    assert (organization.id, organization.name, organization.acronym) == ("iom", "International Organization for Migration", "IOM")
    assert words(document, organization.origins["name"]) == ["International Organization for Migration"]
    assert words(document, organization.origins["acronym"]) == ["IOM"]
    assert organization.summary == organization.sections[0].summary
    assert organization.origins["summary"] == organization.sections[0].origins["summary"]
    assert organization.names == (
        iom.Name(language="en", text="International Organization for Migration", acronym="IOM", origin=organization.origins["name"]),
    )
    assert [(figure.name, figure.value, figure.as_of) for figure in organization.figures] == [
        ("founded", 1931, None),
        ("member_states", 12, "2024-02-09"),
        ("presence_countries", 9, "2024-02-09"),
    ]
    assert document.language == "en"
    assert [note.code for note in document.notes] == ["no-statement"]


def test_a_name_in_another_language() -> None:
    """The name is the official one of the language it stands in; a wrapped or accented spelling stays as printed."""
    document, organization = read("L'Organisation  INTERNATIONALE pour les Migrations ( OIM ) veille.")
    assert organization.name == "Organisation INTERNATIONALE pour les Migrations"
    assert words(document, organization.origins["name"]) == ["Organisation  INTERNATIONALE pour les Migrations"]
    assert organization.acronym is None
    assert [(name.language, name.acronym) for name in organization.names] == [("fr", None)]
    assert "acronym" not in organization.origins


def test_the_first_name_counts() -> None:
    """Of several names the first one in the first summary with any is taken."""
    name = "Organizzazione Internazionale per le Migrazioni"
    _, organization = read("We lend.", work=f"The {name} (OIM), in English International Organization for Migration (IOM).")
    assert (organization.name, organization.acronym, organization.names[0].language) == (name, "OIM", "it")
    assert organization.summary == "We lend."


def test_the_acronym_stands_within_the_summary() -> None:
    """Brackets beyond the summary hold no acronym, nor do brackets that hold more than a word."""
    assert read("The International Organization for Migration\n(IOM)")[1].acronym is None
    assert read("International Organization for Migration (the IOM)")[1].acronym is None
    assert read("International Organization for Migration(IOM)")[1].acronym == "IOM"
    assert read("International Organization for Migrations (IOM)")[1].names == ()


def test_a_page_that_names_nothing() -> None:
    """A name that the page does not state is marked as inferred, in the language of the page, and noted."""
    document, organization = read("We lend.")
    assert (organization.name, organization.acronym, organization.names) == ("International Organization for Migration", None, ())
    assert organization.origins["name"] == Curated(
        basis=Basis.INFERRED, note="The page does not name it; pages of this form are the organization's."
    )
    assert document.notes[3] == Note(
        code="no-name",
        message="no summary names the organization; its name is that of the reader's word list",
        pointer="/organization/name",
    )
    assert [note.code for note in document.notes] == ["no-figure"] * 3 + ["no-name", "id-from-title", "no-language", "undated"]
    french = iom.ingest("-\nAgir\nAgir\n- 2030 AGENDA").organization
    assert french is not None
    assert (french.name, french.summary, list(french.origins)) == ("Organisation internationale pour les migrations", None, ["name"])


def test_language_from_words() -> None:
    """Where no label tells the language the summaries' words may; else it is unknown and noted."""
    page = "-\nX\nXLes lampes sont dans les rues, et nous les portons pour une nuit.\n-\nY\nY\n- 2030 Agenda"
    document = iom.ingest(page)
    assert document.language == "fr"
    assert document.organization is not None
    assert document.organization.sections[0].id == "fr/x"
    words = "".join(f"-\n{label}\n{label}{word}\n" for label, word in zip("VWXYZ", ("LES", "ET", "DANS", "NOUS", "POUR"), strict=True))
    assert iom.ingest(f"{words}- 2030 Agenda").language == "fr"
    unknown = iom.ingest("-\nX\nX\n-\nY\nY\n- 2030 Agenda")
    assert [note.code for note in unknown.notes] == ["no-figure"] * 3 + ["unknown-language", "no-name", "no-statement"]
    assert unknown.organization is not None
    assert unknown.organization.name == "International Organization for Migration"
    assert unknown.language is None
    assert (
        Note(
            code="unknown-language",
            message="neither labels nor words tell the language; ids of sections do not name it",
            pointer="/language",
        )
        in unknown.notes
    )


def test_evidence_of_figures_lies_in_the_summaries() -> None:
    """Numbers of the text below are never the organization's."""
    document = iom.ingest(
        "-\nWho we are\nWHO WE AREWe lend.\n- 2030 Agenda\nA title\nWith 175 member states and a presence in 171 countries."
    )
    assert document.organization is not None
    assert document.organization.figures == ()


def test_spans_of_the_summary() -> None:
    """The summary's place is where it is glued to its heading."""
    _, organization = read("We lend.")
    assert organization.origins["summary"] == Captured(spans=(Span(start=23, end=31),))
