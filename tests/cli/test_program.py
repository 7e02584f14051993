"""How runs end: exit codes, and never a traceback."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom
from iom_content.cli import program
from iom_content.cli.conftest import kept_environment  # type: ignore[import-not-found]
from iom_content.cli.main import run
