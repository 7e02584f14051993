"""How to name the source of a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from iom_content.model.catalog import Lookup
from iom_content.query.citing import bibtex, csl_json, ris, text
from iom_content.query.citing.facts import Citation, citation_of

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog
    from iom_content.model.document import Document
    from iom_content.model.organization import Organization, Section
    from iom_content.model.statement import Statement

__all__ = ["CITATION_FORMATS", "cite"]

_WRITERS: Final[dict[str, Callable[[Citation], str]]] = {
    "text": text.written,
    "csl-json": csl_json.written,
    "bibtex": bibtex.written,
    "ris": ris.written,
}
CITATION_FORMATS: Final = tuple(_WRITERS)
"""The names of the formats in which a citation can be had."""


def cite(
    value: Statement | Section | Organization | Document,
    place: str | None = None,
    *,
    format: str = "text",  # noqa: A002 - the word readers know
    catalog: Catalog | None = None,
) -> str:
    """Return how to cite a value, or a place in it, in a format.

    Only what is known is written: no date, name or place is made up, and what is unknown is left out. Names are not
    split into given and family names. Hostile characters and all markup of a format that a text holds are inert.

    Args:
        value: What to cite; a document is cited as the statement on its page, if there is one.
        place: Label of a place: `title`, `p1` … `pN` (every block but footers) of a statement, `title` or `summary` of a
            section, `<section id>.summary` of an organization; the whole if it is None.
        format: `text`, one line to read; `csl-json`, an array of one record; `bibtex`, one entry; `ris`, one record.
        catalog: Where the organization's name is looked up; the bundled dataset if it is None.

    Returns:
        The citation; those for programs end with a line feed.

    Raises:
        NotFound: There is no such format or place.
        InvalidValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> statement = iom.load().statements["sdg-summit-statement-iom-director-general"]
        >>> print(iom.cite(statement, "p4", format="ris"), end="")
        TY  - GEN
        ID  - sdg-summit-statement-iom-director-general
        AU  - António Vitorino
        TI  - SDG Summit: Statement of the IOM Director General
        PY  - 2023
        DA  - 2023/09/18/
        PB  - International Organization for Migration
        M3  - DG's Statements and Speeches
        N1  - Event: SDG Summit, United Nations Headquarters, New York, 2023-09-18 to 2023-09-19
        LA  - en
        SE  - paragraph 4
        UR  - https://www.iom.int/speeches/sdg-summit-statement-iom-director-general
        ER  -
    """
    writer = Lookup("citation format", _WRITERS)[format]
    return writer(citation_of(value, place, catalog))
