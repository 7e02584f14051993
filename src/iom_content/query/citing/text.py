"""A citation as one line to read."""

from __future__ import annotations

from collections.abc import Iterator

from iom_content.query.citing.facts import Citation

__all__ = ["written"]


def written(cited: Citation) -> str:
    """Return a citation as one line: known facts in a fixed order, days in ISO form, the address last.

    What is not known is left out. "n.d." would state that a text bears no date, which nobody knows either.

    Example:
        >>> written(Citation(key="opening", speech=True, author="Ann Lee", title="Opening words", locator="paragraph 2"))
        'Ann Lee, “Opening words”, paragraph 2.'
    """
    line = ", ".join(_parts(cited))
    return f"{line}, {cited.url}" if cited.url and line else cited.url or f"{line}."


def _parts(cited: Citation) -> Iterator[str]:
    if cited.author and cited.author != cited.title:
        yield f"{cited.author} ({cited.role})" if cited.role else cited.author
    if cited.title:
        yield f"“{cited.title}”"
    elif not cited.url:
        # Without title and address nothing else would say which text it is.
        yield cited.key
    if occasion := _occasion(cited):
        yield occasion
    if cited.publisher and cited.publisher != cited.author:
        yield cited.publisher
    if cited.issued:
        yield cited.issued.isoformat()
    if cited.delivered:
        yield f"delivered {cited.delivered.isoformat()}"
    if cited.locator:
        yield cited.locator


def _occasion(cited: Citation) -> str:
    days = " to ".join(day.isoformat() for day in cited.event_days)
    where = ", ".join(part for part in (cited.event_place, days) if part)
    return f"{cited.event} ({where})" if cited.event and where else cited.event or where
