"""Verdicts on numbers."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.checks.figures import FIGURE_NAMES
from iom_content.model.catalog import Lookup
from iom_content.testing import strategies

EXACTLY, MORE_THAN, AT_LEAST, AROUND, NEARLY = iom.Qualifier
CAPTURED = iom.Captured(spans=(iom.Span(start=0, end=4),), document="0123456789ab")
OFFICIAL = iom.Curated(basis=iom.Basis.OFFICIAL, note="An invented notice.")
INFERRED = iom.Curated(basis=iom.Basis.INFERRED, note="It follows.")
SECONDARY = iom.Curated(basis=iom.Basis.SECONDARY, note="An invented newspaper.")


def figure(
    value: int,
    *,
    as_of: str | None = None,
    qualifier: iom.Qualifier = EXACTLY,
    origin: iom.Captured | iom.Curated | None = CAPTURED,
    name: str = "boats",
    unit: str = "boat",
) -> iom.Figure:
    """Return a figure of an invented office."""
    return iom.Figure(name=name, value=value, unit=unit, qualifier=qualifier, as_of=as_of, origin=origin)


def catalog(*figures: iom.Figure, key: str = "iom") -> iom.Catalog:
    """Return a catalog with one organization that has these figures."""
    return iom.Catalog(organizations=Lookup("organization", {key: iom.Organization(id=key, name="Office", figures=figures)}))


def asked(
    value: int | str, *figures: iom.Figure, qualifier: iom.Qualifier | str = EXACTLY, on: date | str | None = None
) -> tuple[str, iom.Figure | None, iom.Figure | None, tuple[str, ...]]:
    """Ask about the boats and return verdict, figure, past figure and notes."""
    check = iom.check_figure("boats", value, catalog=catalog(*figures, figure(1, name="ships")), qualifier=qualifier, on=on)
    assert check.ok is (check.verdict in {"confirmed", "compatible"})
    return check.verdict.value, check.figure, check.past, check.notes


@pytest.mark.parametrize(
    ("name", "value", "verdict", "notes"),
    [
        ("member_states", 175, "confirmed", ()),
        ("member_states", "175", "confirmed", ()),
        ("member_states", "one hundred and seventy-five", "confirmed", ()),
        ("member_states", "cent soixante-quinze", "confirmed", ()),
        ("member_states", "ciento setenta y cinco", "confirmed", ()),
        ("member_states", "exactly 175", "confirmed", ()),
        ("member_states", 176, "contradicted", ()),
        ("member_states", 0, "contradicted", ()),
        ("member_states", 173, "stale", ()),
        ("member_states", 174, "stale", ("secondary",)),
        ("member_states", 165, "stale", ("secondary",)),
        ("member_states", "175+", "contradicted", ()),
        ("member_states", "at least 175", "compatible", ()),
        ("presence_countries", 171, "confirmed", ()),
        ("presence_countries", "more than 170", "compatible", ()),
        ("presence_countries", "more than 171", "contradicted", ()),
        ("presence_countries", "at least 171", "compatible", ()),
        ("presence_countries", "at least 172", "contradicted", ()),
        ("presence_countries", "around 170", "compatible", ()),
        ("presence_countries", "around 180", "compatible", ()),
        ("presence_countries", "around 181", "contradicted", ()),
        ("presence_countries", "around 163", "compatible", ()),
        ("presence_countries", "around 162", "contradicted", ()),
        ("presence_countries", "nearly 180", "compatible", ()),
        ("presence_countries", "nearly 190", "compatible", ()),
        ("presence_countries", "nearly 191", "contradicted", ()),
        ("presence_countries", "nearly 171", "compatible", ("met",)),
        ("presence_countries", "nearly 170", "contradicted", ()),
        ("presence_countries", "more than 100", "compatible", ("loose",)),
        ("presence_countries", "more than 153", "compatible", ("loose",)),
        ("presence_countries", "more than 154", "compatible", ()),
        ("presence_countries", "at least 100", "compatible", ("loose",)),
        ("founded", 1951, "confirmed", ()),
        ("founded", "nineteen fifty-one", "confirmed", ()),
        ("founded", 1950, "contradicted", ()),
        ("founded", "around 1950", "compatible", ()),
        ("founded", "around 1900", "contradicted", ()),
        ("founded", "more than 1940", "compatible", ("loose",)),
        ("founded", "more than 1941", "compatible", ()),
    ],
)
def test_the_bundled_figures(name: str, value: int | str, verdict: str, notes: tuple[str, ...]) -> None:
    """Digits, words and qualifiers against the official figures."""
    check = iom.check_figure(name, value)
    assert (check.verdict.value, check.notes) == (verdict, notes)
    assert (check.name, check.on, check.organization) == (name, None, "iom")
    assert check.figure == iom.load().organizations["iom"].current_figure(name)


@pytest.mark.parametrize(
    ("name", "value", "on", "verdict", "as_of", "notes"),
    [
        ("member_states", 173, "2018-11", "confirmed", "2018-11", ()),
        ("member_states", 173, "2018", "confirmed", "2018-11", ("date-within",)),
        ("member_states", 170, "2018", "unknown", "2018-11", ("date-within",)),
        ("member_states", 170, "2018-11", "contradicted", "2018-11", ()),
        ("member_states", 173, "2018-11-30", "unknown", "2018-11", ("date-imprecise",)),
        ("member_states", 173, date(2018, 11, 30), "unknown", "2018-11", ("date-imprecise",)),
        ("member_states", 165, "2015", "compatible", "2015", ("secondary",)),
        ("member_states", 165, "2015-06", "unknown", "2015", ("date-imprecise",)),
        ("member_states", 164, "2015", "contradicted", "2015", ("secondary",)),
        ("member_states", 165, "2018-11", "stale", "2018-11", ("secondary",)),
        ("member_states", 175, "2015", "stale", "2015", ("secondary",)),
        ("member_states", "more than 170", "2019-11", "compatible", "2019-11", ()),
        ("member_states", 175, "2019", "unknown", "2019-11", ("date-within",)),
        ("member_states", 175, "2023-09-18", "unknown", None, ("undated",)),
        ("member_states", 165, "2023-09-18", "unknown", None, ("undated",)),
        ("presence_countries", 171, "2023", "unknown", None, ("undated",)),
        ("presence_countries", 170, "2023", "unknown", None, ("undated",)),
        ("founded", 1951, "1951", "unknown", None, ("undated",)),
    ],
)
def test_the_bundled_figures_on_a_date(
    name: str, value: int | str, on: date | str, verdict: str, as_of: str | None, notes: tuple[str, ...]
) -> None:
    """Only a figure of that very date, or of one within it, decides; an undated one never does."""
    check = iom.check_figure(name, value, on=on)
    assert (check.verdict.value, check.notes, check.on) == (verdict, notes, str(on))
    assert check.figure is not None
    assert (check.figure.name, check.figure.as_of) == (name, as_of)


# Rows: what is asked about; columns: what is official. Shown once more in the documentation.
TABLE = {
    #               exactly 100    more_than 100  at_least 100  around 100     nearly 100
    "exactly 100": ("confirmed", "contradicted", "unknown", "unknown", "unknown"),
    "exactly 101": ("contradicted", "unknown", "unknown", "unknown", "contradicted"),
    "exactly 95": ("contradicted", "contradicted", "contradicted", "unknown", "unknown"),
    "exactly 89": ("contradicted", "contradicted", "contradicted", "contradicted", "contradicted"),
    "more than 100": ("contradicted", "confirmed", "unknown", "unknown", "contradicted"),
    "more than 99": ("compatible", "compatible", "compatible", "unknown", "unknown"),
    "more than 80": ("compatible", "compatible", "compatible", "compatible", "compatible"),
    "at least 100": ("compatible", "compatible", "confirmed", "unknown", "unknown"),
    "at least 101": ("contradicted", "compatible", "unknown", "unknown", "contradicted"),
    "at least 90": ("compatible", "compatible", "compatible", "compatible", "compatible"),
    "around 100": ("compatible", "unknown", "unknown", "confirmed", "unknown"),
    "around 97": ("compatible", "unknown", "unknown", "unknown", "unknown"),
    "around 50": ("contradicted", "contradicted", "contradicted", "contradicted", "contradicted"),
    "nearly 100": ("compatible", "contradicted", "unknown", "unknown", "confirmed"),
    "nearly 105": ("compatible", "unknown", "unknown", "compatible", "unknown"),
    "nearly 95": ("contradicted", "contradicted", "contradicted", "unknown", "unknown"),
}


@pytest.mark.parametrize(("claim", "column"), [*itertools.product(TABLE, range(5))])
def test_the_table_of_qualifiers(claim: str, column: int) -> None:
    """What an official text that is not exact states, leaves open and excludes."""
    official = figure(100, qualifier=[*iom.Qualifier][column])
    verdict, found, past, notes = asked(claim, official)
    assert verdict == TABLE[claim][column]
    assert (found, past) == (official, None)
    assert ("undecided" in notes) is (verdict == "unknown")


def test_the_documentation_shows_the_table(root: Path) -> None:
    """The page on figures has the same rows."""
    page = (root / "docs" / "figures.md").read_text(encoding="utf-8")
    rows = {f"| {claim} | {' | '.join(cells)} |" for claim, cells in TABLE.items()}
    assert rows - set(page.splitlines()) == set()


CLAIMS = st.tuples(st.sampled_from(iom.Qualifier), st.integers(0, 300))


def truths(qualifier: iom.Qualifier, value: int) -> set[int]:
    """Return every number up to a thousand of which a statement is true, by the words of the rules."""
    tests = {
        EXACTLY: lambda true: true == value,
        MORE_THAN: lambda true: true > value,
        AT_LEAST: lambda true: true >= value,
        AROUND: lambda true: abs(true - value) * 20 <= value,
        NEARLY: lambda true: 9 * value <= 10 * true <= 10 * value,
    }
    return {true for true in range(1001) if tests[qualifier](true)}


@given(claim=CLAIMS, official=CLAIMS)
def test_verdicts_are_those_of_sets(claim: tuple[iom.Qualifier, int], official: tuple[iom.Qualifier, int]) -> None:
    """Compatible is what holds whatever the official text means, contradicted what never does; else nothing is decided."""
    said, stated = truths(*claim), truths(*official)
    expected = "confirmed" if claim == official else "compatible" if stated <= said else "unknown" if stated & said else "contradicted"
    verdict, _, _, notes = asked(claim[1], figure(official[1], qualifier=official[0]), qualifier=claim[0])
    assert verdict == expected
    assert ("undecided" in notes) is (expected == "unknown")


@given(first=CLAIMS, second=CLAIMS, official=CLAIMS)
def test_what_follows_from_a_true_claim_is_true(
    first: tuple[iom.Qualifier, int], second: tuple[iom.Qualifier, int], official: tuple[iom.Qualifier, int]
) -> None:
    """A weaker claim is never judged worse, a stronger one never better."""
    if truths(*first) <= truths(*second):
        source = figure(official[1], qualifier=official[0])
        strong, weak = (asked(claim[1], source, qualifier=claim[0])[0] for claim in (first, second))
        order = ["contradicted", "unknown", "compatible", "confirmed"]
        assert min(order.index(strong), 2) <= min(order.index(weak), 2)


@given(value=st.integers(0, 10**6), official=CLAIMS)
def test_an_exact_number_is_confirmed_by_the_same_exact_number_alone(value: int, official: tuple[iom.Qualifier, int]) -> None:
    """No qualifier of the official text is read as a number."""
    verdict = asked(value, figure(official[1], qualifier=official[0]))[0]
    assert (verdict == "confirmed") is (official == (EXACTLY, value))


@given(
    strategies.figures(),
    st.integers(0, 2**53 - 1),
    st.sampled_from(iom.Qualifier),
    st.none() | st.dates() | st.sampled_from(["2018", "2018-11"]),
)
def test_any_figure_can_be_asked_about(source: iom.Figure, value: int, qualifier: iom.Qualifier, on: date | str | None) -> None:
    """Whatever a figure's value, date and origin: there is an answer, and it can be written and read back."""
    check = iom.check_figure(source.name, value, catalog=catalog(source), qualifier=qualifier, on=on)
    assert iom.loads(iom.dumps(check), iom.FigureCheck) == check
    if on is not None and source.as_of is None:
        assert check.verdict is iom.FigureVerdict.UNKNOWN
    if check.verdict is iom.FigureVerdict.CONFIRMED:
        assert (check.value, check.qualifier) == (source.value, source.qualifier)
        assert isinstance(source.origin, iom.Captured) or (source.origin is not None and source.origin.basis is iom.Basis.OFFICIAL)


