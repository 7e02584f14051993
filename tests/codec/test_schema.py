"""The JSON Schemas: valid, complete, and as strict as the decoder where a schema can be."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped,unused-ignore]
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec import schema as schema_module
from iom_content.codec.decode import decode, encode, encode_text
from iom_content.codec.faults import collect_faults
from iom_content.codec.kinds import KINDS
from iom_content.codec.plain import decode_date
from iom_content.codec.schema import fingerprint, json_schema
from iom_content.model import constraints
from iom_content.model.constraints import Constraint
from iom_content.model.declaration import examples_of, fields_of

PATTERNS = {
    name: found
    for name, found in vars(constraints).items()
    if isinstance(found, Constraint) and found.pattern is not None and name.isupper()
}
SECTION = {"id": "a", "title": "A", "children": [{"id": "a/b", "title": "B"}], "origins": {"title": {"basis": "official", "note": "n"}}}
STATEMENT = {
    "id": "s",
    "organization": "o",
    "published": "2024-02-29",
    "event": {"name": "E"},
    "blocks": [{"kind": "list_item", "text": "t", "depth": 1, "marks": ["truncated"], "spans": [{"start": 0, "end": 1}]}],
}
ORGANIZATION = {
    "id": "o",
    "name": "O",
    "sections": [SECTION],
    "figures": [{"name": "boats", "value": 0, "unit": "boat", "qualifier": "around", "origin": {"spans": [{"start": 0, "end": 1}]}}],
}
DOCUMENT = {
    "capture": {"text": "", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    "residue": [],
    "notes": [{"code": "c", "message": "m"}],
}
RECORDS: dict[str, dict[str, Any]] = {"organization": ORGANIZATION, "section": SECTION, "statement": STATEMENT, "document": DOCUMENT}


def accepted(kind: str, data: Any) -> bool:
    """Tell whether two validators accept data, and that they agree."""
    schema = json_schema(kind)
    verdicts: set[bool] = {
        jsonschema.Draft202012Validator(schema).is_valid(data),
        jsonschema_rs.Draft202012Validator(schema).is_valid(data),
    }
    assert len(verdicts) == 1
    return verdicts.pop()


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_schema_is_a_schema(kind: str) -> None:
    """Each says its dialect and its own name, and holds to the dialect's schema of schemas."""
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)
    parts = ["$schema", "$id", "title", "description", "type", "properties", "required", "additionalProperties", "examples", "$defs"]
    assert list(schema) == parts
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:iom-content:schema:1:{kind}"
    assert schema["title"] == KINDS[kind].__name__
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("kind", list(KINDS))
def test_sound_records_pass(kind: str) -> None:
    """Hand-made records, and what is written of the values they decode to, with the version and without."""
    assert accepted(kind, RECORDS[kind])
    value = iom.loads(json.dumps(RECORDS[kind]), KINDS[kind])
    assert accepted(kind, encode(value))
    assert accepted(kind, json.loads(encode_text(value)))


def test_the_bundled_records_pass() -> None:
    """The shipped files hold to the schemas."""
    for kind in ("document", "organization"):
        for file in iom.data_files().joinpath(f"{kind}s").iterdir():
            assert accepted(kind, json.loads(file.read_bytes()))


def test_each_call_gives_a_new_dict() -> None:
    """Whoever changes a schema changes their own."""
    first = json_schema("section")
    first["properties"]["title"].clear()
    first["$defs"].clear()
    assert json_schema("section")["properties"]["title"]["type"] == "string"
    assert json_schema("section")["$defs"]


def test_an_unknown_kind_is_not_found() -> None:
    """The error names the near kind."""
    with pytest.raises(iom.NotFound) as caught:
        json_schema("Section")
    assert caught.value == iom.NotFound("kind", "Section", ("section",))


