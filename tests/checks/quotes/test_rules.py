"""Rules on invented texts: what the bundled ones do not hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import iom_content as iom
from iom_content.checks.quotes.official import official_texts
from iom_content.language.guards import guards_of_language
from iom_content.language.words import tokens_of, typographic

Growth = Callable[[Callable[[int], object], int], float]


def catalog_of(*texts: str, language: str | None = "en", marks: tuple[iom.Mark, ...] = ()) -> iom.Catalog:
    """Return a catalog of one statement, without title and address."""
    blocks = tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text, marks=marks) for text in texts)
    statement = iom.Statement(id="harbour", organization="iom", language=language, blocks=blocks)
    return iom.Catalog(statements=iom.Lookup("statement", {"harbour": statement}))


HARBOUR = catalog_of(
    "The keepers [of the old light] wrote … and waited. They said “no boat sails tonight”, and no boat did. "
    "Captain Ada Brown must not leave the pier (the long one) before dawn; her crew may rest.",
    "In 2019 the harbour saw 1,200 boats – twice as many as in 2009 – and never closed. "
    "The Harbour Board’s rule is simple: one light, one keeper.",
    "It’s a well-known truth that boats can’t wait; the tide won’t. Repeat after me. Repeat after me.",
    "Every crew deserves a safe berth and a warm meal, and Mr. Gull agrees (he would. The night crew is able to row.",
)
PORT = catalog_of(
    "L’équipage n’est pas parti : il doit attendre la marée. Les « vieux phares » guident encore trente bateaux vers le port.",
    "Nous ne pouvons rien faire sans l’aide du gardien. Quatre-vingts familles vivent ici aujourd’hui.",
    language="fr",
)
PUERTO = catalog_of(
    "¿Quién cuida el faro? La guardiana no duerme nunca; debe vigilar dos barcos y treinta y cinco redes.",
    "Sin la marea, el puerto no puede abrir. Las familias del muelle esperan pan, sal y agua.",
    language="es",
)
RITUAL = catalog_of("The keepers wait. " * 3, "Boats return to the pier when the tide is high, and the crew sleeps.")
RULES = catalog_of(
    "Two rules hold here: Boats wait for the tide, and crews sleep. The ferry waits at the pier",
    "Nobody sails. The keeper rests at home; 175 000 nets dry",
    "Crews rest at noon–never at dawn–and mend (if they must) the half-mended nets. “Stop.” Next day they go",
)
BOARD = catalog_of(
    "Yesterday the Harbour Board of Trade and Light closed. They met Gull. He must see Mr. Brown today. She must see J. Ray too.",
)
QUAY = catalog_of(
    "The crew will continue to row from those islands – all of them small – and 50% of the boats cost $3 each. They rest [applause].",
    "The Old Harbour Fund (OHF) pays, often within six days (or so it says). She cannot row; nobody can.",
    "Let us sail now, with the tide, for the benefit of all. The pilots agree. A storm is near.",
)
TOLL = catalog_of("In 2019, more than 3,400 crews came, twelve boats, and twenty-one of them rowed. Now one in eight of them rowed again.")
NAMES = catalog_of(
    "Today, North Quay hosts the Compact for Calm, Open and Steady Water (CCW) and the Green Ferry Fund in South Quay. "
    "The CCW Chief Pilot met Ada, Bruno & Cleo. Rowers of the Old Pier wait for Harbour-Master Gull’s Night Plan on Inner Waters.",
)
CREW = catalog_of("The night crew met Ada Gull")
STRESS = catalog_of("The keepers never sleep [emphasis added].")
NEST = catalog_of("Gull’s nest lies by the old pier. The keeper never goes there.")
PIER = catalog_of("The lanterns hang from the tall mast of the pier at dusk", "Gulls rest there all night long. Nobody minds them")
SWAY = catalog_of("The lanterns hang from the tall mast of the pier and sway. Gulls rest there all night long")
BEACON = catalog_of("The old crews rest (all of them). The beacon turns by itself. Nobody watches it turn.")
COOK = catalog_of("The crews rest at noon. “Wait,” he said. Dawn came late.")
CASES = [
    # Parts that do not stand together, and what only looks like it.
    (QUAY, "for the benefit of all … A storm is near … The pilots agree", "altered", "elision,order"),
    (QUAY, "Let us sail now, with the tide The pilots agree", "altered", "case,inner-punctuation,word"),
    (QUAY, "with the tide, for the benefit of all pilots agree. A storm", "altered", "inner-punctuation,word"),
    (QUAY, "sail now, with the tide The pilots agree", "altered", "stitched"),
    (QUAY, "A storm is near Let us sail now, with the tide The pilots agree", "altered", "case,inner-punctuation,word"),
    (PIER, "The lanterns hang rest there all night", "altered", "stitched"),
    (PIER, "The lanterns hang Gulls rest there all night", "altered", "stitched"),
    (SWAY, "The lanterns hang sway. Gulls rest there", "altered", "case,word"),
    (BEACON, "The old crews rest (all of them Nobody watches it turn", "altered", "stitched"),
    (COOK, "The crews rest at noon Dawn came late", "altered", "stitched"),
    (RULES, "Two rules hold here: Boats wait for the tide, and crews sleep Nobody sails. The keeper rests at home", "altered", "stitched"),
    (RULES, "and crews sleep. The ferry waits at the pier The keeper rests at home; 175 000 nets dry", "altered", "stitched"),
    (RITUAL, "crew … tide … pier", "absent", ""),
    (RITUAL, "the crew sleeps … Boats return", "altered", "elision,order"),
    (RITUAL, "crew sleeps … Boats return to", "altered", "elision,order"),
    (RITUAL, "the crew sleeps … return", "altered", "elision,order"),
    (RITUAL, "crew sleeps … return", "absent", ""),
    (NAMES, "Today, [the town] hosts the Compact", "faithful", "interpolation"),
    (NAMES, "Today, [South] Quay hosts the Compact", "altered", "word"),
    (NAMES, "North Quay hosts the [treaty] (CCW)", "faithful", "interpolation"),
    (NAMES, "North Quay hosts [it] (CCW) and the Green Ferry Fund", "faithful", "interpolation"),
    (NAMES, "the Compact for [Rough] Water (CCW)", "altered", "word"),
    (NAMES, "the Compact for [Rough], Open and Steady Water", "altered", "word"),
    (NAMES, "the Compact for Calm, [Closed] and Steady Water", "altered", "word"),
    (NAMES, "the Compact for Calm, Open and Steady [Rock] (CCW)", "altered", "word"),
    (NAMES, "hosts the [Treaty] for Calm, Open and Steady Water", "altered", "word"),
    (NAMES, "and the [Grey] Ferry Fund in South Quay", "altered", "word"),
    (NAMES, "and the [fund] in South Quay", "faithful", "interpolation"),
    (NAMES, "and the Green Ferry Fund in [the village]. The CCW", "faithful", "interpolation"),
    (NAMES, "The [body’s] Chief Pilot met Ada", "faithful", "interpolation"),
    (NAMES, "The CCW [Deputy] Pilot met Ada", "altered", "word"),
    (NAMES, "The CCW Chief Pilot met Ada, [the cook] & Cleo", "faithful", "interpolation"),
    (NAMES, "wait for [Sergeant] Gull’s Night Plan", "altered", "word"),
    (NAMES, "wait for [her] Night Plan on Inner Waters", "faithful", "interpolation"),
    (NAMES, "Gull’s Night Plan on [Outer] Waters", "altered", "word"),
    (NAMES, "Gull’s Night Plan on [the land].", "altered", "punctuation,word"),
    (CREW, "The night crew met [the pilot]", "faithful", "interpolation"),
    (CREW, "The night crew met Ada [Wren]", "altered", "word"),
    (CREW, "[N]ight [c]rew", "faithful", "case"),
    (CREW, "ni-\nght", "faithful", "whitespace"),
    (STRESS, "[EMPHASIS added]", "faithful", "case"),
    (QUAY, "from [sic] islands – all of them small", "altered", "word"),
    (QUAY, "to row from [emphasis added] islands", "altered", "word"),
    (QUAY, "The Old Harbour [sic] (OHF) pays", "altered", "word"),
    (QUAY, "from those [sic] islands – all of them small", "faithful", "interpolation"),
    (QUAY, "The crew will [continued] to row", "faithful", "interpolation"),
    (QUAY, "The crew will continue [continued] to row", "altered", "word"),
    (QUAY, "row from those islands( –", "altered", "inner-punctuation"),
    (QUAY, "–) all of them small", "altered", "inner-punctuation"),
    (QUAY, "(all of them small –", "faithful", "punctuation"),
    (QUAY, "THE PILOTS AGREE .", "faithful", "case,whitespace"),
    (QUAY, "– ALL of them small–", "faithful", "case,typography"),
    (QUAY, "( ohf)", "faithful", "case,whitespace"),
    (HARBOUR, "“They said”", "faithful", "punctuation"),
    (HARBOUR, ". IN 2019 the harbour saw", "altered", "case,inner-punctuation"),
    (HARBOUR, "“and no boat did.", "faithful", "punctuation"),
    (QUAY, "to row from continue those islands", "altered", "order"),
    (TOLL, "… more than 3,400 crews came", "faithful", "elision"),
    (TOLL, "In 2019 … crews came", "altered", "elision,number"),
    (TOLL, "more than three thousand four hundred crews came", "altered", "number"),
    (TOLL, "more than five [or] six crews came", "altered", "interpolation,number"),
    (TOLL, "more than five … hundred crews came", "altered", "elision,number"),
    (TOLL, "[nine] of them rowed again", "altered", "number"),
    (TOLL, "rowed. Now [nine] … of them rowed again", "altered", "elision,number"),
    (TOLL, "[hundred] of them rowed again", "altered", "number"),
    (TOLL, "… eight of them rowed", "altered", "elision,number"),
    (TOLL, "… one of them rowed", "altered", "cut-word,elision"),
    (TOLL, "crews came, twelve boats …", "faithful", "elision"),
    (QUAY, "The Old Harbour Fund [OHF]", "faithful", "interpolation"),
    (QUAY, "[OHF] pays, often within six days", "faithful", "interpolation"),
    (QUAY, "all of [2un]them small", "altered", "word"),
    (QUAY, "six days [or so it says]", "faithful", "interpolation"),
    (QUAY, "the boats cost $3 each. They rest [laughter].", "altered", "punctuation,word"),
    (QUAY, "[laughter] The Old Harbour Fund", "faithful", "interpolation"),
    (QUAY, "She … row; nobody can", "altered", "elision,negation"),
    (QUAY, "She [cannot] cannot row; nobody can", "altered", "negation"),
    (QUAY, "The pilots [’ll] agree. A storm is near", "altered", "modal"),
    (QUAY, "The pilots [’d] agree. A storm is near", "altered", "modal"),
    (QUAY, "The pilots [n’t] agree. A storm is near", "altered", "negation"),
    (QUAY, "The pilots n’t agree. A storm is near", "altered", "negation"),
    (QUAY, "often within six [thousand] days", "altered", "number"),
    (QUAY, "The [p]ilot agree. A storm is near", "altered", "word"),
    (QUAY, "The pilot[] agree. A storm is near", "altered", None),
    (QUAY, "[t]he pilots agreed. A [s]torms is near", "altered", "case,word"),
    (QUAY, "The pilot[s] agree[d]. A storm is near", "faithful", "interpolation"),
    (QUAY, "often within [twenty] six days", "altered", "number"),
    (QUAY, "often within six[5] days", "altered", "number"),
    (QUAY, "often within six [hundred and ten] days", "altered", "number"),
    (QUAY, "often within six days [of seven]", "faithful", "interpolation"),
    (QUAY, "often within six [of seven] days", "faithful", "interpolation"),
    (QUAY, "The pilots agree.... A storm is near", "faithful", "elision"),
    (QUAY, "The pilots agree. [. . . .] A storm is near", "faithful", "elision"),
    (QUAY, "Let us sail now....", "faithful", "elision"),
    (QUAY, ". . . . with the tide", "faithful", "elision"),
    (QUAY, "Let us sail now..... The pilots agree", "altered", "stitched"),
    (QUAY, "€3 each. They rest", "altered", "number"),
    (QUAY, "The Old Har\u0392our Fund (OHF) pays", "altered", "spelling"),
    (QUAY, "all of them small – and 50 of the boats", "altered", "number"),
    (QUAY, "all of them small – and 50 per cent of the boats", "altered", "number,word"),
    (QUAY, "Let us sail now … for the profit of all", "altered", "elision,word"),
    (QUAY, "Let us sail now … A storm is far", "altered", "elision,word"),
    (QUAY, "for the profit of all … to the very bottom of the sea", "absent", ""),
    (QUAY, "with the tide … Let us sail now", "altered", "elision,order"),
    (NEST, "[Its] nest lies by the old pier", "altered", None),
    (BOARD, "Yesterday [it] closed", "faithful", "interpolation"),
    (BOARD, "They met Gull … Brown today", "altered", "elision,modal"),
    (BOARD, "They met Gull … Ray too", "altered", "elision,modal"),
    (BOARD, "They met Gull … He must see Mr. Brown today", "faithful", "elision"),
    (BOARD, "They met Gull [sic]. He must see Mr. Brown", "faithful", "interpolation"),
    (RULES, "[They] wait for the tide", "altered", "word"),
    (RULES, "ferry waits at the pier … The keeper rests at home", "faithful", "elision"),
    (RULES, "keeper rests at home; 175", "altered", "cut-word"),
    (RULES, "“home; 175”", "altered", "cut-word,punctuation"),
    (RULES, "175 000 nets [1]", "altered", "word"),
    (RULES, "home; 000 175 nets", "altered", "number"),
    (RULES, "the [her] sails. The", "altered", "negation"),
    (RULES, "Next day go they", "altered", "order"),
    (HARBOUR, "“arbour saw”", "altered", "cut-word,punctuation"),
    (HARBOUR, "… arbour saw", "altered", "cut-word,elision"),
    (HARBOUR, "[they] 1,200 boats", "altered", "word"),
    (RITUAL, "the … pier when the very", "altered", "elision,word"),
    (PORT, "pas parti must :", "altered", "word"),
    (PUERTO, "¿Quién el faro? cuida La", "altered", "order"),
    (PUERTO, "(…) y cinco", "altered", "elision,number"),
    (PUERTO, "cinco Sin redes. la", "altered", "negation"),
    (RITUAL, "The the wait. ... The", "altered", "case,elision,word"),
    (RITUAL, "return the to", "altered", "order"),
    (HARBOUR, "the pier long", "altered", "inner-punctuation,order"),
    (HARBOUR, "would. ... — The night crew", "altered", "elision,inner-punctuation"),
    (HARBOUR, "The night crew is able to row. wait[ing]", "altered", "word"),
    (HARBOUR, "The keepers [of the old light] wrote … and waited", "verbatim", ""),
    (HARBOUR, "The keepers [of the old light] wrote ... and waited", "faithful", "typography"),
    (HARBOUR, "They said 'no boat sails tonight', and no boat did", "altered", "inner-punctuation"),
    (HARBOUR, 'They said "no boat sails tonight", and no boat did', "faithful", "typography"),
    (HARBOUR, "[She] must not leave the pier", "faithful", "interpolation"),
    (HARBOUR, "Captain Ada Brown must not leave the pier [the long one] before dawn", "faithful", "interpolation"),
    (HARBOUR, "Captain Ada Brown must not leave the pier … before dawn", "faithful", "elision"),
    (HARBOUR, "Captain Ada Brown … leave the pier", "altered", "elision,modal,negation"),
    (HARBOUR, "her crew may rest [tomorrow]", "faithful", "interpolation"),
    (HARBOUR, "her crew [members] may rest … the harbour saw 1,200 boats", "faithful", "elision,interpolation"),
    (HARBOUR, "[the] crew may rest", "faithful", "interpolation"),
    (HARBOUR, "[Every crew] deserves a safe berth and a warm meal", "faithful", "interpolation"),
    (HARBOUR, "Every crew deserves [a safe berth] and a warm meal", "faithful", "interpolation"),
    (HARBOUR, "Every crew deserves [berth safe a] and a warm meal", "altered", "word"),
    (HARBOUR, "Every crew deserves [a good berth] and a warm meal", "altered", "word"),
    (HARBOUR, "[very] simple: one light, one keeper", "altered", "word"),
    (HARBOUR, "In 2019 the harbour saw 1200 boats", "altered", "number"),
    (HARBOUR, "200 boats", "altered", "cut-word"),
    (HARBOUR, "the harbour saw 1,200 boats … and never closed", "faithful", "elision"),
    (HARBOUR, "The Harbour Board", "verbatim", ""),
    (HARBOUR, "The Harbour Boards rule is simple: one light", "altered", "spelling"),
    (HARBOUR, "The harbor Board’s rule is simple", "altered", "spelling"),
    (HARBOUR, "one light … keeper", "altered", "elision,number"),
    (HARBOUR, "boats cannot wait; the tide won’t", "altered", "spelling"),
    (HARBOUR, "boats can wait; the tide won’t", "altered", "negation"),
    (HARBOUR, "It’s a well known truth that boats", "altered", "spelling"),
    (HARBOUR, "It's a wellknown truth that boats", "altered", "spelling,typography"),
    (HARBOUR, "It's a well–known truth that boats", "faithful", "typography"),
    (HARBOUR, "known truth", "altered", "cut-word"),
    (HARBOUR, "Every crew deserves a warm meal and a safe berth", "altered", "order"),
    (HARBOUR, "a warm meal, and Mr. Gull agrees", "verbatim", ""),
    (HARBOUR, "a safe berth, and a warm meal", "altered", "inner-punctuation"),
    (HARBOUR, "1,200 boats, – twice as many", "altered", "inner-punctuation"),
    (HARBOUR, "In 2019 the harbour saw 1,200 boats, –", "altered", "inner-punctuation"),
    (HARBOUR, "The night crew is unable to row", "altered", "negation"),
    (HARBOUR, "The night crew[2] is able to row", "faithful", "interpolation"),
    (HARBOUR, "The night crew[s of the port] is able to row", "altered", "word"),
    (HARBOUR, "[…] [indeed] Every crew deserves a safe berth", "faithful", "elision,interpolation"),
    (HARBOUR, "Every crew … [indeed] deserves a safe berth", "faithful", "elision,interpolation"),
    (HARBOUR, "the pier ( the long one ) before dawn", "faithful", "whitespace"),
    (HARBOUR, "the pier(the long one) before dawn", "altered", "inner-punctuation"),
    (HARBOUR, "must not leave the quay.... her crew [men] may rest", "altered", "elision,interpolation,word"),
    (HARBOUR, "Every crew deserves [indeed] a safe birth and a warm meal", "altered", "interpolation,word"),
    (HARBOUR, "Every crew deserves [not] a safe birth and a warm meal", "altered", "negation,word"),
    (HARBOUR, "Every [single] crew … a safe birth and a warm meal", "altered", "elision,interpolation,word"),
    (HARBOUR, "Captain Bella Brown … leave the pier", "altered", "elision,modal,negation,word"),
    (HARBOUR, "Every crew deserves a safe berth [and] a hot[test] meal, and Mr. Gull agrees", "altered", None),
    (HARBOUR, "Every crew deserv[ing] a safe birth and a warm meal", "altered", "interpolation,word"),
    (HARBOUR, "[E]very crew deserves a safe birth and a warm meal", "altered", "case,word"),
    (HARBOUR, "Every crew desper-\nately a safe berth and a warm meal", "altered", None),
    (HARBOUR, "every crew deserves a safe birth and a warm meal", "altered", "case,word"),
    (PORT, "L'équipage n'est pas parti: il doit attendre", "faithful", "typography,whitespace"),
    (PORT, "équipage n’est pas parti", "verbatim", ""),
    (PORT, "L’équipage est parti : il doit attendre la marée", "altered", "negation"),
    (PORT, "L’équipage n’est pas parti : il peut attendre la marée", "altered", "modal"),
    (PORT, "guident encore vingt bateaux vers le port", "altered", "number"),
    (PORT, "Les «vieux phares» guident encore", "faithful", "whitespace"),
    (PORT, "Les “vieux phares” guident encore", "altered", "inner-punctuation"),
    (PORT, "L’equipage n’est pas parti", "altered", "spelling"),
    (PORT, "« Quatre-vingts familles vivent ici aujourd'hui. »", "faithful", "punctuation,typography"),
    (PUERTO, "¿Quién cuida el faro?", "verbatim", ""),
    (PUERTO, "quién cuida el faro", "faithful", "case"),
    (PUERTO, "La guardiana duerme nunca; debe vigilar", "altered", "negation"),
    (PUERTO, "debe vigilar tres barcos y treinta y cinco redes", "altered", "number"),
    (PUERTO, "esperan pan, sal, y agua", "altered", "inner-punctuation"),
    (PUERTO, "Sin la marea … no puede abrir", "faithful", "elision"),
    (PUERTO, "Con la marea, el puerto no puede abrir", "altered", "negation"),
    (PUERTO, "el puerto […] puede abrir", "altered", "elision,negation"),
]


@pytest.mark.parametrize(("catalog", "quote", "verdict", "kinds"), CASES, ids=[case[1] for case in CASES])
def test_verdict_and_kinds(catalog: iom.Catalog, quote: str, verdict: str, kinds: str | None) -> None:
    """Each quotation has its verdict and exactly its kinds."""
    check = iom.check_quote(quote, catalog=catalog)
    assert check.verdict == verdict
    if kinds is not None:
        assert ",".join(check.kinds) == kinds


def test_a_text_without_language_is_guarded_by_all() -> None:
    """Where the language is unknown, a word guarded in any language is guarded."""
    catalog = catalog_of("Le phare ne doit pas fermer avant la nuit de la fête.", language=None)
    assert iom.check_quote("Le phare ne peut pas fermer avant la nuit", catalog=catalog).kinds == ("modal",)
    assert guards_of_language("sv").of("must") == guards_of_language(None).of("must")


def test_a_capture_that_ends_inside_the_block() -> None:
    """A passage of a truncated block is noted."""
    catalog = catalog_of("The ferry leaves at dawn and the crew is", marks=(iom.Mark.TRUNCATED,))
    assert iom.check_quote("the crew is", catalog=catalog).notes == ("truncated-source",)


def test_repetition_is_bounded() -> None:
    """A text of repeated words has many alignments; enough of them are looked at."""
    catalog = catalog_of("we go on and on, " * 80)
    check = iom.check_quote("we go … we go … and on", catalog=catalog)
    assert (check.verdict, check.kinds) == ("faithful", ("elision",))


@pytest.mark.parametrize("mark", ["…", ".", "!", "’"])
def test_heaps_of_marks_at_an_edge_take_no_time_for_each_place(mark: str, growth: Growth) -> None:
    """A word that stands in many places of a text is laid on one of them."""
    check = iom.check_quote("the " + mark * 500)

    def on_places(count: int) -> iom.QuoteCheck:
        return iom.check_quote("the " + mark * 500, catalog=catalog_of("The boat and the crew of the pier wait. " * count))

    assert growth(on_places, 10) < 2
    texts = [place[0].value_id for place in check.places]
    assert len(set(texts)) == len(texts)


def test_the_last_word_said_first_is_moved_from_the_end() -> None:
    """Nothing stands before the first word of a text: what was moved there is looked for behind the passage."""
    check = iom.check_quote(
        "boats keepers mend seven nets and crews row", catalog=catalog_of("Keepers mend seven nets and crews row boats")
    )
    assert check.kinds == ("case", "order")
    assert [(each.quoted, each.official) for each in check.differences] == [("boats", ""), ("keepers", "Keepers"), ("", "boats")]
    assert [(passage.start, passage.end) for passage in check.passages] == [(0, 43)]


def test_a_long_quotation_with_a_change() -> None:
    """Where a table would be too large, common runs are matched first, and the change is found all the same."""
    words = [f"word{number}er" for number in range(900)]
    catalog = catalog_of(" ".join(words))
    quoted = " ".join([*words[:400], "zeppelin", *words[401:880], "more", *words[880:890], *words[892:]])
    check = iom.check_quote(quoted, catalog=catalog)
    assert check.verdict == "altered"
    assert ("zeppelin", "word400er") in {(each.quoted, each.official) for each in check.differences}
    assert check.passages[0].text == " ".join(words)


def test_a_quotation_longer_than_the_text() -> None:
    """A window is never larger than the text."""
    catalog = catalog_of("The ferry leaves at dawn, crew and all.")
    check = iom.check_quote("The ferry leaves at noon, crew and all, whatever", catalog=catalog)
    assert check.verdict == "altered"
    assert (
        iom.check_quote("The ferry leaves, says nobody who has seen how the boats are kept at night in port", catalog=catalog).verdict
        == "absent"
    )


def test_texts_are_taken_apart_once() -> None:
    """The same catalog is not read twice; an equal one is another."""
    assert official_texts(HARBOUR) is official_texts(HARBOUR)
    assert official_texts(catalog_of("One text.")) is not official_texts(catalog_of("One text."))


def test_sections_of_other_languages() -> None:
    """The tag before a section's id names its language."""
    section = iom.Section(id="fr/notre-travail", title="Notre travail", summary="Nous ne pouvons pas attendre la marée du soir.")
    catalog = iom.Catalog(sections=iom.Lookup("section", {section.id: section}))
    check = iom.check_quote("Nous ne devons pas attendre la marée", catalog=catalog)
    assert (check.kinds, check.passages[0].label, check.link) == (("modal",), "fr/notre-travail.summary", None)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("plan", "planning", True),
        ("plan", "plane", False),
        ("human", "humane", False),
        ("society", "societies", True),
        ("use", "using", True),
        ("one", "ones", False),
        ("ads", "ad", False),
    ],
)
def test_words_of_one_stem(first: str, second: str, same: bool) -> None:  # noqa: FBT001 - a table's column
    """Inflections make no other word; derivations and guarded words do, and two letters are too few to tell."""
    assert guards_of_language("en").of_one_stem(first, second) is same


