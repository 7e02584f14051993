"""Numbers in the cells of tables: the row and the head of the column tell whose they are, what they count and when."""

from __future__ import annotations

import pytest

import iom_content as iom


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| Body | Founded | Members | Presence |\n|---|---|---|---|\n| IOM | 1953 | 173 | 151 countries |", ["1953", "173", "151"]),
        ("| Body | Founded | Members | Presence |\n|---|---|---|---|\n| IOM | 1951 | 175 | 171 countries |", []),
        ("| | IOM | FAO |\n|---|---|---|\n| Member states | 180 | 194 |\n| Founded | 1951 | 1945 |", ["180"]),
        ("| Body | Figure | Value |\n|---|---|---|\n| IOM | member states | 180 |\n| FAO | member states | 194 |", ["180"]),
        ("| Body | Facts |\n|---|---|\n| IOM | 180 member states |\n| IOM | present in 151 countries |", ["180", "151"]),
        ("| Body | Vitorino’s count | Members |\n|---|---|---|\n| IOM | 180 | 180 |", ["180"]),
        ("| Body | Members given |\n|---|---|\n| IOM | 180 |", ["180"]),
        ("| Body | Members of staff | Members, and other things |\n|---|---|---|\n| IOM | 190 | 190 |", []),
        # A year beside a number, or over it, dates it; that of founding dates nothing.
        ("| Year | IOM member states |\n|---|---|\n| 2015 | 165 |\n| 2016 | 177 |", ["177"]),
        ("| Body | 2015 | 2016 | Today |\n|---|---|---|---|\n| IOM, member states | 165 | 166 | 190 |", ["190"]),
        ("| Body | Members (2016) |\n|---|---|\n| IOM | 166 |", []),
        ("| Body | Slogan since 1951 or so | Members |\n|---|---|---|\n| IOM | at sea since 1951 and before | 190 |", ["190"]),
        # Of somebody else, of something else, or of several things at once.
        ("| Body | Members |\n|---|---|\n| FAO | 194 |\n| IOM and FAO | 194 |\n| Ferries | 12 |", []),
        ("| Body | Staff | Members |\n|---|---|---|\n| IOM | 19,000 | 175 and 194 |\n| IOM | 2015 | some |", []),
        ("| Body | Members |\n|---|---|\n| IOM | all 12 of the crew |", []),
        (f"| Body | Members |\n|---|---|\n| IOM, {'which is on the move ' * 8} | 12 |", []),
        ("| What | Who |\n|---|---|\n| Members who spoke at IOM | 12 member states |", []),
        ("| Body | Members |\n|---|---|\n| IOM | a dozen |", []),
        # What a cell says in full is a sentence like any other.
        ("| Body | Members |\n|---|---|\n| IOM | IOM has 180 member states |", ["180"]),
    ],
)
def test_rows_and_columns_tell_what_a_number_is(table: str, found: list[str]) -> None:
    """Each table stands in an article that names the organization."""
    report = iom.check_prose(f"IOM was there.\n\n{table}", syntax="markdown")
    assert [finding.excerpt for finding in report.findings] == found


@pytest.mark.parametrize(
    ("article", "found"),
    [
        ("<dl><dt>Member states of IOM</dt><dd>180</dd><dt>Member states of FAO</dt><dd>194</dd></dl>", [(1, 38)]),
        ("<table><tr><th>IOM’s member states</th>\n<td>180</td></tr></table>", []),
        (
            "<table><tr><td>Body</td><td>Members</td></tr>\n<tr><td>IOM</td><td><table><tr><td>x</td></tr></table>180</td></tr></table>",
            [(2, 55)],
        ),
        ("<p>IOM</p><tr><td>Members</td><td>180</td></tr>", []),
    ],
)
def test_terms_are_rows_and_tables_may_hold_tables(article: str, found: list[tuple[int, int]]) -> None:
    """The first row of a table is its head, and says nothing of itself."""
    assert [(finding.line, finding.column) for finding in iom.check_prose(article, syntax="html").findings] == found
