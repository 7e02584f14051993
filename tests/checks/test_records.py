"""Records are judged, whatever they hold and wherever they lie, without an exception."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.checks import records
from iom_content.checks.records import judge, validate
from iom_content.codec.kinds import KINDS

SOUND = {"id": "a", "title": "A"}
FAULTY = '{"id": "a",\n "titel": "A"}'
FAULTS = [("missing", "", 1, 1), ("unknown-key", "/titel", 2, 2)]


def told(report: iom.Report) -> list[tuple[str, str, int | None, int | None]]:
    """Return rule and place of each finding."""
    return [(each.rule, each.pointer, each.line, each.column) for each in report.findings]


@pytest.mark.parametrize("data", [SOUND, json.dumps(SOUND), json.dumps(SOUND).encode(), {**SOUND, "schema_version": 1}])
def test_a_sound_record_has_no_finding(data: object) -> None:
    """Plain data, text and bytes all can be sound."""
    report = validate(data, "section")
    assert report == iom.Report()
    assert report.ok


@pytest.mark.parametrize("data", [FAULTY, FAULTY.encode()])
def test_faults_of_a_text_have_lines_and_columns(data: str | bytes) -> None:
    """Text and bytes are content."""
    report = validate(data, "section")
    assert told(report) == FAULTS
    assert not report.ok
    assert [each.file for each in report.findings] == [None, None]


def test_faults_of_plain_data_have_pointers_alone() -> None:
    """Where there is no text there are no lines."""
    assert told(validate({"id": "a", "titel": "A"}, "section")) == [("missing", "", None, None), ("unknown-key", "/titel", None, None)]
    assert told(validate({"schema_version": 2}, "section")) == [("schema-version", "/schema_version", None, None)]


def test_a_file_is_read_and_named(tmp_path: Path) -> None:
    """A path is a file; each finding names it as the caller did."""
    file = tmp_path / "record.json"
    file.write_text(json.dumps(SOUND), encoding="utf-8")
    assert validate(file, "section") == iom.Report()
    file.write_text(FAULTY, encoding="utf-8")
    report = validate(file, "section")
    assert told(report) == FAULTS
    assert {each.file for each in report.findings} == {str(file)}
    assert str(report.findings[1]).startswith(f"{file}, line 2, column 2 (/titel): ")


@pytest.mark.parametrize(
    ("content", "rule", "line", "column"),
    [
        (b"", "empty", 1, 1),
        (b"[\n\xff]", "encoding", 2, 1),
        (b"\x00\x01\x02", "syntax", 1, 1),
        (b"\x89PNG\r\n", "encoding", 1, 1),
        (b'\xef\xbb\xbf{"id": "a", "title": "A"}', "byte-order-mark", 1, 1),
        (b'{"id": ', "truncated", 1, 8),
    ],
)
def test_a_file_without_json_is_a_finding(tmp_path: Path, content: bytes, rule: str, line: int, column: int) -> None:
    """Empty, cut off, binary or of another encoding: one finding with the file's name."""
    file = tmp_path / "record.json"
    file.write_bytes(content)
    (finding,) = validate(file, "section").findings
    assert (finding.rule, finding.line, finding.column, finding.file) == (rule, line, column, str(file))


def test_what_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    """A folder, a file that is not there, and a name that no file can have."""
    folder, missing, impossible = tmp_path, tmp_path / "missing.json", PurePosixPath("a\0b")
    assert [validate(path, "section").findings for path in (folder, missing, impossible)] == [
        (iom.Finding(rule="unreadable", message="cannot be read: Is a directory", file=str(folder)),),
        (iom.Finding(rule="unreadable", message="cannot be read: No such file or directory", file=str(missing)),),
        (iom.Finding(rule="unreadable", message="cannot be read: embedded null byte", file="a\0b"),),
    ]


def test_a_file_that_the_system_refuses_without_a_word_is_named_by_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some errors of the operating system have no text; their name is better than nothing."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", refuse)
    assert validate(Path("x"), "section").findings[0].message == "cannot be read: PermissionError"


