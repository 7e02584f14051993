"""`python -m iom_content` is `iom-content`."""

from __future__ import annotations

import sys

from iom_content.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
