"""The notes on a statement: what is unknown, ambiguous or contradictory, each with a stable code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iom_content.model.document import Note
from iom_content.model.kinds import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iom_content.model.statement import Statement


class Flaw(NamedTuple):
    """Something wrong with a field of the head, or open in a block."""

    field: str
    """The field's name, or the path of a block."""
    flaw: str
    """A key of `FLAWS`."""


FLAWS: Final = {
    "year": ("date-without-year", "a day and month without a year; the year is not guessed"),
    "day": ("date-without-day", "a month without a day; the day is not guessed"),
    "order": ("ambiguous-date", "figures that may be day and month or month and day; nothing on the page decides it"),
    "range": ("date-range", "several days; none of them is chosen"),
    "calendar": ("impossible-date", "a day that no calendar has"),
    "weekday": ("weekday-differs", "the day is kept though the weekday beside it is another"),
    "further": ("further-date", "the page states a further day than those read"),
    "paragraph": (
        "ambiguous-paragraphs",
        "a sentence ends at a full line in this block; its paragraph may end there, which nothing decides",
    ),
    "cut": ("title-cut", "the first line is the beginning of the second, which is read as the title in full"),
}
"""Code and message of each flaw."""


def statement_notes(
    statement: Statement, flaws: Sequence[Flaw], *, derived: bool, bannered: bool, language: str | None
) -> tuple[Note, ...]:
    """Return the notes on a statement.

    Args:
        statement: As read.
        flaws: What is wrong with its head.
        derived: Whether its id is made from its title.
        bannered: Whether a navigation stands above it.
        language: The navigation's language, where it is known.

    Returns:
        Notes in the order of the fields, those of blocks last.

    Example:
        >>> import iom_content as iom
        >>> [note.code for note in iom.ingest("It rained, and the ferry was late.").notes]
        ['no-title', 'no-language', 'undated']
    """
    return tuple(_notes(statement, flaws, derived=derived, bannered=bannered, language=language))


def _notes(statement: Statement, flaws: Sequence[Flaw], *, derived: bool, bannered: bool, language: str | None) -> Iterator[Note]:
    if statement.title is None:
        where = "below the navigation" if bannered else "of the text"
        yield Note(code="no-title", message=f"the first line {where} is no title", pointer="/statement/title")
    if derived:
        yield Note(
            code="id-from-title", message="the address of the page is not known; the id is made from the title", pointer="/statement/id"
        )
    yield from _language_notes(statement, language)
    if statement.published is None:
        form = "this form of page carries no date" if bannered else "the page does not say when it was published"
        yield Note(code="undated", message=form, pointer="/statement/published")
    for flaw in dict.fromkeys(flaws):
        code, message = FLAWS[flaw.flaw]
        yield Note(code=code, message=message, pointer=f"/statement/{flaw.field}")
    for index, block in enumerate(statement.blocks):
        if Mark.TRUNCATED in block.marks:
            yield Note(code="truncated", message="the capture ends inside this block", pointer=f"/statement/blocks/{index}")


def _language_notes(statement: Statement, language: str | None) -> Iterator[Note]:
    if statement.language is None:
        yield Note(code="no-language", message="the words do not tell the language", pointer="/statement/language")
    elif language is not None and language != statement.language:
        yield Note(
            code="mixed-language",
            message=f"the navigation is in {language}, the text in {statement.language}",
            pointer="/statement/language",
        )
    others = [(index, block.language) for index, block in enumerate(statement.blocks) if block.language]
    if others:
        found = ", ".join(sorted({other for _, other in others}))
        yield Note(
            code="mixed-language",
            message=f"blocks in other languages than the text: {found}; this is the first",
            pointer=f"/statement/blocks/{others[0][0]}",
        )
