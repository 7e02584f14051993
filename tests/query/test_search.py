"""Search: what it finds stands there, and every way of searching gives the same answers."""

from __future__ import annotations

import builtins
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iom_content as iom
from iom_content.errors import InvalidValue, UnreadableInput
from iom_content.query import index as index_module
from iom_content.query.in_memory import InMemory
from iom_content.query.in_sqlite import InSqlite, fill, stamp_of
from iom_content.query.index import has_fts5
from iom_content.query.matching import Placed
from iom_content.query.question import MAX_QUERY_LENGTH, MAX_QUERY_TERMS, All, Either, Near, Phrase, parse_query
from iom_content.query.search_words import words_in
from iom_content.query.spots import Spot, spots_of

VOCABULARY = ["flood", "Flóod", "relief", "re", "zone", "zo", "港", "移民", "บ้าน", "مرفأ", "1,500", "it’s", "well-known", "🚢", "été", "ok"]
PROSE = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(" ".join)


def spots(*texts: str) -> list[Spot]:
    """Return a place for each text."""
    return [Spot("statement", f"id-{number:03}", 0, "p1", text, "") for number, text in enumerate(texts)]


def sqlite(places: list[Spot]) -> InSqlite:
    """Return places in a database in memory."""
    connection = sqlite3.connect(":memory:")
    fill(connection, places)
    return InSqlite(connection)


def statement(*texts: str, name: str = "a") -> iom.Statement:
    """Return a statement of paragraphs."""
    blocks = tuple(iom.Block(kind=iom.BlockKind.PARAGRAPH, text=text) for text in texts)
    return iom.Statement(id=name, organization="harbour", blocks=blocks)


def found(query: str, *texts: str) -> list[str]:
    """Return the labels of the paragraphs that a query finds, in reading order."""
    return sorted(hit.label for hit in iom.search(query, catalog=[statement(*texts)], limit=None))


@st.composite
def queries(draw: st.DrawFn) -> str:
    """Return queries, most of them well formed."""
    leaf = st.sampled_from(VOCABULARY) | st.sampled_from(
        ["fl*", "re*", "z*", "移*", '"flood relief"', '"re zone"', "NEAR(flood zo, 2)", 'NEAR("flood re" ok)']
    )
    inner = st.recursive(
        leaf,
        lambda part: st.tuples(part, st.sampled_from([" ", " AND ", " OR ", " NOT "]), part).map(lambda row: f"({''.join(row)})"),
        max_leaves=6,
    )
    return draw(inner)


@given(st.lists(PROSE, max_size=12), queries())
def test_the_database_and_memory_agree(texts: list[str], query: str) -> None:
    """Both ways find the same places in the same order, whatever the query and the limit."""
    places, tree = spots(*texts), parse_query(query).tree
    if tree is None:
        return
    for limit in (None, 3):
        assert sqlite(places).best(tree, limit) == InMemory(places).best(tree, limit)
    assert sqlite(places).spots() == InMemory(places).spots()


@given(st.lists(PROSE | st.text(min_size=1, max_size=30), min_size=1, max_size=6), queries() | st.text(max_size=30))
def test_hits_point_at_words_of_the_query(texts: list[str], query: str) -> None:
    """Each span slices to a word of the text whose key is one of the query's, or begins with one that ends in an asterisk."""
    keys = {word.key for word in words_in(query)}
    for hit in iom.search(query, catalog=[statement(*(text for text in texts if text.strip()))], limit=None):
        words = {(word.start, word.end): word.key for word in words_in(hit.block_text)}
        for span in hit.spans:
            key = words[span.start, span.end]
            assert key in keys or any(key.startswith(each) for each in keys)
        assert hit.snippet in hit.block_text
        assert hit.snippet_start <= hit.spans[0].start < hit.spans[0].end <= hit.snippet_start + len(hit.snippet)


@given(st.lists(PROSE | st.text(min_size=1, max_size=60), min_size=1, max_size=4), st.data())
def test_every_exact_phrase_is_found(texts: list[str], data: st.DataObject) -> None:
    """Any run of words of any block, in quotes, finds that block."""
    value = statement(*(text for text in texts if text.strip()))
    block = data.draw(st.sampled_from([text for text in texts if words_in(text)] or ["none"]))
    words = words_in(block)
    if block == "none":
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    phrase = block[words[first].start : words[last].end].replace('"', " ")
    assert block in {hit.block_text for hit in iom.search(f'"{phrase}"', catalog=[value], limit=None)}


