"""What constructors refuse, each with its place."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
import pytest

import iom_content as iom
from iom_content.model.constraints import (
    LANGUAGE,
    NONBLANK,
    PARTIAL_DATE,
    POINTER,
    SECTION_ID,
    SHA256,
    SLUG,
    TEXT,
    URL,
    Constraint,
)
from iom_content.model.declaration import Field, fields_of, summary_of
from iom_content.model.digest import sha256_hex

SPAN = iom.Span(start=0, end=4)
CURATED = iom.Curated(basis=iom.Basis.OFFICIAL, url="https://a.example", note="an invented source")
EXTRACTION = iom.Extraction(rule="html-1", sha256=sha256_hex(b"<p>"))
CAPTURE = iom.Capture(text="", sha256=sha256_hex(b""))
EDIT = iom.Edit(kind=iom.EditKind.EQUAL, text="Aa", old_start=0, old_end=2, new_start=0, new_end=2)
CHANGE = iom.Change(kind=iom.ChangeKind.CHANGED, subject="term", id="a", old_pointer="/name", new_pointer="/name", old="Aa", new="Ab")
VALUES: tuple[Any, ...] = (
    SPAN,
    iom.Captured(spans=(SPAN,)),
    CURATED,
    iom.Name(language="en", text="Lighthouse"),
    iom.Identifier(scheme="register", value="L-1"),
    iom.Figure(name="boats", value=12, unit="boat"),
    iom.Section(id="about", title="About"),
    iom.Organization(id="lighthouse", name="Lighthouse"),
    iom.Block(kind=iom.BlockKind.LIST_ITEM, text="Boats return."),
    iom.Event(name="Open day"),
    iom.Translation(language="fr", title="Phare", url="https://a.example"),
    iom.Statement(id="a", organization="lighthouse"),
    CAPTURE,
    iom.Note(code="no-title", message="the page has none"),
    iom.Residue(kind=iom.ResidueKind.CHROME, reason="a menu", spans=(SPAN,)),
    iom.Document(capture=CAPTURE),
    iom.Term(id="a", name="Aa", language="en"),
    iom.Rights(holder="Lighthouse", attribution="Text: Lighthouse", statement="unknown"),
    iom.Catalog(),
    iom.Finding(rule="type", message="wrong"),
    iom.Report(),
    EXTRACTION,
    iom.FigureCheck(name="boats", value=12, verdict=iom.FigureVerdict.UNKNOWN),
    iom.Hit(value_id="a", label="p1", block_text="Boats return.", spans=(iom.Span(start=0, end=5),), snippet="Boats", snippet_start=0),
    iom.Line(value_id="a", label="p1", block_text="Boats return.", left="", match="Boats", right=" re", start=0, end=5),
    EDIT,
    CHANGE,
    iom.Passage(value_id="a", label="p1", text="Boats", start=0, end=5, block_text="Boats return."),
    iom.Difference(kind=iom.QuoteKind.WORD, quoted="ship", quoted_start=0, quoted_end=4, official="boat"),
    iom.QuoteCheck(quote="Boats return", verdict=iom.QuoteVerdict.VERBATIM),
)
FIELDS = [pytest.param(value, field, id=f"{type(value).__name__}.{field.name}") for value in VALUES for field in fields_of(type(value))]

SCALARS = [
    pytest.param(value, field, id=f"{type(value).__name__}.{field.name}")
    for value in VALUES
    for field in fields_of(type(value))
    if field.type in (str, int)
]


def refused(value: Any, name: str, intruder: object) -> iom.InvalidValue:
    """Return the error with which a constructor refuses a field's value."""
    with pytest.raises(iom.InvalidValue) as caught:
        attrs.evolve(value, **{name: intruder})
    assert caught.value.type_name == type(value).__name__
    return caught.value


def test_there_is_a_value_of_every_class() -> None:
    """This file forgets no class."""
    from iom_content.testing.register import STRATEGIES

    assert {type(value).__name__ for value in VALUES} == {name for each in STRATEGIES.values() for name in each} - {"Origins"}


