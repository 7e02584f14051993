"""Numbers in text, in digits and in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language.folding import fold
from iom_content.language.lexicon import Lexicon, lexicon, lexicons
from iom_content.language.number_words import NumberWords, languages_with_numbers, number_words_of, split_words
from iom_content.language.numbers import Number, doubtful_number_words, find_numbers, number_words, parse_number

from .spelling import LARGEST, SPELLERS

Growth = Callable[[Callable[[int], object], int], float]
NUMBERS = st.one_of(st.integers(0, 2100), st.integers(0, 10**6), st.integers(0, LARGEST))


def found(text: str, *languages: str) -> list[tuple[str, int | None, bool]]:
    """Return the words, value and certainty of each number."""
    return [(text[each.start : each.end], each.value, each.sure) for each in find_numbers(text, languages or None)]


@pytest.mark.parametrize("language", SPELLERS)
@given(number=NUMBERS, blank=st.sampled_from([" ", "\xa0", "  ", "\n"]), hyphen=st.sampled_from(["-", "\u2010", "\u2011", " ", "\u2013"]))
def test_every_number_is_read_as_it_is_spelled(language: str, number: int, blank: str, hyphen: str) -> None:
    """Whatever the case, blanks, hyphens and accents: the value is the one that an independent speller started from."""
    words = SPELLERS[language](number).replace(" ", blank).replace("-", hyphen)
    for written in (words, words.upper(), words.capitalize(), fold(words) if blank != "\n" else words, f"  {words}\n"):
        assert parse_number(written, [language]) == number, written
    ambiguous = words == "once"
    assert parse_number(words) == (None if ambiguous else number)


@pytest.mark.parametrize("language", SPELLERS)
@given(number=NUMBERS)
def test_a_number_in_a_sentence_is_found_whole(language: str, number: int) -> None:
    """Words around a number are no part of it."""
    words = SPELLERS[language](number)
    assert [(each, value) for each, value, _ in found(f"xxx, {words} xxx.", language)] == [(words, number)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundred seventy-five", 175),
        ("One Hundred And Seventy-Five", 175),
        ("a hundred and seventy-five", 175),
        ("a hundred", 100),
        ("an hundred", 100),
        ("a thousand", 1000),
        ("a million", 10**6),
        ("two thousand million", 2 * 10**9),
        ("one thousand, nine hundred and fifty-one", 1951),
        ("two million, five hundred thousand", 2_500_000),
        ("nineteen hundred and fifty-one", 1951),
        ("nineteen fifty-one", 1951),
        ("nineteen fifty", 1950),
        ("nineteen ten", 1910),
        ("twenty twenty", 2020),
        ("twenty twenty-three", 2023),
        ("sixteen eighteen", 1618),
        ("two billion", 2 * 10**9),
        ("quatre-vingts", 80),
        ("quatre vingt onze", 91),
        ("quatre\u2011vingt\u2011onze", 91),
        ("soixante et onze", 71),
        ("soixante-et-onze", 71),
        ("septante-cinq", 75),
        ("huitante", 80),
        ("octante et un", 81),
        ("nonante-neuf", 99),
        ("cent", 100),
        ("mille", 1000),
        ("mille cent", 1100),
        ("mille neuf cent cinquante et un", 1951),
        ("mil neuf cent cinquante et un", 1951),
        ("dix-neuf cent cinquante et un", 1951),
        ("deux milliards", 2 * 10**9),
        ("deux billions", 2 * 10**12),
        ("mille milliards", 10**12),
        ("cien", 100),
        ("cien mil", 100_000),
        ("ciento una", 101),
        ("doscientas", 200),
        ("mil", 1000),
        ("dos mil", 2000),
        ("mil novecientos cincuenta y uno", 1951),
        ("treinta y dos", 32),
        ("veintidós", 22),
        ("veintidos", 22),
        ("veinte y dos", 22),
        ("mil millones", 10**9),
        ("un billón", 10**12),
        ("cinco millardos", 5 * 10**9),
        ("die\u0301z", 10),
        ("ze\u0301ro", 0),
        ("sev\xadenty", 70),
        ("zero", 0),
        ("175", 175),
        ("1,951", 1951),
        ("1 951", 1951),
        ("3 million", 3 * 10**6),
        ("1.5 million", 1_500_000),
        ("1,25 millions", 1_250_000),
        ("175 mil", 175_000),
        ("175 thousand", 175_000),
        ("3-million", 3 * 10**6),
        ("1." + "0" * 15 + " million", 10**6),
    ],
)
def test_a_whole_number_has_a_value(text: str, value: int) -> None:
    """In every language at once."""
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "many",
        "none",
        "and",
        "a",
        "one hundred and",
        "and one",
        "hundred",
        "hundred and five",
        "thousand",
        "million",
        "hundreds",
        "two hundreds",
        "dozen",
        "a dozen",
        "two dozen",
        "half",
        "half a million",
        "one and a half",
        "two and a half million",
        "two thirds",
        "three quarters",
        "twice",
        "double ten",
        "seventy-five percent",
        "one seven five",
        "one one",
        "two two",
        "twenty-twelve three",
        "fifteen fifty",
        "nineteen five",
        "nineteen one hundred",
        "nineteen fifty hundred",
        "nineteen fifty thousand",
        "nineteen fifty-one five",
        "one nineteen fifty",
        "one thousand nineteen fifty",
        "seventy-zero",
        "zero one",
        "zero hundred",
        "five\u2013ten",
        "twenty-first",
        "one hundred and first",
        "twenty and five",
        "five and twenty",
        "one hundred and zero",
        "one hundred and two hundred",
        "two thousand and three hundred",
        "five thousand six thousand",
        "one million million",
        "one thousand, two",
        "one hundred, two hundred",
        "a five",
        "a a hundred",
        "one a hundred",
        "vingt et deux",
        "vingt et",
        "cent et un",
        "un cent",
        "un mille",
        "deux mille mille",
        "cent cent",
        "centaine",
        "une centaine",
        "deux et demi",
        "cent soixante-quinzième",
        "cuarenta y",
        "diez y seis",
        "ciento y uno",
        "cien uno",
        "dos cien",
        "un mil",
        "dos y media",
        "once",
        "2 billion",
        "1.175 million",
        "1,175 million",
        "1 175 million",
        "1.5",
        "1.2345678 million",
        "1." + "0" * 400 + " million",
        "3 million five",
        "3 million 500",
        "175th",
        "-175",
        "175 states",
        "175.",
        "9" * 400,
        "one" * 300,
        "five hundred" * 300,
    ],
)
def test_what_is_no_whole_number_beyond_doubt_has_no_value(text: str) -> None:
    """Vague words, fractions, ordinals, numbers side by side, unlawful chains, and what languages read in different ways."""
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one of us", [("one", 1, False)]),
        ("l\u2019un d\u2019eux, une autre", [("un", 1, False), ("une", 1, False)]),
        ("one hundred of us", [("one hundred", 100, True)]),
        ("twenty-one of us", [("twenty-one", 21, True)]),
        ("in 2016 one hundred and sixty-five states", [("2016", 2016, True), ("one hundred and sixty-five", 165, True)]),
        ("between one hundred and seventy", [("one hundred and seventy", 170, True)]),
        ("between five and ten", [("five", 5, True), ("ten", 10, True)]),
        ("five, ten", [("five", 5, True), ("ten", 10, True)]),
        ("five\n\nten", [("five", 5, True), ("ten", 10, True)]),
        ("five - ten", [("five", 5, True), ("ten", 10, True)]),
        ("five" + " " * 101 + "ten", [("five", 5, True), ("ten", 10, True)]),
        ("five" + " " * 100 + "ten", [("five" + " " * 100 + "ten", None, True)]),
        ("one thousand, two hundred", [("one thousand, two hundred", 1200, False)]),
        ("one thousand,two hundred", [("one thousand", 1000, True), ("two hundred", 200, True)]),
        ("mille, deux cents", [("mille", 1000, True), ("deux cents", 200, True)]),
        ("two million, one in five", [("two million", 2 * 10**6, True), ("one", 1, False), ("five", 5, True)]),
        ("one and another", [("one", 1, False)]),
        ("several hundred states", [("hundred", None, True)]),
        ("half of them", [("half", None, True)]),
        ("half and half", [("half and half", None, True)]),
        ("the first and second", []),
        ("a state and a half", [("half", None, True)]),
        ("five5 5five x_five", [("5", None, True), ("5", None, True)]),
        ("fivefold, often, bone", []),
        ("3 million states", [("3 million", 3 * 10**6, True)]),
        ("3 million, five", [("3 million", 3 * 10**6, True), ("five", 5, True)]),
        ("3 million five hundred", [("3 million", None, True), ("five hundred", 500, True)]),
        ("3 million, one thousand", [("3 million", 3 * 10**6, True), ("one thousand", 1000, True)]),
        ("two million, one and two hundred", [("two million", 2 * 10**6, True), ("one", 1, False), ("two hundred", 200, True)]),
        ("3, million", [("3", 3, True), ("million", None, True)]),
        ("3 hundred", [("3", 3, True), ("hundred", None, True)]),
        ("1 175 million", [("1 175 million", None, True)]),
        ("18.09.2023 million", [("18.09.2023", None, True), ("million", None, True)]),
        ("175 once", [("175", 175, True), ("once", None, True)]),
        ("six cent states", [("six cent", 600, True)]),
        ("six", [("six", 6, True)]),
    ],
)
def test_numbers_in_text(text: str, expected: list[tuple[str, int | None, bool]]) -> None:
    """Each is found once, with the longest reading; what may be something else is not sure."""
    assert found(text) == expected


def test_only_the_words_of_the_asked_languages_count() -> None:
    """A tag's first part names its language; one without words finds digits alone; where languages differ there is no value."""
    assert found("six cent", "en") == [("six", 6, True)]
    assert found("six cent", "FR-ch") == [("six cent", 600, True)]
    assert found("six 7", "de") == [("7", 7, True)]
    assert find_numbers("six 7", []) == (Number(start=4, end=5, value=7, sure=True),)
    assert found("once", "es") == [("once", 11, True)]
    assert found("once", "en") == [("once", None, True)]
    assert found("2 billion", "en") == [("2 billion", 2 * 10**9, True)]
    assert found("2 billion", "fr") == [("2 billion", 2 * 10**12, True)]
    assert found("2 billion") == [("2 billion", None, True)]
    assert parse_number("once", ["es"]) == 11


