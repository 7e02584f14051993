"""A plugin of pytest, found by its entry point: the bundled catalog and assertions whose failures say what is wrong.

Pytest imports it at every start, so it imports nothing but pytest until a fixture is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["AssertFaithful", "AssertValid", "assert_faithful", "assert_valid", "iom_catalog"]


class AssertFaithful(Protocol):
    """What the fixture `assert_faithful` gives."""

    def __call__(self, quote: str, *, catalog: Catalog | None = None, within: str | None = None) -> None:
        """Fail the test unless a quotation is faithful."""
        ...


class AssertValid(Protocol):
    """What the fixture `assert_valid` gives."""

    def __call__(self, data: object, kind: str) -> None:
        """Fail the test unless data is a record of a kind."""
        ...


@pytest.fixture(scope="session")
def iom_catalog() -> Catalog:
    """The bundled catalog, loaded once for all tests."""
    from iom_content.dataset.load import load

    return load()


@pytest.fixture(scope="session")
def assert_faithful() -> AssertFaithful:
    """Give a function that fails unless a quotation is faithful, and then shows the whole answer.

    It takes what `iom_content.check_quote` takes.
    """

    def check(quote: str, *, catalog: Catalog | None = None, within: str | None = None) -> None:
        from iom_content.checks.quotes.check import check_quote
        from iom_content.serializers.registry import dumps

        __tracebackhide__ = True
        answer = check_quote(quote, catalog=catalog, within=within)
        if not answer.ok:
            raise AssertionError(dumps(answer, "text"))

    return check


@pytest.fixture(scope="session")
def assert_valid() -> AssertValid:
    """Give a function that fails unless data is a record of a kind without faults or warnings, and then shows every finding.

    It takes what `iom_content.validate` takes.
    """

    def check(data: object, kind: str) -> None:
        from iom_content.checks.records import validate
        from iom_content.serializers.registry import dumps

        __tracebackhide__ = True
        report = validate(data, kind)
        if not report.ok:
            raise AssertionError(dumps(report, "text"))

    return check
