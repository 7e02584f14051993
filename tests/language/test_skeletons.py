"""Skeletons; tests/browser holds them against a browser's collation."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iom_content.language.skeletons import skeleton


@pytest.mark.parametrize(
    ("text", "bones"),
    [
        ("", ""),
        ("Low-cost, “open” ports!", "lowcostopenports"),
        ("ÉTÉ e\u0301te\u0301", "eteete"),
        ("Straße STRASSE", "strassestrasse"),
        ("œuvre Æsir ﬁn", "oeuvreaesirfin"),
        ("Łódź Đà Nẵng øl ħ ŧ ĸ", "lodzdanangolhtq"),
        ("ð ı İ", "dii"),
        ("½ ① ٣ ３ ४ Ⅳ", "121334iv"),
        ("ὈΔΥΣΣΕΎΣ ὀδυσσεύς ᾳ", "οδυσσευσοδυσσευσα"),
        ("Ґанок ганок ёж", "ганокганокеж"),
        ("מלך שלום בן כף ארץ", "מלכשלומבנכפארצ"),
        ("أحمد آدم مدرسة على ٴ مـرحبا", "احمدادممدرسهعليءمرحبا"),
        ("カタカナ ひらがな ガ ァ っ ㌔", "かたかなひらかなかあつきろ"),
        ("港口 한국", "港口" + unicodedata.normalize("NFKD", "한국")),
        ("a\u00ad\u200b\u200f\x00b", "ab"),
        ("🚢 $ + © —", ""),
    ],
)
def test_a_skeleton_has_letters_and_digits_alone(text: str, bones: str) -> None:
    """Without case, accents, ligatures, marks, and without the forms that one letter or digit has."""
    assert skeleton(text) == bones


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_skeletons_join(left: str, right: str) -> None:
    """Law: the skeleton of two texts joined is that of each, joined."""
    assert skeleton(left + right) == skeleton(left) + skeleton(right)


@given(st.text(st.characters(codec="utf-8")))
def test_composing_does_not_change_a_skeleton(text: str) -> None:
    """Law: composed, decomposed and compatible forms of a text have one skeleton."""
    assert skeleton(unicodedata.normalize("NFC", text)) == skeleton(unicodedata.normalize("NFKD", text)) == skeleton(text)
