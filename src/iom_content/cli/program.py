"""The verbs, and how each of their endings becomes an exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Final, NoReturn

from iom_content.cli import (
    check,
    cite,
    concordance,
    dataset,
    diff,
    export,
    figure,
    info,
    ingest,
    listing,
    overview,
    quote,
    schema,
    search,
    show,
    tree,
    validate,
    verify,
)
from iom_content.cli.terminal import Terminal
from iom_content.errors import ContentError, DatasetError, InvalidData
from iom_content.release import __version__
from iom_content.serializers.wording import visible

__all__ = ["execute", "parser"]

Verb = Callable[[argparse.Namespace, Terminal], int]

_VERBS: Final = {
    "show": (show, "print one value: a statement, section, organization, document or term"),
    "tree": (tree, "print a section tree"),
    "list": (listing, "list ids and titles"),
    "search": (search, "find places that hold words or phrases"),
    "concordance": (concordance, "print every occurrence of words in its context"),
    "info": (info, "print versions, formats, places, counts and limits"),
    "verify": (verify, "recompute the digests of a dataset"),
    "export": (export, "write values in a format"),
    "cite": (cite, "print how to cite a value, or a place in it"),
    "diff": (diff, "compare two versions of a dataset or of a record"),
    "quote": (quote, "check a quotation against the official text"),
    "figure": (figure, "check a number against the official figure"),
    "validate": (validate, "judge records against the models"),
    "check": (check, "check articles: quotations, figures and names"),
    "ingest": (ingest, "read captured pages, to print them or to put them into a dataset"),
    "dataset": (dataset, "begin a dataset of your own, or derive it anew"),
    "schema": (schema, "print a JSON Schema"),
}


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"iom-content: {visible(message)} (hint: {self.prog} --help)\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs and options.

    Example:
        >>> parser().parse_args(["show", "our-work"]).id
        'our-work'
    """
    top = _Parser(
        prog="iom-content",
        description="Official texts of the International Organization for Migration as provable data. Without a verb: an overview.",
        epilog="Exit status: 0 ok, 1 findings, 2 wrong usage, unknown names, unreadable input.",
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


def execute(arguments: Sequence[str] | None) -> int:
    """Parse arguments, run the verb they name and return the exit code.

    Args:
        arguments: Words after the program's name; those of the process if it is None.
    """
    terminal = Terminal()
    try:
        code = _run(arguments, terminal)
        terminal.flush()
    except BrokenPipeError:
        terminal.abandon()
        return 141
    except (DatasetError, InvalidData) as error:
        # Faults are listed one a line.
        for line in f"iom-content: {error}".split("\n"):
            terminal.message(line)
        return 2
    except ContentError as error:
        terminal.message(f"iom-content: {error}")
        return 2
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        terminal.message(f"iom-content: internal error, please report it: {type(error).__name__}: {error}")
        return 70
    return code


def _run(arguments: Sequence[str] | None, terminal: Terminal) -> int:
    try:
        parsed = parser().parse_args(arguments)
    except SystemExit as end:
        # argparse has printed its help, the version or its complaint.
        return int(end.code or 0)
    verb: Verb = parsed.run
    return verb(parsed, terminal)
