"""Lines and columns of values and keys, held against a second, naive reader."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.codec.places import Lines, locate, tokens_of
from iom_content.model.partition import escaped

keys = st.text(st.sampled_from('ab/~01é\U0001f600\n"\\'), max_size=3)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.text(st.sampled_from('ab"\\\n{}[]:,é\U0001f600'), max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)
blanks = st.text(" \n\t\r", max_size=3)


class Writer:
    """Writes JSON with random blanks and notes where it puts each value and key: the naive reader."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.text = ""
        self.values: dict[str, int] = {}
        self.keys: dict[str, int] = {}

    def blank(self) -> None:
        """Write some blanks, or none."""
        self.text += self.draw(blanks)

    def write(self, value: Any, pointer: str) -> None:
        """Write a value, and note where it and its parts stand."""
        self.blank()
        self.values[pointer] = len(self.text)
        if isinstance(value, dict):
            self.text += "{"
            for count, (key, each) in enumerate(value.items()):
                self.text += "," * (count > 0)
                self.blank()
                below = f"{pointer}/{escaped(key)}"
                self.keys[below] = len(self.text)
                self.text += json.dumps(key, ensure_ascii=self.draw(st.booleans()))
                self.blank()
                self.text += ":"
                self.write(each, below)
            self.blank()
            self.text += "}"
        elif isinstance(value, list):
            self.text += "["
            for count, each in enumerate(value):
                self.text += "," * (count > 0)
                self.write(each, f"{pointer}/{count}")
            self.blank()
            self.text += "]"
        else:
            self.text += json.dumps(value, ensure_ascii=self.draw(st.booleans()))
        self.blank()


def naive_place(text: str, offset: int) -> tuple[int, int]:
    """Count lines and columns one code point after the other."""
    line, column = 1, 1
    for character in text[:offset]:
        line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return line, column


@given(plain, st.data())
def test_finds_every_value_and_key(value: Any, data: st.DataObject) -> None:
    """Places are those that a reader finds who counts code point by code point."""
    writer = Writer(data.draw)
    writer.write(value, "")
    assert json.loads(writer.text) == value
    places = locate(writer.text)
    assert {pointer: places.value(pointer) for pointer in writer.values} == {
        pointer: naive_place(writer.text, offset) for pointer, offset in writer.values.items()
    }
    assert {pointer: places.key(pointer) for pointer in writer.keys} == {
        pointer: naive_place(writer.text, offset) for pointer, offset in writer.keys.items()
    }


@given(plain, st.data())
def test_a_broken_text_keeps_the_places_before_the_break(value: Any, data: st.DataObject) -> None:
    """Whatever is located in the beginning of a text stands where it stands in the whole."""
    text = json.dumps(value, indent=1)
    whole, cut = locate(text), locate(text[: data.draw(st.integers(0, len(text)))])
    for pointer in ("", "/0", "/1", "/0/0", "/a", "/a/b", "/b/0"):
        assert cut.value(pointer) in (None, whole.value(pointer))
        assert cut.key(pointer) in (None, whole.key(pointer))


@pytest.mark.parametrize("pointer", ["/2", "/-1", "/01", "/1a", "/", "/x", "/0/x", "/1/y", "/1/x/0", "/١", "/99999999999999999999999"])
def test_what_is_not_there_has_no_place(pointer: str) -> None:
    """A pointer that leads nowhere gives None, also where an index is no canonical number."""
    places = locate('[1, {"x": 2}]')
    assert places.value(pointer) is None
    assert places.key(pointer) is None


def test_only_members_have_keys() -> None:
    """Neither the whole nor an element of an array has a key."""
    places = locate('{"": [{"a": 1}]}')
    assert places.key("") is None
    assert places.key("/") == (1, 2)
    assert places.value("/") == (1, 6)
    assert places.key("//0") is None
    assert places.key("//0/a") == (1, 8)


def test_nothing_is_located_in_nothing() -> None:
    """A text without a value has no places."""
    assert locate("").value("") is None
    assert locate(" x").key("/a") is None


def test_the_last_of_equal_keys_counts() -> None:
    """The parser keeps the last member, so do the places."""
    places = locate('{"a": 1, "a": [2]}')
    assert (places.key("/a"), places.value("/a"), places.value("/a/0")) == ((1, 10), (1, 15), (1, 16))


def test_deep_text_is_located_without_recursion() -> None:
    """Nesting beyond any limit is only long."""
    assert locate("[" * 50_000).value("/0/0") == (1, 3)


def test_only_line_feeds_end_lines() -> None:
    """A carriage return belongs to its line, as editors count."""
    assert [Lines("a\r\nb\rc\n").place(offset) for offset in (0, 2, 3, 5, 7)] == [(1, 1), (1, 3), (2, 1), (2, 3), (3, 1)]


@given(st.lists(st.text(), max_size=4))
def test_pointers_are_taken_apart_as_they_are_put_together(names: list[str]) -> None:
    """Escaping and unescaping of reference tokens are inverse."""
    assert tokens_of("".join(f"/{escaped(name)}" for name in names)) == names
    assert escaped(7) == "7"
