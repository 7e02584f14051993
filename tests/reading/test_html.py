"""Saved HTML pages."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.model.digest import sha256_hex
from iom_content.reading.markup import EXTRACTION, MAX_NESTING, is_html, pieces_of

Growth = Callable[[Callable[[int], object], int], float]
SUMMARY = (
    "The International Organization for Migration (IOM), promoting since 1951 lamps, has 175 member states "
    "and presence in over 100 countries."
)
MENU = f"""<nav><h2 class="visually-hidden">Main navigation</h2><ul>
<li><a href="/who">Who we are</a><div><h3>WHO WE ARE</h3><p>{SUMMARY}</p></div></li>
<li><button>Our Work</button><div>
  <p>Our WorkAs ever, it lends lamps to those who walk at night.</p>
  <ul><li><a>What We Do</a><span></span><h4>What We Do</h4><ul><li>Oil</li><li>Wax</li></ul></li><li>Partnerships</li></ul></div></li>
<li><a>Where we work</a></li><li><a>2030 Agenda</a></li></ul></nav>"""
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>HIDDEN</title><style>.HIDDEN {{}}</style><script>var HIDDEN = "<p>";</script></head><body>
<a class="visually-hidden focusable">HIDDEN</a>
<header><div>Harbour site</div>{MENU}<form><input value="HIDDEN"><button>Search</button></form></header>
<main>
<nav class="breadcrumb"><ol><li>Home</li><li>Speeches</li></ol></nav>
<div>Statements and Speeches</div><div><time datetime="2018-11-28">28 Nov 2018</time></div>
<h1><span>Remarks to the <em>Council</em></span></h1>
<div>Lindhavn, 27 November 2018</div>
<p>Excellencies,<br>dear friends,</p>
<p>A river belongs to the people who drink from it <b>last</b>.&nbsp;That is the first lesson.<!-- HIDDEN --></p>
<h2>Two requests</h2>
<ul><li>Keep the banks.<ul><li>The left one first.</li></ul></li><li><p>Keep the fish.</p><p>All of it.</p></li></ul>
<blockquote><p>A river never forgets.</p></blockquote>
<figure><img alt="HIDDEN"><figcaption>The river in May</figcaption></figure>
<p style="display: none">HIDDEN</p><div hidden>HIDDEN</div><p aria-hidden="TRUE">HIDDEN</p>
<p>Short line</p><p><strong>In the end</strong></p><p>I thank you all, and I wish you calm water.</p>
<p>I thank you all, and I wish you calm water.</p>
<aside><h2>Related</h2><p>Another page</p></aside>
<footer><p>Tags: rivers</p></footer>
</main><footer>Harbour site, all rights</footer><script>HIDDEN</script></body></html>"""


def read(page: str | bytes, url: str | None = None) -> tuple[iom.Document, iom.Statement]:
    """Read a page that holds a statement."""
    document = iom.ingest(page, url=url)
    assert document.statement is not None
    return document, document.statement


def lines(page: str) -> list[str]:
    """Return the lines of the extracted text."""
    return [piece.line for piece in pieces_of(page)]


def test_the_whole_of_a_page() -> None:
    """Navigation, head and blocks come from the elements; each has its place in the extracted text."""
    document, statement = read(PAGE, "https://a.example/remarks")
    assert (document.language, statement.id, statement.title) == ("en", "remarks", "Remarks to the Council")
    assert (statement.category, statement.published, statement.place, statement.delivered) == (
        "Statements and Speeches",
        date(2018, 11, 28),
        "Lindhavn",
        date(2018, 11, 27),
    )
    assert [(block.kind.value, block.text, block.depth) for block in statement.blocks] == [
        ("salutation", "Excellencies,", None),
        ("salutation", "dear friends,", None),
        ("paragraph", "A river belongs to the people who drink from it last.\xa0That is the first lesson.", None),
        ("heading", "Two requests", None),
        ("list_item", "Keep the banks.", 1),
        ("list_item", "The left one first.", 2),
        ("list_item", "Keep the fish. All of it.", 1),
        ("quotation", "A river never forgets.", None),
        ("caption", "The river in May", None),
        ("paragraph", "Short line", None),
        ("heading", "In the end", None),
        ("paragraph", "I thank you all, and I wish you calm water.", None),
        ("paragraph", "I thank you all, and I wish you calm water.", None),
        ("footer", "Tags: rivers", None),
    ]
    assert [index for index, block in enumerate(statement.blocks) if block.marks] == [12]
    text = document.capture.text
    assert [text[span.start : span.end] for span in statement.blocks[6].spans] == ["- Keep the fish.", "All of it."]
    residue = [(part.kind.value, [text[span.start : span.end] for span in part.spans]) for part in document.residue]
    assert residue == [
        ("chrome", ["Harbour site", "Search", "- Home", "- Speeches", "Related", "Another page", "Harbour site, all rights"])
    ]
    assert document.notes == ()


