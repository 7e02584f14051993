"""YAML read with places: what JSON can say, and nothing that runs, loops or explodes."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec import yaml_text
from iom_content.codec.json_text import MAX_DEPTH
from iom_content.codec.places import Lines
from iom_content.codec.yaml_text import YamlDocument, read_yaml

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def only(text: str) -> YamlDocument:
    """Return the only document of a text."""
    (document,) = read_yaml(text)
    return document


def told(text: str) -> list[tuple[str, str, int | None, int | None]]:
    """Return rule, pointer and place of each fault of the only document."""
    return [(each.rule, each.pointer, each.line, each.column) for each in only(text).faults]


@given(PLAIN, st.sampled_from([None, True, False]))
def test_what_pyyaml_writes_is_read(data: Any, flow: bool | None) -> None:  # noqa: FBT001
    """Law: what PyYAML writes is what PyYAML reads; of faults there are at most ambiguous numbers."""
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    document = only(text)
    assert document.whole
    assert {fault.rule for fault in document.faults} <= {"yaml-ambiguous"}
    assert document.data == yaml.safe_load(text)


@given(PLAIN)
def test_json_without_long_lines_is_yaml(data: Any) -> None:
    """Law: JSON is read as YAML with the same values, each at a place within the text."""
    text = json.dumps(data, indent=1, ensure_ascii=True)
    if "\\ud" in text or len(text) > 1000:
        return
    document = only(text)
    assert document.data == data
    assert document.places.value("") is not None


def test_every_value_and_key_has_its_place() -> None:
    """Line and column in code points, from 1, whatever ends the lines."""
    text = "é: 1\r\n字字:\n  - a: 'x'\n    'b': |\n      text\n  - [y,  \"z\"]\nempty:\n"
    document = only(text)
    assert document.data == {"é": 1, "字字": [{"a": "x", "b": "text\n"}, ["y", "z"]], "empty": None}
    places = document.places
    assert document.locate() is places
    assert [places.key(pointer) for pointer in ("/é", "/字字", "/字字/0/a", "/字字/0/b", "/empty")] == [
        (1, 1),
        (2, 1),
        (3, 5),
        (4, 5),
        (7, 1),
    ]
    assert [places.value(pointer) for pointer in ("", "/é", "/字字", "/字字/0", "/字字/0/a", "/字字/0/b", "/字字/1/1", "/empty")] == [
        (1, 1),
        (1, 4),
        (3, 3),
        (3, 5),
        (3, 8),
        (4, 10),
        (6, 10),
        (7, 7),
    ]
    assert places.value("/字字/2") is None


def test_each_document_is_one() -> None:
    """Faults and places are those of the document, lines those of the text."""
    first, second, third = read_yaml("a: 1\n---\nb: no\n---\n[\n")
    assert [each.data for each in (first, second, third)] == [{"a": 1}, {"b": "no"}, None]
    assert [each.whole for each in (first, second, third)] == [True, True, False]
    assert second.places.value("/b") == (3, 4)
    assert [(each.rule, each.line) for each in (*first.faults, *second.faults, *third.faults)] == [("yaml-ambiguous", 3), ("truncated", 6)]
    assert list(read_yaml("# nothing\n")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\na: 2\nb: {c: 1, 'c': 2}", [("duplicate-key", "/a", 2, 1), ("duplicate-key", "/b/c", 3, 11)]),
        (
            "a: !!str 5\nb: !x [1]\nc: ! d\n!y e: 1",
            [("yaml-tag", "/a", 1, 4), ("yaml-tag", "/b", 2, 4), ("yaml-tag", "/c", 3, 4), ("yaml-tag", "/e", 4, 1)],
        ),
        ("!!python/object/apply:os.system [ls]", [("yaml-tag", "", 1, 1)]),
        ("a: 99999999999999999999", [("integer-range", "/a", 1, 4)]),
        ("- no\n- a: 1e3", [("yaml-ambiguous", "/0", 1, 3), ("yaml-ambiguous", "/1/a", 2, 6)]),
        ("<<: {a: 1}\n'<<': 1", [("yaml-merge", "/<<", 1, 1), ("duplicate-key", "/<<", 2, 1)]),
        (
            "1: a\n~: b\n'2': c\nno: d\n99999999999999999999: e",
            [("yaml-key", "/1", 1, 1), ("yaml-key", "/~0", 2, 1), ("yaml-key", "/99999999999999999999", 5, 1)],
        ),
        ("a: *b", [("yaml-alias", "/a", 1, 4)]),
        ("a: [*b, &b c]", [("yaml-alias", "/a/0", 1, 5)]),
        ("a: &b [1, *b]", [("cycle", "/a/1", 1, 11)]),
        ("&a {b: {c: *a}}", [("cycle", "/b/c", 1, 12)]),
    ],
)
def test_faults_that_break_nothing(text: str, found: list[tuple[str, str, int, int]]) -> None:
    """All of them are told, and the document is read to its end."""
    assert told(text) == found
    assert only(text).whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: [1, 2", ("truncated", "/a/2", 1, 9)),
        ("a: 'x\n\n", ("truncated", "/a", 3, 1)),
        ("a: b: c", ("syntax", "", 1, 5)),
        ("a: 1\n\tb: 2", ("syntax", "/a", 2, 1)),
        ("- a\nb: 1", ("syntax", "/1", 2, 1)),
        ("@", ("syntax", "", 1, 1)),
        ("%YAML 3.0\n---\na", ("syntax", "", 1, 1)),
        ("a: 1\nb: \x01", ("syntax", "", 2, 4)),
        ("é: \x7f", ("syntax", "", 1, 4)),
        ("a: \ufffe", ("syntax", "", 1, 4)),
        ("a: \ud800", ("lone-surrogate", "", 1, 4)),
        ("? [a]\n: b", ("yaml-key", "", 1, 3)),
        ("a: &b x\n? {}\n: b", ("yaml-key", "", 2, 3)),
        ("{*a : b}", ("yaml-key", "", 1, 2)),
    ],
)
def test_faults_that_break_the_text(text: str, found: tuple[str, str, int, int]) -> None:
    """The break is told, and nothing of the document is taken for its data."""
    document = only(text)
    assert (document.whole, document.data) == (False, None)
    assert told(text)[-1] == found


def test_hints_say_what_to_do() -> None:
    """Where the parser's words do not."""
    hints = [
        only(text).faults[-1].hint
        for text in ("[", "a: 1\n\tb: 2", "a: b: c", "a: \x01", "a: !!str 5", "<<: 1", "1: 2", "a: no", "a: 1\na: 2")
    ]
    assert hints == [
        "is the file complete?",
        "YAML indents with blanks",
        None,
        "write it as an escape in double quotes",
        "leave it out",
        "write the keys out",
        "put it in quotes",
        "put it in quotes, or write the number or truth value plainly",
        "keep one of them",
    ]
    messages = [
        only(text).faults[0].message for text in ("a: \x01", "a: \ud800", "a: 99999999999999999999", "~: 1", "a: !!str 5", "a: !x 5", "[")
    ]
    assert messages[:6] == [
        "the character U+0001, which no YAML text may hold",
        "half of a surrogate pair, which no YAML text may hold",
        "integer of 20 digits beyond ±9007199254740991",
        "expected keys that are text, found ~",
        "tag '!!str' is not read",
        "tag '!x' is not read",
    ]
    assert messages[6].endswith(" while parsing a flow node")


