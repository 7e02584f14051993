"""How runs end: exit codes, and never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom
from iom_content.cli import overview, program, tree
from iom_content.cli.main import run

Cli = Callable[..., Any]
Process = Callable[..., subprocess.CompletedProcess[bytes]]
VERBS = ("show", "tree", "list", "info", "verify", "export", "figure", "validate", "schema")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and signals of a POSIX system")


def test_version_and_help_go_to_standard_output(cli: Cli) -> None:
    """Both are data that was asked for; help is in ASCII, which every terminal has."""
    assert cli("--version") == type(cli("--version"))(0, f"iom-content {iom.__version__}\n", "")
    for verb in ([], *([verb] for verb in VERBS)):
        done = cli(*verb, "--help")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("usage: iom-content")
        assert done.out.isascii()


def test_help_lists_every_verb(cli: Cli) -> None:
    """Each verb has its line of words."""
    shown = cli("--help").out
    for verb in VERBS:
        assert f"\n    {verb.ljust(8)}  " in shown


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["shw"], "invalid choice: 'shw' (choose from "),
        (["show"], "the following arguments are required: id (hint: iom-content show --help)"),
        (["list", "pages"], "invalid choice: 'pages'"),
        (["show", "iom", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["validate"], "the following arguments are required: FILE"),
        (["verify", "--dataset", "1", "--path", "."], "not allowed with argument"),
        (["tree", "--id"], "unrecognized arguments: --id"),
        (["tree", "iom", "\x1b[31m"], "unrecognized arguments: \\x1b[31m"),
    ],
)
def test_wrong_usage_is_one_line(cli: Cli, arguments: list[str], words: str) -> None:
    """Exit code 2, the complaint with the command that helps; options cannot be shortened."""
    done = cli(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("iom-content: ")
    assert words in done.err
    assert done.err.endswith("--help)\n")
    assert done.err.count("\n") == 1


def test_an_unforeseen_fault_asks_to_be_reported(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line without a traceback, exit code 70."""

    def fail(catalog: object) -> None:
        raise RuntimeError("two\nlines \x1b[31m")

    monkeypatch.setattr(tree, "catalog_of", fail)
    done = cli("tree")
    assert (done.code, done.out) == (70, "")
    assert done.err == "iom-content: internal error, please report it: RuntimeError: two lines \\x1b[31m\n"


def test_an_interruption_ends_quietly(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it comes, even while modules load."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tree, "catalog_of", interrupt)
    assert (cli("tree").code, cli("tree").err) == (130, "")
    monkeypatch.setattr(program, "execute", interrupt)
    assert run([]) == 130


def test_hostile_names_in_messages_are_inert(cli: Cli) -> None:
    """What a user's arguments hold does not control the terminal through an error message."""
    done = cli("verify", "--path", "no\x1b[2J\u202e\nsuch")
    assert done.code == 2
    assert done.err.startswith("iom-content: no\\x1b[2J\\u202e such: no such folder")
    assert done.err.count("\n") == 1
    assert cli("show", "\x1b[31m").err == "iom-content: no id '\\x1b[31m'\n"


@POSIX
def test_an_interrupted_process_says_nothing(environ: dict[str, str], tmp_path: Path) -> None:
    """Exit code 130, both streams empty; the pipe tells when the verb is at work."""
    pipe = tmp_path / "records.json"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "iom_content", "validate", "--kind", "section", str(pipe)]
    # Who starts the tests in the background has them ignore the signal, and what they start with them.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, preexec_fn=heed)  # noqa: PLW1509 - no other thread runs
    # Opening for writing waits for the reader.
    with started as process, pipe.open("wb"):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


@POSIX
@pytest.mark.parametrize("arguments", [[], ["list"], ["export"], ["show", "iom", "--format", "json"], ["--help"], ["tree"]])
def test_a_closed_pipe_ends_quietly(environ: dict[str, str], arguments: list[str]) -> None:
    """Nobody reads: exit code 141 as of a signal, nothing on standard error."""
    command = [sys.executable, "-m", "iom_content", *arguments]
    reader, writer = os.pipe()
    os.close(reader)
    with subprocess.Popen(command, stdout=writer, stderr=subprocess.PIPE, env=environ) as process:
        os.close(writer)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, b"")


@POSIX
def test_a_closed_pipe_of_messages_changes_no_exit_code(environ: dict[str, str]) -> None:
    """Where nobody can be told, the exit code still tells."""
    reader, writer = os.pipe()
    os.close(reader)
    with subprocess.Popen([sys.executable, "-m", "iom_content", "show", "nothing"], stderr=writer, env=environ) as process:
        os.close(writer)
    assert process.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [[], ["export"], ["list"]])
def test_a_full_disk_is_one_line(environ: dict[str, str], arguments: list[str]) -> None:
    """What cannot be written is said once, also when the last of it is handed over."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "iom_content", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environ, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == b"iom-content: standard output: cannot be written: No space left on device\n"


@POSIX
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize(("arguments", "code"), [("tree", 0), ("show nothing", 2), ("export", 0), ("frobnicate", 2)])
def test_closed_streams_change_no_exit_code(environ: dict[str, str], closed: str, arguments: str, code: int) -> None:
    """A stream that was never open swallows what is written to it."""
    command = f"'{sys.executable}' -m iom_content {arguments} {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, env=environ, check=False, timeout=60)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr + done.stdout


def test_the_module_and_the_script_are_the_same_program(process: Process, environ: dict[str, str]) -> None:
    """`python -m iom_content` and the function of the entry point print the same."""
    code = "import sys; from iom_content.cli.main import run; sys.exit(run(['tree']))"
    script = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environ, check=False, timeout=60)
    assert (script.returncode, script.stdout) == (0, process("tree").stdout)
    assert process("show", "nothing").returncode == 2


def test_importing_the_door_imports_little() -> None:
    """Verbs load when a run begins, where an interruption is caught."""
    code = "import sys, iom_content.cli.main; print(sorted(name for name in sys.modules if name.startswith(('iom_content.', 'attr'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "['iom_content.cli', 'iom_content.cli.main', 'iom_content.release']\n"


def test_damaged_shipped_files_are_named(environ: dict[str, str], tmp_path: Path) -> None:
    """In an installation with a changed byte the overview and `verify` name the file, with exit code 1."""
    package = tmp_path / "iom_content"
    source = Path(iom.__file__).parent
    for path in source.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            (package / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
            (package / path.relative_to(source)).write_bytes(path.read_bytes())
    # The code of the copy is not what coverage is measured of.
    unmeasured = {name: value for name, value in environ.items() if not name.startswith("COVERAGE")}
    target = package / "data" / iom.DATA_VERSION / "organizations" / "iom.json"
    target.write_bytes(target.read_bytes().replace(b'"title"', b'"titel"'))
    for arguments in ((), ("verify",)):
        command = [sys.executable, "-m", "iom_content", *arguments]
        done = subprocess.run(command, capture_output=True, env={**unmeasured, "PYTHONPATH": str(tmp_path)}, check=False, timeout=60)
        assert (done.returncode, done.stdout) == (1, b"organizations/iom.json: its bytes are not those of the manifest\n")
        assert done.stderr.endswith(b" is damaged: 1 finding (hint: reinstall the package, or rebuild the dataset if it is your own)\n")


def test_the_overview_is_the_default(cli: Cli) -> None:
    """Without a verb the overview runs."""
    assert program.parser().parse_args([]).run is overview.run
    assert cli().out.startswith("International Organization for Migration (IOM)\n")
