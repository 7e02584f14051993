"""Sphinx settings: strict (`sphinx-build -n -W`) and without network."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from iom_content import __version__

project = "iom-content"
author = "The iom-content authors"
project_copyright = "2026, The iom-content authors; quoted texts: International Organization for Migration (IOM)"
release = version = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "fields",
    "rooms",
]
exclude_patterns = ["_build", "_ext", "_inventories"]
nitpicky = True
nitpick_ignore_regex = [
    # A type variable is no link.
    ("py:(class|obj)", r"(iom_content\.[\w.]+\.)?[A-Z]"),
    # Users hand an index on; of what it holds nothing is promised.
    ("py:class", r"(iom_content\.query\.\w+\.)?(_Way|Node|Question|Spot)"),
    ("py:class", r"iom_content\.dataset\.diff\.Comparable"),
]
default_role = "code"
python_maximum_signature_line_length = 100
suppress_warnings = ["config.cache"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_rtype = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The inventories are kept in their plain form, by hand: just the names that our pages refer to.
_INVENTORIES = Path(__file__).parent / "_inventories"
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", str(_INVENTORIES / "python.inv")),
    "attrs": ("https://www.attrs.org/en/stable", str(_INVENTORIES / "attrs.inv")),
    "cattrs": ("https://catt.rs/en/stable", str(_INVENTORIES / "cattrs.inv")),
    "hypothesis": ("https://hypothesis.readthedocs.io/en/latest", str(_INVENTORIES / "hypothesis.inv")),
}

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"iom-content {release}"
html_copy_source = False
html_show_sphinx = False
