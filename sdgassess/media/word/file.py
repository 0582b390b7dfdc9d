"""A Word file: its blocks one after the other, what stands on every page, its properties.

On every page logo and name line stand above, the footer and the page's number below.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import _Footer
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from sdgassess.document.blocks import Document
from sdgassess.document.margins import LOGO, PAGE_NUMBER
from sdgassess.document.runs import plain_runs
from sdgassess.language import Words
from sdgassess.media.office import CREATOR, repack
from sdgassess.media.word.blocks import Writer
from sdgassess.media.word.contents import listed_heads
from sdgassess.media.word.pictures import write_logo
from sdgassess.media.word.styles import (
    set_page,
    set_settings,
    set_styles,
    text_width,
)
from sdgassess.media.word.template import on_template
from sdgassess.media.word.text import Destination, element, locale_of, write_runs
from sdgassess.text import visible

_PAGE, _PAGES = "\x01", "\x02"
"""Stand for the two numbers in a sentence while it is translated; no text holds them."""
_UNWANTED = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of python-docx's own template that say nothing about this file."""
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>sdgassess</Application></Properties>'
)
"""The program, where the template names another; and no count of words that nobody took."""


def word_file(document: Document, words: Words) -> bytes:
    """Write a report; see `report_docx`."""
    template = document.look.template
    if template is None:
        file = docx.Document()
        _clear(file)
        set_page(file, compact=document.compact)
        set_styles(file, document.language, compact=document.compact)
        set_settings(file, document.language)
    else:
        file = on_template(template, document.language)
    _write_frame(file, document, words)
    listed = () if document.compact else listed_heads(document.blocks)
    destination = Destination(file, file, text_width(file))
    writer = Writer(
        destination,
        words,
        compact=document.compact,
        listed=listed,
        on_template=template is not None,
    )
    for block in document.blocks:
        writer.write(block)
    _describe(file, document)
    written = io.BytesIO()
    file.save(written)
    return repack(written.getvalue())


def _clear(file: WordDocument) -> None:
    """Drop what the template brings along besides its styles."""
    for rels in (file.part.package.rels, file.part.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in _UNWANTED:
                del rels[key]


def _describe(file: WordDocument, document: Document) -> None:
    """The properties of the file: what it is, in which language, from when."""
    stamp = dt.datetime.combine(document.date, dt.time())
    properties = file.core_properties
    properties.title = visible(document.title)[:255]
    properties.subject = visible(document.subject)[:255]
    properties.language = locale_of(document.language)
    properties.author = CREATOR
    properties.last_modified_by = CREATOR
    properties.comments = ""
    properties.keywords = ""
    properties.revision = 1
    properties.created = stamp
    properties.modified = stamp
    for part in file.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _APP


def _write_frame(file: WordDocument, document: Document, words: Words) -> None:
    """Write header and footer; without a look of the municipality's there is no header."""
    section = file.sections[0]
    look = document.look
    if look.logo is not None or look.name_line:
        head = section.header.paragraphs[0]
        head.paragraph_format.space_after = Pt(8)
        _tab_at_the_right(head, file)
        if look.logo is not None:
            write_logo(head, look.logo, look.name_line or words(LOGO))
        if look.name_line:
            before = "\t" if look.logo is not None else ""
            head.add_run(before)
            write_runs(head, plain_runs(look.name_line), document.language)
    if document.look.template is not None and _has_words(section.footer):
        return
    foot = section.footer.paragraphs[0]
    _tab_at_the_right(foot, file)
    write_runs(foot, plain_runs(document.footer), document.language)
    foot.add_run("\t")
    for part in _parts(words(PAGE_NUMBER, n=_PAGE, m=_PAGES)):
        if part in (_PAGE, _PAGES):
            _field(foot, "PAGE" if part == _PAGE else "NUMPAGES")
        else:
            foot.add_run(part)


def _has_words(frame: _Footer) -> bool:
    """Whether a template has a foot of its own, of words, fields or tables."""
    return bool(frame.tables) or any(
        paragraph._p.xpath(".//w:r") for paragraph in frame.paragraphs
    )


def _tab_at_the_right(paragraph: Paragraph, file: WordDocument) -> None:
    """One tab stop, at the right edge of the text; the style's own are for other pages."""
    style = paragraph.style
    assert style is not None, "every paragraph has one"
    for stops in (style.paragraph_format.tab_stops, paragraph.paragraph_format.tab_stops):
        stops.clear_all()
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Pt(text_width(file)), WD_TAB_ALIGNMENT.RIGHT)


def _parts(sentence: str) -> Iterator[str]:
    """A sentence in pieces: the words, and each number alone."""
    piece = ""
    for character in sentence:
        if character in (_PAGE, _PAGES):
            if piece:
                yield piece
            yield character
            piece = ""
        else:
            piece += character
    if piece:
        yield piece


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that Word keeps up to date."""
    field = element("w:fldSimple", instr=name)
    run = element("w:r")
    # What stands there until Word has counted the pages.
    text = element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
