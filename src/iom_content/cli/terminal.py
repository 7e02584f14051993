"""Where output goes: its width, its characters and its colours."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Generator
from typing import Final, TextIO

from iom_content.cli.characters import encoding_of, fitted
from iom_content.errors import UnreadableInput
from iom_content.serializers.wording import visible

__all__ = ["Terminal"]

_WIDTH: Final = 80
_NARROWEST: Final = 40
_WIDEST: Final = 100
_STYLES: Final = {"title": "bold", "label": "cyan", "dim": "dim", "good": "green", "bad": "bold red"}


class Terminal:
    """The standard streams as this process has them."""

    def __init__(self) -> None:
        """Look at the streams and the environment once."""
        # A stream that was closed before the start is None; what is written to it goes nowhere, as with print().
        self.out: TextIO = sys.stdout or io.StringIO()
        self.err: TextIO = sys.stderr or io.StringIO()
        self.interactive: bool = self.out.isatty()
        columns = shutil.get_terminal_size((_WIDTH, 24)).columns if self.interactive else _WIDTH
        self.width: int = max(_NARROWEST, min(columns, _WIDEST))
        self.fitting: int | None = self.width if self.interactive else None
        self.colour: bool = self.interactive and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def write(self, text: str, form: str = "text") -> None:
        """Write text to standard output, in characters that its encoding has.

        Args:
            text: What to write; control characters in it are the caller's.
            form: Name of its format, which knows how to write a character that the encoding lacks.
        """
        self._out(fitted(text, encoding_of(self.out), form))

    def line(self, text: str = "") -> None:
        """Write a line to standard output."""
        self.write(f"{text}\n")

    def content(self, text: str, form: str) -> None:
        """Write the content of a file to standard output: the same bytes as in a file, but for people to read on a terminal."""
        buffer = getattr(self.out, "buffer", None)
        if self.interactive or buffer is None:
            self.write(text, form)
            return
        self.flush()
        with self._output():
            buffer.write(text.encode())

    def message(self, text: str) -> None:
        """Write a line to standard error, where messages go; hostile characters in it are spelled out."""
        try:
            self.err.write(fitted(f"{visible(text)}\n", encoding_of(self.err), "text"))
            self.err.flush()
        except OSError:
            # Where nobody can be told, the exit code still tells.
            _abandon(self.err)

    def status(self, text: str) -> None:
        """Write to standard error without a line end, for what the next output replaces."""
        with contextlib.suppress(OSError):
            self.err.write(text)
            self.err.flush()

    def flush(self) -> None:
        """Hand over what is buffered for standard output."""
        with self._output():
            self.out.flush()

    def abandon(self) -> None:
        """Drop what is still buffered for standard output, so that nobody tries it again when the interpreter ends."""
        _abandon(self.out)

    def _out(self, text: str) -> None:
        with self._output():
            self.out.write(text)

    @contextlib.contextmanager
    def _output(self) -> Generator[None]:
        """Tell a full disk from a reader that went away, which is no fault."""
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            self.abandon()
            raise UnreadableInput("standard output", f"cannot be written: {error.strerror}") from None

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


def _abandon(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
