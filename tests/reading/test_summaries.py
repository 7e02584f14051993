"""Figures in the summaries of navigations, in the words of many sites."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import iom_content as iom

SUMMARIES = tomllib.loads((Path(__file__).parent.parent / "data" / "captures" / "summaries.toml").read_text(encoding="utf-8"))["summary"]
NAMES = ("founded", "member_states", "presence_countries")


@pytest.mark.parametrize("stated", SUMMARIES, ids=[f"{each['language']}-{index}" for index, each in enumerate(SUMMARIES)])
@pytest.mark.parametrize("apostrophe", ["'", "\u2019"])
def test_figures_are_those_that_are_stated(stated: dict[str, Any], apostrophe: str) -> None:
    """Years, counts and qualifiers are read where the organization is meant; countries' years and upper bounds give none."""
    summary = stated["text"].replace("'", apostrophe)
    page = f"-\nWho We Are\nWHO WE ARE{summary}\nAbout\nAbout\n-\nOur Work\nOur Work\nOil\nOil\n- 2030 Agenda\nA title\nSome text.\n"
    organization = iom.ingest(page).organization
    assert organization is not None
    figures = {name: organization.current_figure(name) for name in NAMES}
    assert {name: figure and figure.value for name, figure in figures.items()} == {name: stated.get(name) for name in NAMES}
    presence = figures["presence_countries"]
    assert (presence and presence.qualifier.value) == stated.get("presence_qualifier")
