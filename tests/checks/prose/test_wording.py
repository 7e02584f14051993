"""What a finding says, whole: message, excerpt, what would be right, hint and link."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.model.report import Finding

PAGE = "https://www.iom.int/speeches/sdg-summit-statement-iom-director-general"
NOW = {"expected": "175", "hint": "write 175, or name the date for which the number holds", "link": PAGE}


@pytest.mark.parametrize(
    ("article", "finding"),
    [
        (
            "IOM has 171 Member States.",
            {"rule": "figure-contradicted", "message": "171 (member states) contradicts the official figure", "excerpt": "171", **NOW},
        ),
        (
            "IOM has 166 Member States.",
            {
                "rule": "figure-stale",
                "message": "166 (member states) was true at another date (2016), and is no more",
                "excerpt": "166",
                **NOW,
            },
        ),
        (
            "IOM has nearly 200 Member States.",
            {
                "rule": "figure-contradicted",
                "message": "nearly 200 (member states) contradicts the official figure",
                "excerpt": "nearly 200",
                **NOW,
            },
        ),
        (
            "IOM had 170 Member States in 2016.",
            {
                "rule": "figure-contradicted",
                "message": "170 (member states for 2016) contradicts the official figure",
                "excerpt": "170",
                "expected": "166 (as of 2016)",
                "hint": "write 166 (as of 2016), or name the date for which the number holds",
            },
        ),
        (
            "The International Organization of Migration moved.",
            {
                "rule": "name-variant",
                "message": "'International Organization of Migration' is not the official name",
                "excerpt": "International Organization of Migration",
                "expected": "International Organization for Migration",
                "hint": "write International Organization for Migration",
            },
        ),
        (
            "IOM said: \u201cThis is an easy task.\u201d",
            {
                "rule": "quote-altered",
                "severity": iom.Severity.ERROR,
                "message": "the quotation differs from the official text: 'an' for 'no' (negation)",
                "excerpt": "This is an easy task.",
                "expected": "This is no easy task.",
                "hint": "the official words are: This is no easy task.",
                "link": f"{PAGE}#:~:text=This%20is%20no%20easy%20task.",
            },
        ),
        (
            "IOM called it an \u201ceasy task\u201d.",
            {
                "rule": "quote-cropped",
                "message": "the quotation starts right behind a negation of the official text",
                "excerpt": "easy task",
                "expected": "This is no easy task",
                "hint": "the official words go: \u2026 This is no easy task",
                "link": f"{PAGE}#:~:text=easy%20task",
            },
        ),
        (
            "IOM said: \u201cThe ferries will always sail on time.\u201d",
            {
                "rule": "quote-unknown",
                "message": "the quotation is attributed to the organization, but stands in none of its texts in this dataset",
                "excerpt": "The ferries will always sail on time.",
                "hint": "quote the words of an official text, or name the source that has them",
            },
        ),
    ],
    ids=lambda value: value["rule"] if isinstance(value, dict) else "",
)
def test_a_finding_says_what_where_and_how_to_mend_it(article: str, finding: dict[str, str]) -> None:
    """One finding, to the letter."""
    (found,) = iom.check_prose(article).findings
    start = article.index(finding["excerpt"])
    whole = {"severity": iom.Severity.WARNING, "line": 1, "column": start + 1, **finding}
    assert found == Finding(**whole)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("article", "excerpts"),
    [
        # A number that may be a year is none of a figure, from the first to the last year that may be meant.
        ("IOM has 2100 Member States.", []),
        ("IOM has 2101 Member States.", ["2101"]),
        # Text that links leave is read on; an address within the text is not.
        ("[IOM](https://boats.example/a) has [171](https://boats.example/b) Member States", ["171"]),
        ("IOM[has](https://boats.example/a)171 Member States.", []),
    ],
)
def test_numbers_are_read_as_readers_read_them(article: str, excerpts: list[str]) -> None:
    """Years, links and what stands around them."""
    assert [finding.excerpt for finding in iom.check_prose(article, syntax="markdown").findings] == excerpts


@pytest.mark.parametrize(
    ("article", "excerpts"),
    [
        ("He met the International Organisation of Migration.", ["International Organisation of Migration"]),
        ("He met the International Organisation for Migration.", ["International Organisation for Migration"]),
        ("He met the International Organization for Migration.", []),
        ("The organisation of migration is hard.", []),
        ("L\u2019Organisation internationale pour les migrations est l\u00e0.", []),
    ],
)
def test_names_are_wrong_in_either_spelling(article: str, excerpts: list[str]) -> None:
    """`-isation` for `-ization` makes no other name of a wrong one, and a wrong one of the official one."""
    assert [finding.excerpt for finding in iom.check_prose(article).findings] == excerpts