def test_definitions_are_those_that_are_reached() -> None:
    """A schema holds what its records can hold, once each, in alphabetical order, and itself by `#`."""
    assert list(json_schema("section")["$defs"]) == ["Captured", "Curated", "Origin", "Span"]
    assert list(json_schema("organization")["$defs"]) == [
        "Captured",
        "Curated",
        "Figure",
        "Identifier",
        "Name",
        "Origin",
        "Section",
        "Span",
    ]
    everything = [
        "Block",
        "Capture",
        "Captured",
        "Curated",
        "Event",
        "Extraction",
        "Figure",
        "Identifier",
        "Name",
        "Note",
        "Organization",
        "Origin",
        "Residue",
    ]
    assert list(json_schema("document")["$defs"]) == [*everything, "Section", "Span", "Statement", "Translation"]
    assert json_schema("organization")["$defs"]["Section"]["properties"]["children"]["items"] == {"$ref": "#/$defs/Section"}


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_class_and_field_is_described(kind: str) -> None:
    """Titles, descriptions, required keys and closed objects throughout."""
    schema = json_schema(kind)
    names = {schema["title"], *schema["$defs"]} - {"Origin"}
    classes: dict[str, type] = {name: getattr(iom, name) for name in names}
    for name, each in {schema["title"]: schema, **schema["$defs"]}.items():
        assert each["title"] == name
        assert each["description"].endswith(".")
        if name == "Origin":
            assert each["description"] == "Where a value comes from."
        else:
            assert each["type"] == "object"
            assert each["additionalProperties"] is False
            fields = fields_of(classes[name])
            assert each["required"] == [field.name for field in fields if field.required]
            properties = dict(each["properties"])
            assert (properties.pop("schema_version", None) is not None) is (classes[name] in KINDS.values())
            assert {key: value["description"] for key, value in properties.items()} == {field.name: field.doc for field in fields}
            assert all(field.required is ("default" not in properties[field.name]) for field in fields)


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_class_has_an_example_that_its_schema_accepts(kind: str) -> None:
    """It is the one of the docstring, which decodes to the value that is shown there."""
    schema = json_schema(kind)
    validator = jsonschema.Draft202012Validator(schema)
    for name, each in {schema["title"]: schema, **schema["$defs"]}.items():
        if name != "Origin":
            (example,) = each["examples"]
            assert [error.message for error in validator.evolve(schema=each).iter_errors(example)] == []
            assert type(decode(example, getattr(iom, name))).__name__ == name
    assert json_schema("section")["$defs"]["Span"]["examples"] == [{"start": 2, "end": 12}]


def test_examples_are_those_that_a_docstring_reads() -> None:
    """On one line or several; reading another class, or a text that is not written out, is none."""

    class Shown:
        """A class.

        Example:
            >>> iom.loads('{"a": 1}', iom.Shown), iom.loads('[]', iom.Other)
            >>> iom.loads(
            ...     '{"b": '
            ...     '[]}', iom.Shown
            ... )
            [...]
            >>> print(iom.loads)
        """

    assert examples_of(Shown) == ({"a": 1}, {"b": []})
    assert examples_of(type("Silent", (), {})) == ()


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_schemas_are_shipped_as_files(kind: str) -> None:
    """Each is what the function gives."""
    shipped = Path(iom.__file__).parent / "schemas" / f"{kind}.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == json_schema(kind)
    assert shipped.read_text(encoding="utf-8").endswith("}\n")
    assert len(list(shipped.parent.iterdir())) == len(KINDS)


CHANGES: dict[str, Callable[[Any], Any]] = {
    "a field": lambda schema: schema["properties"].pop("summary"),
    "a demand": lambda schema: schema["required"].pop(),
    "a pattern": lambda schema: schema["properties"]["title"].pop("pattern"),
    "a default": lambda schema: schema["properties"]["heading"].update(default="x"),
    "a part": lambda schema: schema["$defs"]["Span"]["properties"]["start"].update(minimum=1),
    "a field that is named like a keyword": lambda schema: schema["properties"].update(title={"type": "integer"}),
}
WORDS: dict[str, Callable[[Any], Any]] = {
    "a description": lambda schema: schema["properties"]["title"].update(description="x"),
    "an example": lambda schema: schema.update(examples=[]),
    "a title": lambda schema: schema["$defs"]["Span"].update(title="x"),
    "the id": lambda schema: schema.update({"$id": "x"}),
    "the version": lambda schema: schema["properties"]["schema_version"].update(const=2),
}


