"""Text-fragment links as text; tests/browser follows them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.language.skeletons import skeleton
from iom_content.query.labels import labelled
from iom_content.query.links import CONTEXT_WORDS, link_to, text_fragment

OFFICIAL = [text for _, text in labelled(iom.load().statements["sdg-summit-statement-iom-director-general"])]
NUMBERED = [" ".join(f"w{block}x{number}" for number in range(30)) for block in range(4)]


class Directive(NamedTuple):
    """The terms of a directive, decoded."""

    prefix: str | None
    start: str
    end: str | None
    suffix: str | None


def read(directive: str) -> Directive:
    """Read a directive by the steps of its specification."""
    assert directive.startswith("text=")
    terms = directive.removeprefix("text=").split(",")
    prefix = unquote(terms.pop(0)[:-1]) if terms[0].endswith("-") else None
    suffix = unquote(terms.pop()[1:]) if terms[-1].startswith("-") else None
    assert 1 <= len(terms) <= 2
    start, *end = map(unquote, terms)
    return Directive(prefix, start, end[0] if end else None, suffix)


def place(blocks: list[str], words: str, nth: int = 0) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where words stand in blocks for the nth time."""
    found = [(number, hit.start()) for number, block in enumerate(blocks) for hit in re.finditer(re.escape(words), block)]
    number, offset = found[nth]
    return (number, offset), (number, offset + len(words))


@pytest.mark.parametrize(
    ("blocks", "words", "nth", "directive"),
    [
        (["One aim, one voice."], "one voice", 0, "text=one%20voice"),
        (["One aim. One voice."], "One", 0, "text=One,-aim."),
        (["One aim. One voice."], "One", 1, "text=aim.-,One"),
        (["Alpha.", "Same.", "Beta.", "Same."], "Same.", 1, "text=Beta.-,Same."),
        (["Same.", "Alpha.", "Same.", "Beta."], "Same.", 0, "text=Same.,-Alpha."),
        (["x a b a b a b y"], "a", 1, "text=a%20b-,a,-b%20a"),
        (["The Harbour-Master’s plan"], "Harbour-Master", 0, "text=Harbour%2DMaster,-%E2%80%99s"),
        (["An unbelievable story"], "believ", 0, "text=un-,believ,-able"),
        (["Fish & chips, 50% off"], "& chips, 50%", 0, "text=%26%20chips%2C%2050%25"),
        (["a-b_c.d~e!f*g'h(i)j:k/l?m@n"], "a-b_c.d~e!f*g'h(i)j:k/l?m@n", 0, "text=a%2Db_c.d~e%21f%2Ag%27h%28i%29j%3Ak%2Fl%3Fm%40n"),
        (["two  \n blanks\xa0 here"], "two  \n blanks\xa0 here", 0, "text=two%20blanks%C2%A0%20here"),
        (["港口开放，人人受益，港口繁荣。"], "人人受益", 0, "text=%E4%BA%BA%E4%BA%BA%E5%8F%97%E7%9B%8A"),
    ],
)
def test_a_directive_says_no_more_than_it_must(blocks: list[str], words: str, nth: int, directive: str) -> None:
    """Context is added where it is needed and only as much; all but unreserved characters are encoded."""
    assert text_fragment(blocks, *place(blocks, words, nth)) == directive


def test_up_to_eight_words_stand_in_full() -> None:
    """Of nine, the first and the last four stand."""
    blocks = NUMBERED[:1]
    words = blocks[0].split()
    eight, nine = " ".join(words[5:13]), " ".join(words[5:14])
    assert read(text_fragment(blocks, *place(blocks, eight))) == Directive(None, eight, None, None)
    assert read(text_fragment(blocks, *place(blocks, nine))) == Directive(None, " ".join(words[5:9]), " ".join(words[10:14]), None)


