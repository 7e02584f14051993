"""Reads HTML, whole pages and what stands of it in Markdown; `html.parser` finds the tags, the source keeps the places."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Final

from iom_content.checks.prose.builder import Builder
from iom_content.checks.prose.source import Fragment

__all__ = ["read_html"]

_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_LINE: Final = re.compile("\n")


def read_html(fragment: Fragment, builder: Builder) -> None:
    """Tell a builder what a stretch of HTML holds.

    Args:
        fragment: The HTML, with the place of each of its characters.
        builder: What collects the runs; elements may have been opened before and may stay open.
    """
    reader = _Reader(fragment, builder)
    # What is behind the last tag is text. The parser would look for an end of each `<` there, time and again.
    end = fragment.text.rfind(">") + 1
    # References are read from the source; the parser stumbles over some that are not well formed.
    reader.feed(fragment.text[:end].replace("&", " "))
    reader.close()
    reader.finish(end)


class _Reader(HTMLParser):
    def __init__(self, fragment: Fragment, builder: Builder) -> None:
        super().__init__(convert_charrefs=False)
        self._fragment = fragment
        self._builder = builder
        self._lines = [0, *(match.end() for match in _LINE.finditer(fragment.text))]
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._at()
        if tag == "br":
            self._builder.line_break(*self._range(at, at + len(self.get_starttag_text() or "<br>")))
        else:
            self._builder.open(tag, self._fragment.offset(at), dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._builder.close(tag)

    def handle_data(self, data: str) -> None:
        at = self._at()
        self._add(at, at + len(data))

    def handle_comment(self, data: str) -> None:
        at = self._at()
        self._builder.comment(self._fragment.text[at : at + 4 + len(data)], *self._range(at, at + 4 + len(data)))

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - the parser's own signature
        rawdata: str = self.rawdata
        for empty in ("<!-->", "<!--->"):
            if rawdata.startswith(empty, i):
                return i + len(empty)
        end: int = super().parse_comment(i, report)
        if end < 0:
            # A comment that is not closed goes on to the end, as it does in a browser.
            self.handle_comment(rawdata[i + 4 :])
            self._silent = True
            return len(rawdata)
        return end

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002, ARG002 - the parser's own signature
        # The parser knows the marked sections of SGML and refuses all others; in HTML they are comments.
        return self.parse_bogus_comment(i, False)

    def finish(self, end: int) -> None:
        """Read what is behind the last tag."""
        if not self._silent and not self.cdata_elem:
            self._add(end, len(self._fragment.text))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return self._fragment.offset(start), self._fragment.offset(end - 1) + 1

    def _add(self, start: int, end: int) -> None:
        """Add the text of a range, its references read."""
        text = self._fragment.text
        at = start
        for match in _REFERENCE.finditer(text, start, end):
            meant = html.unescape(match[0])
            if meant != match[0]:
                self._add_plain(at, match.start())
                self._builder.text(meant, *self._range(*match.span()))
                at = match.end()
        self._add_plain(at, end)

    def _add_plain(self, start: int, end: int) -> None:
        """Add the text of a range as it stands, stretch by stretch of the source."""
        for first, last in self._fragment.stretches(start, end):
            self._builder.text(self._fragment.text[first:last], self._fragment.offset(first), self._fragment.offset(last - 1) + 1)
