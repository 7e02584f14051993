"""Articles that somebody wrote to break the check, from the rules alone: every planted fault is found where it starts, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

ARTICLES = tomllib.loads(Path(__file__).with_name("articles.toml").read_text(encoding="utf-8"))["article"]


def planted(article: dict[str, Any]) -> list[tuple[str, int]]:
    """Return rule and line of each planted fault."""
    lines = article["text"].split("\n")
    found: list[tuple[str, int]] = []
    for fault in article["faults"]:
        rule, _, words = fault.partition(": ")
        (line,) = (number for number, text in enumerate(lines, 1) if words in text)
        found.append((rule, line))
    return sorted(found)


@pytest.mark.parametrize("article", ARTICLES, ids=[article["name"] for article in ARTICLES])
def test_the_planted_faults_are_found_and_nothing_else(article: dict[str, Any]) -> None:
    """Rule by rule and line by line."""
    report = iom.check_prose(article["text"], syntax=article["syntax"])
    assert sorted((finding.rule, finding.line or 0) for finding in report.findings) == planted(article)
    assert report.ok is not bool(article["faults"])