def test_a_passage_over_blocks_has_two_ends() -> None:
    """Each has up to four words of its own block; blocks between do not matter."""
    blocks = NUMBERED
    first, last = blocks[0].split(), blocks[3].split()
    start, end = place(blocks, first[-2])[0], place(blocks, last[2])[1]
    assert read(text_fragment(blocks, start, end)) == Directive(None, " ".join(first[-2:]), " ".join(last[:3]), None)
    start, end = place(blocks, first[3])[0], place(blocks, last[20])[1]
    assert read(text_fragment(blocks, start, end)) == Directive(None, " ".join(first[3:7]), " ".join(last[17:21]), None)


def test_ends_that_are_not_unique_get_context() -> None:
    """A prefix tells the beginning, a suffix the end; an end needs only be the first after the beginning."""
    blocks = ["We go on and on. They go on and on. Now we go on and on and stop. We go on and on."]
    found = read(text_fragment(blocks, *place(blocks, "we go on and on and stop. We go on")))
    assert found == Directive("Now", "we go on and", "stop. We go on", None)
    blocks = ["start a b c d then x y z end of it then x y z end of all then x y z end of it"]
    found = read(text_fragment(blocks, *place(blocks, "start a b c d then x y z end of it then x y z end")))
    assert found == Directive(None, "start a b c", "x y z end", "of all")


def test_ends_grow_where_context_does_not_help() -> None:
    """A beginning without words before it, and an end without words after it, take more of the passage."""
    blocks = ["a b c d e", "a b c d f g h i j", "a b c d f g h k j"]
    found = read(text_fragment(blocks, (0, 0), (0, 9)))
    assert found == Directive(None, "a b c d e", None, None)
    repeated = ["a b c d x a b c d y z", "q q q q q"]
    assert read(text_fragment(repeated, (0, 0), (0, 21))) == Directive(None, "a b c d x a b", "c d y z", None)
    ending = ["p q r s t u v a b c d w a b c d"]
    assert read(text_fragment(ending, (0, 0), (0, len(ending[0])))) == Directive(None, "p q r s", "b c d w a b c d", None)


def test_the_first_of_several_alike_is_linked_and_the_others_are_not() -> None:
    """Browsers choose the first; a link that led elsewhere would be worse than none."""
    blocks = ["Ahoy!", "Ahoy!", "Ahoy!", "Ahoy!"]
    assert text_fragment(blocks, (0, 0), (0, 5)) == "text=Ahoy%21"
    assert text_fragment(blocks, (1, 0), (1, 5)) == "text=Ahoy%21-,Ahoy%21"
    assert text_fragment(blocks, (2, 0), (2, 5)) == ""
    assert text_fragment(blocks, (3, 0), (3, 5)) == ""
    assert link_to("https://example.org/a", blocks, (2, 0), (2, 5)) == "https://example.org/a"


def test_words_written_apart_or_in_one_are_not_told_apart() -> None:
    """Nothing but letters and digits counts: not every browser sees the rest."""
    assert text_fragment(["A black bird sings.", "A blackbird sings."], (1, 2), (1, 11)) == ""
    assert read(text_fragment(["Re-sign it.", "Resign now."], (1, 0), (1, 6))).prefix == "it."


@pytest.mark.parametrize("text", ["a port\u200f", "\u200ea port", "\u0301a port"])
def test_a_passage_beside_hidden_characters_has_no_link(text: str) -> None:
    """Browsers disagree on whether a mark of direction at a word's edge belongs to a match."""
    assert text_fragment([text], (0, 0), (0, len(text))) == ""
    assert text_fragment([text], *place([text], "a port")) == ""
    assert text_fragment(["mid\u200fst of"], (0, 0), (0, 9)) != ""


def test_a_passage_without_letters_needs_some_around() -> None:
    """A mark is told by its neighbours; a page of marks has nothing to tell by."""
    assert text_fragment(["salt & bread & wine"], (0, 5), (0, 6)) == "text=salt-,%26"
    assert text_fragment(["…", "— —"], (1, 0), (1, 1)) == ""


