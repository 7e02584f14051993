"""How far a long run is, for people who wait at a terminal."""

from __future__ import annotations

import time
from typing import Final

from iom_content.cli.terminal import Terminal

__all__ = ["Progress"]

_PATIENCE: Final = 0.5
_PAUSE: Final = 0.1


class Progress:
    """A line on standard error that counts files and goes away again; none where nobody watches or nothing takes long."""

    def __init__(self, terminal: Terminal, total: int) -> None:
        """Start the clock.

        Args:
            terminal: Where the line goes.
            total: How many files there are.
        """
        self._terminal = terminal
        self._total = total
        self._next = time.monotonic() + _PATIENCE
        self._shown = ""
        self._watched = total > 1 and terminal.err.isatty()

    def tell(self, done: int) -> None:
        """Say how many files are done, if it is time to."""
        if self._watched and time.monotonic() >= self._next:
            self._next = time.monotonic() + _PAUSE
            self._write(f"{done} of {self._total} files")

    def clear(self) -> None:
        """Take the line away, before other output or at the end."""
        if self._shown:
            self._write("")

    def _write(self, words: str) -> None:
        self._terminal.status(f"\r{words.ljust(len(self._shown))}" + ("" if words else "\r"))
        self._shown = words
