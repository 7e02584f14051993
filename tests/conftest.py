"""What all tests share: Hypothesis profiles and the refusal to skip in silence."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

import iom_content as iom

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent

# Shared machines stall: a deadline would measure them. `derandomize` keeps a verdict the same for the same commit;
# the long profile is the one that searches further at each run.
settings.register_profile("default", max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), max_examples=100, print_blob=True)
settings.register_profile("nightly", settings.get_profile("default"), max_examples=2_000, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "default")

REQUIRE_ALL = os.environ.get("IOM_CONTENT_REQUIRE_ALL") == "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks programs of other makers, which have to be installed: the folders `conformance` and `browser`."""
    for item in items:
        if {"conformance", "browser"}.intersection(item.path.relative_to(ROOT).parts):
            item.add_marker("judge")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


Covering = Callable[[iom.Document], list[tuple[str, iom.Span]]]


@pytest.fixture(scope="session")
def covering() -> Covering:
    """Return a function that gives the spans which cover a capture, those of values and of residue, in reading order."""

    def spans(document: iom.Document) -> list[tuple[str, iom.Span]]:
        residue = [(f"/residue/{index}", span) for index, each in enumerate(document.residue) for span in each.spans]
        return sorted((*document.iter_spans(), *residue), key=lambda each: (each[1].start, each[1].end))

    return spans


Growth = Callable[[Callable[[int], object], int], float]


@pytest.fixture(scope="session")
def growth() -> Growth:
    """Return a function that tells how many times the lines run when another is given four times as much: 4 where cost is linear.

    Lines are counted, since seconds say more of a machine and of what else it does. What one line makes C do is not seen.
    """

    def times(run: Callable[[int], object], size: int) -> float:
        run(1)
        return _lines_run(lambda: run(4 * size)) / _lines_run(lambda: run(size))

    return times


def _lines_run(run: Callable[[], object]) -> int:
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="session")
def browser() -> Generator[Browser]:
    """Return the system's Chromium, driven by playwright; without either the test is skipped.

    It is the one of the whole run: playwright allows a thread no second driver.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no chromium on the path")
    with playwright.sync_playwright() as driver:
        # Without a sandbox, for tests may run as root, where Chromium has none.
        launched = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            yield launched
        finally:
            launched.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count a skipped test as failed where every tool is required to be there."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped though IOM_CONTENT_REQUIRE_ALL=1: {call.excinfo and call.excinfo.value}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Count a skipped file as failed where every tool is required to be there."""
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped though IOM_CONTENT_REQUIRE_ALL=1"
    return report
