"""The words of a language that a quotation must not touch, and what makes two words one.

Everything is decided on the keys of `words.tokens_of`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

import attrs

from iom_content.language.lexicon import Lexicon, lexicon, lexicons
from iom_content.language.words import tokens_of

__all__ = ["MODAL", "NEGATION", "NUMBER", "Guards", "guards_of_language"]

NEGATION: Final = "negation"
MODAL: Final = "modal"
NUMBER: Final = "number"

_LEAST_STEM: Final = 3
_COUNTING_MARKS: Final = frozenset("%\u2030\u066a$\u20ac\xa3\xa5\xbc\xbd\xbe")
# Letters that are also written as two, or without their stroke.
_LIGATURES: Final = str.maketrans({"\u0153": "oe", "\xe6": "ae", "\xdf": "ss", "\xf8": "o", "\u0142": "l", "\u0111": "d"})
# Letters of other scripts that look like Latin ones.
_LOOKALIKES: Final = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u0432\u043d\u043a\u043c\u0442\u03bf\u03b1\u03bd\u03c1\u03b9\u03ba\u03c4\u03c5\u03b7\u0131\u0261\u04cf\u03b2\u03b5\u03b6\u03bc\u03c7",
    "aeopcyxijsdqwbhkmtoavpiktuniglbezmx",
)


class Guard(NamedTuple):
    """What a guarded word stands for."""

    kind: str
    """`NEGATION`, `MODAL` or `NUMBER`."""
    word: str
    """The word itself, or the one it is a contraction of."""


class Guards:
    """The guarded words of one language, ready to look up by key; those of the same words are equal."""

    def __init__(self, words: Lexicon, *, known: bool = True) -> None:
        """Read the lists of a lexicon; `known` if they are those of the text's own language."""
        english = lexicon("en")
        self.words = words
        self.known = known
        """Whether the language has lists of its own; if not, any word may be one that ought to be guarded."""
        self.pronouns: frozenset[str] = frozenset(words.pronouns)
        self.determiners: frozenset[str] = frozenset(words.determiners)
        self.articles: frozenset[str] = frozenset(words.number_articles)
        self.joiners: frozenset[str] = frozenset(joiner for joiner, *_ in words.number_joiners)
        # Brackets hold words of who quotes, and that is often in English whatever is quoted.
        self.reporting: frozenset[str] = frozenset((*words.reporting_words, *english.reporting_words))
        self._editorial = frozenset(
            " ".join(token.key for token in tokens_of(phrase, words)) for phrase in (*words.editorial, *english.editorial)
        )
        self._guards: dict[str, tuple[Guard, ...]] = {
            **{word: (Guard(NUMBER, word),) for word in words.number_words},
            **{word: (Guard(MODAL, word),) for word in words.modals},
            **{word: (Guard(NEGATION, word),) for word in words.negations},
        }
        for word, *parts in words.contractions:
            self._guards[word] = tuple(guard for part in parts for guard in self._guards.get(part, ()))
        self._endings = tuple((ending, self._guards.get(part, ())) for ending, part in words.contraction_endings)
        # What is left of a contraction that stands by itself: `they ['ll] row`.
        self.bare_endings: dict[str, tuple[Guard, ...]] = {ending.lstrip("'"): guards for ending, guards in self._endings}
        self.half_negations: dict[str, frozenset[str]] = {word: frozenset(others) for word, *others in words.half_negations}
        """Words that deny beside others of their unit, as `plus` does in *il ne dort plus*."""
        self._functional = frozenset(
            (*words.function_words, *words.pronouns, *words.determiners, *words.connectives, *words.modals, *words.negations, *words.elided)
        ).union(words.possessive_endings)
        self._inflections = tuple(frozenset(row) for row in words.inflections)
        # Asked again and again of the same few words; a question's answer never changes.
        self.of: Callable[[str], tuple[Guard, ...]] = lru_cache(maxsize=_REMEMBERED)(self._of)
        self.are_close: Callable[[str, str], bool] = lru_cache(maxsize=_REMEMBERED)(self._are_close)
        self.of_one_stem: Callable[[str, str], bool] = lru_cache(maxsize=_REMEMBERED)(self._of_one_stem)
        self.is_respelled: Callable[[str, str], bool] = lru_cache(maxsize=_REMEMBERED)(self._is_respelled)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Guards) and (self.words, self.known) == (other.words, other.known)

    def __hash__(self) -> int:
        return hash(self.words.language)

    def _of(self, key: str) -> tuple[Guard, ...]:
        """Return what a word guards, nothing for most words."""
        known = self._guards.get(key)
        if known is not None:
            return known
        if any(character.isnumeric() for character in key) or key in _COUNTING_MARKS:
            return (Guard(NUMBER, key),)
        for ending, guards in self._endings:
            if key.endswith(ending):
                # The host may be guarded itself: `mustn't`.
                return (*self._guards.get(key[: -len(ending)], ()), *guards)
        return ()

    def kinds_of(self, key: str) -> set[str]:
        """Return as what a word by itself is guarded: `cannot` as a negation, though it holds a modal verb.

        Args:
            key: The word's key.
        """
        return _weightiest(self.of(key))

    def is_number(self, key: str) -> bool:
        """Tell whether a word is a number wherever it stands.

        Args:
            key: The word's key.
        """
        return any(guard.kind == NUMBER for guard in self.of(key))

    def in_bracket(self, key: str) -> tuple[Guard, ...]:
        """Return what a word guards in a bracket, where it may be English, or only the end of a contraction.

        Args:
            key: The word's key.
        """
        if key in self.half_negations:
            # Nobody can tell what an added word stands beside: when in doubt, it denies.
            return (Guard(NEGATION, key),)
        english = guards_of_language("en")
        return self.of(key) or english.bare_endings.get(key) or tuple(guard for guard in english.of(key) if guard.kind != NUMBER)

    def kinds_in_bracket(self, key: str) -> set[str]:
        """Return as what a word by itself is guarded in a bracket.

        Args:
            key: The word's key.
        """
        return _weightiest(self.in_bracket(key))

    def _are_close(self, first: str, second: str) -> bool:
        """Tell whether one of two words may stand for the other: both guarded alike, or one a part, a form or the denial of the other."""
        if {guard.kind for guard in self.of(first)} & {guard.kind for guard in self.of(second)}:
            return True
        short, long = sorted((first, second), key=len)
        if len(short) >= _LEAST_STEM and (long.startswith(short) or long.endswith(short)):
            return True
        return self.of_one_stem(first, second) or self.is_respelled(first, second) or self.denies(first, second)

    def is_content(self, key: str) -> bool:
        """Tell whether a word carries content; function words do not.

        Args:
            key: The word's key.
        """
        return key not in self._functional

    def is_editorial(self, keys: list[str]) -> bool:
        """Tell whether the words in a bracket are an editor's own remark.

        Args:
            keys: The keys of the words.
        """
        return " ".join(keys) in self._editorial

    def _of_one_stem(self, first: str, second: str) -> bool:
        """Tell whether two words are forms of one: they differ in an inflection alone."""
        if first == second:
            return True
        if first[:2] != second[:2] or not first.isalpha() or not second.isalpha() or self.of(first) or self.of(second):
            return False
        for size in range(_shared_start(first, second), -1, -1):
            ends = {first[size:], second[size:]}
            # planning, plan: the last letter of the stem is doubled.
            single = {end[1:] if end and end[0] == first[size - 1] else end for end in ends} if size else ends
            for row in self._inflections:
                if (ends <= row or single <= row) and size >= _LEAST_STEM - (1 if "" not in row else 0):
                    return True
        return False

    def denies(self, first: str, second: str) -> bool:
        """Tell whether one of two words denies the other: `able` and `unable`.

        Args:
            first: A word's key.
            second: Another word's key.
        """
        short, long = sorted((first, second), key=len)
        if len(short) < _LEAST_STEM:
            return False
        rests = [long[len(prefix) :] for prefix in self.words.negative_prefixes if long.startswith(prefix)]
        rests += [long[: -len(suffix)] for suffix in self.words.negative_suffixes if long.endswith(suffix)]
        return any(self.of_one_stem(rest, short) for rest in rests)

    def _is_respelled(self, first: str, second: str) -> bool:
        """Tell whether two words are one in two spellings: another accent, apostrophe, lookalike or pair of the lexicon."""
        one, other = _skeleton(first), _skeleton(second)
        if one == other:
            return bool(one)
        if one[:1] != other[:1] or abs(len(one) - len(other)) > _LONGEST_RESPELLING:
            return False
        return any(
            _swapped(one, other, _skeleton(a), _skeleton(b)) or _swapped(other, one, _skeleton(a), _skeleton(b))
            for a, b in self.words.spellings
        )


