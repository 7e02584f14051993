"""A citation for CSL processors: an array of one record, as reference managers import it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from iom_content.query.citing.facts import Citation

__all__ = ["written"]


def written(cited: Citation) -> str:
    """Return a citation as CSL-JSON with a final line feed.

    Names are literal, since nobody has stated which part of a name is the family's; the place is a locator that says
    itself what it counts, for a bare number would be read as that of a page.

    Example:
        >>> print(written(Citation(key="opening", speech=True, title="Opening words")), end="")
        [
          {
            "id": "opening",
            "type": "speech",
            "title": "Opening words"
          }
        ]
    """
    facts = {
        "id": cited.key,
        "type": "speech" if cited.speech else "webpage",
        "title": cited.title,
        "author": [{"literal": cited.author}] if cited.author else None,
        "issued": _days((cited.issued,)) if cited.issued else None,
        "publisher": cited.publisher,
        "genre": cited.category,
        "event": cited.event,
        "event-date": _days(cited.event_days) if cited.event_days else None,
        "event-place": cited.event_place,
        "language": cited.language,
        "URL": cited.url,
        "accessed": _days((cited.accessed,)) if cited.accessed else None,
        "locator": cited.locator,
    }
    return json.dumps([{name: fact for name, fact in facts.items() if fact is not None}], ensure_ascii=False, indent=2) + "\n"


def _days(days: Sequence[date]) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day] for day in days]}
