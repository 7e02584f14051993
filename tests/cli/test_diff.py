"""diff: exit 0 if equal, 1 if not, 2 if there is nothing to compare."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import iom_content as iom
from iom_content.cli.terminal import Terminal

Cli = Callable[..., Any]

SECTION = iom.Section(id="boats", title="Small boats")


def written(path: Path, value: object) -> str:
    """Write a value as a record and return the path."""
    path.write_text(iom.dumps(value), encoding="utf-8")
    return str(path)


def test_a_version_is_equal_to_itself(cli: Cli) -> None:
    """Nothing is printed and 0 returned."""
    done = cli("diff", "2026.11.0", "2026.11.0")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_records_are_compared(cli: Cli, tmp_path: Path) -> None:
    """Files with one record each, as text, JSON and Markdown; 1 if they differ."""
    old = written(tmp_path / "old.json", SECTION)
    new = written(tmp_path / "new.json", attrs.evolve(SECTION, title="Small ships"))
    done = cli("diff", old, new)
    assert (done.code, done.out) == (1, "changed section boats /title\n- Small [-boats-]\n+ Small {+ships+}\n")
    done = cli("diff", old, new, "--format", "json")
    assert done.code == 1
    assert iom.loads(done.out, tuple[iom.Change, ...]) == iom.diff(SECTION, attrs.evolve(SECTION, title="Small ships"))
    done = cli("diff", old, new, "--format", "markdown")
    assert (done.code, done.out.splitlines()[0]) == (1, "- changed section boats /title")
    assert cli("diff", old, old, "--format", "json").out == "[]\n"


def test_syntaxes_are_told_by_suffixes(cli: Cli, tmp_path: Path) -> None:
    """A record in YAML is compared with one in JSON."""
    (tmp_path / "new.yaml").write_text("id: boats\ntitle: Small boats\n", encoding="utf-8")
    assert cli("diff", written(tmp_path / "old.json", SECTION), str(tmp_path / "new.yaml")).code == 0


def test_standard_input_is_a_side(process: Callable[..., Any], tmp_path: Path) -> None:
    """A dash is the standard input."""
    done = process("diff", written(tmp_path / "old.json", SECTION), "-", stdin=b'{"id": "boats", "title": "Boats"}')
    assert done.returncode == 1
    assert done.stdout.splitlines()[1:] == [b"- [-Small boats-]", b"+ {+Boats+}"]


def test_a_folder_is_a_dataset(cli: Cli, tmp_path: Path) -> None:
    """A dataset folder is compared with a bundled version; its list of changes says what diff finds."""
    folder = tmp_path / "dataset"
    shutil.copytree(Path(str(iom.data_files("2026.11.0"))), folder)
    assert cli("diff", "2026.11.0", str(folder)).code == 0
    terms = json.loads((folder / "terms.json").read_bytes())
    gone = terms["terms"].pop(0)
    terms["terms"][0]["name"] += " indeed"
    (folder / "terms.json").write_text(json.dumps(terms), encoding="utf-8")
    manifest = json.loads((folder / "datapackage.json").read_bytes())
    (folder / "datapackage.json").write_text(json.dumps({**manifest, "version": "2026.12.0"}), encoding="utf-8")
    listed = f"- version `2026.12.0`\n- removed: term `{gone['id']}`\n- changed: term `{terms['terms'][0]['id']}`\n"
    done = cli("diff", "2026.11.0", str(folder), "--format", "json")
    changes = iom.loads(done.out, tuple[iom.Change, ...])
    assert done.code == 1
    said = [f"- version `{each.new}`" if each.subject == "catalog" else f"- {each.kind}: {each.subject} `{each.id}`" for each in changes]
    assert said == listed.splitlines()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"id": "About us", "title": 5}', "not a record: 2 faults"),
        ('{"id": "boats"}', "do not tell what kind of record"),
        ("Boats", "expected a value"),
        ("[]", "do not tell what kind of record this is\n"),
        ('[{"id": "boats", "title": "Boats"}, {"id": "a", "title": "A"}]', "no single record"),
        ('{"id": "boats", "organization": "a", "blocks": []}', "expected a Section, as the old one is"),
        ("\0", "no text"),
    ],
)
def test_what_is_no_record_is_2(cli: Cli, tmp_path: Path, content: str, words: str) -> None:
    """What cannot be compared is told in clear lines, with the file."""
    (tmp_path / "new.json").write_text(content, encoding="utf-8")
    done = cli("diff", written(tmp_path / "old.json", SECTION), str(tmp_path / "new.json"))
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_two_records_in_a_file_are_2(cli: Cli, tmp_path: Path) -> None:
    """Only a file with one record is a side."""
    (tmp_path / "two.jsonl").write_text('{"id": "a", "title": "A"}\n' * 2, encoding="utf-8")
    done = cli("diff", str(tmp_path / "two.jsonl"), "2026.11.0")
    assert done.code == 2
    assert done.err.startswith(f"iom-content: {tmp_path / 'two.jsonl'}: ")
    assert "no single record" in done.err


def test_what_is_not_there_is_2(cli: Cli) -> None:
    """A name that is neither version nor file is one line that lists the versions."""
    done = cli("diff", "2026.11.1", "2026.11.0")
    assert (done.code, done.out) == (2, "")
    assert done.err == "iom-content: 2026.11.1: no such version, folder or file (hint: bundled versions: 2026.11.0)\n"


def test_a_folder_that_is_no_dataset_is_2(cli: Cli, tmp_path: Path) -> None:
    """A folder without a manifest cannot be compared."""
    done = cli("diff", str(tmp_path), "2026.11.0")
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_hostile_words_never_reach_the_terminal(cli: Cli, tmp_path: Path) -> None:
    """Control characters are spelled out."""
    new = written(tmp_path / "new.json", attrs.evolve(SECTION, title="Small \x1b[31mships"))
    done = cli("diff", written(tmp_path / "old.json", SECTION), new)
    assert "\x1b" not in done.out
    assert done.code == 1


def test_colours_mark_the_sides(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the old side is shown as bad and the new one as good."""
    monkeypatch.setattr(Terminal, "styled", lambda _, text, style: f"<{style}>{text}")
    done = cli("diff", written(tmp_path / "old.json", SECTION), written(tmp_path / "new.json", attrs.evolve(SECTION, title="Ships")))
    assert done.out.splitlines() == ["changed section boats /title", "<bad>- [-Small boats-]", "<good>+ {+Ships+}"]