@pytest.mark.parametrize(("value", "field"), FIELDS)
def test_a_wrong_type_is_refused_at_its_field(value: Any, field: Field) -> None:
    """Anything of another class is refused, also inside a tuple, and no sequence but a tuple is taken."""
    intruder = object()
    if not field.many:
        error = refused(value, field.name, intruder)
        assert (error.pointer, error.found) == (f"/{field.name}", repr(intruder)[:60])
        return
    assert refused(value, field.name, (intruder,)).pointer == f"/{field.name}/0"
    assert refused(value, field.name, [intruder]).expected == "a tuple"
    assert refused(value, field.name, "text").pointer == f"/{field.name}"


@pytest.mark.parametrize(("value", "field"), FIELDS)
def test_none_is_taken_where_declared(value: Any, field: Field) -> None:
    """None stands only in fields that are declared so, and where no rule asks for more."""
    if field.optional and not (isinstance(value, iom.Change) and field.name.startswith(("old", "new"))):
        assert getattr(attrs.evolve(value, **{field.name: None}), field.name) is None
    else:
        assert refused(value, field.name, None).pointer == f"/{field.name}"


@pytest.mark.parametrize(("value", "field"), SCALARS)
def test_a_broken_constraint_is_refused_in_its_words(value: Any, field: Field) -> None:
    """Text that breaks the constraint and integers out of range are refused, and so is a bool for an integer."""
    assert field.constraint is not None
    for intruder in ("\ud800",) if field.type is str else (-1, 2**53, True):
        error = refused(value, field.name, (intruder,) if field.many else intruder)
        assert error.expected == field.constraint.expected
        assert error.pointer == f"/{field.name}/0" if field.many else f"/{field.name}"


@pytest.mark.parametrize(
    ("value", "change", "pointer"),
    [
        (SPAN, {"start": 4}, "/end"),
        (SPAN, {"start": 5}, "/end"),
        (VALUES[1], {"spans": ()}, "/spans"),
        (VALUES[1], {"spans": (SPAN, SPAN)}, "/spans/1"),
        (CURATED, {"note": None, "url": None}, ""),
        (VALUES[5], {"as_of": "2023-02-30"}, "/as_of"),
        (VALUES[6], {"children": (iom.Section(id="other/x", title="X"),)}, "/children/0/id"),
        (VALUES[6], {"children": (iom.Section(id="about/x/y", title="X"),)}, "/children/0/id"),
        (VALUES[6], {"children": (iom.Section(id="about/x", title="X"),) * 2}, "/children/1/id"),
        (VALUES[6], {"origins": iom.Origins({"summary": CURATED})}, "/origins/summary"),
        (VALUES[6], {"origins": iom.Origins({"a/b~c": CURATED})}, "/origins/a~1b~0c"),
        (VALUES[7], {"sections": (VALUES[6], VALUES[6])}, "/sections/1/id"),
        (VALUES[7], {"origins": iom.Origins({"website": CURATED})}, "/origins/website"),
        (VALUES[8], {"kind": iom.BlockKind.PARAGRAPH, "depth": 1}, "/depth"),
        (VALUES[8], {"marks": (iom.Mark.TRUNCATED,) * 2}, "/marks"),
        (VALUES[8], {"spans": (SPAN, SPAN)}, "/spans/1"),
        (VALUES[9], {"start": date(2024, 1, 2), "end": date(2024, 1, 1)}, "/end"),
        (VALUES[9], {"start": datetime(2024, 1, 2)}, "/start"),  # noqa: DTZ001
        (VALUES[11], {"origins": iom.Origins({"place": CURATED})}, "/origins/place"),
        (CAPTURE, {"text": "x"}, "/sha256"),
        (VALUES[14], {"spans": ()}, "/spans"),
        (VALUES[14], {"spans": (SPAN, SPAN)}, "/spans/1"),
        (VALUES[16], {"origins": iom.Origins({"acronym": CURATED})}, "/origins/acronym"),
        (CHANGE, {"kind": iom.ChangeKind.ADDED}, "/old_pointer"),
        (CHANGE, {"kind": iom.ChangeKind.REMOVED, "old": None, "old_pointer": None}, "/old_pointer"),
        (CHANGE, {"kind": iom.ChangeKind.ADDED, "old_pointer": None}, "/old"),
        (CHANGE, {"kind": iom.ChangeKind.MOVED, "new": None}, "/new"),
        (CHANGE, {"edits": (EDIT,)}, "/new"),
        (CHANGE, {"edits": (EDIT, attrs.evolve(EDIT, kind=iom.EditKind.ADDED))}, "/edits/1/old_start"),
        (CHANGE, {"edits": (attrs.evolve(EDIT, old_end=3),)}, "/edits/0/old_start"),
        (CHANGE, {"edits": (attrs.evolve(EDIT, new_start=1),)}, "/edits/0/new_start"),
        (VALUES[-1], {"kinds": (iom.QuoteKind.CASE,) * 2}, "/kinds"),
        (VALUES[-1], {"kinds": (iom.QuoteKind.CASE,)}, "/kinds"),
        (VALUES[-1], {"places": ((VALUES[-3], "a"),)}, "/places/0/1"),
    ],
)
def test_a_broken_rule_is_refused_at_its_place(value: Any, change: dict[str, Any], pointer: str) -> None:
    """Demands that bind several fields name the part that breaks them."""
    with pytest.raises(iom.InvalidValue) as caught:
        attrs.evolve(value, **change)
    assert caught.value.pointer == pointer


