"""The answer of a check of a quotation, with all that a reader needs to check it by hand."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

import attr

from iom_content.errors import amount, shown
from iom_content.model import _result_checks
from iom_content.model.constraints import DISTINCT, INTEGER, NONBLANK, TEXT, checked
from iom_content.model.result_rules import kinds_are_those_of_differences
from iom_content.model.value import Value

__all__ = ["Difference", "Passage", "QuoteCheck", "QuoteKind", "QuoteVerdict"]


class QuoteVerdict(StrEnum):
    """How a quotation relates to the official text.

    Example:
        >>> import iom_content as iom
        >>> iom.check_quote("This is no easy task.").verdict
        <QuoteVerdict.VERBATIM: 'verbatim'>
    """

    VERBATIM = "verbatim"
    """The characters stand exactly so in one block, whole words at both ends."""
    FAITHFUL = "faithful"
    """It differs only in what the practice of quoting permits."""
    ALTERED = "altered"
    """It is near the official words, and they differ."""
    ABSENT = "absent"
    """Nothing is near enough."""


class QuoteKind(StrEnum):
    """The closed set of differences; the first six are permitted.

    Example:
        >>> import iom_content as iom
        >>> iom.check_quote("this is no EASY task").kinds
        (<QuoteKind.CASE: 'case'>,)
    """

    CASE = "case"
    """Capitals and small letters."""
    ELISION = "elision"
    """Omitted words, marked by an ellipsis."""
    INTERPOLATION = "interpolation"
    """Words in square brackets, added or in place of others."""
    PUNCTUATION = "punctuation"
    """Marks at the edges."""
    TYPOGRAPHY = "typography"
    """Another form of the same mark or letter."""
    WHITESPACE = "whitespace"
    """Blanks, line breaks, the break between two blocks."""
    CUT_WORD = "cut-word"
    """It starts or ends inside a word."""
    INNER_PUNCTUATION = "inner-punctuation"
    """Marks inside, which structure the sentence."""
    MODAL = "modal"
    """A word of duty, leave, ability or future."""
    NEGATION = "negation"
    """A word that denies."""
    NUMBER = "number"
    """A number, in digits or words."""
    ORDER = "order"
    """The same words, elsewhere."""
    SPELLING = "spelling"
    """The same word in another spelling."""
    STITCHED = "stitched"
    """Parts that do not stand together, run together."""
    WORD = "word"
    """Any other word."""


PERMITTED = frozenset(
    (QuoteKind.CASE, QuoteKind.ELISION, QuoteKind.INTERPOLATION, QuoteKind.PUNCTUATION, QuoteKind.TYPOGRAPHY, QuoteKind.WHITESPACE)
)


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Passage(Value):
    """A run of official words in one block.

    Example:
        >>> import iom_content as iom
        >>> passage = iom.check_quote("no easy task").passages[0]
        >>> passage.label, passage.start, passage.end, passage.block_text[passage.start : passage.end]
        ('p2', 8, 20, 'no easy task')
    """

    value_id: str = checked(NONBLANK)
    """Id of the statement or section."""
    label: str = checked(NONBLANK)
    """The block: `title`, `p1` …, `<section-id>.title`, `<section-id>.summary`."""
    text: str = checked(NONBLANK)
    """The official words."""
    start: int = checked(INTEGER)
    """Their first code point in the block's text."""
    end: int = checked(INTEGER)
    """The code point after their last."""
    block_text: str = checked(NONBLANK)
    """The whole block."""
    url: str | None = checked(TEXT, default=None)
    """Address of the page."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_passage(self)

    def __repr__(self) -> str:
        return f"<Passage {shown(self.label, 60)[1:-1]} {self.start}-{self.end}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Difference(Value):
    """One difference between the quotation and the official text.

    Example:
        >>> import iom_content as iom
        >>> difference = iom.check_quote("175 member states and a presence in 173 countries").differences[0]
        >>> difference.kind.value, difference.quoted, difference.official
        ('number', '173', '171')
    """

    kind: QuoteKind = checked()
    """What sort of difference it is."""
    quoted: str = checked(TEXT)
    """What was quoted; empty where official words were left out."""
    quoted_start: int = checked(INTEGER)
    """Its first code point in the quotation as given."""
    quoted_end: int = checked(INTEGER)
    """The code point after its last; the same as the start where nothing was quoted."""
    official: str = checked(TEXT)
    """What is official; empty where words were added."""
    label: str | None = checked(NONBLANK, default=None)
    """The block in which that stands."""
    start: int | None = checked(INTEGER, default=None)
    """Its first code point in the block's text."""
    end: int | None = checked(INTEGER, default=None)
    """The code point after its last in that block; the same as the start where nothing stands there."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_difference(self, QuoteKind)

    def __repr__(self) -> str:
        return f"<Difference {self.kind} {shown(self.quoted, 24)} for {shown(self.official, 24)}>"


@attr.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class QuoteCheck(Value):
    """What `check_quote` answers.

    Example:
        >>> import iom_content as iom
        >>> iom.check_quote("This is no easy task … managed well, human mobility can become a cornerstone of development")
        <QuoteCheck faithful, elision, 1 occurrence>
    """

    RULES: ClassVar[tuple[Any, ...]] = (kinds_are_those_of_differences,)

    quote: str = checked(NONBLANK)
    """The quotation as given."""
    verdict: QuoteVerdict = checked()
    """The answer."""
    kinds: tuple[QuoteKind, ...] = checked(DISTINCT, default=())
    """The kinds of the differences, sorted."""
    differences: tuple[Difference, ...] = checked(default=())
    """Every difference, in the order of the quotation."""
    passages: tuple[Passage, ...] = checked(default=())
    """The official words: of the best occurrence, or the nearest ones if it is altered; none if it is absent."""
    places: tuple[tuple[Passage, ...], ...] = checked(default=())
    """Every occurrence, the best one first; none if it is altered or absent."""
    notes: tuple[str, ...] = checked(NONBLANK, default=())
    """Codes of what a reader should know besides."""
    citation: str | None = checked(NONBLANK, default=None)
    """How to cite the first passage."""
    link: str | None = checked(NONBLANK, default=None)
    """Address of the page that leads to the words themselves."""

    def __attrs_post_init__(self) -> None:
        _result_checks.check_quote_check(self, QuoteVerdict, QuoteKind, Difference, Passage)

    @property
    def ok(self) -> bool:
        """Whether the quotation is verbatim or faithful."""
        return self.verdict in {QuoteVerdict.VERBATIM, QuoteVerdict.FAITHFUL}

    @property
    def occurrences(self) -> int:
        """How often it occurs."""
        return len(self.places)

    def __repr__(self) -> str:
        kinds = "".join(f", {kind}" for kind in self.kinds)
        count = f", {amount(self.occurrences, 'occurrence')}" if self.ok else ""
        return f"<QuoteCheck {self.verdict}{kinds}{count}>"
