"""The lines above a text: category, day of publication, title, place and day of delivery.

    head     := (category scope? | category date | category placeholder)? title? (date | place-and-date)*
    category := a label that is known, or one with its date or placeholder directly below and a title apart

Labelled dates may stand anywhere on the page and are taken out before.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from iom_content.language.dates import Dated, whole_date
from iom_content.language.folding import fold
from iom_content.language.lexicon import folded_words
from iom_content.language.slugs import slug
from iom_content.model.kinds import ResidueKind
from iom_content.model.origins import Span
from iom_content.reading.blocks import ends_sentence, is_bulleted, is_phrase, is_salutation, marker_length
from iom_content.reading.furniture import furniture_of
from iom_content.reading.head_parts import Day, Head, Part, Setting
from iom_content.reading.noting import Flaw
from iom_content.reading.places import Dateline, dateline_of, is_place, place_line
from iom_content.reading.titles import MAX_TITLE, is_cut_form, is_headline, is_title, may_be_title
from iom_content.reading.wrapping import joined, passages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iom_content.reading.lines import Line

MAX_CATEGORY: Final = 60
"""Most code points a category may have that no lexicon knows."""
_CATEGORY_WORDS: Final = 8
_BELOW: Final = 4
"""How many lines below a title are looked at for place and day."""
_TITLE_LINES: Final = 3
_WRAPPED: Final = 40
"""Among so many lines evidence of wrapping is looked for."""
_SLUG_WORDS: Final = 20
"""How many code points of an address must spell the start of a title."""


def read_head(lines: Sequence[Line], setting: Setting) -> Head:
    r"""Read the head of a text.

    Args:
        lines: The lines of the page from where the head may start, furniture included.
        setting: What is known around it.

    Returns:
        What was found; lines after `size` are the text.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> page = "News\n3 May 2021\n\nHarbours plan for winter\n\nText."
        >>> head = read_head(lines_of(page), Setting(bannered=False))
        >>> head.category.text, head.published.day, head.title.text, head.size
        ('News', datetime.date(2021, 5, 3), 'Harbours plan for winter', 3)
    """
    reader = _Reader(lines, setting)
    reader.read()
    return reader.head


class _Reader:
    """A cursor over the lines of a head; each is looked at a bounded number of times."""

    def __init__(self, lines: Sequence[Line], setting: Setting) -> None:
        self.lines = lines
        self.setting = setting
        self.head = Head()

    def read(self) -> None:
        self._skip()
        self._category()
        self._dates_above()
        self._title()
        if self.head.title is not None or self.head.published is not None:
            self._dates_below()

    def _line(self, ahead: int = 0) -> Line | None:
        return self.lines[self.head.size + ahead] if self.head.size + ahead < len(self.lines) else None

    def _content(self, start: int) -> Line | None:
        """Return the first line from a place on that is no furniture."""
        return next((line for line in self.lines[start : start + 2 * _BELOW] if furniture_of(line) is None), None)

    def _is_marked(self, line: Line) -> bool:
        return line.start in self.setting.title

    def _skip(self) -> None:
        """Leave furniture behind as residue."""
        while (line := self._line()) is not None and not self._is_marked(line) and (kind := furniture_of(line)) is not None:
            self.head.residue.append((kind, line))
            self.head.size += 1

    def _category(self) -> None:
        line, below = self._line(), self._line(1)
        if line is None or len(line.text) > MAX_TITLE or self._is_marked(line):
            return
        words = line.text.rstrip(" \xa0-\u2013\u2014:|")
        if not words:
            return
        known = is_phrase(words, "categories")
        # Below a category that is known its day may stand apart.
        meta = below is not None and (known or not below.apart) and is_meta(below)
        following = self._content(self.head.size + (2 if meta else 1))
        if known:
            if not (meta or (not self.setting.bannered and following is not None)):
                return
        elif not meta or following is None or not self._is_label(words, following):
            return
        spans = [line.span]
        self.head.size += 1
        while (line := self._line()) is not None and is_phrase(line.text, "scopes") and not line.apart and not self._is_marked(line):
            # The scope belongs to the label: it says for whom that sort of text is, and is no place.
            spans.append(line.span)
            self.head.size += 1
        self.head.category = Part(words, tuple(spans))
        self._skip()

    def _is_label(self, words: str, following: Line) -> bool:
        """Tell whether a line with its date below is a category that no lexicon knows, by the title that follows apart."""
        if self.setting.bannered or not following.apart:
            return False
        if not _names_more(words) and (len(words) > MAX_CATEGORY or len(words.split()) > _CATEGORY_WORDS):
            return False
        return is_title(words, "") and is_title(following.text, "")

    def _dates_above(self) -> None:
        """Read dates between category and title: they say when the page was published."""
        while (line := self._line()) is not None and not self._is_marked(line):
            dated = whole_date(line.text)
            if dated is None:
                break
            if self.setting.bannered and self.head.category is None:
                # The form with a navigation has no day of publication: a day above the title is a line of the text.
                self._delivered(line, dated, owned=False)
            elif dated.day is None or self.head.published is not None:
                self._flawed(line, dated, "published")
            else:
                self.head.published = Day(dated.day, (line,))
                self._doubt(dated, "published")
            self.head.size += 1
            self._skip()

    def _marked_title(self) -> None:
        """Take the title that the markup names; what stands above it and is neither category nor day belongs to the site."""
        while (line := self._line()) is not None and not self._is_marked(line):
            self.head.residue.append((furniture_of(line) or ResidueKind.CHROME, line))
            self.head.size += 1
        lines: list[Line] = []
        while (line := self._line()) is not None and self._is_marked(line):
            lines.append(line)
            self.head.size += 1
        self.head.title = Part(joined(self.setting.text, lines), tuple(line.span for line in lines))
        self._skip()

    def _title(self) -> None:
        if self.setting.title:
            self._marked_title()
            return
        line = self._line()
        if line is None or place_line(line.text) is not None:
            return
        size = self._title_size(line)
        if not size:
            return
        lines = self.lines[self.head.size : self.head.size + size]
        words = lines[0].text if size == 1 else joined(self.setting.text, lines)
        words = words[marker_length(words) if is_bulleted(words) else 0 :]
        below = self._line(size)
        if is_bulleted(line.text) and below is not None and is_bulleted(below.text) and not (words.isupper() or is_headline(words)):
            # The first item of a list; its marker makes it no title.
            return
        if size == 1 and below is not None and self._line(2) is not None and is_cut_form(words, below.text):
            # The site cut the title and prints its full form below: both lines are the title's.
            words, lines, size = below.text, (*lines, below), 2
            self.head.flaws.append(Flaw("title", "cut"))
        self.head.title = Part(words, tuple(part.span for part in lines))
        self.head.size += size
        self._skip()

    def _title_size(self, line: Line) -> int:
        """Return how many lines the title takes; 0 if there is none."""
        group = [line]
        while len(group) <= _TITLE_LINES and (more := self._line(len(group))) is not None and not more.apart:
            group.append(more)
        following = self._content(self.head.size + len(group))
        if 1 < len(group) <= _TITLE_LINES and following is not None and following.apart:
            joined = " ".join(part.text for part in group)
            if all(part.text[:1].islower() for part in group[1:]) and len(line.text) <= MAX_TITLE and is_title(joined, ""):
                return len(group)
        if size := self._wrapped_size():
            return size
        below = self._content(self.head.size + 1)
        apart = below is not None and below.apart
        if is_title(line.text, "" if below is None or apart else below.text):
            return 1
        return 1 if may_be_title(line.text) and ends_sentence(line.text) and self._is_shown(line, below) else 0

    def _wrapped_size(self) -> int:
        """Return how many lines a title takes in a text that shows that its lines were wrapped; 0 if none does."""
        lines = list(takewhile(_is_content, self.lines[self.head.size : self.head.size + _WRAPPED]))
        first, *rest = passages_of(self.setting.text, lines)
        size = len(first.spans)
        return size if rest and 1 < size <= _TITLE_LINES and is_title(first.text, "") else 0

    def _is_shown(self, line: Line, below: Line | None) -> bool:
        """Tell whether the form of the page shows that a whole sentence is the title."""
        if below is None:
            return False
        if self.head.category is not None or self.head.published is not None or line.end in self.setting.labelled:
            return below.apart or len(below.text) > len(line.text)
        if self.setting.address[:_SLUG_WORDS] and slug(line.text).startswith(self.setting.address[:_SLUG_WORDS]):
            return len(self.setting.address) >= _SLUG_WORDS or slug(line.text) == self.setting.address
        if is_headline(line.text) and len(below.text) > len(line.text):
            return True
        return is_salutation(below.text) or dateline_of(below.text) is not None or below.text == line.text

    def _dates_below(self) -> None:
        """Read lines below the title that hold a day, or a place and a day."""
        for _ in range(_BELOW):
            line = self._line()
            if line is None or len(line.text) > MAX_TITLE:
                return
            dated = whole_date(line.text)
            found = None if dated else place_line(line.text) or self._place_above_day(line)
            if dated is None and (found is None or self.head.place is not None):
                return
            place, dated = (None, dated) if found is None else (found.place, found.dated)
            if place is not None:
                self.head.place = Part(place, (line.span,))
            if dated is not None:
                self._delivered(line, dated, owned=found is not None)
            self.head.size += 1
            self._skip()

    def _place_above_day(self, line: Line) -> Dateline | None:
        """Take a line that is written as a place is and says nothing of the day, which is the next line."""
        below = self._line(1)
        return Dateline(line.text, 0, None) if below is not None and is_place(line.text) and whole_date(below.text) is not None else None

    def _delivered(self, line: Line, dated: Dated, *, owned: bool) -> None:
        if line.start in self.setting.times and dated.day is not None and self.head.published is None:
            self.head.published = Day(dated.day, (line,))
            self._doubt(dated, "published")
            return
        if dated.day is None or self.head.delivered is not None:
            self._flawed(line, dated, "delivered", owned=owned)
            return
        # A line that names a place too is owned by the place; the day is evidence in it.
        evidence = (Span(start=line.at + dated.start, end=line.at + dated.end),) if owned else ()
        self.head.delivered = Day(dated.day, (line,), evidence)
        self._doubt(dated, "delivered")

    def _flawed(self, line: Line, dated: Dated, field: str, *, owned: bool = False) -> None:
        """Keep a date that settles no day, or one too many, as residue."""
        self.head.flaws.append(Flaw(field, "further" if dated.day else dated.flaw))
        if not owned:
            self.head.residue.append((ResidueKind.PLACEHOLDER, line))

    def _doubt(self, dated: Dated, field: str) -> None:
        if dated.flaw:
            self.head.flaws.append(Flaw(field, dated.flaw))


def _names_more(words: str) -> bool:
    """Tell whether a line starts with a category of several words that is known, and goes on: it says whose texts these are."""
    folded = fold(words)
    return any(" " in phrase and folded.startswith(phrase + " ") for phrase in folded_words("categories"))


def _is_content(line: Line) -> bool:
    return furniture_of(line) is None


def is_meta(line: Line) -> bool:
    r"""Tell whether a line is what stands below a category: a date, a scope, or a label without its date.

    Args:
        line: A line.

    Returns:
        True if it is one of these and nothing else.

    Example:
        >>> from iom_content.reading.lines import lines_of
        >>> [is_meta(line) for line in lines_of("28 Nov 2018\nGlobal\nDate Publish\nHarbours")]
        [True, True, True, False]
    """
    return is_phrase(line.text, "scopes") or furniture_of(line) is ResidueKind.PLACEHOLDER or whole_date(line.text) is not None
