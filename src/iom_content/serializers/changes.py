"""What differs between two versions as lines that people read: old and new one under the other, the words marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iom_content.model.change import Change, EditKind

__all__ = ["change_lines", "headed_change", "sides_of"]

_MARKS: Final = {EditKind.REMOVED: ("[-", "-]"), EditKind.ADDED: ("{+", "+}")}


def headed_change(change: Change) -> str:
    """Return in one line what happened, to which value and where in it.

    Example:
        >>> import iom_content as iom
        >>> old, new = (iom.Section(id="boats", title=title) for title in ("Small boats", "Small ships"))
        >>> headed_change(iom.diff(old, new)[0])
        'changed section boats /title'
    """
    parts = [str(change.kind), change.subject, change.id or "", change.pointer]
    if change.old_pointer is not None and change.old_pointer != change.pointer:
        parts.append(f"(was {change.old_pointer})")
    if change.document is not None and change.document != change.id:
        parts.append(f"in document {change.document}")
    return " ".join(part for part in parts if part)


def sides_of(change: Change) -> Iterator[tuple[str, str]]:
    """Yield a sign and a text for each side there is, the words that only one has between signs of their own.

    Example:
        >>> import iom_content as iom
        >>> old, new = (iom.Section(id="boats", title=title) for title in ("Small boats", "Small ships"))
        >>> list(sides_of(iom.diff(old, new)[0]))
        [('-', 'Small [-boats-]'), ('+', 'Small {+ships+}')]
    """
    for sign, text, other in (("-", change.old, EditKind.ADDED), ("+", change.new, EditKind.REMOVED)):
        if text is not None:
            yield sign, "".join(_marked(edit.kind, edit.text) for edit in change.edits if edit.kind is not other) if change.edits else text


def change_lines(change: Change) -> Iterator[str]:
    """Yield the lines that show a change.

    Args:
        change: What differs.

    Example:
        >>> import iom_content as iom
        >>> old, new = (iom.Section(id="boats", title=title) for title in ("Small boats", "Small ships"))
        >>> print("\\n".join(change_lines(iom.diff(old, new)[0])))
        changed section boats /title
        - Small [-boats-]
        + Small {+ships+}
    """
    yield headed_change(change)
    for sign, text in sides_of(change):
        yield f"{sign} {text}"


def _marked(kind: EditKind, text: str) -> str:
    before, after = _MARKS.get(kind, ("", ""))
    return f"{before}{text}{after}"
