"""check_prose: what it takes, what it answers, what it never does."""

from __future__ import annotations

import sys
from typing import Any

import pytest

import iom_content as iom
from iom_content.checks.prose import check as module
from iom_content.checks.prose.check import MAX_PROSE, check_prose

ALTERED = "IOM said: “This is an easy task.”"
STALE = "IOM has 173 member states."


def told(report: iom.Report) -> list[tuple[str, int | None, int | None]]:
    """Return rule, line and column of each finding."""
    return [(finding.rule, finding.line, finding.column) for finding in report.findings]


def test_findings_are_in_reading_order_with_all_they_know() -> None:
    """Rule, severity, place, excerpt, official words, hint and link."""
    first, second = check_prose(f"{STALE}\n\n{ALTERED}").findings
    assert second == iom.Finding(
        rule="quote-altered",
        severity=iom.Severity.ERROR,
        message="the quotation differs from the official text: 'an' for 'no' (negation)",
        line=3,
        column=12,
        excerpt="This is an easy task.",
        expected="This is no easy task.",
        hint="the official words are: This is no easy task.",
        link=second.link,
    )
    assert second.link is not None
    assert second.link.startswith("https://www.iom.int/speeches/sdg-summit-statement-iom-director-general#:~:text=")
    assert (first.rule, first.severity, first.line, first.column, first.excerpt) == (
        "figure-stale",
        iom.Severity.WARNING,
        1,
        9,
        "173",
    )
    assert (first.expected, first.link) == ("175", "https://www.iom.int/speeches/sdg-summit-statement-iom-director-general")


@pytest.mark.parametrize("text", ["", " \n\t", b"", b" \r\n", "\ufeff", b"\xef\xbb\xbf", "\u00a0", "\u00a0".encode()])
@pytest.mark.parametrize("syntax", ["text", "markdown", "html"])
def test_nothing_is_no_fault(text: str | bytes, syntax: str) -> None:
    """Empty articles and blank ones are ok."""
    assert check_prose(text, syntax=syntax) == iom.Report()


def test_bytes_are_utf_8() -> None:
    """As text is, byte order mark or not; else there is one finding with its place."""
    expected = told(check_prose(ALTERED))
    assert expected == [("quote-altered", 1, 12)]
    for text in (ALTERED.encode(), f"\ufeff{ALTERED}", ALTERED.encode("utf-8-sig")):
        assert told(check_prose(text)) == expected
    (finding,) = check_prose(b"one\ntw\xe9").findings
    assert (finding.rule, finding.severity, finding.line, finding.column) == ("encoding", iom.Severity.ERROR, 2, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_every_way(end: str) -> None:
    """Line and column are the same."""
    text = f"One.{end}{end}Two: {STALE}{end}"
    for syntax in ("text", "markdown", "html"):
        assert told(check_prose(text, syntax=syntax)) == [("figure-stale", 3, 14)]


def test_columns_count_code_points() -> None:
    """Whatever lies beyond the basic plane."""
    assert told(check_prose(f"🚢🚢 {STALE}")) == [("figure-stale", 1, 12)]


def test_rules_are_chosen_ignored_and_weighed() -> None:
    """By name."""
    text = f"{STALE}\n\n{ALTERED}"
    assert told(check_prose(text, rules=["figure-stale"])) == [("figure-stale", 1, 9)]
    assert told(check_prose(text, ignore=["figure-stale"])) == [("quote-altered", 3, 12)]
    assert check_prose(text, rules=[]) == iom.Report()
    report = check_prose(text, severity={"figure-stale": "info", "quote-altered": iom.Severity.INFO})
    assert report.ok
    assert [finding.severity for finding in report.findings] == [iom.Severity.INFO] * 2
    slight = "IOM said: “Lets act now, with migrants, for the benefit of all”"
    assert [finding.severity for finding in check_prose(slight).findings] == [iom.Severity.WARNING]
    assert [finding.severity for finding in check_prose(slight, severity={"quote-altered": "error"}).findings] == [iom.Severity.ERROR]


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"syntax": "markdwon"}, iom.NotFound, "no syntax 'markdwon'; did you mean 'markdown'?"),
        ({"rules": ["none"]}, iom.NotFound, "no rule 'none'"),
        ({"ignore": ["quote-altred"]}, iom.NotFound, "did you mean 'quote-altered'"),
        ({"severity": {"quote-altred": "info"}}, iom.NotFound, "did you mean 'quote-altered'"),
        ({"severity": {"name-variant": "bad"}}, iom.InvalidValue, "/severity/name-variant: expected one of error, warning, info"),
        ({"text": 5}, iom.InvalidValue, "check_prose/text: expected text or bytes, found 'int'"),
    ],
)
def test_wrong_arguments_are_errors(options: dict[str, Any], error: type[Exception], words: str) -> None:
    """They are the caller's, not the article's."""
    with pytest.raises(error) as caught:
        check_prose(**{"text": "A", **options})
    assert words in str(caught.value)


