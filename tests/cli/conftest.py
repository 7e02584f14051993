"""How the tests run the command line: in this process, or as a user does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import iom_content as iom
from iom_content.cli.main import run

FILES = [
    "datapackage.json",
    *(resource["path"] for resource in json.loads(iom.data_files().joinpath("datapackage.json").read_bytes())["resources"]),
]


@attrs.frozen
class Done:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Return a function that runs the command line in this process."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    def call(*arguments: str) -> Done:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return call


@pytest.fixture
def process(environ: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Return a function that runs the command line as a process, in an environment that sets only what is given."""

    def call(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "iom_content", *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            env={**environ, **environment},
            timeout=120,
        )

    return call


@pytest.fixture
def environ() -> dict[str, str]:
    """Return the variables that Python and the measuring of coverage need, without those that change how output looks or is buffered."""
    dropped = {"PYTHONUTF8", "PYTHONIOENCODING", "LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "TERM", "COLUMNS", "PYTHONUNBUFFERED"}
    return {name: value for name, value in os.environ.items() if name not in dropped}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a writable copy of the bundled dataset's folder."""
    target = tmp_path / "dataset"

    for name in FILES:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(iom.data_files().joinpath(name).read_bytes())
    return target
