"""A headless Chromium, and a server on this machine for the pages that tests build."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Generator[Browser]:
    """Return the system's Chromium, driven by playwright; without either the test is skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no chromium on the path")
    with playwright.sync_playwright() as driver:
        # Without a sandbox, for tests may run as root, where Chromium has none.
        launched = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            yield launched
        finally:
            launched.close()


@pytest.fixture(scope="session")
def publish() -> Generator[Callable[[str], str]]:
    """Return a function that serves a page and returns its address."""
    pages: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number = self.path.strip("/").partition("?")[0]
            found = number.isdigit() and int(number) < len(pages)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages[int(number)] if found else b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def publish(html: str) -> str:
        pages.append(html.encode())
        return f"http://127.0.0.1:{server.server_address[1]}/{len(pages) - 1}"

    yield publish
    server.shutdown()
    server.server_close()
    thread.join()
