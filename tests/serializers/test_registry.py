"""All formats keep one contract; the two verbs choose among them."""

from __future__ import annotations

from importlib import import_module
from typing import Any, assert_type

import pytest

import iom_content as iom
from iom_content.serializers import json
from iom_content.serializers.registry import FORMATS, dumps, loads

SECTION = iom.Section(id="a", title="A", summary="One line.")
STATEMENT = iom.Statement(
    id="s", organization="o", title="Opening day", blocks=(iom.Block(kind=iom.BlockKind.PARAGRAPH, text="We open at nine."),)
)
REPORT = iom.Report(findings=(iom.Finding(rule="x", message="wrong", pointer="/a", line=2, column=3, hint="mend it"),))
REPORTS: tuple[Any, ...] = (REPORT, REPORT.findings[0], (REPORT, REPORT))
VALUES: tuple[Any, ...] = (SECTION, STATEMENT, iom.Organization(id="o", name="Office", sections=(SECTION,)), (SECTION, STATEMENT))
CARRIED: tuple[Any, ...] = (*VALUES, REPORT)
OF_VALUES = ", ".join(repr(each.name) for each in FORMATS.values() if not each.reports_only)
LOSSLESS = ", ".join(repr(each.name) for each in FORMATS.values() if each.lossless)


@pytest.mark.parametrize("name", list(FORMATS))
def test_each_format_is_a_module_with_the_same_trio(name: str) -> None:
    """FORMAT, dumps and loads or None stand in the module that bears the format's name."""
    module = import_module(f"iom_content.serializers.{name}")
    found = FORMATS[name]
    assert module.FORMAT is found
    assert (found.name, found.dumps, found.loads) == (name, module.dumps, getattr(module, "loads", None))
    assert found.lossless is (found.loads is not None)
    assert "/" in found.media_type
    assert found.suffix.startswith(".")


def test_names_media_types_and_suffixes_differ() -> None:
    """A file's suffix and a response's media type each tell the format."""
    for attribute in ("name", "media_type", "suffix"):
        assert len({getattr(each, attribute) for each in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (each.name, value)
        for each in FORMATS.values()
        for value in (*(() if each.reports_only else VALUES), *(() if each.values_only else REPORTS))
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_each_format_carries_values_tuples_and_reports(name: str, value: Any) -> None:
    """The text ends with one line feed; of a catalog no more than rights are added, and to records and reports nothing."""
    text = dumps(value, name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert dumps(value, name, catalog=iom.Catalog()) == text
    credited = dumps(value, name, catalog=iom.load())
    assert (credited == text) is (FORMATS[name].lossless or value in REPORTS)
    assert ("International Organization for Migration" in credited) is (credited != text)


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if each.lossless])
@pytest.mark.parametrize("value", CARRIED, ids=lambda value: type(value).__name__)
def test_what_a_lossless_format_writes_it_reads(name: str, value: Any) -> None:
    """Loads after dumps is identity, from text and from bytes."""
    if type(value) is tuple:
        for each in value:
            array: Any = tuple.__class_getitem__((type(each), ...))
            assert loads(dumps((each, each), name), array, name) == (each, each)
    else:
        assert loads(dumps(value, name), type(value), name) == value
        assert loads(dumps(value, name).encode(), type(value), name) == value


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if not each.lossless])
def test_a_one_way_format_is_not_read(name: str) -> None:
    """The error names the format that can be read back."""
    with pytest.raises(iom.UnsupportedValue) as caught:
        loads("# A", iom.Section, name)
    assert str(caught.value) == f"format '{name}' is one-way: it cannot be read back (use {LOSSLESS})"
    assert LOSSLESS == "'json', 'jsonl', 'yaml'"


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize(("value", "kind"), [(5, "int"), ({"id": "a"}, "dict"), (object(), "object"), ((SECTION, 5), "int")])
def test_what_no_format_carries_is_named(name: str, value: object, kind: str) -> None:
    """A value that is none of ours is refused with its type."""
    with pytest.raises(iom.UnsupportedValue, match=rf"^format '{name}' .*\b{kind}\b"):
        dumps(value, name)


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if each.reports_only])
def test_a_format_of_reports_refuses_values_and_says_which_formats_carry_them(name: str) -> None:
    """The error of the verb lists the formats for values; the format's own writer refuses as well."""
    with pytest.raises(iom.UnsupportedValue) as caught:
        dumps(SECTION, name)
    words = f"format '{name}' carries reports alone, not a value of Section (for values: {OF_VALUES})"
    assert str(caught.value) == words
    with pytest.raises(iom.UnsupportedValue) as caught:
        FORMATS[name].dumps((REPORT, SECTION))
    assert str(caught.value) == f"format '{name}' carries reports alone, not a value of Section"


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if each.values_only])
@pytest.mark.parametrize("value", REPORTS, ids=lambda value: type(value).__name__)
def test_a_format_of_values_refuses_reports(name: str, value: Any) -> None:
    """The error names the class and says why."""
    with pytest.raises(iom.UnsupportedValue, match=rf"^format '{name}' cannot carry a value of (Report|Finding): \w"):
        dumps(value, name)


def test_sources_are_shown_by_the_formats_that_say_so() -> None:
    """The others take them and write the same without."""
    for each in (each for each in FORMATS.values() if not each.values_only):
        assert (dumps(REPORT, each.name, sources="one\ntwo") != dumps(REPORT, each.name)) is each.shows_sources
    assert [each.name for each in FORMATS.values() if each.shows_sources] == ["text"]


def test_an_unknown_format_names_what_is_near() -> None:
    """Both verbs look formats up in the same place."""
    with pytest.raises(iom.NotFound) as caught:
        dumps(SECTION, "jsn")
    assert caught.value == iom.NotFound("format", "jsn", ("json", "jsonl", "jsonld"))
    with pytest.raises(iom.NotFound) as caught:
        loads("{}", iom.Section, "makrdown")
    assert caught.value == iom.NotFound("format", "makrdown", ("markdown",))


def test_json_is_the_default() -> None:
    """Without a format both verbs speak canonical JSON."""
    assert dumps(SECTION) == json.dumps(SECTION) == dumps(SECTION, "json")
    assert loads(dumps(SECTION), iom.Section) == SECTION
    assert dumps(iom.Span(start=0, end=1)) == '{\n  "end": 1,\n  "start": 0\n}\n'


def test_what_is_loaded_has_the_type_that_was_asked_for() -> None:
    """Type checkers know what `loads` returns."""
    assert_type(loads(dumps(SECTION), iom.Section), iom.Section)
    assert_type(loads(dumps((SECTION,)), tuple[iom.Section, ...]), tuple[iom.Section, ...])
    assert_type(iom.loads(dumps(REPORT), iom.Report), iom.Report)


def test_json_names_itself() -> None:
    """The record of the format is what servers and file writers need."""
    assert (json.FORMAT.name, json.FORMAT.media_type, json.FORMAT.suffix) == ("json", "application/json", ".json")
    assert repr(json.FORMAT) == "Format(name='json', media_type='application/json', suffix='.json')"


def test_the_bundled_dataset_is_written_as_it_is_stored() -> None:
    """The shipped files are what `dumps` writes of the values that are read from them."""
    catalog = iom.load()
    folder = iom.data_files()
    for document in catalog.documents.values():
        assert dumps(document) == folder.joinpath("documents", f"{document.id}.json").read_text(encoding="utf-8")
        assert loads(dumps(document), iom.Document) == document
    for organization in catalog.organizations.values():
        assert dumps(organization) == folder.joinpath("organizations", f"{organization.id}.json").read_text(encoding="utf-8")
