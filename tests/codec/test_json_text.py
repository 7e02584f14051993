"""Strict JSON: what is refused, where, and what is read as any parser reads it."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iom_content.codec import json_text
from iom_content.codec.json_text import MAX_DEPTH, MAX_INPUT, parse, render, written
from iom_content.errors import InvalidData, UnsupportedValue
from iom_content.model.report import Finding

MAX = 2**53 - 1
plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-MAX, MAX)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), inner, max_size=4),
    max_leaves=25,
)
# Pieces that make almost JSON, so that the second reader is asked about every sort of break.
almost_json = st.lists(
    st.sampled_from(
        [
            *'{}[],:"\\ \n',
            "\t",
            "1",
            "-",
            "0",
            "1.5",
            "1e9",
            "1e999",
            "true",
            "nul",
            "null",
            "NaN",
            "-Infinity",
            '"a"',
            '"a":',
            '"\\ud800"',
            '"\\u12"',
            "é",
        ]
    ),
    max_size=14,
).map("".join)


def refused(source: Any) -> Finding:
    """Return the only fault of a refused text."""
    with pytest.raises(InvalidData) as caught:
        parse(source)
    assert len(caught.value.findings) == 1
    return caught.value.findings[0]


@pytest.mark.parametrize(
    ("source", "rule", "pointer", "line", "column"),
    [
        (b"", "empty", "", 1, 1),
        ("", "empty", "", 1, 1),
        (" \r\n\t", "empty", "", 1, 1),
        (b"\xef\xbb\xbf{}", "byte-order-mark", "", 1, 1),
        ("\ufeff{}", "byte-order-mark", "", 1, 1),
        (b'{"a":\n "\xe9"}', "encoding", "", 2, 3),
        ("[]".encode("utf-16"), "encoding", "", 1, 1),
        (b"\xed\xa0\x80", "encoding", "", 1, 1),
        ("{", "truncated", "", 1, 2),
        ('{"a"', "truncated", "/a", 1, 5),
        ('{"a":', "truncated", "/a", 1, 6),
        ('{"a":1', "truncated", "/a", 1, 7),
        ("[1,\n", "truncated", "/0", 2, 1),
        ('["abc', "truncated", "", 1, 6),
        ('["abc\\', "syntax", "", 1, 6),
        ("[1 2]", "syntax", "/0", 1, 4),
        ("[1,]", "syntax", "/0", 1, 4),
        ('{"a":1,}', "syntax", "/a", 1, 8),
        ("{a:1}", "syntax", "", 1, 2),
        ("{'a':1}", "syntax", "", 1, 2),
        ("[1}", "syntax", "/0", 1, 3),
        ("]", "syntax", "", 1, 1),
        ("// note\n1", "syntax", "", 1, 1),
        ("True", "syntax", "", 1, 1),
        ("[01]", "syntax", "/0", 1, 3),
        ("[-]", "syntax", "", 1, 2),
        ("[1.]", "syntax", "/0", 1, 3),
        ('["a\nb"]', "syntax", "", 1, 4),
        ('["a\\x"]', "syntax", "", 1, 4),
        ('["\\u12g4"]', "syntax", "", 1, 3),
        ("1\u00a0", "trailing-data", "", 1, 2),
        ("{} {}", "trailing-data", "", 1, 4),
        ("[]\n]", "trailing-data", "", 2, 1),
        ('{"ü": 1, "ü": 2}', "duplicate-key", "/ü", 1, 10),
        ('{"a/b~": [{"x": 1, "\\u0078": 2}]}', "duplicate-key", "/a~1b~0/0/x", 1, 20),
        ('{"a": NaN}', "not-json-number", "/a", 1, 7),
        ("[0, Infinity]", "not-json-number", "/1", 1, 5),
        ("-Infinity", "not-json-number", "", 1, 1),
        ("[1e999]", "not-json-number", "/0", 1, 2),
        ("[-1E+999]", "not-json-number", "/0", 1, 2),
        ("9007199254740992", "integer-range", "", 1, 1),
        ("[1,\n  -9007199254740992]", "integer-range", "/1", 2, 3),
        ("9" * 10_000, "integer-range", "", 1, 1),
        ("-" + "9" * 10_000, "integer-range", "", 1, 1),
        ('{"a": "\\ud83d"}', "lone-surrogate", "/a", 1, 7),
        ('["\\uDE00\\uD83D"]', "lone-surrogate", "/0", 1, 2),
        ('["\ud800"]', "lone-surrogate", "/0", 1, 2),
        ("[" * 101 + "]" * 101, "depth", "/0" * 100, 1, 101),
    ],
)
def test_refuses_with_rule_and_place(source: str | bytes, rule: str, pointer: str, line: int, column: int) -> None:
    """Each fault has its own rule, the pointer of its value or key, and line and column in code points."""
    found = refused(source)
    assert (found.rule, found.pointer, found.line, found.column) == (rule, pointer, line, column)


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        ("", "empty input", None),
        (" ", "nothing but blanks", None),
        (b"\xef\xbb\xbf1", "starts with a byte order mark, which JSON does not allow", "save the file as UTF-8 without a byte order mark"),
        (b"a\xff", "not UTF-8: byte 0xff at offset 1", "save it as UTF-8"),
        (b"\xff\xfe[\x00", "not UTF-8: byte 0xff at offset 0", "it looks like UTF-16; save it as UTF-8"),
        (b"\xfe\xff\x00[", "not UTF-8: byte 0xfe at offset 0", "it looks like UTF-16; save it as UTF-8"),
        ("[]".encode("utf-16-le"), "not UTF-8: byte 0x00 at offset 1", "it looks like UTF-16; save it as UTF-8"),
        ("[]".encode("utf-16-be"), "not UTF-8: byte 0x00 at offset 0", "it looks like UTF-16; save it as UTF-8"),
        ("[]".encode("utf-32"), "not UTF-8: byte 0xff at offset 0", "it looks like UTF-32; save it as UTF-8"),
        ("[]".encode("utf-32-be"), "not UTF-8: byte 0x00 at offset 0", "it looks like UTF-32; save it as UTF-8"),
        ("[]".encode("utf-32-le"), "not UTF-8: byte 0x00 at offset 1", "it looks like UTF-32; save it as UTF-8"),
        ("[1", "the text ends where ',' or ']' should stand", "is the file complete?"),
        ('{"a": 1', "the text ends where ',' or '}' should stand", "is the file complete?"),
        ('"a', "the text ends where a closing '\"' should stand", "is the file complete?"),
        ("[", "the text ends where a value or ']' should stand", "is the file complete?"),
        ('{"a"', "the text ends where ':' should stand", "is the file complete?"),
        ("[1,]", "expected a value, found ']'", "remove the comma before it"),
        ('{"a":1,}', "expected a key in double quotes, found '}'", "remove the comma before it"),
        ("[}", "expected a value or ']', found '}'", None),
        ("{]", "expected a key in double quotes or '}', found ']'", None),
        ("[1}", "expected ',' or ']', found '}'", None),
        ("{'a'", "expected a key in double quotes or '}', found \"'\"", "JSON puts keys and texts in double quotes"),
        ("/**/", "expected a value, found '/'", "JSON has no comments"),
        ("# x", "expected a value, found '#'", "JSON has no comments"),
        ("[True]", "expected a value or ']', found 'T'", "JSON writes true, false and null"),
        ("[False]", "expected a value or ']', found 'F'", "JSON writes true, false and null"),
        ("[None]", "expected a value or ']', found 'N'", "JSON writes true, false and null"),
        ('"\t"', "expected no control character inside a string, found '\\t'", None),
        ('"\\q"', "expected an escape that JSON knows, found '\\q'", None),
        ("1 x", "more text after the end of the value: 'x'", "one value makes a text"),
        ("NaN", "NaN is no JSON", None),
        ("1e999", "number '1e999' is beyond what a float can hold", None),
        ("9007199254740992", "integer of 16 digits beyond ±9007199254740991", "write it as text"),
        ("-99999999999999999", "integer of 17 digits beyond ±9007199254740991", "write it as text"),
        ('"\\ud800"', "half of a surrogate pair, which no encoding can carry", "write the whole character"),
        ("[" * 200, "nested deeper than 100 levels", None),
    ],
)
def test_says_what_is_wrong_and_how_to_mend_it(source: str | bytes, message: str, hint: str | None) -> None:
    """The complaint is one line, with a hint where there is a common mistake behind it."""
    with pytest.raises(InvalidData) as caught:
        parse(source)
    assert (caught.value.findings[0].message, caught.value.findings[0].hint) == (message, hint)


def test_reports_every_fault_up_to_the_first_break() -> None:
    """Duplicates, constants and halves of pairs are all listed in reading order, then the break."""
    with pytest.raises(InvalidData) as caught:
        parse('{"a": 1, "a": [NaN, {"b": 1, "b": 1, "b": 1}],\n "\\ud800": 99999999999999999999, "c": tru}', kind="section")
    assert caught.value.kind == "section"
    assert [(each.rule, each.pointer, each.line, each.column) for each in caught.value.findings] == [
        ("duplicate-key", "/a", 1, 10),
        ("not-json-number", "/a/0", 1, 16),
        ("duplicate-key", "/a/1/b", 1, 30),
        ("duplicate-key", "/a/1/b", 1, 38),
        ("lone-surrogate", "/\\ud800", 2, 2),
        ("integer-range", "/\\ud800", 2, 12),
        ("syntax", "/c", 2, 39),
    ]
    assert [each.message for each in caught.value.findings][2:4] == [
        "key 'b' stands here for the second time",
        "key 'b' stands here for the 3. time",
    ]
    assert caught.value.findings[0].excerpt == "'\"a\"'"
    assert caught.value.findings[-1].expected == "a value"


def test_goes_on_behind_what_is_nested_too_deep() -> None:
    """Each subtree that is too deep is one fault; the faults behind it are found, with their pointers."""
    deep = "[" * 150 + "]" * 150
    with pytest.raises(InvalidData) as caught:
        parse('{"a": ' + deep + ', "b": {"x": NaN}, "c": ' + deep + "}")
    assert [(each.rule, each.pointer) for each in caught.value.findings] == [
        ("depth", "/a" + "/0" * 99),
        ("not-json-number", "/b/x"),
        ("depth", "/c" + "/0" * 99),
    ]


def test_a_break_inside_what_is_too_deep_has_no_pointer() -> None:
    """Beyond the limit no pointer is kept."""
    with pytest.raises(InvalidData) as caught:
        parse("[" * 150)
    assert [(each.rule, each.pointer) for each in caught.value.findings] == [("depth", "/0" * 100), ("truncated", "")]


@pytest.mark.parametrize("opener", ["[", '{"a":'])
@pytest.mark.parametrize("closed", [True, False])
def test_ten_thousand_levels_are_refused_without_recursion(opener: str, closed: bool) -> None:  # noqa: FBT001
    """Nesting is measured before a recursive parser sees the text, whatever the interpreter's limit is."""
    text = opener * 10_000 + ("1" + ("]" if opener == "[" else "}") * 10_000 if closed else "")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(10**6)
    try:
        with pytest.raises(InvalidData) as caught:
            parse(text)
    finally:
        sys.setrecursionlimit(limit)
    assert caught.value.findings[0].rule == "depth"


