"""Answers of `check_quote` as text: what differs, in words and marked in both texts."""

from __future__ import annotations

import iom_content as iom

WORDS = "The keepers mend two old nets, and the ferry leaves the small pier at dawn."


def shown(quote: str, language: str = "en") -> str:
    """Check a quotation of the only statement there is, and write the answer."""
    block = iom.Block(kind=iom.BlockKind.PARAGRAPH, text=WORDS)
    statement = iom.Statement(id="harbour", organization="iom", language=language, blocks=(block,))
    catalog = iom.Catalog(statements=iom.Lookup("statement", {"harbour": statement}))
    return iom.dumps(iom.check_quote(quote, catalog=catalog), "text")


def test_a_word_in_place_of_another_is_marked_in_both() -> None:
    """Braces stand around both, and a line says which for which."""
    text = shown("the ferry leaves the large pier at dawn")
    assert "the ferry leaves the {large} pier at dawn" in text
    assert "the ferry leaves the {small} pier at dawn" in text
    assert "'large' for 'small'" in text


def test_words_left_out_and_added_are_called_so() -> None:
    """What stands on one side alone is told as left out or added."""
    assert "'old' left out" in shown("The keepers mend two nets, and the ferry leaves")
    assert "'red' added" in shown("the red ferry leaves the small pier at dawn")


def test_notes_are_told_in_words() -> None:
    """Each note has a sentence of its own; that on the languages held names them."""
    assert "A number stands right before the first quoted word" in shown("old nets, and the ferry leaves")
    assert "no lists of guarded words" in " ".join(shown("the ferry leaves … pier at dawn", "sv").split())
    text = shown("Les gardiens ne peuvent pas partir avec les filets.")
    assert "nothing is ever translated" in " ".join(text.split())
    assert "Languages held: en." in text


def test_neighbours_share_their_braces() -> None:
    """Differences that touch are marked as one."""
    check = iom.QuoteCheck(
        quote="red boats wait here",
        verdict=iom.QuoteVerdict.ALTERED,
        kinds=(iom.QuoteKind.WORD,),
        differences=tuple(
            iom.Difference(kind=iom.QuoteKind.WORD, quoted=quoted, quoted_start=start, quoted_end=end, official="")
            for quoted, start, end in (("red ", 0, 4), ("boats", 4, 9), ("here", 15, 19))
        ),
    )
    assert "{red boats} wait {here}" in iom.dumps(check, "text")
