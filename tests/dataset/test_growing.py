"""Datasets begun and given pages, whatever the order and the number of processes."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom
from iom_content.dataset.build import build
from iom_content.dataset.growing import begun, captured_facts, grown, raw_of
from iom_content.dataset.pages import Page, _uninterrupted, pages_of
from iom_content.dataset.writing import write_folder
from iom_content.model.digest import sha256_hex

POSIX = pytest.mark.skipif(os.name == "nt", reason="a process is interrupted in another way on Windows")

PAGES: list[Page] = [
    (b"Boats return in spring.", 'https://a.example/"boats"\\'.replace('"', "%22").replace("\\", "%5C"), date(2030, 1, 2)),
    (b"The keeper rests.", None, None),
    (b"<!doctype html><html><head><title>T</title></head><body><h1>Pier</h1><p>Words of the pier.</p></body></html>", None, None),
]


def test_pages_come_in_the_order_of_their_digests() -> None:
    """Given together, one by one or twice: the same bytes."""
    raw = begun("1", 'Texts of the "harbour"\x7f')
    together = build(grown(raw, PAGES))
    one_by_one = raw
    for page in PAGES:
        one_by_one = grown(one_by_one, [page])
    assert {name for name in together if not name.startswith(("decisions", "datapackage"))} == {
        name for name in build(one_by_one) if not name.startswith(("decisions", "datapackage"))
    }
    assert build(grown(raw, PAGES[::-1])) == together
    assert grown(grown(raw, PAGES), PAGES) == grown(raw, PAGES)
    assert len(captured_facts(grown(raw, PAGES))) == 3
    assert {name.rpartition(".")[2] for name in together if name.startswith("captures/")} == {"txt", "html"}


def test_several_processes_give_the_same_bytes() -> None:
    """And the same errors, each at its page."""
    raw = grown(begun("1", "Harbour"), PAGES)
    assert build(raw, jobs=2) == build(raw)
    told: list[int] = []
    found = pages_of([*PAGES, (b"\xff\xfe", None, None)], 2, told.append)
    assert [type(each).__name__ for each in found] == ["Document"] * 3 + ["UnreadableInput"]
    assert told == [1, 2, 3, 4]


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of a POSIX system")
def test_interruptions_wait_while_processes_start() -> None:
    """They are held back for so long, and no longer."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with _uninterrupted():
        assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before | {signal.SIGINT}
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def test_where_signals_cannot_be_held_back_nothing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """There processes ignore them when they have started."""
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    with _uninterrupted():
        assert not hasattr(signal, "pthread_sigmask")


@POSIX
def test_an_interruption_ends_the_processes_too(capfd: pytest.CaptureFixture[str]) -> None:
    """A terminal tells all of them; the first ends the others, which say nothing."""

    def interrupted(_: int) -> None:
        _interrupt_readers()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pages_of([*PAGES] * 50, 2, interrupted)
    assert active_children() == []
    assert capfd.readouterr() == ("", "")


@POSIX
def test_processes_that_only_start_outlive_an_interruption_of_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the first one's to heed, from the beginning."""
    started = ProcessPoolExecutor.map

    def interrupted(*arguments: Any, **options: Any) -> Any:
        results = started(*arguments, **options)
        _interrupt_readers()
        return results

    monkeypatch.setattr(ProcessPoolExecutor, "map", interrupted)
    assert pages_of(PAGES, 2) == pages_of(PAGES)


def _interrupt_readers() -> None:
    readers = active_children()
    assert readers
    for reader in readers:
        assert reader.pid is not None
        os.kill(reader.pid, signal.SIGINT)


def test_a_grown_dataset_is_loaded_and_built_again(tmp_path: Path) -> None:
    """From its own folder, to the same files."""
    folder = tmp_path / "harbour"
    write_folder(folder, build(grown(begun("2030.1.0", "Harbour"), PAGES)))
    catalog = iom.load("2030.1.0", path=folder)
    assert len(catalog.documents) == 3
    assert {document.capture.captured for document in catalog.documents.values()} == {date(2030, 1, 2), None}
    assert write_folder(folder, build(raw_of(folder))) == 0
    (folder / "CHANGES.md").unlink()
    with pytest.raises(iom.DatasetError, match=r"CHANGES\.md"):
        build(raw_of(folder))


def test_a_capture_that_cannot_be_read_any_more_is_named() -> None:
    """A page decided upon by hand may be none."""
    raw = begun("1", "Harbour")
    raw = grown(raw, [(b"A page", None, None)])
    (name,) = (name for name in raw if name.startswith("captures/"))
    digest = sha256_hex(b"\xff\xff")
    (known,) = captured_facts(raw)
    raw = raw | {name: b"\xff\xff", "decisions.toml": raw["decisions.toml"].replace(known.encode(), digest.encode())}
    with pytest.raises(iom.DatasetError, match=f"{name}: .*not UTF-8"):
        build(raw)


def test_a_saved_catalog_does_not_grow(tmp_path: Path) -> None:
    """It holds no decisions; the hint says how one that grows is made. Nor does a folder that cannot be read."""
    iom.save(iom.Catalog(), tmp_path / "saved")
    with pytest.raises(iom.UnreadableInput, match=r"decisions.toml is missing \(hint: `iom-content dataset init` makes one\)"):
        raw_of(tmp_path / "saved")


def test_files_that_cannot_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's reason."""
    write_folder(tmp_path / "harbour", build(begun("1", "Harbour")))

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(iom.UnreadableInput, match="Permission denied"):
        raw_of(tmp_path / "harbour")
