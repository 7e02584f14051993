"""What the rules of all checks demand, in one sentence each."""

from __future__ import annotations

from iom_content.checks.record_rules import RECORD_RULES

__all__ = ["sentence_of"]


def sentence_of(rule: str) -> str | None:
    """Return what a rule demands, or None if there is no rule of that name.

    Args:
        rule: Name of a rule of records or of prose.

    Example:
        >>> sentence_of("encoding"), sentence_of("name-variant"), sentence_of("none")
        ('The input is UTF-8.', 'An official name is written as it is.', None)
    """
    if rule in RECORD_RULES:
        return RECORD_RULES[rule]
    # The rules of prose bring much along that reports of records have no use for.
    from iom_content.checks.prose.rules import PROSE_RULES

    return PROSE_RULES[rule].summary if rule in PROSE_RULES else None
