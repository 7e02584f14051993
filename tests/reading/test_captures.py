"""Invented captures of every form in every language, each beside what is expected of it.

The texts lie in tests/data/captures; a file of the same name says what a person who reads the page would say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

FOLDER = Path(__file__).parent.parent / "data" / "captures"
CAPTURES = sorted(FOLDER.glob("*.txt"))
LANGUAGES = {"ar", "de", "en", "es", "fr", "it", "pt", "ru", "tr"}
FIGURES = ("founded", "member_states", "presence_countries")


@cache
def expected_of(path: Path) -> dict[str, Any]:
    """Return what is expected of a capture."""
    return tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def ingest(path: Path) -> iom.Document:
    """Read a capture's bytes."""
    return iom.ingest(path.read_bytes())


def titles(sections: tuple[iom.Section, ...], level: int = 0) -> Iterator[str]:
    """Yield the title of each section, indented by its level."""
    for section in sections:
        yield "  " * level + section.title
        yield from titles(section.children, level + 1)


def parametrized(*keys: str) -> pytest.MarkDecorator:
    """Run a test for each capture that expects something under one of the keys."""
    found = [path for path in CAPTURES if any(key in expected_of(path) for key in keys)]
    return pytest.mark.parametrize("path", found, ids=[path.stem for path in found])


def test_the_captures_are_many_and_in_all_languages() -> None:
    """There are captures enough of both forms, in each language of the reader."""
    expected = [expected_of(path) for path in CAPTURES]
    assert len(CAPTURES) > 80
    assert {each["text_language"] for each in expected if "text_language" in each} == LANGUAGES


@parametrized("sections", "labels", "blocks", "listing")
def test_each_visible_character_has_one_owner(covering: Callable[[iom.Document], list[tuple[str, iom.Span]]], path: Path) -> None:
    """Owning spans are disjoint, in reading order, and leave nothing but blanks."""
    document = ingest(path)
    text, last = document.capture.text, 0
    assert text.encode() == path.read_bytes()
    for pointer, span in covering(document):
        assert span.start >= last, pointer
        assert not text[last : span.start].strip(), pointer
        last = span.end
    assert not text[last:].strip()


@parametrized("sections", "labels")
def test_navigation(path: Path) -> None:
    """The tree, or the order of the labels where the tree is broken, the summaries and the figures are those of the page."""
    expected, organization = expected_of(path), ingest(path).organization
    assert organization is not None
    found = list(titles(organization.sections))
    assert found == expected.get("sections", found)
    assert [title.strip() for title in found] == expected.get("labels", [title.strip() for title in found])
    assert [section.summary for section in organization.sections if section.summary] == expected.get(
        "summaries", [section.summary for section in organization.sections if section.summary]
    )
    figures = {name: organization.current_figure(name) for name in FIGURES}
    assert {name: figure and figure.value for name, figure in figures.items()} == {name: expected.get(name) for name in FIGURES}
    presence = figures["presence_countries"]
    assert (presence and presence.qualifier.value) == expected.get("presence_qualifier")


@parametrized("blocks")
def test_statement(path: Path) -> None:
    """Head and blocks are those of the page; nothing is guessed."""
    expected, statement = expected_of(path), ingest(path).statement
    assert statement is not None
    fields = ("title", "published", "delivered", "category", "place")
    assert {name: getattr(statement, name) for name in fields} == {name: expected.get(name) for name in fields}
    assert (statement.language, statement.speaker) == (expected.get("text_language"), None)
    blocks = [block for block in statement.blocks if block.kind.value not in {"footer", "delivery_note"}]
    least, most = expected["blocks"]
    assert least <= len(blocks) <= most
    assert any(block.text.startswith(expected.get("first", "")) for block in blocks[:2])
    assert any(iom.Mark.TRUNCATED in block.marks for block in statement.blocks) is expected["truncated"]
    found = {
        "kinds": [block.kind.value for block in statement.blocks],
        "depths": [block.depth for block in statement.blocks if block.depth],
        "duplicates": [index for index, block in enumerate(statement.blocks) if iom.Mark.DUPLICATE in block.marks],
        "block_languages": [block.language or "" for block in statement.blocks],
    }
    assert {name: value for name, value in found.items() if name in expected} == {
        name: expected[name] for name in found if name in expected
    }


@parametrized("sections", "labels", "blocks", "listing")
def test_languages_notes_and_residue(path: Path) -> None:
    """The page's language is known, what is undecided is noted, and little is left over but on pages that list others."""
    expected, document = expected_of(path), ingest(path)
    assert document.language == expected.get("language")
    assert set(expected.get("notes", ())) <= {note.code for note in document.notes}
    assert set(expected.get("residue", ())) <= {part.kind.value for part in document.residue}
    assert (document.statement is None) is expected.get("listing", False)
    left = sum(len(span) for part in document.residue for span in part.spans)
    assert expected.get("listing") or left * 10 <= len(document.capture.text)
