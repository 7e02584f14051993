"""cite: what is known, in four formats, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import attrs
import pytest

import iom_content as iom
from iom_content.model.catalog import Lookup
from iom_content.query.labels import labelled

STATEMENT = "sdg-summit-statement-iom-director-general"
EMPTY = iom.Catalog()
OFFICE = iom.Organization(id="office", name="Harbour Office", acronym="HO", website="https://example.org")
HARBOURS = iom.Catalog(organizations=Lookup("organization", {"office": OFFICE}))


def statement(**facts: Any) -> iom.Statement:
    """Return a statement of which only the given facts are known."""
    return iom.Statement(id="opening", organization="office", **facts)


def record(value: Any, place: str | None = None, catalog: iom.Catalog = HARBOURS) -> dict[str, Any]:
    """Return the one CSL record of a citation."""
    (found,) = json.loads(iom.cite(value, place, format="csl-json", catalog=catalog))
    return dict(found)


def test_the_official_statement_in_every_format() -> None:
    """Author, office, title, occasion, publisher, day, place and address, where a format has them."""
    official = iom.load().statements[STATEMENT]
    assert iom.cite(official, "p4") == (
        "António Vitorino (Director General), “SDG Summit: Statement of the IOM Director General”, "
        "SDG Summit (United Nations Headquarters, New York, 2023-09-18 to 2023-09-19), International Organization for Migration, "
        "2023-09-18, paragraph 4, https://www.iom.int/speeches/sdg-summit-statement-iom-director-general"
    )
    assert json.loads(iom.cite(official, format="csl-json")) == [
        {
            "id": STATEMENT,
            "type": "speech",
            "title": "SDG Summit: Statement of the IOM Director General",
            "author": [{"literal": "António Vitorino"}],
            "issued": {"date-parts": [[2023, 9, 18]]},
            "publisher": "International Organization for Migration",
            "genre": "DG's Statements and Speeches",
            "event": "SDG Summit",
            "event-date": {"date-parts": [[2023, 9, 18], [2023, 9, 19]]},
            "event-place": "United Nations Headquarters, New York",
            "language": "en",
            "URL": "https://www.iom.int/speeches/sdg-summit-statement-iom-director-general",
        }
    ]
    assert iom.cite(official, "title", format="bibtex") == (
        "@misc{sdg-summit-statement-iom-director-general,\n"
        "  author = {{António Vitorino}},\n"
        "  title = {{SDG Summit: Statement of the IOM Director General}},\n"
        "  date = {2023-09-18},\n"
        "  year = {2023},\n"
        "  month = sep,\n"
        "  publisher = {{International Organization for Migration}},\n"
        "  type = {DG's Statements and Speeches},\n"
        "  eventtitle = {{SDG Summit}},\n"
        "  eventdate = {2023-09-18/2023-09-19},\n"
        "  venue = {United Nations Headquarters, New York},\n"
        "  language = {en},\n"
        "  url = {https://www.iom.int/speeches/sdg-summit-statement-iom-director-general},\n"
        "  note = {title},\n"
        "}\n"
    )


def test_what_is_unknown_is_left_out() -> None:
    """Nothing stands in for a missing fact: no 'n.d.', no 'untitled', no name made from an id."""
    bare = statement()
    assert iom.cite(bare, catalog=EMPTY) == "opening."
    assert iom.cite(bare, format="csl-json", catalog=EMPTY) == '[\n  {\n    "id": "opening",\n    "type": "speech"\n  }\n]\n'
    assert iom.cite(bare, format="bibtex", catalog=EMPTY) == "@misc{opening,\n}\n"
    assert iom.cite(bare, format="ris", catalog=EMPTY) == "TY  - GEN\nID  - opening\nER  - \n"


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, "Harbour Office, opening."),
        ({"title": "Opening"}, "Harbour Office, “Opening”."),
        ({"url": "https://example.org/a"}, "Harbour Office, https://example.org/a"),
        ({"speaker": "Ann Lee"}, "Ann Lee, opening, Harbour Office."),
        ({"speaker": "Ann Lee", "speaker_role": "Harbour Master", "title": "Hi"}, "Ann Lee (Harbour Master), “Hi”, Harbour Office."),
        ({"speaker_role": "Harbour Master", "title": "Hi"}, "Harbour Office, “Hi”."),
        ({"title": "Hi", "place": "Quay 4"}, "Harbour Office, “Hi”, Quay 4."),
        ({"title": "Hi", "event": iom.Event(name="Regatta")}, "Harbour Office, “Hi”, Regatta."),
        ({"title": "Hi", "place": "Quay 4", "event": iom.Event(name="Regatta")}, "Harbour Office, “Hi”, Regatta (Quay 4)."),
        (
            {"title": "Hi", "place": "Quay 4", "event": iom.Event(name="Regatta", place="Bay", end=date(2024, 5, 2))},
            "Harbour Office, “Hi”, Regatta (Bay, 2024-05-02).",
        ),
        (
            {"title": "Hi", "event": iom.Event(name="Regatta", start=date(2024, 5, 2), end=date(2024, 5, 2))},
            "Harbour Office, “Hi”, Regatta (2024-05-02).",
        ),
        ({"title": "Hi", "published": date(2024, 5, 3)}, "Harbour Office, “Hi”, 2024-05-03."),
        ({"title": "Hi", "delivered": date(2024, 5, 2)}, "Harbour Office, “Hi”, 2024-05-02."),
        ({"title": "Hi", "published": date(2024, 5, 2), "delivered": date(2024, 5, 2)}, "Harbour Office, “Hi”, 2024-05-02."),
        (
            {"title": "Hi", "published": date(2024, 5, 3), "delivered": date(2024, 5, 2)},
            "Harbour Office, “Hi”, 2024-05-03, delivered 2024-05-02.",
        ),
    ],
)
def test_each_fact_has_its_place_in_the_text(facts: dict[str, Any], text: str) -> None:
    """Each alone and beside those it may be confused with."""
    assert iom.cite(statement(**facts), catalog=HARBOURS) == text


def test_the_organization_is_the_author_where_no_speaker_is_known() -> None:
    """It is the publisher in any case, and its office is never the speaker's."""
    assert record(statement())["author"] == record(statement(speaker_role="Harbour Master"))["author"] == [{"literal": "Harbour Office"}]
    spoken = record(statement(speaker="Ann Lee"))
    assert (spoken["author"], spoken["publisher"]) == ([{"literal": "Ann Lee"}], "Harbour Office")


