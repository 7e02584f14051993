"""The wheel holds what it should and nothing else, and works from a zip, without a home and without rich."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import iom_content as iom

SOURCE = Path(iom.__file__).parent


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built once, with the build backend of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


def outside(code: str, *path: Path, **variables: str) -> str:
    """Run code in an interpreter that sees `path` and its own site-packages, but no home; return what it prints."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "VIRTUAL_ENV"}}
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {[str(part) for part in path]!r}\n{code}"]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=kept | {"PYTHONUTF8": "1"} | variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    """Every file of the source folder is in the wheel, with its licence files, and none beside."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        info = {name.partition(".dist-info/")[2] for name in archive.namelist()} - {""}
    wanted = {
        path.relative_to(SOURCE.parent).as_posix() for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == wanted
    assert {"iom_content/py.typed", f"iom_content/data/{iom.DATA_VERSION}/datapackage.json"} <= names
    assert info == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE", "licenses/NOTICE"}
    assert wheel.stat().st_size < 1_000_000


def test_the_metadata_says_what_the_package_is(wheel: Path) -> None:
    """Licence, Python version and the three dependencies stand in the metadata."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode()
    head = metadata.partition("\n\n")[0].splitlines()
    assert {f"Version: {iom.__version__}", "License-Expression: Apache-2.0", "Requires-Python: >=3.11"} <= set(head)
    core = [
        re.match(r"[\w-]+", line.removeprefix("Requires-Dist: "))
        for line in head
        if line.startswith("Requires-Dist: ") and "extra ==" not in line
    ]
    assert [name[0] for name in core if name] == ["attrs", "cattrs", "importlib-resources"]


def test_it_works_inside_a_zip(wheel: Path) -> None:
    """A wheel on the path is imported, loaded, listed and verified without being unpacked."""
    code = """
import iom_content as iom
assert ".whl" in iom.__file__, iom.__file__
print(iom.load().version, iom.verify_dataset().ok, iom.data_files().joinpath("terms.json").is_file())
"""
    assert outside(code, wheel) == f"{iom.DATA_VERSION} True True\n"


def test_the_command_line_runs_inside_a_zip_without_rich(wheel: Path) -> None:
    """`python -m iom_content` runs from a wheel on the path, with rich out of reach and no home folder."""
    code = """
sys.modules["rich"] = None
import runpy
sys.argv = ["iom-content"]
try:
    runpy.run_module("iom_content", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
"""
    assert iom.DATA_VERSION in outside(code, wheel)


def test_it_works_where_nothing_can_be_written(wheel: Path, tmp_path: Path) -> None:
    """Unpacked into a folder that cannot be written to, it loads and verifies, and leaves nothing behind."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    folders = [tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        printed = outside("import iom_content as iom; print(iom.verify_dataset().ok)", tmp_path, PYTHONDONTWRITEBYTECODE="1")
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert printed == "True\n"
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_project_tests_with_the_installed_kit(wheel: Path, root: Path, tmp_path: Path) -> None:
    """A project's tests find the plugin by the wheel's entry point, and strategies by their types."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\nfilterwarnings = ["error"]\n', encoding="utf-8")
    sample = (root / "tests/downstream/project.py").read_text(encoding="utf-8")
    (tmp_path / "test_project.py").write_text(sample, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_project.py"]
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTEST_ADDOPTS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD"}}
    path = os.pathsep.join([str(tmp_path / "installed"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path, env=kept | {"PYTHONPATH": path})
    assert "7 passed" in done.stdout, done.stdout + done.stderr
