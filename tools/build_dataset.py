"""Rebuild the bundled datasets from what was captured and decided.

    python3 tools/build_dataset.py                     rebuild; a released version must come out as it was released
    python3 tools/build_dataset.py --recut 2026.11.0   rebuild a candidate of CANDIDATES and take its new digest

Writes nothing when nothing changed, so that rebuilding leaves git clean.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from iom_content.dataset.build import build  # noqa: E402
from iom_content.dataset.releases import MANIFEST, RELEASED  # noqa: E402
from iom_content.dataset.writing import write_folder  # noqa: E402
from iom_content.errors import ContentError  # noqa: E402
from iom_content.model.digest import sha256_hex  # noqa: E402

DATA = ROOT / "src" / "iom_content" / "data"
RELEASES = ROOT / "src" / "iom_content" / "dataset" / "releases.py"
# Versions that no release of the package has yet; all others are frozen.
CANDIDATES: frozenset[str] = frozenset()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Rebuild the bundled datasets.")
    parser.add_argument("--recut", metavar="VERSION", help="a candidate whose new digest is to be taken")
    recut = parser.parse_args(arguments).recut
    if recut is not None and recut not in CANDIDATES:
        parser.error(f"{recut} is frozen or unknown; candidates: {', '.join(sorted(CANDIDATES)) or 'none'}")
    failed = False
    for folder in sorted(entry for entry in DATA.iterdir() if entry.is_dir()):
        raw = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and _is_raw(path.relative_to(folder))
        }
        try:
            files = build(raw)
        except ContentError as error:
            print(f"{folder.name}: {error}", file=sys.stderr)
            return 1
        digest = sha256_hex(files[MANIFEST])
        if digest != RELEASED.get(folder.name) and folder.name != recut:
            print(f"{folder.name}: its manifest would change; only a candidate may be re-cut", file=sys.stderr)
            failed = True
            continue
        write_folder(folder, files)
        _take(folder.name, digest)
        print(f"{folder.name}: {len(files)} files, manifest {digest}")
    return 1 if failed else 0


def _is_raw(path: Path) -> bool:
    return path.parts[0] == "captures" or path.name in {"decisions.toml", "CHANGES.md"}


def _take(version: str, digest: str) -> None:
    before = RELEASES.read_text(encoding="utf-8")
    after = re.sub(rf'("{re.escape(version)}": )"[^"]*"', rf'\g<1>"{digest}"', before)
    if after != before:
        RELEASES.write_text(after, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