def test_outer_blanks_of_a_passage_do_not_count() -> None:
    """Even whole blocks of them."""
    blocks = [" ", "  one port ", "\t"]
    assert text_fragment(blocks, (0, 0), (2, 1)) == "text=one%20port"
    assert text_fragment(blocks, (1, 1), (1, 11)) == "text=one%20port"


def test_context_ends_at_its_limit() -> None:
    """Surroundings that differ only farther away do not tell a passage from its like."""
    filler = " ".join(["x"] * (CONTEXT_WORDS - 1))
    near = [f"one {filler} here", f"two {filler} here", "three."]
    assert read(text_fragment(near, *place(near, "here", 1))).suffix == "three."
    assert text_fragment([*near, "end"], *place(near, "here", 0)) != ""
    far = [f"zero one {filler} x x here {filler} x x", f"zero two {filler} x x here {filler} x x"] * 2
    assert text_fragment(far, *place(far, "here", 1)) == ""
    close = [f"zero one {filler} here {filler} x x", f"zero two {filler} here {filler} x x"] * 2
    assert read(text_fragment(close, *place(close, "here", 1))).prefix == f"two {filler}"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=one"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c#:~:text=one"),
        ("https://example.org/a#b", "https://example.org/a#b:~:text=one"),
        ("https://example.org/a#", "https://example.org/a#:~:text=one"),
        ("https://example.org/a#:~:text=two", "https://example.org/a#:~:text=one"),
        ("https://example.org/a#b:~:text=two&text=three", "https://example.org/a#b:~:text=one"),
    ],
)
def test_a_link_keeps_the_fragment_and_replaces_the_directive(url: str, link: str) -> None:
    """An address that has a fragment keeps it; two directives would mark two places."""
    assert link_to(url, ["one two"], (0, 0), (0, 3)) == link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("https://example.org/a#:~:text=two", "https://example.org/a"),
        ("https://example.org/a#b:~:text=two", "https://example.org/a#b"),
    ],
)
def test_without_a_directive_a_link_leads_to_the_page(url: str, link: str) -> None:
    """No empty fragment and no other directive is left behind."""
    assert link_to(url, ["…"], (0, 0), (0, 1)) == link


@pytest.mark.parametrize(
    ("start", "end", "complaint"),
    [
        ((-1, 0), (0, 1), "text_fragment/start: expected the number of a block and an offset in its text, found (-1, 0)"),
        ((1, 0), (1, 1), "text_fragment/start: expected the number of a block and an offset in its text, found (1, 0)"),
        ((0, -1), (0, 1), "text_fragment/start: expected the number of a block and an offset in its text, found (0, -1)"),
        ((0, 0), (0, 9), "text_fragment/end: expected the number of a block and an offset in its text, found (0, 9)"),
        ((0, 3), (0, 3), "text_fragment/end: expected an end after the start (0, 3), with more than blanks between, found (0, 3)"),
        ((0, 3), (0, 1), "text_fragment/end: expected an end after the start (0, 3), with more than blanks between, found (0, 1)"),
        ((0, 3), (0, 4), "text_fragment/end: expected an end after the start (0, 3), with more than blanks between, found (0, 4)"),
    ],
)
def test_places_that_do_not_exist_are_refused(start: tuple[int, int], end: tuple[int, int], complaint: str) -> None:
    """So is a passage without anything in it."""
    with pytest.raises(iom.InvalidValue) as refused:
        text_fragment(["one two!"], start, end)
    assert str(refused.value) == complaint


def test_an_end_before_the_start_is_refused_over_blocks() -> None:
    """The order of blocks counts before that of offsets."""
    with pytest.raises(iom.InvalidValue, match="expected an end after the start"):
        text_fragment(["one", "two"], (1, 0), (0, 3))


