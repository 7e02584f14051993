"""One corpus of hostile texts runs through every format, and stays text in each."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rispy
import yaml
from lxml import etree
from pybtex.database import parse_string

import iom_content as iom
from iom_content.language.visible import spelled
from iom_content.serializers.html_page import shown
from iom_content.serializers.registry import FORMATS

HOSTILE: list[str] = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="utf-8"))
FILLED = [text for text in HOSTILE if text.strip()]
DANGER = tuple("=+-@＝＋－＠\t\r")
# What controls a terminal, ends a line or reorders it; JSON lets some stand, inside its strings.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# Both loaders of PyYAML read alike, the one in C far faster.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ELEMENTS = set("html head meta title style body main article h1 h2 h3 p a b aside dl div dt dd time nav ul li".split())  # noqa: SIM905
ELEMENTS |= {"blockquote", "figure", "figcaption", "footer"}


def values(text: str) -> tuple[Any, ...]:
    """Return a value of each sort that says a text wherever it can."""
    origins = iom.Origins({"title": iom.Curated(basis=iom.Basis.INFERRED, note=text)})
    section = iom.Section(
        id="a", title=text, heading=text, summary=text, children=(iom.Section(id="a/b", title=text, summary=text),), origins=origins
    )
    figure = iom.Figure(name="boats", value=1, unit=text, origin=iom.Curated(basis=iom.Basis.SECONDARY, note=text))
    organization = iom.Organization(
        id="o",
        name=text,
        acronym=text,
        names=(iom.Name(language="fr", text=text, acronym=text),),
        summary=text,
        identifiers=(iom.Identifier(scheme="x", value=text),),
        sections=(section,),
        figures=(figure,),
    )
    statement = iom.Statement(
        id="s",
        organization="o",
        title=text,
        category=text,
        published=date(2024, 5, 4),
        place=text,
        speaker=text,
        speaker_role=text,
        event=iom.Event(name=text, place=text),
        translations=(iom.Translation(language="fr", title=text, url="https://example.org/'fr'"),),
        blocks=tuple(iom.Block(kind=kind, text=text) for kind in iom.BlockKind),
    )
    term = iom.Term(id="t", name=text, language="en", acronym=text, short_forms=(text,), wrong_forms=(text,))
    return section, organization, statement, term


def report(text: str) -> iom.Report:
    """Return a report that says a text wherever it can."""
    return iom.Report(
        findings=(iom.Finding(rule="odd", message=text, file=text, line=1, column=1, excerpt=text, expected=text, hint=text),)
    )


@pytest.mark.parametrize("name", list(FORMATS))
def test_no_format_lets_a_hostile_character_through(name: str) -> None:
    """Control characters and direction overrides are spelled out or escaped; only records of JSON keep some as they are."""
    allowed = "\x7f" if name in {"json", "jsonl"} else ""
    for text in FILLED:
        given = [*([] if FORMATS[name].reports_only else [values(text)]), *([] if FORMATS[name].values_only else [report(text)])]
        for value in given:
            out = iom.dumps(value, name, catalog=iom.load())
            found = CONTROLS.findall(out)
            assert not found or (allowed and set(found) <= set("\x7f\x80\x85\x9f\u202a\u202c\u202e\u2066\u2069")), (name, text)


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if each.lossless])
def test_lossless_formats_keep_hostile_texts(name: str) -> None:
    """To the code point."""
    for text in FILLED:
        for value in values(text):
            assert iom.loads(iom.dumps(value, name).encode(), type(value), name) == value
        assert iom.loads(iom.dumps(report(text), name), iom.Report, name) == report(text)


class Reader(HTMLParser):
    """Gathers what a page holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Keep what an element is and where it leads."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)
        self.addresses.update(value or "" for name, value in attributes if name in {"href", "src"})

    def handle_data(self, data: str) -> None:
        """Keep what it says."""
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        """Refuse what only a text can have brought."""
        pytest.fail(f"a comment: {data}")