def test_a_file_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    """Bytes of a name that are not UTF-8 are written as escapes."""
    (finding,) = validate(tmp_path / "\udcff.json", "section").findings
    assert finding.file == str(tmp_path / "\\udcff.json")


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is refused for its size; one at the limit is read."""
    file = tmp_path / "record.json"
    file.write_text(json.dumps(SOUND), encoding="utf-8")
    size = file.stat().st_size
    for module in ("iom_content.checks.records", "iom_content.codec.json_text"):
        monkeypatch.setattr(f"{module}.MAX_INPUT", size)
    assert validate(file, "section") == iom.Report()
    with file.open("ab") as more:
        more.truncate(10**9)
    assert told(validate(file, "section")) == [("too-large", "", None, None)]


def test_a_file_name_given_as_text_is_told_apart(tmp_path: Path) -> None:
    """A text is content, but where it names a file the finding says how to mean the file."""
    file = tmp_path / "record.json"
    file.write_text("{}", encoding="utf-8")
    (finding,) = validate(str(file), "section").findings
    assert (finding.rule, finding.hint) == ("syntax", "this is a file's name: wrap it in pathlib.Path")
    assert validate(str(file) + "x", "section").findings[0].hint != finding.hint
    assert validate(str(tmp_path), "section").findings[0].hint != finding.hint


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("records/open-day.json", True),
        ("open-day.YML", True),
        ("C:\\records\\open-day.jsonl", True),
        ('{"id": "open-day.json', False),
        ('["a"], b.json', False),
        ("id: a\ntitle: b.json", False),
        ("open-day.txt", False),
    ],
)
def test_a_text_that_looks_like_a_file_name_says_so(data: str, *, told: bool) -> None:
    """The file need not be there: who misspells its name means a file all the same."""
    for syntax in (None, "json"):
        hints = {each.hint for each in validate(data, "section", syntax=syntax).findings}
        assert ("this is a file's name: wrap it in pathlib.Path" in hints) is told


def test_a_file_name_is_told_in_each_syntax() -> None:
    """Also where the name makes a record's text of its own."""
    (finding,) = validate("records/open-day.yaml", "section", syntax="yaml").findings
    assert (finding.rule, finding.hint) == ("type", "this is a file's name: wrap it in pathlib.Path")


@pytest.mark.parametrize("data", ["a\0b", "x" * 100_000, "\ud800", ""])
def test_texts_that_can_be_no_file_name_are_content(data: str) -> None:
    """Asking whether there is such a file never fails."""
    assert len(validate(data, "section").findings) == 1


def test_faults_of_the_text_hide_none_of_the_data() -> None:
    """What is wrong with the text, with the fields and with their characters is told together, in the order of the text."""
    text = '\ufeff{"id": "a", "id": "B",\n "title": NaN, "summary": "Cafe\u0301", "Id": 1e999, "children": 5} 6'
    assert told(validate(text, "section")) == [
        ("byte-order-mark", "", 1, 1),
        ("duplicate-key", "/id", 1, 13),
        ("section-id", "/id", 1, 19),
        ("not-json-number", "/title", 2, 11),
        ("not-nfc", "/summary", 2, 27),
        ("unknown-key", "/Id", 2, 36),
        ("not-json-number", "/Id", 2, 42),
        ("type", "/children", 2, 61),
        ("trailing-data", "", 2, 64),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id: !!str a\ntitle: !!int 5", [("yaml-tag", "/id", 1, 5), ("yaml-tag", "/title", 2, 8)]),
        ("!!map {id: a}", [("yaml-tag", "", 1, 1), ("missing", "", 1, 1)]),
        ("id: a\ntitle: A\n<<: {a: 1}", [("yaml-merge", "/<<", 3, 1)]),
        ("id: a\ntitle: A\n5: 6", [("yaml-key", "/5", 3, 1)]),
        ("id: a\ntitle: A\n5: *x", [("yaml-key", "/5", 3, 1), ("yaml-alias", "/5", 3, 4)]),
        ("id: a\ntitle: A\nb: *x", [("unknown-key", "/b", 3, 1), ("yaml-alias", "/b", 3, 4)]),
        ("id: a\ntitle: no", [("yaml-ambiguous", "/title", 2, 8)]),
        ("id: No\ntitle: A", [("section-id", "/id", 1, 5), ("yaml-ambiguous", "/id", 1, 5)]),
        ("id: *x\ntitle: A", [("yaml-alias", "/id", 1, 5)]),
        ("id: a\ntitle: A\nchildren: !!seq {}", [("yaml-tag", "/children", 3, 11), ("type", "/children", 3, 11)]),
    ],
)
def test_what_follows_from_the_text_is_not_told_twice(text: str, found: list[tuple[str, str, int, int]]) -> None:
    """A single value, or a key, that is at fault as text is not judged as data; what holds others is."""
    assert sorted(told(validate(text, "section", syntax="yaml"))) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '{"id": "A B", "titel": 1, "heading": 5',
            [("section-id", "/id", 1, 8), ("unknown-key", "/titel", 1, 15), ("truncated", "/heading", 1, 39)],
        ),
        ('{"id": "A B", "title": 5,\n}', [("section-id", "/id", 1, 8), ("type", "/title", 1, 24), ("syntax", "/title", 2, 1)]),
        ('{"id": "A B", // a', [("section-id", "/id", 1, 8), ("syntax", "/id", 1, 15)]),
        (
            '{"id": "a", "children": [{"id": "a/b"}, {"id": "c", oops',
            [("missing", "/children/0", 1, 26), ("path", "/children/1/id", 1, 48), ("syntax", "/children/1/id", 1, 53)],
        ),
        (
            '{"id": "A B", "id": "C D", "title": tru',
            [("duplicate-key", "/id", 1, 15), ("section-id", "/id", 1, 21), ("syntax", "/title", 1, 37)],
        ),
        ('{"id": "a", "origins": {"title": {"document": null', [("truncated", "/origins/title/document", 1, 51)]),
        ('{"id": "a", "origins": {"title": {"spans": [{"start": 5, "end": 1', [("truncated", "/origins/title/spans/0/end", 1, 66)]),
        ('{"id": "a", "title": "A", "children": [', [("truncated", "/children", 1, 40)]),
        ("5 x", [("type", "", 1, 1), ("trailing-data", "", 1, 3)]),
    ],
)
def test_what_stands_before_a_break_is_judged(text: str, found: list[tuple[str, str, int, int]]) -> None:
    """Whatever may stand behind it is not missed."""
    assert told(validate(text, "section")) == found
    assert told(validate(f"\n{text.replace(chr(10), ' ')}", "section", syntax="jsonl"))[0][:2] == found[0][:2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id: A B\ntitle: [", [("section-id", "/id", 1, 5), ("truncated", "/title/0", 2, 9)]),
        ("id: A B\ntitle: 5\n\theading: x", [("section-id", "/id", 1, 5), ("syntax", "/title", 3, 1)]),
        (
            "id: a\ntitel: A\nchildren:\n- id: a/b\n- id: c\n  title: {",
            [
                ("unknown-key", "/titel", 2, 1),
                ("missing", "/children/0", 4, 3),
                ("path", "/children/1/id", 5, 7),
                ("truncated", "/children/1/title", 6, 11),
            ],
        ),
        ("id: a\norigins:\n  title:\n    document: null\n    [", [("truncated", "/origins/title", 5, 6)]),
        ("[", [("truncated", "/0", 1, 2)]),
        ("'", [("truncated", "", 1, 2)]),
    ],
)
def test_what_stands_before_a_break_of_yaml_is_judged(text: str, found: list[tuple[str, str, int, int]]) -> None:
    """As far as the parser got."""
    assert told(validate(text, "section", syntax="yaml")) == found


