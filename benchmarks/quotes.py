"""What checking a quotation costs, beside what finds similar text: rapidfuzz, difflib and edlib on the same work.

    python3 benchmarks/quotes.py [--rounds 31] [--json]

One document, a quotation of 300 characters. The peers answer a lesser question: how similar the nearest passage is; none of
them says which words differ or whether the difference is permitted. A round runs every case once, in an order of its own;
the median over the rounds counts. Ratios are to rapidfuzz where it is installed, else to difflib.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib.util import find_spec
from time import perf_counter

from rounds import medians

import iom_content as iom

TARGETS_MS = {"verbatim": 1.0, "faithful": 1.0, "altered": 5.0, "absent": 5.0}


def quotations() -> dict[str, str]:
    """Return one quotation of about 300 characters for each verdict."""
    text = iom.load().statements["sdg-summit-statement-iom-director-general"].paragraphs[3].text
    exact = text[: text.rindex(" ", 0, 300)]
    absent = (
        "The committee met on a rainy morning to weigh the budget of the harbour, and after long talks it chose to keep the old "
        "cranes for another winter while the new quay was being built by the town and its partners, who had hoped for more money "
        "from the many small ports along the coast."
    )
    return {
        "verbatim": exact,
        "faithful": f"“{exact.replace('’', chr(39)).replace(' migration,', chr(10) + 'migration,', 1)}”",
        "altered": exact.replace("transaction", "transfer", 1),
        "absent": absent,
    }


def cases() -> dict[str, Callable[[], object]]:
    """Return what is timed: our four verdicts, and each peer on the altered quotation."""
    texts = quotations()
    statement = iom.load().statements["sdg-summit-statement-iom-director-general"]
    official = "\n\n".join([statement.title or "", statement.text])
    found: dict[str, Callable[[], object]] = {name: (lambda text=text: iom.check_quote(text)) for name, text in texts.items()}  # type: ignore[misc]
    altered = texts["altered"]
    found["difflib, longest match"] = lambda: SequenceMatcher(None, official, altered, autojunk=False).find_longest_match()
    if find_spec("rapidfuzz"):
        from rapidfuzz import fuzz

        found["rapidfuzz, partial ratio"] = lambda: fuzz.partial_ratio_alignment(altered, official)
    if find_spec("edlib"):
        import edlib

        found["edlib, infix distance"] = lambda: edlib.align(altered, official, mode="HW", task="path")
    return found


def longest() -> dict[str, float]:
    """Return the seconds that odd input of the greatest length takes, and a megabyte of it."""
    from iom_content.checks.quotes.check import MAX_QUOTE_LENGTH

    odd = {
        "one letter": "a",
        "letters": "a ",
        "brackets": "[a]",
        "ellipses": "… a ",
        "apostrophes": "'a",
        "broken words": "a-\n",
        "prose": quotations()["altered"] + " ",
    }
    taken: dict[str, float] = {}
    for name, piece in odd.items():
        for size, label in ((MAX_QUOTE_LENGTH, "greatest length"), (1_000_000, "1 MB")):
            text = (piece * (size // len(piece) + 1))[:size]
            begin = perf_counter()
            refused = ""
            try:
                iom.check_quote(text)
            except ValueError:
                refused = ", refused"
            taken[f"{name}, {label}{refused}"] = perf_counter() - begin
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=31)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = {name: seconds * 1e3 for name, seconds in medians(cases(), arguments.rounds).items()}
    odd = longest()
    unit = found.get("rapidfuzz, partial ratio", found["difflib, longest match"])
    if arguments.json:
        print(
            json.dumps(
                {"milliseconds": found, "ratios": {name: value / unit for name, value in found.items()}, "odd, seconds": odd}, indent=2
            )
        )
        return
    print(f"{'case':32}{'ms':>10}{'ratio':>10}   target")
    for name, value in found.items():
        print(f"{name:32}{value:10.3f}{value / unit:10.2f}   {TARGETS_MS.get(name, '')}")
    print()
    for name, seconds in odd.items():
        print(f"{name:44}{seconds:8.2f} s")


if __name__ == "__main__":
    main()
