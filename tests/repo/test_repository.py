"""The repository keeps its own promises: layers, generated code, README, numbers, distributions."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.version import Version

import iom_content as iom
from iom_content.dataset.releases import RELEASED

COMMANDS = (
    "python3 -m pip install . && python3 -m iom_content",
    'python3 -m pip install -e ".[test]" && python3 -m pytest -n auto --dist loadfile -m "not judge"',
)
# Paths of one machine, and words that have no place in a finished file.
FORBIDDEN = re.compile(rb"(?<![\w.])/(?:work|root|farm|home/[a-z]+)/|\.\./shared\b|\b(?:TODO|FIXME|XXX)\b")


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this interpreter at the repository's top."""
    return subprocess.run([sys.executable, *command], cwd=root, check=False, capture_output=True, text=True)


def tracked(root: Path) -> list[Path]:
    """Return the files that belong to the repository, those included that are about to."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=root, check=False, capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip("not a git checkout, or git is missing")
    return [path for name in done.stdout.splitlines() if (path := root / name).is_file()]


def test_each_room_imports_only_what_lies_below_it(root: Path) -> None:
    """The contracts of import-linter hold."""
    done = run(root, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))")
    assert done.returncode == 0, done.stdout + done.stderr


def test_generated_code_is_what_the_declarations_give(root: Path) -> None:
    """No generated file has drifted; `python3 tools/generate.py` mends it."""
    done = run(root, "tools/generate.py", "--check")
    assert (done.returncode, done.stdout) == (0, "up to date\n"), done.stderr


def test_the_readme_shows_the_two_commands_once_each(root: Path) -> None:
    """Each command is a line of its own in a code block, once, and no other line installs anything."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", readme, flags=re.DOTALL | re.MULTILINE)
    assert blocks == ["\n".join(COMMANDS) + "\n"]
    assert [readme.count(command) for command in COMMANDS] == [1, 1]
    assert "externally-managed-environment" in readme


def test_the_readme_links_to_files_that_exist(root: Path) -> None:
    """Every relative link of the README leads somewhere."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (root / "README.md").read_text(encoding="utf-8"))
    assert [link for link in links if not (root / link).is_file()] == []
    assert links != []


def test_the_versions_agree(root: Path) -> None:
    """Changelog, citation and code name the same version; the dataset's is the newest released."""
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    citation = (root / "CITATION.cff").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^]]*)\] - (\d{4}-\d{2}-\d{2})$", changelog, flags=re.MULTILINE)
    assert newest is not None
    assert newest[1] == iom.__version__
    assert f"\nversion: {iom.__version__}\n" in citation
    assert f'\ndate-released: "{newest[2]}"\n' in citation
    assert next(reversed(RELEASED)) == iom.DATA_VERSION
    assert f"Dataset `{iom.DATA_VERSION}`" in changelog
    assert str(Version(iom.__version__)) == iom.__version__


def test_no_file_names_a_machine_or_is_unfinished(root: Path) -> None:
    """No tracked file holds a path of one machine or a word that marks unfinished work."""
    here = Path(__file__)
    found = [
        f"{path.relative_to(root)}: {hit[0]!r}" for path in tracked(root) if path != here and (hit := FORBIDDEN.search(path.read_bytes()))
    ]
    assert found == []


def test_the_dataset_is_never_converted(root: Path) -> None:
    """Git leaves every byte of the data alone on every system."""
    files = [
        path
        for path in tracked(root)
        if "data" in path.relative_to(root).parts[:3] and path.parts[-1] != "__init__.py" and "src" in path.parts
    ]
    done = subprocess.run(["git", "check-attr", "text", "--", *map(str, files)], cwd=root, check=True, capture_output=True, text=True)
    assert files != []
    assert [line for line in done.stdout.splitlines() if not line.endswith(": text: unset")] == []


def test_the_package_says_that_it_is_typed() -> None:
    """The marker for type checkers is there and empty."""
    marker = Path(iom.__file__).with_name("py.typed")
    assert marker.read_bytes() == b""
