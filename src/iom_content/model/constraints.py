"""What a field's value must satisfy beyond its type, declared once for every derivation.

A class in this room is its own declaration: annotations give the types, `checked(CONSTRAINT)` gives what the annotation
cannot say. The constructor's generated check, the fault collector, the JSON Schema, the Hypothesis strategies and the
field tables of the documentation all read it from there.

The values say `attr`, the older name of the same package: `attrs` would import six modules more on the way to a catalog,
which only pass its names on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

import attr

from iom_content.errors import InvalidValue, shown

# The blanks of `str.isspace`, spelled out because `\s` means something else in each dialect of regular expressions.
BLANKS: Final = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Slugs keep letters of every script; of ASCII only lower case letters and digits, and no blanks.
_NO_SLUG: Final = "".join(chr(point) for point in range(128) if not chr(point).isdigit() and not chr(point).islower())
_SLUG: Final = rf"[^\x00-/:-`{{-\x7f{BLANKS}]+(?:-[^\x00-/:-`{{-\x7f{BLANKS}]+)*"

# Characters that no address holds unescaped; blanks of other scripts apart.
_NO_ADDRESS: Final = bytes(range(33)) + b'"<>\\^`{|}\x7f'
_ADDRESS: Final = rf"https?://[^\x00-/:-@\[-`{{-\x7f{BLANKS}][^\x00- \x22<>\\^`{{|}}\x7f{BLANKS}]*"

# A well-formed tag of RFC 5646 that starts with the code of a language of ISO 639: language, its extensions, script, region, variants,
# extensions, private use. Tags for private use alone and those kept from before 2006 are left out: they tell no language.
_LANGUAGE: Final = (
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
)

MAX_INTEGER: Final = 2**53 - 1
"""Largest integer a record may hold: the largest that every JSON reader keeps exact."""

MAX_SECTION_DEPTH: Final = 32
"""How many levels of sections a tree may have."""


class Constraint:
    """A named demand on one value: a pattern for text, bounds for integers, a least count or distinctness for tuples.

    `pattern` is written in the dialect that Python, ECMAScript and Rust share, without anchors; it must match the whole
    text, a final line feed included. `accepts_text` is what Python runs in its stead, without the cost of compiling
    patterns at start-up; a property test holds the two equal. It refuses what every text must be free of as well: lone
    surrogates, which no encoding can carry.
    """

    __slots__ = ("accepts_text", "distinct", "expected", "least", "maximum", "minimum", "name", "pattern")
    name: str
    expected: str
    pattern: str | None
    minimum: int
    maximum: int
    least: int
    distinct: bool
    accepts_text: Callable[[str], bool]
    """Tells whether a text satisfies this constraint. A function, no method: each text of each record goes through it."""

    def __init__(
        self,
        name: str,
        expected: str,
        *,
        pattern: str | None = None,
        test: Callable[[str], bool] | None = None,
        minimum: int = 0,
        maximum: int = MAX_INTEGER,
        least: int = 0,
        distinct: bool = False,
    ) -> None:
        self.name = name
        self.expected = expected
        self.pattern = pattern
        self.minimum = minimum
        self.maximum = maximum
        self.least = least
        self.distinct = distinct
        self.accepts_text = test or _is_text

    def __repr__(self) -> str:
        return f"<Constraint {self.name}>"


def has_lone_surrogate(text: str) -> bool:
    """Tell whether `text` holds a code point that UTF-8 cannot carry."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _is_text(text: str) -> bool:
    return text.isascii() or not has_lone_surrogate(text)


def _is_nonblank(text: str) -> bool:
    return bool(text) and not text.isspace() and (text.isascii() or not has_lone_surrogate(text))


def _is_slug(text: str) -> bool:
    if text.isascii():
        return _are_words(text, "-")
    return all(map(_is_slug_word, text.split("-"))) and not has_lone_surrogate(text)


def _is_slug_word(word: str) -> bool:
    return bool(word) and all(character not in _NO_SLUG and not character.isspace() for character in word)


def _is_section_id(text: str) -> bool:
    slugs = text.split("/")
    return len(slugs) <= MAX_SECTION_DEPTH and all(map(_is_slug, slugs))


def _is_url(text: str) -> bool:
    scheme, _, rest = text.partition("://")
    if scheme not in ("http", "https") or (rest[:1].isascii() and not rest[:1].isalnum()):
        return False
    # `split` finds each blank of `isspace`, at the ends too, in the time that a loop takes for three characters.
    if not rest.isascii() and (len("".join(rest.split())) < len(rest) or has_lone_surrogate(rest)):
        return False
    octets = rest.encode()
    return len(octets.translate(None, _NO_ADDRESS)) == len(octets)


def _is_language(text: str) -> bool:
    # Nearly every tag is the bare code of a language: the wide pattern is compiled for others alone.
    if text.isascii() and text.isalpha():
        return len(text) in (2, 3)
    return text.replace("-", "").isalnum() and re.fullmatch(_LANGUAGE, text) is not None


