"""quote: whether a quotation is true to the official text."""

from __future__ import annotations

import argparse
import sys

from iom_content.checks.quotes.check import MAX_QUOTE_LENGTH, check_quote
from iom_content.cli.options import add_dataset, add_format, catalog_of
from iom_content.cli.terminal import Terminal
from iom_content.errors import UnreadableInput
from iom_content.serializers.registry import dumps
from iom_content.serializers.verdicts import quote_lines


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("text", metavar="TEXT", help="the quotation; - reads it from standard input")
    parser.add_argument("--within", metavar="ID", help="a statement or section, if only its words count")
    add_format(parser, "text", "json")
    add_dataset(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the answer; 1 if the quotation is altered or absent."""
    text = _standard_input() if arguments.text == "-" else arguments.text
    check = check_quote(text, catalog=catalog_of(arguments), within=arguments.within)
    if arguments.format == "json":
        terminal.write(dumps(check), "json")
    else:
        for line in quote_lines(check, terminal.width, terminal.styled):
            terminal.line(line)
    return 0 if check.ok else 1


def _standard_input() -> str:
    try:
        # A closed standard input is None.
        content = sys.stdin.buffer.read(4 * MAX_QUOTE_LENGTH + 4)
        # What is cut off may end inside a character; it is too long in any case.
        return content.decode("utf-8-sig", "strict" if len(content) <= 4 * MAX_QUOTE_LENGTH else "ignore")
    except UnicodeDecodeError as error:
        raise UnreadableInput("standard input", f"no UTF-8 at byte {error.start + 1}", "convert it to UTF-8") from None
    except (AttributeError, OSError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "it is closed"
        raise UnreadableInput("standard input", f"cannot be read: {reason}") from None
