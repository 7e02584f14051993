"""Values chosen by what is known of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final, TypeVar, cast, overload

from iom_content.dataset.load import load
from iom_content.errors import InvalidValue, shown
from iom_content.model.catalog import Term
from iom_content.query.search_words import words_in
from iom_content.query.spots import Searchable, spots_of

__all__ = ["select"]

V = TypeVar("V")

_RANGE: Final = re.compile(r"\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@overload
def select(
    values: Mapping[str, V],
    *,
    language: str | None = None,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    category: str | None = None,
    speaker: str | None = None,
    organization: str | None = None,
    term: Term | str | None = None,
    where: Callable[[V], object] | None = None,
) -> tuple[V, ...]: ...
@overload
def select(
    values: Iterable[V],
    *,
    language: str | None = None,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    category: str | None = None,
    speaker: str | None = None,
    organization: str | None = None,
    term: Term | str | None = None,
    where: Callable[[V], object] | None = None,
) -> tuple[V, ...]: ...
def select(  # noqa: PLR0913 - each is a condition of its own
    values: Iterable[V] | Mapping[str, V],
    *,
    language: str | None = None,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    category: str | None = None,
    speaker: str | None = None,
    organization: str | None = None,
    term: Term | str | None = None,
    where: Callable[[V], object] | None = None,
) -> tuple[V, ...]:
    """Return the values that satisfy every given condition, in the order they come.

    Nothing is guessed: a value of which the asked-for property is unknown does not satisfy the condition.

    Args:
        values: Any values, or a mapping, of which the values are taken.
        language: A BCP 47 language range: `en` takes `en` and `en-GB`, blind to case, `*` every known language.
        published_from: The first day, as a date or `YYYY-MM-DD`.
        published_to: The last day, likewise; it is included.
        category: The category, exactly.
        speaker: The speaker's name, exactly.
        organization: Id of the issuing organization.
        term: A term that a text of the value names: by its official name, its acronym or a short form, as whole words, blind to
            case and accents. A text is the id or one of these names of a bundled term.
        where: Any further condition; it is asked only of values that satisfy the others.

    Returns:
        The values themselves, none of them changed.

    Raises:
        InvalidValue: There are no values to go through, a day is no date, the first lies after the last, the language is no range,
            the term none, or another condition neither text nor, for `where`, to be called.
        NotFound: There is no bundled term of that id or name.

    Example:
        >>> import iom_content as iom
        >>> [each.id for each in iom.select(iom.load().statements, language="en", published_from="2023-01-01")]
        ['sdg-summit-statement-iom-director-general']
        >>> iom.select(iom.load().statements, published_to="2023-09-17")
        ()
        >>> [each.id for each in iom.select(iom.load().sections, term="2030-agenda")]
        ['our-work', '2030-agenda']
    """
    if not isinstance(values, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance] - callers need not run a type checker
        raise InvalidValue("select", "/values", "values to choose from, or a mapping to them", shown(values))
    first, last = _day("published_from", published_from), _day("published_to", published_to)
    if first is not None and last is not None and last < first:
        raise InvalidValue("select", "/published_to", f"a day not before {first}", str(last))
    if language is not None and not _is_range(language):
        raise InvalidValue("select", "/language", "a BCP 47 language range such as 'en' or 'pt-BR'", shown(language))
    if where is not None and not callable(where):
        raise InvalidValue("select", "/where", "a function of a value", shown(where))
    names = None if term is None else _names_of(_term(term))
    conditions = _said(category=category, speaker=speaker, organization=organization)

    def fits(value: V) -> bool:
        return (
            all(getattr(value, name, None) == wanted for name, wanted in conditions.items())
            and (language is None or _speaks(getattr(value, "language", None), language))
            and ((first is None and last is None) or _lies_within(getattr(value, "published", None), first, last))
            and (names is None or _is_named(value, names))
            and (where is None or bool(where(value)))
        )

    each = cast("Iterable[V]", values.values() if isinstance(values, Mapping) else values)
    return tuple(value for value in each if fits(value))


def _said(**conditions: object) -> dict[str, object]:
    """Return the conditions that are given, each of which is text."""
    given = {name: value for name, value in conditions.items() if value is not None}
    for name, value in given.items():
        if not isinstance(value, str):
            raise InvalidValue("select", f"/{name}", "text", shown(value))
    return given


def _is_range(language: object) -> bool:
    return isinstance(language, str) and _RANGE.fullmatch(language) is not None


def _day(name: str, day: object) -> date | None:
    if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
        return day
    try:
        # Python reads more forms of ISO 8601 than the one in which records are written.
        if isinstance(day, str) and _DAY.fullmatch(day):
            return date.fromisoformat(day)
    except ValueError:
        pass
    raise InvalidValue("select", f"/{name}", "a date or 'YYYY-MM-DD'", shown(day))


def _term(term: object) -> Term:
    if isinstance(term, Term):
        return term
    if not isinstance(term, str):
        raise InvalidValue("select", "/term", "a Term, or the id or a name of a bundled one", shown(term))
    terms = load().terms
    asked = [word.key for word in words_in(term)]
    named = [each for each in terms.values() if asked in _names_of(each)]
    return named[0] if term not in terms and len(named) == 1 else terms[term]


def _names_of(term: Term) -> list[list[str]]:
    texts = (term.name, *(() if term.acronym is None else (term.acronym,)), *term.short_forms)
    return [[word.key for word in words_in(text)] for text in texts]


def _is_named(value: object, names: Sequence[Sequence[str]]) -> bool:
    if not isinstance(value, Searchable):
        return False
    texts = [[word.key for word in words_in(spot.text)] for spot in spots_of([value])]
    return any([*words[at : at + len(name)]] == [*name] for words in texts for name in names for at in range(len(words) - len(name) + 1))


def _speaks(tag: str | None, language_range: str) -> bool:
    """Tell whether a tag lies in a range: basic filtering of RFC 4647."""
    return tag is not None and (language_range == "*" or f"{tag.lower()}-".startswith(f"{language_range.lower()}-"))


def _lies_within(day: date | None, first: date | None, last: date | None) -> bool:
    return day is not None and (first is None or day >= first) and (last is None or day <= last)
