"""The contract of quotations, clause by clause: what is permitted, and the nearest thing that is not."""

from __future__ import annotations

import pytest

import iom_content as iom

# Quotation, verdict, kinds; of the bundled statement and sections.
CASES = [
    ("This is no easy task", "verbatim", ""),
    ("task", "verbatim", ""),
    ("The 2023 SDG Summit is a moment of truth and reckoning.", "verbatim", ""),
    ("(GCM) and the Secretary-General’s Action Agenda", "verbatim", ""),
    ("the Secretary-General’s", "verbatim", ""),
    ("migrants’ voices", "verbatim", ""),
    ("migrants", "verbatim", ""),
    ("Let", "altered", "cut-word"),
    ("one in eight people", "verbatim", ""),
    ("GCM", "verbatim", ""),
    ("climate", "verbatim", ""),
    ("climate-induced", "verbatim", ""),
    ("Secretary", "altered", "cut-word"),
    ("General’s Action Agenda", "altered", "cut-word"),
    ("inter-governmental", "verbatim", ""),
    ("governmental organization", "altered", "cut-word"),
    ("This is no\neasy task", "faithful", "whitespace"),
    ("This is\xa0no easy  task", "faithful", "whitespace"),
    ("behind. Human mobility", "verbatim", ""),
    ("prosperity.\n\nLet’s act now", "faithful", "whitespace"),
    ("Director General The 2023 SDG Summit is", "faithful", "whitespace"),
    ("Director General\nThe 2023 SDG Summit is", "faithful", "whitespace"),
    ("mobil-\nity patterns are", "faithful", "whitespace"),
    ("climate-\ninduced displacement", "faithful", "whitespace"),
    ("Major global transformations - from climate change to digitalization - risk", "faithful", "typography"),
    ("transformations—from climate change to digitalization—risk", "faithful", "typography"),
    ("transformations -- from climate change to digitalization -- risk", "faithful", "typography"),
    ("Let′s act now", "faithful", "typography"),
    ("Let´s act now", "faithful", "typography"),
    ("Ｈuman mobility", "faithful", "typography"),
    ("conﬂicts. Further", "faithful", "typography"),
    ("human\u200b mobility can", "faithful", "typography"),
    ("hu\u200dman mobility can", "faithful", "typography"),
    ("This is no easy task.¹ Human mobility", "faithful", "typography"),
    ("easy task¹. Human mobility", "faithful", "typography"),
    ("humаn mobility can become", "altered", "spelling"),
    ("\u202ehuman mobility can become\u202c", "altered", "spelling"),
    ("human mobi̸lity can become", "altered", "spelling"),
    ("THIS IS NO EASY TASK", "faithful", "case"),
    ("[t]his is no easy task", "faithful", "case"),
    ("[T]his is no easy task", "faithful", "case"),
    ("“This is no easy task”", "faithful", "punctuation"),
    ("«This is no easy task»", "faithful", "punctuation"),
    ("This is no easy task”", "faithful", "punctuation"),
    ("“Human mobility can become a cornerstone of development.”", "faithful", "case,punctuation"),
    ("human mobility can become a cornerstone of development", "verbatim", ""),
    ("human mobility can become a cornerstone,", "faithful", "punctuation"),
    ("This is no easy task?", "altered", "inner-punctuation"),
    ("This is no easy task!", "altered", "inner-punctuation"),
    ("human mobility can become a cornerstone of development.", "faithful", "punctuation"),
    ("Human mobility patterns … driven and impacted", "faithful", "elision"),
    ("… Human mobility patterns are", "faithful", "elision"),
    ("Human mobility patterns are…", "faithful", "elision"),
    ("Human mobility [...] patterns are increasingly", "faithful", "elision"),
    ("This is no easy task.... But international migrants", "faithful", "elision"),
    ("This is no easy task. ... But international migrants", "faithful", "elision"),
    ("We need bold commitments and transformative actions.... The blueprints already exist.", "faithful", "elision"),
    ("This is no easy task … Migrants are meeting … We need bold commitments", "faithful", "elision"),
    ("The 2023 SDG Summit is a moment … This is no easy task … IOM will continue to support", "altered", "elision,stitched"),
    ("The 2023 SDG Summit … Migrants are meeting the demands", "faithful", "elision"),
    ("The 2023 SDG Summit … We need bold commitments", "altered", "elision,stitched"),
    ("Summit … Migrants are meeting the demands", "faithful", "elision"),
    ("Human mobility … task", "altered", "elision,modal,negation"),
    ("This … easy task. Human mobility", "altered", "elision,negation"),
    ("It is … rescue plan", "faithful", "elision"),
    ("Human mobility patterns are increasingly complex … Human mobility can be part of the solution", "altered", "elision,order"),
    ("managed well, … become a cornerstone", "altered", "elision,modal"),
    ("bold commitments … we must invest", "faithful", "elision"),
    ("Major global transformations … risk leaving billions of people behind", "faithful", "elision"),
    ("… eight people in the world", "altered", "elision,number"),
    ("represent … eight people", "altered", "elision,number"),
    ("easy task …", "faithful", "elision"),
    ("[IOM's Director said] human mobility can become a cornerstone of development", "altered", "word"),
    ("Human mobility [across regions] can be part of the solution", "faithful", "interpolation"),
    ("Human mobility [one two three four five six] can be part of the solution for all of us", "altered", "number,order,word"),
    ("[They] are meeting the demands", "altered", "word"),
    ("support[ing] Member States, people on the move", "faithful", "interpolation"),
    ("Human mobility can be [part] of the solution", "faithful", "interpolation"),
    ("Human mobility [sic] can be part of the solution", "faithful", "interpolation"),
    ("Human mobility can be part of the solution [emphasis added]", "faithful", "interpolation"),
    ("Human mobility [must] be part of the solution", "altered", "modal"),
    ("Human mobility [can be part of the solution", "altered", "inner-punctuation"),
    ("Human mobility (always) can be part of the solution", "altered", "inner-punctuation,word"),
    ("and Regular Migration [GCM] and the", "faithful", "interpolation"),
    ("[The organization] will continue to support Member States", "faithful", "interpolation"),
    ("This is no [simple] task", "altered", "word"),
    ("This is [an] easy task", "altered", "negation"),
    ("Human mobility [never] can be part of the solution", "altered", "negation"),
    ("[the GCM] and the Secretary-General’s Action Agenda", "faithful", "interpolation"),
    ("increasing[ly] complex – driven", "faithful", "interpolation"),
    ("1 in 8 people in the world", "altered", "number"),
    ("one in nine people in the world", "altered", "number"),
    ("175 member states and a presence in 171 nations", "altered", "word"),
    ("171 member states and a presence in 175 countries", "altered", "number"),
    ("We should further develop opportunities", "altered", "modal"),
    ("We must not further develop opportunities", "altered", "negation"),
    ("We further develop opportunities for safe", "altered", "modal"),
    ("tightening labor markets", "altered", "spelling"),
    ("migrants voices into national", "altered", "spelling"),
    ("Lets act now, with migrants", "altered", "spelling"),
    ("remittance transaction charges", "altered", "word"),
    ("development, prosperity and progress", "altered", "inner-punctuation"),
    ("local and national development plans", "altered", "order"),
    ("This is no easy task. But international migrants", "altered", "stitched"),
    ("climate induced displacement", "altered", "spelling"),
    ("173 member", "altered", "number"),
    ("175 members", "absent", ""),
    ("easy tasks", "absent", ""),
    ("purple cows dance", "absent", ""),
    ("no simple task", "altered", "word"),
    ("We must invest in skills development. IOM will continue to support Member States", "altered", "stitched"),
    ("We need bold commitments. The blueprints already exist.", "altered", "stitched"),
    ("Migrants are meeting the demands and needs. They are driving entrepreneurship", "altered", "stitched"),
    ("Human mobility patterns are increasingly complex the means through which fully inclusive governance", "altered", "stitched"),
    ("Human mobility patterns are increasingly complex. But international migrants", "altered", "stitched"),
    ("The blueprints already exist. As the leading inter-governmental organization promoting since 1951", "altered", "stitched"),
    ("2030 Agenda", "verbatim", ""),
    ("Who we are The International Organization for Migration (IOM) is part", "altered", "stitched"),
]


