"""Who is said to speak, for the quotations of an article one after the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from iom_content.checks.prose.clauses import Clauses, Speaker, Verb
from iom_content.checks.prose.marks import Quotation
from iom_content.checks.prose.mentions import BODY, GENERIC, HEAD, ORGANIZATION, ROLE, TITLE, UMBRELLA, Mention, Namer
from iom_content.checks.prose.runs import Run
from iom_content.checks.prose.sentences import COVER, covered, sentences_of
from iom_content.language.lexicon import Lexicon

__all__ = ["Read", "Speakers"]

_NAMED: Final = re.compile(
    r"\s*((?:Ms|Mrs|Mr|Dr|Prof|Mme|Mlle|M|Sra|Sr|Dra|Madame|Monsieur|Se\xf1ora?)\.?\s+)?([A-Z\xc0-\xde][^\W\d_]+(?:-[^\W\d_]+)*)"
)
_PAIR: Final = re.compile(r"(?<![\w.])[A-Z\xc0-\xde][^\W\d_]+\s+([A-Z\xc0-\xde][^\W\d_]+)")
_JOINS: Final = re.compile(r"[\s,;\u2014\u2013-]*")
_COMMA: Final = re.compile(r"\s*[,;\u2014\u2013-]")
_DASH: Final = re.compile(r"\s*(?:\u2014|\u2013|\u2015|--?)\s*(?=\S)")
_BRACKETED: Final = re.compile(r"\s*\(([^()]{1,200})\)")
_EMPTY: Final = re.compile(rf"[\s{COVER}.,;:!?\u2026\u2014\u2013\"'\u2018\u2019\u201c\u201d\xab\xbb-]*")
# A quotation that may hold the verb of its sentence, not a name or a word set apart.
_PREDICATE: Final = re.compile(r"[^\w\s]\s?[^\W\d_A-Z]")
_PRONOUNS: Final = (Speaker.SAME, Speaker.ITSELF)
_INVITES: Final = ",?!\u2026\u2014\u2013"
# How far a verb may stand behind a quotation, and how many sentences of a verb are looked at before it.
_NEAR: Final = 160
_FAR: Final = 600
_LAST_WORDS: Final = 40
_MOST_VERBS: Final = 4


class Read:
    """A run with all that is read off it once: quotations, sentences, names."""

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


class Speakers:
    """Follows an article and remembers who spoke last."""

    def __init__(self, reads: Sequence[Read], namer: Namer, clauses: Clauses) -> None:
        """Take the runs of an article."""
        self._reads = reads
        self._namer = namer
        self._clauses = clauses
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        self._of_run: dict[int, list[Verb]] = {}
        self._last_body = ORGANIZATION
        self._title_is_ours = True
        self.is_named: bool = any(mention.kind in (ORGANIZATION, HEAD) for read in reads for mention in namer.mentions(read.run.text))
        # The last speaker, where he last spoke, and up to where the article was read.
        self._speaker: Speaker | None = None
        self._spoke_in = -2
        # Whether the last speaker is nobody who could be `she`.
        self._is_body = False
        # Whether the sentence read last is of the organization.
        self._is_of_us = False
        self._seen = (0, 0)
        self._asked = (-1, 0, 0)
        self._empty = False

    def speaker(self, number: int, first: int, last: int) -> Speaker | None:
        """Return who speaks a quotation; None if nobody is said to. Quotations are asked for in their order.

        Args:
            number: Number of the run.
            first: Where the quotation starts, its mark included.
            last: What comes after it.
        """
        start, end = self._reads[number].sentence(first)
        end = max(end, self._reads[number].sentence(max(first, last - 1))[1])
        if self._quoted(number, last).endswith(("!", "?", "\u2026")):
            # `“Why?” he asked.` is one sentence, though it looks like two.
            end = max(end, self._reads[number].sentence(min(last + 1, len(self._reads[number].text)))[1])
        self._read_on(number, start)
        found = (
            self._after(number, last, end)
            or self._before(number, start, first)
            or self._predicate(number, start, first, last, end)
            or self._announced(number, start, first)
            or self._continued(number, start, end)
        )
        return self._remembered(found, number)

    def block_speaker(self, number: int, last: int) -> Speaker | None:
        """Return who speaks a block quotation: named in the line below it, or in the sentence above.

        Args:
            number: Number of its first run.
            last: Number of its last run.
        """
        self._read_on(number, 0)
        found = self._signed(last + 1) or self._announced(number, 0, 0, block=True)
        return self._remembered(found, number)

    def signature_speaker(self, number: int, start: int) -> Speaker | None:
        """Return who signs in the last lines of a run.

        Args:
            number: Number of the run.
            start: Where the signature starts.
        """
        read = self._reads[number]
        return self._remembered(self._clauses.announced(read.run.text, self.mentions(number), start, len(read.text)), number)

    def is_attribution(self, number: int, start: int, end: int) -> bool:
        """Tell whether what parts two quotations says who speaks, and no more: a second verb leads to other words.

        Args:
            number: Number of the run.
            start: Where the one ends, its mark included.
            end: Where the other starts.
        """
        text, mentions = self._reads[number].text, self.mentions(number)
        return bool(self._verbs(number, start, end)) and self._clauses.is_one(text, mentions, start, end)

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
            if comma >= 0 and start + verb.end - comma < _NEAR and len(text[start + verb.end : end].split()) < 12:
                return comma
        return end

    def mentions(self, number: int) -> tuple[Mention, ...]:
        """Return what a run names; of phrases that could mean any body only those that mean the organization.

        Args:
            number: Number of the run; runs are asked for in their order.
        """
        for each in range(len(self._mentions), number + 1):
            text = self._reads[each].run.text
            self._mentions[each] = tuple(self._resolved(text, self._namer.mentions(text)))
        return self._mentions[number]

    def _resolved(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        kept: list[Mention] = []
        for number, mention in enumerate(mentions):
            if mention.kind in (ORGANIZATION, BODY) and not self._namer.is_institution(mention, text):
                self._last_body = mention.kind
            if mention.kind == TITLE:
                beside = [each for each in mentions[max(0, number - 1) : number + 2] if each is not mention and _is_beside(each, mention)]
                if beside:
                    self._title_is_ours = any(each.kind in (ORGANIZATION, GENERIC, HEAD) for each in beside)
            if (mention.kind == GENERIC and self._last_body == BODY) or (mention.kind == TITLE and not self._title_is_ours):
                # The title of somebody else's head is a role like any other.
                kept.append(mention._replace(kind=ROLE))
            else:
                kept.append(mention)
        return kept

    def _after(self, number: int, last: int, end: int) -> Speaker | None:
        """Return who is said to speak behind a quotation."""
        text, mentions = self._reads[number].text, self.mentions(number)
        following = text.find(COVER, last, end)
        end = min(end if following < 0 else following, last + _NEAR)
        start = _JOINS.match(text, last).end()  # type: ignore[union-attr]
        bracketed = _BRACKETED.match(text, last, end)
        if bracketed:
            return _only_ours(self._clauses.announced(text, mentions, *bracketed.span(1)))
        invites = self._quoted(number, last).endswith(tuple(_INVITES)) or _COMMA.match(text, last)
        for verb in self._verbs(number, start, end)[:1]:
            between = self._clauses.letters(text, mentions, start, verb.start)
            if not between.strip("LC"):
                return self._clauses.after(text, mentions, verb.end, end) if text[verb.end : end].strip(" .,") else None
            if verb.leads or not invites or between[0] == "C":
                return None
            return self._clauses.before(text, mentions, start, verb.start)
        dash = _DASH.match(text, last, end)
        if dash:
            return _only_ours(self._clauses.announced(text, mentions, dash.end(), end))
        return None

    def _quoted(self, number: int, last: int) -> str:
        """Return the last words of a quotation, without its closing mark."""
        return self._reads[number].run.text[max(0, last - _LAST_WORDS) : last].rstrip("\"'\u2019\u201d\xbb\u201c ")

    def _before(self, number: int, start: int, first: int) -> Speaker | None:
        """Return who is said to speak in front of a quotation."""
        text, mentions = self._reads[number].text, self.mentions(number)
        start = max(start, first - _FAR)
        for verb in self._verbs(number, start, first)[: -_MOST_VERBS - 1 : -1]:
            if verb.leads:
                return self._clauses.after(text, mentions, verb.end, first)
            found = self._clauses.before(text, mentions, start, verb.start)
            if found is Speaker.OTHER and self._clauses.letters(text, mentions, start, verb.start)[-1:] in ("D", "P", "L"):
                # A noun that looks like a verb: `in reports`.
                continue
            if found is Speaker.OTHER and not self._clauses.letters(text, mentions, start, verb.start).strip("LC,"):
                # The verb goes first: `Said the chief of IOM:`.
                return self._clauses.after(text, mentions, verb.end, first)
            return found
        if text[start:first].rstrip().endswith(":"):
            return self._clauses.announced(text, mentions, start, first)
        return None

    def _predicate(self, number: int, start: int, first: int, last: int, end: int) -> Speaker | None:
        """Return who speaks a quotation that holds the verb of its sentence: `IOM “regrets the delay”`."""
        text, mentions = self._reads[number].text, self.mentions(number)
        if (
            first - start > _NEAR
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

    def _signed(self, number: int) -> Speaker | None:
        """Return who signs in a run of its own."""
        if number >= len(self._reads):
            return None
        read = self._reads[number]
        dash = _DASH.match(read.text)
        if dash is None and read.run.kind not in ("footer", "figcaption", "cite"):
            return None
        return self._clauses.announced(read.text, self.mentions(number), dash.end() if dash else 0, min(len(read.text), _NEAR))

    def _continued(self, number: int, start: int, end: int) -> Speaker | None:
        """Return who goes on to speak in a quotation that stands alone."""
        text = self._reads[number].text
        if self._spoke_in not in (number, number - 1) or not self._is_empty(number, start, end):
            return None
        if self._spoke_in == number or (self._spoke_in == number - 1 and not text[:start].strip()):
            return Speaker.SAME
        return None

    def _is_empty(self, number: int, start: int, end: int) -> bool:
        """Tell whether a sentence holds nothing but quotations; asked for each of them, it is read once."""
        if self._asked != (number, start, end):
            self._asked = (number, start, end)
            self._empty = _EMPTY.fullmatch(self._reads[number].text, start, end) is not None
        return self._empty

    def _remembered(self, found: Speaker | None, number: int) -> Speaker | None:
        if found is Speaker.ITSELF and self._is_of_us:
            found = Speaker.ORGANIZATION
        if found is Speaker.SAME and self._is_body:
            found = Speaker.OTHER
        if found in _PRONOUNS:
            found = self._speaker
        elif found is not None:
            self._is_body = False
        if found is Speaker.ORGANIZATION and not self.is_named:
            # `The agency` is whoever the article is about.
            return None
        if found is not None:
            self._speaker, self._spoke_in = found, number
        return found

    def _read_on(self, number: int, until: int) -> None:
        """Read the sentences up to a place for those who say something in them."""
        run, at = self._seen
        while run < number or (run == number and at < len(self._reads[run].sentences) and self._reads[run].sentences[at][1] <= until):
            sentences = self._reads[run].sentences
            if at < len(sentences):
                self._read_sentence(run, *sentences[at])
                at += 1
            else:
                run, at = run + 1, 0
        self._seen = (run, at)

    def _read_sentence(self, number: int, start: int, end: int) -> None:
        text, mentions = self._reads[number].text, self.mentions(number)
        self._is_of_us = COVER not in text[start:end] and self._clauses.is_ours(text, mentions, start, end)
        if COVER in text[start:end]:
            return
        if self._is_of_somebody(number, start):
            self._speaker, self._is_body = Speaker.OTHER, False
            return
        for verb in self._verbs(number, start, min(end, start + _FAR))[:1]:
            found = (
                self._clauses.after(text, mentions, verb.end, end)
                if verb.leads
                else self._clauses.before(text, mentions, start, verb.start)
            )
            if found not in _PRONOUNS:
                self._speaker = found
                self._is_body = found is Speaker.ORGANIZATION and self._clauses.is_body(text, mentions, start, min(end, start + _FAR))
            return
        person = self._clauses.subject(text, mentions, start, min(end, start + _NEAR))
        if person is not None:
            self._speaker, self._is_body = person, False

    def _is_of_somebody(self, number: int, start: int) -> bool:
        """Tell whether a sentence starts with somebody else's name: with an honorific, or a surname that was told before."""
        match = _NAMED.match(self._reads[number].text, start)
        if match is None or any(mention.start == match.start(2) for mention in self.mentions(number)):
            return False
        return match[1] is not None or match[2] in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The second of two capitalized words side by side, wherever that is no name of the organization or its head."""
        found: set[str] = set()
        for number, read in enumerate(self._reads):
            named = [(mention.start, mention.end) for mention in self.mentions(number)]
            for match in _PAIR.finditer(read.text):
                if not any(start <= match.start(1) < end for start, end in named):
                    found.add(match[1])
        return frozenset(found)

    def _verbs(self, number: int, start: int, end: int) -> list[Verb]:
        """Return the verbs of reporting in a range of a run; what is part of a name is none."""
        if number not in self._of_run:
            named = [(mention.start, mention.end) for mention in self.mentions(number)]
            found: list[Verb] = []
            for verb in self._clauses.verbs(self._reads[number].text):
                place = bisect_left(named, (verb.end,))
                if not place or named[place - 1][1] <= verb.start:
                    found.append(verb)
            self._of_run[number] = found
        verbs = self._of_run[number]
        first, last = (bisect_left(verbs, at, key=_start) for at in (start, end))
        return [verb for verb in verbs[first:last] if verb.end <= end]


def _start(verb: Verb) -> int:
    return verb.start


def _is_beside(one: Mention, other: Mention) -> bool:
    return -4 <= max(one.start, other.start) - min(one.end, other.end) <= 8 and one.kind != UMBRELLA


def _only_ours(found: Speaker) -> Speaker | None:
    return found if found is Speaker.ORGANIZATION else None
