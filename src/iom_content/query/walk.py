"""Section trees, one section after the other."""

from __future__ import annotations

from collections.abc import Iterator

from iom_content.errors import InvalidValue, shown
from iom_content.model.organization import Organization, Section

__all__ = ["walk"]


def walk(root: Organization | Section) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """Yield each section of a tree with its ancestors, in reading order.

    Args:
        root: An organization, whose sections are the top, or a section, which then comes first itself.

    Returns:
        An iterator over pairs: a section, and the sections above it up to the root, the topmost first.

    Raises:
        InvalidValue: The root is neither.

    Example:
        >>> import iom_content as iom
        >>> for section, above in iom.walk(iom.load().sections["take-action"]):
        ...     print("  " * len(above) + section.title)
        Take Action
          Work with us
          Get involved
    """
    if isinstance(root, Section):
        return _walk((root,))
    if isinstance(root, Organization):  # pyright: ignore[reportUnnecessaryIsInstance] - callers need not run a type checker
        return _walk(root.sections)
    raise InvalidValue("walk", "/root", "an Organization or a Section", shown(root))


def _walk(tops: tuple[Section, ...]) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    waiting: list[tuple[Section, tuple[Section, ...]]] = [(section, ()) for section in reversed(tops)]
    while waiting:
        section, above = waiting.pop()
        yield section, above
        waiting.extend((child, (*above, section)) for child in reversed(section.children))
