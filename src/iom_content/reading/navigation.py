"""The navigation block at the head of a page: a tree of labels that structure gives away, in any language.

    navigation := (section | leaf)+
    section    := "-" label heading summary? child*     one line each, the summary glued to the heading
    child      := label label entry*                    the same line twice
    leaf       := "- " label
    entry      := "- " label                            below a child; looks exactly like a leaf

Where dashes were lost a section is known by its label, repeated with the summary glued to it. Lists of known labels only
decide what structure leaves open.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.folding import prefix_length
from iom_content.language.lexicon import folded_words, last_labels, lexicons
from iom_content.reading.blocks import ends_sentence
from iom_content.reading.lines import MAX_LABEL, Line, part_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOP: Final = 0
CHILD: Final = 1
ENTRY: Final = 2
_LEAVES: Final = 3
"""Most leaves that a site has at the top, its last one aside."""
_OPENERS: Final = "\"'\u201c\u00ab\u201e\u2018(\u00bf\u00a1"


class Step(NamedTuple):
    """One section as it stands in the block, before the tree is built."""

    level: int
    """`TOP`, `CHILD` or `ENTRY`."""
    title: Line
    """Its label."""
    marker: Line | None = None
    """Its dash."""
    heading: Line | None = None
    """Its label repeated."""
    summary: Line | None = None
    """What is glued to the heading."""
    doubt: str = ""
    """Code of a note, if structure does not settle its level."""


class Navigation(NamedTuple):
    """The block as read."""

    steps: tuple[Step, ...]
    """Its sections in reading order."""
    size: int
    """How many lines it takes."""
    closed: bool
    """Whether the label that usually ends the block was met."""


def read_navigation(text: str, lines: Sequence[Line]) -> Navigation | None:
    r"""Read the navigation block at the start of `lines`.

    Args:
        text: The capture's text.
        lines: Its lines from where a navigation may start.

    Returns:
        The block; None if the lines do not start with one.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> page = "-\nOur Work\nOur WorkWe lend lanterns.\nWhat We Do\nWhat We Do\n- 2030 Agenda\nA title"
        >>> navigation = read_navigation(page, lines_of(page))
        >>> [(step.level, step.title.text) for step in navigation.steps], navigation.size, navigation.closed
        ([(0, 'Our Work'), (1, 'What We Do'), (0, '2030 Agenda')], 6, True)
    """
    reader = _Reader(text, lines)
    steps = tuple(reader.steps())
    if not is_navigation(steps):
        return None
    return Navigation(steps, reader.at, reader.closed)


def is_marker(line: Line) -> bool:
    r"""Tell whether a line is a bare dash.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [is_marker(line) for line in lines_of("-\n- About")]
        [True, False]
    """
    return line.text == "-"


def is_leaf(line: Line) -> bool:
    r"""Tell whether a line is a dash, a blank and a label.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [is_leaf(line) for line in lines_of("-\n- About")]
        [False, True]
    """
    return line.text.startswith("-") and line.text[1:2].isspace() and len(line.text) <= MAX_LABEL


def is_navigation(steps: Sequence[Step]) -> bool:
    r"""Tell whether sections are those of the organization's sites; any text may hold a list or a line said twice.

    Args:
        steps: Sections as read.

    Returns:
        True if at least two signs speak for it: headings, known labels, the usual last label.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [is_navigation([Step(TOP, line) for line in lines_of(text)]) for text in ("Our Work\n2030 Agenda", "Oil\nWax")]
        [True, False]
    """
    return _signs(steps) > 1


def _signs(steps: Sequence[Step]) -> int:
    """Count what speaks for a navigation; any text may start with a dash or a line said twice, so one sign is too few."""
    known = folded_words("top_labels")
    return sum(
        (step.level == TOP and (step.heading is not None or step.summary is not None)) + (step.title.label in known) + _is_last(step.title)
        for step in steps
    )


def _is_last(title: Line) -> bool:
    return title.label.startswith(last_labels())


class _Reader:
    """A cursor over the lines; each is looked at a bounded number of times."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.at = 0
        self.level: int | None = None
        """Where a doubled line or a dash would attach: level of the step before; None after a leaf and at the start."""
        self.closed = False
        self.dashed = False
        """Whether a section stood below a dash."""

    def steps(self) -> Iterator[Step]:
        while self.at < len(self.lines):
            before = self.at
            yield from self._section() or self._undashed() or self._glued() or self._dashes() or self._pairs()
            if self.at == before:
                return

    def _line(self, ahead: int) -> Line | None:
        return self.lines[self.at + ahead] if self.at + ahead < len(self.lines) else None

    def _section(self) -> list[Step]:
        """Read a bare dash, a label and the heading, which is missing only where more navigation follows at once."""
        marker, title = self._line(0), self._line(1)
        if marker is None or title is None or not is_marker(marker) or not _is_label(title):
            return []
        heading, summary = self._heading(title, self._line(2), dashed=True)
        if heading is None and (self.closed or not self._continues(2)):
            return []
        self.at += 2 if heading is None else 3
        self.level = TOP
        self.closed = False
        self.dashed = True
        return [Step(TOP, title, marker, heading, summary)]

    def _undashed(self) -> list[Step]:
        """Read a label and its heading with a summary glued to it, without a dash before."""
        title = self._line(0)
        if self.closed or title is None or not _is_label(title):
            return []
        heading, summary = self._heading(title, self._line(1), dashed=False)
        if summary is None:
            return []
        self.at += 2
        self.level = TOP
        return [Step(TOP, title, None, heading, summary)]

    def _glued(self) -> list[Step]:
        """Read a known label with a summary glued to it, where the line of the label itself is missing."""
        line = self._line(0)
        length = None if self.closed or line is None else _known_length(line.text)
        if line is None or length is None:
            return []
        split = line.at + length
        # A label is never blank, so that the line itself never stands in for it.
        title, summary = part_of(self.text, line.start, split) or line, part_of(self.text, split, line.end)
        self.at += 1
        self.level = TOP
        return [Step(TOP, title, None, None, summary, "label-missing")]

    def _heading(self, title: Line, line: Line | None, *, dashed: bool) -> tuple[Line | None, Line | None]:
        """Split a line that repeats `title` into heading and summary."""
        length = None if line is None else prefix_length(line.text, title.text)
        if line is None or length is None:
            return None, None
        rest = line.text[length:]
        if rest[:1].islower() or (rest[:1].isspace() and not dashed):
            return None, None
        if not rest:
            return line, None
        split = line.at + length
        return part_of(self.text, line.start, split), part_of(self.text, split, line.end)

    def _dashes(self) -> list[Step]:
        """Read a run of dashed labels; after a child they may be its entries."""
        run: list[Step] = []
        known = folded_words("top_labels")
        while (line := self._line(len(run))) is not None and is_leaf(line) and not (self.closed and not self._known_leaf(line)):
            step = self._leaf(line)
            self.closed = self.closed or _is_last(step.title)
            run.append(step)
        self.at += len(run)
        if not run:
            return []
        if self.level not in {CHILD, ENTRY}:
            self.level = None
            return run
        top = next((index for index, step in enumerate(run) if step.title.label in known or _is_last(step.title)), None)
        split, doubt = self._split(run, top)
        self.level = None if split < len(run) else ENTRY
        return [step._replace(level=ENTRY if index < split else TOP, doubt=doubt if index == 0 else "") for index, step in enumerate(run)]

    def _known_leaf(self, line: Line) -> bool:
        return self._leaf(line).title.label in folded_words("top_labels")

    def _leaf(self, line: Line) -> Step:
        dash = line.at + 1
        # A leaf has text behind its dash, so that the line itself never stands in for its label.
        return Step(TOP, part_of(self.text, dash, line.end) or line, part_of(self.text, line.start, dash))

    def _split(self, run: Sequence[Step], top: int | None) -> tuple[int, str]:
        """Tell how many of a run after a child are its entries, and the doubt if it is one."""
        if top == 0:
            return 0, ""
        # Below the label that ends the block a doubled line is the title.
        doubled = not self.closed and self._is_pair(0)
        if doubled and self.dashed and self.lines[self.at].label not in folded_words("top_labels"):
            # Where sections stand below dashes a doubled line is one more child: no label before it has left the section.
            return len(run), ""
        if doubled or run[0].title.label in folded_words("child_labels"):
            return len(run) if top is None else top, ""
        # Several labels between a child and the next section are more often its entries, a single one or the last ones a leaf;
        # so are more labels than sites have leaves, before one that is known as a leaf.
        if top is not None:
            return top if top >= _LEAVES and not _is_last(run[top].title) else 0, "ambiguous-nesting"
        below = len(run) > 1 and (line := self._line(0)) is not None and is_marker(line)
        return len(run) if below else 0, "ambiguous-nesting"

    def _pairs(self) -> list[Step]:
        """Read doubled lines: children of the section before, or sections whose parent is gone."""
        if self.closed:
            return []
        orphans = self.level is None
        size = 0
        while self._is_pair(size):
            size += 2
        if not size or (orphans and not self._continues(size)):
            return []
        steps = [self._pair(index, orphans=orphans) for index in range(0, size, 2)]
        self.at += size
        self.level = None if orphans else CHILD
        return steps

    def _pair(self, ahead: int, *, orphans: bool) -> Step:
        title, heading = self.lines[self.at + ahead], self.lines[self.at + ahead + 1]
        return Step(TOP if orphans else CHILD, title, None, heading, None, "orphan-section" if orphans and ahead == 0 else "")

    def _is_pair(self, ahead: int) -> bool:
        first, second = self._line(ahead), self._line(ahead + 1)
        return first is not None and second is not None and _is_label(first) and first.label == second.label

    def _continues(self, ahead: int) -> bool:
        """Tell whether more navigation stands at a place: a dash, or doubled lines."""
        line = self._line(ahead)
        if line is None or is_marker(line) or is_leaf(line) or self._is_pair(ahead):
            return line is not None
        return self._heading(line, self._line(ahead + 1), dashed=False)[1] is not None or _known_length(line.text) is not None


def _known_length(text: str) -> int | None:
    """Return the length of the known label at the start of a line that goes on without a blank in upper case."""
    if len(text) <= MAX_LABEL and not ends_sentence(text):
        return None
    for label in _top_labels():
        length = prefix_length(text, label)
        if length is not None and not (text[length].isspace() or text[length].islower() or _is_joint(text[length])):
            return length
    return None


def _is_joint(character: str) -> bool:
    """Tell whether a character parts words or sentences, so that nothing is glued to what stands before it."""
    return not character.isalnum() and character not in _OPENERS


@cache
def _top_labels() -> tuple[str, ...]:
    labels = {label for words in lexicons() for label in words.top_labels}
    return tuple(sorted(labels, key=len, reverse=True))


def _is_label(line: Line) -> bool:
    return bool(line.label) and not is_marker(line) and not is_leaf(line)
