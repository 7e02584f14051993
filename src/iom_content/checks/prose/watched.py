"""The parser of markdown-it-py, watched: where the text of each token stands in the source.

Its tokens tell neither the offset nor the line of inline text. Both are read off the parser's own states at the moment a
token is made; nothing is parsed a second time but the bounds of the cells of a table row.
"""

from __future__ import annotations

import itertools
import re
from typing import Final, Literal

from iom_content.errors import MissingExtra

try:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
except ImportError:
    raise MissingExtra("prose", "markdown-it-py") from None

__all__ = ["AT", "STRETCHES", "Stretches", "Token", "parsed"]

Stretches = list[tuple[str, int]]
"""Parts of a text that a parser put together, each with its offset in that text."""

AT: Final = "iom-content-at"
"""Key of an inline token's `meta`: where it stands in the text of its block."""
STRETCHES: Final = "iom-content-stretches"
"""Key of a block token's `meta`: the stretches of the source that its text was put together from."""

_PIPE: Final = re.compile(r"(?<!\\)\|")
# What the parser strips from the ends of a text.
_BLANKS: Final = "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def parsed(source: str) -> list[Token]:
    """Parse Markdown: CommonMark with tables and struck-out text.

    Args:
        source: The text; each of its lines ends with a line feed.

    Returns:
        The tokens of the blocks. Those that hold text know their stretches, their children their places in it.
    """
    parser = _Parser("commonmark").enable(["table", "strikethrough"])
    # Joining tokens would lose the places of the parts.
    parser.core.ruler.disable("text_join")
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.at("block", _read_blocks)
    parser.core.ruler.at("inline", _read_inlines)
    return parser.parse(source)


class _Parser(MarkdownIt):
    """Addresses are never looked at, so nothing is gained by mending them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's own name
        return link


def _read_blocks(state: StateCore) -> None:
    blocks = _Blocks(state.src, state.md, state.env, state.tokens)
    state.md.block.tokenize(blocks, 0, blocks.lineMax)


def _read_inlines(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline":
            inline = _Inline(token.content, state.md, state.env, token.children if token.children is not None else [])
            state.md.inline.tokenize(inline)
            for rule in state.md.inline.ruler2.getRules(""):
                rule(inline)


class _Blocks(StateBlock):
    """Notes for each block that holds text the stretches of the source it is put together from."""

    _taken: Stretches
    _row: int = -1
    _cells: list[Stretches]

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: FBT001, N802, N803 - the parser's own names
        text = super().getLines(begin, end, indent, keepLastLF)
        self._taken = []
        for line, part in enumerate(text.split("\n")[: end - begin], begin):
            # Of a tab that is only partly taken the rest is spelled in blanks, which stand nowhere.
            whole = part if self.src.endswith(part, 0, self.eMarks[line]) else part.lstrip(" ")
            self._taken.append((part[: len(part) - len(whole)], self.bMarks[line]))
            last = line + 1 == end and not keepLastLF
            self._taken.append((whole if last else f"{whole}\n", self.eMarks[line] - len(whole)))
        if self.tokens and self.tokens[-1].type == "html_block":
            # Here the token is made first; what follows it comes to this place too.
            self.tokens[-1].meta.setdefault(STRETCHES, self._taken)
        return text

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "inline":
            parent = self.tokens[-2]
            if parent.tag in ("th", "td"):
                token.meta[STRETCHES] = self._cells.pop(0) if self._cells else []
            elif parent.markup.startswith("#"):
                start, end = self.bMarks[self.line - 1], self.eMarks[self.line - 1]
                # What is behind the marks; the text is found in it from its first character on.
                start += self.tShift[self.line - 1] + len(parent.markup)
                token.meta[STRETCHES] = [(self.src[start:end], start)]
            else:
                token.meta[STRETCHES] = self._taken
        elif tag in ("th", "td") and nesting == 1:
            self._start_cell()
        return token

    def _start_cell(self) -> None:
        row = next(token for token in reversed(self.tokens) if token.type == "tr_open")
        line = row.map[0] if row.map else 0
        if line != self._row:
            self._row = line
            start = self.bMarks[line] + self.tShift[line]
            self._cells = _cells(self.src[start : self.eMarks[line]], start)


def _cells(row: str, start: int) -> list[Stretches]:
    """Return the cells of a table row: escaped bars lose their escape, empty cells at the ends are none."""
    bounds = [-1, *(match.start() for match in _PIPE.finditer(row)), len(row)]
    cells = [row[first + 1 : last] for first, last in itertools.pairwise(bounds)]
    stretches: list[Stretches] = []
    for cell, first in zip(cells, bounds, strict=False):
        parts: Stretches = []
        at = start + first + 1
        for part in re.split(r"\\(?=\|)", cell):
            parts.append((part, at))
            at += len(part) + 1
        stretches.append(parts)
    if not cells[0].strip(_BLANKS):
        del stretches[0]
    if stretches and not cells[-1].strip(_BLANKS):
        del stretches[-1]
    return stretches


class _Inline(StateInline):
    """Notes for each token where it stands in the text of its block."""

    _pending_at: int | None = None
    _pushed_at: int = -1

    def append_pending(self, text: str) -> None:
        if self._pending_at is None:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the parser's own name
        token = super().pushPending()
        token.meta[AT] = self._pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        count = len(self.tokens)
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if count and len(self.tokens) == count + 1 and self._pushed_at == at:
            # Marks of emphasis are made one by one while the state stands at the first of them.
            before = self.tokens[-2]
            if before.type == ttype == "text":
                at = before.meta[AT] + len(before.content)
        self._pending_at = None
        self._pushed_at = self.pos
        token.meta[AT] = at
        return token