def test_number_words_of_a_language() -> None:
    """Folded and one by one, those without a value included; articles are apart."""
    assert {"one", "seventy", "hundred", "half", "dozens", "percent"} <= number_words("en")
    assert {"quatre", "vingt", "vingts", "zero", "moitie", "milliard"} <= number_words("fr-CA")
    assert {"veintidos", "uno", "millon", "mitad", "doscientas"} <= number_words("es")
    assert not {"un", "une"} & number_words("fr")
    assert not {"un", "una"} & number_words("es")
    assert not {"a", "an", "and", "first"} & number_words("en")
    assert number_words("de") == number_words("xx") == number_words("") == frozenset()
    assert doubtful_number_words("fr") == {"un", "une"}
    assert doubtful_number_words("EN-gb") == {"one"}
    assert doubtful_number_words("de") == frozenset()


@pytest.mark.parametrize("language", languages_with_numbers())
def test_every_word_with_a_value_is_guarded(language: str) -> None:
    """A word that a number can be made of is in the list that guards quotations, or in that of articles."""
    words = lexicon(language)
    listed = {part for word in (*words.number_words, *words.number_articles) for part in split_words(word)}
    rows: tuple[tuple[Any, ...], ...] = (*words.numbers, *words.number_multipliers)
    assert {part for row in rows for part in split_words(row[0])} - listed == set()
    assert set(words.number_pronouns) <= {word for word, value, _ in words.numbers if value == 1}


