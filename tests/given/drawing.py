"""What a PDF draws: its boxes, lines, colours and sizes of type, read from the file itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_MILLIMETRE = 72 / 25.4
_WHOLE: Matrix = (1, 0, 0, 1, 0, 0)


class Shape(NamedTuple):
    """One path: on which page, the box around it in millimetres from the lower left corner.

    `stroke` is the thickness of its line in points, 0 where it has none.
    """

    page: int
    left: float
    low: float
    right: float
    high: float
    stroke: float
    filled: bool

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.high - self.low


@dataclass
class Drawn:
    """Everything on the pages: shapes, colours, sizes of type, where stretches of text begin."""

    shapes: list[Shape] = field(default_factory=list)
    colours: set[tuple[float, ...]] = field(default_factory=set)
    sizes: list[float] = field(default_factory=list)
    words: list[tuple[float, float]] = field(default_factory=list)


def drawn(pdf: bytes) -> Drawn:
    """Read every page."""
    result = Drawn()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages, 1):
            _Pen(number, result).follow(pikepdf.parse_content_stream(page))
    return result


def lines_of_text(pdf: bytes) -> list[tuple[float, float]]:
    """Where each stretch of text begins: from the left and from below, in millimetres."""
    return drawn(pdf).words


class _Pen:
    """Follows the operators of one page."""

    def __init__(self, page: int, result: Drawn) -> None:
        self.page, self.result = page, result
        self.matrix, self.stroke = _WHOLE, 1.0
        self.text, self.size = _WHOLE, 0.0
        self.kept: list[tuple[Matrix, float]] = []
        self.points: list[tuple[float, float]] = []

    def follow(self, instructions: Any) -> None:
        """Take one operator after another."""
        for operands, operator in instructions:
            name = str(operator)
            numbers = [float(one) for one in operands if isinstance(one, (int, float)) or _is(one)]
            self._state(name, numbers)
            self._path(name, numbers)
            if name in {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"}:
                self.result.colours.add(tuple(round(number, 3) for number in numbers))
            if name == "Tf":
                self.size = numbers[-1]
            if name == "Tm":
                self.text = _matrix(numbers)
            if name in {"Tj", "TJ"}:
                whole = _times(self.text, self.matrix)
                self.result.sizes.append(self.size * abs(whole[3] or whole[1]))
                self.result.words.append((whole[4] / _MILLIMETRE, whole[5] / _MILLIMETRE))

    def _state(self, name: str, numbers: list[float]) -> None:
        if name == "q":
            self.kept.append((self.matrix, self.stroke))
        if name == "Q":
            self.matrix, self.stroke = self.kept.pop()
        if name == "cm":
            self.matrix = _times(_matrix(numbers), self.matrix)
        if name == "w":
            self.stroke = numbers[0]

    def _path(self, name: str, numbers: list[float]) -> None:
        if name in {"m", "l", "c", "v", "y"}:
            self.points += list(self._placed(numbers))
        if name == "re":
            x, y, width, height = numbers
            self.points += list(self._placed([x, y, x + width, y + height]))
        if name in {"S", "s", "f", "f*", "F", "B", "B*", "b", "b*"} and self.points:
            self._done(stroked=name in "SsBb" or "*" in name[1:], filled=name not in "Ss")
        if name in {"S", "s", "f", "f*", "F", "B", "B*", "b", "b*", "n"}:
            self.points = []

    def _placed(self, numbers: list[float]) -> Iterator[tuple[float, float]]:
        a, b, c, d, e, f = self.matrix
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            yield (a * x + c * y + e) / _MILLIMETRE, (b * x + d * y + f) / _MILLIMETRE

    def _done(self, *, stroked: bool, filled: bool) -> None:
        across, up = [x for x, _ in self.points], [y for _, y in self.points]
        scale = abs(self.matrix[0] * self.matrix[3] - self.matrix[1] * self.matrix[2]) ** 0.5
        self.result.shapes.append(
            Shape(
                self.page,
                min(across),
                min(up),
                max(across),
                max(up),
                self.stroke * scale if stroked else 0.0,
                filled,
            )
        )


def _is(operand: Any) -> bool:
    return type(operand).__name__ == "Decimal"


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        (e * h + f * j + m),
    )
