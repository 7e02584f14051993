"""What is written is read again: all of it from lossless formats, and the page from an export for people."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.serializers.registry import FORMATS
from iom_content.testing import strategies

LOSSLESS = [each.name for each in FORMATS.values() if each.lossless]
# A catalog is a folder, and origins stand in what they are the origins of.
CLASSES = [name for name in strategies.__all__ if name not in {"catalogs", "origins"}]
# Texts that readers of YAML take for something else when they stand bare.
TRAPS = [
    *("2023-09-18", "2023-09-18T12:30:45Z", "12:30:45", "1e3", ".5", "0o17", "017", "0x1f", "0b1", "1_000", ".inf", "-.NaN", "1."),
    *("y", "N", "yes", "No", "ON", "off", "true", "False", "null", "NULL", "~", "<<", "=", "-", "?", ":", "- a", "a: b", "a #b", "#a"),
    *("'a'", '"a"', "&a", "*a", "!a", "!!str a", "|", ">", "%a", "@a", "`a`", "{a}", "[a]", "a,", "---", "...", " a", "a ", "a\n", "\ta"),
    *(
        "\x00",
        "\x07",
        "\x1b[0m",
        "\x7f",
        "\x85",
        "\xa0",
        "\u2028",
        "\u2029",
        "\u202e",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\U0010ffff",
        "\\",
        "\\n",
    ),
]


@pytest.mark.parametrize("name", LOSSLESS)
@pytest.mark.parametrize("values", CLASSES)
def test_any_value_is_read_as_it_was_written(name: str, values: str) -> None:
    """Law: `loads(dumps(x)) == x` for every value and every tuple of values, from text and from bytes."""
    strategy: Any = getattr(strategies, values)()

    @settings(max_examples=max(8, settings().max_examples // 8))
    @given(strategy, st.integers(0, 2))
    def law(value: Any, count: int) -> None:
        assert iom.loads(iom.dumps(value, name), type(value), name) == value
        several = (value,) * count
        array: Any = tuple.__class_getitem__((type(value), ...))
        assert iom.loads(iom.dumps(several, name).encode(), array, name) == several

    law()


@pytest.mark.parametrize("name", LOSSLESS)
def test_texts_that_look_like_something_else_stay_texts(name: str) -> None:
    """As names, places and blocks, alone and in a list."""
    for text in TRAPS:
        if text.strip():
            term = iom.Term(id="t", name=text, language="en", short_forms=(text, text))
            assert iom.loads(iom.dumps(term, name), iom.Term, name) == term


NAVIGATION = (
    "-\nWho we are\nWHO WE AREWe keep the lamps  of {}.\n-\nOur Work\nOur WorkWe lend {}.\nWhat We Do\nWhat We Do\n"
    "- Where we work\n- 2030 Agenda\n"
)
HEADS = ["", "News\n3 May 2021\n\n", "Speeches\n\n"]
TITLES = ["A lantern for every harbour", "What the tide leaves behind", "Remarks to the Council of River Towns"]
PARAGRAPHS = [
    "Dear friends,",
    "The lamps are lit at dusk, and nobody asks for whom; that is the rule of the harbour.",
    "We ask three things:",
    "- oil for the winter",
    "  - and a can to carry it",
    "- wicks",
    "“No boat is late while a lamp burns,” said the keeper.",
    "Thank you.",
    "Nous gardons les lampes allumées pour tous ceux qui passent par le port.",
    "Less than 5 < 6 & more: 50 % of *all* `lamps`; see https://example.org/lamps?a=b&c=d.",
    "Check against delivery",
    "Two blanks stand  behind a word, and three   behind another.",
]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return pages of invented words, with and without navigation."""
    blocks = draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=8))
    text = f"{draw(st.sampled_from(TITLES))}\n\n" + "\n\n".join(blocks) + "\n"
    if draw(st.booleans()):
        words = st.sampled_from(["oil", "light", "ropes"])
        return NAVIGATION.format(draw(words), draw(words)) + text
    return draw(st.sampled_from(HEADS)) + text


def sections(found: iom.Document) -> tuple[iom.Section, ...]:
    """Return the sections of a page, wherever they stand in it."""
    return () if found.organization is None else tuple(map(_bare, found.organization.sections))


def _bare(section: iom.Section) -> iom.Section:
    return attrs.evolve(section, origins=iom.Origins(), children=tuple(map(_bare, section.children)))


def text(found: iom.Document) -> tuple[str | None, tuple[iom.Block, ...]]:
    """Return title and blocks of a page, wherever they stand in it."""
    assert found.statement is not None
    return found.statement.title, tuple(attrs.evolve(block, spans=()) for block in found.statement.blocks)


@pytest.mark.parametrize("name", ["html", "text"])
def test_the_bundled_page_is_read_from_its_export(name: str) -> None:
    """The same sections, title and blocks, with attribution and without."""
    catalog = iom.load()
    for document in catalog.documents.values():
        for given_catalog in (catalog, None):
            again = iom.ingest(iom.dumps(document, name, catalog=given_catalog), url=document.capture.url)
            assert sections(again) == sections(document) != ()
            assert text(again) == text(document)


@given(st.lists(st.sampled_from([kind for kind in iom.BlockKind if kind is not iom.BlockKind.FOOTER]), max_size=6))
def test_kinds_are_read_from_html(kinds: list[iom.BlockKind]) -> None:
    """Law: elements and classes say what a block is, whatever its words would be taken for."""
    wanted = [*kinds, iom.BlockKind.PARAGRAPH]
    blocks = tuple(
        iom.Block(kind=kind, text=f"The lamps number {number} are lit at dusk.", depth=1 if kind is iom.BlockKind.LIST_ITEM else None)
        for number, kind in enumerate(wanted)
    )
    statement = iom.Statement(id="lamps", organization="harbour", title="A lantern for every harbour", language="en", blocks=blocks)
    title, read = text(iom.ingest(iom.dumps(statement, "html")))
    assert title == statement.title
    assert [(block.kind, block.text) for block in read] == [(block.kind, block.text) for block in blocks]


@pytest.mark.parametrize("name", ["html", "text"])
@given(page=pages())
def test_any_page_is_read_from_its_export(name: str, page: str) -> None:
    """Law: reading what is exported of a page gives the same sections, title and blocks."""
    document = iom.ingest(page)
    assume(document.statement is not None)
    again = iom.ingest(iom.dumps(document, name, catalog=iom.load()))
    assert sections(again) == sections(document)
    assert text(again) == text(document)
