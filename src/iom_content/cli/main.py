"""The command line's door: arguments in, exit code out, no traceback ever.

Exit codes: 0 ok; 1 findings, or a file of a dataset that is not the one its digest names; 2 wrong usage, unknown ids, versions
and names, input that cannot be read or output that cannot be written; 70 a fault of this program; 130 interrupted;
141 the reader of the output went away.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["run"]


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
    try:
        # Most of the time of a short run goes into imports; here an interruption of them ends as quietly as any other.
        from iom_content.cli.program import execute

        return execute(arguments)
    except KeyboardInterrupt:
        return 130
