"""Workflow commands of GitHub Actions: one annotation a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iom_content.model.report import Finding, Severity
from iom_content.serializers.complaints import findings_of, sentence
from iom_content.serializers.format import Format
from iom_content.serializers.wording import visible

if TYPE_CHECKING:
    from iom_content.model.catalog import Catalog

__all__ = ["FORMAT", "dumps", "loads"]

loads: Final = None

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def dumps(value: object, *, catalog: Catalog | None = None) -> str:
    """Return a report as workflow commands, which become annotations of the lines that its findings name.

    Nothing in a finding can begin another command or end its own: percent signs, line ends, and in properties colons and
    commas, are escaped as the runner reads them back.

    Args:
        value: A report, a finding, or a tuple of them.
        catalog: Not used: a report quotes too little to need a line of rights.

    Returns:
        One line a finding; nothing at all where there is none.

    Raises:
        UnsupportedValue: The value is of another class.

    Example:
        >>> import iom_content as iom
        >>> print(dumps(iom.Finding(rule="missing", message="missing key 'title'", file="a,b.json", line=2, column=1)), end="")
        ::error file=a%2Cb.json,line=2,col=1,title=missing::missing key 'title'
    """
    del catalog
    return "".join(f"{_command(finding)}\n" for finding in findings_of(value, "github"))


def _command(finding: Finding) -> str:
    properties = {"file": finding.file, "line": finding.line, "col": finding.column, "title": _title(finding)}
    told = ",".join(f"{name}={_property(str(each))}" for name, each in properties.items() if each)
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(sentence(finding))}"


def _title(finding: Finding) -> str:
    return f"{finding.rule} {finding.pointer}" if finding.pointer else finding.rule


def _data(text: str) -> str:
    # What is visible has no line ends left; they are escaped all the same, since here they would be commands.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


FORMAT: Final = Format(
    name="github",
    media_type="text/x-github-workflow-commands",
    suffix=".github.txt",
    dumps=dumps,
    loads=loads,
    reports_only=True,
)
