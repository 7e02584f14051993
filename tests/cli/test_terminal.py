"""Characters, colours and width of the terminal."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import iom_content as iom
from iom_content.cli import characters
from iom_content.cli.layout import branches, fact, wrapped
from iom_content.cli.main import run
from iom_content.cli.terminal import Terminal
from iom_content.serializers import markdown

STATEMENT = "sdg-summit-statement-iom-director-general"
Process = Callable[..., subprocess.CompletedProcess[bytes]]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs locales and terminals of a POSIX system")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
ASCII = [{"PYTHONIOENCODING": "ascii"}, pytest.param({"LC_ALL": "C"}, marks=POSIX), pytest.param({"LC_ALL": "POSIX"}, marks=POSIX)]


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Screen]:
    """Return a function that makes a terminal of standard output.

    The test calls it, because pytest exchanges the stream between the phases of a test.
    """
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def install() -> Screen:
        stream = Screen()
        monkeypatch.setattr(sys, "stdout", stream)
        return stream

    return install


@pytest.mark.parametrize(
    "command", [("search", "migra*"), ("search", "NEAR(easy task)"), ("concordance", "migra*"), ("concordance", "easy", "--width", "25")]
)
def test_what_is_found_fits_the_terminal(terminal: Callable[[], Screen], command: tuple[str, ...]) -> None:
    """Snippets are wrapped, and places stand above lines that they would not fit behind."""
    screen = terminal()
    assert run(command) == 0
    lines = ANSI.sub("", screen.getvalue()).splitlines()
    assert max(map(len, lines)) <= 80
    assert f"{STATEMENT} p2" in lines


@pytest.mark.parametrize("place", ["p4", "title"])
def test_a_citation_is_wrapped_on_a_terminal(terminal: Callable[[], Screen], place: str) -> None:
    """Words are parted at blanks alone, so that an address stays whole; formats for programs are never wrapped."""
    citation = iom.cite(iom.load().statements[STATEMENT], place)
    screen = terminal()
    assert run(["cite", STATEMENT, place]) == 0
    lines = screen.getvalue().splitlines()
    assert max(map(len, lines)) <= 80 < len(citation)
    assert " ".join(lines) == citation
    screen = terminal()
    assert run(["cite", STATEMENT, place, "--format", "ris"]) == 0
    assert screen.getvalue() == iom.cite(iom.load().statements[STATEMENT], place, format="ris")


@pytest.mark.parametrize("environment", ASCII)
def test_on_an_ascii_terminal_dress_is_plain(process: Process, environment: dict[str, str]) -> None:
    """Branches and dashes have plain signs, letters are spelled out, the layout is the same."""
    done = process(**environment)
    text = done.stdout.decode("ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "|  `- Highlights\n|- Where we work\n" in text
    assert "speaker   Ant\\xf3nio Vitorino (inferred)\n" in text
    assert "transformations - from climate change to digitalization - risk" in text
    assert max(map(len, text.splitlines())) <= 80


def test_on_a_windows_terminal_only_what_is_missing_is_replaced(process: Process) -> None:
    """Code page 1252 has typographic signs but no branches."""
    text = process(PYTHONIOENCODING="cp1252").stdout.decode("cp1252")
    assert "|  `- Highlights" in text
    assert "António Vitorino" in text
    assert "transformations – from" in text


@pytest.mark.parametrize("environment", ASCII)
def test_json_stays_the_same_data(process: Process, environment: dict[str, str]) -> None:
    """JSON's own escapes lose nothing."""
    done = process("show", STATEMENT, "--format", "json", **environment)
    assert done.stdout.isascii()
    assert iom.loads(done.stdout, iom.Statement) == iom.load().statements[STATEMENT]


@pytest.mark.parametrize("environment", ASCII)
def test_markdown_stays_the_same_text(process: Process, environment: dict[str, str]) -> None:
    """Character references lose nothing."""
    catalog = iom.load()
    done = process("show", STATEMENT, "--format", "markdown", **environment)
    assert done.stdout.isascii()
    wanted = markdown.dumps(catalog.statements[STATEMENT], catalog=catalog)
    assert MarkdownIt("commonmark").render(done.stdout.decode()) == MarkdownIt("commonmark").render(wanted)


