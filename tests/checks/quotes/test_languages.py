"""Rules on texts in other languages than English, on several at once, and in languages whose words nobody has listed."""

from __future__ import annotations

import pytest

import iom_content as iom
from iom_content.checks.quotes.official import official_texts
from iom_content.language.guards import Guards, guards_of_language


def catalog_of(*texts: str | tuple[str, str], language: str | None) -> iom.Catalog:
    """Return a catalog of one statement; a text may be given with a language of its own."""
    pairs = [(text, None) if isinstance(text, str) else text for text in texts]
    blocks = tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text, language=own) for text, own in pairs)
    statement = iom.Statement(id="harbour", organization="iom", language=language, blocks=blocks)
    return iom.Catalog(statements=iom.Lookup("statement", {"harbour": statement}))


SWEDISH = "Båtarna väntar inte på någon och hamnen måste öppna varje dag. Fyren lyser. Elva båtar ligger kvar."
HAMN = catalog_of(SWEDISH, language="sv")
UNTOLD = catalog_of(SWEDISH, language=None)
TURKISH = catalog_of("Gemiler limana bu gece girmeyecek ve kimse onları beklemiyor. Fener yanıyor.", language="tr")
TOLD = catalog_of("The ferry crosses the strait each day with the mail and all of the people that it finds.", language=None)
MIXED = catalog_of(
    "The ferry crosses the strait each day with the mail and many people. She may wait for nobody.",
    ("Les pilotes ne dorment pas quand la mer est forte. Ils doivent veiller près du phare.", "fr"),
    language="en",
)
QUAI = catalog_of("Le gardien ouvre les portes du quai avant l’aube. La main-d’œuvre manque ici, et l’on attend du renfort.", language="fr")
MUELLE = catalog_of("La guardiana abre las puertas del muelle antes del alba. Noventa y dos barcos esperan.", language="es")
SHARES = catalog_of(
    "Une personne sur huit vit loin du port, et un filet de trois mailles sèche. Le port a donné 1\u202f234\u202f567 repas.",
    "Plus de vingt et un millions de voisins, un million ici, attendent du pain et un abri.",
    language="fr",
)
CUOTAS = catalog_of("Una de cada ocho personas vive lejos del muelle; un barco con tres velas espera.", language="es")
VEILLE = catalog_of(
    "La veilleuse ne quitte jamais le phare. Les voisins ne dorment plus depuis la tempête.",
    "Une personne sur dix garde une lampe allumée – nul ne sait laquelle.",
    language="fr",
)
NETS = catalog_of("We counted twenty-five boats and three well-mended nets.", language="en")
CASES = [
    # Any word that is left out of a unit may be one that ought to be guarded, and so may any in a bracket.
    (HAMN, "Båtarna väntar inte på någon", "verbatim", ""),
    (HAMN, "båtarna väntar inte på någon", "faithful", "case"),
    (HAMN, "Båtarna väntar […] på någon", "altered", "elision,word"),
    (HAMN, "Båtarna väntar inte på någon […] måste öppna varje dag", "altered", "elision,word"),
    (HAMN, "hamnen måste öppna varje dag. […] Elva båtar ligger kvar", "faithful", "elision"),
    (HAMN, "[…] hamnen måste öppna varje dag […]", "faithful", "elision"),
    (HAMN, "Båtarna väntar [alls] inte på någon", "altered", "word"),
    (HAMN, "Båtarna väntar inte på någon [sic]", "faithful", "interpolation"),
    (HAMN, "Båtarna väntar inte på någon [emphasis added]", "faithful", "interpolation"),
    (HAMN, "Båtarna väntar inte på [någon] och hamnen", "faithful", "interpolation"),
    (UNTOLD, "Båtarna väntar […] på någon", "altered", "elision,word"),
    (TURKISH, "Gemiler limana […] girmeyecek", "altered", "elision,word"),
    (TURKISH, "[Kayıklar] limana bu gece girmeyecek", "altered", "word"),
    # Where no language is given, the words may tell it.
    (TOLD, "The ferry crosses … each day with the mail", "faithful", "elision"),
    # A block in another language is guarded by that one's words as well.
    (MIXED, "The ferry crosses the strait … with the mail", "faithful", "elision"),
    (MIXED, "She … wait for nobody", "altered", "elision,modal"),
    (MIXED, "Les pilotes […] dorment […] quand la mer est forte", "altered", "elision,negation,stitched"),
    (MIXED, "Ils […] veiller près du phare", "altered", "elision,modal"),
    (MIXED, "pilotes ne dorment pas quand la mer est forte", "verbatim", ""),
    # Brackets hold words of who quotes, and those may be English.
    (QUAI, "Le gardien [not] ouvre les portes du quai", "altered", "negation"),
    (QUAI, "Le gardien [must] ouvre les portes du quai", "altered", "modal"),
    (QUAI, "Le gardien [he said] ouvre les portes du quai", "altered", "word"),
    (QUAI, "[They] ouvre les portes du quai", "altered", "word"),
    (QUAI, "Le gardien ouvre [all] les portes du quai", "faithful", "interpolation"),
    (QUAI, "les portes du quai avant l’aube [emphasis added]", "faithful", "interpolation"),
    (QUAI, "les portes du quai avant l’aube [c’est moi qui souligne]", "faithful", "interpolation"),
    (MUELLE, "La guardiana abre las puertas [la cursiva es mía]", "faithful", "interpolation"),
    (QUAI, "La main-d'oeuvre manque ici", "altered", "spelling,typography"),
    # An article counts where a share follows, and nowhere else.
    (SHARES, "Une personne […] vit loin du port", "altered", "elision,number"),
    (SHARES, "et un filet […] sèche", "faithful", "elision"),
    (CUOTAS, "Una […] vive lejos del muelle", "altered", "elision,number"),
    (CUOTAS, "Una de […] personas vive lejos del muelle", "altered", "elision,number"),
    (CUOTAS, "un barco […] espera", "faithful", "elision"),
    (SHARES, "Plus de vingt […] millions de voisins", "altered", "elision,number"),
    (SHARES, "Plus de vingt et […] millions de voisins", "altered", "elision,number"),
    (SHARES, "attendent du pain […] abri", "faithful", "elision"),
    (SHARES, "Plus de vingt millions de voisins", "altered", "number"),
    (SHARES, "Plus de vingt-deux millions de voisins", "altered", "number"),
    (SHARES, "attendent du pain et trois abris", "altered", "number,word"),
    (SHARES, "attendent du pain et abri", "altered", "word"),
    # Some words deny only beside others of their unit.
    (VEILLE, "Les voisins ne dorment […] depuis la tempête", "altered", "elision,negation"),
    (VEILLE, "Les voisins ne dorment [plus] plus depuis la tempête", "altered", "negation"),
    (VEILLE, "La veilleuse ne quitte plus le phare", "altered", "negation"),
    (VEILLE, "La veilleuse ne quitte [personne] jamais le phare", "altered", "negation"),
    (VEILLE, "Une personne sur dix garde [plus] une lampe allumée", "altered", "negation"),
    (VEILLE, "Une personne sur dix garde [aussi] une lampe allumée", "faithful", "interpolation"),
    (VEILLE, "Une personne de plus sur dix garde une lampe allumée", "altered", "word"),
    # The groups of digits of one number are one word.
    (SHARES, "donné 1234567 repas", "altered", "number"),
    (SHARES, "donné 1,234,567 repas", "altered", "number"),
    (SHARES, "donné 1 234 567 repas", "faithful", "whitespace"),
    (SHARES, "donné 1 234 568 repas", "altered", "number,whitespace"),
    (SHARES, "234 567 repas", "altered", "cut-word,whitespace"),
    # The hyphen of a compound goes with the part that is dropped.
    (NETS, "We counted twenty boats and three well-mended nets", "altered", "number"),
    (NETS, "We counted five boats and three well-mended nets", "altered", "number"),
    (NETS, "twenty-five boats and three mended nets", "altered", "word"),
    (NETS, "twenty-five boats and three well mended nets", "altered", "spelling"),
]


