"""ingest and dataset: pages in, documents out or a dataset grown; nothing lost on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

Cli = Callable[..., Any]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder of pages, one of them no text."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.txt").write_text(f"Page {number} of the harbour.", encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\xff\xff\xff")
    (folder / "pier.html").write_text("<!doctype html><html><body><h1>Pier</h1><p>Words.</p></body></html>", encoding="utf-8")
    (folder / "letter.pdf").write_bytes(b"%PDF")
    return folder


def test_one_page_is_printed_as_json(cli: Cli, pages: Path) -> None:
    """With its address and day."""
    done = cli("ingest", str(pages / "1.txt"), "--url", "https://a.example/1", "--captured", "2030-01-02")
    document = iom.loads(done.out, iom.Document)
    assert (done.code, done.err) == (0, "")
    assert document == iom.ingest("Page 1 of the harbour.", url="https://a.example/1", captured=document.capture.captured)


def test_many_pages_are_printed_a_line_each_and_bad_ones_told_at_the_end(cli: Cli, pages: Path) -> None:
    """The others are read all the same; the status says that not all were."""
    done = cli("ingest", str(pages))
    lines = done.out.splitlines()
    assert done.code == 2
    assert [json.loads(line)["capture"]["text"] for line in lines[:3]] == [f"Page {number} of the harbour." for number in (1, 2, 3)]
    assert len(lines) == 4
    bad = f"{pages / 'bad.txt'}: error unreadable: cannot be read: not UTF-8: byte 0xff at offset 0\n  hint: save the text as UTF-8\n"
    assert done.err == bad
    none = cli("ingest", str(pages / "none.txt"))
    assert (none.code, none.out) == (2, "")
    assert none.err == f"{pages / 'none.txt'}: error unreadable: cannot be read: No such file or directory\n"


def test_a_dataset_is_begun_and_grows(cli: Cli, pages: Path, tmp_path: Path) -> None:
    """Each page once; a second run adds nothing, and one bad page stops nothing."""
    folder = str(tmp_path / "harbour")
    done = cli("dataset", "init", folder, "--title", "Harbour", "--version", "2030.1.0")
    assert (done.code, done.err) == (0, f"iom-content: {folder}: 4 files written\n")
    done = cli("ingest", str(pages), "--into", folder, "--jobs", "2")
    *complaint, counts = done.err.splitlines()
    assert (done.code, done.out, counts) == (2, "", f"iom-content: {folder}: 4 pages added, 0 unchanged, 1 failed")
    assert complaint[0].startswith(f"{pages / 'bad.txt'}: error unreadable: ")
    before = {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*")}
    done = cli("ingest", str(pages / "1.txt"), str(pages / "2.txt"), "--into", folder)
    assert (done.code, done.err) == (0, f"iom-content: {folder}: 0 pages added, 2 unchanged, 0 failed\n")
    assert {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*")} == before
    assert cli("verify", "--path", folder).code == 0
    assert cli("dataset", "build", folder).err == f"iom-content: {folder}: 0 files written\n"
    assert len(iom.load("2030.1.0", path=folder).documents) == 4
    assert cli("list", "documents", "--path", folder).code == 0


def test_facts_of_a_page_that_is_there_are_not_lost_silently(cli: Cli, pages: Path, tmp_path: Path) -> None:
    """An address or a day that the dataset does not have is no part of the page: who gives it is told where it goes."""
    folder, page = str(tmp_path / "harbour"), str(pages / "1.txt")
    facts = ("--url", "https://a.example/1", "--captured", "2030-01-02")
    cli("dataset", "init", folder)
    cli("ingest", page, "--into", folder, *facts)
    told = f"iom-content: {page}: is there already with another address or day, or none (hint: state them in decisions.toml)\n"
    count = f"iom-content: {folder}: 0 pages added, 1 unchanged, 0 failed\n"
    for same in ((), facts[:2], facts[2:], facts):
        assert cli("ingest", page, "--into", folder, *same).err == count
    for other in (("--url", "https://a.example/2"), ("--captured", "2030-01-03")):
        done = cli("ingest", page, "--into", folder, *other)
        assert (done.code, done.err) == (0, told + count)


def test_the_same_page_twice_is_one(cli: Cli, tmp_path: Path) -> None:
    """Under two names; the title is the folder's name if none is given."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("A page of the harbour.", encoding="utf-8")
    cli("dataset", "init", str(tmp_path / "harbour"))
    done = cli("ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--into", str(tmp_path / "harbour"))
    assert done.err.endswith("1 page added, 1 unchanged, 0 failed\n")
    assert json.loads((tmp_path / "harbour" / "datapackage.json").read_bytes())["title"] == "harbour"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--url", "/about"), "Capture/url: expected an absolute http or https address, found '/about'"),
        (("--url", "https://a.example"), "ingest/url: expected one page of that address, found 2 files"),
        (("--captured", "2030-02-30"), "argument --captured: a day like 2026-11-23, not '2030-02-30'"),
        (("--into", "none"), "none: no dataset that can grow: decisions.toml is missing"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read(
    arguments: tuple[str, ...], words: str, cli: Cli, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line."""
    try:
        done = cli("ingest", str(pages / "1.txt"), str(pages / "2.txt"), *arguments)
        code, out, err = done.code, done.out, done.err
    except SystemExit as error:
        code, (out, err) = error.code, capsys.readouterr()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_a_folder_that_is_there_is_not_begun_anew(cli: Cli, pages: Path) -> None:
    """Nothing in it changes."""
    done = cli("dataset", "init", str(pages))
    assert (done.code, done.err) == (2, f"iom-content: {pages}: exists already (hint: name a new folder)\n")


def test_an_extra_that_a_page_needs_is_named(cli: Cli, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    done = cli("ingest", str(pages / "pier.html"))
    needs = "this needs selectolax: python3 -m pip install 'iom-content[html]'"
    assert (done.code, done.out, done.err) == (2, "", f"{pages / 'pier.html'}: error unreadable: cannot be read: {needs}\n")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds processes where Linux lists them")
def test_several_processes_are_interrupted_without_a_word(tmp_path: Path, environ: dict[str, str]) -> None:
    """Ctrl-C reaches all of them at once, whatever they are at; none prints a traceback."""
    (tmp_path / "pages").mkdir()
    for number in range(80):
        lines = (f"The keeper of pier {number} counts boat {boat} in the harbour before the tide." for boat in range(300))
        (tmp_path / "pages" / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "iom_content", "ingest", str(tmp_path / "pages"), "--jobs", "2"]
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    started = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        preexec_fn=heed,  # noqa: PLW1509 - no other thread runs
        start_new_session=True,
    )
    with started as process:
        # The first child is the tracker of multiprocessing, the others read pages: the signal finds them among their imports.
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while len(children.read_text(encoding="ascii").split()) < 2:
            time.sleep(0.01)
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        try:
            out, err = process.communicate(timeout=60)
        finally:
            # Processes that wait for one another for ever would have the test do so too.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, out, err) == (130, b"", b"")
