"""The command line: arguments in, exit code out, no traceback ever.

Exit codes: 0 ok; 1 findings, or a shipped file that is not the released one; 2 usage, unknown ids and versions, input that
cannot be read; 70 a fault of this program; 130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Callable, Sequence
from typing import Final

from iom_content.cli import export, info, listing, overview, schema, show, tree, validate, verify
from iom_content.cli.terminal import Terminal
from iom_content.errors import ContentError
from iom_content.release import __version__

__all__ = ["parser", "run"]

Verb = Callable[[argparse.Namespace, Terminal], int]

_VERBS: Final = {
    "show": (show, "print one value: a statement, section, organization, document or term"),
    "tree": (tree, "print a section tree"),
    "list": (listing, "list ids and titles"),
    "info": (info, "print versions, formats, places and limits"),
    "verify": (verify, "recompute the digests of a dataset"),
    "export": (export, "write values in a format"),
    "validate": (validate, "judge records against the models"),
    "schema": (schema, "print a JSON Schema"),
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs and options.

    Example:
        >>> parser().parse_args(["show", "our-work"]).id
        'our-work'
    """
    top = argparse.ArgumentParser(
        prog="iom-content",
        description="Official texts of the International Organization for Migration as provable data. Without a verb: an overview.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"iom-content {__version__}")
    top.set_defaults(run=overview.run)
    verbs = top.add_subparsers(title="verbs", metavar="VERB")
    for name, (verb, words) in _VERBS.items():
        below = verbs.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.", allow_abbrev=False)
        verb.add(below)
        below.set_defaults(run=verb.run)
    return top


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after the program's name; those of the process if it is None.

    Returns:
        The exit code.

    Example:
        >>> run(["tree", "take-action"])
        Take Action
        ├─ Work with us
        └─ Get involved
        0
    """
    terminal = Terminal()
    try:
        code = _run(arguments, terminal)
        terminal.out.flush()
    except BrokenPipeError:
        # Nobody reads on. What is still buffered must not be tried again when the interpreter ends.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), terminal.out.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    return code


def _run(arguments: Sequence[str] | None, terminal: Terminal) -> int:
    try:
        parsed = parser().parse_args(arguments)
        verb: Verb = parsed.run
        return verb(parsed, terminal)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    except ContentError as error:
        terminal.message(f"iom-content: {error}")
        return 2
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        terminal.message(f"iom-content: internal error, please report it: {type(error).__name__}: {error}")
        return 70
