"""What functions are given where they take a catalog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

STATEMENT = iom.Statement(id="ferries", organization="port", title="Ferries", language="en")
SECTION = iom.Section(id="boats", title="Boats")


@pytest.mark.parametrize("wrong", [5, "a folder", Path("folder"), SECTION, iom.Catalog])
@pytest.mark.parametrize(
    ("asker", "ask"),
    [
        ("check_quote", lambda wrong: iom.check_quote("three boats", catalog=wrong)),
        ("check_figure", lambda wrong: iom.check_figure("founded", 1951, catalog=wrong)),
        ("check_prose", lambda wrong: iom.check_prose("Three boats.", catalog=wrong)),
        ("cite", lambda wrong: iom.cite(STATEMENT, catalog=wrong)),
        ("cite", lambda wrong: iom.cite(SECTION, catalog=wrong)),
        ("dumps", lambda wrong: iom.dumps(SECTION, catalog=wrong)),
        ("dumps", lambda wrong: iom.dumps(SECTION, "markdown", catalog=wrong)),
        ("dumps", lambda wrong: iom.dumps(iom.Report(), "sarif", catalog=wrong)),
        ("save", lambda wrong: iom.save(wrong, "nowhere")),
    ],
)
def test_what_is_no_catalog_is_refused(asker: str, ask: Callable[[Any], object], wrong: object) -> None:
    """The message names the function and what it takes, whatever the function would have done with a catalog."""
    with pytest.raises(iom.InvalidValue) as caught:
        ask(wrong)
    error = caught.value
    assert (error.type_name, error.pointer, error.expected) == (asker, "/catalog", "a Catalog, as load and collect make it")


def test_a_catalog_of_ones_own_is_asked() -> None:
    """It need not hold what the bundled one does."""
    assert iom.check_figure("founded", 1951, catalog=iom.Catalog()).notes == ("no-organization",)


def test_documents_come_in_a_collection() -> None:
    """One document alone is none."""
    page: Any = iom.ingest("One page")
    with pytest.raises(TypeError, match=r"^collect takes an iterable of documents, not Document$"):
        iom.collect(page)
