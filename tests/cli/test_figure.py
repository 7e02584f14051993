"""figure."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

Cli = Callable[..., Any]
NO_NUMBER = "check_figure/value: expected a whole number in digits or words, with or without words such as 'more than' beside it, found"


@pytest.mark.parametrize(
    ("arguments", "code", "first"),
    [
        (["member_states", "175"], 0, "confirmed"),
        (["member_states", "one hundred and seventy-five"], 0, "confirmed"),
        (["presence_countries", "more than 100"], 0, "compatible: loose"),
        (["presence_countries", "100", "--qualifier", "more_than"], 0, "compatible: loose"),
        (["member_states", "173", "--on", "2018-11"], 0, "confirmed"),
        (["founded", "1952"], 1, "contradicted"),
        (["member_states", "165"], 1, "stale: secondary"),
        (["presence_countries", "171", "--on", "2023"], 1, "unknown: undated"),
    ],
)
def test_the_exit_code_is_the_verdict(cli: Cli, arguments: list[str], code: int, first: str) -> None:
    """0 for what is confirmed or compatible, 1 for the rest; the first line says it, with its notes."""
    done = cli("figure", *arguments)
    assert (done.code, done.err) == (code, "")
    assert done.out.startswith(f"{first}\n\nasked       ")


def test_the_answer_is_readable(cli: Cli) -> None:
    """What was asked, the official figure with date and source, the figure of the past, notes in words."""
    assert cli("figure", "member_states", "165").out == (
        "stale: secondary\n"
        "\n"
        "asked       member states: 165\n"
        "official    175 (date of capture unknown)\n"
        "            stated in document 4e89fe63437d, line 3\n"
        "past        165 (as of 2015)\n"
        "            secondary: Secondary sources on the membership of 2015.\n"
        "note        Only sources that are not official state the figure.\n"
    )
    assert cli("figure", "member_states", "165", "--on", "2015").out == (
        "compatible: secondary\n"
        "\n"
        "asked       member states: 165 on 2015\n"
        "known       165 (as of 2015)\n"
        "            secondary: Secondary sources on the membership of 2015.\n"
        "note        Only sources that are not official state the figure.\n"
    )


def test_json_is_the_answer_as_a_value(cli: Cli) -> None:
    """Readable back; the exit code is the same."""
    done = cli("figure", "member_states", "nearly 175", "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert iom.loads(done.out, iom.FigureCheck) == iom.check_figure("member_states", 175, qualifier="nearly")
    assert json.loads(cli("figure", "founded", "1", "--format", "json").out)["verdict"] == "contradicted"
    assert cli("figure", "founded", "1", "--format", "json").code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["members", "175"], "no figure 'members'; did you mean 'member_states'?"),
        (["x", "175"], "no figure 'x' (known: member_states, presence_countries, founded)"),
        (
            ["founded", "soon"],
            f"{NO_NUMBER} 'soon'",
        ),
        (
            ["founded", "-5"],
            f"{NO_NUMBER} '-5'",
        ),
        (
            ["founded", "1951", "--on", "51"],
            "check_figure/on: expected a date or an ISO year, month or day such as '2023', '2023-09' or '2023-09-18', found '51'",
        ),
        (
            ["founded", "1951", "--qualifier", "q"],
            "check_figure/qualifier: expected one of exactly, more_than, at_least, around, nearly, found 'q'",
        ),
        (["founded", "1951", "--organization", "iomm"], "no organization 'iomm'; did you mean 'iom'?"),
        (
            ["founded", "\x1b[31m"],
            f"{NO_NUMBER} '\\x1b[31m'",
        ),
    ],
)
def test_wrong_usage_is_one_line(cli: Cli, arguments: list[str], message: str) -> None:
    """Exit code 2, nothing on standard output."""
    done = cli("figure", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"iom-content: {message}\n")


def test_a_folder_of_ones_own_is_asked(cli: Cli, folder: Path) -> None:
    """Its figures, not the bundled ones."""
    path = folder / "organizations" / "iom.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"value": 1951', '"value": 1950'), encoding="utf-8")
    assert cli("figure", "founded", "1950", "--path", str(folder)).code == 0
    assert cli("figure", "founded", "1951", "--organization", "iom", "--path", str(folder)).code == 1
