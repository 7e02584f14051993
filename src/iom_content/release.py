"""The three numbers of this project: package, dataset and schema."""

from __future__ import annotations

from typing import Final

__version__ = "0.1.0"
"""Version of the package (SemVer)."""

DATA_VERSION: Final = "2026.11.0"
"""Version of the dataset that `iom_content.load` opens unless told otherwise (CalVer, YYYY.MM.N)."""

SCHEMA_VERSION: Final = 1
"""Version of the records' shape; a file with a newer number is refused, an older one is migrated."""