def test_tokens_cover_compounds_and_numbers() -> None:
    """Parts of a compound, of a range of numbers and of a number in groups are joined."""
    assert [(token.key, token.joined) for token in tokens_of("4 500 boats, 5–10 well-kept")] == [
        ("4", False),
        ("500", True),
        ("boats", False),
        (",", False),
        ("5", False),
        ("–", True),
        ("10", True),
        ("well", False),
        ("–", True),
        ("kept", True),
    ]
    assert [token.key for token in tokens_of("日本.¹ \u200b")] == ["日", "本", "."]
    assert typographic("ﬁrst\u00ad") == "first"


def test_ignorable_characters_are_no_marks() -> None:
    """They may stand alone between blanks."""
    assert [token.key for token in tokens_of("boats \u200b\ufeff wait", guards_of_language("en").words)] == ["boats", "wait"]


def test_answers_have_short_names() -> None:
    """What is shown in a prompt is one short line."""
    check = iom.check_quote("Every crew deserves a safe birth", catalog=HARBOUR)
    assert repr(check) == "<QuoteCheck altered, word>"
    assert repr(check.differences[0]) == "<Difference word 'birth' for 'berth'>"
    assert repr(check.passages[0]) == "<Passage p4 0-32>"
    assert check.occurrences == 0


