"""Comments that ignore findings: `iom-content: ignore[rule]`, for their own line and the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from iom_content.checks.prose.article import Article
from iom_content.checks.prose.registry import Complaint
from iom_content.errors import near_names

__all__ = ["Suppressions", "unknown_suppressions"]

_DIRECTIVE: Final = re.compile(r"iom-content[ \t]*:[ \t]*ignore(?:[ \t]*\[([^\]\r\n]*)\])?(?![\w-])")
_NAME: Final = re.compile(r"[^\s,]+")


class _Named(NamedTuple):
    rule: str
    """Empty where a comment names none."""
    start: int
    """Where the name stands in the source."""
    lines: frozenset[int]
    """Lines on which it is ignored."""


class Suppressions:
    """What the comments of an article ignore."""

    def __init__(self, article: Article) -> None:
        """Take an article; its comments are read when they are asked for."""
        self._article = article

    def holds(self, rule: str, line: int) -> bool:
        """Tell whether findings of a rule are ignored on a line.

        Args:
            rule: Name of the rule.
            line: Line of the source, from 1.
        """
        return line in self._lines.get(rule, ())

    @cached_property
    def named(self) -> tuple[_Named, ...]:
        """Each rule that a comment names, in order."""
        return tuple(self._named())

    @cached_property
    def _lines(self) -> dict[str, set[int]]:
        lines: dict[str, set[int]] = {}
        for each in self.named:
            lines.setdefault(each.rule, set()).update(each.lines)
        return lines

    def _named(self) -> Iterator[_Named]:
        article = self._article
        for comment in article.prose.comments:
            # The comment stands in the source as it is, so that what it says is found there.
            for match in _DIRECTIVE.finditer(article.text, comment.start, comment.end):
                first, last = (article.lines.place(at)[0] for at in (match.start(), max(comment.start, comment.end - 1)))
                lines = frozenset((first, first + 1, last, last + 1))
                names = [*_NAME.finditer(article.text, *match.span(1))] if match[1] else []
                for name in names:
                    yield _Named(name[0], name.start(), lines)
                if not names:
                    yield _Named("", match.start(), frozenset())


def unknown_suppressions(article: Article) -> Iterator[Complaint]:
    """Yield the names in comments that are no rules."""
    known = [*article.known_rules]
    for each in Suppressions(article).named:
        if each.rule in known:
            continue
        near = near_names(each.rule, known, 1)
        yield Complaint(
            start=each.start,
            message=f"there is no rule '{each.rule}' to ignore" if each.rule else "the comment names no rule to ignore",
            excerpt=each.rule or None,
            expected=f"one of {', '.join(known)}",
            hint=f"did you mean '{near[0]}'?" if near else "write iom-content: ignore[rule]",
        )
