"""The files of words."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import cast

import attrs
import pytest

from iom_content.language import lexicon as module
from iom_content.language.lexicon import Lexicon, folded_words, languages, last_labels, lexicon, lexicons
from iom_content.model.constraints import LANGUAGE

FILES = sorted((Path(module.__file__).parent / "lexicons").glob("*.toml"))


def test_each_file_is_listed() -> None:
    """Every lexicon on disk is in the list of languages and the other way round."""
    assert sorted([*languages(), "languages"]) == [file.stem for file in FILES]
    assert languages()[0] == "en"


@pytest.mark.parametrize("words", lexicons(), ids=languages())
def test_lists_hold_words(words: Lexicon) -> None:
    """Each list is a tuple of distinct phrases or rows, none blank; months are twelve or none."""
    assert LANGUAGE.accepts_text(words.language)
    assert words.names
    for field in attrs.fields(Lexicon)[1:]:
        value: object = getattr(words, field.name)
        assert isinstance(value, tuple)
        if field.name == "months":
            assert len(words.months) in {0, 12}
            phrases = [name for names in words.months for name in names]
        else:
            phrases = [str(phrase) for phrase in cast("tuple[object, ...]", value)]
        assert len({phrase.casefold() for phrase in phrases}) == len(phrases), field.name
        assert all(phrase == phrase.strip() and phrase for phrase in phrases), field.name


@pytest.mark.parametrize("words", lexicons(), ids=languages())
def test_phrases_hold_one_place_for_a_number(words: Lexicon) -> None:
    """Phrases of figures state exactly one number, those of founding a year first, beside which members may be counted."""
    for phrase in words.founded:
        assert re.findall(r"\{\w+\}", phrase) in (["{year}"], ["{year}", "{n}"])
    for phrase in (*words.member_states, *words.presence_countries, *words.not_figures):
        assert re.findall(r"\{\w+\}", phrase) == ["{n}"]


def test_english_is_complete() -> None:
    """Every list has English words, but those of forms that English lacks."""
    missing = [field.name for field in attrs.fields(Lexicon) if not getattr(lexicon("en"), field.name)]
    assert missing == ["half_negations", "elided", "number_articles", "share_links"]


def test_no_function_word_is_shared() -> None:
    """A function word tells one language from the others."""
    seen: dict[str, str] = {}
    for words in lexicons():
        for word in words.function_words:
            assert seen.setdefault(word, words.language) == words.language, word


def test_words_of_all_languages_are_folded_together() -> None:
    """A list is asked for once, in all languages, folded."""
    assert {"our work", "notre travail", "nuestro trabajo"} <= folded_words("top_labels")
    assert folded_words("closings") is folded_words("closings")
    assert last_labels() == ("2030",)


def test_an_unknown_language_has_no_file() -> None:
    """Asking for a language that is not listed fails with the name of the file."""
    with pytest.raises(FileNotFoundError, match=re.escape("xx.toml")):
        lexicon("xx")


def test_nothing_is_read_at_import() -> None:
    """Importing the reader opens no lexicon."""
    code = (
        "import iom_content.reading.ingest, iom_content.language.lexicon as m;"
        "print(m.lexicon.cache_info().currsize, m.folded_words.cache_info().currsize)"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.split() == ["0", "0"]
