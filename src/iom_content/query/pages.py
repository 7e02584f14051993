"""The blocks of a page as a browser searches them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final, NamedTuple

from iom_content.language.skeletons import skeleton
from iom_content.language.word_edges import BLANKS, is_attached, is_hidden, is_shown, is_word_edge

__all__ = ["Page", "Part"]

# Blanks that a browser passes over between the parts of a match; others have to belong to one of them.
_PASSED_OVER: Final = " \t\n\r\f\xa0"
# After what a word may begin: after blanks and, in scripts without blanks between words, after the wide marks of a sentence.
_GAP: Final = re.compile(rf"[{BLANKS}]+|[\u3001\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u300d\u300f](?=[^{BLANKS}])")
_WINDOW: Final = 128
_STRIDE: Final = 128


class Part(NamedTuple):
    """A part of one block: half-open, in code points."""

    block: int
    """Number of the block, from 0."""
    start: int
    """Where it starts."""
    end: int
    """Where it ends."""


class Page:
    """The texts of blocks in reading order, with the skeleton of them all.

    A word is what stands between blanks, or between the wide marks of scripts that have no blanks, where the edge is one for
    every browser.
    """

    def __init__(self, blocks: Sequence[str]) -> None:
        """Take the skeletons of all blocks; words are looked for when they are asked for."""
        self.blocks: tuple[str, ...] = tuple(blocks)
        bones: list[str] = []
        # For each block, how much of the page's skeleton lies before every stride of it.
        self._strides: list[list[int]] = []
        total = 0
        for block in self.blocks:
            strides: list[int] = []
            for offset in range(0, len(block) + 1, _STRIDE):
                strides.append(total)
                bones.append(skeleton(block[offset : offset + _STRIDE]))
                total += len(bones[-1])
            self._strides.append(strides)
        self.bones: str = "".join(bones)

    def text(self, part: Part) -> str:
        """Return the text of a part."""
        return self.blocks[part.block][part.start : part.end]

    def place(self, block: int, offset: int) -> int:
        """Return how much of the skeleton lies before a place."""
        stride = offset // _STRIDE
        return self._strides[block][stride] + len(skeleton(self.blocks[block][stride * _STRIDE : offset]))

    def bones_of(self, part: Part) -> str:
        """Return the skeleton of a part."""
        return self.bones[self.place(part.block, part.start) : self.place(part.block, part.end)]

    def is_edge(self, block: int, offset: int) -> bool:
        """Tell whether a place is certainly an edge of a word for a browser."""
        return is_word_edge(self.blocks[block], offset)

    def is_clear(self, part: Part) -> bool:
        """Tell whether browsers agree on where a part begins and ends: on characters that show, beside none that are hidden."""
        text = self.blocks[part.block]
        around = text[max(0, part.start - 1) : part.start + 1] + text[part.end - 1 : part.end + 1]
        return not is_attached(text[part.start]) and not any(map(is_hidden, around)) and any(map(is_shown, self.text(part)))

    def trimmed(self, part: Part) -> Part:
        """Return a part without its outer blanks."""
        text = self.text(part)
        rest = text.lstrip(BLANKS)
        return Part(part.block, part.end - len(rest), part.end - len(rest) + len(rest.rstrip(BLANKS)))

    def first(self, part: Part, count: int) -> Part:
        """Return the first words of a part that has no outer blanks; all of it if it has no more."""
        text = self.blocks[part.block]
        for found in _GAP.finditer(text, part.start, part.end):
            if found.end() < part.end and is_word_edge(text, found.end()):
                count -= 1
                if not count:
                    return self.trimmed(Part(part.block, part.start, found.end()))
        return part

    def last(self, part: Part, count: int) -> Part:
        """Return the last words of a part that has no outer blanks; all of it if it has no more."""
        text, window = self.blocks[part.block], _WINDOW
        while True:
            # Patterns are not searched backwards: windows from the end grow until they hold enough words.
            begin = max(part.start, part.end - window)
            gaps = [found.end() for found in _GAP.finditer(text, begin, part.end)]
            starts = (place for place in reversed(gaps) if place < part.end and is_word_edge(text, place))
            start = next(islice(starts, count - 1, None), None)
            if start is not None:
                return Part(part.block, start, part.end)
            if begin == part.start:
                return part
            window *= 4

    def before(self, part: Part, count: int) -> Part | None:
        """Return the last words before a part, in its block or, if that begins with it, in the nearest block before.

        The rest of a word that the part cuts comes along uncounted. None if there is nothing.
        """
        rest = self.blocks[part.block][: part.start].rstrip(_PASSED_OVER)
        cut = len(rest) == part.start and not self.is_edge(part.block, part.start)
        here = Part(part.block, 0, len(rest))
        found = here if rest else self._whole(range(part.block - 1, -1, -1))
        return self.last(found, count + cut) if found is not None and count + cut else None

    def after(self, part: Part, count: int) -> Part | None:
        """Return the first words after a part, likewise."""
        text = self.blocks[part.block]
        rest = text[part.end :].lstrip(_PASSED_OVER)
        start = len(text) - len(rest)
        cut = start == part.end and not self.is_edge(part.block, part.end)
        here = Part(part.block, start, len(text.rstrip(_PASSED_OVER)))
        found = here if rest else self._whole(range(part.block + 1, len(self.blocks)))
        return self.first(found, count + cut) if found is not None and count + cut else None

    def _whole(self, numbers: Iterable[int]) -> Part | None:
        """Return the first of some blocks that is not blank."""
        wholes = (self.trimmed(Part(number, 0, len(self.blocks[number]))) for number in numbers)
        return next((whole for whole in wholes if whole.start < whole.end), None)
