"""check: articles judged and mended, however bad the input."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom
from iom_content.cli.replacing import put as replace
from iom_content.codec.json_text import MAX_INPUT

Cli = Callable[..., Any]
GOOD = "IOM has 175 member states.\n"
STALE = "IOM has 173 member states.\n"
MENDABLE = "IOM, with 180 member states, signed the\r\n**Global Migration Compact**.\r\rHe wrote: “This is an easy task”; café.\r\n"
MENDED = (
    "IOM, with 175 member states, signed the\r\n**Global Compact for Safe, Orderly and Regular Migration**.\r\r"
    "He wrote: “This is no easy task”; café.\r\n"
)


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, below which no project lies."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(name: str, content: str | bytes) -> str:
    """Write a file into the working folder and return its name."""
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def feed(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    """Make text the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))


def test_a_true_article_is_silent_on_standard_output(cli: Cli) -> None:
    """The count goes where messages go."""
    done = cli("check", put("a.md", GOOD))
    assert (done.code, done.out, done.err) == (0, "", "1 file, 0 findings\n")


def test_each_finding_has_its_place_and_mend(cli: Cli) -> None:
    """As compilers write them."""
    done = cli("check", put("a.md", f"# One\n\n- {STALE}"))
    assert (done.code, done.err) == (1, "1 file, 1 finding\n")
    assert done.out.splitlines() == [
        "a.md:3:11: warning figure-stale: 173 (member states) was true at another date (2019-11), and is no more",
        "  3 | - IOM has 173 member states.",
        "    |           ^~~",
        "  expected: 175",
        "  hint: write 175, or name the date for which the number holds",
        "  see: https://www.iom.int/speeches/sdg-summit-statement-iom-director-general",
    ]


def test_the_suffix_tells_the_syntax(cli: Cli) -> None:
    """Or the option; what has no known suffix is text."""
    text = "`IOM has 173 member states.`\n"
    for name, code in (("a.md", 0), ("a.MARKDOWN", 0), ("a.txt", 1), ("a", 1), ("a.html", 1)):
        assert cli("check", put(name, text)).code == code
    assert cli("check", "a.txt", "--syntax", "markdown").code == 0
    assert cli("check", put("b.html", "<code>IOM has 173 member states.</code>")).code == 0


def test_folders_are_read_to_their_depth(cli: Cli) -> None:
    """Text, Markdown and HTML; nothing that begins with a dot."""
    Path("docs/deep").mkdir(parents=True)
    Path("docs/.hidden").mkdir()
    for name in ("docs/a.md", "docs/deep/b.html", "docs/c.txt", "docs/d.json", "docs/.hidden/e.md"):
        put(name, STALE)
    done = cli("check", "docs")
    assert (done.code, done.err) == (1, "3 files, 3 findings\n")
    assert [line.split(":")[0] for line in done.out.splitlines() if "figure-stale" in line] == [
        str(Path("docs", "a.md")),
        str(Path("docs", "c.txt")),
        str(Path("docs", "deep", "b.html")),
    ]


def test_one_bad_file_does_not_stop_the_others(cli: Cli) -> None:
    """Each is one clear line; that one could not be read weighs more than findings."""
    Path("loop.md").symlink_to("loop.md")
    with Path("huge.md").open("wb") as file:
        file.truncate(4 * MAX_INPUT)
    bad = ["none.md", put("binary.md", bytes(range(256))), put("latin.txt", "é".encode("latin-1")), "loop.md", "huge.md"]
    done = cli("check", *bad, put("a.txt", STALE))
    assert (done.code, done.err) == (2, "6 files, 6 findings\n")
    lines = done.out.splitlines()
    for line, (name, words) in zip(
        lines,
        [
            ("none.md", "error unreadable: cannot be read: No such file or directory"),
            ("binary.md:1:1", "error encoding: no text: byte 0x00 at offset 0"),
            ("latin.txt:1:1", "error encoding: not UTF-8: byte 0xe9 at offset 0"),
        ],
        strict=False,
    ):
        assert line == f"{name}: {words}" or line.startswith(f"{name}: {words}")
    assert any(line.startswith("loop.md: error unreadable: ") for line in lines)
    assert any(line.startswith(f"huge.md: error too-large: longer than {MAX_INPUT} bytes") for line in lines)
    assert "a.txt:1:9: warning figure-stale" in done.out


