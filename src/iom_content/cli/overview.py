"""No verb: what the bundled dataset holds, at a glance."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator

from iom_content.cli.terminal import Terminal
from iom_content.dataset.load import load
from iom_content.dataset.verify import verify_dataset
from iom_content.model.catalog import Catalog
from iom_content.model.organization import Figure, Organization
from iom_content.model.origins import Curated
from iom_content.model.statement import Statement
from iom_content.serializers.wording import figure_words, origin_words, visible

_SHOWN = 2
_LABEL = 14


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the overview; 1 if a shipped file is not the released one."""
    del arguments
    catalog = load()
    for organization in catalog.organizations.values():
        for line in _organization(organization, terminal):
            terminal.line(line)
    for statement in catalog.statements.values():
        for line in _statement(statement, terminal):
            terminal.line(line)
    report = verify_dataset()
    for line in _dataset(catalog, terminal):
        terminal.line(line)
    proof = "digests verified" if report.ok else f"{len(report.findings)} damaged files: iom-content verify"
    terminal.line(_labelled("proof", terminal.styled(proof, "good" if report.ok else "bad"), terminal))
    if catalog.rights is not None:
        for line in _field("rights", visible(catalog.rights.attribution), terminal):
            terminal.line(line)
    return 0 if report.ok else 1


def _organization(organization: Organization, terminal: Terminal) -> Iterator[str]:
    acronym = f" ({visible(organization.acronym)})" if organization.acronym else ""
    yield terminal.styled(f"{visible(organization.name)}{acronym}", "title")
    yield ""
    for label, figure, unit in (
        ("founded", organization.founded, ""),
        ("members", organization.member_states, " member states"),
        ("presence", organization.presence_countries, " countries"),
    ):
        yield from _field(label, "unknown" if figure is None else f"{figure_words(figure)}{unit}{_as_of(figure)}", terminal)
    if organization.website:
        yield from _field("website", visible(organization.website), terminal)
    yield ""
    yield terminal.styled("Sections", "title")
    yield ""
    for branch, section in terminal.tree(organization.sections, "  "):
        yield f"{branch}{visible(section.title)}"
    yield ""


def _as_of(figure: Figure) -> str:
    if figure.name == "founded":
        return f" ({origin_words(figure.origin)})"
    return f", as of {figure.as_of or 'an unknown day'} ({origin_words(figure.origin)})"


def _statement(statement: Statement, terminal: Terminal) -> Iterator[str]:
    for line in terminal.wrapped(visible(statement.title or "Statement without a title")):
        yield terminal.styled(line, "title")
    yield ""
    facts = {
        "id": statement.id,
        "published": str(statement.published or "unknown"),
        "speaker": f"{visible(statement.speaker or 'unknown')}{_basis(statement, 'speaker')}",
        "office": visible(statement.speaker_role or ""),
        "event": f"{visible(str(statement.event or ''))}{_basis(statement, 'event')}",
        "category": visible(statement.category or ""),
        "address": visible(statement.url or ""),
    }
    for label, words in facts.items():
        if words:
            yield from _field(label, words, terminal)
    yield ""
    paragraphs = statement.paragraphs
    for block in paragraphs[:_SHOWN]:
        # First lines, not a summary: what is left out is said in the line below.
        yield from terminal.wrapped(textwrap.shorten(visible(block.text), 3 * terminal.width - 12, placeholder=" …"), "  ")
        yield ""
    if len(paragraphs) > _SHOWN:
        yield terminal.styled(f"  … {len(paragraphs)} paragraphs in all; to read them:", "dim")
        yield terminal.styled(f"  iom-content show {statement.id}", "dim")
        yield ""


def _basis(statement: Statement, field: str) -> str:
    origin = statement.origins.get(field)
    return f" ({origin.basis})" if isinstance(origin, Curated) and origin.basis != "official" else ""


def _dataset(catalog: Catalog, terminal: Terminal) -> Iterator[str]:
    counts = ", ".join(
        f"{len(each)} {each.kind}{'' if len(each) == 1 else 's'}"
        for each in (catalog.documents, catalog.organizations, catalog.sections, catalog.statements, catalog.terms)
    )
    yield from _field("dataset", f"{catalog.version}: {counts}", terminal)


def _field(label: str, words: str, terminal: Terminal) -> Iterator[str]:
    """Yield a labelled fact; one with a word too long for the column stands below its label, where addresses stay whole."""
    room = terminal.width - _LABEL
    if max(map(len, words.split()), default=0) > room:
        yield _labelled(label, "", terminal).rstrip()
        yield from terminal.wrapped(words, "    ")
        return
    first, *others = textwrap.wrap(words, room)
    yield _labelled(label, first, terminal)
    yield from (" " * _LABEL + line for line in others)


def _labelled(label: str, words: str, terminal: Terminal) -> str:
    return f"  {terminal.styled(label.ljust(_LABEL - 2), 'label')}{words}"
