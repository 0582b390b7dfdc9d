"""What may stand in a drawing that is printed as a logo: what is allowed, no list of evils.

Elements, functions in values and addresses are allowed by name; whatever else there is makes the
drawing none of ours. What is allowed can still be made to explode – a group used ten times in a
group that is used ten times – so every element is counted as often as it would be drawn, and what
asks for a layer of its own counts for many.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
_REMARKS = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://creativecommons.org/",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
"""How the names of elements begin in which drawing programs note things for themselves."""
_ELEMENTS = frozenset(
    {
        *(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "switch",
            "a",
            "title",
            "desc",
            "metadata",
            "style",
        ),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "image", "style"),
    }
)
_FUNCTIONS = frozenset(
    {
        *("rgb", "rgba", "hsl", "hsla", "url"),
        *("matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley"),
        *("rotate", "skewx", "skewy"),
    }
)
_LAYERS = re.compile(
    r"(?:^|[\s;{])(?:opacity\s*:(?!\s*1\s*(?:[;}]|$))"
    r"|(?:mask|clip-path|mix-blend-mode|isolation)\s*:(?!\s*(?:none|normal|auto)\b))"
)
_DASHES = re.compile(r"stroke-dasharray\s*:(?!\s*(?:none|0\s*[;}]|0?\s*$))")
_FUNCTION = re.compile(r"([\w-]*)\s*\(")
_URL = re.compile(r"url\(\s*([\"']?)#([^)\"'\s]*)\1\s*\)", re.IGNORECASE)
_ANY_URL = re.compile(r"url\s*\(", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g);base64,(.*)", re.DOTALL | re.IGNORECASE)

_MOST_DEPTH = 100
_MOST_DRAWN = 10_000
"""Elements as often as they are drawn; a coat of arms with every feather has some thousands."""
_LAYER = 40
"""What an element with a gradient or a layer of its own counts for: in Word's picture 15 ms."""
_DASHED = 1_000
"""What a line of dashes counts for: it may be long, and is drawn dash by dash."""
_MOST_POINTS = 25_000_000
"""Points of all pictures within a drawing."""


class _NotPlainError(Exception):
    """A drawing holds more than a drawing."""


@dataclass
class _Element:
    """What drawing one element takes.

    Attributes:
        weight: its own part.
        parts: the elements in it.
        uses: the ids of others that are drawn with it.
    """

    weight: int = 1
    parts: list[_Element] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)


def is_plain_drawing(raw: bytes, points: Callable[[bytes], int | None]) -> bool:
    """Whether a drawing can be printed as it is, in every format and in little time.

    Args:
        raw: the file.
        points: how many points a picture within it has; None where it is none that can be printed.
    """
    try:
        _Drawing(points).read(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, expat.ExpatError, _NotPlainError):
        return False
    return True