@pytest.mark.parametrize(("quote", "verdict", "kinds"), CASES)
def test_verdict_and_kinds(quote: str, verdict: str, kinds: str) -> None:
    """Each quotation has the verdict and exactly the kinds that the contract gives it."""
    check = iom.check_quote(quote)
    assert (check.verdict, ",".join(check.kinds)) == (verdict, kinds)


PASSAGES = [
    ("“This is no easy task.”", [("p2", "This is no easy task.")]),
    ("This is no easy task", [("p2", "This is no easy task")]),
    ("Let's act now, with migrants,", [("p7", "Let’s act now, with migrants,")]),
    ("THE SOLUTION. IT IS IMPERATIVE", [("p1", "the solution. It is imperative")]),
    ("peace and prosperity. Let’s act", [("p6", "peace and prosperity."), ("p7", "Let’s act")]),
    ("The 2023 SDG Summit … Migrants are meeting", [("p1", "The 2023 SDG Summit"), ("p3", "Migrants are meeting")]),
    ("are meeting the demands […]. They are driving", [("p3", "are meeting the demands"), ("p3", "They are driving")]),
    ("Orderly and Regular Migration [GCM]", [("p5", "Orderly and Regular Migration (GCM)")]),
    ("[GCM] and the Secretary-General’s", [("p5", "(GCM) and the Secretary-General’s")]),
    ("people in the world … represent one in eight", [("p2", "represent one in eight"), ("p2", "people in the world")]),
    ("a presence in 173 countries", [("who-we-are.summary", "a presence in 171 countries")]),
    ("igrants are meeting", [("p3", "Migrants are meeting")]),
    ("must invest in skills [indeed] development", [("p4", "must invest in skills development")]),
    ("billions of people behind.... It is imperative", [("p1", "billions of people behind."), ("p1", "It is imperative")]),
    ("Migrants are meeting the needs", [("p3", "Migrants are meeting the demands and needs")]),
    ("Human mobility can be part solution", [("p1", "Human mobility can be part of the solution")]),
    ("We should further develop opportunities", [("p4", "We must further develop opportunities")]),
]


