"""The verbs search, concordance and list, in their formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

import iom_content as iom
from tests.cli.conftest import Done

STATEMENT = "sdg-summit-statement-iom-director-general"


def table(text: str) -> list[list[str]]:
    """Return the cells of a CSV text."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_search_prints_places_and_words(cli: Callable[..., Done]) -> None:
    """The exit status is 1 if there are none."""
    done = cli("search", '"no easy task"')
    assert done.code == 0
    assert done.out.startswith(f"{STATEMENT} p2\n  This is [no] [easy] [task].")
    assert done.err == ""
    assert cli("search", "zebra") == Done(1, "", "")


def test_search_says_how_it_read_a_query(cli: Callable[..., Done]) -> None:
    """Lenient reading is told on standard error."""
    done = cli("search", "(easy")
    assert (done.code, done.err) == (0, "iom-content: the query was read leniently: unclosed-group\n")


def test_search_in_other_formats(cli: Callable[..., Done]) -> None:
    """JSON is the values, CSV a row each."""
    assert iom.loads(cli("search", "easy", "--format", "json").out, tuple[iom.Hit, ...]) == iom.search("easy")
    header, row = table(cli("search", "easy", "--format", "csv").out)
    assert header == ["value_id", "label", "snippet", "words", "url"]
    assert (row[0], row[1], row[3]) == (STATEMENT, "p2", "easy")


def test_search_prints_at_most_the_limit(cli: Callable[..., Done]) -> None:
    """0 stands for all; other than numbers are refused."""
    counts = [
        len(json.loads(cli("search", "migra* OR o*", "--format", "json", *limit).out)) for limit in ((), ("--limit", "2"), ("--limit", "0"))
    ]
    assert counts == [10, 2, len(iom.search("migra* OR o*", limit=None))]
    for odd in ("-1", "x", "1" * 10, "٣"):
        assert cli("search", "a", f"--limit={odd}").code == 2


def test_concordance_prints_all_occurrences(cli: Callable[..., Done]) -> None:
    """One line each, the words one under the other."""
    done = cli("concordance", "migrants", "--width", "10", "--sort", "left")
    lines = done.out.splitlines()
    assert done.code == 0
    assert len(lines) == len(iom.concordance("migrants"))
    assert {line.lower().index("migrants") for line in lines} == {12}
    assert cli("concordance", "zebra") == Done(1, "", "")


def test_concordance_in_other_formats(cli: Callable[..., Done]) -> None:
    """JSON is the values, CSV a row each."""
    options = ("--width", "2", "--unit", "words")
    wanted = iom.concordance("easy", width=2, unit="words")
    assert iom.loads(cli("concordance", "easy", *options, "--format", "json").out, tuple[iom.Line, ...]) == wanted
    header, row = table(cli("concordance", "easy", *options, "--format", "csv").out)
    assert header == ["value_id", "label", "left", "match", "right", "start", "end", "url"]
    assert row[2:7] == ["is no ", "easy", " task. Human", "11", "15"]


@pytest.mark.parametrize("what", ["sections", "terms"])
def test_list_as_csv(cli: Callable[..., Done], what: str) -> None:
    """The same rows as in JSON."""
    rows = json.loads(cli("list", what, "--format", "json").out)
    assert table(cli("list", what, "--format", "csv").out) == [["kind", "id", "title"], *[list(row.values()) for row in rows]]
