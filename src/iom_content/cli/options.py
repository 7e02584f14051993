"""Options that several verbs share."""

from __future__ import annotations

import argparse
import json

from iom_content.dataset.load import load
from iom_content.model.catalog import Catalog

__all__ = ["add_dataset", "add_format", "catalog_of", "json_text"]


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Declare which dataset is asked."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--dataset", metavar="VERSION", help="a bundled version; the current one if it is left out")
    which.add_argument("--path", metavar="FOLDER", help="a dataset folder of your own")


def add_format(parser: argparse.ArgumentParser, default: str, *others: str) -> None:
    """Declare the formats that a verb prints."""
    parser.add_argument("--format", choices=(default, *others), default=default, help=f"form of the output (default: {default})")


def catalog_of(arguments: argparse.Namespace) -> Catalog:
    """Return the dataset that is asked."""
    return load(arguments.dataset, path=arguments.path)


def json_text(plain: object) -> str:
    """Return plain data as readable JSON."""
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
