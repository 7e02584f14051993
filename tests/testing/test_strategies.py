"""Strategies as a product."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import iom_content as iom
from iom_content.model import constraints
from iom_content.model.declaration import Field, fields_of
from iom_content.testing import strategies
from iom_content.testing.elements import by_declaration, integers, of_field, texts
from iom_content.testing.register import STRATEGIES

CLASSES = [getattr(iom, name) for classes in STRATEGIES.values() for name in classes]
# Without shrinking: any value that fits will do.
quick = settings(max_examples=2000, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


def test_every_value_class_has_a_strategy_with_a_name() -> None:
    """Each exported value class is registered, and each strategy is exported by its module."""
    exported = {getattr(iom, name) for name in iom.__all__ if isinstance(getattr(iom, name), type)}
    known = {cls for cls in exported if attrs.has(cls) and cls is not iom.Format} | {iom.Origins}
    assert set(CLASSES) == known
    assert {name for classes in STRATEGIES.values() for name in classes.values()} == set(strategies.__all__)


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if attrs.has(cls)], ids=lambda cls: cls.__name__)
def test_every_field_varies(cls: type) -> None:
    """Each field of a drawn value can differ from that of another; a catalog's notes follow from its figures."""
    waiting = {field.name for field in fields_of(cls)} - ({"notes"} if cls is iom.Catalog else set())
    first: list[Any] = []

    def all_have_varied(value: Any) -> bool:
        first.append(value)
        waiting.difference_update([name for name in waiting if getattr(value, name) != getattr(first[0], name)])
        return not waiting

    find(st.from_type(cls), all_have_varied, settings=quick)


@pytest.mark.parametrize("constraint", [each for each in vars(constraints).values() if isinstance(each, constraints.Constraint)], ids=repr)
@given(data=st.data())
def test_texts_satisfy_their_constraint(constraint: constraints.Constraint, data: st.DataObject) -> None:
    """What is drawn for a constraint is accepted by it."""
    assert constraint.accepts_text(data.draw(texts(constraint)))
    assert constraint.minimum <= data.draw(integers(constraint)) <= constraint.maximum


def test_a_field_without_a_strategy_fails_loudly() -> None:
    """A field of an unknown class is an error, not a guess."""
    field = Field(name="odd", types=(complex,), optional=False, many=False, nested=False, constraint=None, default=attrs.NOTHING, doc="")
    with pytest.raises(KeyError):
        of_field(field)


def test_fields_given_by_hand_stand() -> None:
    """A given strategy replaces the declared one."""
    assert find(by_declaration(iom.Event, name=st.just("Open day")), lambda _: True, settings=quick).name == "Open day"


def test_arguments_are_checked() -> None:
    """An argument out of range is named with its value."""
    with pytest.raises(ValueError, match="max_depth must lie between 1 and 32, not 0"):
        find(strategies.sections(max_depth=0), lambda _: True, settings=quick)
    with pytest.raises(ValueError, match="end must be at least 1, not 0"):
        find(strategies.spans(end=0), lambda _: True, settings=quick)


@given(strategies.sections(max_depth=3, min_children=1))
def test_trees_have_the_asked_for_shape(section: iom.Section) -> None:
    """Every level but the lowest has at least so many children, and no path is too long."""
    for here, above in iom.walk(section):
        assert len(above) < 3
        assert here.children or len(above) == 2


@given(strategies.statements(min_blocks=2), strategies.spans(end=7), strategies.origins([]))
def test_least_counts_hold(statement: iom.Statement, span: iom.Span, origins: iom.Origins) -> None:
    """The asked-for bounds hold."""
    assert len(statement.blocks) >= 2
    assert span.end <= 7
    assert len(origins) == 0


def test_figures_are_dated_in_every_way() -> None:
    """Years, months, days and no date occur."""
    years = find(strategies.figures(), lambda figure: len(figure.as_of or "") == len("2023"), settings=quick)
    months = find(strategies.figures(), lambda figure: len(figure.as_of or "") == len("2023-09"), settings=quick)
    days = find(strategies.figures(), lambda figure: len(figure.as_of or "") == len("2023-09-18"), settings=quick)
    assert len({years, months, days}) == 3
    events = find(strategies.events(), lambda each: each.start is not None and each.start > date(2000, 1, 1), settings=quick)
    assert events.end is None or events.end >= date(2000, 1, 1)


def test_from_type_works_in_a_fresh_interpreter() -> None:
    """Hypothesis's entry point registers every value class."""
    code = (
        "from hypothesis import Phase, find, settings, strategies as st; import iom_content as iom\n"
        "print(type(find(st.from_type(iom.Statement), lambda _: True, settings=settings(database=None, phases=[Phase.generate]))).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("Statement\n", 0), done.stderr


@pytest.mark.parametrize("module", ["strategies", "values", "pages", "results", "elements", "mutations", "quotes", "quote_changes"])
def test_without_hypothesis_one_line_says_what_to_install(module: str) -> None:
    """A missing extra is named with its command."""
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import iom_content as iom\n"
        f"try:\n    import iom_content.testing.{module}\nexcept iom.MissingExtra as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "this needs hypothesis: python3 -m pip install 'iom-content[testing]'\n", done.stderr
