"""Who is said to speak, for the quotations of an article one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from iom_content.checks.prose.clauses import Clauses, Speaker
from iom_content.checks.prose.last_speaker import FAR, NEAR, LastSpeaker
from iom_content.checks.prose.mentions import Namer
from iom_content.checks.prose.named import Named
from iom_content.checks.prose.reads import Read
from iom_content.checks.prose.sentences import COVER

__all__ = ["Speakers"]

_JOINS: Final = re.compile(r"[\s,;\u2014\u2013-]*")
_COMMA: Final = re.compile(r"\s*[,;\u2014\u2013-]")
_DASH: Final = re.compile(r"\s*(?:\u2014|\u2013|\u2015|--?)\s*(?=\S)")
# The last semicolon behind a quotation.
_PARTED: Final = re.compile(rf"{COVER}[^\w{COVER}]*;(?=[^;]*\Z)")
_SIGNS: Final = re.compile(r"\s*(?:\u2014|\u2013|\u2015|--?|\()\s*(?=\S)")
_BRACKETED: Final = re.compile(r"\s*\(([^()]{1,200})\)")
# A quotation that may hold the verb of its sentence, not a name or a word set apart.
_PREDICATE: Final = re.compile(r"[^\w\s]\s?[^\W\d_A-Z]")
_INVITES: Final = ",?!\u2026\u2014\u2013"
_LAST_WORDS: Final = 40
_MOST_VERBS: Final = 4
# How far from a cell the others of its row may stand.
_MOST_CELLS: Final = 8


class Speakers:
    """Tells of each quotation of an article who is said to speak it."""

    def __init__(self, reads: Sequence[Read], namer: Namer, clauses: Clauses) -> None:
        """Take the runs of an article."""
        self._reads = reads
        self._clauses = clauses
        self.named: Named = Named(reads, namer, clauses)
        self._last = LastSpeaker(reads, self.named, clauses)

    def speaker(self, number: int, first: int, last: int) -> Speaker | None:
        """Return who speaks a quotation; None if nobody is said to. Quotations are asked for in their order.

        Args:
            number: Number of the run.
            first: Where the quotation starts, its mark included.
            last: What comes after it.
        """
        start, end = self._reads[number].sentence(first)
        end = max(end, self._reads[number].sentence(max(first, last - 1))[1])
        if self._quoted(number, last).endswith(("!", "?", "\u2026")) or _SIGNS.match(self._reads[number].text, last):
            # `“Why?” he asked.` is one sentence, though it looks like two; so is `“No.” – Ann Lee`, or `(Ann Lee)`.
            end = max(end, self._reads[number].sentence(min(last + 1, len(self._reads[number].text)))[1])
        self._last.read_on(number, start)
        found = (
            self._predicate(number, start, first, last, end)
            or self._beside(number, start, first, last, end)
            or self._after(number, last, end)
            or self._before(number, start, first)
            or self._announced(number, start, first)
            or self._labelled(number)
            or self._last.continued(number, start, end)
        )
        return self._last.remembered(found, number)

    def block_speaker(self, number: int, last: int) -> Speaker | None:
        """Return who speaks a block quotation: named in the line below it, or in the sentence above.

        Args:
            number: Number of its first run.
            last: Number of its last run.
        """
        self._last.read_on(number, 0)
        found = self._signed(last + 1) or self._announced(number, 0, 0, block=True)
        return self._last.remembered(found, number)

    def signature_speaker(self, number: int, start: int) -> Speaker | None:
        """Return who signs in the last lines of a run.

        Args:
            number: Number of the run.
            start: Where the signature starts.
        """
        read = self._reads[number]
        return self._last.remembered(self._clauses.announced(read.run.text, self.named.mentions(number), start, len(read.text)), number)

    def is_attribution(self, number: int, start: int, end: int) -> bool:
        """Tell whether what parts two quotations says who speaks, and no more: a second verb leads to other words.

        Args:
            number: Number of the run.
            start: Where the one ends, its mark included.
            end: Where the other starts.
        """
        text, mentions = self._reads[number].text, self.named.mentions(number)
        return bool(self.named.verbs(number, start, end)) and self._clauses.is_one(text, mentions, start, end)

    def says(self, text: str) -> bool:
        """Tell whether a text holds a verb of reporting.

        Args:
            text: Any text.
        """
        return bool(self._clauses.verbs(text))

    def attribution_start(self, number: int, start: int, end: int) -> int:
        """Return where the clause starts that attributes a quotation which is never closed; the end if there is none.

        Args:
            number: Number of the run.
            start: Where the quotation starts.
            end: Where it ends at the latest.
        """
        text = self._reads[number].run.text
        for verb in reversed(self._clauses.verbs(text[start:end])):
            comma = text.rfind(",", start, start + verb.start)
            if comma >= 0 and start + verb.end - comma < NEAR and len(text[start + verb.end : end].split()) < 12:
                return comma
        return end

    def _after(self, number: int, last: int, end: int) -> Speaker | None:
        """Return who is said to speak behind a quotation."""
        text, mentions = self._reads[number].text, self.named.mentions(number)
        following = text.find(COVER, last, end)
        end = min(end if following < 0 else following, last + NEAR)
        start = _JOINS.match(text, last).end()  # type: ignore[union-attr]
        bracketed = _BRACKETED.match(text, last, end)
        if bracketed:
            return _only_ours(self._clauses.announced(text, mentions, *bracketed.span(1)))
        invites = self._quoted(number, last).endswith(tuple(_INVITES)) or _COMMA.match(text, last)
        for verb in self.named.verbs(number, start, end)[:1]:
            between = self._clauses.letters(text, mentions, start, verb.start)
            if not between.strip("LC"):
                return self._clauses.after(text, mentions, verb.end, end) if text[verb.end : end].strip(" .,") else None
            # `a sailor quoted.`, with nobody behind whom it quotes.
            leads = verb.leads and text[verb.end : end].strip(" .,")
            if leads and self._clauses.is_relative(text, start):
                # `“…”, which the paper attributes to IOM`.
                return _only_ours(self._clauses.after(text, mentions, verb.end, end))
            if leads or not invites or between[0] == "C":
                return None
            return self._clauses.before(text, mentions, start, verb.start)
        dash = _DASH.match(text, last, end)
        if dash:
            return _only_ours(self._clauses.announced(text, mentions, dash.end(), end))
        return None

    def _beside(self, number: int, start: int, first: int, last: int, end: int) -> Speaker | None:
        """Return who speaks where the organization is told beside its words, with no verb of saying: `“…” is how IOM put it`."""
        text, mentions = self._reads[number].text, self.named.mentions(number)
        source = self._clauses.source(text, last)
        if source is not None:
            return _only_ours(self._clauses.after(text, mentions, source, self._reads[number].sentence(source)[1]))
        ends = not text[last:end].strip(" .,;!?") or _COMMA.match(text, last) is not None
        own = (ends or not text[start:first].rstrip().endswith(",")) and first - start < NEAR
        if own and self._clauses.own_words(text, mentions, start, first):
            return Speaker.ORGANIZATION
        view = _COMMA.match(text, last, end) and end - last < NEAR and not text[start:first].strip()
        return Speaker.ORGANIZATION if view and self._clauses.own_words(text, mentions, last, end) else None

    def _quoted(self, number: int, last: int) -> str:
        """Return the last words of a quotation, without its closing mark."""
        return self._reads[number].run.text[max(0, last - _LAST_WORDS) : last].rstrip("\"'\u2019\u201d\xbb\u201c ")

    def _before(self, number: int, start: int, first: int) -> Speaker | None:
        """Return who is said to speak in front of a quotation."""
        text, mentions = self._reads[number].text, self.named.mentions(number)
        start = max(start, first - FAR)
        parted = _PARTED.search(text, start, first)
        if parted and not self._clauses.is_joint(text, mentions, parted.end(), first):
            # `She quotes IOM on “…”; her sister on “…”`: another clause has a subject of its own, if no verb.
            start = parted.end()
        verbs = self.named.verbs(number, start, first)[: -_MOST_VERBS - 1 : -1]
        for verb in verbs:
            if verb.leads and verb is not verbs[-1] and self._clauses.is_aside(text, start, verb, first):
                continue
            if verb.leads:
                return self._clauses.after(text, mentions, verb.end, first)
            found = self._clauses.before(text, mentions, start, verb.start)
            if found is Speaker.OTHER and self._clauses.is_noun(text, mentions, start, verb.start):
                continue
            if found is Speaker.OTHER and not self._clauses.letters(text, mentions, start, verb.start).strip("LC,"):
                # The verb goes first: `Said the chief of IOM:`.
                return self._clauses.after(text, mentions, verb.end, first)
            return found
        if text[start:first].rstrip().endswith(":"):
            letters = self._clauses.letters(text, mentions, start, first)
            if letters and not letters.strip("LC,"):
                # `And:`, with nobody who speaks it.
                return Speaker.SAME
            return self._clauses.announced(text, mentions, start, first)
        return None

    def _predicate(self, number: int, start: int, first: int, last: int, end: int) -> Speaker | None:
        """Return who speaks a quotation that holds the verb of its sentence: `IOM “regrets the delay”`."""
        text, mentions = self._reads[number].text, self.named.mentions(number)
        if (
            first - start > NEAR
            or not _PREDICATE.match(self._reads[number].run.text, first)
            or not self._clauses.alone(text, mentions, start, first)
        ):
            return None
        # `The IOM “know your rights” leaflets`: a name, or words set apart, stand before what they tell of.
        return None if self._clauses.letters(text, mentions, last, end)[:1] in ("W", "N", "R") else Speaker.ORGANIZATION

    def _announced(self, number: int, start: int, first: int, *, block: bool = False) -> Speaker | None:
        """Return who is said to speak in the sentence before, in the run before, if that announces words."""
        if start or not number or self._reads[number].text[:first].strip():
            return None
        before = self._reads[number - 1]
        end = len(before.text.rstrip())
        if not before.text[:end].endswith(":") and not block:
            return None
        start = before.sentences[-1][0]
        if COVER in before.text[start:end]:
            return None
        found = self._before(number - 1, start, end)
        return found if found is not Speaker.OTHER or before.text[:end].endswith(":") else None

    def _labelled(self, number: int) -> Speaker | None:
        """Return the organization if a cell of its row names it as who speaks, where a quotation fills a cell of a table."""
        cell = self._reads[number].run.cell
        if cell is None or self._reads[number].text.strip(f"{COVER} \n.,"):
            return None
        for each in range(max(0, number - _MOST_CELLS), min(len(self._reads), number + _MOST_CELLS)):
            other, text = self._reads[each].run.cell, self._reads[each].text
            if other is not None and other[:2] == cell[:2] and self._clauses.alone(text, self.named.mentions(each), 0, len(text)):
                return Speaker.ORGANIZATION
        return None

    def _signed(self, number: int) -> Speaker | None:
        """Return who signs in a run of its own."""
        if number >= len(self._reads):
            return None
        read = self._reads[number]
        dash = _DASH.match(read.text)
        if dash is None and read.run.kind not in ("footer", "figcaption", "cite"):
            return None
        return self._clauses.announced(read.text, self.named.mentions(number), dash.end() if dash else 0, min(len(read.text), NEAR))


def _only_ours(found: Speaker) -> Speaker | None:
    return found if found is Speaker.ORGANIZATION else None
