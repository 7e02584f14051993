"""What other projects' gates run: hooks of pre-commit and a GitHub Action."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import iom_content as iom

GOOD = '{"id": "a", "title": "A"}'
BAD = '{"id": "b",\n "titel": "B"}'
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the action's scripts are for bash")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command in a folder, with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def call(folder: Path, *command: str, check: bool = True, **variables: str) -> subprocess.CompletedProcess[str]:
        own = {"HOME": str(home), "PRE_COMMIT_HOME": str(home / "pre-commit")}
        done = subprocess.run(
            command, cwd=folder, check=False, capture_output=True, encoding="utf-8", env={**kept, **who, **own, **variables}
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    return call


def committed(run: Run, folder: Path) -> None:
    """Make a folder a git repository with all that is in it."""
    run(folder, "git", "init", "--quiet", "--initial-branch", "main")
    run(folder, "git", "add", "--all")
    run(folder, "git", "commit", "--quiet", "--message", "All")


def hooks(root: Path) -> dict[str, Any]:
    """Return the hooks by their id."""
    return {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def test_there_is_a_hook_for_each_of_both_verbs(root: Path, run: Run) -> None:
    """They install alone, and pre-commit's own judge accepts them."""
    assert {name: hook["entry"] for name, hook in hooks(root).items()} == {
        "iom-content-validate": "iom-content validate",
        "iom-content-check": "iom-content check",
    }
    assert {hook["language"] for hook in hooks(root).values()} == {"python"}
    run(root, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")


def test_pre_commit_runs_the_hook_in_a_project(root: Path, run: Run, tmp_path: Path) -> None:
    """It installs the package from its repository, passes sound records and articles and refuses faulty ones with their place."""
    if shutil.which("git") is None:
        pytest.skip("git is missing")
    package, project = tmp_path / "package", tmp_path / "project"
    package.mkdir()
    for name in ("src", "pyproject.toml", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml", ".gitignore"):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, package / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, package / name)
    committed(run, package)
    revision = run(package, "git", "rev-parse", "HEAD").stdout.strip()
    (project / "records").mkdir(parents=True)
    (project / "records" / "good.json").write_text(GOOD, encoding="utf-8")
    (project / "records" / "good.jsonl").write_text(f"{GOOD}\n", encoding="utf-8")
    (project / "records" / "good.yaml").write_text("id: a\ntitle: A\n", encoding="utf-8")
    (project / "posts").mkdir()
    (project / "posts" / "good.md").write_text("IOM has **175** member states.\n", encoding="utf-8")
    (project / "posts" / "good.html").write_text("<p>IOM has 175 member states.</p>\n", encoding="utf-8")
    hook = {"id": "iom-content-validate", "files": r"^records/.*\.(jsonl?|yaml)$", "args": ["--kind=section"]}
    config = {"repos": [{"repo": str(package), "rev": revision, "hooks": [hook, {"id": "iom-content-check"}]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    committed(run, project)
    done = run(project, sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose", check=False)
    if "pip" in done.stdout + done.stderr and "No matching distribution" in done.stdout + done.stderr:
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 files, 0 findings" in done.stdout
    assert "2 files, 0 findings" in done.stdout
    (project / "records" / "bad.json").write_text(BAD, encoding="utf-8")
    (project / "posts" / "bad.md").write_text("> IOM has **173** member states.\n", encoding="utf-8")
    run(project, "git", "add", "--all")
    done = run(project, sys.executable, "-m", "pre_commit", "run", check=False)
    assert done.returncode == 1
    assert "records/bad.json:2:2: error unknown-key /titel: unknown key 'titel'" in done.stdout
    assert "hint: did you mean 'title'?" in done.stdout
    assert "posts/bad.md:1:13: warning figure-stale: 173 (member states)" in done.stdout


def test_the_action_is_one(root: Path, run: Run) -> None:
    """The public schema of actions accepts it."""
    run(root, sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")


@POSIX
@pytest.mark.parametrize(("content", "code"), [(GOOD, 0), (BAD, 1)])
def test_the_action_annotates_and_summarizes(root: Path, run: Run, tmp_path: Path, content: str, code: int) -> None:
    """Its script hands every line of its inputs on as one argument, whatever characters it has."""
    steps = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    assert "${{" not in "".join(step["run"] for step in steps)
    programs = tmp_path / "runner" / "iom-content" / "bin"
    programs.mkdir(parents=True)
    program = programs / "iom-content"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m iom_content "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    odd = tmp_path / "a $(touch hit) `x` 'b'.json"
    odd.write_text(content, encoding="utf-8")
    summary = tmp_path / "summary.md"
    done = run(
        tmp_path,
        "bash",
        "--noprofile",
        "--norc",
        "-eo",
        "pipefail",
        "-c",
        steps[1]["run"],
        check=False,
        VERB="validate",
        PATHS=f"{odd.name}\n\n",
        OPTIONS="--kind=section\n--syntax=json",
        RUNNER_TEMP=str(tmp_path / "runner"),
        GITHUB_STEP_SUMMARY=str(summary),
        PYTHONPATH=str(Path(iom.__file__).parent.parent),
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert not (tmp_path / "hit").exists()
    findings = iom.validate(odd, "section").findings
    assert done.stdout.count("::error file=a $(touch hit) `x` 'b'.json,line=") == len(findings)
    assert summary.read_text(encoding="utf-8").startswith("not ok: 2 findings" if code else "ok: 0 findings")
