"""What naming all faults of a bad record costs, beside pydantic's `errors()` and cattrs' `transform_error` on the same work.

    python3 benchmarks/checks.py [--rounds 41] [--json]

A statement with eight independent faults, as plain data: the bundled one, which is of two minutes, and one with four times its blocks.
The peers' models are made from our declarations, pydantic's in its own terms, cattrs' with the validators of attrs: the same fields, the
same patterns and bounds and, for whole models, the same rules; `fields alone` leaves the rules and the origins out. A round runs every
case once, in an order of its own; the median over the rounds counts, in time of the processor, which other work on the machine does
not lengthen. Ratios above 1 say that we are faster. The articles have a benchmark of their own, `prose.py`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from time import process_time
from typing import Annotated, Any, Optional, Union

import attrs
from cattrs import Converter, transform_error
from rounds import medians

import iom_content as iom
from iom_content.codec.decode import encode
from iom_content.codec.faults import collect_faults
from iom_content.model.declaration import Field, fields_of

OURS = "faults collected"
LEAST = {"pydantic, same rules": 0.8, "cattrs, transform_error": 3.0}


def bad_record(times: int = 1) -> dict[str, Any]:
    """Return the statement of the bundled dataset, its blocks so many times, with eight faults, none of which follows from another."""
    plain = encode(iom.load().statements["sdg-summit-statement-iom-director-general"])
    record: dict[str, Any] = json.loads(json.dumps({**plain, "blocks": plain["blocks"] * times}))
    del record["id"]
    record |= {"language": "en_GB", "url": "/about", "published": "2023-02-30", "titel": "A"}
    record["blocks"][1]["kind"] = "paragraphs"
    record["blocks"][2]["text"] = " "
    record["event"]["name"] = 5
    return record


def on_pydantic(*, rules: bool = True) -> type[Any]:
    """Return the pydantic model of a statement: our declaration in its terms; without rules, origins may be anything."""
    pydantic = import_module("pydantic")
    made: dict[type, Any] = {}

    def model(cls: Any) -> Any:
        if cls is iom.Origins:
            return dict.__class_getitem__((str, Union.__getitem__((model(iom.Captured), model(iom.Curated))) if rules else Any))
        if not attrs.has(cls):
            return cls
        if cls not in made:
            fields: dict[str, Any] = {field.name: (kind(field), ... if field.required else field.default) for field in fields_of(cls)}
            whole = {"rules": pydantic.model_validator(mode="after")(keeping(getattr(cls, "RULES", ())))} if rules else {}
            config = {"frozen": True, "extra": "forbid"}
            made[cls] = pydantic.create_model(cls.__name__, __config__=config, __validators__=whole, **fields)
        return made[cls]

    def kind(field: Field) -> Any:
        one: Any = Any if len(field.types) > 1 else constrained(field, model(field.type))
        return tuple.__class_getitem__((one, ...)) if field.many else Optional.__getitem__(one) if field.optional else one

    def constrained(field: Field, one: Any) -> Any:
        constraint = field.constraint
        if constraint is not None and field.type is str and constraint.pattern is not None:
            # Rust's expressions look for a match anywhere.
            return Annotated[str, pydantic.StringConstraints(strict=True, pattern=rf"^(?:{constraint.pattern})$")]
        if constraint is not None and field.type is int:
            return Annotated[int, pydantic.Field(strict=True, ge=constraint.minimum, le=constraint.maximum)]
        return one

    return model(iom.Statement)  # type: ignore[no-any-return]


def keeping(rules: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    """Return a validator of whole models that keeps our rules."""

    def keeps(self: Any) -> Any:
        for rule in rules:
            for broken in rule(self):
                raise ValueError(broken.expected)
        return self

    return keeps


def on_cattrs() -> tuple[Any, type[Any]]:
    """Return a converter and the class of a statement as one writes them without us: our declaration in the validators of attrs."""
    made: dict[type, Any] = {}

    def twin(cls: Any) -> Any:
        if cls is iom.Origins or not attrs.has(cls):
            return cls
        if cls not in made:
            fields = {
                field.name: attrs.field(default=field.default, validator=validators(field), type=kind(field)) for field in fields_of(cls)
            }
            body = {"__attrs_post_init__": keeping(getattr(cls, "RULES", ()))}
            made[cls] = attrs.make_class(cls.__name__, fields, frozen=True, slots=True, kw_only=True, class_body=body)
        return made[cls]

    def kind(field: Field) -> Any:
        one = twin(field.type)
        return tuple.__class_getitem__((one, ...)) if field.many else Optional.__getitem__(one) if field.optional else one

    def validators(field: Field) -> list[Any]:
        valid, constraint = attrs.validators, field.constraint
        checks: list[Any] = [valid.instance_of(dict if field.type is iom.Origins else twin(field.type))]
        if constraint is not None and field.type is str and constraint.pattern is not None:
            checks.append(valid.matches_re(constraint.pattern))
        if constraint is not None and field.type is int:
            checks += [valid.ge(constraint.minimum), valid.le(constraint.maximum)]
        if not field.many:
            return [valid.optional(valid.and_(*checks))] if field.optional else checks
        return [valid.deep_iterable(valid.and_(*checks), valid.instance_of(tuple)), valid.min_len(constraint.least if constraint else 0)]

    return _converter(twin(iom.Captured), twin(iom.Curated)), twin(iom.Statement)


def _converter(captured: type[Any], curated: type[Any]) -> Any:
    """Return a strict converter with hooks for texts, which cattrs would coerce, for enumerations, days and origins."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)

    def origins(value: dict[str, Any], _: object) -> dict[str, Any]:
        return {name: converter.structure(each, captured if "spans" in each else curated) for name, each in value.items()}

    converter.register_structure_hook(str, _a_text)
    for members in (iom.Basis, iom.BlockKind, iom.Mark):
        converter.register_structure_hook(members, lambda value, kind: kind(value))
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_structure_hook(iom.Origins, origins)
    return converter


