"""The page of a Word file and its styles: built-in ones, so that staff find and change them."""

from __future__ import annotations

import re

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from sdgassess.media.word.text import element, locale_of

TITLE = "Title"
"""The style of the document's title; the heads below it begin with the first heading."""
REMARK = "Remark"
"""The style of captions' smaller neighbours: keys, sources and remarks."""
WRITING = "Writing line"
"""The style of a line to write on by hand."""
CELL, DENSE_CELL = "Table text", "Dense table text"
"""The styles of words in a table, and in one that is set smaller."""
NUMBER = "Large number"
"""The style of a number that stands out from its line."""
CONTENTS = "toc 1"
"""The style of a line of the list of contents."""
INK = "1A1A1A"
_SOFT = RGBColor(0x4D, 0x4D, 0x4D)
_FONT = b"Calibri"
"""A letter that Word brings along, and that others have a stand-in of the same widths for."""
_NEEDED = (TITLE, "Heading 1", "Heading 2", "Heading 3", "List Bullet")
"""What a template must have: nothing that we could add would look like the rest of it."""

_HEADINGS: dict[str, tuple[float, float, float]] = {
    TITLE: (20, 0, 6),
    "Heading 1": (14, 14, 4),
    "Heading 2": (12, 10, 2),
    **{f"Heading {level}": (11, 8, 2) for level in (3, 4, 5)},
}
"""Size, space above and below, by style."""
_DEEPEST = 5
"""The deepest heading that has a style of ours."""


def heading_style(level: int) -> str:
    """The style of a head: the title for level 1, the headings of Word for those below it."""
    return TITLE if level == 1 else f"Heading {min(level - 1, _DEEPEST)}"


def set_page(file: WordDocument, *, compact: bool) -> None:
    """A4 upright, with margins that office printers and binders leave free."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    margin = Mm(15 if compact else 20)
    section.left_margin = section.right_margin = margin
    section.top_margin, section.bottom_margin = margin, Mm(16)
    section.header_distance = section.footer_distance = Mm(8)


def text_width(file: WordDocument) -> float:
    """How wide the text is, in points."""
    section = file.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page is not None, "set with the page"
    assert left is not None, "set with the page"
    assert right is not None, "set with the page"
    return (page - left - right) / Pt(1)


def set_styles(file: WordDocument, language: str, *, compact: bool) -> None:
    """Letters, sizes, spaces and the language, in the styles that Word has for them."""
    size = 9.5 if compact else 11
    _drop_table_styles(file)
    _set_theme(file)
    _set_defaults(file, language)
    _set(file, "Normal", size, 0, 3 if compact else 6)
    for name, (points, above, below) in _HEADINGS.items():
        style = _set(file, name, points * (0.9 if compact else 1), above, below)
        style.font.bold = True
        style.paragraph_format.keep_with_next = True
        for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
    _set(file, "List Bullet", size, 0, 2)
    caption = _set(file, "Caption", size, 6, 3)
    caption.font.bold = True
    quote = _set(file, "Quote", size, 4, 2)
    quote.font.italic = True
    quote.paragraph_format.left_indent = Mm(6)
    for name in ("Header", "Footer"):
        _set(file, name, size - 1.5, 0, 0).font.color.rgb = _SOFT
    add_styles(file, size, compact=compact)


def set_language(file: WordDocument, language: str) -> None:
    """The language of every style, so that the spelling is checked by it."""
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale_of(language))
        lang.set(qn("w:eastAsia"), locale_of(language))


def missing_styles(file: WordDocument) -> tuple[str, ...]:
    """The styles that a template lacks and that nothing can stand in for, by their names."""
    return tuple(name for name in _NEEDED if name not in file.styles)


def add_styles(file: WordDocument, size: float, *, compact: bool = False) -> None:
    """The styles that are ours, where the file has none of that name.

    Args:
        file: the file.
        size: how large its text is, in points.
        compact: whether it is set smaller.
    """
    _add(file, REMARK, size - 1.5, 0, 4).font.color.rgb = _SOFT
    _add(file, CELL, size - 1, 2, 2).paragraph_format.line_spacing = 1.0
    _add(file, DENSE_CELL, size - 2.5, 1, 1).paragraph_format.line_spacing = 1.0
    _add(file, "Caption", size, 6, 3).paragraph_format.keep_with_next = True
    _add(file, "Quote", size, 4, 2).paragraph_format.left_indent = Mm(6)
    _add(file, CONTENTS, size, 0, 2)
    line = _add(file, WRITING, size, 0, 0)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Mm(7.5 if compact else 9)
    if NUMBER not in file.styles:
        number = file.styles.add_style(NUMBER, WD_STYLE_TYPE.CHARACTER)
        number.font.size, number.font.bold = Pt(13 if compact else 16), True


def set_settings(file: WordDocument, language: str) -> None:
    """What Word asks before it opens a file: no older mode, and the language of its letters."""
    settings = file.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for tag in ("w:savePreviewPicture", "w:proofState", "w:rsids"):
        for leftover in settings.findall(qn(tag)):
            settings.remove(leftover)
    for theme in settings.findall(qn("w:themeFontLang")):
        theme.attrib.clear()
        theme.set(qn("w:val"), locale_of(language))
    # The template has a zoom without its percentage, which the format does not allow.
    for zoom in settings.findall(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")


def _drop_table_styles(file: WordDocument) -> None:
    """Drop the template's hundred coloured looks of tables: ours are drawn, and nobody waits."""
    styles = file.styles.element
    for style in styles.findall(qn("w:style")):
        is_used = style.get(qn("w:default")) or style.get(qn("w:styleId")) == "TableGrid"
        if style.get(qn("w:type")) == "table" and not is_used:
            styles.remove(style)


