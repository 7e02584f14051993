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

# Small, because those that are begun are waited for after an interruption.
_CHUNK = 4


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

    # Started anew, not forked: that is safe where threads run, and the same on every system.
    pool = ProcessPoolExecutor(min(jobs, len(pages)), get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN))
    try:
        with _uninterrupted():
            read = pool.map(_read, pages, chunksize=_CHUNK)
        return _told(read, tell)
    finally:
        # After an interruption what nobody waits for any more is not begun.
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Hold Ctrl-C back while processes are started: it is this process's, and each of them would print a traceback of its own.

    They inherit that, from before their first line of Python; where a system cannot hold signals back they ignore it a little later.
    """
    hold = getattr(signal, "pthread_sigmask", None)
    before = hold and hold(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        if hold:
            hold(signal.SIG_SETMASK, before)


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
