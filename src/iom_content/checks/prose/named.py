"""What the runs of an article name and report: whom phrases such as `the agency` mean there, and the verbs of reporting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from iom_content.checks.prose.clauses import Clauses
from iom_content.checks.prose.lettering import Verb
from iom_content.checks.prose.mentions import BODY, GENERIC, HEAD, ORGANIZATION, OWNED, ROLE, TITLE, UMBRELLA, Mention, Namer
from iom_content.checks.prose.reads import Read

__all__ = ["Named"]

_PAIR: Final = re.compile(r"(?<![\w.])[A-Z\xc0-\xde][^\W\d_]+\s+([A-Z\xc0-\xde][^\W\d_]+)")
_CAPITALIZED: Final = re.compile(r"(?<!\w)[A-Z\xc0-\xde][a-z\xdf-\xff]+(?!\w)")

# How many runs behind a name a phrase is no more read as that body.
_FAR: Final = 2
# How many words, a comma being one or part of one, may part who is named from what is his.
_MOST_LINKING: Final = 1
# How many characters before and behind the word for a body may be of its name.
_LONGEST_NAME: Final = 40
_LONGEST_END: Final = 16
_US: Final = ""
_OURS: Final = (ORGANIZATION, HEAD)


class Named:
    """Reads the runs of an article one after the other for what they name, each when it is first asked for."""

    def __init__(self, reads: Sequence[Read], namer: Namer, clauses: Clauses) -> None:
        """Take the runs of an article."""
        self._reads = reads
        self._namer = namer
        self._clauses = clauses
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        self._verbs: dict[int, list[Verb]] = {}
        # The runs where another body, and another's head, were named last with nothing of ours behind.
        self._body_in: int | None = None
        self._body = ""
        self._title_in: int | None = None
        text = "\n".join(read.run.text for read in reads)
        self._capitalized = frozenset(_CAPITALIZED.findall(text))
        self._found: list[tuple[Mention, ...]] = [
            tuple(mention for mention in namer.mentions(read.run.text) if not self._is_label(mention, read.run.text)) for read in reads
        ]
        self.is_ours: bool = any(mention.kind in _OURS for found in self._found for mention in found)
        """Whether the article names the organization or its head at all."""

    def _is_label(self, mention: Mention, text: str) -> bool:
        """Tell whether what looks like an acronym is the surname of who speaks: `LEE: …`, in an article that has `Lee` too."""
        named = text[mention.start : mention.end]
        return mention.kind == BODY and text[mention.end :][:1] == ":" and named.isupper() and named.capitalize() in self._capitalized

    def mentions(self, number: int) -> tuple[Mention, ...]:
        """Return what a run names; of phrases that could mean any body only those that mean the organization.

        Args:
            number: Number of the run; runs are asked for in their order.
        """
        for each in range(len(self._mentions), number + 1):
            self._mentions[each] = tuple(self._resolved(each, self._found[each]))
        return self._mentions[number]

    def verbs(self, number: int, start: int, end: int) -> list[Verb]:
        """Return the verbs of reporting in a range of a run; what is part of a name is none.

        Args:
            number: Number of the run.
            start: Where the range starts.
            end: Where it ends.
        """
        if number not in self._verbs:
            named = [(mention.start, mention.end) for mention in self.mentions(number)]
            found: list[Verb] = []
            for verb in self._clauses.verbs(self._reads[number].text):
                place = bisect_left(named, (verb.end,))
                if not place or named[place - 1][1] <= verb.start:
                    found.append(verb)
            self._verbs[number] = found
        verbs = self._verbs[number]
        first, last = (bisect_left(verbs, at, key=_start) for at in (start, end))
        return [verb for verb in verbs[first:last] if verb.end <= end]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The second of two capitalized words side by side, wherever that is no name of the organization or its head."""
        found: set[str] = set()
        for number, read in enumerate(self._reads):
            named = [(mention.start, mention.end) for mention in self.mentions(number)]
            for match in _PAIR.finditer(read.text):
                if not any(start <= match.start(1) < end for start, end in named):
                    found.add(match[1])
        return frozenset(found)

    def _resolved(self, run: int, mentions: Sequence[Mention]) -> list[Mention]:
        text = self._reads[run].run.text
        kept: list[Mention] = []
        for number, mention in enumerate(mentions):
            if mention.kind in (ORGANIZATION, BODY) and not self._namer.is_institution(mention, text):
                self._body_in = run if mention.kind == BODY else None
                self._body = text[max(0, mention.start - _LONGEST_NAME) : mention.end + _LONGEST_END]
            if mention.kind == TITLE:
                beside = [each for each in mentions[max(0, number - 1) : number + 2] if each is not mention and _is_beside(each, mention)]
                if beside:
                    self._title_in = None if any(each.kind in (ORGANIZATION, GENERIC, HEAD) for each in beside) else run
            if mention.kind == OWNED:
                # `Ann Lee, whose agency`, `the IOM chief, whose agency`: that of who is named right before.
                ours = kept and kept[-1].kind in (*_OURS, TITLE) and len(text[kept[-1].end : mention.start].split()) <= _MOST_LINKING
                kept.append(mention._replace(kind=GENERIC if ours else ROLE))
            elif (mention.kind == GENERIC and self._is_other(run, text[mention.start : mention.end])) or (
                mention.kind == TITLE and self._is_meant(self._title_in, run)
            ):
                # The title of somebody else's head is a role like any other.
                kept.append(mention._replace(kind=ROLE))
            else:
                kept.append(mention)
        return kept

    def _is_other(self, run: int, phrase: str) -> bool:
        """Tell whether a phrase such as `the agency` means another body, the one named last."""
        return self._is_meant(self._body_in, run) and self._namer.may_be(phrase, self._body)

    def _is_meant(self, named_in: int | None, run: int) -> bool:
        """Tell whether a phrase means another body: one named shortly before, or anywhere before in an article that is not on ours."""
        return named_in is not None and (run - named_in < _FAR or not self._is_subject)

    @cached_property
    def _is_subject(self) -> bool:
        """Whether the organization is the body named most often, or the first of those that are."""
        named: Counter[str] = Counter()
        for read, found in zip(self._reads, self._found, strict=True):
            for mention in found:
                if mention.kind in (*_OURS, BODY):
                    named[_US if mention.kind in _OURS else read.run.text[mention.start : mention.end]] += 1
        return named.most_common(1)[0][0] == _US


def _start(verb: Verb) -> int:
    return verb.start


def _is_beside(one: Mention, other: Mention) -> bool:
    return -4 <= max(one.start, other.start) - min(one.end, other.end) <= 8 and one.kind != UMBRELLA
