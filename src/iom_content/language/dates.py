"""Days as pages write them, in every language of the lexicons; nothing is completed that is not written."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from iom_content.language.folding import fold, fold_with_places
from iom_content.language.lexicon import lexicons

MAX_DATED: Final = 160
"""How many code points of a text are searched for a date: dates stand at the head of lines."""

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2099
_YEAR: Final = r"(?P<{0}>(?<!\d)\d{{4}}(?!\d|[a-z]))"
_TO: Final = r"-|/|&|to|and|au|et|al|a|y|bis|und|e|ate|ve|\u0438|\u043f\u043e|\u0648|\u0627\u0644\u0649"
_DAY: Final = r"(?<!\d)(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|eme|o|a|\u00b0|\.|-?\u0433\u043e)?(?!\w)"
_RANGE: Final = rf"(?P<range>(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|\.)? ?(?:{_TO}) ?)?"
_AT: Final = r"at|a|um|as|alle|saat|\u0432|\u0639\u0646\u062f|t"
_TIME: Final = (
    rf"(?:[ ,|@-]*(?:{_AT})? ?\d{{1,2}}(?:[:.h]\d{{2}}){{1,2}}(?: ?(?:[ap]\.?m\.?|h|uhr))?(?: ?\(?[a-z]{{2,5}}\)?|z|[+-]\d\d:?\d\d)?)?"
)
_WORDS: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_EDGES: Final = " \t\xa0-\u2013\u2014|\u00b7,\u060c;:()[]*/"


class Dated(NamedTuple):
    """A date as written, with its place in the raw text."""

    start: int
    """First code point."""
    end: int
    """The code point after its last."""
    day: date | None
    """The day; None if the text does not settle it."""
    flaw: str
    """What is wrong: no `year`, no `day`, open `order` of figures, a `range`, not in the `calendar`, another `weekday`; else empty."""
    orders: tuple[date, ...] = ()
    """The days it may be, where figures leave the order of day and month open."""


def first_date(text: str) -> Dated | None:
    """Return the first date near the start of `text`.

    Args:
        text: Raw text; `MAX_DATED` code points of it are looked at.

    Returns:
        The date, whole or not; None if there is none.

    Example:
        >>> first_date("Lindhavn, 8 July 2023").day, first_date("Lindhavn, 8 July").flaw, first_date("08/07/2023").flaw
        (datetime.date(2023, 7, 8), 'year', 'order')
    """
    head = text[:MAX_DATED]
    if not any(character.isdigit() for character in head):
        return None
    folded = fold_with_places(head)
    found = [match for expression in _expressions() if (match := expression.search(folded.text))]
    if not found:
        return None
    match = min(found, key=_rank)
    day, flaw = _judged(match)
    return Dated(folded.starts[match.start()], folded.starts[match.end()], day, flaw, _orders(match) if flaw == "order" else ())


def whole_date(text: str) -> Dated | None:
    """Return the date that a line consists of: weekday, articles and a time of day may stand beside it.

    Args:
        text: A line's text.

    Returns:
        The date, whole or not; None if the line says anything else.

    Example:
        >>> whole_date("Monday, March 6, 2020 - 10:30").day, whole_date("On 6 March 2020 we met")
        (datetime.date(2020, 3, 6), None)
    """
    dated = None if len(text) > MAX_DATED else first_date(text)
    if dated is None or not is_dateless(text[: dated.start]):
        return None
    rest = re.sub(_TIME, "", fold(text[dated.end :]), count=1)
    return _on_weekday(dated, fold(text[: dated.start]) + " " + rest) if is_dateless(rest) else None


def is_dateless(text: str) -> bool:
    """Tell whether a text beside a date adds nothing to it: a weekday, an article, marks.

    Example:
        >>> is_dateless("le lundi "), is_dateless("Lindhavn, ")
        (True, False)
    """
    return all(word in _day_words() or word in _weekdays() for word in _WORDS.findall(fold(text)))


def trimmed(text: str) -> str:
    r"""Return a text without the marks that part it from a date beside it.

    Example:
        >>> trimmed(" Lindhavn, "), trimmed("(Lindhavn) \u2013")
        ('Lindhavn', 'Lindhavn')
    """
    return text.strip(_EDGES)


def _on_weekday(dated: Dated, beside: str) -> Dated:
    """Let the weekday beside a date settle the order of its figures; a day that is no such weekday is none."""
    weekdays = {_weekdays()[word] for word in _WORDS.findall(beside) if word in _weekdays()}
    if len(weekdays) != 1:
        return dated
    days = dated.orders or ((dated.day,) if dated.day else ())
    (wanted,) = weekdays
    fitting = [day for day in days if day.weekday() == wanted]
    if len(fitting) == 1:
        return dated._replace(day=fitting[0], flaw="")
    return dated._replace(flaw=dated.flaw or "weekday") if days and not fitting else dated


def _rank(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), -match.end()


def _judged(match: re.Match[str]) -> tuple[date | None, str]:
    groups = {name: value for name, value in match.groupdict().items() if value}
    if "range" in groups:
        return None, "range"
    if "first" in groups:
        return _numeric(int(groups["first"]), int(groups["second"]), int(groups["year"]), dotted=groups["mark"] == ".")
    month = int(groups["month"]) if groups["month"].isdigit() else _months()[groups["month"]]
    if "other" in groups and _months()[groups["other"]] != month:
        return None, "calendar"
    if "year" not in groups:
        return None, "year"
    return _day(int(groups["year"]), month, int(groups["day"])) if "day" in groups else (None, "day")


def _numeric(first: int, second: int, year: int, *, dotted: bool) -> tuple[date | None, str]:
    """Read day and month in figures: with dots the day goes first, else the one above twelve is the day."""
    if dotted or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else (None, "order")


def _orders(match: re.Match[str]) -> tuple[date, ...]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    return tuple(day for day, _ in (_day(year, second, first), _day(year, first, second)) if day)


def _day(year: int, month: int, day: int) -> tuple[date | None, str]:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None, "calendar"
    try:
        return date(year, month, day), ""
    except ValueError:
        return None, "calendar"


@cache
def _months() -> dict[str, int]:
    return {fold(name): number for words in lexicons() for number, names in enumerate(words.months, 1) for name in names}


@cache
def _weekdays() -> dict[str, int]:
    return {fold(name): number for words in lexicons() for number, names in enumerate(words.weekdays) for name in names}


@cache
def _day_words() -> frozenset[str]:
    return frozenset(fold(word) for words in lexicons() for word in words.day_words)


@cache
def _expressions() -> tuple[re.Pattern[str], ...]:
    names = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    month = rf"(?<!\w)(?P<month>{names})(?!\w)\.?(?: ?[/(] ?(?P<other>{names})(?!\w)\.?\)?)?"
    joints = "|".join(re.escape(fold(word)) for words in lexicons() for word in words.day_words)
    joint = rf"[,\u060c.]? ?(?:(?:{joints})\.? )?"
    year = _YEAR.format("year")
    day = _DAY.format("day")
    return tuple(
        re.compile(expression)
        for expression in (
            rf"{_RANGE}{day} ?{joint}{month}(?: ?{joint}{year}(?: ?\u0433\.?(?!\w))?)?",
            rf"{month} {_RANGE}{day}(?: ?{joint}{year})?",
            rf"{month} ?{joint}{year}",
            rf"(?<!\d)(?P<day>\d{{1,2}})(?P<mark>[/-]){month}(?P=mark){year}",
            r"(?<!\d)(?P<year>\d{4})(?P<mark>[/-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
            r"(?<![\d.])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        )
    )