_REMEMBERED: Final = 20_000
_LONGEST_RESPELLING: Final = 3


@cache
def guards_of_language(language: str | None, *others: str) -> Guards:
    """Return the guards of a language; where it is unknown or has none, those of all languages together.

    Args:
        language: A BCP 47 tag; only its first part counts.
        *others: Tags of further languages that parts of the text are in; their words are guarded too.

    Example:
        >>> [guard.word for guard in guards_of_language("en").of("can't")]
        ['can', 'not']
        >>> guards_of_language("en", "fr").of("jamais")
        (Guard(kind='negation', word='jamais'),)
        >>> guards_of_language("sv").known
        False
    """
    held = {words.language: words for words in lexicons() if words.negations}
    wanted = dict.fromkeys(_base(tag) for tag in (language, *others))
    found = [held[base] for base in wanted if base in held]
    if len(found) == len(wanted):
        return Guards(_together(found[0], found) if others else found[0])
    return Guards(_together(Lexicon(language="und"), held.values()), known=False)


def _weightiest(guards: tuple[Guard, ...]) -> set[str]:
    kinds = {guard.kind for guard in guards}
    return {NEGATION} if NEGATION in kinds else kinds


def _base(language: str | None) -> str:
    return (language or "").split("-")[0].lower()


def _together(own: Lexicon, held: Iterable[Lexicon]) -> Lexicon:
    """Return a lexicon with the guarding words of several added: when in doubt, a word is guarded."""
    joined: dict[str, Any] = {name: tuple(dict.fromkeys(word for words in held for word in getattr(words, name))) for name in _LISTS}
    return attrs.evolve(own, **joined)


