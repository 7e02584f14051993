"""Released versions never change."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import iom_content as iom
from iom_content.dataset.releases import MANIFEST, RELEASED

FROZEN = {
    "2026.11.0": "fc9dfd93a97b1e2fcdde6a31bc92931e205f86602c800803a09e21fb22d595c1",
}
"""SHA-256 of each frozen manifest; a line here is never edited, only added."""


def test_frozen_versions_are_what_they_were() -> None:
    """The digest in code and that of the shipped manifest are the ones recorded here, which no tool writes."""
    assert {version: RELEASED[version] for version in FROZEN} == FROZEN
    for version, digest in FROZEN.items():
        assert hashlib.sha256(iom.data_files(version).joinpath(MANIFEST).read_bytes()).hexdigest() == digest


def test_every_bundled_version_is_frozen() -> None:
    """What is shipped is released."""
    assert set(iom.versions()) == set(RELEASED) == set(FROZEN)


def test_a_frozen_version_is_not_recut(root: Path) -> None:
    """The tool that builds datasets refuses before it writes anything."""
    done = subprocess.run(
        [sys.executable, "tools/build_dataset.py", "--recut", "2026.11.0"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "2026.11.0 is frozen" in done.stderr
