"""A presentation: its slides on the layouts of its template, its properties, its bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from fractions import Fraction

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as PowerPointSlide
from pptx.slide import SlideLayout
from pptx.util import Inches, Length

from sdgassess.document.palette import STANDING
from sdgassess.document.slides import Points, Slide, Slides, SlideTable
from sdgassess.media.office import CREATOR, Change, repack
from sdgassess.media.slides.chart import write_chart
from sdgassess.media.slides.table import write_table
from sdgassess.media.slides.text import write_lines, write_text
from sdgassess.text import visible

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
_COLOUR, _OUR_COLOUR = (
    b'<a:srgbClr val="4F81BD"/>',
    f'<a:srgbClr val="{STANDING.lstrip("#").upper()}"/>'.encode(),
)
"""The first colour of the template's theme, and ours, which white letters can be read on."""
_LONGEST_PROPERTY = 255


def presentation(slides: Slides) -> bytes:
    """Write slides; see `slides_pptx`."""
    file = pptx.Presentation()
    _widen(file)
    _set_look(file)
    _clear(file)
    first = file.slides.add_slide(_layout(file, "title"))
    _write_title(first, slides.title, slides.language)
    write_text(first.placeholders[1].text_frame, slides.subtitle, slides.language)
    _write_notes(first, slides.notes, slides.language)
    for slide in slides.slides:
        _write(file, slide, slides.language)
    _describe(file, slides)
    written = io.BytesIO()
    file.save(written)
    return _same_bytes(written.getvalue(), slides.date)


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
    for style in _layout(file, "title").element.xpath(".//a:lvl1pPr[@algn]"):
        style.set("algn", "l")
    theme = file.slide_master.part.part_related_by(RT.THEME)
    theme._blob = theme.blob.replace(_COLOUR, _OUR_COLOUR)


def _clear(file: Presentation) -> None:
    """Drop what the template brings along besides its layouts."""
    for rels in (file.part.package._rels, file.part.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in _UNWANTED:
                rels.pop(key)


def _layout(file: Presentation, kind: str) -> SlideLayout:
    """The first layout of a kind: `title`, `obj` (a title and one thing)."""
    return next(layout for layout in file.slide_layouts if layout._element.get("type") == kind)


def _write(file: Presentation, slide: Slide, language: str) -> None:
    """One slide: its title, what shows it, its notes."""
    page = file.slides.add_slide(_layout(file, "obj"))
    _write_title(page, slide.title, language)
    body = page.placeholders[1]
    assert isinstance(body, Shape), "a placeholder for one thing is a shape"
    if isinstance(slide.body, Points):
        write_lines(body.text_frame, slide.body.items, language)
    else:
        place = body.left, body.top, body.width, body.height
        body._element.getparent().remove(body._element)
        if isinstance(slide.body, SlideTable):
            write_table(page, slide.body, place, language)
        else:
            write_chart(page, slide.body, place)
    _write_notes(page, slide.notes, language)


def _write_title(page: PowerPointSlide, title: str, language: str) -> None:
    """The title in the placeholder that every list of slides shows."""
    place = page.shapes.title
    assert place is not None, "every layout that is used has one"
    write_text(place.text_frame, title, language)


def _write_notes(page: PowerPointSlide, notes: str, language: str) -> None:
    """What to say beside it."""
    frame = page.notes_slide.notes_text_frame
    assert frame is not None, "the notes of this template have room for text"
    write_text(frame, notes, language)


def _describe(file: Presentation, slides: Slides) -> None:
    """The properties of the file: what it is, in which language, from when."""
    stamp = dt.datetime.combine(slides.date, dt.time())
    properties = file.core_properties
    properties.title = visible(slides.title)[:_LONGEST_PROPERTY]
    properties.subject = visible(slides.subtitle)[:_LONGEST_PROPERTY]
    properties.language = slides.language
    properties.author = properties.last_modified_by = CREATOR
    properties.comments = properties.keywords = ""
    properties.revision = 1
    properties.created = properties.modified = stamp


def _same_bytes(container: bytes, date: dt.date) -> bytes:
    """The file without the time that it, and the numbers behind its charts, were written at."""
    stamp = f"{date.isoformat()}T00:00:00Z".encode()

    def dated(core: bytes) -> Iterator[bytes]:
        yield re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + stamp, core)

    def repacked(workbook: bytes) -> Iterator[bytes]:
        yield repack(workbook, {"docProps/core.xml": dated})

    with zipfile.ZipFile(io.BytesIO(container)) as parts:
        books = [name for name in parts.namelist() if name.endswith(".xlsx")]
    changes: dict[str, Change] = dict.fromkeys(books, repacked)
    return repack(container, changes)
