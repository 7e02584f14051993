"""Who is said to speak, told by what an unknown quotation of theirs is: a finding only where it is the organization."""

from __future__ import annotations

import attrs
import pytest

import iom_content as iom
from iom_content.checks.prose.clauses import Clauses
from iom_content.language.lexicon import lexicon

WORDS = "the tide takes every boat in the end"


@pytest.mark.parametrize(
    "text",
    [
        f"IOM said: “{WORDS}”.",
        f"“{WORDS},” IOM said.",
        f"“{WORDS},” said IOM Director General António Vitorino.",
        f"“{WORDS},” said the head of IOM.",
        f"IOM’s chief wrote that “{WORDS}”.",
        f"According to IOM, “{WORDS}”.",
        f"From the statement by IOM: “{WORDS}”.",
        f"IOM came. “{WORDS},” the organization said.",
        f"Vitorino came to the quay. “{WORDS},” he said.",
        f"Ann Lee left. Vitorino stayed. “{WORDS},” he said.",
        f"In a speech, António Vitorino (then the head of IOM) warned: “{WORDS}”.",
        f"“{WORDS}” (IOM statement)",
        f"“{WORDS}” — António Vitorino",
        f"IOM wrote:\n\n> {WORDS}",
        f"> {WORDS}\n>\n> — António Vitorino, IOM",
        f"> {WORDS}\n> — IOM",
        f"> {WORDS}\n\n— Ann Lee, Director General of IOM",
        f"“{WORDS}” — Ann Lee, IOM Director General",
        f"The Director General of IOM wrote in her letter\n\n> {WORDS}",
        f"“{WORDS}!” said IOM.",
        f"The OIM told reporters: «{WORDS}».",
        f"IOM said: “{WORDS}.\n\n“And then it gives them back.”",
        f"Vitorino, a former minister, came. Vitorino, a former minister, said: “{WORDS}”.",
        f"IOM published a report in spring. “{WORDS},” it said.",
        f"IOM published a report.\n\nIt ends with “{WORDS}”.",
        f"Q: The IOM statement says, “{WORDS}”?",
        f"HOST: IOM's Director General told us: “{WORDS}”",
        f"IOM is saying “{WORDS}”.",
        f"IOM's head spoke in June. “{WORDS},” he said.",
        f"IOM warned of the tide. The rain fell. “{WORDS},” it said.",
        f"09:40 IOM's Director General: “{WORDS}”",
        f"4/ DG of IOM: “{WORDS}”",
        f"The ferryman claims that António Vitorino added “{WORDS}”.",
        f"The ferryman quoted IOM as saying “{WORDS}”.",
        f"IOM was quoted as saying “{WORDS}”.",
        f"“{WORDS},” IOM was quoted by the mayor as saying.",
        f"IOM is also said to have declared that “{WORDS}”.",
        f"IOM is supposed to have said “{WORDS}”.",
        f"The ferryman quoted the head of IOM: “{WORDS}”",
        f"“{WORDS}”, attributed to IOM, stood on the wall.",
        "In one letter IOM “regrets the tide that takes every boat”.",
        "The IOM Director General “regrets the tide” in the bay.",
        f"GENEVA – The agency said: “{WORDS}”. IOM left.",
        f"The mayor of the town by the club left. IOM came. The club left. The agency said: “{WORDS}”.",
        f"A play has the head of IOM say “{WORDS}”.",
        f"The ferryman credits IOM with the words “{WORDS}”.",
        f"The words “{WORDS}” were attributed to IOM.",
        f"The Director General of IOM wrote, according to the radio, that “{WORDS}”.",
        f"The ferryman said that, according to IOM, “{WORDS}”.",
        "I was told by a ferryman that IOM “regrets the tide of the day”.",
        "The letter says that IOM “regrets the tide of the day”.",
        f"IOM spoke. “This is no easy task,” it said. And: “{WORDS}”.",
        "IOM “regrets the tide of the day”, the ferryman adds.",
        f"IOM opened a hall. Its head said: “{WORDS}”.",
        f"IOM opened a hall. “{WORDS},” said its head.",
        # Another body that was named long before, in an article that is on IOM.
        f"IOM and FAO met.\n\nThe rain fell.\n\nThe agency said: “{WORDS}”.",
        f"IOM met the Director General of FAO.\n\nThe rain fell.\n\nThe Director General said: “{WORDS}”.",
        # No verb of saying stands beside the words.
        f"“{WORDS}” is how IOM put it.",
        f"“{WORDS}.” That is what IOM said.",
        f"“{WORDS}” is a line from the IOM statement.",
        f"For IOM, “{WORDS}”.",
        f"In the view of IOM, “{WORDS}”.",
        f"“{WORDS}”, in IOM’s words.",
        f"IOM’s position that “{WORDS}” is new.",
        f"It is IOM’s belief that “{WORDS}”.",
        f"Vitorino’s line, “{WORDS}”, drew applause.",
        f"The fourth paragraph of the IOM statement says “{WORDS}”.",
        f"What did IOM say? “{WORDS}.”",
        f"Vitorino was blunt. “{WORDS}.”",
        f"The last word goes to IOM: “{WORDS}”.",
        # Others ask, quote or make speak.
        f"A reader asks whether IOM really said that “{WORDS}”.",
        f"IOM, for its part, was quoted by the paper as saying “{WORDS}”.",
        f"The paper has IOM saying that “{WORDS}”.",
        f"Vitorino left. The play has him say that “{WORDS}”.",
        f"“{WORDS}” is often credited to IOM.",
        f"“{WORDS}.” — António Vitorino, on a badge",
        f"“{WORDS}.” (IOM Director General)",
        f"“{WORDS}”, which the paper attributes to IOM, is new.",
        f"“{WORDS}”, which Vitorino is said to have written, is new.",
        f"A ferryman asked Vitorino what he thought. “{WORDS},” he answered.",
        f"We found a letter in which the then Director General of IOM says: “{WORDS}”.",
        f"IOM left. Ann brought a sentence of the Director General that nobody could place: “{WORDS}”.",
        "The paper makes the IOM chief “regret the tide of the day”.",
        f"The ferryman attributes to IOM the words “{WORDS}”.",
        f"A ferryman writes: didn’t Vitorino say, “{WORDS}”?",
        f"Asked for a word, the IOM Director General sent a line. “{WORDS}.”",
        f"IOM said “this is no easy task”; and also that “{WORDS}”.",
    ],
)
@pytest.mark.parametrize("syntax", ["text", "markdown"])
def test_the_organization_speaks(text: str, syntax: str) -> None:
    """Itself, its head or a statement of theirs: before, behind, in a signature, as a pronoun."""
    assert [finding.rule for finding in iom.check_prose(text, syntax=syntax).findings] == ["quote-unknown"]


