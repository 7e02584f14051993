"""The kind of a record, told by its keys."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.checks.kinds import kind_of, untold
from iom_content.codec.decode import encode
from iom_content.codec.kinds import KINDS
from iom_content.codec.plain import is_object


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"id": "a", "title": "A"}, "section"),
        ({"id": "a", "title": "A", "summary": "B", "origins": {}}, "section"),
        ({"id": "a", "organization": "o"}, "statement"),
        ({"id": "a", "organization": "o", "title": "A"}, None),
        ({"id": "a", "name": "A"}, "organization"),
        ({"figures": 5}, "organization"),
        ({"blocks": 5, "title": "A"}, "statement"),
        ({"capture": None}, "document"),
        ({"heading": "A"}, "section"),
        ({"blocks": [], "children": []}, None),
        ({"blocks": [], "children": [], "published": None}, "statement"),
        ({"id": "a", "titel": "A"}, None),
        ({}, None),
        ({5: 1}, None),
        ([], None),
        ("section", None),
        (None, None),
    ],
)
def test_keys_tell_the_kind(data: Any, kind: str | None) -> None:
    """What one kind alone has speaks for it; a tie tells nothing; without such keys the required ones do, if but for one kind."""
    assert kind_of(data) == kind


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=st.data())
def test_every_record_that_is_written_tells_its_kind(kind: str, data: st.DataObject) -> None:
    """Law: all keys are written, so that every value we write is known again."""
    assert kind_of(encode(data.draw(st.from_type(KINDS[kind])))) == kind


def test_what_is_not_told_is_a_finding() -> None:
    """It says what would tell."""
    assert untold() == iom.Finding(
        rule="kind-unknown",
        message="the keys do not tell what kind of record this is",
        expected="the keys of one of organization, section, statement, document",
        hint="name the kind",
    )
    assert is_object({})