def test_sources_that_are_not_official_confirm_nothing() -> None:
    """The same statement is confirmed by a captured page and an official text, compatible with what others say."""
    verdicts = {"confirmed": (CAPTURED, OFFICIAL), "compatible": (INFERRED, SECONDARY, None)}
    notes = {CAPTURED: (), OFFICIAL: (), INFERRED: ("inferred",), SECONDARY: ("secondary",), None: ("no-origin",)}
    for verdict, origins in verdicts.items():
        for origin in origins:
            for on, as_of in ((None, None), ("2020", "2020")):
                source = figure(12, origin=origin, as_of=as_of)
                if on is None or origin is not None:
                    assert asked(12, source, on=on) == (verdict, source, None, notes[origin])
            assert asked(13, figure(12, origin=origin))[3] == notes[origin]


def test_a_stale_number_is_that_of_the_newest_other_date() -> None:
    """The current figure is the one it was held to; of several dates at which it was true the last is named."""
    now = figure(12, as_of="2022-05-04")
    history = [figure(11, as_of=day, origin=SECONDARY) for day in ("2016", "2019-03", "2018")]
    assert asked(11, now, *history) == ("stale", now, history[1], ("secondary",))
    assert asked("nearly 12", now, *history)[0] == "compatible"
    assert asked("more than 10", now, *history)[0] == "compatible"
    assert asked("around 10", now, figure(10, as_of="2010", origin=OFFICIAL)) == (
        "stale",
        now,
        figure(10, as_of="2010", origin=OFFICIAL),
        (),
    )
    assert asked(9, now, *history) == ("contradicted", now, None, ())


