"""export: a file is there whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

Cli = Callable[..., Any]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs the files of a POSIX system")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return an empty folder."""
    path = tmp_path / "out"
    path.mkdir()
    return path


def test_every_document_is_written_if_no_id_is_given(cli: Cli) -> None:
    """One document is the document itself, in canonical JSON."""
    (document,) = iom.load().documents.values()
    done = cli("export")
    assert (done.code, done.out, done.err) == (0, iom.dumps(document), "")


def test_several_ids_are_a_tuple_of_values(cli: Cli) -> None:
    """In the order in which they are given, with one attribution for all."""
    catalog = iom.load()
    values = (catalog.terms["sdg-summit"], catalog.sections["our-work"])
    done = cli("export", "sdg-summit", "our-work", "--format", "text")
    assert done.out == iom.dumps(values, "text", catalog=catalog)
    assert iom.loads(cli("export", "sdg-summit", "term:2030-agenda").out, tuple[iom.Term, ...]) == (
        catalog.terms["sdg-summit"],
        catalog.terms["2030-agenda"],
    )


@pytest.mark.parametrize("form", [each.name for each in iom.FORMATS.values() if not each.reports_only])
def test_a_file_holds_what_standard_output_would(cli: Cli, place: Path, form: str) -> None:
    """UTF-8 with line feeds, and nothing else lies in the folder."""
    target = place / "statement.out"
    done = cli("export", "sdg-summit", "--format", form, "--output", str(target))
    content = target.read_bytes()
    assert (done.code, done.out, done.err) == (0, "", f"iom-content: wrote {len(content)} bytes to {target}\n")
    assert content.decode() == cli("export", "sdg-summit", "--format", form).out
    assert [entry.name for entry in place.iterdir()] == ["statement.out"]


def test_a_format_of_reports_carries_no_value(cli: Cli, place: Path) -> None:
    """The complaint says which formats do, and nothing is written."""
    done = cli("export", "sdg-summit", "--format", "sarif", "--output", str(place / "a.sarif"))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("iom-content: format 'sarif' carries reports alone, not a value of Term (for values: 'csv', 'html', 'json',")
    assert done.err.count("\n") == 1
    assert list(place.iterdir()) == []


KNOWN = "(known: csv, html, json, jsonl, jsonld, markdown, text, yaml)"


@pytest.mark.parametrize(("form", "told"), [("nope", KNOWN), ("markdwon", "; did you mean 'markdown'?"), ("sarrif", KNOWN)])
def test_an_unknown_format_is_told_what_can_be_written(cli: Cli, form: str, told: str) -> None:
    """Formats for reports alone are not among them, nor are they near misses."""
    done = cli("export", "--format", form)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"iom-content: no format '{form}'")
    assert done.err.endswith(f"{told}\n")


def test_a_file_is_replaced_only_with_force(cli: Cli, place: Path) -> None:
    """The old file stays, byte for byte, until it is told otherwise."""
    target = place / "a.json"
    target.write_text("old")
    done = cli("export", "sdg-summit", "--output", str(target))
    assert (done.code, done.out, done.err) == (2, "", f"iom-content: {target}: exists already (hint: --force replaces it)\n")
    assert target.read_text() == "old"
    assert cli("export", "sdg-summit", "--output", str(target), "--force").code == 0
    assert iom.loads(target.read_bytes(), iom.Term) == iom.load().terms["sdg-summit"]


