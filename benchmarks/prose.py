"""What checking articles costs, in megabytes a second: many short ones, and long ones of each syntax.

    python3 benchmarks/prose.py [--rounds 5] [--json]

Two kinds of text: one that never names the organization, as most articles of a site are, and one in which every paragraph quotes
it and counts something of it. The median over the rounds counts. Beside them stands what parsing alone costs, where a parser is used.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable
from html.parser import HTMLParser
from time import perf_counter

from markdown_it import MarkdownIt

import iom_content as iom

_PLAIN = "The ferry left the harbour at dawn with nine crates of oranges and a clock. Nobody on the quay waved, the captain wrote."
_DENSE = "IOM has 175 member states. Its chief said: “This is no easy task.” A pilot replied: “The tide is late, and so are we all.”"


def article(sentence: str, syntax: str, size: int) -> str:
    """Return an article of about a size in one syntax."""
    paragraph = " ".join([sentence] * 5)
    block = {"text": f"{paragraph}\n\n", "markdown": f"- *{paragraph}*\n\n", "html": f"<p><em>{paragraph}</em></p>\n"}[syntax]
    return block * (size // len(block) + 1)


def cases() -> dict[str, tuple[Callable[[], object], int]]:
    """Return what is timed, with its size in bytes."""
    found: dict[str, tuple[Callable[[], object], int]] = {}
    for syntax in ("text", "markdown", "html"):
        for name, sentence in (("plain", _PLAIN), ("dense", _DENSE)):
            for size in (5_000, 200_000):
                text = article(sentence, syntax, size)
                found[f"{syntax}, {name}, {size // 1000} kB"] = (
                    lambda text=text, syntax=syntax: iom.check_prose(text, syntax=syntax),  # type: ignore[misc]
                    len(text.encode()),
                )
    markdown, html = (article(_PLAIN, syntax, 200_000) for syntax in ("markdown", "html"))
    found["markdown-it-py alone, 200 kB"] = (lambda: MarkdownIt("commonmark").parse(markdown), len(markdown.encode()))
    found["html.parser alone, 200 kB"] = (lambda: HTMLParser().feed(html), len(html.encode()))
    return found


def main() -> None:
    """Time every case and print megabytes a second."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    speeds: dict[str, float] = {}
    for name, (call, size) in cases().items():
        call()
        times: list[float] = []
        for _ in range(arguments.rounds):
            start = perf_counter()
            call()
            times.append(perf_counter() - start)
        speeds[name] = size / statistics.median(times) / 1e6
    if arguments.json:
        print(json.dumps(speeds, indent=2))
        return
    for name, speed in speeds.items():
        print(f"{name:32} {speed:7.2f} MB/s")


if __name__ == "__main__":
    main()
