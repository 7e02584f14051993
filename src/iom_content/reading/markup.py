"""Saved HTML pages cut into lines of visible text, each with what the page's elements say of it.

The text of these lines is the capture's text; the rule by which it is made has a name, `EXTRACTION`, and any change of
what comes out is a new name:

- what a browser does not show is left out: scripts, styles, comments, form fields, media, the document's head, elements
  that attributes, inline styles or the customary class names hide;
- runs of blanks become one but where the customary class name says that they are shown, no-break spaces stay, empty
  lines vanish; every element that is a block starts a line, so does a line break; lines of preformatted text stay apart;
- a list item starts with `- `, two blanks before it for each list around its own;
- lines are parted by one line feed, and there is none at the end.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from iom_content.errors import MissingExtra, UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

EXTRACTION: Final = "html-1"
"""Name of the rule by which text is taken from HTML."""
MAX_NESTING: Final = 500
"""How deep the elements of a page may be nested; parsers of HTML take quadratic time in it."""

_HTML: Final = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)(?=[\s>])", re.IGNORECASE | re.DOTALL
)
_HEAD: Final = 4096
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_BLANKS: Final = re.compile(r"[ \t\n\r\f\v\u2028\u2029\x1c-\x1f\x85]+")
_LINE_ENDS: Final = re.compile(r"[\n\r\f\v\u2028\u2029\x1c-\x1f\x85]+")
PRE_WRAP: Final = "whitespace-pre-wrap"
"""The customary class name of an element that shows runs of blanks."""
_CLOSED_BY_OTHERS: Final = frozenset(
    (
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rp", "rt", "colgroup",
    )
)  # fmt: skip
_VOID: Final = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    )
)  # fmt: skip
_UNSEEN: Final = frozenset(
    (
        "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
        "video", "picture", "img", "map", "select", "datalist", "option", "textarea", "input", "meta", "link", "title",
        "progress", "meter",
    )
)  # fmt: skip
_INLINE: Final = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
        "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
        "sup", "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip
_HIDING: Final = frozenset(
    (
        "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "element-invisible", "element-hidden",
        "hidden", "d-none", "is-hidden", "hide", "invisible",
    )
)  # fmt: skip
_HIDDEN_STYLE: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|(?:opacity|font-size)\s*:\s*0*(?:\.0*)?(?:%|[a-z]+)?\s*(?:!|;|$)|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{4,})",
    re.IGNORECASE,
)
_STYLE_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
"""Names of the elements that are headings."""
_NO_HEADING: Final = ("p", "li", "dd", "td", "blockquote", "pre")
_LISTS: Final = ("ul", "ol", "menu")
_BOLD: Final = ("b", "strong")


class Piece(NamedTuple):
    """A line of visible text."""

    text: str
    """Its words, without the marker of a list item."""
    path: tuple[Any, ...]
    """The elements around it, the outermost first."""
    depth: int
    """How many lists it stands in."""
    starts_item: bool
    """Whether it is the first line of a list item."""
    bold: bool
    """Whether all of it is bold."""
    dated: bool
    """Whether all of it is marked up as a time."""

    def within(self, *names: str) -> bool:
        """Tell whether one of the elements around it has one of these names."""
        return any(element.tag in names for element in self.path)

    @property
    def heading(self) -> Any:
        """The heading that it belongs to; None within a paragraph, list or table, which a heading holds only if nobody closed it."""
        inner = next((element for element in reversed(self.path) if element.tag in HEADINGS or element.tag in _NO_HEADING), None)
        return inner if inner is not None and inner.tag in HEADINGS else None

    @property
    def line(self) -> str:
        """The line as it stands in the capture's text."""
        return f"{'  ' * (self.depth - 1)}- {self.text}" if self.starts_item else self.text


def is_html(text: str) -> bool:
    """Tell whether a text is an HTML page: a document type or an `html` tag comes first, blanks and comments aside.

    Args:
        text: Any text.

    Returns:
        True if it is; fragments of HTML without either are plain text.

    Example:
        >>> is_html("<!DOCTYPE html><p>One"), is_html("<p>One</p>"), is_html("One <html>")
        (True, False, False)
    """
    return _HTML.match(text[:_HEAD]) is not None


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Cut an HTML page into lines of visible text.

    Args:
        text: The page's HTML.

    Returns:
        The lines in reading order.

    Raises:
        MissingExtra: selectolax is not installed.
        UnreadableInput: The elements are nested deeper than `MAX_NESTING`.

    Example:
        >>> [piece.line for piece in pieces_of("<h1>A title</h1><ul><li>oil<script>x</script></ul>")]
        ['A title', '- oil']
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtra("html", "selectolax") from None
    _refuse_nesting(text)
    root = LexborHTMLParser(text.removeprefix("\ufeff")).root
    return () if root is None else tuple(_Walker().walk(root))


