"""Where in a capture a span lies, for people."""

from __future__ import annotations

from collections.abc import Iterable

from iom_content.model.origins import Span

__all__ = ["lines_of"]


def lines_of(text: str, spans: Iterable[Span]) -> tuple[int, ...]:
    """Return the numbers of the lines on which spans begin, each once, in the order of the spans.

    Args:
        text: The capture's text; a line ends with a line feed, and the first has number 1.
        spans: Places in that text.

    Example:
        >>> import iom_content as iom
        >>> lines_of("one\\ntwo\\nthree", (iom.Span(start=4, end=7), iom.Span(start=8, end=13)))
        (2, 3)
    """
    return tuple(dict.fromkeys(text.count("\n", 0, span.start) + 1 for span in spans))
