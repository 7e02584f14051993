"""How the benchmarks time their cases: in rounds, each in an order of its own, so that a busy moment falls on all alike."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Mapping
from time import perf_counter


def medians(
    cases: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    times: int = 1,
    warmups: int = 3,
    clock: Callable[[], float] = perf_counter,
) -> dict[str, float]:
    """Return the median duration of each case in seconds.

    Args:
        cases: What is timed.
        rounds: How many rounds count.
        times: How often a case runs in a row.
        warmups: How many rounds go before those that count.
        clock: What measures, in seconds.
    """
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(-warmups, rounds):
        order = [*cases]
        random.Random(turn).shuffle(order)  # noqa: S311 - an order, no secret
        for name in order:
            begin = clock()
            for _ in range(times):
                cases[name]()
            if turn >= 0:
                taken[name].append((clock() - begin) / times)
    return {name: statistics.median(values) for name, values in taken.items()}