# Those that guard a word or find its edges; what a bracket may stand for is told in one language alone.
_LISTS: Final = (
    "function_words",
    "negations",
    "half_negations",
    "negative_prefixes",
    "negative_suffixes",
    "modals",
    "contractions",
    "contraction_endings",
    "elided",
    "reporting_words",
    "editorial",
    "number_words",
)


def _shared_start(first: str, second: str) -> int:
    for place, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return place
    return min(len(first), len(second))


@cache
def _strippable() -> re.Pattern[str]:
    return re.compile(r"[^\w]|_")


@lru_cache(maxsize=_REMEMBERED)
def _skeleton(key: str) -> str:
    """Return the bare letters of a word: no accents, strokes, joints or marks, ligatures apart, lookalikes made Latin."""
    spelled = unicodedata.normalize("NFKD", key)
    bare = "".join(character for character in spelled if not unicodedata.combining(character))
    return _strippable().sub("", bare.translate(_LOOKALIKES).translate(_LIGATURES))


def _swapped(one: str, other: str, a: str, b: str) -> bool:
    """Tell whether putting `b` for `a` at one place of a word gives the other."""
    place = one.find(a)
    while place != -1:
        if (place >= _LEAST_STEM or len(a) > _LEAST_STEM) and one[:place] + b + one[place + len(a) :] == other:
            return True
        place = one.find(a, place + 1)
    return False
