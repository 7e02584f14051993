"""Lines broken at a fixed width."""

from __future__ import annotations

from iom_content.model.origins import Span
from iom_content.reading.lines import lines_of
from iom_content.reading.wrapping import Passage, _goes_on, passages_of

WRAPPED = [
    "The lantern that hangs above the long pier was lit for the",
    "first time by the keeper whom nobody on the island had ever",
    "seen there.",
    "Since then the town has paid for its oil every single year -",
    "- as the old books say - and in the year it was burnt down, in",
    "1951. The keeper was not to be found in the town hall again.",
    "He had left a note for the council.",
    "Oil",
    "- the lamp on the pier wants a litre of good oil every night",
    "and a new wick on Sundays;",
    "- the lamp on the ferry wants next to nothing but patience.",
    "- the lamp of the keeper wants nothing.",
]


def texts(text: str) -> list[str]:
    """Return the texts of the passages."""
    return [passage.text for passage in passages_of(text, lines_of(text))]


def test_wrapped_lines_are_joined() -> None:
    """A paragraph ends after a short line; a dash or year within a sentence starts no item."""
    assert texts("\n".join(WRAPPED)) == [
        " ".join(WRAPPED[:3]),
        " ".join(WRAPPED[3:7]),
        "Oil",
        " ".join(WRAPPED[8:10]),
        WRAPPED[10],
        WRAPPED[11],
    ]


def test_spans_are_those_of_the_lines() -> None:
    """Each line keeps its place, and the first one its indent."""
    page = "  " + "\r\n ".join(WRAPPED[:3]) + "\r\nEnd."
    first, second = passages_of(page, lines_of(page))
    assert first == Passage(
        text=" ".join(WRAPPED[:3]), spans=(Span(start=2, end=60), Span(start=63, end=122), Span(start=125, end=136)), indent=2
    )
    assert second == Passage(text="End.", spans=(Span(start=138, end=142),), indent=0)


def test_invisible_characters_within_a_passage_stay() -> None:
    """Only at the edges of the whole are marks left off: the words of a block are those of its lines."""
    full = "and so on, and so forth, and so on, until all is"
    assert texts(f"\u200b{full}\u00ad\n\u200b {full}\n{full}\u200b") == [f"{full}\u00ad \u200b {full} {full}"]


def test_an_empty_line_ends_a_paragraph() -> None:
    """Where lines are wrapped, an empty line parts even full ones."""
    full = "and so on, and so forth, and so on, until all is"
    assert texts(f"{full}\n{full}\n{full}\n\n{full}") == [" ".join([full] * 3), full]


def test_an_item_after_a_sentence_is_its_own() -> None:
    """A list starts after a finished sentence, however long its line."""
    page = "\n".join([*WRAPPED[:2], "there, and she was seen by all the others on that night.", "- one", "two"])
    assert texts(page)[1:] == ["- one", "two"]


def test_a_heading_below_a_full_line() -> None:
    """A short line without a stop or with a Roman number names what stands below, though the sentence above fills its line."""
    full = [*WRAPPED[:2], "there, and she was seen by all the others on that night."]
    for heading in ("Oil", "I. What the lamp on the pier wants"):
        page = "\n".join([*full, heading, *WRAPPED[:3]])
        assert texts(page) == [" ".join(full), heading, " ".join(WRAPPED[:3])]
        doubts = [passage.doubt for passage in passages_of(page, lines_of(page))]
        assert doubts == [False, False, False]
    twice = "\n".join([*full, *full, "Oil", *WRAPPED[:3]])
    assert [passage.doubt for passage in passages_of(twice, lines_of(twice))] == [True, False, False]
    inner = "\n".join([WRAPPED[0], "first time by the keeper whom nobody had seen before Pius", "I. went"])
    assert texts(f"{inner}\n{inner}") == [" ".join(inner.split("\n"))] * 2


def test_without_evidence_nothing_is_joined() -> None:
    """One line that goes on below is too little, and a long line parts what is looked at."""
    once = "\n".join([*WRAPPED[:2], "Then."])
    assert texts(once) == once.split("\n")
    twice = "\n".join([*WRAPPED[:3], "x" * 80])
    assert len(texts(twice)) == 2
    long = "\n".join([*WRAPPED[:2], "x" * 91, *WRAPPED[1:3]])
    assert texts(long) == long.split("\n")
    short = "this is a poem\nof short lines\nthat go on below\nwithout an end"
    assert texts(short) == short.split("\n")
    stopped = f"{'x' * 60}.\nand so on, all of it.\n{'y' * 60}:\nand so on, all of it.\n{'z' * 60}.\nso"
    assert texts(stopped) == stopped.split("\n")


def test_lines_just_long_enough_count() -> None:
    """A line of 45 characters is evidence, one of 44 is none; a shorter one ends its paragraph if the next word had room."""
    full = "x" * 45
    assert texts(f"{full}\n{full}\n{full}\ny") == [f"{full} {full} {full} y"]
    assert texts(f"{full}\n{full}\n{full[:44]}\ny") == [f"{full} {full} {full[:44]} y"]
    assert texts(f"{full}\n{full}\n{full[:40]}\ny") == [f"{full} {full} {full[:40]}", "y"]
    assert texts("\n".join([full[:44]] * 5)) == [full[:44]] * 5


def test_no_lines_no_passages() -> None:
    """Nothing comes of nothing."""
    assert passages_of("", ()) == ()


def test_capitals_start_lines_where_empty_lines_part_paragraphs() -> None:
    """Nouns of some languages do; without an empty line anywhere such lines may be headings, and stay."""
    wrapped = [
        "Over the long winter all that the keepers did for the",
        "Island was to wait, and to count the oil that was in the",
        "Barrels, and to say each evening to the others who held",
        "Oars.",
    ]
    assert texts("\n".join([*wrapped, "", "It rained."])) == [" ".join(wrapped), "It rained."]
    assert texts("\n".join(wrapped)) == wrapped


def test_sentences_go_on_behind_numbers_quotes_and_dashes() -> None:
    """A year, an opening quote or a dash may start a line within a sentence; an item below an item, and a number, start an item."""
    for start in ("2017 and", '"and', "\u00ab oui", "\u2018so", "- and then", "3,400 and", "(and"):
        page = [*WRAPPED[:2], f"{start} so it was, and nobody on all the isle complained", "of it."]
        assert texts("\n".join(page)) == [" ".join(page)], start
    items = [
        "- the lamp on the pier wants a litre of good oil every nig",
        "- the lamp on the boat wants a litre of good oil every nig",
        "- so",
    ]
    assert texts("\n".join(items)) == items


def test_an_item_is_no_continuation() -> None:
    """Neither under another item nor with a number; a dash may go on with a sentence."""
    assert not _goes_on("- the lamp", "- the ferry")
    assert not _goes_on("The lamp is lit by", "2. the keeper")
    assert _goes_on("The lamp is lit", "- they say - by the keeper")
