"""A catalog written as a dataset folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from iom_content.codec.decode import encode
from iom_content.codec.json_text import render
from iom_content.dataset.given import refuse_other_than_catalog
from iom_content.dataset.manifest import manifest_of, sources_of
from iom_content.dataset.releases import MANIFEST
from iom_content.dataset.writing import write_folder
from iom_content.errors import amount
from iom_content.model.catalog import Catalog
from iom_content.model.digest import sha256_hex
from iom_content.release import SCHEMA_VERSION

__all__ = ["files_of_values", "save"]

_MAX_NAME: Final = 200
"""Most bytes of an id that is the name of a file; common file systems take 255, with what is added to it."""


def save(catalog: Catalog, path: str | os.PathLike[str]) -> None:
    """Write a catalog as a dataset folder, which `load(path=…)` reads back and `verify_dataset(path=…)` proves.

    The folder is the old one or the new one, never half of each. A dataset that stands there is replaced.

    Args:
        catalog: What to write.
        path: The folder; it is made if it is not there.

    Raises:
        InvalidValue: The first argument is no catalog.
        UnreadableInput: The folder cannot be written, is being written by somebody else, or holds other things.

    Example:
        >>> import iom_content as iom
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     iom.save(iom.load(), folder)
        ...     iom.load(path=folder) == iom.load(), iom.verify_dataset(path=folder).ok
        (True, True)
    """
    refuse_other_than_catalog("save", catalog)
    files = {f"captures/{document.id}.txt": document.capture.text.encode() for document in catalog.documents.values()}
    files |= files_of_values(catalog)
    held = " and ".join(amount(len(each), each.kind) for each in (catalog.documents, catalog.statements))
    manifest = manifest_of(
        files,
        version=catalog.version,
        title="A saved dataset" if catalog.version is None else f"Dataset {catalog.version}",
        description=f"Saved from a catalog: {held}.",
        rights=None if catalog.rights is None else encode(catalog.rights),
        sources=sources_of(catalog.documents.values()),
    )
    write_folder(Path(path), files | {MANIFEST: render(manifest).encode()})


def files_of_values(catalog: Catalog) -> dict[str, bytes]:
    """Return the derived files of a dataset by path: documents, organizations and terms.

    Args:
        catalog: What they hold.

    Returns:
        The bytes of each file.
    """
    files = {f"documents/{document.id}.json": _json(encode(document)) for document in catalog.documents.values()}
    files |= {
        f"organizations/{_name(organization.id)}.json": _json(encode(organization)) for organization in catalog.organizations.values()
    }
    return files | {"terms.json": _json({"terms": [encode(term) for term in catalog.terms.values()]})}


def _name(key: str) -> str:
    """Return the name of the file of a value: its id, or the digest of one that no file system takes for a name."""
    spelled = key.encode()
    return key if len(spelled) <= _MAX_NAME else sha256_hex(spelled)


def _json(plain: dict[str, Any]) -> bytes:
    return render(plain | {"schema_version": SCHEMA_VERSION}).encode()
