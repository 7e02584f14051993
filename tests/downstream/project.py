"""The tests of a project that uses the test kit; they run against the built wheel, under a name that pytest collects."""

from __future__ import annotations

from pathlib import Path

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec.converter import make_converter
from iom_content.testing.faults import PlantedFault, invalid_records
from iom_content.testing.plugin import AssertFaithful, AssertValid
from iom_content.testing.quotes import PlantedQuote, altered_quotes


@attrs.frozen
class Article:
    """A value of the project's own."""

    title: str
    about: iom.Section


quick = settings(max_examples=3, database=None, deadline=None, suppress_health_check=list(HealthCheck))
OFFICIAL = "This is no easy task."


def test_the_package_is_that_of_the_wheel() -> None:
    """Nothing of the repository is on the path."""
    assert Path(iom.__file__).is_relative_to(Path(__file__).parent)


def test_our_quotation(assert_faithful: AssertFaithful, iom_catalog: iom.Catalog) -> None:
    """Official words pass."""
    assert_faithful(OFFICIAL, catalog=iom_catalog)


def test_our_records(assert_valid: AssertValid) -> None:
    """A right record passes."""
    assert_valid({"id": "about", "title": "About"}, "section")


@quick
@given(st.from_type(iom.Span))
def test_our_spans(span: iom.Span) -> None:
    """Values are built by their type."""
    assert span.start < span.end


@quick
@given(invalid_records("section"))
def test_our_gate(planted: PlantedFault) -> None:
    """Bad records are refused."""
    assert not iom.validate(planted.data, "section").ok


@quick
@given(altered_quotes("The old keepers must never leave the quiet pier at dawn, and the 12 crews rest before the tide is high"))
def test_our_editor(planted: PlantedQuote) -> None:
    """Altered quotations say what was planted."""
    assert not planted.ok


def test_our_own_class_composes_with_theirs() -> None:
    """A converter of ours knows their values."""
    article = Article(title="Boats", about=iom.Section(id="about", title="About"))
    converter = make_converter()
    assert converter.structure(converter.unstructure(article), Article) == article