def test_lone_surrogates_are_refused() -> None:
    """No address can carry them."""
    with pytest.raises(iom.InvalidValue, match="text_fragment/blocks/1: expected text without lone surrogates"):
        text_fragment(["one", "t\ud800o"], (0, 0), (0, 3))


def found_at(bones: str, needle: str) -> list[int]:
    """Return every place of a skeleton, overlapping ones too."""
    return [offset for offset in range(len(bones)) if bones.startswith(needle, offset)]


@st.composite
def passages(draw: st.DrawFn) -> tuple[list[str], tuple[int, int], tuple[int, int]]:
    """Return pages of few words, and a passage that is not blank."""
    word = st.sampled_from(["a", "B", "b", "ab", "a-b", "á", "’s", "1,0", "–", "(b)", "b.", "ß", "한", "。", "\u200f", "x\u0301", "\u2003"])
    text = st.lists(word, max_size=12).flatmap(lambda words: st.sampled_from([" ", "  ", ""]).map(lambda gap: gap.join(words)))
    blocks = draw(st.lists(text, min_size=1, max_size=4).filter(lambda blocks: any(map(str.strip, blocks))))
    visible = [(number, offset) for number, block in enumerate(blocks) for offset in range(len(block)) if not block[offset].isspace()]
    one, other = sorted((draw(st.sampled_from(visible)), draw(st.sampled_from(visible))))
    return blocks, one, (other[0], other[1] + 1)


@given(passages())
def test_a_directive_fits_its_passage_first(case: tuple[list[str], tuple[int, int], tuple[int, int]]) -> None:
    """Law: the terms are the passage's own words and those around; their letters and digits stand nowhere earlier."""
    blocks, start, end = case
    directive = text_fragment(blocks, start, end)
    if not directive:
        return
    assert re.fullmatch(r"text=(?:[A-Za-z0-9_.~]|%[0-9A-F]{2}|-,|,-|,)+", directive)
    terms = read(directive)
    before = skeleton("".join(blocks[: start[0]]) + blocks[start[0]][: start[1]])
    bones = skeleton("".join(blocks))
    passed = skeleton("".join(blocks[: end[0]]) + blocks[end[0]][: end[1]])
    prefix, begin = skeleton(terms.prefix or ""), skeleton(terms.start)
    if terms.end is None:
        assert before + begin == passed
        assert found_at(bones, prefix + begin + skeleton(terms.suffix or ""))[0] == len(before) - len(prefix)
    else:
        assert found_at(bones, prefix + begin)[0] == len(before) - len(prefix)
        finish = skeleton(terms.end)
        reached = len(before) + len(begin)
        after = found_at(bones[reached:], finish + skeleton(terms.suffix or ""))
        assert reached + after[0] + len(finish) == len(passed)


def test_every_passage_between_words_of_the_official_statement_has_a_directive() -> None:
    """Of every length, from every word on."""
    for number, block in enumerate(OFFICIAL):
        edges = [0, *(hit.start() for hit in re.finditer(" ", block)), len(block)]
        assert all(text_fragment(OFFICIAL, (number, one), (number, other)) for one, other in pairwise(edges))
        assert text_fragment(OFFICIAL, (number, edges[-2]), (number, len(block)))
    assert text_fragment(OFFICIAL, (0, 0), (len(OFFICIAL) - 1, 5))


@pytest.mark.parametrize(
    "block", ["a" * 300_000, "a " * 150_000, "port. " * 50_000, "\u0301" * 300_000, "a.\u0301" * 100_000, "。港" * 150_000]
)
def test_large_blocks_are_no_trouble(block: str) -> None:
    """Neither one endless word nor endless repetition takes long or fails."""
    assert text_fragment([block], (0, 0), (0, len(block))) is not None
    assert text_fragment([block, "end"], (0, 150_000), (1, 3)) is not None
    assert text_fragment([block, "the end"], (1, 4), (1, 7)) == "text=end"
