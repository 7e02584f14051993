"""The rules of prose: one registry of small functions, each with what it complains of and an example of both kinds."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from iom_content.checks.prose.figure_rules import contradicted_figures, stale_figures
from iom_content.checks.prose.name_rules import variant_names
from iom_content.checks.prose.quotation_rules import altered_quotations, cropped_quotations, faithful_quotations, unknown_quotations
from iom_content.checks.prose.registry import Rule
from iom_content.checks.prose.suppression import unknown_suppressions
from iom_content.model.catalog import Lookup
from iom_content.model.report import Severity

__all__ = ["PROSE_RULES", "rules_of"]

PROSE_RULES: Final[Lookup[Rule]] = Lookup(
    "rule",
    {
        rule.id: rule
        for rule in (
            Rule(
                "quote-altered",
                Severity.ERROR,
                "A quotation near the official words does not differ from them.",
                "Quotations of three words or more, whoever is said to speak. What quotation practice permits is no "
                "difference: other quotation marks, an ellipsis that hides nothing, words added in square brackets. A warning"
                " where only spelling or inner punctuation differ.",
                "IOM said: \u201cThis is an easy task.\u201d",
                "IOM said: \u201cThis is no easy task.\u201d",
                altered_quotations,
            ),
            Rule(
                "quote-unknown",
                Severity.WARNING,
                "A quotation of the organization or its head stands in an official text.",
                "Only where the organization, its head or a statement of theirs is said to speak. An info where no text of "
                "the quotation\u2019s language is held, so that nothing can be said of it.",
                "IOM said: \u201cThe ferries will always sail on time.\u201d",
                "The harbour master said: \u201cThe ferries will always sail on time.\u201d",
                unknown_quotations,
            ),
            Rule(
                "quote-cropped",
                Severity.WARNING,
                "A quotation does not start right behind a word that turns its sense.",
                "Exact words, in front of which the official text has a negation, a number or a modal in the same unit; not "
                "where the article itself says that word.",
                "IOM called it an \u201ceasy task\u201d.",
                "IOM called it \u201cno easy task\u201d.",
                cropped_quotations,
            ),
            Rule(
                "quote-faithful",
                Severity.INFO,
                "A quotation is verbatim or faithful, and here is where it stands.",
                "Off unless it is asked for by name; it lists what was verified.",
                "IOM said: \u201cThis is no easy task.\u201d",
                "IOM said: \u201cThe ferries will always sail on time.\u201d",
                faithful_quotations,
                on=False,
            ),
            Rule(
                "figure-contradicted",
                Severity.WARNING,
                "A number said of the organization agrees with the official one.",
                "Member states, countries of presence and the year of founding, in digits or words, with or without words "
                "such as \u2018more than\u2019. The organization must be named before the number in its sentence, or be the "
                "subject of the one before; a number for a date that the catalog does not know is left alone.",
                "IOM has 180 member states.",
                "IOM has 175 member states.",
                contradicted_figures,
            ),
            Rule(
                "figure-stale",
                Severity.WARNING,
                "A number said of the organization is the one of today, or is dated.",
                "As `figure-contradicted`, where the number was true at another date that the catalog knows.",
                "IOM has 173 member states.",
                "In November 2019, IOM had 173 member states.",
                stale_figures,
            ),
            Rule(
                "name-variant",
                Severity.WARNING,
                "An official name is written as it is.",
                "The wrong forms that the catalog\u2019s terms list, a serial comma that the name lacks, and both with the spelling "
                "of the other side of the Atlantic, in texts of the "
                "name\u2019s language; used and mentioned alike. Official short forms are right.",
                "Cities follow the Global Migration Compact.",
                "Cities follow the Global Compact for Migration.",
                variant_names,
            ),
            Rule(
                "suppression-unknown",
                Severity.WARNING,
                "A comment that ignores findings names rules that exist.",
                "A comment `iom-content: ignore[rule]`, or in plain text any line that says so, ignores findings of that rule on its "
                "own line and the next; several rules are parted by commas.",
                "iom-content: ignore[quote-altred]",
                "iom-content: ignore[quote-altered]",
                unknown_suppressions,
            ),
        )
    },
)
"""The rules by their names; a miss raises `NotFound` with near names."""


def rules_of(rules: Collection[str] | None, ignore: Collection[str]) -> tuple[Rule, ...]:
    """Return the rules that apply, in the order of the registry.

    Args:
        rules: Names of those that apply; None for all that are on.
        ignore: Names of those that do not.

    Raises:
        NotFound: One of the names is none.

    Example:
        >>> [rule.id for rule in rules_of(["name-variant", "quote-faithful"], ["name-variant"])]
        ['quote-faithful']
    """
    wanted = {rule.id for rule in PROSE_RULES.values() if rule.on} if rules is None else {PROSE_RULES[name].id for name in rules}
    wanted -= {PROSE_RULES[name].id for name in ignore}
    return tuple(rule for name, rule in PROSE_RULES.items() if name in wanted)
