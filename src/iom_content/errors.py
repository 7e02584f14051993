"""Every exception this library raises on purpose, as comparable values.

An error keeps its facts in fields; the message is built from them only when it is shown. All errors are
`ContentError`; look-ups that miss are also `KeyError`, refused input is also `ValueError`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from iom_content.model.report import Finding

__all__ = ["ContentError", "DatasetError", "InvalidData", "InvalidValue", "MissingExtra", "NotFound", "UnreadableInput", "UnsupportedValue"]


class ContentError(Exception):
    """Root of this library's errors; two are equal when class and fields are.

    Fields are positional and live in `args`, so that errors pickle, copy and compare like values.

    Example:
        >>> import iom_content as iom
        >>> issubclass(iom.NotFound, iom.ContentError)
        True
    """

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` is the same class of error with the same fields."""
        return type(other) is type(self) and other.args == self.args

    def __hash__(self) -> int:
        """Hash class and fields."""
        return hash((type(self), self.args))


class NotFound(ContentError, KeyError):
    """A name, id, version, format or kind that does not exist.

    Example:
        >>> import iom_content as iom
        >>> iom.load("2026.11.1")
        Traceback (most recent call last):
        ...
        iom_content.errors.NotFound: no dataset version '2026.11.1'; did you mean '2026.11.0'? (known: 2026.11.0)
    """

    def __init__(self, kind: str, name: str, near: tuple[str, ...] = (), known: tuple[str, ...] = ()) -> None:
        """Keep what was looked for, the names that are near it and the names there are."""
        super().__init__(kind, name, near, known)

    @property
    def kind(self) -> str:
        """What was looked up: `section`, `dataset version`, `format` and so on."""
        return str(self.args[0])

    @property
    def name(self) -> str:
        """The name that was asked for."""
        return str(self.args[1])

    @property
    def near(self) -> tuple[str, ...]:
        """Known names that look like it, best first."""
        return tuple(self.args[2])

    @property
    def known(self) -> tuple[str, ...]:
        """All known names, where they are few enough to list; else empty."""
        return tuple(self.args[3])

    def __str__(self) -> str:
        """Say what is missing, what is near and what there is."""
        near = " or ".join(repr(name) for name in self.near)
        return (
            f"no {self.kind} {shown(self.name)}"
            + (f"; did you mean {near}?" if near else "")
            + (f" (known: {', '.join(self.known)})" if self.known else "")
        )


class InvalidValue(ContentError, ValueError):
    """A value that its class's constructor refuses.

    Example:
        >>> import iom_content as iom
        >>> iom.Span(start=5, end=5)
        Traceback (most recent call last):
        ...
        iom_content.errors.InvalidValue: Span/end: expected an end after the start (5), found 5
    """

    def __init__(self, type_name: str, pointer: str, expected: str, found: str) -> None:
        """Keep the class, the pointer to the part that is wrong, what is expected there and what was found."""
        super().__init__(type_name, pointer, expected, found)

    @property
    def type_name(self) -> str:
        """Name of the class whose constructor refused."""
        return str(self.args[0])

    @property
    def pointer(self) -> str:
        """RFC 6901 pointer to the refused part, relative to the value."""
        return str(self.args[1])

    @property
    def expected(self) -> str:
        """What would have been accepted, in words."""
        return str(self.args[2])

    @property
    def found(self) -> str:
        """What was given, shortened."""
        return str(self.args[3])

    def __str__(self) -> str:
        """Name the place, what is expected and what was found."""
        return f"{self.type_name}{self.pointer}: expected {self.expected}, found {self.found}"


class InvalidData(ContentError, ValueError):
    """Data that does not decode into the asked-for value; it carries every fault as a finding with its place.

    Example:
        >>> import iom_content as iom
        >>> iom.loads('{"id": "a", "titel": "A"}', iom.Section)
        Traceback (most recent call last):
        ...
        iom_content.errors.InvalidData: not a section: 2 faults
          line 1, column 1: missing key 'title'
          line 1, column 13 (/titel): unknown key 'titel'; did you mean 'title'?
    """

    def __init__(self, kind: str, findings: tuple[Finding, ...]) -> None:
        """Keep what was asked for and all faults, in reading order."""
        super().__init__(kind, findings)

    @property
    def kind(self) -> str:
        """What the data was read as: `section`, `statement` and so on."""
        return str(self.args[0])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every fault found, in reading order."""
        return tuple(self.args[1])

    def __str__(self) -> str:
        """List up to ten faults, one a line."""
        count = len(self.findings)
        lines = [f"not {with_article(self.kind)}: {amount(count, 'fault')}"]
        lines += [f"  {finding}" for finding in self.findings[:10]]
        if count > 10:
            lines.append(f"  … and {count - 10} more")
        return "\n".join(lines)


class UnreadableInput(ContentError, ValueError):
    """Input that cannot be read at all: not UTF-8, too large, a folder where a file should be.

    Example:
        >>> import iom_content as iom
        >>> iom.ingest(b"caf\\xe9")
        Traceback (most recent call last):
        ...
        iom_content.errors.UnreadableInput: input: not UTF-8: byte 0xe9 at offset 3 (hint: save the text as UTF-8)
    """

    def __init__(self, source: str, problem: str, hint: str = "") -> None:
        """Keep the name of the input, what is wrong with it and what to do."""
        super().__init__(source, problem, hint)

    @property
    def source(self) -> str:
        """A file's path as given, or `input`."""
        return str(self.args[0])

    @property
    def problem(self) -> str:
        """What is wrong."""
        return str(self.args[1])

    @property
    def hint(self) -> str:
        """What to do about it; empty when there is nothing to say."""
        return str(self.args[2])

    def __str__(self) -> str:
        """Name the input, the problem and the hint."""
        return f"{self.source}: {self.problem}" + (f" (hint: {self.hint})" if self.hint else "")


