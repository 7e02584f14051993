"""Run the examples of README.md and of the pages under docs/.

This file lies at the top because pytest asks a conftest only about files below it.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker

from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

# Programs that need Sphinx, which the tests do without.
collect_ignore = ["docs/conf.py", "docs/_ext", "docs/_build"]

OPTIONS = ELLIPSIS | NORMALIZE_WHITESPACE


def run_console(example: Example) -> str | None:
    """Run each `$ iom-content …` line of a console block and compare what it prints with the lines below it.

    The command runs without colour, 80 columns wide; `...` stands for anything.
    """
    commands: list[tuple[str, list[str]]] = []
    for line in str(example.parsed).splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        else:
            commands[-1][1].append(line)
    for command, lines in commands:
        program, *arguments = shlex.split(command)
        if program != "iom-content":
            return f"only iom-content is run here, not {program}"
        found = subprocess.run(
            [sys.executable, "-m", "iom_content", *arguments],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            env={"COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        ).stdout
        wanted = "\n".join(lines).strip() + "\n"
        if not OutputChecker().check_output(wanted, found.strip() + "\n", ELLIPSIS):
            return f"$ {command}\nexpected:\n{wanted}\nfound:\n{found}"
    return None


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS), CodeBlockParser("console", run_console)],
    patterns=["README.md", "docs/*.md"],
).pytest()
