"""An invented page of the form with a navigation block."""

from __future__ import annotations

import sys

import pytest

NAVIGATION = """-
Who we are
WHO WE AREThe International Organization for Migration (IOM), promoting since 1931 lamps, has 12 member states and presence in 9 countries.
-
Our Work
Our WorkPromoting since 1931 what lanterns can do, it lends them to those who walk at night.
What We Do
What We Do
Partnerships
PARTNERSHIPS
- Where we work
-
Take Action
Take Action
Work with us
Work with us
- Data and Research
- 2030 Agenda
"""


@pytest.fixture
def navigation() -> str:
    """Return the lines of a navigation block, the last with its line end."""
    return NAVIGATION


@pytest.fixture(scope="session", autouse=True)
def fresh_words() -> None:
    """Read the word lists anew, so that a change in what reads them is tested whatever ran before."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("iom_content.language.", "iom_content.reading.")):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
