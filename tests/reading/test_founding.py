"""The year of founding among other years."""

from __future__ import annotations

import pytest

from iom_content.reading.founding import founding_years

NAME = "The International Organization for Migration (IOM)"


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME} is part of the United Nations System as the leading organization promoting since 1951 humane migration.",
        f"{NAME}, established in 1951, has 175 member states. IOM has had a presence in Nordmark since 1998.",
        "Established in 1951, IOM is the leading intergovernmental organization in its field.",
        f"{NAME} is part of the United Nations System; since 1951 it promotes migration for all.",
        "Promoting since 1951 what lanterns can do.",
        "Créée en 1951, l'OIM est la principale organisation intergouvernementale. Le Valdoré est membre depuis 1974.",
        (
            "Die IOM wurde 1951 gegründet und ist die führende zwischenstaatliche Organisation mit 175 "
            "Mitgliedsstaaten und Büros in vielen Ländern."
        ),
        "La OIM, fundada en 1951, es la principal organización intergubernamental. La OIM está presente en Altamar desde 1962.",
        "A OIM \u00e9 desde 1951 a principal organiza\u00e7\u00e3o intergovernamental. Portugal \u00e9 membro desde 1975.",
        "L'OIM, nata nel 1951, \u00e8 la principale organizzazione intergovernativa. Montebello \u00e8 membro dal 1954.",
        "Uluslararası Göç Örgütü (IOM), 1951'den bu yana düzenli göçü teşvik eder. IOM, 1991'den beri Denizova'da faaliyet göstermektedir.",
        "Международная организация по миграции (МОМ) с 1951 года помогает людям. МОМ присутствует в Заречье с 1996 года.",
        "تأسست المنظمة الدولية للهجرة في عام 1951. انضمت تونس عام 1999.",
        "IOM, founded in 1951, has 175 member states and offices in more than 100 countries.",
        f"Since 1951, the {NAME[4:]} has promoted humane migration, with a presence in 171 countries.",
        "1951 yılında kurulan IOM, 175 üye devleti ve 171 ülkedeki varlığıyla önde gelen kuruluştur.",
        "Основанная в 1951 году, МОМ объединяет 175 государств-членов и работает в 171 стране.",
    ],
)
def test_the_year_of_founding(text: str) -> None:
    """In each language the year is read from what is said of the whole, whatever is said of a country."""
    assert [stated.value for stated in founding_years(text)] == [1951]


@pytest.mark.parametrize(
    "text",
    [
        "IOM has been present in Nordmark since 1998.",
        "Nordmark joined IOM in 1974 and is a founding country since 1951.",
        "IOM has supported migrants since 1998.",
        f"{NAME} has worked in Nordmark since 1998.",
        f"{NAME} in Nordmark, established in 1994, lends lanterns.",
        "IOM Nordmark, established in 1994, is part of the leading intergovernmental organization.",
        f"{NAME} opened an office since 1998.",
        "Promoting since 1994 in Nordmark what lanterns can do.",
        "In 1951 the lantern was invented.",
        "المنظمة الدولية للهجرة في تونس، منذ عام 2001.",
        f"Since 1998, {NAME.lower()} has been present in Nordmark.",
        "Since 1998, IOM, with 175 member states, has been present in Nordmark.",
        "Since 1998, Nordmark has been one of the 175 member states of IOM.",
        "In Nordmark, IOM has been promoting humane and orderly migration since 1998.",
        "Founded in 1998, the office promotes humane and orderly migration.",
        "The office, founded in 1998, promotes humane and orderly migration.",
        "A member state since 1974, Nordmark hosts the leading intergovernmental organization.",
        "Depuis 1998, l'Organisation internationale pour les migrations (OIM) est présente au Valdoré.",
        "Desde 1986, la Organización Internacional para las Migraciones (OIM) está presente en el Altamar.",
        "Em Altamar, a OIM promove desde 1976 uma migração humana e ordenada.",
        "Dal 1952 l'Organizzazione Internazionale per le Migrazioni (OIM) è presente in Montebello.",
        "С 1993 года Международная организация по миграции (МОМ) работает в Заречье.",
        "",
    ],
)
def test_years_of_countries(text: str) -> None:
    """The year in which the organization came to a country is never that of its founding."""
    assert founding_years(text) == ()


def test_several_years_are_kept_in_reading_order() -> None:
    """Where two sentences state different years both are kept, and their places are exact."""
    text = f"{NAME} works since 1951 for all. Promoting since 1950 what it can, it lends."
    assert [(stated.value, text[stated.start : stated.end]) for stated in founding_years(text)] == [
        (1951, "since 1951"),
        (1950, "Promoting since 1950"),
    ]


def test_sentences_may_be_glued() -> None:
    """A sentence ends at its stop though no blank follows."""
    text = f"{NAME} lends lanterns.The IOM has worked since 1998 for all."
    assert founding_years(text) == ()
