"""Two versions compared: every change of content is told once, at its place, from either side."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec.decode import encode
from iom_content.model.digest import sha256_hex
from iom_content.testing import strategies

CURATED = iom.Curated(basis=iom.Basis.OFFICIAL, note="an invented source")
ELSEWHERE = iom.Curated(basis=iom.Basis.INFERRED, note="another invented source")
STATED = iom.Captured(spans=(iom.Span(start=0, end=4),))


def paragraph(text: str, **fields: Any) -> iom.Block:
    """Make a paragraph by hand."""
    return iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text, **fields)


def speech(*texts: str, **fields: Any) -> iom.Statement:
    """Make a statement by hand."""
    return iom.Statement(**{"id": "tides", "organization": "harbour", "blocks": tuple(map(paragraph, texts)), **fields})


def page(text: str, **fields: Any) -> iom.Document:
    """Make a document by hand whose text is residue."""
    capture = iom.Capture(text=text, sha256=sha256_hex(text.encode()))
    rest = iom.Residue(kind=iom.ResidueKind.UNRECOGNIZED, reason="a test", spans=(iom.Span(start=0, end=len(text)),))
    return iom.Document(**{"capture": capture, "residue": (rest,), **fields})


def told(old: Any, new: Any) -> list[tuple[Any, ...]]:
    """Return what the changes are, briefly."""
    return [(change.kind.value, change.subject, change.id, change.pointer, change.old, change.new) for change in iom.diff(old, new)]


STATEMENT = speech(
    "Boats leave at nine.",
    "They return at noon.",
    "No boat stays out.",
    title="Tides",
    language="en",
    url="https://example.org/tides",
    published=date(2024, 5, 4),
    speaker="Ada Pier",
    event=iom.Event(name="Open day", place="Oslo"),
    translations=(
        iom.Translation(language="fr", title="Marées", url="https://example.org/fr"),
        iom.Translation(language="es", title="Mareas", url="https://example.org/es"),
    ),
    origins=iom.Origins({"title": STATED, "speaker": CURATED}),
)
ORGANIZATION = iom.Organization(
    id="harbour",
    name="Harbour Office",
    summary="We have 12 boats.",
    names=(iom.Name(language="en", text="Harbour Office"), iom.Name(language="fr", text="Capitainerie", acronym="C")),
    identifiers=(iom.Identifier(scheme="ror", value="00abc"),),
    figures=(
        iom.Figure(name="boats", value=12, unit="boat", origin=STATED),
        iom.Figure(name="boats", value=9, unit="boat", as_of="2020", origin=CURATED),
    ),
    sections=(
        iom.Section(id="boats", title="Boats", children=(iom.Section(id="boats/sails", title="Sails", summary="All of them."),)),
        iom.Section(id="crew", title="Crew"),
    ),
)
TERM = iom.Term(id="open-day", name="Open Day", language="en", short_forms=("Day", "OD"), wrong_forms=("Opened Day",))
DOCUMENT = page("Boats", statement=None, notes=(iom.Note(code="no-title", message="It has none."),))


def catalog(*documents: iom.Document, backwards: bool = False, **fields: Any) -> iom.Catalog:
    """Make a catalog by hand, its values in one or the other order."""
    step = -1 if backwards else 1
    whole: dict[str, Any] = {
        "organizations": (fields.pop("organization", ORGANIZATION),),
        "statements": (*fields.pop("statements", (STATEMENT, speech("Low water.", id="ebb"))),),
        "terms": (*fields.pop("terms", (TERM, iom.Term(id="tide", name="Tide", language="en"))),),
        "documents": documents or (DOCUMENT, page("Crew")),
    }
    lookups: dict[str, Any] = {
        name: iom.Lookup(name[:-1], [(value.id, value) for value in values[::step]]) for name, values in whole.items()
    }
    sections = [section for organization in whole["organizations"] for section, _ in iom.walk(organization)]
    lookups["sections"] = iom.Lookup("section", [(section.id, section) for section in sections[::step]])
    return iom.Catalog(**{"version": "2020.01.0", **lookups, **fields})


VALUES = {type(value): value for value in (STATEMENT, ORGANIZATION, ORGANIZATION.sections[0], TERM, DOCUMENT, catalog())}
PLANTED: list[tuple[Any, dict[str, Any], list[tuple[Any, ...]]]] = [
    (STATEMENT, {"title": "The tides"}, [("changed", "/title", "Tides", "The tides")]),
    (STATEMENT, {"published": date(2024, 5, 5)}, [("changed", "/published", "2024-05-04", "2024-05-05")]),
    (STATEMENT, {"delivered": date(2024, 5, 5)}, [("added", "/delivered", None, "2024-05-05")]),
    (STATEMENT, {"language": None}, [("removed", "/language", "en", None)]),
    (STATEMENT, {"id": "ebb"}, [("changed", "/id", "tides", "ebb")]),
    (STATEMENT, {"event": None}, [("removed", "/event", '{"name": "Open day", "place": "Oslo"}', None)]),
    (
        STATEMENT,
        {"event": iom.Event(name="Open day", start=date(2024, 5, 4))},
        [("added", "/event/start", None, "2024-05-04"), ("removed", "/event/place", "Oslo", None)],
    ),
    (
        STATEMENT,
        {"translations": (attrs.evolve(STATEMENT.translations[0], title="Les marées"), STATEMENT.translations[1])},
        [("changed", "/translations/0/title", "Marées", "Les marées")],
    ),
    (
        STATEMENT,
        {"translations": STATEMENT.translations[1:]},
        [("removed", "/translations/0", '{"language": "fr", "title": "Marées", "url": "https://example.org/fr"}', None)],
    ),
    (STATEMENT, {"origins": iom.Origins({"title": iom.Captured(spans=(iom.Span(start=9, end=12),)), "speaker": CURATED})}, []),
    (
        STATEMENT,
        {"origins": iom.Origins({"title": STATED, "speaker": ELSEWHERE})},
        [
            ("changed", "/origins/speaker/basis", "official", "inferred"),
            ("changed", "/origins/speaker/note", "an invented source", "another invented source"),
        ],
    ),
    (
        STATEMENT,
        {"origins": iom.Origins({"speaker": STATED, "url": STATED})},
        [
            ("changed", "/origins/speaker", '{"basis": "official", "note": "an invented source"}', "captured"),
            ("removed", "/origins/title", "captured", None),
            ("added", "/origins/url", None, "captured"),
        ],
    ),
    (ORGANIZATION, {"summary": "We have 13 boats."}, [("changed", "/summary", "We have 12 boats.", "We have 13 boats.")]),
    (
        ORGANIZATION,
        {"figures": (attrs.evolve(ORGANIZATION.figures[0], value=13), ORGANIZATION.figures[1])},
        [("changed", "/figures/0/value", "12", "13")],
    ),
    (
        ORGANIZATION,
        {"figures": (attrs.evolve(ORGANIZATION.figures[0], origin=attrs.evolve(STATED, document="0" * 12)), ORGANIZATION.figures[1])},
        [],
    ),
    (
        ORGANIZATION,
        {"figures": (ORGANIZATION.figures[0], attrs.evolve(ORGANIZATION.figures[1], as_of="2021", origin=None))},
        [
            (
                "removed",
                "/figures/1",
                (
                    '{"name": "boats", "value": 9, "unit": "boat", "qualifier": "exactly", "as_of": "2020", '
                    '"origin": {"basis": "official", "note": "an invented source"}}'
                ),
                None,
            ),
            ("added", "/figures/1", None, '{"name": "boats", "value": 9, "unit": "boat", "qualifier": "exactly", "as_of": "2021"}'),
        ],
    ),
    (
        ORGANIZATION,
        {"names": (ORGANIZATION.names[0], attrs.evolve(ORGANIZATION.names[1], acronym=None))},
        [("removed", "/names/1/acronym", "C", None)],
    ),
    (
        ORGANIZATION,
        {"identifiers": (iom.Identifier(scheme="ror", value="00abd"),)},
        [("changed", "/identifiers/0/value", "00abc", "00abd")],
    ),
    (ORGANIZATION, {"sections": ORGANIZATION.sections[::-1]}, [("moved", "/sections", '["boats", "crew"]', '["crew", "boats"]')]),
    (ORGANIZATION.sections[1], {"origins": iom.Origins({"marker": STATED})}, []),
    (TERM, {"acronym": "OD"}, [("added", "/acronym", None, "OD")]),
    (TERM, {"short_forms": ("OD", "Day")}, [("moved", "/short_forms", '["Day", "OD"]', '["OD", "Day"]')]),
    (TERM, {"short_forms": ("Day",)}, [("removed", "/short_forms/1", "OD", None)]),
    (TERM, {"wrong_forms": ("Open days", "Opened Day")}, [("added", "/wrong_forms/0", None, "Open days")]),
    (DOCUMENT, {"language": "en"}, [("added", "/language", None, "en")]),
    (DOCUMENT, {"notes": (iom.Note(code="no-title", message="None."),)}, [("changed", "/notes/0/message", "It has none.", "None.")]),
    (
        DOCUMENT,
        {"residue": (attrs.evolve(DOCUMENT.residue[0], reason="another test"),)},
        [("changed", "/residue/0/reason", "a test", "another test")],
    ),
    (
        DOCUMENT,
        {"residue": (attrs.evolve(DOCUMENT.residue[0], kind=iom.ResidueKind.CHROME),)},
        [("removed", "/residue/0", "Boats", None), ("added", "/residue/0", None, "Boats")],
    ),
    (
        DOCUMENT,
        {"residue": (attrs.evolve(DOCUMENT.residue[0], spans=(iom.Span(start=0, end=2), iom.Span(start=2, end=5))),)},
        [("changed", "/residue/0/spans", "Boats", "Bo\nats")],
    ),
    (catalog(), {"version": "2020.02.0"}, [("changed", "/version", "2020.01.0", "2020.02.0")]),
    (
        catalog(),
        {"notes": (iom.Note(code="odd", message="Strange."),)},
        [("added", "/notes/0", None, '{"code": "odd", "message": "Strange.", "pointer": ""}')],
    ),
]


@pytest.mark.parametrize(("value", "fields", "changes"), PLANTED)
def test_a_planted_change_is_told_at_its_pointer_and_nothing_else(
    value: Any, fields: dict[str, Any], changes: list[tuple[Any, ...]]
) -> None:
    """What was changed is what is told: kind, place, and both sides."""
    new = attrs.evolve(value, **fields)
    key = getattr(new, "id", None)
    subject = type(value).__name__.lower()
    assert told(value, new) == [(kind, subject, key, *rest) for kind, *rest in changes]


def test_words_are_told() -> None:
    """A changed text has its edits; a changed day, address or number has none."""
    edits = iom.diff(ORGANIZATION, attrs.evolve(ORGANIZATION, summary="We have 13 boats."))[0].edits
    assert [(edit.kind.value, edit.text) for edit in edits] == [
        ("equal", "We have "),
        ("removed", "12"),
        ("added", "13"),
        ("equal", " boats."),
    ]
    for fields in ({"published": date(2024, 5, 5)}, {"url": "https://example.org/ebb"}, {"title": None, "origins": iom.Origins()}):
        assert [change.edits for change in iom.diff(STATEMENT, attrs.evolve(STATEMENT, **fields)) if change.edits] == []


BLOCKS = ["Boats leave at nine.", "They return at noon.", "No boat stays out."]


@pytest.mark.parametrize(
    ("texts", "changes"),
    [
        ([*BLOCKS, "At last."], [("added", None, "/blocks/3")]),
        (["At first.", *BLOCKS], [("added", None, "/blocks/0")]),
        (BLOCKS[1:], [("removed", "/blocks/0", None)]),
        ([], [("removed", f"/blocks/{place}", None) for place in range(3)]),
        ([BLOCKS[0], "They return at one.", BLOCKS[2]], [("changed", "/blocks/1/text", "/blocks/1/text")]),
        ([BLOCKS[0], "Nobody knows.", BLOCKS[2]], [("changed", "/blocks/1/text", "/blocks/1/text")]),
        ([BLOCKS[2], *BLOCKS[:2]], [("moved", "/blocks/2", "/blocks/0")]),
        (
            ["At first.", BLOCKS[0], "They return at one.", BLOCKS[2]],
            [("added", None, "/blocks/0"), ("changed", "/blocks/1/text", "/blocks/2/text")],
        ),
        (
            [BLOCKS[0], "At first.", "They return at one.", "Nobody knows.", BLOCKS[2]],
            [("added", None, "/blocks/1"), ("changed", "/blocks/1/text", "/blocks/2/text"), ("added", None, "/blocks/3")],
        ),
        (
            [BLOCKS[0], "One.", "Two.", BLOCKS[2]],
            [("removed", "/blocks/1", None), ("added", None, "/blocks/1"), ("added", None, "/blocks/2")],
        ),
        (
            ["They return at one.", "No boat stays."],
            [
                ("removed", "/blocks/0", None),
                ("changed", "/blocks/1/text", "/blocks/0/text"),
                ("changed", "/blocks/2/text", "/blocks/1/text"),
            ],
        ),
    ],
)
def test_blocks_are_a_sequence(texts: list[str], changes: list[tuple[Any, ...]]) -> None:
    """New, gone, changed and moved blocks are told at their places on both sides."""
    old, new = speech(*BLOCKS), speech(*texts)
    assert [(change.kind.value, change.old_pointer, change.new_pointer) for change in iom.diff(old, new)] == changes


def test_what_else_a_block_has_is_told_of_the_same_block() -> None:
    """Kind, depth, language and marks are told for blocks that stayed, moved or changed; spans are no content."""
    old = speech(blocks=(paragraph("One."), paragraph("Two."), paragraph("Three is a word.")))
    new = speech(
        blocks=(
            attrs.evolve(old.blocks[1], kind=iom.BlockKind.HEADING),
            attrs.evolve(old.blocks[0], language="en", spans=(iom.Span(start=0, end=4),)),
            attrs.evolve(old.blocks[2], text="Three is no word.", marks=(iom.Mark.TRUNCATED,)),
        )
    )
    assert sorted(
        (change.kind.value, change.old_pointer, change.new_pointer, change.new) for change in iom.diff(old, new) if change.new
    ) == [
        ("added", None, "/blocks/1/language", "en"),
        ("added", None, "/blocks/2/marks/0", "truncated"),
        ("changed", "/blocks/1/kind", "/blocks/0/kind", "heading"),
        ("changed", "/blocks/2/text", "/blocks/2/text", "Three is no word."),
        *[
            (change.kind.value, change.old_pointer, change.new_pointer, change.new)
            for change in iom.diff(old, new)
            if change.kind == "moved"
        ],
    ]


def test_many_rewritten_blocks_are_paired_by_place() -> None:
    """Where too many stand against too many, as many as before are the same ones."""
    old, new = (speech(*(f"{word} {number}." for number in range(60))) for word in ("Boat", "Ship"))
    assert {(change.kind.value, change.old_pointer == change.new_pointer) for change in iom.diff(old, new)} == {("changed", True)}


def test_sections_are_told_by_their_own_id() -> None:
    """A section is paired by its id, wherever it stands; one that is new or gone is told with those below it."""
    sails = attrs.evolve(ORGANIZATION.sections[0].children[0], summary="All of us.")
    new = attrs.evolve(ORGANIZATION, sections=(attrs.evolve(ORGANIZATION.sections[0], children=(sails,)),))
    assert told(ORGANIZATION, new) == [
        ("changed", "section", "boats/sails", "/summary", "All of them.", "All of us."),
        ("removed", "section", "crew", "", "Crew", None),
    ]
    assert told(attrs.evolve(new, sections=()), new) == [
        ("added", "section", "boats", "", None, "Boats"),
        ("added", "section", "boats/sails", "", None, "Sails"),
    ]


def test_conflicting_figures_of_one_name_are_paired_by_document() -> None:
    """Several figures of one name and date are paired by their number, then by their page, then in order."""
    one, two = (
        iom.Figure(name="boats", value=value, unit="boat", origin=attrs.evolve(STATED, document=page * 12))
        for value, page in ((1, "a"), (2, "b"))
    )
    old, new = (
        attrs.evolve(ORGANIZATION, figures=figures) for figures in ((one, two), (attrs.evolve(two, value=3), attrs.evolve(one, value=4)))
    )
    assert told(old, new)[1:] == [
        ("changed", "organization", "harbour", "/figures/0/value", "2", "3"),
        ("changed", "organization", "harbour", "/figures/1/value", "1", "4"),
    ]
    swapped = attrs.evolve(old, figures=(attrs.evolve(one, value=2), attrs.evolve(two, value=1)))
    assert [change[0] for change in told(old, swapped)] == ["moved"]


def test_a_catalog_tells_each_change_once() -> None:
    """What stands in a tree and in a collection, or in a document too, is told of the dataset; else with the document."""
    with_speech = page("Boats", statement=speech(title="Old", id="ebb"))
    old, new = (
        catalog(with_speech, statements=(with_speech.statement,)),
        catalog(attrs.evolve(with_speech, statement=speech(title="New", id="ebb")), statements=(speech(title="New", id="ebb"),)),
    )
    assert [(change.subject, change.document, change.pointer) for change in iom.diff(old, new)] == [("statement", None, "/title")]
    kept = catalog(*new.documents.values(), statements=(with_speech.statement,))
    assert [(change.subject, change.document, change.pointer) for change in iom.diff(old, kept)] == [
        ("statement", with_speech.id, "/title")
    ]


def test_sections_of_no_organization_are_told() -> None:
    """A section that only the collection of sections holds is compared as well."""
    one, two = (iom.Catalog(sections=iom.Lookup("section", {"a": iom.Section(id="a", title=title)})) for title in ("A", "B"))
    assert told(one, two) == [("changed", "section", "a", "/title", "A", "B")]


def test_values_of_a_catalog_are_paired_by_id() -> None:
    """What only one side has is told as a whole, by what people call it; the order of collections says nothing."""
    old = catalog()
    new = catalog(page("Nets"), organization=attrs.evolve(ORGANIZATION, id="port"), statements=(speech(),), terms=(), backwards=True)
    assert told(old, new)[:5] == [
        ("removed", "organization", "harbour", "", "Harbour Office", None),
        ("added", "organization", "port", "", None, "Harbour Office"),
        ("removed", "statement", "ebb", "", "ebb", None),
        ("removed", "statement", "tides", "/title", "Tides", None),
        ("removed", "statement", "tides", "/language", "en", None),
    ]
    assert [change[:3] for change in told(old, new)[-5:-3]] == [("removed", "term", "open-day"), ("removed", "term", "tide")]
    assert {change[1:3] for change in told(old, new)[-3:]} == {("document", each.id) for each in (*old.documents.values(), page("Nets"))}
    assert {change.document for change in iom.diff(old, new)[-3:]} == {each.id for each in (*old.documents.values(), page("Nets"))}


def test_the_order_of_collections_changes_nothing() -> None:
    """Catalogs that hold the same in another order do not differ, and against a third they differ alike."""
    other = catalog(organization=attrs.evolve(ORGANIZATION, name="Port"), statements=(attrs.evolve(STATEMENT, title="T"),))
    assert iom.diff(catalog(), catalog(backwards=True)) == ()
    assert iom.diff(catalog(), other) == iom.diff(catalog(backwards=True), other)
    assert iom.diff(other, catalog()) == iom.diff(other, catalog(backwards=True))


def test_two_captures_of_one_page() -> None:
    """Of another capture its digest is told, not its text, which the values tell."""
    changes = told(page("Boats"), page("Boats!"))
    assert [change[3] for change in changes] == ["/capture/sha256", "/residue/0/spans"]


@pytest.mark.parametrize(
    ("old", "new", "pointer"), [(5, 5, "/old"), (STATEMENT, TERM, "/new"), (TERM, None, "/new"), (iom.Report(), iom.Report(), "/old")]
)
def test_what_cannot_be_compared_is_refused(old: Any, new: Any, pointer: str) -> None:
    """Only catalogs and values with an id are compared, and only with their like."""
    with pytest.raises(iom.InvalidValue) as caught:
        iom.diff(old, new)
    assert (caught.value.type_name, caught.value.pointer) == ("diff", pointer)


TEXTS = st.lists(st.sampled_from(["Boats leave.", "Boats return.", "Ships leave.", "Nobody knows.", "A boat leaves."]), max_size=6)
SPEECHES = TEXTS.map(lambda texts: speech(*texts))


def same_id(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return a pair with the id of the first."""
    return pair[0], attrs.evolve(pair[1], id=pair[0].id)


