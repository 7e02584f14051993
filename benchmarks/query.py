"""What searching costs beside SQLite's FTS5 on the same places, by its own tokenizer and without our values.

    python3 benchmarks/query.py [--documents 10000]

Each query asks for the ten best places. The median over the rounds counts; ratios are to the raw database in the same run.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
from collections.abc import Callable
from time import perf_counter

import iom_content as iom

QUERIES = {"term": ("w40", '"w40"'), "and": ("w12 w90", '"w12" AND "w90"'), "phrase": ('"w3 w5"', '"w3 w5"')}
RAW = "SELECT text FROM place WHERE place MATCH ? ORDER BY rank LIMIT 10"


def generated(count: int) -> list[iom.Statement]:
    """Return statements of ten paragraphs, their words distributed as in a language."""
    chance = random.Random(1)  # noqa: S311 - texts, no secrets
    words, weights = [f"w{number}" for number in range(2000)], [1 / (number + 1) for number in range(2000)]
    kind = iom.BlockKind.PARAGRAPH
    return [
        iom.Statement(
            id=f"s{number}",
            organization="harbour",
            blocks=tuple(iom.Block(kind=kind, text=" ".join(chance.choices(words, weights, k=40))) for _ in range(10)),
        )
        for number in range(count)
    ]


def timed(work: Callable[[], object], rounds: int = 15) -> float:
    """Return the median duration in milliseconds."""
    taken: list[float] = []
    for _ in range(rounds):
        begin = perf_counter()
        work()
        taken.append((perf_counter() - begin) * 1e3)
    return statistics.median(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    values = generated(parser.parse_args().documents)
    begin = perf_counter()
    index = iom.open_index(values)
    built = perf_counter() - begin
    raw = sqlite3.connect(":memory:")
    begin = perf_counter()
    raw.execute("CREATE VIRTUAL TABLE place USING fts5(text)")
    raw.executemany("INSERT INTO place VALUES (?)", ((block.text,) for value in values for block in value.blocks))
    print(f"build: {built:.1f} s, raw {perf_counter() - begin:.1f} s")
    for name, (ours, theirs) in QUERIES.items():
        mine = timed(lambda query=ours: iom.search(query, index=index))  # type: ignore[misc]
        peer = timed(lambda query=theirs: raw.execute(RAW, (query,)).fetchall())  # type: ignore[misc]
        print(f"{name:8}{mine:9.2f} ms{peer:9.2f} ms raw{mine / peer:7.2f}x")


if __name__ == "__main__":
    main()