def test_the_bundled_dataset_knows_the_organization_by_default() -> None:
    """A statement made by hand gets the official name by its organization's id; an unknown id is no error."""
    assert iom.cite(iom.Statement(id="s", organization="iom", title="Hi")) == "International Organization for Migration, “Hi”."
    assert iom.cite(iom.Statement(id="s", organization="iom", title="Hi"), catalog=EMPTY) == "“Hi”."
    assert iom.cite(iom.Statement(id="s", organization="nobody", title="Hi")) == "“Hi”."


def test_places_are_labels_of_all_blocks_but_footers() -> None:
    """Headings and salutations count, footers do not; a text without a title has no place `title`."""
    kinds = [iom.BlockKind.HEADING, iom.BlockKind.FOOTER, iom.BlockKind.SALUTATION, iom.BlockKind.PARAGRAPH]
    spoken = statement(blocks=tuple(iom.Block(kind=kind, text=kind.value) for kind in kinds))
    assert labelled(spoken) == (("p1", "heading"), ("p2", "salutation"), ("p3", "paragraph"))
    assert record(spoken, "p3")["locator"] == "paragraph 3"
    with pytest.raises(iom.NotFound) as missing:
        iom.cite(spoken, "p4", catalog=EMPTY)
    assert (missing.value.kind, missing.value.name, {*missing.value.near, *missing.value.known}) == ("place", "p4", {"p1", "p2", "p3"})
    with pytest.raises(iom.NotFound, match="no place 'title'"):
        iom.cite(spoken, "title", catalog=EMPTY)


