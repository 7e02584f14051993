"""cite: citations on the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import iom_content as iom

STATEMENT = "sdg-summit-statement-iom-director-general"
Cli = Callable[..., Any]


@pytest.mark.parametrize("key", ["iom", "our-work/what-we-do", STATEMENT, "4e89fe63437d"])
@pytest.mark.parametrize("form", ["csl-json", "bibtex", "ris"])
def test_cite_prints_what_the_library_gives(cli: Cli, key: str, form: str) -> None:
    """Every value that can be cited, in every format for programs."""
    catalog = iom.load()
    kinds = (catalog.organizations, catalog.sections, catalog.statements, catalog.documents)
    (value,) = (each[key] for each in kinds if key in each)
    assert isinstance(value, iom.Statement | iom.Section | iom.Organization | iom.Document)
    done = cli("cite", key, "--format", form)
    assert (done.code, done.out, done.err) == (0, iom.cite(value, format=form), "")


def test_cite_prints_one_line_of_text(cli: Cli) -> None:
    """The default, with a place if one is given."""
    done = cli("cite", STATEMENT, "p4")
    assert (done.code, done.out, done.err) == (0, iom.cite(iom.load().statements[STATEMENT], "p4") + "\n", "")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((STATEMENT, "p9"), "no place 'p9'"),
        (("our-wrok",), "no id 'our-wrok'; did you mean 'our-work'?"),
        (("term:sdg-summit",), "cite/id: expected that of a statement, organization, section or document, found the term 'term:sdg"),
        (("iom", "--format", "apa"), "argument --format: invalid choice: 'apa' (choose from 'text', 'csl-json', 'bibtex', 'ris')"),
    ],
)
def test_cite_complains_in_one_line(cli: Cli, arguments: tuple[str, ...], complaint: str) -> None:
    """An unknown place, id or format, and what has no source of its own."""
    done = cli("cite", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"iom-content: {complaint}")
    assert done.err.count("\n") == 1


def test_a_citation_on_a_pipe_is_utf8_everywhere(process: Callable[..., Any]) -> None:
    """What goes into a file of references is the same bytes under any locale."""
    done = process("cite", STATEMENT, "--format", "bibtex", LC_ALL="C")
    assert (done.returncode, done.stdout.decode()) == (0, iom.cite(iom.load().statements[STATEMENT], format="bibtex"))
