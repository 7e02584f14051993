"""The tree of sections that a navigation block spells out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from iom_content.language.folding import fold
from iom_content.language.lexicon import lexicons
from iom_content.language.slugs import slug
from iom_content.model.document import Note
from iom_content.model.organization import Section
from iom_content.model.origins import Origins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.navigation import Step

_UNROOTED = ("en", None)


def sections_of(steps: Sequence[Step], language: str | None) -> tuple[Section, ...]:
    r"""Build the sections of a navigation.

    Args:
        steps: The block's sections in reading order.
        language: Language of the block; other ones than English go before the ids.

    Returns:
        The sections at the top, with those below them.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> from iom_content.reading.navigation import read_navigation
        >>> page = "-\nAgir\nAgir\nEngagez-vous\nENGAGEZ-VOUS\n- 2030 Agenda"
        >>> [section.id for section in sections_of(read_navigation(page, lines_of(page)).steps, "fr")]
        ['fr/agir', 'fr/2030-agenda']
    """
    return _built(steps, 0, "" if language in _UNROOTED else f"{language}/")


def language_of(steps: Sequence[Step]) -> str | None:
    r"""Return the language in which a navigation's labels are known; None if none or several know them equally well.

    Args:
        steps: The block's sections.

    Returns:
        The BCP 47 tag of a lexicon, or None.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> from iom_content.reading.navigation import read_navigation
        >>> page = "-\nAgir\nAgir\n- 2030 Agenda"
        >>> language_of(read_navigation(page, lines_of(page)).steps)
        'fr'
    """
    labels = {step.title.label for step in steps}
    counts = sorted((len(labels & known), language) for language, known in _labels())
    (second, _), (best, language) = counts[-2:]
    return language if best > second else None


@cache
def _labels() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((words.language, frozenset(map(fold, (*words.top_labels, *words.child_labels)))) for words in lexicons())


def navigation_notes(steps: Sequence[Step], *, closed: bool) -> tuple[Note, ...]:
    r"""Return what structure left open in a navigation.

    Args:
        steps: The block's sections.
        closed: Whether the label that usually ends the block was met.

    Returns:
        One note for each doubt, with the pointer of the first section concerned.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> from iom_content.reading.navigation import read_navigation
        >>> page = "-\nAgir\nAgir"
        >>> navigation_notes(read_navigation(page, lines_of(page)).steps, closed=False)
        (<Note open-navigation /organization/sections/0>,)
    """
    pointers = _pointers(steps)
    notes = [
        Note(code=step.doubt, message=_DOUBTS[step.doubt], pointer=pointer)
        for step, pointer in zip(steps, pointers, strict=True)
        if step.doubt
    ]
    if not closed:
        notes.append(
            Note(
                code="open-navigation",
                message="nothing marks the end of the navigation; it is read as far as its structure goes",
                pointer=pointers[-1],
            )
        )
    return tuple(notes)


_DOUBTS = {
    "ambiguous-nesting": "dashed labels after a child may be its entries or sections at the top; nothing on the page decides it",
    "label-missing": "the line of the label is missing; the label is told from the summary glued to its heading",
    "orphan-section": "a section below another stands where none is open; it is read as one at the top",
}


def _built(steps: Sequence[Step], level: int, root: str) -> tuple[Section, ...]:
    heads = [index for index, step in enumerate(steps) if step.level == level]
    taken: dict[str, int] = {}
    sections: list[Section] = []
    for head, end in zip(heads, [*heads[1:], len(steps)], strict=False):
        here = root + _unique(slug(steps[head].title.text), taken)
        sections.append(_section(steps[head], here, _built(steps[head + 1 : end], level + 1, f"{here}/")))
    return tuple(sections)


def _section(step: Step, here: str, children: tuple[Section, ...]) -> Section:
    parts = {"marker": step.marker, "title": step.title, "heading": step.heading, "summary": step.summary}
    return Section(
        id=here,
        title=step.title.text,
        heading=None if step.heading is None else step.heading.text,
        summary=None if step.summary is None else step.summary.text,
        children=children,
        origins=Origins({name: part.origin for name, part in parts.items() if part is not None}),
    )


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """Return `wanted`, or with the first number from 2 on that makes it unlike those taken."""
    found = wanted
    while found in taken:
        taken[wanted] += 1
        found = f"{wanted}-{taken[wanted]}"
    taken[found] = 1
    return found


def _pointers(steps: Sequence[Step]) -> list[str]:
    """Return the pointer of each section, in reading order."""
    path: list[int] = []
    pointers: list[str] = []
    for step in steps:
        place = path[step.level] + 1 if len(path) > step.level else 0
        path[step.level :] = [place]
        pointers.append("/organization/sections/" + "/children/".join(map(str, path)))
    return pointers