def test_what_is_not_plain_is_text() -> None:
    """Quotes and block scalars make text of anything, and a tag does not make a number of it."""
    assert only("a: '5'\nb: \"no\"\nc: |-\n  null\nd: >-\n  1e3\n").data == {"a": "5", "b": "no", "c": "null", "d": "1e3"}
    assert told("a: '5'\nb: \"no\"") == []
    assert only("a: !!int 5").data == {"a": "5"}
    assert only("a: 99999999999999999999").data == {"a": "99999999999999999999"}


def test_aliases_stand_for_what_they_name() -> None:
    """The last anchor of a name before them counts, also one of a key; places below an alias are those of the anchor."""
    text = "&k a: &x {b: 1}\nc: *x\nd: &x 2\ne: *x\nf: *k\ng: &y [&y 3, *y]\nh: *y"
    document = only(text)
    assert document.data == {"a": {"b": 1}, "c": {"b": 1}, "d": 2, "e": 2, "f": "a", "g": [3, 3], "h": 3}
    assert told(text) == []
    places = document.places
    assert (places.value("/c"), places.value("/c/b"), places.value("/e")) == ((2, 4), (1, 14), (4, 4))


def test_faults_of_aliases_name_the_anchor() -> None:
    """Which of many aliases is meant stands in the message too."""
    for text, named in (("a: *pier", "alias '*pier' names no anchor"), ("a: &quay [*quay]", "alias '*quay' stands within the value")):
        assert named in only(text).faults[0].message