def _a_text(value: object, _: object) -> str:
    if type(value) is not str:
        raise TypeError("expected a text")
    return value


def cases(record: dict[str, Any]) -> dict[str, Callable[[], int]]:
    """Return what is timed, each returning how many faults it names."""
    converter, statement = on_cattrs()
    found: dict[str, Callable[[], int]] = {
        OURS: lambda: len(collect_faults(record, iom.Statement)),
        "validate, as a report": lambda: len(iom.validate(record, "statement").findings),
        "cattrs, transform_error": lambda: _by_cattrs(converter, statement, record),
    }
    if find_spec("pydantic"):
        error = import_module("pydantic").ValidationError
        for name, model in (("pydantic, same rules", on_pydantic()), ("pydantic, fields alone", on_pydantic(rules=False))):
            found[name] = partial(_by_pydantic, model, error, record)
    return found


def _by_cattrs(converter: Any, statement: type[Any], record: dict[str, Any]) -> int:
    try:
        converter.structure(record, statement)
    except Exception as error:  # noqa: BLE001 - whatever it raises is what there is to show
        return len(transform_error(error))
    return 0


def _by_pydantic(model: Any, refusal: type[Exception], record: dict[str, Any]) -> int:
    try:
        model.model_validate(record)
    except refusal as error:
        return len(error.errors())  # type: ignore[attr-defined]
    return 0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=41)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    for times in (1, 4):
        record = bad_record(times)
        found = cases(record)
        counts = {name: case() for name, case in found.items()}
        taken = {name: seconds * 1e6 for name, seconds in medians(found, arguments.rounds, times=20, clock=process_time).items()}
        ratios = {name: value / taken[OURS] for name, value in taken.items()}
        if arguments.json:
            print(json.dumps({"blocks": len(record["blocks"]), "microseconds": taken, "ratios": ratios, "faults": counts}))
            continue
        print(f"{len(record['blocks'])} blocks{'faults':>27}{'µs':>10}{'ratio':>8}   at least")
        for name, value in taken.items():
            print(f"{name:28}{counts[name]:8}{value:10.1f}{ratios[name]:8.2f}   {LEAST.get(name, '')}")


if __name__ == "__main__":
    main()
