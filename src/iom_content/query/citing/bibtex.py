"""A citation as one BibTeX entry, for BibTeX and biblatex alike."""

from __future__ import annotations

import re
from typing import Final

from iom_content.query.citing.facts import Citation

__all__ = ["written"]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even behind a backslash, so those are named; TeX would act upon the others.
_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "`": r"\textasciigrave{}",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "\xa0": "~",
    }
)
# TeX would draw two of these together into another mark.
_DOUBLED: Final = re.compile(r"([-',])(?=\1)")


def written(cited: Citation) -> str:
    """Return a citation as a BibTeX entry with a final line feed.

    Names stand in braces of their own, so that no program takes them apart; so does the title, whose capitals styles
    would lower. Everything else of TeX in a text is escaped, letters of any script stay as they are.

    Example:
        >>> print(written(Citation(key="opening", speech=True, title="Opening words")), end="")
        @misc{opening,
          title = {{Opening words}},
        }
    """
    day = cited.issued
    fields = {
        "author": _whole(cited.author),
        "title": _whole(cited.title),
        "date": day and _braced(day.isoformat()),
        "year": day and _braced(f"{day.year:04d}"),
        "month": day and _MONTHS[day.month - 1],
        "publisher": _whole(cited.publisher),
        "type": _text(cited.category),
        "eventtitle": _whole(cited.event),
        "eventdate": _braced("/".join(each.isoformat() for each in cited.event_days)) if cited.event_days else None,
        "venue": _text(cited.event_place),
        "language": _text(cited.language),
        # An address is taken as it is; it cannot hold braces, backslashes or blanks.
        "url": cited.url and _braced(cited.url),
        "urldate": cited.accessed and _braced(cited.accessed.isoformat()),
        "note": _text(cited.locator),
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value is not None]
    return f"@misc{{{_key(cited.key)},\n{''.join(lines)}}}\n"


def _braced(text: str) -> str:
    return f"{{{text}}}"


def _text(text: str | None) -> str | None:
    return None if text is None else _braced(_DOUBLED.sub(r"\1{}", text.translate(_ESCAPES)))


def _whole(text: str | None) -> str | None:
    inner = _text(text)
    return None if inner is None else _braced(inner)


def _key(key: str) -> str:
    """Return an id as a key: letters and digits as they are, all else as a hyphen, slashes as a colon."""
    return "".join(character if character.isalnum() else ":" if character == "/" else "-" for character in key)