def test_of_equal_dates_the_best_source_is_named() -> None:
    """A past figure with an official source goes before another of the same date."""
    now = figure(12)
    sources = [figure(11, as_of="2016", origin=origin) for origin in (None, SECONDARY, INFERRED, OFFICIAL, CAPTURED)]
    for best in range(1, 4):
        for some in (sources[: best + 1], sources[best::-1]):
            assert asked(11, now, *some)[:3] == ("stale", now, sources[best])
            assert asked(11, *some, on="2016")[1] == sources[best]
    assert asked(11, *sources, on="2016")[1] == sources[4]


def test_years_have_rules_of_their_own() -> None:
    """Whether it is the official number that is a year, or the one that is asked about."""
    official = figure(1950, unit="year", qualifier=AROUND)
    assert asked(1955, official)[0] == "unknown"
    assert asked(1956, official)[0] == "contradicted"
    assert asked("at least 1945", official)[0] == "compatible"
    assert asked("at least 1946", official)[0] == "unknown"


@pytest.mark.parametrize("as_of", ["2022", "2022-05", "2022-05-04"])
@pytest.mark.parametrize("other", ["2022", "2022-05", "2022-05-04"])
def test_a_figure_of_the_same_time_makes_nothing_stale(as_of: str, other: str) -> None:
    """A date that may be the same is no other date."""
    now = figure(12, as_of=as_of)
    assert asked(11, now, figure(11, as_of=other, origin=SECONDARY)) == ("contradicted", now, None, ())


