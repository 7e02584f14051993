"""What every HTML page of ours shares: its frame, its letters and its addresses, inert whatever a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final
from urllib.parse import quote

from iom_content.language.visible import spelled
from iom_content.reading.markup import PRE_WRAP
from iom_content.serializers.addresses import address_of

__all__ = ["Page", "class_of", "direction_of", "element", "fragment", "framed", "link_of", "shown"]

# Blanks that a page without a word to the contrary draws together.
_RUN: Final = re.compile(r"[ \t]{2,}|\t")

# Code points that HTML forbids though they are characters of Unicode's range.
_FORBIDDEN: Final = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)) + "]"
)
# The languages whose usual script runs from right to left, and the scripts that do whatever the language.
_RIGHT_TO_LEFT: Final = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"))
_SCRIPTS: Final = frozenset(("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"))
_SUBTAG: Final = 4

_STYLE: Final = (
    "body{margin:2rem auto;max-width:42rem;padding:0 1rem;font:1rem/1.6 serif;color:#111;background:#fff}"
    "a{color:#00419a}"
    ".permalink{margin-inline-start:.4em;text-decoration:none}"
    f".{PRE_WRAP}{{white-space:pre-wrap}}"
    '.permalink::before{content:"\\00b6"}'
    ".visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}"
    "aside,body>footer{margin:1.5rem 0;font:.875rem/1.5 sans-serif}"
    'dt{float:inline-start;clear:inline-start;margin-inline-end:.5em}dt::after{content:":"}dd{margin:0}'
)


class Page:
    """What a page must use but once, ids and labels of landmarks; and the level and title of its articles."""

    def __init__(self, level: int) -> None:
        """Begin a page whose articles have headings of a level."""
        self.level = level
        self.title = ""
        self._taken: set[str] = set()

    def unique(self, wanted: str, joint: str = "--") -> str:
        """Return a name as it is when it is first asked for, later with a number behind it."""
        found, number = wanted, 1
        while found in self._taken:
            number += 1
            found = f"{wanted}{joint}{number}"
        self._taken.add(found)
        return found


def shown(text: str) -> str:
    """Return text as the content of an element or of an attribute.

    Args:
        text: Any text; control characters, direction overrides and what HTML forbids are spelled out.

    Example:
        >>> shown('<script> & "\\x1b"')
        '&lt;script&gt; &amp; &quot;\\\\x1b&quot;'
    """
    return escape(_FORBIDDEN.sub(_spelled, spelled(text)))


def element(name: str, content: str, **attributes: str | None) -> str:
    """Return an element.

    Args:
        name: Its name.
        content: Its content, which is HTML already.
        **attributes: Its attributes, as plain text; a final `_` is left off, another is a hyphen. None leaves one out.

    Example:
        >>> element("p", "A &amp; B", class_="a", aria_label='"')
        '<p class="a" aria-label="&quot;">A &amp; B</p>'
    """
    said = "".join(f' {key.removesuffix("_").replace("_", "-")}="{shown(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{said}>{content}</{name}>"


def class_of(text: str, name: str | None = None) -> str | None:
    """Return the class of an element with a text: its name, and that runs of blanks are shown where the text has some.

    Example:
        >>> class_of("We open."), class_of("We  open.", "salutation")
        (None, 'salutation whitespace-pre-wrap')
    """
    return " ".join(each for each in (name, PRE_WRAP if _RUN.search(text) else None) if each) or None


def framed(title: str, language: str | None, parts: Iterable[str], credit: str | None) -> str:
    """Return a whole page.

    Args:
        title: Its title.
        language: Its language, where it is known.
        parts: What stands in it, as HTML.
        credit: The line that names the source; none if it is None.

    Example:
        >>> print(framed("A", "en", ["<p>B</p>"], None).partition("<style>")[0])
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>A</title>
        <BLANKLINE>
    """
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{shown(language or "und")}" dir="{direction_of(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("title", shown(title)),
        element("style", _STYLE),
        "</head>",
        "<body>",
        "<main>",
        *parts,
        "</main>",
    ]
    if credit is not None:
        lines.append(element("footer", element("p", shown(credit))))
    return "".join(f"{line}\n" for line in (*lines, "</body>", "</html>"))


def direction_of(language: str | None) -> str:
    """Return the direction in which a language is written; `auto` where it is not known.

    Example:
        >>> direction_of("fr"), direction_of("ar-EG"), direction_of("az-Arab"), direction_of(None)
        ('ltr', 'rtl', 'rtl', 'auto')
    """
    if language is None:
        return "auto"
    first, *others = language.lower().split("-")
    script = next((each for each in others if len(each) == _SUBTAG and each.isalpha()), None)
    if script is not None:
        return "rtl" if script in _SCRIPTS else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


def fragment(anchor: str) -> str:
    """Return the link to an anchor of the same page.

    Example:
        >>> fragment("our-work")
        '#our-work'
    """
    return f"#{quote(anchor, safe='/-')}"


def link_of(text: str) -> str:
    """Return text as HTML: a link if all of it is an address of the web that every browser reads alike.

    Example:
        >>> link_of("https://example.org/a b"), link_of("https://example.org/é")
        ('https://example.org/a b', '<a href="https://example.org/%C3%A9">https://example.org/é</a>')
    """
    address = address_of(text)
    return shown(text) if address is None else element("a", shown(text), href=address)


def _spelled(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()