@pytest.mark.parametrize("inside", ["]]]", '\\"]]', "\\\\", "[[[", '\\\\\\"]', "\\\\\\\\"])
def test_brackets_in_strings_do_not_hide_depth(inside: str) -> None:
    """Strings are told from structure, escaped quotes and backslashes included."""
    level = f'["{inside}",'
    with pytest.raises(InvalidData) as caught:
        parse(level * 101 + "1" + "]" * 101)
    assert [each.rule for each in caught.value.findings] == ["depth"]
    flat = json.dumps([json.loads(f'"{inside}"')] * 300)
    assert parse(flat) == json.loads(flat)


def test_the_deepest_allowed_nesting_is_read() -> None:
    """A text of exactly the allowed depth is read, also with many brackets side by side."""
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse(deepest) == json.loads(deepest)
    wide = f"[{','.join(['[[[]]]'] * 500)}]"
    assert parse(wide) == json.loads(wide)


def test_too_long_inputs_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte or code point beyond the limit is too long; the limit itself is not."""
    assert MAX_INPUT == 50_000_000
    monkeypatch.setattr(json_text, "MAX_INPUT", 4)
    assert parse(b'"ab"') == "ab"
    assert parse('"ää"') == "ää"
    assert refused('"abc"') == Finding(rule="too-large", message="longer than 4 code points", hint="split it")
    assert refused(b'"\xc3\xa4a"') == Finding(rule="too-large", message="longer than 4 bytes", hint="split it")


@pytest.mark.parametrize("source", [5, "", b"", "\ufeff1", b"\xff", "x" * 51, "[", "[NaN]"])
def test_every_refusal_says_what_the_text_should_have_been(source: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind that was asked for is in each error, whatever the fault; unless told, it is a record."""
    monkeypatch.setattr(json_text, "MAX_INPUT", 50)
    with pytest.raises(InvalidData) as caught:
        parse(source, kind="term")
    assert caught.value.kind == "term"
    with pytest.raises(InvalidData) as caught:
        parse(source)
    assert caught.value.kind == "record"


