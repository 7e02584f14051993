"""Reads plain text: blank lines part paragraphs, list markers and `>` open their blocks."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from iom_content.checks.prose.builder import Builder

__all__ = ["read_plain"]

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")
_MARKER: Final = re.compile(r"[ \t]*(?:[-*+\u2022\u2023\u2043\u25aa\u25cf\xb7]|\d{1,3}[.)])[ \t]+(?=\S)")
_QUOTED: Final = re.compile(r"[ \t]*>[> \t]*")
# Lines that are longer were hardly broken to fit a page: each is a paragraph, if a sentence ends with it.
_LONGEST_WRAPPED: Final = 120
_SENTENCE_END: Final = re.compile(r"[.!?\u2026:\"\u201d\xbb][\"'\u201d\u2019\u201c\xbb)\]]*[ \t]*\Z")
_INTRODUCES: Final = re.compile(r":[ \t\r\n]*\Z")
_LEAST_INDENT: Final = 2


class _Line(NamedTuple):
    start: int
    """Where its text starts, behind a marker."""
    end: int
    after: int
    """Where the next line starts."""


def read_plain(text: str, builder: Builder) -> None:
    """Tell a builder what a plain text holds; any of its lines may also be a comment.

    Args:
        text: The article.
        builder: What collects the runs.
    """
    reader = _Reader(text, builder)
    for match in _LINE.finditer(text):
        if match.end() > match.start():
            reader.line(_Line(match.start(), match.end(1), match.end()))
    reader.end_block()


class _Reader:
    def __init__(self, text: str, builder: Builder) -> None:
        self._text = text
        self._builder = builder
        self._kind = ""
        self._lines: list[_Line] = []
        self._in_quotation = False
        # Of the paragraph before: its indent, and whether it announces something.
        self._indent = 0
        self._announced = False

    def line(self, line: _Line) -> None:
        """Take the next line."""
        text = self._text
        if "iom-content" in text[line.start : line.end]:
            self._builder.comment(text[line.start : line.end], line.start, line.end)
        quoted = _QUOTED.match(text, line.start, line.end)
        item = _MARKER.match(text, line.start, line.end) if self._kind in ("", "li") else None
        if quoted is not None:
            self._add("blockquote", line._replace(start=quoted.end()))
        elif not text[line.start : line.end].strip():
            self.end_block()
        elif item is not None:
            self.end_block()
            self._add("li", line._replace(start=item.end()))
        elif self._kind == "blockquote" or (self._lines and self._is_whole(self._lines[-1])):
            self.end_block()
            self._add("p", line)
        else:
            self._add(self._kind or "p", line)

    def end_block(self) -> None:
        """End the block of the lines before."""
        if not self._lines:
            return
        block = self._text[self._lines[0].start : self._lines[-1].end]
        indent = min(_indent(self._text[line.start : line.end]) for line in self._lines)
        # An indented paragraph that the one before announces is a quotation.
        outer = "blockquote" if self._kind == "p" and self._announced and indent >= self._indent + _LEAST_INDENT else self._kind
        self._builder.open(outer, self._lines[0].start)
        self._emit()
        self._builder.close(outer)
        self._announced = _INTRODUCES.search(block) is not None
        self._indent = indent
        self._kind, self._lines = "", []

    def _add(self, kind: str, line: _Line) -> None:
        if kind != self._kind:
            self.end_block()
            self._kind = kind
        self._lines.append(line)

    def _emit(self) -> None:
        for line in self._lines:
            if not self._text[line.start : line.end].strip():
                # Only a quotation holds blank lines, behind their markers.
                self._builder.open("p", line.start)
                self._builder.close("p")
                continue
            self._builder.text(self._text[line.start : line.end], line.start, line.end)
            if line is not self._lines[-1]:
                self._builder.text(self._text[line.end : line.after], line.end, line.after)

    def _is_whole(self, line: _Line) -> bool:
        """Tell whether a line is a paragraph of its own."""
        return line.end - line.start > _LONGEST_WRAPPED and _SENTENCE_END.search(self._text, line.start, line.end) is not None


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