def capture(text: str) -> iom.Capture:
    """Make a capture by hand."""
    return iom.Capture(text=text, sha256=sha256_hex(text.encode()))


def residue(*bounds: tuple[int, int]) -> iom.Residue:
    """Make residue by hand."""
    return iom.Residue(
        kind=iom.ResidueKind.UNRECOGNIZED, reason="a test", spans=tuple(iom.Span(start=start, end=end) for start, end in bounds)
    )


def block(text: str, *bounds: tuple[int, int]) -> iom.Block:
    """Make a paragraph by hand."""
    return iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text, spans=residue(*bounds).spans if bounds else ())


def statement(*blocks: iom.Block, **fields: Any) -> iom.Statement:
    """Make a statement by hand."""
    return iom.Statement(id="a", organization="iom", blocks=blocks, **fields)


def place(start: int, end: int) -> iom.Captured:
    """Make an origin by hand."""
    return iom.Captured(spans=(iom.Span(start=start, end=end),))


FIGURE = iom.Figure(name="boats", value=2, unit="boat", origin=place(1, 3))


@pytest.mark.parametrize(
    ("fields", "pointer", "expected"),
    [
        ({}, "/capture/text", "an owner for each character that is not blank"),
        ({"residue": (residue((0, 1)),)}, "/capture/text", "an owner for each character that is not blank"),
        ({"residue": (residue((0, 3)), residue((2, 5)))}, "/residue/1/spans/0", "characters that /residue/0 does not own"),
        ({"residue": (residue((0, 5)), residue((0, 5)))}, "/residue/1/spans/0", "characters that /residue/0 does not own"),
        ({"residue": (residue((0, 6)),)}, "/residue/0/spans/0/end", "an end within the capture's 5 code points"),
        ({"statement": statement(block("ab cx", (0, 5)))}, "/statement/blocks/0/text", "the words of its spans, 'ab cd'"),
        ({"statement": statement(block("ab cd")), "residue": (residue((0, 5)),)}, "/statement/blocks/0/text", "the words of its spans, ''"),
        (
            {"statement": statement(title="ab", origins=iom.Origins({"title": place(0, 2)})), "residue": (residue((1, 5)),)},
            "/residue/0/spans/0",
            "characters that /statement/title does not own",
        ),
        (
            {"organization": iom.Organization(id="iom", name="X", figures=(FIGURE,)), "residue": (residue((0, 2), (3, 5)),)},
            "/organization/figures/0/origin/spans/0",
            "evidence within one owning span",
        ),
        (
            {"organization": iom.Organization(id="x", name="X"), "statement": statement(block("ab cd", (0, 5)))},
            "/statement/organization",
            "the document's organization, 'x'",
        ),
    ],
)  # fmt: skip
def test_a_document_accounts_for_its_capture(fields: dict[str, Any], pointer: str, expected: str) -> None:
    """Gaps, overlaps, spans out of range, words that stand elsewhere and stray evidence are refused."""
    with pytest.raises(iom.InvalidValue) as caught:
        iom.Document(capture=capture("ab cd"), **fields)
    assert (caught.value.pointer, caught.value.expected) == (pointer, expected)


