"""Forms as they lie on a table: where their boxes and lines are, and what a pen leaves in them.

Places are measured on the page itself, from the paths of the PDF, never taken from a template.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw
from PIL import Image, ImageDraw, ImageFont

from tests.given.places import ROOT

INCH = 25.4
POINT = INCH / 72
DPI = 150
"""As sharp as an office scanner."""
PEN = 0.5
"""Millimetres that a ballpoint draws wide."""
INK = (20, 40, 130)
_CAPITAL = 0.65
"""How high a capital is against the size of its type."""
_STROKES = 0.06
"""What share of a box two strokes of a pen darken at least; a smudge darkens less."""


class Place(NamedTuple):
    """A rectangle on a page, in millimetres from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Box(NamedTuple):
    """A box to cross: at which question, before which mark, on which page."""

    question: str
    mark: str
    page: int
    place: Place


class Rule(NamedTuple):
    """A line to write on."""

    question: str
    page: int
    place: Place


class Paper:
    """The pages of one printed form."""

    def __init__(self, pdf: bytes, questions: Collection[str]) -> None:
        """Measure a form; `questions` are the ids that its headings may begin with."""
        self._pages = list(pypdfium2.PdfDocument(pdf))
        self._words: dict[int, list[tuple[Place, str]]] = {}
        self.boxes: list[Box] = []
        self.rules: list[Rule] = []
        for page in range(len(self._pages)):
            words = self.words(page)
            heads = [(at.top, word) for at, word in words if word in questions and at.left < 25]
            for place in self._paths(page):
                above = [head for top, head in heads if top < place.top]
                question = above[-1] if above else ""
                if abs(place.width - place.height) < 0.1 and 3 < place.width < 8:
                    mark = next((word for at, word in words if _is_right_of(place, at)), "")
                    self.boxes.append(Box(question, mark, page, place))
                elif place.height < 0.5 and 20 < place.width < 60:
                    self.rules.append(Rule(question, page, place))

    @property
    def pages(self) -> int:
        return len(self._pages)

    def gaps(self) -> list[float]:
        """Millimetres between each line to write on and the next one under it at a question."""
        return [
            lower.place.bottom - upper.place.bottom
            for upper, lower in pairwise(rule for rule in self.rules if rule.question)
            if (upper.question, upper.page) == (lower.question, lower.page)
        ]

    def sizes(self) -> Counter[float]:
        """The sizes of type on the pages in points, and how many letters have each."""
        return Counter(
            round(pypdfium2.raw.FPDFText_GetFontSize(text, at), 1)
            for text in (self._pages[page].get_textpage() for page in range(self.pages))
            for at in range(text.count_chars())
            if chr(pypdfium2.raw.FPDFText_GetUnicode(text, at)).strip()
        )

    def free(self, page: int) -> float:
        """Millimetres that are left at the foot of a page, above its last line."""
        height = float(self._pages[page].get_height()) * POINT
        foot = height - 12
        ends = [place.bottom for place, _ in self.words(page) if place.bottom < foot]
        ends += [place.bottom for place in self._paths(page)]
        return foot - max(ends)

    def pictures(self) -> list[Image.Image]:
        """The pages as a scanner sees them."""
        return [
            self._pages[page].render(scale=DPI / 72).to_pil().convert("RGB")
            for page in range(self.pages)
        ]

    def words(self, page: int) -> list[tuple[Place, str]]:
        """The words of a page, each with the room that its letters take."""
        if page not in self._words:
            self._words[page] = self._words_on(page)
        return self._words[page]

    def _words_on(self, page: int) -> list[tuple[Place, str]]:
        """As above, read from the page."""
        text = self._pages[page].get_textpage()
        words: list[tuple[Place, str]] = []
        letters = ""
        corners: list[Sequence[float]] = []
        count = text.count_chars()
        for at in range(count + 1):
            code = pypdfium2.raw.FPDFText_GetUnicode(text, at)
            letter = chr(code) if at < count else " "
            if letter.strip():
                letters += letter
                corners.append(text.get_charbox(at))
            elif letters:
                sides = list(zip(*corners, strict=True))
                around = min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])
                words.append((self._place(page, around), letters))
                letters, corners = "", []
        return words

    def _paths(self, page: int) -> Iterator[Place]:
        """What is drawn on a page, from top to bottom."""
        wanted = [pypdfium2.raw.FPDF_PAGEOBJ_PATH]
        found = [
            self._place(page, drawn.get_bounds())
            for drawn in self._pages[page].get_objects(filter=wanted)
        ]
        yield from sorted(found, key=lambda place: (place.top, place.left))

    def _place(self, page: int, corners: Sequence[Any]) -> Place:
        """Points from the bottom left as millimetres from the top left."""
        left, bottom, right, top = corners
        height = self._pages[page].get_height()
        return Place(
            left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT
        )


def _is_right_of(box: Place, words: Place) -> bool:
    """Whether words begin right behind a box."""
    middle = (box.top + box.bottom) / 2
    return 0 < words.left - box.right < 4 and words.top - 1.5 < middle < words.bottom + 1.5


def in_pixels(place: Place, margin: float = 0) -> tuple[int, int, int, int]:
    """A place on a picture, each side moved inwards by so many millimetres."""
    left, top, right, bottom = place
    return (
        round((left + margin) / INCH * DPI),
        round((top + margin) / INCH * DPI),
        round((right - margin) / INCH * DPI),
        round((bottom - margin) / INCH * DPI),
    )


def cross(picture: Image.Image, box: Place, hand: random.Random) -> None:
    """Two strokes of about four millimetres through a box, as unsteady as a hand is."""
    pen = ImageDraw.Draw(picture)

    def corner(x: float, y: float) -> tuple[float, float]:
        """A point near a corner of the box, in pixels."""
        across, down = x + hand.uniform(-0.7, 0.7), y + hand.uniform(-0.7, 0.7)
        return across / INCH * DPI, down / INCH * DPI

    inner = Place(box.left + 0.5, box.top + 0.5, box.right - 0.5, box.bottom - 0.5)
    width = round(PEN / INCH * DPI)
    for start, end in (
        ((inner.left, inner.top), (inner.right, inner.bottom)),
        ((inner.right, inner.top), (inner.left, inner.bottom)),
    ):
        pen.line([corner(*start), corner(*end)], fill=INK, width=width)


def write(picture: Image.Image, rule: Place, words: str, height: float) -> Place:
    """Write on a line in capitals so many millimetres high, and give back the room they take."""
    font = ImageFont.truetype(
        str(ROOT / "sdgassess" / "fonts" / "SourceSans3-Italic.ttf"),
        round(height / _CAPITAL / INCH * DPI),
    )
    pen = ImageDraw.Draw(picture)
    at = ((rule.left + 1) / INCH * DPI, (rule.top - 0.3) / INCH * DPI)
    pen.text(at, words, font=font, fill=INK, anchor="ls")
    left, top, right, bottom = (
        corner / DPI * INCH for corner in pen.textbbox(at, words, font=font, anchor="ls")
    )
    return Place(left, top, right, bottom)


def is_crossed(picture: Image.Image, box: Place) -> bool:
    """Whether there is ink in a box, as somebody sees who reads the sheet."""
    inside = picture.crop(in_pixels(box, 0.6)).convert("L")
    dark = sum(inside.histogram()[:160])
    return dark > _STROKES * inside.width * inside.height