@pytest.mark.parametrize(("catalog", "quote", "verdict", "kinds"), CASES, ids=[case[1] for case in CASES])
def test_verdict_and_kinds(catalog: iom.Catalog, quote: str, verdict: str, kinds: str) -> None:
    """Each quotation has its verdict and exactly its kinds."""
    check = iom.check_quote(quote, catalog=catalog)
    assert (check.verdict, ",".join(check.kinds)) == (verdict, kinds)


def test_a_language_without_guarded_words_is_noted() -> None:
    """The answer says that nobody knows which words to guard; where something is accepted there is no need."""
    assert iom.check_quote("Båtarna väntar […] på någon", catalog=HAMN).notes == ("language-not-guarded",)
    assert iom.check_quote("båtarna väntar inte på någon", catalog=HAMN).notes == ()
    assert iom.check_quote("She … wait for nobody", catalog=MIXED).notes == ()


def test_the_languages_of_the_blocks_are_held() -> None:
    """A quotation in a language that none but a block is in is absent without more."""
    quote = "Nous voulons que les villes soient plus grandes et que nous puissions tous y vivre"
    assert iom.check_quote(quote, catalog=MIXED).notes == ()
    assert iom.check_quote(quote, catalog=NETS).notes == ("language-not-held", "languages-held:en")
    assert official_texts(MIXED)[0].languages == ("en", "fr")


def test_texts_in_one_language_are_read_alike() -> None:
    """A region makes no other language, nor do word lists that were read anew; words of two such texts may be run together."""
    texts = {"quay": ("The quay lies beyond the old pier.", "en"), "mill": ("A mill grinds the summer corn.", "en-GB")}
    statements = {
        name: iom.Statement(id=name, organization="iom", language=language, blocks=(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text),))
        for name, (text, language) in texts.items()
    }
    catalog = iom.Catalog(statements=iom.Lookup("statement", statements))
    assert iom.check_quote("beyond the old pier … the summer corn", catalog=catalog).kinds == ("elision", "stitched")
    fresh = iom.Catalog(statements=iom.Lookup("statement", statements))
    assert iom.check_quote("beyond the old pier", catalog=fresh, within="quay").ok
    guards_of_language.cache_clear()
    assert iom.check_quote("beyond the old pier … the summer corn", catalog=fresh).kinds == ("elision", "stitched")


def test_guards_are_equal_by_their_words() -> None:
    """Those of another language, or of one that nobody knows, are others."""
    english = guards_of_language("en")
    assert english == Guards(english.words)
    assert english != Guards(english.words, known=False)
    assert english != guards_of_language("fr")
    assert english != "en"
