"""The JSON Schemas, judged by three validators that others wrote, and the types that a fourth tool makes of them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped,unused-ignore]
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.codec.decode import encode
from iom_content.codec.faults import collect_faults
from iom_content.codec.kinds import KINDS
from iom_content.codec.schema import SCHEMA_CANNOT_SAY
from iom_content.testing.mutations import mutated

# Two thousand under the profile `ci`.
ENOUGH = 20 * settings().max_examples
AJV = """
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;
const fs = require("fs");
const {schemas, records} = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const ajv = addFormats(new Ajv({strict: true, allowUnionTypes: true}));
const judges = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, ajv.compile(schema)]));
console.log(JSON.stringify(records.map(([kind, record]) => judges[kind](record))));
"""


def bundled() -> dict[str, Any]:
    """Return a bundled record of each kind as plain data."""
    catalog = iom.load()
    return {
        "organization": encode(catalog.organizations["iom"]),
        "section": encode(catalog.sections["our-work"]),
        "statement": encode(catalog.statements["sdg-summit-statement-iom-director-general"]),
        "document": encode(catalog.documents["4e89fe63437d"]),
    }


def can_be_said(data: Any) -> bool:
    """Tell whether JSON, and every reader of it, keeps data as it is: no NaN, no whole number written as a fraction."""
    waiting = [data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, float) and (not math.isfinite(here) or here.is_integer()):
            return False
        waiting.extend(here.values() if isinstance(here, dict) else here if isinstance(here, list) else ())
    return True


def with_small_faults(plain: Any) -> list[Any]:
    """Return copies of a record with small faults, the same each time, some of them still sound."""
    found: dict[str, Any] = {}

    @settings(max_examples=ENOUGH, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.sampled_from([plain, {key: value for key, value in plain.items() if value}]).flatmap(mutated))
    def gather(data: Any) -> None:
        if len(found) < ENOUGH // len(KINDS) and can_be_said(data):
            found[json.dumps(data)] = data

    gather()
    return [*found.values()]


def test_validators_agree_with_the_collector_of_faults(script: Callable[..., str], node: Any) -> None:
    """A schema refuses a record exactly if it has a fault that a schema can say."""
    records = [(kind, data) for kind, plain in bundled().items() for data in with_small_faults(plain)]
    assert len(records) == ENOUGH
    schemas = {kind: iom.json_schema(kind) for kind in KINDS}
    (node.folder / "records.json").write_text(json.dumps({"schemas": schemas, "records": records}), encoding="utf-8")
    by_ajv = json.loads(script(AJV, "records.json"))
    formats = jsonschema.Draft202012Validator.FORMAT_CHECKER
    in_python = {kind: jsonschema.Draft202012Validator(schema, format_checker=formats) for kind, schema in schemas.items()}
    in_rust = {kind: jsonschema_rs.Draft202012Validator(schema, validate_formats=True) for kind, schema in schemas.items()}
    verdicts = set()
    for (kind, data), ajv in zip(records, by_ajv, strict=True):
        rules = {finding.rule for finding in collect_faults(data, KINDS[kind])}
        if "lone-surrogate" in rules:
            # Such a text is judged no further, while a schema may see that it is no identifier either; nor can it be handed to Rust.
            continue
        sayable = not rules - SCHEMA_CANNOT_SAY
        assert ajv is sayable, (rules, data)
        assert in_python[kind].is_valid(data) is sayable, (rules, data)
        assert in_rust[kind].is_valid(data) is sayable, (rules, data)
        verdicts.add((not rules, sayable))
    assert verdicts == {(True, True), (False, True), (False, False)}


TYPES = """
const {compile} = require("json-schema-to-typescript");
const fs = require("fs");
const [schema, name, target] = process.argv.slice(2);
compile(JSON.parse(fs.readFileSync(schema, "utf8")), name, {}).then(text => fs.writeFileSync(target, text));
"""


@pytest.mark.parametrize("kind", list(KINDS))
def test_types_of_typescript_accept_the_bundled_record_and_refuse_a_faulty_one(kind: str, script: Callable[..., str], node: Any) -> None:
    """Made from the shipped schema; the compiler sees a wrong type, a missing key and an unknown key."""
    name, plain = KINDS[kind].__name__, bundled()[kind]
    shipped = Path(iom.__file__).parent / "schemas" / f"{kind}.schema.json"
    (node.folder / f"{kind}.json").write_bytes(shipped.read_bytes())
    script(TYPES, f"{kind}.json", name, f"{kind}.ts")
    key, *_ = iom.json_schema(kind)["required"]
    faulty = [plain | {key: 5}, {other: value for other, value in plain.items() if other != key}, plain | {"titel": "A"}]
    program = [f'import {{{name}}} from "./{kind}";', f"export const sound: {name} = {json.dumps(plain)};"]
    program += [f"// @ts-expect-error\nexport const faulty{index}: {name} = {json.dumps(each)};" for index, each in enumerate(faulty)]
    (node.folder / f"{kind}-record.ts").write_text("\n".join(program), encoding="utf-8")
    options = {"noEmit": True, "strict": True, "types": [], "target": "es2020", "module": "commonjs"}
    project = {"compilerOptions": options, "files": [f"{kind}-record.ts"]}
    (node.folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    node.run("node", "node_modules/typescript/bin/tsc", "--project", ".")