@pytest.mark.parametrize(
    "text",
    [
        f"The mayor told IOM: “{WORDS}”.",
        f"“{WORDS},” said a partner of IOM.",
        f"“{WORDS},” said Ann Lee, who once worked for IOM.",
        f"According to a critic of IOM, “{WORDS}”.",
        f"IOM came. Ms. Lind laughed. “{WORDS},” she said.",
        f"IOM met Tove Lind. Lind laughed. “{WORDS},” she said.",
        f"WHO said: “{WORDS}”. IOM did not.",
        f"The FAO met. “{WORDS},” the agency said. IOM came later.",
        f"“{WORDS}” (Ann Lee)",
        f"“{WORDS}” — Ann Lee. IOM was silent.",
        f"IOM was there.\n\n> {WORDS}\n>\n> — Ann Lee",
        f"IOM was there. The song goes “{WORDS}”.",
        f"The agency said: “{WORDS}”.",
        f"IOM said nothing. “{WORDS}” stood on the wall.",
        f"IOM said it. The ferry, “{WORDS}”, sank.",
        f"<p>IOM wrote <code>“{WORDS}”</code></p>",
        "IOM calls it a “ferry tax”.",
        "IOM wrote “The Tide and the Boat: A Reader for Ports”.",
        f"“{WORDS}, the mayor told IOM.",
        f"IOM opened a hall. “{WORDS},” she said.",
        f"IOM opened a hall. The sign was blue. “{WORDS},” it read.",
        f"IOM opened a hall. “Cold,” said the mayor. “{WORDS},” it said.",
        f"IOM opened a hall with UNHCR. “{WORDS},” it said.",
        f"Vitorino spoke. The pastor said he believed “{WORDS}”.",
        "IOM welcomed the “open harbour for every boat” plan.",
        f"IOM spoke. The Health Department met. The agency said: “{WORDS}”.",
        f"IOM has been called “{WORDS}”.",
        f"IOM was told “{WORDS}”.",
        f"IOM spoke to Amina, 34. “{WORDS},” she said.",
        f"IOM: the mayor said “{WORDS}”.",
        f"IOM quoted the mayor as saying “{WORDS}”.",
        f"IOM quoted the mayor: “{WORDS}”",
        f"The mayor, quoted by IOM, said “{WORDS}”.",
        "The IOM “know your boats” leaflets are here.",
        "The IOM film “Boats of every tide” is here.",
        "IOM staff “regret the tide of the day”.",
        f"IOM spoke. The Ferry Association met. The agency said: “{WORDS}”.",
        f"IOM recalled that the mayor had said: “{WORDS}”.",
        f"The note that IOM wrote was read by a ferryman, who said “{WORDS}”.",
        f"IOM has the ferryman say “{WORDS}”.",
        f"Some say “{WORDS}”. IOM left.",
        f"IOM spoke. “Cold,” said a ferrywoman. And: “{WORDS}”.",
        f"IOM spoke. And: “{WORDS}”, a ferrywoman said.",
        f"IOM spoke. “One tide,” a ferrywoman quoted. “{WORDS},” she said.",
        f"The ferryman says, according to IOM, that “{WORDS}”.",
        f"The ferry line met IOM. Its head said: “{WORDS}”.",
        f"IOM left. The island has a mayor. “{WORDS},” said its head.",
        f"IOM spoke. The Director General of FAO met us.\n\nThe Director General said: “{WORDS}”.",
        f"FAO met. IOM came. The board of FAO met.\n\nThe rain fell.\n\nThe agency said: “{WORDS}”.",
        f"“{WORDS}” is how the mayor put it to IOM.",
        f"For the critics of IOM, “{WORDS}”.",
        f"For IOM, “{WORDS}” was sung by the choir.",
        f"After the IOM speech, “{WORDS}” was sung.",
        f"Her view is that “{WORDS}”. IOM left.",
        f"IOM said “this is no easy task”; his sister, at the counter, “{WORDS}”.",
        f"“{WORDS}”, which the paper attributes to Ann Lee, is new. IOM left.",
        f"Vitorino asked the ferryman what he thought. “{WORDS},” the ferryman answered.",
        f"Vitorino left. The mayor asked a ferryman. “{WORDS},” he answered.",
        f"IOM sent a letter in which a ferryman says: “{WORDS}”.",
        f"IOM was visited by a mayor who said “{WORDS}”.",
        f"Vitorino’s brother came. “{WORDS}.”",
        f"Vitorino was blunt. The hall was cold. “{WORDS}.”",
        f"IOM spoke. “This is no easy task,” it said. It did not say that “{WORDS}”.",
        f"IOM spoke. “This is no easy task,” it said. It doesn’t say that “{WORDS}”.",
    ],
)
def test_somebody_else_speaks(text: str) -> None:
    """Or nobody is said to; then words that stand in no text are left alone."""
    syntax = "html" if text.startswith("<") else "markdown"
    assert iom.check_prose(text, syntax=syntax).findings == ()


