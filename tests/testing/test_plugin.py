"""The plugin of pytest, as a project's own tests use it."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

TESTS = """
import iom_content as iom

def test_catalog(iom_catalog):
    assert iom_catalog == iom.load()

def test_true_words(assert_faithful, iom_catalog):
    assert_faithful("This is no easy task.", catalog=iom_catalog)

def test_changed_words(assert_faithful):
    assert_faithful("This is an easy task.")

def test_good_record(assert_valid):
    assert_valid({"id": "a", "title": "A"}, "section")

def test_bad_record(assert_valid):
    assert_valid('{"id": "About us", "titel": "A"}', "section")

def test_warned_record(assert_valid):
    assert_valid({"id": "a", "title": "e\\u0301"}, "section")
"""


def test_failures_show_the_answer(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fixtures pass what is right; of all else the message is the text rendering of the answer."""
    # A process of its own, with the plugin named: whether it is installed here as an entry point does not matter.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyfile(TESTS)
    done = pytester.runpytest_subprocess("-p", "iom_content.testing.plugin", "-p", "no:cacheprovider")
    done.assert_outcomes(passed=3, failed=3)
    done.stdout.fnmatch_lines(
        ["*test_changed_words*", "E *altered*", "*test_bad_record*", "E *missing key 'title'*", "E *unknown key 'titel'*"]
    )
    done.stdout.fnmatch_lines(["*test_warned_record*", "E *normal form C*"])
    # The lines of the plugin are hidden: a failure points at the test.
    done.stdout.no_fnmatch_line("*raise AssertionError*")


def test_pytest_starts_without_what_a_test_may_not_need() -> None:
    """Importing the plugin imports neither Hypothesis nor any room that reads records."""
    code = (
        "import sys, iom_content.testing.plugin\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'hypothesis', 'cattrs'} or name.startswith('iom_content.dataset')])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
