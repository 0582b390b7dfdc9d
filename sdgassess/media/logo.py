"""Whether a picture can be a logo: whole, of a kind that every format prints, and nothing more.

A logo comes from elsewhere. What a format would only notice while it is being written, or would
print broken, is refused before; and a drawing may fetch nothing and run nothing, in no format.
"""

from __future__ import annotations

import zlib

from sdgassess.document.blocks import Logo

_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
"""How the files of pictures begin."""
_FIRST = 4096
_MOST_POINTS = 100_000_000
"""More points than any logo has; a page with them could not be opened."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The marks in a JPEG after which its size and its colours stand."""
_GREY_OR_RGB = (1, 3)


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
    return _jpeg_points(raw) is not None


def _jpeg_points(raw: bytes) -> int | None:
    """How many points a JPEG has; None where it is cut short, or neither grey nor RGB."""
    at, colours, points = 2, 0, 0
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        mark = raw[at + 1]
        if mark == 0xDA:
            return points if colours in _GREY_OR_RGB and raw.rfind(b"\xff\xd9") > at else None
        if mark in _FRAMES:
            height, width = (int.from_bytes(raw[at + n : at + n + 2]) for n in (5, 7))
            colours = raw[at + 9] if at + 9 < len(raw) and _drawable(width, height) else 0
            points = width * height
        at += 1 if mark == 0xFF else 2 + int.from_bytes(raw[at + 2 : at + 4])
    return None


def _drawable(width: int, height: int) -> bool:
    """Whether a picture has points, and not too many."""
    return 0 < width * height <= _MOST_POINTS


def _plain_svg(raw: bytes) -> bool:
    """Whether a drawing fetches nothing, runs nothing, and takes little to draw."""
    from sdgassess.media.drawing_rules import is_plain_drawing  # noqa: PLC0415 - few are drawings

    return is_plain_drawing(raw, _embedded_points)


def _embedded_points(raw: bytes) -> int | None:
    """How many points a picture within a drawing has; None where it is no whole PNG or JPEG."""
    kind = kind_of(raw)
    if kind == "png" and _whole_png(raw):
        return int.from_bytes(raw[16:20]) * int.from_bytes(raw[20:24])
    if kind == "jpeg" and _whole_jpeg(raw):
        return _jpeg_points(raw)
    return None
