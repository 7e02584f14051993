"""Planted quotations: what they are made from, and that every kind can be planted."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.testing import quote_changes
from iom_content.testing.quotes import PlantedQuote, altered_quotes, exact_quotes, faithful_quotes

TEXT = (
    "The old keepers’ club must never leave the well-lit pier at dawn, and its 12 crews can not rest before the tide is high enough "
    "for boats of any size to leave the port in good order while the lamps are lit"
)
quick = settings(max_examples=4000, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
PERMITTED = ["case", "elision", "interpolation", "punctuation", "typography", "whitespace"]
FORBIDDEN = ["inner-punctuation", "modal", "negation", "number", "spelling", "word"]


@pytest.mark.parametrize("kind", PERMITTED)
def test_each_permitted_kind_is_planted(kind: str) -> None:
    """Faithful quotations come in every permitted kind."""
    planted = find(faithful_quotes(TEXT), lambda found: kind in found.kinds, settings=quick)
    assert planted.ok
    assert planted.quote != planted.official


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_each_forbidden_kind_is_planted(kind: str) -> None:
    """Altered quotations come in every kind that is planted, alone and beside permitted ones."""
    assert not find(altered_quotes(TEXT), lambda found: found.kinds == (kind,), settings=quick).ok
    assert not find(altered_quotes(TEXT), lambda found: kind in found.kinds and len(found.kinds) > 1, settings=quick).ok


@pytest.mark.parametrize(
    "text", ["BCD 123 " * 9, "one two three four five six seven eight nine", "a b c d e f g h i j k l", "12 13 14 15 16 17 18 19 20 21"]
)
@settings(max_examples=200)
@given(data=st.data())
def test_any_text_will_do(text: str, data: st.DataObject) -> None:
    """Where a change finds no word that fits, others are planted."""
    for planted in (data.draw(faithful_quotes(text.strip())), data.draw(altered_quotes(text.strip()))):
        assert planted.official in text
        assert planted.kinds


@given(exact_quotes(TEXT))
def test_exact_quotes_are_exact(planted: PlantedQuote) -> None:
    """Nothing is changed."""
    assert planted == PlantedQuote(quote=planted.official, official=planted.official, kinds=())
    assert planted.ok
    assert planted.official in TEXT


@given(altered_quotes(TEXT, "fr"))
def test_the_language_chooses_the_guarded_words(planted: PlantedQuote) -> None:
    """Guarded words of another language are planted as such."""
    assert not planted.ok
    assert iom.QuoteKind(planted.kinds[0]) in iom.QuoteKind


def test_a_change_that_finds_no_place_changes_nothing() -> None:
    """And says so, so that another is tried; nothing is drawn for it."""
    draft = quote_changes.Draft(["…", "–"], [" "], {0, 1})
    assert not quote_changes._insert(cast("Any", None), draft, "never")
    assert draft.text == "… –"
