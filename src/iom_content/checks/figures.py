"""The verdict on a number: confirmed, compatible, contradicted, stale or unknown, by rules that a reader can check by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from iom_content.checks.asked import Claim, claim_of, day_of
from iom_content.checks.bounds import Bounds, bounds_of, is_loose
from iom_content.dataset.given import catalog_or_bundled
from iom_content.model.catalog import Catalog, Lookup
from iom_content.model.figure_check import FigureCheck, FigureVerdict
from iom_content.model.kinds import Basis, Qualifier
from iom_content.model.organization import Figure, Organization
from iom_content.model.origins import Captured, Curated

__all__ = ["FIGURE_NAMES", "check_figure"]

FIGURE_NAMES: Final = ("member_states", "presence_countries", "founded")
"""The figures that can be asked about whatever the catalog holds."""

_ORGANIZATION: Final = "iom"
_OK: Final = (FigureVerdict.CONFIRMED, FigureVerdict.COMPATIBLE)
# From the verdict that says most to the one that says least.
_ORDER: Final = (*_OK, FigureVerdict.UNKNOWN, FigureVerdict.CONTRADICTED)


class _Answer(NamedTuple):
    """What is answered, before it is a value."""

    verdict: FigureVerdict
    figure: Figure | None
    notes: tuple[str, ...] = ()
    past: Figure | None = None


def check_figure(
    name: str,
    value: int | str,
    *,
    catalog: Catalog | None = None,
    on: date | str | None = None,
    qualifier: Qualifier | str = Qualifier.EXACTLY,
    organization: str | None = None,
) -> FigureCheck:
    """Tell whether a number is what official texts state.

    Args:
        name: What is counted: `member_states`, `presence_countries`, `founded`, or any other figure of the organization.
        value: The number; as text in digits or words, with or without words such as `more than` beside it.
        catalog: The dataset to check against; the bundled one if it is None.
        on: The year, month or day for which the number is said to hold, as a date or ISO text; now if it is None.
        qualifier: How the number is said to relate to the true one, if its text does not say it.
        organization: Id of the organization; `iom` if it is None.

    Returns:
        The verdict, with the official figure that decided it.

    Raises:
        InvalidValue: The value is no whole number that a record can hold, or the date or the qualifier is none. It is a `ValueError`.
        NotFound: There is no such figure or organization.

    Example:
        >>> import iom_content as iom
        >>> iom.check_figure("presence_countries", "more than 170").verdict.value
        'compatible'
        >>> check = iom.check_figure("member_states", "cent soixante-cinq")
        >>> check.verdict.value, check.past.as_of
        ('stale', '2015')
    """
    claim, day = claim_of(value, qualifier), day_of(on)
    held = _organization(catalog_or_bundled("check_figure", catalog), organization)
    figures = () if held is None else held.figures
    names = dict.fromkeys((*FIGURE_NAMES, *(figure.name for figure in figures)))
    wanted = Lookup("figure", {each: each for each in names})[name]
    answer = _answer(claim, day, [figure for figure in figures if figure.name == wanted], held, wanted)
    return FigureCheck(
        name=wanted,
        value=claim.value,
        qualifier=claim.qualifier,
        on=day,
        organization=None if held is None else held.id,
        verdict=answer.verdict,
        figure=answer.figure,
        past=answer.past,
        notes=tuple(dict.fromkeys(answer.notes)),
    )


def _organization(catalog: Catalog, name: str | None) -> Organization | None:
    """Return the organization asked about; a catalog of other pages need not hold the one this library is about."""
    if name is None:
        return catalog.organizations.get(_ORGANIZATION)
    return catalog.organizations[name]


def _answer(claim: Claim, day: str | None, figures: Sequence[Figure], held: Organization | None, name: str) -> _Answer:
    current = None if held is None else held.current_figure(name)
    if not figures:
        return _Answer(FigureVerdict.UNKNOWN, None, ("no-organization" if held is None else "no-figure",))
    found = _answer_now(claim, figures, current) if day is None else _answer_on(claim, figures, current, day)
    if found.verdict is FigureVerdict.CONTRADICTED and found.figure is not None:
        past = _past(claim, figures, found.figure.as_of)
        if past is not None:
            return _Answer(FigureVerdict.STALE, found.figure, (*found.notes, *_basis_note(past)), past)
    return found


def _answer_now(claim: Claim, figures: Sequence[Figure], current: Figure | None) -> _Answer:
    """Hold a number to the current figure."""
    if current is None:
        past = _past(claim, figures, None)
        notes = ("no-current-figure", *(() if past is None else _basis_note(past)))
        return _Answer(FigureVerdict.UNKNOWN if past is None else FigureVerdict.STALE, None, notes, past)
    found = _held_to(claim, current)
    peers = [figure for figure in figures if figure is not current and _is_official(figure) and not _is_other_date(figure, current.as_of)]
    agreeing = [figure for figure in peers if _bounds(figure).meets(_bounds(current))]
    if found.verdict is FigureVerdict.UNKNOWN:
        # What one official text leaves open, another may state.
        found = next((each for each in (_held_to(claim, peer) for peer in agreeing) if each.verdict is not FigureVerdict.UNKNOWN), found)
    if len(agreeing) == len(peers):
        return found
    notes = (*found.notes, "conflicting-figures")
    if found.verdict is FigureVerdict.CONTRADICTED and any(_held_to(claim, peer).verdict in _OK for peer in peers):
        # An official text of the same or an unknown date states it after all.
        return _Answer(FigureVerdict.UNKNOWN, current, notes)
    return found._replace(notes=notes)


def _answer_on(claim: Claim, figures: Sequence[Figure], current: Figure | None, day: str) -> _Answer:
    """Hold a number to the figures that are dated as it is."""
    exact = _strongest(figure for figure in figures if figure.as_of == day)
    if exact:
        return _best(claim, exact)
    within = _strongest(figure for figure in figures if figure.as_of is not None and figure.as_of.startswith(f"{day}-"))
    if within:
        best = _best(claim, within)
        # It held at some time of that year or month; whether another number did too, nobody states.
        verdict = best.verdict if best.verdict in _OK else FigureVerdict.UNKNOWN
        return best._replace(verdict=verdict, notes=(*best.notes, "date-within"))
    around = [figure for figure in figures if figure.as_of is not None and day.startswith(f"{figure.as_of}-")]
    if around:
        return _Answer(FigureVerdict.UNKNOWN, max(around, key=_as_of), ("date-imprecise",))
    undated = current is not None and current.as_of is None
    return _Answer(FigureVerdict.UNKNOWN, current, ("undated" if undated else "other-date",))


def _best(claim: Claim, figures: Sequence[Figure]) -> _Answer:
    answers = [_held_to(claim, figure) for figure in figures]
    best = min(answers, key=lambda each: _ORDER.index(each.verdict))
    differ = len({(figure.value, figure.qualifier) for figure in figures}) > 1
    return best._replace(notes=(*best.notes, "several-figures")) if differ else best


def _held_to(claim: Claim, figure: Figure) -> _Answer:
    """Hold a number to one figure: by what each of the two says of the true number."""
    said, official = bounds_of(claim.qualifier, claim.value, figure.unit), _bounds(figure)
    notes = _basis_note(figure)
    if official.lies_within(said):
        same = (claim.qualifier, claim.value) == (figure.qualifier, figure.value) and _is_official(figure)
        loose = ("loose",) if is_loose(claim.qualifier, claim.value, figure.value, figure.unit) else ()
        met = ("met",) if claim.qualifier is Qualifier.NEARLY and official == (claim.value, claim.value) else ()
        return _Answer(FigureVerdict.CONFIRMED if same else FigureVerdict.COMPATIBLE, figure, (*notes, *loose, *met))
    if said.meets(official):
        return _Answer(FigureVerdict.UNKNOWN, figure, (*notes, "undecided"))
    return _Answer(FigureVerdict.CONTRADICTED, figure, notes)


def _bounds(figure: Figure) -> Bounds:
    return bounds_of(figure.qualifier, figure.value, figure.unit)


def _past(claim: Claim, figures: Iterable[Figure], day: str | None) -> Figure | None:
    """Return the newest figure of another known date of which a number is true."""
    true = [figure for figure in figures if _is_other_date(figure, day) and _held_to(claim, figure).verdict in _OK]
    return max(true, key=lambda figure: (_as_of(figure), _strength(figure)), default=None)


def _is_other_date(figure: Figure, day: str | None) -> bool:
    """Tell whether a figure is of a known date that is certainly another one; of an unknown one every date is another."""
    if figure.as_of is None:
        return False
    return day is None or not (f"{day}-".startswith(f"{figure.as_of}-") or f"{figure.as_of}-".startswith(f"{day}-"))


def _strongest(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that have the best source of those of the same date."""
    best: dict[str, list[Figure]] = {}
    for figure in figures:
        same = best.setdefault(_as_of(figure), [figure])
        if _strength(figure) > _strength(same[0]):
            best[_as_of(figure)] = [figure]
        elif figure is not same[0] and _strength(figure) == _strength(same[0]):
            same.append(figure)
    return [figure for same in best.values() for figure in same]


def _strength(figure: Figure) -> int:
    origin = figure.origin
    if isinstance(origin, Curated):
        return {Basis.OFFICIAL: 3, Basis.INFERRED: 2, Basis.SECONDARY: 1}[origin.basis]
    return 4 if isinstance(origin, Captured) else 0


def _is_official(figure: Figure) -> bool:
    return _strength(figure) >= 3


def _basis_note(figure: Figure) -> tuple[str, ...]:
    """Return the note that says on what a figure rests where no official text states it."""
    if _is_official(figure):
        return ()
    return (figure.origin.basis.value,) if isinstance(figure.origin, Curated) else ("no-origin",)


def _as_of(figure: Figure) -> str:
    return figure.as_of or ""
