"""Which numbers are said of the organization as a whole; all those here are wrong of it, if they are said of it."""

from __future__ import annotations

import pytest

import iom_content as iom


@pytest.mark.parametrize(
    "text",
    [
        "IOM helped 12 member states draft laws.",
        "IOM signed agreements with 12 member states.",
        "IOM visited 12 member states last year.",
        "IOM is training police in 20 countries.",
        "IOM asked 12 member states to pay.",
        "In May, IOM thanked 3 member states.",
        "IOM brought 40 Member States to the table.",
        "IOM invited 60 Member States to Geneva.",
        "IOM lost 2 member states.",
        "IOM welcomed 3 new member states.",
        "IOM counts on 12 member states for half its budget.",
        "IOM receives money from 30 member states.",
        "IOM depends on 5 member states.",
        "For IOM, 12 member states matter most.",
        "IOM works with 12 member states in the Pacific.",
        "IOM gathered 80 member states in Geneva.",
        "IOM is owed money by 20 member states.",
        "At IOM, 30 Member States spoke.",
        "IOM has helped 30 member states.",
        "IOM has 12 member states in Oceania.",
        "IOM has offices in 12 African countries.",
        "IOM opened offices in 12 countries last year.",
        "IOM closed its offices in 3 countries.",
        "IOM staff in 40 countries went on strike.",
        "IOM works in 12 countries of the region.",
        "IOM has worked in 30 countries on health.",
        "IOM is active in 8 countries along the route.",
        "OIM ayudó a 12 Estados miembros.",
        "L’OIM a aidé 12 États membres.",
        "La OIM pidió a 12 Estados miembros que pagaran.",
        "L’OIM a invité 60 États membres.",
        "La OIM firmó acuerdos con 12 Estados miembros.",
        "L’OIM a conclu des accords avec 12 États membres.",
        "12 member states of IOM voted.",
        "IOM said the 193 member states of the UN agreed.",
        "The UN has 193 members. The 172 Member States of the organization met.",
        "All 120 UN member states with IOM offices pay.",
        "120 member states of IOM voted.",
        "IOM, which turned 70 in 2021, had 174 member states that year.",
        "En 2018, la OIM tenía 172 Estados miembros ese año.",
    ],
)
def test_a_part_of_the_members_or_countries_is_no_figure(text: str) -> None:
    """Nothing says that these few are all there are, or they are those of others."""
    assert iom.check_prose(text).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "IOM's 172 Member States met.",
        "IOM's 172 Member States adopted the budget.",
        "The IOM’s 172 member states endorsed it.",
        "IOM and its 172 member states endorsed it.",
        "All 172 Member States of IOM voted.",
        "IOM serves 172 member states.",
        "IOM unites 172 member states.",
        "IOM boasts 172 member states.",
        "IOM now numbers 172 member states.",
        "IOM brings together 172 member states.",
        "IOM groups 172 member states.",
        "IOM represents 172 member states.",
        "IOM has grown to 172 member states.",
        "IOM comprises 172 Member States.",
        "Today IOM counts 172 member states.",
        "IOM lists 172 Member States.",
        "IOM is made up of 172 member states.",
        "IOM is owned by its 172 member states.",
        "IOM is an organization of 172 Member States.",
        "There are 172 member states in IOM.",
        "The 172 member states of IOM agreed.",
        "All 172 IOM member states agreed.",
        "172 countries are members of IOM.",
        "172 States are Members of the International Organization for Migration.",
        "La OIM reúne a 172 Estados miembros.",
        "La OIM tiene 172 Estados miembros.",
        "L’OIM réunit 172 États membres.",
        "L’OIM compte 172 États membres.",
        "Les 172 États membres de l’OIM ont voté.",
        "Los 172 Estados miembros de la OIM votaron.",
        "IOM has 12 member states.",
        "IOM's 12 member states met.",
        "Its boats are many: IOM unites 12 member states.",
        "IOM has offices in 40 countries.",
        "La OIM tiene oficinas en 40 países.",
        "The 172 member states of IOM met.",
        "All 172 member states of the IOM adopted it.",
    ],
)
def test_all_there_are_is_a_figure(text: str) -> None:
    """Said before or behind, had, counted or owned, whatever the members do."""
    assert [finding.rule for finding in iom.check_prose(text).findings] == ["figure-contradicted"]