def _set_defaults(file: WordDocument, language: str) -> None:
    """The language of everything, and no spacing but the styles' own."""
    set_language(file, language)
    styles = file.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    assert defaults is not None, "every template has them"
    for spacing in defaults.iter(qn("w:spacing")):
        spacing.set(qn("w:after"), "0")


def _set_theme(file: WordDocument) -> None:
    """One letter for heads and text in the theme, where another theme puts its own."""
    for part in file.part.package.iter_parts():
        if part.partname.startswith("/word/theme/"):
            latin = rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*'
            part._blob = re.sub(latin, rb"\g<1>" + _FONT, part.blob)


def _set(
    file: WordDocument, name: str, points: float, above: float, below: float
) -> ParagraphStyle:
    """One style of Word's own with the letter of the theme and the ink of all."""
    style = file.styles[name]
    assert isinstance(style, ParagraphStyle), "every name here is one of a paragraph's"
    _set_font(style)
    style.font.size = Pt(points)
    style.font.bold = style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(INK)
    spaces = style.paragraph_format
    spaces.space_before, spaces.space_after = Pt(above), Pt(below)
    spaces.line_spacing = 1.1
    return style


def _add(
    file: WordDocument, name: str, points: float, above: float, below: float
) -> ParagraphStyle:
    """A style for something that Word has none for; one of that name stays as it is."""
    if name in file.styles:
        style = file.styles[name]
        assert isinstance(style, ParagraphStyle), "every name here is one of a paragraph's"
        return style
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle), "it was added as one"
    style.base_style = file.styles["Normal"]
    style.font.size = Pt(points)
    spaces = style.paragraph_format
    spaces.space_before, spaces.space_after = Pt(above), Pt(below)
    return style


def _set_font(style: ParagraphStyle) -> None:
    """The letter of the theme for all scripts."""
    properties = style.element.get_or_add_rPr()
    for fonts in properties.findall(qn("w:rFonts")):
        properties.remove(fonts)
    latin = dict.fromkeys(("asciiTheme", "hAnsiTheme"), "minorHAnsi")
    fonts = element("w:rFonts", **latin, eastAsiaTheme="minorEastAsia", cstheme="minorBidi")
    properties.insert(0, fonts)
