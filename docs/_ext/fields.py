"""Append to the docstring of a value class the table of its fields, made from the declaration that checks them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeGuard

import attrs

import iom_content
from iom_content.model.declaration import Field, fields_of
from iom_content.model.value import Value

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def is_value(thing: object) -> TypeGuard[type]:
    """Tell whether a thing is a class with declared fields."""
    return inspect.isclass(thing) and issubclass(thing, Value) and attrs.has(thing)


def add_fields(_app: Sphinx, _what: str, _name: str, thing: Any, _options: Any, lines: list[str]) -> None:
    """Append the fields, and the rules that bind several of them, to the docstring of a value class."""
    if is_value(thing):
        lines += ["", *table(thing), *rules(thing)]


def keep_from_napoleon(app: Sphinx, what: str, name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Put the text of an attribute or property aside: napoleon takes what stands before a colon for its type."""
    if what in {"attribute", "property"}:
        vars(app).setdefault("kept_from_napoleon", {})[name] = lines[:]
        lines[:] = []


def give_back(app: Sphinx, _what: str, name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Put the text of an attribute or property back."""
    kept = vars(app).get("kept_from_napoleon", {}).pop(name, None)
    if kept is not None:
        lines[:] = kept


def table(cls: type) -> Iterator[str]:
    """Yield the lines of a list-table with one row a field."""
    yield from (".. list-table:: Fields", "   :header-rows: 1", "   :widths: 18 22 35 25", "   :class: fields", "")
    for row in (("Field", "Type", "What it is", "Accepted; default"), *map(cells, fields_of(cls))):
        for index, cell in enumerate(row):
            yield f"   {'*' if index == 0 else ' '} - {cell}"
    yield ""


def cells(field: Field) -> tuple[str, str, str, str]:
    """Return the four cells of a field's row."""
    return f"``{field.name}``", type_of(field), " ".join(field.doc.split()), "; ".join(filter(None, (accepted(field), default_of(field))))


def type_of(field: Field) -> str:
    """Return a field's type in words, with links."""
    names = " or ".join(map(link, field.types))
    return f"tuple of {names}" if field.many else f"{names} or None" if field.optional else names


def link(cls: type) -> str:
    """Return a reference to a class, under the front door's name if it has one."""
    if getattr(iom_content, cls.__name__, None) is cls:
        return f":py:class:`~iom_content.{cls.__name__}`"
    return f":py:class:`{cls.__name__}`" if cls.__module__ == "builtins" else f":py:class:`~{cls.__module__}.{cls.__name__}`"


def accepted(field: Field) -> str:
    """Return what a field accepts beyond its type, in the words of the error messages."""
    if issubclass(field.type, StrEnum):
        return ("each " if field.many else "") + "one of " + ", ".join(f"``{kind}``" for kind in field.type)
    if field.constraint is None:
        return ""
    about_elements = field.many and not field.constraint.least and not field.constraint.distinct
    # The words are prose of error messages: what markup they seem to hold is text.
    return ("each " if about_elements else "") + field.constraint.expected.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_")


def default_of(field: Field) -> str:
    """Return a field's default in words."""
    if field.required:
        return "**required**"
    if field.default is None:
        return "None by default"
    if field.is_enum and not field.many:
        return f"``{field.default}`` by default"
    return "empty by default"


def rules(cls: type) -> Iterator[str]:
    """Yield the rules over several fields, each by the name the code gives it."""
    declared = getattr(cls, "RULES", ())
    if declared:
        yield from ("Rules over several fields:", "")
        yield from (f"- ``{rule.__name__}``: {inspect.getdoc(rule)}" for rule in declared)
        yield ""


def bare_signature(
    _app: Sphinx, _what: str, _name: str, thing: Any, _options: Any, signature: str | None, _returns: str | None
) -> tuple[str, None] | None:
    """Show a value class's arguments by name alone: types, demands and defaults stand in its table of fields."""
    if not is_value(thing):
        return None
    named = [field.name if field.required else f"{field.name}=…" for field in fields_of(thing)]
    return f"(*, {', '.join(named)})" if named else (signature or "()"), None


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect to autodoc; napoleon reads the docstring before the table is appended."""
    app.connect("autodoc-process-docstring", keep_from_napoleon, priority=100)
    app.connect("autodoc-process-docstring", give_back, priority=600)
    app.connect("autodoc-process-docstring", add_fields, priority=700)
    app.connect("autodoc-process-signature", bare_signature)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
