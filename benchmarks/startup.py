"""What starting costs: whole processes, interleaved, as ratios of what importing attrs costs over bare Python.

    python3 benchmarks/startup.py [--rounds 31] [--json]

Each case is one fresh interpreter, timed from outside from start to exit. A round runs every case once, in an order of its
own, so that a slow moment of the machine hits all alike; the median over the rounds counts. Milliseconds say something of this
machine alone, ratios carry over. pycountry is measured where it is installed: it is a peer that also ships data.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from functools import partial
from importlib.util import find_spec

from rounds import medians

BARE = "bare python"
UNIT = "import attrs"
PEER = "pycountry, first look-up"
CASES = {
    BARE: "pass",
    UNIT: "import attrs",
    "import iom_content": "import iom_content",
    "iom_content, catalog loaded": "import iom_content; iom_content.load()",
    "iom_content, overview printed": "from iom_content.cli.main import run; run([])",
    PEER: "import pycountry; pycountry.countries.get(alpha_2='FR').name",
}
TARGETS = {"import iom_content": 0.1, "iom_content, catalog loaded": 1.45}


def run(code: str) -> None:
    """Run code in a process of its own."""
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def ratios(found: dict[str, float]) -> dict[str, float]:
    """Return what each case costs over bare Python, in units of what importing attrs does."""
    unit = found[UNIT] - found[BARE]
    return {name: (duration - found[BARE]) / unit for name, duration in found.items() if name != BARE}


def target_of(name: str, found: dict[str, float]) -> float | None:
    """Return the largest ratio a case should have; that of the loaded catalog lies below the peer's too."""
    target = TARGETS.get(name)
    return min(target, found[PEER]) if target is not None and name.endswith("loaded") and PEER in found else target


def main() -> None:
    """Measure and print; whether a target is met is for the reader to judge, machines differ."""
    parser = argparse.ArgumentParser(description="Measure start-up.")
    parser.add_argument("--rounds", type=int, default=31, help="how often each case runs (default: 31)")
    parser.add_argument("--json", action="store_true", help="print the ratios as JSON")
    options = parser.parse_args()
    # Coverage of subprocesses and other start-up hooks would be measured too.
    os.environ.pop("COVERAGE_PROCESS_START", None)
    cases = {name: code for name, code in CASES.items() if name != PEER or find_spec("pycountry")}
    # The first runs write and cache compiled files.
    found = {
        name: seconds * 1e3
        for name, seconds in medians({name: partial(run, code) for name, code in cases.items()}, options.rounds, warmups=2).items()
    }
    ratio = ratios(found)
    if options.json:
        print(json.dumps({name: round(value, 3) for name, value in ratio.items()}))
        return
    print(f"{'case':32} {'whole process':>14} {'x import attrs':>15} {'target':>8}")
    for name, duration in found.items():
        target = target_of(name, ratio)
        shown = f"{ratio[name]:15.2f}" if name in ratio else f"{'':15}"
        met = "" if target is None else "  met" if ratio[name] <= target else "  missed"
        print(f"{name:32} {duration:11.1f} ms {shown} {'' if target is None else f'<= {target:.2f}':>8}{met}")


if __name__ == "__main__":
    main()
