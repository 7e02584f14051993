"""Numbers with qualifying words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language.folding import fold
from iom_content.language.lexicon import Lexicon, lexicons
from iom_content.language.numbers import Number
from iom_content.language.quantities import Quantity, find_quantities, parse_quantity, qualifying_words
from iom_content.model.kinds import Qualifier

from .spelling import SPELLERS

PHRASES = sorted(qualifying_words().items())
AFTER = sorted({(fold(phrase), qualifying_words()[fold(phrase)]) for words in lexicons() for phrase in words.after_numbers})


def read(text: str) -> tuple[int | None, str | None] | None:
    """Return value and qualifier of a text that is one number."""
    quantity = parse_quantity(text)
    return None if quantity is None else (quantity.value, quantity.qualifier)


def found(text: str) -> list[tuple[str, int | None, str | None]]:
    """Return the words, value and qualifier of each number."""
    return [(text[each.start : each.end], each.value, each.qualifier) for each in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("175", 175, "exactly"),
        (" 175\n", 175, "exactly"),
        ("exactly 175", 175, "exactly"),
        ("175 exactement", 175, "exactly"),
        ("more than 170", 170, "more_than"),
        ("MORE  than\n170", 170, "more_than"),
        ("over one hundred and seventy", 170, "more_than"),
        ("170+", 170, "more_than"),
        (">170", 170, "more_than"),
        ("> 170", 170, "more_than"),
        ("plus de cent soixante-dix", 170, "more_than"),
        ("plus d'un million", 10**6, "more_than"),
        ("plus d\u2019un million", 10**6, "more_than"),
        ("plus d\u2019 un million", 10**6, "more_than"),
        ("más de 170", 170, "more_than"),
        ("mas de ciento setenta", 170, "more_than"),
        ("at least 170", 170, "at_least"),
        ("170 or more", 170, "at_least"),
        ("at least 170 or more", 170, "at_least"),
        ("no fewer than 170", 170, "at_least"),
        ("not less than 170", 170, "at_least"),
        ("\u2265170", 170, "at_least"),
        ("170 au moins", 170, "at_least"),
        ("pas moins de 170", 170, "at_least"),
        ("170 o más", 170, "at_least"),
        ("around 170", 170, "around"),
        ("~170", 170, "around"),
        ("170 environ", 170, "around"),
        ("unas 170", 170, "around"),
        ("rund 170", 170, "around"),
        ("nearly 180", 180, "nearly"),
        ("just under 180", 180, "nearly"),
        ("près de 180", 180, "nearly"),
        ("pre\u0300s de 180", 180, "nearly"),
        ("casi 180", 180, "nearly"),
        ("fewer than 180", 180, None),
        ("less than 180", 180, None),
        ("no more than 180", 180, None),
        ("180 or less", 180, None),
        ("<180", 180, None),
        ("moins de 180", 180, None),
        ("no más de 180", 180, None),
        ("around 170 or more", 170, None),
        ("more than half a million", None, "more_than"),
        ("more than 1.5", None, "more_than"),
    ],
)
def test_one_number_with_its_qualifier(text: str, value: int | None, qualifier: str | None) -> None:
    """Words before or behind the number, of any language; bounds that no qualifier says, and contradictions, have none."""
    assert read(text) == (value, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "many",
        "more than",
        "175 states",
        "175 1765",
        "moreover 175",
        "moverover 175",
        "more than over 170",
        "not over 170",
        "175 +",
        "175or more",
        "170+5",
        "over170",
        "x 175",
        "170 environs",
        "170 or moreover",
    ],
)
def test_what_is_more_or_less_than_one_number_is_refused(text: str) -> None:
    """Every word must be accounted for: what is not understood might turn the sense."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we are over 170 now", [("over 170", 170, "more_than")]),
        ("not over 170", [("over 170", 170, None)]),
        ("jamais environ 170", [("environ 170", 170, None)]),
        ("no exactly 170", [("exactly 170", 170, None)]),
        ("170+, 180 or more and 5", [("170+", 170, "more_than"), ("180 or more", 180, "at_least"), ("5", 5, "exactly")]),
        ("two or more 3", [("two or more", 2, "at_least"), ("3", 3, "exactly")]),
        ("3 some 4", [("3", 3, "exactly"), ("some 4", 4, "around")]),
        ("175 about ten", [("175", 175, "exactly"), ("about ten", 10, "around")]),
        ("175 + 3", [("175", 175, "exactly"), ("3", 3, "exactly")]),
        ("xover 170", [("170", 170, "exactly")]),
        ("over (170)", [("170", 170, "exactly")]),
        ("170 environs", [("170", 170, "exactly")]),
        ("170 environs x", [("170", 170, "exactly")]),
        ("one~5", [("one", 1, "exactly"), ("~5", 5, "around")]),
        ("over, 170", [("170", 170, "exactly")]),
        ("over\u200b 170", [("over\u200b 170", 170, "more_than")]),
        ("one or two of over 170", [("one", 1, "exactly"), ("two", 2, "exactly"), ("over 170", 170, "more_than")]),
        ("un minimum de 170", [("un minimum de 170", 170, "at_least")]),
        ("one more than 170", [("one", 1, "exactly"), ("more than 170", 170, "more_than")]),
        ("one over one", [("one", 1, "exactly"), ("over one", 1, "more_than")]),
        ("170'ten fazla, 60'tan az", [("170'ten fazla", 170, "more_than"), ("60'tan az", 60, None)]),
        ("", []),
    ],
)
def test_qualifiers_in_running_text(text: str, expected: list[tuple[str, int | None, str | None]]) -> None:
    """Only what stands directly beside a number qualifies it, each word one number alone; a negation before it turns it."""
    assert found(text) == expected


