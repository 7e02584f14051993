"""The fault collector of every class, field by field: it refuses what the decoder refuses, and names the field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iom_content.codec import _generated, _generated_results
from iom_content.codec.decode import encode
from iom_content.codec.faults import collect_faults
from iom_content.codec.kinds import choices_of
from iom_content.model.declaration import Field, fields_of

DECODERS = {**_generated.DECODERS, **_generated_results.DECODERS}
ABSENT = object()
SCALARS: tuple[Any, ...] = (ABSENT, None, True, -1, 0, 5, 1.5, "", " ", "a", "\ud800", "2024-02-30")
ODD: tuple[Any, ...] = (*SCALARS, {}, {"x": 1}, {"a": {}}, [], [None], [5], [[5]], ["a", "a"], [{}])


def refuses(cls: type, plain: Any) -> bool:
    """Tell whether the decoder refuses plain data."""
    try:
        DECODERS[cls](plain)
    except Exception:  # noqa: BLE001 - whatever a decoder raises means that the data is at fault
        return True
    return False


def others(field: Field, found: Any, data: st.DataObject) -> list[Any]:
    """Return values of the right type that rules or constraints may refuse: elements said twice, another record."""
    if field.is_enum:
        member = choices_of(field)[0]
        return [[member, member], [member]] if field.many else [member]
    if field.many:
        return [found * 2]
    return [encode(data.draw(st.from_type(field.type)))] if field.is_record and len(field.types) == 1 else []


@pytest.mark.parametrize("cls", DECODERS, ids=lambda cls: cls.__name__)
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_each_field_is_judged_as_the_decoder_judges(cls: type, data: st.DataObject) -> None:
    """Whatever stands in one field of a sound record: faults are found exactly if the decoder refuses, and that field is named."""
    sound = encode(data.draw(st.from_type(cls)))
    assert collect_faults(sound, cls) == ()
    for field in fields_of(cls):
        for odd in (*ODD, *others(field, sound.get(field.name), data)):
            plain = {key: value for key, value in sound.items() if key != field.name} if odd is ABSENT else {**sound, field.name: odd}
            found = collect_faults(plain, cls)
            assert bool(found) is refuses(cls, plain), (field.name, odd)
            wrong = [each for each in found if each.rule in ("missing", "not-one-of", "type")]
            assert all(each.pointer.startswith(f"/{field.name}") or repr(field.name) in each.message for each in wrong)


@pytest.mark.parametrize("cls", DECODERS, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("odd", [None, True, 5, "a", [], [[]], {}], ids=repr)
def test_what_is_no_object_or_an_empty_one(cls: type, odd: Any) -> None:
    """The whole is refused, too, and an empty object lacks what is required, each key once."""
    found = collect_faults(odd, cls)
    assert bool(found) is refuses(cls, odd)
    if odd == {}:
        assert {each.message for each in found if each.rule == "missing"} == {
            f"missing key {field.name!r}" for field in fields_of(cls) if field.required
        }
        assert {(each.rule, each.pointer) for each in collect_faults({"x": 1}, cls)} >= {("unknown-key", "/x")}
    else:
        assert [(each.rule, each.pointer) for each in found] == [("type", "")]
