"""Records of other schema versions: older ones step by step, newer ones refused."""

from __future__ import annotations

from typing import Any

import pytest

import iom_content as iom
from iom_content.codec.migrations import STEPS, migrate, version_fault


def renamed(data: dict[str, Any]) -> dict[str, Any]:
    """Take a made-up version 1 to version 2."""
    return {"title" if key == "label" else key: value for key, value in data.items()}


def numbered(data: dict[str, Any]) -> dict[str, Any]:
    """Take a made-up version 2 to version 3."""
    return {**data, "seen": data["schema_version"]}


def test_each_step_is_taken_in_turn() -> None:
    """A record of version 1 passes through 2 to 3, and is left as it was."""
    data = {"label": "A", "schema_version": 1}
    assert migrate(data, steps={1: renamed, 2: numbered}, current=3) == {"title": "A", "seen": 2, "schema_version": 3}
    assert migrate({"label": "A", "schema_version": 2}, steps={1: renamed, 2: numbered}, current=3) == {
        "label": "A",
        "seen": 2,
        "schema_version": 3,
    }
    assert data == {"label": "A", "schema_version": 1}


def test_there_is_a_step_for_every_older_version() -> None:
    """Whoever raises the version adds the step that leads to it."""
    assert sorted(STEPS) == list(range(1, iom.SCHEMA_VERSION))


@pytest.mark.parametrize(
    "data",
    [
        {"id": "a"},
        {"schema_version": 1},
        {"schema_version": 0},
        {"schema_version": "2"},
        {"schema_version": True},
        {"schema_version": None},
        [],
        None,
        5,
    ],
)
def test_what_is_current_or_no_version_is_left_alone(data: Any) -> None:
    """A missing version means the current one; what is none is left to decoding."""
    assert migrate(data) is data


def test_a_newer_version_is_refused() -> None:
    """The finding says what to do."""
    with pytest.raises(iom.InvalidData) as caught:
        migrate({"schema_version": 2}, kind="section")
    assert caught.value.kind == "section"
    assert str(caught.value.findings[0]) == (
        "/schema_version: schema version 2 is newer than 1, the newest that this version of iom-content knows; "
        "python3 -m pip install --upgrade iom-content"
    )


def test_a_version_that_no_step_leaves_is_refused() -> None:
    """A gap in the steps is said, not skipped."""
    with pytest.raises(iom.InvalidData) as caught:
        migrate({"schema_version": 1}, steps={2: numbered}, current=3)
    finding = caught.value.findings[0]
    assert (caught.value.kind, finding.rule, finding.pointer) == ("record", "schema-version", "/schema_version")
    assert finding.message == "schema version 1 is too old: nothing leads from 1 to 2"


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (1, None),
        (0, "expected the integer 1, found 0"),
        (True, "expected the integer 1, found true"),
        (1.0, "expected the integer 1, found 1.0"),
        (None, "expected the integer 1, found null"),
        (2, "schema version 2 is newer than 1, the newest that this version of iom-content knows"),
    ],
)
def test_only_the_current_version_is_sound(version: Any, message: str | None) -> None:
    """What should be current and is not is told at its pointer."""
    found = version_fault(version, "/x/schema_version")
    assert (found and found.message) == message
    assert found is None or found.excerpt == (message or "").rpartition("found ")[2] or found.excerpt == "2"
    assert found is None or found.expected in ("the integer 1", "at most 1")
    assert found is None or (found.rule, found.pointer) == ("schema-version", "/x/schema_version")
