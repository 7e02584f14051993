"""Values from plain data and JSON text, and back, with places in every refusal."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

import iom_content as iom
from iom_content.codec import decode as decode_module
from iom_content.codec.decode import decode, decode_text, encode, encode_text, migrated, placed
from iom_content.codec.findings import fault
from iom_content.codec.places import locate
from iom_content.model.report import Finding

SECTION = iom.Section(
    id="a",
    title="A",
    children=(iom.Section(id="a/b", title="B", summary="Below."),),
    origins=iom.Origins({"title": iom.Curated(basis=iom.Basis.OFFICIAL, note="by hand")}),
)
VALUES: tuple[Any, ...] = (
    SECTION,
    iom.Organization(id="o", name="O", sections=(SECTION,), figures=(iom.Figure(name="boats", value=3, unit="boat"),)),
    iom.Statement(id="s", organization="o", blocks=(iom.Block(kind=iom.BlockKind.PARAGRAPH, text="One."),), event=iom.Event(name="E")),
    iom.Document(capture=iom.Capture(text="", sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")),
    iom.Capture(
        text="",
        sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        extraction=iom.Extraction(rule="html-1", sha256="0" * 64),
    ),
    iom.Term(id="t", name="T", language="en", short_forms=("tt",)),
    iom.Rights(holder="H", attribution="A", statement="S"),
    iom.Report(findings=(iom.Finding(rule="r", message="m", line=3, severity=iom.Severity.INFO),)),
    iom.Finding(rule="r", message="m"),
    iom.Captured(spans=(iom.Span(start=0, end=1),)),
)


def array_of(cls: type) -> Any:
    """Return the type of an array of a class that is known only at run time."""
    return tuple.__class_getitem__((cls, ...))


def faults_of(source: str | bytes, cls: Any) -> list[tuple[str, str, int | None, int | None]]:
    """Return rule and place of each fault of a refused text."""
    with pytest.raises(iom.InvalidData) as caught:
        decode_text(source, cls)
    return [(each.rule, each.pointer, each.line, each.column) for each in caught.value.findings]


@pytest.mark.parametrize("value", VALUES)
def test_what_is_encoded_decodes_to_the_same_value(value: Any) -> None:
    """Plain data and text both carry everything."""
    assert decode(encode(value), type(value)) == value
    assert decode_text(encode_text(value), type(value)) == value
    assert decode_text(encode_text(value).encode(), type(value)) == value
    assert decode_text(encode_text((value, value)), array_of(type(value))) == (value, value)


def test_a_field_added_later_is_written_only_where_it_says_something() -> None:
    """Records from before a field was added keep their bytes."""
    document = VALUES[3]
    assert "extraction" not in encode(document)["capture"]
    assert encode(VALUES[4])["extraction"] == {"rule": "html-1", "sha256": "0" * 64}


@pytest.mark.parametrize("value", VALUES)
def test_canonical_text_is_a_fixed_point(value: Any) -> None:
    """Writing what was read gives the same bytes."""
    text = encode_text(value)
    assert encode_text(decode_text(text, type(value))) == text


@pytest.mark.parametrize("value", VALUES)
def test_records_say_their_schema_version(value: Any) -> None:
    """The four kinds carry the version, at the root and nowhere below; other values do not."""
    plain = json.loads(encode_text(value))
    is_record = isinstance(value, iom.Organization | iom.Section | iom.Statement | iom.Document)
    assert plain.pop("schema_version", None) == (iom.SCHEMA_VERSION if is_record else None)
    assert plain == encode(value)
    assert json.loads(encode_text(value, schema_version=False)) == encode(value)
    assert [each.get("schema_version") for each in json.loads(encode_text((value,)))] == [iom.SCHEMA_VERSION if is_record else None]


def test_an_empty_array_is_an_empty_tuple() -> None:
    """No values are values too."""
    assert decode_text("[]", tuple[iom.Section, ...]) == ()
    assert decode((), tuple[iom.Section, ...]) == ()
    assert encode_text(()) == "[]\n"


def test_every_fault_of_a_text_has_its_place() -> None:
    """An unknown key is placed at the key, a missing one at its object, all else at the value."""
    text = (
        '{\n  "id": "A",\n  "titel": "A",\n  "children": [\n'
        '    {"id": "b/c", "title": "\\u00e9", "summary": 5}\n  ],\n  "origins": {"mark": null}\n}'
    )
    assert faults_of(text, iom.Section) == [
        ("missing", "", 1, 1),
        ("section-id", "/id", 2, 9),
        ("unknown-key", "/titel", 3, 3),
        ("type", "/children/0/summary", 5, 49),
        ("origin-unknown", "/origins/mark", 7, 15),
        ("type", "/origins/mark", 7, 23),
    ]


def test_a_fault_of_a_field_that_is_left_out_stands_at_its_object() -> None:
    """A rule may point to what the text leaves out; the line is then that of what is there."""
    findings = (fault("x", "m", pointer="/a/b/c"), fault("y", "m", pointer="/z"), fault("unknown-key", "m", pointer="/a/q"))
    assert [(each.rule, each.line, each.column) for each in placed(findings, locate('\n{"a": {"b": 1}}'))] == [
        ("y", 2, 1),
        ("unknown-key", 2, 7),
        ("x", 2, 13),
    ]


def test_what_has_no_place_keeps_none() -> None:
    """Where there is no text there are no lines."""
    findings = (fault("x", "m", pointer="/a"), fault("y", "m"))
    assert placed(findings, locate("")) == findings


def test_a_broken_text_is_refused_under_the_name_of_its_class() -> None:
    """The error says what was asked for."""
    with pytest.raises(iom.InvalidData) as caught:
        decode_text("{", iom.Section)
    assert caught.value.kind == "section"
    with pytest.raises(iom.InvalidData) as caught:
        decode_text("[{}, 5]", tuple[iom.Event, ...])
    assert str(caught.value) == (
        "not an array of events: 2 faults\n"
        "  line 1, column 2 (/0): missing key 'name'\n"
        "  line 1, column 6 (/1): expected an object, found 5"
    )


@pytest.mark.parametrize(
    ("source", "message"), [("{}", "expected an array, found an object with 0 keys"), ('"ab"', "expected an array, found 'ab'")]
)
def test_an_array_is_asked_for_and_must_be_given(source: str, message: str) -> None:
    """Neither an object nor a text passes for an array."""
    with pytest.raises(iom.InvalidData) as caught:
        decode_text(source, tuple[iom.Section, ...])
    assert [each.message for each in caught.value.findings] == [message]


def test_a_newer_schema_version_is_refused_with_the_command_that_upgrades() -> None:
    """Of a record of the future nothing else is judged; in an array the pointer starts with the index."""
    with pytest.raises(iom.InvalidData) as caught:
        decode_text('{"schema_version": 2, "shape": "unknown"}', iom.Section)
    assert caught.value == iom.InvalidData(
        "section",
        (
            Finding(
                rule="schema-version",
                message="schema version 2 is newer than 1, the newest that this version of iom-content knows",
                pointer="/schema_version",
                line=1,
                column=20,
                expected="at most 1",
                excerpt="2",
                hint="python3 -m pip install --upgrade iom-content",
            ),
        ),
    )
    assert faults_of('[{"id": "a", "title": "A"}, {"schema_version": 9}]', tuple[iom.Section, ...]) == [
        ("schema-version", "/1/schema_version", 1, 48)
    ]


@pytest.mark.parametrize("version", ["0", "-1", "1.0", '"1"', "null", "true", "[1]"])
def test_what_is_no_schema_version_is_refused_beside_all_else(version: str) -> None:
    """A version that is none hides no other fault."""
    assert faults_of(f'{{"schema_version": {version}, "id": "a"}}', iom.Section) == [
        ("missing", "", 1, 1),
        ("schema-version", "/schema_version", 1, 20),
    ]


def test_only_records_have_a_schema_version() -> None:
    """To other values it is an unknown key."""
    assert faults_of('{"schema_version": 1, "name": "E"}', iom.Event) == [("unknown-key", "/schema_version", 1, 2)]
    plain = {"schema_version": 2}
    assert migrated(plain, iom.Event) is plain
    assert migrated(plain, tuple[iom.Section, ...]) is plain


def test_a_refusal_without_a_known_fault_is_still_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the collector find nothing, the decoder's no stands."""
    monkeypatch.setattr(decode_module, "collect_faults", lambda *_: ())
    with pytest.raises(iom.InvalidData) as caught:
        decode({}, iom.Section)
    assert caught.value == iom.InvalidData("section", (Finding(rule="refused", message="this makes no section"),))


