"""The answer to a quotation, put together from the official words it was laid on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from iom_content.checks.quotes.official import Official
from iom_content.language.tongue import may_be_in
from iom_content.model.kinds import Mark
from iom_content.model.quote_check import Difference, Passage, QuoteCheck, QuoteVerdict
from iom_content.model.statement import Statement
from iom_content.query.cite import cite
from iom_content.query.links import link_to

__all__ = ["Answer", "absent", "answered"]

_ENDING: Final = frozenset(".,;:?!")
NEAR_CUT: Final = 3
"""How many words before a crop are looked at for a guarded one."""


class Answer(NamedTuple):
    """Where a quotation was laid on official words, and how it differs."""

    official: Official
    runs: tuple[tuple[int, int], ...]
    """The ranges of official tokens."""
    differences: tuple[Difference, ...]
    exact: tuple[int, int, int] | None = None
    """Block, first code point and the one after the last, where the characters themselves were found."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The official words."""
        if self.exact is not None:
            return (self.official.passage(*self.exact),)
        runs = (self.runs[0], *((self._first_of_part(first), last) for first, last in self.runs[1:]))
        return tuple(passage for first, last in runs for passage in self.official.passages(first, last))

    def _first_of_part(self, first: int) -> int:
        """Return where a part after an ellipsis begins: the mark that ends what was left out is none of its words."""
        return first + (self.official.keys[first] in _ENDING)


def answered(quote: str, answers: Sequence[Answer], verdict: QuoteVerdict) -> QuoteCheck:
    """Answer a quotation that is near official words.

    Args:
        quote: The quotation as given.
        answers: Its places, the best first.
        verdict: The verdict.
    """
    best = answers[0]
    passages = best.passages
    return QuoteCheck(
        quote=quote,
        verdict=verdict,
        kinds=tuple(sorted({difference.kind for difference in best.differences})),
        differences=best.differences,
        passages=passages,
        places=tuple(answer.passages for answer in answers) if verdict is not QuoteVerdict.ALTERED else (),
        notes=_notes(best, verdict),
        citation=_citation(best, passages),
        link=_link(best, passages),
    )


def absent(quote: str, texts: Sequence[Official]) -> QuoteCheck:
    """Answer a quotation that is near nothing.

    Args:
        quote: The quotation as given.
        texts: The texts that were read.
    """
    held = sorted({language.split("-")[0] for text in texts for language in text.languages})
    foreign = held and not may_be_in(quote, held)
    notes = ("language-not-held", f"languages-held:{','.join(held)}") if foreign else ()
    return QuoteCheck(quote=quote, verdict=QuoteVerdict.ABSENT, notes=notes)


def _notes(answer: Answer, verdict: QuoteVerdict) -> tuple[str, ...]:
    notes = _cropped(answer) if verdict is not QuoteVerdict.ALTERED else []
    if verdict is QuoteVerdict.ALTERED and not answer.official.guards.known:
        notes.append("language-not-guarded")
    if isinstance(answer.official.value, Statement):
        marks = {block.text: block.marks for block in answer.official.value.blocks}
        if any(Mark.TRUNCATED in marks.get(passage.block_text, ()) for passage in answer.passages):
            notes.append("truncated-source")
    return tuple(notes)


def _cropped(answer: Answer) -> list[str]:
    """Return the notes on guarded words of the same unit that stand right before the first quoted word."""
    official = answer.official
    first = answer.runs[0][0]
    start = next((index for index in range(first, answer.runs[0][1]) if official.tokens[index].word), first)
    kinds: set[str] = set()
    words = 0
    for index in range(first - 1, -1, -1):
        if words == NEAR_CUT or official.units[index] != official.units[start]:
            break
        if official.tokens[index].word and official.starts_word(index):
            words += 1
        if official.tokens[index].word:
            kinds |= official.kinds_at(index)
    return sorted(f"cropped-{kind}" for kind in kinds)


def _citation(answer: Answer, passages: tuple[Passage, ...]) -> str:
    value = answer.official.value
    label = passages[0].label.removeprefix(f"{value.id}.")
    return cite(value, label, catalog=answer.official.catalog)


def _link(answer: Answer, passages: tuple[Passage, ...]) -> str | None:
    official = answer.official
    if official.url is None:
        return None
    labels = official.labels
    start = (labels.index(passages[0].label), passages[0].start)
    end = (labels.index(passages[-1].label), passages[-1].end)
    return link_to(official.url, official.texts, start, end)