def test_the_keys_before_a_break_tell_no_kind() -> None:
    """Those that would tell may stand behind it."""
    assert [each.rule for each in judge('{"id": "A B", "titel": 1, oops', None)] == ["syntax"]


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=st.data())
def test_a_record_that_is_cut_off_has_no_other_fault(kind: str, data: st.DataObject) -> None:
    """Law: nothing is concluded from what a cut has taken away."""
    value = data.draw(st.from_type(KINDS[kind]))
    text = iom.dumps(value).rstrip()
    cut = text[: data.draw(st.integers(1, len(text) - 1))]
    assert {each.rule for each in validate(cut, kind).findings if each.severity is iom.Severity.ERROR} <= {"truncated", "syntax"}


def test_a_key_with_half_a_surrogate_pair_has_its_place() -> None:
    """Its pointer is written with an escape, and found in the text all the same."""
    text = '{"id": "a", "title": "A",\n "b\\ud800": 1}'
    assert told(validate(text, "section")) == [("lone-surrogate", "/b\\ud800", 2, 2), ("unknown-key", "/b\\ud800", 2, 2)]


FAULTY_RECORDS = [
    {"id": "a", "title": 5},
    {"id": "A", "title": "A", "titel": "B"},
    {"id": "a", "title": "A", "children": [{"id": "b", "title": "Cafe\u0301"}]},
    {"id": "a", "title": "A", "origins": {"title": {"spans": [{"start": 4, "end": 2}]}, "x": {"basis": "official"}}},
]


@pytest.mark.parametrize("record", FAULTY_RECORDS)
def test_each_syntax_tells_the_same_faults_at_their_places(record: Any) -> None:
    """Rules and pointers are those of the plain data; places are where each syntax puts the values and keys."""
    wanted = sorted((each.rule, each.pointer) for each in validate(record, "section").findings)
    one_line = json.dumps(record, ensure_ascii=False)
    texts = {
        "json": json.dumps(record, indent=2),
        "jsonl": f"\n{one_line}\n{one_line}\n",
        "yaml": yaml.safe_dump(record, allow_unicode=True),
    }
    for syntax, text in texts.items():
        report = validate(text, "section", syntax=syntax)
        found = sorted((each.rule, each.pointer) for each in report.findings)
        assert found == sorted(wanted * 2 if syntax == "jsonl" else wanted)
        lines = text.split("\n")
        for each in report.findings:
            assert each.line is not None
            assert each.column is not None
            rest = lines[each.line - 1][each.column - 1 :]
            key = each.pointer.rpartition("/")[2]
            if each.rule in ("unknown-key", "origin-unknown"):
                assert rest.strip('"').startswith(key)
            elif each.excerpt and each.excerpt.startswith("'"):
                assert rest.strip('"').startswith(each.excerpt.strip("'")) or "\\u" in rest


