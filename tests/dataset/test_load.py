"""Loading bundled datasets and folders."""

from __future__ import annotations

import gc
import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import iom_content as iom

MANIFEST = "datapackage.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the bundled dataset's folder."""
    target = tmp_path / "dataset"
    shutil.copytree(str(iom.data_files()), target)
    return target


def test_the_bundled_dataset_is_read_once_and_shared() -> None:
    """The same object comes back, by default and by version."""
    assert iom.load() is iom.load(iom.DATA_VERSION)
    assert iom.load().version == iom.DATA_VERSION


def test_a_folder_equals_what_is_bundled_and_is_read_anew(folder: Path) -> None:
    """A copy of the folder gives an equal catalog and another object each time."""
    first, second = iom.load(path=folder), iom.load(path=str(folder))
    assert first == second == iom.load()
    assert first is not second


def test_unknown_version_lists_the_bundled_ones() -> None:
    """A version that is not bundled is an error with what is near and what there is."""
    with pytest.raises(iom.NotFound) as caught:
        iom.load("2026.11.1")
    assert caught.value == iom.NotFound("dataset version", "2026.11.1", ("2026.11.0",), ("2026.11.0",))
    for function in (iom.data_files, iom.verify_dataset):
        with pytest.raises(iom.NotFound):
            function("1.0")


def test_a_folder_may_be_held_to_a_version(folder: Path) -> None:
    """With both a path and a version, the folder must have that version."""
    assert iom.load("2026.11.0", path=folder).version == "2026.11.0"
    with pytest.raises(iom.NotFound) as caught:
        iom.load("2026.12.0", path=folder)
    assert caught.value.known == ("2026.11.0",)


def test_what_is_no_folder_is_unreadable(tmp_path: Path, folder: Path) -> None:
    """A missing folder and a file are named, with what a dataset is."""
    with pytest.raises(iom.UnreadableInput, match="no such folder"):
        iom.load(path=tmp_path / "none")
    with pytest.raises(iom.UnreadableInput, match="no folder"):
        iom.load(path=folder / MANIFEST)
    (folder / MANIFEST).unlink()
    with pytest.raises(iom.UnreadableInput, match=MANIFEST):
        iom.load(path=folder)


def damaged(folder: Path, **changes: object) -> Path:
    """Write a manifest with some of its properties changed."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps(manifest | changes), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "resources",
    [
        5,
        [{"name": "without a path"}],
        [{"path": 5}],
        [{"path": "documents/../../secret.json"}],
        [{"path": "documents/\\..\\secret.json"}],
    ],
)
def test_a_malformed_manifest_is_named(folder: Path, resources: object) -> None:
    """Resources that are no list of paths within the folder are refused."""
    with pytest.raises(iom.DatasetError, match=MANIFEST):
        iom.load(path=damaged(folder, resources=resources))


def test_a_dataset_may_have_no_rights(folder: Path) -> None:
    """Without rights in the manifest the catalog has none."""
    assert iom.load(path=damaged(folder, rights=None)).rights is None


def test_faults_of_a_file_are_named_with_their_place(folder: Path) -> None:
    """A broken document names file and pointer; broken JSON names line and column."""
    file = next((folder / "documents").iterdir())
    data = json.loads(file.read_text(encoding="utf-8"))
    data["statement"]["title"] = 5
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(iom.DatasetError, match=r"documents/4e89fe63437d\.json: .*\n.*/statement/title"):
        iom.load(path=folder)
    file.write_text('{"capture": \n  nul', encoding="utf-8")
    with pytest.raises(iom.DatasetError, match=r"(?s)documents/4e89fe63437d\.json.*line 2"):
        iom.load(path=folder)


def test_a_newer_schema_is_refused(folder: Path) -> None:
    """A file of a newer schema names the upgrade."""
    file = folder / "organizations" / "iom.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(data | {"schema_version": iom.SCHEMA_VERSION + 1}), encoding="utf-8")
    with pytest.raises(iom.DatasetError, match="upgrade"):
        iom.load(path=folder)


def test_a_file_beyond_the_limit_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than the limit is not even read."""
    monkeypatch.setattr("iom_content.dataset.folder.MAX_INPUT", 100)
    with pytest.raises(iom.UnreadableInput, match="larger than 100"):
        iom.load(path=folder)


def test_a_pipe_is_no_file_of_a_folder(folder: Path) -> None:
    """Nobody waits for its content."""
    (folder / "terms.json").unlink()
    os.mkfifo(folder / "terms.json")
    with pytest.raises(iom.UnreadableInput, match=r"terms\.json: no regular file"):
        iom.load(path=folder)


def test_a_damaged_installation_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A bundled file that cannot be read is an error that says what to do, not a traceback of ours."""
    from iom_content.dataset import load

    monkeypatch.setattr(load, "_DATA", str(tmp_path))
    with pytest.raises(iom.DatasetError, match="reinstall"):
        load._bundled(iom.DATA_VERSION)


def test_damage_that_is_still_json_is_named(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A bundled file that decodes into nothing is an error that points to verify."""
    from iom_content.dataset import load

    monkeypatch.setattr(load, "_DATA", str(folder.parent))
    folder.rename(folder.parent / iom.DATA_VERSION)
    for broken in ('{"terms": [5]}', '{"terms": [{"id": "A b"}]}', "{}", '{"terms": 5}'):
        (folder.parent / iom.DATA_VERSION / "terms.json").write_text(broken, encoding="utf-8")
        with pytest.raises(iom.DatasetError, match="verify names the file"):
            load._bundled(iom.DATA_VERSION)
    (folder.parent / iom.DATA_VERSION / "terms.json").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(iom.DatasetError, match=r"terms\.json: .*reinstall"):
        load._bundled(iom.DATA_VERSION)


@pytest.mark.parametrize("broken", ['{"terms": [', '{"terms": []} {}', '{"terms": "\x01"}'])
def test_damage_that_is_no_json_is_told_as_json_tells_it(monkeypatch: pytest.MonkeyPatch, folder: Path, broken: str) -> None:
    """What the quick scanner gives up is read again by json, which knows what is wrong and where."""
    from iom_content.dataset import load

    monkeypatch.setattr(load, "_DATA", str(folder.parent))
    folder.rename(folder.parent / iom.DATA_VERSION)
    (folder.parent / iom.DATA_VERSION / "terms.json").write_text(broken, encoding="utf-8")
    with pytest.raises(iom.DatasetError, match=r"terms\.json: .*line 1 column.*reinstall"):
        load._bundled(iom.DATA_VERSION)


def test_what_is_frozen_stays_so() -> None:
    """A process that has taken its objects from the collector, as before a fork, keeps it that way."""
    from iom_content.dataset import load

    gc.freeze()
    try:
        load._bundled(iom.DATA_VERSION)
        assert gc.get_freeze_count() > 0
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_threads_share_one_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that load at once get one object, whichever of them was the first."""
    from iom_content.dataset import load

    monkeypatch.setattr(load, "_LOADED", {})

    def loaded_by(all_together: Barrier) -> iom.Catalog:
        all_together.wait()
        return iom.load()

    with ThreadPoolExecutor(8) as pool:
        catalogs = list(pool.map(loaded_by, [Barrier(8)] * 8))
    assert {id(catalog) for catalog in catalogs} == {id(iom.load())}
