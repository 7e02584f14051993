"""Catalogs as functions are given them: none, one, or by mistake something else."""

from __future__ import annotations

from iom_content.dataset.load import load
from iom_content.errors import InvalidValue, shown
from iom_content.model.catalog import Catalog

__all__ = ["Held", "catalog_or_bundled", "refuse_other_than_catalog"]


def catalog_or_bundled(asker: str, catalog: object) -> Catalog:
    """Return the dataset that a function is to ask.

    Args:
        asker: Name of the function, for the message.
        catalog: What it was given; None stands for the bundled dataset.

    Raises:
        InvalidValue: It is no catalog.

    Example:
        >>> catalog_or_bundled("check_quote", None).version
        '2026.11.0'
    """
    return load() if catalog is None else refuse_other_than_catalog(asker, catalog)


def refuse_other_than_catalog(asker: str, catalog: object) -> Catalog:
    """Return a catalog as it is given.

    Args:
        asker: Name of the function that was given it, for the message.
        catalog: What it was given.

    Raises:
        InvalidValue: It is no catalog.

    Example:
        >>> refuse_other_than_catalog("save", "my-folder")
        Traceback (most recent call last):
        ...
        iom_content.errors.InvalidValue: save/catalog: expected a Catalog, as load and collect make it, found 'my-folder'
    """
    if not isinstance(catalog, Catalog):
        raise InvalidValue(asker, "/catalog", "a Catalog, as load and collect make it", shown(catalog))
    return catalog


class Held:
    """A catalog as the key of a cache: by identity, since comparing whole datasets would cost more than what is kept.

    Example:
        >>> catalog = load()
        >>> Held(catalog) == Held(catalog), Held(catalog) == Held(Catalog())
        (True, False)
    """

    __slots__ = ("catalog",)

    def __init__(self, catalog: Catalog) -> None:
        """Hold a catalog."""
        self.catalog: Catalog = catalog

    def __hash__(self) -> int:
        return id(self.catalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.catalog is self.catalog