def test_the_navigation_of_a_page() -> None:
    """Sections are the entries of the menu, with headings and summaries; levels are those of the lists."""
    document, _ = read(PAGE)
    assert document.organization is not None
    first, work, *rest = document.organization.sections
    assert (first.title, first.heading, first.summary) == ("Who we are", "WHO WE ARE", SUMMARY)
    assert (work.heading, work.summary) == ("Our Work", "As ever, it lends lamps to those who walk at night.")
    assert [(child.id, child.heading, [each.title for each in child.children]) for child in work.children] == [
        ("our-work/what-we-do", "What We Do", ["Oil", "Wax"]),
        ("our-work/partnerships", None, []),
    ]
    assert [section.title for section in rest] == ["Where we work", "2030 Agenda"]
    figures = document.organization
    assert [
        figure and (figure.value, figure.qualifier.value) for figure in (figures.founded, figures.member_states, figures.presence_countries)
    ] == [
        (1951, "exactly"),
        (175, "exactly"),
        (100, "more_than"),
    ]


def test_nothing_hidden_appears() -> None:
    """Scripts, styles, comments, the document's head, hidden and merely heard elements leave no trace."""
    document = iom.ingest(PAGE)
    assert "HIDDEN" not in document.capture.text
    assert "HIDDEN" not in iom.dumps(document)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>X</script>",
        "<style>X</style>",
        "<template><p>X</p></template>",
        "<noscript>X</noscript>",
        "<p hidden>X</p>",
        "<p hidden=''>X</p>",
        "<p aria-hidden=true>X</p>",
        "<p style='color: red;DISPLAY :none'>X</p>",
        "<p style='visibility:hidden'>X</p>",
        "<p style='display:/* no */none!important'>X</p>",
        "<p style='content-visibility: hidden'>X</p>",
        "<p style='opacity:0'>X</p>",
        "<p style='color:red; font-size: 0px'>X</p>",
        "<p style='position:absolute;clip:rect(1px, 1px, 1px, 1px)'>X</p>",
        "<p style='position:absolute;left:-9999px'>X</p>",
        "<p class='a sr-only'>X</p>",
        "<p class=element-invisible><b>X</b></p>",
        "<dialog>X</dialog>",
        "<select><option>X</option></select>",
        "<textarea>X</textarea>",
        "<!-- X -->",
        "<svg><text>X</text></svg>",
        "<iframe>X</iframe>",
        "<video>X</video>",
        "<img alt=X>",
        "<p hidden>X<p hidden>X",
    ],
)
def test_ways_to_hide(hidden: str) -> None:
    """What a browser does not show is not read, and what stands around it is."""
    assert lines(f"<p>A {hidden} b</p><p>C</p>")[-1] == "C"
    assert "X" not in "".join(lines(f"<p>A {hidden} b</p><p>C</p>"))


