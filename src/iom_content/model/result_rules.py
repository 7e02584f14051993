"""Demands that bind several fields of one result: as for the values of a dataset, each is stated once, here.

They stand apart from those so that loading a dataset does not pay for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from iom_content.model.rules import Broken, day_exists


def asked_day_exists(check: Any) -> Iterable[Broken]:
    """The day asked about exists in the calendar."""
    return day_exists(check, "on")


def kinds_are_those_of_differences(check: Any) -> Iterator[Broken]:
    """The kinds of a check are those of its differences, sorted."""
    kinds = [None if difference is None else difference.kind for difference in check.differences]
    known = sorted({kind for kind in kinds if kind is not None})
    if None not in kinds and check.kinds != tuple(known):
        yield Broken("kinds", "/kinds", f"the sorted kinds of the differences ({', '.join(known) or 'none'})", check.kinds)


def verdict_has_its_figure(check: Any) -> Iterator[Broken]:
    """A verdict other than unknown has the figure that decided it, of the name asked about; only a stale one has a dated past one."""
    verdict = None if check.verdict is None else check.verdict.value
    if check.figure is None and verdict in {"confirmed", "compatible", "contradicted"}:
        yield Broken("figure-missing", "/figure", f"the figure of a number that is {verdict}", None)
    if verdict is not None and (check.past is None) is (verdict == "stale"):
        found = None if check.past is None else check.past.value
        yield Broken("past-figure", "/past", "a figure for a stale number, and for no other", found)
    for pointer, figure in (("/figure", check.figure), ("/past", check.past)):
        if figure is not None and None not in (figure.name, check.name) and figure.name != check.name:
            yield Broken("figure-name", f"{pointer}/name", f"the name asked about, '{check.name}'", figure.name)
    if check.past is not None and check.past.as_of is None:
        yield Broken("past-undated", "/past/as_of", "the date of a figure of the past", None)


def change_has_the_sides_of_its_kind(change: Any) -> Iterator[Broken]:
    """What was added has no old side, what was removed no new one; all else has both."""
    kind = None if change.kind is None else change.kind.value
    if kind is None:
        return
    for side, without in (("old", "added"), ("new", "removed")):
        for name in (f"{side}_pointer", side):
            found = getattr(change, name)
            if (found is None) is not (kind == without):
                yield Broken("change-side", f"/{name}", f"{'nothing' if kind == without else 'a text'} for what was {kind}", found)


def edits_spell_both_sides(change: Any) -> Iterator[Broken]:
    """The edits of a change, if there are any, spell its old and its new text, each at its place."""
    said = {"old": "", "new": ""}
    for index, edit in enumerate(change.edits):
        if edit is None or None in (edit.kind, edit.text):
            return
        for side, other in (("old", "added"), ("new", "removed")):
            start, end = len(said[side]), len(said[side]) + (0 if edit.kind.value == other else len(edit.text))
            found = (getattr(edit, f"{side}_start"), getattr(edit, f"{side}_end"))
            if found != (start, end) and None not in found:
                yield Broken("edit-place", f"/edits/{index}/{side}_start", f"the place from {start} to {end}", found)
            said[side] += edit.text if end > start else ""
    for side, text in said.items():
        whole = getattr(change, side)
        if change.edits and whole is not None and whole != text:
            yield Broken("edits-differ", f"/{side}", f"the text that the edits spell, {text!r}", whole)


def words_lie_in_their_text(hit: Any) -> Iterator[Broken]:
    """The words of a hit lie in its text, in order, none upon another."""
    if hit.block_text is None:
        return
    before = 0
    for index, span in enumerate(hit.spans):
        if span is None or span.start is None or span.end is None:
            return
        if span.start < before or span.end > len(hit.block_text):
            expected = f"a span from {before} to {len(hit.block_text)}, the words in order"
            yield Broken("words-outside", f"/spans/{index}", expected, f"{span.start}-{span.end}")
            return
        before = span.end


def snippet_is_of_its_text(hit: Any) -> Iterator[Broken]:
    """The snippet of a hit stands in its text where it says."""
    if None not in (hit.block_text, hit.snippet, hit.snippet_start) and not hit.block_text.startswith(hit.snippet, hit.snippet_start):
        yield Broken("snippet-elsewhere", "/snippet", f"what stands in block_text at {hit.snippet_start}", hit.snippet)


def line_is_its_text(line: Any) -> Iterator[Broken]:
    """A line joins back to the text it was taken from."""
    if None in (line.block_text, line.left, line.match, line.right, line.start, line.end):
        return
    first = line.start - len(line.left)
    whole = f"{line.left}{line.match}{line.right}"
    if first < 0 or line.end != line.start + len(line.match) or not line.block_text.startswith(whole, first):
        yield Broken("line-elsewhere", "/match", f"what stands in block_text from {line.start} to {line.end}", line.match)
