"""Every fault of plain data in one pass, beside one another and once each."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec import _generated
from iom_content.codec.decode import encode
from iom_content.codec.faults import collect_faults
from iom_content.codec.findings import excerpt_of, fault
from iom_content.codec.kinds import KINDS
from iom_content.codec.reading_order import in_reading_order
from iom_content.model.digest import sha256_hex
from iom_content.model.report import Finding

TEXT = "Harbour Office\n- Our Work\nWe mend boats.\nOpening day\nDear all,\nWe open.\nLeft over\n"
NOTED = {"basis": "official", "note": "the office's own page"}


def at(words: str, start: int = 0) -> dict[str, int]:
    """Return the span of some words of the text."""
    found = TEXT.index(words, start)
    return {"start": found, "end": found + len(words)}


def document() -> dict[str, Any]:
    """Return a small document of plain data without a fault, sharing nothing with another one."""
    return copied(
        {
            "capture": {"text": TEXT, "sha256": sha256_hex(TEXT.encode()), "captured": "2024-05-04"},
            "language": "en",
            "organization": {
                "id": "harbour",
                "name": "Harbour Office",
                "names": [{"language": "fr", "text": "Capitainerie", "origin": NOTED}],
                "website": "https://harbour.example",
                "identifiers": [{"scheme": "register", "value": "H-1"}],
                "sections": [
                    {
                        "id": "our-work",
                        "title": "Our Work",
                        "summary": "We mend boats.",
                        "origins": {
                            "marker": {"spans": [at("- ")]},
                            "title": {"spans": [at("Our Work")]},
                            "summary": {"spans": [at("We mend boats.")]},
                        },
                    }
                ],
                "figures": [{"name": "boats", "value": 3, "unit": "boat", "as_of": "2024-05", "origin": {"spans": [at("boats")]}}],
                "origins": {"website": NOTED},
            },
            "statement": {
                "id": "opening-day",
                "organization": "harbour",
                "title": "Opening day",
                "published": "2024-05-04",
                "event": {"name": "Opening", "start": "2024-05-04", "end": "2024-05-05"},
                "translations": [{"language": "fr", "title": "Ouverture", "url": "https://harbour.example/fr"}],
                "blocks": [
                    {"kind": "salutation", "text": "Dear all,", "spans": [at("Dear all,")]},
                    {"kind": "list_item", "text": "We open.", "spans": [at("We open.")], "depth": 1, "marks": ["truncated"]},
                ],
                "origins": {"title": {"spans": [at("Opening day")]}, "published": NOTED},
            },
            "residue": [
                {"kind": "unrecognized", "reason": "fits nowhere", "spans": [at("Harbour Office")]},
                {"kind": "chrome", "reason": "furniture", "spans": [at("Left over")]},
            ],
            "notes": [{"code": "small", "message": "a small page", "pointer": "/statement"}],
        }
    )


def copied(data: dict[str, Any]) -> dict[str, Any]:
    """Return plain data in which no object stands twice."""
    again: dict[str, Any] = json.loads(json.dumps(data))
    return again


def changed(pointer: str, value: Any) -> dict[str, Any]:
    """Return the document with one value replaced, added, or with `...` removed."""
    data = document()
    *parents, last = pointer.split("/")[1:]
    here: Any = data
    for token in parents:
        here = here[int(token)] if isinstance(here, list) else here[token]
    key: Any = int(last) if isinstance(here, list) else last
    if value is ...:
        del here[key]
    else:
        here[key] = copy.deepcopy(value)
    return data


def told(data: Any, cls: Any = iom.Document) -> list[tuple[str, str]]:
    """Return rule and pointer of each fault."""
    return [(each.rule, each.pointer) for each in collect_faults(data, cls)]


def test_sound_data_has_no_fault() -> None:
    """The hand-made document is one, for the collector and for the decoder."""
    assert collect_faults(document(), iom.Document) == ()
    assert collect_faults(encode(_generated.DECODERS[iom.Document](document())), iom.Document) == ()


@pytest.mark.parametrize(
    ("pointer", "value", "expected"),
    [
        ("/statement", 5, [("type", "/statement")]),
        ("/statement/id", ..., [("missing", "/statement")]),
        ("/statement/id", None, [("type", "/statement/id")]),
        ("/statement/id", "Opening Day", [("slug", "/statement/id")]),
        ("/statement/titel", "A", [("unknown-key", "/statement/titel")]),
        ("/statement/a~b", "A", [("unknown-key", "/statement/a~0b")]),
        ("/statement/title", 5, [("type", "/statement/title")]),
        ("/statement/title", " \u2003\n", [("nonblank", "/statement/title")]),
        ("/statement/title", "\ud800", [("lone-surrogate", "/statement/title")]),
        ("/statement/title", ..., [("origin-dangling", "/statement/origins/title")]),
        ("/statement/title", None, [("origin-dangling", "/statement/origins/title")]),
        ("/statement/title", "Closing day", [("text-differs", "/statement/title")]),
        ("/statement/organization", "museum", [("dangling-reference", "/statement/organization")]),
        ("/statement/published", "2024-5-4", [("date", "/statement/published")]),
        ("/statement/published", "2023-W38-1", [("date", "/statement/published")]),
        ("/statement/published", "2023-02-29", [("date", "/statement/published")]),
        ("/statement/published", 2024, [("type", "/statement/published")]),
        ("/statement/event/end", "2024-05-03", [("date-order", "/statement/event/end")]),
        ("/statement/event/end", ..., []),
        ("/statement/event", [], [("type", "/statement/event")]),
        ("/statement/blocks", None, [("type", "/statement/blocks")]),
        ("/statement/blocks", "ab", [("type", "/statement/blocks")]),
        ("/statement/blocks/0/kind", "Paragraph", [("not-one-of", "/statement/blocks/0/kind")]),
        ("/statement/blocks/0/kind", [], [("not-one-of", "/statement/blocks/0/kind")]),
        ("/statement/blocks/0/kind", None, [("not-one-of", "/statement/blocks/0/kind")]),
        ("/statement/blocks/1/kind", "paragraph", [("depth-without-list", "/statement/blocks/1/depth")]),
        ("/statement/blocks/1/depth", 0, [("range", "/statement/blocks/1/depth")]),
        ("/statement/blocks/1/depth", True, [("type", "/statement/blocks/1/depth")]),
        ("/statement/blocks/1/depth", 1.0, [("type", "/statement/blocks/1/depth")]),
        ("/statement/blocks/1/depth", 2**53, [("range", "/statement/blocks/1/depth")]),
        ("/statement/blocks/1/marks", ["truncated", "duplicate", "truncated"], [("distinct", "/statement/blocks/1/marks")]),
        ("/statement/blocks/1/marks", ["torn"], [("not-one-of", "/statement/blocks/1/marks/0")]),
        (
            "/statement/blocks/1/marks",
            ["torn", "torn"],
            [("not-one-of", "/statement/blocks/1/marks/0"), ("not-one-of", "/statement/blocks/1/marks/1")],
        ),
        ("/statement/blocks/0/spans/0/end", 1, [("span-order", "/statement/blocks/0/spans/0/end")]),
        ("/statement/blocks/0/spans/0/end", "9", [("type", "/statement/blocks/0/spans/0/end")]),
        ("/statement/blocks/0/spans", {}, [("type", "/statement/blocks/0/spans")]),
        ("/statement/blocks/0", ..., [("span-gap", "/capture/text")]),
        ("/statement/origins/x", NOTED, [("origin-unknown", "/statement/origins/x")]),
        ("/statement/origins", [], [("type", "/statement/origins")]),
        ("/statement/origins/title", [], [("type", "/statement/origins/title")]),
        ("/statement/origins/title", {}, [("missing", "/statement/origins/title"), ("source-missing", "/statement/origins/title")]),
        ("/statement/origins/title/spans", [], [("at-least-one", "/statement/origins/title/spans")]),
        ("/statement/origins/published/note", ..., [("source-missing", "/statement/origins/published")]),
        ("/statement/origins/published/note", " ", [("nonblank", "/statement/origins/published/note")]),
        ("/organization/origins/website", {"basis": "official", "url": "nowhere"}, [("url", "/organization/origins/website/url")]),
        ("/statement/origins/published/basis", "hearsay", [("not-one-of", "/statement/origins/published/basis")]),
        ("/statement/translations/0/url", "harbour.example", [("url", "/statement/translations/0/url")]),
        ("/statement/translations/0/language", "fr_FR", [("language", "/statement/translations/0/language")]),
        ("/statement/schema_version", 2, [("schema-version", "/statement/schema_version")]),
        ("/statement/schema_version", 1, []),
        ("/schema_version", "1", [("schema-version", "/schema_version")]),
        ("/schema_version", True, [("schema-version", "/schema_version")]),
        ("/capture", ..., [("missing", "")]),
        ("/capture/sha256", "0" * 64, [("digest", "/capture/sha256")]),
        ("/capture/sha256", "0" * 63, [("sha256", "/capture/sha256")]),
        ("/capture/schema_version", 1, [("unknown-key", "/capture/schema_version")]),
        ("/residue/0", ..., [("span-gap", "/capture/text")]),
        ("/residue/1/spans/0/end", 1000, [("span-range", "/residue/1/spans/0/end")]),
        (
            "/organization/sections/0/origins/title/spans/0/end",
            1000,
            [("span-range", "/organization/sections/0/origins/title/spans/0/end")],
        ),
        ("/organization/figures/0/origin/spans/0/end", 1000, [("span-range", "/organization/figures/0/origin/spans/0/end")]),
        ("/statement/blocks/1/spans", [at("We open."), at("open.")], [("span-overlap", "/statement/blocks/1/spans/1")]),
        ("/statement/blocks/1/spans", [at("Dear all,\nWe open.")], [("span-overlap", "/statement/blocks/0/spans/0")]),
        ("/residue/1/reason", "", [("nonblank", "/residue/1/reason")]),
        ("/organization/sections/0/id", "a//b", [("section-id", "/organization/sections/0/id")]),
        ("/organization/figures/0/name", "Boats", [("name-key", "/organization/figures/0/name")]),
        ("/organization/figures/0/as_of", "2024-13", [("partial-date", "/organization/figures/0/as_of")]),
        ("/organization/figures/0/as_of", "2023-02-29", [("date-missing", "/organization/figures/0/as_of")]),
        ("/organization/figures/0/origin", {"spans": [at("Office\n- Our")]}, [("span-stray", "/organization/figures/0/origin/spans/0")]),
        ("/organization/figures/0/origin/document", "4e89", [("document-id", "/organization/figures/0/origin/document")]),
        (
            "/organization/sections/0/origins/title/document",
            "4e89fe63437d",
            [("dangling-reference", "/organization/sections/0/origins/title/document")],
        ),
        ("/organization/figures/0/origin/document", sha256_hex(TEXT.encode())[:12], []),
        ("/organization/website", "harbour", [("url", "/organization/website")]),
        ("/notes/0/code", "Small", [("code", "/notes/0/code")]),
        ("/notes/0/pointer", "statement", [("pointer", "/notes/0/pointer")]),
    ],
)
def test_one_fault_is_told_once(pointer: str, value: Any, expected: list[tuple[str, str]]) -> None:
    """A single mistake gives its own finding, and none that only follows from it."""
    data = changed(pointer, value)
    assert told(data) == expected
    if expected:
        with pytest.raises((ValueError, TypeError, KeyError)):
            _generated.DECODERS[iom.Document](data)


def test_an_unknown_key_that_is_near_no_other_is_answered_with_the_list() -> None:
    """One that is near is answered with the key that was meant."""
    found = {each.excerpt: (each.expected, each.hint) for each in collect_faults({"start": 0, "end": 1, "ende": 1, "colour": 2}, iom.Span)}
    assert found == {"'ende'": (None, "did you mean 'end'?"), "'colour'": ("one of start, end", None)}


def test_a_name_near_one_of_a_closed_set_is_answered_with_it() -> None:
    """What is no text, or near none, is answered with the set alone."""
    for kind, hint in (("paragrph", "did you mean 'paragraph'?"), ("x", None), (5, None), (None, None)):
        (found,) = collect_faults({"kind": kind, "text": "A"}, iom.Block)
        assert (found.rule, found.hint) == ("not-one-of", hint)


def test_faults_of_fields_and_rules_are_told_beside_one_another() -> None:
    """Faulty fields hide neither an overlap nor a duplicate id elsewhere."""
    data = document()
    data["capture"]["url"] = "nowhere"
    data["organization"]["sections"].append({"id": "our-work", "titel": "Our Work"})
    data["statement"]["published"] = "yesterday"
    data["statement"]["blocks"][1]["spans"] = [at("Dear all,\nWe open.")]
    data["residue"][1]["spans"][0]["end"] = 5
    assert told(data) == [
        ("url", "/capture/url"),
        ("missing", "/organization/sections/1"),
        ("duplicate-id", "/organization/sections/1/id"),
        ("unknown-key", "/organization/sections/1/titel"),
        ("date", "/statement/published"),
        ("span-overlap", "/statement/blocks/0/spans/0"),
        ("span-order", "/residue/1/spans/0/end"),
    ]


def test_a_gap_is_told_though_other_fields_are_faulty() -> None:
    """A character without owner is missed wherever no owner was lost to another fault."""
    data = changed("/statement/blocks/0", ...)
    data["statement"]["language"] = 5
    assert told(data) == [("span-gap", "/capture/text"), ("type", "/statement/language")]


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/residue", 5),
        ("/residue/1", None),
        ("/residue/1/spans", ...),
        ("/residue/1/spans/0", []),
        ("/organization/sections/0", 5),
        ("/organization/sections/0/origins", None),
        ("/organization/sections/0/origins/summary", 5),
        ("/organization/sections/0/origins/summary", {}),
        ("/organization", 5),
        ("/statement/blocks/1/spans/0/start", None),
    ],
)
def test_no_gap_is_told_where_an_owner_was_lost(pointer: str, value: Any) -> None:
    """What a faulty value may have owned is not missed."""
    rules = {rule for rule, _ in told(changed(pointer, value))}
    assert rules
    assert rules.isdisjoint({"span-gap", "span-stray", "text-differs"})


def test_a_misspelt_owner_is_not_missed() -> None:
    """Where the misspelt key would have held spans, their characters are not counted as a gap."""
    data = document()
    data["statement"]["blocs"] = data["statement"].pop("blocks")
    assert told(data) == [("unknown-key", "/statement/blocs")]
    data["statement"]["zzz"] = 5
    assert told(data) == [("unknown-key", "/statement/blocs"), ("unknown-key", "/statement/zzz")]
    assert [each.hint for each in collect_faults(data, iom.Document)] == ["did you mean 'blocks'?", None]
    data = document()
    data["statement"]["unheard of"] = data["statement"].pop("blocks")
    assert told(data) == [("span-gap", "/capture/text"), ("unknown-key", "/statement/unheard of")]


def test_findings_carry_message_expectation_excerpt_and_hint() -> None:
    """Each finding says what is wrong, what would be right, what was found, and, of a misspelt key, what was meant."""
    data = {"id": "A b", "titel": "x", "summary": 5, "children": [{"title": "y"}]}
    assert collect_faults(data, iom.Section) == (
        Finding(rule="missing", message="missing key 'title'", expected="the key 'title': text that is not blank"),
        Finding(
            rule="section-id",
            message="expected a path of slugs joined by '/', at most 32 of them, found 'A b'",
            pointer="/id",
            expected="a path of slugs joined by '/', at most 32 of them",
            excerpt="'A b'",
        ),
        Finding(rule="unknown-key", message="unknown key 'titel'", pointer="/titel", excerpt="'titel'", hint="did you mean 'title'?"),
        Finding(
            rule="type",
            message="expected text that is not blank, or null, found 5",
            pointer="/summary",
            expected="text that is not blank, or null",
            excerpt="5",
        ),
        Finding(
            rule="missing",
            message="missing key 'id'",
            pointer="/children/0",
            expected="the key 'id': a path of slugs joined by '/', at most 32 of them",
        ),
    )


@pytest.mark.parametrize(
    ("data", "cls", "message"),
    [
        ({"start": 5, "end": 5}, iom.Span, "expected an end after the start (5), found 5"),
        ({"basis": "official"}, iom.Curated, "expected a url or a note that names the source"),
        ({"basis": 5, "note": "x"}, iom.Curated, "expected one of official, inferred, secondary, found 5"),
        ({"spans": {}}, iom.Captured, "expected an array, found an object with 0 keys"),
        ({"spans": []}, iom.Captured, "expected at least one element, found an array of 0 elements"),
        ({"name": "x", "start": None, "end": False}, iom.Event, "expected a date such as '2023-09-18', or null, found false"),
        ({"name": "x", "start": "2023"}, iom.Event, "expected a date such as '2023-09-18', found '2023'"),
        ({"name": None}, iom.Event, "expected text that is not blank, found null"),
        ({"name": "x", "xyz": 1}, iom.Event, "unknown key 'xyz'"),
        ({"name": "x", 5: 1}, iom.Event, "expected keys that are text, found 5"),
        ({"name": "\ud800"}, iom.Event, "expected text without lone surrogates, found '\\ud800'"),
        ({"start": -1, "end": 1}, iom.Span, "expected an integer from 0 to 9007199254740991, found -1"),
        ({"start": "0", "end": 1}, iom.Span, "expected an integer from 0 to 9007199254740991, found '0'"),
        (
            {"id": "a", "title": "A", "origins": []},
            iom.Section,
            "expected an object of origins by field name, found an array of 0 elements",
        ),
        ({"id": "a", "title": "A", "origins": {5: NOTED}}, iom.Section, "expected keys that are text, found 5"),
        ({"id": "a", "title": "A", "origins": {"title": 5}}, iom.Section, "expected an object with 'spans' or 'basis', found 5"),
        ([1], iom.Event, "expected an object, found an array of 1 element"),
        ({"spans": []}, iom.Residue, "missing key 'kind'"),
        ({"findings": 5}, iom.Report, "expected an array, found 5"),
        ({}, iom.Span, "missing key 'start'"),
    ],
)
def test_messages_speak_of_json(data: Any, cls: type, message: str) -> None:
    """Messages use the words of JSON, not of Python."""
    assert collect_faults(data, cls)[0].message == message


def test_missing_keys_say_what_they_would_hold() -> None:
    """Each sort of field has its own words."""
    found = {each.message: each.expected for cls in (iom.Residue, iom.Document, iom.Figure) for each in collect_faults({}, cls)}
    assert found == {
        "missing key 'kind'": "the key 'kind': one of chrome, invisible, listing, placeholder, unrecognized",
        "missing key 'reason'": "the key 'reason': text that is not blank",
        "missing key 'spans'": "the key 'spans': an array",
        "missing key 'capture'": "the key 'capture': an object",
        "missing key 'name'": "the key 'name': a name of lower-case words joined by '_'",
        "missing key 'value'": "the key 'value': an integer from 0 to 9007199254740991",
        "missing key 'unit'": "the key 'unit': text that is not blank",
    }


def test_an_array_is_judged_element_by_element() -> None:
    """Pointers start with the index; what is no array at all is one fault."""
    assert told([{"start": 0, "end": 1}, {"start": 0}, 5], tuple[iom.Span, ...]) == [("missing", "/1"), ("type", "/2")]
    assert told({}, tuple[iom.Span, ...]) == [("type", "")]
    assert told((), tuple[iom.Span, ...]) == []


def test_a_misspelt_owner_excuses_no_gap_of_another_record() -> None:
    """The records of an array are independent: what one lost says nothing about the characters of the next."""
    misspelt = document()
    misspelt["statement"]["blocs"] = misspelt["statement"].pop("blocks")
    gap = changed("/residue/0", ...)
    assert told([misspelt, gap], tuple[iom.Document, ...]) == [("unknown-key", "/0/statement/blocs"), ("span-gap", "/1/capture/text")]
    assert told([gap, misspelt], tuple[iom.Document, ...]) == [("span-gap", "/0/capture/text"), ("unknown-key", "/1/statement/blocs")]


def test_keys_that_are_no_text_are_told() -> None:
    """A dict made by hand may have any keys; the finding's pointer is the object's."""
    data: dict[Any, Any] = {"id": "a", "title": "A", 5: 1, None: 2, "origins": {7: NOTED}}
    found = collect_faults(data, iom.Section)
    assert [(each.rule, each.pointer, each.excerpt) for each in found] == [
        ("type", "", "5"),
        ("type", "", "null"),
        ("type", "/origins", "7"),
    ]


def nested(levels: int) -> dict[str, Any]:
    """Return sections nested so many levels deep, ids as they must be."""
    ids = ["/".join(["a"] * level) for level in range(1, levels + 1)]
    section: dict[str, Any] = {"id": ids[-1], "title": "A"}
    for each in reversed(ids[:-1]):
        section = {"id": each, "title": "A", "children": [section]}
    return section


def test_sections_nest_to_the_limit_and_no_further() -> None:
    """32 levels are a value; of a 33rd, and of thousands, the first one too many is told."""
    assert told(nested(32), iom.Section) == []
    assert _generated.DECODERS[iom.Section](nested(32)).id == "a"
    assert told({"id": "o", "name": "O", "sections": [nested(32)]}, iom.Organization) == []
    deeper = "/children/0" * 32
    assert told(nested(33), iom.Section) == [("depth", deeper)]
    assert told(nested(400), iom.Section) == [("depth", deeper)]
    assert collect_faults(nested(33), iom.Section)[0].message == "expected at most 32 levels"
    assert told([nested(32)], tuple[iom.Section, ...]) == []


def test_data_that_holds_itself_is_told() -> None:
    """A cycle ends at the object that is met again, however it branches."""
    data: dict[str, Any] = {"id": "a", "title": "A"}
    data["children"] = [data, data]
    assert told(data, iom.Section) == [("cycle", "/children/0"), ("cycle", "/children/1")]
    assert collect_faults(data, iom.Section)[0].message == "expected no object that holds itself"
    cycle: list[Any] = []
    cycle.append(cycle)
    assert told({"id": "a", "title": "A", "children": cycle, "origins": cycle}, iom.Section) == [
        ("type", "/children/0"),
        ("type", "/origins"),
    ]


def test_shared_objects_are_no_cycle() -> None:
    """The same origin may stand in two places."""
    origin = dict(NOTED)
    assert told({"id": "a", "title": "A", "summary": "B", "origins": {"title": origin, "summary": origin}}, iom.Section) == []


def test_doubling_objects_end_at_the_limit_of_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty levels of shared objects, a billion on paper, take no longer than the listing of faults."""
    monkeypatch.setattr("iom_content.codec.faults.MAX_FINDINGS", 50)
    data: dict[str, Any] = {"id": "a", "title": "A"}
    for _ in range(30):
        data = {"id": "a", "title": "A", "children": [data, data]}
    found = collect_faults(data, iom.Section)
    assert len(found) == 51
    assert "too-many" in {each.rule for each in found}