def test_a_field_within_another_owner_is_evidence() -> None:
    """A place inside a paragraph is no owner; one on a line of its own is."""
    inside = iom.Document(
        capture=capture("ab cd"),
        statement=statement(block("ab cd", (0, 5)), place="ab", origins=iom.Origins({"place": place(0, 2)})),
        organization=iom.Organization(id="iom", name="X", figures=(FIGURE,)),
    )
    assert [pointer for pointer, _ in inside.iter_spans()] == ["/statement/blocks/0"]
    apart = iom.Document(
        capture=capture("ab cd"), statement=statement(block("cd", (3, 5)), place="ab", origins=iom.Origins({"place": place(0, 2)}))
    )
    assert list(apart.iter_spans()) == [("/statement/place", iom.Span(start=0, end=2)), ("/statement/blocks/0", iom.Span(start=3, end=5))]
    left = iom.Residue(kind=iom.ResidueKind.UNRECOGNIZED, reason="no form", spans=(iom.Span(start=0, end=2),))
    rest = iom.Document(capture=capture("ab cd"), statement=statement(block("cd", (3, 5))), residue=(left,))
    assert [pointer for pointer, _ in rest.iter_spans()] == ["/statement/blocks/0"]


@pytest.mark.parametrize(
    ("constraint", "good", "bad"),
    [
        (TEXT, ["", "\x00", "é"], ["\ud800"]),
        (NONBLANK, ["a", " a\n", "\u200b"], ["", " ", "\u2028\xa0", "\x1c"]),
        (SLUG, ["a", "2030-agenda", "où", "الهجرة"], ["", "A", "a-", "-a", "a--b", "a b", "a\n", "a/b", "a_b", "a\xa0b"]),
        (SECTION_ID, ["a", "a/b", "/".join("a" * 32)], ["", "/a", "a/", "a//b", "/".join("a" * 33)]),
        (LANGUAGE, ["en", "pt-BR", "zh-Hans-CN", "sr-Latn"], ["", "e", "english", "en_GB", "en-", "en\n", "en-toolongsubtag"]),
        (
            LANGUAGE,
            ["AR", "es-419", "zh-cmn-Hant-TW", "de-CH-1996", "ca-valencia", "en-u-ca-gregory", "en-GB-x-notes", "sl-rozaj-1994-a-bb-b-cc"],
            ["en-a", "en-x", "en-GB-US", "en-Latn-Cyrl", "en-u-c", "en-1", "x-notes", "i-default", "\u0435n", "en-x-toolongsubtag"],
        ),
        (
            URL,
            ["http://a", "https://a.example/é?x=1#y", "https://1.2.3.4:80/"],
            ["", "a", "//a", "ftp://a", "https://", "https:///a", "https://a b", "https://a\n", 'https://a"b'],
        ),
        (SHA256, ["a" * 64], ["a" * 63, "A" * 64, "g" * 64, "a" * 64 + "\n"]),
        (PARTIAL_DATE, ["2023", "2023-09", "2023-09-18"], ["0000", "23", "2023-13", "2023-00", "2023-01-32", "2023-1-1", "2023\n"]),
        (POINTER, ["", "/", "/a/0", "/a~0b~1c"], ["a", "/~", "/~2", "a/b"]),
    ],
    ids=lambda each: each.name if isinstance(each, Constraint) else None,
)  # fmt: skip
def test_constraints_at_their_edges(constraint: Constraint, good: list[str], bad: list[str]) -> None:
    """Each constraint takes and refuses what its words say, a final line feed included."""
    assert [text for text in good if not constraint.accepts_text(text)] == []
    assert [text for text in bad if constraint.accepts_text(text)] == []
    assert repr(constraint) == f"<Constraint {constraint.name}>"


def test_integers_at_their_edges() -> None:
    """Zero and the largest exact integer are in, their neighbours are out."""
    assert [figure(number).value for number in (0, 2**53 - 1)] == [0, 2**53 - 1]
    for number in (-1, 2**53):
        with pytest.raises(iom.InvalidValue):
            figure(number)


def figure(value: int, as_of: str | None = None, origin: iom.Captured | iom.Curated | None = None) -> iom.Figure:
    """Make a figure by hand."""
    return iom.Figure(name="member_states", value=value, unit="state", as_of=as_of, origin=origin)


