"""The front door: every public name is there, is what it says, and stays that."""

from __future__ import annotations

import inspect
import random
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import iom_content as iom
from iom_content import _HOMES

SOURCE = Path(iom.__file__).parent
# `__main__` is a program; a file below data/ is no module.
MODULES = sorted(
    ".".join(("iom_content", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
    for path in SOURCE.rglob("*.py")
    if path.stem != "__main__" and "data" not in path.relative_to(SOURCE).parts
)

# Run in a fresh interpreter: imports all modules in the given order, then looks at each public name.
LOOK = """
import sys
from importlib import import_module
import iom_content as iom
for name in sys.argv[1:]:
    import_module(name)
for home, names in iom._HOMES.items():
    for name in names:
        found, wanted = getattr(iom, name), getattr(import_module(f"iom_content.{home}"), name)
        assert found is wanted, (name, found, wanted)
        assert type(found).__name__ != "module", name
"""


@pytest.mark.parametrize("name", iom.__all__)
def test_each_public_name_resolves(name: str) -> None:
    """A name of `__all__` is an attribute of the package, and `from iom_content import name` gives the same object."""
    assert getattr(iom, name) is getattr(import_module("iom_content"), name)


def test_the_lists_of_public_names_agree() -> None:
    """`__all__`, `dir()` and the table of homes name the same, in order and once each."""
    homed = [name for names in _HOMES.values() for name in names]
    numbers = ["DATA_VERSION", "SCHEMA_VERSION", "__version__"]
    assert sorted(homed + numbers) == sorted(iom.__all__)
    assert dir(iom) == sorted(set(iom.__all__))
    assert list(iom.__all__) == sorted(iom.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name))


def test_each_public_name_is_public_in_its_home() -> None:
    """The module a name lives in lists it in its own `__all__`."""
    missing = [
        f"{home}.{name}" for home, names in _HOMES.items() for name in names if name not in import_module(f"iom_content.{home}").__all__
    ]
    assert missing == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that is not public is refused as Python does."""
    with pytest.raises(AttributeError, match=r"module 'iom_content' has no attribute 'laod'"):
        getattr(iom, "laod")  # noqa: B009 - mypy refuses the plain form, rightly


def test_no_room_and_no_module_is_named_like_a_public_function() -> None:
    """Importing a submodule binds its name in its package, so none may shadow a public name."""
    top = {module.split(".")[1] for module in MODULES if "." in module}
    assert top & set(iom.__all__) == set()


@pytest.mark.parametrize("seed", range(3))
def test_public_names_survive_the_import_of_every_module_in_any_order(seed: int) -> None:
    """After all modules have been imported in a random order, each public name still is the object of its home."""
    order = list(MODULES)
    random.Random(seed).shuffle(order)
    done = subprocess.run([sys.executable, "-c", LOOK, *order], check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stderr}\norder: {order}"


@pytest.mark.parametrize("module", MODULES)
def test_each_module_says_what_it_is(module: str) -> None:
    """Every module has a docstring whose first line is one sentence or noun phrase."""
    first = (import_module(module).__doc__ or "").partition("\n")[0]
    assert first.endswith((".", "…")) or first.count(";"), f"{module}: {first!r}"


def test_each_public_class_and_function_has_an_executed_example() -> None:
    """The docstring of every public class and function holds a doctest that imports the package as its users do."""
    things = {name: getattr(iom, name) for name in iom.__all__}
    described = {name: thing.__doc__ or "" for name, thing in things.items() if inspect.isclass(thing) or inspect.isroutine(thing)}
    assert [name for name, doc in described.items() if ">>> import iom_content as iom" not in doc] == []
    assert {"Statement", "load"} <= set(described)
