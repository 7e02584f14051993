"""quote: a picture of the differences, and an exit code for scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import iom_content as iom
from iom_content.serializers.verdicts import quote_lines

Cli = Callable[..., Any]


def test_differences_are_marked_without_colour(cli: Cli) -> None:
    """Official and quoted words stand one under the other, the differences in braces; 1 if it is altered."""
    done = cli("quote", "175 member states and a presence in 173 countries")
    assert done.code == 1
    assert done.out.splitlines()[:8] == [
        "altered: number",
        "",
        "official    175 member states and a presence in {171} countries",
        "quoted      175 member states and a presence in {173} countries",
        "",
        "- number: '173' for '171'",
        "",
        "nearest     who-we-are.summary, characters 215 to 263",
    ]


def test_what_is_right_is_0(cli: Cli) -> None:
    """A verbatim quotation has no marks; places, citation and link stand below."""
    done = cli("quote", "human mobility")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[:4] == ["verbatim: 2 occurrences", "", "official    human mobility", "quoted      human mobility"]
    assert sum("characters" in line for line in lines) == 2
    assert [line[:4] for line in lines if line.startswith(("cite", "link"))] == ["cite", "link"]


def test_json_is_the_answer(cli: Cli) -> None:
    """JSON reads back to the value that check_quote gives."""
    done = cli("quote", "this is NO easy task", "--format", "json")
    assert done.code == 0
    assert iom.loads(done.out, iom.QuoteCheck) == iom.check_quote("this is NO easy task")


def test_absent_with_notes(cli: Cli) -> None:
    """Notes are sentences."""
    done = cli("quote", "Les migrants sont dans nos pays pour leur travail, et nous avons une place pour les familles qui sont avec eux")
    assert done.code == 1
    assert done.out.startswith("absent\n")
    assert "nothing is" in done.out
    assert "Languages held: en." in done.out


def test_many_places_are_counted() -> None:
    """Of many places five are shown."""
    block = iom.Block(kind=iom.BlockKind.PARAGRAPH, text="tide and time, " * 9)
    statement = iom.Statement(id="tides", organization="iom", language="en", blocks=(block,))
    catalog = iom.Catalog(statements=iom.Lookup("statement", {"tides": statement}))
    lines = list(quote_lines(iom.check_quote("tide and time", catalog=catalog)))
    assert sum("characters" in line for line in lines) == 5
    assert any("and 4 more places" in line for line in lines)
    assert not any(line.startswith("link") for line in lines)


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [(b"This is no easy task.", 0, b"verbatim"), (b"\xff\xfe", 2, b"no UTF-8 at byte 1"), (b"", 2, b"at least one word")],
)
def test_standard_input(process: Callable[..., Any], given: bytes, code: int, words: bytes) -> None:
    """A dash reads the quotation from standard input; what is no text is one line and 2."""
    done = process("quote", "-", stdin=given)
    assert done.returncode == code
    assert words in (done.stdout if code == 0 else done.stderr)
    assert done.stderr.count(b"\n") == (code == 2)


def test_five_megabytes_of_one_letter(process: Callable[..., Any]) -> None:
    """Far too much is refused in one line, without being read whole."""
    done = process("quote", "-", stdin=b"a" * 5_000_000)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"iom-content: check_quote/quote: expected a quotation of at most 50000 code points")


def test_standard_input_that_is_closed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without standard input there is one line."""
    monkeypatch.setattr("sys.stdin", None)
    done = cli("quote", "-")
    assert (done.code, done.out) == (2, "")
    assert done.err == "iom-content: standard input: cannot be read: it is closed\n"


def test_hostile_words_are_spelled_out(cli: Cli) -> None:
    """Control characters of a quotation never reach the terminal."""
    done = cli("quote", "This is no \x1b[31measy task")
    assert "\x1b" not in done.out
    assert done.code == 1


def test_colour_marks_the_differences() -> None:
    """On a terminal the braces are coloured too."""
    lines = list(quote_lines(iom.check_quote("This is an easy task."), style=lambda text, name: f"<{name}>{text}</>"))
    assert lines[0] == "<bad>altered: negation</>"
    assert any("<bad>{an}</>" in line for line in lines)
    assert any("<good>{no}</>" in line for line in lines)
