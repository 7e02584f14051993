"""The law of owning spans."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings

import iom_content as iom
from iom_content.codec.decode import encode
from iom_content.testing import strategies

Covering = Callable[[iom.Document], list[tuple[str, iom.Span]]]


def resolves(plain: object, pointer: str) -> bool:
    """Tell whether a JSON Pointer leads to something that is not null."""
    here = plain
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        here = here[int(name)] if isinstance(here, list) else here[name] if isinstance(here, dict) else None
    return here is not None


@settings(max_examples=max(15, settings().max_examples // 4), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(strategies.documents())
def test_owning_spans_account_for_each_character_once(covering: Covering, document: iom.Document) -> None:
    """They are disjoint, in reading order, cover all that is not blank, and their pointers lead to values."""
    text, last, plain = document.capture.text, 0, encode(document)
    for pointer, span in covering(document):
        assert span.start >= last
        assert not text[last : span.start].strip()
        assert resolves(plain, pointer)
        last = span.end
    assert not text[last:].strip()
    assert last <= len(text)