@pytest.mark.parametrize(
    "shown",
    [
        "<p aria-hidden=false>X</p>",
        "<p style='color:red'>X</p>",
        "<p class=hiddenness>X</p>",
        "<dialog open>X</dialog>",
        "<p class>X</p>",
        "<p style='opacity:0.5;font-size:0.9em'>X</p>",
        "<p style='position:relative;left:-20px'>X</p>",
        "<p style='/* display:none'>X</p>",
    ],
)
def test_what_is_not_hidden(shown: str) -> None:
    """Attributes that merely look alike hide nothing."""
    assert lines(shown) == ["X"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>one <b>two</b> <i>three</i></p>", ["one two three"]),
        ("<p>one\n  two\t</p>", ["one two"]),
        ("<p>o<b>n</b>e</p>", ["one"]),
        ("<p>one<br>two<br/><br>three</p>", ["one", "two", "three"]),
        ("one<div>two</div>three", ["one", "two", "three"]),
        ("<p>a&nbsp;b &amp; c&#x2028;d</p>", ["a\xa0b & c d"]),
        ("<pre>one\n  two\r\nthree</pre>", ["one", "two", "three"]),
        ("<p class=whitespace-pre-wrap> a  b\tc\n\nd <b>e  f</b></p><p>a  b", ["a  b\tc d e  f", "a b"]),
        ("<p>a  <b class='x whitespace-pre-wrap'>b  c</b>  d</p>", ["a b  c d"]),
        ("<ul><li>a<ol><li>b</ol><li>c</ul>", ["- a", "  - b", "- c"]),
        ("<ul><li><p>a</p><p>b</p></ul>", ["- a", "b"]),
        ("<li>a</li>", ["a"]),
        ("<table><tr><td>a<td>b</table>", ["a", "b"]),
        ("<p>&nbsp;</p><p> </p>", []),
        ("", []),
    ],
)
def test_the_rule_of_extraction(page: str, expected: list[str]) -> None:
    """Blocks and breaks part lines, blanks become one, lists are marked and indented."""
    assert lines(page) == expected


