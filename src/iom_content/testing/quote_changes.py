"""Changes of official words, one for each kind of difference that can be planted in a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs

from iom_content.errors import MissingExtra
from iom_content.language.guards import MODAL, NEGATION, NUMBER, guards_of_language
from iom_content.language.words import tokens_of
from iom_content.model.quote_check import QuoteKind

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn
except ImportError:
    raise MissingExtra("testing", "hypothesis") from None

__all__ = ["ALTERED", "FAITHFUL", "Change", "Draft"]

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_BLANKS: Final = ("\n", "\r\n", "\xa0", "  ", "\u2009", "\n\n", "\t")
_ELLIPSES: Final = ("\u2026", "...", ". . .", "[\u2026]", "[...]", "(\u2026)", "(...)")
_BRACKETS: Final = ("[indeed]", "[local partners]", "[in 2020]", "[sic]", "[emphasis added]")
_STRANGERS: Final = ("walrus", "zeppelin", "marzipan", "harpsichord")


@attrs.define
class Draft:
    """Official words on their way to a quotation: chunks between blanks, with the blank after each."""

    chunks: list[str]
    blanks: list[str]
    free: set[int]
    """Chunks that nothing has been planted in or beside."""

    @property
    def text(self) -> str:
        """The quotation so far."""
        return "".join(chunk + blank for chunk, blank in zip(self.chunks, [*self.blanks, ""], strict=True))


def _taken(draw: DrawFn, draft: Draft, fits: Callable[[str], bool], reach: int = 1) -> int | None:
    """Draw a free chunk that fits, and keep it and those around it from further changes."""
    fitting = [index for index in sorted(draft.free) if fits(draft.chunks[index])]
    if not fitting:
        return None
    index = draw(st.sampled_from(fitting))
    draft.free -= set(range(index - reach, index + reach + 1))
    return index


def _recase(draw: DrawFn, draft: Draft, _: str) -> bool:
    index = _taken(draw, draft, lambda chunk: chunk.isascii() and chunk.upper() != chunk)
    if index is not None:
        draft.chunks[index] = draft.chunks[index].upper()
    return index is not None


def _retype(draw: DrawFn, draft: Draft, _: str) -> bool:
    index = _taken(draw, draft, lambda chunk: _WORD.search(chunk) is not None)
    if index is None:
        return False
    chunk = draft.chunks[index]
    swaps = [("\u2019", "'"), ("\u2019", "\u02bc"), ("\u2013", "\u2014"), ("-", "\u2011"), ("fi", "\ufb01"), ("o", "\uff4f")]
    usable = [swap for swap in swaps if swap[0] in chunk]
    plain = bool(draw(st.booleans()))
    if usable and plain:
        old, new = draw(st.sampled_from(usable))
        draft.chunks[index] = chunk.replace(old, new, 1)
        return True
    match = _WORD.search(chunk)
    assert match is not None, "the chunk was taken for its letters"
    ignorable = draw(st.sampled_from("\xad\u200b\u2060\ufeff\u200e\u200d"))
    place = match.start() + 2
    draft.chunks[index] = chunk[:place] + (ignorable if chunk[place].isascii() and chunk[place - 1].isascii() else "\xad") + chunk[place:]
    return True


def _reblank(draw: DrawFn, draft: Draft, _: str) -> bool:
    places = [
        index
        for index in sorted(draft.free)
        if index + 1 in draft.free and all(_has_letters(draft.chunks[at]) for at in (index, index + 1))
    ]
    if not places:
        return False
    index = draw(st.sampled_from(places))
    draft.blanks[index] = draw(st.sampled_from(_BLANKS))
    draft.free -= {index - 1, index, index + 1, index + 2}
    return True


def _has_letters(chunk: str) -> bool:
    return chunk[0].isalnum() and chunk[-1].isalnum()


def _elide(draw: DrawFn, draft: Draft, language: str) -> bool:
    """Leave out one to three words of which none is guarded, two words away from either end."""
    places = [
        (index, index + size)
        for size in (1, 2, 3)
        for index in range(2, len(draft.chunks) - size - 1)
        if set(range(index - 2, index + size + 2)) <= draft.free | {0, 1, len(draft.chunks) - 2, len(draft.chunks) - 1}
        and not any(_guarded(chunk, language) or not _has_letters(chunk) for chunk in draft.chunks[index - 1 : index + size + 1])
        and {0, 1} & draft.free
    ]
    if not places:
        return False
    first, last = draw(st.sampled_from(places))
    draft.chunks[first:last] = [draw(st.sampled_from(_ELLIPSES))]
    draft.blanks[first:last] = [" "]
    shift = last - first - 1
    draft.free = {index - shift if index >= last else index for index in draft.free if not first - 2 <= index < last + 2}
    return True


def _interpolate(draw: DrawFn, draft: Draft, _: str) -> bool:
    index = _taken(draw, draft, _has_letters, 2)
    if index is None or not _has_letters(draft.chunks[index - 1]):
        return False
    draft.chunks.insert(index, draw(st.sampled_from(_BRACKETS)))
    draft.blanks.insert(index, " ")
    draft.free = {place + 1 if place >= index else place for place in draft.free}
    return True


def _guarded(chunk: str, language: str) -> bool:
    guards = guards_of_language(language)
    return any(guards.of(token.key) or token.key in guards.articles for token in tokens_of(chunk, guards.words))


def _renumber(draw: DrawFn, draft: Draft, language: str) -> bool:
    guards = guards_of_language(language)
    index = _taken(draw, draft, lambda chunk: any(guard.kind == NUMBER for guard in guards.of(chunk.casefold())))
    if index is None:
        return False
    chunk = draft.chunks[index]
    draft.chunks[index] = str(int(chunk) + draw(st.integers(1, 9))) if chunk.isdecimal() else "77"
    return True


def _negate(draw: DrawFn, draft: Draft, language: str) -> bool:
    word = draw(st.sampled_from([each for each in guards_of_language(language).words.negations if each.isalpha()]))
    return _insert(draw, draft, word)


def _modalize(draw: DrawFn, draft: Draft, language: str) -> bool:
    return _insert(draw, draft, draw(st.sampled_from(guards_of_language(language).words.modals)))


def _remodal(draw: DrawFn, draft: Draft, language: str) -> bool:
    """Change a modal verb for another, or add one."""
    guards = guards_of_language(language)
    index = _taken(draw, draft, lambda chunk: any(guard.kind == MODAL for guard in guards.of(chunk)))
    if index is None:
        return _modalize(draw, draft, language)
    draft.chunks[index] = draw(st.sampled_from([each for each in guards.words.modals if each != draft.chunks[index]]))
    return True


def _unnegate(draw: DrawFn, draft: Draft, language: str) -> bool:
    """Drop a negation, or add one."""
    guards = guards_of_language(language)
    index = _taken(draw, draft, lambda chunk: any(guard.kind == NEGATION for guard in guards.of(chunk)))
    if index is None:
        return _negate(draw, draft, language)
    del draft.chunks[index]
    del draft.blanks[index]
    draft.free = {place - 1 if place > index else place for place in draft.free}
    return True


def _insert(draw: DrawFn, draft: Draft, word: str) -> bool:
    index = _taken(draw, draft, _has_letters)
    if index is None:
        return False
    draft.chunks.insert(index, word)
    draft.blanks.insert(index, " ")
    draft.free = {place + 1 if place >= index else place for place in draft.free}
    return True


def _reword(draw: DrawFn, draft: Draft, language: str) -> bool:
    """Put a strange word in the place of another, or add it."""
    stranger = draw(st.sampled_from(_STRANGERS))
    index = _taken(draw, draft, lambda chunk: chunk.isalpha() and not _guarded(chunk, language))
    if index is None or draw(st.booleans()):
        return _insert(draw, draft, stranger)
    draft.chunks[index] = stranger
    return True


def _respell(draw: DrawFn, draft: Draft, language: str) -> bool:
    """Drop an apostrophe or hyphen inside a word, or put a lookalike into it."""
    index = _taken(
        draw, draft, lambda chunk: re.fullmatch(r"[a-z]+[\u2019'-][a-z]+", chunk) is not None or (chunk.isalpha() and "o" in chunk)
    )
    if index is None or _guarded(draft.chunks[index], language):
        return False
    chunk = draft.chunks[index]
    joint = re.search(r"[\u2019'-]", chunk)
    draft.chunks[index] = chunk.replace("o", "\u043e", 1) if joint is None else chunk.replace(joint[0], "")
    return True


def _repunctuate(draw: DrawFn, draft: Draft, _: str) -> bool:
    """Add a comma after a word, or drop one."""
    index = _taken(draw, draft, lambda chunk: chunk[-1].isalpha() or (chunk[-1] == "," and chunk[:-1].isalpha()))
    if index is None:
        return False
    chunk = draft.chunks[index]
    draft.chunks[index] = chunk[:-1] if chunk[-1] == "," else f"{chunk},"
    return True


Change = Callable[[DrawFn, Draft, str], bool]
"""Plants a difference in a draft of a language; False if there is no place for it."""

FAITHFUL: Final[dict[QuoteKind, Change]] = {
    QuoteKind.CASE: _recase,
    QuoteKind.TYPOGRAPHY: _retype,
    QuoteKind.WHITESPACE: _reblank,
    QuoteKind.ELISION: _elide,
    QuoteKind.INTERPOLATION: _interpolate,
}
"""The changes that are permitted inside a quotation."""
ALTERED: Final[dict[QuoteKind, Change]] = {
    QuoteKind.NUMBER: _renumber,
    QuoteKind.NEGATION: _unnegate,
    QuoteKind.MODAL: _remodal,
    QuoteKind.WORD: _reword,
    QuoteKind.SPELLING: _respell,
    QuoteKind.INNER_PUNCTUATION: _repunctuate,
}
"""The changes that are never permitted."""
