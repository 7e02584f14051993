"""What a project asks of the check of prose: the table `[tool.iom-content]` of its pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import attrs

from iom_content.checks.prose.rules import PROSE_RULES
from iom_content.codec.findings import carried, excerpt_of, fault
from iom_content.codec.plain import is_array, is_object
from iom_content.model.catalog import Lookup
from iom_content.model.report import Finding, Severity

__all__ = ["Settings", "joined", "settings_of"]

_POINTER: Final = "/tool/iom-content"
_HEADER: Final = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?iom-content[\"']?[ \t]*[\].]", re.MULTILINE)
_OTHER_HEADER: Final = re.compile(
    r"^[ \t]*\[(?![ \t]*tool[ \t]*\.[ \t]*[\"']?iom-content[\"']?[ \t]*[\].])\[?[\w\"'. \t-]+\]", re.MULTILINE
)
_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_KEYS: Final[Lookup[str]] = Lookup(
    "key",
    {
        "rules": "an array of names of rules",
        "ignore": "an array of names of rules",
        "severity": "a table of rules, each with error, warning or info",
    },
)
_SEVERITIES: Final[Lookup[Severity]] = Lookup("severity", {each.value: each for each in Severity})


class Settings(NamedTuple):
    """Which rules apply, and how much they weigh."""

    rules: tuple[str, ...] | None = None
    """Names of the rules that apply; None for all that are on."""
    ignore: tuple[str, ...] = ()
    """Names of the rules that do not apply."""
    severity: Mapping[str, Severity] = MappingProxyType({})
    """Severities instead of the rules' own."""


def settings_of(text: str, file: str = "pyproject.toml") -> tuple[Settings, tuple[Finding, ...]]:
    """Return what a pyproject.toml asks for, and what is wrong with that; what is wrong counts as not said.

    Args:
        text: The text of the file.
        file: What findings call it.

    Example:
        >>> settings, findings = settings_of('[tool.iom-content]\\nignroe = []\\nseverity = {name-variant = "info"}')
        >>> dict(settings.severity)
        {'name-variant': <Severity.INFO: 'info'>}
        >>> print(findings[0])
        pyproject.toml, line 2 (/tool/iom-content/ignroe): unknown key 'ignroe'; did you mean 'ignore'?
    """
    reader = _Reader(text)
    settings = reader.settings()
    return settings, tuple(attrs.evolve(each, file=carried(file)) for each in reader.findings)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self.findings: list[Finding] = []

    def settings(self) -> Settings:
        table = self._table()
        for key in table:
            if key not in _KEYS:
                self._unknown("key", key, f"{_POINTER}/{_escaped(key)}", _KEYS)
        severity = dict(self._severities(table.get("severity", {})))
        rules = self._names("rules", table["rules"]) if "rules" in table else None
        return Settings(rules, self._names("ignore", table.get("ignore", [])), MappingProxyType(severity))

    def _table(self) -> dict[str, Any]:
        try:
            data: Any = tomllib.loads(self._text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self._refuse(error)
            return {}
        for key in ("tool", "iom-content"):
            data = data.get(key, {})
            if not is_object(data):
                self._add("type", f"expected a table, found {excerpt_of(data)}", _POINTER, None)
                return {}
        table: dict[str, Any] = data
        return table

    def _refuse(self, error: Exception) -> None:
        words = str(error)
        place = _PLACE.search(words)
        at = (int(place[1]), int(place[2])) if place and place[1] else None
        message = f"no TOML: {_PLACE.sub('', words)}"
        self.findings.append(fault("syntax", message, place=at))

    def _names(self, key: str, value: Any) -> tuple[str, ...]:
        pointer = f"{_POINTER}/{key}"
        if not is_array(value):
            self._add("type", f"expected {_KEYS[key]}, found {excerpt_of(value)}", pointer, key)
            return ()
        names: list[str] = []
        for number, name in enumerate(value):
            if isinstance(name, str) and name in PROSE_RULES:
                names.append(name)
            else:
                self._unknown("rule", name, f"{pointer}/{number}", PROSE_RULES)
        return tuple(names)

    def _severities(self, value: Any) -> Iterator[tuple[str, Severity]]:
        pointer = f"{_POINTER}/severity"
        if not is_object(value):
            self._add("type", f"expected {_KEYS['severity']}, found {excerpt_of(value)}", pointer, "severity")
            return
        for name, severity in value.items():
            below = f"{pointer}/{_escaped(name)}"
            if name not in PROSE_RULES:
                self._unknown("rule", name, below, PROSE_RULES)
            elif isinstance(severity, str) and severity in _SEVERITIES:
                yield name, _SEVERITIES[severity]
            else:
                self._unknown("severity", severity, below, _SEVERITIES)

    def _unknown(self, what: str, name: Any, pointer: str, known: Lookup[Any]) -> None:
        near = known.near(name)
        hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(known)}"
        self._add(f"unknown-{what}", f"unknown {what} {excerpt_of(name)}", pointer, name if isinstance(name, str) else None, hint)

    def _add(self, rule: str, message: str, pointer: str, told: str | None, hint: str | None = None) -> None:
        line = None if told is None else self._line(told)
        finding = fault(rule, message, pointer=pointer, hint=hint)
        self.findings.append(attrs.evolve(finding, line=line))

    def _line(self, told: str) -> int | None:
        """Return the first line of the project's tables that holds a key or a name."""
        for header in _HEADER.finditer(self._text):
            other = _OTHER_HEADER.search(self._text, header.end())
            end = other.start() if other else len(self._text)
            found = re.compile(rf"(?<![\w-]){re.escape(told)}(?![\w-])").search(self._text, header.end(), end)
            if found:
                return self._text.count("\n", 0, found.start()) + 1
        return None


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def joined(settings: Settings, rules: Sequence[str] | None, ignore: Sequence[str]) -> Settings:
    """Return settings with what somebody asks for on top: other rules instead, further ones ignored.

    Args:
        settings: What is asked for so far.
        rules: Names of the rules that apply; None for those of the settings.
        ignore: Names of further rules that do not apply.

    Example:
        >>> joined(Settings(ignore=("name-variant",)), None, ["quote-cropped"]).ignore
        ('name-variant', 'quote-cropped')
    """
    if rules is not None:
        # Who names a rule wants it, whatever the project ignores.
        return settings._replace(rules=tuple(rules), ignore=tuple(ignore))
    return settings._replace(ignore=(*settings.ignore, *ignore))