@given(st.lists(st.lists(PROSE, min_size=1, max_size=3), min_size=1, max_size=5), st.randoms(), queries())
def test_answers_do_not_depend_on_the_order_of_values(texts: list[list[str]], random: Any, query: str) -> None:
    """A shuffled list gives the same hits in the same order, even where ids are the same."""
    values = [statement(*row, name=f"a{number // 2}") for number, row in enumerate(texts)]
    shuffled = list(values)
    random.shuffle(shuffled)
    assert iom.search(query, catalog=values) == iom.search(query, catalog=shuffled)
    assert iom.concordance("re*", catalog=values) == iom.concordance("re*", catalog=shuffled)


@given(st.text(st.sampled_from('ab "()*,5NEARNOTD \0:^-+{}\u202e🚢مر\ud800'), max_size=40))
def test_every_text_is_a_query(query: str) -> None:
    """No text raises, and one without a reading says so."""
    question = parse_query(query)
    assert (question.tree is None) is ("empty" in question.notes)
    assert isinstance(iom.search(query), tuple)


@pytest.mark.parametrize(
    "query",
    [
        "a" * 1_000_000,
        "(" * 1_000_000,
        '"' * 1_000_001,
        "NOT " * 250_000,
        "a OR " * 200_000,
        "NEAR(" * 200_000,
        "* " * 500_000,
        ") " * 500_000,
        "\0" * 1_000_000,
        "🚢" * 500_000,
    ],
    ids=lambda query: query[:4].encode("unicode_escape").decode(),
)
def test_a_megabyte_is_answered(query: str) -> None:
    """Hostile queries are read up to a length, with a note."""
    assert isinstance(iom.search(query), tuple)
    assert "too-long" in parse_query(query).notes


A, B, C = Phrase(("a",)), Phrase(("b",)), Phrase(("c",))


@pytest.mark.parametrize(
    ("query", "tree", "notes"),
    [
        ("a b", All((A, B)), ()),
        ("a AND b", All((A, B)), ()),
        ("a OR b c", Either((A, All((B, C)))), ()),
        ("a NOT b", All((A,), (B,)), ()),
        ("(a OR b) NOT c", All((Either((A, B)),), (C,)), ()),
        ("b*", Phrase(("b",), prefix=True), ()),
        ('"a b"', Phrase(("a", "b")), ()),
        ('"a b*"', Phrase(("a", "b")), ()),
        ("“a b”", Phrase(("a", "b")), ()),
        ("„a b“ «c»", All((Phrase(("a", "b")), C)), ()),
        ('"a “b” c"', Phrase(("a", "b", "c")), ()),
        ("“a b", All((A, B)), ()),
        ("“”", None, ("empty", "no-words")),
        ("a-b", Phrase(("a", "b")), ()),
        ("NEAR(a b)", Near((A, B), 10), ()),
        ("NEAR(a b, 3)", Near((A, B), 3), ()),
        ("NEAR(a b, 99999)", Near((A, B), 99999), ()),
        ("NEAR(a “b c”, 3)", Near((A, Phrase(("b", "c"))), 3), ()),
        ("NEAR(a OR b)", Near((A, B), 10), ("stray-operator",)),
        ("NEAR(a AND NOT b, 3)", Near((A, B), 3), ("stray-operator",)),
        ("NEAR(NOT)", None, ("empty", "near-of-one", "stray-operator")),
        ("NEAR(a b ,3) c", All((Near((A, B), 3), C)), ()),
        ('NEAR("a b" c , 3)', Near((Phrase(("a", "b")), C), 3), ()),
        ("near and or not", All(tuple(Phrase((key,)) for key in ("near", "and", "or", "not"))), ()),
        ("NEAR(a, 3)", A, ("near-of-one",)),
        ("NEAR(, 3)", None, ("empty", "near-of-one")),
        ("NEAR(a b", Near((A, B), 10), ("unclosed-group",)),
        ("(a", A, ("unclosed-group",)),
        ("a) b", All((A, B)), ("stray-bracket",)),
        ("a OR b) c", All((Either((A, B)), C)), ("stray-bracket",)),
        (") a", A, ("stray-bracket",)),
        ("a ))", A, ("stray-bracket",)),
        ('"a', A, ("unclosed-quote",)),
        ("AND a", A, ("stray-operator",)),
        ("a AND", A, ("stray-operator",)),
        ("a NOT", A, ("stray-operator",)),
        ("a AND AND b", All((A, B)), ("stray-operator",)),
        ("a NOT NOT b", All((A,), (B,)), ("stray-operator",)),
        ("a AND NOT b", All((A,), (B,)), ()),
        ("OR a", A, ("stray-operator",)),
        ("a OR", A, ("stray-operator",)),
        ("a OR OR b", Either((A, B)), ("stray-operator",)),
        ("NOT a", None, ("empty", "only-not")),
        ("b OR NOT a", B, ("only-not",)),
        ("a ...", A, ("no-words",)),
        ("()", None, ("empty",)),
        ("", None, ("empty",)),
        ("(" * 17 + "a" + ")" * 17, A, ("too-deep", "stray-bracket")),
    ],
)
def test_the_grammar(query: str, tree: object, notes: tuple[str, ...]) -> None:
    """Each construct has the reading that the documentation names, and what is not well formed a note."""
    if "too-deep" in notes:
        assert "too-deep" in parse_query(query).notes
        return
    assert parse_query(query) == (tree, notes)


