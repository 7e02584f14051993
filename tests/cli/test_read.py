"""show, tree, list, info and schema."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom
from iom_content.cli.listing import _title
from iom_content.model.catalog import Lookup

STATEMENT = "sdg-summit-statement-iom-director-general"
Cli = Callable[..., Any]


@pytest.mark.parametrize("key", ["iom", "our-work/what-we-do", STATEMENT, "4e89fe63437d", "sdg-summit", "term:2030-agenda"])
def test_show_prints_any_value_in_any_form(cli: Cli, key: str) -> None:
    """JSON is the canonical text; text and Markdown bear the attribution."""
    catalog = iom.load()
    kinds = (catalog.organizations, catalog.sections, catalog.statements, catalog.documents, catalog.terms)
    name = key.partition(":")[2] or key
    value = [each[name] for each in kinds if name in each][-1]
    assert catalog.rights is not None
    for form in ("json", "markdown"):
        done = cli("show", key, "--format", form)
        assert (done.code, done.out, done.err) == (0, iom.dumps(value, form, catalog=catalog), "")
    done = cli("show", key)
    assert (done.code, done.err) == (0, "")
    assert done.out.split() == iom.dumps(value, "text", catalog=catalog).split()


def test_show_wraps_text(cli: Cli) -> None:
    """Every line but an address fits, entries of a list hang."""
    lines = cli("show", STATEMENT).out.splitlines()
    assert all(len(line) <= 80 or "https://" in line for line in lines)
    assert "" in lines


def test_show_wraps_list_entries_beside_their_marker(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of an entry stand below each other."""
    entry = iom.Block(kind=iom.BlockKind.LIST_ITEM, text=" ".join(["word"] * 30), depth=2)
    statement = iom.Statement(id="s", organization="o", blocks=(entry,))
    monkeypatch.setattr("iom_content.cli.show.catalog_of", lambda _: iom.Catalog(statements=Lookup("statement", {"s": statement})))
    assert [line[:9] for line in cli("show", "s").out.splitlines()] == ["  - word ", "    word "]


def test_show_tells_of_other_values_with_the_id(cli: Cli) -> None:
    """The first is printed, the others are named on standard error, with the command that shows them."""
    done = cli("show", "2030-agenda")
    assert done.code == 0
    assert done.out.startswith("2030 Agenda\n")
    assert done.err == "iom-content: also a term: iom-content show term:2030-agenda\n"


def test_an_unknown_id_names_near_ones(cli: Cli) -> None:
    """One line, exit code 2, nothing on standard output."""
    done = cli("show", "our-wrok")
    assert (done.code, done.out, done.err) == (2, "", "iom-content: no id 'our-wrok'; did you mean 'our-work'?\n")


def test_tree_prints_titles_with_branches(cli: Cli) -> None:
    """All organizations, one of them, or what is below a section; ids on demand."""
    whole = cli("tree")
    assert whole.out.startswith("International Organization for Migration\n├─ Who we are\n├─ Our Work\n│  ├─ What We Do\n")
    assert whole.out.endswith("\n└─ 2030 Agenda\n")
    assert cli("tree", "iom").out == whole.out
    assert cli("tree", "take-action", "--ids").out == (
        "Take Action (take-action)\n├─ Work with us (take-action/work-with-us)\n└─ Get involved (take-action/get-involved)\n"
    )
    done = cli("tree", "take-acton")
    assert (done.code, done.err) == (2, "iom-content: no organization or section 'take-acton'; did you mean 'take-action'?\n")


def test_tree_as_json_is_a_flat_list(cli: Cli) -> None:
    """Reading order, each with the one above it and its level."""
    rows = json.loads(cli("tree", "--format", "json").out)
    assert [row["id"] for row in rows] == list(iom.load().sections)
    assert rows[2] == {"id": "our-work/what-we-do", "title": "What We Do", "parent": "our-work", "level": 2}
    assert rows[0] == {"id": "who-we-are", "title": "Who we are", "parent": None, "level": 1}


def test_list_prints_every_collection(cli: Cli) -> None:
    """Grouped where all are asked for; two columns where they fit, else titles below ids."""
    done = cli("list")
    assert done.code == 0
    assert done.out.startswith(
        f"statements\n  {STATEMENT}\n    SDG Summit: Statement of the IOM Director General\n\n"
        "organizations\n  iom  International Organization for Migration\n\nsections\n  who-we-are                Who we are\n"
    )
    assert "\n\ndocuments\n  4e89fe63437d  SDG Summit: Statement of the IOM Director General\n\nterms\n" in done.out
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_list_prints_one_collection(cli: Cli) -> None:
    """Without a heading; as JSON with kind, id and title."""
    assert cli("list", "organizations").out == "iom  International Organization for Migration\n"
    assert cli("list", "terms").out.startswith("international-organization-for-migration\n  International Organization for Migration\n")
    assert json.loads(cli("list", "organizations", "--format", "json").out) == [
        {"kind": "organization", "id": "iom", "title": "International Organization for Migration"}
    ]
    everything = json.loads(cli("list", "--format", "json").out)
    assert {row["kind"] for row in everything} == {"statement", "organization", "section", "document", "term"}
    assert len(everything) == 22