class _Drawing:
    """A walk through a drawing that stops at what has no place in it."""

    def __init__(self, points: Callable[[bytes], int | None]) -> None:
        self._points = points
        self._names: list[str] = []
        self._open: list[_Element] = []
        self._root: _Element | None = None
        self._by_id: dict[str, _Element] = {}
        self._elements = 0
        self._styles: list[str] = []
        self._picture_points = 0

    def read(self, text: str) -> None:
        """Read it to the end, and count what would be drawn.

        Raises:
            ExpatError: it is no XML, or its entities would grow beyond measure.
            _NotPlainError: something in it is not plain drawing, or it explodes.
        """
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.ProcessingInstructionHandler = self._instruction
        parser.EntityDeclHandler = self._entity
        parser.Parse(text.encode(), True)
        self._count()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element: one that is allowed, not too many of them, not too deep."""
        space, _, local = name.rpartition(" ")
        self._elements += 1
        if not self._open and (space, local) != (_SVG, "svg"):
            raise _NotPlainError
        if not (space == _SVG and local in _ELEMENTS) and not space.startswith(_REMARKS):
            raise _NotPlainError
        if self._elements > _MOST_DRAWN or len(self._open) >= _MOST_DEPTH:
            raise _NotPlainError
        element = _Element()
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self._root = element
        self._open.append(element)
        self._names.append(local)
        for key, value in attributes.items():
            self._attribute(element, local, key.rpartition(" ")[2], value)

    def _attribute(self, element: _Element, of: str, name: str, value: str) -> None:
        """An attribute: no event has an answer, and addresses stay inside the file."""
        if name.startswith("on"):
            raise _NotPlainError
        if name == "id":
            self._by_id.setdefault(value, element)
        elif name == "href":
            self._address(element, of, value)
        else:
            element.uses += _addresses_in(value)
            declared = value if name == "style" else f"{name}:{value}"
            element.weight = max(element.weight, _weight_of(declared))

    def _address(self, element: _Element, of: str, value: str) -> None:
        """What a link leads to: another part of this drawing, or a picture within it."""
        value = value.strip()
        if of == "a" or not value:
            return
        if value.startswith("#") and of != "image":
            element.uses.append(value[1:])
            return
        picture = _PICTURE.fullmatch(value)
        if of != "image" or picture is None:
            raise _NotPlainError
        try:
            points = self._points(base64.b64decode(picture[1], validate=False))
        except (binascii.Error, ValueError):
            points = None
        self._picture_points += points or 0
        if points is None or self._picture_points > _MOST_POINTS:
            raise _NotPlainError
        element.weight = max(_LAYER, points // 10_000)

    def _end(self, _: str) -> None:
        self._open.pop()
        self._names.pop()

    def _words(self, text: str) -> None:
        """Words; those of a style are looked at once they are all there."""
        if self._names[-1:] == ["style"]:
            self._styles.append(text)

    def _instruction(self, target: str, _: str) -> None:
        """An instruction to another program, such as to fetch a style."""
        if target == "xml-stylesheet":
            raise _NotPlainError

    def _entity(self, *declared: str | bool | int | None) -> None:
        """A name for other text: it must stand in the file itself."""
        _, _, _, _, system, *_ = declared
        if system is not None:
            raise _NotPlainError

    def _count(self) -> None:
        """Refuse a drawing that is drawn more often than it looks."""
        style = _COMMENT.sub(" ", "".join(self._styles))
        if "@" in style or "\\" in style:  # other sheets and fonts, and names in disguise
            raise _NotPlainError
        counted: dict[int, int] = {}
        # A rule of a style may fit any element, so each of its addresses counts for all of them.
        each = sum(self._drawn(name, counted) for name in _addresses_in(style))
        each += _weight_of(style) - 1
        assert self._root is not None
        whole = self._weighed(self._root, counted, 0)
        if whole + self._elements * each > _MOST_DRAWN:
            raise _NotPlainError

    def _drawn(self, name: str, counted: dict[int, int], depth: int = 0) -> int:
        """What drawing the element of an id takes; nothing where there is none."""
        element = self._by_id.get(name)
        return 0 if element is None else self._weighed(element, counted, depth + 1)

    def _weighed(self, element: _Element, counted: dict[int, int], depth: int) -> int:
        """What drawing an element takes, with all that is in it and drawn with it.

        Raises:
            _NotPlainError: it is drawn within itself, or is far too much.
        """
        known = counted.get(id(element))
        if known is not None:
            if known < 0:  # still being counted: it leads back to itself
                raise _NotPlainError
            return known
        if depth > 3 * _MOST_DEPTH:
            raise _NotPlainError
        counted[id(element)] = -1
        sum_of_parts = element.weight
        for part in element.parts:
            sum_of_parts += self._weighed(part, counted, depth + 1)
        for name in element.uses:
            sum_of_parts += self._drawn(name, counted, depth)
        if sum_of_parts > _MOST_DRAWN:
            raise _NotPlainError
        counted[id(element)] = sum_of_parts
        return sum_of_parts


def _addresses_in(value: str) -> list[str]:
    """The ids that a value or a style leads to.

    Raises:
        _NotPlainError: it calls a function that is not allowed, or leads elsewhere.
    """
    if "(" not in value:
        return []
    functions = {name.lower() for name in _FUNCTION.findall(value)}
    ids = [name for _, name in _URL.findall(value)]
    if not functions <= _FUNCTIONS or len(_ANY_URL.findall(value)) != len(ids):
        raise _NotPlainError
    return ids


def _weight_of(style: str) -> int:
    """What an element counts for with these declarations, such as `opacity:0.5; fill:red`."""
    if _DASHES.search(style):
        return _DASHED
    return _LAYER if _LAYERS.search(style) or "url(" in style else 1
