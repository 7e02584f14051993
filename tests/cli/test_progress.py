"""A line that counts, where somebody watches."""

from __future__ import annotations

import io
import sys
import time

import pytest

from iom_content.cli.progress import Progress
from iom_content.cli.terminal import Terminal


class Watched(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return a list whose only element is the time."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_a_long_run_is_counted_and_cleared(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    """Nothing at first, then at most ten times a second, and nothing is left of it."""
    monkeypatch.setattr(sys, "stderr", Watched())
    terminal = Terminal()
    line = Progress(terminal, 200)
    for moment, done in ((0.4, 1), (0.5, 100), (0.55, 101), (0.65, 99)):
        clock[0] = moment
        line.tell(done)
    line.clear()
    line.clear()
    assert isinstance(terminal.err, Watched)
    assert terminal.err.getvalue() == "\r100 of 200 files\r99 of 200 files \r               \r"


@pytest.mark.parametrize(("stream", "total"), [(io.StringIO, 200), (Watched, 1)])
def test_nobody_is_told_who_does_not_watch(
    monkeypatch: pytest.MonkeyPatch, clock: list[float], stream: type[io.StringIO], total: int
) -> None:
    """Where errors go into a file, or where there is one file alone."""
    monkeypatch.setattr(sys, "stderr", stream())
    terminal = Terminal()
    line = Progress(terminal, total)
    clock[0] = 9
    line.tell(1)
    line.clear()
    assert isinstance(terminal.err, io.StringIO)
    assert terminal.err.getvalue() == ""


def test_a_status_that_cannot_be_written_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on it."""

    class Full(io.StringIO):
        def write(self, _: str, /) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    Terminal().status("x")
