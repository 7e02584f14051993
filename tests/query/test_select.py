"""Choosing values by what is known of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, assert_type

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.model.catalog import Lookup
from iom_content.testing.strategies import statements


def statement(name: str, **known: Any) -> iom.Statement:
    """Return a statement of which only this is known."""
    return iom.Statement(id=name, organization=known.pop("organization", "office"), **known)


SPRING = statement("spring", language="en", published=date(2023, 3, 1), category="News", speaker="Ada Example")
SUMMER = statement("summer", language="en-GB", published=date(2023, 6, 1), category="Speeches", organization="other")
AUTUMN = statement("autumn", language="FR", published=date(2023, 9, 1), speaker="Ada Example")
UNKNOWN = statement("unknown")
ALL = (SUMMER, SPRING, UNKNOWN, AUTUMN)


def test_without_conditions_everything_is_taken_in_order() -> None:
    """Any iterable will do; of a mapping the values are taken."""
    assert iom.select(ALL) == ALL
    assert iom.select(iter(ALL)) == ALL
    assert iom.select({each.id: each for each in ALL}) == ALL
    assert iom.select(Lookup("statement", {each.id: each for each in ALL})) == ALL
    assert iom.select([]) == ()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("en", (SUMMER, SPRING)),
        ("EN", (SUMMER, SPRING)),
        ("en-gb", (SUMMER,)),
        ("en-GB-oed", ()),
        ("fr", (AUTUMN,)),
        ("e", ()),
        ("*", (SUMMER, SPRING, AUTUMN)),
    ],
)
def test_languages_are_ranges(wanted: str, found: tuple[iom.Statement, ...]) -> None:
    """Basic filtering of RFC 4647: the range is the tag, or the tag goes on with a hyphen; case does not matter."""
    assert iom.select(ALL, language=wanted) == found


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2023-03-01", None, (SUMMER, SPRING, AUTUMN)),
        ("2023-03-02", None, (SUMMER, AUTUMN)),
        (None, "2023-06-01", (SUMMER, SPRING)),
        (None, date(2023, 5, 31), (SPRING,)),
        (date(2023, 6, 1), "2023-06-01", (SUMMER,)),
        ("2024-01-01", None, ()),
    ],
)
def test_days_are_inclusive(first: date | str | None, last: date | str | None, found: tuple[iom.Statement, ...]) -> None:
    """Both ends belong to the period, as dates or as text; an unknown day lies in no period."""
    assert iom.select(ALL, published_from=first, published_to=last) == found


def test_texts_must_be_equal() -> None:
    """Category, speaker and organization are matched exactly."""
    assert iom.select(ALL, category="Speeches") == (SUMMER,)
    assert iom.select(ALL, category="speeches") == ()
    assert iom.select(ALL, speaker="Ada Example") == (SPRING, AUTUMN)
    assert iom.select(ALL, speaker="Ada") == ()
    assert iom.select(ALL, organization="other") == (SUMMER,)


def test_all_conditions_must_hold() -> None:
    """Conditions narrow each other; the further one is asked only of what satisfies the others."""
    asked: list[str] = []

    def is_short(each: iom.Statement) -> str:
        asked.append(each.id)
        return "yes" if len(each.id) < 7 else ""

    assert iom.select(ALL, speaker="Ada Example", language="en") == (SPRING,)
    assert iom.select(ALL, language="*", where=is_short) == (SUMMER, SPRING, AUTUMN)
    assert asked == ["summer", "spring", "autumn"]
    assert iom.select(ALL, where=lambda each: each.language is None) == (UNKNOWN,)


@pytest.mark.parametrize(
    "conditions",
    [{"language": "*"}, {"category": "News"}, {"speaker": "Ada"}, {"published_from": "0001-01-01"}, {"published_to": "9999-12-31"}],
)
def test_what_is_unknown_never_matches(conditions: dict[str, Any]) -> None:
    """Neither None nor a value that has no such property satisfies a condition."""
    assert iom.select((UNKNOWN, iom.Section(id="a", title="A")), **conditions) == ()


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"published_from": "2023-13-01"}, "select/published_from: expected a date or 'YYYY-MM-DD', found '2023-13-01'"),
        ({"published_from": "20230901"}, "select/published_from: expected a date or 'YYYY-MM-DD', found '20230901'"),
        ({"published_from": "2023-W09-1"}, "select/published_from: expected a date or 'YYYY-MM-DD', found '2023-W09-1'"),
        ({"published_to": "2023-09-01\n"}, "select/published_to: expected a date or 'YYYY-MM-DD', found '2023-09-01\\n'"),
        ({"published_to": ""}, "select/published_to: expected a date or 'YYYY-MM-DD', found ''"),
        ({"published_to": 2023}, "select/published_to: expected a date or 'YYYY-MM-DD', found 2023"),
        (
            {"published_from": "2023-09-02", "published_to": date(2023, 9, 1)},
            "select/published_to: expected a day not before 2023-09-02, found 2023-09-01",
        ),
        ({"language": "en_GB"}, "select/language: expected a BCP 47 language range such as 'en' or 'pt-BR', found 'en_GB'"),
        ({"language": ""}, "select/language: expected a BCP 47 language range such as 'en' or 'pt-BR', found ''"),
        ({"language": 5}, "select/language: expected a BCP 47 language range such as 'en' or 'pt-BR', found 5"),
        ({"term": 5}, "select/term: expected a Term, or the id or a name of a bundled one, found 5"),
        ({"category": 5}, "select/category: expected text, found 5"),
        ({"speaker": ("Ada", "Example")}, "select/speaker: expected text, found ('Ada', 'Example')"),
        ({"organization": 5}, "select/organization: expected text, found 5"),
        ({"where": 5}, "select/where: expected a function of a value, found 5"),
    ],
)
def test_a_condition_that_cannot_be_meant_is_refused(conditions: dict[str, Any], message: str) -> None:
    """The error names the condition, even where there is nothing to select from."""
    with pytest.raises(iom.InvalidValue) as caught:
        iom.select((), **conditions)
    assert str(caught.value) == message


def test_what_is_no_collection_is_refused() -> None:
    """One value alone is none to choose from."""
    single: Any = SPRING
    with pytest.raises(iom.InvalidValue, match=r"^select/values: expected values to choose from, or a mapping to them, found <Statement"):
        iom.select(single)


def test_a_moment_is_no_day() -> None:
    """A datetime would compare with no date."""
    with pytest.raises(iom.InvalidValue, match="expected a date or 'YYYY-MM-DD'"):
        iom.select((), published_from=datetime(2023, 9, 18))  # noqa: DTZ001 - a zone would not make it a day


@given(st.lists(statements(), max_size=4), st.dates(), st.dates())
def test_two_halves_make_a_whole(values: list[iom.Statement], one: date, other: date) -> None:
    """Every dated value lies before a day or on or after it, and a period is what both bounds share."""
    first, last = sorted((one, other))
    since = iom.select(values, published_from=first)
    before = tuple(each for each in values if each.published is not None and each.published < first)
    assert [each for each in values if each in since or each in before] == [each for each in values if each.published is not None]
    within = iom.select(values, published_from=first, published_to=last)
    assert within == iom.select(since, published_to=last)


def test_the_result_has_the_type_of_the_values() -> None:
    """Type checkers know what is selected, from a mapping and from an iterable."""
    assert_type(iom.select(iom.load().statements), tuple[iom.Statement, ...])
    assert_type(iom.select([iom.Section(id="a", title="A")]), tuple[iom.Section, ...])


def test_a_term_is_named_by_any_of_its_official_forms() -> None:
    """As whole words, in any text of the value; other values name nothing."""
    term = iom.Term(id="pact", name="Harbour Pact", acronym="HP", language="en", short_forms=("the Pact",))
    texts = {
        "name": "The harbour  pact holds.",
        "acronym": "The HP holds.",
        "short": "They signed the Pact.",
        "other": "The Harbour Pacts, an HPS.",
    }
    statements = [
        iom.Statement(id=name, organization="iom", blocks=(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text),))
        for name, text in texts.items()
    ]
    assert [each.id for each in iom.select(statements, term=term)] == ["name", "acronym", "short"]
    assert iom.select([term, *statements[3:]], term=term) == ()
    assert [each.id for each in iom.select(iom.load().statements, term="sdg-summit")] == ["sdg-summit-statement-iom-director-general"]
    for name in ("SDG Summit", "sdg summit"):
        assert iom.select(iom.load().statements, term=name) == iom.select(iom.load().statements, term="sdg-summit")
    for name in ("sdg-sumit", "sdg sumit"):
        with pytest.raises(iom.NotFound, match=f"no term '{name}'; did you mean 'sdg-summit'"):
            iom.select(statements, term=name)