def test_the_rule_is_named_and_the_digest_is_that_of_the_html() -> None:
    """The capture keeps the extracted text with its own digest, and beside it the rule and the digest of what was given."""
    page = b"\xef\xbb\xbf<!doctype html><h1>A title</h1><p>Some text.</p>"
    document, _ = read(page)
    assert document.capture.text == "A title\nSome text."
    assert document.capture.sha256 == sha256_hex(document.capture.text.encode())
    assert document.capture.extraction == iom.Extraction(rule=EXTRACTION, sha256=sha256_hex(page))
    assert EXTRACTION == "html-1"
    assert iom.loads(iom.dumps(document), iom.Document) == document
    assert iom.ingest("A title\nSome text.").capture.extraction is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("<!doctype HTML PUBLIC '-//W3C'>", True),
        ("<html>", True),
        ("<HTML lang=en>", True),
        ("\ufeff \n<!-- saved\nfrom --> <!-- x --><html >", True),
        ("<?xml version='1.0'?>\n<!DOCTYPE html>", True),
        ("<htmlx>", False),
        ("<p>one</p>", False),
        ("x <html>", False),
        ("<!-- x <html>", False),
        ("<!DOCTYPE svg>", False),
        (" " * 5000 + "<html>", False),
        ("", False),
    ],
)
def test_what_is_taken_for_html(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A document type or root tag that comes first makes a page HTML; all else is text."""
    assert is_html(text) is expected


def test_the_syntax_may_be_said() -> None:
    """A fragment can be read as HTML, a page of HTML as text; another syntax is refused."""
    assert iom.ingest("<p>One <b>two</b>.</p>", syntax="html").capture.text == "One two."
    page = "<html><p>One two.</p></html>"
    assert iom.ingest(page, syntax="text").capture.text == page
    assert iom.ingest(page, syntax="text").capture.extraction is None
    with pytest.raises(ValueError, match="unknown syntax 'markdown'; one of text, html"):
        iom.ingest(page, syntax="markdown")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the parser the one command that mends it is told; text needs none."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(iom.MissingExtra, match=r"needs selectolax.*iom-content\[html\]"):
        iom.ingest("<html><p>One.</p></html>")
    assert iom.ingest("One line").statement is None


def test_deep_nesting_is_refused() -> None:
    """Elements nested deeper than any page is are refused before they cost quadratic time; unclosed paragraphs are not nested."""
    with pytest.raises(iom.UnreadableInput, match=f"nested deeper than {MAX_NESTING}"):
        iom.ingest("<html>" + "<div>" * (MAX_NESTING + 1))
    assert lines("<div>" * MAX_NESTING + "x") == ["x"]
    assert len(lines("<p>x" * (MAX_NESTING + 9))) == MAX_NESTING + 9
    assert lines("</div>" * 9 + "<div>" * MAX_NESTING + "x<br>y") == ["x", "y"]


@pytest.mark.parametrize(
    "page", ["<html>", "<html hidden>x</html>", "<html><script>x</script></html>", "<!doctype html><body> &nbsp; </body>"]
)
def test_pages_without_text(page: str) -> None:
    """A page that shows nothing is empty, with the digest of its HTML."""
    document = iom.ingest(page)
    assert (document.capture.text, [note.code for note in document.notes], document.statement) == ("", ["empty"], None)
    assert document.capture.extraction is not None


def test_pages_without_a_statement() -> None:
    """A page of nothing but a menu, or of furniture, has none."""
    document = iom.ingest(f"<html>{MENU}</html>")
    assert document.organization is not None
    assert document.notes == (iom.Note(code="no-statement", message="nothing but furniture of the site stands on the page"),)
    document = iom.ingest("<html lang='pt-BR'><nav>Menu</nav><aside>Lamps</aside></html>")
    assert (document.organization, document.language) == (None, "pt-BR")
    assert iom.ingest("<html lang='?'><nav>Menu</nav></html>").language is None
    assert iom.ingest("<html lang><nav>Menu</nav></html>").language is None


def test_classes_of_our_own_pages_name_kinds() -> None:
    """Of a paragraph alone: other elements have such classes for other reasons."""
    page = (
        "<html><h1>A title</h1><p class=salutation>All of you</p><p class='media x'>It is.</p><p class=delivery-note>It was.</p>"
        "<div class=media><p>It is here.</p></div><p class=x>Dear friends,</p><p class>It is there.</p></html>"
    )
    _, statement = read(page)
    kinds = ["salutation", "media", "delivery_note", "paragraph", "salutation", "paragraph"]
    assert [block.kind for block in statement.blocks] == kinds


def test_pages_that_list_others() -> None:
    """Three articles with headings, or any sign in the lines, make a list; the navigation is read all the same."""
    card = "<article><h2>A page</h2><p>It is a page.</p></article>"
    document = iom.ingest(f"<html>{MENU}<main><h1>News</h1>{card * 3}</main></html>")
    assert document.statement is None
    assert document.organization is not None
    assert [note.code for note in document.notes] == ["listing-page"]
    assert [part.kind.value for part in document.residue] == ["listing"]
    assert iom.ingest(f"<html><main><h1>News of the pier</h1>{card * 2}</main></html>").statement is not None
    assert iom.ingest(f"<html><main><h1>A title</h1>{'<article><p>It is a page.</p></article>' * 3}</main></html>").statement is not None
    assert iom.ingest("<html><p>Displaying 1 - 2 of 9</p><p>A page.</p></html>").statement is None


@pytest.mark.parametrize(
    ("page", "title", "blocks"),
    [
        ("<main><h1>A title</h1><p>It is.</p></main><h1>No title</h1>", "A title", ["It is."]),
        ("<header><h1>A title</h1></header><main><p>It is.</p></main>", "A title", ["It is."]),
        ("<div role=main><h1>A title</h1><p>It is.</p></div><p>No.</p>", "A title", ["It is."]),
        ("<h1>A title<br>of two lines</h1><p>It is.</p>", "A title of two lines", ["It is."]),
        ("<p>Above.</p><h1>A title.</h1><p>It is.</p>", "A title.", ["It is."]),
        ("<h1>28 Nov 2018</h1><p>It is.</p>", "28 Nov 2018", ["It is."]),
        ("<h1>***</h1><p>It is.</p>", "***", ["It is."]),
        ("<h1>Menu</h1><p>It is.</p>", "Menu", ["It is."]),
        ("<div>News</div><h1>Global</h1><p>It is.</p>", "Global", ["It is."]),
        ("<h1>News</h1><p>It is.</p>", "News", ["It is."]),
        ("<h2>A title</h2><p>It is.</p>", "A title", ["It is."]),
        ("<h1>A title<p>It is.<p>It was.<ul><li>Oil</ul>", "A title", ["It is.", "It was.", "Oil"]),
        ("<h1><p>A title</p></h1><p>It is.</p>", "A title", ["It is."]),
        ("<p>It is a lamp, and it is lit.</p><p>It is.</p>", None, ["It is a lamp, and it is lit.", "It is."]),
        ("<h1>\u200b</h1><p>It is a lamp, and it is lit.</p>", None, ["It is a lamp, and it is lit."]),
    ],
)
def test_titles(page: str, title: str | None, blocks: list[str]) -> None:
    """The first heading of the first rank is the title, whatever it says; without one the words decide."""
    _, statement = read(f"<html>{page}</html>")
    assert statement.title == title
    assert [block.text for block in statement.blocks] == blocks


def test_a_list_beside_the_menu_is_none_of_it() -> None:
    """Where no element is marked as navigation, one list is the menu and another belongs to the text."""
    document, statement = read("<html><ul><li>Our Work<li>2030 Agenda</ul><h1>A title</h1><p>It is.</p><ul><li>Oil<li>Wax</ul></html>")
    assert document.organization is not None
    assert [section.title for section in document.organization.sections] == ["Our Work", "2030 Agenda"]
    assert [block.kind.value for block in statement.blocks] == ["paragraph", "list_item", "list_item"]


def test_the_menu_tells_the_language_first() -> None:
    """A text in another language than the menu's is noted."""
    menu = (
        "<nav><ul><li>Qui sommes nous<p>L'OIM est dans les ports et nous sommes pour les lampes, avec tous.</p><li>2030 Agenda</ul></nav>"
    )
    document, statement = read(f"<html>{menu}<h1>The lamp</h1><p>We have to see that the lamp is lit and that it is for all.</p></html>")
    assert (document.language, statement.language) == ("fr", "en")
    assert "mixed-language" in {note.code for note in document.notes}


def test_elements_stand_apart() -> None:
    """A line that goes on below in lower case is a title all the same where an element of its own follows."""
    _, statement = read("<html><p>The winter of the harbours</p><p>of the north came early.</p></html>")
    assert statement.title == "The winter of the harbours"


def test_the_text_tells_the_language_where_the_page_does_not() -> None:
    """The page's language is the menu's, else the text's, else the declared one."""
    text = "<h1>The lamp</h1><p>We have to see that the lamp is lit and that there are keepers for it.</p>"
    assert read(f"<html>{text}</html>")[0].language == "en"
    assert read(f"<html lang=fr>{text}</html>")[0].language == "en"
    assert read("<html lang=fr><h1>Oil</h1><p>Wax.</p></html>")[0].language == "fr"


def test_days_that_are_marked_up() -> None:
    """A time below the title is the day of publication; a day in plain words there is that of delivery."""
    _, statement = read("<html><h1>A title</h1><time>28 Nov 2018</time><p>27 Nov 2018</p><p>It is.</p></html>")
    assert (statement.published, statement.delivered) == (date(2018, 11, 28), date(2018, 11, 27))
    _, statement = read("<html><h1>A title</h1><p><time>Thursday, 28 Nov 2018</time></p><p>It is.</p></html>")
    assert statement.published == date(2018, 11, 28)
    _, statement = read("<html><h1>A title</h1><p><time>28 Nov</time></p><p>It is.</p></html>")
    assert (statement.published, statement.delivered) == (None, None)


def test_a_day_below_links_to_share() -> None:
    """A time between the title and the first sentence is the day of publication; one in the text is not."""
    shared = "<html><h1>A title</h1><ul><li>Letter<li>Radio</ul>{}<p>Lindhavn \u2013 It is.</p>{}</html>"
    _, statement = read(shared.format("<div><time>Mar 06, 2020</time></div>", ""))
    assert (statement.published, statement.place) == (date(2020, 3, 6), "Lindhavn")
    assert [block.text for block in statement.blocks] == ["Letter", "Radio", "Lindhavn \u2013 It is."]
    _, statement = read(shared.format("<time>6 March</time>", "<time>6 March 2020</time>"))
    assert statement.published is None


def test_labelled_days() -> None:
    """A label says which day is that of publication, wherever it stands; what differs from it is noted."""
    document, statement = read("<html><h1>A title</h1><p>Published: 6 March 2020</p><p>It is.</p></html>")
    assert (statement.published, statement.place, [block.text for block in statement.blocks]) == (date(2020, 3, 6), None, ["It is."])
    assert document.residue == ()
    document, statement = read("<html><h1>A title</h1><p>It is.</p><div>Published:</div><time>6 March 2020</time></html>")
    assert (statement.published, len(statement.blocks)) == (date(2020, 3, 6), 1)
    document, statement = read(
        "<html><div>News</div><time>5 March 2020</time><h1>A title</h1><p>It is.</p><p>Published: 6 March 2020</html>"
    )
    assert statement.published == date(2020, 3, 5)
    assert "further-date" in {note.code for note in document.notes}
    document, statement = read("<html><h1>A title</h1><p>It is.</p><p>Published: 6 March</p></html>")
    assert (statement.published, "date-without-year" in {note.code for note in document.notes}) == (None, True)


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("<p>1. Oil is dear.</p><p>2. Wax is not.</p>", ["list_item", "list_item"]),
        ("<ol><li>Oil</li></ol><p>It is.</p>", ["list_item", "paragraph"]),
        ("<p>\u201cIt is.\u201d</p><p>Photo: a lamp</p>", ["quotation", "caption"]),
        ("<table><caption>Lamps</caption><tr><td>One</td></tr></table>", ["caption", "paragraph"]),
        ("<p>Check against delivery</p><p>***</p><p>It is.</p>", ["delivery_note", "footer", "footer"]),
        ("<p>Oil<p>\u200b<p>READ MORE<p>Wax.", ["paragraph", "paragraph"]),
        ("<p>It is.</p><footer>It was.<p>\u200b</p></footer>", ["paragraph", "footer"]),
        ("<h2>- It rained.</h2><p>It is.</p>", ["heading", "paragraph"]),
        ("<h2>Autumn<p>It is.</p><ul><li>Oil</ul>", ["heading", "paragraph", "list_item"]),
        ("<p><b>Autumn of <time>2021</time></b></p><p>It rained, and the pier was wet for weeks.</p>", ["heading", "paragraph"]),
        ("<p>Autumn of <time>2021</time></p><p>It rained, and the pier was wet for weeks.</p>", ["paragraph", "paragraph"]),
    ],
)
def test_kinds_of_blocks(page: str, kinds: list[str]) -> None:
    """Elements say what a block is; what they do not say the words may."""
    _, statement = read(f"<html><main><h1>A title</h1>{page}</main></html>")
    assert [block.kind.value for block in statement.blocks] == kinds


