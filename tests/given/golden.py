"""Pages held against pictures of them that were looked at.

They are painted by PDFium, whose version is pinned with the tests' others; an operating system's
own painter draws the edges of letters otherwise after every update.
"""

from __future__ import annotations

import os

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from tests.given.places import TESTS

PICTURES = TESTS / "media" / "pictures"
_FURTHER_APART = 70
"""How far a dot may be from the kept one, of 255: letters' edges are drawn a little otherwise."""

_ENOUGH = 0.002
"""What share of a page may be further apart."""


def painted(pdf: bytes, dots: int, page: int = 1, *, grey: bool = False) -> Image.Image:
    """A page as a picture, with so many dots to an inch."""
    with pypdfium2.PdfDocument(pdf) as opened:
        dots_to_a_point = dots / 72
        bitmap = opened[page - 1].render(scale=dots_to_a_point, grayscale=grey)
        picture: Image.Image = bitmap.to_pil()
        return picture.copy().convert("L" if grey else "RGB")


def assert_looks_as_kept(name: str, pdf: bytes, page: int = 1, dots: int = 36) -> None:
    """A page looks as it was looked at; `SDGASSESS_REWRITE_CASES=1` paints its picture again."""
    picture = painted(pdf, dots, page, grey=True)
    kept = PICTURES / f"{name}.png"
    if os.environ.get("SDGASSESS_REWRITE_CASES"):
        picture.quantize(16).save(kept, optimize=True)
    before = Image.open(kept).convert("L")
    assert picture.size == before.size
    differences = ImageChops.difference(picture, before)
    apart = differences.point(lambda dot: 255 if dot > _FURTHER_APART else 0)
    share = ImageStat.Stat(apart).mean[0] / 255
    assert share < _ENOUGH, f"{share:.2%} of {name} looks otherwise"
