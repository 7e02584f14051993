"""Lines that a page broke at a fixed width, joined to the paragraphs they were; on evidence only.

Who breaks lines at a width puts on a line what fits. So a break is forced if the next word did not fit, and free if it
did; a free break was meant. Lines are joined only in a run of short lines in which sentences go on over forced breaks.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.language.invisible import bare
from iom_content.reading.blocks import ends_sentence, is_bulleted, is_numbered, marker_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iom_content.model.kinds import BlockKind
    from iom_content.model.origins import Span
    from iom_content.reading.lines import Line

_WIDEST: Final = 90
"""Longest line of a wrapped text."""
_FULL: Final = 45
"""A line shorter than this is no evidence of wrapping."""
_EVIDENCE: Final = 2
"""How many forced breaks within a sentence are evidence."""
_SHARE: Final = 2
"""One in so many breaks within sentences must be forced at the same width."""
_SLACK: Final = 2
"""A word that fitted by less than this may have been broken off all the same: marks are counted in several ways."""
_WORD: Final = 40
"""A word longer than this is cut: it forces any break."""
_LEAD: Final = re.compile(r"(?:[\"'(\[\u00ab\u2018\u201c\u201e]\s?)*(?:\d[\d.,/]*%?\s+)?")
"""What may stand before the first letter of a line within a sentence: opening marks, a number."""


class Passage(NamedTuple):
    """Text that may take several lines."""

    text: str
    """Its lines joined by single blanks."""
    spans: tuple[Span, ...]
    """Their places."""
    indent: int
    """Blanks before the first."""
    doubt: bool = False
    """Whether a sentence ends at a full line inside, so that a paragraph may end there too."""
    kind: BlockKind | None = None
    """What it is, where the page's markup says so."""
    depth: int | None = None
    """The level of a list item, where the page's markup says so."""


def passages_of(text: str, lines: Sequence[Line]) -> tuple[Passage, ...]:
    r"""Join wrapped lines; where nothing shows that lines were wrapped each stays alone.

    Args:
        text: The capture's text.
        lines: Lines below the title.

    Returns:
        Passages in reading order.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> page = "One line.\nAnother."
        >>> [passage.text for passage in passages_of(page, lines_of(page))]
        ['One line.', 'Another.']
    """
    return tuple(passage for run in _runs(lines) for passage in _passages(text, run))


def _runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield stretches of lines that are all short, and each long line alone."""
    first = 0
    for index, line in enumerate(lines):
        if len(line.text) > _WIDEST:
            if first < index:
                yield lines[first:index]
            yield lines[index : index + 1]
            first = index + 1
    if first < len(lines):
        yield lines[first:]


def _passages(text: str, run: Sequence[Line]) -> Iterator[Passage]:
    width = _width(run)
    for group, doubt in _paragraphs(run, width) if width else (([line], False) for line in run):
        yield Passage(joined(text, group), tuple(line.span for line in group), group[0].indent, doubt)


def joined(text: str, group: Sequence[Line]) -> str:
    r"""Return lines joined by single blanks; invisible characters stay but at the edges of the whole.

    Args:
        text: The capture's text.
        group: Lines of one paragraph.

    Returns:
        Their words.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> joined("One\n  line", lines_of("One\n  line"))
        'One line'
    """
    return bare(" ".join(text[line.start : line.end] for line in group))


def _width(run: Sequence[Line]) -> int:
    """Return how long the lines are that were broken at a width; 0 if there is no evidence that any were."""
    # Where empty lines part paragraphs, lines that none parts belong together whatever letter the second starts with.
    spaced = any(line.apart for line in run[1:])
    breaks = [
        (len(line.text), _needed(line, below))
        for line, below in pairwise(run)
        if not below.apart and len(line.text) >= _FULL and not ends_sentence(line.text) and not marker_length(below.text)
        if spaced or _goes_on(line.text, below.text)
    ]
    # A break is forced at each width from that of its line up to what the next word needed.
    edges = sorted([(length, 1) for length, _ in breaks] + [(needed, -1) for _, needed in breaks])
    best = forced = limit = 0
    for (edge, change), (above, _) in pairwise(edges):
        forced += change
        if forced >= best and above > edge:
            best, limit = forced, above
    # Where letters have no case, nothing but the width shows that a sentence goes on.
    needed = _EVIDENCE if any(below.text[0].islower() for below in run) else _EVIDENCE + 1
    if best < needed or best * _SHARE < len(breaks):
        return 0
    return max(len(line.text) for line in run if len(line.text) < limit)


def _goes_on(text: str, below: str) -> bool:
    """Tell whether a line can go on with a sentence: in lower case, or in a script without case, also behind quotes, a year or a dash."""
    marker = marker_length(below)
    if marker and (marker_length(text) or not is_bulleted(below)):
        # Under another item, or with a number, it is an item itself.
        return False
    first = _LEAD.sub("", below[marker:_WORD], count=1)[:1]
    return first.islower() or (first.isalpha() and not first.isupper() and not first.istitle())


def _needed(line: Line, below: Line) -> int:
    """Return how wide a line would be with the first word of the line below."""
    return len(line.text) + 1 + len(below.text[:_WORD].split(maxsplit=1)[0])


def _paragraphs(run: Sequence[Line], width: int) -> Iterator[tuple[list[Line], bool]]:
    """Yield the lines of each paragraph, and whether a paragraph may have ended inside."""
    group = [run[0]]
    doubt = False
    for line in run[1:]:
        if line.apart or _ends(group[-1], line, width) or _starts_item(line, group):
            if not line.apart and _is_heading_below(group):
                # No paragraph breaks off after one that is whole: the line names what stands below.
                yield group[:-1], any(ends_sentence(above.text) for above in group[:-2])
                group, doubt = group[-1:], False
            yield group, doubt
            group, doubt = [], False
        elif ends_sentence(group[-1].text):
            doubt = True
        group.append(line)
    yield group, doubt


def _is_heading_below(group: Sequence[Line]) -> bool:
    """Tell whether the last of several lines starts after a sentence and ends none, though there was room."""
    return len(group) > 1 and ends_sentence(group[-2].text) and len(group[-1].text) < _FULL and not ends_sentence(group[-1].text)


def _ends(line: Line, below: Line, width: int) -> bool:
    """Tell whether a paragraph ends with a line: its break was free, and no long line goes on below in lower case."""
    if len(line.text) <= width < _needed(line, below) + _SLACK:
        return False
    return ends_sentence(line.text) or len(line.text) < _FULL or not _goes_on(line.text, below.text)


def _starts_item(line: Line, group: Sequence[Line]) -> bool:
    """Tell whether a line is the next item of a list; within a sentence a dash or number is but the first on its line."""
    if is_numbered(line.text):
        return ends_sentence(group[-1].text)
    return bool(marker_length(line.text)) and (bool(marker_length(group[0].text)) or ends_sentence(group[-1].text))
