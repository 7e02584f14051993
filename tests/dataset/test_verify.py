"""Digests recomputed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import iom_content as iom
from iom_content.dataset import verify
from iom_content.dataset.releases import RELEASED

MANIFEST = "datapackage.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the bundled dataset's folder."""
    target = tmp_path / "dataset"
    shutil.copytree(str(iom.data_files()), target)
    return target


def complaints(folder: Path) -> list[tuple[str, str | None]]:
    """Return rule and file of each finding."""
    return [(finding.rule, finding.file) for finding in iom.verify_dataset(path=folder).findings]


def test_the_shipped_dataset_is_the_released_one() -> None:
    """Nothing is damaged, missing or extra in any bundled version."""
    for version in iom.versions():
        assert iom.verify_dataset(version) == iom.Report()


def test_any_changed_byte_is_named(folder: Path) -> None:
    """One flipped bit in any listed file is one finding that names the file and both digests."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST):
        before = file.read_bytes()
        file.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
        report = iom.verify_dataset(path=folder)
        assert [(finding.rule, finding.file) for finding in report.findings] == [("file-changed", file.relative_to(folder).as_posix())]
        assert report.findings[0].expected != report.findings[0].excerpt
        assert not report.ok
        file.write_bytes(before)


def test_a_changed_manifest_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest of a bundled version is held to the digest in the code."""
    monkeypatch.setitem(RELEASED, iom.DATA_VERSION, "0" * 64)
    assert [(finding.rule, finding.file) for finding in iom.verify_dataset().findings] == [("file-changed", MANIFEST)]


def test_missing_and_extra_files_are_named(folder: Path) -> None:
    """A file too few and files too many, in any folder, are one finding each, sorted by name."""
    (folder / "terms.json").unlink()
    (folder / "captures" / "other.txt").write_text("x", encoding="utf-8")
    (folder / "a.txt").write_text("x", encoding="utf-8")
    assert complaints(folder) == [("file-extra", "a.txt"), ("file-extra", "captures/other.txt"), ("file-missing", "terms.json")]


def test_a_name_that_is_not_text_is_shown_escaped(folder: Path) -> None:
    """An extra file whose name is not UTF-8 is still named."""
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("x", encoding="utf-8")
    assert complaints(folder) == [("file-extra", "caf\\udce9.txt")]


def test_without_a_manifest_nothing_else_is_judged(folder: Path) -> None:
    """A missing manifest is the only finding."""
    (folder / MANIFEST).unlink()
    assert complaints(folder) == [("file-missing", MANIFEST)]


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{}", '{"resources": 5}', '{"resources": [{"path": "a"}]}', '{"resources": [{"path": 1, "hash": "x"}]}', "[" * 100_000],
)
def test_a_broken_manifest_is_a_finding(folder: Path, manifest: str) -> None:
    """A manifest that lists nothing usable is a finding, never an exception."""
    (folder / MANIFEST).write_text(manifest, encoding="utf-8")
    assert complaints(folder) == [("manifest-unreadable", MANIFEST)]


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    """A file that the system refuses to read is a finding."""
    error = PermissionError(13, "Permission denied")
    manifest = tmp_path / MANIFEST
    manifest.write_text(json.dumps({"resources": [{"path": "a.txt", "hash": "sha256:0"}]}), encoding="utf-8")
    findings = list(verify._compared({MANIFEST: manifest, "a.txt": error}, None))
    assert [(finding.rule, finding.message) for finding in findings] == [("file-unreadable", "a.txt: cannot be read: Permission denied")]


def test_reading_errors_are_kept_for_their_file(folder: Path) -> None:
    """A dangling link is named and does not stop the rest."""
    (folder / "captures" / "link.txt").symlink_to(folder / "nowhere")
    assert complaints(folder) == [("file-unreadable", "captures/link.txt")]


def test_links_back_are_not_followed_for_ever(folder: Path) -> None:
    """A link to a folder above it is named once, however many there are; a link elsewhere is followed."""
    for number in range(8):
        (folder / "captures" / f"again{number}").symlink_to(folder)
    (folder / "terms").symlink_to(folder / "documents")
    found = complaints(folder)
    assert found[:8] == [("file-unreadable", f"captures/again{number}") for number in range(8)]
    assert found[8:] == [("file-extra", "terms/4e89fe63437d.json")]


def test_pipes_are_not_read(folder: Path) -> None:
    """What is no regular file is named; nobody waits for its content."""
    os.mkfifo(folder / "terms")
    assert [finding.message for finding in iom.verify_dataset(path=folder).findings] == ["terms: cannot be read: no regular file"]


def test_an_installation_without_the_folder_is_damaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A bundled dataset of which nothing is left is a finding as well."""
    monkeypatch.setattr(verify, "data_files", lambda _: tmp_path / "none")
    assert [(finding.rule, finding.file) for finding in iom.verify_dataset().findings] == [("file-missing", MANIFEST)]


def test_a_folder_that_cannot_be_looked_into_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one finding, beside those of the files that are missing for it."""
    looked_into = Path.iterdir

    def refused(path: Path) -> Iterator[Path]:
        if path.name == "captures":
            raise PermissionError(13, "Permission denied")
        return looked_into(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert complaints(folder) == [("file-unreadable", "captures"), ("file-missing", "captures/sdg-summit-statement.txt")]


def test_what_is_no_folder_is_unreadable(tmp_path: Path) -> None:
    """A path that is no folder is an error that says what a dataset is."""
    with pytest.raises(iom.UnreadableInput, match=MANIFEST):
        iom.verify_dataset(path=tmp_path / "none")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(iom.UnreadableInput, match="no folder"):
        iom.verify_dataset(path=tmp_path / "file")
