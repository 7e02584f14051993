"""What each rule of records demands, in one sentence: the same words in every rendering that lists rules."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from iom_content.codec.findings import MAX_FINDINGS
from iom_content.codec.json_text import MAX_DEPTH, MAX_INPUT
from iom_content.model import constraints
from iom_content.model.constraints import MAX_INTEGER, MAX_SECTION_DEPTH, Constraint

__all__ = ["RECORD_RULES"]

_CONSTRAINTS: Final = {each.name: f"The value is {each.expected}." for each in vars(constraints).values() if isinstance(each, Constraint)}

_OF_INPUT: Final = {
    "unreadable": "The input can be opened and read.",
    "too-large": f"An input has at most {MAX_INPUT} bytes or code points.",
    "encoding": "The input is UTF-8.",
    "byte-order-mark": "The input does not start with a byte order mark.",
    "empty": "The input holds a record.",
    "too-many": f"At most {MAX_FINDINGS} faults of one input are listed.",
}

_OF_TEXT: Final = {
    "syntax": "The text follows the grammar of its syntax.",
    "truncated": "The text does not end in the middle of a value.",
    "trailing-data": "Nothing stands behind the value.",
    "duplicate-key": "A key stands in an object once.",
    "integer-range": f"An integer lies within ±{MAX_INTEGER}, which every reader keeps exact.",
    "not-json-number": "A number is one that JSON knows: neither NaN nor an infinity.",
    "lone-surrogate": "Text holds no half of a surrogate pair, which no encoding can carry.",
    "depth": f"Values are nested at most {MAX_DEPTH} levels deep, sections at most {MAX_SECTION_DEPTH}.",
}

_OF_YAML: Final = {
    "yaml-alias": "An alias names an anchor that stands before it, and aliases do not make a document endless.",
    "yaml-ambiguous": "All versions of YAML read a value alike.",
    "yaml-key": "A key is text.",
    "yaml-merge": "A mapping writes out its keys instead of merging others.",
    "yaml-tag": "No value has a tag: text, numbers, truth values and null need none.",
}

_OF_FIELDS: Final = {
    "type": "A value has the type that its field declares.",
    "missing": "A required key is there.",
    "unknown-key": "Every key is one that the record knows.",
    "not-one-of": "A value of a closed set is one of that set.",
    "range": "An integer lies within the bounds of its field.",
    "date": "A day is written YYYY-MM-DD and exists in the calendar.",
    "schema-version": "The record follows a version of the schema that this library knows.",
    "kind-unknown": "The keys tell what kind of record it is, unless the kind is named.",
    "control-character": "Text holds no control character beside line ends and tabs, unless the capture itself does.",
    "not-nfc": "Text is in Unicode normal form C, unless the capture itself is not.",
    "cycle": "No object holds itself.",
    "refused": "The constructor accepts the value.",
}

_OF_SEVERAL_FIELDS: Final = {
    "span-order": "A span ends after it starts.",
    "span-overlap": "Each character has one owner, and the spans of one value stand in reading order.",
    "span-range": "A span lies within the text of the capture.",
    "span-stray": "Evidence lies within one owning span.",
    "span-gap": "Every character of the capture that is not blank has an owner.",
    "text-differs": "A captured text stands where its spans say.",
    "digest": "The digest of a capture is that of its text.",
    "dangling-reference": "What a record refers to by id is there.",
    "duplicate-id": "No two values of one collection share an id.",
    "path": "The id of a section is that of its parent, a slash and one slug.",
    "source-missing": "A curated value names its source.",
    "date-missing": "A figure's day exists in the calendar.",
    "date-order": "An event does not end before it starts.",
    "depth-without-list": "Only list items have a depth.",
    "origin-unknown": "An origin belongs to a field that can have one.",
    "origin-dangling": "An origin belongs to a field that has a value.",
    "kinds": "The kinds of a check of a quotation are those of its differences, sorted.",
    "figure-missing": "A confirmed, compatible or contradicted number has the figure that decided it.",
    "figure-name": "The figures of an answer bear the name that was asked about.",
    "past-figure": "A stale number has the figure of which it was true, and no other number has one.",
    "past-undated": "A figure of the past has a date.",
    "change-side": "What was added has no old side, what was removed no new one, and all else has both.",
    "edit-place": "An edit stands where the edits before it end.",
    "edits-differ": "The edits of a change spell its old and its new text.",
    "words-outside": "The spans of a hit stand in reading order within its text.",
    "snippet-elsewhere": "The snippet of a hit stands in its text where it says.",
    "line-elsewhere": "A line of a concordance joins back to the text it was taken from.",
}

_OF_DATASETS: Final = {
    "file-changed": "A file of a dataset is the one that its manifest names.",
    "file-extra": "A dataset holds no file that its manifest does not name.",
    "file-missing": "A file that the manifest of a dataset names is there.",
    "file-unreadable": "A file of a dataset can be read.",
    "manifest-unreadable": "The manifest of a dataset is a Data Package with paths and SHA-256 digests.",
}

RECORD_RULES: Final[Mapping[str, str]] = MappingProxyType(
    {**_CONSTRAINTS, **_OF_INPUT, **_OF_TEXT, **_OF_YAML, **_OF_FIELDS, **_OF_SEVERAL_FIELDS, **_OF_DATASETS}
)
"""By its stable name, what each rule about records and their files demands."""
