"""The answer to a quotation as lines that people read: official and quoted words one under the other, differences marked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from iom_content.errors import amount, shown
from iom_content.model.quote_check import PERMITTED, Difference, Passage, QuoteCheck
from iom_content.serializers.labelled import Style, labelled
from iom_content.serializers.wording import visible

__all__ = ["quote_lines"]

_MOST_PLACES: Final = 5
_LONGEST_PART: Final = 60
_NOTES: Final = {
    "cropped-modal": "A modal verb stands right before the first quoted word: the crop may turn the sense.",
    "cropped-negation": "A negation stands right before the first quoted word: the crop may turn the sense.",
    "cropped-number": "A number stands right before the first quoted word: the crop may turn the sense.",
    "language-not-guarded": "The language of the text has no lists of guarded words: what is left out or put in may turn the sense.",
    "language-not-held": "The quotation is in a language in which no text is held; nothing is ever translated.",
    "truncated-source": "The capture ends inside this block.",
}


def quote_lines(check: QuoteCheck, width: int = 80, style: Style = lambda text, _: text) -> Iterator[str]:
    """Yield the lines that show the answer to a quotation.

    Args:
        check: The answer.
        width: How many characters a line has.
        style: Gives a text one of the styles `good`, `bad`, `dim`, `label`.

    Example:
        >>> import iom_content as iom
        >>> for line in list(quote_lines(iom.check_quote("This is an easy task.")))[:4]:
        ...     print(line)
        altered: negation
        <BLANKLINE>
        official    This is {no} easy task.
        quoted      This is {an} easy task.
    """
    kinds = ", ".join(check.kinds)
    count = amount(check.occurrences, "occurrence") if check.ok else ""
    yield style(": ".join(part for part in (str(check.verdict), kinds or count) if part), "good" if check.ok else "bad")
    yield ""
    if check.passages:
        yield from labelled("official", _official(check), width, style, "good")
    yield from labelled(
        "quoted", _marked(check.quote, [(each.quoted_start, each.quoted_end) for each in _forbidden(check)]), width, style, "bad"
    )
    if check.differences:
        yield ""
        for difference in check.differences:
            yield from textwrap.wrap(f"- {difference.kind}: {visible(_difference(difference))}", width, subsequent_indent="  ")
    yield ""
    places = check.places or ((check.passages,) if check.passages else ())
    for number, passages in enumerate(places[:_MOST_PLACES]):
        label = ("stands in" if check.ok else "nearest") if number == 0 else ""
        yield from labelled(label, "; ".join(map(_place, passages)), width, style)
    if len(places) > _MOST_PLACES:
        yield from labelled("", f"and {amount(len(places) - _MOST_PLACES, 'more place')}", width, style)
    for note in check.notes:
        name, _, rest = note.partition(":")
        yield from labelled("note", _NOTES.get(name) or f"Languages held: {rest}.", width, style)
    for label, words in (("cite", check.citation), ("link", check.link)):
        if words is not None:
            yield from labelled(label, words, width, style)


def _forbidden(check: QuoteCheck) -> list[Difference]:
    """Return the differences to mark: those that are not permitted, or else all."""
    return [each for each in check.differences if each.kind not in PERMITTED] or list(check.differences)


def _official(check: QuoteCheck) -> str:
    """Return the official words, with those in braces that the quotation changed."""
    parts: list[str] = []
    for passage in check.passages:
        spans = [
            (each.start - passage.start, each.end - passage.start)
            for each in _forbidden(check)
            if each.label == passage.label
            and each.start is not None
            and each.end is not None
            and passage.start <= each.start <= each.end <= passage.end
        ]
        parts.append(_marked(passage.text, spans))
    return " \u2026 ".join(parts)


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put spans into braces; those that touch become one, empty ones show nothing."""
    joined: list[list[int]] = []
    for start, end in sorted(span for span in set(spans) if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    for start, end in reversed(joined):
        text = f"{text[:start]}{{{text[start:end]}}}{text[end:]}"
    return text


def _difference(difference: Difference) -> str:
    quoted, official = (shown(part, _LONGEST_PART) for part in (difference.quoted, difference.official))
    if not difference.quoted:
        return f"{official} left out"
    if not difference.official:
        return f"{quoted} added"
    return f"{quoted} for {official}"


def _place(passage: Passage) -> str:
    where = passage.label if passage.label.startswith(f"{passage.value_id}.") else f"{passage.label} of {passage.value_id}"
    return f"{where}, characters {passage.start + 1} to {passage.end}"
