"""Articles put together at random from what articles are made of: whatever comes out, findings stand in the source."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

PARTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("patchwork.toml").read_text(encoding="utf-8"))


def article(number: int, syntax: str) -> str:
    """Put an article together, the same for the same number."""
    draw = random.Random(f"{syntax} {number}")
    pieces: list[str] = []
    for _ in range(draw.randrange(3, 40)):
        kind = draw.random()
        if kind < 0.3:
            opening, closing = draw.choice(PARTS["marks"])
            pieces.append(f"{opening}{draw.choice(PARTS['quoted'])}{draw.choice(['', ',', '.'])}{closing}")
        elif kind < 0.55:
            pieces.append(draw.choice(PARTS["markup"][syntax]))
        else:
            pieces.append(draw.choice(PARTS["words"]))
        pieces.append(draw.choice([" ", " ", " ", ""]))
    return "".join(pieces)


@pytest.mark.parametrize("syntax", list(PARTS["markup"]))
def test_findings_of_any_patchwork_stand_in_the_source(syntax: str) -> None:
    """Each has a line and a column of the text, and the same text has the same findings."""
    for number in range(200):
        text = article(number, syntax)
        report = iom.check_prose(text, syntax=syntax)
        lines = text.split("\n")
        for finding in report.findings:
            assert finding.line is not None
            assert finding.column is not None
            assert 1 <= finding.line <= len(lines)
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        if number % 20 == 0:
            assert iom.check_prose(text, syntax=syntax) == report
