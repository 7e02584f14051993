"""Rules of numbers that are said of the organization."""

from __future__ import annotations

from collections.abc import Iterator

from iom_content.checks.prose.article import Article, FigureOutcome
from iom_content.checks.prose.mending import number_edits
from iom_content.checks.prose.registry import Complaint
from iom_content.model.figure_check import FigureVerdict
from iom_content.model.organization import Figure
from iom_content.model.origins import Captured, Curated

__all__ = ["contradicted_figures", "stale_figures"]


def contradicted_figures(article: Article) -> Iterator[Complaint]:
    """Yield numbers that no official text states."""
    for outcome in article.figures:
        if outcome.check.verdict is FigureVerdict.CONTRADICTED:
            yield _complaint(article, outcome, "contradicts the official figure")


def stale_figures(article: Article) -> Iterator[Complaint]:
    """Yield numbers that were true once."""
    for outcome in article.figures:
        past = outcome.check.past
        if outcome.check.verdict is FigureVerdict.STALE:
            when = f" ({past.as_of})" if past is not None and past.as_of else ""
            yield _complaint(article, outcome, f"was true at another date{when}, and is no more")


def _complaint(article: Article, outcome: FigureOutcome, verdict: str) -> Complaint:
    claim, figure = outcome.claim, outcome.check.figure
    quantity = claim.quantity
    run = article.prose.runs[claim.run]
    what = claim.name.replace("_", " ")
    excerpt = " ".join(run.text[quantity.start : quantity.end].split())
    dated = f" for {claim.on}" if claim.on else ""
    official = None if figure is None else _words(figure)
    number = quantity.number
    current = figure is not None and claim.on is None and quantity.qualifier == "exactly"
    return Complaint(
        start=run.offset(quantity.start),
        message=f"{excerpt} ({what}{dated}) {verdict}",
        excerpt=excerpt,
        expected=official,
        hint=None if official is None else f"write {official}, or name the date for which the number holds",
        link=_address(article, figure),
        edits=number_edits(article, claim.run, number.start, number.end, figure.value) if figure is not None and current else (),
    )


def _words(figure: Figure) -> str:
    qualifier = "" if figure.qualifier == "exactly" else f"{figure.qualifier.value.replace('_', ' ')} "
    return f"{qualifier}{figure.value}" + (f" (as of {figure.as_of})" if figure.as_of else "")


def _address(article: Article, figure: Figure | None) -> str | None:
    origin = None if figure is None else figure.origin
    if isinstance(origin, Curated):
        return origin.url
    if isinstance(origin, Captured) and origin.document is not None and origin.document in article.catalog.documents:
        return article.catalog.documents[origin.document].capture.url
    return None
