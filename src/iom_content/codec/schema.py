"""JSON Schema of the four kinds of records, derived from the declarations.

What a schema cannot say, the rules that bind several fields say; `iom_content.checks.records.validate` knows both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from iom_content.codec.kinds import KINDS, RECORDS, choices_of
from iom_content.codec.plain import is_array, is_object
from iom_content.model.constraints import Constraint
from iom_content.model.declaration import Field, examples_of, fields_of, summary_of
from iom_content.model.digest import sha256_hex
from iom_content.model.origins import Captured, Curated, Origins
from iom_content.release import SCHEMA_VERSION

__all__ = ["SCHEMA_CANNOT_SAY", "fingerprint", "json_schema"]

SCHEMA_CANNOT_SAY: Final = frozenset(
    {
        "dangling-reference",
        "date-missing",
        "date-order",
        "depth-without-list",
        "digest",
        "duplicate-id",
        "lone-surrogate",
        "origin-dangling",
        "origin-unknown",
        "path",
        "source-missing",
        "span-gap",
        "span-order",
        "span-overlap",
        "span-range",
        "span-stray",
        "text-differs",
    }
)
"""Rules of findings that a JSON Schema cannot express, since they bind several fields or lie below JSON's values."""

# Keywords that demand nothing, and those whose value is an object of schemas by name.
_WORDS: Final = frozenset(("$id", "description", "examples", "title"))
_OF_NAMES: Final = frozenset(("$defs", "properties"))
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ORIGIN: Final = "Origin"
_LEAP_YEAR: Final = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
# Every day of the calendar and no other: validators need not assert formats.
_DAY: Final = (
    "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP_YEAR}-02-29)"
)


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema, draft 2020-12, of one kind of record.

    It refuses all that `validate` refuses except what binds several fields, such as spans that overlap. Where JSON
    Schema takes `1.0` for an integer, this library does not.

    Args:
        kind: `organization`, `section`, `statement` or `document`.

    Returns:
        A new dict, ready for a JSON encoder.

    Raises:
        NotFound: There is no such kind.

    Example:
        >>> import iom_content as iom
        >>> schema = iom.json_schema("section")
        >>> schema["title"], schema["required"], schema["properties"]["children"]["items"]
        ('Section', ['id', 'title'], {'$ref': '#'})
    """
    root: type = KINDS[kind]
    definitions = {cls.__name__: _object(cls, root) for cls in _reached_from(root)}
    either = [_reference(Captured, root), _reference(Curated, root)]
    definitions[_ORIGIN] = {"title": _ORIGIN, "description": "Where a value comes from.", "anyOf": either}
    return {
        "$schema": _DIALECT,
        "$id": f"urn:iom-content:schema:{SCHEMA_VERSION}:{kind}",
        **definitions.pop(root.__name__),
        "$defs": dict(sorted(definitions.items())),
    }


def fingerprint() -> str:
    """Return the SHA-256 of what the schemas demand: all of them, without words for people and without the version itself.

    Returns:
        Its 64 hexadecimal digits.

    Example:
        >>> len(fingerprint())
        64
    """
    demands = {kind: _demands(json_schema(kind)) for kind in KINDS}
    return sha256_hex(json.dumps(demands, sort_keys=True).encode())


def _demands(schema: Any, *, named: bool = False) -> Any:
    """Return a schema without what demands nothing; `named` says that its keys are names, whatever they read like."""
    if is_array(schema):
        return [_demands(each) for each in schema]
    if not is_object(schema):
        return schema
    kept = {key: each for key, each in schema.items() if named or key not in _WORDS}
    if named:
        kept.pop("schema_version", None)
    return {key: _demands(each, named=key in _OF_NAMES and not named) for key, each in kept.items()}


def _reached_from(root: type) -> Iterator[type]:
    """Yield a class and all that its fields may hold."""
    waiting, seen = [root], {root}
    while waiting:
        cls = waiting.pop()
        yield cls
        for field in fields_of(cls):
            for held in (Captured, Curated) if field.type is Origins else field.types if field.is_record else ():
                if held not in seen:
                    seen.add(held)
                    waiting.append(held)


def _object(cls: type, root: type) -> dict[str, Any]:
    properties = {field.name: _property(field, root) for field in fields_of(cls)}
    if cls in RECORDS:
        description = "Version of the schema that the record follows; the current one if it is missing."
        properties["schema_version"] = {"description": description, "type": "integer", "const": SCHEMA_VERSION}
    return {
        "title": cls.__name__,
        "description": summary_of(cls),
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields_of(cls) if field.required],
        "additionalProperties": False,
        "examples": [*examples_of(cls)],
    }


def _property(field: Field, root: type) -> dict[str, Any]:
    schema = _values(field, root) if field.many else _optional(field, root)
    default = {} if field.required else {"default": _plain_default(field)}
    return {"description": field.doc, **schema, **default}


def _values(field: Field, root: type) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "array", "items": _value(field, root)}
    if field.constraint is not None and field.constraint.least:
        schema["minItems"] = field.constraint.least
    if field.constraint is not None and field.constraint.distinct:
        schema["uniqueItems"] = True
    return schema


def _optional(field: Field, root: type) -> dict[str, Any]:
    schema = _value(field, root)
    if not field.optional:
        return schema
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def _value(field: Field, root: type) -> dict[str, Any]:
    if field.is_enum:
        return {"type": "string", "enum": list(choices_of(field))}
    if field.type is date:
        return {"type": "string", "format": "date", "pattern": _anchored(_DAY)}
    if field.type is Origins:
        return {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{_ORIGIN}"}}
    if field.types == (Captured, Curated):
        return {"$ref": f"#/$defs/{_ORIGIN}"}
    if field.is_record:
        return _reference(field.type, root)
    return _scalar(field.type, field.constraint)


def _scalar(type_: type, constraint: Constraint | None) -> dict[str, Any]:
    assert constraint is not None, "every text and integer declares a constraint"
    if type_ is int:
        return {"type": "integer", "minimum": constraint.minimum, "maximum": constraint.maximum}
    return {"type": "string"} if constraint.pattern is None else {"type": "string", "pattern": _anchored(constraint.pattern)}


def _anchored(pattern: str) -> str:
    # Python lets `$` match before a final line feed, ECMAScript and Rust do not; the look-ahead makes all three agree.
    return rf"^(?:{pattern})$(?!\n)"


def _reference(cls: type, root: type) -> dict[str, Any]:
    return {"$ref": "#" if cls is root else f"#/$defs/{cls.__name__}"}


def _plain_default(field: Field) -> Any:
    if field.many:
        return []
    if field.type is Origins:
        return {}
    return field.default.value if field.is_enum else field.default