@pytest.mark.parametrize("change", [*CHANGES, *WORDS])
def test_a_fingerprint_is_that_of_the_demands(monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """What a schema refuses or fills in changes it, words for people and the version itself do not."""
    before = fingerprint()
    real = json_schema

    def changed(kind: str) -> Any:
        found = real(kind)
        if kind == "section":
            {**CHANGES, **WORDS}[change](found)
        return found

    monkeypatch.setattr(schema_module, "json_schema", changed)
    assert (fingerprint() != before) is (change in CHANGES)


def test_properties_say_what_the_declaration_says() -> None:
    """One property of each sort, whole."""
    statement, document = json_schema("statement"), json_schema("document")
    block = statement["$defs"]["Block"]["properties"]
    assert statement["properties"]["schema_version"] == {
        "description": "Version of the schema that the record follows; the current one if it is missing.",
        "type": "integer",
        "const": 1,
    }
    assert block["kind"]["type"] == "string"
    assert block["kind"]["enum"] == [kind.value for kind in iom.BlockKind]
    assert block["depth"] == {
        "description": "Level of a list item, 1 at the top; None for other kinds.",
        "type": ["integer", "null"],
        "minimum": 1,
        "maximum": 2**53 - 1,
        "default": None,
    }
    assert block["marks"]["items"] == {"type": "string", "enum": ["duplicate", "truncated"]}
    assert (block["marks"]["type"], block["marks"]["uniqueItems"], block["marks"]["default"]) == ("array", True, [])
    assert "minItems" not in block["marks"]
    assert statement["properties"]["published"]["format"] == "date"
    assert statement["properties"]["published"]["type"] == ["string", "null"]
    assert statement["properties"]["event"] == {
        "description": "The occasion.",
        "anyOf": [{"$ref": "#/$defs/Event"}, {"type": "null"}],
        "default": None,
    }
    assert statement["properties"]["origins"] == {
        "description": "Where each field comes from; a block's place is in `Block.spans`.",
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/Origin"},
        "default": {},
    }
    assert statement["$defs"]["Captured"]["properties"]["spans"] == {
        "description": "Where it stands, in reading order, at least one place.",
        "type": "array",
        "items": {"$ref": "#/$defs/Span"},
        "minItems": 1,
    }
    assert statement["$defs"]["Origin"]["anyOf"] == [{"$ref": "#/$defs/Captured"}, {"$ref": "#/$defs/Curated"}]
    assert document["$defs"]["Capture"]["properties"]["text"] == {
        "description": "Every code point, line ends and marks included.",
        "type": "string",
    }
    assert document["$defs"]["Figure"]["properties"]["qualifier"]["default"] == "exactly"
    assert document["$defs"]["Figure"]["properties"]["origin"]["anyOf"] == [{"$ref": "#/$defs/Origin"}, {"type": "null"}]
    assert document["$defs"]["Note"]["properties"]["pointer"]["default"] == ""
    assert document["properties"]["capture"] == {"description": "The page as captured.", "$ref": "#/$defs/Capture"}


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("section", {"titel": "A"}),
        ("section", {"title": None}),
        ("section", {"title": " "}),
        ("section", {"title": "\u3000"}),
        ("section", {"title": 5}),
        ("section", {"id": "a\n"}),
        ("section", {"id": "A"}),
        ("section", {"summary": 5}),
        ("section", {"children": None}),
        ("section", {"children": {}}),
        ("section", {"children": [5]}),
        ("section", {"origins": None}),
        ("section", {"origins": {"title": {}}}),
        ("section", {"origins": {"title": {"spans": []}}}),
        ("section", {"origins": {"title": {"basis": "official", "note": "n", "spans": [{"start": 0, "end": 1}]}}}),
        ("section", {"origins": {"title": {"spans": [{"start": 0, "end": 0}]}}}),
        ("section", {"schema_version": 2}),
        ("section", {"schema_version": "1"}),
        ("statement", {"published": "2023-02-29"}),
        ("statement", {"published": "2024-02-29\n"}),
        ("statement", {"published": "20240229"}),
        ("statement", {"url": "harbour.example"}),
        ("statement", {"language": "english, mostly"}),
        ("statement", {"event": {}}),
        ("statement", {"blocks": [{"kind": "Paragraph", "text": "t"}]}),
        ("statement", {"blocks": [{"kind": "list_item", "text": "t", "depth": 0}]}),
        ("statement", {"blocks": [{"kind": "list_item", "text": "t", "depth": 2**53}]}),
        ("statement", {"blocks": [{"kind": "list_item", "text": "t", "depth": True}]}),
        ("statement", {"blocks": [{"kind": "paragraph", "text": "t", "marks": ["truncated", "truncated"]}]}),
        ("document", {"capture": None}),
        ("document", {"notes": [{"code": "c", "message": "m", "pointer": "a"}]}),
        ("document", {"organization": 5}),
        ("organization", {"figures": [{"name": "boats", "value": -1, "unit": "boat"}]}),
        ("organization", {"figures": [{"name": "boats", "value": 1, "unit": "boat", "as_of": "2024-13"}]}),
    ],
)
def test_faulty_records_are_refused_by_schema_and_collector(kind: str, change: dict[str, Any]) -> None:
    """What binds no several fields is refused by both."""
    data = RECORDS[kind] | change
    assert not accepted(kind, data)
    assert collect_faults(data, KINDS[kind])


