"""validate: records judged, however bad the input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

Cli = Callable[..., Any]
GOOD = b'{"id": "a", "title": "A"}'
BAD = b'{"id": "About us",\n "titel": "About us"}'


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes a file and returns its path."""

    def write(content: bytes, name: str = "a.json") -> str:
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return write


def feed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Make bytes the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_good_record_is_silent_on_standard_output(cli: Cli, file: Callable[..., str]) -> None:
    """The count goes where messages go."""
    done = cli("validate", "--kind", "section", file(GOOD))
    assert (done.code, done.out, done.err) == (0, "", "1 file, 0 findings\n")


def test_each_finding_has_its_place_and_hint(cli: Cli, file: Callable[..., str]) -> None:
    """File, line and column as compilers write them, then severity, rule, pointer and message."""
    path = file(BAD)
    done = cli("validate", "--kind", "section", path)
    assert (done.code, done.err) == (1, "1 file, 3 findings\n")
    first, second, third = (part.splitlines() for part in done.out.split(path)[1:])
    assert first[:3] == [":1:1: error missing: missing key 'title'", '  1 | {"id": "About us",', "    | ^"]
    assert second[0].startswith(":1:8: error section-id /id: ")
    assert third == [
        ":2:2: error unknown-key /titel: unknown key 'titel'",
        '  2 |  "titel": "About us"}',
        "    |  ^",
        "  hint: did you mean 'title'?",
    ]


def test_one_bad_file_does_not_stop_the_others(cli: Cli, file: Callable[..., str], tmp_path: Path) -> None:
    """Every file is judged; that one could not be read weighs more than findings."""
    bad, good = file(BAD, "bad.json"), file(GOOD, "good.json")
    done = cli("validate", "--kind", "section", str(tmp_path / "none.json"), bad, good)
    assert done.code == 2
    assert done.err == "3 files, 4 findings\n"
    assert f"{tmp_path / 'none.json'}: error unreadable: cannot be read: No such file or directory\n" in done.out
    assert f"{bad}:1:1: error missing" in done.out


def test_json_is_one_report(cli: Cli, file: Callable[..., str]) -> None:
    """All findings of all files, readable back."""
    first, second = file(BAD, "a.json"), file(b"", "b.json")
    done = cli("validate", "--kind", "section", first, second, "--format", "json")
    report = iom.loads(done.out, iom.Report)
    assert (done.code, done.err) == (1, "")
    assert {finding.file for finding in report.findings} == {first, second}
    assert json.loads(cli("validate", "--kind", "section", file(GOOD), "--format", "json").out) == {"findings": []}


def test_standard_input_is_a_file_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen stands for it."""
    feed(monkeypatch, GOOD)
    assert cli("validate", "--kind", "section", "-").code == 0
    feed(monkeypatch, BAD)
    done = cli("validate", "--kind", "section", "-")
    assert done.code == 1
    assert done.out.startswith("standard input:1:1: error missing: missing key 'title'\n")


class Broken(io.BytesIO):
    """An input that fails when it is read."""

    def read(self, _: int | None = -1, /) -> bytes:
        """Fail."""
        raise IsADirectoryError(21, "Is a directory")


@pytest.mark.parametrize(("stream", "reason"), [(None, "it is closed"), (io.TextIOWrapper(Broken()), "Is a directory")])
def test_a_standard_input_that_cannot_be_read_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch, stream: Any, reason: str) -> None:
    """Closed before the start, or a folder."""
    monkeypatch.setattr(sys, "stdin", stream)
    done = cli("validate", "--kind", "section", "-")
    assert (done.code, done.out) == (2, f"standard input: error unreadable: cannot be read: {reason}\n")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", 1, ":1:1: error empty: empty input"),
        (b" \n ", 1, ":1:1: error empty: nothing but blanks"),
        (b'{"id": "caf\xe9"}', 2, ":1:12: error encoding: "),
        (bytes(range(1, 256)), 2, ":2:118: error encoding: not UTF-8: byte 0x80 at offset 127"),
        (b"ab\nc\xc3\xa9\x00\x01\x02", 2, ":2:3: error encoding: no text: byte 0x00 at offset 6"),
        (b"\x00", 2, ":1:1: error encoding: no text: byte 0x00 at offset 0"),
        (b"\xff\xfe{\x00", 2, ":1:1: error encoding: not UTF-8: byte 0xff at offset 0"),
        (b"[" * 10_000 + b"]" * 10_000, 1, ":1:101: error depth "),
        (b'{"children":[' * 10_000 + b"]}" * 10_000, 1, "error depth "),
    ],
    ids=["empty", "blank", "latin-1", "binary", "zeros", "zero", "UTF-16", "deep", "deep tree"],
)
def test_input_of_any_kind_is_one_line(cli: Cli, file: Callable[..., str], content: bytes, code: int, words: str) -> None:
    """What is no text at all cannot be read, what is no JSON is judged; a line says which and where."""
    path = file(content)
    done = cli("validate", "--kind", "section", path)
    assert done.code == code
    assert done.out.startswith(path)
    assert words in done.out.splitlines()[0]
    assert len([line for line in done.out.splitlines() if not line.startswith("  ")]) == 1


def test_a_file_of_two_hundred_megabytes_is_refused(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read to its end; standard input neither."""
    path = tmp_path / "large.json"
    with path.open("wb") as large:
        large.truncate(200_000_000)
    done = cli("validate", "--kind", "section", str(path))
    assert (done.code, done.out.splitlines()[0]) == (2, f"{path}: error too-large: longer than 50000000 bytes")
    with path.open("rb") as large:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(large))
        done = cli("validate", "--kind", "section", "-")
    assert (done.code, done.out.splitlines()[0]) == (2, "standard input: error too-large: longer than 50000000 bytes")


