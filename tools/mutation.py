"""Change code in small ways and count what the tests notice: a random sample of the changes a room, made by mutmut.

    python3 tools/mutation.py [--sample 50] [--seed 1] [--minutes 30] [ROOM …]

All changes to the four rooms are some fifteen thousand, which is days of work for one machine. The tests of the room alone, and
those of the room above it that is tested on it, judge each change, so that what a law elsewhere would notice counts as unnoticed.
Prints the share a room, and each change that nothing noticed; `mutmut show NAME` tells what it is.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
MUTANTS = ROOT / "mutants"
TESTS = {
    "codec": ("tests/codec",),
    "reading": ("tests/reading",),
    "language": ("tests/language", "tests/checks/quotes"),
    "checks/quotes": ("tests/checks/quotes",),
}
# No test takes so long, but a change may make one endless; that is a notice too.
LONGEST = 300


def names_of(room: str) -> list[str]:
    """Return the names of all changes to a room."""
    paths = sorted((MUTANTS / "src" / "iom_content" / room).rglob("*.meta"))
    return sorted(name for path in paths for name in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"])


def is_noticed(name: str, tests: tuple[str, ...]) -> bool:
    """Tell whether a test fails under a change; none must fail without one, which the empty name stands for."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "MUTANT_UNDER_TEST": name, "PYTHONPATH": str(MUTANTS / "src")}
    try:
        return subprocess.run(command, cwd=MUTANTS, env=environment, capture_output=True, check=False, timeout=LONGEST).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(TESTS)}; all, if none is named")
    parser.add_argument("--sample", type=int, default=50, help="how many changes a room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=30, help="how long a room may take at the most")
    options = parser.parse_args()
    if not MUTANTS.exists():
        # No change has this name: mutmut makes all of them and stops.
        subprocess.run([sys.executable, "-m", "mutmut", "run", "none"], cwd=ROOT, check=False, capture_output=True)
    for room in options.rooms or TESTS:
        names = names_of(room)
        if is_noticed("", TESTS[room]):
            sys.exit(f"{room}: its tests fail without any change")
        chosen = random.Random(f"{options.seed} {room}").sample(names, min(options.sample, len(names)))  # noqa: S311
        end, tried, survivors = time.monotonic() + 60 * options.minutes, 0, list[str]()
        for name in chosen:
            if time.monotonic() > end:
                break
            tried += 1
            if not is_noticed(name, TESTS[room]):
                survivors.append(name)
        print(f"{room}: {tried - len(survivors)} of {tried} noticed, of {len(names)} in all", flush=True)
        print(*(f"  not noticed: {name}" for name in survivors), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