@pytest.mark.parametrize(
    "menu",
    [
        "<div role=navigation>{0}</div>",
        "<div id=menu>{0}</div>",
        "<nav><ul><li>Home<li>Contact</ul></nav><nav>{0}</nav>",
        "<nav><p>Menu</p>{0}<p>Search</p></nav>",
    ],
)
def test_where_a_navigation_is_found(menu: str) -> None:
    """The menu whose entries are the organization's is found, whatever element it lies in."""
    items = "<ul><li>Who we are<p>It lends lamps to all who walk at night, and has done so for long.<li>Our Work<li>2030 Agenda</ul>"
    document = iom.ingest(f"<html>{menu.format(items)}<main><h1>A title</h1><p>It is.</p></main></html>")
    assert document.organization is not None
    assert [section.title for section in document.organization.sections] == ["Who we are", "Our Work", "2030 Agenda"]
    assert document.organization.summary == "It lends lamps to all who walk at night, and has done so for long."


def test_what_of_a_menu_is_no_section() -> None:
    """Labels that are too long, words beside the labels and words after the lower lists are furniture."""
    late = "<p>It is a summary that comes too late.</p>"
    page = f"<nav><ul><li>Our Work<p>Go</p><ul><li>Oil</ul>{late}<li>{'x' * 120}<li>2030 Agenda</ul></nav>"
    document = iom.ingest(f"<html>{page}<p>It is.</p></html>")
    assert document.organization is not None
    assert [section.title for section in document.organization.sections] == ["Our Work", "2030 Agenda"]
    assert [section.summary for section in document.organization.sections] == [None, None]
    assert [len(part.spans) for part in document.residue] == [3]