def test_an_article_has_a_longest_length() -> None:
    """It is named in the finding."""
    assert check_prose(" " * MAX_PROSE) == iom.Report()
    (finding,) = check_prose(" " * (MAX_PROSE + 1)).findings
    assert (finding.rule, finding.message) == ("too-large", f"longer than {MAX_PROSE} code points")


def test_findings_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more says that there are more."""
    monkeypatch.setattr(module, "MAX_FINDINGS", 3)
    assert len(check_prose(f"{STALE}\n\n" * 3).findings) == 3
    findings = check_prose(f"{STALE}\n\n" * 4).findings
    assert [finding.rule for finding in findings] == ["figure-stale"] * 3 + ["too-many"]


def test_long_excerpts_are_shortened() -> None:
    """What a reader needs to find the place is left."""
    words = "ferry " * 200
    (finding,) = check_prose(f"IOM said: “{words}”").findings
    assert finding.rule == "quote-unknown"
    assert finding.excerpt is not None
    assert len(finding.excerpt) == 300
    assert finding.excerpt.endswith("…")


def test_halves_of_surrogate_pairs_are_carried() -> None:
    """Reports of them can be written."""
    report = check_prose(f"\ud800 {STALE} \udfff IOM said: “a \ud800 b c d”\n\niom-content: ignore[\ud800]")
    assert [finding.rule for finding in report.findings] == ["figure-stale", "suppression-unknown"]
    assert iom.dumps(report).encode()


@pytest.mark.parametrize(
    ("text", "syntax", "rules"),
    [
        ("<!-- iom-content: ignore[figure-stale] -->\nIOM has 173 member states.", "markdown", []),
        ("IOM has 173 member states. <!-- iom-content: ignore[figure-stale] -->", "markdown", []),
        ("<!-- iom-content: ignore[figure-stale] -->\n\nIOM has 173 member states.", "markdown", ["figure-stale"]),
        ("IOM has 173 member states.\n<!-- iom-content: ignore[figure-stale] -->", "html", ["figure-stale"]),
        ("<!--\n iom-content: ignore[ figure-stale , quote-altered ]\n because\n--><p>IOM has 173 member states.</p>", "html", []),
        ("<!-- iom-content: ignore[quote-altered] --><p>IOM has 173 member states.</p>", "html", ["figure-stale"]),
        ("# iom-content: ignore[figure-stale]\nIOM has 173 member states.", "text", []),
        ("IOM-Content: Ignore[figure-stale] IOM has 173 member states.", "text", ["figure-stale"]),
        ("iom-content: ignore[none, figure-stale]\nIOM has 173 member states.", "text", ["suppression-unknown"]),
        ("iom-content: ignore\nIOM has 173 member states.", "text", ["suppression-unknown", "figure-stale"]),
        ("iom-content: ignore[]\nIOM has 173 member states.", "text", ["suppression-unknown", "figure-stale"]),
        ("iom-content: ignored\nIOM has 173 member states.", "text", ["figure-stale"]),
        ("`iom-content: ignore[figure-stale]`\nIOM has 173 member states.", "markdown", ["figure-stale"]),
    ],
)
def test_comments_ignore_findings(text: str, syntax: str, rules: list[str]) -> None:
    """Of the rules they name, on their line and the next; a name that is no rule is a finding."""
    assert [finding.rule for finding in check_prose(text, syntax=syntax).findings] == rules


def test_an_unknown_rule_in_a_comment_has_its_place() -> None:
    """And the rule that was meant, where one is near."""
    text = "iom-content: ignore[name-variant, name-varient]\n\niom-content: ignore[x]\n\niom-content: ignore"
    near, far, none = check_prose(text).findings
    assert (near.line, near.column, near.hint) == (1, 35, "did you mean 'name-variant'?")
    assert (far.line, far.column, far.hint) == (3, 21, "write iom-content: ignore[rule]")
    assert (none.line, none.column, none.message) == (5, 1, "the comment names no rule to ignore")


def test_markdown_needs_its_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the error names the extra; the other syntaxes do without."""
    for name in [*sys.modules]:
        if name.partition(".")[0] == "markdown_it" or name in ("iom_content.checks.prose.markdown", "iom_content.checks.prose.watched"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    assert told(check_prose(STALE, syntax="html")) == [("figure-stale", 1, 9)]
    with pytest.raises(iom.MissingExtra) as caught:
        check_prose(STALE, syntax="markdown")
    assert "iom-content[prose]" in str(caught.value)


def test_another_catalog_has_other_truths() -> None:
    """Its own figures, terms and texts; an empty one knows nothing wrong."""
    text = f"{STALE}\n\n{ALTERED}\n\nThe Global Migration Compact."
    report = check_prose(text, catalog=iom.Catalog())
    assert {finding.rule for finding in report.findings} <= {"quote-unknown"}
    term = iom.Term(id="ferry", name="Harbour Ferry", language="en", wrong_forms=("Port Ferry",))
    catalog = iom.Catalog(terms=iom.Lookup("term", {"ferry": term}))
    assert told(check_prose("We took the Port Ferry, no port ferry.", catalog=catalog)) == [("name-variant", 1, 13)]
