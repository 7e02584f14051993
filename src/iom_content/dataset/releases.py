"""The digests of released manifests, held in code so that the manifests too are proved."""

from __future__ import annotations

from typing import Final

MANIFEST: Final = "datapackage.json"
"""Name of a dataset's manifest, which lists every other file of its folder."""

RELEASED: Final[dict[str, str]] = {
    "2026.11.0": "3777448d495b48c44b9b6dfae92bca60d333851abee4e28b5881a7c0304e4b94",
}
"""SHA-256 of the manifest of each bundled dataset version, oldest first."""
