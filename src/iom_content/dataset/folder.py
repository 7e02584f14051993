"""A dataset folder on disk, read strictly."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any, cast

from iom_content.codec.decode import decode
from iom_content.codec.json_text import MAX_INPUT, parse
from iom_content.codec.migrations import migrate
from iom_content.dataset.assemble import read_catalog
from iom_content.dataset.releases import MANIFEST
from iom_content.errors import DatasetError, InvalidData, UnreadableInput
from iom_content.model.catalog import Catalog, Rights, Term
from iom_content.model.document import Document
from iom_content.model.organization import Organization

__all__ = ["content_of", "content_within", "read_folder"]


def read_folder(path: str | os.PathLike[str]) -> Catalog:
    """Read a dataset folder into a catalog, strictly.

    Raises:
        UnreadableInput: The folder is none, or a file in it cannot be read.
        DatasetError: A file is not what it should be; the message names its faults with their places.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise UnreadableInput(
            os.fspath(path), "no folder" if folder.exists() else "no such folder", f"a dataset is a folder with {MANIFEST}"
        )
    reading = _Reading(folder)
    try:
        return read_catalog(reading.read, {cls: _decoder(cls) for cls in (Document, Organization, Term, Rights)})
    except (KeyError, TypeError, AttributeError):
        raise DatasetError(reading.file, "not of a dataset's form (hint: `resources` with paths, `terms`)") from None
    except InvalidData as error:
        raise DatasetError(reading.file, str(error)) from None


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that is no larger than a record may be.

    Raises:
        UnreadableInput: It is larger, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_INPUT + 1)
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or "cannot be read") from None
    if len(content) > MAX_INPUT:
        raise UnreadableInput(str(path), f"larger than {MAX_INPUT} bytes")
    return content


def content_within(path: Path) -> bytes:
    """Return the bytes of a file that was found, not named: a pipe among them would wait for somebody to write into it.

    Raises:
        UnreadableInput: It is no regular file, is larger than a record may be, or cannot be read.
    """
    if path.exists() and not path.is_file():
        raise UnreadableInput(str(path), "no regular file")
    return content_of(path)


class _Reading:
    """Reads one file after the other and remembers which, for the error that names it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = MANIFEST

    def read(self, name: str) -> Any:
        self.file = str(name)
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or PurePosixPath(name).is_absolute() or "\\" in name:
            raise DatasetError(MANIFEST, f"path {name!r} leads out of the folder")
        return parse(content_within(self.folder.joinpath(*parts)), kind=name)


def _decoder(cls: type) -> Callable[[Any], Any]:
    def decoded(data: Any) -> Any:
        plain: Any = migrate(data) if cls in (Document, Organization) else data
        return cast("object", decode(plain, cls))

    return decoded
