"""The manifest of a dataset: every other file with its size, digest, media type, source and rights."""

from __future__ import annotations

from typing import Any, Final

from iom_content.model.digest import sha256_hex

MEDIA_TYPES: Final = {".json": "application/json", ".toml": "application/toml", ".md": "text/markdown", ".txt": "text/plain"}

# Whose a file is follows from the room it lies in: captured and derived text is the organization's, the rest is ours.
_CONTENT: Final = ("captures/", "documents/", "organizations/")


def manifest_of(
    files: dict[str, bytes], *, version: str, title: str, description: str, rights: dict[str, Any] | None, sources: list[dict[str, str]]
) -> dict[str, Any]:
    """Return the Data Package (version 2) descriptor of a dataset's files.

    Args:
        files: Every file but the manifest, by its path relative to the dataset's folder.
        version: Version of the dataset.
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
        "version": version,
        "rights": rights,
        "sources": sources,
        "resources": [_resource(path, files[path], sources) for path in sorted(files)],
    }


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
