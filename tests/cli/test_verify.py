"""verify: every file is the one its digest names, or is named itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import iom_content as iom

Cli = Callable[..., Any]


def test_the_bundled_dataset_is_as_released(cli: Cli) -> None:
    """One line with the number of files."""
    done = cli("verify")
    assert (done.code, done.out, done.err) == (0, f"dataset {iom.DATA_VERSION}: ok, 7 files, as released\n", "")
    assert json.loads(cli("verify", "--format", "json").out) == {"findings": []}


def test_a_folder_is_taken_at_its_word(cli: Cli, folder: Path) -> None:
    """Nothing proves the manifest of somebody else's folder, and the line says so."""
    done = cli("verify", "--path", str(folder))
    assert (done.code, done.out) == (0, f"{folder}: ok, 7 files, as its manifest says\n")


def test_each_wrong_file_is_named(cli: Cli, folder: Path) -> None:
    """Damaged, missing and additional files, one a line, sorted; what to do stands on standard error."""
    (folder / "terms.json").write_bytes((folder / "terms.json").read_bytes().replace(b"SDG", b"SDg", 1))
    (folder / "CHANGES.md").unlink()
    (folder / "extra\x1b.txt").write_text("more")
    done = cli("verify", "--path", str(folder))
    assert done.code == 1
    assert done.out == (
        "CHANGES.md: listed in the manifest, but missing\n"
        "extra\\x1b.txt: not listed in the manifest\n"
        "terms.json: its bytes are not those of the manifest\n"
    )
    assert done.err == (
        f"iom-content: {folder} is damaged: 3 findings (hint: reinstall the package, or rebuild the dataset if it is your own)\n"
    )
    report = json.loads(cli("verify", "--path", str(folder), "--format", "json").out)
    assert [finding["rule"] for finding in report["findings"]] == ["file-missing", "file-extra", "file-changed"]
    assert cli("verify", "--path", str(folder), "--format", "json").code == 1


def test_no_folder_is_no_dataset(cli: Cli, folder: Path) -> None:
    """A file where a folder should be is an input that cannot be read."""
    done = cli("verify", "--path", str(folder / "terms.json"))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"iom-content: {folder / 'terms.json'}: no folder")