@pytest.mark.parametrize(
    ("as_of", "other"), [("2022", "2021"), ("2022-05", "2022-06"), ("2022-05-04", "2022-05-05"), ("2022-05-04", "2022-06"), (None, "2022")]
)
def test_a_figure_of_another_time_makes_a_number_stale(as_of: str | None, other: str) -> None:
    """Any date beside an unknown one is another."""
    now, past = figure(12, as_of=as_of), figure(11, as_of=other, origin=OFFICIAL)
    assert asked(11, now, past) == ("stale", now, past, ())


def test_a_number_that_is_left_open_is_not_stale() -> None:
    """It may still be true."""
    now = figure(100, qualifier=AROUND)
    assert asked(98, now, figure(98, as_of="2010", origin=OFFICIAL)) == ("unknown", now, None, ("undecided",))


def test_official_texts_that_differ_decide_nothing_against_each_other() -> None:
    """Two undated pages: what the current figure says stands with a note; what only the other says is unknown."""
    now, other = figure(12), figure(11)
    assert asked(12, now, other) == ("confirmed", now, None, ("conflicting-figures",))
    assert asked(11, now, other) == ("unknown", now, None, ("conflicting-figures",))
    assert asked(10, now, other) == ("contradicted", now, None, ("conflicting-figures",))
    assert asked("nearly 13", now, other) == ("compatible", now, None, ("conflicting-figures",))
    dated, same = figure(12, as_of="2022-05"), figure(11, as_of="2022", origin=OFFICIAL)
    assert asked(11, dated, same) == ("unknown", dated, None, ("conflicting-figures",))
    past = figure(11, as_of="2010", origin=OFFICIAL)
    assert asked(10, now, other, attrs.evolve(past, value=10))[0] == "stale"
    assert asked(11, now, other, past) == ("unknown", now, None, ("conflicting-figures",))
    assert asked(12, now, figure(11, origin=SECONDARY)) == ("confirmed", now, None, ())
    assert asked(12, figure(12, as_of="2022"), figure(11, as_of="2021")) == ("confirmed", figure(12, as_of="2022"), None, ())


