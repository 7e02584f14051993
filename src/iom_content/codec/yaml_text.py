"""YAML text to plain data with positions: as much of YAML as JSON can say, and aliases within bounds.

The parser of PyYAML gives events with their places; all else is done here, without recursion: no tag is ever followed, no
Python object is made, and no alias lets a short text stand for endless data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from iom_content.codec.broken_text import Before
from iom_content.codec.findings import MAX_FINDINGS, carried, excerpt_of, fault, too_many
from iom_content.codec.places import NOWHERE, Array, Lines, Object, Places, Spot
from iom_content.codec.text_faults import MAX_DEPTH
from iom_content.codec.yaml_scalars import TooLarge, is_ambiguous, plain_value
from iom_content.errors import MissingExtra
from iom_content.model.constraints import MAX_INTEGER
from iom_content.model.partition import escaped
from iom_content.model.report import Finding, Severity

__all__ = ["MAX_ALIASED", "MAX_YAML", "YamlDocument", "read_yaml"]

MAX_YAML: Final = 10_000_000
"""How long a YAML input may be, in bytes or, if it is text already, in code points; it is read far slower than JSON."""

MAX_ALIASED: Final = 1_000_000
"""How many values a YAML document may stand for, those behind its aliases counted each time."""

# What YAML allows in a text; halves of surrogate pairs are told apart below.
_FORBIDDEN: Final = re.compile("[^\t\n\r -~\x85\xa0-\ufffd\U00010000-\U0010ffff]|[\ud800-\udfff]")
_TAGS: Final = "tag:yaml.org,2002:"
_FIRST_SURROGATE: Final = 0xD800
_LAST_SURROGATE: Final = 0xDFFF
_OPENING: Final = frozenset(("SequenceStartEvent", "MappingStartEvent"))
_CLOSING: Final = frozenset(("SequenceEndEvent", "MappingEndEvent"))


class YamlDocument(NamedTuple):
    """One document of a YAML text."""

    data: Any
    """Plain data; None if the document is broken."""
    places: Places
    faults: tuple[Finding, ...]
    """What makes it no strict data, each with its place; warnings too."""
    whole: bool
    """Whether it was read to its end."""
    before: Before | None = None
    """Where it breaks, the data that stands before the break."""

    def locate(self) -> Places:
        """Return the places."""
        return self.places


class _Broken(Exception):
    """Ends a document at a fault behind which nothing can be read."""


class _Anchored:
    """A value that aliases may name; it is open until it ends."""

    __slots__ = ("size", "spot", "value")

    def __init__(self, before: int) -> None:
        self.size = -before
        self.spot: Spot | None = None
        self.value: Any = None


class _Frame:
    """A sequence or mapping that is open: what it holds so far, and the index or key of what comes next."""

    __slots__ = ("anchored", "child", "held", "key_at", "start", "value")

    def __init__(self, start: int, anchored: _Anchored, *, is_array: bool) -> None:
        self.start = start
        self.anchored = anchored
        self.value: Any = [] if is_array else {}
        self.held: Array | Object = [] if is_array else {}
        self.child: int | str | None = 0 if is_array else None
        self.key_at = 0

    def put(self, value: Any, spot: Spot) -> None:
        if isinstance(self.held, list):
            self.value.append(value)
            self.held.append(spot)
            self.child = len(self.held)
        else:
            self.value[self.child] = value
            self.held[str(self.child)] = (self.key_at, spot)
            self.child = None


def read_yaml(text: str) -> Iterator[YamlDocument]:
    """Yield the documents of a YAML text; what breaks the text ends the last of them.

    Args:
        text: YAML, or what was meant to be.

    Yields:
        Each document with the places of its values and keys, and with its faults.

    Raises:
        MissingExtra: PyYAML is not installed.

    Example:
        >>> (document,) = read_yaml("id: a\\nchildren:\\n  - id: !!str a/b\\n")
        >>> document.data, document.places.value("/children/0/id")
        ({'id': 'a', 'children': [{'id': 'a/b'}]}, (3, 9))
        >>> [str(found) for found in document.faults]
        ["line 3, column 9 (/children/0/id): tag '!!str' is not read; leave it out"]
    """
    try:
        import yaml
    except ImportError:
        raise MissingExtra("yaml", "pyyaml") from None
    lines = Lines(text)
    builder = _Builder(lines)
    forbidden = _FORBIDDEN.search(text)
    try:
        if forbidden is not None:
            builder.forbidden(forbidden)
        for event in _events(text, yaml):
            if builder.take(event):
                yield builder.document(whole=True)
                builder = _Builder(lines)
    except yaml.YAMLError as error:
        builder.broken(error, text)
        yield builder.document(whole=False)._replace(before=builder.before())
    except _Broken:
        yield builder.document(whole=False)


def _events(text: str, yaml: Any) -> Iterator[Any]:
    """Yield what the parser reports; the loader in C reads alike and far faster, but some builds of PyYAML lack it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    taken = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            taken += 1
            yield event
    except yaml.YAMLError as error:
        if "nesting depth" not in str(getattr(error, "problem", None)):
            raise
        # Newer ones in C look ahead, and give up at a thousand levels before they have told how they got there.
        yield from islice(yaml.parse(text[: error.problem_mark.index], Loader=loader), taken, None)


