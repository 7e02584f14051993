"""Values are immutable and safe to share."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.testing.register import STRATEGIES

CLASSES = [getattr(iom, name) for classes in STRATEGIES.values() for name in classes]
ERRORS: list[iom.ContentError] = [
    iom.NotFound("section", "a", ("b",), ("b", "c")),
    iom.InvalidValue("Span", "/end", "an end", "5"),
    iom.InvalidData("section", (iom.Finding(rule="type", message="wrong"),)),
    iom.UnreadableInput("input", "not UTF-8", "save it as UTF-8"),
    iom.DatasetError("terms.json", "missing"),
    iom.UnsupportedValue("text", "cannot carry it"),
    iom.MissingExtra("testing", "hypothesis"),
]
values = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
relaxed = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@values
@relaxed
@given(data=st.data())
def test_copies_of_any_kind_are_equal_and_hash_alike(cls: type, data: st.DataObject) -> None:
    """Pickling under every protocol, copying and deep copying give an equal value with an equal hash."""
    value = data.draw(st.from_type(cls))
    again = [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
    for other in (*again, copy.copy(value), copy.deepcopy(value)):
        assert type(other) is cls
        assert other == value
        assert hash(other) == hash(value)
        assert {value: 1}[other] == 1
    assert value != object()


@values
@relaxed
@given(data=st.data())
def test_nothing_can_be_set_or_deleted(cls: type, data: st.DataObject) -> None:
    """No field, no private part and no new attribute can be assigned or deleted."""
    value = data.draw(st.from_type(cls))
    names = [field.name for field in attrs.fields(cls)] if attrs.has(cls) else ["_pairs"]
    for name in (*names, "anything"):
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(value, name, None)
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            delattr(value, name)
    assert not hasattr(value, "__dict__")


@values
@relaxed
@given(data=st.data())
def test_reprs_are_short_lines(cls: type, data: st.DataObject) -> None:
    """A repr counts, it never dumps: one line of at most 250 characters."""
    text = repr(data.draw(st.from_type(cls)))
    assert len(text) <= 250
    assert len(text.splitlines()) == 1


@values
@relaxed
@given(data=st.data())
def test_evolving_nothing_changes_nothing(cls: Any, data: st.DataObject) -> None:
    """A value evolved without changes is equal, and two values differ exactly if a field does."""
    if cls is iom.Origins:
        return
    value, other = data.draw(st.from_type(cls)), data.draw(st.from_type(cls))
    assert attrs.evolve(value) == value
    fields = [field.name for field in attrs.fields(cls)]
    assert (value == other) is all(getattr(value, name) == getattr(other, name) for name in fields)


def test_threads_and_processes_share_values() -> None:
    """A catalog passes through threads and processes unchanged."""
    catalog = iom.load()
    with ThreadPoolExecutor(4) as threads:
        assert all(other == catalog for other in threads.map(copy.copy, [catalog] * 8))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        assert list(processes.map(copy.copy, [catalog])) == [catalog]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_are_values(error: iom.ContentError) -> None:
    """Errors compare, hash, copy and pickle by class and fields, and their message is built from them."""
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert other == error
        assert hash(other) == hash(error)
        assert str(other) == str(error)
    assert error != type(error)(*error.args[:-1], "else")
    assert error != iom.ContentError(*error.args)


@given(st.text(), st.text(), st.lists(st.text()).map(tuple), st.sampled_from(ERRORS))
def test_errors_of_any_content_pickle(first: str, second: str, names: tuple[str, ...], other: iom.ContentError) -> None:
    """Whatever an error holds, a copy of it from elsewhere is the same value and says the same."""
    for error in (
        iom.NotFound(first, second, names, names),
        iom.InvalidValue(first, second, first, second),
        iom.UnreadableInput(first, second, first),
        iom.DatasetError(first, second),
        iom.UnsupportedValue(first, second),
        iom.MissingExtra(first, second),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert (again, hash(again), str(again)) == (error, hash(error), str(error))
        assert error != other or error.args == other.args


def test_a_lookup_is_immutable_and_equal_in_order_only() -> None:
    """Two look-ups are equal if kind, names, values and order are."""
    one = iom.Lookup("thing", {"a": 1, "b": 2})
    assert one == iom.Lookup("thing", [("a", 1), ("b", 2)])
    assert hash(one) == hash(iom.Lookup("thing", [("a", 1), ("b", 2)]))
    assert one != iom.Lookup("thing", {"b": 2, "a": 1})
    assert one != iom.Lookup("other", {"a": 1, "b": 2})
    assert one != {"a": 1, "b": 2}
    assert repr(one) == "<Lookup 2 things>"
    assert repr(iom.Lookup("thing", {"a": 1})) == "<Lookup 1 thing>"
    for name in ("kind", "_values", "other"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, name, 1)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(one, name)


def test_a_lookup_is_made_of_what_it_is_given_then() -> None:
    """Changing the dict afterwards changes nothing."""
    source = {"a": 1}
    lookup = iom.Lookup("thing", source)
    source["b"] = 2
    assert list(lookup) == ["a"]


def test_a_miss_names_what_is_near_or_what_there_is() -> None:
    """Near names go before a short list of all names; odd keys miss like any other."""
    lookup = iom.Lookup("thing", {"harbour": 1, "lantern": 2})
    with pytest.raises(iom.NotFound) as caught:
        lookup["harbor"]
    assert caught.value == iom.NotFound("thing", "harbor", ("harbour",), ())
    with pytest.raises(KeyError) as plain:
        lookup["x"]
    assert plain.value == iom.NotFound("thing", "x", (), ("harbour", "lantern"))
    with pytest.raises(iom.NotFound) as odd:
        lookup[["x"]]  # type: ignore[index]
    assert odd.value.name == "['x']"
    assert lookup.get("x") is None
    many = iom.Lookup("thing", {str(number): number for number in range(13)})
    with pytest.raises(iom.NotFound) as long:
        many["none"]
    assert long.value == iom.NotFound("thing", "none", (), ())
