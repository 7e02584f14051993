"""Where output goes: its width, its characters and its colours."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import Final, TextIO

from iom_content.model.organization import Section

__all__ = ["Terminal"]

_WIDTH: Final = 80
# What stands in where the terminal's encoding lacks a character that is only dress.
_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "├": "|", "└": "`", "─": "-", "│": "|", "·": "-", "\xa0": " "}
)
_STYLES: Final = {"title": "bold", "label": "cyan", "dim": "dim", "good": "green", "bad": "bold red"}


class Terminal:
    """The standard streams as this process has them."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        """Look at the streams and the environment once."""
        self.out = sys.stdout if out is None else out
        self.err = sys.stderr if err is None else err
        interactive = self.out.isatty()
        columns = shutil.get_terminal_size((_WIDTH, 24)).columns if interactive else _WIDTH
        self.width = max(40, min(columns, 100))
        self.colour = interactive and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"

    def write(self, text: str) -> None:
        """Write text to standard output as it is, in characters that its encoding has."""
        self.out.write(_fitted(text, self.out))

    def line(self, text: str = "") -> None:
        """Write a line to standard output."""
        self.write(f"{text}\n")

    def message(self, text: str) -> None:
        """Write a line to standard error, where messages go."""
        self.err.write(_fitted(f"{text}\n", self.err))

    def styled(self, text: str, style: str) -> str:
        """Return text in a style, as far as the terminal shows styles and rich is installed."""
        if not self.colour:
            return text
        try:
            from rich.color import ColorSystem
            from rich.style import Style
        except ImportError:
            self.colour = False
            return text
        return Style.parse(_STYLES[style]).render(text, color_system=ColorSystem.STANDARD)

    def wrapped(self, text: str, indent: str = "") -> Iterator[str]:
        """Yield text in lines of the terminal's width."""
        yield from textwrap.wrap(
            text, self.width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
        ) or [""]

    def tree(self, sections: tuple[Section, ...], indent: str = "") -> Iterator[tuple[str, Section]]:
        """Yield each section below with the branch that leads to it."""
        for index, section in enumerate(sections):
            last = index == len(sections) - 1
            yield f"{indent}{'└─ ' if last else '├─ '}", section
            yield from self.tree(section.children, f"{indent}{'   ' if last else '│  '}")


def _fitted(text: str, stream: TextIO) -> str:
    """Return text in characters that a stream's encoding has; what it lacks is replaced or spelled out."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)
    return text
