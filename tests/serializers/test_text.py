"""Plain text for people."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.serializers import text
from iom_content.serializers.wording import visible
from iom_content.testing.strategies import documents, organizations, reports, statements, terms

ITEM = iom.BlockKind.LIST_ITEM


def test_a_statement_reads_as_one() -> None:
    """Title, the blocks, then below a signature what is known; entries of one list stand close together."""
    statement = iom.Statement(
        id="s",
        organization="o",
        title="Opening day",
        published=date(2024, 1, 2),
        speaker="Ada Example",
        origins=iom.Origins({"speaker": iom.Curated(basis=iom.Basis.INFERRED, note="It follows.")}),
        blocks=(
            iom.Block(kind=iom.BlockKind.PARAGRAPH, text="We open:"),
            iom.Block(kind=ITEM, text="at nine", depth=1),
            iom.Block(kind=ITEM, text="or at ten", depth=2),
            iom.Block(kind=iom.BlockKind.PARAGRAPH, text="Come in."),
            iom.Block(kind=iom.BlockKind.PARAGRAPH, text="Sit down."),
            iom.Block(kind=ITEM, text="deep", depth=10**9),
        ),
    )
    assert text.dumps(statement) == (
        f"Opening day\n\nWe open:\n\n- at nine\n  - or at ten\n\nCome in.\n\nSit down.\n\n{'  ' * 7}- deep\n"
        "\n-- \npublished: 2024-01-02\nspeaker: Ada Example (inferred)\n"
    )


def test_what_a_statement_lacks_leaves_no_gap() -> None:
    """Without title, facts and blocks one line says so."""
    assert text.dumps(iom.Statement(id="s", organization="o")) == "Statement without a title\n"


def test_an_organization_shows_summary_facts_and_tree() -> None:
    """Each part is set off by a blank line, and is left out where there is none."""
    organization = iom.Organization(
        id="o",
        name="Office",
        acronym="O",
        summary="We open doors.",
        website="https://example.org",
        sections=(
            iom.Section(id="a", title="A", summary="Of A.", children=(iom.Section(id="a/b", title="B"),)),
            iom.Section(id="c", title="C"),
        ),
    )
    assert text.dumps(organization) == "Office (O)\n\nWe open doors.\n\nwebsite: https://example.org\n\nA\n  Of A.\n  B\nC\n"
    assert text.dumps(iom.Organization(id="o", name="Office")) == "Office\n"


def test_a_term_shows_its_forms() -> None:
    """Right ones and wrong ones are told apart."""
    term = iom.Term(id="t", name="Open Day", language="en", acronym="OD", short_forms=("the Day",), wrong_forms=("Opened Day",))
    assert text.dumps(term) == "Open Day (OD)\n  also: the Day\n  wrong: Opened Day\n"


def test_a_document_shows_capture_parts_residue_and_notes() -> None:
    """What fitted nowhere is shown with the reason."""
    document = iom.ingest("A line of no known form\nand a second", url="https://example.org/page", captured=date(2024, 1, 2))
    (residue,) = document.residue
    assert text.dumps(document) == (
        f"Document {document.id}\n\n-- \ndocument: {document.id}\naddress: https://example.org/page\ncaptured: 2024-01-02\n\n"
        f"residue, unrecognized: {residue.reason}\n  A line of no known form\n  and a second\n\n"
        + "".join(f"note, {note.code}: {note.message}\n" for note in document.notes)
    )
    assert "captured: unknown\n" in text.dumps(iom.ingest("One line"))


def test_a_document_is_the_page_it_was_read_from() -> None:
    """Sections as navigations state them, then the statement; all else stands below the signature, the attribution too."""
    catalog = iom.load()
    assert catalog.rights is not None
    bundled = catalog.documents["4e89fe63437d"]
    page, _, about = text.dumps(bundled, catalog=catalog).partition("\n-- \n")
    lines = bundled.capture.text.splitlines()
    assert [line for line in page.splitlines() if line] == lines
    assert about.splitlines()[:3] == ["document: 4e89fe63437d", f"address: {bundled.capture.url}", "captured: unknown"]
    assert "speaker: António Vitorino (inferred)\n" in about
    assert "member states: 175 (date of capture unknown)\n" in about
    assert about.count("address: ") == 1
    assert about.endswith(f"\n\n{catalog.rights.attribution}\n")
    assert "-- \n" not in about


def test_sections_stand_as_navigations_state_them() -> None:
    """A dash and the label, the heading with the summary glued to it, children twice; what lacks a heading is one line."""
    sections = (
        iom.Section(id="a", title="A", heading="A", summary="Of A.", children=(iom.Section(id="a/b", title="B", heading="b"),)),
        iom.Section(id="c", title="C"),
        iom.Section(id="d", title="D", summary="Of D."),
        iom.Section(id="e", title="E", children=(iom.Section(id="e/f", title="F"),)),
        iom.Section(id="g", title="G", heading="G"),
    )
    plain = iom.Organization(id="o", name="Office", summary="We open.", sections=sections)
    document = iom.Document(capture=iom.ingest(" ").capture, organization=plain)
    page, _, about = text.dumps(document).partition("\n\n-- \n")
    assert page == "-\nA\nAOf A.\nB\nb\n- C\nDOf D.\n-\nE\n- F\n-\nG\nG"
    assert about == f"document: {document.id}\ncaptured: unknown\norganization: Office\nsummary: We open.\n"


def test_findings_name_their_place() -> None:
    """File, line and column as compilers write them, the hint on a line of its own, the verdict last."""
    full = iom.Finding(rule="missing", message="wrong", pointer="/a/0", file="a.json", line=2, column=3, hint="mend it")
    short = iom.Finding(rule="odd", message="strange", severity=iom.Severity.INFO)
    assert text.dumps(iom.Report(findings=(full, short))) == (
        "a.json:2:3: error missing /a/0: wrong\n  hint: mend it\ninfo odd: strange\nnot ok: 2 findings (1 error, 1 info)\n"
    )
    assert text.dumps(iom.Report(findings=(short,))) == "info odd: strange\nok: 1 finding (1 info)\n"
    assert text.dumps(full) == "a.json:2:3: error missing /a/0: wrong\n  hint: mend it\n"


def test_the_credit_is_the_last_line() -> None:
    """With a catalog its attribution ends the text, once; a report has none."""
    catalog = iom.load()
    assert catalog.rights is not None
    values = (catalog.sections["take-action"], catalog.terms["sdg-summit"])
    assert text.dumps(values, catalog=catalog) == f"{text.dumps(values)}\n-- \n{catalog.rights.attribution}\n"
    assert text.dumps(values) == f"{text.dumps(values[0])}\n{text.dumps(values[1])}"
    assert text.dumps(iom.Report(), catalog=catalog) == "ok: 0 findings\n"
    assert text.dumps(()) == ""


def test_hostile_text_cannot_control_a_terminal() -> None:
    """Escapes and overrides are spelled out, line feeds are blanks."""
    section = iom.Section(id="a", title="\x1b]0;owned\x07A\u202eB", summary="one\ntwo")
    assert text.dumps(section) == "\\x1b]0;owned\\x07A\\u202eB\n  one two\n"


@given(st.one_of(organizations(), documents(), statements(), terms(), reports(), st.tuples(terms(), statements())))
def test_no_value_writes_a_control_character(value: Any) -> None:
    """Law: beside line feeds there is none, and no direction override."""
    shown = text.dumps(value, catalog=iom.load())
    assert not {character for character in shown if unicodedata.category(character) == "Cc"} - {"\n"}
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(statements())
def test_every_block_is_one_line(statement: iom.Statement) -> None:
    """Law: the text of each block stands in the output, in order, nothing of it wrapped."""
    lines = iter(text.dumps(statement).split("\n"))
    for block in statement.blocks:
        assert any(line.lstrip(" -").endswith(visible(block.text).lstrip(" -")) for line in lines)


def test_it_is_one_way() -> None:
    """Nothing is read back from text."""
    assert text.loads is None
    assert (text.FORMAT.name, text.FORMAT.media_type, text.FORMAT.suffix) == ("text", "text/plain", ".txt")


@pytest.mark.parametrize("value", [iom.Catalog(), iom.Event(name="Open day"), None], ids=repr)
def test_another_value_is_refused(value: object) -> None:
    """The error names its class."""
    with pytest.raises(
        iom.UnsupportedValue, match=f"^format 'text' cannot carry a value of {type(value).__name__}: it has no wording for people$"
    ):
        text.dumps(value)