class _Builder:
    """Builds one document from events."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._frames: list[_Frame] = []
        self._anchors: dict[str, _Anchored] = {}
        self._faults: list[Finding] = []
        self._count = 0
        self._root: tuple[Any, Spot] = (None, NOWHERE)

    def document(self, *, whole: bool) -> YamlDocument:
        """Return what was built."""
        data, spot = self._root
        return YamlDocument(data, Places(self._lines, spot), tuple(self._faults), whole)

    def before(self) -> Before | None:
        """Close what is open, and return what was built; None where nothing is open."""
        if not self._frames:
            return None
        left_open = tuple(self._pointer(level) for level in range(len(self._frames)))
        while self._frames:
            self._close()
        data, spot = self._root
        return Before(data, lambda: Places(self._lines, spot), left_open)

    def take(self, event: Any) -> bool:
        """Take in the next event of the parser, and tell whether it ends the document."""
        sort = type(event).__name__
        if sort == "ScalarEvent":
            self._scalar(event)
        elif sort in _OPENING:
            self._open(event, is_array=sort == "SequenceStartEvent")
        elif sort in _CLOSING:
            self._close()
        elif sort == "AliasEvent":
            self._alias(event)
        return sort == "DocumentEndEvent"

    def forbidden(self, found: re.Match[str]) -> None:
        """Note a character that no YAML text may hold, and break."""
        code = ord(found[0])
        surrogate = _FIRST_SURROGATE <= code <= _LAST_SURROGATE
        rule, what = ("lone-surrogate", "half of a surrogate pair") if surrogate else ("syntax", f"the character U+{code:04X}")
        self._fault(rule, found.start(), f"{what}, which no YAML text may hold", "write it as an escape in double quotes")
        raise _Broken

    def broken(self, error: Exception, text: str) -> None:
        """Note what the parser complains of."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = min(getattr(mark, "index", 0), len(text))
        problem = " ".join(part for part in (getattr(error, "problem", None), getattr(error, "context", None)) if part)
        ends = not text[at:].strip()
        hint = "is the file complete?" if ends else "YAML indents with blanks" if text[at] == "\t" else None
        self._fault("truncated" if ends else "syntax", at, problem or "this is no YAML", hint)

    def _scalar(self, event: Any) -> None:
        at: int = event.start_mark.index
        if self._frames and self._frames[-1].child is None:
            self._key(event, at)
            return
        self._tag(event, at)
        value = self._plain(event.value, at) if event.tag is None and event.implicit[0] else event.value
        anchored = self._anchored(event)
        self._count += 1
        self._put(value, (at, None), anchored)

    def _plain(self, text: str, at: int) -> Any:
        try:
            value = plain_value(text)
        except TooLarge:
            self._fault("integer-range", at, f"integer of {len(text.lstrip('+-'))} digits beyond ±{MAX_INTEGER}", "put it in quotes")
            return text
        if is_ambiguous(text):
            message = f"versions of YAML read {excerpt_of(text)} differently; here it is text"
            hint = "put it in quotes, or write the number or truth value plainly"
            self._fault("yaml-ambiguous", at, message, hint, severity=Severity.WARNING)
        return value

    def _key(self, event: Any, at: int) -> None:
        frame = self._frames[-1]
        frame.child, frame.key_at = event.value, at
        if event.value in frame.value:
            self._fault("duplicate-key", at, f"key {excerpt_of(event.value)} stands here once more", "keep one of them")
        if event.implicit[0] and event.value == "<<":
            self._fault("yaml-merge", at, "merge keys are not read", "write the keys out")
        elif event.implicit[0] and not _is_text(event.value):
            self._fault("yaml-key", at, f"expected keys that are text, found {event.value or 'null'}", "put it in quotes")
        self._tag(event, at)
        anchored = self._anchored(event)
        anchored.value, anchored.spot, anchored.size = event.value, (at, None), 1

    def _open(self, event: Any, *, is_array: bool) -> None:
        at: int = event.start_mark.index
        self._no_key(at)
        if len(self._frames) == MAX_DEPTH:
            self._fault("depth", at, f"nested deeper than {MAX_DEPTH} levels")
            raise _Broken
        self._tag(event, at)
        anchored = self._anchored(event)
        self._count += 1
        self._frames.append(_Frame(at, anchored, is_array=is_array))

    def _close(self) -> None:
        frame = self._frames.pop()
        self._put(frame.value, (frame.start, frame.held), frame.anchored)

    def _alias(self, event: Any) -> None:
        at: int = event.start_mark.index
        self._no_key(at)
        found = self._anchors.get(event.anchor)
        name = excerpt_of(f"*{event.anchor}")
        if found is None:
            self._fault("yaml-alias", at, f"alias {name} names no anchor that stands before it")
        elif found.spot is None:
            self._fault("cycle", at, f"alias {name} stands within the value that it names")
        elif self._count + found.size > MAX_ALIASED:
            self._fault("yaml-alias", at, f"with alias {name} this document stands for more than {MAX_ALIASED} values")
            raise _Broken
        else:
            self._count += found.size
            self._put(found.value, (at, found.spot[1]), _Anchored(0))
            return
        self._put(None, (at, None), _Anchored(0))

    def _put(self, value: Any, spot: Spot, anchored: _Anchored) -> None:
        anchored.value, anchored.spot = value, spot
        anchored.size += self._count
        if self._frames:
            self._frames[-1].put(value, spot)
        else:
            self._root = value, spot

    def _anchored(self, event: Any) -> _Anchored:
        """Return the record of a value that begins; an alias means the last one before it that has its name."""
        anchored = _Anchored(self._count)
        if event.anchor is not None:
            self._anchors[event.anchor] = anchored
        return anchored

    def _tag(self, event: Any, at: int) -> None:
        if event.tag is not None:
            short = event.tag.replace(_TAGS, "!!", 1)
            self._fault("yaml-tag", at, f"tag {excerpt_of(short)} is not read", "leave it out")

    def _no_key(self, at: int) -> None:
        if self._frames and self._frames[-1].child is None:
            self._fault("yaml-key", at, "expected keys that are text, found another value", "write the key as text")
            raise _Broken

    def _fault(self, rule: str, at: int, message: str, hint: str | None = None, *, severity: Severity = Severity.ERROR) -> None:
        if len(self._faults) == MAX_FINDINGS:
            self._faults.append(too_many())
            raise _Broken
        pointer = self._pointer(len(self._frames))
        self._faults.append(fault(rule, message, pointer=pointer, place=self._lines.place(at), hint=hint, severity=severity))

    def _pointer(self, depth: int) -> str:
        """Return the pointer of what the reader has come to within the outermost frames."""
        return carried("".join(f"/{escaped(frame.child)}" for frame in self._frames[:depth] if frame.child is not None))


def _is_text(key: str) -> bool:
    try:
        return type(plain_value(key)) is str
    except TooLarge:
        return False
