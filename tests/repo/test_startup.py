"""What importing and loading may not drag in; `benchmarks/startup.py` prints what they cost."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

# Each either costs more than loading the dataset itself or belongs to a verb that was not called.
HEAVY = {
    "attrs",
    "cattrs",
    "difflib",
    "datetime",
    "hashlib",
    "hypothesis",
    "importlib_resources",
    "json",
    "rich",
    "sqlite3",
    "tomllib",
    "iom_content.checks",
    "iom_content.cli",
    "iom_content.codec._generated_results",
    "iom_content.codec.converter",
    "iom_content.codec.decode",
    "iom_content.codec.faults",
    "iom_content.codec.json_text",
    "iom_content.codec.schema",
    "iom_content.dataset.build",
    "iom_content.dataset.collect",
    "iom_content.dataset.folder",
    "iom_content.dataset.verify",
    "iom_content.language",
    "iom_content.model._result_checks",
    "iom_content.model.declaration",
    "iom_content.model.figure_check",
    "iom_content.model.hit",
    "iom_content.model.report",
    "iom_content.model.result_rules",
    "iom_content.query",
    "iom_content.reading",
    "iom_content.serializers",
    "iom_content.testing",
}


def modules_after(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has imported for `code` and had not before."""
    program = f"import sys; before = set(sys.modules)\n{code}\nnew = sorted(set(sys.modules) - before)\nimport json; print(json.dumps(new))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_package_imports_two_modules() -> None:
    """`import iom_content` runs the front door and the three numbers, nothing else."""
    ours = modules_after("import iom_content")
    assert {name for name in ours if name.startswith("iom_content")} == {"iom_content", "iom_content.release"}
    assert "attr" not in ours


def test_listing_the_names_imports_nothing() -> None:
    """`dir()` on the package, as an editor calls it, loads no room."""
    assert "attr" not in modules_after("import iom_content; dir(iom_content)")


@pytest.mark.parametrize(
    "code", ["import iom_content; iom_content.load()", "import iom_content; list(iom_content.load().statements.values())[0].text"]
)
def test_loading_imports_nothing_heavy(code: str) -> None:
    """Loading the bundled dataset and reading a statement import none of the heavy modules."""
    assert modules_after(code) & HEAVY == set()
