"""`datetime.date` without the cost of its module, whose Python twin of every class is thrown away again up to 3.11.

It is the class itself, so that whoever imports datetime later gets the same one.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
else:
    try:
        from _datetime import date
    except ImportError:  # pragma: no cover - where datetime is written in Python alone
        from datetime import date

__all__ = ["date"]