def test_a_query_has_a_longest_length_and_number_of_words() -> None:
    """At the limits there is no note, beyond them there is."""
    assert parse_query("a " * MAX_QUERY_TERMS).notes == ()
    assert parse_query("a " * (MAX_QUERY_TERMS + 1)).notes == ("too-long",)
    assert parse_query("a" * MAX_QUERY_LENGTH).notes == ()
    assert parse_query("a" * (MAX_QUERY_LENGTH + 1)).notes == ("too-long",)


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("FLOOD", ["p1", "p2"]),
        ("flóod", ["p1", "p2"]),
        ("flood NOT relief", ["p2"]),
        ("NEAR(gate flood, 2)", ["p2"]),
        ("NEAR(gate flood, 1)", []),
        ("NEAR(flood flood)", ["p1", "p2"]),
        ('"relief flood"', []),
        ('"flood relief"', ["p1"]),
        ("rel*", ["p1"]),
        ("rel", []),
        ("港口", ["p3"]),
        ("口港", []),
        ("(relief OR 港) NOT plan", ["p3"]),
        ("(relief gate) OR flood", ["p1", "p2"]),
    ],
)
def test_what_is_found(query: str, labels: list[str]) -> None:
    """Case and accents do not matter; order, nearness and words as wholes do."""
    assert found(query, "Flood relief plan", "the flood at the gate", "新港口开放") == labels


def test_hits_in_sections_have_the_address_of_their_page() -> None:
    """Of a catalog without the page none is known."""
    catalog = iom.load()
    (page,) = {document.capture.url for document in catalog.documents.values()}
    assert {hit.url for hit in iom.search("Highlights")} == {page}
    assert {hit.url for hit in iom.search("Highlights", catalog=iom.Catalog(sections=catalog.sections))} == {None}


def test_words_are_runs_of_letters_and_digits() -> None:
    """Marks part words, points between digits do not, characters of scripts without blanks are words, invisible ones belong."""
    keys = [word.key for word in words_in("Don’t re-open: 1,500.5, m². ร้าน 移民 🚢 co\u00adop e\u0301 ... \u0301")]
    assert keys == ["don", "t", "re", "open", "1,500.5", "m", "ร", "า", "น", "移", "民", "🚢", "coop", "e"]
    assert Placed(words_in("a b a")).spans(Phrase(("a",))) == [(0, 1), (4, 5)]


@pytest.mark.parametrize(
    ("query", "word"),
    [("lodz", "Łódź"), ("oeuvre", "ŒUVRE"), ("dakovo", "Đakovo"), ("aeroe", "Ærøe"), ("THORSHOFN", "Þórshöfn"), ("œ*", "Oeuvres")],
)
def test_strokes_and_joined_letters_do_not_matter(query: str, word: str) -> None:
    """The span is that of the word as it stands there."""
    (hit,) = iom.search(query, catalog=[statement(f"To {word}, then.")])
    assert [hit.block_text[span.start : span.end] for span in hit.spans] == [word]
    assert iom.concordance(query, catalog=[statement(f"To {word}, then.")])[0].match == word


