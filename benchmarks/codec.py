"""What writing and reading JSON costs, beside pydantic on models made from the same declarations.

    python3 benchmarks/codec.py [--rounds 41] [--json]

One statement of the bundled dataset. Ours is written in canonical form, keys sorted and indented, as files of a dataset are; `compact`
is a line of JSON Lines. With the extra `fast` orjson does the writing; `standard` is how it is written without. A round runs every
case once, in an order of its own; the median over the rounds counts. Ratios are pydantic's time by ours: above 1 we are faster.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from rounds import medians

import iom_content as iom
from iom_content.codec.decode import versioned
from iom_content.codec.json_text import render


def cases() -> dict[str, Callable[[], object]]:
    """Return what is timed."""
    statement = iom.load().statements["sdg-summit-statement-iom-director-general"]
    text = iom.dumps(statement)
    found: dict[str, Callable[[], object]] = {
        "write, canonical": lambda: iom.dumps(statement),
        "write, compact": lambda: iom.dumps(statement, "jsonl"),
        "write, standard": lambda: render(versioned(statement)),
        "read": lambda: iom.loads(text, iom.Statement),
    }
    if find_spec("pydantic"):
        # The models are those of the benchmark of checks, which lies beside this one.
        model = import_module("checks").on_pydantic()
        plain = {key: value for key, value in json.loads(text).items() if key != "schema_version"}
        value, line = model.model_validate(plain), json.dumps(plain)
        found["pydantic, write"] = value.model_dump_json
        found["pydantic, read"] = lambda: model.model_validate_json(line)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=41)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = cases()
    taken = {name: seconds * 1e6 for name, seconds in medians(found, arguments.rounds, times=20).items()}
    peers = {name: taken.get(f"pydantic, {name.partition(',')[0]}") for name in taken if not name.startswith("pydantic")}
    ratios = {name: peer / taken[name] for name, peer in peers.items() if peer is not None}
    if arguments.json:
        print(json.dumps({"microseconds": taken, "ratios": ratios}, indent=2))
        return
    for name, value in taken.items():
        print(f"{name:20}{value:10.1f} µs" + (f"{ratios[name]:8.2f} x pydantic" if name in ratios else ""))


if __name__ == "__main__":
    main()
