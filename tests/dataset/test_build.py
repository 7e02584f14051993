"""From captured bytes and decisions to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import iom_content as iom
from iom_content.dataset.build import build

ROOT = Path(str(iom.data_files()))


def raw() -> dict[str, bytes]:
    """Return what the bundled dataset is made from."""
    names = ["decisions.toml", "CHANGES.md", "captures/sdg-summit-statement.txt"]
    return {name: (ROOT / name).read_bytes() for name in names}


def decided(before: str, after: str) -> dict[str, bytes]:
    """Return the same with the decisions changed in one place."""
    text = raw()["decisions.toml"].decode()
    assert before in text
    return raw() | {"decisions.toml": text.replace(before, after, 1).encode()}


def test_every_shipped_file_is_what_building_gives() -> None:
    """Raw and decided files give the shipped files byte for byte; repair with `python3 tools/build_dataset.py`."""
    shipped = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in ROOT.rglob("*") if path.is_file()}
    assert build(raw()) == shipped


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('version = "2026.11.0"', "", "missing version"),
        ("[rights]", "[right]", "unknown right"),
        ('basis = "official"', 'basis = "hearsay"', "basis must be one of official, inferred, secondary"),
        ('basis = "official"', "", "basis must be one of"),
        ('reason = "References only', 'raison = "References only', "unknown raison missing reason"),
        ('field = "category"', 'field = "blocks"', "blocks is no field that a decision may set"),
        ('field = "website"', 'field = "sections"', "sections is no field that a decision may set"),
        ('captured = "Director General"', 'captured = "Director-General of"', "does not stand in document"),
        ('name = "SDG Summit"\ncaptured', 'name = "SDG Peak"\ncaptured', "'SDG Peak' does not stand"),
        ('organization = "iom"\nlanguage = "zh"', 'organization = "oim"\nlanguage = "zh"', "no capture holds organization 'oim'"),
        ('file = "captures/sdg', 'file = "captures/gds', "missing"),
        ('sha256 = "4e', 'sha256 = "5e', "its SHA-256 is 4e89"),
        ("[rights]", "[rights", "decisions.toml"),
    ],
)
def test_a_decision_that_fits_nothing_is_refused(before: str, after: str, complaint: str) -> None:
    """Malformed, unfounded and idle decisions are errors that name what is wrong; none is silently lost."""
    with pytest.raises(iom.DatasetError, match=complaint.replace("(", r"\(")):
        build(decided(before, after))


def test_a_statement_decision_needs_its_statement() -> None:
    """Facts decided for a statement that no capture holds are refused."""
    text = (
        raw()["decisions.toml"]
        .decode()
        .replace('\nstatement = "sdg-summit-statement-iom-director-general"\nfield = "url"', '\nstatement = "other"\nfield = "url"')
    )
    with pytest.raises(iom.DatasetError, match="no capture holds statement 'other'"):
        build(raw() | {"decisions.toml": text.encode()})


def test_decisions_must_be_text() -> None:
    """Bytes that are not UTF-8 are refused."""
    with pytest.raises(iom.DatasetError, match=r"decisions\.toml"):
        build(raw() | {"decisions.toml": b"\xff"})


def test_a_decided_value_must_satisfy_its_constraint() -> None:
    """The same constraints hold for decided values as for captured ones."""
    with pytest.raises(iom.InvalidValue, match="language"):
        build(decided('language = "zh"', 'language = "Chinese language"'))


def test_a_page_without_a_statement_can_be_held() -> None:
    """A capture that holds no statement becomes a document; the manifest names no source page for it."""
    page = b"Displaying 1 - 2 of 2\nOne\nTwo"
    from iom_content.model.digest import sha256_hex

    head = 'version = "1"\ntitle = "t"\ndescription = "d"\n[[captures]]\nfile = "captures/a.txt"\nreason = "r"\n'
    decisions = f'{head}sha256 = "{sha256_hex(page)}"\n'
    files = build({"decisions.toml": decisions.encode(), "CHANGES.md": b"", "captures/a.txt": page})
    assert sorted(files) == sorted(
        ["CHANGES.md", "captures/a.txt", "datapackage.json", "decisions.toml", f"documents/{sha256_hex(page)[:12]}.json", "terms.json"]
    )
    manifest = json.loads(files["datapackage.json"])
    assert (manifest["sources"], manifest["rights"]) == ([], None)