def test_words_replaced_across_blocks_are_shown_with_a_blank_line_between() -> None:
    """The official words of a difference come from both blocks."""
    (found,) = iom.check_quote("the [her] sails. The", catalog=RULES).differences
    assert (found.official, found.label, found.start, found.end) == ("pier\n\nNobody", "p1", 86, 90)


def test_what_cannot_be_verified_is_named() -> None:
    """A value of another class by its class, an unknown id by its kind."""
    with pytest.raises(iom.InvalidValue, match="found 'NoneType'"):
        iom.check_quote(None, catalog=HARBOUR)  # type: ignore[arg-type]
    with pytest.raises(iom.NotFound, match="no statement or section 'harbor'; did you mean 'harbour'"):
        iom.check_quote("boats wait", catalog=HARBOUR, within="harbor")


def test_text_of_another_class_is_text() -> None:
    """Template engines mark text by a class of its own."""

    class Markup(str):
        __slots__ = ()

    check = iom.check_quote(Markup("boats can’t wait"), catalog=HARBOUR)
    assert (check.verdict, type(check.quote)) == ("verbatim", str)


@pytest.mark.parametrize(("unit", "times", "tail"), [("²", 40_000, "a"), ("Every crew deserves a safe berth. ", 1_400, "")])
def test_long_quotations_take_linear_time(unit: str, times: int, tail: str, growth: Growth) -> None:
    """Neither a run of footnote marks nor one sentence again and again costs its length squared, which were minutes here."""
    assert not iom.check_quote(unit * times + tail, catalog=HARBOUR).ok
    assert growth(lambda times: iom.check_quote(unit * times + tail, catalog=HARBOUR), times // 100) < 5


@pytest.mark.parametrize("unit", ["[not] … ", "[it] … [her] (…) [its] … ", "[their] ... [them] … "])
def test_brackets_and_ellipses_do_not_multiply(unit: str, growth: Growth) -> None:
    """What each of them may mean is not tried with what each other one may mean."""
    assert not iom.check_quote("[its] … [their] … [sternly] … [wrote]", catalog=HARBOUR).ok
    assert growth(lambda times: iom.check_quote(unit * times, catalog=HARBOUR), 3) < 6


def test_an_altered_quotation_names_what_is_not_permitted() -> None:
    """Permitted differences alone never make it altered."""
    permitted = {"case", "elision", "interpolation", "punctuation", "typography", "whitespace"}
    for catalog, quote, verdict, _ in CASES:
        if verdict == "altered":
            assert set(iom.check_quote(quote, catalog=catalog).kinds) - permitted