@pytest.mark.parametrize(("phrase", "name"), PHRASES)
def test_every_phrase_of_every_lexicon_is_read(phrase: str, name: str) -> None:
    """Before a number in digits and in words, in any case; a sign or an ending that stands behind numbers stands nowhere else."""
    if phrase[0].isalnum() or (phrase, name) not in AFTER:
        for number in ("170", "one hundred and seventy"):
            assert read(f"{phrase.upper()} {number}") == (170, name or None)


@pytest.mark.parametrize(("phrase", "name"), AFTER)
def test_phrases_behind_numbers_are_read(phrase: str, name: str) -> None:
    """Those that the lexicons list for that place; a sign touches the number, a word does not."""
    blank = " " if phrase[0].isalnum() else ""
    assert read(f"170{blank}{phrase}") == (170, name or None)
    assert read(f"170{'' if blank else ' '}{phrase}") is None


@pytest.mark.parametrize("words", lexicons(), ids=lambda words: words.language)
def test_no_phrase_says_two_things(words: Lexicon) -> None:
    """A phrase has one meaning across all languages, and what may stand behind a number is in one of the lists."""
    for name in ("exactly", "more_than", "at_least", "around", "nearly", "other_bounds"):
        expected = "" if name == "other_bounds" else name
        assert {fold(phrase): qualifying_words()[fold(phrase)] for phrase in getattr(words, name)} == dict.fromkeys(
            map(fold, getattr(words, name)), expected
        )
    assert {fold(phrase) for phrase in words.after_numbers} <= set(qualifying_words())
    assert words.exactly


def test_only_the_words_of_the_asked_languages_count() -> None:
    """Of numbers; qualifiers are read in every language."""
    assert [each.value for each in find_quantities("plus de six cent", ["en"])] == [6]
    assert [each.value for each in find_quantities("more than six cent", ["fr"])] == [600]
    once = parse_quantity("more than once", ["es"])
    assert once is not None
    assert (once.value, once.qualifier) == (11, "more_than")


def test_longer_phrases_go_before_shorter_ones() -> None:
    """`no fewer than` is no `fewer than`."""
    lengths = [*map(len, qualifying_words())]
    assert lengths == sorted(lengths, reverse=True)
    assert set(qualifying_words().values()) == {"", *(qualifier.value for qualifier in Qualifier)}


@given(number=st.integers(0, 10**6), language=st.sampled_from([*SPELLERS]), phrase=st.sampled_from(PHRASES))
def test_a_qualifier_changes_no_value(number: int, language: str, phrase: tuple[str, str]) -> None:
    """Whatever stands before a number, it is the number."""
    words = SPELLERS[language](number)
    quantity = parse_quantity(f"{phrase[0]} {words}", [language])
    if phrase[0][0].isalnum() or phrase not in AFTER:
        assert quantity is not None
        assert (quantity.value, quantity.qualifier) == (number, phrase[1] or None)


def test_a_quantity_has_its_number() -> None:
    """The number alone keeps its own place."""
    number = Number(start=5, end=8, value=170, sure=True)
    assert find_quantities("over 170 ") == (Quantity(start=0, end=8, value=170, qualifier="more_than", number=number),)


@given(st.text(alphabet="more than175+~ oe\u0301\u200b\u2019d\n<>", max_size=40) | st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    """Spans follow one another and hold their number; nothing raises."""
    last = 0
    for each in find_quantities(text):
        assert last <= each.start <= each.number.start < each.number.end <= each.end <= len(text)
        last = each.end
    assert read(text) is None or len(find_quantities(text)) == 1
