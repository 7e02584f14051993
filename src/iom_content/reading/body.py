"""The blocks of a text: kinds, depths, languages, duplicates and a cut end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iom_content.language.guess import language_of_text
from iom_content.model.kinds import BlockKind, Mark
from iom_content.model.statement import Block
from iom_content.reading.blocks import ends_sentence, is_phrase, kind_of, marker_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iom_content.reading.lines import Line
    from iom_content.reading.wrapping import Passage

_TAGS: Final = re.compile(r"(?:\s*</?[a-zA-Z][^<>]*>)+\Z")
"""Tags that were left behind a text."""
_TAIL: Final = 200
"""How many code points at the end of a text are looked at for its end."""
_ITEM_ENDS: Final = ",;\u060c\u061b"
"""Marks between the items of a list."""
_TELLING: Final = 24
"""A text shorter than this cannot hold words enough to tell its language."""


def blocks_of(body: Sequence[Passage], footer: Sequence[Line], title: str | None, language: str | None) -> Iterator[Block]:
    r"""Yield the blocks of a text.

    Args:
        body: Its passages.
        footer: The lines below it.
        title: Its title, which a block may repeat.
        language: Its language, where it is known.

    Yields:
        Blocks in reading order.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> from iom_content.reading.wrapping import passages_of
        >>> page = "Dear friends,\n- oil"
        >>> [block.kind.value for block in blocks_of(passages_of(page, lines_of(page)), (), None, "en")]
        ['salutation', 'list_item']
    """
    texts = [passage.text for passage in body]
    beside = zip(body, ["", *texts], [*texts[1:], ""], strict=False)
    kinds = [passage.kind or kind_of(passage.text, below, above) for passage, above, below in beside]
    depths = _depths(body, kinds)
    cut = bool(texts) and not footer and _is_cut(texts, kinds)
    seen: set[str] = set() if title is None else {title}
    for index, (passage, kind) in enumerate(zip(body, kinds, strict=True)):
        text = passage.text[marker_length(passage.text) :] if kind is BlockKind.LIST_ITEM else passage.text
        marks = _duplicate(text, seen) + ((Mark.TRUNCATED,) if cut and index == len(body) - 1 else ())
        yield Block(kind=kind, text=text, spans=passage.spans, depth=depths[index], language=_other_language(text, language), marks=marks)
    for line in footer:
        marks = _duplicate(line.text, seen)
        yield Block(kind=BlockKind.FOOTER, text=line.text, spans=(line.span,), language=_other_language(line.text, language), marks=marks)


def _other_language(text: str, language: str | None) -> str | None:
    """Return the language of a block if it is known to differ from the whole's; a few words never tell it."""
    own = language_of_text(text) if len(text) >= _TELLING else None
    return None if own == language else own


def _duplicate(text: str, seen: set[str]) -> tuple[Mark, ...]:
    """Return the mark of a text that was seen, and remember the text."""
    marks = (Mark.DUPLICATE,) if text in seen else ()
    seen.add(text)
    return marks


def _is_cut(texts: Sequence[str], kinds: Sequence[BlockKind]) -> bool:
    """Tell whether the last block lacks its end; a list may do without marks if its other items do."""
    last = texts[-1]
    if (
        ends_sentence(_TAGS.sub("", last[-_TAIL:]))
        or kinds[-1] in {BlockKind.SALUTATION, BlockKind.DELIVERY_NOTE, BlockKind.CAPTION, BlockKind.MEDIA}
        or is_phrase(last, "closings")
    ):
        return False
    items = [text for text, kind in zip(texts[:-1], kinds, strict=False) if kind is BlockKind.LIST_ITEM]
    return kinds[-1] is not BlockKind.LIST_ITEM or not items or ends_sentence(items[-1]) or items[-1][-1] in _ITEM_ENDS


def _depths(passages: Sequence[Passage], kinds: Sequence[BlockKind]) -> list[int | None]:
    """Return the level of each list item by its indent against the items above it in the same list."""
    depths: list[int | None] = []
    indents: list[int] = []
    for passage, kind in zip(passages, kinds, strict=True):
        if kind is not BlockKind.LIST_ITEM:
            indents = []
        else:
            while indents and indents[-1] > passage.indent:
                indents.pop()
            if not indents or indents[-1] < passage.indent:
                indents.append(passage.indent)
        depths.append(passage.depth or len(indents) or None)
    return depths
