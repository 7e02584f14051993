"""Records in the texts that hold them: JSON, JSON Lines and YAML."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec import texts
from iom_content.codec.texts import SYNTAXES, readings, syntax_of

BOM = b"\xef\xbb\xbf"


def told(source: str | bytes, syntax: str) -> list[tuple[Any, list[tuple[str, int | None, int | None]]]]:
    """Return the data of each reading with rule and place of its faults."""
    return [(each.data, [(fault.rule, fault.line, fault.column) for fault in each.faults]) for each in readings(source, syntax)]


@pytest.mark.parametrize("syntax", list(SYNTAXES))
@pytest.mark.parametrize("kind", [str, bytes])
def test_a_sound_record_is_read(syntax: str, kind: type) -> None:
    """From text and from bytes, with places where they are asked for."""
    text = '{"id": "ü", "n": [1]}\n'
    (reading,) = readings(text if kind is str else text.encode(), syntax)
    assert (reading.data, reading.faults, reading.above) == ({"id": "ü", "n": [1]}, (), 0)
    assert reading.places is not None
    assert (reading.places().value("/n/0"), reading.places().key("/n")) == ((1, 19), (1, 13))


def test_an_unknown_syntax_is_not_found() -> None:
    """The names are few enough to list."""
    with pytest.raises(iom.NotFound) as caught:
        readings("", "toml")
    assert caught.value == iom.NotFound("syntax", "toml", (), ("json", "jsonl", "yaml"))


@pytest.mark.parametrize(
    ("path", "syntax"),
    [
        ("a.json", "json"),
        ("a.JSONL", "jsonl"),
        ("a/b.c.ndjson", "jsonl"),
        ("a.yaml", "yaml"),
        ("a.Yml", "yaml"),
        ("a.txt", "json"),
        ("yaml", "json"),
        ("", "json"),
    ],
)
def test_a_suffix_tells_the_syntax(path: str, syntax: str) -> None:
    """Whatever its case; JSON where it tells none."""
    assert syntax_of(path) == syntax


@pytest.mark.parametrize(
    ("text", "data", "rules"),
    [
        ('{"a": 1, "a": 2}', {"a": 2}, ["duplicate-key"]),
        (' {"a": NaN, "b": -Infinity, "c": 1e999, "d": 1.5}', {"a": None, "b": None, "c": None, "d": 1.5}, ["not-json-number"] * 3),
        ('{"a": 9007199254740992, "b": 7}', {"a": None, "b": 7}, ["integer-range"]),
        ('{"a": ' + "9" * 5000 + "}", {"a": None}, ["integer-range"]),
        ('["\\ud800"]', ["\ud800"], ["lone-surrogate"]),
        ('\n\t{"a": 1} x', {"a": 1}, ["trailing-data"]),
        ('{"a": 1, "a": 2} {"b": 3}', {"a": 2}, ["duplicate-key", "trailing-data"]),
    ],
)
def test_faults_that_do_not_hide_the_data(text: str, data: Any, rules: list[str]) -> None:
    """What the text says all the same is read; of a number beyond all bounds nothing is known."""
    (reading,) = readings(text, "json")
    assert reading.data == data
    assert [fault.rule for fault in reading.faults] == rules
    assert reading.places is not None


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ('{"a": ', "truncated"),
        ("{'a': 1}", "syntax"),
        ("[" * 101 + "]" * 101, "depth"),
        ("", "empty"),
        (b"\xff", "encoding"),
        ('{"a": 1, "a": 2,}', "syntax"),
    ],
)
def test_faults_that_break_a_record(source: str | bytes, rule: str) -> None:
    """Nothing is read then."""
    (reading,) = readings(source, "json")
    assert (reading.data, reading.places) == (None, None)
    assert reading.faults[-1].rule == rule


def test_a_byte_order_mark_hides_nothing() -> None:
    """It counts as no column; JSON does not allow it, YAML does."""
    for kind in (bytes, str):
        json_text: Any = BOM + b'{"a": 1, "a": 2}'
        yaml_text: Any = BOM + b"a: 1\na: 2"
        if kind is str:
            json_text, yaml_text = json_text.decode(), yaml_text.decode()
        assert told(json_text, "json") == [({"a": 2}, [("byte-order-mark", 1, 1), ("duplicate-key", 1, 10)])]
        assert told(json_text, "jsonl") == [(None, [("byte-order-mark", 1, 1)]), ({"a": 2}, [("duplicate-key", 1, 10)])]
        assert told(yaml_text, "yaml") == [(None, [("byte-order-mark", 1, 1)]), ({"a": 2}, [("duplicate-key", 2, 1)])]
    assert told(BOM, "json") == [(None, [("byte-order-mark", 1, 1), ("empty", 1, 1)])]
    severities = {syntax: next(readings(BOM + b"{}", syntax)).faults[0].severity for syntax in SYNTAXES}
    assert severities == {"json": iom.Severity.ERROR, "jsonl": iom.Severity.ERROR, "yaml": iom.Severity.WARNING}
    (fault, *_) = next(readings(BOM + b"{}", "json")).faults
    assert (fault.message, fault.hint) == ("starts with a byte order mark", "save the file as UTF-8 without a byte order mark")


def test_each_line_is_a_record() -> None:
    """Blank lines are passed over, a carriage return before the line feed too; faults have the line of the input."""
    text = '{"a": 1}\r\n\n  \n[1,\n{"b": 1, "b": 2}\r\n{"c": 3} x\n{"d": '
    assert told(text, "jsonl") == [
        ({"a": 1}, []),
        (None, [("truncated", 4, 4)]),
        ({"b": 2}, [("duplicate-key", 5, 10)]),
        ({"c": 3}, [("trailing-data", 6, 10)]),
        (None, [("truncated", 7, 7)]),
    ]
    found = list(readings(text, "jsonl"))
    assert [each.above for each in found] == [0, 3, 4, 5, 6]
    assert [each.faults[0].hint for each in found if each.faults] == [
        "in JSON Lines each record is one line",
        "keep one of them",
        "one value makes a text",
        "is the file complete?",
    ]


def test_a_line_that_is_no_utf_8_keeps_no_other_from_being_read() -> None:
    """The first is told with its place, the others are counted."""
    one, two = b'{"a": "\xc3\xa9\xff"}\n{"b": 1}\n', b'{"b": 1}\n"\xff"\n"\xfe"\n{"c": 1}\n"\xff"'
    assert told(one, "jsonl") == [(None, [("encoding", 1, 9)]), ({"b": 1}, [])]
    assert told(BOM + two, "jsonl") == [(None, [("byte-order-mark", 1, 1), ("encoding", 2, 2)]), ({"b": 1}, []), ({"c": 1}, [])]
    assert next(readings(one, "jsonl")).faults[0].message == "not UTF-8: byte 0xff at offset 9"
    assert next(readings(two, "jsonl")).faults[0].message == "not UTF-8: byte 0xff at offset 10, and so in 2 more lines"
    assert next(readings(b'"\xff"\n"\xff"', "jsonl")).faults[0].message == "not UTF-8: byte 0xff at offset 1, and so in 1 more line"
    assert told("a\n".encode("utf-16"), "jsonl") == [(None, [("encoding", 1, 1)])]
    assert told("", "jsonl") == [(None, [("empty", 1, 1)])]


def test_yaml_has_a_limit_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """In bytes or code points; an input at the limit is read."""
    monkeypatch.setattr(texts, "MAX_YAML", 5)
    assert told("é: 12", "yaml") == [({"é": 12}, [])]
    for source, unit in (("é: 123", "code points"), ("é: 12".encode(), "bytes")):
        (reading,) = readings(source, "yaml")
        assert [(fault.rule, fault.message, fault.hint) for fault in reading.faults] == [
            ("too-large", f"longer than 5 {unit}", "split it, or write it as JSON")
        ]
        assert reading.places is None


def test_yaml_without_a_document_is_empty() -> None:
    """Blanks, or comments alone."""
    assert told("", "yaml") == [(None, [("empty", 1, 1)])]
    assert told("# a\n\n", "yaml") == [(None, [("empty", 1, 1)])]
    assert told("---\n", "yaml") == [(None, [])]


@given(st.binary() | st.text() | st.text(alphabet='{}[]":, \nab1').map(str.encode), st.sampled_from(list(SYNTAXES)))
def test_whatever_is_given_is_read_or_told(source: bytes | str, syntax: str) -> None:
    """Law: no content raises, and what is not read says why."""
    for reading in readings(source, syntax):
        assert reading.places is not None or reading.faults
        if reading.places is not None:
            assert reading.places().value("") is not None


@given(st.lists(st.dictionaries(st.text(), st.integers(0, 9) | st.text()), min_size=1))
def test_lines_and_documents_are_the_records(records: list[dict[str, Any]]) -> None:
    """Law: records written one a line are read back in order, each at its line."""
    text = "".join(f"{json.dumps(record)}\n" for record in records)
    found = list(readings(text, "jsonl"))
    assert [each.data for each in found] == records
    assert [each.above for each in found] == list(range(len(records)))
