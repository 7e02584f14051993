"""What reading pages costs on one core: pages a second, as ratios to peers on the same machine in the same run.

    python3 benchmarks/reading.py [--rounds 9] [--pages 60] [--json]

Each round runs every case once, in an order of its own, so that a slow moment of the machine hits all alike; the median over
the rounds counts. Pages a second say something of this machine alone, ratios carry over.

- `on pydantic models`, where pydantic is installed: the same steps with the same values, each built as a frozen pydantic model
  with the fields that our class declares, and the document judged by the same rules. What the values alone cost is measured
  both ways; the steps between them are the same.
- `trafilatura` takes the running text from the same HTML, where it is installed: it keeps neither navigation nor places.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any, Optional

import attrs
from rounds import medians

import iom_content as iom
from iom_content.model.declaration import Field, fields_of

CAPTURES = Path(__file__).parent.parent / "tests" / "data" / "captures"
TEXT = "ingest, text"
HTML = "ingest, HTML"
VALUES = "values alone"
PYDANTIC = "values alone, on pydantic models"
SAME = "ingest, text, on pydantic models"
TRAFILATURA = "trafilatura, HTML"
RATIOS = ((TEXT, SAME), (VALUES, PYDANTIC), (HTML, TRAFILATURA))
LONG = 20_000_000
"""Code points of each long page."""


def texts(count: int) -> list[str]:
    """Return pages of all forms and languages."""
    found = [path.read_text(encoding="utf-8") for path in sorted(CAPTURES.glob("*.txt"))]
    return (found * (count // len(found) + 1))[:count]


def html_of(document: iom.Document) -> str:
    """Write a page of HTML that holds what a document holds, with the furniture that saved pages have."""
    statement = document.statement
    menu = "".join(
        f"<li><a>{section.title}</a><p>{section.summary or ''}</p></li>" for section in getattr(document.organization, "sections", ())
    )
    blocks = "" if statement is None else "".join(f"<p>{block.text}</p>" for block in statement.blocks)
    title = "" if statement is None or statement.title is None else f"<h1>{statement.title}</h1>"
    furniture = "<div class='share'><a href='/x'>Share</a></div>" * 40 + "<script>var x = 1;</script>" * 20
    return (
        f"<!DOCTYPE html><html><head><title>x</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<main>{title}{blocks}</main><footer>{furniture}</footer></body></html>"
    )


Make = Callable[[type, dict[str, Any]], Any]
"""Builds a value of a class, or what stands for it, from its fields."""


def rebuilt(value: Any, make: Make) -> Any:
    """Build a value and all that it is made of anew, the parts first, as reading does."""
    if isinstance(value, tuple):
        return tuple([rebuilt(each, make) for each in value])
    if isinstance(value, iom.Origins):
        return {name: rebuilt(origin, make) for name, origin in value.items()}
    if not attrs.has(type(value)):
        return value
    return make(type(value), {name: rebuilt(getattr(value, name), make) for name in type(value).__slots__})


def on_attrs(cls: type, fields: dict[str, Any]) -> Any:
    """Build our own value."""
    if "origins" in fields:
        fields["origins"] = iom.Origins(fields["origins"])
    return cls(**fields)


def on_pydantic() -> Make:
    """Return what builds pydantic models, and judges a document by the rules that ours is judged by."""
    pydantic = import_module("pydantic")
    made: dict[type, Any] = {}

    def model(cls: type) -> Any:
        if cls is iom.Origins:
            return dict[str, Any]
        if not attrs.has(cls):
            return cls
        if cls not in made:
            made[cls] = Any
            fields = {field.name: (kind(field), ... if field.required else field.default) for field in fields_of(cls)}
            made[cls] = pydantic.create_model(cls.__name__, __config__={"frozen": True, "extra": "forbid"}, **fields)
        return made[cls]

    def kind(field: Field) -> Any:
        one = Any if len(field.types) > 1 else model(field.type)
        return tuple.__class_getitem__((one, ...)) if field.many else Optional.__getitem__(one)

    def make(cls: type, fields: dict[str, Any]) -> Any:
        value = made[cls](**fields)
        for rule in getattr(cls, "RULES", ()):
            for broken in rule(value):
                raise AssertionError(broken.pointer)
        return value

    model(iom.Document)
    for cls in (iom.Captured, iom.Curated):
        model(cls)
    return make


def cases(count: int) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name; each call reads all pages once."""
    pages = texts(count)
    documents = [iom.ingest(page) for page in pages]
    found: dict[str, Callable[[], object]] = {
        TEXT: lambda: [iom.ingest(page) for page in pages],
        VALUES: lambda: [rebuilt(document, on_attrs) for document in documents],
    }
    if find_spec("selectolax"):
        saved = [html_of(document) for document in documents]
        found[HTML] = lambda: [iom.ingest(page) for page in saved]
        if find_spec("trafilatura"):
            extract = import_module("trafilatura").extract
            found[TRAFILATURA] = lambda: [extract(page) for page in saved]
    if find_spec("pydantic"):
        make = on_pydantic()
        found[PYDANTIC] = lambda: [rebuilt(document, make) for document in documents]
    return found


def long_pages() -> dict[str, float]:
    """Return what one long page of each shape takes, in seconds."""
    shapes = {
        "one line": "word and " * (LONG // 9),
        "a million lines": "Some words of a line\n" * (LONG // 21),
        "nested dashes": "- " * (LONG // 2),
    }
    taken: dict[str, float] = {}
    for name, page in shapes.items():
        begin = process_time()
        iom.ingest(page)
        taken[name] = process_time() - begin
    return taken


def main() -> None:
    """Measure and print; what is fast enough is for the reader to judge, machines differ."""
    parser = argparse.ArgumentParser(description="Measure reading.")
    parser.add_argument("--rounds", type=int, default=9, help="how often each case runs (default: 9)")
    parser.add_argument("--pages", type=int, default=60, help="how many pages a case reads (default: 60)")
    parser.add_argument("--long", action="store_true", help="read pages of 20 million characters too")
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    options = parser.parse_args()
    found = medians(cases(options.pages), options.rounds, warmups=1, clock=process_time)
    if PYDANTIC in found:
        found[SAME] = found[TEXT] - found[VALUES] + found[PYDANTIC]
    rates = {name: options.pages / seconds for name, seconds in found.items()}
    ratios = {f"{name} / {peer}": rates[name] / rates[peer] for name, peer in RATIOS if name in rates and peer in rates}
    long = long_pages() if options.long else {}
    if options.json:
        print(json.dumps({"pages a second": rates, "ratios": ratios, "seconds": long}, indent=2))
        return
    for name, rate in rates.items():
        print(f"{name:36} {rate:10.0f} pages a second")
    for name, ratio in ratios.items():
        print(f"{name:72} {ratio:6.2f} x")
    for name, seconds in long.items():
        print(f"20 million characters, {name:20} {seconds:6.1f} s")


if __name__ == "__main__":
    main()
