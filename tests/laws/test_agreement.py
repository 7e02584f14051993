"""What one derivation of the declarations refuses, all refuse."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec.converter import make_converter
from iom_content.codec.decode import decode, encode
from iom_content.codec.faults import collect_faults
from iom_content.codec.kinds import KINDS
from iom_content.codec.schema import SCHEMA_CANNOT_SAY
from iom_content.testing.mutations import mutated

CONVERTER = make_converter()
VALIDATORS = {
    kind: jsonschema.Draft202012Validator(iom.json_schema(kind), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    for kind in KINDS
}


def bundled(kind: str) -> Any:
    """Return the bundled record of a kind as plain data."""
    catalog = iom.load()
    return {
        "organization": encode(catalog.organizations["iom"]),
        "section": encode(catalog.sections["our-work"]),
        "statement": encode(catalog.statements["sdg-summit-statement-iom-director-general"]),
        "document": encode(catalog.documents["4e89fe63437d"]),
    }[kind]


def accepts(judge: Any, *arguments: Any) -> bool:
    """Tell whether a call returns instead of refusing."""
    try:
        judge(*arguments)
    except iom.ContentError:
        return False
    return True


def holds_whole_float(data: Any) -> bool:
    """Tell whether a number such as 1.0 occurs, which JSON Schema takes for an integer and this library does not."""
    waiting = [data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, float):
            return True
        waiting.extend(here.values() if isinstance(here, dict) else here if isinstance(here, list) else ())
    return False


def agree(data: Any, kind: str) -> bool:
    """Check that all derivations judge data alike, and return their judgement."""
    cls = KINDS[kind]
    findings = collect_faults(data, cls)
    accepted = not findings
    assert accepts(decode, data, cls) is accepted
    assert accepts(CONVERTER.structure, data, cls) is accepted
    assert all(finding.severity is not iom.Severity.ERROR for finding in iom.validate(data, kind).findings) is accepted
    in_schema = VALIDATORS[kind].is_valid(data)
    if accepted:
        assert in_schema
        value = decode(data, cls)
        assert decode(encode(value), cls) == value
        assert CONVERTER.unstructure(value) == encode(value)
    elif {finding.rule for finding in findings} - SCHEMA_CANNOT_SAY and not holds_whole_float(data):
        assert not in_schema, findings
    event("accepted" if accepted else "refused")
    return accepted


@pytest.mark.parametrize("kind", list(KINDS))
@settings(
    # Whole records of any text are dear to draw; the nightly profile draws many.
    max_examples=max(15, settings().max_examples // 4),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_collector_decoder_converter_and_schema_agree_on_mutations_of_any_record(kind: str, data: st.DataObject) -> None:
    """Any valid record is accepted by all, and each mutation of it is judged alike by all."""
    plain = encode(data.draw(st.from_type(KINDS[kind])))
    assert agree(plain, kind)
    agree(data.draw(mutated(plain)), kind)


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=st.data())
def test_they_agree_on_mutations_of_the_bundled_records(kind: str, data: st.DataObject) -> None:
    """Mutations of real records, whose spans and texts belong together, are judged alike too."""
    plain = bundled(kind)
    assert agree(plain, kind)
    agree(data.draw(mutated(plain)), kind)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_they_agree_on_any_plain_data(data: Any) -> None:
    """Data of no kind at all is refused by all."""
    for kind in KINDS:
        assert not agree(data, kind)
