"""The strict cattrs converter: our values in other people's classes, nothing coerced."""

from __future__ import annotations

import collections
import dataclasses
import enum
import threading
import traceback
import typing
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Annotated, Any, Literal, NewType

import attrs
import pytest
from cattrs import ClassValidationError, IterableValidationError, StructureHandlerNotFoundError

import iom_content as iom
from iom_content.codec.converter import make_converter
from iom_content.codec.decode import encode

Number = NewType("Number", int)


class Colour(enum.StrEnum):
    """A closed set of texts."""

    RED = "red"


class Level(enum.Enum):
    """A closed set of numbers."""

    LOW = 1


class Options(typing.TypedDict):
    """Named options."""

    wide: bool


@dataclasses.dataclass
class Point:
    """A dataclass with defaults alone."""

    x: int = 0


@attrs.frozen
class Empty:
    """A class with defaults alone."""

    a: int = 0


@attrs.define
class Tree:
    """A class that holds itself."""

    below: list[Tree] = attrs.field(factory=list)


@attrs.frozen
class Page:
    """Somebody's page with values of ours in it."""

    path: str
    sections: tuple[iom.Section, ...] = ()
    statement: iom.Statement | None = None
    origin: iom.Captured | iom.Curated | None = None
    origins: iom.Origins = attrs.field(factory=iom.Origins)
    seen: date | None = None
    by_name: dict[str, iom.Figure] = attrs.field(factory=dict)


CURATED = iom.Curated(basis=iom.Basis.OFFICIAL, note="by hand")
CAPTURED = iom.Captured(spans=(iom.Span(start=0, end=4),))
PAGE = Page(
    path="/a",
    sections=(iom.Section(id="a", title="A"),),
    statement=iom.Statement(id="s", organization="o"),
    origin=CAPTURED,
    origins=iom.Origins({"path": CURATED}),
    seen=date(2024, 5, 4),
    by_name={"boats": iom.Figure(name="boats", value=3, unit="boat", origin=CURATED)},
)


def test_a_class_with_our_values_goes_out_and_comes_back() -> None:
    """What is unstructured is plain data, and is structured to the same value."""
    converter = make_converter()
    plain = converter.unstructure(PAGE)
    assert plain["origin"] == {"spans": [{"start": 0, "end": 4}], "document": None}
    assert plain["origins"] == {"path": {"basis": "official", "url": None, "note": "by hand"}}
    assert plain["seen"] == "2024-05-04"
    assert plain["statement"] == encode(PAGE.statement)
    assert type(plain["statement"]["blocks"]) is list
    assert converter.unstructure(iom.Origins({"path": CAPTURED})) == {"path": {"spans": [{"start": 0, "end": 4}], "document": None}}
    assert converter.structure(plain, Page) == PAGE
    assert converter.structure({"path": "/b"}, Page) == Page(path="/b")


def test_every_converter_is_a_new_one() -> None:
    """A hook registered on one is unknown to the next."""
    first, second = make_converter(), make_converter()
    first.register_structure_hook(str, lambda *_: "mine")
    assert first.structure("x", str) == "mine"
    assert second.structure("x", str) == "x"


@pytest.mark.parametrize(
    ("data", "cls", "expected"),
    [
        ("a", str, "a"),
        (1, int, 1),
        (1.5, float, 1.5),
        (True, bool, True),
        (b"a", bytes, b"a"),
        (None, None, None),
        (None, type(None), None),
        (None, int | None, None),
        (1, int | None, 1),
        (1, Number, 1),
        (1, Annotated[int, "a note"], 1),
        ([1, 2], list[int], [1, 2]),
        ((1, 2), list[int], [1, 2]),
        ([1, 2], tuple[int, ...], (1, 2)),
        ([1, "a"], tuple[int, str], (1, "a")),
        ([[1], []], list[list[int]], [[1], []]),
        ([1], Sequence[int], (1,)),
        ([1], collections.deque[int], collections.deque([1])),
        ([1, 1], set[int], {1}),
        ({1}, set[int], {1}),
        (frozenset({1}), frozenset[int], frozenset({1})),
        ({"a": 1}, dict[str, int], {"a": 1}),
        ({"a": 1}, Mapping[str, int], {"a": 1}),
        ({"wide": True}, Options, {"wide": True}),
        ({"x": 1}, Point, Point(1)),
        ({}, Empty, Empty()),
        ("red", Colour, Colour.RED),
        (1, Level, Level.LOW),
        ("a", Literal["a", "b"], "a"),
        ("red", Literal[Colour.RED], Colour.RED),
        ("2024-05-04", date, date(2024, 5, 4)),
        ([5, "a"], Any, [5, "a"]),
        ({"start": 0, "end": 4}, iom.Span, iom.Span(start=0, end=4)),
        ({"spans": [{"start": 0, "end": 4}]}, iom.Captured | iom.Curated, CAPTURED),
        ({"basis": "official", "note": "by hand"}, iom.Captured | iom.Curated, CURATED),
        ({"basis": "official", "note": "by hand"}, typing.Optional[iom.Captured | iom.Curated], CURATED),  # noqa: UP045
        (None, typing.Optional[iom.Captured | iom.Curated], None),  # noqa: UP045
        ({"findings": []}, iom.Report, iom.Report()),
        ([{"start": 0, "end": 4}], list[iom.Span], [iom.Span(start=0, end=4)]),
        ({"a": {"spans": [{"start": 0, "end": 4}]}}, iom.Origins, iom.Origins({"a": CAPTURED})),
    ],
)
def test_structures_what_is_of_the_right_type(data: Any, cls: Any, expected: Any) -> None:
    """Every sort of type that cattrs knows is still known."""
    found = make_converter().structure(data, cls)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("data", "cls"),
    [
        (1, str),
        (None, str),
        ("1", int),
        (1.0, int),
        (True, int),
        (1, float),
        ("1.5", float),
        (1, bool),
        ("false", bool),
        (5, bytes),
        ("", None),
        (0, type(None)),
        ("1", int | None),
        ("1", Number),
        ("1", Annotated[int, "a note"]),
        ("ab", list[str]),
        ("ab", tuple[str, ...]),
        ("ab", tuple[str, str]),
        ("ab", Sequence[str]),
        ("ab", set[str]),
        ("ab", list),
        ({"a": 1}, list[str]),
        ({"a": 1}, tuple[str, ...]),
        ({"a": 1}, set[str]),
        ({1}, list[int]),
        (b"ab", list[int]),
        ("ab", collections.deque[str]),
        ([("a", 1)], dict[str, int]),
        ([], dict[str, int]),
        ([], Options),
        ([], Empty),
        ("", Empty),
        ([], Point),
        ("blue", Colour),
        (True, Level),
        (1.0, Level),
        ("c", Literal["a", "b"]),
        (True, Literal[1]),
        ("2024-5-4", date),
        (20240504, date),
        (None, iom.Captured | iom.Curated),
        ([], iom.Origins),
        ({"a": {}}, iom.Origins),
        ({"start": 0}, iom.Span),
        ("ab", iom.Span),
    ],
)
def test_refuses_what_is_not(data: Any, cls: Any) -> None:
    """Nothing is coerced; every refusal is one of ours."""
    with pytest.raises((iom.InvalidValue, iom.InvalidData)):
        make_converter().structure(data, cls)


