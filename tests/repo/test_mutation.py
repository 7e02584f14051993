"""The tool that counts what the tests notice: it believes exit codes, and only after the tests have passed once."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

NOTICING = "import os\n\n\ndef test_value():\n    assert os.environ['MUTANT_UNDER_TEST'] not in {'noticed'}\n"


@pytest.fixture
def tool(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the tool, set on a folder with one room of three changes, of which one is noticed."""
    spec = importlib.util.spec_from_file_location("mutation", root / "tools" / "mutation.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    room = tmp_path / "src" / "iom_content" / "harbour"
    room.mkdir(parents=True)
    (room / "pier.py.meta").write_text(json.dumps({"exit_code_by_key": {"noticed": None, "missed": None, "other": None}}))
    (tmp_path / "test_harbour.py").write_text(NOTICING)
    monkeypatch.setattr(module, "MUTANTS", tmp_path)
    monkeypatch.setattr(module, "TESTS", {"harbour": ("test_harbour.py",)})
    return module


def test_changes_that_no_test_fails_for_are_named(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The share is that of the changes tried, and those unnoticed are named."""
    monkeypatch.setattr("sys.argv", ["mutation.py", "harbour"])
    assert tool.main() == 0
    head, *names = capsys.readouterr().out.splitlines()
    assert head == "harbour: 1 of 3 noticed, of 3 in all"
    assert sorted(names) == ["  not noticed: missed", "  not noticed: other"]


def test_tests_that_fail_without_a_change_judge_none(tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise every change would count as noticed."""
    (tmp_path / "test_harbour.py").write_text("def test_value():\n    assert False\n")
    monkeypatch.setattr("sys.argv", ["mutation.py"])
    with pytest.raises(SystemExit, match="harbour: its tests fail without any change"):
        tool.main()


def test_a_change_that_never_ends_is_noticed(tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests are given up after a while."""
    (tmp_path / "test_harbour.py").write_text("import time\n\n\ndef test_value():\n    time.sleep(60)\n")
    monkeypatch.setattr(tool, "LONGEST", 0.1)
    assert tool.is_noticed("missed", ("test_harbour.py",))