def test_exactly_as_many_findings_as_allowed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is no reason to say that there are more."""
    monkeypatch.setattr("iom_content.codec.faults.MAX_FINDINGS", 2)
    assert [rule for rule, _ in told({}, iom.Span)] == ["missing", "missing"]
    assert [rule for rule, _ in told({"x": 1}, iom.Span)] == ["missing", "too-many", "unknown-key"]


def test_huge_values_are_shown_shortened() -> None:
    """Neither a long text nor an integer of thousands of digits floods a message."""
    found = collect_faults({"id": "x " * 5000, "title": 10**5000, "y" * 5000: 1}, iom.Section)
    assert [each.rule for each in found] == ["section-id", "type", "unknown-key"]
    assert all(len(each.message) < 200 for each in found)
    assert found[1].excerpt == "an integer of about 5001 digits"
    assert found[2].pointer == "/" + "y" * 5000


@pytest.mark.parametrize(
    ("found", "excerpt"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-(2**200) + 1, str(-(2**200) + 1)),
        (2**200, "an integer of about 61 digits"),
        (1.5, "1.5"),
        (float("nan"), "nan"),
        ("it's", '"it\'s"'),
        ("a\nb", "'a\\nb'"),
        ({}, "an object with 0 keys"),
        ({"a": 1}, "an object with 1 key"),
        ([], "an array of 0 elements"),
        ((1,), "an array of 1 element"),
        (object(), "a Python object"),
        ({1}, "a Python set"),
    ],
)
def test_excerpts_show_plain_data_on_one_line(found: Any, excerpt: str) -> None:
    """Texts and numbers are shown, what holds others is counted."""
    assert excerpt_of(found) == excerpt


def test_findings_can_always_be_encoded() -> None:
    """Lone surrogates in keys and values are written as escapes in every text of the finding."""
    found = fault("a", "\ud800", pointer="/\udc00", expected="\ud801", excerpt="x" * 400, hint="é")
    assert found == Finding(rule="a", message="\\ud800", pointer="/\\udc00", expected="\\ud801", excerpt="x" * 299 + "…", hint="é")
    told_of = collect_faults({"id": "a", "title": "\ud800", "\ud800/": 1, "origins": {"\ud800": NOTED}}, iom.Section)
    assert [each.pointer for each in told_of] == ["/title", "/origins/\\ud800", "/\\ud800~1"]
    assert all(each.message.encode() for each in told_of)
    assert all(type(each) is Finding and attrs.evolve(each) == each for each in (found, *told_of))


def test_reading_order_follows_the_data_not_the_declaration() -> None:
    """Findings come as a reader of the data meets them, indexes by number, each once."""
    first, second = fault("x", "m", pointer="/b/10"), fault("x", "m", pointer="/b/9")
    whole, beyond, lost = fault("x", "m"), fault("x", "m", pointer="/b/99"), fault("x", "m", pointer="/c")
    data = {"b": [0] * 11, "a": {"z": 0, "y": 0}}
    inner, outer = fault("x", "m", pointer="/a/y"), fault("x", "m", pointer="/a")
    assert in_reading_order(data, [lost, inner, first, whole, first, second, outer, beyond]) == (
        whole,
        beyond,
        second,
        first,
        outer,
        inner,
        lost,
    )


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value in plain data."""
    if path:
        yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(value, (*path, key))


ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    7,
    2**53,
    10**5000,
    1.5,
    "",
    " ",
    "a",
    "our-work",
    "\ud800",
    "2024-05-04",
    [],
    [None],
    [[]],
    {},
    {"spans": 5},
    {"start": 1},
    {1: 2},
]
PATHS = list(places(document()))


