"""What is read back out of a drawn chart: its words with the room they take."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sdgassess.media.charts.lettering import measure
from sdgassess.media.charts.pen import Drawing

SVG = "{http://www.w3.org/2000/svg}"


class Said(NamedTuple):
    """One line of words in a picture, and the room it takes at most."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Said) -> bool:
        beside = self.right <= other.left + 0.01 or other.right <= self.left + 0.01
        apart = self.bottom <= other.top + 0.01 or other.bottom <= self.top + 0.01
        return not (beside or apart)


def tree(drawing: Drawing) -> ET.Element:
    return ET.fromstring(drawing.svg)


def lines(drawing: Drawing) -> list[Said]:
    return [_said(element) for element in tree(drawing).iter(f"{SVG}text")]


def _said(element: ET.Element) -> Said:
    text, size = element.text or "", float(element.attrib["font-size"])
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    wide = measure(text, size, bold="font-weight" in element.attrib)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[
        element.attrib.get("text-anchor", "start")
    ]
    # Letters with a descender and a capital: 0.7 above the baseline, 0.2 below it.
    return Said(text, left, y - 0.7 * size, left + wide, y + 0.2 * size)


def corners(drawing: Drawing) -> list[tuple[float, float]]:
    """Every place that a shape reaches to."""
    found = []
    for element in tree(drawing).iter():
        number = {key: _number(value) for key, value in element.attrib.items()}
        half = number.get("stroke-width", 0) / 2
        if element.tag == f"{SVG}circle":
            reach = number["r"] + half
            found += [(number["cx"] - reach, number["cy"] - reach)]
            found += [(number["cx"] + reach, number["cy"] + reach)]
        elif element.tag == f"{SVG}rect":
            x, y = number.get("x", 0), number.get("y", 0)
            found += [(x, y), (x + number["width"], y + number["height"])]
        elif element.tag == f"{SVG}line":
            found += [(number["x1"], number["y1"]), (number["x2"], number["y2"])]
        elif element.tag == f"{SVG}polygon":
            pairs = (pair.split(",") for pair in element.attrib["points"].split())
            found += [(float(x), float(y)) for x, y in pairs]
    return found


def _number(value: str) -> float:
    return float(value) if re.fullmatch(r"-?\d+(\.\d+)?", value) else 0.0
