"""The manifest of a dataset: every other file with its size, digest, media type, source and rights."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from iom_content.model.digest import sha256_hex
from iom_content.model.document import Document

MEDIA_TYPES: Final = {
    ".json": "application/json",
    ".toml": "application/toml",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".html": "text/html",
}

# Whose a file is follows from the room it lies in: captured and derived text is the organization's, the rest is ours.
_CONTENT: Final = ("captures/", "documents/", "organizations/")


def manifest_of(
    files: dict[str, bytes],
    *,
    version: str | None,
    title: str,
    description: str,
    rights: dict[str, Any] | None,
    sources: list[dict[str, str]],
) -> dict[str, Any]:
    """Return the Data Package (version 2) descriptor of a dataset's files.

    Args:
        files: Every file but the manifest, by its path relative to the dataset's folder.
        version: Version of the dataset; None for one that has none, as a catalog in memory.
        title: Its title.
        description: What it holds, in a sentence or two.
        rights: Whose the texts are, as plain data.
        sources: Title and address of each page that was captured.
    """
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "iom-content",
        "title": title,
        "description": description,
        **({} if version is None else {"version": version}),
        "rights": rights,
        "sources": sources,
        "resources": [_resource(path, files[path], sources) for path in sorted(files)],
    }


def sources_of(documents: Iterable[Document]) -> list[dict[str, str]]:
    """Return title and address of each captured page that has an address.

    Args:
        documents: What was read from the pages.
    """
    return [
        {"title": document.statement.title or document.id, "path": document.capture.url}
        for document in documents
        if document.statement is not None and document.capture.url is not None
    ]


def _resource(path: str, content: bytes, sources: list[dict[str, str]]) -> dict[str, Any]:
    suffix = path[path.rindex(".") :]
    resource: dict[str, Any] = {
        "name": path.removesuffix(suffix).replace("/", "-").lower(),
        "path": path,
        "format": suffix[1:],
        "mediatype": MEDIA_TYPES[suffix],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256_hex(content)}",
        "rights": "content" if path.startswith(_CONTENT) else "project",
    }
    if path.startswith(_CONTENT) and sources:
        resource["sources"] = sources
    return resource
