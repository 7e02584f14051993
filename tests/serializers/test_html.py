"""HTML: elements that say what each text is."""

from __future__ import annotations

import re

import pytest

import iom_content as iom
from iom_content.serializers import html
from iom_content.serializers.html_page import direction_of, link_of

PARAGRAPH = iom.BlockKind.PARAGRAPH
ITEM = iom.BlockKind.LIST_ITEM


def main(text: str) -> str:
    """Return what stands in a page, without permalinks."""
    return re.sub(r'<a class="permalink"[^>]*></a>', "", text.partition("<main>\n")[2].partition("</main>")[0])


def page(*blocks: iom.Block, **known: str) -> str:
    """Return what stands in the page of a statement."""
    return main(html.dumps(iom.Statement(id="s", organization="o", title="T", blocks=blocks, **known)))  # type: ignore[arg-type]


def test_each_kind_of_block_has_its_element() -> None:
    """Headings, quotations and captions are such; other kinds are paragraphs with a class; footers stand in one footer."""
    blocks = [iom.Block(kind=kind, text=kind.value) for kind in iom.BlockKind]
    assert page(*blocks) == (
        "<article>\n<h1>T</h1>\n"
        '<h2 id="p1">heading</h2>\n'
        '<p class="salutation" id="p2">salutation</p>\n'
        '<p id="p3">paragraph</p>\n'
        '<ul>\n<li id="p4">list_item\n</li>\n</ul>\n'
        '<blockquote id="p5"><p>quotation</p></blockquote>\n'
        '<figure id="p6"><figcaption>caption</figcaption></figure>\n'
        '<p class="media" id="p7">media</p>\n'
        '<p class="delivery-note" id="p8">delivery_note</p>\n'
        "<footer>\n<p>footer</p>\n</footer>\n"
        "</article>\n"
    )


@pytest.mark.parametrize(
    ("depths", "tree"),
    [
        ((1, 1), "[01]"),
        ((None, 2, 1), "[0[1]2]"),
        ((1, 2, 3, 2, 1), "[0[1[2]3]4]"),
        ((3, 1, 2), "[01[2]]"),
        ((1, 9, 5, 5), "[0[1][23]]"),
        ((2, 10**9, 10**9, 3), "[0[12][3]]"),
    ],
)
def test_lists_nest(depths: tuple[int | None, ...], tree: str) -> None:
    """An item lies below the nearest one before it that is less deep."""
    blocks = [iom.Block(kind=ITEM, text=str(number), depth=depth) for number, depth in enumerate(depths)]
    text = page(*blocks).replace("\n", "")
    found = re.sub(r"</?(li|article)[^>]*>|<h1>T</h1>", "", text).replace("<ul>", "[").replace("</ul>", "]")
    assert found.replace("][", "") == tree.replace("][", "")
    assert text.count("<li") == text.count("</li>") == len(depths)


def test_runs_of_blanks_are_shown() -> None:
    """By a class, beside the one of a kind, wherever a text of a page holds some."""
    runs = iom.Statement(
        id="s",
        organization="o",
        title="T  T",
        blocks=tuple(iom.Block(kind=kind, text="a  b") for kind in (PARAGRAPH, iom.BlockKind.MEDIA, iom.BlockKind.LIST_ITEM)),
    )
    text = html.dumps(runs)
    assert '<h1 class="whitespace-pre-wrap">T  T</h1>' in text
    assert '<p class="whitespace-pre-wrap" id="p1">a  b' in text
    assert '<p class="media whitespace-pre-wrap" id="p2">a  b' in text
    assert '<li class="whitespace-pre-wrap" id="p3">a  b' in text
    section = iom.Section(id="a", title="A  B", summary="c\td")
    assert '<a class="whitespace-pre-wrap" href="#a">A  B</a>\n<p class="whitespace-pre-wrap">c\td</p>' in html.dumps(section)


def test_languages_and_directions_are_said() -> None:
    """Of the page, of the statement and of a block that differs."""
    block = iom.Block(kind=PARAGRAPH, text="B", language="fr")
    statement = iom.Statement(id="s", organization="o", language="ar-EG", blocks=(block,))
    text = html.dumps(statement)
    assert text.startswith('<!DOCTYPE html>\n<html lang="ar-EG" dir="rtl">\n')
    assert '<div lang="ar-EG" dir="rtl">\n<p id="p1" lang="fr" dir="ltr">B' in text
    assert html.dumps((statement, block)).startswith('<!DOCTYPE html>\n<html lang="und" dir="auto">\n')
    assert html.dumps((statement, statement)).startswith('<!DOCTYPE html>\n<html lang="ar-EG" dir="rtl">\n')
    assert html.dumps(()).startswith('<!DOCTYPE html>\n<html lang="und" dir="auto">\n')


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("he", "rtl"), ("FA-IR", "rtl"), ("az-Arab-IR", "rtl"), ("ar-Latn", "ltr"), ("uz-1234", "ltr"), (None, "auto")],
)
def test_the_script_decides_the_direction(language: str | None, direction: str) -> None:
    """That of the tag goes before the language's usual one; four digits are none."""
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    "text",
    [
        *("http://0", "http://1.2", "https://a..b", "https://-a", "https://a-", "https://example.org:99999", "https://example.org/[x]"),
        *("https://example.org/%zz", "https://example.org/a#b#c", "https://éxample.org", "https://u@example.org", "javascript:alert(1)"),
        *("https://example.org/a\u202eb", "https://example.org/a b", "see https://example.org", "https://", "https://xn--a"),
    ],
)
def test_what_is_no_plain_address_is_text(text: str) -> None:
    """Browsers would read it in several ways, or not at all."""
    assert "<a" not in link_of(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://a", "http://a"),
        ("https://1.example.org:80", "https://1.example.org:80"),
        ("https://example.org/a%20b/?c=d&e#f", "https://example.org/a%20b/?c=d&amp;e#f"),
        ("https://example.org/港?é#ü", "https://example.org/%E6%B8%AF?%C3%A9#%C3%BC"),
    ],
)
def test_a_plain_address_is_a_link(text: str, address: str) -> None:
    """Letters of other scripts are escaped in the address and stay in the text."""
    assert link_of(text).startswith(f'<a href="{address}">')


