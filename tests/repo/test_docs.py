"""The documentation names everything and says nothing else; its examples are run by the conftest at the top."""

from __future__ import annotations

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import iom_content as iom
from iom_content import _HOMES
from iom_content.model import result_rules, rules
from iom_content.reading import noting, sections

ROOMS = {"release", *(home.partition(".")[0] for home in _HOMES)}


def rules_of_values() -> dict[str, str]:
    """Return every rule that a value class names, with its sentence."""
    classes = [
        cls
        for home in _HOMES
        if home.startswith("model.")
        for cls in vars(import_module(f"iom_content.{home}")).values()
        if inspect.isclass(cls)
    ]
    found = [rule for cls in classes for rule in getattr(cls, "RULES", ())]
    return {rule.__name__: str(inspect.getdoc(rule)) for rule in found}


def codes_of(name: str, functions: dict[str, ast.FunctionDef]) -> set[str]:
    """Return the codes of findings that a rule yields, by itself or through the functions of its module it calls."""
    calls = [node for node in ast.walk(functions[name]) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    own = {str(ast.literal_eval(call.args[0])) for call in calls if ast.unparse(call.func) == "Broken"}
    return own.union(*(codes_of(called, functions) for call in calls if (called := ast.unparse(call.func)) in functions and called != name))


def test_the_reference_has_a_page_for_every_room_that_offers_a_name(root: Path) -> None:
    """Each room with public names is described on a page of its own, which the index lists."""
    pages = {page.stem: page.read_text(encoding="utf-8") for page in (root / "docs" / "api").glob("*.rst")}
    index = pages.pop("index")
    assert {room for page in pages.values() for room in re.findall(r"^\.\. room:: (\w+)$", page, flags=re.MULTILINE)} >= ROOMS
    assert {line.strip() for line in index.partition(":maxdepth: 2")[2].split()} == set(pages)


def test_the_reference_lists_the_limits(root: Path) -> None:
    """Each limit that `info` prints or an error names stands on a page, with the module to import it from."""
    pages = "".join(page.read_text(encoding="utf-8") for page in (root / "docs" / "api").glob("*.rst"))
    listed = {tuple(name.rsplit(".", 1)) for name in re.findall(r"[\w.]+\.MAX_\w+", pages)}
    for module, name in listed:
        assert isinstance(getattr(import_module(f"iom_content.{module}"), name), int), name
    source = Path(str(iom.__path__[0]), "cli", "info.py").read_text(encoding="utf-8")
    assert set(re.findall(r"MAX_\w+", source)) <= {name for _, name in listed}


def test_the_page_on_compatibility_lists_every_rule_that_no_schema_can_say(root: Path) -> None:
    """The table of rules is that of the code: names, codes of findings and sentences."""
    page = (root / "docs" / "compatibility.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (`[a-z-]+`(?:, `[a-z-]+`)*) \| (.+) \|$", page, flags=re.MULTILINE)
    source = "".join(inspect.getsource(module).partition("import annotations")[2] for module in (rules, result_rules))
    functions = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    listed = {name: (set(re.findall(r"[a-z-]+", codes)), sentence) for name, codes, sentence in rows}
    assert listed == {name: (codes_of(name, functions), sentence) for name, sentence in rules_of_values().items()}
    assert len(listed) == len(rows)


def test_the_page_on_reading_lists_every_code_of_a_note(root: Path) -> None:
    """The table of notes is that of the code: each code once, none that no page can get."""
    page = (root / "docs" / "reading.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", page, flags=re.MULTILINE)
    source = "".join(path.read_text(encoding="utf-8") for path in Path(str(iom.__path__[0]), "reading").glob("*.py"))
    codes = set(re.findall(r'code="([a-z-]+)"', source)) | {code for code, _ in noting.FLAWS.values()} | set(sections._DOUBTS)
    assert sorted(codes) == listed


def test_the_glossary_defines_the_values(root: Path) -> None:
    """Every class that a catalog or a document is made of has its word, with the synonyms that are not used for it."""
    page = (root / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = {
        "Block",
        "Capture",
        "Catalog",
        "Document",
        "Figure",
        "Finding",
        "Note",
        "Organization",
        "Report",
        "Residue",
        "Section",
        "Span",
        "Statement",
        "Term",
    }
    assert [word for word in sorted(words) if not re.search(rf"^{word}\n  .*?\*Not:\*", page, flags=re.DOTALL | re.MULTILINE)] == []
    assert words <= set(iom.__all__)


def test_no_public_name_uses_a_banned_synonym() -> None:
    """Public names keep to the glossary."""
    banned = ("item", "node", "entry", "scrape", "chunk", "score")
    assert [name for name in iom.__all__ if any(word in name.lower() for word in banned)] == []


def test_the_inventories_are_plain_lists(root: Path) -> None:
    """Each vendored inventory is readable text, without a name twice."""
    for path in (root / "docs" / "_inventories").glob("*.inv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0] == "# Sphinx inventory version 1", path.name
        names = [line.split()[0] for line in lines[3:]]
        assert len(set(names)) == len(names), path.name


def test_every_code_block_is_of_a_language_that_is_run_or_known_not_to_be(root: Path) -> None:
    """A fence with another label would hold examples that nobody runs."""
    pages = [root / "README.md", *sorted((root / "docs").glob("*.md"))]
    labels = {page.name: re.findall(r"^```(\S+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE) for page in pages}
    known = {"python", "console", "sh", "yaml", "toml", "markdown", "{include}", "{toctree}"}
    assert {label for found in labels.values() for label in found} <= known
    assert labels["README.md"].count("sh") == 1
    assert labels["README.md"].count("python") >= 5
