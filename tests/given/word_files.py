"""Word files made of documents, opened as a reader of the format does."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import docx
from docx.document import Document as WordDocument

from sdgassess.document.blocks import (
    Block,
    Document,
)
from sdgassess.media.word.report import report_docx
from tests.given.questionnaires import spoken
from tests.given.specimen import specimen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def written(document: Document) -> bytes:
    return report_docx(document, spoken(document.language))


def part(file: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return ET.fromstring(parts.read(name))


def body(*blocks: Block, language: str = "da") -> ET.Element:
    return part(written(specimen(*blocks, language=language)), "word/document.xml")


def opened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(written(document)))
