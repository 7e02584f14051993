"""Laws that every verdict on a quotation obeys, on the bundled texts and on invented ones."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.language.words import is_word
from iom_content.model.constraints import has_lone_surrogate
from iom_content.testing import strategies
from iom_content.testing.quotes import PlantedQuote, altered_quotes, exact_quotes, faithful_quotes

BUNDLED = iom.load()
BLOCKS = {
    **{f"p{number}": block.text for number, block in enumerate(BUNDLED.statements["sdg-summit-statement-iom-director-general"].blocks, 1)},
    **{f"{section.id}.summary": section.summary for section in BUNDLED.sections.values() if section.summary},
}
LONG = [text for text in BLOCKS.values() if len(text.split()) >= 12]

CALM = ["the", "a", "of", "and", "harbour", "ferry", "dawn", "–", "old", "small", "crews,", "boats;", "keepers’", "light-houses"]
EDGY = ["must", "not", "never", "will", "can", "seven", "12", "night.", "day:", "no", "mr.", "“glass”", "(tin)"]
WORDS = st.sampled_from([*CALM, *EDGY])
PROSE = st.lists(WORDS, min_size=12, max_size=60).map(" ".join)


def statement_of(*texts: str, language: str = "en", id: str = "harbour-notes") -> iom.Statement:  # noqa: A002 - the field's name
    """Make a statement by hand."""
    blocks = tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text) for text in texts)
    return iom.Statement(
        id=id, organization="iom", title="Notes from the harbour", language=language, blocks=blocks, url="https://example.org/a"
    )


def catalog_of(*statements: iom.Statement) -> iom.Catalog:
    """Make a catalog by hand."""
    return iom.Catalog(statements=iom.Lookup("statement", {statement.id: statement for statement in statements}))


def told(planted: PlantedQuote, check: iom.QuoteCheck) -> str:
    """Say what went wrong."""
    return f"{planted}\n{check}\n{check.differences}"


def sound(check: iom.QuoteCheck) -> None:
    """Hold an answer to what all answers have in common."""
    assert check.ok == (check.verdict in {"verbatim", "faithful"}) == bool(check.places)
    assert check.kinds == tuple(sorted({difference.kind for difference in check.differences}))
    assert bool(check.passages) == (check.verdict != "absent")
    for passage in (*check.passages, *(passage for place in check.places for passage in place)):
        assert passage.block_text[passage.start : passage.end] == passage.text
    for difference in check.differences:
        assert check.quote[difference.quoted_start : difference.quoted_end] == difference.quoted
    assert iom.loads(iom.dumps(check), iom.QuoteCheck) == check


@given(st.sampled_from(list(BLOCKS.values())).flatmap(exact_quotes))
def test_every_run_of_whole_words_is_verbatim(planted: PlantedQuote) -> None:
    """Words cut at blanks are verbatim, and the passage is the quotation."""
    check = iom.check_quote(planted.quote)
    assert check.verdict == "verbatim", told(planted, check)
    assert [passage.text for passage in check.passages] == [planted.official]
    assert check.occurrences == len(check.places) >= 1
    assert len({(place[0].label, place[0].start) for place in check.places}) == check.occurrences
    sound(check)


@given(st.sampled_from(LONG).flatmap(faithful_quotes))
def test_every_permitted_change_keeps_it_faithful(planted: PlantedQuote) -> None:
    """Whatever is planted of the permitted kinds is found, and nothing else."""
    check = iom.check_quote(planted.quote)
    assert check.verdict == "faithful", told(planted, check)
    assert check.kinds == planted.kinds, told(planted, check)
    sound(check)


@given(st.sampled_from(LONG).flatmap(altered_quotes))
def test_no_forbidden_change_is_accepted(planted: PlantedQuote) -> None:
    """One forbidden change makes it altered, and is found, whatever is permitted beside it."""
    check = iom.check_quote(planted.quote)
    assert check.verdict == "altered", told(planted, check)
    assert set(planted.kinds) <= set(check.kinds), told(planted, check)
    assert {kind for kind in check.kinds if kind not in planted.kinds} == set(), told(planted, check)
    sound(check)


@given(PROSE.flatmap(lambda text: st.tuples(st.just(text), st.one_of(exact_quotes(text), altered_quotes(text), faithful_quotes(text)))))
def test_the_laws_hold_on_any_prose(drawn: tuple[str, PlantedQuote]) -> None:
    """On texts of whatever sense: what is exact or permitted is accepted; what is forbidden is accepted only if it stands elsewhere."""
    text, planted = drawn
    check = iom.check_quote(planted.quote, catalog=catalog_of(statement_of(text)))
    sound(check)
    if planted.ok:
        assert check.ok, told(planted, check)
    elif check.ok:
        # The same words may stand elsewhere in a text made of few words.
        assert all(passage.text != planted.official for passage in check.passages), told(planted, check)


@given(st.data())
def test_the_order_of_statements_does_not_matter(data: st.DataObject) -> None:
    """Verdict and kinds do not depend on the order of statements."""
    texts = data.draw(st.lists(PROSE, min_size=2, max_size=3))
    planted = data.draw(st.one_of(faithful_quotes(texts[0]), altered_quotes(texts[0])))
    statements = [statement_of(text, id=f"notes-{number}") for number, text in enumerate(texts)]
    first, second = (iom.check_quote(planted.quote, catalog=catalog_of(*ordered)) for ordered in (statements, statements[::-1]))
    assert (first.verdict, first.occurrences) == (second.verdict, second.occurrences)


@given(strategies.statements(), st.sampled_from(LONG).flatmap(faithful_quotes))
def test_a_further_statement_takes_nothing_away(statement: iom.Statement, planted: PlantedQuote) -> None:
    """Whatever statement is added, a faithful quotation stays one."""
    assume(statement.id not in BUNDLED.statements)
    more = attrs.evolve(BUNDLED, statements=iom.Lookup("statement", {**BUNDLED.statements, statement.id: statement}))
    assert iom.check_quote(planted.quote, catalog=more).ok


@given(st.text() | st.lists(st.sampled_from([*"[]().…'\"“”–- \n", "human", "mobility", "no", "one", "...", "[sic]", "175"])).map("".join))
def test_no_text_raises_anything_but_a_value_error(text: str) -> None:
    """Every text gets an answer or, if it holds no word, the documented error."""
    if is_word(text) and not has_lone_surrogate(text):
        sound(iom.check_quote(text))
    else:
        with pytest.raises(iom.InvalidValue, match="expected"):
            iom.check_quote(text)


@given(st.sampled_from([b"bytes", None, 5, 1.5, ["a"], object()]))
def test_nothing_but_text_is_taken(value: Any) -> None:
    """Other types are refused by the same error."""
    with pytest.raises(iom.InvalidValue, match="expected text"):
        iom.check_quote(value)