@pytest.mark.parametrize(
    ("figures", "current"),
    [
        ([], None),
        ([figure(1, "2020", CURATED)], None),
        ([figure(1, "2020", CURATED), figure(2, None, CURATED)], 2),
        ([figure(1), figure(2)], 1),
        ([figure(9, "2030", CURATED), figure(1, None, place(0, 1)), figure(2, None, place(2, 3))], 1),
        (
            [
                figure(1, None, place(0, 1)),
                figure(2, "2019", place(2, 3)),
                figure(3, "2023-01", place(4, 5)),
                figure(4, "2020", place(6, 7)),
            ],
            3,
        ),
    ],
)
def test_which_figure_is_current(figures: list[iom.Figure], current: int | None) -> None:
    """Captured before curated, newest dated first, else reading order; curated history never."""
    found = iom.Organization(id="x", name="X", figures=tuple(figures)).member_states
    assert (None if found is None else found.value) == current


def test_origins_take_names_and_origins_only() -> None:
    """Odd names and values are refused; a miss is a KeyError; equality is by content."""
    with pytest.raises(iom.InvalidValue, match="names of fields"):
        iom.Origins({"": CURATED})
    with pytest.raises(iom.InvalidValue, match="Captured or Curated"):
        iom.Origins({"title": "page"})  # type: ignore[dict-item]
    origins = iom.Origins({"title": CURATED, "id": place(0, 1)})
    with pytest.raises(KeyError):
        origins["name"]
    assert list(origins) == ["id", "title"]
    assert origins == iom.Origins({"id": place(0, 1), "title": CURATED})
    assert origins != {"id": place(0, 1), "title": CURATED}
    assert repr(origins) == "<Origins id, title>"
    assert repr(iom.Origins()) == "<Origins none>"


def test_small_properties() -> None:
    """Lengths, words and texts derived from fields."""
    assert len(SPAN) == 4
    assert str(VALUES[9]) == "Open day"
    footer = iom.Block(kind=iom.BlockKind.FOOTER, text="Contact")
    assert statement(block("One."), block("Two."), footer).text == "One.\n\nTwo."
    assert iom.Report(findings=(iom.Finding(rule="a", message="b", severity=iom.Severity.INFO),)).ok
    assert not iom.Report(findings=(iom.Finding(rule="a", message="b", severity=iom.Severity.WARNING),)).ok
    assert summary_of(iom.Span) == "A half-open range of Unicode code points in a capture's text; the start is before the end."


def test_messages_of_errors() -> None:
    """Messages name place, expectation and mend."""
    assert str(iom.NotFound("section", "a")) == "no section 'a'"
    assert str(iom.UnreadableInput("f", "empty")) == "f: empty"
    assert iom.UnreadableInput("f", "empty", "fill it").problem == "empty"
    many = iom.InvalidData("section", tuple(iom.Finding(rule="a", message=f"fault {number}") for number in range(12)))
    assert many.kind == "section"
    assert str(many).splitlines()[0] == "not a section: 12 faults"
    assert str(many).splitlines()[-1] == "  … and 2 more"
    assert str(iom.InvalidData("section", many.findings[:1])).splitlines()[0] == "not a section: 1 fault"
    error = iom.InvalidValue("Span", "/end", "an end", "5")
    assert str(error) == "Span/end: expected an end, found 5"
    placed = iom.Finding(rule="a", message="wrong", file="f.json", line=2, column=3, pointer="/a", hint="mend it")
    assert str(placed) == "f.json, line 2, column 3 (/a): wrong; mend it"
    assert str(iom.Finding(rule="a", message="wrong", pointer="/a")) == "/a: wrong"


def test_sha256_without_the_accelerator() -> None:
    """Where CPython's own implementation is missing, hashlib's is taken; with none there is a clear error."""
    from importlib import import_module

    from iom_content.model import digest

    def without(*missing: str) -> Any:
        def fetch(name: str) -> Any:
            if name in missing:
                raise ImportError(name)
            return import_module(name)

        return fetch

    assert digest.sha256_of(without("_sha256", "_sha2"))(b"").hexdigest()[:4] == "e3b0"
    with pytest.raises(ImportError, match="no SHA-256"):
        digest.sha256_of(without("_sha256", "_sha2", "hashlib"))
