"""Change code in small ways and count what the tests notice: a random sample of the changes a room, with mutmut.

    python3 tools/mutation.py [--sample 150] [--seed 1] [--children 2] [ROOM …]

All changes to the rooms named in pyproject.toml are some fifteen thousand, which is a day of work for one machine; a sample of 150 a
room tells the share that is noticed to some four points. Prints the share a room, and each change that nothing noticed.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MUTANTS = ROOT / "mutants"
ROOMS = ("codec", "reading", "language", "checks/quotes")
# What mutmut writes down of a change, by the status that pytest ended with; no answer within the time is a notice too.
NOTICED = {1, 3, 24, 36, 152, 255, -24}
UNNOTICED = {0, 5, 33}


def mutmut(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "mutmut", "run", *arguments], cwd=ROOT, check=False)


def statuses(room: str) -> dict[str, int | None]:
    """Return the status of each change to a room; None for one that was not tried."""
    found: dict[str, int | None] = {}
    for path in sorted((MUTANTS / "src" / "iom_content" / room).rglob("*.meta")):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all, if none is named")
    parser.add_argument("--sample", type=int, default=150, help="how many changes a room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--children", type=int, default=2, help="how many are tried at once")
    options = parser.parse_args()
    children = ("--max-children", str(options.children))
    # No change has this name: mutmut makes all of them, learns which tests reach which function, and stops.
    mutmut(*children, "none")
    chosen: dict[str, list[str]] = {}
    for room in options.rooms or ROOMS:
        names = sorted(statuses(room))
        chosen[room] = random.Random(f"{options.seed} {room}").sample(names, min(options.sample, len(names)))  # noqa: S311
    mutmut(*children, *(name for names in chosen.values() for name in names))
    for room, names in chosen.items():
        found = statuses(room)
        tried = [name for name in names if found[name] in NOTICED | UNNOTICED]
        survivors = [name for name in tried if found[name] in UNNOTICED]
        share = 100 * (len(tried) - len(survivors)) / max(1, len(tried))
        print(f"{room}: {share:.1f} % of {len(tried)} noticed, of {len(found)} in all")
        print(*(f"  not noticed: {name}" for name in survivors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