def test_an_unknown_kind_names_near_ones(cli: Cli, file: Callable[..., str]) -> None:
    """The files are not judged."""
    done = cli("validate", "--kind", "sectio", file(BAD))
    assert (done.code, done.out, done.err) == (2, "", "iom-content: no kind 'sectio'; did you mean 'section'?\n")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"id": "a", "title": "A", "blocks": []}', [("missing", "")]),
        ('{"id": "a", "title": "A"}', []),
        ('{"blocks": [], "id": "a"}', [("missing", "")]),
        ('[{"id": "a", "title": "A"}, {"id": "o", "name": 5}]', [("type", "/1/name")]),
        ('{"id": "a", "titel": "A"}', [("kind-unknown", "")]),
        ("[5]", [("kind-unknown", "/0")]),
        ("5", [("kind-unknown", "")]),
        ("[]", [("kind-unknown", "")]),
    ],
)
def test_without_a_kind_the_keys_tell(cli: Cli, file: Callable[..., str], content: str, found: list[tuple[str, str]]) -> None:
    """Each record by itself, also in an array; where they do not tell, that is the finding."""
    report = iom.loads(cli("validate", file(content.encode()), "--format", "json").out, iom.Report)
    assert [(each.rule, each.pointer) for each in report.findings] == found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", b'{"id": "a", "title": "A"}\n\n{"id": "b",\t"titel": "B"}\n'),
        ("a.NDJSON", b'{"id": "a", "title": "A"}\r\n\n{"id": "b",\t"titel": "B"}\r\n'),
        ("a.yaml", b"id: a\ntitle: A\n--- {id: b,     titel: B}\n"),
        ("a.yml", b"id: a\ntitle: A\n--- {id: b,     titel: B}\n"),
    ],
)
def test_the_suffix_tells_the_syntax(cli: Cli, file: Callable[..., str], name: str, content: bytes) -> None:
    """JSON Lines and YAML have lines and columns as JSON has; each line or document is a record."""
    path = file(content, name)
    report = iom.loads(cli("validate", "--kind", "section", path, "--format", "json").out, iom.Report)
    start = 5 if "y" in name else 1
    assert [(each.rule, each.pointer, each.line, each.column) for each in report.findings] == [
        ("missing", "", 3, start),
        ("unknown-key", "/titel", 3, start + 12),
    ]


def test_the_syntax_can_be_named(cli: Cli, file: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """For a file without a telling suffix and for standard input; another name is wrong usage."""
    assert cli("validate", "--kind", "section", "--syntax", "yaml", file(b"id: a\ntitle: A\n", "record")).code == 0
    assert cli("validate", "--kind", "section", "--syntax", "json", file(GOOD, "record.yaml")).code == 0
    feed(monkeypatch, GOOD + b"\n" + GOOD)
    assert cli("validate", "--kind", "section", "--syntax", "jsonl", "-").code == 0
    assert cli("validate", "--syntax", "toml", "-").code == 2


def test_a_folder_is_read_to_its_depth(cli: Cli, tmp_path: Path) -> None:
    """In order of names, without what is hidden and what has another suffix."""
    for name in ("b/deep/a.json", "a.yaml", ".hidden/a.json", "b/.hidden.json", "notes.txt", "z.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{}")
    done = cli("validate", "--kind", "section", str(tmp_path), "--format", "json")
    files = dict.fromkeys(each.file for each in iom.loads(done.out, iom.Report).findings)
    assert [*files] == [str(tmp_path / name) for name in ("a.yaml", "b/deep/a.json", "z.jsonl")]
    assert done.code == 1


@pytest.mark.parametrize("form", ["sarif", "github", "junit", "markdown", "json"])
def test_every_format_is_that_of_the_report(cli: Cli, file: Callable[..., str], form: str) -> None:
    """What `dumps` writes of all findings; nothing else goes to standard output."""
    paths = [file(BAD, "a.json"), file(GOOD, "b.json")]
    done = cli("validate", "--kind", "section", *paths, "--format", form)
    report = iom.loads(cli("validate", "--kind", "section", *paths, "--format", "json").out, iom.Report)
    assert (done.code, done.out, done.err) == (1, iom.dumps(report, form), "")


def test_warnings_are_findings_too(cli: Cli, file: Callable[..., str]) -> None:
    """The exit status says that the report is not ok."""
    done = cli("validate", "--kind", "section", file('{"id": "a", "title": "Cafe\u0301"}'.encode()))
    assert done.code == 1
    assert ":1:22: warning not-nfc /title: " in done.out


def test_hostile_content_is_inert(cli: Cli, file: Callable[..., str]) -> None:
    """Neither a file's name nor a key controls the terminal."""
    done = cli("validate", "--kind", "section", file(b'{"id": "a", "title": "A", "\\u001b[31m\\u202e": 1}', "a\x1b[2J.json"))
    assert done.code == 1
    assert not set(done.out) & set("\x1b\u202e")
    assert "a\\x1b[2J.json:1:" in done.out


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_yaml_without_its_parser_is_one_line(cli: Cli, file: Callable[..., str], monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """That names what to install; `diff` says the same, and writing YAML needs no parser."""
    name = file(b"id: a\ntitle: A\n", "a.yaml")
    monkeypatch.setitem(sys.modules, "yaml", None)
    needs = "iom-content: this needs pyyaml: python3 -m pip install 'iom-content[yaml]'\n"
    done = cli("validate", "--kind", "section", name, "--format", form)
    assert (done.code, done.out, done.err) == (2, "", needs)
    done = cli("diff", name, name)
    assert (done.code, done.out, done.err) == (2, "", needs)
    assert cli("export", "--format", "yaml").code == 0