SAME_ID: list[st.SearchStrategy[Any]] = [
    st.tuples(SPEECHES, SPEECHES),
    *(st.tuples(values, values).map(same_id) for values in (strategies.statements(), strategies.organizations(), strategies.terms())),
    st.tuples(strategies.catalogs(), strategies.catalogs()),
]
PAIRS = st.one_of(*SAME_ID)
FLIPPED = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}


@given(PAIRS)
def test_nothing_differs_from_itself(pair: tuple[Any, Any]) -> None:
    """A value has no changes against itself or a copy."""
    assert iom.diff(pair[0], pair[0]) == ()
    assert iom.diff(pair[0], attrs.evolve(pair[0])) == ()


@given(PAIRS)
def test_the_other_way_round_everything_is_mirrored(pair: tuple[Any, Any]) -> None:
    """What was added is removed, and each change has its sides swapped."""

    def sides(change: iom.Change) -> tuple[Any, ...]:
        return change.kind.value, change.subject, change.id, change.document, change.old_pointer, change.new_pointer, change.old, change.new

    def mirrored(change: iom.Change) -> tuple[Any, ...]:
        kind, subject, key, document, ours, theirs, old, new = sides(change)
        return FLIPPED[kind], subject, key, document, theirs, ours, new, old

    old, new = pair
    assert sorted(map(repr, map(sides, iom.diff(old, new)))) == sorted(map(repr, map(mirrored, iom.diff(new, old))))