@pytest.mark.parametrize(
    ("data", "cls", "message"),
    [
        (5, str, "str: expected a value of type str, found 5"),
        ("x", type(None), "NoneType: expected a value of type NoneType, found 'x'"),
        ("ab", list[str], "list[str]: expected an array, found 'ab'"),
        ("ab", set[str], "set[str]: expected an array or a set, found 'ab'"),
        ([], dict[str, int], "dict[str, int]: expected an object, found an array of 0 elements"),
        ("blue", Colour, "Colour: expected one of 'red', found 'blue'"),
        (True, Literal[1, "a"], "Literal[1, 'a']: expected one of 1, 'a', found true"),
        ("x", date, "date: expected a date such as '2023-09-18', found 'x'"),
        ([], iom.Origins, "Origins: expected an object of origins by field name, found an array of 0 elements"),
        ("x", None, "None: expected a value of type None, found 'x'"),
    ],
)
def test_refusals_name_the_type_and_what_was_found(data: Any, cls: Any, message: str) -> None:
    """One line each."""
    with pytest.raises(iom.InvalidValue) as caught:
        make_converter().structure(data, cls)
    assert str(caught.value) == message


def test_unknown_keys_and_faults_of_our_values_are_found_beside_one_another() -> None:
    """Faults come in one group; those of our values carry pointers."""
    with pytest.raises(ClassValidationError) as caught:
        make_converter().structure({"path": 5, "pth": "x", "statement": {"id": "S", "blocks": "x"}}, Page)
    sorts = {type(each).__name__ for each in caught.value.exceptions}
    assert sorts == {"InvalidValue", "InvalidData", "ForbiddenExtraKeysError"}
    (ours,) = [each for each in caught.value.exceptions if isinstance(each, iom.InvalidData)]
    assert [each.pointer for each in ours.findings] == ["", "/id", "/blocks"]


def test_faults_of_elements_keep_their_index() -> None:
    """Of a list every faulty element is told."""
    with pytest.raises(IterableValidationError) as caught:
        make_converter().structure([1, "2", 3, None], list[int])
    assert [str(each) for each in caught.value.exceptions] == [
        "int: expected a value of type int, found '2'",
        "int: expected a value of type int, found null",
    ]


def test_classes_that_hold_themselves_are_guarded_at_every_level() -> None:
    """A tree is read, and an array where an object belongs is refused at the top as below."""
    converter = make_converter()
    assert converter.structure({"below": [{}, {"below": []}]}, Tree) == Tree(below=[Tree(), Tree()])
    with pytest.raises(iom.InvalidValue):
        converter.structure([], Tree)
    with pytest.raises(ClassValidationError) as caught:
        converter.structure({"below": [[]]}, Tree)
    assert "Tree: expected an object, found an array of 0 elements" in "".join(traceback.format_exception(caught.value))


def test_threads_share_a_converter() -> None:
    """While one thread prepares a type, the others still refuse what it must refuse."""
    for _ in range(20):
        converter = make_converter()
        start = threading.Barrier(4)

        def structure(_: int, converter: Any = converter, start: threading.Barrier = start) -> bool:
            start.wait()
            try:
                converter.structure("ab", list[list[str]])
            except iom.InvalidValue:
                return True
            return False

        with ThreadPoolExecutor(4) as pool:
            assert all(pool.map(structure, range(4)))


def test_hooks_of_the_user_go_first() -> None:
    """A project may read our values otherwise, on its own converter."""
    converter = make_converter()
    converter.register_structure_hook_func(lambda cls: cls is iom.Span, lambda data, _: iom.Span(start=data[0], end=data[1]))
    assert converter.structure([[0, 4]], tuple[iom.Span, ...]) == (iom.Span(start=0, end=4),)


def test_what_cattrs_does_not_know_is_still_unknown() -> None:
    """A type without a hook is not guessed at."""
    with pytest.raises(StructureHandlerNotFoundError):
        make_converter().structure("x", complex)