@pytest.mark.parametrize("name", PATTERNS)
@given(data=st.data())
def test_patterns_mean_the_same_in_python_and_rust(name: str, data: st.DataObject) -> None:
    """A pattern of a schema accepts what the constraint accepts, also with a line feed at the end."""
    constraint = PATTERNS[name]
    alphabet = st.sampled_from("aAz09-_/:.~%?#[]{}|^`\\ \n\t\x0b\x1c\x85\xa0é字\u2003\u3000\U0001f600httpsfren2024-0513")
    text = data.draw(st.from_regex(constraint.pattern or "", fullmatch=True) | st.text(alphabet, max_size=12)) + data.draw(
        st.sampled_from(["", "", "\n", " "])
    )
    anchored = rf"^(?:{constraint.pattern})$(?!\n)"
    if "\\ud8" not in json.dumps(text):
        verdict = constraint.accepts_text(text)
        assert (re.search(anchored, text) is not None) is verdict
        assert jsonschema_rs.is_valid({"pattern": anchored}, text) is verdict


@given(
    st.dates()
    | st.tuples(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)).map(lambda each: f"{each[0]:04}-{each[1]:02}-{each[2]:02}")
)
def test_the_date_pattern_is_the_calendar(day: date | str) -> None:
    """The pattern accepts a text exactly if it is a day that exists."""
    text = str(day)
    pattern = json_schema("statement")["properties"]["published"]["pattern"]
    try:
        decode_date(text)
        exists = True
    except ValueError:
        exists = False
    assert (re.search(pattern, text) is not None) is exists
    assert re.search(pattern, f"{text}\n") is None
    assert re.search(pattern, f" {text}") is None


@pytest.mark.parametrize(
    ("day", "exists"),
    [
        ("0000-01-01", False),
        ("0000-02-29", False),
        ("0001-01-01", True),
        ("9999-12-31", True),
        ("1900-02-29", False),
        ("2000-02-29", True),
        ("2100-02-29", False),
        ("2024-02-29", True),
        ("2023-02-28", True),
        ("2024-04-31", False),
        ("2024-11-30", True),
        ("2024-12-31", True),
        ("2024-00-10", False),
        ("2024-10-00", False),
    ],
)
def test_the_date_pattern_knows_the_edges(day: str, exists: bool) -> None:  # noqa: FBT001
    """Leap years, short months and the first and last year."""
    assert (re.search(json_schema("statement")["properties"]["published"]["pattern"], day) is not None) is exists
