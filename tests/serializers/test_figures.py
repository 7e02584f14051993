"""Answers to numbers as text."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given

import iom_content as iom
from iom_content.checks import figures
from iom_content.serializers.figures import NOTES, figure_lines
from iom_content.testing import strategies

CURATED = iom.Curated(basis=iom.Basis.INFERRED, note="It follows\x1b.")


def styled(text: str, style: str) -> str:
    """Show which style a text has."""
    return f"<{style}:{text}>"


def test_lines_have_styles_and_a_width() -> None:
    """The verdict is good or bad; labels are labels; long words go on below."""
    lines = [*figure_lines(iom.check_figure("presence_countries", "more than 100"), 40, styled, iom.load())]
    assert lines[:3] == ["<good:compatible: loose>", "", "<label:asked       >presence countries: more"]
    assert lines[3] == "<label:            >than 100"
    assert next(iter(figure_lines(iom.check_figure("founded", 1), style=styled))) == "<bad:contradicted>"


def test_without_the_catalog_lines_are_not_told() -> None:
    """The document is; one that the catalog does not hold is not."""
    check = iom.check_figure("founded", 1951)
    assert "            stated in document 4e89fe63437d" in [*figure_lines(check)]
    assert "            stated in document 4e89fe63437d, lines 3, 6" in [*figure_lines(check, catalog=iom.load())]
    assert "            stated in a captured page" in [*figure_lines(check, catalog=iom.Catalog())]


@pytest.mark.parametrize(
    ("origin", "label"),
    [
        (None, "known"),
        (CURATED, "known"),
        (iom.Curated(basis=iom.Basis.OFFICIAL, note="A notice."), "official"),
        (iom.Captured(spans=(iom.Span(start=0, end=1),)), "official"),
    ],
)
def test_only_official_figures_are_called_so(origin: iom.Captured | iom.Curated | None, label: str) -> None:
    """By their origin."""
    figure = iom.Figure(name="boats", value=5, unit="boat", qualifier=iom.Qualifier.AROUND, as_of="2020", origin=origin)
    check = iom.FigureCheck(name="boats", value=5, verdict=iom.FigureVerdict.COMPATIBLE, figure=figure)
    assert f"{label.ljust(12)}around 5 (as of 2020)" in [*figure_lines(check)]


def test_what_is_unknown_is_said() -> None:
    """No figure, and a note of which nothing is known."""
    check = iom.FigureCheck(name="boats", value=5, verdict=iom.FigureVerdict.UNKNOWN, notes=("no-figure", "of-another-version"))
    assert iom.dumps(check, "text") == (
        "unknown: no-figure, of-another-version\n\nasked       boats: 5\nknown       unknown\n"
        "note        Nothing in the dataset states this number.\nnote        of-another-version\n"
    )


def test_every_note_has_its_words(root: Path) -> None:
    """The notes that a check gives are those that have words, here and in the documentation."""
    constants = {node.value for node in ast.walk(ast.parse(inspect.getsource(figures))) if isinstance(node, ast.Constant)}
    bases = {iom.Basis.INFERRED.value, iom.Basis.SECONDARY.value}
    said = {value for value in constants if isinstance(value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+|loose|met|undated|undecided", value)}
    assert said | bases == set(NOTES)
    page = (root / "docs" / "figures.md").read_text(encoding="utf-8")
    assert [f"| `{code}` | {words} |" for code, words in NOTES.items() if f"| `{code}` | {words} |" not in page] == []
    assert list(NOTES) == sorted(NOTES)


@given(strategies.figure_checks())
def test_any_answer_is_written(check: iom.FigureCheck) -> None:
    """As text in visible lines, as JSON that reads back to the same value."""
    text = iom.dumps(check, "text")
    assert text.startswith(str(check.verdict))
    assert not set(text) & {*map(chr, range(32))} - {"\n"}
    assert iom.loads(iom.dumps(check), iom.FigureCheck) == check
    assert iom.loads(iom.dumps((check, check)), tuple[iom.FigureCheck, ...]) == (check, check)


def test_hostile_words_are_spelled_out() -> None:
    """What a decision's note holds does not control the terminal."""
    figure = iom.Figure(name="boats", value=5, unit="boat", origin=CURATED)
    check = iom.FigureCheck(name="boats", value=5, verdict=iom.FigureVerdict.COMPATIBLE, figure=figure)
    assert "            inferred: It follows\\x1b." in [*figure_lines(check)]
    assert iom.dumps(attrs.evolve(check, notes=("met",)), "text").endswith(
        "note        The official number is this one, not just nearly.\n"
    )