@pytest.mark.parametrize(("quote", "passages"), PASSAGES)
def test_passages(quote: str, passages: list[tuple[str, str]]) -> None:
    """Passages are the official words, one for each block and run."""
    assert [(passage.label, passage.text) for passage in iom.check_quote(quote).passages] == passages


@pytest.mark.parametrize(
    ("quote", "quoted", "official"),
    [
        ("one hundred and seventy-five member states", "one hundred and seventy-five", "175"),
        ("one hundred seventy-one countries", "one hundred seventy-one", "171"),
        ("promoting since nineteen fifty-one humane", "nineteen fifty-one", "1951"),
    ],
)
def test_a_number_in_words_is_one_change(quote: str, quoted: str, official: str) -> None:
    """Six words for one number do not make a quotation absent."""
    check = iom.check_quote(quote)
    assert [(str(each.kind), each.quoted, each.official) for each in check.differences] == [("number", quoted, official)]
    assert check.passages[0].text == quote.replace(quoted, official)


def test_every_place_of_repeated_words() -> None:
    """All places are listed in reading order, statements before sections."""
    check = iom.check_quote("human mobility")
    assert [(place[0].label, place[0].start) for place in check.places] == [("p2", 266), ("p5", 224)]
    assert check.occurrences == 2
    assert [place[0].label for place in iom.check_quote("2030 Agenda").places] == ["our-work.summary", "2030-agenda.title"]


def test_within() -> None:
    """Only the blocks of the statement or section named are read; an unknown id names what is near."""
    assert iom.check_quote("175 member states", within="who-we-are").ok
    assert iom.check_quote("175 member states", within="our-work").verdict == "absent"
    with pytest.raises(iom.NotFound, match="who-we-are"):
        iom.check_quote("175 member states", within="who-we-arr")


NOTES = [
    ("easy task", ("cropped-negation",)),
    ("eight people in the world", ("cropped-number",)),
    ("further develop opportunities", ("cropped-modal",)),
    ("This is no easy task", ()),
    ("Human mobility patterns", ()),
    ("part of the solution", ("cropped-modal",)),
    ("the solution. It is imperative", ()),
]


@pytest.mark.parametrize(("quote", "notes"), NOTES)
def test_crops(quote: str, notes: tuple[str, ...]) -> None:
    """A guarded word of the same unit at most three words before the first quoted one is noted."""
    check = iom.check_quote(quote)
    assert (check.verdict, check.notes) == ("verbatim", notes)


def test_a_language_that_is_not_held() -> None:
    """A quotation in another language is absent, and the notes say which languages are held."""
    check = iom.check_quote(
        "Les migrants sont dans nos pays pour leur travail, et nous avons une place pour les familles qui sont avec eux"
    )
    assert (check.verdict, check.notes) == ("absent", ("language-not-held", "languages-held:en"))
    assert (check.citation, check.link, check.passages) == (None, None, ())
    assert iom.check_quote("The fog lay over the harbour and the crews were waiting for the tide that is late").notes == ()


def test_differences_have_both_spans() -> None:
    """A difference gives its place in the quotation as given and in the official block."""
    (difference,) = iom.check_quote("  a presence in 173 countries").differences
    assert (difference.quoted_start, difference.quoted_end) == (16, 19)
    block = iom.load().sections["who-we-are"].summary
    assert block is not None
    assert difference.start is not None
    assert block[difference.start : difference.end] == "171"
    assert difference.label == "who-we-are.summary"


@pytest.mark.parametrize(
    "quote", ["“This is no easy task”", "… This is no easy task", "[Truly] This is no easy task", "Never This is no easy task"]
)
def test_what_stands_before_a_block_belongs_to_it(quote: str) -> None:
    """What is added before the first word of a block has its place there, not at the end of the block before."""
    check = iom.check_quote(quote)
    assert (check.differences[0].label, check.differences[0].start) == ("p2", 0)
    assert {difference.label for difference in check.differences} == {check.passages[0].label}


def test_citation_and_link_lead_to_the_passage() -> None:
    """The citation names the paragraph, the link is a text fragment of the page."""
    check = iom.check_quote("This is no easy task.")
    assert check.citation is not None
    assert "paragraph 2" in check.citation
    assert check.link == "https://www.iom.int/speeches/sdg-summit-statement-iom-director-general#:~:text=This%20is%20no%20easy%20task."


@pytest.mark.parametrize("quote", ["", "  \n", "…", "[…]", "“.”", "?!", "\u200b", "\x00"[:0], "x" * 50_001, "a\ud800b"])
def test_nothing_to_verify(quote: str) -> None:
    """No words, too many or no text at all: the documented error, in one line."""
    with pytest.raises(iom.InvalidValue, match=r"^check_quote/quote: expected .*, found .*$"):
        iom.check_quote(quote)
