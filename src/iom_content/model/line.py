"""A line of a concordance: words of official texts between what stands around them."""

from __future__ import annotations

from typing import Any, ClassVar

import attr

from iom_content.errors import shown
from iom_content.model import _result_checks
from iom_content.model.constraints import INTEGER, NONBLANK, TEXT, checked
from iom_content.model.result_rules import line_is_its_text
from iom_content.model.value import Value

__all__ = ["Line"]


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Line(Value):
    """One occurrence of words with what stands around it.

    Example:
        >>> import iom_content as iom
        >>> line = iom.concordance("easy task", width=10)[0]
        >>> line.left, line.match, line.right
        ('his is no ', 'easy task', '. Human mo')
    """

    RULES: ClassVar[tuple[Any, ...]] = (line_is_its_text,)

    value_id: str = checked(NONBLANK)
    """Id of the statement or section."""
    label: str = checked(NONBLANK)
    """The place: `title`, `p1` …, `summary`."""
    block_text: str = checked(NONBLANK)
    """The whole text of the place."""
    left: str = checked(TEXT)
    """What stands right before, up to the width asked for."""
    match: str = checked(NONBLANK)
    """The words as they stand there."""
    right: str = checked(TEXT)
    """What stands right after."""
    start: int = checked(INTEGER)
    """First code point of the words in the text of the place."""
    end: int = checked(INTEGER)
    """The code point after their last."""
    url: str | None = checked(TEXT, default=None)
    """Address of the page."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_line(self)

    def __repr__(self) -> str:
        return f"<Line {shown(self.label, 60)[1:-1]} {self.start}-{self.end} {shown(self.match, 40)}>"
