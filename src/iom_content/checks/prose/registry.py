"""What a rule of prose is, and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from iom_content.checks.prose.article import Article
from iom_content.model.report import Severity

__all__ = ["Complaint", "Edit", "Rule"]


class Edit(NamedTuple):
    """A replacement in the source that mends what a rule complains about."""

    start: int
    """First code point that is replaced."""
    end: int
    """The one after the last; the same as the start where text is only put in."""
    text: str


class Complaint(NamedTuple):
    """What a rule found at one place."""

    start: int
    """Where it stands in the source."""
    message: str
    excerpt: str | None = None
    expected: str | None = None
    hint: str | None = None
    link: str | None = None
    severity: Severity | None = None
    """If it differs from that of the rule."""
    edits: tuple[Edit, ...] = ()
    """What puts it right; none where that is not beyond doubt."""


class Rule(NamedTuple):
    """One rule: a name that never changes, how much it weighs, what it looks for."""

    id: str
    severity: Severity
    summary: str
    """What is wrong, in one line."""
    explanation: str
    """When it applies and when not."""
    bad: str
    """An article in which it complains once."""
    good: str
    """The same article, right."""
    check: Callable[[Article], Iterator[Complaint]]
    on: bool = True
    """Whether it applies unless it is asked for."""
