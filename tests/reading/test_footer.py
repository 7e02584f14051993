"""Where the footer starts."""

from __future__ import annotations

import pytest

from iom_content.reading.footer import footer_start
from iom_content.reading.lines import lines_of

PROSE = "x" * 199 + "."
UNENDED = "x" * 300


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        (["Text.", "***", "Press desk"], 1),
        (["Text.", "For more information, please contact:", "Press desk"], 1),
        (["Text.", "More text.", "Share this page"], 2),
        (["Text.", "Tags: a", "***"], 1),
        (["Text.", "More text."], 2),
        (["***", "Text."], 2),
        (["***", "Text.", "***", "x"], 2),
        (["Text.", "***", PROSE], 3),
        (["Text.", "***", PROSE[1:]], 1),
        (["Text.", "***", UNENDED], 1),
        ([PROSE, "***", PROSE], 3),
        ([PROSE, "abc", "***", PROSE], 2),
        (["Text.", "Press contact: " + PROSE], 1),
        ([PROSE, "abcd", "***", PROSE], 2),
        ([PROSE, "***", PROSE, "Tags: a"], 3),
        (["They came", "for more information, and went.", "Text."], 3),
        ([], 0),
        (["Skip to main content", "***"], 2),
        (["Skip to main content", "Text.", "***", PROSE], 4),
    ],
)
def test_start_of_the_footer(lines: list[str], start: int) -> None:
    """A rule or label starts the footer unless prose and most of the page stand below, or nothing above."""
    assert footer_start(lines_of("\n".join(lines))) == start


def test_invisible_lines_are_no_text_above() -> None:
    """Lines that show nothing do not make what follows a footer."""
    assert footer_start(lines_of("\u200b\n***\nText.")) == 3
