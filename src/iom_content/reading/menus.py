"""The navigation of a saved HTML page: the list of lists whose entries are the organization's sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iom_content.language.folding import fold, prefix_length
from iom_content.reading.blocks import ends_sentence
from iom_content.reading.lines import MAX_LABEL, Line, part_of
from iom_content.reading.navigation import Navigation, Step, is_navigation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iom_content.reading.rendering_html import Marked

_DEEPEST: Final = 30
"""Entries further down are read at this level."""
_SUMMARY: Final = 40
"""Text of this length below a label is its summary."""


def menu_of(marked: Sequence[Marked], text: str) -> tuple[Navigation | None, list[Marked]]:
    """Read the navigation from the lines of a page.

    Args:
        marked: The lines with their elements.
        text: The extracted text.

    Returns:
        The navigation, None if no menu is the organization's; and the lines that are none of it.
    """
    for is_menu in (_is_menu, _is_list):
        best: tuple[Step, ...] = ()
        owned: set[int] = set()
        for lines in _grouped(marked, is_menu):
            steps, starts = _steps(lines, text)
            if is_navigation(steps) and len(steps) > len(best):
                best, owned = steps, starts
        if best:
            return Navigation(best, 0, closed=True), [found for found in marked if found.line.start not in owned]
    return None, list(marked)


def _grouped(marked: Sequence[Marked], is_menu: Callable[[Any], bool]) -> Iterable[list[Marked]]:
    """Gather the lines of each outermost element of a sort."""
    menus: dict[int, list[Marked]] = {}
    for found in marked:
        menu = next((element for element in found.piece.path if is_menu(element)), None)
        if menu is not None:
            menus.setdefault(id(menu), []).append(found)
    return menus.values()


def _is_menu(element: Any) -> bool:
    return bool(element.tag == "nav" or element.attributes.get("role") == "navigation")


def _is_list(element: Any) -> bool:
    """Tell whether an element is a list, which on pages without marked navigation may be one."""
    return element.tag in {"ul", "ol", "menu"}


def _steps(lines: Sequence[Marked], text: str) -> tuple[tuple[Step, ...], set[int]]:
    """Return the sections of a menu, and the starts of the lines that they own."""
    steps: list[Step] = []
    places: dict[int, int] = {}
    owned: set[int] = set()
    for found in lines:
        items = [element for element in found.piece.path if element.tag == "li"]
        if not items or not found.line.text:
            continue
        key = id(items[-1])
        if key not in places:
            step = _first(found, text, min(len(items) - 1, _DEEPEST, steps[-1].level + 1 if steps else 0))
            if step is None:
                continue
            places[key] = len(steps)
            steps.append(step)
        elif (more := _more(steps[places[key]], found.line, text)) is not None and places[key] == len(steps) - 1:
            steps[places[key]] = more
        else:
            continue
        owned.add(found.line.start)
    return tuple(steps), owned


def _first(found: Marked, text: str, level: int) -> Step | None:
    """Make a section of the first line of a list item: the marker, then the label."""
    line = found.line
    if not found.piece.starts_item or len(found.piece.text) > MAX_LABEL:
        return None
    marker = part_of(text, line.start, line.start + 1)
    title = part_of(text, line.start + 1, line.end)
    return None if title is None or not title.text else Step(level, title, marker)


def _more(step: Step, line: Line, text: str) -> Step | None:
    """Add a line to a section: its heading, its summary, or both in one; None if it is neither."""
    if step.summary is not None:
        return None
    if step.heading is None and fold(line.text) == fold(step.title.text):
        return step._replace(heading=line)
    length = prefix_length(line.text, step.title.text) if step.heading is None else None
    if length is not None and line.text[length : length + 1].isupper():
        split = line.at + length
        return step._replace(heading=part_of(text, line.start, split), summary=part_of(text, split, line.end))
    return step._replace(summary=line) if len(line.text) >= _SUMMARY or ends_sentence(line.text) else None
