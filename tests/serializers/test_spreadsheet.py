"""Cells of tables never compute."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.serializers.spreadsheet import inert_cell

HARMLESS = ["", "a", "a=b", "a - b", "1-2", "a@b", "a+b", "a, =b", "a\nb", "2023-09-18", "’=", "a;b", "a; b", "a;\nb"]
GUARDED = {
    "=1+1": "'=1+1",
    "+1": "'+1",
    "-1": "'-1",
    "@SUM(1)": "'@SUM(1)",
    "＝1": "'＝1",
    "＋1": "'＋1",
    "－1": "'－1",
    "＠a": "'＠a",
    "\t=1": "' =1",
    "\ta": "' a",
    "  =1": "'  =1",
    '"=1': "'\"=1",
    "\n=1": "'\n'=1",
    "a;=b": "a;'=b",
    'a";"=b': 'a";\'"=b',
    "a; -b": "a;' -b",
    "a\n=b": "a\n'=b",
    "a\u2028=b": "a\u2028'=b",
    "\r=1": "\\r=1",
    "a\tb": "a b",
    "a\x07": "a\\x07",
}


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_as_it_was(text: str) -> None:
    """No apostrophe stands where nothing computes."""
    assert inert_cell(text) == text


@pytest.mark.parametrize(("text", "cell"), GUARDED.items())
def test_what_could_compute_is_text(text: str, cell: str) -> None:
    """At the start, behind blanks and marks, and where another program may start a cell."""
    assert inert_cell(text) == cell


@given(st.text(alphabet="=+-@;\t\n\" a'\u2028＝", max_size=12))
def test_no_part_of_a_cell_starts_as_a_formula(text: str) -> None:
    """Law: wherever a program parts it, at semicolons, tabs and line ends, no part starts as one."""
    for part in inert_cell(text).replace("\t", ";").replace("\n", ";").replace("\u2028", ";").split(";"):
        assert not part.lstrip(' "').startswith(("=", "+", "-", "@", "＝"))
