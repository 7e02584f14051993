"""The blocks of a text as HTML: elements that say what each is, with an anchor and a permalink."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from iom_content.model.kinds import BlockKind
from iom_content.model.statement import Block
from iom_content.serializers.html_page import Page, class_of, direction_of, element, fragment, shown

__all__ = ["block_parts", "text_parts"]

_LEVELS: Final = 6
_DEEPEST: Final = 8


def text_parts(blocks: tuple[Block, ...], page: Page) -> Iterator[str]:
    """Yield the blocks of a statement in reading order, each but the footers with an anchor and a permalink.

    Args:
        blocks: The blocks; footers go to the end.
        page: The page they stand on.
    """
    footers = tuple(block for block in blocks if block.kind is BlockKind.FOOTER)
    number = 0
    for listed, group in groupby((block for block in blocks if block.kind is not BlockKind.FOOTER), _is_listed):
        run = tuple(group)
        anchors = [page.unique(f"p{number + place}") for place in range(1, len(run) + 1)]
        number += len(run)
        if listed:
            yield from _list(run, anchors)
        else:
            yield from (_block(block, page, anchor) for block, anchor in zip(run, anchors, strict=True))
    if footers:
        yield element(
            "footer",
            "".join(f"\n{element('p', shown(block.text), class_=class_of(block.text), **_language(block))}" for block in footers) + "\n",
        )


def block_parts(block: Block, page: Page) -> Iterator[str]:
    """Yield a block that stands alone, a footer like any other.

    Args:
        block: The block.
        page: The page it stands on.
    """
    anchor = page.unique("p1")
    yield from _list((block,), [anchor]) if _is_listed(block) else (_block(block, page, anchor),)


def _is_listed(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


def _language(block: Block) -> dict[str, str | None]:
    return {"lang": block.language, "dir": direction_of(block.language) if block.language else None}


def _permalink(anchor: str) -> str:
    return element("a", "", class_="permalink", href=fragment(anchor), aria_label=f"Link to {anchor}")


def _list(blocks: tuple[Block, ...], anchors: list[str]) -> Iterator[str]:
    """Yield neighbouring list items as one list, each below the nearest item before it that is less deep."""
    above: list[int] = []
    for block, anchor in zip(blocks, anchors, strict=True):
        depth = min(block.depth or 1, _DEEPEST)
        while above and above[-1] > depth and (len(above) > 1):
            above.pop()
            yield "</li>"
            yield "</ul>"
        if above and (above[-1] >= depth):
            yield "</li>"
            above[-1] = depth
        else:
            yield "<ul>"
            above.append(depth)
        opening = element("li", "", class_=class_of(block.text), id=anchor, **_language(block)).removesuffix("</li>")
        yield f"{opening}{shown(block.text)}{_permalink(anchor)}"
    yield from ("</li>", "</ul>") * len(above)


def _block(block: Block, page: Page, anchor: str) -> str:
    text = f"{shown(block.text)}{_permalink(anchor)}"
    said = {"class_": class_of(block.text), "id": anchor, **_language(block)}
    if block.kind is BlockKind.HEADING:
        return element(f"h{min(page.level + 1, _LEVELS)}", text, **said)
    if block.kind is BlockKind.QUOTATION:
        return element("blockquote", element("p", text), **said)
    if block.kind is BlockKind.CAPTION:
        return element("figure", element("figcaption", text), **said)
    name = None if block.kind is BlockKind.PARAGRAPH else block.kind.value.replace("_", "-")
    return element("p", text, **said | {"class_": class_of(block.text, name)})