def _is_name_key(text: str) -> bool:
    return text.isascii() and text[:1].isalpha() and _are_words(text, "_")


def _is_code(text: str) -> bool:
    return text.isascii() and text[:1].isalpha() and _are_words(text, "-")


def _are_words(text: str, joint: str) -> bool:
    """Tell whether ASCII text is lower-case letters and digits in words joined by single joints."""
    # Looks at the whole, each of them fast: records have more slugs than a loop over their words can afford.
    return joint * 2 not in f"{joint}{text}{joint}" and text.replace(joint, "").isalnum() and text == text.lower()


def _is_sha256(text: str) -> bool:
    return len(text) == _DIGEST and not text.strip(_HEXADECIMAL)


def _is_document_id(text: str) -> bool:
    return len(text) == _SHORT_DIGEST and not text.strip(_HEXADECIMAL)


def _is_partial_date(text: str) -> bool:
    parts = text.split("-")
    if not text.isascii() or [*map(len, parts)] != [4, 2, 2][: len(parts)] or not all(map(str.isdigit, parts)):
        return False
    return all(low <= part <= high for part, (low, high) in zip(parts, _DATE_BOUNDS, strict=False))


_HEXADECIMAL: Final = "0123456789abcdef"
_DIGEST: Final = 64
_SHORT_DIGEST: Final = 12
_DATE_BOUNDS: Final = (("0001", "9999"), ("01", "12"), ("01", "31"))


def _is_pointer(text: str) -> bool:
    if text and text[0] != "/":
        return False
    return _is_text(text) and ("~" not in text or all(rest[:1] in ("0", "1") for rest in text.split("~")[1:]))


TEXT: Final = Constraint("text", "text without lone surrogates")
NONBLANK: Final = Constraint("nonblank", "text that is not blank", test=_is_nonblank, pattern=rf"[{BLANKS}]*[^{BLANKS}][\s\S]*")
SLUG: Final = Constraint("slug", "a slug: lower-case letters and digits in words joined by single hyphens", test=_is_slug, pattern=_SLUG)
SECTION_ID: Final = Constraint(
    "section-id",
    f"a path of slugs joined by '/', at most {MAX_SECTION_DEPTH} of them",
    test=_is_section_id,
    pattern=rf"{_SLUG}(?:/{_SLUG}){{0,{MAX_SECTION_DEPTH - 1}}}",
)
NAME_KEY: Final = Constraint(
    "name-key", "a name of lower-case words joined by '_'", test=_is_name_key, pattern=r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
)
CODE: Final = Constraint("code", "a code of lower-case words joined by '-'", test=_is_code, pattern=r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LANGUAGE: Final = Constraint("language", "a BCP 47 language tag such as 'en' or 'pt-BR'", test=_is_language, pattern=_LANGUAGE)
URL: Final = Constraint("url", "an absolute http or https address", test=_is_url, pattern=_ADDRESS)
SHA256: Final = Constraint("sha256", "64 lower-case hexadecimal digits", test=_is_sha256, pattern=r"[0-9a-f]{64}")
DOCUMENT_ID: Final = Constraint("document-id", "12 lower-case hexadecimal digits", test=_is_document_id, pattern=r"[0-9a-f]{12}")
PARTIAL_DATE: Final = Constraint(
    "partial-date",
    "an ISO year, month or day such as '2023', '2023-09' or '2023-09-18'",
    test=_is_partial_date,
    pattern=r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?",
)
POINTER: Final = Constraint("pointer", "an RFC 6901 JSON Pointer", test=_is_pointer, pattern=r"(?:/(?:[^~/]|~[01])*)*")
INTEGER: Final = Constraint("integer", f"an integer from 0 to {MAX_INTEGER}")
AT_LEAST_ONE: Final = Constraint("at-least-one", "at least one element", least=1)
DISTINCT: Final = Constraint("distinct", "elements that all differ", distinct=True)
POSITIVE: Final = Constraint("positive", f"an integer from 1 to {MAX_INTEGER}", minimum=1)


def checked(constraint: Constraint | None = None, *, default: Any = attr.NOTHING, sparse: bool = False) -> Any:
    """Declare a field of a value class; the constraint applies to each element of a tuple, and to a value that is not None.

    A sparse field is written only where it is not None, so that files from before the field was added keep their bytes.
    """
    return _declared(constraint, default, sparse)


@lru_cache(maxsize=None, typed=True)
def _declared(constraint: Constraint | None, default: Any, sparse: bool) -> Any:  # noqa: FBT001 - it keys the cache
    # Fields that are declared alike share one declaration: attr makes of it what each class needs.
    metadata: dict[str, Any] = {} if constraint is None else {"constraint": constraint}
    return attr.field(default=default, metadata=metadata | ({"sparse": True} if sparse else {}))


def refuse(owner: object, pointer: str, expected: str, found: object) -> InvalidValue:
    """Build the error with which a constructor refuses `found` at `pointer`."""
    return InvalidValue(type(owner).__name__, pointer, expected, shown(found))