@pytest.mark.parametrize("environment", [*ASCII, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "utf-16"}])
def test_what_is_exported_is_utf8_everywhere(process: Process, environment: dict[str, str]) -> None:
    """Standard output gets the bytes that a file would."""
    (document,) = iom.load().documents.values()
    assert process("export", **environment).stdout == iom.dumps(document).encode()


@POSIX
@pytest.mark.parametrize(
    "environment", [{}, {"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "1"}, {"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}]
)
def test_utf8_is_written_unless_ascii_was_asked_for(process: Process, environment: dict[str, str]) -> None:
    """Without a locale, or where UTF-8 is asked for too, Python's choice stands."""
    assert "│  └─ Highlights" in process(**environment).stdout.decode()


def test_messages_fit_their_stream_too(process: Process) -> None:
    """Standard error has the same encoding and never fails."""
    done = process("show", "Ä–☃", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"iom-content: no id '\\xc4-\\u2603'\n"


@POSIX
def test_a_name_in_another_encoding_is_no_crash(environ: dict[str, str]) -> None:
    """Bytes that are no UTF-8 come as lone surrogates and are spelled out."""
    command = [os.fsencode(sys.executable), b"-m", b"iom_content", b"verify", b"--path", b"caf\xe9"]
    done = subprocess.run(command, capture_output=True, env=environ, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith(b"iom-content: caf\\udce9: no such folder")


@given(st.text(), st.sampled_from(["ascii", "cp1252", "latin-1", "utf-8"]))
def test_json_strings_survive_every_encoding(text: str, encoding: str) -> None:
    """Law: what is fitted is encodable, free of controls, and the same string."""
    fitted = characters.fitted(json.dumps(text, ensure_ascii=False), encoding, "json")
    fitted.encode(encoding)
    assert json.loads(fitted) == text
    assert not set(fitted) & set("\x7f\x9b\u202e")


@given(st.text(), st.sampled_from(["ascii", "cp1252", "utf-8"]))
def test_text_that_fits_is_left_alone(text: str, encoding: str) -> None:
    """Law: fitted text is encodable, and a text of that encoding stays as it is."""
    fitted = characters.fitted(text, encoding, "text")
    fitted.encode(encoding)
    assert characters.fitted(fitted, encoding, "text") == fitted
    assert (fitted == text) is all(character in fitted for character in set(text))


def test_colours_change_nothing_but_colours(terminal: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch) -> None:
    """Stripped of them, the output on a terminal is that on a pipe."""
    screen = terminal()
    assert run([]) == 0
    assert ANSI.search(screen.getvalue())
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stdout", plain)
    assert run([]) == 0
    assert ANSI.sub("", screen.getvalue()) == plain.getvalue()


@pytest.mark.parametrize(("name", "value", "colour"), [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)])
def test_colours_can_be_refused(
    terminal: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch, name: str, value: str, *, colour: bool
) -> None:
    """NO_COLOR, unless it is empty, and a dumb terminal get none."""
    screen = terminal()
    monkeypatch.setenv(name, value)
    assert run(["tree"]) == 0
    assert bool(ANSI.search(screen.getvalue())) is colour


def test_without_rich_there_are_no_colours(terminal: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lines, plain."""
    screen = terminal()
    monkeypatch.setitem(sys.modules, "rich.color", None)
    assert run(["tree", "take-action"]) == 0
    assert screen.getvalue() == "Take Action\n├─ Work with us\n└─ Get involved\n"


def test_markup_is_inert_in_colour(terminal: Callable[[], Screen]) -> None:
    """What looks like rich's markup is printed as it is."""
    terminal()
    assert Terminal().styled("[red]a[/red]", "title") == "\x1b[1m[red]a[/red]\x1b[0m"


def test_rich_is_not_imported_on_a_pipe(environ: dict[str, str]) -> None:
    """It costs time, and nothing is coloured there; without it everything works."""
    code = (
        "import sys\n"
        "class Blocker:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'rich': raise ImportError(name)\n"
        "sys.meta_path.insert(0, Blocker())\n"
        "from iom_content.cli.main import run\n"
        "codes = [run(words) for words in ([], ['list'], ['show', 'iom'], ['info'], ['verify'], ['schema', 'section'], ['export'])]\n"
        "assert codes == [0] * 7 and 'rich' not in sys.modules, codes\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environ, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
@pytest.mark.parametrize(("environment", "colour"), [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)])
def test_a_real_terminal_is_recognized(environ: dict[str, str], environment: dict[str, str], *, colour: bool) -> None:
    """On a pseudo-terminal the output is coloured unless that is refused."""
    # Windows has none.
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "iom_content", "tree", "take-action"]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, env={**environ, **environment}) as process:
        os.close(theirs)
        assert process.wait(timeout=60) == 0
        shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ("\x1b[1mTake Action\x1b[0m" in shown) is colour
    assert "└─ Get involved" in shown