def test_snippets_are_cut_at_blanks() -> None:
    """A long text is shown around its first word that was found, a text without blanks cut anywhere."""
    text = " ".join(["lorem"] * 60 + ["target"] + ["ipsum"] * 60)
    hit = iom.search("target", catalog=[statement(text)])[0]
    assert set(hit.snippet.split()) == {"lorem", "target", "ipsum"}
    assert 100 < len(hit.snippet) <= 160
    unbroken = "港" * 300 + "口" + "港" * 300
    assert len(iom.search("口", catalog=[statement(unbroken)])[0].snippet) == 160
    assert len(iom.search("a*", catalog=[statement("b " * 90 + "a" * 300 + " b" * 90)])[0].snippet) >= 300


def test_places_come_from_every_value() -> None:
    """Catalogs, statements, sections, organizations and documents are searched; another value is refused."""
    catalog = iom.load()
    for values in (catalog.statements.values(), catalog.documents.values()):
        assert [hit.label for hit in iom.search('"no easy task"', catalog=values)] == ["p2"]
    for value in (catalog.organizations["iom"], catalog.sections["our-work"]):
        assert iom.search('"our work"', catalog=[value])[0].value_id == "our-work"
    assert {hit.url for hit in iom.search("work", catalog=catalog.documents.values(), limit=None)} == {
        catalog.documents["4e89fe63437d"].capture.url
    }
    assert iom.search("easy", catalog=catalog.statements) == iom.search("easy", catalog=catalog.statements.values()) != ()


@pytest.mark.parametrize("values", [["text"], {"a": 5}, iom.Section(id="a", title="A"), 5])
def test_what_has_no_places_is_refused(values: Any) -> None:
    """Another value, and one that is not in a collection."""
    expected = "expected a Catalog or statements, sections, organizations and documents, found "
    for query in (iom.search, iom.concordance):
        with pytest.raises(InvalidValue, match=f"^{query.__name__}/catalog: {expected}"):
            query("a", catalog=values)
    with pytest.raises(InvalidValue, match=f"^open_index/source: {expected}"):
        iom.open_index(values)


@pytest.mark.parametrize(
    "arguments", [{"query": 5}, {"query": "a", "limit": 0}, {"query": "a", "limit": True}, {"query": "a", "limit": "1"}]
)
def test_odd_arguments_are_refused(arguments: dict[str, Any]) -> None:
    """The query is text, the limit a number above 0."""
    with pytest.raises(InvalidValue):
        iom.search(**arguments)


def test_an_index_takes_the_place_of_a_catalog() -> None:
    """Either is asked, not both."""
    index = iom.open_index(iom.load())
    assert iom.search("easy", index=index) == iom.search("easy")
    assert iom.search("easy", index=index)[0].notes == ()
    odd: Any
    for odd in ({"index": index, "catalog": iom.load()}, {"index": iom.load()}):
        with pytest.raises(InvalidValue, match="/index"):
            iom.search("a", **odd)


