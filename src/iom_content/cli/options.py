"""Options that several verbs share."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Iterable, Sequence

from iom_content.dataset.load import load
from iom_content.model.catalog import Catalog
from iom_content.serializers.spreadsheet import inert_cell

__all__ = ["add_dataset", "add_format", "add_limit", "catalog_of", "csv_text", "json_text", "whole_number"]


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Declare which dataset is asked."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--dataset", metavar="VERSION", help="a bundled version; the current one if it is left out")
    which.add_argument("--path", metavar="FOLDER", help="a dataset folder of your own")


def add_format(parser: argparse.ArgumentParser, default: str, *others: str) -> None:
    """Declare the formats that a verb prints."""
    parser.add_argument("--format", choices=(default, *others), default=default, help=f"form of the output (default: {default})")


def add_limit(parser: argparse.ArgumentParser, default: int) -> None:
    """Declare how many answers are printed; 0 stands for all."""
    parser.add_argument(
        "--limit", metavar="N", type=_limit, default=default, help=f"print at most so many; 0 prints all (default: {default})"
    )


def whole_number(text: str) -> int:
    """Return a number from 0 on, as argparse asks for it."""
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise argparse.ArgumentTypeError(f"a number from 0 on, of at most {_DIGITS} digits, not {text!r}")
    return int(text)


_DIGITS = 9


def _limit(text: str) -> int | None:
    return whole_number(text) or None


def catalog_of(arguments: argparse.Namespace) -> Catalog:
    """Return the dataset that is asked."""
    return load(arguments.dataset, path=arguments.path)


def json_text(plain: object) -> str:
    """Return plain data as readable JSON."""
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV of RFC 4180 that a spreadsheet opens without running anything."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(["" if cell is None else inert_cell(str(cell)) for cell in row] for row in rows)
    return out.getvalue()
