"""Word lists are read afresh."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(scope="session", autouse=True)
def fresh_words() -> None:
    """Read the word lists anew, so that a change in what reads them is tested whatever ran before."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("iom_content.language.", "iom_content.reading.")):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