def content(value: Any) -> Any:
    """Return plain data without what is no content: spans, list markers, and which capture says so."""
    if isinstance(value, dict):
        if "spans" in value and set(value) == {"spans", "document"}:
            return "captured"
        return {name: content(each) for name, each in value.items() if name not in ("spans", "marker")}
    return [content(each) for each in value] if isinstance(value, list) else value


@given(st.one_of(*SAME_ID[:-1]), st.data())
def test_nothing_is_told_only_of_the_same_content(pair: tuple[Any, Any], data: st.DataObject) -> None:
    """There are changes exactly if the content differs, and one field taken from another value is told in that field alone."""
    old, other = pair
    name = data.draw(st.sampled_from([field.name for field in attrs.fields(type(old)) if field.name not in ("id", "origins")]))
    old, other = (attrs.evolve(value, origins=iom.Origins()) for value in (old, other))
    new = attrs.evolve(old, **{name: getattr(other, name)})
    changes = iom.diff(old, new)
    assert bool(changes) is (content(encode(old)) != content(encode(new)))
    for change in changes:
        assert change.pointer.split("/")[1:2] == [name] or (change.subject == "section" and name == "sections")


@given(SPEECHES, st.data())
def test_one_rewritten_block_is_one_change(old: iom.Statement, data: st.DataObject) -> None:
    """Whatever the others say, a block whose text alone was changed is told as that block's text."""
    if not old.blocks:
        return
    index = data.draw(st.integers(0, len(old.blocks) - 1))
    text = data.draw(st.sampled_from(["Boats leave.", "Boats left.", "Something else."]))
    blocks = tuple(attrs.evolve(block, text=text) if place == index else block for place, block in enumerate(old.blocks))
    place = f"/blocks/{index}/text"
    changes = [(change.kind.value, change.old_pointer, change.new_pointer) for change in iom.diff(old, attrs.evolve(old, blocks=blocks))]
    assert changes == ([("changed", place, place)] if text != old.blocks[index].text else [])


@given(PAIRS)
def test_changes_read_back_from_json(pair: tuple[Any, Any]) -> None:
    """JSON is lossless."""
    changes = iom.diff(*pair)
    assert iom.loads(iom.dumps(changes), tuple[iom.Change, ...]) == changes
    assert isinstance(json.loads(iom.dumps(changes)), list)