def test_official_texts_that_agree_complete_each_other() -> None:
    """What the current figure leaves open, another of the same or an unknown date may state."""
    now, other = figure(10, qualifier=MORE_THAN), figure(12)
    assert asked(12, now, other) == ("confirmed", other, None, ())
    assert asked(13, now, other) == ("contradicted", other, None, ())
    assert asked("nearly 13", now, other) == ("compatible", other, None, ())
    assert asked("more than 10", now, other) == ("confirmed", now, None, ())
    assert asked("at least 13", now, figure(11, qualifier=AT_LEAST)) == ("unknown", now, None, ("undecided",))
    assert asked(12, now, figure(12, origin=SECONDARY))[0] == "unknown"
    assert asked(12, figure(10, qualifier=MORE_THAN, as_of="2022"), figure(12, as_of="2021"))[0] == "unknown"


def test_dated_figures_of_several_sources() -> None:
    """On one date the best source decides; within a longer time any figure may."""
    strong, weak = figure(12, as_of="2022-05", origin=OFFICIAL), figure(11, as_of="2022-05", origin=SECONDARY)
    for sources in ((strong, weak), (weak, strong)):
        assert asked(12, *sources, on="2022-05") == ("confirmed", strong, None, ())
        assert asked(11, *sources, on="2022-05") == ("contradicted", strong, None, ())
        assert asked(11, *sources, on="2022") == ("unknown", strong, None, ("date-within",))
    later = figure(13, as_of="2022-09-01", origin=OFFICIAL)
    for sources in ((strong, later), (later, strong)):
        assert asked(12, *sources, on="2022") == ("confirmed", strong, None, ("several-figures", "date-within"))
        assert asked(13, *sources, on="2022") == ("confirmed", later, None, ("several-figures", "date-within"))
        assert asked(14, *sources, on="2022")[0] == "unknown"
        assert asked("more than 11", *sources, on="2022")[0] == "compatible"
    twin = figure(11, as_of="2022-05", origin=OFFICIAL)
    assert asked(11, strong, twin, on="2022-05") == ("confirmed", twin, None, ("several-figures",))
    assert asked(10, strong, twin, on="2022-05") == ("contradicted", strong, None, ("several-figures",))
    same = attrs.evolve(strong, origin=CAPTURED)
    assert asked(12, strong, same, on="2022-05") == ("confirmed", same, None, ())


def test_a_date_without_a_figure() -> None:
    """The current figure is shown; whether it held then is not known."""
    dated, undated = figure(12, as_of="2022"), figure(12)
    assert asked(12, dated, on="2021") == ("unknown", dated, None, ("other-date",))
    assert asked(12, undated, on="2021") == ("unknown", undated, None, ("undated",))
    assert asked(12, figure(12, as_of="2022", origin=OFFICIAL), on="2021") == ("unknown", None, None, ("other-date",))
    year, month = figure(12, as_of="2022"), figure(13, as_of="2022-05")
    assert asked(12, year, month, on="2022-05-04") == ("unknown", month, None, ("date-imprecise",))
    assert asked(12, year, on="2022-05-04") == ("unknown", year, None, ("date-imprecise",))
    assert asked(12, figure(12, as_of="2022"), on="2022")[0] == "confirmed"


def test_without_a_current_figure_history_still_answers() -> None:
    """Dated decisions are never current: a number is stale if it was true, else nothing is known."""
    past = figure(11, as_of="2016", origin=SECONDARY)
    assert asked(11, past) == ("stale", None, past, ("no-current-figure", "secondary"))
    assert asked(12, past) == ("unknown", None, None, ("no-current-figure",))


