"""The order in which a reader meets what pointers point to."""

from __future__ import annotations

from typing import Any, TypeAlias

from iom_content.codec.places import tokens_of
from iom_content.codec.plain import is_array, is_object
from iom_content.model.report import Finding

__all__ = ["in_reading_order"]

_Way: TypeAlias = "tuple[list[str], Finding]"
_Group: TypeAlias = "tuple[Any, int, list[_Way]]"
"""A value, how many tokens lead there, and the findings about it or about what it holds."""


def in_reading_order(data: Any, findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings without repetitions, in the order of the plain data they point into.

    Example:
        >>> from iom_content.codec.findings import fault
        >>> found = [fault("a", "x", pointer="/x/10"), fault("b", "x", pointer="/x/9"), fault("c", "y", pointer="/y"), fault("d", "whole")]
        >>> [finding.rule for finding in in_reading_order({"y": 0, "x": [0] * 11}, found)]
        ['d', 'c', 'b', 'a']
    """
    # A message says all that was found and expected: hashing whole findings would take as long as finding them.
    unique = {(finding.pointer, finding.rule, finding.message): finding for finding in findings}
    ordered: list[Finding] = []
    # Findings that have come the same way so far, the next ones last: an order is only needed where ways part.
    groups: list[_Group] = [(data, 0, [(tokens_of(finding.pointer), finding) for finding in unique.values()])]
    while groups:
        here, depth, group = groups.pop()
        if len(group) == 1:
            ordered.append(group[0][1])
            continue
        of_object, of_array = is_object(here), is_array(here)
        parts: dict[str, list[_Way]] = {}
        for way in group:
            tokens = way[0]
            if len(tokens) > depth and (of_object or (of_array and tokens[depth].isdigit() and int(tokens[depth]) < len(here))):
                parts.setdefault(tokens[depth], []).append(way)
            else:
                ordered.append(way[1])
        if of_object:
            known = [(here[key], depth + 1, parts[key]) for key in here if key in parts]
            if len(known) < len(parts):
                # What points at no key comes last, as it was found.
                groups.append((None, depth, [way for way in group if len(way[0]) > depth and way[0][depth] not in here]))
        else:
            known = [(here[int(token)], depth + 1, parts[token]) for token in sorted(parts, key=int)]
        groups += reversed(known)
    return tuple(ordered)
