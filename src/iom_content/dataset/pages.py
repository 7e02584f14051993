"""Many captured pages read, by one process or several; one that cannot be read stops none."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TypeAlias

from iom_content.errors import ContentError
from iom_content.model.document import Document
from iom_content.reading.ingest import ingest

__all__ = ["Page", "pages_of"]

Page: TypeAlias = tuple[bytes, str | None, date | None]
"""What was captured, its address and the day, if they are known."""

_CHUNK = 16


def pages_of(pages: Sequence[Page], jobs: int = 1, tell: Callable[[int], None] = lambda _: None) -> list[Document | ContentError]:
    """Read pages, each on its own.

    Args:
        pages: The pages.
        jobs: How many processes read them.
        tell: Called with the number of pages that have been read.

    Returns:
        For each page, in order, its document, or the error that says why there is none.
    """
    if jobs <= 1 or len(pages) <= 1:
        return _told(map(_read, pages), tell)
    # Only a run with several processes pays for the machinery.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Started anew, not forked: that is safe where threads run, and the same on every system. Ctrl-C, of which a terminal tells
    # every process, is left to this one: it ends the others, and would wait forever for one that died by itself.
    pool = ProcessPoolExecutor(min(jobs, len(pages)), get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN))
    try:
        with _interruptions_held():
            read = pool.map(_read, pages, chunksize=_CHUNK)
        return _told(read, tell)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interruptions_held() -> Generator[None]:
    """Hold Ctrl-C back while processes start, which would die of it before they ignore it; they inherit that it is held."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover - Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _told(read: Iterable[Document | ContentError], tell: Callable[[int], None]) -> list[Document | ContentError]:
    found: list[Document | ContentError] = []
    for each in read:
        found.append(each)
        tell(len(found))
    return found


def _read(page: Page) -> Document | ContentError:
    content, url, captured = page
    try:
        return ingest(content, url=url, captured=captured)
    except ContentError as error:
        return error
