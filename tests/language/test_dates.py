"""Days as pages write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language.dates import MAX_DATED, Dated, first_date, is_dateless, trimmed, whole_date
from iom_content.language.folding import fold
from iom_content.language.lexicon import lexicons


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28 Nov 2018", date(2018, 11, 28)),
        ("27 nov 2023", date(2023, 11, 27)),
        ("3 f\u00e9vr. 2022", date(2022, 2, 3)),
        ("3\xa0f\u00e9vr. 2022", date(2022, 2, 3)),
        ("Mar 06, 2020", date(2020, 3, 6)),
        ("Friday, March 6, 2020", date(2020, 3, 6)),
        ("Monday, 4 March 2019 - 10:00", date(2019, 3, 4)),
        ("4 March 2019 10:30 am", date(2019, 3, 4)),
        ("4 March 2019 at 10:30 (CET)", date(2019, 3, 4)),
        ("28 novembre 2018 - 14h30", date(2018, 11, 28)),
        ("2018-11-28", date(2018, 11, 28)),
        ("2018/11/28", date(2018, 11, 28)),
        ("2018-11-28T10:30:00Z", date(2018, 11, 28)),
        ("2018-11-28T10:30+01:00", date(2018, 11, 28)),
        ("28-Nov-2018", date(2018, 11, 28)),
        ("28/Nov/2018", date(2018, 11, 28)),
        ("28/11/2018", date(2018, 11, 28)),
        ("11/28/2018", date(2018, 11, 28)),
        ("07/07/2018", date(2018, 7, 7)),
        ("28.11.2018", date(2018, 11, 28)),
        ("05.04.2018", date(2018, 4, 5)),
        ("28 \u043d\u043e\u044f\u0431\u0440\u044f 2018 \u0433.", date(2018, 11, 28)),
        ("28 \u043d\u043e\u044f\u0431\u0440\u044f 2018 \u0433\u043e\u0434\u0430", date(2018, 11, 28)),
        ("8 \u062a\u0645\u0648\u0632/\u064a\u0648\u0644\u064a\u0648 2023", date(2023, 7, 8)),
        ("\u0662\u0668 \u0646\u0648\u0641\u0645\u0628\u0631 \u0662\u0660\u0661\u0668", date(2018, 11, 28)),
        ("28 Kas\u0131m 2018", date(2018, 11, 28)),
        ("4 Mart 2021 Per\u015fembe", date(2021, 3, 4)),
        ("28 de noviembre de 2018", date(2018, 11, 28)),
        ("12 de septiembre del 2019", date(2019, 9, 12)),
        ("1\u00ba de mar\u00e7o de 2021", date(2021, 3, 1)),
        ("sexta-feira, 3 de maio de 2019", date(2019, 5, 3)),
        ("15. J\u00e4nner 2020", date(2020, 1, 15)),
        ("8 \u062a\u0645\u0648\u0632 (\u064a\u0648\u0644\u064a\u0648) 2023", date(2023, 7, 8)),
        ("den 28. November 2018", date(2018, 11, 28)),
        ("le lundi 28 janvier 2019", date(2019, 1, 28)),
        ("1er f\u00e9vrier 2022", date(2022, 2, 1)),
        ("November 28th, 2018", date(2018, 11, 28)),
        ("the 28th of November 2018", date(2018, 11, 28)),
        ("Date: 28 November 2018", date(2018, 11, 28)),
        ("(28 November 2018)", date(2018, 11, 28)),
        ("Fri, 03/06/2020 - 12:30", date(2020, 3, 6)),
        ("1 January 1900", date(1900, 1, 1)),
        ("31 December 2099", date(2099, 12, 31)),
        ("29 February 2020", date(2020, 2, 29)),
    ],
)
def test_whole_days(text: str, day: date) -> None:
    """A line that is a day is read in each language; weekday, article, label and time of day change nothing."""
    dated = whole_date(text)
    assert dated is not None
    assert (dated.day, dated.flaw) == (day, "")


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("28 November", "year"),
        ("November 28", "year"),
        ("Monday, 8 July", "year"),
        ("July 2023", "day"),
        ("juillet de 2023", "day"),
        ("08/07/2018", "order"),
        ("8-10 July 2023", "range"),
        ("8 to 10 July 2023", "range"),
        ("8th and 9th July 2023", "range"),
        ("July 8-10, 2023", "range"),
        ("31 June 2020", "calendar"),
        ("29 February 2021", "calendar"),
        ("28 November 1899", "calendar"),
        ("28 November 2100", "calendar"),
        ("32/13/2018", "calendar"),
        ("2018-13-40", "calendar"),
        ("8 \u062a\u0645\u0648\u0632/\u0645\u0627\u0631\u0633 2023", "calendar"),
    ],
)
def test_days_that_are_not_whole(text: str, flaw: str) -> None:
    """What is missing, open or impossible is named and never made up."""
    dated = whole_date(text)
    assert dated is not None
    assert (dated.day, dated.flaw) == (None, flaw)


def test_a_weekday_settles_the_order_of_figures_or_contradicts() -> None:
    """Open figures are settled by a weekday that fits one reading; a written day stands, whatever its weekday."""
    assert whole_date("Wednesday, 03/06/2020") == Dated(11, 21, date(2020, 6, 3), "", (date(2020, 6, 3), date(2020, 3, 6)))
    assert whole_date("Thu, 03/06/2020") == Dated(5, 15, None, "order", (date(2020, 6, 3), date(2020, 3, 6)))
    assert whole_date("Thursday, March 6, 2020") == Dated(10, 23, date(2020, 3, 6), "weekday")
    assert whole_date("Monday, Friday, March 6, 2020") == Dated(16, 29, date(2020, 3, 6), "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lindhavn, 8 July 2023",
        "On 6 March 2020 we met",
        "8 July 2023 in Lindhavn",
        "175 member states",
        "In 2019",
        "2019",
        "May 2, 1950s",
        "8 Julyish 2023",
        "888 July 2023x",
        "1.2.34",
        "28 November 2018" + " " * MAX_DATED + "x",
        "28 November 2018".rjust(MAX_DATED + 1),
    ],
)
def test_other_lines_are_no_days(text: str) -> None:
    """A line that says more than a day, or less than a part of one, is none."""
    assert whole_date(text) is None


def test_the_first_date_and_its_place() -> None:
    """Of several dates the first counts, of two readings the longer; its place is exact in the raw text."""
    text = "Lindhavn,\xa0 8 Juillet\u00ad 2023 et 9 ao\u00fbt 2024"
    found = first_date(text)
    assert found is not None
    assert (text[found.start : found.end], found.day) == ("8 Juillet\u00ad 2023", date(2023, 7, 8))
    assert first_date("no figures here, in May or June") is None
    assert first_date("x" * MAX_DATED + " 8 July 2023") is None


def test_what_adds_nothing_to_a_date() -> None:
    """Weekdays, articles and marks of all languages add nothing; names do."""
    assert all(
        map(
            is_dateless,
            ["", " - ", "Mon,", "le lundi", "segunda-feira,", "(", "\u064a\u0648\u0645 \u0627\u0644\u062c\u0645\u0639\u0629\u060c"],
        )
    )
    assert not any(map(is_dateless, ["Lindhavn", "Mondays", "2"]))
    assert [trimmed(text) for text in (" a, ", "(a) \u2013", "a\u060c", "St. A")] == ["a", "a", "a", "St. A"]


def test_names_of_months_and_weekdays_do_not_clash() -> None:
    """A name means one month or one weekday in whatever language; each language has twelve and seven."""
    for field, size in (("months", 12), ("weekdays", 7)):
        seen: dict[str, int] = {}
        for words in lexicons():
            assert len(getattr(words, field)) == size
            for number, names in enumerate(getattr(words, field)):
                for name in names:
                    assert seen.setdefault(fold(name), number) == number, name


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(lexicons()),
    st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}. {m} {y}", "{d} de {m} de {y}"]),
)
def test_each_day_is_read_as_it_is_written(day: date, words: object, form: str) -> None:
    """Each day, with each name of its month in each language and order, is read as that day."""
    for name in words.months[day.month - 1]:  # type: ignore[attr-defined]
        dated = whole_date(form.format(d=day.day, m=name, y=day.year))
        assert dated is not None
        assert dated.day == day


@given(st.text())
def test_any_text_is_searched(text: str) -> None:
    """No text breaks the search, and what is found lies in it."""
    found = first_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
