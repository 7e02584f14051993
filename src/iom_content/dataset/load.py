"""Bundled datasets and dataset folders, read into catalogs.

The bundled dataset is read through the package's own loader, so that it works inside a zip and without importlib's
resource machinery, which would cost as much as all the rest.
"""

from __future__ import annotations

import gc
import os

from iom_content.dataset.releases import RELEASED
from iom_content.errors import DatasetError, NotFound, near_names
from iom_content.release import DATA_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

    from importlib_resources.abc import Traversable

    from iom_content.model.catalog import Catalog

__all__ = ["data_files", "load", "versions"]

_LOADED: Final[dict[str, Catalog]] = {}
_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")  # noqa: PTH118, PTH120 - a path inside a zip is no file path


def versions() -> tuple[str, ...]:
    """Return the versions of the bundled datasets.

    Returns:
        The versions, oldest first.

    Example:
        >>> import iom_content as iom
        >>> iom.versions()
        ('2026.11.0',)
    """
    return tuple(RELEASED)


def load(version: str | None = None, *, path: str | os.PathLike[str] | None = None) -> Catalog:
    """Return a dataset as a catalog.

    A bundled version is read once and shared; a folder is read anew each time, strictly, with the place of every fault.

    Args:
        version: A bundled version, the current one if it is None. With `path`, the version the folder must have.
        path: A dataset folder, with its `datapackage.json`.

    Returns:
        The catalog; of a bundled version always the same object.

    Raises:
        NotFound: There is no such bundled version, or the folder holds another one.
        UnreadableInput: The folder is none, or a file in it cannot be read.
        InvalidData: A file in the folder is not what it should be.
        DatasetError: The folder's manifest does not fit its files.

    Example:
        >>> import iom_content as iom
        >>> iom.load().statements["sdg-summit-statement-iom-director-general"].published
        datetime.date(2023, 9, 18)
    """
    if path is None:
        known = known_version(version)
        # Threads that come at once may each read it, and yet all get the one that was there first.
        return _LOADED.get(known) or _LOADED.setdefault(known, _bundled(known))
    # Only a folder that people may have written needs the strict reader, with the place of each fault.
    from iom_content.dataset.folder import read_folder

    catalog = read_folder(path)
    if version is not None and catalog.version != version:
        raise NotFound("dataset version", version, (), (catalog.version or "unnamed",))
    return catalog


def data_files(version: str | None = None) -> Traversable:
    """Return the folder of a bundled dataset's files, wherever the package is installed.

    Args:
        version: A bundled version, the current one if it is None.

    Returns:
        A folder in the sense of `importlib.resources`; it need not lie on a disk.

    Raises:
        NotFound: There is no such bundled version.

    Example:
        >>> import iom_content as iom
        >>> sorted(file.name for file in iom.data_files().iterdir())[:3]
        ['CHANGES.md', 'captures', 'datapackage.json']
    """
    # Imported here because it costs more than loading the dataset does.
    from importlib_resources import files

    return files("iom_content").joinpath("data", known_version(version))


def known_version(version: str | None) -> str:
    """Return a bundled version, the current one for None, or raise NotFound that lists the bundled ones."""
    if version is None:
        return DATA_VERSION
    if version not in RELEASED:
        raise NotFound("dataset version", str(version), near_names(str(version), RELEASED, 1), versions())
    return version


def _bundled(version: str) -> Catalog:
    # All that is made here lives as long as the process: the collector would walk it time and again for nothing, which
    # costs a tenth of the start-up. So this module imports next to nothing before.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(version)
    finally:
        if collecting:
            # Thawing moves all there is among the old: else the next young collection would walk all that was made here.
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _read(version: str) -> Catalog:
    # The values are imported here, not above, so that this too happens while the collector rests.
    from iom_content.codec import _generated as codec
    from iom_content.dataset.assemble import read_catalog

    loader: Any = __spec__.loader

    def read(name: str) -> Any:
        try:
            return _parsed(loader.get_data(os.path.join(_DATA, version, *name.split("/"))))  # noqa: PTH118
        except (OSError, RecursionError, ValueError) as error:
            raise DatasetError(f"{version}/{name}", f"{error}; reinstall iom-content") from None

    try:
        return read_catalog(read, codec.DECODERS)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        # Damage that is still JSON: `verify` names the file.
        if isinstance(error, DatasetError):
            raise
        raise DatasetError(version, f"damaged ({error}); iom-content verify names the file") from None


def _parsed(data: bytes) -> Any:
    """Read JSON by json's own scanner: its package compiles eight patterns first, which costs half of what reading the dataset does."""
    try:
        from _json import make_scanner

        text = data.decode()
        scanning: Any = _Scanning
        value, end = make_scanner(scanning)(text, 0)
        if not text[end:].strip():
            return value
    except (ImportError, StopIteration, TypeError, ValueError):
        pass
    # Damaged, or not CPython: json knows what is wrong and where.
    import json

    return json.loads(data)


class _Scanning:
    """What json's scanner asks of its decoder; it would call None for constants such as NaN, which is a TypeError."""

    strict = True
    object_hook = object_pairs_hook = parse_constant = None
    parse_float, parse_int = float, int
