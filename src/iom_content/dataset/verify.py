"""Proof that a dataset's files are the released ones: digests recomputed, nothing missing, nothing extra."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from errno import EINVAL, ELOOP
from pathlib import Path
from typing import Any

from iom_content.dataset.load import data_files, known_version
from iom_content.dataset.releases import MANIFEST, RELEASED
from iom_content.errors import UnreadableInput
from iom_content.model.digest import sha256_hex
from iom_content.model.report import Finding, Report

__all__ = ["verify_dataset"]


def verify_dataset(version: str | None = None, *, path: str | os.PathLike[str] | None = None) -> Report:
    """Recompute the digest of every file of a dataset.

    The manifest of a bundled version is held to the digest in the code, every other file to the manifest. A file that is
    damaged, missing or not listed is one finding each; `Finding.file` names it relative to the dataset's folder.

    Args:
        version: A bundled version, the current one if it is None.
        path: A dataset folder of one's own, whose manifest is then taken at its word.

    Returns:
        A report without findings if every file is the one its digest names.

    Raises:
        NotFound: There is no such bundled version.
        UnreadableInput: `path` is no folder.

    Example:
        >>> import iom_content as iom
        >>> iom.verify_dataset().ok
        True
    """
    if path is not None:
        folder = Path(path)
        if not folder.is_dir():
            raise UnreadableInput(
                os.fspath(path), "no folder" if folder.exists() else "no such folder", f"a dataset is a folder with {MANIFEST}"
            )
        return Report(findings=tuple(_compared(dict(_files(folder)), None)))
    version = known_version(version)
    return Report(findings=tuple(_compared(dict(_files(data_files(version))), RELEASED[version])))


def _files(folder: Any, prefix: str = "", above: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield every file below a folder, on disk or in a zip, by its path; the error in place of what cannot be looked into."""
    # Links are followed, for some installers make a package of them; one back to a folder above would be followed for ever.
    here = os.path.realpath(folder) if isinstance(folder, Path) else str(folder)
    try:
        entries = [*folder.iterdir()] if here not in above else OSError(ELOOP, "a link that leads back to a folder above it")
    except OSError as error:
        entries = error
    if isinstance(entries, OSError):
        yield prefix.removesuffix("/"), entries
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/", (*above, here))
        else:
            yield name, entry


def _compared(files: Mapping[str, Any], released: str | None) -> Iterator[Finding]:
    manifest = _content(files.get(MANIFEST))
    if not isinstance(manifest, bytes):
        yield _finding("file-missing", MANIFEST, "the manifest is missing or cannot be read")
        return
    if released is not None and sha256_hex(manifest) != released:
        yield _finding("file-changed", MANIFEST, "the manifest is not the released one", expected=released, found=sha256_hex(manifest))
    listed = _listed(manifest)
    if listed is None:
        yield _finding("manifest-unreadable", MANIFEST, "the manifest is no Data Package with paths and SHA-256 digests")
        return
    for name in sorted(listed.keys() | files.keys() - {MANIFEST}):
        # One file after the other: a dataset may be larger than the memory.
        yield from _judged(name, _content(files.get(name)), listed.get(name))


def _content(file: Any) -> bytes | OSError | None:
    if file is None or isinstance(file, OSError):
        return file
    # A pipe would wait for somebody to write into it, a device might never end.
    if isinstance(file, Path) and file.exists() and not file.is_file():
        return OSError(EINVAL, "no regular file")
    try:
        content: bytes = file.read_bytes()
    except OSError as error:
        return error
    return content


def _judged(name: str, content: bytes | OSError | None, digest: str | None) -> Iterator[Finding]:
    if content is None:
        yield _finding("file-missing", name, "listed in the manifest, but missing")
    elif isinstance(content, OSError):
        yield _finding("file-unreadable", name, f"cannot be read: {content.strerror}")
    elif digest is None:
        yield _finding("file-extra", name, "not listed in the manifest")
    elif (found := f"sha256:{sha256_hex(content)}") != digest:
        yield _finding("file-changed", name, "its bytes are not those of the manifest", expected=digest, found=found)


def _listed(manifest: bytes) -> dict[str, str] | None:
    try:
        resources = json.loads(manifest)["resources"]
        listed = {resource["path"]: resource["hash"] for resource in resources}
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return listed if all(isinstance(part, str) for pair in listed.items() for part in pair) else None


def _finding(rule: str, name: str, message: str, *, expected: str | None = None, found: str | None = None) -> Finding:
    # A file's name is untrusted and may hold bytes that no encoding carries.
    shown = name.encode(errors="backslashreplace").decode()
    hint = "reinstall the package, or rebuild the dataset if it is your own"
    return Finding(rule=rule, message=f"{shown}: {message}", file=shown, expected=expected, excerpt=found, hint=hint)
