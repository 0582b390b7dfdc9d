"""A Word file to write on: our own, or a municipality's template with its words taken out."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from sdgassess.media.word.styles import add_styles, missing_styles, set_language, set_page

_USUAL = 11
"""Points of text where a template does not say how large it is."""


def missing_in(template: bytes) -> tuple[str, ...]:
    """The styles that a template lacks and that nothing can stand in for."""
    return missing_styles(docx.Document(io.BytesIO(template)))


def on_template(template: bytes, language: str) -> WordDocument:
    """A template without its words: pages, styles, head and foot of every page are its own.

    Args:
        template: the file, called a document.
        language: what is written on it.
    """
    file = docx.Document(io.BytesIO(template))
    body = file.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    if file.sections[0].page_width is None:
        set_page(file, compact=False)
    _detach(file)
    set_language(file, language)
    size = file.styles["Normal"].font.size
    add_styles(file, size / Pt(1) if size else _USUAL)
    return file


def _detach(file: WordDocument) -> None:
    """Take out the link to the template that a file was once made from.

    Word fetches what it points to whenever the file is opened, with the macros that are in there.
    """
    settings = file.part._settings_part
    for name, relation in list(settings.rels.items()):
        if relation.reltype.endswith("/attachedTemplate"):
            del settings.rels[name]
    for link in settings.element.findall(qn("w:attachedTemplate")):
        settings.element.remove(link)
