"""Catalogs written as dataset folders: read back, proved, and never half written."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.dataset import writing
from iom_content.dataset.writing import write_folder
from iom_content.testing import strategies

OTHER = iom.collect([iom.ingest("One page"), iom.ingest("Another page")])


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file beside and below a folder."""
    return {path.relative_to(folder.parent).as_posix(): path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(documents=st.lists(strategies.documents(), max_size=2))
def test_what_is_saved_is_loaded(documents: list[iom.Document], tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same catalog, proved by its manifest, document by document."""
    folder = tmp_path_factory.mktemp("saved") / "dataset"
    catalog = iom.collect(documents)
    iom.save(catalog, folder)
    assert iom.load(path=folder) == catalog
    assert iom.verify_dataset(path=folder).ok
    assert tuple(iom.read_documents(folder)) == tuple(catalog.documents.values())


@pytest.mark.parametrize("length", [200, 201, 5_000])
def test_ids_of_any_length_have_a_file(length: int, tmp_path: Path) -> None:
    """Also those that are too long for the name of one."""
    page = iom.ingest("One page")
    organization = iom.Organization(id="p" * length, name="The pier")
    catalog = iom.collect([attrs.evolve(page, organization=organization, statement=None)])
    iom.save(catalog, tmp_path / "dataset")
    assert iom.load(path=tmp_path / "dataset") == catalog
    assert ("p" * length in [path.stem for path in (tmp_path / "dataset" / "organizations").iterdir()]) is (length == 200)


def test_several_versions_stand_beside_one_another(tmp_path: Path) -> None:
    """Each with its own documents and version, the rights in both."""
    for version, catalog in (("2030.1.0", iom.load()), ("2030.2.0", iom.combine(iom.load(), OTHER))):
        iom.save(attrs.evolve(catalog, version=version), tmp_path / version)
    counts = {path.name: len(iom.load(path.name, path=path).documents) for path in tmp_path.iterdir()}
    assert counts == {"2030.1.0": 1, "2030.2.0": 3}
    assert iom.load(path=tmp_path / "2030.2.0").rights == iom.load().rights


def test_saving_again_replaces_what_stood_there_and_writes_nothing_twice(tmp_path: Path) -> None:
    """What is gone from the catalog is gone from the folder; an equal catalog touches no file."""
    folder = tmp_path / "dataset"
    iom.save(OTHER, folder)
    iom.save(iom.load(), folder)
    assert iom.load(path=folder) == iom.load()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    iom.save(iom.load(), folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_dataset(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At whatever file it fills up, nothing is left behind."""
    folder = tmp_path / "dataset"
    iom.save(OTHER, folder)
    before = tree(folder)
    full = OSError(28, "No space left on device")

    def fails(*_: object) -> None:
        raise full

    monkeypatch.setattr(*((os, "fsync", fails) if step == "fsync" else (Path, "replace", fails)))
    with pytest.raises(iom.UnreadableInput, match=r"cannot be written: No space left on device \(hint: what it held is as it was\)"):
        iom.save(iom.load(), folder)
    assert tree(folder) == before
    monkeypatch.undo()
    iom.save(iom.load(), folder)
    assert iom.verify_dataset(path=folder).ok


def test_an_interruption_waits_until_the_dataset_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two files ends the run after the last one."""
    folder = tmp_path / "dataset"
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    # Tests that run in the background ignore the signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            iom.save(OTHER, folder)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert iom.load(path=folder) == OTHER
    assert iom.verify_dataset(path=folder).ok


def test_other_threads_write_too(tmp_path: Path) -> None:
    """Signals are not theirs."""
    thread = threading.Thread(target=iom.save, args=(OTHER, tmp_path / "dataset"))
    thread.start()
    thread.join()
    assert iom.load(path=tmp_path / "dataset") == OTHER


def test_the_second_writer_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the first is at work; the dataset is the first one's."""
    folder = tmp_path / "dataset"
    written = writing._written
    refused: list[str] = []

    def at_once(path: Path, content: bytes) -> None:
        if not refused:
            refused.append("now")
            with pytest.raises(iom.UnreadableInput, match=r"somebody else is writing it \(hint: if nobody is.*remove .dataset.writing"):
                iom.save(iom.load(), folder)
        written(path, content)

    monkeypatch.setattr(writing, "_written", at_once)
    iom.save(OTHER, folder)
    assert refused
    assert iom.load(path=folder) == OTHER
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_who_was_slower_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If another one wrote the folder between reading and writing it; no file of theirs is lost."""
    folder = tmp_path / "dataset"
    files = {"datapackage.json": b"1", "decisions.toml": b"a"}
    write_folder(folder, files)
    with pytest.raises(iom.UnreadableInput, match=r"somebody else wrote it meanwhile \(hint: run this again\)"):
        write_folder(folder, {"datapackage.json": b"2", "decisions.toml": b"b"}, read={"decisions.toml": b"0"})
    assert write_folder(folder, {"datapackage.json": b"2", "decisions.toml": b"b"}, read={"decisions.toml": b"a"}) == 2

    staging = writing._staging
    theirs = {"datapackage.json": b"3", "captures/1.txt": b"theirs"}

    def faster(path: Path) -> Any:
        monkeypatch.undo()
        write_folder(path, theirs)
        return staging(path)

    monkeypatch.setattr(writing, "_staging", faster)
    with pytest.raises(iom.UnreadableInput, match="somebody else wrote it meanwhile"):
        write_folder(folder, files)
    assert tree(folder) == {f"dataset/{name}": content for name, content in theirs.items()}


def test_what_is_no_dataset_is_not_overwritten(tmp_path: Path) -> None:
    """Neither a file nor a folder with other things in it."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter.txt").write_text("mine", encoding="utf-8")
    for name, words in (("file", "no folder"), ("folder", "neither a dataset with datapackage.json nor empty")):
        with pytest.raises(iom.UnreadableInput, match=words):
            iom.save(OTHER, tmp_path / name)
    assert (tmp_path / "folder" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_a_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    """And the number of those that changed is told."""
    files: dict[str, Any] = {"datapackage.json": b"1", "a/b.txt": b"2"}
    assert write_folder(tmp_path / "new" / "deep", files) == 2
    assert write_folder(tmp_path / "new" / "deep", files) == 0
    assert write_folder(tmp_path / "new" / "deep", {"datapackage.json": b"3"}) == 2
    assert tree(tmp_path / "new") == {"new/deep/datapackage.json": b"3"}
