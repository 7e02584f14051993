"""What a person types into a search, read into a tree; any text has a reading, and notes say where it was lenient.

words            all of them            flood relief
"phrase"         these words in a row   "no easy task", “no easy task”, «no easy task»
begin*           words that begin so    migra*
AND OR NOT       in capitals; NOT binds most, then AND, then OR
NEAR(a b, 5)     at most 5 other words between the first and the others; 10 if no number is given
( )              groups
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple, TypeAlias

from iom_content.query.search_words import words_in

__all__ = ["MAX_QUERY_LENGTH", "MAX_QUERY_TERMS", "All", "Either", "Near", "Node", "Phrase", "Question", "parse_query"]

MAX_QUERY_LENGTH: Final = 20_000
"""So many code points of a query are read; what follows is passed over, with a note."""
MAX_QUERY_TERMS: Final = 64
"""So many words, beginnings and phrases of a query are read; what follows is passed over, with a note."""
_DEEPEST: Final = 16
_NEAR: Final = 10

_LEXEME: Final = re.compile(
    r'"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<typeset>“[^”]*”|„[^“”]*[“”]|«[^»]*»)|(?P<near>NEAR\()|(?P<mark>[()])|(?P<word>[^\s"()]+)'
)
# Compiled only where words are asked for near each other: most queries ask for none.
_DISTANCE: Final = r",\s*([0-9]{1,9})\s*$"
_OPERATORS: Final = frozenset(("AND", "OR", "NOT"))


class Phrase(NamedTuple):
    """Words in a row; the last may be the beginning of one."""

    keys: tuple[str, ...]
    prefix: bool = False


class Near(NamedTuple):
    """Phrases near each other, in any order."""

    phrases: tuple[Phrase, ...]
    distance: int


class All(NamedTuple):
    """Every part, and none of the others."""

    parts: tuple[Node, ...]
    without: tuple[Node, ...] = ()


class Either(NamedTuple):
    """One part at least."""

    parts: tuple[Node, ...]


Node: TypeAlias = Phrase | Near | All | Either


class Question(NamedTuple):
    """A query as it was read."""

    tree: Node | None
    """None if it asks for nothing."""
    notes: tuple[str, ...]
    """Codes that say what was read leniently, sorted."""


def parse_query(text: str) -> Question:
    """Read a query; there is no text that cannot be read.

    The notes are `unclosed-quote`, `unclosed-group`, `stray-bracket`, `stray-operator`, `no-words` for a word or phrase
    without letters or digits, `only-not` for words that are excluded from nothing, `near-of-one`, `too-deep`, `too-long`
    and `empty`.

    Args:
        text: What a person typed.

    Example:
        >>> parse_query('migra* "no easy task')
        Question(tree=All(parts=(Phrase(keys=('migra',), prefix=True), Phrase(keys=('no', 'easy', 'task'), prefix=False)), without=()),
        notes=('unclosed-quote',))
    """
    reader = _Reader(text)
    tree = reader.either(0)
    if tree is None:
        reader.notes.add("empty")
    return Question(tree, tuple(sorted(reader.notes)))


class _Reader:
    """Reads lexemes one after the other, and notes what it had to make the best of."""

    def __init__(self, text: str) -> None:
        self.notes: set[str] = set()
        if len(text) > MAX_QUERY_LENGTH:
            self.notes.add("too-long")
        self.lexemes = list(_LEXEME.finditer(text[:MAX_QUERY_LENGTH]))
        self.at: int = 0
        self.terms: int = 0

    def peek(self) -> str:
        """Return the next lexeme; nothing at the end."""
        return self.lexemes[self.at][0] if self.at < len(self.lexemes) else ""

    def either(self, depth: int) -> Node | None:
        """Read alternatives up to the end or, in a group, to its bracket."""
        parts: list[Node] = []
        after = False
        while True:
            begin = self.at
            found = self.all(depth)
            if found is not None:
                parts.append(found)
            if self.at == begin and (after or self.peek() == "OR"):
                self.notes.add("stray-operator")
            after = self.peek() == "OR"
            if after:
                self.at += 1
                continue
            if self.peek() == ")" and depth == 0:
                self.at += 1
                self.notes.add("stray-bracket")
                parts = _joined(parts, self.rest())
            break
        return parts[0] if len(parts) == 1 else Either(tuple(parts)) if parts else None

    def rest(self) -> Node | None:
        """Read what stands behind a bracket that closes nothing."""
        while self.peek() == ")":
            self.at += 1
        return self.either(0) if self.peek() else None

    def all(self, depth: int) -> Node | None:
        """Read what must all be there."""
        parts: list[Node] = []
        without: list[Node] = []
        pending = ""
        while (word := self.peek()) and word not in {"OR", ")"}:
            if word in {"AND", "NOT"}:
                self.at += 1
                if pending == word or (word == "AND" and not (parts or without)) or pending == "NOT":
                    self.notes.add("stray-operator")
                pending = word
                continue
            found = self.one(depth)
            if found is not None:
                (without if pending == "NOT" else parts).append(found)
            pending = ""
        if pending:
            self.notes.add("stray-operator")
        if without and not parts:
            self.notes.add("only-not")
        if not parts:
            return None
        return parts[0] if len(parts) == 1 and not without else All(tuple(parts), tuple(without))

    def one(self, depth: int) -> Node | None:
        """Read a word, a phrase, a group or words near each other."""
        found = self.lexemes[self.at]
        self.at += 1
        if found["near"]:
            return self.near()
        if found["mark"]:
            return self.group(depth)
        return self.phrase(found)

    def group(self, depth: int) -> Node | None:
        """Read what stands in brackets."""
        if depth >= _DEEPEST:
            self.notes.add("too-deep")
            return None
        inner = self.either(depth + 1)
        self.closed()
        return inner

    def closed(self) -> None:
        """Step over a closing bracket."""
        if self.peek() == ")":
            self.at += 1
        else:
            self.notes.add("unclosed-group")

    def near(self) -> Node | None:
        """Read phrases up to a bracket; a number behind a comma is the distance."""
        start = self.at
        while (word := self.peek()) and word not in {"(", ")"} and not self.lexemes[self.at]["near"]:
            self.at += 1
        inner = self.lexemes[start : self.at]
        self.closed()
        tail = "".join(found[0] + " " for found in inner[-2:])
        given = re.search(_DISTANCE, tail)
        distance = int(given[1]) if given else _NEAR
        lexemes = _without_distance(inner) if given else inner
        named = [lexeme for lexeme in lexemes if lexeme[0] not in _OPERATORS]
        if len(named) < len(lexemes):
            self.notes.add("stray-operator")
        phrases = [found for lexeme in named if (found := self.phrase(lexeme)) is not None]
        if len(phrases) < 2:
            self.notes.add("near-of-one")
            return phrases[0] if phrases else None
        return Near(tuple(phrases), distance)

    def phrase(self, found: re.Match[str]) -> Phrase | None:
        """Read a word or a phrase; words that a mark joins, as in `well-known`, are a phrase."""
        quoted = found["phrase"]
        if quoted is not None and not found["closed"]:
            self.notes.add("unclosed-quote")
        if found["typeset"]:
            quoted = found["typeset"][1:-1]
        text = found["word"] if quoted is None else quoted
        return self.counted(text, prefix=quoted is None and text.endswith("*"))

    def counted(self, text: str, *, prefix: bool) -> Phrase | None:
        """Return the words of a text as a phrase, as long as the query has not too many."""
        keys = tuple(word.key for word in words_in(text))
        if not keys:
            self.notes.add("no-words")
            return None
        self.terms += 1
        if self.terms > MAX_QUERY_TERMS:
            self.notes.add("too-long")
            return None
        return Phrase(keys, prefix)


def _joined(parts: list[Node], rest: Node | None) -> list[Node]:
    """Join what stands before a stray bracket and what stands behind it, as a blank would."""
    if rest is None:
        return parts
    if not parts:
        return [rest]
    return [All((parts[0] if len(parts) == 1 else Either(tuple(parts)), rest))]


def _without_distance(lexemes: list[re.Match[str]]) -> list[re.Match[str]]:
    """Drop the distance from the end; a comma may stand at the word before it."""
    last = lexemes[-1]
    if "," not in last[0]:
        lexemes = lexemes[:-1]
        last = lexemes[-1]
        return lexemes if last[0] != "," else lexemes[:-1]
    before = last[0][: last[0].rindex(",")]
    found = _LEXEME.fullmatch(before)
    return [*lexemes[:-1], found] if found else lexemes[:-1]
