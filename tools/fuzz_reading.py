"""Fuzz the reader with atheris: no exception but the documented ones, no character without exactly one owner.

    python3 -m pip install atheris '.[html]'
    python3 tools/fuzz_reading.py -max_total_time=600 [FOLDER]      any option of libFuzzer; FOLDER keeps what was found

Half of the bytes become a page as they are, half choose lines and elements that the reader looks for. Pages are read as
text and as HTML.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import atheris

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

with atheris.instrument_imports(include=["iom_content"]):
    import iom_content as iom
    from iom_content.reading import ingest as _  # noqa: F401 - instrumented on import

CAPTURES = ROOT / "tests" / "data" / "captures"
NEWLINES = ("\n", "\n\n", "\r\n", "\u2028")
ODD = (
    "\ufeff",
    "\u200b",
    "\u00ad",
    "\u200f",
    "\x00",
    "\xa0",
    "\u0301",
    "\x1c",
    "\u0130",
    "-",
    "- ",
    "  \u2022  ",
    "<p>",
    "</p>",
    "<li>",
    "<h1>",
)


def words() -> list[str]:
    """Return every line of the captures, and odd characters and elements between them."""
    lines = {line for path in sorted(CAPTURES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()}
    return [*sorted(lines), *ODD]


WORDS = words()


def page_of(data: bytes) -> str:
    """Make a page of bytes."""
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeBool():
        return str(provider.ConsumeUnicodeNoSurrogates(4096))
    end = NEWLINES[provider.ConsumeIntInRange(0, len(NEWLINES) - 1)]
    parts: list[str] = []
    while provider.remaining_bytes() and len(parts) < 200:
        parts.append(WORDS[provider.ConsumeIntInRange(0, len(WORDS) - 1)])
        if provider.ConsumeIntInRange(0, 9) == 0:
            parts.append(str(provider.ConsumeUnicodeNoSurrogates(8)))
        parts.append(end if provider.ConsumeIntInRange(0, 7) else "")
    return "".join(parts)


def check(document: iom.Document) -> None:
    """Refuse a document whose owning spans do not partition its text."""
    text, last = document.capture.text, 0
    residue = [("residue", span) for each in document.residue for span in each.spans]
    for pointer, span in sorted((*document.iter_spans(), *residue), key=lambda each: each[1].start):
        if span.start < last or text[last : span.start].strip():
            raise AssertionError(f"{pointer}: {last}-{span.start}")
        last = span.end
    if text[last:].strip():
        raise AssertionError(f"no owner from {last}")


def one(data: bytes) -> None:
    """Read one page, as text, as HTML and as the bytes it was made of."""
    page = page_of(data)
    for syntax in ("text", "html"):
        try:
            document = iom.ingest(page, syntax=syntax)
        except iom.UnreadableInput:
            continue
        check(document)
        if syntax == "text" and document.capture.text != page:
            raise AssertionError("the text was changed")
    with suppress(iom.UnreadableInput):
        check(iom.ingest(data))


if __name__ == "__main__":
    # Pages are longer than what libFuzzer starts with; options given go before these.
    atheris.Setup([sys.argv[0], "-len_control=0", "-max_len=2000", *sys.argv[1:]], one)
    atheris.Fuzz()
