"""Claims: what an article presents as somebody's own words, put together over attributions, lines and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from iom_content.checks.prose.clauses import Speaker
from iom_content.checks.prose.marks import Quotation
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.runs import UNSEEN, Run
from iom_content.checks.prose.sentences import COVER
from iom_content.checks.prose.speakers import Speakers

__all__ = ["LEAST_WORDS", "Claim", "Claims", "Group", "Part"]

LEAST_WORDS: Final = 3
"""How many words a quotation has at least that is a claim; shorter ones are titles or set a word apart."""

# In a line of its own, or behind the last sentence.
_SIGNATURE: Final = re.compile(
    r"(?:\n[ \t]*(?:\u2014|\u2013|\u2015|--?)[ \t]*"
    r"|(?<=[.!?\u2026\"\u201d\xbb])[ \t]+(?:\u2014|\u2013|\u2015|--?)[ \t]*(?=[^\n.!?]{1,80}\Z))(?=[^\W\da-z])"
)
_SIGNED: Final = re.compile(r"\s*(?:\u2014|\u2013|\u2015|--?)\s*(?=[^\W\da-z])")
_SIGNING: Final = ("footer", "figcaption", "cite", "caption")
_LONGEST_GAP: Final = 300
# How much of its sentence is kept with a quotation.
_CONTEXT: Final = 120


class Part(NamedTuple):
    """A stretch of the visible text of one run."""

    run: int
    start: int
    end: int


class Claim(NamedTuple):
    """Words that are presented as quoted."""

    text: str
    parts: tuple[Part, ...]
    """Where they stand, in reading order; empty ones left out."""
    at: tuple[int, ...]
    """For each part where it starts in the text."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return run and place in its text of a character of the claim.

        Args:
            offset: Its place in the claim's text.
        """
        number = max(0, bisect_right(self.at, offset) - 1)
        part = self.parts[number]
        return part.run, min(part.start + offset - self.at[number], part.end)


class Group(NamedTuple):
    """A quotation, whole and in its parts; whoever checks it decides which of them to answer for."""

    whole: tuple[Claim, ...]
    """Readings of it as one; the first that holds counts."""
    parts: tuple[Claim, ...]
    """Its parts on their own; the only one if there is one."""
    inner: tuple[Claim, ...]
    """The quotations in it, for the case that nothing is known of it as a whole."""
    speaker: Speaker | None
    closed: bool
    context: str
    """What stands right before it in its sentence, the last words of it."""
    joined: bool
    """Whether its parts are one sentence that an attribution splits."""


class Claims:
    """Finds the claims of an article."""

    def __init__(self, reads: Sequence[Read], speakers: Speakers) -> None:
        """Take the runs of an article."""
        self._reads = reads
        self._speakers = speakers

    def groups(self) -> Iterator[Group]:
        """Yield the quotations of the article in reading order."""
        number = 0
        while number < len(self._reads):
            block = self._block(number)
            if block is not None:
                last, group = block
                yield group
                number = last + 1
                continue
            skip = self._continued_to(number)
            yield from self._in_run(number, skip)
            number = skip + 1

    def _block(self, number: int) -> tuple[int, Group] | None:
        """Return the block quotation that starts with a run, with its last run."""
        quotation = self._reads[number].run.quotation
        if quotation is None or self._is_article(number):
            return None
        last = number
        while last + 1 < len(self._reads) and self._reads[last + 1].run.quotation == quotation and not self._is_article(last + 1):
            last += 1
        parts: list[Claim] = []
        speaker: Speaker | None = None
        for each in range(number, last + 1):
            read = self._reads[each]
            start, end = _bounds(read)
            signature = _SIGNATURE.search(read.run.text)
            if signature:
                end = min(end, signature.start())
                speaker = self._speakers.signature_speaker(each, signature.end())
            elif read.run.kind in _SIGNING or (each > number and _SIGNED.match(read.run.text)):
                signed = _SIGNED.match(read.run.text)
                speaker = self._speakers.signature_speaker(each, signed.end() if signed else 0)
                continue
            start, end = _inside_marks(read, start, end)
            claim = self._claim([Part(each, start, end)])
            if claim is not None:
                parts.append(claim)
        if speaker is None:
            speaker = self._speakers.block_speaker(number, last)
        whole = self._joined(parts, "\n\n") if len(parts) > 1 else None
        inner = tuple(
            claim for each in range(number, last + 1) for found in self._reads[each].quotations for claim in self._inner(each, found)
        )
        return last, Group((whole,) if whole else (), tuple(parts), inner, speaker, True, "", False)

    def _is_article(self, number: int) -> bool:
        """Tell whether a run in a block quotation is an article's own text, quotations and all."""
        read = self._reads[number]
        if not read.quotations or read.run.quotation is None:
            return False
        end = _SIGNATURE.search(read.text)
        rest = read.text[: end.start() if end else len(read.text)].replace(COVER, "")
        return any(map(str.isalpha, rest)) and sum(found.last - found.first for found in read.quotations) * 3 > len(read.text)

    def _continued_to(self, number: int) -> int:
        """Return the last run of a quotation that goes on over paragraphs, each with an opening mark."""
        last = number
        while last + 1 < len(self._reads):
            read, following = self._reads[last], self._reads[last + 1]
            open_one = read.quotations[-1] if read.quotations else None
            if open_one is None or open_one.closed or following.run.quotation is not None:
                break
            if not (following.quotations and not following.text[: following.quotations[0].first].strip()):
                break
            last += 1
        return last

    def _in_run(self, number: int, last: int) -> Iterator[Group]:
        read = self._reads[number]
        quotations = list(read.quotations)
        long = quotations[-1] if last > number else None
        at = 0
        while at < len(quotations):
            found = quotations[at]
            if found is long:
                yield from self._over_runs(number, last)
                return
            split = [found]
            while at + 1 < len(quotations) and quotations[at + 1] is not long and self._goes_on(number, quotations[at], quotations[at + 1]):
                at += 1
                split.append(quotations[at])
            at += 1
            yield from self._group(number, split)

    def _group(self, number: int, split: list[Quotation]) -> Iterator[Group]:
        read = self._reads[number]
        if not any(found.end > found.start for found in split):
            return
        speaker = self._speakers.speaker(number, split[0].first, split[0].last)
        pieces = [Part(number, found.start, found.end if found.closed else self._open_end(number, found)) for found in split]
        parts = [claim for piece in pieces if (claim := self._claim([piece])) is not None]
        if not parts:
            return
        whole: list[Claim] = []
        if len(pieces) > 1:
            text = read.run.text
            trimmed = [*(_without_comma(piece, text) for piece in pieces[:-1]), pieces[-1]]
            # The comma or the dash may be that of the attribution, or the speaker's own, before or behind the mark.
            readings = ((trimmed, " "), (pieces, " "), (trimmed, ", "), (trimmed, " \u2013 "))
            whole = list(dict.fromkeys(claim for each, glue in readings if (claim := self._claim(each, glue)) is not None))
        inner = tuple(claim for found in split for claim in self._inner(number, found))
        start = max(read.sentence(split[0].first)[0], split[0].first - _CONTEXT)
        yield Group(
            tuple(whole),
            tuple(parts),
            inner,
            speaker,
            split[-1].closed,
            read.text[start : split[0].first],
            len(split) > 1,
        )

    def _over_runs(self, number: int, last: int) -> Iterator[Group]:
        """Yield the quotation that starts as the last one of a run and goes on, then the others of its last run."""
        first = self._reads[number].quotations[-1]
        pieces = [Part(number, first.start, len(self._reads[number].run.text))]
        for each in range(number + 1, last + 1):
            found = self._reads[each].quotations[0]
            pieces.append(Part(each, found.start, found.end))
        parts = [claim for piece in pieces if (claim := self._claim([piece])) is not None]
        whole = self._joined(parts, "\n\n") if len(parts) > 1 else None
        speaker = self._speakers.speaker(number, first.first, len(self._reads[number].text))
        if speaker is None:
            found = self._reads[last].quotations[0]
            speaker = self._speakers.speaker(last, found.first, found.last)
        if parts:
            yield Group((whole,) if whole else (), tuple(parts), (), speaker, True, "", False)
        for found in self._reads[last].quotations[1:]:
            yield from self._group(last, [found])

    def _goes_on(self, number: int, one: Quotation, other: Quotation) -> bool:
        """Tell whether an attribution alone parts two quotations of one sentence."""
        text = self._reads[number].text
        gap = text[one.last : other.first]
        if not one.closed or not gap.strip() or len(gap) > _LONGEST_GAP or not other.closed:
            return False
        quoted = self._reads[number].run.text[one.start : one.end].rstrip()
        if not (gap.lstrip()[0] in ",\u2014\u2013-" or quoted[-1:] in ",?!\u2014\u2013\u2026") or gap.rstrip()[-1] not in ",\u2014\u2013-":
            return False
        sentence = self._reads[number].sentence(one.first)
        return other.first < sentence[1] and self._speakers.is_attribution(number, one.last, other.first)

    def _open_end(self, number: int, found: Quotation) -> int:
        """Return where a quotation that is never closed most likely ends: before a clause that attributes it."""
        return self._speakers.attribution_start(number, found.start, found.end)

    def _inner(self, number: int, found: Quotation) -> Iterator[Claim]:
        for each in found.inner:
            claim = self._claim([Part(number, each.start, each.end)])
            if claim is not None:
                yield claim
            yield from self._inner(number, each)

    def _joined(self, claims: Sequence[Claim], glue: str) -> Claim | None:
        return self._claim([part for claim in claims for part in claim.parts], glue)

    def _claim(self, pieces: Sequence[Part], glue: str = "") -> Claim | None:
        """Put a claim together; marks of footnotes are left out, and what holds code is none."""
        text = ""
        parts: list[Part] = []
        at: list[int] = []
        for number, piece in enumerate(pieces):
            run = self._reads[piece.run].run
            text += glue if number and text else ""
            for start, end in _stretches(run, piece.start, piece.end):
                at.append(len(text))
                parts.append(Part(piece.run, start, end))
                text += run.text[start:end]
        if not parts or UNSEEN in text or not any(map(str.isalnum, text)):
            return None
        return Claim(text, tuple(parts), tuple(at))


def _stretches(run: Run, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = run.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for first, last in run.aside:
        if first >= start and last <= end:
            if start < first:
                yield start, first
            start = last
    if start < end:
        yield start, end


def _bounds(read: Read) -> tuple[int, int]:
    text = read.run.text
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def _inside_marks(read: Read, start: int, end: int) -> tuple[int, int]:
    """Leave off the marks of a block that is one quotation from end to end, or that opens as one."""
    found = read.quotations[0] if read.quotations else None
    if found is None or found.first > start or (len(read.quotations) > 1 and found.closed):
        return start, end
    return found.start, min(end, found.end)


def _without_comma(piece: Part, text: str) -> Part:
    end = len(text[piece.start : piece.end].rstrip()) + piece.start
    return piece._replace(end=end - 1) if text[piece.start : end].endswith(",") else piece
