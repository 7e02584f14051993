"""Text-fragment links, followed by a browser: it scrolls to the passage and marks its words, no others."""

from __future__ import annotations

import base64
import html
import random
from collections.abc import Callable, Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

import iom_content as iom
from iom_content.language.skeletons import skeleton
from iom_content.language.word_edges import is_word_edge
from iom_content.query.labels import labelled
from iom_content.query.links import link_to, text_fragment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Publish = Callable[[str], str]
Place = tuple[int, int]

# White on white, so that all that is not white is a mark; high blocks, so that the browser must scroll.
STYLE = """
  body { margin: 0 20px 2000px; font: 16px/24px monospace; color: white; background: white }
  header { height: 3000px }
  p { margin: 0 0 40px }
  ::target-text { color: #f0f; background-color: #f0f }
"""

# The boxes of the passage's characters, block by block: a range over whole blocks would have the blocks' own boxes too.
BOXES = """([start, end]) => [...document.querySelectorAll("p")].flatMap((block, number) => {
  if (number < start[0] || number > end[0] || !block.firstChild) return [];
  const range = document.createRange();
  range.setStart(block.firstChild, number === start[0] ? start[1] : 0);
  range.setEnd(block.firstChild, number === end[0] ? end[1] : block.firstChild.length);
  return [...range.getClientRects()].map(box => [box.left, box.top, box.right, box.bottom]).filter(box => box[2] - box[0] > 2);
})"""

# Reads a picture and tells of its marks: any outside the boxes, and the boxes of which an end is not marked.
COMPARE = """async ([png, boxes]) => {
  const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  const marked = (x, y) => pixels[4 * (Math.floor(y) * image.width + Math.floor(x)) + 1] < 128;
  const stray = [];
  for (let y = 0; y < image.height; y += 2) for (let x = 0; x < image.width; x++)
    if (marked(x, y) && !boxes.some(box => x >= box[0] - 2 && x <= box[2] + 1 && y >= box[1] - 6 && y <= box[3] + 6)) stray.push([x, y]);
  const bare = boxes.filter(box => !marked(box[0] + 1, (box[1] + box[3]) / 2) || !marked(box[2] - 1.5, (box[1] + box[3]) / 2));
  return {stray: stray.length, bare, high: image.height};
}"""


class Reader:
    """Follows links in a browser and looks at what is marked."""

    def __init__(self, browser: Browser, publish: Publish) -> None:
        self.publish = publish
        self.page: Page = browser.new_page(viewport={"width": 700, "height": 1600})
        self.judge: Page = browser.new_page()

    def complaint(self, blocks: Sequence[str], start: Place, end: Place, directive: str | None = None) -> str | None:
        """Return what is wrong with the link to a passage; None if the browser marks it, whole and alone.

        The link is ours unless another directive is given.
        """
        body = "".join(f"<p>{html.escape(block)}</p>" for block in blocks)
        address = self.publish(f"<!doctype html><meta charset=utf-8><title>Page</title><style>{STYLE}</style><header></header>{body}")
        link = link_to(address, blocks, start, end) if directive is None else f"{address}#:~:{directive}"
        self.page.goto(link)
        deadline = monotonic() + 2
        while self.page.evaluate("scrollY") == 0:
            if monotonic() > deadline:
                return f"{link}: nothing found"
            sleep(0.02)
        boxes = self.page.evaluate(BOXES, [[start[0], units(blocks, start)], [end[0], units(blocks, end)]])
        found = self.judge.evaluate(COMPARE, [base64.b64encode(self.page.screenshot()).decode(), boxes])
        if not boxes or found["stray"] or found["bare"]:
            return f"{link}: {found['stray']} marks astray, not marked: {found['bare']} of {boxes}"
        return None


def units(blocks: Sequence[str], place: Place) -> int:
    """Return an offset in the units in which browsers count."""
    return len(blocks[place[0]][: place[1]].encode("utf-16-le")) // 2


def passage(blocks: Sequence[str]) -> tuple[list[str], Place, Place]:
    """Take the brackets `⟦` and `⟧` that surround a passage out of blocks, and return where it stands."""
    places = []
    plain = list(blocks)
    for bracket in "⟦⟧":
        number = next(number for number, block in enumerate(plain) if bracket in block)
        places.append((number, plain[number].index(bracket)))
        plain[number] = plain[number].replace(bracket, "", 1)
    return plain, places[0], places[1]


