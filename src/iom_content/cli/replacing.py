"""Files that take the place of others in one step that cannot be half done."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["put"]


def put(target: Path, content: bytes, mode: int | None) -> None:
    """Put a file in place, whole or not at all.

    Args:
        target: Where it is to stand; what stands there is replaced.
        content: Its bytes.
        mode: Its permissions; None for those that any new file gets.

    Raises:
        OSError: It cannot be written; what stood there is as it was.
    """
    # Written beside the target: between file systems there is no such step.
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_mode_of_new_files() if mode is None else mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode_of_new_files() -> int:
    # A temporary file is its owner's alone; the result gets the permissions that any new file would have.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
