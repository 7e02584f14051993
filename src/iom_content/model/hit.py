"""An answer of a search: a place of official texts with the words that were asked for."""

from __future__ import annotations

from typing import Any, ClassVar

import attr

from iom_content.errors import shown
from iom_content.model import _result_checks
from iom_content.model.constraints import AT_LEAST_ONE, CODE, INTEGER, NONBLANK, TEXT, checked
from iom_content.model.origins import Span
from iom_content.model.result_rules import snippet_is_of_its_text, words_lie_in_their_text
from iom_content.model.value import Value

__all__ = ["Hit"]


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Hit(Value):
    """A place that a search found, with every word in it that the query names.

    Example:
        >>> import iom_content as iom
        >>> hit = iom.search('"no easy task"')[0]
        >>> hit.value_id, hit.label, [hit.block_text[span.start : span.end] for span in hit.spans]
        ('sdg-summit-statement-iom-director-general', 'p2', ['no', 'easy', 'task'])
    """

    RULES: ClassVar[tuple[Any, ...]] = (words_lie_in_their_text, snippet_is_of_its_text)

    value_id: str = checked(NONBLANK)
    """Id of the statement or section."""
    label: str = checked(NONBLANK)
    """The place: `title`, `p1` …, `summary`."""
    block_text: str = checked(NONBLANK)
    """The whole text of the place."""
    spans: tuple[Span, ...] = checked(AT_LEAST_ONE)
    """The words that were asked for, in code points of that text, in reading order."""
    snippet: str = checked(NONBLANK)
    """A part of that text around the first of those words, to its letter."""
    snippet_start: int = checked(INTEGER)
    """Its first code point in that text."""
    url: str | None = checked(TEXT, default=None)
    """Address of the page."""
    notes: tuple[str, ...] = checked(CODE, default=())
    """Codes that say how the query was read where it was not well formed."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_hit(self, Span)

    def __repr__(self) -> str:
        return f"<Hit {shown(self.value_id, 60)[1:-1]} {shown(self.label, 60)[1:-1]}>"
