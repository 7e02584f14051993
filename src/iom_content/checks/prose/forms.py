"""Expressions over the letters of a clause: the forms of those that attribute words to the organization."""

from __future__ import annotations

import re
from typing import Final

from iom_content.checks.prose.lettering import NEGATED

__all__ = [
    "ABOUT",
    "AFTER",
    "ALONE",
    "ANYWHERE",
    "ASIDE",
    "BEFORE",
    "CAUSED",
    "FOREIGN",
    "FURTHER",
    "HEADS",
    "ITS_HEAD",
    "JOINT",
    "NAMED",
    "OPENING",
    "OWN_ANNOUNCED",
    "OWN_CLAIM",
    "OWN_WORDS",
    "PERSON",
    "PRONOUN_BEFORE",
    "QUOTED",
    "ROLE_FIRST",
    "SOMEBODY",
    "TITLED",
    "VIEW",
]

# Who speaks: `IOM`, `IOM's Director General Ann Lee`, `the head of IOM`, `a statement by IOM`, `Lee`, `the Director General`.
_CORE: Final = (
    "(?:"
    "[OG]L*[Th]N*H?(?!L*[BU])"
    "|[Th]D+L*[OG]N*H?"
    "|[Vv]9?D+L*(?:VD+L*)?(?:[OG]L*(?:[Th]N*H?|V)?|T?N*HL*V|TN*H?|N*H)"
    "|[Vv]9?D+L*V(?!D)"
    "|[OG]L*[Vv]"
    "|T?N*HL*[Vv]"
    "|TL*[Vv]"
    "|T?N*H"
    "|T(?!D+L*[BUNWR])N*"
    "|V(?!D+L*[BUNWRT])"
    "|[OG]"
    ")"
)
_LEAD: Final = "(?:[PD][LPDNWOVvTHCn9]{0,8}?,?)?n?[LC]*"
# Behind it `is said to have`; or in front of it another clause: `the mayor claims that IOM`.
BEFORE: Final = re.compile(f"{_LEAD}{_CORE}(?:L*(?:[PD].*|XP?L*)?|.*C)|.*X[LXn]*{_CORE}L*")
# The subject right before its words: `IOM “regrets the delay”`.
ALONE: Final = re.compile(f"{_LEAD}{_CORE}")
# Whose view follows, by itself between a preposition and a comma: `for IOM, “…”`, `“…”, in IOM's words`.
VIEW: Final = re.compile(f"[PD]L*{_CORE},?")


def _own(words: str, end: str) -> re.Pattern[str]:
    """Return the form of words of the organization's own: what letters they have, and what stands behind them."""
    return re.compile(f"(?:.*[^PDL])?L*(?:[OG]L*V?L*{words}|T?N*HL*{words}|TL*{words}|{words}D+L*(?:[OG]L*V?|T?N*H|T(?!D))){end}")


# Right before what they are: `IOM's position that “…”`.
OWN_WORDS: Final = _own("v", ",?")
# With a clause on them before a colon: `a line of IOM's that nobody knows: “…”`.
OWN_ANNOUNCED: Final = _own("v", "(?:L[^,BUR]*)?")
OWN_CLAIM: Final = _own("[Vv]", "L")
# Somebody with the title behind the name: `Ann Lee, Director General of IOM`.
_HELD: Final = "N+,[LC]*(?:[OG]L*[Th]|[Th]D+L*[OG])"
AFTER: Final = re.compile(f"[LC]*(?:{_CORE}|{_HELD})(?:[LPDC,X].*)?")
PRONOUN_BEFORE: Final = re.compile(f"[LC]*([YI])[^{NEGATED}]*")
ANYWHERE: Final = re.compile(f"(?:[PD][LPDNWOVvTHCn9]{{0,8}}?,?)?[LCX]*(?:{_CORE}|{_HELD})[^BUR]*")
HEADS: Final = re.compile("[ThH]")
ROLE_FIRST: Final = re.compile("[LC]*[OG]?L*[RW]*R")
ITS_HEAD: Final = re.compile("[LC]*L[Th](?:[LPD].*)?")
QUOTED: Final = re.compile(f"{_LEAD}{_CORE}L*X[PD].*")
ASIDE: Final = re.compile(",[^,]*,")
CAUSED: Final = re.compile(f"[LC]*{_CORE}L*")
NAMED: Final = re.compile(f"{_LEAD}N+")
TITLED: Final = re.compile("[LC]*(?:[OG]L*[Th]|[Th]D+L*[OG]|T)N*")
# Somebody who speaks nothing yet, but whom a pronoun may mean: `The mayor disagreed.`, `Ann Lee came.`
PERSON: Final = re.compile(f"{_LEAD}(?:N*H|[OG]L*[Th]|[Th]D+L*[OG]|T)")
# `Asked for a word, the head of IOM came.`
OPENING: Final = re.compile(r"\AX[^,]*,")
SOMEBODY: Final = re.compile("[LC]*(?:[NWn9]{0,2}R|NN)")
ABOUT: Final = re.compile(f"{_LEAD}{_CORE}[^BUR]*")
FOREIGN: Final = re.compile("[BUR]")
# `and called it`, `she said, and added`: more words of hers follow, but not the same ones.
JOINT: Final = re.compile("[LCPD,X]*")
FURTHER: Final = re.compile(",?C|.*X.*[,C].*X")