def test_an_article_too_long_to_check_is_told(cli: Cli) -> None:
    """And counts as not read."""
    done = cli("check", put("long.txt", "a " * 2_600_000))
    assert done.code == 2
    assert done.out.splitlines()[0] == "long.txt: error too-large: longer than 5000000 code points"


def test_standard_input_is_a_file_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen stands for it; it cannot be mended, but the mends can be shown."""
    feed(monkeypatch, STALE)
    assert cli("check", "-").out.startswith("standard input:1:9: warning figure-stale")
    feed(monkeypatch, STALE)
    assert "+IOM has 175 member states." in cli("check", "-", "--diff").out
    feed(monkeypatch, STALE)
    done = cli("check", "-", "--fix")
    assert (done.code, done.out) == (2, "")
    assert done.err == "iom-content: standard input: it cannot be mended in place (hint: --diff shows the mends)\n"


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "markdown"])
def test_every_format_of_a_report_is_written(cli: Cli, form: str) -> None:
    """One report of all files; JSON is readable back."""
    done = cli("check", put("a.md", STALE), put("b.md", STALE), "--format", form)
    assert (done.code, done.err) == (1, "")
    assert "figure-stale" in done.out
    if form == "json":
        assert [finding.file for finding in iom.loads(done.out, iom.Report).findings] == ["a.md", "b.md"]
    if form == "sarif":
        rules = json.loads(done.out)["runs"][0]["tool"]["driver"]["rules"]
        assert rules == [
            {"id": "figure-stale", "shortDescription": {"text": "A number said of the organization is the one of today, or is dated."}}
        ]


def test_fix_puts_official_words_back_and_touches_nothing_else(cli: Cli) -> None:
    """Line ends and the byte order mark stay; so do permissions and the link that leads to the file."""
    content = ("\ufeff" + MENDABLE).encode()
    Path("real").mkdir()
    put("real/a.md", content)
    Path("real/a.md").chmod(0o640)
    Path("a.md").symlink_to(Path("real", "a.md"))
    done = cli("check", "a.md", "--fix")
    assert (done.code, done.out, done.err) == (0, "", "1 file, 0 findings, 3 mends\n")
    assert Path("a.md").is_symlink()
    assert Path("real/a.md").read_bytes() == ("\ufeff" + MENDED).encode()
    assert Path("real/a.md").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in Path("real").iterdir()] == ["a.md"]
    assert cli("check", "a.md", "--fix").err == "1 file, 0 findings, 0 mends\n"


def test_diff_shows_the_mends_and_changes_nothing(cli: Cli) -> None:
    """In the form that patch reads; with the exit status of the findings."""
    put("a.md", f"One.\n\n{STALE.rstrip()}")
    for options in (["--diff"], ["--diff", "--fix"]):
        done = cli("check", "a.md", *options)
        assert (done.code, done.err) == (1, "1 file, 1 finding, 1 mend\n")
        assert done.out.splitlines() == [
            "--- a/a.md",
            "+++ b/a.md",
            "@@ -1,3 +1,3 @@",
            " One.",
            " ",
            "-IOM has 173 member states.",
            "\\ No newline at end of file",
            "+IOM has 175 member states.",
            "\\ No newline at end of file",
        ]
    assert Path("a.md").read_text(encoding="utf-8") == f"One.\n\n{STALE.rstrip()}"
    assert cli("check", put("b.md", GOOD), "--diff").out == ""


def test_the_diff_is_one_that_patch_applies(process: Callable[..., subprocess.CompletedProcess[bytes]], work: Path) -> None:
    """Byte by byte what fix writes."""
    put("a.md", MENDABLE)
    diff = process("check", "a.md", "--diff").stdout
    done = subprocess.run(["git", "apply", "-"], input=diff, cwd=work, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert Path("a.md").read_bytes() == MENDED.encode()


def test_what_is_in_doubt_is_left(cli: Cli) -> None:
    """Other people's words, quoted names, dated or spelled numbers, words broken by markup, labels of links."""
    text = (
        "“This is an easy task,” said the mayor.\n\n"
        "They call it the “Global Migration Compact”.\n\n"
        "IOM has one hundred and eighty member states. IOM has more than 190 member states.\n\n"
        "The Global *Migration* Compact. The [Global Compact on Migration] too.\n\n"
        "The Global\nMigration Compact.\n\n"
        "[global compact on migration]: https://example.org\n"
    )
    done = cli("check", put("a.md", text), "--fix")
    assert done.code == 1
    assert done.err == "1 file, 7 findings, 0 mends\n"
    assert Path("a.md").read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_is_told(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays as it is, and the others are mended."""

    def refuse(target: Path, content: bytes, mode: int | None) -> None:
        if target.name == "a.md":
            raise PermissionError(13, "Permission denied")
        replace(target, content, mode)

    monkeypatch.setattr("iom_content.cli.check.put", refuse)
    done = cli("check", put("a.md", STALE), put("b.md", STALE), "--fix")
    assert (done.code, done.err) == (2, "2 files, 1 finding, 1 mend\n")
    assert done.out == "a.md: error unreadable: cannot be read: it cannot be written: Permission denied\n"
    assert (Path("a.md").read_text(encoding="utf-8"), Path("b.md").read_text(encoding="utf-8")) == (STALE, GOOD)


def test_rules_are_chosen_and_ignored(cli: Cli) -> None:
    """As often as the options are given; wrong names are told before a file is read."""
    name = put("a.txt", f"{STALE}\nThe Global Migration Compact.\n\nIOM said: “This is an easy task.”\n")
    assert cli("check", name).err == "1 file, 3 findings\n"
    assert cli("check", name, "--rule", "figure-stale", "--rule", "name-variant").err == "1 file, 2 findings\n"
    assert cli("check", name, "--ignore", "figure-stale", "--ignore", "name-variant").err == "1 file, 1 finding\n"
    done = cli("check", name, "--rule", "figure-stail")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("iom-content: no rule 'figure-stail'; did you mean 'figure-stale'")


def test_the_project_says_which_rules_apply(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the nearest pyproject.toml; options go before it."""
    put("pyproject.toml", '[tool.iom-content]\nignore = ["figure-stale"]\nseverity = { name-variant = "info" }\n')
    name = put("a.txt", f"{STALE}\nThe Global Migration Compact.\n")
    done = cli("check", name)
    assert (done.code, done.err) == (0, "1 file, 1 finding\n")
    assert "info name-variant" in done.out
    assert cli("check", name, "--rule", "figure-stale").code == 1
    Path("below").mkdir()
    monkeypatch.chdir("below")
    assert cli("check", "../a.txt").code == 0
    put("other.toml", "")
    assert cli("check", "../a.txt", "--config", "other.toml").err == "1 file, 2 findings\n"


def test_what_is_wrong_in_the_project_is_a_finding(cli: Cli) -> None:
    """With its place and what was meant; the articles are checked all the same."""
    put("pyproject.toml", '[tool.iom-content]\nignroe = ["figure-stale"]\n')
    done = cli("check", put("a.txt", STALE))
    assert (done.code, done.err) == (1, "1 file, 2 findings\n")
    assert done.out.startswith("pyproject.toml:2:1: error unknown-key /tool/iom-content/ignroe: unknown key 'ignroe'\n  2 | ignroe = ")
    assert "hint: did you mean 'ignore'?" in done.out
    report = iom.loads(cli("check", "a.txt", "--format", "json").out, iom.Report)
    assert [(finding.file, finding.rule) for finding in report.findings] == [("pyproject.toml", "unknown-key"), ("a.txt", "figure-stale")]
    done = cli("check", "a.txt", "--config", "none.toml")
    assert done.code == 2
    assert done.out.startswith("none.toml: error unreadable: cannot be read: No such file or directory\na.txt:1:9: warning")


def test_another_dataset_is_asked(cli: Cli, folder: Path) -> None:
    """Of one's own, or a bundled version."""
    name = put("a.txt", STALE)
    assert cli("check", name, "--path", str(folder)).code == 1
    assert cli("check", name, "--dataset", iom.DATA_VERSION).code == 1
    assert cli("check", name, "--dataset", "1.0").code == 2


def test_markdown_without_its_parser_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """That names what to install."""
    for name in [*sys.modules]:
        if name.partition(".")[0] == "markdown_it" or name in ("iom_content.checks.prose.markdown", "iom_content.checks.prose.watched"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    done = cli("check", put("a.md", STALE))
    needs = "this needs markdown-it-py: python3 -m pip install 'iom-content[prose]'"
    assert (done.code, done.out, done.err) == (2, "", f"iom-content: {needs}\n")