@pytest.mark.parametrize("words", [words for words in lexicons() if words.numbers], ids=lambda words: words.language)
def test_the_numbers_of_a_lexicon_fit_together(words: Lexicon) -> None:
    """No word has two values; what may follow is smaller than what it follows; multipliers are powers of ten."""
    keys = [split_words(row[0]) for row in words.numbers] + [split_words(row[0]) for row in words.number_multipliers]
    assert len(set(keys)) == len(keys)
    for _, value, below in words.numbers:
        assert 0 <= below <= value or below == value == 0
        assert value < 1000
    for _, by, _alone in words.number_multipliers:
        assert by == 10 ** (len(str(by)) - 1) >= 100
    for _, least, most, followers in words.number_joiners:
        assert 10 <= least <= most
        assert all(0 < value < 100 for value in followers)


def test_a_language_is_data_alone() -> None:
    """Invented words are read by the same grammar: other joiners, articles before a multiplier that also stands alone."""
    invented = Lexicon(
        language="xx",
        numbers=(("ul", 1, 0), ("bi", 2, 0), ("deka", 10, 10), ("deka bi", 13, 0), ("kent", 100, 100), ("bikent", 200, 100)),
        number_multipliers=(("kilo", 1000, True), ("mega", 10**6, False)),
        number_ones=("o",),
        number_joiners=(("e", 10, 1000, (2, 10, 200)),),
        number_centuries=(13,),
        number_ordinals=("bim",),
        number_pronouns=("ul",),
        number_articles=("ul",),
        number_words=("ul", "bi", "mega", "half bi", "o"),
    )
    words = NumberWords(invented)
    readings = {
        "deka ul": (11, 2),
        "deka bi": (13, 2),
        "deka e bi": (12, 3),
        "kent e deka e ul": (110, 3),
        "kilo e bikent e bi": (1202, 5),
        "bi kilo e bi": (2002, 4),
        "bi mega e bi": (2_000_000, 2),
        "bi mega kilo e bi": (2_001_002, 5),
        "deka bi deka ul": (1311, 4),
        "deka bi kent": (13, 2),
        "kilo deka bi deka": (1013, 3),
        "o mega": (10**6, 2),
        "kilo kilo": (1000, 1),
        "deka bi kilo": (13_000, 3),
    }
    assert {text: words.read(text.split(), 0) for text in readings} == readings
    assert words.read(["o", "kilo"], 0) is None
    assert words.read(["o", "bi"], 0) is None
    assert words.read(["o"], 0) is None
    assert words.read(["e", "bi"], 0) is None
    assert words.read([], 0) is None
    assert words.vague == {"half", "o", "mega"}
    assert words.all == {"bi", "deka", "kent", "bikent", "kilo", "mega", "half", "o"}
    assert words.known == words.all | {"ul"}
    assert (words.ordinals, words.pronouns, words.ones, words.marks) == tuple(map(frozenset, (["bim"], ["ul"], ["o"], [])))
    assert words.is_vague(["o", "half"], 0)
    assert words.is_vague(["o", "bim"], 0)
    assert words.is_vague(["ul", "mega"], 1)
    assert not words.is_vague(["o", "bi"], 0)
    assert not words.is_vague(["bi"], 1)


