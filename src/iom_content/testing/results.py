"""Strategies for answers: reports, verdicts, differences between versions, hits and lines."""

from __future__ import annotations

import attrs

from iom_content.model.change import Change, ChangeKind, Edit, EditKind
from iom_content.model.constraints import NAME_KEY, NONBLANK, POINTER, TEXT
from iom_content.model.figure_check import FigureCheck, FigureVerdict
from iom_content.model.hit import Hit
from iom_content.model.line import Line
from iom_content.model.origins import Span
from iom_content.model.quote_check import Difference, Passage, QuoteCheck
from iom_content.model.report import Finding, Report
from iom_content.testing.elements import by_declaration, texts
from iom_content.testing.values import figures

# After the elements, which say in one line what to install where Hypothesis is missing.
from hypothesis import strategies as st  # isort: skip
from hypothesis.strategies import DrawFn, SearchStrategy  # isort: skip

__all__ = ["changes", "differences", "edits", "figure_checks", "findings", "hits", "lines", "passages", "quote_checks", "reports"]


def findings() -> SearchStrategy[Finding]:
    """Return findings.

    Example:
        >>> findings().validate()
    """
    return by_declaration(Finding)


def reports() -> SearchStrategy[Report]:
    """Return reports.

    Example:
        >>> reports().validate()
    """
    return by_declaration(Report)


def passages() -> SearchStrategy[Passage]:
    """Return passages.

    Example:
        >>> passages().validate()
    """
    return by_declaration(Passage)


def differences() -> SearchStrategy[Difference]:
    """Return differences between a quotation and the official text.

    Example:
        >>> differences().validate()
    """
    return by_declaration(Difference)


@st.composite
def quote_checks(draw: DrawFn) -> QuoteCheck:
    """Return answers to quotations; their kinds are those of their differences.

    Example:
        >>> quote_checks().validate()
    """
    drawn = tuple(draw(st.lists(differences(), max_size=3)))
    kinds = tuple(sorted({difference.kind for difference in drawn}))
    return draw(by_declaration(QuoteCheck, differences=st.just(drawn), kinds=st.just(kinds)))


@st.composite
def figure_checks(draw: DrawFn) -> FigureCheck:
    """Return answers to numbers, each with the figures that its verdict needs.

    Example:
        >>> figure_checks().validate()
    """
    verdict = draw(st.sampled_from(list(FigureVerdict)))
    name = draw(texts(NAME_KEY))
    named = figures().map(lambda figure: attrs.evolve(figure, name=name))
    needed = verdict in {FigureVerdict.CONFIRMED, FigureVerdict.COMPATIBLE, FigureVerdict.CONTRADICTED}
    day = st.dates().map(str)
    return draw(
        by_declaration(
            FigureCheck,
            name=st.just(name),
            verdict=st.just(verdict),
            on=st.none() | day | day.map(lambda text: text[:7]) | day.map(lambda text: text[:4]),
            figure=named if needed else st.none() | named,
            past=named.filter(lambda figure: figure.as_of is not None) if verdict is FigureVerdict.STALE else st.none(),
        )
    )


def edits() -> SearchStrategy[Edit]:
    """Return runs of words.

    Example:
        >>> edits().validate()
    """
    return by_declaration(Edit)


@st.composite
def changes(draw: DrawFn) -> Change:
    """Return differences between two versions, each with the sides of its kind; edits spell both.

    Example:
        >>> changes().validate()
    """
    kind = draw(st.sampled_from(list(ChangeKind)))
    runs = draw(st.lists(st.tuples(st.sampled_from(list(EditKind)), texts()), max_size=3)) if kind is ChangeKind.CHANGED else []
    found: list[Edit] = []
    old = new = ""
    for each, text in runs:
        before, after = len(old), len(new)
        old += text if each is not EditKind.ADDED else ""
        new += text if each is not EditKind.REMOVED else ""
        found.append(Edit(kind=each, text=text, old_start=before, old_end=len(old), new_start=after, new_end=len(new)))
    sides = {
        "old": st.just(old) if found else texts(),
        "new": st.just(new) if found else texts(),
        "old_pointer": texts(POINTER),
        "new_pointer": texts(POINTER),
    }
    gone = {ChangeKind.ADDED: "old", ChangeKind.REMOVED: "new"}.get(kind)
    given = {name: st.none() if gone and name.startswith(gone) else side for name, side in sides.items()}
    return draw(by_declaration(Change, kind=st.just(kind), edits=st.just(tuple(found)), **given))


@st.composite
def hits(draw: DrawFn) -> Hit:
    """Return hits of a search; what they point at stands there.

    Example:
        >>> hits().validate()
    """
    text, start, end = draw(_places())
    return draw(
        by_declaration(
            Hit,
            block_text=st.just(text),
            spans=st.just((Span(start=start, end=end),)),
            snippet=st.just(text[start:]),
            snippet_start=st.just(start),
        )
    )


@st.composite
def lines(draw: DrawFn) -> Line:
    """Return lines of a concordance; they join back to their texts.

    Example:
        >>> lines().validate()
    """
    text, start, end = draw(_places())
    return draw(
        by_declaration(
            Line,
            block_text=st.just(text),
            left=st.just(text[:start]),
            match=st.just(text[start:end]),
            right=st.just(text[end:]),
            start=st.just(start),
            end=st.just(end),
        )
    )


@st.composite
def _places(draw: DrawFn) -> tuple[str, int, int]:
    """Return a text and two places in it, with something that is not blank between them."""
    before, match, after = draw(texts(TEXT)), draw(texts(NONBLANK)), draw(texts(TEXT))
    return f"{before}{match}{after}", len(before), len(before) + len(match)