def test_aliases_cannot_explode(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many values as the limit says are read, one more is a break."""
    text = "[&a [1, 2, 3], *a, *a]"
    monkeypatch.setattr(yaml_text, "MAX_ALIASED", 13)
    assert only(text).data == [[1, 2, 3]] * 3
    monkeypatch.setattr(yaml_text, "MAX_ALIASED", 12)
    assert told(text) == [("yaml-alias", "/2", 1, 20)]
    assert not only(text).whole
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + level)}: &{chr(98 + level)} [{','.join([f'*{chr(97 + level)}'] * 10)}]\n" for level in range(20)
    )
    assert [each[0] for each in told(bomb)] == ["yaml-alias"]


@pytest.mark.parametrize("mark", ["[", "{a: ", "- ", "? "])
def test_depth_is_bounded(mark: str) -> None:
    """The first level beyond the limit breaks; a hundred thousand cost no more."""
    (fault,) = only(mark * 100_000).faults
    if mark == "? ":
        assert fault.rule == "yaml-key"
    else:
        assert (fault.rule, fault.line, fault.column) == ("depth", 1, MAX_DEPTH * len(mark) + 1)
    assert told("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []


def test_faults_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last finding says that there are more."""
    monkeypatch.setattr(yaml_text, "MAX_FINDINGS", 2)
    document = only("[no, no, no, no]")
    assert [each.rule for each in document.faults] == ["yaml-ambiguous", "yaml-ambiguous", "too-many"]
    assert not document.whole


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%#@`, \n\t1~<é\x85\u2028\ufeff\x00", max_size=60) | st.text())
def test_whatever_is_given_is_read_or_told(text: str) -> None:
    """Law: no text raises, each fault has a place within it, and both loaders of PyYAML agree on the data."""
    documents = list(read_yaml(text))
    lines = text.split("\n")
    for fault in (fault for document in documents for fault in document.faults):
        assert fault.line is not None
        assert fault.column is not None
        assert fault.column <= len(lines[fault.line - 1]) + 1
    assert all(document.whole for document in documents[:-1])
    assert all(document.faults for document in documents if not document.whole)


@given(st.text(alphabet="ab:-[]{}'\", \n1", max_size=40))
def test_the_loader_in_python_reads_alike(text: str) -> None:
    """Where PyYAML was built without its loader in C, data and faults are the same, but for the parser's words."""

    def told_of() -> list[object]:
        return [(each.data, each.whole, [fault.rule for fault in each.faults if fault.rule != "syntax"]) for each in read_yaml(text)]

    quick = told_of()
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        assert told_of() == quick


def test_without_pyyaml_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(iom.MissingExtra) as caught:
        next(read_yaml("a: 1"))
    assert caught.value == iom.MissingExtra("yaml", "pyyaml")


def test_an_error_without_a_place_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the parser ever complain of the whole."""

    def refuse(*_: object, **__: object) -> object:
        raise yaml.YAMLError

    monkeypatch.setattr(yaml, "parse", refuse)
    assert told("a: 1") == [("syntax", "", 1, 1)]
    assert only("a: 1").faults[0].message == "this is no YAML"
    assert Lines("a").place(0) == (1, 1)
