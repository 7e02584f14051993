"""From declarations to strategies: a field's annotation and constraint say what it may hold."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import Any, TypeVar, cast

from iom_content.errors import MissingExtra
from iom_content.model import constraints
from iom_content.model.declaration import Field, fields_of
from iom_content.model.origins import Captured, Curated
from iom_content.testing.register import STRATEGIES

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError:
    raise MissingExtra("testing", "hypothesis") from None

__all__ = ["by_declaration", "integers", "of_field", "texts"]

T = TypeVar("T")

_ALPHABET = st.characters(codec="utf-8")


def texts(constraint: constraints.Constraint = constraints.TEXT) -> SearchStrategy[str]:
    """Return texts that satisfy a constraint, in any script.

    Args:
        constraint: A constraint of texts; any text without lone surrogates if it is left out.

    Example:
        >>> from iom_content.model.constraints import LANGUAGE
        >>> texts(LANGUAGE).validate()
    """
    if constraint.pattern is None:
        return st.text(_ALPHABET)
    return st.from_regex(constraint.pattern, fullmatch=True, alphabet=_ALPHABET)


def integers(constraint: constraints.Constraint = constraints.INTEGER) -> SearchStrategy[int]:
    """Return integers within a constraint's bounds.

    Example:
        >>> integers().validate()
    """
    return st.integers(constraint.minimum, constraint.maximum)


def of_field(field: Field) -> SearchStrategy[Any]:
    """Return what a field may hold.

    Args:
        field: The declared field.

    Raises:
        KeyError: The field holds a class for which there is no strategy.
    """
    one = _one(field)
    constraint = field.constraint
    if field.nested:
        return st.lists(st.lists(one, max_size=2).map(tuple), max_size=2).map(tuple)
    if field.many:
        distinct = constraint is not None and constraint.distinct
        least = 0 if constraint is None else constraint.least
        return st.lists(one, min_size=least, max_size=max(3, least), unique=distinct).map(tuple)
    return st.none() | one if field.optional else one


def by_declaration(cls: type[T], **given: SearchStrategy[Any]) -> SearchStrategy[T]:
    """Return values of a class, field by field.

    Args:
        cls: A value class.
        **given: Strategies for fields that a rule binds to others.
    """
    drawn = {field.name: of_field(field) for field in fields_of(cls) if field.name not in given}
    return st.builds(cls, **drawn, **given)


def _one(field: Field) -> SearchStrategy[Any]:
    if field.type is str:
        return texts(field.constraint or constraints.TEXT)
    if field.type is int:
        return integers(field.constraint or constraints.INTEGER)
    if field.type is date:
        return st.dates()
    if field.is_enum:
        return st.sampled_from(list(cast("type[StrEnum]", field.type)))
    if field.types == (Captured, Curated):
        return _registered(Captured) | _registered(Curated)
    return _registered(field.type)


def _registered(cls: type) -> SearchStrategy[Any]:
    """Return the strategy of a value class; the module that has them all is imported by name, since it is made from this one."""
    strategy = STRATEGIES[cls.__module__.removeprefix("iom_content.")][cls.__name__]
    return cast("SearchStrategy[Any]", getattr(import_module("iom_content.testing.strategies"), strategy)())
