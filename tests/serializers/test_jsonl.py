"""JSON Lines: a record a line, as many as there are."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

import iom_content as iom
from iom_content.codec.findings import MAX_FINDINGS
from iom_content.serializers import jsonl

SECTION = iom.Section(id="a", title="A\u2028\x85\r\nB")


class Sink(io.StringIO):
    """A file that keeps nothing."""

    def write(self, text: str) -> int:
        """Forget what is written."""
        return len(text)


def many(count: int) -> Iterator[iom.Section]:
    """Yield sections, each unlike the others."""
    return (iom.Section(id=f"s{number}", title=f"Section {number}", summary="Words. " * 20) for number in range(count))


def test_each_record_is_one_line_whatever_it_holds() -> None:
    """Characters that end lines elsewhere stand within one."""
    text = jsonl.dumps((SECTION, SECTION))
    assert text.count("\n") == 2
    assert [json.loads(line)["title"] for line in text.split("\n")[:2]] == [SECTION.title] * 2
    assert '"schema_version":1' in text
    assert jsonl.dumps(SECTION) * 2 == text
    assert jsonl.dumps(()) == ""


def test_a_tuple_or_one_value_is_read() -> None:
    """Blank lines hold nothing, and no line is an empty tuple."""
    text = jsonl.dumps((SECTION, SECTION))
    assert jsonl.loads(f"\n{text}\r\n \n", tuple[iom.Section, ...]) == (SECTION, SECTION)
    assert jsonl.loads(jsonl.dumps(SECTION).encode(), iom.Section) == SECTION
    assert jsonl.loads("", tuple[iom.Section, ...]) == jsonl.loads(b" \n", tuple[iom.Section, ...]) == ()


@pytest.mark.parametrize(("text", "count"), [("", 0), ('{"id": "a", "title": "A"}\n' * 2, 2)])
def test_one_value_is_one_line(text: str, count: int) -> None:
    """More or none is a fault that says how many there are."""
    with pytest.raises(iom.InvalidData) as caught:
        jsonl.loads(text, iom.Section)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.message, finding.hint) == ("count", f"expected one line, found {count}", "ask for an array of values")


def test_faults_of_all_lines_are_told_with_their_lines() -> None:
    """A line that is broken keeps none of the others from being judged."""
    text = '{"id": "a", "title": "A"}\n{broken\n\n{"id": "b", "titel": "B"}\n'
    with pytest.raises(iom.InvalidData) as caught:
        jsonl.loads(text, tuple[iom.Section, ...])
    assert caught.value.args[0] == "array of sections"
    assert [(each.line, each.column, each.pointer) for each in caught.value.findings] == [(2, 2, ""), (4, 1, ""), (4, 13, "/titel")]


def test_a_flood_of_faults_ends() -> None:
    """As in every other format."""
    with pytest.raises(iom.InvalidData) as caught:
        jsonl.loads("{broken\n" * (2 * MAX_FINDINGS), tuple[iom.Section, ...])
    assert caught.value.findings[-1].rule == "too-many"
    assert len(caught.value.findings) == MAX_FINDINGS + 1
    with pytest.raises(iom.InvalidData) as caught:
        jsonl.loads("{broken\n" * MAX_FINDINGS, tuple[iom.Section, ...])
    assert {each.rule for each in caught.value.findings} == {"syntax"}


@pytest.mark.parametrize("data", [b"\xff\xfe{", "\ufeff{}"])
def test_other_encodings_are_told(data: Any) -> None:
    """Bytes that are no UTF-8, and a byte order mark."""
    with pytest.raises(iom.InvalidData, match=r"UTF-8|byte order mark"):
        jsonl.loads(data, tuple[iom.Section, ...])


def test_streams_hold_one_value_at_a_time() -> None:
    """Law: what is needed to write and read does not grow with how many there are."""
    lines = (line for section in many(3_000) for line in [jsonl.dumps(section)])
    tracemalloc.start()
    try:
        assert jsonl.dump(many(3_000), Sink()) == 3_000
        assert sum(1 for _ in jsonl.load(lines, iom.Section)) == 3_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 250_000


def test_a_stream_is_what_was_written() -> None:
    """From a file of text or of bytes, blank lines aside."""
    file = io.StringIO()
    assert jsonl.dump(many(3), file) == 3
    assert file.getvalue() == jsonl.dumps(tuple(many(3)))
    assert tuple(jsonl.load(io.StringIO(file.getvalue() + "\n"), iom.Section)) == tuple(many(3))
    assert tuple(jsonl.load(io.BytesIO(file.getvalue().encode()), iom.Section)) == tuple(many(3))


def test_a_stream_is_read_up_to_its_first_fault() -> None:
    """What stands before it was yielded; the place counts in the whole stream."""
    found = jsonl.load(io.StringIO(jsonl.dumps(SECTION) + "\n{}\n"), iom.Section)
    assert next(found) == SECTION
    with pytest.raises(iom.InvalidData) as caught:
        next(found)
    assert {each.line for each in caught.value.findings} == {3}


@pytest.mark.parametrize("value", [5, ((SECTION,),), (SECTION, (SECTION,))])
def test_what_no_line_carries_is_refused(value: object) -> None:
    """With the format's own name."""
    with pytest.raises(iom.UnsupportedValue, match=r"^format 'jsonl' cannot carry a \w"):
        jsonl.dumps(value)