def language_of_page(pieces: tuple[Piece, ...]) -> str | None:
    """Return the language that the page's root declares for itself, as it is written there.

    Example:
        >>> language_of_page(pieces_of("<html lang='fr'><p>Un</p></html>"))
        'fr'
    """
    return (pieces[0].path[0].attributes.get("lang") or None) if pieces else None


def _refuse_nesting(text: str) -> None:
    depth = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _VOID or name in _CLOSED_BY_OTHERS:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > MAX_NESTING:
            raise UnreadableInput("input", f"elements nested deeper than {MAX_NESTING}", "save the page anew, or pass its text")


class _Words(NamedTuple):
    """Words of a line that elements say the same of."""

    text: str
    bold: bool
    dated: bool
    kept: bool


_LINE_END: Final = _Words("\n", bold=True, dated=True, kept=False)


class _Walker:
    """A walk through a tree of elements, without recursion, that gathers the words of each line."""

    def __init__(self) -> None:
        self.path: list[Any] = []
        self.words: list[_Words] = []
        self.around: tuple[Any, ...] = ()
        self.fresh: list[bool] = []
        """For each list item around, whether no line of it was met yet."""
        self.keeping: list[bool] = [False]
        """For the page and each element around, whether runs of blanks are shown in it."""

    def walk(self, root: Any) -> Iterator[Piece]:
        node: Any = root
        while node is not None:
            if node.tag == "-text":
                self._text(node.text(deep=False))
            elif not node.tag.startswith(("-", "!")) and not _is_hidden(node):
                yield from self._open(node)
                if node.child is not None:
                    node = node.child
                    continue
                yield from self._close()
            while node.next is None and self.path:
                node = self.path[-1]
                yield from self._close()
                if not self.path:
                    return
            node = node.next

    def _open(self, node: Any) -> Iterator[Piece]:
        if node.tag == "br" or node.tag not in _INLINE:
            yield from self._flush()
        self.path.append(node)
        self.keeping.append(self.keeping[-1] or PRE_WRAP in (node.attributes.get("class") or "").split())
        if node.tag == "li":
            self.fresh.append(True)

    def _close(self) -> Iterator[Piece]:
        if self.path[-1].tag not in _INLINE:
            yield from self._flush()
        self.keeping.pop()
        if self.path.pop().tag == "li":
            self.fresh.pop()

    def _text(self, text: str) -> None:
        inner = {element.tag for element in self.path}
        if "pre" in inner:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            parts = text.split("\n")
        else:
            parts = [text]
        for index, part in enumerate(parts):
            if index:
                self.words.append(_LINE_END)
            self.words.append(_Words(part, not inner.isdisjoint(_BOLD), "time" in inner, self.keeping[-1]))

    def _flush(self) -> Iterator[Piece]:
        words, self.words = self.words, []
        line: list[_Words] = []
        for word in (*words, _LINE_END):
            if word is _LINE_END:
                yield from self._piece(line)
                line = []
            else:
                line.append(word)

    def _piece(self, line: list[_Words]) -> Iterator[Piece]:
        runs = (((_LINE_ENDS if kept else _BLANKS), run) for kept, run in groupby(line, key=attrgetter("kept")))
        text = "".join(blanks.sub(" ", "".join(part.text for part in run)) for blanks, run in runs).strip(" ")
        if not text.strip():
            return
        said = {(part.bold, part.dated) for part in line if part.text.strip()}
        starts = bool(self.fresh) and self.fresh[-1]
        if starts:
            self.fresh[-1] = False
        depth = sum(element.tag in _LISTS for element in self.path)
        bold, dated = said <= {(True, True), (True, False)}, said <= {(True, True), (False, True)}
        yield Piece(text, tuple(self.path), depth, starts and depth > 0, bold, dated)


def _is_hidden(node: Any) -> bool:
    if node.tag in _UNSEEN:
        return True
    attributes = node.attributes
    if "hidden" in attributes or (node.tag == "dialog" and "open" not in attributes):
        return True
    if (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    if _HIDDEN_STYLE.search(_STYLE_COMMENT.sub("", attributes.get("style") or "")):
        return True
    return not _HIDING.isdisjoint((attributes.get("class") or "").split())
