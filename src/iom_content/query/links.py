"""Links that lead to a passage of a page and mark it there: text fragments.

The directive is that of https://wicg.github.io/scroll-to-text-fragment/. A browser marks the first text that fits it,
whatever the case and the accents, if that begins and ends at edges of words; no part of a directive reaches from one block
into the next. Every directive made here fits its own passage by those rules, and nothing before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote

from iom_content.errors import InvalidValue, shown
from iom_content.model.constraints import has_lone_surrogate
from iom_content.query.pages import Page, Part

__all__ = ["CONTEXT_WORDS", "EDGE_WORDS", "EXACT_WORDS", "link_to", "text_fragment"]

EXACT_WORDS: Final = 8
"""A passage of up to so many words stands in a directive in full."""
EDGE_WORDS: Final = 4
"""Of a longer one, or of one over several blocks, so many words from each end."""
CONTEXT_WORDS: Final = 64
"""How many words a prefix, a suffix or an end may grow to until the passage is told from others."""

_STEPS: Final = (1, 2, 4, 8, 16, 32, CONTEXT_WORDS)
# What browsers draw together on a page with usual styles.
_COLLAPSED: Final = re.compile("[ \t\n\r\f]+")


class _Match(NamedTuple):
    """A part that a browser is to find between two others."""

    before: Part | None
    part: Part
    after: Part | None


def text_fragment(blocks: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return the fragment directive that leads to a passage.

    Up to eight words stand in it in full; of a longer passage, or one over several blocks, the first and the last four.
    Words around it are added until it is unique: until no other text in the blocks has the same letters and digits in the
    same order, whatever stands between them. Where nothing makes it unique, because whole surroundings are repeated, the
    first of its like still has a directive, for that is what browsers choose; the others have none.

    Args:
        blocks: The texts of all blocks of the page, in reading order.
        start: Number of the block, from 0, in which the passage starts, and the offset in its text, in code points.
        end: The same for its end.

    Returns:
        `text=…`, percent-encoded; empty if no directive leads to this passage and no other.

    Raises:
        InvalidValue: A place does not exist, the passage is blank, or a text holds a lone surrogate.

    Example:
        >>> text_fragment(["One aim. One voice.", "One voice, one aim."], (1, 0), (1, 9))
        'text=voice.-,One%20voice'
        >>> text_fragment(["Ahoy!", "Ahoy!", "Ahoy!", "Ahoy!"], (2, 0), (2, 5))
        ''
    """
    page = _page(_checked(blocks))
    first, last = _ends(page, start, end)
    if first.block == last.block:
        passage = Part(first.block, first.start, last.end)
        if page.first(passage, EXACT_WORDS) == passage:
            found = _first(page, _exact(page, passage))
            return "" if found is None else _directive(page, found.before, found.part, None, found.after)
        # The two ends of one part must not overlap.
        first = page.trimmed(Part(first.block, first.start, page.last(passage, EDGE_WORDS).start))
    begin = _first(page, _begins(page, first))
    if begin is None:
        return ""
    if first.block == last.block:
        last = page.trimmed(Part(last.block, begin.part.end, last.end))
    finish = _next(page, begin.part, _finishes(page, last))
    return "" if finish is None else _directive(page, begin.before, begin.part, finish.part, finish.after)


