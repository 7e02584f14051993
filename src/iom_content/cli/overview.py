"""No verb: what the bundled dataset holds, at a glance."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from typing import Final

from iom_content.cli.layout import branches, fact, wrapped
from iom_content.cli.terminal import Terminal
from iom_content.cli.verify import complain, files_of
from iom_content.dataset.load import load
from iom_content.dataset.verify import verify_dataset
from iom_content.errors import amount
from iom_content.model.catalog import Catalog
from iom_content.model.organization import Figure, Organization
from iom_content.model.statement import Statement
from iom_content.query.find import collections
from iom_content.serializers.wording import figure_date, figure_words, named, noted, source_words, statement_facts, visible

_STATEMENTS: Final = 3
_PARAGRAPHS: Final = 2
_LINES: Final = 3


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the overview; name the damaged files instead, and return 1, if a shipped file is not the released one."""
    del arguments
    report = verify_dataset()
    if not report.ok:
        complain(report, "the bundled dataset", terminal)
        return 1
    for line in overview(load(), terminal):
        terminal.line(line)
    return 0


def overview(catalog: Catalog, terminal: Terminal) -> Iterator[str]:
    """Yield the lines of the overview of a verified dataset.

    Args:
        catalog: The dataset.
        terminal: Where the lines go.
    """
    for organization in catalog.organizations.values():
        yield from _organization(organization, catalog, terminal)
    for statement in [*catalog.statements.values()][:_STATEMENTS]:
        yield from _statement(statement, terminal)
    others = len(catalog.statements) - _STATEMENTS
    if others > 0:
        yield from (terminal.styled(f"... and {amount(others, 'more statement')}: iom-content list statements", "dim"), "")
    counts = ", ".join(amount(len(each), each.kind) for each in collections(catalog).values())
    yield from fact("dataset", f"{catalog.version or 'in memory'}: {counts}", terminal)
    yield from fact("digests", f"verified, {amount(files_of(None, None), 'file')}", terminal)
    if catalog.rights is not None:
        yield from fact("rights", catalog.rights.attribution, terminal)


def _organization(organization: Organization, catalog: Catalog, terminal: Terminal) -> Iterator[str]:
    yield from _title(named(organization.name, organization.acronym), terminal)
    figures = (
        ("founded", organization.founded, ""),
        ("members", organization.member_states, " member states"),
        ("presence", organization.presence_countries, " countries"),
    )
    for label, figure, unit in figures:
        yield from fact(label, "unknown" if figure is None else _figure(figure, unit), terminal)
        if figure is not None:
            yield from fact("", source_words(figure.origin, catalog), terminal)
    if organization.website:
        yield from fact("website", noted(organization.website, organization.origins.get("website")), terminal)
    yield ""
    if organization.sections:
        yield from _title("Sections", terminal)
        for first, rest, section in branches(organization.sections):
            yield from wrapped(visible(section.title), terminal.width, first, rest)
        yield ""


def _title(text: str, terminal: Terminal) -> Iterator[str]:
    for line in wrapped(visible(text), terminal.width):
        yield terminal.styled(line, "title")
    yield ""


def _figure(figure: Figure, unit: str) -> str:
    when = figure_date(figure)
    return f"{figure_words(figure)}{unit}{f' ({when})' if when else ''}"


def _statement(statement: Statement, terminal: Terminal) -> Iterator[str]:
    yield from _title(statement.title or "Statement without a title", terminal)
    yield from fact("id", statement.id, terminal)
    known = dict(statement_facts(statement))
    for label in ("published", "delivered", "place", "speaker", "role", "event", "category", "address"):
        if label in known or label in {"published", "speaker"}:
            yield from fact(label, known.get(label, "unknown"), terminal)
    yield ""
    paragraphs = statement.paragraphs
    for block in paragraphs[:_PARAGRAPHS]:
        # First lines, not a summary: what is left out is said below.
        yield from wrapped(textwrap.shorten(visible(block.text), _LINES * (terminal.width - 6), placeholder=" ..."), terminal.width, "  ")
        yield ""
    if len(paragraphs) > _PARAGRAPHS:
        # The command stands in a line of its own, to be copied.
        for line in (f"... {len(paragraphs)} paragraphs in all; to read them:", f"iom-content show {visible(statement.id)}"):
            yield terminal.styled(f"  {line}", "dim")
        yield ""
