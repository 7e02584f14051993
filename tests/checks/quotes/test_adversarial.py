"""Quotations that somebody wrote to break the check, from the rules alone, in three languages."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

TABLE = tomllib.loads(Path(__file__).with_name("adversarial.toml").read_text(encoding="utf-8"))
TEXTS = {text["name"]: text for text in TABLE["text"]}


@cache
def catalog_of(name: str) -> iom.Catalog:
    """Return the catalog that holds one of the texts; the bundled one by that name."""
    if name == "bundled":
        return iom.load()
    text = TEXTS[name]
    blocks = tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=block) for block in text["blocks"])
    statement = iom.Statement(id=name, organization="iom", title=text["title"], language=text["language"], blocks=blocks)
    return iom.Catalog(statements=iom.Lookup("statement", {name: statement}))


@pytest.mark.parametrize("case", TABLE["case"], ids=[case["name"] for case in TABLE["case"]])
def test_answer(case: dict[str, Any]) -> None:
    """Verdict, kinds, official words, count and notes are as written."""
    catalog = catalog_of(case["text"])
    if case["verdict"] == "error":
        with pytest.raises(iom.InvalidValue):
            iom.check_quote(case["quote"], catalog=catalog)
        return
    check = iom.check_quote(case["quote"], catalog=catalog)
    assert (check.verdict, list(check.kinds), list(check.notes)) == (case["verdict"], case["kinds"], case.get("notes", []))
    if "official" in case:
        assert [passage.text for passage in check.passages] == case["official"]
    if "occurrences" in case:
        assert check.occurrences == case["occurrences"]
