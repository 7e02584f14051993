"""The check of prose: quotations, figures and names of an article held to the official text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from iom_content.checks.prose.article import Article
from iom_content.checks.prose.extract import SYNTAXES
from iom_content.checks.prose.registry import Complaint, Edit, Rule
from iom_content.checks.prose.rules import PROSE_RULES, rules_of
from iom_content.checks.prose.suppression import Suppressions
from iom_content.codec.findings import MAX_FINDINGS, carried, fault, too_many
from iom_content.codec.json_text import text_of
from iom_content.dataset.given import catalog_or_bundled
from iom_content.errors import InvalidData, InvalidValue, shown
from iom_content.model.catalog import Catalog
from iom_content.model.report import Finding, Report, Severity

__all__ = ["MAX_PROSE", "Judged", "check_prose", "judge_prose"]

MAX_PROSE: Final = 5_000_000
"""The longest article that is checked, in code points."""

_LONGEST_EXCERPT: Final = 300
_BOM: Final = "\ufeff"
_NO_OVERRIDES: Final[Mapping[str, Severity | str]] = MappingProxyType({})


class Judged(NamedTuple):
    """A finding, with the edits of the source that mend it."""

    finding: Finding
    edits: tuple[Edit, ...]


def check_prose(
    text: str | bytes,
    *,
    catalog: Catalog | None = None,
    syntax: str = "text",
    rules: Collection[str] | None = None,
    ignore: Collection[str] = (),
    severity: Mapping[str, Severity | str] = _NO_OVERRIDES,
) -> Report:
    """Return what an article quotes, counts or names otherwise than the official text does; never raise on what it says.

    Lines and columns count from 1, columns in code points, a byte order mark not counted. A comment
    `iom-content: ignore[rule]` ignores findings of a rule on its own line and the next.

    Args:
        text: The article: text, or bytes that are UTF-8.
        catalog: The dataset to check against; the bundled one if it is None.
        syntax: `text`, `markdown` (which needs the extra `prose`) or `html`.
        rules: Names of the rules that apply; if it is None, all but those that are off unless named.
        ignore: Names of rules that do not apply.
        severity: Severities of rules, by their names, instead of the rules' own.

    Returns:
        Every finding in reading order.

    Raises:
        NotFound: There is no such syntax or rule.
        InvalidValue: The article is neither text nor bytes, or a severity is none.
        MissingExtra: The syntax is Markdown, and markdown-it-py is not installed.

    Example:
        >>> import iom_content as iom
        >>> article = "IOM says it has 180 member states.\\nIts chief said: \u201cThis is an easy task.\u201d"
        >>> for finding in iom.check_prose(article).findings:
        ...     print(finding.line, finding.column, finding.rule, "-", finding.message)
        1 17 figure-contradicted - 180 (member states) contradicts the official figure
        2 18 quote-altered - the quotation differs from the official text: 'an' for 'no' (negation)
    """
    judged = judge_prose(text, catalog=catalog, syntax=syntax, rules=rules, ignore=ignore, severity=severity)
    return Report(findings=tuple(each.finding for each in judged))


def judge_prose(
    text: str | bytes,
    *,
    catalog: Catalog | None = None,
    syntax: str = "text",
    rules: Collection[str] | None = None,
    ignore: Collection[str] = (),
    severity: Mapping[str, Severity | str] = _NO_OVERRIDES,
) -> tuple[Judged, ...]:
    """Return the findings of `check_prose`, each with the edits that mend it.

    Args:
        text: As for `check_prose`; edits count from behind a byte order mark.
        catalog: As for `check_prose`.
        syntax: As for `check_prose`.
        rules: As for `check_prose`.
        ignore: As for `check_prose`.
        severity: As for `check_prose`.

    Returns:
        The findings in reading order.

    Raises:
        NotFound: As for `check_prose`.
        InvalidValue: As for `check_prose`.
        MissingExtra: As for `check_prose`.

    Example:
        >>> judge_prose("IOM has 180 member states.")[0].edits
        (Edit(start=8, end=11, text='175'),)
    """
    SYNTAXES[syntax]
    applied = rules_of(rules, ignore)
    severities = {PROSE_RULES[name].id: _severity(name, value) for name, value in severity.items()}
    read = _read(text)
    if isinstance(read, Finding):
        return (Judged(read, ()),)
    article = Article(read, syntax, catalog_or_bundled("check_prose", catalog), known_rules=PROSE_RULES)
    return _judged(article, applied, severities)


def _judged(article: Article, applied: Collection[Rule], severities: Mapping[str, Severity]) -> tuple[Judged, ...]:
    suppressions = Suppressions(article)
    found: list[tuple[int, int, Judged]] = []
    for order, rule in enumerate(applied):
        for complaint in rule.check(article):
            place = article.lines.place(complaint.start)
            if not suppressions.holds(rule.id, place[0]):
                found.append((complaint.start, order, Judged(_finding(rule, complaint, place, severities), complaint.edits)))
    found.sort(key=lambda each: each[:2])
    judged = tuple(each for _, _, each in found)
    return judged if len(judged) <= MAX_FINDINGS else (*judged[:MAX_FINDINGS], Judged(too_many(), ()))


def _finding(rule: Rule, complaint: Complaint, place: tuple[int, int], severities: Mapping[str, Severity]) -> Finding:
    excerpt = complaint.excerpt
    return Finding(
        rule=rule.id,
        severity=severities.get(rule.id) or complaint.severity or rule.severity,
        message=carried(complaint.message),
        line=place[0],
        column=place[1],
        excerpt=None
        if excerpt is None
        else carried(excerpt if len(excerpt) <= _LONGEST_EXCERPT else f"{excerpt[: _LONGEST_EXCERPT - 1]}\u2026"),
        expected=complaint.expected,
        hint=complaint.hint,
        link=complaint.link,
    )


def _read(text: object) -> str | Finding:
    """Return the article without a byte order mark, or why it cannot be read."""
    if isinstance(text, bytes):
        try:
            text = text_of(text.removeprefix(_BOM.encode()))
        except InvalidData as error:
            # What holds nothing is an article without faults.
            return "" if error.findings[0].rule == "empty" else error.findings[0]
    if not isinstance(text, str):
        raise InvalidValue("check_prose", "/text", "text or bytes", shown(type(text).__name__))
    if len(text) > MAX_PROSE:
        return fault("too-large", f"longer than {MAX_PROSE} code points", hint="split it")
    return text.removeprefix(_BOM)


def _severity(rule: str, value: object) -> Severity:
    try:
        return Severity(value)  # type: ignore[arg-type]
    except ValueError:
        raise InvalidValue("check_prose", f"/severity/{rule}", f"one of {', '.join(Severity)}", shown(str(value))) from None
