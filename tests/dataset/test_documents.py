"""Documents read one after the other from folders and files."""

from __future__ import annotations

from pathlib import Path

import pytest

import iom_content as iom

PAGES = [iom.ingest("One page"), iom.ingest("Another page")]


def test_files_are_read_in_order_of_names(tmp_path: Path) -> None:
    """From a folder without a manifest, at any depth; other files are passed over."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.json").write_text(iom.dumps(PAGES[1]), encoding="utf-8")
    (tmp_path / "a.json").write_text(iom.dumps(PAGES[0]), encoding="utf-8")
    (tmp_path / "c.txt").write_text("no document", encoding="utf-8")
    assert [*iom.read_documents(tmp_path)] == PAGES
    assert [*iom.read_documents(tmp_path / "a.json")] == PAGES[:1]


def test_lines_are_read_as_they_stand(tmp_path: Path) -> None:
    """One document a line; blank lines are passed over, and what comes before a bad line is there already."""
    path = tmp_path / "pages.jsonl"
    lines = [iom.dumps(page, "jsonl").strip() for page in PAGES]
    path.write_text("\n".join([lines[0], "", lines[1], '{"capture": 5}', lines[0]]), encoding="utf-8")
    whole = tmp_path / "whole.jsonl"
    whole.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert [*iom.read_documents(whole)] == PAGES
    read = iom.read_documents(path)
    assert [next(read), next(read)] == PAGES
    with pytest.raises(iom.InvalidData, match=r"not a document: 1 fault\n  .*pages\.jsonl, line 4, column 13 \(/capture\)"):
        next(read)


@pytest.mark.parametrize("name", ["none.json", "none.jsonl"])
def test_a_missing_file_is_named(name: str, tmp_path: Path) -> None:
    """With the reason of the system."""
    with pytest.raises(iom.UnreadableInput, match=f"{name}: No such file or directory"):
        next(iom.read_documents(tmp_path / name))


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size tells."""
    monkeypatch.setattr("iom_content.dataset.folder.MAX_INPUT", 3)
    (tmp_path / "a.json").write_text("[1, 2]", encoding="utf-8")
    with pytest.raises(iom.UnreadableInput, match="larger than 3 bytes"):
        next(iom.read_documents(tmp_path / "a.json"))


def test_a_line_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its beginning tells; the rest of the file may be of any length."""
    for room in ("dataset.documents", "codec.json_text"):
        monkeypatch.setattr(f"iom_content.{room}.MAX_INPUT", 3)
    (tmp_path / "a.jsonl").write_text("[1, 2]" * 100, encoding="utf-8")
    with pytest.raises(iom.InvalidData, match="longer than 3 bytes"):
        next(iom.read_documents(tmp_path / "a.jsonl"))


def test_a_dataset_without_documents_has_none(tmp_path: Path) -> None:
    """It is no error."""
    iom.save(iom.Catalog(), tmp_path)
    assert [*iom.read_documents(tmp_path)] == []
