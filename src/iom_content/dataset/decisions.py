"""What people decided for a dataset: `decisions.toml`, read strictly.

Each table is one decision. It names what it decides, the value, on what basis and from which source the value stands
(`basis`, `url`, `note`), and the `reason` to hold it. `captured` in place of a basis names words of the captured page
that are the evidence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from iom_content.errors import DatasetError
from iom_content.model.kinds import Basis
from iom_content.model.origins import Curated

__all__ = ["Decisions", "curated", "read_decisions"]

FILE: Final = "decisions.toml"

_SOURCE: Final = frozenset({"basis", "url", "note", "reason"})
# Table -> keys it must have, keys it may have beside them and the source's.
_TABLES: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "captures": (frozenset({"file", "sha256"}), frozenset({"url", "captured", "statement"})),
    "statement_fields": (frozenset({"statement", "field", "value"}), frozenset({"captured"})),
    "organization_fields": (frozenset({"organization", "field", "value"}), frozenset()),
    "names": (frozenset({"organization", "language", "text"}), frozenset({"acronym"})),
    "identifiers": (frozenset({"organization", "scheme", "value"}), frozenset()),
    "figures": (frozenset({"organization", "name", "value", "unit"}), frozenset({"as_of", "qualifier"})),
    "terms": (frozenset({"id", "name"}), frozenset({"language", "acronym", "short_forms", "wrong_forms", "captured"})),
}
_HEAD: Final = frozenset({"version", "title", "description"})


class Decisions:
    """The tables of one `decisions.toml`, checked for keys; values are checked where they are used."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Refuse tables and keys that are unknown, and those that are missing."""
        unknown = data.keys() - _HEAD - _TABLES.keys() - {"rights"}
        missing = _HEAD - data.keys()
        if unknown or missing:
            raise DatasetError(FILE, f"{_listed('unknown', unknown)}{_listed('missing', missing)}".strip())
        for table in _TABLES:
            for index, decision in enumerate(data.get(table, ())):
                _checked_keys(table, index, decision)
        self.version: str = data["version"]
        self.title: str = data["title"]
        self.description: str = data["description"]
        self.rights: dict[str, Any] | None = data.get("rights")
        self._tables = {table: tuple(data.get(table, ())) for table in _TABLES}

    def table(self, name: str, **wanted: str) -> Iterator[dict[str, Any]]:
        """Yield the decisions of a table, or those of them whose keys have the wanted values."""
        for decision in self._tables[name]:
            if all(decision[key] == value for key, value in wanted.items()):
                yield decision


def read_decisions(content: bytes) -> Decisions:
    """Read `decisions.toml`.

    Raises:
        DatasetError: It is not UTF-8, not TOML, or has keys that are unknown or missing.
    """
    try:
        return Decisions(tomllib.loads(content.decode()))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DatasetError(FILE, str(error)) from None


def curated(decision: Mapping[str, Any]) -> Curated:
    """Return the origin that a decision states."""
    try:
        basis = Basis(decision["basis"])
    except (KeyError, ValueError):
        raise DatasetError(FILE, f"{decision}: basis must be one of {', '.join(Basis)}") from None
    return Curated(basis=basis, url=decision.get("url"), note=decision.get("note"))


def _checked_keys(table: str, index: int, decision: Mapping[str, Any]) -> None:
    must, may = _TABLES[table]
    missing = (must | {"reason"}) - decision.keys()
    unknown = decision.keys() - must - may - _SOURCE
    if missing or unknown:
        raise DatasetError(FILE, f"{table}[{index}]:{_listed('unknown', unknown)}{_listed('missing', missing)}")


def _listed(what: str, keys: frozenset[str] | set[str]) -> str:
    return f" {what} {', '.join(sorted(keys))}" if keys else ""