@pytest.fixture(scope="module")
def reader(browser: Browser, publish: Publish) -> Reader:
    """Return a reader of links."""
    return Reader(browser, publish)


CASES = {
    "one word": ["A quiet ⟦harbour⟧ at dawn."],
    "eight words": ["They say that ⟦open ports and open minds keep towns alive⟧ in winter."],
    "nine words": ["They say that ⟦open ports and open minds keep all towns alive⟧ in winter."],
    "whole block": ["First line.", "⟦The second line stands all alone and is rather long.⟧", "Third line."],
    "repeated word": ["Boats come. Boats go. ⟦Boats⟧ stay."],
    "repeated word, first": ["⟦Boats⟧ come. Boats go. Boats stay."],
    "repeated words, other block": ["Safe paths for all.", "Fair paths for all.", "New ⟦paths for all⟧."],
    "repeated end": ["One day we said it. Then ⟦many of the harbours closed for good and then one day we⟧ left; one day we came back."],
    "repeated beginning": ["We must act now. We must act together. ⟦We must act together with every town and every port on the way⟧ home."],
    "same but for case": ["Open harbours help.", "⟦OPEN HARBOURS⟧ close."],
    "same but for accents": ["Le marche continue.", "⟦Le marché⟧ ferme."],
    "same but for a ligature": ["The office opens.", "⟦The oﬃce⟧ closes."],
    "same but for a soft hyphen": ["The harbourmaster sings.", "⟦The harbour\u00admaster⟧ sleeps."],
    "same but for quotes": ["Ann's boat sails.", "⟦Ann’s boat⟧ sinks."],
    "same but for punctuation": ["Re-sign the lease.", "They ⟦resign⟧ today."],
    "inside a longer word": ["The harbours and the ⟦harbour⟧ sleep."],
    "possessive left off": ["The ⟦Harbour-Master⟧’s plan holds."],
    "plain possessive left off": ["The ⟦harbour⟧'s plan holds."],
    "cut within a word": ["The un⟦believ⟧able story."],
    "hyphens": ["A ⟦low-cost, long-term⟧ plan."],
    "half of a compound": ["A low-⟦cost⟧ plan of low cost."],
    "dashes": ["We came ⟦– in spite of all –⟧ to stay."],
    "em dash, closed": ["We came⟦—late as ever—⟧to stay."],
    "commas": ["Bread⟦, salt, and water,⟧ no more."],
    "ampersand": ["Fish ⟦& chips & peas⟧ at noon; fish and chips at night."],
    "percent and plus": ["About ⟦50% + 3⟧ of it."],
    "equals and hash": ["Set ⟦a=b#c⟧ and rest."],
    "question": ["Who? ⟦Why not?⟧ Now."],
    "digits": ["We hold 1,000 berths, ⟦1,0003⟧ bunks, 3.5 tons."],
    "number cut at its mark": ["We hold 1,⟦000⟧ berths."],
    "quotes": ["She said: ⟦“Come in, all”⟧ and left."],
    "inside quotes": ["She said: “⟦Come in, all⟧” and left."],
    "parentheses": ["The Harbour Pact ⟦(HP)⟧ and HP."],
    "in parentheses": ["HP or the Harbour Pact (⟦HP⟧) and so on."],
    "apostrophes": ["Don’t say ⟦it isn’t theirs⟧; it isn’t."],
    "leading apostrophe": ["Sing ⟦’tis the season⟧ again."],
    "no-break blanks": ["Un port\u00a0: ⟦«\u00a0ouvert\u00a0»⟧ à tous."],
    "narrow no-break blanks": ["Il dit\u202f: ⟦«\u202fvenez\u202f!\u202f»⟧ encore."],
    "thin blanks": ["Some 50\u2009000 of ⟦60\u2009000 berths⟧ are free."],
    "doubled blanks": ["Two  blanks ⟦here   and  there⟧ now."],
    "line break in a block": ["A line\nbroken ⟦in two\nparts⟧ here."],
    "zero-width blank": ["Long\u200bword and ⟦short\u200bword⟧ here."],
    "marks of direction inside": ["A \u200eport\u200f and ⟦a \u200equay\u200f here⟧ now."],
    "other blanks": ["A\u2003port\u2003of ⟦a\u2003quay⟧\u2003of all; a quay."],
    "old control characters": ["A\x85port\u2028of ⟦a\x0bquay⟧\x85of all; a quay."],
    "emoji with a variation": ["We ⟦love ❤\ufe0f⟧ and key 1\ufe0f\u20e3."],
    "emoji of several": ["We ⟦love 👩\u200d👩\u200d👧 👍🏽⟧ here."],
    "combining marks": ["Un cafe\u0301 et ⟦un the\u0301⟧ noir."],
    "French": ["Là où nous ⟦travaillons, l’été dernier,⟧ il pleuvait."],
    "Spanish": ["¿Dónde? ⟦¡Aquí mismo, señor!⟧ Bien."],
    "German": ["Die Straße und ⟦die große STRASSE⟧ am Hafen."],
    "Polish": ["Łódź i ⟦żółta łódź⟧ w porcie."],
    "Turkish": ["Liman ⟦ılık ve İYİ⟧ bir yer."],
    "Vietnamese": ["Bến cảng ⟦mở cửa đón⟧ mọi người."],
    "Greek": ["Το λιμάνι ⟦είναι ανοιχτό⟧ για όλους."],
    "Russian": ["Порт ⟦открыт для всех⟧ людей, порт закрыт."],
    "Arabic": ["الميناء ⟦مفتوح للجميع⟧ اليوم وغدا."],
    "Hebrew": ["הנמל ⟦פתוח לכולם⟧ היום."],
    "Hindi": ["बंदरगाह ⟦सबके लिए⟧ खुला है।"],
    "Amharic": ["ወደቡ ⟦ለሁሉም ክፍት⟧ ነው።"],
    "Chinese": ["港口开放，⟦人人受益⟧，港口繁荣。"],
    "Chinese, inside a clause": ["我们认为港口应该⟦对所有人开放⟧并且保持安全。"],
    "Japanese": ["港は開いています。⟦みんなの港です。⟧また来てください。"],
    "Japanese, inside a clause": ["この港は⟦みんなの⟧ものです。"],
    "Japanese, voiced or not": ["はしを渡る。⟦ばしを渡る⟧。"],
    "Thai": ["ท่าเรือ⟦เปิดสำหรับ⟧ทุกคน"],
    "Korean": ["항구는 ⟦모두에게 열려⟧ 있습니다."],
    "emoji": ["Ships 🚢 and ⟦flags 🇫🇷🇪🇸 wave⟧ here."],
    "beyond the basic plane": ["Old 𐌰𐌱 and ⟦𐌲𐌳 letters⟧ here."],
    "two blocks": ["The first ends ⟦here in peace.", "And the⟧ second goes on."],
    "three blocks": ["The first ⟦ends here, as we all know.", "A middle one.", "And the last begins with⟧ these words."],
    "two words over two blocks": ["It ends ⟦here.", "There⟧ it begins."],
    "from heading to text": ["⟦Harbours", "Harbours⟧ are open. Harbours."],
    "prefix in the block before": ["Alpha.", "Same words.", "Beta.", "⟦Same words.⟧"],
    "suffix in the block after": ["⟦Same words.⟧", "Alpha.", "Same words.", "Beta."],
    "blank block between": ["Alpha.", " ", "⟦Same words.⟧", "Beta.", "Same words."],
    "far context": ["a b c d e f g one two x. a b c d e f g ⟦one two⟧ x. a b c d e f g one two y."],
    "first of two alike": ["⟦Same words.⟧", "Same words.", "Same words."],
    "a mark alone": ["Salt ⟦&⟧ bread & wine."],
}


