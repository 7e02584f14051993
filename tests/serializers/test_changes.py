"""Changes as lines that people read."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.serializers.changes import change_lines, headed_change

OLD = iom.Section(id="boats", title="Small boats", summary="No boat stays out.")
NEW = iom.Section(id="boats", title="Small boats", summary="A boat stays out.", heading="Boats")
CHANGES = iom.diff(OLD, NEW)


def test_text_shows_both_sides_with_words_marked() -> None:
    """A head, the old text with what went, the new one with what came; what is new has one side."""
    assert iom.dumps(CHANGES, "text").splitlines() == [
        "added section boats /heading",
        "+ Boats",
        "",
        "changed section boats /summary",
        "- [-No-] boat stays out.",
        "+ {+A+} boat stays out.",
    ]


def test_markdown_is_a_list() -> None:
    """Each change is an entry with its sides below it, marks escaped."""
    assert iom.dumps(CHANGES, "markdown").splitlines() == [
        "- added section boats /heading",
        "  - new: Boats",
        "",
        "- changed section boats /summary",
        r"  - old: \[-No-\] boat stays out.",
        "  - new: {+A+} boat stays out.",
    ]


def test_no_changes_are_no_text() -> None:
    """Nothing is written of nothing, and JSON has an empty array."""
    assert [iom.dumps((), name) for name in ("text", "markdown", "json")] == ["", "", "[]\n"]


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_hostile_words_are_spelled_out(name: str) -> None:
    """Control characters and direction overrides never reach the reader."""
    text = iom.dumps(iom.diff(OLD, iom.Section(id="boats", title="Small \x1b[31mboats\u202e")), name)
    assert not {"\x1b", "\u202e"} & set(text)
    assert "\\x1b" in text.replace("\\\\", "\\")


def test_the_head_tells_other_places() -> None:
    """Where it stood before and in which document it is are told if they are others."""
    change = iom.Change(
        kind=iom.ChangeKind.MOVED,
        subject="statement",
        id="tides",
        document="0" * 12,
        old_pointer="/blocks/2",
        new_pointer="/blocks/0",
        old="Boats",
        new="Boats",
    )
    assert list(change_lines(change)) == ["moved statement tides /blocks/0 (was /blocks/2) in document 000000000000", "- Boats", "+ Boats"]
    gone = iom.Change(kind=iom.ChangeKind.REMOVED, subject="document", id="0" * 12, document="0" * 12, old_pointer="", old="Boats")
    assert list(change_lines(gone)) == ["removed document 000000000000", "- Boats"]
    version = iom.Change(kind=iom.ChangeKind.CHANGED, subject="catalog", old_pointer="/version", new_pointer="/version", old="1", new="2")
    assert headed_change(version) == "changed catalog /version"


def test_changes_say_what_they_are() -> None:
    """The picture of a change names kind, value and place; that of an edit its words."""
    assert repr(CHANGES) == "(<Change added section 'boats' /heading>, <Change changed section 'boats' /summary>)"
    assert repr(CHANGES[1].edits[:1]) == "(<Edit removed 'No'>,)"
    assert repr(iom.diff(iom.Catalog(version="1"), iom.Catalog(version="2"))) == "(<Change changed catalog /version>,)"
