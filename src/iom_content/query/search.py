"""Places of official texts that hold what a query asks for."""

from __future__ import annotations

from iom_content.dataset.load import load
from iom_content.errors import InvalidValue, shown
from iom_content.model.catalog import Catalog
from iom_content.model.hit import Hit
from iom_content.model.origins import Span
from iom_content.query.index import Index, index_of, index_of_spots
from iom_content.query.matching import Placed
from iom_content.query.question import Question, parse_query
from iom_content.query.search_words import words_in
from iom_content.query.spots import Searched, Spot, spots_of

__all__ = ["SNIPPET_LENGTH", "search", "searched"]

SNIPPET_LENGTH = 160
"""A snippet is about as long, in code points."""


def search(
    query: str,
    *,
    catalog: Searched | None = None,
    limit: int | None = 10,
    index: Index | None = None,
) -> tuple[Hit, ...]:
    """Return the places of official texts that a query finds, the best first.

    Words must all stand in one place: a title, a summary, or a block of a statement. Case and accents do not matter.
    `"no easy task"` is a phrase, `migra*` a beginning, `AND`, `OR` and `NOT` join, brackets group, and
    `NEAR(easy task, 3)` asks for words with at most so many others between them. Every text is a query: what is not well
    formed is read leniently, and the notes of each hit say how.

    Args:
        query: What to look for.
        catalog: Where to look: a dataset, or any statements, sections, organizations and documents; the bundled dataset if
            it is None. Of a mapping the values are taken.
        limit: The greatest number of hits; all of them if it is None.
        index: An index to look in, in place of a catalog.

    Returns:
        The hits. Those that fit equally well are in the order of their kinds, ids and places.

    Raises:
        InvalidValue: The query is no text, the limit no number above 0, both a catalog and an index are given, or a value is
            of a class that has no places.

    Example:
        >>> import iom_content as iom
        >>> [(hit.label, hit.snippet) for hit in iom.search('"act now" AND migra*')]
        [('p7', 'Let’s act now, with migrants, for the benefit of all.')]
    """
    if not isinstance(query, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers need not run a type checker
        raise InvalidValue("search", "/query", "text", shown(query))
    if limit is not None and (type(limit) is not int or limit < 1):
        raise InvalidValue("search", "/limit", "a number of hits above 0, or None", shown(limit))
    question = parse_query(query)
    index = searched("search", catalog, index)
    if question.tree is None:
        return ()
    return tuple(_hit(spot, question) for spot in index.best(question.tree, limit))


def searched(verb: str, catalog: Searched | None, index: Index | None) -> Index:
    """Return the index that is asked.

    Args:
        verb: Who asks, for the message.
        catalog: A dataset or values; the bundled dataset if it and the index are None.
        index: An index.

    Returns:
        The index given, or one of the values.

    Raises:
        InvalidValue: Both are given, or one is nothing to search in.
    """
    if index is None:
        wanted = load() if catalog is None else catalog
        return index_of(wanted) if isinstance(wanted, Catalog) else index_of_spots(spots_of(wanted, (verb, "/catalog")))
    if catalog is not None:
        raise InvalidValue(verb, "/index", "an index or a catalog", "both")
    if not isinstance(index, Index):  # pyright: ignore[reportUnnecessaryIsInstance] - callers need not run a type checker
        raise InvalidValue(verb, "/index", "an index, as open_index makes it", shown(index))
    return index


def _hit(spot: Spot, question: Question) -> Hit:
    assert question.tree is not None
    spans = Placed(words_in(spot.text)).spans(question.tree)
    start, end = _snippet(spot.text, *spans[0])
    return Hit(
        value_id=spot.value_id,
        label=spot.label,
        block_text=spot.text,
        spans=tuple(Span(start=first, end=last) for first, last in spans),
        snippet=spot.text[start:end],
        snippet_start=start,
        url=spot.url or None,
        notes=question.notes,
    )


def _snippet(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where the snippet around a word starts and ends: at blanks where there are some, else anywhere."""
    if len(text) <= SNIPPET_LENGTH:
        return 0, len(text)
    start = max(0, min(first - SNIPPET_LENGTH // 3, len(text) - SNIPPET_LENGTH))
    end = max(last, start + SNIPPET_LENGTH)
    if start and not text[start - 1].isspace():
        blank = next((at for at in range(start, first) if text[at].isspace()), None)
        start = start if blank is None else blank + 1
    if end < len(text) and not text[end].isspace():
        end = next((at for at in range(end - 1, last - 1, -1) if text[at].isspace()), end)
    return start, end
