"""What a project asks of the check of prose: the table `[tool.iom-content]` of its pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import attrs

from iom_content.checks.prose.rules import PROSE_RULES
from iom_content.codec.findings import carried, excerpt_of, fault
from iom_content.codec.places import Lines
from iom_content.codec.plain import is_array, is_object
from iom_content.model.catalog import Lookup
from iom_content.model.partition import escaped
from iom_content.model.report import Finding, Severity

__all__ = ["Settings", "joined", "settings_of"]

_POINTER: Final = "/tool/iom-content"
_HEADER: Final = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?iom-content[\"']?[ \t]*[\].]", re.MULTILINE)
_OTHER_HEADER: Final = re.compile(
    r"^[ \t]*\[(?![ \t]*tool[ \t]*\.[ \t]*[\"']?iom-content[\"']?[ \t]*[\].])\[?[\w\"'. \t-]+\]", re.MULTILINE
)
_COMMENT: Final = re.compile(r"""(\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')|#[^\n]*""", re.DOTALL)
_MENTION: Final = re.compile(r"iom-content")
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
        pyproject.toml, line 2, column 1 (/tool/iom-content/ignroe): unknown key 'ignroe'; did you mean 'ignore'?
    """
    reader = _Reader(text)
    settings = reader.settings()
    return settings, tuple(attrs.evolve(each, file=carried(file)) for each in reader.findings)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self.findings: list[Finding] = []

    @cached_property
    def _said(self) -> str:
        """The text with blanks in place of comments, in which no key or name is to be found."""
        return _COMMENT.sub(lambda found: found[1] or " " * len(found[0]), self._text)

    def settings(self) -> Settings:
        table = self._table()
        for key in table:
            if key not in _KEYS:
                self._unknown("key", key, (key,), _KEYS)
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
                self._add("type", f"expected a table, found {excerpt_of(data)}", ())
                return {}
        table: dict[str, Any] = data
        return table

    def _refuse(self, error: Exception) -> None:
        words = str(error)
        place = _PLACE.search(words)
        at = None
        if place:
            at = (int(place[1]), int(place[2])) if place[1] else Lines(self._text).place(len(self._text))
        message = f"no TOML: {_PLACE.sub('', words)}"
        self.findings.append(fault("syntax", message, place=at))

    def _names(self, key: str, value: Any) -> tuple[str, ...]:
        if not is_array(value):
            self._add("type", f"expected {_KEYS[key]}, found {excerpt_of(value)}", (key,))
            return ()
        names: list[str] = []
        for number, name in enumerate(value):
            if isinstance(name, str) and name in PROSE_RULES:
                names.append(name)
            else:
                self._unknown("rule", name, (key, number), PROSE_RULES, at=(key, name))
        return tuple(names)

    def _severities(self, value: Any) -> Iterator[tuple[str, Severity]]:
        key = "severity"
        if not is_object(value):
            self._add("type", f"expected {_KEYS[key]}, found {excerpt_of(value)}", (key,))
            return
        for name, severity in value.items():
            if name not in PROSE_RULES:
                self._unknown("rule", name, (key, name), PROSE_RULES)
            elif isinstance(severity, str) and severity in _SEVERITIES:
                yield name, _SEVERITIES[severity]
            else:
                self._unknown(key, severity, (key, name), _SEVERITIES, at=(key, name, severity))

    def _unknown(self, what: str, name: Any, keys: tuple[str | int, ...], known: Lookup[Any], *, at: tuple[Any, ...] = ()) -> None:
        near = known.near(name)
        hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(known)}"
        self._add(f"unknown-{what}", f"unknown {what} {excerpt_of(name)}", keys, hint, at=at)

    def _add(self, rule: str, message: str, keys: tuple[str | int, ...], hint: str | None = None, *, at: tuple[Any, ...] = ()) -> None:
        pointer = _POINTER + "".join(f"/{escaped(key)}" for key in keys)
        self.findings.append(fault(rule, message, pointer=pointer, place=self._place(at or keys), hint=hint))

    def _place(self, told: tuple[Any, ...]) -> tuple[int, int] | None:
        """Return where the last of some keys and names stands in the project's tables, each after the one before it."""
        text = self._said
        for start, end in self._tables():
            at = found = start
            for each in told:
                # What is no text stands behind its key, in whatever form.
                words = re.compile(rf"(?<![\w-]){re.escape(each)}(?![\w-])").search(text, at, end) if isinstance(each, str) else None
                if words is None and isinstance(each, str):
                    break
                found, at = words.span() if words else (found, at)
            else:
                return Lines(text).place(found) if told else None
        return None

    def _tables(self) -> Iterator[tuple[int, int]]:
        """Yield where the project's tables stand; where they have no header of their own, what follows their name."""
        text = self._said
        headed = False
        for header in _HEADER.finditer(text):
            headed = True
            other = _OTHER_HEADER.search(text, header.end())
            yield header.end(), other.start() if other else len(text)
        mention = None if headed else _MENTION.search(text)
        if mention:
            yield mention.end(), len(text)


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
