"""Numbers spelled out, written apart from the code that reads them: an independent judge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

LARGEST: Final = 999_999_999

_EN: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS: Final = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def english(number: int) -> str:
    """Spell a number as in `one hundred and seventy-five`."""
    if number < 20:
        return _EN[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _EN_TENS[tens] + (f"-{_EN[ones]}" if ones else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            joiner = " and " if 0 < rest < 100 else " "
            return f"{english(many)} {name}" + (f"{joiner}{english(rest)}" if rest else "")
    raise AssertionError


_FR: Final = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS: Final = ["-", "-", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]


def french(number: int) -> str:
    """Spell a number as in `cent soixante-quinze`."""
    if number < 20:
        return _FR[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        if tens in {7, 9}:
            ones += 10
        if number == 80:
            return "quatre-vingts"
        joiner = " et " if ones in {1, 11} and tens < 8 else "-"
        return _FR_TENS[tens] + (f"{joiner}{_FR[ones]}" if ones else "")
    if number < 1000:
        many, rest = divmod(number, 100)
        head = "cent" if many == 1 else f"{_FR[many]} cent" + ("s" if not rest else "")
        return head + (f" {french(rest)}" if rest else "")
    if number < 10**6:
        many, rest = divmod(number, 1000)
        head = "mille" if many == 1 else f"{french(many).removesuffix('s') if many % 100 in {0, 80} else french(many)} mille"
        return head + (f" {french(rest)}" if rest else "")
    many, rest = divmod(number, 10**6)
    return f"{french(many)} million{'s' if many > 1 else ''}" + (f" {french(rest)}" if rest else "")


_ES: Final = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_ES_TENS: Final = ["-", "-", "-", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_ES_HUNDREDS: Final = [
    "-",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]


def spanish(number: int) -> str:
    """Spell a number as in `ciento setenta y cinco`."""
    if number < 30:
        return _ES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _ES_TENS[tens] + (f" y {_ES[ones]}" if ones else "")
    if number < 1000:
        many, rest = divmod(number, 100)
        return "cien" if number == 100 else _ES_HUNDREDS[many] + (f" {spanish(rest)}" if rest else "")
    size, one, name = (1000, "mil", "mil") if number < 10**6 else (10**6, "un millón", "millones")
    many, rest = divmod(number, size)
    # Before a noun `uno` loses its end.
    factor = spanish(many).replace("veintiuno", "veintiún")
    factor = f"{factor[:-3]}un" if factor.endswith("uno") else factor
    return (one if many == 1 else f"{factor} {name}") + (f" {spanish(rest)}" if rest else "")


SPELLERS: Final[dict[str, Callable[[int], str]]] = {"en": english, "fr": french, "es": spanish}