def test_an_unknown_format_names_those_there_are() -> None:
    """Near ones first, else all."""
    with pytest.raises(iom.NotFound) as missing:
        iom.cite(statement(), format="bibtext", catalog=EMPTY)
    assert missing.value.near[0] == "bibtex"
    with pytest.raises(iom.NotFound) as missing:
        iom.cite(statement(), format="xml", catalog=EMPTY)
    assert missing.value == iom.NotFound("citation format", "xml", (), ("text", "csl-json", "bibtex", "ris"))


@pytest.mark.parametrize("value", [None, "iom", 4, iom.Span(start=0, end=1)])
def test_other_values_are_refused(value: Any) -> None:
    """The error names what can be cited."""
    with pytest.raises(iom.InvalidValue, match="cite/value: expected a Statement, Section, Organization or Document, found"):
        iom.cite(value)


def test_a_section_is_cited_on_the_page_it_was_read_from() -> None:
    """Author is the organization whose tree it stands in; address and day of access are those of the capture."""
    section = iom.load().sections["our-work/what-we-do"]
    url = "https://www.iom.int/speeches/sdg-summit-statement-iom-director-general"
    assert iom.cite(section) == f"International Organization for Migration, “What We Do”, {url}"
    assert iom.cite(iom.load().sections["our-work"], "summary").endswith(f"“Our Work”, summary, {url}")
    assert record(section, "title", iom.load()) == {
        "id": "our-work/what-we-do",
        "type": "webpage",
        "title": "What We Do",
        "author": [{"literal": "International Organization for Migration"}],
        "publisher": "International Organization for Migration",
        "language": "en",
        "URL": url,
        "locator": "title",
    }
    assert iom.cite(section, format="bibtex").startswith("@misc{our-work:what-we-do,\n")
    assert iom.cite(section, format="ris").startswith("TY  - ELEC\n")
    with pytest.raises(iom.NotFound, match="no place 'summary'"):
        iom.cite(section, "summary")


def test_a_section_of_nobody_is_cited_by_its_title() -> None:
    """A section made by hand has no author and no address, nor has one that only shares an id with a known one."""
    assert iom.cite(iom.Section(id="our-work", title="Our Work")) == "“Our Work”."
    assert record(iom.Section(id="our-work", title="Our Work"), catalog=iom.load()) == {
        "id": "our-work",
        "type": "webpage",
        "title": "Our Work",
    }


def test_an_organization_is_cited_by_name_and_site() -> None:
    """Its name is title and author; a place is one of a section's."""
    assert iom.cite(OFFICE) == "“Harbour Office”, https://example.org"
    assert record(OFFICE) == {
        "id": "office",
        "type": "webpage",
        "title": "Harbour Office",
        "author": [{"literal": "Harbour Office"}],
        "URL": "https://example.org",
    }
    official = iom.load().organizations["iom"]
    assert iom.cite(official, "our-work.summary") == iom.cite(iom.load().sections["our-work"], "summary")
    assert iom.cite(official, "our-work/partnerships.title") == iom.cite(iom.load().sections["our-work/partnerships"], "title")
    with pytest.raises(iom.NotFound, match=r"no place 'our-wrok.title'; did you mean 'our-work.title'"):
        iom.cite(official, "our-wrok.title")


