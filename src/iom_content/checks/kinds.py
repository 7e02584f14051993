"""Which kind of record plain data is, told by its keys alone."""

from __future__ import annotations

from typing import Any, Final

from iom_content.codec.findings import fault
from iom_content.codec.kinds import KINDS
from iom_content.codec.plain import is_object
from iom_content.model.declaration import fields_of
from iom_content.model.report import Finding

__all__ = ["kind_of", "untold"]


def kind_of(data: Any) -> str | None:
    """Return the kind of record that plain data is, or None where its keys do not tell.

    A key that only one kind has speaks for that kind; the kind with most such keys it is, unless two have as many. Where
    no such key occurs, it is the kind whose required keys are all there, if there is one alone.

    Args:
        data: Plain data.

    Returns:
        The name of the kind, or None.

    Example:
        >>> kind_of({"id": "a", "title": "A"}), kind_of({"blocks": []}), kind_of({"id": "a"})
        ('section', 'statement', None)
    """
    if not is_object(data):
        return None
    keys = {key for key in data if type(key) is str}
    counts = {kind: len(keys & telling) for kind, telling in _telling_keys().items()}
    most = max(counts.values())
    if most:
        best = [kind for kind, count in counts.items() if count == most]
    else:
        best = [kind for kind, cls in KINDS.items() if all(field.name in keys for field in fields_of(cls) if field.required)]
    return best[0] if len(best) == 1 else None


def untold() -> Finding:
    """Return the finding for a record whose kind cannot be told."""
    expected = f"the keys of one of {', '.join(KINDS)}"
    return fault("kind-unknown", "the keys do not tell what kind of record this is", expected=expected, hint=_HINT)


_HINT: Final = "name the kind"


def _telling_keys() -> dict[str, set[str]]:
    """Return, for each kind, the keys that it alone has."""
    names = {kind: {field.name for field in fields_of(cls)} for kind, cls in KINDS.items()}
    return {kind: own - set().union(*(others for other, others in names.items() if other != kind)) for kind, own in names.items()}
