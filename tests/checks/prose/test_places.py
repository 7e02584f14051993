"""Where visible words stand in the source: exact in every syntax, whatever stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.checks.prose.extract import SYNTAXES, prose_of
from iom_content.checks.prose.runs import UNSEEN
from iom_content.checks.prose.source import Lines

STALE = "The old guide says that IOM has 173 member states"
FRAGMENTS = [
    *("word", "a ferry", "“so it goes”", " ", "\n", "\r\n", "\n\n", "\t", "    ", "🚢", "é", "0"),
    *(
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~",
        "[",
        "](x)",
        "]",
        "[r]: /x\n",
        "![",
        "<",
        ">",
        "&amp;",
        "&#8217;",
        "&nbsp;",
        "&bogus;",
        "&",
        "\\*",
        "\\",
    ),
    *("- ", "1. ", "> ", "# ", "---\n", "| ", " |\n", "|---|\n", "===\n", "[^1]", "[1]", "http://a.example/b", "<!-- ", " -->"),
    *(
        "<p>",
        "</p>",
        "<em>",
        "</em>",
        "<br>",
        "<li>",
        "</li>",
        "<blockquote>",
        "<pre>",
        "</pre>",
        "<script>",
        "<q>",
        "</q>",
        "<sup>1</sup>",
        "<td>",
    ),
    *(
        '<a href="x">',
        "</a>",
        "<p hidden>",
        "<![CDATA[",
        "<?x ?>",
        "</",
        "<!x>",
        '<html lang="fr">',
        "<textarea>",
        "iom-content: ignore[x]",
    ),
]
SOURCES = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)


@given(source=SOURCES, syntax=st.sampled_from([*SYNTAXES]))
def test_visible_characters_stand_where_they_are_said_to(source: str, syntax: str) -> None:
    """Plain ones are those of the source; offsets never go back, nor outside; no run is blank."""
    for run in prose_of(source, syntax).runs:
        assert run.text.strip()
        last = 0
        for at, character in enumerate(run.text):
            start, end = run.source_range(at, at + 1)
            assert last <= start <= end <= len(source)
            last = start
            if run.is_plain(at, at + 1) and character != UNSEEN:
                assert source[start] == character
                assert end == start + 1


@given(source=SOURCES, syntax=st.sampled_from([*SYNTAXES]))
def test_no_article_raises(source: str, syntax: str) -> None:
    """Whatever it says, and each finding has a place in it."""
    text = f"IOM {source}{STALE}{source} said “We need bold {source} commitments” {source}"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in iom.check_prose(text, syntax=syntax).findings:
        assert finding.line is not None
        assert finding.column is not None
        assert finding.column <= len(lines[finding.line - 1]) + 1


INLINE = {
    "markdown": [
        "{}",
        "*{}*",
        "**{}**",
        "[{}](http://x.example/173 '173')",
        "[{}][r]",
        "~~gone~~ {}",
        "&lt; {}",
        "\\* {}",
        "`173` {}",
        "![173](x) {}",
        "a  \n{}",
        "<b title='173'>{}</b>",
        "*a **{}** b*",
        "http://x.example/173 {}",
        "<!-- 173 --> {}",
        "word[^173] {}",
    ],
    "html": [
        "{}",
        "<em>{}</em>",
        "<a href='173' title='173'>{}</a>",
        "&amp; {}",
        "<code>173</code> {}",
        "<b>a</b> <i>{}</i>",
        "<!-- 173 -->{}",
        "a<br>{}",
        "<img alt='173'> {}",
        "<script>173</script>{}",
        "&#49;&#55;&#51; {}",
    ],
    "text": ["{}", "http://x.example/173 {}", "📦 {}", "a\n{}"],
}
BLOCKS = {
    "markdown": [
        "{}\n",
        "- {}\n",
        "1. a\n\n   {}\n",
        "> {}\n",
        "> - a\n>   - {}\n",
        "# {}\n",
        "{}\n===\n",
        "| a | b |\n|---|---|\n| a \\| | {} |\n",
        "---\nt: 173\n---\n{}\n",
        "```\n173\n```\n{}\n",
        "    173\n\n{}\n",
        "\t173\n\n-\t{}\n",
        "\r\n{}\r\n",
        "<div>\n\n{}\n\n</div>\n",
        "[r]: /173 '173'\n\n{}\n",
    ],
    "html": [
        "<p>{}</p>",
        "<ul><li>a<li>{}</ul>",
        "<table><tr><td>173<td>{}</table>",
        "<blockquote><p>{}</p></blockquote>",
        "<pre>173</pre>\n<h2>{}</h2>",
        "<div><p>a<p>{}</div>",
        "<style>173</style><!-- a\nb --><dl><dt>a<dd>{}</dl>",
        "<p hidden>173</p><p>{}</p>",
    ],
    "text": ["{}\n", "- {}\n", "a\n\n  {}\n", "> {}\n", "12) {}\n", "\ta\r\n\r\n{}\r\n"],
}


@pytest.mark.parametrize("syntax", [*INLINE])
def test_places_are_exact_in_all_markup(syntax: str) -> None:
    """Inside links, emphasis, lists, block quotes, tables, behind entities and definitions."""
    for block in BLOCKS[syntax]:
        for inline in INLINE[syntax]:
            if "\n" in inline and ("{}\n===" in block or "|" in block or block.startswith(("#", ">", "- ", "1", "\t"))):
                continue
            text = "Before.\n\n" * (not block.startswith("---")) + block.replace("{}", inline.replace("{}", STALE))
            expected = Lines(text).place(text.index(STALE) + STALE.index("173"))
            report = iom.check_prose(text, syntax=syntax, rules=["figure-stale"])
            assert [(finding.line, finding.column) for finding in report.findings] == [expected], text


@pytest.mark.parametrize(
    ("source", "syntax", "texts"),
    [
        ("a\n\nb\nc\n\n- d\n- e\n  f\n\n> g\n>\n> h", "text", ["a", "b\nc", "d", "e\n  f", "g\n", "h"]),
        ("x:\n\n    quoted words here\n\nplain", "text", ["x:", "    quoted words here", "plain"]),
        ("<p>a<sup>1</sup> b</p><p>c<sup>nd</sup> d</p>", "html", ["a1 b", "cnd d"]),
        ("<p>a <span style='display: none'>b</span><span hidden>c</span>d</p>", "html", ["a d"]),
        ("<p>a<code>b</code>c <del>d</del>e</p>", "html", [f"a{UNSEEN}c e"]),
        ("<!doctype html><p>a</b>b</p></div>c", "html", ["ab", "c"]),
        ("a <b", "html", ["a <b"]),
        ("<p>a<!-- b <p>c", "html", ["a"]),
        ("<p>a<!-->b<!--->c", "html", ["abc"]),
        ("a<![CDATA[ b ]]>c<![if x]>d", "html", ["acd"]),
        ("<script>a", "html", []),
        ("a\n***\nb\n<br>\nc", "markdown", ["a", "b\n\n\nc"]),
        ("+++\nt = 1\n+++\na", "markdown", ["a"]),
        ("---\nt: 1\n...\na", "html", ["a"]),
        ("a `b` <http://c.example> ![d](e) f", "markdown", [f"a {UNSEEN} {UNSEEN}  f"]),
    ],
)
def test_what_a_reader_sees(source: str, syntax: str, texts: list[str]) -> None:
    """Block by block; code and addresses leave a sign, what is hidden nothing."""
    assert [run.text for run in prose_of(source, syntax).runs] == texts


def test_runs_show_themselves() -> None:
    """In debugging."""
    assert [repr(run) for run in prose_of("# Ferries\n\nb", "markdown").runs] == ["<Run h1 'Ferries'>", "<Run p 'b'>"]
