"""A capture cut into lines, each with its exact place in the text as given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.folding import fold
from iom_content.language.invisible import bare
from iom_content.model.origins import Captured, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LABEL: Final = 100
"""Most code points the label of a section may have; longer lines are prose."""


class Line(NamedTuple):
    """A line, or a part of one: what is owned, and the cleaned text inside."""

    start: int
    """First code point that is not blank."""
    end: int
    """The code point after the last that is not blank."""
    at: int
    """Where `text` starts."""
    text: str
    """What is left without blanks and invisible characters at the edges; empty if all of it is invisible."""
    indent: int
    """How many blanks stand before it in its line."""
    apart: bool
    """Whether a blank line stands before it."""

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(start=self.start, end=self.end)

    @property
    def origin(self) -> Captured:
        """Its place, as the origin of a value."""
        return Captured(spans=(self.span,))

    @property
    def label(self) -> str:
        """Its text folded, if it is short enough for a label; else empty."""
        return fold(self.text) if len(self.text) <= MAX_LABEL else ""


def lines_of(text: str) -> tuple[Line, ...]:
    r"""Return the lines of `text` that are not blank.

    Args:
        text: A capture's text.

    Returns:
        One line for each line of `str.splitlines` that holds more than blanks, in reading order.

    Example:
        >>> [(line.start, line.end, line.text) for line in lines_of("-\r\n  Who we are \n\nAbout")]
        [(0, 1, '-'), (5, 15, 'Who we are'), (18, 23, 'About')]
    """
    return tuple(_cut(text))


def signature_start(text: str) -> int | None:
    r"""Return where the signature of a text starts: its last line of two hyphens and a blank, as mail has it (RFC 3676).

    Args:
        text: A capture's text.

    Returns:
        The offset of that line; None if there is none. What follows it is no part of the text.

    Example:
        >>> signature_start("A text.\n-- \nA name"), signature_start("A text.\n--\nMore of it")
        (8, None)
    """
    place = max(text.rfind("\n-- \n"), text.rfind("\n-- \r\n")) + 1
    return place or (0 if text.startswith(("-- \n", "-- \r\n")) else None)


def part_of(text: str, start: int, end: int) -> Line | None:
    """Return a stretch of a capture as a line.

    Args:
        text: The capture's text.
        start: First code point.
        end: The code point after the last.

    Returns:
        The stretch without its outer blanks; None if nothing else is there.

    Example:
        >>> part_of("- 2030 Agenda", 1, 13)
        Line(start=2, end=13, at=2, text='2030 Agenda', indent=1, apart=False)
    """
    return _line(text[start:end], start, apart=False)


def _cut(text: str) -> Iterator[Line]:
    start = 0
    apart = False
    for raw in text.splitlines(keepends=True):
        line = _line(raw, start, apart=apart)
        if line is not None:
            yield line
        apart = line is None
        start += len(raw)


def _line(raw: str, start: int, *, apart: bool) -> Line | None:
    stripped = raw.strip()
    if not stripped:
        return None
    indent = len(raw) - len(raw.lstrip())
    text = bare(stripped)
    return Line(start + indent, start + indent + len(stripped), start + indent + stripped.index(text), text, indent, apart)