def test_a_document_is_cited_as_its_statement() -> None:
    """With the day of capture as the day of access, and the page's address where the statement has none."""
    document = iom.load().documents["4e89fe63437d"]
    assert iom.cite(document, "p2") == iom.cite(iom.load().statements[STATEMENT], "p2")
    seen = attrs.evolve(document, capture=attrs.evolve(document.capture, captured=date(2026, 11, 20)))
    assert record(seen, catalog=EMPTY)["accessed"] == {"date-parts": [[2026, 11, 20]]}
    assert "  urldate = {2026-11-20},\n" in iom.cite(seen, format="bibtex")
    assert "Y2  - 2026/11/20/\n" in iom.cite(seen, format="ris")
    page = iom.ingest("One line", url="https://example.org/a")
    spoken = attrs.evolve(page, statement=statement(title="Hi"))
    assert iom.cite(spoken, catalog=HARBOURS) == "Harbour Office, “Hi”, https://example.org/a"
    described = attrs.evolve(spoken, organization=attrs.evolve(OFFICE, name="Office of Harbours"))
    assert iom.cite(described, catalog=HARBOURS) == "Office of Harbours, “Hi”, https://example.org/a"
    addressed = attrs.evolve(page, statement=statement(title="Hi", url="https://example.org/b"))
    assert iom.cite(addressed, catalog=EMPTY) == "“Hi”, https://example.org/b"


def test_a_document_without_a_statement_is_cited_as_a_page() -> None:
    """By its address and its organization, as far as they are known; it has no places."""
    page = iom.ingest("One line", url="https://example.org/a", captured=date(2026, 1, 2))
    assert iom.cite(page) == "https://example.org/a"
    assert record(page) == {
        "id": page.id,
        "type": "webpage",
        "URL": "https://example.org/a",
        "accessed": {"date-parts": [[2026, 1, 2]]},
    }
    assert iom.cite(iom.ingest("One line")) == f"{page.id}."
    named = attrs.evolve(page, organization=OFFICE, language="en")
    assert iom.cite(named) == "Harbour Office, https://example.org/a"
    assert (record(named)["publisher"], record(named)["language"]) == ("Harbour Office", "en")
    with pytest.raises(iom.NotFound, match="no place 'p1'"):
        iom.cite(page, "p1")


def test_texts_become_one_line() -> None:
    """Line ends are blanks, runs of blanks are one, outer ones go; other blanks stay."""
    spoken = statement(title=" A\r\n  title\u2028of\x0bsorts\xa0: \u202fyes ", speaker="\x00")
    assert iom.cite(spoken, catalog=EMPTY) == "\\x00, “A title of sorts\xa0: \u202fyes”."
    assert "  title = {{A title of sorts~: \u202fyes}},\n" in iom.cite(spoken, format="bibtex", catalog=EMPTY)


def test_addresses_show_every_character() -> None:
    """What shows nothing is percent-encoded, in every format; all else stays as it is."""
    spoken = statement(url="https://example.org/é%20\u202ea\u200b_b&c#d")
    for form in ("text", "csl-json", "bibtex", "ris"):
        assert "https://example.org/é%20%E2%80%AEa%E2%80%8B_b&c#d" in iom.cite(spoken, format=form, catalog=EMPTY)


def test_keys_are_what_bibtex_reads_as_one() -> None:
    """Letters and digits of any script stay; what shows nothing or means something goes."""
    spoken = iom.Statement(id="été-2\u202e\u00ad", organization="o")
    assert iom.cite(spoken, format="bibtex", catalog=EMPTY).startswith("@misc{été-2-u202e-,\n")


def test_tex_does_not_draw_marks_together() -> None:
    """Two hyphens, quotes or commas in a row stay two."""
    text = iom.cite(statement(title="a---b ''c'' ,,d,, e``f {g}"), format="bibtex", catalog=EMPTY)
    title = r"a-{}-{}-b '{}'c'{}' ,{},d,{}, e\textasciigrave{}\textasciigrave{}f \textbraceleft{}g\textbraceright{}"
    assert f"  title = {{{{{title}}}}},\n" in text


def test_ris_tells_the_occasion_in_a_note() -> None:
    """It has no field for it; what of it is known stands in one line."""
    spoken = statement(event=iom.Event(name="Regatta", start=date(2024, 5, 1), end=date(2024, 5, 2)))
    assert "N1  - Event: Regatta, 2024-05-01 to 2024-05-02\n" in iom.cite(spoken, format="ris", catalog=EMPTY)
    assert "N1  - Event: Quay 4\n" in iom.cite(statement(place="Quay 4"), format="ris", catalog=EMPTY)
