"""HTML, judged by the validator of the web and, in a browser, by a checker of accessibility."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import iom_content as iom

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = tuple(iom.Block(kind=kind, text=f"Some words of a {kind}.", language="ar") for kind in iom.BlockKind)
NESTED = tuple(
    iom.Block(kind=iom.BlockKind.LIST_ITEM, text=f"Item {number}.", depth=depth) for number, depth in enumerate((1, 3, 2, 1, 9, 9, 1))
)
# Official words are never changed, so that of these two, which are questions of the words, the validator may remind us.
OF_WORDS = re.compile(r"Text run is not in Unicode Normalization Form C|Document uses the Unicode Private Use Area")


@pytest.fixture(scope="module")
def bundled() -> tuple[Any, ...]:
    """Return all that the bundled dataset holds, and every sort of value beside."""
    catalog = iom.load()
    parts = (catalog.documents, catalog.organizations, catalog.statements, catalog.sections, catalog.terms)
    single = tuple(value for part in parts for value in part.values())
    report = iom.validate('{"id": "About us",\n "titel": "About us"}', "section")
    untitled = iom.Statement(
        id="s", organization="o", language="he", blocks=(*KINDS, *NESTED), url="https://example.org/é?a=b c".replace(" ", "+")
    )
    return (*single, single, (), report, report.findings[0], iom.Report(), untitled, (untitled, untitled), *KINDS, NESTED)


class Validator:
    """The Nu HTML checker, over a folder of pages at once."""

    def __init__(self, node: Any, folder: Path) -> None:
        self.node = node
        self.folder = folder

    def complaints(self, pages: Sequence[str]) -> list[str]:
        """Return what is wrong with pages: errors, warnings and remarks alike."""
        folder = self.folder / str(len(list(self.folder.iterdir())))
        folder.mkdir()
        for number, page in enumerate(pages):
            (folder / f"{number:04}.html").write_text(page, encoding="utf-8")
        jar = self.node.folder / "node_modules/vnu-jar/build/dist/vnu.jar"
        # Generated words are of no language, whatever the page says.
        options = ("--format", "json", "--exit-zero-always", "--no-langdetect")
        done = self.node.run("java", "-Xss8m", "-jar", str(jar), *options, str(folder))
        return [f"{each['url'][-9:]}: {each['message']}" for each in json.loads(done.stderr)["messages"]]


@pytest.fixture(scope="module")
def validator(node: Any, tmp_path_factory: pytest.TempPathFactory) -> Validator:
    """Return the validator; without Java the test is skipped."""
    if shutil.which("java") is None:
        pytest.skip("java is missing: apt-get install default-jre-headless")
    return Validator(node, tmp_path_factory.mktemp("pages"))


def test_the_validator_has_nothing_to_say_of_what_is_bundled(validator: Validator, bundled: tuple[Any, ...]) -> None:
    """No error and no warning, with attribution and without; and it would say so if there were one."""
    catalog = iom.load()
    pages = [iom.dumps(value, "html", catalog=given) for value in bundled for given in (catalog, None)]
    assert validator.complaints(pages) == []
    assert validator.complaints([pages[0].replace("<h1>", "<h1 id='p1'>"), pages[0].replace("</p>", "</i>", 1)]) != []


def test_the_validator_has_nothing_to_say_of_generated_documents(validator: Validator, generated: tuple[iom.Document, ...]) -> None:
    """But that words are not in the form it likes best."""
    found = validator.complaints([iom.dumps(document, "html", catalog=iom.load()) for document in generated])
    assert [each for each in found if not OF_WORDS.search(each)] == []


@pytest.fixture(scope="module")
def page(browser: Browser) -> Generator[Page]:
    """Return a page of the browser."""
    opened = browser.new_page()
    yield opened
    opened.close()


def violations(page: Page, html: str, axe: str) -> list[str]:
    """Return what the checker finds in a page, by every rule it has."""
    page.set_content(html)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def test_the_checker_of_accessibility_finds_nothing(
    page: Page, node: Any, bundled: tuple[Any, ...], generated: tuple[iom.Document, ...]
) -> None:
    """In any page; and it would find what is wrong."""
    axe = (node.folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    found = {}
    # One of each class and form: pages of the same class differ in words alone.
    sorts = {f"{type(value).__name__} {index if type(value) is tuple else ''}": value for index, value in enumerate(bundled)}
    for number, value in enumerate((*sorts.values(), *generated)):
        html = iom.dumps(value, "html", catalog=iom.load())
        found[f"{number} {value!r}"[:80]] = violations(page, html, axe)
    assert {key: each for key, each in found.items() if each} == {}
    html = iom.dumps(bundled[0], "html")
    assert violations(page, html.replace(' aria-label="Link to p1"', ""), axe) != []
    assert violations(page, html.replace('<html lang="en"', "<html"), axe) != []


def test_permalinks_lead_to_their_blocks(page: Page, bundled: tuple[Any, ...]) -> None:
    """Each address of a page's own leads to an element of it."""
    page.set_content(iom.dumps((bundled[0], bundled[0]), "html"))
    lost = page.evaluate(
        """[...document.querySelectorAll("a[href^='#']")].map(each => each.getAttribute("href"))
           .filter(each => !document.getElementById(decodeURIComponent(each.slice(1))))"""
    )
    assert lost == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids)) > 20
