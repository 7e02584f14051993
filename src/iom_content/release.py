"""The three numbers of this project: package, dataset and schema."""

from __future__ import annotations

__version__ = "0.1.0"
"""Version of the package (SemVer)."""

DATA_VERSION = "2026.11.0"
"""Version of the dataset that `iom_content.load` opens unless told otherwise (CalVer, YYYY.MM.N)."""

SCHEMA_VERSION = 1
"""Version of the records' shape; a file with a newer number is refused, an older one is migrated."""
