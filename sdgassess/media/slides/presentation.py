"""A presentation: its slides on the layouts of its template, its properties, its bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.presentation import Presentation
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide as PowerPointSlide

from sdgassess.document.slides import Points, Slide, Slides, SlideTable
from sdgassess.media.office import CREATOR, Change, repack
from sdgassess.media.slides.chart import write_chart
from sdgassess.media.slides.table import write_table
from sdgassess.media.slides.template import (
    BODIES,
    FIRST,
    ONE_THING,
    layouts,
    on_template,
    own_look,
)
from sdgassess.media.slides.text import write_lines, write_words
from sdgassess.text import visible

_LONGEST_PROPERTY = 255


def presentation(slides: Slides, template: bytes | None) -> bytes:
    """Write slides; see `slides_pptx`."""
    file = own_look() if template is None else on_template(template)
    first = file.slides.add_slide(next(layouts(file, FIRST)))
    _write_title(first, slides.title, slides.language)
    write_words(_body(first).text_frame, slides.subtitle, slides.language)
    _write_notes(first, slides.notes, slides.language)
    for slide in slides.slides:
        _write(file, slide, slides.language)
    _describe(file, slides)
    written = io.BytesIO()
    file.save(written)
    return _same_bytes(written.getvalue(), slides.date)


def _body(page: PowerPointSlide) -> SlidePlaceholder:
    """The place for the one thing below a title."""
    places = (place for place in page.placeholders if place.placeholder_format.type in BODIES)
    body: SlidePlaceholder = next(places)
    return body


def _write(file: Presentation, slide: Slide, language: str) -> None:
    """One slide: its title, what shows it, its notes."""
    page = file.slides.add_slide(next(layouts(file, ONE_THING)))
    _write_title(page, slide.title, language)
    body = _body(page)
    if isinstance(slide.body, Points):
        write_lines(body.text_frame, slide.body.items, language)
        body.text_frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    else:
        place = body.left, body.top, body.width, body.height
        body._element.getparent().remove(body._element)
        if isinstance(slide.body, SlideTable):
            write_table(page, slide.body, place, language)
        else:
            write_chart(page, slide.body, place)
    _write_notes(page, slide.notes, language)
    _drop_empty_places(page, body)


def _drop_empty_places(page: PowerPointSlide, body: SlidePlaceholder) -> None:
    """Drop the places of a layout that nothing stands in: they would ask to be clicked on."""
    for place in list(page.placeholders):
        is_used = place.shape_id in (
            body.shape_id,
            page.shapes.title and page.shapes.title.shape_id,
        )
        if not is_used:
            place._element.getparent().remove(place._element)


def _write_title(page: PowerPointSlide, title: str, language: str) -> None:
    """The title in the placeholder that every list of slides shows."""
    place = page.shapes.title
    assert place is not None, "every layout that is used has one"
    write_words(place.text_frame, title, language)


def _write_notes(page: PowerPointSlide, notes: str, language: str) -> None:
    """What to say beside it."""
    frame = page.notes_slide.notes_text_frame
    assert frame is not None, "the notes of this template have room for text"
    write_words(frame, notes, language)


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
