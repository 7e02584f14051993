"""What each format writes of the bundled document stands in a file; a new format is a new file here."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom
from iom_content.serializers.registry import FORMATS

FOLDER = Path(__file__).parent / "golden"
# Set to 1 it writes the files anew, for a look at what a change of ours does to them.
SWITCH = "IOM_CONTENT_WRITE_GOLDEN"
REPORT = iom.validate('{"id": "About us",\n "titel": "About us", "children": [{}]}', "section")
# What all formats write, as one digest; run as a program of its own.
PROGRAM = """
import hashlib, json, sys
import iom_content as iom
catalog = iom.load()
report = iom.validate(sys.argv[1], "section")
values = (*catalog.documents.values(), *catalog.organizations.values(), *catalog.terms.values())
written = {
    name: iom.dumps(report if form.reports_only else values, name, catalog=catalog) for name, form in iom.FORMATS.items()
}
print(hashlib.sha256(json.dumps(written).encode()).hexdigest())
"""


def written(name: str) -> str:
    """Return what a format writes of the bundled document, or of a report if it carries nothing else."""
    catalog = iom.load()
    value: Any = REPORT if FORMATS[name].reports_only else catalog.documents["4e89fe63437d"]
    return iom.dumps(value, name, catalog=catalog)


@pytest.mark.parametrize("name", list(FORMATS))
def test_each_format_writes_what_stands_in_its_file(name: str) -> None:
    """To the byte."""
    path = FOLDER / f"{name}{FORMATS[name].suffix}"
    if os.environ.get(SWITCH) == "1":
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(written(name).encode())
    assert path.read_bytes().decode() == written(name)


def test_each_file_is_one_of_a_format() -> None:
    """A format that goes takes its file along."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{each.name}{each.suffix}" for each in FORMATS.values())


def test_files_are_never_written_anew_where_they_judge() -> None:
    """The switch is for people; with it on the tests above could not fail."""
    assert not (os.environ.get("CI") and os.environ.get(SWITCH))


def test_other_runs_write_the_same() -> None:
    """Whatever the order of hashes."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, '{"b": 1, "a": {"c": 2}}'],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1951")
    }
    assert len(digests) == 1
    assert len(digests.pop()) == len(hashlib.sha256(json.dumps("").encode()).hexdigest()) + 1
