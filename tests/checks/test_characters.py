"""Characters to warn of, wherever in a record they stand."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.checks import characters
from iom_content.checks.characters import character_warnings, may_warn


def told(data: Any) -> list[tuple[str, str]]:
    """Return rule and pointer of each warning."""
    return [(each.rule, each.pointer) for each in character_warnings(data)]


@pytest.mark.parametrize("text", ["", "Café", "字", "a\tb\nc\r\n", "\u200b\ufeff\u202e", "e\u0332", "\ud800", "\x20\x7e\xa0\xad"])
def test_ordinary_text_is_passed_over(text: str) -> None:
    """Line ends and tabs too, and what is invisible but controls no device."""
    assert told({"title": text}) == []


@pytest.mark.parametrize("code", [0, 1, 8, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F])
def test_control_characters_are_named(code: int) -> None:
    """All of the category Cc but tab, line feed and carriage return."""
    (finding,) = character_warnings({"a": [f"x{chr(code)}\x07"]})
    assert finding == iom.Finding(
        rule="control-character",
        severity=iom.Severity.WARNING,
        message=f"control character U+{code:04X} in a text",
        pointer="/a/0",
        excerpt=finding.excerpt,
        hint="leave it out",
    )


@pytest.mark.parametrize(
    ("text", "first"), [("Cafe\u0301", 4), ("\u212b", 1), ("ab\u0344", 3), ("e\u0301\u0323", 1), ("é字\u1100\u1161", 3)]
)
def test_what_is_not_composed_is_told_with_its_place(text: str, first: int) -> None:
    """The first character that NFC writes otherwise, counted from 1."""
    (finding,) = character_warnings({"a": text})
    assert (finding.rule, finding.severity) == ("not-nfc", iom.Severity.WARNING)
    assert finding.message == f"text that is not in Unicode normal form C from its character {first} on"
    assert finding.hint == "save it as NFC"


def test_both_can_be_wrong_with_one_text() -> None:
    """In reading order, in every place that holds text; keys are not texts."""
    bad = "e\u0301\x07"
    data = {"b": bad, "a": [1, {"c/d": bad}, None], bad: "fine", "z": (bad,), 5: bad}
    assert told(data) == [(rule, place) for place in ("/b", "/a/1/c~1d", "/z/0") for rule in ("control-character", "not-nfc")]
    assert told(bad) == [("control-character", ""), ("not-nfc", "")]


def test_what_the_capture_holds_is_right_as_it_is() -> None:
    """The text of the capture itself, and what stands so in it, whatever its line ends; all else is not."""
    capture = {"text": "On the Cafe\u0301\nterrasse\x07", "sha256": "o\u0301"}
    statement = {"title": "Cafe\u0301 terrasse", "summary": "a\x07", "place": "Cafe\u0301s", "speaker": "terrasse\x07"}
    assert told({"capture": capture, "statement": statement}) == [
        ("not-nfc", "/capture/sha256"),
        ("control-character", "/statement/summary"),
        ("not-nfc", "/statement/place"),
    ]
    for odd in (None, 5, {}, {"text": 5}, {"text": ""}):
        assert told({"capture": odd, "a": "\x07"}) == [("control-character", "/a")]


def test_data_that_holds_itself_is_read_once() -> None:
    """And so is what stands in two places."""
    data: dict[str, Any] = {"a": ["\x07"]}
    data["b"], data["c"] = data, data["a"]
    assert told(data) == [("control-character", "/a/0")]


def test_warnings_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as there are findings at most."""
    monkeypatch.setattr(characters, "MAX_FINDINGS", 2)
    assert len(character_warnings(["\x07"] * 5)) == 2


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text())), st.booleans())
def test_a_source_without_suspicion_has_no_warning(data: Any, plain: bool) -> None:  # noqa: FBT001
    """Law: where the quick look at the source finds nothing, the look at each value finds nothing either."""
    source = json.dumps(data, ensure_ascii=plain)
    assert may_warn(source) or character_warnings(data) == ()


@given(st.text())
def test_a_text_is_warned_of_exactly_if_it_must(text: str) -> None:
    """Law: judged by Unicode's own categories and forms."""
    rules = {rule for rule, _ in told([text])}
    controls = any(unicodedata.category(each) == "Cc" and each not in "\t\n\r" for each in text)
    assert ("control-character" in rules) is controls
    assert ("not-nfc" in rules) is (unicodedata.normalize("NFC", text) != text)


@pytest.mark.parametrize("source", ['"\\u0007"', '"\\b"', '"\\f"', '"\\a"', "\x07", "e\u0301", '"\\x07"'])
def test_a_source_with_an_escape_is_looked_at(source: str) -> None:
    """As is one with the character itself."""
    assert may_warn(source)
    assert not may_warn('{"a": "b\\n\\r\\t\\"\\/\\\\ é"}')
