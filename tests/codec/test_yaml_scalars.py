"""Plain scalars of YAML, judged by PyYAML and by the grammar of YAML 1.2."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from iom_content.codec.yaml_scalars import TooLarge, is_ambiguous, plain_value
from iom_content.model.constraints import MAX_INTEGER

CORE = re.compile(
    r"(?:|~|null|Null|NULL)|(?:true|True|TRUE|false|False|FALSE)|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("-12", -12),
        ("+12", 12),
        ("0x1F", 31),
        (str(MAX_INTEGER), MAX_INTEGER),
        (str(-MAX_INTEGER), -MAX_INTEGER),
        ("0x1fffffffffffff", MAX_INTEGER),
        ("1.5", 1.5),
        ("-1.", -1.0),
        (".5", 0.5),
        ("1.5e+3", 1500.0),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("text", "text"),
        ("nUll", "nUll"),
        ("2023-09-18", "2023-09-18"),
        ("2023-09-18 12:00:00", "2023-09-18 12:00:00"),
        ("1,000", "1,000"),
    ],
)
def test_what_is_read_alike_is_read_so(text: str, value: object) -> None:
    """Null, truth values, numbers and text; a date is text, as in JSON."""
    found = plain_value(text)
    assert (found, type(found)) == (value, type(value))
    assert not is_ambiguous(text)


def test_not_a_number_is_read_too() -> None:
    """It is refused where a number is asked for."""
    found = plain_value(".nan")
    assert isinstance(found, float)
    assert math.isnan(found)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Yes",
        "on",
        "OFF",
        "1_000",
        "1e3",
        "010",
        "-010",
        "08",
        "00",
        "0o17",
        "0b11",
        "12:30",
        "12:30.5",
        "1:2:3",
        "1.5e3",
        "-.5",
        "0x_1",
        "+0x1",
        "1_0.5",
    ],
)
def test_what_is_read_differently_is_text(text: str) -> None:
    """As it stands there."""
    assert is_ambiguous(text)
    assert plain_value(text) == text


@pytest.mark.parametrize("text", [str(MAX_INTEGER + 1), f"-{MAX_INTEGER + 1}", "9" * 5000, "0x20000000000000", "0x" + "f" * 10_000])
def test_integers_that_others_round_are_refused(text: str) -> None:
    """Without reading thousands of digits."""
    with pytest.raises(TooLarge):
        plain_value(text)


@given(st.text(alphabet="0123456789+-._eExobnNaAuUlLtrufsyYOoFIi:~ ", max_size=10) | st.from_regex(CORE, fullmatch=True))
def test_a_value_is_what_both_versions_read(text: str) -> None:
    """Law: what is not text here is the same in PyYAML and a number, truth value or null of the core schema."""
    try:
        value = plain_value(text)
    except TooLarge:
        return
    if type(value) is str:
        assert value == text
        assert is_ambiguous(text) or CORE.fullmatch(text) is None
        return
    assert CORE.fullmatch(text)
    loader = yaml.SafeLoader("")
    resolve: Any = loader.resolve
    tag = resolve(yaml.ScalarNode, text, (True, False))
    other = loader.construct_object(yaml.ScalarNode(tag, text))
    assert type(other) is type(value)
    assert other == value or (isinstance(value, float) and math.isnan(value))