def test_findings_show_what_stands_there_and_what_should() -> None:
    """Excerpt and expectation are given where there are any."""
    assert (refused("").expected, refused("").excerpt) == ("a JSON value", None)
    assert (refused("[1,").expected, refused("[1,").excerpt) == ("a value", None)
    assert (refused("[x]").expected, refused("[x]").excerpt) == ("a value or ']'", "'x'")
    assert (refused("[NaN]").expected, refused("[NaN]").excerpt) == ("a finite number, or null", "'NaN'")
    assert refused('{"a":1,"a":2}').hint == "keep one of them"
    key = refused('{"\\ud800": 1}')
    assert (key.message, key.hint) == ("key with half of a surrogate pair, which no encoding can carry", "write the whole character")


def test_a_lone_surrogate_among_many_brackets_is_refused() -> None:
    """Measuring the depth does not stumble over text that has no encoding."""
    assert refused("[" + "[]," * 200 + '"\ud800"]').rule == "lone-surrogate"


def test_what_is_neither_text_nor_bytes_is_refused() -> None:
    """The reader takes text and bytes alone."""
    assert refused(5) == Finding(rule="type", message="expected text or bytes, found 5", expected="text or bytes")


def test_lists_no_more_faults_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit one more finding says that there are more."""
    monkeypatch.setattr("iom_content.codec.text_faults.MAX_FINDINGS", 3)
    with pytest.raises(InvalidData) as caught:
        parse("[" + ",".join(["NaN"] * 9) + "]")
    assert [each.rule for each in caught.value.findings] == ["not-json-number"] * 3 + ["too-many"]
    with pytest.raises(InvalidData) as caught:
        parse("[NaN,NaN,NaN]")
    assert [each.rule for each in caught.value.findings] == ["not-json-number"] * 3


def test_the_largest_integers_are_read() -> None:
    """The bounds themselves are exact in every JSON reader."""
    assert parse(f"[{MAX}, {-MAX}, -0, 0]") == [MAX, -MAX, 0, 0]


def test_whole_pairs_and_escaped_backslashes_are_read() -> None:
    """An escape that only looks like half of a pair is none."""
    assert parse('["\\ud83d\\ude00", "\\uD83D\\uDE00", "\\\\ud800", "\U0001f600"]') == ["\U0001f600", "\U0001f600", "\\ud800", "\U0001f600"]


@given(plain, st.booleans(), st.sampled_from([None, 0, 3]))
def test_reads_valid_json_as_the_standard_library_does(value: Any, ascii_only: bool, indent: int | None) -> None:  # noqa: FBT001
    """Whatever it accepts, it reads as `json.loads` does, from text and from bytes."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert parse(text) == parse(text.encode()) == json.loads(text)


