"""Articles with official words put back, wherever nothing else can be meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from iom_content.checks.prose.check import Judged
from iom_content.checks.prose.mending import applied

__all__ = ["mended"]

_MOST_ROUNDS: Final = 5


def mended(text: str, judge: Callable[[str], Sequence[Judged]]) -> tuple[str, int]:
    """Return an article with all mends made that are beyond doubt, and how many these were; all else stays as it is.

    Args:
        text: The article, without a byte order mark.
        judge: What finds its faults.

    Example:
        >>> from iom_content.checks.prose.check import judge_prose
        >>> mended("IOM, with 180 member states, signed the Global Migration Compact.", judge_prose)
        ('IOM, with 175 member states, signed the Global Compact for Safe, Orderly and Regular Migration.', 2)
    """
    total = 0
    # Of mends that meet one is made at a time.
    for _ in range(_MOST_ROUNDS):
        text, count = applied(text, (each.edits for each in judge(text)))
        if not count:
            break
        total += count
    return text, total