def test_many_places_are_searched_by_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above a size a database is used, and without one memory; the answers are the same."""
    monkeypatch.setattr(index_module, "_SMALL", 3)
    values = [statement("flood relief", "relief", name="b"), statement("flood", "flood gate", name="a")]
    large = iom.open_index(values)
    assert isinstance(large._way, InSqlite)
    monkeypatch.setattr(index_module, "has_fts5", lambda: False)
    small = iom.open_index(values)
    assert isinstance(small._way, InMemory)
    assert repr(small) == repr(large) == "<Index of 4 places>"
    for query in ("flood", "relief OR gate", "flood NOT gate"):
        assert iom.search(query, index=small) == iom.search(query, index=large)


def test_a_python_without_sqlite_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a missing module nor one without full-text search is an error."""
    assert has_fts5()
    real = builtins.__import__

    def missing(name: str, *arguments: Any) -> Any:
        if name == "sqlite3":
            raise ImportError(name)
        return real(name, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(builtins, "__import__", missing)
        assert not has_fts5()
    real_connect = sqlite3.connect

    class Poor(sqlite3.Connection):
        def execute(self, *_: Any) -> Any:
            raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", lambda name: real_connect(name, factory=Poor))
    assert not has_fts5()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a dataset folder of one's own."""
    import shutil

    source = Path(str(iom.data_files()))
    return Path(shutil.copytree(source, tmp_path / "dataset"))


def test_an_index_is_kept_in_a_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is built once, opened again, and gives the answers of the folder."""
    file = tmp_path / "index.sqlite"
    first = iom.open_index(folder, file)
    inode = file.stat().st_ino
    again = iom.open_index(str(folder), file)
    assert file.stat().st_ino == inode
    for index in (first, again, iom.open_index(folder)):
        assert iom.search('"no easy task"', index=index) == iom.search('"no easy task"')
    monkeypatch.setattr(index_module, "has_fts5", lambda: False)
    assert isinstance(iom.open_index(folder, file)._way, InMemory)


def test_a_changed_folder_is_indexed_anew(folder: Path, tmp_path: Path) -> None:
    """Any change of a file counts, even one of the same length and time."""
    file = tmp_path / "index.sqlite"
    iom.open_index(folder, file)
    document = next((folder / "documents").iterdir())
    document.write_text(document.read_text(encoding="utf-8").replace("easy", "hard"), encoding="utf-8")
    capture = next((folder / "captures").iterdir())
    capture.write_bytes(capture.read_bytes() + b" ")
    try:
        changed = iom.open_index(folder, file)
    except iom.ContentError:
        # The folder's own laws may refuse the change: then it was noticed, and the old file stands.
        assert file.exists()
    else:
        assert iom.search("easy", index=changed) == ()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 100])
def test_a_broken_file_is_built_anew(folder: Path, tmp_path: Path, content: bytes) -> None:
    """What is no finished index is replaced."""
    file = tmp_path / "index.sqlite"
    file.write_bytes(content)
    assert len(iom.search("easy", index=iom.open_index(folder, file))) == 1


def test_a_build_that_is_cut_short_leaves_the_old_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half built takes the file's place, nor stays beside it."""
    from iom_content.query import index_file

    file = tmp_path / "index.sqlite"
    file.write_bytes(b"old")

    def cut(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(index_file, "fill", cut)
    with pytest.raises(KeyboardInterrupt):
        iom.open_index(folder, file)
    assert file.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dataset", "index.sqlite"]


def test_places_for_a_file_that_cannot_be(folder: Path, tmp_path: Path) -> None:
    """A missing folder, a file inside the folder, one in no folder and one for a catalog are refused in one line."""
    for source, file in (
        (tmp_path / "none", tmp_path / "i"),
        (folder, folder / "i"),
        (folder, tmp_path / "none" / "i"),
        (iom.load(), tmp_path / "i"),
    ):
        with pytest.raises(UnreadableInput):
            iom.open_index(source, file)


def test_an_unfinished_database_has_no_stamp() -> None:
    """A database without tables is no index."""
    assert stamp_of(sqlite3.connect(":memory:")) is None


def test_places_are_sorted() -> None:
    """Kinds, then ids, then reading order."""
    values: list[iom.Statement | iom.Section] = [statement("x", "y", name="b"), statement("z", name="a"), iom.Section(id="s", title="S")]
    assert [(spot.value_id, spot.label) for spot in spots_of(values)] == [("s", "title"), ("a", "p1"), ("b", "p1"), ("b", "p2")]


def test_places_without_words_are_never_found() -> None:
    """A letter that only stretches another is none, and a page without statement and organization has no place."""
    assert words_in("\u0640") == []
    block = iom.Block(kind=iom.BlockKind.PARAGRAPH, text="\u2026 \u0640")
    statement = iom.Statement(id="dots", organization="iom", title="Harbour", blocks=(block,))
    connection = sqlite3.connect(":memory:")
    fill(connection, spots_of([statement]))
    assert [spot.label for spot in InSqlite(connection).spots()] == ["title"]
    page = iom.ingest("")
    assert (page.statement, page.organization) == (None, None)
    assert iom.search("harbour", catalog=[page]) == ()
