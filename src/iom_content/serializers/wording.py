"""What the one-way formats share: facts in words, and hostile characters made visible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, cast

from iom_content.errors import UnsupportedValue
from iom_content.language.visible import spelled, visible
from iom_content.model.catalog import Term
from iom_content.model.organization import Figure, Organization
from iom_content.model.origins import Captured, Curated, Origin
from iom_content.model.report import Finding, Report
from iom_content.model.statement import Statement
from iom_content.query.places import lines_of

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog
    from iom_content.model.figure_check import FigureCheck

__all__ = [
    "as_tuple",
    "credit_of",
    "figure_date",
    "figure_words",
    "named",
    "noted",
    "organization_facts",
    "source_words",
    "spelled",
    "statement_facts",
    "term_facts",
    "unworded",
    "visible",
]

_QUALIFIERS: Final[Mapping[str, str]] = {
    "exactly": "",
    "more_than": "more than ",
    "at_least": "at least ",
    "around": "around ",
    "nearly": "nearly ",
}


def as_tuple(value: object) -> tuple[object, ...]:
    """Return a tuple of values as it is, and one value as a tuple.

    Example:
        >>> as_tuple("a"), as_tuple(("a", "b"))
        (('a',), ('a', 'b'))
    """
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def unworded(format_name: str, value: object) -> UnsupportedValue:
    """Return the error of a format for people that meets a value which only records carry.

    Example:
        >>> import iom_content as iom
        >>> str(unworded("markdown", iom.Span(start=0, end=1)))
        "format 'markdown' cannot carry a value of Span: it has no wording for people"
    """
    return UnsupportedValue(format_name, f"cannot carry a value of {type(value).__name__}: it has no wording for people")


def credit_of(value: object, catalog: Catalog | None) -> str | None:
    """Return the line that names the source of what is written, or None where nothing of a catalog's is.

    Example:
        >>> import iom_content as iom
        >>> credit_of(iom.Report(), iom.load()) is None
        True
    """
    if catalog is None or catalog.rights is None or (value and all(isinstance(each, Report | Finding) for each in as_tuple(value))):
        return None
    return catalog.rights.attribution


def named(name: str, acronym: str | None) -> str:
    """Return a name with its acronym.

    Example:
        >>> named("Open Day", "OD"), named("Open Day", None)
        ('Open Day (OD)', 'Open Day')
    """
    return f"{name} ({acronym})" if acronym else name


def noted(words: str, origin: Origin | None) -> str:
    """Return words with the basis they rest on, unless an official text or the page itself states them.

    Example:
        >>> import iom_content as iom
        >>> noted("a guess of ours", iom.Curated(basis=iom.Basis.INFERRED, note="It follows."))
        'a guess of ours (inferred)'
    """
    return f"{words} ({origin.basis})" if isinstance(origin, Curated) and origin.basis != "official" else words


def figure_words(figure: Figure | FigureCheck) -> str:
    """Return the number of a figure, or of a question for one, with its qualifier in words.

    Example:
        >>> import iom_content as iom
        >>> figure_words(iom.Figure(name="boats", value=12, unit="boat", qualifier=iom.Qualifier.MORE_THAN))
        'more than 12'
    """
    return f"{_QUALIFIERS[figure.qualifier.value]}{figure.value}"


def figure_date(figure: Figure) -> str:
    """Return since when a figure is known to hold, in words; empty where that is no question.

    Example:
        >>> import iom_content as iom
        >>> figure_date(iom.load().organizations["iom"].member_states)
        'date of capture unknown'
    """
    if figure.as_of:
        return f"as of {figure.as_of}"
    # The year of a founding is true whenever it was captured.
    return "date of capture unknown" if isinstance(figure.origin, Captured) and figure.unit != "year" else ""


def source_words(origin: Origin | None, catalog: Catalog | None) -> str:
    """Return where a figure is stated, in words.

    Args:
        origin: The figure's origin.
        catalog: The dataset that holds the document; without it the lines are not told.

    Example:
        >>> import iom_content as iom
        >>> catalog = iom.load()
        >>> source_words(catalog.organizations["iom"].founded.origin, catalog)
        'stated in document 4e89fe63437d, lines 3, 6'
    """
    if isinstance(origin, Curated):
        return f"{origin.basis}: {origin.url or origin.note}"
    if not isinstance(origin, Captured):
        return "source unknown"
    if origin.document is None or (catalog is not None and origin.document not in catalog.documents):
        return "stated in a captured page"
    if catalog is None:
        return f"stated in document {origin.document}"
    lines = lines_of(catalog.documents[origin.document].capture.text, origin.spans)
    return f"stated in document {origin.document}, {'line' if len(lines) == 1 else 'lines'} {', '.join(map(str, lines))}"


def organization_facts(organization: Organization) -> Iterator[tuple[str, str]]:
    """Yield what is known of an organization beside its summary and sections, as label and words.

    Example:
        >>> import iom_content as iom
        >>> next(organization_facts(iom.Organization(id="o", name="Office", website="https://example.org")))
        ('website', 'https://example.org')
    """
    if organization.website:
        yield "website", noted(organization.website, organization.origins.get("website"))
    for figure in organization.figures:
        said = [figure_date(figure), figure.origin.basis.value if isinstance(figure.origin, Curated) else ""]
        words = "; ".join(part for part in said if part)
        yield figure.name.replace("_", " "), f"{figure_words(figure)} ({words})" if words else figure_words(figure)
    for name in organization.names:
        yield f"name ({name.language})", noted(named(name.text, name.acronym), name.origin)
    for identifier in organization.identifiers:
        yield f"identifier ({identifier.scheme})", noted(identifier.value, identifier.origin)


def statement_facts(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield what is known of a statement beside its title and text, as label and words; what is unknown is left out.

    Example:
        >>> import iom_content as iom
        >>> dict(statement_facts(iom.load().statements["sdg-summit-statement-iom-director-general"]))["speaker"]
        'António Vitorino (inferred)'
    """
    facts = {
        "published": statement.published,
        "delivered": statement.delivered,
        "place": statement.place,
        "speaker": statement.speaker,
        "speaker_role": statement.speaker_role,
        "event": statement.event,
        "category": statement.category,
        "language": statement.language,
        "url": statement.url,
    }
    labels = {"speaker_role": "role", "url": "address"}
    for name, fact in facts.items():
        if fact is not None:
            yield labels.get(name, name), noted(str(fact), statement.origins.get(name))
    for translation in statement.translations:
        yield f"translation ({translation.language})", f"{translation.title} {translation.url}"


def term_facts(term: Term) -> Iterator[tuple[str, str]]:
    """Yield the forms of an official name, as label and form.

    Example:
        >>> import iom_content as iom
        >>> list(term_facts(iom.Term(id="t", name="Open Day", language="en", wrong_forms=("Opened Day",))))
        [('wrong', 'Opened Day')]
    """
    yield from (("also", form) for form in term.short_forms)
    yield from (("wrong", form) for form in term.wrong_forms)
