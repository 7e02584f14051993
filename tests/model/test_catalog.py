"""Look-ups answer, refuse and suggest."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.model import catalog

SHELVES = iom.Lookup("shelf", {"upper-shelf": 1, "lower-shelf": 2})


@pytest.mark.parametrize("name", ["Upper-Shelf", "UPPER SHELF", "upper_shelf", "uper-shelf"])
def test_case_blanks_and_underscores_are_near(name: str) -> None:
    """A name that only looks different from the one meant is never far from it."""
    with pytest.raises(iom.NotFound) as caught:
        SHELVES[name]
    assert caught.value.near[0] == "upper-shelf"


def test_long_names_are_compared_by_their_beginning() -> None:
    """What is near is found in a moment, however long the missed name is."""
    assert SHELVES.near("upper-shelf" + "-" * 1_000_000) == ()


def test_only_errors_look_for_near_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking whether a name is there, or for a default, costs no comparison of names."""
    monkeypatch.delattr(catalog, "near_names")
    assert "shelf" not in SHELVES
    assert "upper-shelf" in SHELVES
    assert [] not in SHELVES  # type: ignore[comparison-overlap]
    assert SHELVES.get("shelf") is None
    assert SHELVES.get("shelf", 0) == 0
    assert SHELVES.get("upper-shelf", 0) == 1


@pytest.mark.parametrize("key", [None, 1, [], ("upper-shelf",)])
def test_what_is_no_text_is_missed_like_any_name(key: object) -> None:
    """A key of another type is not found; it is nothing worse."""
    with pytest.raises(iom.NotFound, match="no shelf"):
        SHELVES[key]  # type: ignore[index]
