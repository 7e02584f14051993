"""Read the declaration of a value class: the one source of checks, decoder, schema, strategies and field tables."""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
import types
import typing
from collections.abc import Hashable
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, Final, cast

import attrs

from iom_content.model.constraints import Constraint

__all__ = ["Field", "examples_of", "fields_of", "summary_of"]


_PROMPT: Final = re.compile(r"^ *(?:>>>|\.\.\.) ", re.MULTILINE)
# A line after the prompt and those that go on with it; the docstring is stripped of its indent, that of the section apart.
_CODE: Final = re.compile(r"^ *(>>> .*(?:\n *\.\.\. .*)*)", re.MULTILINE)


@attrs.frozen(kw_only=True)
class Field:
    """One declared field, with its annotation taken apart."""

    name: str
    types: tuple[type, ...]
    """The classes a value may have; several for a union such as an origin's."""
    optional: bool
    """Whether None is allowed."""
    many: bool
    """Whether it is a tuple of such values."""
    nested: bool
    """Whether it is a tuple of tuples of such values."""
    constraint: Constraint | None
    default: Any
    """`attrs.NOTHING` if the field is required."""
    doc: str
    """The text under the field in the class."""
    sparse: bool = False
    """Whether it is left out of records where it is None."""

    @cached_property
    def required(self) -> bool:
        return self.default is attrs.NOTHING

    @cached_property
    def type(self) -> type:
        """The first of the classes, which is the only one but for origins."""
        return self.types[0]

    @cached_property
    def is_enum(self) -> bool:
        return issubclass(self.type, StrEnum)

    @cached_property
    def is_record(self) -> bool:
        return attrs.has(self.type)


def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """Return the fields that a value class declares, in its order."""
    declared: tuple[Field, ...] = _declared(cast("Hashable", cls))
    return declared


@cache
def _declared(cls: Any) -> tuple[Field, ...]:
    hints = typing.get_type_hints(cls)
    docs = _docs_of(cls)
    declared: list[Field] = []
    for attribute in attrs.fields(cls):
        many, nested, optional, classes = _taken_apart(hints[attribute.name])
        declared.append(
            Field(
                name=attribute.name,
                types=classes,
                optional=optional,
                many=many,
                nested=nested,
                constraint=attribute.metadata.get("constraint"),
                default=attribute.default,
                doc=docs.get(attribute.name, ""),
                sparse=attribute.metadata.get("sparse", False),
            )
        )
    return tuple(declared)


def summary_of(cls: type) -> str:
    """Return the first line of a class's docstring."""
    return (inspect.getdoc(cls) or "").partition("\n")[0]


def examples_of(cls: type) -> tuple[Any, ...]:
    """Return the plain data that the examples in a class's docstring read with `iom.loads`, which the tests run."""
    calls = [
        node
        for example in _CODE.findall(inspect.getdoc(cls) or "")
        for node in ast.walk(ast.parse(_PROMPT.sub("", example)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "iom.loads" and ast.unparse(node.args[1]) == f"iom.{cls.__name__}"
    ]
    return tuple([json.loads(ast.literal_eval(call.args[0])) for call in calls])


def _taken_apart(hint: Any) -> tuple[bool, bool, bool, tuple[type, ...]]:
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        nested = typing.get_origin(inner) is tuple
        return True, nested, False, (typing.get_args(inner)[0] if nested else inner,)
    parts = typing.get_args(hint) if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union else (hint,)
    classes = tuple(typing.get_origin(part) or part for part in parts if part is not type(None))
    return False, False, type(None) in parts, classes


def _docs_of(cls: type) -> dict[str, str]:
    """Return the string under each field, read from the class's source."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    docs: dict[str, str] = {}
    assert isinstance(body, ast.ClassDef)
    for before, after in zip(body.body, body.body[1:], strict=False):
        if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) and isinstance(after, ast.Expr):
            docs[before.target.id] = inspect.cleandoc(ast.literal_eval(after.value))
    return docs
