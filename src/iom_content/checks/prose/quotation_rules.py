"""Rules of quotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iom_content.checks.prose.article import Article, Outcome
from iom_content.checks.prose.clauses import Speaker
from iom_content.checks.prose.mending import quotation_edits
from iom_content.checks.prose.registry import Complaint
from iom_content.language.guards import guards_of_language
from iom_content.language.guess import language_of_text
from iom_content.language.words import tokens_of
from iom_content.model.quote_check import PERMITTED, Difference, QuoteCheck, QuoteKind, QuoteVerdict
from iom_content.model.report import Severity

__all__ = ["altered_quotations", "cropped_quotations", "faithful_quotations", "unknown_quotations"]

_SLIGHT: Final = frozenset((QuoteKind.SPELLING, QuoteKind.INNER_PUNCTUATION))
_CROPPED: Final = "cropped-"
_MOST_SHOWN: Final = 3
# How many words in front of a quotation are looked at for the word that it lacks.
_NEAR: Final = 4


def altered_quotations(article: Article) -> Iterator[Complaint]:
    """Yield quotations that are near the official words and differ from them."""
    for outcome in article.outcomes:
        check = outcome.check
        if check.verdict is not QuoteVerdict.ALTERED or len(tokens_of(outcome.claim.text)) < _MOST_SHOWN:
            continue
        wrong = [difference for difference in check.differences if difference.kind not in PERMITTED]
        official = _official(check)
        edits = quotation_edits(article, outcome)
        yield Complaint(
            start=article.place(outcome.claim),
            message=f"the quotation differs from the official text: {_shown(wrong)}",
            excerpt=_one_line(outcome.claim.text),
            expected=official,
            hint=f"the official words are: {official}",
            link=check.link,
            severity=Severity.WARNING if {difference.kind for difference in wrong} <= _SLIGHT else None,
            edits=edits,
        )


def unknown_quotations(article: Article) -> Iterator[Complaint]:
    """Yield quotations of the organization or its head that stand in no official text."""
    for outcome in article.outcomes:
        check = outcome.check
        if check.verdict is not QuoteVerdict.ABSENT or outcome.speaker is not Speaker.ORGANIZATION or _is_short(outcome):
            continue
        language = _language_not_held(article, outcome)
        yield Complaint(
            start=article.place(outcome.claim),
            message="the quotation is attributed to the organization, but stands in none of its texts in this dataset"
            if language is None
            else f"the quotation is attributed to the organization, and cannot be verified: no text in this language ({language}) is held",
            excerpt=_one_line(outcome.claim.text),
            hint="quote the words of an official text, or name the source that has them",
            severity=None if language is None else Severity.INFO,
        )


def cropped_quotations(article: Article) -> Iterator[Complaint]:
    """Yield exact quotations that start right behind a word which turns their sense."""
    for outcome in article.outcomes:
        check = outcome.check
        kinds = [note.removeprefix(_CROPPED) for note in check.notes if note.startswith(_CROPPED)]
        missing = [kind for kind in kinds if not _is_said_before(outcome, kind)]
        if not check.ok or not missing:
            continue
        passage = check.passages[0]
        before = passage.block_text[: passage.start].split()[-_NEAR:]
        official = " ".join([*before, _one_line(passage.text)])
        yield Complaint(
            start=article.place(outcome.claim),
            message=f"the quotation starts right behind a {' and a '.join(missing)} of the official text",
            excerpt=_one_line(outcome.claim.text),
            expected=official,
            hint=f"the official words go: \u2026 {official}",
            link=check.link,
        )


def faithful_quotations(article: Article) -> Iterator[Complaint]:
    """Yield quotations that are true to the official text."""
    for outcome in article.outcomes:
        check = outcome.check
        if check.ok and not _is_short(outcome):
            kinds = f" ({', '.join(check.kinds)})" if check.kinds else ""
            yield Complaint(
                start=article.place(outcome.claim),
                message=f"the quotation is {check.verdict}{kinds}: {check.passages[0].value_id}, {check.passages[0].label}",
                excerpt=_one_line(outcome.claim.text),
                expected=_official(check),
                link=check.link,
            )


def _is_short(outcome: Outcome) -> bool:
    return sum(token.word and not token.joined for token in tokens_of(outcome.claim.text)) < 3


def _is_said_before(outcome: Outcome, kind: str) -> bool:
    """Tell whether the article itself says the word that the quotation lacks: `it is no “easy task”`."""
    guards = guards_of_language("en")
    words = [token.key for token in tokens_of(outcome.context, guards.words) if token.word][-_NEAR:]
    return any(guard.kind == kind for word in words for guard in guards.of(word))


def _language_not_held(article: Article, outcome: Outcome) -> str | None:
    """Return the language of a quotation if no official text in it is held."""
    if "language-not-held" in outcome.check.notes:
        return language_of_text(outcome.claim.text) or "unknown"
    held = {(statement.language or "").partition("-")[0] for statement in article.catalog.statements.values()}
    own = language_of_text(outcome.claim.text)
    if own is None and article.language is not None and article.language not in held:
        return article.language
    return None


def _official(check: QuoteCheck) -> str:
    return " \u2026 ".join(_one_line(passage.text) for passage in check.passages)


def _shown(differences: list[Difference]) -> str:
    shown = [_difference(difference) for difference in differences[:_MOST_SHOWN]]
    more = len(differences) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def _difference(difference: Difference) -> str:
    quoted, official = _one_line(difference.quoted), _one_line(difference.official)
    kind = difference.kind.value
    if not official:
        return f"'{quoted}' added ({kind})" if quoted else kind
    return f"'{quoted}' for '{official}' ({kind})" if quoted else f"'{official}' left out ({kind})"


def _one_line(text: str) -> str:
    return " ".join(text.split())
