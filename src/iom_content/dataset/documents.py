"""Documents read one after the other, so that a dataset of any size needs the memory of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from iom_content.codec.decode import decode_text
from iom_content.codec.json_text import MAX_INPUT
from iom_content.dataset.folder import content_of, content_within
from iom_content.dataset.releases import MANIFEST
from iom_content.errors import InvalidData, UnreadableInput
from iom_content.model.document import Document

__all__ = ["read_documents"]

_LINES: Final = (".jsonl", ".ndjson")


def read_documents(path: str | os.PathLike[str]) -> Iterator[Document]:
    """Yield documents from a dataset folder, a folder of JSON files, a JSON file or a file of JSON Lines.

    Only one document is in memory at a time. A dataset's documents come in the order of their ids, other files in the order of their
    names, lines as they stand; blank lines are passed over.

    Args:
        path: The folder or file.

    Returns:
        An iterator over the documents; errors come when it gets there.

    Raises:
        UnreadableInput: The folder or a file cannot be read.
        InvalidData: A record is no document; the message names the file, with the line of a line, and every fault.

    Example:
        >>> import iom_content as iom
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     iom.save(iom.load(), folder)
        ...     [document.id for document in iom.read_documents(folder)]
        ['4e89fe63437d']
    """
    return _documents(Path(path))


def _documents(path: Path) -> Iterator[Document]:
    if path.is_dir():
        folder = path / "documents" if (path / MANIFEST).exists() else path
        for file in sorted(folder.rglob("*.json")):
            yield _document(content_within(file), file)
    elif path.suffix.lower() in _LINES:
        try:
            with path.open("rb") as lines:
                # A line beyond the limit is refused by its beginning.
                for number, line in enumerate(iter(lambda: lines.readline(MAX_INPUT + 1), b""), 1):
                    if line.strip():
                        yield _document(line, path, number)
        except OSError as error:
            raise UnreadableInput(str(path), error.strerror or "cannot be read") from None
    else:
        yield _document(content_of(path), path)


def _document(content: bytes, path: Path, number: int | None = None) -> Document:
    try:
        return decode_text(content, Document)
    except InvalidData as error:
        faults = (attrs.evolve(each, file=str(path), line=each.line if number is None else number) for each in error.findings)
        raise InvalidData("document", tuple(faults)) from None