@pytest.mark.parametrize(
    "cls", [iom.Catalog, iom.Origins, dict, int, tuple[int, ...], tuple[iom.Span, iom.Span], iom.Section | None, "Section", []]
)
def test_classes_that_cannot_be_decoded_are_named(cls: Any) -> None:
    """What is no value class of ours is refused before anything is read."""
    name = getattr(cls, "__name__", None) or repr(cls)
    with pytest.raises(iom.UnsupportedValue) as caught:
        decode({}, cls)
    named = name if cls != tuple[int, ...] else "int"
    assert caught.value == iom.UnsupportedValue("json", f"cannot carry a value of type {named}: it is no record of this library")
    with pytest.raises(iom.UnsupportedValue, match="format 'json' cannot carry a value of type "):
        decode_text("{}", cls)


@pytest.mark.parametrize(
    ("value", "name"), [(5, "int"), ({"id": "a"}, "dict"), ([], "list"), ((5,), "int"), (iom.Catalog(), "Catalog"), (None, "NoneType")]
)
def test_values_that_cannot_be_encoded_are_named(value: object, name: str) -> None:
    """The error names the type, also of an element."""
    with pytest.raises(iom.UnsupportedValue) as caught:
        encode(value)
    assert caught.value == iom.UnsupportedValue("json", f"cannot carry a value of type {name}: it is no record of this library")
    with pytest.raises(iom.UnsupportedValue):
        encode_text(value)


def test_missing_keys_read_as_their_defaults() -> None:
    """A record may leave out whatever has a default, dates and values within included."""
    assert decode({"name": "E"}, iom.Event) == iom.Event(name="E")
    assert decode({"name": "E", "start": None, "end": "2024-05-04"}, iom.Event).start is None
    assert decode({"id": "s", "organization": "o"}, iom.Statement) == iom.Statement(id="s", organization="o")
    assert decode({"id": "o", "name": "O"}, iom.Organization) == iom.Organization(id="o", name="O")
    assert decode({"language": "fr", "text": "T"}, iom.Name).origin is None
    capture = {"text": "", "sha256": VALUES[3].capture.sha256}
    assert decode({"capture": capture}, iom.Document) == VALUES[3]


@pytest.mark.parametrize("value", VALUES)
def test_every_field_is_written_out(value: Any) -> None:
    """Nothing is left out, nulls and empty arrays included."""
    assert list(encode(value)) == [field.name for field in attrs.fields(type(value))]
