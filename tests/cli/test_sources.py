"""Files, folders and links that a verb is to read, however odd."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import iom_content as iom
from iom_content.cli import sources
from iom_content.cli.sources import Source, content_of, sources_of

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")
SUFFIXES = (".json", ".yaml")


def told(*names: str) -> list[tuple[str, str]]:
    """Return name and problem of each source."""
    return [(source.name, source.problem) for source in sources_of(names, SUFFIXES)]


def test_files_are_named_as_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever their suffix, whether they are there or not; a hyphen is the standard input."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    assert told("-", "a.txt", "none", "a\0b") == [("standard input", ""), ("a.txt", ""), ("none", ""), ("a\0b", "")]


def test_a_folder_without_a_file_to_read_is_told(tmp_path: Path) -> None:
    """A wrong name in a configuration must not pass for a sound record."""
    (tmp_path / "a.txt").touch()
    (tmp_path / ".a.json").touch()
    assert told(str(tmp_path)) == [(str(tmp_path), "no file in it ends in .json, .yaml")]
    (source,) = sources_of([str(tmp_path)], SUFFIXES)
    assert content_of(source) == iom.Finding(
        rule="unreadable", message="cannot be read: no file in it ends in .json, .yaml", file=str(tmp_path)
    )


@POSIX
def test_links_are_followed_once_around(tmp_path: Path) -> None:
    """A link to a folder above is one problem; to a file, a folder beside it or nothing each is what it is."""
    data = tmp_path / "data"
    (data / "a").mkdir(parents=True)
    (data / "a" / "x.json").touch()
    (data / "a" / "up").symlink_to(data)
    (data / "beside").symlink_to(data / "a")
    (data / "link.json").symlink_to(data / "a" / "x.json")
    (data / "none.json").symlink_to(data / "nothing")
    (data / "self.json").symlink_to(data / "self.json")
    loop = "a link that leads back to a folder above it"
    assert told(str(data)) == [
        (str(data / "a" / "up"), loop),
        (str(data / "a" / "x.json"), ""),
        (str(data / "beside" / "up"), loop),
        (str(data / "beside" / "x.json"), ""),
        (str(data / "link.json"), ""),
        (str(data / "none.json"), "No such file or directory"),
        (str(data / "self.json"), "Too many levels of symbolic links"),
    ]
    (source,) = sources_of([str(data / "self.json")], SUFFIXES)
    assert str(content_of(source)).endswith("self.json: cannot be read: Too many levels of symbolic links")


@POSIX
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    """It is told instead."""
    os.mkfifo(tmp_path / "a.json")
    assert told(str(tmp_path)) == [(str(tmp_path / "a.json"), "no regular file")]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beside it is read all the same."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b.json").touch()
    real = Path.iterdir

    def refuse(self: Path) -> object:
        if self.name == "a":
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert told(str(tmp_path)) == [(str(tmp_path / "a"), "Permission denied"), (str(tmp_path / "b.json"), "")]


def test_content_is_read_up_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of that length is read, a longer one is not."""
    monkeypatch.setattr(sources, "MAX_INPUT", 4)
    file = tmp_path / "a.json"
    file.write_bytes(b"1234")
    assert content_of(Source(str(file), file)) == b"1234"
    file.write_bytes(b"12345")
    found = content_of(Source("a.json", file))
    assert found == iom.Finding(rule="too-large", message="longer than 4 bytes", hint="split it", file="a.json")


def test_a_file_that_cannot_be_opened_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's words, or the error's name where there are none."""
    impossible = Path("a\0b")
    assert content_of(Source("x", impossible)) == iom.Finding(rule="unreadable", message="cannot be read: embedded null byte", file="x")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert content_of(Source("x", Path("x"))) == iom.Finding(rule="unreadable", message="cannot be read: PermissionError", file="x")


@pytest.mark.parametrize(
    ("content", "place", "offset"),
    [(b"\0", (1, 1), 0), (b"ab\0\0", (1, 3), 2), (b"a\nb\n\xc3\xa9\xff\0", (3, 3), 7)],
)
def test_a_file_with_zeros_is_no_text(tmp_path: Path, content: bytes, place: tuple[int, int], offset: int) -> None:
    """The finding has the place of the first, in code points."""
    file = tmp_path / "a.json"
    file.write_bytes(content)
    found = content_of(Source("a.json", file))
    assert isinstance(found, iom.Finding)
    assert (found.rule, found.line, found.column) == ("encoding", *place)
    assert found.message == f"no text: byte 0x00 at offset {offset}"
    assert found.hint is None


def test_a_file_of_another_encoding_without_a_mark_says_so(tmp_path: Path) -> None:
    """The zeros among its first bytes tell."""
    file = tmp_path / "a.md"
    file.write_bytes("Boats".encode("utf-16-le"))
    found = content_of(Source("a.md", file))
    assert isinstance(found, iom.Finding)
    assert (found.rule, found.column, found.hint) == ("encoding", 2, "it looks like UTF-16; save it as UTF-8")


@pytest.mark.parametrize("content", [b"\xff\xfea\0", b"\xfe\xff\0a", b"\xe9"])
def test_text_of_another_encoding_is_left_to_who_reads_it(tmp_path: Path, content: bytes) -> None:
    """UTF-16 is full of zeros, and its reader names it."""
    file = tmp_path / "a.json"
    file.write_bytes(content)
    assert content_of(Source("a.json", file)) == content


@POSIX
def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    """Its bytes are written as escapes; the file is read."""
    folder = os.fsencode(tmp_path)
    with open(folder + b"/\xff.json", "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"{}")
    (source,) = sources_of([str(tmp_path)], SUFFIXES)
    assert source.name == f"{tmp_path}/\\udcff.json"
    assert content_of(source) == b"{}"
