"""A difference with both its places: in the quotation and in the official text."""

from __future__ import annotations

from iom_content.checks.quotes.edges import Edges
from iom_content.checks.quotes.official import Official
from iom_content.checks.quotes.reading import Reading
from iom_content.model.quote_check import Difference, QuoteKind

__all__ = ["difference", "own_marks"]


def difference(
    official: Official, kind: QuoteKind, quote: str, quoted: tuple[int, int], tokens: tuple[int, int], *, opens: bool = False
) -> Difference:
    """Return a difference with both its spans.

    Args:
        official: The official text.
        kind: What sort of difference it is.
        quote: The quotation.
        quoted: The code points in the quotation.
        tokens: The range of official tokens, which may be empty.
        opens: Whether it stands before the passage: then the block before is none of its own.
    """
    first, last = tokens
    if first == last:
        # Where nothing official stands, the place is right after the token before, or at the very start.
        number = official.block_of(first if opens else max(0, first - 1))
        start = end = official.tokens[first - 1].end if first > official.firsts[number] else 0
        words = ""
    else:
        number = official.block_of(first)
        start, end = official.tokens[first].start, official.tokens[last - 1].end
        words = official.texts[number][start:end]
        if official.block_of(last - 1) != number:
            parts = official.passages(first, last)
            end = parts[0].end
            words = "\n\n".join(part.text for part in parts)
    return Difference(
        kind=kind,
        quoted=quote[slice(*quoted)],
        quoted_start=quoted[0],
        quoted_end=quoted[1],
        official=words,
        label=official.labels[number],
        start=start,
        end=end,
    )


def own_marks(found: Edges, official: Official, reading: Reading) -> list[Difference]:
    """Return the marks around the words that are not official, with their kinds.

    Args:
        found: What the marks at the edges are.
        official: The official text.
        reading: The quotation.
    """
    middle = reading.elements[0].start
    return [difference(official, kind, reading.quote, span, (place, place), opens=span[0] < middle) for span, kind, place in found.other]
