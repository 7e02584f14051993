"""The rule of names: the wrong forms that the catalog lists, where they are used and where they are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from iom_content.checks.prose.article import Article
from iom_content.checks.prose.mending import plain_edits
from iom_content.checks.prose.phrases import spelled
from iom_content.checks.prose.registry import Complaint, Edit
from iom_content.language.guess import language_of_text
from iom_content.model.catalog import Catalog, Term

__all__ = ["variant_names"]

_STOPS: Final = ".!?\u2026:"
_LEAST_LISTED: Final = 3


class _Form(NamedTuple):
    text: str
    term: Term


def variant_names(article: Article) -> Iterator[Complaint]:
    """Yield wrong forms of official names, each in texts of the language that the name belongs to."""
    forms = _forms(article.catalog)
    if not forms:
        return
    listed = "|".join(f"(?P<f{number}>{spelled(form.text)})" for number, form in enumerate(forms))
    pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
    for number, run in enumerate(article.prose.runs):
        language: str | None = None
        for match in pattern.finditer(run.text):
            form = forms[int((match.lastgroup or "f0")[1:])]
            language = language or language_of_text(run.text) or article.language or "und"
            held = (form.term.language or "").partition("-")[0]
            # `Agenda 2030` is what other languages rightly call it.
            if (not held or language in (held, "und")) and _is_name(run.text, match.start(), match[0], form.text):
                yield _complaint(article, number, match, form.term)


def _forms(catalog: Catalog) -> Sequence[_Form]:
    """Return the wrong forms, the longest first; an official form is never one."""
    official = {name.casefold() for term in catalog.terms.values() for name in (term.name, *term.short_forms)}
    found: dict[str, _Form] = {}
    for term in catalog.terms.values():
        for text in _both_spellings((*term.wrong_forms, *_other_commas(term.name), term.name)):
            if text.casefold() not in official:
                found.setdefault(text.casefold(), _Form(text, term))
    return sorted(found.values(), key=lambda form: len(form.text), reverse=True)


def _other_commas(name: str) -> Iterator[str]:
    """Yield a name that lists three words or more with the serial comma put in."""
    listed = re.fullmatch(r"(.*\w, \w+) (and \w.*)", name)
    if listed and len(listed[1].split(",")) >= _LEAST_LISTED - 1:
        yield f"{listed[1]}, {listed[2]}"


def _both_spellings(names: Iterable[str]) -> Iterator[str]:
    """Yield names as they are and as the other side of the Atlantic spells them: `organisation`, `organization`."""
    for name in names:
        yield from (name, name.replace("ization", "isation"), name.replace("isation", "ization"))


def _is_name(text: str, start: int, found: str, form: str) -> bool:
    """Tell whether words are written as a name: with a capital that no start of a sentence explains."""
    if " ".join(found.split()) == form:
        return True
    if any(map(str.isupper, found[1:])):
        return True
    before = text[:start].rstrip()
    return found[0].isupper() and bool(before) and before[-1] not in _STOPS


def _complaint(article: Article, number: int, match: re.Match[str], term: Term) -> Complaint:
    run = article.prose.runs[number]
    found = " ".join(match[0].split())
    name = term.name.upper() if found.isupper() else term.name
    return Complaint(
        start=run.offset(match.start()),
        message=f"'{found}' is not the official name",
        excerpt=found,
        expected=term.name,
        hint=f"write {term.name}",
        edits=_edits(article, number, match, name),
    )


def _edits(article: Article, number: int, match: re.Match[str], name: str) -> tuple[Edit, ...]:
    # A name that is broken over lines is mended by hand: the lines would be joined. One that is quoted may be quoted for being wrong.
    quoted = any(found.first < match.end() and match.start() < found.last for found in article.reads[number].quotations)
    return () if quoted or re.search(r"[\r\n]", match[0]) else plain_edits(article, number, *match.span(), name)
