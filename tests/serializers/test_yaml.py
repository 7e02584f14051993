"""YAML: read alike by its versions, with no tag followed."""

from __future__ import annotations

import sys

import pytest
import yaml as pyyaml

import iom_content as iom
from iom_content.codec.yaml_text import MAX_YAML
from iom_content.serializers import yaml

CHECK = iom.check_figure("member_states", 175, on="2023")


def test_texts_stand_in_quotation_marks_and_keys_do_not() -> None:
    """Numbers, null and empty collections are what they are."""
    section = iom.Section(id="a", title="no", children=(iom.Section(id="a/b", title="2023-09-18"),))
    assert yaml.dumps(section) == (
        'children:\n  - children: []\n    heading: null\n    id: "a/b"\n    origins: {}\n    summary: null\n    title: "2023-09-18"\n'
        'heading: null\nid: "a"\norigins: {}\nschema_version: 1\nsummary: null\ntitle: "no"\n'
    )
    assert yaml.dumps((iom.Span(start=0, end=1),)) == "- end: 1\n  start: 0\n"
    assert yaml.dumps(()) == "[]\n"


def test_a_key_that_some_take_for_a_boolean_is_quoted() -> None:
    """`on` is true to YAML 1.1."""
    assert '"on": "2023"\n' in yaml.dumps(CHECK)
    assert pyyaml.safe_load(yaml.dumps(CHECK))["on"] == "2023"


def test_what_yaml_forbids_is_escaped() -> None:
    """And what a reader would not see."""
    assert yaml.dumps(iom.Event(name="a\x00\x7f\x85\u2028\u202e\ufeff\uffff\U0001f6a2")).splitlines()[1] == (
        'name: "a\\u0000\\u007f\\u0085\\u2028\\u202e\\ufeff\\uffff\U0001f6a2"'
    )


@pytest.mark.parametrize(
    "text", ["name: Open day\n", "# a remark\n---\nname: 'Open day'\n...\n", "{name: Open day}", '\ufeffname: "Open day"']
)
def test_yaml_of_others_is_read(text: str) -> None:
    """However it is written; a warning is no fault."""
    assert yaml.loads(text, iom.Event) == yaml.loads(text.encode(), iom.Event) == iom.Event(name="Open day")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("name: [a\n", [("truncated", 2, 1)]),
        ("name: !!python/name:os.system a\n", [("yaml-tag", 1, 7)]),
        ("name: a\nnam: b\n", [("unknown-key", 2, 1)]),
        ("name: a\nname: b\n", [("duplicate-key", 2, 1)]),
        ("name: a\n---\nname: b\n", [("count", None, None)]),
        ("start: 2024-02-30\n", [("missing", 1, 1), ("date", 1, 8)]),
        ("# nothing\n", [("empty", 1, 1)]),
        ("", [("empty", 1, 1)]),
    ],
)
def test_faults_have_their_places(text: str, places: list[tuple[str, int | None, int | None]]) -> None:
    """Those of the text and those of the value."""
    with pytest.raises(iom.InvalidData) as caught:
        yaml.loads(text, iom.Event)
    assert [(each.rule, each.line, each.column) for each in caught.value.findings] == places


def test_more_than_can_be_read_is_not_written() -> None:
    """The error names formats that can; just below the limit all is well, however many bytes a letter has."""
    for letter in ("a", "é", "港"):
        size = MAX_YAML // len(letter.encode())
        with pytest.raises(
            iom.UnsupportedValue, match=rf"^format 'yaml' cannot carry more than {MAX_YAML} bytes \(use 'json' or 'jsonl'\)$"
        ):
            yaml.dumps(iom.Event(name=letter * size))
        event = iom.Event(name=letter * (size - 100))
        assert len(yaml.dumps(event).encode()) <= MAX_YAML
    assert yaml.loads(yaml.dumps(event).encode(), iom.Event) == event


def test_reading_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing needs nothing."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    text = yaml.dumps(iom.Event(name="Open day"))
    with pytest.raises(iom.MissingExtra) as caught:
        yaml.loads(text, iom.Event)
    assert str(caught.value) == "this needs pyyaml: python3 -m pip install 'iom-content[yaml]'"


def test_what_no_yaml_carries_is_refused() -> None:
    """With the format's own name, in writing and in reading."""
    with pytest.raises(iom.UnsupportedValue, match=r"^format 'yaml' cannot carry a value of type int: it is no record of this library$"):
        yaml.dumps((5,))
