"""Reads Markdown; HTML in it is read as HTML."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from iom_content.checks.prose.builder import Builder
from iom_content.checks.prose.hypertext import read_html
from iom_content.checks.prose.source import Fragment
from iom_content.checks.prose.watched import AT, STRETCHES, Stretches, Token, parsed

__all__ = ["read_markdown"]

_PAIR: Final = re.compile("\r\n")
_BREAK: Final = re.compile(r"\r\n?|\n")
# A definition of a reference that nothing refers to is the comment of those who avoid HTML.
_COMMENT: Final = re.compile(r"^ {0,3}\[(?://|_|comment)\]: .*", re.MULTILINE)


def read_markdown(text: str, start: int, builder: Builder) -> None:
    """Tell a builder what Markdown holds.

    Args:
        text: The article.
        start: Where the Markdown starts in it, behind the front matter.
        builder: What collects the runs.
    """
    reader = _Reader(text, start, builder)
    for match in _COMMENT.finditer(text, start):
        builder.comment(match[0], *match.span())
    for token in parsed(_BREAK.sub("\n", text[start:])):
        reader.block(token)


class _Reader:
    def __init__(self, text: str, start: int, builder: Builder) -> None:
        self._text = text
        self._start = start
        self._builder = builder
        # Where the parser sees one line feed for two characters of the source.
        self._pairs = [match.start() - start - number for number, match in enumerate(_PAIR.finditer(text, start))]

    def block(self, token: Token) -> None:
        """Take the next token of a block."""
        if token.type == "html_block":
            stretches: Stretches = token.meta[STRETCHES]
            read_html(Fragment([self._raw(part, at) for part, at in stretches]), self._builder)
        elif token.type == "inline":
            self._inlines(token)
        elif token.nesting == 1 and not token.hidden:
            self._builder.open(token.tag, 0)
        elif token.nesting == -1 and not token.hidden:
            self._builder.close(token.tag)

    def _offset(self, at: int) -> int:
        """Return the offset in the source of what the parser sees at a place."""
        return self._start + at + bisect_left(self._pairs, at)

    def _raw(self, part: str, at: int) -> tuple[str, int]:
        start = self._offset(at)
        return self._text[start : self._offset(at + len(part))], start

    def _inlines(self, token: Token) -> None:
        stretches: Stretches = token.meta[STRETCHES]
        # The parser strips blanks alone, so what is left starts where it is found first.
        lead = "".join(part for part, _ in stretches).find(token.content)
        fragment = Fragment([(part, self._offset(at)) for part, at in stretches])
        in_address = False
        for child in token.children or ():
            if child.info == "auto":
                in_address = child.nesting == 1
            if child.type in ("link_open", "link_close") or in_address:
                at = fragment.offset(lead + child.meta[AT])
                if child.info == "auto" and child.nesting == 1:
                    self._builder.unseen(at, at)
            else:
                self._inline(child, fragment, lead + child.meta[AT])

    def _inline(self, token: Token, fragment: Fragment, at: int) -> None:
        if token.type in ("text", "text_special"):
            self._add(token, fragment, at)
        elif token.type in ("softbreak", "hardbreak"):
            offset = fragment.offset(at)
            # A backslash before it makes it hard.
            match = _BREAK.match(self._text, offset + (self._text[offset] == "\\"))
            end = match.end() if match else offset + 1
            self._builder.text(self._text[end - 1] if end - offset == 1 else "\n", offset, end)
        elif token.type == "code_inline":
            offset = fragment.offset(at)
            self._builder.unseen(offset, offset)
        elif token.type == "html_inline":
            read_html(
                Fragment(
                    [(fragment.text[first:last], fragment.offset(first)) for first, last in fragment.stretches(at, at + len(token.content))]
                ),
                self._builder,
            )
        elif token.type == "s_open":
            self._builder.open("s", fragment.offset(at))
        elif token.type == "s_close":
            self._builder.close("s")

    def _add(self, token: Token, fragment: Fragment, at: int) -> None:
        """Add visible text."""
        if token.info == "entity":
            self._builder.text(token.content, fragment.offset(at), fragment.offset(at + len(token.markup) - 1) + 1)
            return
        # Of an escape the character alone is visible.
        at += len(token.markup) - len(token.content) if token.info == "escape" else 0
        for first, last in fragment.stretches(at, at + len(token.content)):
            self._builder.text(fragment.text[first:last], fragment.offset(first), fragment.offset(last - 1) + 1)