@given(st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from([..., *ODD])), min_size=1, max_size=6), st.sampled_from(sorted(KINDS)))
def test_the_collector_refuses_what_the_decoder_refuses(changes: list[tuple[tuple[Any, ...], Any]], kind: str) -> None:
    """On mutated data collector and decoder always agree, and no rule stumbles over the salvage."""
    data = document()
    for (*parents, last), value in changes:
        here: Any = data
        for key in parents:
            here = here[key] if (isinstance(here, dict) and key in here) or (isinstance(here, list) and key in range(len(here))) else None
        if (isinstance(here, dict) and last in here) or (isinstance(here, list) and last in range(len(here))):
            if value is ...:
                del here[last]
            else:
                here[last] = copy.deepcopy(value)
    organization = data.get("organization") if isinstance(data.get("organization"), dict) else {}
    sections = organization.get("sections") if isinstance(organization, dict) else None
    record = {
        "document": data,
        "organization": organization,
        "statement": data.get("statement"),
        "section": sections[0] if isinstance(sections, list) and sections else None,
    }[kind]
    cls = KINDS[kind]
    faults = collect_faults(record, cls)
    if faults:
        with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
            _generated.DECODERS[cls](record)
        assert json.dumps(encode(iom.Report(findings=faults)), ensure_ascii=False).encode()
        # The constructor, which `fault` passes by, would refuse none of them.
        assert tuple(map(attrs.evolve, faults)) == faults
    else:
        assert isinstance(_generated.DECODERS[cls](record), cls)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
        max_leaves=8,
    )
)
def test_never_raises(data: Any) -> None:
    """Anything at all has faults or is a value."""
    for cls in _generated.DECODERS:
        assert all(type(each) is Finding and attrs.evolve(each) == each for each in collect_faults(data, cls))