def link_to(url: str, blocks: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return the address of a page with the directive that leads to a passage.

    A fragment that the address has stays, a directive that it has is replaced.

    Args:
        url: The page's address.
        blocks: The texts of all its blocks, as for `text_fragment`.
        start: Where the passage starts.
        end: Where it ends.

    Returns:
        The address; without a directive if none leads to this passage and no other.

    Raises:
        InvalidValue: As for `text_fragment`.

    Example:
        >>> link_to("https://example.org/talk#part-2", ["One aim, one voice."], (0, 9), (0, 18))
        'https://example.org/talk#part-2:~:text=one%20voice'
    """
    page = url.partition(":~:")[0]
    directive = text_fragment(blocks, start, end)
    if not directive:
        return page.removesuffix("#")
    return f"{page}{'' if '#' in page else '#'}:~:{directive}"


def _exact(page: Page, part: Part) -> Iterator[_Match]:
    before, after = page.before(part, 0), page.after(part, 0)
    yield _Match(before, part, after)
    for count in _STEPS:
        wider = page.before(part, count), page.after(part, count)
        yield _Match(wider[0], part, after)
        yield _Match(before, part, wider[1])
        yield _Match(wider[0], part, wider[1])


def _begins(page: Page, whole: Part) -> Iterator[_Match]:
    for words in (EDGE_WORDS, *(step for step in _STEPS if step > EDGE_WORDS)):
        part = page.first(whole, words)
        yield from (_Match(page.before(part, count), part, None) for count in (0, *_STEPS))


def _finishes(page: Page, whole: Part) -> Iterator[_Match]:
    for words in (EDGE_WORDS, *(step for step in _STEPS if step > EDGE_WORDS)):
        part = page.last(whole, words)
        yield from (_Match(None, part, page.after(part, count)) for count in (0, *_STEPS))


def _first(page: Page, matches: Iterable[_Match]) -> _Match | None:
    """Return the first match that is unique, else the first that nothing like it precedes."""
    foremost = None
    for match in matches:
        bones, place = _bones(page, match)
        if not bones or not _fits(page, match) or page.bones.find(bones) != place:
            continue
        if page.bones.find(bones, place + 1) < 0:
            return match
        foremost = foremost or match
    return foremost


def _next(page: Page, begin: Part, matches: Iterable[_Match]) -> _Match | None:
    """Return the first match that a browser comes upon first when it goes on from the beginning."""
    reached = page.place(begin.block, begin.end)
    for match in matches:
        bones, place = _bones(page, match)
        if bones and _fits(page, match) and page.bones.find(bones, reached) == place:
            return match
    return None


def _bones(page: Page, match: _Match) -> tuple[str, int]:
    """Return the skeleton of a match and its place in the page's."""
    parts = [part for part in match if part is not None]
    return "".join(map(page.bones_of, parts)), page.place(parts[0].block, parts[0].start)


def _fits(page: Page, match: _Match) -> bool:
    """Tell whether a browser certainly finds the match where it stands: its edges are those of words, its parts are clear."""
    parts = [part for part in match if part is not None]
    edges = (parts[0].block, parts[0].start), (parts[-1].block, parts[-1].end)
    return all(page.is_edge(*edge) for edge in edges) and all(map(page.is_clear, parts))


def _directive(page: Page, before: Part | None, begin: Part, finish: Part | None, after: Part | None) -> str:
    parts = (_encoded(page, before, "{}-"), _encoded(page, begin, "{}"), _encoded(page, finish, "{}"), _encoded(page, after, "-{}"))
    return f"text={','.join(part for part in parts if part)}"


def _encoded(page: Page, part: Part | None, form: str) -> str:
    """Return a part's text with all but unreserved characters percent-encoded, the hyphen too, which means something here."""
    if part is None:
        return ""
    return form.format(quote(_COLLAPSED.sub(" ", page.text(part)), safe="").replace("-", "%2D"))


@lru_cache(maxsize=4)
def _page(blocks: tuple[str, ...]) -> Page:
    # Most of the work on a link; several passages of one page are mostly asked for in a row.
    return Page(blocks)


def _checked(blocks: Sequence[str]) -> tuple[str, ...]:
    for number, block in enumerate(blocks):
        if has_lone_surrogate(block):
            raise InvalidValue("text_fragment", f"/blocks/{number}", "text without lone surrogates", shown(block))
    return tuple(blocks)


def _ends(page: Page, start: tuple[int, int], end: tuple[int, int]) -> tuple[Part, Part]:
    """Return what the passage holds of its first and of its last block, without outer blanks; the same if that is one."""
    for name, (block, offset) in (("start", start), ("end", end)):
        if not 0 <= block < len(page.blocks) or not 0 <= offset <= len(page.blocks[block]):
            raise InvalidValue("text_fragment", f"/{name}", "the number of a block and an offset in its text", shown((block, offset)))
    parts = [
        page.trimmed(Part(number, start[1] if number == start[0] else 0, end[1] if number == end[0] else len(page.blocks[number])))
        for number in range(start[0], end[0] + 1)
    ]
    filled = [part for part in parts if part.start < part.end]
    if not filled:
        raise InvalidValue("text_fragment", "/end", f"an end after the start {start}, with more than blanks between", shown(end))
    return filled[0], filled[-1]