def outcome(read: Callable[[Any], Any], source: str | bytes) -> tuple[Any, tuple[Finding, ...] | None]:
    """Return what a reader made of a text, or the faults for which it refused it."""
    try:
        return read(source), None
    except InvalidData as error:
        return None, error.findings
    except ValueError:
        return None, ()


@given(almost_json)
@example('"\\u00e9"')
@example('{"a":1,"b":2}')
def test_agrees_with_the_standard_library_on_almost_json(text: str) -> None:
    """Nothing is accepted that the standard library refuses, and nothing refused but for a strict reason."""
    value, faults = outcome(parse, text)
    expected, broken = outcome(json.loads, text)
    rules = {each.rule for each in faults or ()}
    assert value == expected or faults
    assert (broken is not None) <= bool(rules & {"syntax", "truncated", "trailing-data", "empty"})
    assert broken is not None or rules <= {"duplicate-key", "not-json-number", "integer-range", "lone-surrogate"}
    assert all(each.line and each.column for each in faults or ())


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_never_raises_anything_else(source: str | bytes) -> None:
    """Any bytes and any text are read, or refused with at least one fault."""
    _, faults = outcome(parse, source)
    assert faults != ()


@given(plain)
def test_canonical_text_is_a_fixed_point(value: Any) -> None:
    """Rendering what was read gives the same text, and reading it the same value."""
    text = render(value)
    assert parse(text) == value
    assert render(parse(text)) == text
    assert text.endswith("\n")


