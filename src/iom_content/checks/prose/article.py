"""An article under check: what rules ask of it, each thing found out once and only when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import Final, NamedTuple, Protocol

import attrs

from iom_content.checks.figures import check_figure
from iom_content.checks.prose.claimed import count_words, is_near, is_title
from iom_content.checks.prose.claims import LEAST_WORDS, Claim, Claims, Group
from iom_content.checks.prose.clauses import Clauses, Speaker
from iom_content.checks.prose.extract import prose_of
from iom_content.checks.prose.figure_claims import FigureClaim, FigureClaims
from iom_content.checks.prose.marks import quotations_of
from iom_content.checks.prose.mentions import Namer
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.runs import Prose
from iom_content.checks.prose.source import Lines
from iom_content.checks.prose.speakers import Speakers
from iom_content.checks.prose.table_claims import TableClaims
from iom_content.checks.quotes.check import check_quote
from iom_content.errors import InvalidValue
from iom_content.language.guess import language_of_text
from iom_content.language.lexicon import Lexicon, lexicon, lexicons
from iom_content.language.tongue import likely_language
from iom_content.model.catalog import Catalog
from iom_content.model.figure_check import FigureCheck, FigureVerdict
from iom_content.model.organization import Organization
from iom_content.model.quote_check import QuoteCheck, QuoteVerdict

__all__ = ["Article", "CheckFigure", "CheckQuote", "FigureOutcome", "Outcome"]

ORGANIZATION: Final = "iom"
_DEFINITION: Final = re.compile(r"^[ >]{0,8}\[([^\]\n]{1,300})\]:", re.MULTILINE)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title"))


class CheckQuote(Protocol):
    """The check of one quotation."""

    def __call__(self, quote: str, *, catalog: Catalog | None = None, within: str | None = None) -> QuoteCheck:
        """Answer for a quotation."""
        ...


class CheckFigure(Protocol):
    """The check of one number."""

    def __call__(
        self, name: str, value: int, *, catalog: Catalog | None = None, on: str | None = None, qualifier: str = "exactly"
    ) -> FigureCheck:
        """Answer for a number."""
        ...


class Outcome(NamedTuple):
    """A claim with its answer."""

    claim: Claim
    check: QuoteCheck
    speaker: Speaker | None
    context: str
    """What stands right before it in its sentence."""


class FigureOutcome(NamedTuple):
    """A number that is said of the organization, with its answer."""

    claim: FigureClaim
    check: FigureCheck


class Article:
    """One article, its prose and what is claimed in it."""

    def __init__(
        self,
        text: str,
        syntax: str,
        catalog: Catalog,
        *,
        check_quote: CheckQuote = check_quote,
        check_figure: CheckFigure = check_figure,
        known_rules: Collection[str] = (),
    ) -> None:
        """Read what a reader sees of the article."""
        self.known_rules = known_rules
        self.text = text
        self.syntax = syntax
        self.catalog = catalog
        self.prose: Prose = prose_of(text, syntax)
        self.check_figure = check_figure
        self._check_quote = check_quote
        self._figure_checks: dict[tuple[str, int, str | None, str], FigureCheck] = {}
        self._checks: dict[str, QuoteCheck | None] = {}

    @cached_property
    def lines(self) -> Lines:
        """Lines of the source."""
        return Lines(self.text)

    @cached_property
    def language(self) -> str | None:
        """Language of the article, by its own declaration, else by its words."""
        declared = (self.prose.language or "").partition("-")[0].lower()
        if declared in {words.language for words in lexicons()}:
            return declared
        text = "\n".join(run.text for run in self.prose.runs)
        return language_of_text(text) or likely_language(text)

    @cached_property
    def words(self) -> Lexicon:
        """The lexicon that the article is read with: of its language, else the English one."""
        own = lexicon(self.language or "en")
        return own if own.reporting else lexicon("en")

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels by which links of Markdown find their addresses, folded."""
        found = _DEFINITION.finditer(self.text) if self.syntax == "markdown" else ()
        return frozenset(" ".join(match[1].casefold().split()) for match in found)

    @cached_property
    def organization(self) -> Organization | None:
        """The organization that articles are held to."""
        return self.catalog.organizations.get(ORGANIZATION)

    @cached_property
    def reads(self) -> tuple[Read, ...]:
        """The runs with their quotations and sentences."""
        return tuple(Read(run, quotations_of(run), self.words) for run in self.prose.runs)

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks."""
        return Speakers(self.reads, Namer(self.catalog, self.organization, self.words, lexicons()), Clauses(self.words))

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every claim that is answered for, in reading order."""
        return tuple(self._outcomes())

    @cached_property
    def figures(self) -> tuple[FigureOutcome, ...]:
        """Every number that is said of the organization outside of its own words, in reading order."""
        return tuple(self._figures())

    def check_quote(self, quote: str) -> QuoteCheck | None:
        """Check a quotation; None if there is nothing to check: no word in it, or far too many."""
        if quote not in self._checks:
            try:
                self._checks[quote] = self._check_quote(quote, catalog=self.catalog)
            except InvalidValue:
                self._checks[quote] = None
        return self._checks[quote]

    def place(self, claim: Claim, offset: int = 0) -> int:
        """Return the offset in the source of a character of a claim."""
        run, at = claim.place(offset)
        return self.prose.runs[run].offset(at)

    def _figures(self) -> Iterator[FigureOutcome]:
        if not self.speakers.named.is_ours:
            return
        claims = FigureClaims(self.reads, self.words, self.speakers)
        tables = TableClaims(self.reads, self.words, self.speakers)
        quoted: dict[int, list[tuple[int, int]]] = {}
        for outcome in self.outcomes:
            if outcome.check.verdict is not QuoteVerdict.ABSENT:
                for part in outcome.claim.parts:
                    quoted.setdefault(part.run, []).append((part.start, part.end))
        for number in range(len(self.reads)):
            for claim in (*claims.of_run(number), *tables.of_run(number)):
                at = claim.quantity.number.start
                # Of quotations their own rule answers for each number.
                if not self._counts_a_part(claim) and not any(start <= at < end for start, end in quoted.get(number, ())):
                    yield FigureOutcome(claim, self._checked(claim))

    def _counts_a_part(self, claim: FigureClaim) -> bool:
        """Tell whether a number is not said to count all there are, and is less than half of each official one."""
        figures = () if self.organization is None else self.organization.figures
        values = [figure.value for figure in figures if figure.name == claim.name]
        return claim.part and bool(values) and 2 * (claim.quantity.value or 0) < min(values)

    def _checked(self, claim: FigureClaim) -> FigureCheck:
        quantity = claim.quantity
        asked = (claim.name, quantity.value or 0, claim.on, quantity.qualifier or "exactly")
        if asked not in self._figure_checks:
            name, value, on, qualifier = asked
            self._figure_checks[asked] = self.check_figure(name, value, catalog=self.catalog, on=on, qualifier=qualifier)
        check = self._figure_checks[asked]
        if claim.on is not None and self._may_hold_in(claim, claim.on):
            # A figure of a year may have been another one earlier in that year: nothing is known for certain.
            return attrs.evolve(check, verdict=FigureVerdict.UNKNOWN, past=None)
        return check

    def _may_hold_in(self, claim: FigureClaim, on: str) -> bool:
        """Tell whether a number lies between the last figure known before a date and the one of that date, where that is no day."""
        figures = () if self.organization is None else self.organization.figures
        dated = sorted((figure.as_of, figure.value) for figure in figures if figure.name == claim.name and figure.as_of is not None)
        before = [value for as_of, value in dated if as_of < on]
        within = [value for as_of, value in dated if as_of.startswith(on)]
        return (
            len(on) < 10 and bool(before and within) and min(before[-1], *within) <= (claim.quantity.value or 0) <= max(before[-1], *within)
        )

    def _outcomes(self) -> Iterator[Outcome]:
        for group in Claims(self.reads, self.speakers).groups():
            yield from self._of_group(group)

    def _of_group(self, group: Group) -> Iterator[Outcome]:
        outcome = self._outcome(group)
        for whole in group.whole:
            check = self._claimed(whole, group)
            if check is not None and check.ok:
                yield outcome(whole, check)
                return
        judged = [(claim, self._claimed(claim, group)) for claim in group.parts]
        whole_check = self.check_quote(group.whole[0].text) if group.whole else None
        if whole_check is not None and self._is_one(group, whole_check, [check for _, check in judged]):
            yield outcome(group.whole[0], whole_check)
            return
        judged = [(claim, None if self._only_holds(claim, check, group) else check) for claim, check in judged]
        for claim, check in judged:
            if check is not None and (group.closed or check.verdict is not QuoteVerdict.ABSENT):
                yield outcome(claim, check)
        if all(check is None or check.verdict is QuoteVerdict.ABSENT for _, check in judged):
            for claim in group.inner:
                check = self._claimed(claim, group)
                if check is not None and check.verdict is not QuoteVerdict.ABSENT:
                    yield outcome(claim, check)

    def _only_holds(self, claim: Claim, check: QuoteCheck | None, group: Group) -> bool:
        """Tell whether somebody's words are near the official ones for nothing but what they quote.

        As in `“The text calls it ‘no easy task’,” she said`; words of the organization's own are held to the text as they stand.
        """
        if check is None or check.verdict is not QuoteVerdict.ALTERED or not group.inner or group.speaker is Speaker.ORGANIZATION:
            return False
        rest = claim.text
        for inner in group.inner:
            rest = rest.replace(inner.text, " ")
        outside = self.check_quote(rest)
        return rest != claim.text and (outside is None or outside.verdict is QuoteVerdict.ABSENT)

    def _is_one(self, group: Group, whole: QuoteCheck, parts: list[QuoteCheck | None]) -> bool:
        """Tell whether a quotation in parts is answered for as one: where no single part of it has the fault."""
        if whole.verdict is QuoteVerdict.ABSENT:
            return all(part is None or part.verdict is QuoteVerdict.ABSENT for part in parts)
        wrong = [part for part in parts if part is not None and not part.ok]
        if any(part.verdict is QuoteVerdict.ABSENT for part in wrong):
            return False
        return len(wrong) != 1 and (group.joined or not wrong)

    def _claimed(self, claim: Claim, group: Group) -> QuoteCheck | None:
        """Check what is a claim; None for all else, and for words that merely share some with an official text."""
        check = self.check_quote(claim.text) if self._is_claim(claim, group) else None
        if check is not None and check.verdict is QuoteVerdict.ALTERED and not is_near(claim, check, group.speaker):
            return None
        return check

    def _is_claim(self, claim: Claim, group: Group) -> bool:
        count = count_words(claim.text)
        if count < LEAST_WORDS:
            # Two words of the organization's own may still be cropped so that they turn.
            return count == LEAST_WORDS - 1 and group.speaker is Speaker.ORGANIZATION and not group.joined
        kind = self.prose.runs[claim.parts[0].run].kind
        return kind in _HEADINGS or not is_title(claim.text, self.words)

    def _outcome(self, group: Group) -> Callable[[Claim, QuoteCheck], Outcome]:
        return lambda claim, check: Outcome(claim, check, group.speaker, group.context)
