"""How two spellings of the same words differ: in case, typography or blanks, token by token."""

from __future__ import annotations

from typing import Final

from iom_content.language.words import DASH, Token, typographic
from iom_content.model.quote_check import QuoteKind

__all__ = ["kinds_of_blanks", "kinds_of_spellings"]

# French sets these off by a blank, English does not.
_SPACED_MARKS: Final = frozenset(":;!?%\u00bb\u203a")
_OPENING_MARKS: Final = frozenset("\u00ab\u2039")
_CLOSING_MARKS: Final = frozenset(".,)]\"'") | _SPACED_MARKS


def kinds_of_spellings(quoted: str, official: str) -> list[QuoteKind]:
    r"""Return how the spellings of two tokens of one key differ.

    Args:
        quoted: The token as quoted.
        official: The token as official.

    Example:
        >>> [kind.value for kind in kinds_of_spellings("LET'S", "Let\u2019s")]
        ['case', 'typography']
    """
    if quoted == official:
        return []
    one, other = typographic(quoted), typographic(official)
    if one.lower() != other.lower():
        # Marks of one key: dashes, quotation marks.
        return [QuoteKind.TYPOGRAPHY]
    cased = one != other
    # Without a difference in case all that is left is typography; beside one, what does not go away with it.
    typed = not cased or ((one, other) != (quoted, official) and quoted.lower() != official.lower())
    return [kind for kind, found in ((QuoteKind.CASE, cased), (QuoteKind.TYPOGRAPHY, typed)) if found]


def kinds_of_blanks(quoted: str, official: str | None, before: Token, after: Token) -> QuoteKind | None:
    """Return how what stands between two adjacent tokens differs.

    Args:
        quoted: What stands between them in the quotation: blanks, ignorable characters, footnote marks.
        official: What stands there in the official text; None for the break between two blocks.
        before: The token before, as official.
        after: The token after.

    Returns:
        A permitted kind, `INNER_PUNCTUATION` if a blank is missing that parts the words, or None.
    """
    if quoted == official:
        return None
    blank = _blank(quoted)
    if official is None:
        return QuoteKind.WHITESPACE if blank else QuoteKind.INNER_PUNCTUATION
    usual = _blank(official)
    if blank == usual:
        return QuoteKind.TYPOGRAPHY
    if DASH in (before.key, after.key):
        broken = "\n" in blank or "\r" in blank
        return QuoteKind.TYPOGRAPHY if not broken and bool(blank) != bool(usual) else QuoteKind.WHITESPACE
    if blank and usual:
        return QuoteKind.WHITESPACE
    if blank:
        added = after.key in _CLOSING_MARKS or before.key in _OPENING_MARKS or not (before.word and after.word)
        return QuoteKind.WHITESPACE if added else QuoteKind.INNER_PUNCTUATION
    dropped = after.key in _SPACED_MARKS or before.key in _OPENING_MARKS
    return QuoteKind.WHITESPACE if dropped else QuoteKind.INNER_PUNCTUATION


def _blank(text: str) -> str:
    return "".join(character for character in text if character.isspace())