def test_a_file_that_comes_meanwhile_is_not_replaced(cli: Cli, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wrote it was first; with --force it is replaced all the same."""
    target = place / "a.json"
    real = Path.chmod

    def slow(path: Path, mode: int) -> None:
        target.write_text("first", encoding="utf-8")
        real(path, mode)

    monkeypatch.setattr(Path, "chmod", slow)
    done = cli("export", "sdg-summit", "--output", str(target))
    assert (done.code, done.err) == (2, f"iom-content: {target}: exists already (hint: --force replaces it)\n")
    assert [path.name for path in place.iterdir()] == ["a.json"]
    assert target.read_text(encoding="utf-8") == "first"
    target.unlink()
    assert cli("export", "sdg-summit", "--output", str(target), "--force").code == 0
    assert target.read_text(encoding="utf-8") == iom.dumps(iom.load().terms["sdg-summit"])


def test_a_file_is_written_where_files_have_one_name(cli: Cli, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems know no second one."""

    def poor(*_: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", poor)
    assert cli("export", "sdg-summit", "--output", str(place / "a.json")).code == 0
    assert [path.name for path in place.iterdir()] == ["a.json"]


def test_a_folder_is_no_target(cli: Cli, place: Path) -> None:
    """With and without force."""
    for force in ([], ["--force"]):
        done = cli("export", "--output", str(place), *force)
        assert (done.code, done.err) == (2, f"iom-content: {place}: a folder, not a file\n")


def test_a_folder_that_is_not_there_is_named(cli: Cli, place: Path) -> None:
    """Nothing is made on the way."""
    target = place / "no" / "a.json"
    done = cli("export", "--output", str(target))
    assert (done.code, done.err) == (2, f"iom-content: {target}: cannot be written: No such file or directory\n")
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    cli: Cli, place: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    """Whatever happens before the last step, no part of a file is left behind."""
    target = place / "a.json"
    target.write_text("old")

    def fail(self: Path, other: Path) -> None:
        raise fault

    monkeypatch.setattr(Path, "replace", fail)
    done = cli("export", "--output", str(target), "--force")
    if isinstance(fault, OSError):
        assert (done.code, done.err) == (2, f"iom-content: {target}: cannot be written: No space left on device\n")
    else:
        assert (done.code, done.err) == (130, "")
    assert [entry.name for entry in place.iterdir()] == ["a.json"]
    assert target.read_text() == "old"


@POSIX
def test_permissions_are_those_of_any_new_file(cli: Cli, place: Path) -> None:
    """A new file gets what the mask leaves, a replaced one keeps its own."""
    target = place / "a.json"
    mask = os.umask(0o027)
    try:
        assert cli("export", "--output", str(target)).code == 0
        assert stat.S_IMODE(target.stat().st_mode) == 0o640
        assert os.umask(0o027) == 0o027
        target.chmod(0o600)
        assert cli("export", "--output", str(target), "--force").code == 0
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    finally:
        os.umask(mask)


@POSIX
def test_a_link_stays_a_link(cli: Cli, place: Path) -> None:
    """What it leads to is written, if it was there or not."""
    link, target = place / "link.json", place / "target.json"
    link.symlink_to(target)
    assert cli("export", "--output", str(link)).code == 0
    assert link.is_symlink()
    assert cli("export", "--output", str(link)).code == 2
    target.write_text("old")
    assert cli("export", "--output", str(link), "--force").code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == cli("export").out


@POSIX
def test_what_is_no_regular_file_is_never_replaced(cli: Cli, place: Path) -> None:
    """A pipe or a device stays what it is, even with force."""
    pipe = place / "pipe"
    os.mkfifo(pipe)
    done = cli("export", "--output", str(pipe), "--force")
    assert (done.code, done.err) == (2, f"iom-content: {pipe}: not a regular file (hint: --output - writes to standard output)\n")
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["our-wrok"], "no id 'our-wrok'; did you mean 'our-work'?"),
        (["our-work", "--format", "jsn"], "no format 'jsn'; did you mean 'json' or 'jsonl' or 'jsonld'?"),
    ],
)
def test_a_refused_export_writes_nothing(cli: Cli, place: Path, arguments: list[str], message: str) -> None:
    """Ids and formats are looked up before the file is touched."""
    done = cli("export", *arguments, "--output", str(place / "a.json"))
    assert (done.code, done.out, done.err) == (2, "", f"iom-content: {message}\n")
    assert list(place.iterdir()) == []
