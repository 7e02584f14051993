"""The four kinds, and the names of classes in messages."""

from __future__ import annotations

from typing import Any

import pytest

import iom_content as iom
from iom_content.codec.kinds import KINDS, element_of, name_of


def test_there_are_four_kinds() -> None:
    """Each kind is named after its class."""
    assert dict(KINDS) == {"organization": iom.Organization, "section": iom.Section, "statement": iom.Statement, "document": iom.Document}


def test_an_unknown_kind_names_what_is_near() -> None:
    """A misspelt kind is not found, with the near one."""
    with pytest.raises(iom.NotFound) as caught:
        KINDS["sektion"]
    assert caught.value == iom.NotFound("kind", "sektion", ("section",))


@pytest.mark.parametrize(
    ("cls", "element", "name"),
    [
        (iom.Section, None, "section"),
        (iom.BlockKind, None, "block kind"),
        (tuple[iom.Term, ...], iom.Term, "array of terms"),
        (tuple[int, int], None, "tuple"),
        (tuple[int], None, "tuple"),
        (list[int], None, "list"),
        (dict[str, ...], None, "dict"),  # type: ignore[misc]
        (5, None, "5"),
    ],
)
def test_classes_and_arrays_of_them_have_names(cls: Any, element: Any, name: str) -> None:
    """Only `tuple[C, ...]` is an array of C."""
    assert (element_of(cls), name_of(cls)) == (element, name)
