"""A citation as one RIS record."""

from __future__ import annotations

from collections.abc import Iterator

from iom_content.query.citing.facts import Citation

__all__ = ["written"]


def written(cited: Citation) -> str:
    """Return a citation as a RIS record with a final line feed.

    RIS knows no speeches: a statement is of the generic type, a section or a page of that for web pages. It has no
    fields for an occasion either, which is a note.

    Example:
        >>> print(written(Citation(key="opening", speech=True, title="Opening words")), end="")
        TY  - GEN
        ID  - opening
        TI  - Opening words
        ER  -
    """
    return "".join(f"{tag}  - {value}\n" for tag, value in _fields(cited))


def _fields(cited: Citation) -> Iterator[tuple[str, str]]:
    day, read = cited.issued, cited.accessed
    days = " to ".join(each.isoformat() for each in cited.event_days)
    occasion = ", ".join(part for part in (cited.event, cited.event_place, days) if part)
    facts = (
        ("TY", "GEN" if cited.speech else "ELEC"),
        ("ID", cited.key),
        ("AU", cited.author),
        ("TI", cited.title),
        ("PY", day and f"{day.year:04d}"),
        ("DA", day and f"{day.isoformat().replace('-', '/')}/"),
        ("PB", cited.publisher),
        ("M3", cited.category),
        ("N1", occasion and f"Event: {occasion}"),
        ("LA", cited.language),
        ("SE", cited.locator),
        # A semicolon would part two addresses.
        ("UR", cited.url and cited.url.replace(";", "%3B")),
        ("Y2", read and f"{read.isoformat().replace('-', '/')}/"),
    )
    yield from ((tag, value) for tag, value in facts if value)
    yield "ER", ""
