"""One value by its id, and places for people."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.query.find import collections, find
from iom_content.query.places import lines_of


def test_every_value_is_found_by_its_id() -> None:
    """The value with an id is among those found, whatever its kind."""
    catalog = iom.load()
    for kind, each in collections(catalog).items():
        for key, value in each.items():
            assert value in find(catalog, key)
            assert find(catalog, f"{kind}:{key}") == (value,)


def test_a_miss_names_ids_of_any_kind() -> None:
    """Near misses come from all collections, or from the one that was named."""
    with pytest.raises(iom.NotFound) as caught:
        find(iom.load(), "im")
    assert caught.value == iom.NotFound("id", "im", ("iom",))
    with pytest.raises(iom.NotFound) as caught:
        find(iom.load(), "term:2030-agend")
    assert caught.value == iom.NotFound("term", "2030-agend", ("2030-agenda",))


def test_a_colon_after_no_kind_is_part_of_the_id() -> None:
    """Only the names of kinds lead to one collection."""
    with pytest.raises(iom.NotFound) as caught:
        find(iom.load(), "page:iom")
    assert (caught.value.kind, caught.value.name) == ("id", "page:iom")


def test_lines_count_from_one_and_come_once() -> None:
    """A span belongs to the line on which it begins."""
    text = "one\ntwo two\r\nthree"
    spans = tuple(iom.Span(start=start, end=start + 1) for start in (0, 3, 4, 8, 13))
    assert lines_of(text, spans) == (1, 2, 3)
    assert lines_of(text, ()) == ()