def test_lists_are_read_once() -> None:
    """The words of a language are one object; English comes first."""
    assert number_words_of("en") is number_words_of("en")
    assert languages_with_numbers()[0] == "en"


@given(
    st.lists(
        st.sampled_from(
            [
                "one",
                "two",
                "nineteen",
                "twenty",
                "fifty",
                "hundred",
                "thousand",
                "million",
                "and",
                "a",
                "half",
                "first",
                "third",
                "un",
                "et",
                "cent",
                "mille",
                "y",
                "5",
                "1,5",
                "-",
                ",",
                "–",
                ".",
                "\n",
            ]
        ),
        max_size=12,
    )
)
def test_numbers_never_overlap_and_never_raise(parts: list[str]) -> None:
    """Spans follow one another within the text; whatever has a value is read alike when it stands alone."""
    text = " ".join(parts)
    last = 0
    for each in find_numbers(text):
        assert last <= each.start < each.end <= len(text)
        last = each.end
        if each.value is not None:
            assert parse_number(text[each.start : each.end]) == each.value


@given(st.text(max_size=60))
def test_any_text_is_searched(text: str) -> None:
    """No text of any kind raises anything."""
    assert all(0 <= each.start < each.end <= len(text) for each in find_numbers(text))
    assert parse_number(text) is None or parse_number(text) == find_numbers(text)[0].value


def test_words_that_touch_digits_multiply_nothing() -> None:
    """Between a number and its multiplier stands a blank, a line break or a hyphen; what touches is no whole number."""
    assert found("5million", "en") == [("5", None, True)]


@pytest.mark.parametrize(
    "unit",
    ["one ", "1 ", "a ", "1,", "and ", "twenty-", "one thousand, ", "hundred and ", "e\u0301", "\xad", "9", "mil millones ", "two and a "],
)
def test_cost_is_linear(unit: str, growth: Growth) -> None:
    """Four times the text costs about four times as much, not sixteen times; a long one is read."""
    assert len(find_numbers(unit * (20_000 // len(unit)))) <= 20_000
    assert growth(lambda times: find_numbers(unit * times), 2_000 // len(unit)) < 6