class DatasetError(ContentError, ValueError):
    """A dataset folder that is damaged or contradicts itself.

    Example:
        >>> import iom_content as iom
        >>> str(iom.DatasetError("datapackage.json", "not JSON"))
        'datapackage.json: not JSON'
    """

    def __init__(self, file: str, problem: str) -> None:
        """Keep the file, relative to the dataset's folder, and what is wrong with it."""
        super().__init__(file, problem)

    def __str__(self) -> str:
        """Name the file and the problem."""
        return f"{self.args[0]}: {self.args[1]}"


class UnsupportedValue(ContentError, ValueError):
    """A value that a format cannot carry, or a format that cannot be read back.

    Example:
        >>> import iom_content as iom
        >>> iom.loads("# Title", iom.Statement, "markdown")
        Traceback (most recent call last):
        ...
        iom_content.errors.UnsupportedValue: format 'markdown' is one-way: it cannot be read back (use 'json', 'jsonl', 'yaml')
    """

    def __init__(self, format_name: str, reason: str) -> None:
        """Keep the format and why it will not do."""
        super().__init__(format_name, reason)

    def __str__(self) -> str:
        """Name the format and the reason."""
        return f"format {self.args[0]!r} {self.args[1]}"


class MissingExtra(ContentError, ImportError):
    """A part that needs an optional dependency which is not installed.

    Example:
        >>> import iom_content as iom
        >>> str(iom.MissingExtra("testing", "hypothesis"))
        "this needs hypothesis: python3 -m pip install 'iom-content[testing]'"
    """

    def __init__(self, extra: str, module: str) -> None:
        """Keep the extra to install and the module that was missed."""
        super().__init__(extra, module)

    def __str__(self) -> str:
        """Name the one command that mends it."""
        return f"this needs {self.args[1]}: python3 -m pip install 'iom-content[{self.args[0]}]'"


def near_names(name: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Find the known names that look like a missed one; case, blanks and underscores tell nothing apart.

    Args:
        name: The name that was missed.
        known: The names there are.
        count: How many to return at the most.

    Returns:
        The nearest names, best first.

    Example:
        >>> near_names("Our Wrok", ["who-we-are", "our-work"])
        ('our-work',)
    """
    # Imported here because only a miss pays for the comparison of names.
    from difflib import get_close_matches

    plain = {_plain(each): each for each in known}
    return tuple(plain[each] for each in get_close_matches(_plain(name[:200]), plain, n=count))


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "-").replace("_", "-")


def with_article(noun: str) -> str:
    """Put the indefinite article before a noun.

    Args:
        noun: The noun; no u or silent h begins it.

    Returns:
        Both.

    Example:
        >>> with_article("Organization"), with_article("section")
        ('an Organization', 'a section')
    """
    return f"a{'n' if noun.lower().startswith(tuple('aeio')) else ''} {noun}"


def amount(count: int, noun: str, several: str = "") -> str:
    """Say a count with its noun.

    Args:
        count: How many there are.
        noun: The word for one.
        several: The word for several, if it does more than take an s.

    Returns:
        The number and the word.

    Example:
        >>> amount(1, "finding"), amount(2, "finding"), amount(0, "child", "children")
        ('1 finding', '2 findings', '0 children')
    """
    return f"{count} {noun if count == 1 else several or f'{noun}s'}"


def shown(found: object, limit: int = 60) -> str:
    """Return a one-line ASCII-safe picture of any value, at most `limit` code points long."""
    try:
        text = f"'{found[:limit]}'" if type(found) is str and found[:limit].isprintable() and "'" not in found else repr(found)
    except (RecursionError, ValueError):
        # Python writes out neither integers of thousands of digits nor what is nested too deep.
        text = f"a {type(found).__name__} too large to show"
    return text if len(text) <= limit else text[: limit - 1] + "…"