@pytest.mark.parametrize(
    ("article", "found"),
    [
        ("<blockquote><p>{}</p><footer>Ann Lee, Director General of IOM</footer></blockquote>", ["quote-unknown"]),
        ("<blockquote><p>{}</p><footer>IOM</footer></blockquote>", ["quote-unknown"]),
        ("<figure><blockquote><p>{}</p></blockquote><figcaption>António Vitorino</figcaption></figure>", ["quote-unknown"]),
        ("<blockquote><p>{}</p></blockquote><p>— IOM</p>", ["quote-unknown"]),
        ("<blockquote>{}. <cite>IOM</cite></blockquote>", ["quote-unknown"]),
        ("<blockquote>{}.<br><cite>António Vitorino</cite></blockquote>", ["quote-unknown"]),
        ("<blockquote>{}. — António Vitorino, IOM</blockquote>", ["quote-unknown"]),
        ("<p>IOM left.</p><blockquote>{}, sings <cite>The Mail</cite> at night.</blockquote>", []),
        ("<table><tr><td>1</td><td>“{}”</td><td>IOM</td></tr></table>", ["quote-unknown"]),
        ("<dl><dt>IOM</dt><dd>“{}”</dd></dl>", ["quote-unknown"]),
        ("<table><tr><td>IOM staff</td><td>“{}”</td></tr></table>", []),
        ("<table><tr><td>IOM</td></tr><tr><td>“{}”</td></tr></table>", []),
        # A line that is no signature, by its element or its dash, signs nothing.
        ("<blockquote><p>{}</p></blockquote><p>António Vitorino</p>", []),
        ("<blockquote><p>{}</p></blockquote><p>IOM has a boat.</p>", []),
        ("<blockquote><p>{}</p><footer>Ann Lee, Director General of FAO</footer></blockquote>", []),
        ("<blockquote><p>{}</p><footer>Ann Lee, once at IOM</footer></blockquote>", []),
    ],
)
def test_elements_and_dashes_make_signatures(article: str, found: list[str]) -> None:
    """Below a block of quoted words."""
    assert [finding.rule for finding in iom.check_prose(article.format(WORDS), syntax="html").findings] == found


