"""A presentation to write on: our own, or a municipality's template with its slides taken out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout
from pptx.util import Inches, Length

from sdgassess.document.palette import STANDING

FIRST, ONE_THING = "title", "obj"
"""The kinds of layouts that are used: a title slide, and a title with one thing below it."""
BODIES = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE)
"""What holds the one thing."""
_TITLES = {
    FIRST: (PP_PLACEHOLDER.CENTER_TITLE,),
    ONE_THING: (PP_PLACEHOLDER.TITLE,),
}
_NAMES = {FIRST: "Title Slide", ONE_THING: "Title and Content"}
_WIDTH, _HEIGHT = Length(Inches(40) // 3), Length(Inches(15) // 2)
"""16:9, as projectors are."""
_UNWANTED = ("thumbnail", "printerSettings")
"""Parts of python-pptx's own template that say nothing about this file."""
_LOOK = {
    "./p:txStyles/p:titleStyle/a:lvl1pPr": {"algn": "l"},
    "./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr": {"sz": "2800", "b": "1"},
    "./p:txStyles/p:bodyStyle/a:lvl1pPr/a:defRPr": {"sz": "2400"},
}
"""What is set in the styles of our own look, sizes in hundredths of a point: a finding is a
sentence, no headline of two words."""
_COLOUR = b'<a:srgbClr val="4F81BD"/>'
_OUR_COLOUR = f'<a:srgbClr val="{STANDING.lstrip("#").upper()}"/>'.encode()
"""The first colour of the library's theme, and ours, which white letters can be read on."""


def missing_in(template: bytes) -> tuple[str, ...]:
    """The layouts that a template lacks."""
    file = pptx.Presentation(io.BytesIO(template))
    return tuple(name for kind, name in _NAMES.items() if next(layouts(file, kind), None) is None)


def layouts(file: Presentation, kind: str) -> Iterator[SlideLayout]:
    """The layouts of a kind: those that say so first, then those that have its places."""
    having = [layout for layout in file.slide_layouts if _has_places(layout, kind)]
    yield from (layout for layout in having if layout.element.get("type") == kind)
    yield from having


def _has_places(layout: SlideLayout, kind: str) -> bool:
    """Whether there is a place for a title of this kind, and for one thing below it."""
    # The package's own types say of these places that they cannot be walked through.
    listed: Any = layout.placeholders
    places = [place.placeholder_format.type for place in listed]
    return any(p in _TITLES[kind] for p in places) and any(p in BODIES for p in places)


def own_look() -> Presentation:
    """The library's template, wide and in our look."""
    file = pptx.Presentation()
    _widen(file)
    _set_look(file)
    _clear(file)
    return file


def on_template(template: bytes) -> Presentation:
    """A template without its slides."""
    file = pptx.Presentation(io.BytesIO(template))
    listed = file.slides._sldIdLst
    for slide in list(listed):
        file.part.drop_rel(slide.get(qn("r:id")))
        listed.remove(slide)
    return file


def _widen(file: Presentation) -> None:
    """The template's narrow slide as wide as a projector's."""
    share = Fraction(_WIDTH, file.slide_width or _WIDTH)
    file.slide_width, file.slide_height = _WIDTH, _HEIGHT
    for place in (file.slide_master, *file.slide_layouts):
        for shape in place.shapes:
            if shape._element.xpath("./p:spPr/a:xfrm"):
                left, width = (Length(side * share) for side in (shape.left, shape.width))
                shape.left, shape.width = left, width


def _set_look(file: Presentation) -> None:
    """Our own look, in the styles and the theme where any other can be put in its place."""
    for path, values in _LOOK.items():
        for style in file.slide_master.element.xpath(path):
            style.attrib.update(values)
    for style in next(layouts(file, FIRST)).element.xpath(".//a:lvl1pPr[@algn]"):
        style.set("algn", "l")
    _align(next(layouts(file, FIRST)))
    theme = file.slide_master.part.part_related_by(RT.THEME)
    theme._blob = theme.blob.replace(_COLOUR, _OUR_COLOUR)


def _align(layout: SlideLayout) -> None:
    """What stands below the title begins where the title does."""
    # The package's own types say of these places that they cannot be walked through.
    listed: Any = layout.placeholders
    title = next(p for p in listed if p.placeholder_format.type in _TITLES[FIRST])
    for place in listed:
        if place.placeholder_format.type in BODIES:
            place.left, place.width = title.left, title.width


def _clear(file: Presentation) -> None:
    """Drop what the template brings along besides its layouts."""
    for rels in (file.part.package._rels, file.part.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in _UNWANTED:
                rels.pop(key)