def test_only_the_first_summary_counts() -> None:
    """A second paragraph below a label is furniture."""
    first, second = (f"It lends lamps to all who walk at night, {word}." for word in ("and it rains", "or not"))
    document = iom.ingest(f"<html><nav><ul><li>Our Work<p>{first}<p>{second}<li>2030 Agenda</ul></nav></html>")
    assert document.organization is not None
    assert document.organization.sections[0].summary == first
    assert [part.kind.value for part in document.residue] == ["chrome"]


def test_levels_without_labels() -> None:
    """A list inside an entry without a label hangs where one is missing, and nothing is lost."""
    document = iom.ingest("<html><nav><ul><li><ul><li>Our Work<ul><li>Oil</ul></ul><li>2030 Agenda</ul></nav></html>")
    assert document.organization is not None
    assert [(section.title, [child.title for child in section.children]) for section in document.organization.sections] == [
        ("Our Work", ["Oil"]),
        ("2030 Agenda", []),
    ]
    deep = "<html><nav><ul><li>2030 Agenda<li>Our Work" + "<ul><li>Oil" * 60 + "</nav></html>"
    assert iom.ingest(deep).organization is not None


_TAGS = [
    "p",
    "div",
    "ul",
    "li",
    "ol",
    "nav",
    "main",
    "h1",
    "h2",
    "header",
    "footer",
    "aside",
    "span",
    "b",
    "time",
    "br",
    "blockquote",
    "figure",
    "figcaption",
    "article",
    "pre",
    "td",
    "a",
    "script",
    "button",
    "form",
]
_WORDS = [
    "Who we are", "WHO WE ARE", "WHO WE AREWe lend.", "2030 Agenda", "Our Work", "x", "A title", "28 Nov 2018", "Published Date:", "News",
    "Global", "Excellencies,", "Lindhavn \u2013 The pier is open.", "\u200b", "&nbsp;", "\n", "  a  b ", "&lt;", "***", "Read more",
    "Some text that is long enough to be a summary of a section of the site.", "- oil", "- ", "\u2028", "\x1b", "\x1c", "&#0;", "Tags: x",
]  # fmt: skip
_ATTRIBUTES = ["", " hidden", " class='sr-only'", " style='display: none'", " role=navigation", " role=main", " lang=fr"]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """HTML of any shape, made of what the reader looks for."""
    tag = st.sampled_from(_TAGS)
    opened = st.builds("<{}{}>".format, tag, st.sampled_from(_ATTRIBUTES))
    parts = draw(st.lists(opened | opened | tag.map("</{}>".format) | st.sampled_from(_WORDS) | st.text(max_size=8), max_size=40))
    return draw(st.sampled_from(["<html>", "<!doctype html>", "<html lang='fr'><body>"])) + "".join(parts)


