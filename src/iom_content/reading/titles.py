"""Whether the first line of a text is its title, a paragraph or a part of one."""

from __future__ import annotations

import re
from typing import Final

from iom_content.language.folding import fold
from iom_content.language.lexicon import folded_words
from iom_content.reading.blocks import ends_sentence, is_phrase, is_salutation, starts_as

MAX_TITLE: Final = 250
"""Most code points a title may have."""
_NEXT_SENTENCE: Final = re.compile(r"[^\W\d_]{4}[.\u3002\u06d4]\s+([^\W\d_])")
_TELLING_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_TELLING: Final = 3
"""So many words with capitals are no accident."""
_ABBREVIATION: Final = re.compile(r"[A-Z]\.[A-Z]\.\Z")
_CUT: Final = re.compile(r"\s*(?:\u2026|\.{3})\Z")
_FULLER: Final = 3


def is_title(text: str, below: str) -> bool:
    """Tell whether the first line of a text is a title: no paragraph, no sentence, no part of one.

    Args:
        text: The line.
        below: The line after it, empty if there is none.

    Returns:
        True if it may stand as title.

    Example:
        >>> is_title("Remarks at the Harbour Cities Forum", "It is a pleasure to be here."), is_title("It is a pleasure to be here.", "")
        (True, False)
    """
    if not may_be_title(text) or text[-1] in ",;:":
        return False
    if ends_sentence(text):
        return text[-1] in "?!\u061f" or _ABBREVIATION.search(text) is not None or _CUT.search(text) is not None
    # A line that goes on in lower case below is the first of a wrapped paragraph.
    return not below[:1].islower()


def may_be_title(text: str) -> bool:
    """Tell whether a line can be a title where the form of the page shows that it is one: it may be a whole sentence.

    Args:
        text: The line.

    Returns:
        False for what is too long, holds several sentences, addresses the audience or belongs to a picture or footer.

    Example:
        >>> may_be_title("The harbour stays open."), may_be_title("We came late. It rained, and we stayed.")
        (True, False)
    """
    if len(text) > MAX_TITLE or not any(character.isalpha() for character in text) or is_salutation(text):
        return False
    if is_phrase(text, "delivery_notes") or starts_as(text, "captions") or starts_as(text, "footers"):
        return False
    return is_headline(text) or all(match[1].islower() for match in _NEXT_SENTENCE.finditer(text))


def is_headline(text: str) -> bool:
    """Tell whether a text is cased as headlines are, which no paragraph is: a capital on each word but the small ones.

    Args:
        text: A line.

    Returns:
        True if several of its words tell, and all of them do.

    Example:
        >>> is_headline("Every Harbour Needs a Second Door."), is_headline("Every harbour needs a second door.")
        (True, False)
    """
    words = [word for word in _TELLING_WORD.findall(text) if fold(word) not in folded_words("function_words")]
    return len(words) >= _TELLING and all(word[0].isupper() for word in words)


def is_cut_form(text: str, below: str) -> bool:
    """Tell whether a title is but the beginning of the line below, which then is its full form.

    Args:
        text: The title.
        below: The line after it.

    Returns:
        True if the line below starts with the same words, goes on, and is a title itself.

    Example:
        >>> is_cut_form("Harbour towns plan for the\u2026", "Harbour towns plan for the winter"), is_cut_form("Harbour", "Harbours")
        (True, False)
    """
    start = fold(_CUT.sub("", text))
    full = fold(below[: 2 * MAX_TITLE])
    if not start or not full.startswith(start) or len(full) < len(start) + _FULLER or not is_title(below, ""):
        return False
    return _CUT.search(text) is not None or not (full[len(start)].isalnum() and start[-1].isalnum()) or len(start) > MAX_TITLE // _FULLER
