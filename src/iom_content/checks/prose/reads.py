"""A run with what is read off it once: its quotations and its sentences."""

from __future__ import annotations

from bisect import bisect_right

from iom_content.checks.prose.marks import Quotation
from iom_content.checks.prose.runs import Run
from iom_content.checks.prose.sentences import covered, sentences_of
from iom_content.language.lexicon import Lexicon

__all__ = ["Read"]


class Read:
    """A run with its quotations and its sentences."""

    def __init__(self, run: Run, quotations: tuple[Quotation, ...], words: Lexicon) -> None:
        """Cover the quotations and find the sentences."""
        self.run = run
        self.quotations = quotations
        self.text: str = covered(run.text, quotations, run.aside)
        self.sentences: tuple[tuple[int, int], ...] = sentences_of(self.text, words)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the range of the sentence that holds a character."""
        number = min(bisect_right(self.sentences, (at, len(self.text) + 1)), len(self.sentences)) - 1
        return self.sentences[number] if number >= 0 else (0, len(self.text))