def test_tuples_of_tuples_are_collected_place_by_place() -> None:
    """Every fault of an answer's places has its pointer, and a sound answer has none."""
    sound = encode(iom.check_quote("no easy task"))
    assert collect_faults(sound, iom.QuoteCheck) == ()
    faulty = {**sound, "places": ["p2", [5, *sound["places"][0]], [{**sound["places"][0][0], "label": ""}]]}
    assert [finding.pointer for finding in collect_faults(faulty, iom.QuoteCheck)] == ["/places/0", "/places/1/0", "/places/2/0/label"]


def test_rules_of_answers_conclude_nothing_from_what_is_faulty() -> None:
    """A missing text or place is its own fault; spans, snippets, sides and edits are not judged by it."""
    hit = encode(iom.search("task")[0])
    line = encode(iom.concordance("task")[0])
    change = encode(next(change for change in iom.diff(iom.load(), iom.Catalog())))
    edited = {**change, "edits": [{"kind": "equal", "text": 5, "old_start": 0, "old_end": 1, "new_start": 0, "new_end": 1}]}
    for cls, plain, pointer in (
        (iom.Hit, {**hit, "block_text": 5}, "/block_text"),
        (iom.Hit, {**hit, "spans": [{"start": "a", "end": 4}]}, "/spans/0/start"),
        (iom.Line, {**line, "left": 5}, "/left"),
        (iom.Change, {**change, "kind": "of no kind"}, "/kind"),
        (iom.Change, edited, "/edits/0/text"),
    ):
        assert pointer in [finding.pointer for finding in collect_faults(plain, cls)]
    assert "snippet-elsewhere" in [finding.rule for finding in collect_faults({**hit, "snippet": "elsewhere"}, iom.Hit)]
    outside = {**hit, "spans": [{"start": 4, "end": 8}, {"start": 0, "end": 4}]}
    assert [(each.rule, each.excerpt) for each in collect_faults(outside, iom.Hit)] == [("words-outside", "'0-4'")]
    check = encode(iom.check_figure("member_states", 175))
    never = {**check, "past": check["figure"]}
    assert ("past-figure", "175") in [(each.rule, each.excerpt) for each in collect_faults(never, iom.FigureCheck)]
    assert [each.pointer for each in collect_faults({**check, "figure": {**check["figure"], "value": "many"}}, iom.FigureCheck)] == [
        "/figure/value"
    ]
    assert [each.rule for each in collect_faults({**check, "figure": 5}, iom.FigureCheck)] == ["type"]