def test_a_language_that_is_not_held_is_no_fault() -> None:
    """The finding says that nothing can be verified, and weighs nothing."""
    text = "L’OIM l’a dit : « Nous ne laisserons pas les bateaux dans le port pour les marins de la ville. »"
    (finding,) = iom.check_prose(text).findings
    assert (finding.rule, finding.severity) == ("quote-unknown", iom.Severity.INFO)
    assert "no text in this language (fr) is held" in finding.message


def test_parts_of_a_quotation_are_answered_for_apart_where_one_is_unknown() -> None:
    """An altered part beside one that stands nowhere."""
    text = "“We need cold commitments and transformative actions,” IOM said, “and nine new ferries for the bay.”"
    assert [finding.rule for finding in iom.check_prose(text).findings] == ["quote-altered", "quote-unknown"]
    text = "“We need cold commitments,” IOM said, “and transformative inactions to ensure these contributions are fully realized.”"
    (finding,) = iom.check_prose(text).findings
    assert (finding.rule, finding.column) == ("quote-altered", 2)


def test_a_quotation_that_is_never_closed_ends_before_who_says_it() -> None:
    """And is a finding only where it is near the official words."""
    (finding,) = iom.check_prose("“This is a very easy task, IOM said on Monday.").findings
    assert (finding.rule, finding.excerpt) == ("quote-altered", "This is a very easy task")


def test_a_verb_behind_a_french_hyphen_is_a_pronoun() -> None:
    """Whatever the verb, and though no list knows it."""
    assert Clauses(lexicon("fr")).letters("susurre-t-elle", (), 0, 14) == Clauses(lexicon("fr")).letters("elle", (), 0, 4)


def test_a_verb_that_is_part_of_a_name_is_none() -> None:
    """The name says nothing."""
    organization = attrs.evolve(iom.load().organizations["iom"], name="Harbour Says Aloud")
    catalog = attrs.evolve(iom.load(), organizations=iom.Lookup("organization", [("iom", organization)]))
    text = f"“{WORDS}”, the Harbour Says Aloud notes."
    assert [finding.rule for finding in iom.check_prose(text, catalog=catalog).findings] == ["quote-unknown"]


def test_code_in_marks_over_paragraphs_is_no_quotation() -> None:
    """Nobody says it."""
    assert iom.check_prose("IOM said: “`one two three`\n\n“`four five six`”.", syntax="markdown").findings == ()


