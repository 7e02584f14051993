"""Small changes of plain data, each likely to plant a fault: what validators must not let pass."""

from __future__ import annotations

import copy
from typing import Any, Final, cast

from iom_content.errors import MissingExtra

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn
except ImportError:
    raise MissingExtra("testing", "hypothesis") from None

__all__ = ["mutated"]

# Values that stand where others belong: wrong types, near misses of each constraint, and things that only look right.
_INTRUDERS: Final[list[Any]] = [
    None, True, False, 0, 1, -1, 1.0, 2**53 - 1, 2**53, 10**40, float("nan"), "", " ", "\u2028", "\x00", "a", "a\n", "A", "a b", "a/b",
    "/a", "a-", "a--b", "\ud800", "x" * 3000, "175", "2023-09-18", "2023-02-30", "20230918", "2023-9-18", "2023-09-18T00:00:00", "0000",
    "2023", "2023-13", "en", "en-GB", "en_GB", "english", "http://a", "HTTP://a", "//a", "/a", "javascript:alert(1)", "https://a b",
    "a" * 64,     "A" * 64,
    "4e89fe63437d", "heading", "list_item", "truncated", "official", "exactly", [], {}, [None], ["a", "a"], ["truncated", "truncated"],
    {"a": 1},
    {"start": 0, "end": 1}, {"start": 1, "end": 1}, {"spans": []}, {"basis": "official"}, {"title": {"basis": "official", "note": "x"}},
    {"title": {"spans": [{"start": 0, "end": 9}]}}, [{"start": 0, "end": 4}, {"start": 2, "end": 6}], {"schema_version": 1},
]  # fmt: skip
_KEYS: Final = ["titel", "schema_version", "id", "origins", "a/b~c", "", "text", "spans"]


@st.composite
def mutated(draw: DrawFn, plain: Any) -> Any:
    """Return copies of plain data with one to three small changes: something replaced, dropped, added or wrapped.

    Args:
        draw: Given by Hypothesis.
        plain: An object or array, as JSON has them; it stays as it is.

    Example:
        >>> mutated({"id": "a", "title": "A"}).validate()
    """
    data = copy.deepcopy(plain)
    for _ in range(draw(st.integers(1, 3))):
        here: Any = draw(st.sampled_from(_containers(data)))
        intruder = copy.deepcopy(draw(st.sampled_from(_INTRUDERS)))
        keys: list[Any] = [*here] if isinstance(here, dict) else [*range(len(here))]
        change = draw(st.sampled_from(["replace", "replace", "replace", "drop", "add", "wrap"])) if keys else "add"
        if change == "add":
            _add(here, draw(st.sampled_from(_KEYS)), intruder)
            continue
        key = draw(st.sampled_from(keys))
        if change == "replace":
            here[key] = intruder
        elif change == "drop":
            del here[key]
        else:
            here[key] = [here[key], here[key]]
    return data


def _add(here: Any, key: str, intruder: Any) -> None:
    if isinstance(here, dict):
        here[key] = intruder
    else:
        here.append(intruder)


def _containers(data: Any) -> list[Any]:
    """Return every object and array within data, itself included."""
    found: list[Any] = []
    waiting = [data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict | list):
            found.append(here)
            inner = cast("dict[str, Any] | list[Any]", here)
            waiting.extend(inner.values() if isinstance(inner, dict) else inner)
    return found
