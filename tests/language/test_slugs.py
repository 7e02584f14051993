"""Slugs of any text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iom_content.language.slugs import slug
from iom_content.model.constraints import SLUG


@given(st.text(min_size=0, max_size=40))
@example("\u212a")
@example("\u0345")
@example("\u0130\u0307")
@example("\U0001d400")
@example("\u2460\ufe0f")
def test_every_slug_is_one(text: str) -> None:
    """Whatever the text, its slug satisfies the constraint, and is its own slug."""
    assert SLUG.accepts_text(slug(text))
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What We Do", "what-we-do"),
        ("  2030 AGENDA! ", "2030-agenda"),
        ("Qu\u00e9 hacemos / d\u00f3nde", "que-hacemos-donde"),
        ("Stra\u00dfe", "strasse"),
        ("\u00d8resund", "\u00f8resund"),
        ("The Director\u2019s d'or \u2018x\u2019", "the-directors-dor-x"),
        ("\u041a\u0442\u043e \u043c\u044b: \u0419\u043e\u0434", "\u043a\u0442\u043e-\u043c\u044b-\u0439\u043e\u0434"),
        ("\u0645\u0646 \u0646\u062d\u0646", "\u0645\u0646-\u0646\u062d\u0646"),
        ("\u56fd\u9645 \u79fb\u6c11", "\u56fd\u9645-\u79fb\u6c11"),
        ("\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u093f\u0928\u094d\u0926\u0940"),
        ("so\u00adft zero\u200bwidth", "soft-zerowidth"),
        ("a\u0301b", "ab"),
        ("\u0301a", "a"),
        ("\u01ff", "\u00f8"),
        ("1\u0301X\u0301", "1x"),
        ("a_b.c", "a-b-c"),
        ("1\u00bd", "11-2"),
        ("\uff21\uff22", "ab"),
        ("***", "untitled"),
        ("", "untitled"),
        ("\u0301", "untitled"),
        ("5\u0301", "5"),
    ],
)
def test_slugs_of_labels(text: str, expected: str) -> None:
    """Words are joined by hyphens; only Latin letters lose their accents."""
    assert slug(text) == expected
