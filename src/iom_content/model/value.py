"""What all values share: equality and hash by class and fields.

attrs would write both anew for each class when the module is imported; sharing them halves what the classes add to
start-up.
"""

from __future__ import annotations

__all__ = ["Value"]


class Value:
    """A frozen value, equal to another of the same class with equal fields.

    Example:
        >>> import iom_content as iom
        >>> iom.Span(start=0, end=4) == iom.Span(start=0, end=4)
        True
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` has the same class and equal fields."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        """Hash class and fields."""
        return hash((type(self), *[getattr(self, name) for name in self.__slots__]))
