"""Files that take the place of others in one step that cannot be half done."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["put"]


def put(target: Path, content: bytes, mode: int | None, *, replaces: bool = True) -> None:
    """Put a file in place, whole or not at all.

    Args:
        target: Where it is to stand.
        content: Its bytes.
        mode: Its permissions; None for those that any new file gets.
        replaces: Whether it takes the place of what stands there, even of what comes there meanwhile.

    Raises:
        OSError: It cannot be written, or must not replace what stands there; that is as it was.
    """
    # Written beside the target: between file systems there is no such step.
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_mode_of_new_files() if mode is None else mode)
        if replaces or not _linked(name, target):
            Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _linked(name: str, target: Path) -> bool:
    """Give a file another name, which must be new; False where the file system has one name a file."""
    try:
        target.hardlink_to(name)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        return False
    Path(name).unlink()
    return True


def _mode_of_new_files() -> int:
    # A temporary file is its owner's alone; the result gets the permissions that any new file would have.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
