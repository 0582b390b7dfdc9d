"""What stands on every page of a Word file: logo and name line above, the page's number below."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from sdgassess.language import Words
from sdgassess.report.document import Document, plain_runs
from sdgassess.report.word_pictures import write_logo
from sdgassess.report.word_styles import text_width
from sdgassess.report.word_text import element, write_runs

_PAGE, _PAGES = "\x01", "\x02"
"""Stand for the two numbers in a sentence while it is translated; no text holds them."""


def write_frame(file: WordDocument, document: Document, words: Words) -> None:
    """Write header and footer; without a look of the municipality's there is no header."""
    section = file.sections[0]
    look = document.look
    if look.logo is not None or look.name_line:
        head = section.header.paragraphs[0]
        head.paragraph_format.space_after = Pt(8)
        _tab_at_the_right(head, file)
        if look.logo is not None:
            called = look.name_line or words("The municipality’s logo")
            write_logo(head, look.logo, called)
        if look.name_line:
            before = "\t" if look.logo is not None else ""
            head.add_run(before)
            write_runs(head, plain_runs(look.name_line), document.language)
    foot = section.footer.paragraphs[0]
    _tab_at_the_right(foot, file)
    write_runs(foot, plain_runs(document.footer), document.language)
    foot.add_run("\t")
    for part in _parts(words("Page {n} of {m}", n=_PAGE, m=_PAGES)):
        if part in (_PAGE, _PAGES):
            _field(foot, "PAGE" if part == _PAGE else "NUMPAGES")
        else:
            foot.add_run(part)


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
    shown = element("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
