"""Judges that other people wrote for Node.js: installed once a run, in a folder of their own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

# Majors are fixed, because a judge that changes its mind must not change ours; what is newer within them is welcome.
PACKAGES = (
    "@microsoft/sarif-multitool-linux@5",
    "ajv@8",
    "ajv-formats@3",
    "json-schema-to-typescript@15",
    "typescript@5",
)


@attrs.frozen
class Node:
    """A folder in which the judges are installed."""

    folder: Path

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command there; with `check`, one that must end well."""
        done = subprocess.run(command, cwd=self.folder, check=False, capture_output=True, encoding="utf-8", timeout=300)
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Return the folder with the judges; a test that needs them is skipped where they cannot be had."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is missing: apt-get install nodejs npm")
    folder = tmp_path_factory.mktemp("node")
    (folder / "package.json").write_text('{"private": true, "type": "commonjs"}', encoding="utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", *PACKAGES]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, encoding="utf-8", timeout=300)
    if done.returncode:
        pytest.skip(f"npm cannot install the judges: {done.stderr.strip()[-300:]}")
    return Node(folder)


@pytest.fixture(scope="session")
def script(node: Node) -> Callable[..., str]:
    """Return a function that runs a script with arguments in the folder of the judges, and returns what it prints."""

    def run(text: str, *arguments: str) -> str:
        path = node.folder / "script.cjs"
        path.write_text(text, encoding="utf-8")
        return node.run("node", str(path), *arguments).stdout

    return run