def test_on_a_terminal_an_export_is_shown_safely(terminal: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch) -> None:
    """People who look at it get escapes for what would control their terminal; it still is the same data."""
    screen = terminal()
    term = iom.Term(id="t", name="a\x9bb\u202e", language="en")
    catalog = iom.Catalog(terms=iom.Lookup("term", {"t": term}))
    monkeypatch.setattr("iom_content.cli.export.catalog_of", lambda _: catalog)
    assert run(["export", "t"]) == 0
    assert "a\\u009bb\\u202e" in screen.getvalue()
    assert iom.loads(screen.getvalue(), iom.Term) == term


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("60", 60), ("80", 80), ("300", 100)])
def test_the_width_is_the_terminals_within_reason(
    terminal: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    """Lines are neither too short to read nor too long."""
    screen = terminal()
    monkeypatch.setenv("COLUMNS", columns)
    assert Terminal().width == width
    assert run([]) == 0
    lines = ANSI.sub("", screen.getvalue()).splitlines()
    assert all(len(line) <= width or " " not in line.strip() for line in lines if not line.startswith(("address", "id", "  iom-content")))


def test_a_pipe_is_eighty_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a terminal elsewhere measures does not matter."""
    monkeypatch.setenv("COLUMNS", "300")
    assert Terminal().width == 80


def test_words_are_wrapped_but_never_broken() -> None:
    """A word too long for a line stands whole on its own; hyphens and blanks that do not break hold."""
    assert list(wrapped("one https://example.org/long-address two", 12, "  ")) == ["  one", "  https://example.org/long-address", "  two"]
    assert list(wrapped("a\u00a0b c", 3)) == ["a\u00a0b", "c"]
    assert list(wrapped("well-known", 6)) == ["well-known"]
    assert list(wrapped("", 10, "  ")) == [""]


def test_facts_stand_beside_their_label() -> None:
    """Further lines stand below the first."""
    lines = list(fact("label", "word " * 20, Terminal()))
    assert lines[0].startswith("label     word word")
    assert lines[1].startswith("          word")
    assert list(fact("", "a\x1bb", Terminal())) == ["          a\\x1bb"]


def test_branches_lead_to_every_section() -> None:
    """The last of its siblings has the corner, and nothing runs past it."""
    section = iom.Section(id="a", title="A", children=(iom.Section(id="a/b", title="B"), iom.Section(id="a/c", title="C")))
    found = list(branches((section, iom.Section(id="d", title="D")), "  "))
    assert [(first, rest, each.id) for first, rest, each in found] == [
        ("  ├─ ", "  │  ", "a"),
        ("  │  ├─ ", "  │  │  ", "a/b"),
        ("  │  └─ ", "  │     ", "a/c"),
        ("  └─ ", "     ", "d"),
    ]


def test_data_goes_to_files_without_a_buffer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A replaced standard output gets the text."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert run(["export", "sdg-summit"]) == 0
    assert iom.loads(stream.getvalue(), iom.Term) == iom.load().terms["sdg-summit"]


def test_a_failing_stream_is_abandoned_in_this_process(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """A full disk and a closed pipe end the run with their codes, whatever verb writes."""
    for error, code in ((OSError(28, "No space left on device"), 2), (BrokenPipeError(), 141)):

        class Failing(io.StringIO):
            def write(self, _: str, /, error: OSError = error) -> int:
                raise error

        monkeypatch.setattr(sys, "stdout", Failing())
        assert run(["tree"]) == code
        assert ("No space left" in capsys.readouterr().err) is (code == 2)
