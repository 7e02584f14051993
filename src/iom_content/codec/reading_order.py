"""The order in which a reader meets what pointers point to."""

from __future__ import annotations

from typing import Any

from iom_content.codec.places import tokens_of
from iom_content.codec.plain import is_array, is_object
from iom_content.model.report import Finding

__all__ = ["in_reading_order"]


def in_reading_order(data: Any, findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings without repetitions, in the order of the plain data they point into.

    Example:
        >>> from iom_content.codec.findings import fault
        >>> found = [fault("a", "x", pointer="/x/10"), fault("b", "x", pointer="/x/9"), fault("c", "y", pointer="/y"), fault("d", "whole")]
        >>> [finding.rule for finding in in_reading_order({"y": 0, "x": [0] * 11}, found)]
        ['d', 'c', 'b', 'a']
    """
    ranks: dict[int, dict[Any, int]] = {}

    def order(finding: Finding) -> list[int]:
        path: list[int] = []
        here: Any = data
        for token in tokens_of(finding.pointer):
            if is_object(here):
                rank = ranks.get(id(here))
                if rank is None:
                    rank = ranks[id(here)] = dict(zip(here, range(len(here)), strict=True))
                path.append(rank.get(token, len(here)))
                here = here.get(token)
            elif is_array(here) and token.isdigit() and int(token) < len(here):
                path.append(int(token))
                here = here[int(token)]
            else:
                break
        return path

    # A message says all that was found and expected: hashing whole findings would take as long as finding them.
    unique = {(finding.pointer, finding.rule, finding.message): finding for finding in findings}
    return tuple(sorted(unique.values(), key=order))
