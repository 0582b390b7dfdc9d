"""Whether a picture can be a logo: whole, of a kind that every format prints, and nothing more.

A logo comes from elsewhere. What a format would only notice while it is being written, or would
print broken, is refused before; and a drawing may fetch nothing and run nothing, in no format.
"""

from __future__ import annotations

import re
import zlib
from xml.parsers import expat

from sdgassess.document.blocks import Logo

_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
"""How the files of pictures begin."""
_FIRST = 4096
_MOST_POINTS = 100_000_000
"""More points than any logo has; a page with them could not be opened."""
_MOST_ELEMENTS = 50_000
_MOST_DEPTH = 100
_SVG = "http://www.w3.org/2000/svg"
_RUNS = {"script", "foreignObject", "iframe", "object", "embed"}
_FETCHES = re.compile(r"@import|url\(\s*[\"']?\s*(?![\"'\s#]|data:)", re.IGNORECASE)
_OWN = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The marks in a JPEG after which its size and its colours stand."""
_GREY_OR_RGB = (1, 3)


class _NotPlainError(Exception):
    """A drawing holds more than a drawing."""


def kind_of(raw: bytes) -> str | None:
    """What a file is by its first bytes, as a suffix may lie: `png`, `jpeg`, `svg`, or None."""
    for beginning, kind in _BEGINNINGS.items():
        if raw.startswith(beginning):
            return kind
    return "svg" if b"<svg" in raw[:_FIRST] else None


def is_printable(logo: Logo) -> bool:
    """Whether every format can print a picture, and prints nothing else with it."""
    return {"png": _whole_png, "jpeg": _whole_jpeg, "svg": _plain_svg}[logo.kind](logo.picture)


def _whole_png(raw: bytes) -> bool:
    """Whether a PNG has all its parts, each as it was written, and is not too large."""
    at, parts = 8, []
    while at + 12 <= len(raw):
        end = at + 8 + int.from_bytes(raw[at : at + 4])
        if zlib.crc32(raw[at + 4 : end]) != int.from_bytes(raw[end : end + 4]):
            return False
        parts.append(raw[at + 4 : at + 8])
        at = end + 4
        if parts[-1] == b"IEND":
            break
    has_all = parts[:1] == [b"IHDR"] and parts[-1:] == [b"IEND"] and b"IDAT" in parts
    return has_all and _drawable(int.from_bytes(raw[16:20]), int.from_bytes(raw[20:24]))


def _whole_jpeg(raw: bytes) -> bool:
    """Whether a JPEG runs to its end and is grey or RGB, which archives can hold."""
    at, colours = 2, 0
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        mark = raw[at + 1]
        if mark == 0xDA:
            return colours in _GREY_OR_RGB and raw.rfind(b"\xff\xd9") > at
        if mark in _FRAMES:
            height, width = (int.from_bytes(raw[at + n : at + n + 2]) for n in (5, 7))
            colours = raw[at + 9] if at + 9 < len(raw) and _drawable(width, height) else 0
        at += 1 if mark == 0xFF else 2 + int.from_bytes(raw[at + 2 : at + 4])
    return False


def _drawable(width: int, height: int) -> bool:
    """Whether a picture has points, and not too many."""
    return 0 < width * height <= _MOST_POINTS


def _plain_svg(raw: bytes) -> bool:
    """Whether a drawing is a drawing in UTF-8 that fetches nothing and runs nothing."""
    try:
        _Reading().read(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, expat.ExpatError, _NotPlainError):
        return False
    return True


class _Reading:
    """A walk through a drawing that stops at what has no place in it."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._elements = 0

    def read(self, text: str) -> None:
        """Read it to the end.

        Raises:
            ExpatError: it is no XML, or its entities would grow beyond measure.
            _NotPlainError: something in it is not plain drawing.
        """
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.ProcessingInstructionHandler = self._instruction
        parser.EntityDeclHandler = self._entity
        parser.Parse(text.encode(), True)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element: not too many, not too deep, none that runs or fetches."""
        space, _, local = name.rpartition(" ")
        self._elements += 1
        if not self._open and (space, local) != (_SVG, "svg"):
            raise _NotPlainError
        if self._elements > _MOST_ELEMENTS or len(self._open) >= _MOST_DEPTH or local in _RUNS:
            raise _NotPlainError
        self._open.append(local)
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)

    def _attribute(self, name: str, value: str) -> None:
        """An attribute: addresses stay inside the file, and no event has an answer."""
        link = name == "href" and not _OWN.match(value) and self._open[-1] != "a"
        if link or name.startswith("on") or _FETCHES.search(value):
            raise _NotPlainError

    def _end(self, _: str) -> None:
        self._open.pop()

    def _words(self, text: str) -> None:
        """Words, which in a style could fetch."""
        if self._open[-1:] == ["style"] and _FETCHES.search(text):
            raise _NotPlainError

    def _instruction(self, target: str, _: str) -> None:
        """An instruction to another program, such as to fetch a style."""
        if target == "xml-stylesheet":
            raise _NotPlainError

    def _entity(self, *declared: str | bool | int | None) -> None:
        """A name for other text: it must stand in the file itself."""
        _, _, _, _, system, *_ = declared
        if system is not None:
            raise _NotPlainError