def test_renders_sorted_indented_and_unescaped() -> None:
    """The canonical form: sorted keys, indent of two, no needless escapes, a final line feed."""
    assert render({"b": [1, "é\u2028"], "a": {}}) == '{\n  "a": {},\n  "b": [\n    1,\n    "é\u2028"\n  ]\n}\n'


@pytest.mark.parametrize("value", [math.nan, math.inf, {1: 2, "a": 3}, {object()}])
def test_refuses_to_render_what_json_cannot_carry(value: Any) -> None:
    """Neither NaN nor foreign objects become text."""
    with pytest.raises(UnsupportedValue, match="format 'json' cannot carry this: "):
        render(value)


def test_refuses_to_render_what_holds_itself() -> None:
    """A cycle has no text."""
    cycle: list[Any] = []
    cycle.append(cycle)
    with pytest.raises(UnsupportedValue, match="Circular"):
        render(cycle)


# What encoders write: no booleans, no floats.
encoded = st.recursive(
    st.none() | st.integers(-MAX, MAX) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), inner, max_size=4),
    max_leaves=25,
)


@given(encoded)
@example({"": [], "\x7f\x1b\u2028\ufeff\U0001f600": {"b": MAX, "a": [[], {}, None, -MAX]}, "\ud7ff": 1, "\U00010000": 2, "\uffff": 3})
def test_with_and_without_orjson_the_bytes_are_the_same(data: Any) -> None:
    """What writes faster writes the same, in both layouts; the test extra brings it."""
    fast = written(data), written(data, compact=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_text, "_orjson", lambda: None)
        assert (written(data), written(data, compact=True)) == fast
    assert fast[0] == render(data)
    assert json.loads(fast[1]) == data
    assert fast[1].count("\n") == 1


def test_orjson_is_used_where_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra `fast` brings it; without it the standard library writes."""
    import orjson

    json_text._orjson.cache_clear()
    assert json_text._orjson() is orjson
    json_text._orjson.cache_clear()
    monkeypatch.setitem(sys.modules, "orjson", None)
    assert json_text._orjson() is None
    assert written({"a": 1}, compact=True) == '{"a":1}\n'
    json_text._orjson.cache_clear()