def test_list_shows_what_has_no_title(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """An id alone, in text and in JSON; a document bears the title of its statement, else the organization's name."""
    bare = iom.ingest("One line")
    office = iom.Organization(id="o", name="Office")
    catalog = iom.Catalog(
        documents=Lookup("document", {bare.id: bare}),
        statements=Lookup("statement", {"s\x9b": iom.Statement(id="s\x9b", organization="o")}),
        organizations=Lookup("organization", {"o": office}),
    )
    monkeypatch.setattr("iom_content.cli.listing.catalog_of", lambda _: catalog)
    assert cli("list").out == f"statements\n  s\\x9b\n\norganizations\n  o  Office\n\nsections\n\ndocuments\n  {bare.id}\n\nterms\n"
    assert json.loads(cli("list", "documents", "--format", "json").out) == [{"kind": "document", "id": bare.id, "title": None}]


def test_a_document_is_listed_by_the_name_of_what_it_holds() -> None:
    """Without a statement's title the organization's name is the next best."""
    capture = iom.ingest("x").capture
    residue = iom.ingest("x").residue
    office = iom.Organization(id="o", name="Office")
    untitled = iom.Statement(id="s", organization="o")
    assert _title(iom.Document(capture=capture, residue=residue, organization=office)) == "Office"
    assert _title(iom.Document(capture=capture, residue=residue, organization=office, statement=untitled)) == "Office"
    assert _title(untitled) is None


def test_info_prints_versions_counts_and_limits(cli: Cli) -> None:
    """The same facts in both forms."""
    facts = json.loads(cli("info", "--format", "json").out)
    assert facts["package"] == iom.__version__
    assert facts["dataset"] == iom.DATA_VERSION
    assert facts["datasets"] == list(iom.versions())
    assert facts["schema"] == iom.SCHEMA_VERSION
    assert facts["formats"] == list(iom.FORMATS)
    assert facts["data"] == str(iom.data_files())
    assert facts["python"] == platform.python_version()
    assert facts["counts"] == {"statements": 1, "organizations": 1, "sections": 11, "documents": 1, "terms": 8}
    assert facts["limits"]["bytes of an input"] == 50_000_000
    done = cli("info")
    assert (done.code, done.err) == (0, "")
    assert f"\ndataset             {iom.DATA_VERSION}\n" in done.out
    assert "\nkinds               organization, section, statement, document\n" in done.out
    assert "\nsections            11\n" in done.out
    rows = [line for line in done.out.splitlines() if not line.startswith(" ")]
    assert len(rows) == 8 + len(facts["counts"]) + len(facts["limits"])
    assert all(len(line) <= 80 or line.startswith("data ") for line in done.out.splitlines())


def test_info_speaks_of_a_folder(cli: Cli, folder: Path) -> None:
    """With a folder of one's own, that is where the data lies."""
    assert f"\ndata                {folder}\n" in cli("info", "--path", str(folder)).out


def test_schema_prints_the_schema_of_a_kind(cli: Cli) -> None:
    """The same as `json_schema`; an unknown kind is answered with those near it."""
    for kind in ("organization", "section", "statement", "document"):
        assert json.loads(cli("schema", kind).out) == iom.json_schema(kind)
    done = cli("schema", "sectio")
    assert (done.code, done.out, done.err) == (2, "", "iom-content: no kind 'sectio'; did you mean 'section'?\n")


@pytest.mark.parametrize("verb", [["show", "iom"], ["tree"], ["list"], ["info"], ["verify"], ["export"], ["figure", "founded", "1951"]])
def test_every_verb_takes_a_dataset_or_a_folder(cli: Cli, verb: list[str], folder: Path) -> None:
    """The bundled version and a copy of it answer alike; an unknown version, no folder and both at once are refused."""
    named, current = cli(*verb, "--dataset", iom.DATA_VERSION), cli(*verb)
    assert (named.code, named.out) == (0, current.out)
    copied = cli(*verb, "--path", str(folder))
    assert copied.code == 0
    if verb[0] not in ("info", "verify"):
        assert copied.out == current.out
    done = cli(*verb, "--dataset", "2026.11.1")
    assert (done.code, done.out) == (2, "")
    assert done.err == "iom-content: no dataset version '2026.11.1'; did you mean '2026.11.0'? (known: 2026.11.0)\n"
    done = cli(*verb, "--path", str(folder / "nowhere"))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert cli(*verb, "--path", str(folder), "--dataset", iom.DATA_VERSION).code == 2


def test_a_faulty_folder_is_answered_with_all_its_faults(cli: Cli, folder: Path) -> None:
    """Each fault of the file has its line."""
    path = folder / "organizations" / "iom.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, "acronym": 5, "colour": "blue\x1b"}), encoding="utf-8")
    done = cli("tree", "--path", str(folder))
    assert (done.code, done.out) == (2, "")
    first, *others = done.err.splitlines()
    assert first.startswith("iom-content: organizations/iom.json: not an organization: ")
    assert [line[:11] for line in others] == ["  /acronym:", "  /colour: "]
