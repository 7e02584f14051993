"""What a project asks for in its pyproject.toml: read strictly, and never in the way of the check."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.checks.prose.settings import Settings, joined, settings_of


def test_the_table_is_read() -> None:
    """Rules, rules ignored, severities; all else in the file is other people's."""
    text = (
        '[tool.other]\nignore = 5\n\n[tool.iom-content]\nrules = ["name-variant"]\nignore = ["quote-cropped"]\n'
        '[tool.iom-content.severity]\nname-variant = "error"\n'
    )
    settings, findings = settings_of(text)
    assert findings == ()
    assert (settings.rules, settings.ignore) == (("name-variant",), ("quote-cropped",))
    assert dict(settings.severity) == {"name-variant": iom.Severity.ERROR}


@pytest.mark.parametrize("text", ["", "[tool]", "[tool.iom-content]", "[project]\nname = 'a'"])
def test_nothing_is_asked_for(text: str) -> None:
    """Then all rules apply that are on."""
    assert settings_of(text) == (Settings(), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.iom-content]\n\nrulse = []", ("unknown-key", "/tool/iom-content/rulse", 3, "did you mean 'rules'?")),
        ("[tool.iom-content]\nzzz = []", ("unknown-key", "/tool/iom-content/zzz", 2, "known: rules, ignore, severity")),
        ("[tool.iom-content]\n'a/b~' = 1", ("unknown-key", "/tool/iom-content/a~1b~0", 2, "known: rules, ignore, severity")),
        ("[tool.x]\nrules = 1\n[tool.iom-content]\nrules = 'name-variant'", ("type", "/tool/iom-content/rules", 4, None)),
        (
            "[tool.iom-content]\nignore = [\n  'quote-cropped',\n  'name-varient',\n]",
            ("unknown-rule", "/tool/iom-content/ignore/1", 4, "did you mean 'name-variant'?"),
        ),
        ("[tool.iom-content]\nignore = [5]", ("unknown-rule", "/tool/iom-content/ignore/0", 2, None)),
        ("[tool.iom-content]\nseverity = 'info'", ("type", "/tool/iom-content/severity", 2, None)),
        (
            "[tool.iom-content.severity]\nname-varient = 'info'",
            ("unknown-rule", "/tool/iom-content/severity/name-varient", 2, "did you mean 'name-variant'?"),
        ),
        (
            "[tool.iom-content.severity]\nname-variant = 'eror'",
            ("unknown-severity", "/tool/iom-content/severity/name-variant", 2, "did you mean 'error'?"),
        ),
        (
            "[tool.iom-content]\nseverity.name-variant = 1",
            ("unknown-severity", "/tool/iom-content/severity/name-variant", 2, "known: error, warning, info"),
        ),
        ("tool.iom-content.rulse = []", ("unknown-key", "/tool/iom-content/rulse", 1, "did you mean 'rules'?")),
        ("[tool]\niom-content = { rulse = [] }", ("unknown-key", "/tool/iom-content/rulse", 2, "did you mean 'rules'?")),
        ("[tool]\niom-content = 5", ("type", "/tool/iom-content", None, None)),
        ("tool = 5", ("type", "/tool/iom-content", None, None)),
        ("a = \nb", ("syntax", "", 1, None)),
        ("a = [", ("syntax", "", 1, None)),
        ("a = " + "[" * 5000, ("syntax", "", None, None)),
    ],
)
def test_what_is_wrong_is_a_finding(text: str, expected: tuple[str, str, int | None, str | None]) -> None:
    """With pointer, line and what was meant; it counts as not said."""
    settings, (finding,) = settings_of(text, "a.toml")
    assert (finding.rule, finding.pointer, finding.line) == expected[:3]
    assert finding.severity is iom.Severity.ERROR
    assert finding.file == "a.toml"
    if expected[3] is not None:
        assert finding.hint == expected[3]
    assert dict(settings.severity) == {}
    assert not settings.rules
    assert settings.ignore in ((), ("quote-cropped",))


def test_the_caller_goes_before_the_project() -> None:
    """Rules it names apply whatever the project ignores; what it ignores comes on top."""
    project = Settings(("name-variant",), ("quote-altered",))
    assert joined(project, None, ["figure-stale"]) == Settings(("name-variant",), ("quote-altered", "figure-stale"))
    assert joined(project, ["quote-altered"], ["figure-stale"]) == Settings(("quote-altered",), ("figure-stale",))


def test_the_line_is_that_of_whichever_table_holds_the_name() -> None:
    """Also where the first of them does not."""
    _, (finding,) = settings_of('[tool.iom-content]\nignore = []\n[tool.x]\n[tool.iom-content.severity]\nno-such-rule = "error"\n')
    assert (finding.rule, finding.line) == ("unknown-rule", 5)


def test_places_are_those_of_the_very_key_or_name() -> None:
    """Not of a comment, nor of the same name elsewhere; columns count from 1."""
    text = """\
[tool.iom-content]  # rulse
# rulse is what rules were called
rulse = "#" # rulse
rules = ["quote-altered", "quote-alter"]
ignore = ["quote-alter", 5]
severity = { name-variant = "eror", 'name-varients' = "info" }
"""
    _, findings = settings_of(text)
    assert sorted((each.pointer.removeprefix("/tool/iom-content/"), each.line, each.column) for each in findings) == [
        ("ignore/0", 5, 12),
        ("ignore/1", 5, 1),
        ("rules/1", 4, 28),
        ("rulse", 3, 1),
        ("severity/name-variant", 6, 30),
        ("severity/name-varients", 6, 38),
    ]
