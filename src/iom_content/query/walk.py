"""Section trees, one section after the other."""

from __future__ import annotations

from collections.abc import Iterator

from iom_content.model.organization import Organization, Section

__all__ = ["walk"]


def walk(root: Organization | Section) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """Yield each section of a tree with its ancestors, in reading order.

    Args:
        root: An organization, whose sections are the top, or a section, which then comes first itself.

    Yields:
        A section and the sections above it, the topmost first.

    Example:
        >>> import iom_content as iom
        >>> for section, above in iom.walk(iom.load().sections["take-action"]):
        ...     print("  " * len(above) + section.title)
        Take Action
          Work with us
          Get involved
    """
    if isinstance(root, Section):
        tops: tuple[Section, ...] = (root,)
    else:
        tops = root.sections
    return _walk(tops)


def _walk(tops: tuple[Section, ...]) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    waiting: list[tuple[Section, tuple[Section, ...]]] = [(section, ()) for section in reversed(tops)]
    while waiting:
        section, above = waiting.pop()
        yield section, above
        waiting.extend((child, (*above, section)) for child in reversed(section.children))