@pytest.mark.parametrize("blocks", CASES.values(), ids=CASES.keys())
def test_a_link_leads_to_its_passage(reader: Reader, blocks: list[str]) -> None:
    """Whatever the passage holds, the browser marks all of it and nothing else."""
    assert reader.complaint(*passage(blocks)) is None


def test_a_link_to_another_passage_is_seen_to_be_wrong(reader: Reader) -> None:
    """The proof can fail: too much, too little, another place or none is a complaint."""
    blocks, start, end = passage(["Boats come and go. ⟦Boats stay⟧ here."])
    assert reader.complaint(blocks, start, end, "text=Boats%20stay") is None
    for directive in ("text=Boats", "text=Boats%20stay%20here", "text=stay", "text=go.%20Boats%20stay", "text=Boats,stay"):
        assert "not marked" in str(reader.complaint(blocks, start, end, directive))
    assert "nothing found" in str(reader.complaint(blocks, start, end, "text=Boat"))


def test_links_lead_to_passages_of_the_official_statement(reader: Reader) -> None:
    """Passages of every length, within a block and over several, cut anywhere between visible characters."""
    blocks = [text for _, text in labelled(iom.load().statements["sdg-summit-statement-iom-director-general"])]
    chance = random.Random(1951)
    places = [(number, offset) for number, block in enumerate(blocks) for offset in range(len(block)) if block[offset] != " "]
    complaints = []
    for reach in (3, 12, 40, 200, 900) * 6:
        first = chance.randrange(len(places))
        start, (number, offset) = places[first], places[min(first + chance.randrange(reach), len(places) - 1)]
        complaints.append(reader.complaint(blocks, start, (number, offset + 1)))
    assert [each for each in complaints if each] == []


