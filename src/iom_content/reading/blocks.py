"""What each block of a statement is, judged by its own words and by the lines beside it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from iom_content.language.folding import fold
from iom_content.language.lexicon import folded_words, lexicons
from iom_content.model.kinds import BlockKind

_STOPS: Final = ".!?\u2026:\u3002\uff01\uff1f\uff1a\u061f\u06d4\u0964"
_CLOSERS: Final = "\"'\u201d\u2019\u00bb\u203a)]\u300d\u300f*"
_QUOTES: Final = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u00bb": "\u00ab"}
_BULLET: Final = re.compile(r"(?:[-*\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\u00b7\u2013\u2014]|o(?=\s))\s+(?=\S)")
_NUMBERED: Final = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}\.|[a-z]\.)\s+(?=\S)")
_ROMAN: Final = re.compile(r"[IVXLC]{1,6}\.\s+(?=\S)")
_RULE: Final = re.compile(r"[*#_=~\u2013\u2014-]{3,}|(?:\*\s*){3,}")
_MEDIA: Final = re.compile(
    r"\[\[?\{.*\}\]?\]|\{\{.*\}\}|\[/?(?:video|audio|image|embed|caption|gallery|media|iframe)\b[^\]]*\].*"
    r"|<?/?(?:[a-z]{1,10}\s+)?(?:[a-z-]{2,20}=\"[^\"]*\"\s*)+/?>?|https?://\S+\.(?:jpe?g|png|gif|webp|mp4|mp3|svg)",
    re.IGNORECASE | re.DOTALL,
)
_MEDIA_ENDS: Final = ']}>"gpf43GPF'
_COMMAS: Final = ",\u060c\uff0c"
_WORD: Final = re.compile(r"[^\W_]+")
_HEAD: Final = 48
_YEAR: Final = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")

MAX_HEADING: Final = 100
"""Most code points a heading may have."""
MAX_SALUTATION: Final = 250
"""Most code points a salutation may have."""
_ADDRESS: Final = 4
"""Most words of one address among those of a salutation."""


def marker_length(text: str) -> int:
    """Return how many code points at the start of a line are a list marker and the blanks after it.

    Args:
        text: A line's text.

    Returns:
        The length; 0 if there is no marker with something after it.

    Example:
        >>> marker_length("- First, the harbours"), marker_length("12) Second"), marker_length("2023 was a year")
        (2, 4, 0)
    """
    match = _BULLET.match(text) or _NUMBERED.match(text)
    return 0 if match is None else match.end()


def is_bulleted(text: str) -> bool:
    r"""Tell whether a line starts with a list marker that is no number.

    Example:
        >>> is_bulleted("\u2022 ports"), is_bulleted("1. ports")
        (True, False)
    """
    return _BULLET.match(text) is not None


def is_numbered(text: str) -> bool:
    """Tell whether a line starts with the Roman number of a part.

    Example:
        >>> is_numbered("II. The road"), is_numbered("I saw the road.")
        (True, False)
    """
    return _ROMAN.match(text) is not None


def ends_sentence(text: str) -> bool:
    r"""Tell whether a text ends as sentences do, closing quotes and brackets aside.

    Example:
        >>> ends_sentence("Let us act.\u201d"), ends_sentence("Let us ac")
        (True, False)
    """
    # French sets a blank before its closing quote.
    return text.rstrip(_CLOSERS + " \xa0\u202f")[-1:] in tuple(_STOPS)


def is_rule(text: str) -> bool:
    """Tell whether a line is drawn, not written.

    Example:
        >>> is_rule("***"), is_rule("-")
        (True, False)
    """
    return _RULE.fullmatch(text) is not None


def starts_as(text: str, field: str) -> bool:
    """Tell whether a text starts with a phrase of the lexicons, as whole words.

    Args:
        text: A line's text.
        field: Name of the lexicons' list.

    Returns:
        True if one of the phrases in any language opens it.

    Example:
        >>> starts_as("Excellencies, dear colleagues,", "salutations"), starts_as("Friendship lasts", "salutations")
        (True, False)
    """
    return _may_open(text, field) and _starts(field).match(fold(text[:MAX_HEADING])) is not None


def is_phrase(text: str, field: str) -> bool:
    """Tell whether a text is a phrase of the lexicons, brackets and a last stop aside.

    Example:
        >>> is_phrase("(Check against delivery)", "delivery_notes")
        True
    """
    if len(text) > MAX_HEADING or not _may_open(text, field):
        return False
    folded = fold(text)
    return folded in folded_words(field) or folded.strip("()[]*_.,!:; ") in folded_words(field)


def is_salutation(text: str) -> bool:
    """Tell whether a line addresses the audience and says nothing else.

    Example:
        >>> is_salutation("Madam Chair, dear colleagues,"), is_salutation("Dear colleagues, we meet at a time of change.")
        (True, False)
    """
    if len(text) > MAX_SALUTATION or not starts_as(text, "salutations"):
        return False
    if text[-1] in _COMMAS:
        return True
    # Without a comma at the end each part must itself be an address: `Excellencies, dear friends.` but no whole sentence.
    return all(starts_as(part, "salutations") and len(part.split()) <= _ADDRESS for part in text.split(","))


def opens_with_address(text: str, below: str) -> bool:
    """Tell whether the first block of a text is an address by its form: short, closed by a comma, with a sentence of its own below.

    Example:
        >>> opens_with_address("Keepers of the lamp,", "It is late."), opens_with_address("It rained,", "and we stayed.")
        (True, False)
    """
    return len(text) <= MAX_HEADING and text[0].isalpha() and text[-1] in _COMMAS and below[:1].isalpha() and not below[:1].islower()


def is_quotation(text: str) -> bool:
    r"""Tell whether a text is one quotation from first to last.

    Example:
        >>> is_quotation("\u201cA berth is a promise.\u201d"), is_quotation("\u201cYes,\u201d she said, \u201cgo.\u201d")
        (True, False)
    """
    closers = _QUOTES.get(text[0])
    if closers is None:
        return False
    body = text[1:].rstrip(".,")
    return len(body) > 1 and body[-1] in closers and not any(closer in body[:-1] for closer in closers)


def is_media(text: str) -> bool:
    r"""Tell whether a line is what a player, picture or shortcode left behind in the text.

    Example:
        >>> is_media('[[{"fid":"48213","type":"media"}]]'), is_media("[Applause]")
        (True, False)
    """
    return text[-1] in _MEDIA_ENDS and _MEDIA.fullmatch(text) is not None


def is_heading(text: str, below: str, above: str = "") -> bool:
    """Tell whether a line names what follows: short, without a sentence's end, above something longer or a list.

    Args:
        text: The line's text.
        below: The text after it, empty if it is the last.
        above: The text before it, empty if it is the first.

    Returns:
        True if it is a heading.

    Example:
        >>> is_heading("II. Three requests", "1. Publish the data of each quay."), is_heading("Thank you", "")
        (True, False)
    """
    if not below or len(text) > MAX_HEADING or ends_sentence(text) or text[-1] in ",;\u2013\u2014-" or text[0].islower():
        return False
    if not any(character.isalpha() for character in text) or _is_dated(text):
        return False
    if is_numbered(text):
        return not is_numbered(below) and not is_numbered(above)
    if _NUMBERED.match(text):
        alone = not _NUMBERED.match(below) and not _NUMBERED.match(above)
        return alone and (is_bulleted(below) or ends_sentence(below))
    return bool(marker_length(below)) or len(below) > len(text) or is_salutation(below)


def _is_dated(text: str) -> bool:
    """Tell whether a short line holds a day or a month with a year: it dates the text and names nothing."""
    return _YEAR.search(text) is not None and not _months().isdisjoint(re.findall(r"\w+", fold(text)))


def _may_open(text: str, field: str) -> bool:
    """Tell at little cost whether the first word of a text is one that opens a phrase; else no phrase can match."""
    openers = _openers(field)
    word = _first_word(text[:_HEAD])
    return word in openers or (None in openers and not text[:1].isalnum())


@lru_cache(maxsize=256)
def _first_word(head: str) -> str | None:
    # Most lines of most pages are ASCII or asked about several times in a row.
    match = _WORD.search(head.lower() if head.isascii() else fold(head))
    return None if match is None else match[0]


@cache
def _openers(field: str) -> frozenset[str | None]:
    return frozenset(_first_word(phrase) for phrase in folded_words(field))


@cache
def _months() -> frozenset[str]:
    return frozenset(fold(name) for words in lexicons() for names in words.months for name in names)


@cache
def _starts(field: str) -> re.Pattern[str]:
    phrases = sorted(folded_words(field), key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(phrase) + (r"(?!\w)" if phrase[-1:].isalnum() else "") for phrase in phrases) + ")")


def kind_of(text: str, below: str, above: str = "") -> BlockKind:
    """Return what a block above the footer is.

    Args:
        text: Its text, list marker included.
        below: The text of the block after it, empty if it is the last.
        above: The text of the block before it, empty if it is the first.

    Returns:
        The first kind whose signs it bears; a paragraph if it bears none.

    Example:
        >>> kind_of("- First, the harbours", "")
        <BlockKind.LIST_ITEM: 'list_item'>
    """
    # The order decides: a numbered heading bears the sign of a list too, and no bulleted line is a heading.
    if is_phrase(text, "delivery_notes"):
        return BlockKind.DELIVERY_NOTE
    first = not above or is_phrase(above, "delivery_notes")
    if is_salutation(text) or (first and opens_with_address(text, below)):
        return BlockKind.SALUTATION
    if starts_as(text, "captions"):
        return BlockKind.CAPTION
    if is_media(text):
        return BlockKind.MEDIA
    if is_quotation(text):
        return BlockKind.QUOTATION
    if is_bulleted(text):
        return BlockKind.LIST_ITEM
    if is_heading(text, below, above):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if marker_length(text) else BlockKind.PARAGRAPH
