"""A dataset of one's own: begun, and given captured pages; only what was captured and decided changes, the rest is derived."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from iom_content.dataset.build import CHANGES
from iom_content.dataset.decisions import FILE, read_decisions
from iom_content.dataset.pages import Page
from iom_content.errors import UnreadableInput
from iom_content.model.digest import sha256_hex
from iom_content.reading.markup import is_html

__all__ = ["begun", "captured_facts", "grown", "raw_of"]

_CAPTURES: Final = "captures"


def begun(version: str, title: str) -> dict[str, bytes]:
    """Return what a new dataset is built from: nothing captured, nothing decided.

    Args:
        version: Its first version.
        title: Its title.

    Example:
        >>> sorted(begun("1", "Harbour texts"))
        ['CHANGES.md', 'decisions.toml']
    """
    head = f'version = {_quoted(version)}\ntitle = {_quoted(title)}\ndescription = ""\n'
    return {FILE: head.encode(), CHANGES: f"# Changes\n\n## {version}\n\n- Begun.\n".encode()}


def raw_of(folder: str | os.PathLike[str]) -> dict[str, bytes]:
    """Return what a dataset was built from, by path relative to its folder.

    Args:
        folder: The dataset's folder.

    Raises:
        UnreadableInput: It has no `decisions.toml`, as a saved catalog has none, or a file cannot be read.
    """
    top = Path(folder)
    if not (top / FILE).is_file():
        raise UnreadableInput(str(top), f"no dataset that can grow: {FILE} is missing", "`iom-content dataset init` makes one")
    paths = [top / FILE, *([top / CHANGES] if (top / CHANGES).exists() else []), *sorted((top / _CAPTURES).rglob("*"))]
    try:
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    except OSError as error:
        raise UnreadableInput(str(top), error.strerror or "cannot be read") from None


def captured_facts(raw: Mapping[str, bytes]) -> dict[str, tuple[str | None, date | None]]:
    """Return the address and the day of every page that a dataset has, by SHA-256; None where they are not known.

    Args:
        raw: What it is built from.

    Raises:
        DatasetError: `decisions.toml` is malformed.
    """
    captures = read_decisions(raw[FILE]).table("captures")
    return {capture["sha256"]: (capture.get("url"), capture.get("captured")) for capture in captures}


def grown(raw: Mapping[str, bytes], pages: Iterable[Page]) -> dict[str, bytes]:
    """Return what a dataset is built from with further pages, in the order of their digests; those it has change nothing.

    Args:
        raw: What it is built from.
        pages: The pages.

    Raises:
        DatasetError: `decisions.toml` is malformed.
    """
    known = captured_facts(raw).keys()
    new = {sha256_hex(page[0]): page for page in pages}
    files = dict(raw)
    for digest in sorted(new.keys() - known):
        content, url, captured = new[digest]
        # Bytes that cannot be read never come here.
        name = f"{_CAPTURES}/{digest[:12]}{'.html' if is_html(content.decode()) else '.txt'}"
        files[name] = content
        files[FILE] += _entry(name, digest, url, captured).encode()
    return files


def _entry(name: str, digest: str, url: str | None, captured: date | None) -> str:
    lines = ["", "[[captures]]", f"file = {_quoted(name)}", f"sha256 = {_quoted(digest)}"]
    lines += [f"url = {_quoted(url)}"] if url is not None else []
    lines += [f"captured = {captured.isoformat()}"] if captured is not None else []
    return "\n".join([*lines, 'reason = "A captured page, as it was given."', ""])


def _quoted(text: str) -> str:
    # The escapes of JSON are those of TOML's basic strings; DEL, which JSON leaves alone, is none of theirs.
    return json.dumps(text).replace("\x7f", "\\u007f")