def test_links_lead_to_passages_among_their_likes(reader: Reader) -> None:
    """On pages of a few words over and over, a link leads to its passage or there is none."""
    chance = random.Random(175)
    vocabulary = ["port", "Port", "pört", "ports", "port-side", "port’s", "(port)", "port,", "port.", "1,000", "–", "a", "a"]
    complaints, linked = [], 0
    for _ in range(45):
        blocks = [" ".join(chance.choices(vocabulary, k=chance.randrange(1, 14))) for _ in range(chance.randrange(1, 5))]
        start = (chance.randrange(len(blocks)), 0)
        start = (start[0], chance.choice([0, *(place + 1 for place, each in enumerate(blocks[start[0]]) if each == " ")]))
        end = (chance.randrange(start[0], len(blocks)), 0)
        end = (end[0], chance.choice([place for place, each in enumerate(f"{blocks[end[0]]} ") if each == " "]))
        if start < end and text_fragment(blocks, start, end):
            linked += 1
            complaints.append(reader.complaint(blocks, start, end))
    assert [each for each in complaints if each] == []
    assert linked > 25


def test_an_edge_of_a_word_is_one_for_the_browser(browser: Browser) -> None:
    """What we take for a certain edge is one for the browser's own segmenter, in any mixture of letters and marks."""
    chance = random.Random(2030)
    letters = "aB7é ßα'’‘.,:;-–—()“”\"!?…&%/_@#$€+·٫،ابא״ก港の。、「」ー가 \u0301\u200d\u00ad\u200f\xa0\u202f\u2009🚢🏽🇫"
    texts = ["".join(chance.choices(letters, k=chance.randrange(2, 12))) for _ in range(4000)]
    found = browser.new_page().evaluate(
        """texts => {
          const segmenter = new Intl.Segmenter("en", {granularity: "word"});
          return texts.map(text => [...segmenter.segment(text)].map(each => [...text.slice(0, each.index)].length));
        }""",
        texts,
    )
    wrong = [
        (text, offset)
        for text, edges in zip(texts, found, strict=True)
        for offset in range(len(text))
        if is_word_edge(text, offset) and offset not in edges
    ]
    assert wrong == []


def test_what_the_browser_holds_equal_has_one_skeleton(browser: Browser) -> None:
    """No two letters of the scripts in use are equal to the browser's search and yet told apart by us."""
    latin, greek_to_armenian = [range(0x20, 0x250), range(0x1E00, 0x1F00)], [range(0x386, 0x560), range(0x1F00, 0x2000)]
    others = [
        range(0x5D0, 0x5EB),
        range(0x620, 0x6D4),
        range(0x904, 0x93A),
        range(0xE01, 0xE3B),
        range(0x3041, 0x3097),
        range(0x30A1, 0x30FB),
    ]
    blocks = [*latin, *greek_to_armenian, *others, range(0xFB00, 0xFB07), range(0xFF10, 0xFF5B)]
    letters = [chr(point) for block in blocks for point in block if chr(point).isalnum()]
    alike = browser.new_page().evaluate(
        """letters => {
          const collator = new Intl.Collator("en", {usage: "search", sensitivity: "base"});
          const sorted = [...letters].sort(collator.compare);
          return sorted.slice(1).map((each, index) => [sorted[index], each]).filter(pair => collator.compare(...pair) === 0);
        }""",
        letters,
    )
    assert len(alike) > 700
    assert [pair for pair in alike if len({skeleton(each) for each in pair}) > 1] == []
