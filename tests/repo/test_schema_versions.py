"""The shape of records changes only with a new number and a step that leads older records to it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import iom_content as iom
from iom_content.codec.migrations import STEPS
from iom_content.codec.schema import fingerprint


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the package and its generators that a test may change."""
    shutil.copytree(root / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def generate(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the generator of a copy, and return its exit status and what it prints."""
    command = [sys.executable, "tools/generate.py", *arguments]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert done.stderr == ""
    return done.returncode, done.stdout


def recorded(folder: Path) -> dict[str, str]:
    """Return the fingerprints by version."""
    found: dict[str, str] = json.loads((folder / "tools" / "schema_versions.json").read_text(encoding="utf-8"))
    return found


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_schemas_are_those_that_are_recorded_for_the_version(root: Path) -> None:
    """If this fails, the shape of records has changed: raise SCHEMA_VERSION and add the step to it in codec/migrations.py."""
    versions = recorded(root)
    assert versions[str(iom.SCHEMA_VERSION)] == fingerprint()
    assert list(versions) == [str(number) for number in range(1, iom.SCHEMA_VERSION + 1)]
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in versions.values())


def test_a_step_leads_from_each_older_version_to_the_next() -> None:
    """None is missing, none is beyond the current version."""
    assert sorted(STEPS) == list(range(1, iom.SCHEMA_VERSION))


def test_a_changed_schema_needs_a_new_number(copy: Path) -> None:
    """The generator refuses to record it under the old one, and records it under a new one."""
    before = recorded(copy)
    edit(
        copy / "src/iom_content/model/organization.py",
        "    heading: str | None = checked(NONBLANK, default=None)",
        "    heading: str = checked(NONBLANK)",
    )
    words = f"the schemas are not those recorded for SCHEMA_VERSION {iom.SCHEMA_VERSION} in tools/schema_versions.json"
    for arguments in ((), ("--check",)):
        code, printed = generate(copy, *arguments)
        assert (code, words in printed, recorded(copy)) == (1, True, before)
    edit(
        copy / "src/iom_content/release.py",
        f"SCHEMA_VERSION = {iom.SCHEMA_VERSION}",
        f"SCHEMA_VERSION = {iom.SCHEMA_VERSION + 1}",
    )
    assert generate(copy, "--check")[0] == 1
    assert generate(copy)[0] == 0
    assert list(recorded(copy)) == [*before, str(iom.SCHEMA_VERSION + 1)]
    assert generate(copy, "--check") == (0, "up to date\n")


def test_a_version_can_be_recut_before_it_is_released(copy: Path) -> None:
    """On request alone; words for people need no record at all."""
    before = recorded(copy)
    edit(copy / "src/iom_content/model/organization.py", '"""The label as the page repeats it;', '"""The label as it is repeated;')
    assert generate(copy)[0] == 0
    assert recorded(copy) == before
    edit(
        copy / "src/iom_content/model/organization.py",
        "    heading: str | None = checked(NONBLANK, default=None)",
        "    heading: str = checked(NONBLANK)",
    )
    assert generate(copy, "--recut")[0] == 0
    assert list(recorded(copy)) == list(before)
    assert recorded(copy) != before
