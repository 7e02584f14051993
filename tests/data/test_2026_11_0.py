"""Dataset 2026.11.0 says what its page says and what was decided, no more."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import iom_content as iom

DIGEST = "4e89fe63437df593252b791df9e4902eff907c97b071c116d3d0a525ae28a6c8"
STATEMENT = "sdg-summit-statement-iom-director-general"
CATALOG = iom.load("2026.11.0")
DOCUMENT = CATALOG.documents[DIGEST[:12]]
TEXT = DOCUMENT.capture.text


def test_the_captured_bytes_are_the_given_ones() -> None:
    """The capture's bytes have the known digest and are the document's text."""
    content = iom.data_files("2026.11.0").joinpath("captures", "sdg-summit-statement.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == DIGEST == DOCUMENT.capture.sha256
    assert content.decode() == TEXT


def test_the_organization_has_its_figures_with_evidence() -> None:
    """Founding year, members and presence are captured exactly, each with words that hold the number."""
    organization = CATALOG.organizations["iom"]
    for figure, number in ((organization.founded, 1951), (organization.member_states, 175), (organization.presence_countries, 171)):
        assert figure is not None
        assert (figure.value, figure.qualifier, figure.as_of) == (number, iom.Qualifier.EXACTLY, None)
        assert isinstance(figure.origin, iom.Captured)
        assert figure.origin.document == DOCUMENT.id
        assert all(str(number) in TEXT[span.start : span.end] for span in figure.origin.spans)


def test_the_section_tree() -> None:
    """Six sections at the top, eleven in all, as printed."""
    organization = CATALOG.organizations["iom"]
    assert [section.title for section in organization.sections] == [
        "Who we are", "Our Work", "Where we work", "Take Action", "Data and Research", "2030 Agenda",
    ]  # fmt: skip
    assert [child.title for child in CATALOG.sections["our-work"].children] == ["What We Do", "Partnerships", "Highlights"]
    assert [child.title for child in CATALOG.sections["take-action"].children] == ["Work with us", "Get involved"]
    assert len(CATALOG.sections) == 11
    assert CATALOG.sections["who-we-are"].heading == "WHO WE ARE"
    assert CATALOG.sections["take-action"].summary is None
    assert organization.summary == CATALOG.sections["who-we-are"].summary


def test_the_statement() -> None:
    """Title and seven paragraphs as captured; the rest decided, with its basis."""
    statement = CATALOG.statements[STATEMENT]
    assert statement.title == "SDG Summit: Statement of the IOM Director General"
    assert [block.kind for block in statement.blocks] == [iom.BlockKind.PARAGRAPH] * 7
    assert all(TEXT[block.spans[0].start : block.spans[0].end] == block.text for block in statement.blocks)
    assert (statement.published, statement.delivered, statement.place) == (date(2023, 9, 18), None, None)
    assert statement.category == "DG's Statements and Speeches"
    assert (statement.speaker, statement.speaker_role, statement.language) == ("António Vitorino", "Director General", "en")
    assert statement.event is not None
    assert (statement.event.start, statement.event.end) == (date(2023, 9, 18), date(2023, 9, 19))
    assert [translation.language for translation in statement.translations] == ["fr", "es"]
    bases = {name: origin.basis.value for name, origin in statement.origins.items() if isinstance(origin, iom.Curated)}
    assert bases == {
        "category": "official", "event": "secondary", "language": "inferred", "published": "official",
        "speaker": "inferred", "translations": "official", "url": "official",
    }  # fmt: skip


def test_every_captured_origin_of_a_term_is_its_wording() -> None:
    """The words of a captured name stand at its span."""
    for term in CATALOG.terms.values():
        origin = term.origins["name"]
        assert isinstance(origin, iom.Captured)
        assert [TEXT[span.start : span.end] for span in origin.spans] == [term.name]
    assert CATALOG.terms["global-compact-for-migration"].short_forms == ("Global Compact for Migration",)


def test_history_of_the_count_is_dated_and_never_current() -> None:
    """Past counts carry date and basis; the current one is the captured."""
    organization = CATALOG.organizations["iom"]
    history = {
        figure.as_of: (figure.value, figure.origin.basis.value)
        for figure in organization.figures
        if figure.name == "member_states" and isinstance(figure.origin, iom.Curated)
    }
    assert history == {
        "2015": (165, "secondary"), "2016": (166, "secondary"), "2018-11": (173, "official"),
        "2019-11": (173, "official"), "2021": (174, "secondary"), "2022-11": (175, "secondary"),
    }  # fmt: skip


def test_every_value_has_an_origin() -> None:
    """Nothing in the organization and the statement is without evidence or basis."""
    organization, statement = CATALOG.organizations["iom"], CATALOG.statements[STATEMENT]
    assert all(name.origin is not None for name in organization.names)
    assert all(identifier.origin is not None for identifier in organization.identifiers)
    assert all(figure.origin is not None for figure in organization.figures)
    assert set(organization.origins) == {"acronym", "name", "summary", "website"}
    assert set(statement.origins) == {
        "category", "event", "language", "published", "speaker", "speaker_role", "title", "translations", "url",
    }  # fmt: skip
    assert DOCUMENT.residue == ()


def test_no_unverified_identifier_is_shipped() -> None:
    """Only the identifier on which sources agree is there."""
    assert [(each.scheme, each.value) for each in CATALOG.organizations["iom"].identifiers] == [("iati", "XM-DAC-47066")]


def test_files_are_canonical_json() -> None:
    """Each JSON file has sorted keys, two blanks a level and a final newline; repair with `python3 tools/build_dataset.py`."""
    for folder in ("documents", "organizations", "."):
        for file in iom.data_files("2026.11.0").joinpath(folder).iterdir():
            if file.name.endswith(".json"):
                text = file.read_text(encoding="utf-8")
                assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=2) + "\n"
                if file.name != "datapackage.json":
                    assert json.loads(text)["schema_version"] == 1
