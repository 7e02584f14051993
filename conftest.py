"""Run the examples of README.md and of the pages under docs/.

This file lies at the top because pytest asks a conftest only about files below it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path
from sysconfig import get_path

from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

# Programs that need Sphinx, which the tests do without.
collect_ignore = ["docs/conf.py", "docs/_ext", "docs/_build"]

OPTIONS = ELLIPSIS | NORMALIZE_WHITESPACE


def run_console(example: Example) -> str | None:
    """Run each `$ …` line of a console block in a shell and compare what it prints with the lines below it.

    Commands run without colour, 80 columns wide and find the installed `iom-content`; `...` stands for anything.
    """
    commands: list[tuple[str, list[str]]] = []
    for line in str(example.parsed).splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        else:
            commands[-1][1].append(line)
    path = os.pathsep.join((get_path("scripts"), str(Path(sys.executable).parent), os.defpath))
    for command, lines in commands:
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            env={"COLUMNS": "80", "NO_COLOR": "1", "PATH": path, "PYTHONUTF8": "1"},
        )
        found = done.stdout + done.stderr
        wanted = "\n".join(lines).strip() + "\n"
        if not OutputChecker().check_output(wanted, found.strip() + "\n", ELLIPSIS):
            return f"$ {command}\nexpected:\n{wanted}\nfound:\n{found}"
    return None


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS), CodeBlockParser("console", run_console)],
    patterns=["README.md", "docs/*.md"],
).pytest()
