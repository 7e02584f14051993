"""The directive `room`: every public name of one room, wholly from the docstrings, under the name users write.

    .. room:: dataset
       :also: codec.converter.make_converter
       :limits: codec.json_text.MAX_INPUT

The names are those of `iom_content.__all__` whose home the room is, module by module; `also` adds names that are public
in the room alone, `limits` the constants that bound what is read. At the end of the build each name of
`iom_content.__all__` must have been described, or a warning says so.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from fields import is_value
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import iom_content
from iom_content.model.declaration import fields_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LOGGER = logging.getLogger(__name__)
PACKAGE = "iom_content"
HOMES: dict[str, tuple[str, ...]] = {"release": ("__version__", "DATA_VERSION", "SCHEMA_VERSION"), **vars(iom_content)["_HOMES"]}

# Names that start-up defers, so that only type checkers import them and autodoc sees them bare.
DEFERRED = {"date": "datetime.date", "Traversable": "importlib.resources.abc.Traversable"}


class Room(SphinxDirective):
    """Describe the public names of a room."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"also": directives.unchanged, "limits": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Write the directives of autodoc that describe the room and parse them."""
        room = self.arguments[0]
        lines = [line for home in homes_in(room) for line in described_home(home)]
        for option in ("also", "limits"):
            names = self.options.get(option, "").split()
            if option == "limits" and names:
                lines += ["Limits", "------", ""]
            for name in names:
                lines += described(*f"{PACKAGE}.{name}".rsplit(".", 1))
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


def homes_in(room: str) -> list[str]:
    """Return the modules of a room that hold names of the front door."""
    return [home for home in HOMES if home == room or home.startswith(f"{room}.")]


def described_home(home: str) -> Iterator[str]:
    """Yield a heading, what the module says of itself and its public names."""
    if "." in home:
        title = home.rpartition(".")[2].replace("_", " ").capitalize()
        yield from (title, "-" * len(title), "")
    yield from (inspect.getdoc(import_module(f"{PACKAGE}.{home}")) or "").splitlines()
    yield ""
    for name in HOMES[home]:
        yield from described(PACKAGE, name, home)


def described(module: str, name: str, home: str | None = None) -> list[str]:
    """Return the directive that describes one name."""
    target = f"{module}.{name}"
    # Also imports what is a module itself, which its package need not have done.
    thing = resolve_name(target)
    if inspect.ismodule(thing):
        return [f".. automodule:: {target}", "   :members:", ""]
    if inspect.isclass(thing):
        hidden = ", ".join(["RULES", *(field.name for field in fields_of(thing))]) if is_value(thing) else ""
        kind = "autoexception" if issubclass(thing, BaseException) else "autoclass"
        # What all values share is said once, in the glossary, not as a base class a value.
        more = [f"   :exclude-members: {hidden}"] if is_value(thing) else ["   :show-inheritance:"]
        return [f".. {kind}:: {target}", "   :members:", *more, ""]
    if inspect.isroutine(thing):
        return [f".. autofunction:: {target}", ""]
    return constant(module, name, thing, f"{PACKAGE}.{home}" if home else module)


def constant(module: str, name: str, value: object, home: str) -> list[str]:
    """Return the description of a name that is neither class nor function; its text is read from its home's source."""
    text = ModuleAnalyzer.for_module(home).find_attr_docs().get(("", name), [])
    if not any(text):
        LOGGER.warning("%s.%s has no text under it in %s", module, name, home)
    shown = [f"   :value: {value!r}"] if len(repr(value)) <= 80 else []
    return [f".. py:data:: {name}", f"   :module: {module}", *shown, "", *(f"   {line}" for line in text), ""]


def every_name_is_described(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each public name that no page describes."""
    objects = env.domains["py"].data["objects"]
    for name in iom_content.__all__:
        if f"{PACKAGE}.{name}" not in objects:
            LOGGER.warning("no page describes %s.%s", PACKAGE, name)


def name_in_full(_app: Sphinx, _env: BuildEnvironment, node: nodes.Element, _content: nodes.Element) -> None:
    """Give a bare name its module, before intersphinx looks for it."""
    node["reftarget"] = DEFERRED.get(node.get("reftarget", ""), node.get("reftarget", ""))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the check."""
    app.add_directive("room", Room)
    app.connect("missing-reference", name_in_full, priority=100)
    app.connect("env-check-consistency", every_name_is_described)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