def test_html_holds_no_element_or_address_of_a_text() -> None:
    """What a text says is shown; elements, attributes and addresses are ours."""
    for text in FILLED:
        page = Reader()
        page.feed(iom.dumps(values(text), "html"))
        page.feed(iom.dumps(report(text), "html"))
        assert page.tags <= ELEMENTS
        assert page.attributes <= {"lang", "dir", "charset", "name", "content", "class", "id", "href", "aria-label", "datetime"}
        assert {address.partition(":")[0] for address in page.addresses} <= {
            "#a",
            "#a/b",
            "#a--2",
            "#a/b--2",
            *(f"#p{number}" for number in range(1, 9)),
        }
        said = "".join(page.text)
        assert said.count(re.sub("[\ufdd0-\ufdef\ufffe\uffff\U0001ffff]", lambda found: ascii(found[0])[1:-1], spelled(text))) > 20


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_of_a_table_computes(delimiter: str) -> None:
    """However a spreadsheet parts the cells, none starts as a formula does, blanks and quotation marks aside."""
    for text in FILLED:
        table = iom.dumps(values(text), "csv")
        for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter):
            assert [cell for cell in row if cell.lstrip(' \n\u2028\u2029\ufeff"').startswith(DANGER)] == []


def test_yaml_is_the_same_to_any_reader() -> None:
    """The loader of PyYAML, which reads dates and booleans into plain texts, finds the texts that went in."""
    for text in FILLED:
        for value in values(text):
            assert yaml.load(iom.dumps(value, "yaml"), LOADER) == json.loads(iom.dumps(value, "json"))


def test_jsonld_holds_no_term_of_a_text() -> None:
    """Texts are values, never keys, identifiers or contexts."""
    wanted = keys(json.loads(iom.dumps(values("plain"), "jsonld"))) | {"alternateName"}
    for text in FILLED:
        assert keys(json.loads(iom.dumps(values(text), "jsonld"))) <= wanted


def test_jsonld_holds_no_markup_of_a_text() -> None:
    """It may stand in a page as it is: no character of it ends its element or begins another."""
    for text in FILLED:
        out = iom.dumps(values(text), "jsonld", catalog=iom.load())
        assert not set("<>&") & set(out)
    written = json.loads(iom.dumps(iom.Block(kind=iom.BlockKind.PARAGRAPH, text="</script> & <b>"), "jsonld"))
    assert written["@graph"][0]["text"] == "</script> & <b>"


def keys(plain: Any) -> set[str]:
    """Return the keys of all objects in plain data."""
    if isinstance(plain, dict):
        return set(plain).union(*map(keys, plain.values()))
    return set().union(*map(keys, plain)) if isinstance(plain, list) else set()


def test_reports_hold_no_markup_of_a_text() -> None:
    """XML of JUnit is well formed and has our elements; a log of GitHub has one command a finding; SARIF is JSON."""
    for text in FILLED:
        tree = etree.fromstring(iom.dumps(report(text), "junit").encode())
        assert {element.tag for element in tree.iter()} == {
            element.tag for element in etree.fromstring(iom.dumps(report("x"), "junit").encode()).iter()
        }
        log = iom.dumps(report(text), "github")
        assert [line[:8] for line in log.splitlines() if line.startswith("::")] == ["::error "]
        assert json.loads(iom.dumps(report(text), "sarif"))["version"] == "2.1.0"
        shown_lines = iom.dumps(report(text), "text").splitlines()
        assert not any(line.lstrip().startswith("::") for line in shown_lines)


def test_what_html_forbids_is_spelled_out() -> None:
    """Noncharacters of every plane, which no page may hold."""
    assert shown("\ufdd0\ufdef\ufffe\U0010ffff\ufdf0") == "\\ufdd0\\ufdef\\ufffe\\U0010ffff\ufdf0"


def test_citations_hold_no_entry_or_field_of_a_text() -> None:
    """One entry of BibTeX, one record of RIS and of CSL-JSON, with the fields that a harmless text has."""
    catalog, harmless = iom.Catalog(), values("plain")[2]
    (wanted,) = parse_string(iom.cite(harmless, format="bibtex", catalog=catalog), "bibtex").entries.values()
    (fields,) = rispy.loads(iom.cite(harmless, format="ris", catalog=catalog))
    for text in FILLED:
        _, _, statement, _ = values(text)
        (entry,) = parse_string(iom.cite(statement, format="bibtex", catalog=catalog), "bibtex").entries.values()
        assert set(entry.fields) <= set(wanted.fields)
        assert set(entry.persons) <= set(wanted.persons)
        (record,) = rispy.loads(iom.cite(statement, format="ris", catalog=catalog))
        assert set(record) <= set(fields)
        assert len(json.loads(iom.cite(statement, format="csl-json", catalog=catalog))) == 1
        for form in ("bibtex", "ris", "csl-json", "text"):
            assert not CONTROLS.search(iom.cite(statement, format=form, catalog=catalog))
