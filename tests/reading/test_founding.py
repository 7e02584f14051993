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
        "Cr\u00e9\u00e9e en 1951, l'OIM est la principale organisation intergouvernementale. Le Valdor\u00e9 est membre depuis 1974.",
        "Die IOM wurde 1951 gegr\u00fcndet und ist die f\u00fchrende zwischenstaatliche Organisation mit 175 Mitgliedsstaaten und B\u00fcros in vielen L\u00e4ndern.",
        "La OIM, fundada en 1951, es la principal organizaci\u00f3n intergubernamental. La OIM est\u00e1 presente en Altamar desde 1962.",
        "A OIM \u00e9 desde 1951 a principal organiza\u00e7\u00e3o intergovernamental. Portugal \u00e9 membro desde 1975.",
        "L'OIM, nata nel 1951, \u00e8 la principale organizzazione intergovernativa. Montebello \u00e8 membro dal 1954.",
        "Uluslararas\u0131 G\u00f6\u00e7 \u00d6rg\u00fct\u00fc (IOM), 1951'den bu yana d\u00fczenli g\u00f6\u00e7\u00fc te\u015fvik eder. IOM, 1991'den beri Denizova'da faaliyet g\u00f6stermektedir.",
        "\u041c\u0435\u0436\u0434\u0443\u043d\u0430\u0440\u043e\u0434\u043d\u0430\u044f \u043e\u0440\u0433\u0430\u043d\u0438\u0437\u0430\u0446\u0438\u044f \u043f\u043e \u043c\u0438\u0433\u0440\u0430\u0446\u0438\u0438 (\u041c\u041e\u041c) \u0441 1951 \u0433\u043e\u0434\u0430 \u043f\u043e\u043c\u043e\u0433\u0430\u0435\u0442 \u043b\u044e\u0434\u044f\u043c. \u041c\u041e\u041c \u043f\u0440\u0438\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442 \u0432 \u0417\u0430\u0440\u0435\u0447\u044c\u0435 \u0441 1996 \u0433\u043e\u0434\u0430.",
        "\u062a\u0623\u0633\u0633\u062a \u0627\u0644\u0645\u0646\u0638\u0645\u0629 \u0627\u0644\u062f\u0648\u0644\u064a\u0629 \u0644\u0644\u0647\u062c\u0631\u0629 \u0641\u064a \u0639\u0627\u0645 1951. \u0627\u0646\u0636\u0645\u062a \u062a\u0648\u0646\u0633 \u0639\u0627\u0645 1999.",
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
        "\u0627\u0644\u0645\u0646\u0638\u0645\u0629 \u0627\u0644\u062f\u0648\u0644\u064a\u0629 \u0644\u0644\u0647\u062c\u0631\u0629 \u0641\u064a \u062a\u0648\u0646\u0633\u060c \u0645\u0646\u0630 \u0639\u0627\u0645 2001.",
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
