"""From the source of an article to what a reader sees of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from iom_content.checks.prose.builder import Builder
from iom_content.checks.prose.hypertext import read_html
from iom_content.checks.prose.plain import read_plain
from iom_content.checks.prose.runs import Prose
from iom_content.checks.prose.source import Fragment
from iom_content.model.catalog import Lookup

__all__ = ["SUFFIXES", "SYNTAXES", "prose_of"]

SYNTAXES: Final[Lookup[tuple[str, ...]]] = Lookup(
    "syntax",
    {
        "text": (".txt", ".text"),
        "markdown": (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"),
        "html": (".html", ".htm", ".xhtml"),
    },
)
"""The syntaxes that an article may be written in, each with the suffixes of its files."""

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType({suffix: syntax for syntax, suffixes in SYNTAXES.items() for suffix in suffixes})
"""The syntax that each suffix of a file tells."""

_END: Final = r"[ \t]*(?:\r\n?|\n)"
_FRONT_MATTER: Final = re.compile(
    rf"\ufeff?(?:---{_END}(?:.*(?:\r\n?|\n))*?(?:---|\.\.\.)|\+\+\+{_END}(?:.*(?:\r\n?|\n))*?\+\+\+)[ \t]*(?:\r\n?|\n|\Z)"
)


def prose_of(text: str, syntax: str) -> Prose:
    """Return what a reader sees of an article.

    Args:
        text: The source.
        syntax: One of `SYNTAXES`.

    Returns:
        Runs of visible prose, block by block, with the place of each character in the source.

    Raises:
        NotFound: There is no such syntax.
        MissingExtra: It is Markdown, and the parser is not installed.

    Example:
        >>> [run.text for run in prose_of("# Ferries\\n\\nThe *night* ferry `x` &amp; the tide", "markdown").runs]
        ['Ferries', 'The night ferry \ufffc & the tide']
    """
    SYNTAXES[syntax]
    builder = Builder()
    if syntax == "text":
        read_plain(text, builder)
        return builder.finished()
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    if syntax == "html":
        read_html(Fragment([(text[start:], start)]), builder)
    else:
        # Only Markdown needs the parser of that name.
        from iom_content.checks.prose.markdown import read_markdown

        read_markdown(text, start, builder)
    return builder.finished()