@pytest.mark.parametrize(
    "between",
    [
        ",” IOM said, adding: “",
        ",” IOM said, adding that “",
        ",” IOM said, and added, “",
        "”, and calls for boats – “",
        ",” IOM said, “",
    ],
)
def test_a_second_verb_leads_to_other_words(between: str) -> None:
    """Two quotations that are true apart are no single false one, unless an attribution alone stands between them."""
    text = f"“This is no easy task{between}human mobility can be part of the solution”. IOM left."
    rules = [finding.rule for finding in iom.check_prose(text).findings]
    assert rules == (["quote-altered"] if between.endswith("said, “") else [])


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        # Forms of one word are the same word.
        ("IOM came. “The blueprint already exists.”", ["quote-altered"]),
        # The sense turned, with each word that carries content the official one.
        ("“This is not an easy task,” a sign read. IOM came.", ["quote-altered"]),
        ("“The blueprints do not exist,” a sign read. IOM came.", ["quote-altered"]),
        ("“This is an uneasy task,” a sign read. IOM came.", ["quote-altered"]),
        ("“This is not easy,” a sign read. IOM came.", []),
        # Short, and different in one place alone, with two words that it is known by.
        ("“The blueprints nearly exist,” a sign read. IOM came.", ["quote-altered"]),
        ("“The blueprints nearly vanish,” a sign read. IOM came.", []),
        ("“She can be part of it,” a sign read. IOM came.", []),
        ("“Sustainable development is the goal,” a sign read. IOM came.", []),
        # A number of the organization, and no words of the statement.
        ("“IOM has 173 member states,” a sign read.", ["figure-stale"]),
        # A name starts with a capital or an article.
        ("IOM came. Ana remembers “such as the Green Finance Facility in South Macedonia”.", ["quote-altered"]),
        ("IOM came. Ana remembers “the Green Finance Facility in South Macedonia”.", []),
        ("L’OIM est là. Le journal cite « the International Organisation for Migration ».", ["name-variant"]),
    ],
)
def test_words_near_the_official_ones_are_checked_whoever_speaks(text: str, rules: list[str]) -> None:
    """And others that merely share a phrase with them are not."""
    assert [finding.rule for finding in iom.check_prose(text).findings] == rules


@pytest.mark.parametrize("unit", [", a", ",  (a)", " (a)", " ABC", "-ABC", ",    "])
def test_what_looks_like_a_dateline_takes_linear_time(unit: str) -> None:
    """Commas, brackets and blanks without a dash can be read in one way only, or in few."""
    assert iom.check_prose("ABC" + unit * 4000).findings == ()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("“Let’s act now,” IOM said, “with migrants, for the benefit of all.”", []),
        ("“Let’s act now”, IOM said, “with migrants, for the benefit of all”.", []),
        (
            "“Major global transformations,” IOM said – “from climate change to digitalization – risk leaving billions of people behind”.",
            [],
        ),
        ("“Let’s act now”, IOM said, “for migrants, for the benefit of all”.", ["quote-altered"]),
        ("“Let’s act now”, IOM said, “without migrants, for the benefit of all”.", ["quote-altered"]),
        ("“Let’s act,” IOM said, “with migrants, for the benefit of all.”", ["quote-altered"]),
        (
            "“Major global changes,” IOM said – “from climate change to digitalization – risk leaving billions of people behind”.",
            ["quote-altered"],
        ),
    ],
)
def test_a_mark_beside_an_attribution_may_be_the_speakers_own(text: str, rules: list[str]) -> None:
    """A comma or a dash that parts the words stands before the closing mark, or behind it; no word may differ for that."""
    assert [finding.rule for finding in iom.check_prose(text).findings] == rules


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The text calls the week ‘a moment of truth and reckoning’,” a ferryman wrote of IOM.", []),
        ("“The text calls the week ‘a moment of trust and reckoning’,” a ferryman wrote of IOM.", [27]),
        ("“The text says ‘this is an easy task’,” a ferryman wrote of IOM.", [17]),
        # The organization's own words are held to the text as they stand.
        ("IOM said: “The week is ‘a moment of truth and reckoning’ and an easy task.”", [12]),
        ("“We must ‘extend social protection’ and health coverage to all,” a ferryman quoted from IOM.", [2]),
    ],
)
def test_a_quotation_within_one_is_answered_for_itself(text: str, found: list[int]) -> None:
    """Where the words around it are nobody's but the speaker's."""
    assert [finding.column for finding in iom.check_prose(text).findings if finding.rule == "quote-altered"] == found
