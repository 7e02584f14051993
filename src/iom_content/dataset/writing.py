"""A dataset folder written so that it is always a whole one: the old, or the new."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from iom_content.dataset.releases import MANIFEST
from iom_content.errors import UnreadableInput

__all__ = ["write_folder"]


def write_folder(folder: Path, files: Mapping[str, bytes], *, read: Mapping[str, bytes] | None = None) -> int:
    """Make a folder hold exactly some files.

    Every file that changes is first written beside the folder, where a full disk or an interruption harms nothing; then all are
    put in place, the manifest last, and what is not among them is taken away.

    Args:
        folder: The folder, which may not be there yet.
        files: Its files by path relative to it.
        read: Files of it from which these were derived, as they were read: if one is no longer so, somebody else was faster.

    Returns:
        How many files were written or taken away; 0 if the folder held exactly these.

    Raises:
        UnreadableInput: It cannot be written, somebody else writes or wrote it, or it is no dataset and not empty.
    """
    _refuse_strangers(folder)
    stands = {MANIFEST: _held(folder / MANIFEST), **(read or {})}
    held = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    changed = [name for name, content in files.items() if name not in held or held[name].read_bytes() != content]
    gone = [path for name, path in held.items() if name not in files]
    if not changed and not gone:
        return 0
    try:
        with _staging(folder) as stage:
            _refuse_faster(folder, stands)
            for name in changed:
                _written(stage / name, files[name])
            with _undisturbed():
                for name in sorted(changed, key=lambda name: (name == MANIFEST, name)):
                    target = folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    (stage / name).replace(target)
                for path in gone:
                    path.unlink()
    except OSError as error:
        raise UnreadableInput(str(folder), f"cannot be written: {error.strerror or error}", "what it held is as it was") from None
    return len(changed) + len(gone)


def _refuse_strangers(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UnreadableInput(str(folder), "no folder")
    if folder.is_dir() and not (folder / MANIFEST).exists() and any(folder.iterdir()):
        raise UnreadableInput(str(folder), f"neither a dataset with {MANIFEST} nor empty", "name a new folder")


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _refuse_faster(folder: Path, stands: Mapping[str, bytes | None]) -> None:
    """Refuse to write over what somebody else wrote since; only who holds the folder of our own may ask."""
    if any(_held(folder / name) != content for name, content in stands.items()):
        raise UnreadableInput(str(folder), "somebody else wrote it meanwhile", "run this again")


@contextmanager
def _staging(folder: Path) -> Generator[Path]:
    """Give a folder of our own beside the dataset; that it can be made says that nobody else is writing."""
    stage = folder.absolute().with_name(f".{folder.absolute().name}.writing")
    try:
        stage.parent.mkdir(parents=True, exist_ok=True)
        stage.mkdir()
    except FileExistsError:
        raise UnreadableInput(
            str(folder), "somebody else is writing it", f"if nobody is, a writer was killed: remove {stage.name} beside it"
        ) from None
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _written(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _undisturbed() -> Generator[None]:
    """Let an interruption wait until all files are in their places; only the main thread is interrupted at all."""
    waiting: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: Any = signal.signal(signal.SIGINT, lambda number, _: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if waiting:
        raise KeyboardInterrupt
