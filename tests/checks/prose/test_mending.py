"""Mends: official words put back, only where nothing else can be meant, and nothing beside them touched."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import pytest

import iom_content as iom
from iom_content.checks.prose.check import Judged, judge_prose
from iom_content.checks.prose.fixing import mended
from iom_content.checks.prose.registry import Edit

ARTICLES = tomllib.loads(Path(__file__).with_name("articles.toml").read_text(encoding="utf-8"))["article"]


def fixed(text: str, syntax: str = "text") -> str:
    """Return a text with its mends made."""
    return mended(text, partial(judge_prose, syntax=syntax))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IOM said: “This is an easy task.”", "IOM said: “This is no easy task.”"),
        ("IOM said: “This is no very easy task.”", "IOM said: “This is no easy task.”"),
        ("IOM said: “Really this is no easy task.”", "IOM said: “this is no easy task.”"),
        ("IOM said: “risk leaving billions people behind”", "IOM said: “risk leaving billions of people behind”"),
        ("IOM said: “risk leaving billions of people”", "IOM said: “risk leaving billions of people”"),
        ("IOM said: “Lets act now, with migrants”", "IOM said: “Let’s act now, with migrants”"),
        ("IOM said: “one in nine people in the world”", "IOM said: “one in eight people in the world”"),
        ("IOM said: “end poverty, protect the planet and ensure”", "IOM said: “end poverty, protect the planet, and ensure”"),
        ("IOM said: “Human mobility can be the solution.”", "IOM said: “Human mobility can be part of the solution.”"),
        ("The SDGs Summit of the AGENDA 2030", "The SDG Summit of the 2030 AGENDA"),
        ("IOM has 1,173 member states.", "IOM has 1,173 member states."),
    ],
)
def test_words_are_put_back(text: str, expected: str) -> None:
    """Changed, added, left out; with the blanks that go with them."""
    assert fixed(text) == expected
    assert fixed(expected) == expected


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("“This is an easy task,” the mayor said.", "text"),
        ("IOM said: “This is *an* easy* task.”", "html"),
        ("IOM said: “This is <b>a</b>n easy task.”", "html"),
        ("IOM said: “This is &#97;n easy task.”", "html"),
        ("IOM said: “must build peaceful and resilient societies”.", "text"),
        ("IOM said: “risk leaving billions<b> </b>people behind”", "html"),
        ("IOM said: “risk leaving millions or billions of people, all behind”", "text"),
        ("IOM said: “[This is an easy task].”\n\n[this is an easy task]: /x", "markdown"),
        ("They say “Global Migration Compact”.", "text"),
        ("The Global\nMigration Compact.", "text"),
        ("IOM has one hundred and eighty member states, or more than 190 member states.", "text"),
        ("In 2018, IOM had 180 member states.", "text"),
    ],
)
def test_doubt_leaves_all_as_it_is(text: str, syntax: str) -> None:
    """Other people's words, markup and entities inside, words out of order, labels of links, what is quoted or dated."""
    if syntax == "html" and "*" in text:
        assert fixed(text, syntax).replace("*no*", "*an*") == text
    else:
        assert fixed(text, syntax) == text


@pytest.mark.parametrize("article", ARTICLES, ids=[article["name"] for article in ARTICLES])
def test_a_mend_mends(article: dict[str, Any]) -> None:
    """Afterwards there are fewer findings by as many, none is new, and a second run has nothing to do."""
    judge = partial(judge_prose, syntax=article["syntax"])
    before = judge(article["text"])
    text, count = mended(article["text"], judge)
    after = judge(text)
    assert len(after) == len(before) - count
    assert not any(each.edits for each in after)
    assert mended(text, judge) == (text, 0)
    assert text.count("\n") == article["text"].count("\n")


def test_mends_that_call_for_mends_come_to_an_end() -> None:
    """After so many rounds, whatever the judge still finds."""
    finding = iom.Finding(rule="name-variant", message="always")
    text, count = mended("a", lambda _: [Judged(finding, (Edit(0, 0, "a"),))])
    assert set(text) == {"a"}
    assert len(text) == count + 1


def catalog_with(*terms: iom.Term, figures: tuple[iom.Figure, ...] = ()) -> iom.Catalog:
    """Make a catalog with other names and figures."""
    organization = attrs.evolve(iom.load().organizations["iom"], figures=figures)
    return attrs.evolve(
        iom.load(),
        terms=iom.Lookup("term", [(term.id, term) for term in terms]),
        organizations=iom.Lookup("organization", [("iom", organization)]),
    )


def test_names_that_would_be_markup_are_not_put_in() -> None:
    """The complaint stands, the mend is left to people; and a form that is official for another name is no wrong one."""
    marked = iom.Term(id="a", name="Harbour *Pact*", language="en", wrong_forms=("Harbor Pact", "Pier Pact"))
    other = iom.Term(id="b", name="Pier Pact", language="en")
    judged = judge_prose("They signed the Harbor Pact and the Pier Pact.", syntax="markdown", catalog=catalog_with(marked, other))
    assert [(each.finding.rule, each.finding.excerpt, each.edits) for each in judged] == [("name-variant", "Harbor Pact", ())]


def test_a_figure_without_a_page_has_no_address() -> None:
    """It decides all the same."""
    figure = iom.Figure(name="member_states", value=12, unit="member state")
    (judged,) = judge_prose("IOM has 173 member states.", catalog=catalog_with(figures=(figure,)))
    assert (judged.finding.rule, judged.finding.link) == ("figure-contradicted", None)
