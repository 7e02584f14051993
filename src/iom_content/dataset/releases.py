"""The digests of released manifests, held in code so that the manifests too are proved."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

MANIFEST: Final = "datapackage.json"
"""Name of a dataset's manifest, which lists every other file of its folder."""

RELEASED: Final[dict[str, str]] = {
    "2026.11.0": "fc9dfd93a97b1e2fcdde6a31bc92931e205f86602c800803a09e21fb22d595c1",
}
"""SHA-256 of the manifest of each bundled dataset version, oldest first."""