def test_lines_of_json_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """The suffix tells; a syntax that is named goes before it."""
    file = tmp_path / "records.jsonl"
    file.write_text(f"{json.dumps(SOUND)}\n\n{FAULTY.replace(chr(10), ' ')}\n", encoding="utf-8")
    assert told(validate(file, "section")) == [("missing", "", 3, 1), ("unknown-key", "/titel", 3, 14)]
    assert told(validate(file, "section", syntax="json")) == [("trailing-data", "", 3, 1)]
    assert {each.file for each in validate(file, "section").findings} == {str(file)}


def test_an_unknown_syntax_is_not_found() -> None:
    """Whatever the data; it is the caller's mistake."""
    several: tuple[object, ...] = ({}, "{}", b"", Path("none"))
    for data in several:
        with pytest.raises(iom.NotFound) as caught:
            validate(data, "section", syntax="yml")
        assert caught.value == iom.NotFound("syntax", "yml", ("yaml",))


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("id: a\ntitle: A\n", "to have it read as YAML, name the syntax yaml"),
        (b"---\nid: a\n", "to have it read as YAML, name the syntax yaml"),
        ("- id: a", "to have it read as YAML, name the syntax yaml"),
        ("# a", "to have it read as YAML, name the syntax yaml"),
        ("x" * 1000, None),
        ('{"a": 1}\n{"a": 2}', "to have it read as JSON Lines, name the syntax jsonl"),
        ('{"a": 1} {"a": 2}', "one value makes a text"),
        ('{"a": 1, "b"}', None),
    ],
)
def test_content_of_another_syntax_says_so(data: str | bytes, hint: str | None) -> None:
    """As far as it looks like one, and only where no syntax was named."""
    findings = validate(data, "section").findings
    assert [each.hint for each in findings if each.rule in ("syntax", "trailing-data")] == [hint]
    plain = validate(data, "section", syntax="json").findings
    assert not any("name the syntax" in (each.hint or "") for each in plain)


def test_findings_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last one says that there are more."""
    monkeypatch.setattr(records, "MAX_FINDINGS", 3)
    report = validate('{"id": 1}\n' * 5, "section", syntax="jsonl")
    assert [(each.rule, each.line) for each in report.findings] == [("missing", 1), ("type", 1), ("missing", 2), ("too-many", None)]
    assert len(validate('{"id": "a"}\n' * 3, "section", syntax="jsonl").findings) == 3


def test_without_a_class_the_keys_of_each_record_tell() -> None:
    """Also of each record of an array, but of no deeper one."""
    assert judge([SOUND, {"id": "o", "name": "O"}, {"blocks": []}], None) == tuple(
        attrs.evolve(each, pointer=f"/2{each.pointer}") for each in judge({"blocks": []}, None)
    )
    assert [(each.rule, each.pointer) for each in judge([[SOUND], 5, {"id": "a", "title": "\x07"}], None)] == [
        ("kind-unknown", "/0"),
        ("kind-unknown", "/1"),
        ("control-character", "/2/title"),
    ]
    assert [each.rule for each in judge([], None)] == ["kind-unknown"]
    assert [each.rule for each in judge([SOUND], iom.Section)] == ["type"]


def test_an_unknown_kind_is_not_found() -> None:
    """The kind is the caller's mistake, not the record's."""
    with pytest.raises(iom.NotFound) as caught:
        validate({}, "sections")
    assert caught.value == iom.NotFound("kind", "sections", ("section",))


@pytest.mark.parametrize("kind", list(KINDS))
@given(
    data=st.binary(max_size=40)
    | st.text(max_size=40)
    | st.recursive(
        st.none() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=6
    )
)
def test_never_raises(kind: str, data: Any) -> None:
    """Whatever is given, the answer is a report that can be written and read back."""
    for syntax in (None, "jsonl", "yaml"):
        report = validate(data, kind, syntax=syntax)
        assert iom.loads(iom.dumps(report), iom.Report) == report


def test_the_bundled_records_are_sound() -> None:
    """Every shipped record passes as a file, as bytes and as plain data."""
    folder = iom.data_files()
    for kind in ("document", "organization"):
        for file in folder.joinpath(f"{kind}s").iterdir():
            content = file.read_bytes()
            assert validate(content, kind) == validate(content.decode(), kind) == validate(json.loads(content), kind) == iom.Report()
            assert validate(Path(str(file)), kind) == iom.Report()
