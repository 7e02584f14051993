"""No verb: the overview."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import iom_content as iom
from iom_content.cli import overview
from iom_content.cli.terminal import Terminal
from iom_content.model.catalog import Lookup


def shown(catalog: iom.Catalog) -> str:
    """Return the overview of a catalog as it would be printed to a pipe."""
    return "\n".join(overview.overview(catalog, Terminal()))


def catalog_of(organization: iom.Organization, *statements: iom.Statement, **parts: Any) -> iom.Catalog:
    """Return a small catalog."""
    return iom.Catalog(
        organizations=Lookup("organization", {organization.id: organization}),
        statements=Lookup("statement", {each.id: each for each in statements}),
        **parts,
    )


def test_it_shows_the_bundled_dataset(cli: Callable[..., Any]) -> None:
    """Organization, figures with their date and place, tree, statement, version, proof and rights."""
    done = cli()
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "International Organization for Migration (IOM)\n"
        "\n"
        "founded   1951\n"
        "          stated in document 4e89fe63437d, lines 3, 6\n"
        "members   175 member states (date of capture unknown)\n"
        "          stated in document 4e89fe63437d, line 3\n"
        "presence  171 countries (date of capture unknown)\n"
        "          stated in document 4e89fe63437d, line 3\n"
    )
    for line in (
        "│  └─ Highlights",
        "SDG Summit: Statement of the IOM Director General",
        "published 2023-09-18",
        "speaker   António Vitorino (inferred)",
        "event     SDG Summit (secondary)",
        "category  DG's Statements and Speeches",
        "address   https://www.iom.int/speeches/sdg-summit-statement-iom-director-general",
        "  The 2023 SDG Summit is a moment of truth and reckoning. Major global",
        "  iom-content show sdg-summit-statement-iom-director-general",
        "digests   verified, 7 files",
        "rights    Text: International Organization for Migration (IOM),",
    ):
        assert f"\n{line}\n" in done.out


def test_the_places_it_names_are_true() -> None:
    """On the line that is named, the figure stands."""
    lines = iom.load().documents["4e89fe63437d"].capture.text.split("\n")
    assert "175 member states" in lines[2]
    assert "171 countries" in lines[2]
    assert "1951" in lines[2]
    assert "1951" in lines[5]


def test_it_fits_on_eighty_columns(cli: Callable[..., Any]) -> None:
    """No line is longer, and none ends in blanks."""
    for line in cli().out.splitlines():
        assert len(line) <= 80
        assert line == line.rstrip()


def test_what_is_unknown_is_said() -> None:
    """Without figures and facts nothing is made up."""
    text = shown(catalog_of(iom.Organization(id="o", name="Office"), iom.Statement(id="s", organization="o")))
    assert text == (
        "Office\n\nfounded   unknown\nmembers   unknown\npresence  unknown\n\n"
        "Statement without a title\n\nid        s\npublished unknown\nspeaker   unknown\n\n"
        "dataset   in memory: 1 statement, 1 organization, 0 sections, 0 documents, 0\n          terms\n"
        "digests   verified, 7 files"
    )


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (None, "source unknown"),
        (iom.Curated(basis=iom.Basis.SECONDARY, url="https://example.org/a"), "secondary: https://example.org/a"),
        (iom.Curated(basis=iom.Basis.OFFICIAL, note="The charter."), "official: The charter."),
        (iom.Captured(spans=(iom.Span(start=0, end=1),)), "stated in a captured page"),
        (iom.Captured(spans=(iom.Span(start=0, end=1),), document="0123456789ab"), "stated in a captured page"),
    ],
)
def test_each_kind_of_source_has_its_words(origin: iom.Captured | iom.Curated | None, words: str) -> None:
    """Decided, captured elsewhere, or not known."""
    figure = iom.Figure(name="member_states", value=12, unit="state", qualifier=iom.Qualifier.MORE_THAN, as_of=None, origin=origin)
    text = shown(catalog_of(iom.Organization(id="o", name="Office", figures=(figure,))))
    assert "\nmembers   more than 12 member states" in text
    assert f"\n          {words}\n" in text


def test_only_the_first_statements_are_shown() -> None:
    """Of many statements three are shown, and how to list the others."""
    many = [iom.Statement(id=f"s{number}", organization="o", published=date(2024, 1, number)) for number in range(1, 6)]
    text = shown(catalog_of(iom.Organization(id="o", name="Office"), *many))
    assert "\nid        s3\n" in text
    assert "s4" not in text
    assert "\n... and 2 more statements: iom-content list statements\n" in text
    assert "more statement" not in shown(catalog_of(iom.Organization(id="o", name="Office"), *many[:3]))


def test_few_paragraphs_need_no_pointer() -> None:
    """What is shown whole is not pointed to."""
    blocks = tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=f"Word {number}.") for number in (1, 2, 3))
    organization = iom.Organization(id="o", name="Office")
    assert "to read them" not in shown(catalog_of(organization, iom.Statement(id="s", organization="o", blocks=blocks[:2])))
    text = shown(catalog_of(organization, iom.Statement(id="s", organization="o", blocks=blocks)))
    assert "  Word 2.\n\n  ... 3 paragraphs in all; to read them:\n  iom-content show s\n" in text


def test_hostile_text_is_inert() -> None:
    """Neither control characters nor rich's markup have an effect."""
    hostile = "\x1b[31m[bold]A[/bold]\u202eB"
    inert = "\\x1b[31m[bold]A[/bold]\\u202eB"
    organization = iom.Organization(id="o", name=hostile, acronym=hostile, sections=(iom.Section(id="a", title=hostile),))
    block = iom.Block(kind=iom.BlockKind.PARAGRAPH, text=hostile)
    text = shown(catalog_of(organization, iom.Statement(id="s\x9bt", organization="o", title=hostile, speaker=hostile, blocks=(block,))))
    assert not set(text) & set("\x1b\u202e\x9b")
    assert text.startswith(f"{inert} ({inert})\n")
    for line in (f"└─ {inert}", inert, f"speaker   {inert}", f"  {inert}", "id        s\\x9bt"):
        assert f"\n{line}\n" in text


def test_long_titles_are_wrapped_inside_the_tree() -> None:
    """A title goes on beside its branch."""
    title = " ".join(["word"] * 30)
    sections = (iom.Section(id="a", title=title, children=(iom.Section(id="a/b", title=title),)), iom.Section(id="c", title="C"))
    lines = shown(catalog_of(iom.Organization(id="o", name="Office", sections=sections))).splitlines()
    assert all(len(line) <= 80 for line in lines)
    top = next(index for index, line in enumerate(lines) if line.startswith("├─ word"))
    assert [line[:6] for line in lines[top : top + 5]] == ["├─ wor", "│  wor", "│  └─ ", "│     ", "└─ C"]


def test_a_damaged_dataset_is_not_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be false is not presented: the damaged files are named, and the exit code says so."""
    finding = iom.Finding(rule="file-changed", message="terms.json: changed\x1b", file="terms.json", hint="reinstall")
    monkeypatch.setattr(overview, "verify_dataset", lambda: iom.Report(findings=(finding,)))
    assert overview.run(argparse.Namespace(), Terminal()) == 1
    captured = capsys.readouterr()
    assert captured.out == "terms.json: changed\\x1b\n"
    assert captured.err == "iom-content: the bundled dataset is damaged: 1 finding (hint: reinstall)\n"
