"""Records are judged, whatever they hold and wherever they lie, without an exception."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.checks.records import validate
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
        (b"\xef\xbb\xbf{}", "byte-order-mark", 1, 1),
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


@pytest.mark.parametrize("data", ["a\0b", "x" * 100_000, "\ud800", ""])
def test_texts_that_can_be_no_file_name_are_content(data: str) -> None:
    """Asking whether there is such a file never fails."""
    assert len(validate(data, "section").findings) == 1


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
    report = validate(data, kind)
    assert iom.loads(iom.dumps(report), iom.Report) == report


def test_the_bundled_records_are_sound() -> None:
    """Every shipped record passes as a file, as bytes and as plain data."""
    folder = iom.data_files()
    for kind in ("document", "organization"):
        for file in folder.joinpath(f"{kind}s").iterdir():
            content = file.read_bytes()
            assert validate(content, kind) == validate(content.decode(), kind) == validate(json.loads(content), kind) == iom.Report()
            assert validate(Path(str(file)), kind) == iom.Report()