@given(pages())
@settings(max_examples=3 * settings().max_examples)
def test_each_visible_character_is_owned_once(covering: Callable[[iom.Document], list[tuple[str, iom.Span]]], page: str) -> None:
    """Whatever the elements, each character of the extracted text that is no blank has exactly one owner."""
    document = iom.ingest(page)
    text, last = document.capture.text, 0
    for _, span in covering(document):
        assert span.start >= last
        assert not text[last : span.start].strip()
        last = span.end
    assert not text[last:].strip()
    assert text == "\n".join(lines(page))


@pytest.mark.parametrize(
    ("head", "unit", "times"),
    [
        ("", "<p>Some words of a line.</p>", 12_000),
        ("<p>", "<b>x</b> ", 50_000),
        ("<p>", "word ", 500_000),
        ("", "<div>" * 400 + "x" + "</div>" * 400, 100),
        ("", "<nav><ul><li>Our Work<li>x</ul></nav>", 2_500),
        ("", "<!-- ", 200_000),
    ],
    ids=range(6),
)
def test_reading_html_takes_linear_time(head: str, unit: str, times: int, growth: Growth) -> None:
    """The cost of pages of any shape grows as they do, and large ones are read; elements are never compared by what they hold."""
    assert iom.ingest("<html>" + head + unit * times).capture.extraction is not None
    assert growth(lambda times: iom.ingest("<html>" + head + unit * times), max(times // 100, 3)) < 5


def test_an_address_that_spells_a_sentence_shows_the_title() -> None:
    """As in a text: what the last part of the address says above the text names it, even a whole sentence."""
    page = "<html><body><main><p>The boats will not wait.</p><p>The tide turns, and it is late, friends.</p></main></body></html>"
    assert read(page, "https://a.example/boats/the-boats-will-not-wait")[1].title == "The boats will not wait."
    assert read(page)[1].title is None
