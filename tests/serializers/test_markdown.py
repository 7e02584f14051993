"""Markdown, judged by a CommonMark processor: the words come out as they went in."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import iom_content as iom
from iom_content.serializers import markdown
from iom_content.serializers.wording import spelled, statement_facts
from iom_content.testing.strategies import documents, organizations, reports, statements, terms

HOSTILE = (
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<https://example.org>",
    "`code` ``code``",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "[x]: https://example.org",
    "[x][y] [^1]",
    "# heading",
    "heading #",
    "- entry",
    "+ entry",
    "* entry",
    "-",
    "1. first",
    "12) twelfth",
    "1234567890. too long for a list",
    "> quoted",
    "a | b",
    "| - |",
    "===",
    "---",
    "***",
    "___",
    "- - -",
    "~~~ fence",
    "``` fence",
    "~~gone~~",
    "*a* **b** _c_ __d__ snake_case",
    "trailing backslash \\",
    "\\* escaped already",
    "&amp; &#35; &copy; & AT&T",
    "    four blanks",
    "\ttab",
    "two blanks at the end  ",
    "line\nfeed",
    "text\n===",
    "text\n---",
    "text\n\n# heading",
    "text\n- entry",
    "windows\r\nline",
    "\u00a0no-break\u00a0space\u00a0",
    "\u3000wide\u3000",
    "par\u2029agraph",
    "bell\x07 and escape \x1b[31m",
    "\u202eoverridden\u202c",
    "null\x00",
    "$x$ @name :smile: https://example.org/a_b_c?d=e&f=g#h",
)


class Judge:
    """A CommonMark processor that tells the text of each block and refuses markup inside it, links included."""

    def __init__(self, *extensions: str) -> None:
        """Take the plain dialect, with extensions that other processors have."""
        self.processor = MarkdownIt("commonmark").enable(list(extensions))

    def blocks(self, text: str) -> list[tuple[str, str]]:
        """Return the tag around each text, and the text."""
        tokens = self.processor.parse(text)
        assert {token.type for token in tokens} <= {
            f"{name}_{end}" for name in ("paragraph", "heading", "bullet_list", "list_item", "blockquote") for end in ("open", "close")
        } | {"inline", "hr"}
        return [(before.tag, self._text(token)) for before, token in pairwise(tokens) if token.type == "inline"]

    def texts(self, text: str) -> list[str]:
        """Return the text of each block."""
        return [words for _, words in self.blocks(text)]

    @staticmethod
    def _text(token: Token) -> str:
        children = token.children or []
        assert {child.type for child in children} <= {"text", "text_special", "hardbreak"}, token.content
        return "".join("\n" if child.type == "hardbreak" else child.content for child in children)

    def links(self, text: str) -> list[tuple[str, str]]:
        """Return the address and the text of each link of a text that has no other markup."""
        inline = [token.children or [] for token in self.processor.parse(text) if token.type == "inline"]
        found = []
        for children in inline:
            starts = [index for index, child in enumerate(children) if child.type == "link_open"]
            assert all(children[index].info == "auto" and children[index + 2].type == "link_close" for index in starts)
            assert sum(child.type not in {"text", "text_special", "hardbreak"} for child in children) == 2 * len(starts)
            found += [(str(children[index].attrs["href"]), children[index + 1].content) for index in starts]
        return found


COMMONMARK = Judge()
GITHUB = Judge("table", "strikethrough")


def paragraph(text: str) -> iom.Block:
    """Return a paragraph."""
    return iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text)


def item(text: str, depth: int | None = None) -> iom.Block:
    """Return a list item."""
    return iom.Block(kind=iom.BlockKind.LIST_ITEM, text=text, depth=depth)


@pytest.mark.parametrize("judge", [COMMONMARK, GITHUB], ids=["commonmark", "github"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(text: str, judge: Judge) -> None:
    """In a block of any kind nothing of it is markup; only control characters and overrides are spelled out."""
    for kind in iom.BlockKind:
        assert judge.texts(markdown.dumps(iom.Block(kind=kind, text=text))) == [spelled(text)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_in_every_place(text: str) -> None:
    """Titles, summaries, facts, notes, findings, forms and residue are no safer than blocks."""
    words = spelled(text)
    assert COMMONMARK.texts(markdown.dumps(iom.Section(id="a", title=text, summary=text))) == [words, words]
    organization = iom.Organization(id="o", name=text, acronym=text, summary=text)
    assert COMMONMARK.texts(markdown.dumps(organization)) == [f"{words} ({words})", words]
    statement = iom.Statement(id="s", organization="o", title=text, speaker=text, place=text)
    assert COMMONMARK.texts(markdown.dumps(statement)) == [words, f"place: {words}\nspeaker: {words}"]
    term = iom.Term(id="t", name=text, language="en", short_forms=(text,), wrong_forms=(text,))
    assert COMMONMARK.texts(markdown.dumps(term)) == [words, f"also: {words}", f"wrong: {words}"]
    report = iom.Report(findings=(iom.Finding(rule="x", message=text, file=text, hint=text),))
    assert COMMONMARK.texts(markdown.dumps(report)) == ["not ok: 1 finding (1 error)", f"{words}: error x: {words}", f"hint: {words}"]


@given(st.text(min_size=1))
def test_any_text_comes_out_as_text(text: str) -> None:
    """Law: parsing what is written of a text gives the text."""
    assert COMMONMARK.texts(markdown.escaped(text)) == [spelled(text)]
    assert GITHUB.texts(markdown.escaped(text)) == [spelled(text)]


@given(st.text(alphabet="\\`*_[]<>#&~|-+=0123.)(! \n\t:;ax", min_size=1))
def test_any_marks_come_out_as_text(text: str) -> None:
    """The same where nearly every character could be markup."""
    for template in ("{}", "# {}", "> {}", "- {}", "- a\n  - {}"):
        assert COMMONMARK.texts(template.format(markdown.escaped(text)))[-1] == spelled(text)


@given(statements())
def test_a_statement_comes_out_block_by_block(statement: iom.Statement) -> None:
    """Law: the texts of a parsed statement are its title, its facts and its blocks, in order."""
    facts = "\n".join(spelled(f"{label}: {words}") for label, words in statement_facts(statement))
    wanted = [statement.title and spelled(statement.title), facts, *(spelled(block.text) for block in statement.blocks)]
    assert COMMONMARK.texts(markdown.dumps(statement)) == [text for text in wanted if text]


@given(st.one_of(organizations(), documents(), terms(), reports(), st.tuples(terms(), statements())))
def test_no_value_writes_markup_of_its_own(value: Any) -> None:
    """Whatever a value holds, only headings, lists, paragraphs, quotations and the rule above the credit appear."""
    text = markdown.dumps(value, catalog=iom.load())
    COMMONMARK.blocks(text)
    assert not any(character in text for character in "\x00\x1b\x9b\u202e")


def test_kinds_of_blocks_have_their_form() -> None:
    """Headings, quotations and lists are what they are; everything else is a paragraph."""
    assert COMMONMARK.blocks(markdown.dumps(iom.Block(kind=iom.BlockKind.HEADING, text="A"))) == [("h2", "A")]
    assert markdown.dumps(iom.Block(kind=iom.BlockKind.QUOTATION, text="A")) == "> A\n"
    assert markdown.dumps(item("A", 3)) == "- A\n"
    assert markdown.dumps(iom.Block(kind=iom.BlockKind.CAPTION, text="A")) == "A\n"


@pytest.mark.parametrize(
    ("depths", "indents"),
    [
        ((1, 2, 3, 2, 1), (0, 1, 2, 1, 0)),
        ((None, 1, 2), (0, 0, 1)),
        ((3, 1, 2), (0, 0, 1)),
        ((1, 9, 5, 5), (0, 1, 1, 1)),
        ((2, 1_000_000, 3), (0, 1, 1)),
        (tuple(range(1, 12)), (0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 6)),
    ],
)
def test_lists_nest_as_far_as_items_lead(depths: tuple[int | None, ...], indents: tuple[int, ...]) -> None:
    """An item lies below the nearest one before it that is less deep, however many levels are left out."""
    blocks = tuple(item(f"entry {index}", depth) for index, depth in enumerate(depths))
    text = markdown.dumps(iom.Statement(id="s", organization="o", blocks=blocks))
    assert [(len(line) - len(line.lstrip())) // 2 for line in text.splitlines()] == list(indents)
    tokens = [token for token in COMMONMARK.processor.parse(text) if token.type == "inline"]
    assert [(token.level - 3) // 2 for token in tokens] == list(indents)
    assert [token.content for token in tokens] == [block.text for block in blocks]


def test_a_list_ends_where_another_block_begins() -> None:
    """Facts, lists and paragraphs stay apart."""
    statement = iom.Statement(id="s", organization="o", place="Paris", blocks=(item("A"), item("B"), paragraph("C"), item("D")))
    assert markdown.dumps(statement) == "place: Paris\n\n- A\n- B\n\nC\n\n- D\n"


def test_sections_are_headings_as_deep_as_there_are() -> None:
    """Children are one level deeper than their parent, the sixth level being the last."""
    section = iom.Section(id="/".join("a" * 8), title="A8")
    for level in range(7, 0, -1):
        section = iom.Section(id="/".join("a" * level), title=f"A{level}", children=(section,))
    assert [tag for tag, _ in COMMONMARK.blocks(markdown.dumps(section))] == ["h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6"]
    organization = iom.Organization(id="o", name="Office", sections=(section,))
    assert [tag for tag, _ in COMMONMARK.blocks(markdown.dumps(organization))][:3] == ["h1", "h2", "h3"]


def test_a_document_shows_its_parts_residue_and_notes() -> None:
    """What is known of the capture, what was read, what fitted nowhere and what is to be known."""
    document = iom.ingest("A line of no known form\n* and a second", url="https://example.org/page")
    assert COMMONMARK.texts(markdown.dumps(document)) == [
        f"Document {document.id}",
        "address: https://example.org/page\ncaptured: unknown",
        "Residue",
        "unrecognized: A line of no known form",
        "unrecognized: * and a second",
        "Notes",
        *(f"{note.code}: {note.message}" for note in document.notes),
    ]


def test_the_bundled_document_begins_with_its_parts() -> None:
    """Organization and statement stand in a document as they stand alone."""
    document = iom.load().documents["4e89fe63437d"]
    text = markdown.dumps(document)
    assert document.organization is not None
    assert document.statement is not None
    assert text.startswith("# Document 4e89fe63437d\n")
    assert markdown.dumps(document.organization) in text
    assert markdown.dumps(document.statement) in text


def test_the_credit_is_the_last_line() -> None:
    """With a catalog its attribution ends the text, once, below a rule; a report has none."""
    catalog = iom.load()
    assert catalog.rights is not None
    section, term = catalog.sections["our-work"], catalog.terms["sdg-summit"]
    text = markdown.dumps((section, term), catalog=catalog)
    assert text == markdown.dumps((section, term)) + f"\n---\n\n{markdown.escaped(catalog.rights.attribution)}\n"
    assert COMMONMARK.texts(text)[-1] == catalog.rights.attribution
    assert markdown.dumps(iom.Report(), catalog=catalog) == "ok: 0 findings\n"


def test_findings_name_their_place() -> None:
    """File, line, column, severity, rule, pointer and message; below them what the message does not say, each fact an entry."""
    full = iom.Finding(
        rule="missing", message="wrong", pointer="/a/0", file="a.json", line=2, column=3, excerpt="5", expected="text", hint="mend it",
        link="https://example.org/rule",
    )  # fmt: skip
    assert markdown.dumps(iom.Report(findings=(full, full))) == "not ok: 2 findings (2 errors)\n\n" + 2 * (
        "- a.json:2:3: error missing /a/0: wrong\n  - found: 5\n  - expected: text\n  - hint: mend it\n  - see: <https://example.org/rule>\n"
    )
    assert COMMONMARK.texts(markdown.dumps(iom.Finding(rule="missing", message="wrong"))) == ["error missing: wrong"]
    said = iom.Finding(rule="missing", message="expected text, found 5", excerpt="5", expected="text")
    assert COMMONMARK.texts(markdown.dumps(said)) == ["error missing: expected text, found 5"]


@pytest.mark.parametrize("judge", [COMMONMARK, GITHUB], ids=["commonmark", "github"])
@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("http://example.org/page?a=b&d=e#:~:text=Ferries%20sail,-late", "http://example.org/page?a=b&d=e#:~:text=Ferries%20sail,-late"),
        ("https://example.org/caf\u00e9", "https://example.org/caf%C3%A9"),
        ("https://example.org/%5Bx%5D(y)*z*", "https://example.org/%5Bx%5D(y)*z*"),
        # What CommonMark would decode to another address.
        ("https://example.org/?a=1&copy;=2&b#&amp;", "https://example.org/?a=1&copy%3B=2&b#&amp%3B"),
        ("https://example.org/&#35;", "https://example.org/&#35%3B"),
    ],
)
def test_the_link_of_a_finding_is_a_link(judge: Judge, address: str, href: str) -> None:
    """The address as it is, but for what is unsafe there or would be read as something else, which is percent-encoded."""
    text = markdown.dumps(iom.Report(findings=(iom.Finding(rule="x", message="wrong", link=address),)))
    assert f"  - see: <{href}>\n" in text
    assert [link for link, _ in judge.links(text)] == [href]


@pytest.mark.parametrize("judge", [COMMONMARK, GITHUB], ids=["commonmark", "github"])
@pytest.mark.parametrize(
    "address",
    [
        *HOSTILE,
        "javascript:alert(1)",
        "data:text/html,<script>",
        "ftp://example.org",
        "//example.org",
        "www.example.org",
        "https://",
        "https://exa mple.org",
        "https://example.org/[x](y)",
        "https://ex\u0430mple.org",
        "https://example.org@example.com",
        "https://example.org/><script>alert(1)</script>",
        "https://example.org/\u202egpj.exe",
        "https://example.org/\nhttps://example.com",
    ],
)
def test_a_link_that_is_no_safe_address_is_text(judge: Judge, address: str) -> None:
    """Only whole addresses of the web become links, and none that shows itself otherwise than it is."""
    found = judge.texts(markdown.dumps(iom.Finding(rule="x", message="wrong", link=address)))
    assert found == ["error x: wrong", f"see: {spelled(address)}"]


@pytest.mark.parametrize("address", ["https://example.org/a_b", "<https://example.org/>"])
def test_an_address_in_a_text_is_text(address: str) -> None:
    """Nothing but the link of a finding is one; what its other fields say may come from anywhere."""
    finding = iom.Finding(rule="x", message=address, hint=address, excerpt=f"({address})", expected=f"[{address}]")
    assert COMMONMARK.texts(markdown.dumps(finding)) == [
        f"error x: {address}",
        f"found: ({address})",
        f"expected: [{address}]",
        f"hint: {address}",
    ]


@given(st.one_of(st.text(), st.text().map("https://example.org/{}".format)))
def test_a_link_is_text_or_one_address(address: str) -> None:
    """Law: whatever a link holds, it is one link to a web address or plain text."""
    for judge in (COMMONMARK, GITHUB):
        links = judge.links(markdown.dumps(iom.Finding(rule="x", message="wrong", link=address)))
        assert len(links) <= 1
        assert all(href.startswith(("https://", "http://")) and href.isascii() for href, _ in links)


def test_it_is_one_way() -> None:
    """Nothing is read back from Markdown."""
    assert markdown.loads is None
    assert (markdown.FORMAT.name, markdown.FORMAT.media_type, markdown.FORMAT.suffix) == ("markdown", "text/markdown", ".md")


@pytest.mark.parametrize("value", [iom.Catalog(), iom.Event(name="Open day"), None], ids=repr)
def test_another_value_is_refused(value: object) -> None:
    """The error names its class."""
    with pytest.raises(
        iom.UnsupportedValue, match=f"^format 'markdown' cannot carry a value of {type(value).__name__}: it has no wording for people$"
    ):
        markdown.dumps(value)
