"""A whole Word file: its page and styles, what stands on every page, its blocks, its properties.

This module and its neighbours named `word_…` import python-docx outright: they are only loaded
where a Word file is written.
"""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.document import Document as WordDocument

from sdgassess.language import Words
from sdgassess.report.document import Document
from sdgassess.report.office import CREATOR, same_bytes, storable
from sdgassess.report.word_blocks import Writer
from sdgassess.report.word_frame import write_frame
from sdgassess.report.word_place import Place
from sdgassess.report.word_styles import set_page, set_settings, set_styles, text_width
from sdgassess.report.word_text import locale_of

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
    file = docx.Document()
    _clear(file)
    set_page(file, compact=document.compact)
    set_styles(file, document.language, compact=document.compact)
    set_settings(file, document.language)
    write_frame(file, document, words)
    writer = Writer(Place(file, file, text_width(file)), words, compact=document.compact)
    for block in document.blocks:
        writer.write(block)
    _describe(file, document)
    written = io.BytesIO()
    file.save(written)
    return same_bytes(written.getvalue())


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
    properties.title = storable(document.title)[:255]
    properties.subject = storable(document.subject)[:255]
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