def test_facts_stand_beside_the_text() -> None:
    """Those of one label together; a day is a time unless it is too far off for one."""
    statement = iom.loads('{"id": "s", "organization": "o", "published": "2024-05-04", "delivered": "0987-06-05"}', iom.Statement)
    assert '<dt>published</dt><dd><time datetime="2024-05-04">2024-05-04</time></dd>' in html.dumps(statement)
    assert "<dt>delivered</dt><dd>0987-06-05</dd>" in html.dumps(statement)
    term = iom.Term(id="t", name="Open Day", language="en", wrong_forms=("A", "2024-05-32"))
    assert main(html.dumps(term)) == (
        "<article>\n<h1>Open Day</h1>\n<aside>\n<dl>\n<div><dt>wrong</dt><dd>A</dd><dd>2024-05-32</dd></div>\n</dl>\n</aside>\n</article>\n"
    )


def test_sections_are_a_navigation() -> None:
    """Label, heading and summary in lines of their own; a short summary that is no sentence stands behind its heading."""
    sections = (
        iom.Section(id="a", title="A", heading="A!", summary="Of A", children=(iom.Section(id="a/b", title="B", summary="x"),)),
        iom.Section(id="é", title="É", heading="É", summary="lower"),
    )
    organization = iom.Organization(id="o", name="Office", acronym="O", summary="We open.", sections=sections)
    text = html.dumps(organization)
    assert "<title>Office (O)</title>" in text
    assert main(text) == (
        '<article>\n<h1>Office (O)</h1>\n<p>We open.</p>\n<nav aria-label="Sections">\n<ul>\n'
        '<li id="a"><a href="#a">A</a>\n<p><b>A!</b>Of A</p>\n<ul>\n<li id="a/b"><a href="#a/b">B</a>\n<p>x</p>\n</li>\n</ul>\n</li>\n'
        '<li id="é"><a href="#%C3%A9">É</a>\n<p>É</p>\n<p>lower</p>\n</li>\n'
        "</ul>\n</nav>\n</article>\n"
    )
    plain = iom.Organization(id="o", name="Office")
    assert main(html.dumps(plain)) == "<article>\n<h1>Office</h1>\n</article>\n"
    document = iom.Document(capture=iom.ingest(" ").capture, organization=plain)
    assert "<dt>organization</dt><dd>Office</dd>" in html.dumps(document)
    assert "<dt>summary</dt>" not in html.dumps(document)
    twice = html.dumps((organization, organization))
    assert 'id="a--2"' in twice
    assert '<nav aria-label="Sections 2">' in twice
    assert "<title>2 values</title>" in twice
    assert '<h1 class="visually-hidden">2 values</h1>' in twice
    assert twice.count("<h2>Office (O)</h2>") == 2


def test_every_article_has_a_heading() -> None:
    """What has no title of its own gets one that only programs see."""
    document = iom.ingest("A line of no known form")
    report = iom.Report(findings=(iom.Finding(rule="odd", message="strange", hint="look", link="https://example.org"),))
    for value, title in (
        (iom.Section(id="a", title="A"), "A"),
        (iom.Block(kind=ITEM, text="a"), "Block"),
        (iom.Statement(id="s", organization="o"), "Statement"),
        (document, f"Document {document.id}"),
        (report, "not ok: 1 finding (1 error)"),
        (report.findings[0], "Finding"),
    ):
        text = html.dumps(value)
        assert f"<title>{title}</title>" in text
        assert f'<h1 class="visually-hidden">{title}</h1>' in text
    assert "<dt>residue, unrecognized</dt><dd>A line of no known form</dd>" in html.dumps(document)
    assert "<dt>note, unknown-rendering</dt>" in html.dumps(document)
    assert '<li>error odd: strange<ul><li>hint: look</li><li>see: <a href="https://example.org">' in html.dumps(report)
    assert "<ul>" not in html.dumps(iom.Report())


def test_the_credit_stands_in_the_footer() -> None:
    """Below all else, once."""
    catalog = iom.load()
    assert catalog.rights is not None
    text = html.dumps(catalog.sections["our-work"], catalog=catalog)
    assert text.endswith(f"</main>\n<footer><p>{catalog.rights.attribution}</p></footer>\n</body>\n</html>\n")


@pytest.mark.parametrize("value", [iom.Catalog(), iom.Event(name="Open day"), None], ids=repr)
def test_another_value_is_refused(value: object) -> None:
    """The error names its class."""
    with pytest.raises(
        iom.UnsupportedValue, match=f"^format 'html' cannot carry a value of {type(value).__name__}: it has no wording for people$"
    ):
        html.dumps(value)