def test_what_the_catalog_does_not_hold_is_unknown() -> None:
    """No such organization, or no such figure of it."""
    nothing = iom.check_figure("founded", 1951, catalog=iom.Catalog())
    assert (nothing.verdict.value, nothing.figure, nothing.organization, nothing.notes) == ("unknown", None, None, ("no-organization",))
    for name in FIGURE_NAMES:
        check = iom.check_figure(name, 1, catalog=catalog())
        assert (check.verdict.value, check.figure, check.organization, check.notes) == ("unknown", None, "iom", ("no-figure",))
        assert iom.check_figure(name, 1, catalog=catalog(), on="2020").notes == ("no-figure",)


def test_any_organization_and_figure_can_be_asked_about() -> None:
    """By id; a name is one of the three, or one that the organization has."""
    office = catalog(figure(12), key="office")
    check = iom.check_figure("boats", 12, catalog=office, organization="office")
    assert (check.verdict.value, check.organization) == ("confirmed", "office")
    assert iom.check_figure("founded", 12, catalog=office).notes == ("no-organization",)
    with pytest.raises(iom.NotFound) as caught:
        iom.check_figure("boats", 12, catalog=office)
    assert caught.value == iom.NotFound("figure", "boats", (), FIGURE_NAMES)
    with pytest.raises(iom.NotFound) as caught:
        iom.check_figure("boats", 12, catalog=office, organization="offices")
    assert caught.value == iom.NotFound("organization", "offices", ("office",))


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("member_state", ("member_states",)),
        ("members", ("member_states",)),
        ("presence", ("presence_countries",)),
        ("Founded", ("founded",)),
        ("x", ()),
        (5, ()),
        ([], ()),
    ],
)
def test_an_unknown_name_is_answered_with_near_ones(name: str, near: tuple[str, ...]) -> None:
    """Names are exact; those near or, failing that, all are named."""
    with pytest.raises(iom.NotFound) as caught:
        iom.check_figure(name, 175)
    assert (caught.value.kind, caught.value.near) == ("figure", near)
    assert caught.value.known == (() if near else FIGURE_NAMES)


def test_the_answer_is_a_value() -> None:
    """Comparable, hashable, with a short picture."""
    check = iom.check_figure("member_states", "more than 170", on="2019-11")
    assert check == iom.check_figure("member_states", 170, qualifier="more_than", on="2019-11")
    assert hash(check) == hash(attrs.evolve(check))
    assert repr(check) == "<FigureCheck compatible, member_states more_than 170 on 2019-11>"
    assert repr(iom.check_figure("founded", 1)) == "<FigureCheck contradicted, founded exactly 1>"
    assert check.ok
    assert not iom.check_figure("founded", 1).ok


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"figure": None}, "/figure"),
        ({"past": figure(1, as_of="2016", name="founded")}, "/past"),
        ({"verdict": iom.FigureVerdict.STALE}, "/past"),
        ({"verdict": iom.FigureVerdict.STALE, "past": figure(1, name="founded")}, "/past/as_of"),
        ({"verdict": iom.FigureVerdict.STALE, "past": figure(1, as_of="2016")}, "/past/name"),
        ({"figure": figure(1)}, "/figure/name"),
        ({"on": "2023-02-30"}, "/on"),
        ({"on": "soon"}, "/on"),
        ({"verdict": "confirmed"}, "/verdict"),
        ({"value": -1}, "/value"),
        ({"notes": ("Not a code",)}, "/notes/0"),
    ],
)
def test_an_answer_that_contradicts_itself_is_refused(changes: dict[str, object], pointer: str) -> None:
    """By the constructor and, with the same pointer, by the decoder."""
    check = iom.check_figure("founded", 1951)
    with pytest.raises(iom.InvalidValue) as caught:
        attrs.evolve(check, **changes)  # type: ignore[arg-type]
    assert caught.value.pointer == pointer


def test_faulty_records_are_told_fault_by_fault() -> None:
    """What is missing because it is faulty is complained of once."""
    text = iom.dumps(iom.check_figure("member_states", 165))
    for old, new, pointers in (
        ('"as_of": "2015"', '"as_of": "soon"', ["/past/as_of"]),
        ('"as_of": "2015"', '"as_of": null', ["/past/as_of"]),
        ('"verdict": "stale"', '"verdict": "confirmed"', ["/past"]),
        ('"verdict": "stale"', '"verdict": "maybe"', ["/verdict"]),
        ('"value": 175', '"value": "x"', ["/figure/value"]),
    ):
        with pytest.raises(iom.InvalidData) as caught:
            iom.loads(text.replace(old, new), iom.FigureCheck)
        assert [finding.pointer for finding in caught.value.findings] == pointers
